//! `dateline what-if`: what rests on some sources.

use super::report::{Exit, Stop, print};
use super::site::SiteArgs;
use dateline::check::{ClaimLoss, SentenceLoss, Subject, losses, sentences, standings};
use dateline::diag::nearest;
use dateline::files::Error;
use dateline::model::SourceId;
use dateline::pipeline::Inquiry;
use serde::Serialize;
use std::collections::BTreeSet;

/// What the reference says below the options.
const EXPLAINED: &str = "\
With a source falls what merely repeats it and nothing else. A source of a dead host falls where no copy of it is kept:
none in the vault that was read and is what was saved, and none in a web archive elsewhere. Claims that no longer meet
what their status asks for come first; then those that lose a source; then sentences and dated facts that cite nothing
but what fell. Nothing is written, and the exit code is 0.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
pub(super) struct WhatIfArgs {
    /// A source that is withdrawn or proves to be wrong, by its id; may be given several times
    #[arg(long, value_name = "SOURCE", required_unless_present = "dead")]
    drop: Vec<String>,
    /// A host that is gone, with all below it: `example.org`; may be given several times
    #[arg(long, value_name = "HOST")]
    dead: Vec<String>,
    /// One JSON object
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    site: SiteArgs,
}

/// What would be lost.
#[derive(Serialize)]
struct Losses {
    /// The sources that fall, by their ids.
    sources: Vec<String>,
    claims: Vec<ClaimLoss>,
    sentences: Vec<SentenceLoss>,
}

pub(super) fn run(args: &WhatIfArgs) -> Result<Exit, Stop> {
    let (_, files) = args.site.open()?;
    let Some(mut inquiry) = Inquiry::open(&files, &args.site.options())? else {
        return Err(Stop::usage("`site.toml` has mistakes").help("run `dateline check`"));
    };
    let fallen = inquiry.ask(|subject| fallen(args, subject))?;
    let before = inquiry.ask(standings);
    let (ids, sentences) = inquiry.ask(|subject| {
        let id = |id: &SourceId| {
            let source = &subject.site[*id];
            (!source.is_confidential()).then(|| source.names.id.to_string())
        };
        (fallen.iter().filter_map(id).collect(), sentences(subject, &fallen))
    });
    let site = inquiry.site_mut();
    site.drop_sources(&fallen);
    args.dead.iter().for_each(|host| site.drop_host(host));
    let after = inquiry.ask(standings);
    let claims = inquiry.ask(|subject| losses(subject, &before, &after));
    let lost = Losses { sources: ids, claims, sentences };
    let text = match args.json {
        true => {
            let line = serde_json::to_string(&lost);
            format!("{}\n", line.map_err(|error| Error::new("what-if", error))?)
        }
        false => report(&lost),
    };
    print(&text)?;
    Ok(Exit::Fine)
}

/// The sources that fall.
fn fallen(args: &WhatIfArgs, subject: &Subject<'_>) -> Result<BTreeSet<SourceId>, Stop> {
    let mut dropped = BTreeSet::new();
    for name in &args.drop {
        let name = name.trim_start_matches('@');
        let mut all = subject.site.sources_with_ids();
        let Some((id, _)) = all.find(|(_, source)| source.names.id.as_str() == name)
        else {
            let shown =
                subject.site.sources.iter().filter(|source| !source.is_confidential());
            let near = nearest(name, shown.map(|source| source.names.id.as_str()));
            let stop = Stop::usage(format!("no source is called `{name}`"));
            return Err(match near {
                Some(near) => stop.help(format!("did you mean `{near}`?")),
                None => stop,
            });
        };
        dropped.insert(id);
    }
    dropped.extend(subject.site.lost_with(&args.dead, subject.vault));
    Ok(subject.site.fallen(&dropped))
}

fn report(lost: &Losses) -> String {
    let mut text = match lost.sources.as_slice() {
        [] => "no source falls\n".to_owned(),
        some => format!("fall: {}\n", some.join(", ")),
    };
    for (falls, title) in
        [(true, "Claims that lose their status"), (false, "Claims that lose a source")]
    {
        let some: Vec<&ClaimLoss> =
            lost.claims.iter().filter(|one| one.falls == falls).collect();
        if !some.is_empty() {
            text.push_str(&format!("\n{title}\n"));
            some.into_iter().for_each(|claim| text.push_str(&of_claim(claim)));
        }
    }
    if !lost.sentences.is_empty() {
        text.push_str("\nSentences and dated facts without a source\n");
        for one in &lost.sentences {
            text.push_str(&format!("  {}: {}\n", one.place, one.text));
        }
    }
    text
}

fn of_claim(claim: &ClaimLoss) -> String {
    let ClaimLoss { claim: id, status, place, sources, origins, breaks, .. } = claim;
    let mut text = format!(
        "  {id} ({status}, {place}): sources {} to {}, traced origins {} to {}\n",
        sources.0, sources.1, origins.0, origins.1
    );
    for (code, message) in breaks {
        text.push_str(&format!("    {code}: {message}\n"));
    }
    text
}
