//! `dateline stats`: what the site has of each country.

use super::report::{Exit, Stop, print};
use super::site::SiteArgs;
use dateline::check::stats::{self, Counts, Coverage, QuotationCounts};
use dateline::files::Error;
use dateline::pipeline::Inquiry;
use std::cmp::Reverse;

/// What the reference says below the options.
const EXPLAINED: &str = "\
An article counts for each country that it is about; a location for its country; a claim
for each country that it, or a location of it, is about; a source where any of these, or a
dated fact, rests on it. `Verified` is the share of these sources of which a copy in the vault was read that is what
was saved, `Named` that of those of which a copy is named, there or in a web archive. `Unheard` are claims
with neither `responses` nor `right_of_reply`. What has no status or language is `unknown`.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
pub(super) struct StatsArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// One JSON object to a country and line; then one for the quotations of the site, if it has any
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &StatsArgs) -> Result<Exit, Stop> {
    let (_, files) = args.site.open()?;
    let Some(inquiry) = Inquiry::open(&files, &args.site.options())? else {
        return Err(Stop::usage("`site.toml` has mistakes").help("run `dateline check`"));
    };
    let (all, quoted) = inquiry
        .ask(|subject| (stats::coverage(&subject.edition()), stats::quotations(subject)));
    let text = match args.json {
        true => lines(&all, &quoted)?,
        false => report(&all) + &quotations(&quoted),
    };
    print(&text)?;
    Ok(Exit::Fine)
}

/// What became of the quotations, in one line; nothing where there is none.
fn quotations(quoted: &QuotationCounts) -> String {
    let QuotationCounts { checked, missing, without_copy, unread, translated } = quoted;
    if *quoted == QuotationCounts::default() {
        return String::new();
    }
    format!(
        "\nQuotations\n  checked {checked}, not found {missing}, not checked {}: \
         {without_copy} without a copy, {unread} without a text, {translated} translated\n",
        without_copy + unread + translated
    )
}

fn lines(all: &[Coverage], quoted: &QuotationCounts) -> Result<String, Error> {
    let mut text = String::new();
    for one in all {
        let line = serde_json::to_string(one);
        text.push_str(&line.map_err(|error| Error::new("stats", error))?);
        text.push('\n');
    }
    if *quoted != QuotationCounts::default() {
        let line = serde_json::json!({ "quotations": quoted });
        text.push_str(&format!("{line}\n"));
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
        "Verified",
        "Named",
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

fn row(one: &Coverage) -> [String; 9] {
    let sources = total(&one.sources);
    [
        name(one),
        one.articles.to_string(),
        total(&one.locations).to_string(),
        sources.to_string(),
        share(one.verified, sources),
        share(one.archived, sources),
        total(&one.claims).to_string(),
        one.unheard.to_string(),
        one.reviewed.clone().unwrap_or_else(|| "never".into()),
    ]
}

/// Rows with their cells one below the other: words to the left, numbers to the right.
fn table(rows: &[[String; 9]]) -> String {
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths: [usize; 9] = std::array::from_fn(width);
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
