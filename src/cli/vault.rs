//! `dateline vault`: takes saved copies in, and lists what the vault holds and lacks.

use super::report::{Exit, Stop, print};
use super::site::SiteArgs;
use super::vault_add::{self, AddArgs};
use clap::Subcommand;
use dateline::check::{CopyState, VaultEntry, vault_list};
use dateline::files::Error;
use dateline::pipeline::Inquiry;

#[derive(clap::Args)]
pub(super) struct VaultArgs {
    #[command(subcommand)]
    command: VaultCommand,
}

#[derive(Subcommand)]
enum VaultCommand {
    /// Take a saved file in as the copy of a source
    Add(AddArgs),
    /// List copies that are missing or changed, and what is still to be saved
    List(ListArgs),
}

/// What the reference says below the options.
const EXPLAINED: &str = "\
What is needed most comes first: sources by their quotations that are not checked, then by the claims that rest on
them. The exit code is 1 where a copy is missing or is not the one that was saved. Confidential sources are not named.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
struct ListArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Print nothing but the addresses to save, one to a line
    #[arg(long)]
    addresses: bool,
    /// One JSON object to a copy and line, those that are well too
    #[arg(long, conflicts_with = "addresses")]
    json: bool,
}

pub(super) fn run(args: &VaultArgs) -> Result<Exit, Stop> {
    match &args.command {
        VaultCommand::Add(args) => vault_add::run(args),
        VaultCommand::List(args) => list(args),
    }
}

fn list(args: &ListArgs) -> Result<Exit, Stop> {
    let (_, files) = args.site.open()?;
    let Some(inquiry) = Inquiry::open(&files, &args.site.options())? else {
        return Err(Stop::usage("`site.toml` has mistakes").help("run `dateline check`"));
    };
    let list = inquiry.ask(vault_list);
    print(&match (args.json, args.addresses) {
        (true, _) => lines(&list)?,
        (_, true) => addresses(&list),
        _ => report(&list),
    })?;
    let is_broken = |entry: &VaultEntry| {
        matches!(entry.state, CopyState::Missing | CopyState::Differs)
    };
    Ok(if list.iter().any(is_broken) { Exit::Content } else { Exit::Fine })
}

fn lines(list: &[VaultEntry]) -> Result<String, Error> {
    let mut text = String::new();
    for entry in list {
        let line = serde_json::to_string(entry);
        text.push_str(&line.map_err(|error| Error::new("vault list", error))?);
        text.push('\n');
    }
    Ok(text)
}

fn addresses(list: &[VaultEntry]) -> String {
    let all = list.iter().filter(|entry| entry.state == CopyState::ToSave);
    all.filter_map(|entry| entry.address.as_ref()).map(|url| format!("{url}\n")).collect()
}

/// What each state is called above its list.
const TITLES: [(CopyState, &str); 4] = [
    (CopyState::Missing, "Missing"),
    (CopyState::Differs, "Not what was saved"),
    (CopyState::Unnamed, "Of no source"),
    (CopyState::ToSave, "To save"),
];

fn report(list: &[VaultEntry]) -> String {
    let mut text = String::new();
    for (state, title) in TITLES {
        let some: Vec<&VaultEntry> =
            list.iter().filter(|one| one.state == state).collect();
        if !some.is_empty() {
            text.push_str(&format!("{title}\n"));
            some.into_iter().for_each(|entry| text.push_str(&line(entry)));
            text.push('\n');
        }
    }
    let verified = list.iter().filter(|entry| entry.state == CopyState::Verified).count();
    text + &match verified {
        1 => "1 copy was read and is what was saved\n".to_owned(),
        n => format!("{n} copies were read and are what was saved\n"),
    }
}

/// `  report  https://example.org/report  (3 quotations, 2 claims)`
fn line(entry: &VaultEntry) -> String {
    let what = entry.path.as_ref().or(entry.address.as_ref());
    let parts = entry.source.iter().chain(what).map(String::as_str);
    let counted = |n: usize, one: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let needs = [counted(entry.quotations, "quotation"), counted(entry.claims, "claim")];
    let besides: Vec<String> =
        needs.into_iter().flatten().chain(entry.note.clone()).collect();
    let besides = match besides.is_empty() {
        true => String::new(),
        false => format!("  ({})", besides.join(", ")),
    };
    format!("  {}{besides}\n", parts.collect::<Vec<_>>().join("  "))
}
