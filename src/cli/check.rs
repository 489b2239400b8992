//! `dateline check`: what `build` would report, without writing.

use super::report::{Exit, ReportArgs, Stop};
use super::site::SiteArgs;
use dateline::files::Files;
use dateline::output::Output;
use dateline::pipeline::{self, Options, Workspace};
use dateline::write;

#[derive(clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    report: ReportArgs,
}

pub(super) fn run(args: &CheckArgs) -> Result<Exit, Stop> {
    let (_, files) = args.site.open()?;
    let options =
        Options { thorough: true, smaller_pictures: false, ..args.site.options() };
    // A template that fails on one page is seen only when the page is made.
    let mut watch = args.report.watch();
    let progress = watch.progress();
    let rehearse = |output: &Output<'_>, files: &dyn Files| {
        write::rehearse(output, files, &progress)
    };
    // Nothing is kept, so how files look makes no difference.
    let inputs = pipeline::look(&files, 0)?;
    let built =
        Workspace::new(options).build(&files, inputs, &mut watch, &(), rehearse)?;
    args.report.outcome(built, watch, |()| "no errors".to_owned())
}
