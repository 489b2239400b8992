//! `dateline release`: checks the site, writes it, and records what it says.

use super::report::{Exit, ReportArgs, Stop};
use super::site::SiteArgs;
use dateline::files::Files;
use dateline::output::Output;
use dateline::pipeline::{self, Options, Workspace};
use dateline::releases::{EditionRecord, FOLDER, Releases, compare, free_name};
use dateline::write::{self, Existing, Failure, Ledger, Target};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// What the reference says below the options.
const EXPLAINED: &str = "\
The record is `releases/<day>.json` in the site's folder, to be committed; a second one of a day gets a number. Nothing is ever
written over. It holds the words of all that is published, and nothing of drafts and confidential sources.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
pub(super) struct ReleaseArgs {
    /// Where the site is written; without it, `public` in the site's folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    report: ReportArgs,
}

/// What a release has done.
struct Released {
    name: String,
    record: EditionRecord,
}

pub(super) fn run(args: &ReleaseArgs) -> Result<Exit, Stop> {
    let asked = args.site.options();
    if asked.drafts {
        return Err(Stop::usage("a release has no drafts")
            .help("leave `--drafts` out, or show them with `dateline build --drafts`"));
    }
    let (root, files) = args.site.open()?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let target = match Target::new(&root, &out) {
        Ok(target) => target,
        Err(failure) => return args.report.refused(failure),
    };
    let day = asked.as_of.or_else(today);
    let day = day.ok_or_else(|| {
        Stop::usage("the clock of this machine tells no day")
            .help("give it with `--as-of`")
    })?;
    let options =
        Options { thorough: true, release: true, out: target.inside(&root), ..asked };
    let mut watch = args.report.watch();
    let progress = watch.progress();
    write::tidy(&target);
    let inputs = pipeline::look(&files, 0)?;
    let ledger = Ledger::default();
    let finish = |output: &Output<'_>, files: &dyn Files| {
        let existing = Existing::Keep(&ledger);
        let report = write::disk(&target, output, files, existing, &progress)?;
        Ok::<_, Failure>((
            report.root().to_string(),
            output.recorder.as_ref().map(|it| it.record()),
        ))
    };
    let mut built =
        Workspace::new(options).build(&files, inputs, &mut watch, &(), finish)?;
    let mut released = None;
    if let Some(Ok((sum, record))) = &mut built.finished {
        let shelf = Releases::of(&built.texts);
        let mut record = record.take().unwrap_or_default();
        record.date = day.to_string();
        record.root = Some(std::mem::take(sum));
        if let Some(last) = shelf.newest()
            && let Ok(before) = last.read()
        {
            record.previous = Some(last.name().to_owned());
            record.changes = compare(&before, &record).in_short();
        }
        let name = free_name(day, &shelf);
        let path = root.join(FOLDER).join(format!("{name}.json"));
        if !write::add(&path, record.text().as_bytes())? {
            let message = format!("`{}` is there already", path.display());
            return Err(
                Stop::content(message).help("nothing is ever written over a release")
            );
        }
        released = Some(Released { name, record });
    }
    args.report.outcome(built, watch, |_| summary(released.as_ref()))
}

/// Today, in UTC: the day of a release is for people.
#[expect(
    clippy::disallowed_methods,
    reason = "a release has a day; no byte of the site depends on it"
)]
fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let now = Timestamp::from_second(i64::try_from(since.as_secs()).ok()?).ok()?;
    Some(TimeZone::UTC.to_datetime(now).date())
}

fn summary(released: Option<&Released>) -> String {
    let Some(Released { name, record }) = released else { return String::new() };
    let root = record.root.as_deref().unwrap_or_default();
    let since = match &record.previous {
        Some(before) => {
            format!("; {} changed since {before}", things(record.changes.len()))
        }
        None => String::new(),
    };
    format!(
        "released {}{since}\nrecord: {FOLDER}/{name}.json, to be committed\nroot: {root}",
        things(record.items.len())
    )
}

fn things(count: usize) -> String {
    if count == 1 { "1 item".to_owned() } else { format!("{count} items") }
}
