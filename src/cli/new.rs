//! `dateline new KIND`: a new record in a file of its own.
//!
//! The options are the fields of the kind's table: a new field has its option at once.

use super::report::{Exit, Stop, print, shown};
use super::site::RootArgs;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use dateline::content::{self, Id, Kind, ParseCache};
use dateline::diag::Diagnostics;
use dateline::diag::render;
use dateline::fields::{Field, Shape};
use dateline::files::{self, FilePath, Memory};
use dateline::seeds::{KnownRecords, NewRecord, asked, title_field, told};
use dateline::write;
use jiff::Timestamp;
use jiff::tz::Offset;
use std::io::{self, IsTerminal, Write};
use std::time::SystemTime;

/// What is to be made.
pub(super) struct NewArgs {
    kind: Kind,
    title: Option<String>,
    id: Option<String>,
    values: Vec<(&'static str, Vec<String>)>,
    root: RootArgs,
}

impl Args for NewArgs {
    fn augment_args(command: Command) -> Command {
        command
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(Kind::ALL.iter().map(|kind| of_kind(*kind)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// The command that makes a record of a kind.
fn of_kind(kind: Kind) -> Command {
    let title = match kind {
        Kind::Source => "Its address, or its title",
        Kind::Country => "Its code, such as `ie`",
        _ => "What it is called; words make its id",
    };
    let command = Command::new(kind.word())
        .arg(Arg::new("new-title").value_name(title_name(kind)).help(title))
        .arg(
            Arg::new("new-id")
                .long("id")
                .value_name("ID")
                .help("Its id; without it, one is made of what it is called"),
        );
    let own = kind.table().all().filter(|field| !is_given_otherwise(kind, field.name));
    // Its own words come last, since the options of a site bring some.
    RootArgs::augment_args(command.args(own.map(|field| option(kind, field))))
        .about(format!("Make {} {}", article_of(kind.word()), kind.word()))
        .long_about(None)
}

fn title_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "URL or TITLE",
        Kind::Country => "CODE",
        _ => "TITLE",
    }
}

/// `an` before a vowel.
fn article_of(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// Whether a field has its value from another option, or is none for a record that begins.
fn is_given_otherwise(kind: Kind, field: &str) -> bool {
    let is_title =
        field == title_field(kind) && kind != Kind::Source && kind != Kind::Country;
    is_title || matches!(field, "id" | "slug" | "withdrawn" | "expires")
}

/// A field as an option; of a list it may be given more than once.
fn option(kind: Kind, field: &'static Field) -> Arg {
    let is_free = |one: &String| !kind.table().names().any(|name| name == one);
    let shape = (field.shape)();
    let arg = Arg::new(field.name)
        .long(field.name.replace('_', "-"))
        .value_name("VALUE")
        .help(field.note.trim().trim_end_matches('.'));
    let one = singular(field.name).filter(|_| matches!(shape, Shape::ListOf(_)));
    let arg = match one.filter(is_free) {
        Some(one) => arg.visible_alias(one),
        None => arg,
    };
    match shape {
        Shape::ListOf(_) => arg.action(ArgAction::Append),
        Shape::Words(words) => {
            let words = words.iter().map(|choice| choice.word);
            arg.value_parser(PossibleValuesParser::new(words)).hide_possible_values(true)
        }
        _ => arg,
    }
}

/// `country` for `countries`.
fn singular(name: &str) -> Option<String> {
    match name {
        "aliases" => Some("alias".to_owned()),
        _ => {
            let many = name.strip_suffix("ies").map(|stem| format!("{stem}y"));
            many.or_else(|| name.strip_suffix('s').map(str::to_owned))
        }
    }
}

impl FromArgMatches for NewArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (word, matches) = matches.subcommand().unwrap_or(("", matches));
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let kind = Kind::of_word(word).ok_or_else(missing)?;
        let one = |name: &str| matches.get_one::<String>(name).cloned();
        let fields =
            kind.table().all().filter(|field| !is_given_otherwise(kind, field.name));
        let values = fields.filter_map(|field| {
            let given = matches.get_many::<String>(field.name)?;
            Some((field.name, given.cloned().collect()))
        });
        Ok(NewArgs {
            kind,
            title: one("new-title"),
            id: one("new-id"),
            values: values.collect(),
            root: RootArgs::from_arg_matches(matches)?,
        })
    }

    fn update_from_arg_matches(
        &mut self,
        matches: &ArgMatches,
    ) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub(super) fn run(args: &NewArgs) -> Result<Exit, Stop> {
    let (root, files) = args.root.open()?;
    let known = KnownRecords::of(&files)?;
    let mut values = args.values.clone();
    let mut words = args.title.clone();
    if let Some(title) = &args.title {
        words = Some(take_title(args.kind, title, &known, &mut values));
    }
    ask_for_the_rest(args.kind, &mut values)?;
    let words = words.or_else(|| value(&values, title_field(args.kind)));
    let id = match &args.id {
        Some(id) => own_id(args.kind, id, &known)?,
        None => NewRecord::free_id(args.kind, &words.unwrap_or_default(), |id| {
            known.has(args.kind, id)
        }),
    };
    let record = NewRecord { kind: args.kind, id, values };
    check(&record)?;
    let path = record.path();
    if !write::add(&root.join(&path), record.text().as_bytes())? {
        return Err(Stop::usage(format!("there is a file `{path}` already"))
            .help("give the record another id with `--id`"));
    }
    print(&format!("{path}\n"))?;
    Ok(Exit::Fine)
}

fn value(values: &[(&'static str, Vec<String>)], name: &str) -> Option<String> {
    let found = values.iter().find(|(other, _)| *other == name);
    found.and_then(|(_, values)| values.first().cloned())
}

/// Puts what stands behind the kind where it belongs, with what it tells; the words to make an id of.
fn take_title(
    kind: Kind,
    title: &str,
    known: &KnownRecords,
    values: &mut Vec<(&'static str, Vec<String>)>,
) -> String {
    if kind == Kind::Country {
        return title.to_owned();
    }
    let found = if kind == Kind::Source { told(title, known) } else { None };
    match found {
        Some(found) => {
            for (name, told) in found.values {
                if value(values, name).is_none() {
                    values.push((name, told));
                }
            }
            found.words
        }
        None => {
            values.push((title_field(kind), vec![title.to_owned()]));
            title.to_owned()
        }
    }
}

/// Fields without which there is no record: asked on a terminal, else an error. A date is today's.
fn ask_for_the_rest(
    kind: Kind,
    values: &mut Vec<(&'static str, Vec<String>)>,
) -> Result<(), Stop> {
    let open: Vec<_> =
        asked(kind).filter(|field| value(values, field.name).is_none()).collect();
    let mut lacking = Vec::new();
    for field in open {
        let usual = (field.name == "date").then(today);
        let given = match io::stdin().is_terminal() {
            true => ask(field.name, field.note, usual.as_deref())?,
            false => usual,
        };
        match given {
            Some(given) => values.push((field.name, vec![given])),
            None => lacking.push(field.name),
        }
    }
    if lacking.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = lacking.iter().map(|name| format!("`{name}`")).collect();
    let word = kind.word();
    let message = format!("{} {word} needs {}", article_of(word), names.join(" and "));
    Err(Stop::usage(message)
        .help(format!("`dateline new {word} --help` lists all options")))
}

/// One line from the terminal; an empty one is the usual value.
fn ask(name: &str, note: &str, usual: Option<&str>) -> Result<Option<String>, Stop> {
    let usual_shown = usual.map_or(String::new(), |usual| format!(" [{usual}]"));
    let mut out = io::stderr();
    let failed = |error| files::Error::new("the terminal", error);
    write!(out, "{name} ({note}){usual_shown}: ")
        .and_then(|()| out.flush())
        .map_err(failed)?;
    let mut line = String::new();
    io::stdin().read_line(&mut line).map_err(failed)?;
    let line = line.trim();
    Ok(if line.is_empty() { usual.map(str::to_owned) } else { Some(line.to_owned()) })
}

/// Today, in the zone of nobody: a day that a writer may change.
#[expect(
    clippy::disallowed_methods,
    reason = "it is a first value for a file that its author edits; no build reads it"
)]
fn today() -> String {
    let now = Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH);
    Offset::UTC.to_datetime(now).date().to_string()
}

fn own_id(kind: Kind, id: &str, known: &KnownRecords) -> Result<String, Stop> {
    let id = Id::new(id).ok_or_else(|| {
        Stop::usage(format!("`{}` can't be an id", shown(id))).help(
            "small letters, digits and `-`, with `/` between parts: `ie/capel-street`",
        )
    })?;
    if known.has(kind, id.as_str()) {
        let message = format!(
            "there is {} {} `{id}` already",
            article_of(kind.word()),
            kind.word()
        );
        return Err(Stop::usage(message));
    }
    Ok(id.to_string())
}

/// Reads the new record as a build would, so that a mistake in an option is told at once.
fn check(record: &NewRecord) -> Result<(), Stop> {
    let mut files = Memory::default();
    let path = FilePath::new(&record.path())
        .map_err(|reason| Stop::usage(format!("the id can't be a path: {reason}")))?;
    files.insert(path, record.text().into_bytes());
    let texts = files::scan(&files)?;
    let mut found = Diagnostics::default();
    let parsed = content::parse(&texts, &ParseCache::default(), &mut found);
    parsed.records.documents(&parsed.kept, &texts, &mut found);
    if !found.has_errors() {
        return Ok(());
    }
    let told = render::short(&found.sorted(), &texts);
    Err(Stop::usage(format!("nothing was written\n{}", told.trim_end())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_an_option_for_one_of_its_items_too() {
        assert_eq!(singular("countries").as_deref(), Some("country"));
        assert_eq!(singular("claims").as_deref(), Some("claim"));
        assert_eq!(singular("contrary"), None);
    }
}
