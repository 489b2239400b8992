//! `dateline build`: checks the site and writes it.

use super::report::{Exit, ReportArgs, Stop};
use super::site::SiteArgs;
use dateline::files::Files;
use dateline::keys::Key;
use dateline::output::Output;
use dateline::pipeline::{self, Count, Workspace};
use dateline::write::{self, Cache, Existing, Report, Target};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

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
    let mut watch = args.report.watch();
    let mut options = args.site.options();
    options.out = target.inside(&root);
    let cache = Cache::new(&root, &program());
    write::tidy(&target);
    cache.tidy();
    if args.clean {
        cache.forget();
    }
    let settled = settled();
    // Most of the looking is done by one thread, and the rest has to be read anyway.
    let ((last, documents, words, pictures), inputs) = rayon::join(
        || (cache.ledger(&target), cache.documents(), cache.words(), cache.pictures()),
        || pipeline::look(&files, settled),
    );
    let mut inputs = inputs?;
    inputs.documents = documents;
    inputs.words = words;
    inputs.pictures = pictures;
    let seen = inputs.seen.map(|seen| Key::of(&(seen, &options)));
    if !args.clean && seen.is_some_and(|seen| last.is_of(seen)) {
        let report = write::untouched(&target, &last);
        if let Ok(Some(report)) = report {
            return args.report.nothing_to_do(watch, &summary(&report, &out));
        }
    }
    let existing = if args.clean { Existing::Replace } else { Existing::Keep(&last) };
    let progress = watch.progress();
    let write = |output: &Output<'_>, files: &dyn Files| {
        // What is kept is written beside the work.
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                cache.keep_words(&output.words);
                cache.keep_pictures(&output.sizes);
            });
            write::disk(&target, output, files, existing, &progress)
        })
    };
    let mut built =
        Workspace::new(options).build(&files, inputs, &mut watch, &cache, write)?;
    if let Some(Ok(report)) = &mut built.finished {
        watch.count(&counts(report));
        // What was found has to be told again as long as it is there, so such a build is not
        // passed over.
        let seen = seen.filter(|_| built.diagnostics.is_empty());
        report.ledger = std::mem::take(&mut report.ledger).made_from(seen);
        cache.keep_ledger(&target, &report.ledger);
    }
    args.report.outcome(built, watch, |report| summary(&report, &out))
}

/// What was changed after this, in nanoseconds since 1970, might be changed again so soon that both
/// changes have the same time.
#[expect(
    clippy::disallowed_methods,
    reason = "it tells only whether a change could be missed; no byte of the site depends on it"
)]
fn settled() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    now.saturating_sub(TICK).as_nanos() as u64
}

/// Longer than file systems take for two changes to have two times (FAT: two seconds).
const TICK: Duration = Duration::from_millis(2_100);

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
    let out = shown(out);
    let next = match is_new {
        true if cfg!(feature = "serve") => format!(
            "\nopen {out}/index.html in a browser; `dateline serve --open` shows each change as you save it"
        ),
        true => format!("\nopen {out}/index.html in a browser"),
        false => String::new(),
    };
    format!("{healed}wrote {pages}{change} to {out}/{next}")
}

/// The folder as seen from here.
fn shown(out: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let near = out.strip_prefix(here).ok().filter(|path| !path.as_os_str().is_empty());
    let shown = near.unwrap_or(out).display().to_string();
    shown.trim_end_matches('/').to_owned()
}
