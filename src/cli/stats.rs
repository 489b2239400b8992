//! `dateline stats`: what the site has of each country.

use super::report::{Exit, Stop, print};
use super::site::SiteArgs;
use dateline::check::stats::{Counts, Coverage};
use dateline::files::Error;
use dateline::pipeline;
use std::cmp::Reverse;

/// What the reference says below the options.
const EXPLAINED: &str = "\
An article counts for each country that it is about; a location for its country; a claim
for each country that it, or a location of it, is about; a source where any of these, or a
dated fact, rests on it. `Archived` is the share of these sources of which a copy is kept. `Unheard` are claims
with neither `responses` nor `right_of_reply`. What has no status or language is `unknown`.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
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
    let text = match args.json {
        true => lines(&all)?,
        false => report(&all),
    };
    print(&text)?;
    Ok(Exit::Fine)
}

fn lines(all: &[Coverage]) -> Result<String, Error> {
    let mut text = String::new();
    for one in all {
        let line = serde_json::to_string(one);
        text.push_str(&line.map_err(|error| Error::new("stats", error))?);
        text.push('\n');
    }
    Ok(text)
}

/// A table of numbers, then what they are made of.
fn report(all: &[Coverage]) -> String {
    if all.is_empty() {
        return "the site has nothing of any country\n".into();
    }
    let head = [
        "Country",
        "Articles",
        "Locations",
        "Sources",
        "Archived",
        "Claims",
        "Unheard",
        "Reviewed",
    ];
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(all.iter().map(row));
    let mut text = table(&rows);
    text.push_str(&part("Locations by status", all, |one| &one.locations));
    text.push_str(&part("Sources by language", all, |one| &one.sources));
    text.push_str(&part("Claims by status", all, |one| &one.claims));
    text
}

fn row(one: &Coverage) -> [String; 8] {
    let sources = total(&one.sources);
    [
        name(one),
        one.articles.to_string(),
        total(&one.locations).to_string(),
        sources.to_string(),
        share(one.archived, sources),
        total(&one.claims).to_string(),
        one.unheard.to_string(),
        one.reviewed.clone().unwrap_or_else(|| "never".into()),
    ]
}

/// Rows with their cells one below the other: words to the left, numbers to the right.
fn table(rows: &[[String; 8]]) -> String {
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths: [usize; 8] = std::array::from_fn(width);
    let mut text = String::new();
    for [first, numbers @ .., last] in rows {
        text.push_str(&format!("{first:<0$}", widths[0]));
        for (cell, width) in numbers.iter().zip(&widths[1..]) {
            text.push_str(&format!("  {cell:>width$}"));
        }
        text.push_str(&format!("  {last}\n"));
    }
    text
}

/// How often each word occurs in each country that has any, the most frequent first.
fn part(title: &str, all: &[Coverage], counts: fn(&Coverage) -> &Counts) -> String {
    let shown = || all.iter().filter(|one| !counts(one).is_empty());
    let Some(width) = shown().map(|one| name(one).chars().count()).max() else {
        return String::new();
    };
    let mut text = format!("\n{title}\n");
    for one in shown() {
        text.push_str(&format!("  {:<width$}  {}\n", name(one), counted(counts(one))));
    }
    text
}

fn name(one: &Coverage) -> String {
    format!("{} ({})", one.country, one.code)
}

/// `closed 3, reported 1`
fn counted(counts: &Counts) -> String {
    let mut counts: Vec<(&String, &usize)> = counts.iter().collect();
    counts.sort_by_key(|(_, n)| Reverse(**n));
    let parts = counts.into_iter().map(|(word, n)| format!("{word} {n}"));
    parts.collect::<Vec<String>>().join(", ")
}

fn total(counts: &Counts) -> usize {
    counts.values().sum()
}

/// `25 %`; a dash where there is nothing to have a share in.
fn share(part: usize, all: usize) -> String {
    (part * 100).checked_div(all).map_or_else(|| "–".into(), |share| format!("{share} %"))
}
