//! `dateline lsp`: the site in an editor.

use super::report::{Exit, Stop};
use dateline::lsp::{self, EditorSetup};
use dateline::pipeline::Options;
use std::path::PathBuf;

/// What the reference says below the options.
const EXPLAINED: &str = "\
Editors start it and speak with it on standard input and output, by the Language Server Protocol. It says what `build`
says as you write, completes fields, words, ids, sources and countries, shows the card of what is under the mouse, goes to
where it is written, finds all places that name it, gives it another id everywhere, and offers to mend what it can.
docs/editors.md says how to set up an editor.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
pub(super) struct LspArgs {
    /// The folder with `site.toml`; without it, the one in or above the folder that the editor has open
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Say all that `dateline check` says
    #[arg(long)]
    check: bool,
    /// For editors that add it; there is no other way to speak
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(super) fn run(args: &LspArgs) -> Result<Exit, Stop> {
    let options = Options { preview: true, thorough: args.check, ..Options::default() };
    lsp::serve(&EditorSetup { root: args.root.clone(), options })?;
    Ok(Exit::Fine)
}
