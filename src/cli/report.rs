//! What the program prints, in which form, and how it ends.

use super::watch::{Timings, Watch};
use clap::ValueEnum;
use dateline::diag::render::{self, Colour};
use dateline::diag::{
    Code, Diagnostic, Diagnostics, Limited, Place, Severity, codes, limited,
};
use dateline::files::{Error, TextFiles};
use dateline::pipeline::Outcome;
use dateline::write::Failure;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// All is well.
    Fine = 0,
    /// The content has errors.
    Content = 1,
    /// The command line or `site.toml` is wrong.
    Usage = 2,
    /// Reading or writing failed.
    Machine = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Why the program stops before it has a result.
pub(super) struct Stop {
    pub(super) exit: Exit,
    message: String,
    help: Vec<String>,
}

impl Stop {
    /// The command line asks for something that can't be.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Stop { exit: Exit::Usage, message: message.into(), help: Vec::new() }
    }

    /// What was to be looked at is not as it should be.
    pub(super) fn content(message: impl Into<String>) -> Self {
        Stop { exit: Exit::Content, ..Stop::usage(message) }
    }

    /// With what to do instead.
    pub(super) fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop { exit: Exit::Machine, message: error.to_string(), help: Vec::new() }
    }
}

/// So many diagnostics are shown with their lines; nobody reads the lines of more.
const MOST_IN_FULL: usize = 1000;

/// So many diagnostics of each code are shown where nothing else is asked for.
const MOST_OF_ONE: &str = "100";

/// In which form diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines they are about, on standard error
    Human,
    /// One to a line, on standard error
    Short,
    /// One JSON object to a line, on standard output
    Json,
}

/// What may be printed; the same options for every command that reads the site.
#[derive(clap::Args)]
pub(super) struct ReportArgs {
    /// How messages are printed
    #[arg(long, value_enum, default_value = "human", value_name = "FORMAT")]
    format: Format,
    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// How many messages of each code are shown; 0 shows all. As JSON, all are shown
    #[arg(long, default_value = MOST_OF_ONE, value_name = "N")]
    limit: usize,
    /// Print errors and warnings only
    #[arg(long, short)]
    quiet: bool,
    /// Say how long each stage took, on standard error; as JSON, on standard output
    #[arg(long)]
    timings: bool,
}

impl ReportArgs {
    fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }

    /// Looks on at a build that begins now. How far it is shows where a person looks on too.
    pub(super) fn watch(&self) -> Watch {
        let shows = self.format() != Format::Json && !self.quiet;
        Watch::start(shows && io::stderr().is_terminal() && !is_dumb())
    }

    /// Prints all that a build has found and, where it was finished, what `done` says of it; then
    /// how long it took, where that is asked for.
    pub(super) fn outcome<R>(
        &self,
        built: Outcome<Result<R, Failure>>,
        watch: Watch,
        done: impl FnOnce(R) -> String,
    ) -> Result<Exit, Stop> {
        let timings = watch.stop();
        let mut found = built.diagnostics;
        let end = match built.finished {
            None => Ok(None),
            Some(Ok(result)) => Ok(Some(done(result))),
            Some(Err(failure)) => told(failure, &mut found).map(|()| None),
        };
        let found = found.sorted();
        self.diagnostics(&found, &built.texts)?;
        if let Some(text) = end? {
            self.done(&text)?;
        }
        if self.timings {
            self.timings(&timings)?;
        }
        let exit = exit(&found, &built.texts);
        // The process ends now, and the system takes its memory back sooner than we could.
        std::mem::forget(built.texts);
        Ok(exit)
    }

    /// Prints what is there already: nothing has changed since it was built, and nothing was
    /// found then.
    pub(super) fn nothing_to_do(&self, watch: Watch, text: &str) -> Result<Exit, Stop> {
        let timings = watch.stop();
        self.diagnostics(&[], &TextFiles::default())?;
        self.done(text)?;
        if self.timings {
            self.timings(&timings)?;
        }
        Ok(Exit::Fine)
    }

    /// Prints why nothing is even begun.
    pub(super) fn refused(&self, failure: Failure) -> Result<Exit, Stop> {
        let mut found = Diagnostics::default();
        told(failure, &mut found)?;
        let found = found.sorted();
        let texts = TextFiles::default();
        self.diagnostics(&found, &texts)?;
        Ok(exit(&found, &texts))
    }

    /// Prints the diagnostics, then how many there are.
    pub(super) fn diagnostics(
        &self,
        found: &[Diagnostic],
        texts: &TextFiles,
    ) -> Result<(), Stop> {
        let most = if self.limit == 0 { usize::MAX } else { self.limit };
        // A program can count, and an editor marks each place.
        let Limited { shown, more } = match self.format() {
            Format::Json => return print(&render::json(found, texts)),
            Format::Short | Format::Human => limited(found, most),
        };
        let in_full = if self.format() == Format::Human { MOST_IN_FULL } else { 0 };
        let (first, rest) = shown.split_at(shown.len().min(in_full));
        warn(&render::human(first, texts, colour()));
        warn(&render::short(rest, texts));
        if !more.is_empty() {
            warn(&format!("{}--limit 0 shows all\n", render::more(&more)));
        }
        let summary = render::summary(found);
        if !(summary.is_empty() || self.quiet) {
            warn(&format!("{summary}\n"));
        }
        Ok(())
    }

    fn timings(&self, timings: &Timings) -> Result<(), Stop> {
        match self.format() {
            Format::Json => print(&timings.json()),
            Format::Human | Format::Short => {
                warn(&timings.table());
                Ok(())
            }
        }
    }

    /// Prints what was done, unless only messages are asked for.
    pub(super) fn done(&self, text: &str) -> Result<(), Stop> {
        match self.format() {
            Format::Json => Ok(()),
            _ if self.quiet => Ok(()),
            _ => print(&format!("{text}\n")),
        }
    }
}

/// Adds to `found` what a failure tells the author; what it tells of the machine is an error.
fn told(failure: Failure, found: &mut Diagnostics) -> Result<(), Stop> {
    match failure {
        Failure::Content(mistakes) => found.append(mistakes),
        Failure::Refused(reason) => found.push(*reason),
        Failure::Machine(error) => return Err(error.into()),
    }
    Ok(())
}

/// How a run with these diagnostics ends: a mistake in `site.toml` or a wrong output folder counts
/// as a wrong command.
fn exit(found: &[Diagnostic], texts: &TextFiles) -> Exit {
    let errors = || found.iter().filter(|one| one.severity == Severity::Error);
    let in_site_toml = |place: &Place| match place {
        Place::Text(span) => texts.get(span.file).path.as_str() == "site.toml",
        Place::Path(path, _) => path == "site.toml",
        Place::Site => false,
    };
    let is_usage = |code: Code| {
        code.id().starts_with("E00")
            || code == codes::FOREIGN_OUTPUT
            || code == codes::OUTPUT_IN_SITE
    };
    if errors().any(|one| is_usage(one.code) || in_site_toml(&one.place)) {
        Exit::Usage
    } else if errors().next().is_some() {
        Exit::Content
    } else {
        Exit::Fine
    }
}

/// Prints a result. Where nobody reads any more (`| head`), that is no failure.
pub(super) fn print(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Error::new("standard output", error).into())
        }
        _ => Ok(()),
    }
}

/// Prints a message. There is nowhere to say that standard error can't be written.
pub(super) fn warn(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Prints why the program stops.
pub(super) fn complain(stop: &Stop) {
    let shown = shown(&stop.message);
    let help: String =
        stop.help.iter().map(|help| format!("  = help: {help}\n")).collect();
    warn(&format!("error: {shown}\n{help}"));
}

/// A path or an argument as it may be shown: it may hold characters that act on a terminal.
pub(super) fn shown(text: &str) -> String {
    let seen = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().map(seen).collect()
}

/// Whether results go to a person who has not asked for plain text.
pub(super) fn is_styled() -> bool {
    io::stdout().is_terminal() && may_style()
}

/// Whether nothing forbids colours.
fn may_style() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !is_set("NO_COLOR") && !is_dumb()
}

/// Colour where a person looks on and has not asked for none.
fn colour() -> Colour {
    match io::stderr().is_terminal() && may_style() {
        true => Colour::On,
        false => Colour::Off,
    }
}

/// Whether the terminal says that it can do nothing but print lines.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}
