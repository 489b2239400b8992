//! `dateline completions SHELL` and `dateline man`: what shells and `man` are told of the program.

use super::report::{Exit, Stop, print};
use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use dateline::files::Error;
use dateline::write;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

#[derive(clap::Args)]
pub(super) struct ManArgs {
    /// Write a page for each command into this folder; without it, the page of the program is printed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints a script that completes commands, options and their words.
pub(super) fn completions(
    args: &CompletionsArgs,
    mut program: Command,
) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, "dateline", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}

/// Prints the manual's page, or writes all pages.
pub(super) fn man(args: &ManArgs, mut program: Command) -> Result<Exit, Stop> {
    program.build();
    let Some(folder) = &args.out else {
        print(&String::from_utf8_lossy(&page(program)?))?;
        return Ok(Exit::Fine);
    };
    let mut rest = vec![program];
    while let Some(command) = rest.pop() {
        rest.extend(
            command.get_subcommands().filter(|one| one.get_name() != "help").cloned(),
        );
        let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
        let path = folder.join(format!("{name}.1"));
        let text = page(command)?;
        if !write::add(&path, &text)? {
            write::put(&path, &text)?;
        }
    }
    Ok(Exit::Fine)
}

fn page(command: Command) -> Result<Vec<u8>, Stop> {
    let mut text = Vec::new();
    let written = Man::new(command).render(&mut text);
    written.map_err(|error| Error::new("the manual", error))?;
    Ok(text)
}
