//! `dateline stats`: what the site has of each country.

use super::report::{Exit, Stop, print};
use super::site::SiteArgs;
use dateline::check::stats::{Counts, Coverage};
use dateline::files::Error;
use dateline::pipeline;

#[derive(clap::Args)]
pub(super) struct StatsArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// One JSON object to a country and line
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &StatsArgs) -> Result<Exit, Stop> {
    let (_, files) = args.site.open()?;
    let Some(all) = pipeline::coverage(&files, &args.site.options())? else {
        return Err(Stop::usage("`site.toml` has mistakes").help("run `dateline check`"));
    };
    for one in &all {
        let line = match args.json {
            true => {
                serde_json::to_string(one).map_err(|error| Error::new("stats", error))?
            }
            false => row(one),
        };
        print(&format!("{line}\n"))?;
    }
    Ok(Exit::Fine)
}

fn row(one: &Coverage) -> String {
    let sources: usize = one.sources.values().sum();
    format!(
        "{} ({}): articles {}, locations {}, sources {} ({} archived), claims {}, \
         without response {}, reviewed {}",
        one.country,
        one.code,
        one.articles,
        counted(&one.locations),
        counted(&one.sources),
        share(one.archived, sources),
        counted(&one.claims),
        one.unanswered,
        one.reviewed.as_deref().unwrap_or("never"),
    )
}

/// `4 (closed 3, reported 1)`
fn counted(counts: &Counts) -> String {
    let parts: Vec<String> =
        counts.iter().map(|(word, n)| format!("{word} {n}")).collect();
    let all: usize = counts.values().sum();
    if parts.is_empty() { "0".into() } else { format!("{all} ({})", parts.join(", ")) }
}

fn share(part: usize, all: usize) -> String {
    format!("{} %", (part * 100).checked_div(all).unwrap_or(0))
}
