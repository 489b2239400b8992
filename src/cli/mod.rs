//! The command line: one file per command, [`report`] for what all of
//! them print, [`watch`] and [`display`] for how long that takes.

mod build;
mod check;
mod diff;
mod display;
mod explain;
mod import;
mod release;
mod report;
mod revision;
#[cfg(feature = "serve")]
mod serve;
mod sign;
mod site;
mod stats;
mod vault;
mod vault_add;
mod verify;
mod watch;
mod what_if;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// An evidence compiler whose output is a static site.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check the site and write it
    Build(build::BuildArgs),
    /// Show the site in a browser, and each change as soon as it is saved
    #[cfg(feature = "serve")]
    Serve(serve::ServeArgs),
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
}

/// Does what the command line asks for. A command line that is wrong ends the program with 2.
pub(crate) fn run() -> ExitCode {
    let done = match Args::parse().command {
        Command::Build(args) => build::run(&args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args),
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
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Args::command().debug_assert();
    }
}
