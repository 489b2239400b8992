//! The command line: one file per command, [`report`] for what all of
//! them print, [`watch`] and [`display`] for how long that takes.

mod build;
mod check;
mod completions;
mod diff;
mod display;
mod explain;
mod import;
mod init;
#[cfg(feature = "lsp")]
mod lsp;
mod markdown;
mod new;
mod release;
mod report;
mod revision;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod sign;
mod site;
mod stats;
mod theme;
mod vault;
mod vault_add;
mod verify;
mod watch;
mod what_if;

use clap::{CommandFactory, Parser, Subcommand};
use std::process::ExitCode;

/// What whoever asks for help may want to do first.
const BEGIN: &str = "\
To begin:
  dateline init my-site            a small site with one of everything
  dateline serve --open            see it, and each change as you save it
  dateline new article \"Title\"     a new article; also source, location, claim, entity, country, page
  dateline check                   what is missing
  dateline build                   make the site

`dateline COMMAND --help` says what a command does. `dateline explain E0105` explains a message.";

/// An evidence compiler whose output is a static site.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true, after_help = BEGIN)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a small working site with one of everything
    Init(init::InitArgs),
    /// Make a new record in a file of its own
    New(new::NewArgs),
    /// Check the site and write it
    Build(build::BuildArgs),
    /// Show the site in a browser, and each change as soon as it is saved
    #[cfg(feature = "serve")]
    Serve(serve::ServeArgs),
    /// Speak with an editor: what is wrong as you write, completion, cards, renaming
    #[cfg(feature = "lsp")]
    Lsp(lsp::LspArgs),
    /// Report all that `build` reports and what only a check asks, and write nothing
    Check(check::CheckArgs),
    /// Count what the site has of each country
    Stats(stats::StatsArgs),
    /// Explain a code of a message: the rule, its reason, an example
    Explain(explain::ExplainArgs),
    /// Make a site of a folder of Hugo, Jekyll, Zola, Obsidian, Docusaurus or MkDocs
    Import(import::ImportArgs),
    /// Take saved copies in, and list what is missing
    Vault(vault::VaultArgs),
    /// Say what would be lost without some sources
    WhatIf(what_if::WhatIfArgs),
    /// Check the site, write it and record what it says
    Release(release::ReleaseArgs),
    /// Tell what two releases, sites or revisions say differently
    Diff(diff::DiffArgs),
    /// Compare a folder with the manifest of the site in it
    Verify(verify::VerifyArgs),
    /// Sign the manifest of a site that was built
    Sign(sign::SignArgs),
    /// List the files of the theme, copy one to change it, and show its components
    Theme(theme::ThemeArgs),
    /// Print the JSON Schemas of `site.toml`, front matter and registries, for editors
    Schema(schema::SchemaArgs),
    /// Print a script that completes commands and options in a shell
    Completions(completions::CompletionsArgs),
    /// Print the page of the manual, or write the pages of all commands
    Man(completions::ManArgs),
}

/// Does what the command line asks for. A command line that is wrong ends the program with 2.
pub(crate) fn run() -> ExitCode {
    let done = match Args::parse().command {
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Build(args) => build::run(&args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args),
        #[cfg(feature = "lsp")]
        Command::Lsp(args) => lsp::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Vault(args) => vault::run(&args),
        Command::WhatIf(args) => what_if::run(&args),
        Command::Release(args) => release::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Sign(args) => sign::run(&args),
        Command::Theme(args) => theme::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::completions(&args, Args::command()),
        Command::Man(args) => completions::man(&args, Args::command()),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(stop) => {
            report::complain(&stop);
            stop.exit.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Args::command().debug_assert();
    }
}
