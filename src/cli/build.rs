//! `dateline build`: checks the site and writes it.

use super::report::{Exit, ReportArgs, Stop};
use super::site::SiteArgs;
use dateline::pipeline::{self, Count};
use dateline::write::{self, Cache, Existing, Report, Target};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct BuildArgs {
    /// Where the site is written; without it, `public` in the site's folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write every file anew, also those that have not changed
    #[arg(long)]
    clean: bool,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    report: ReportArgs,
}

pub(super) fn run(args: &BuildArgs) -> Result<Exit, Stop> {
    let (root, files) = args.site.open()?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    // A wrong folder is told before the work, not after.
    let target = match Target::new(&root, &out) {
        Ok(target) => target,
        Err(failure) => return args.report.refused(failure),
    };
    let cache = Cache::new(&root, &program());
    let last = cache.ledger(&target);
    let existing = if args.clean { Existing::Replace } else { Existing::Keep(&last) };
    let mut watch = args.report.watch();
    let progress = watch.progress();
    let options = args.site.options();
    let built = pipeline::observed(&files, &options, &mut watch, |artifacts, files| {
        let report = write::disk(&target, artifacts, files, existing, &progress)?;
        cache.keep(&target, &report.ledger);
        Ok(report)
    })?;
    if let Some(Ok(report)) = &built.finished {
        watch.count(&counts(report));
    }
    args.report.outcome(built, watch, |report| summary(&report, &out))
}

fn counts(report: &Report) -> [Count; 3] {
    [
        ("written", report.written.len() as u64),
        ("unchanged", report.unchanged.len() as u64),
        ("removed", report.removed.len() as u64),
    ]
}

/// The version of this program. One that was built anew is another, whatever its number.
fn program() -> String {
    let found = std::env::current_exe().and_then(|path| path.metadata());
    let built = found.ok().map(|found| (found.len(), found.modified().ok()));
    format!("{} {built:?}", env!("CARGO_PKG_VERSION"))
}

/// `wrote 412 pages (12 changed, 3 removed) to public/`; what changed counts every kind of file.
fn summary(report: &Report, out: &Path) -> String {
    let all = report.written.iter().chain(&report.unchanged);
    let pages = all.filter(|path| path.extension() == Some("html")).count();
    let pages = if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") };
    let (changed, removed) = (report.written.len(), report.removed.len());
    let is_new = report.unchanged.is_empty() && removed == 0;
    let change = match is_new {
        true => String::new(),
        false => format!(" ({changed} changed, {removed} removed)"),
    };
    let healed = if report.healed { "finished an interrupted build, then " } else { "" };
    format!("{healed}wrote {pages}{change} to {}/", shown(out))
}

/// The folder as seen from here.
fn shown(out: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let near = out.strip_prefix(here).ok().filter(|path| !path.as_os_str().is_empty());
    let shown = near.unwrap_or(out).display().to_string();
    shown.trim_end_matches('/').to_owned()
}
