//! `dateline serve`: the site in a browser, as it is written.

use super::report::{Exit, ReportArgs, Stop, complain};
use super::site::RootArgs;
use clap::ValueEnum;
use dateline::diag::Diagnostic;
use dateline::files::TextFiles;
use dateline::pipeline::Options;
use dateline::serve::{self, Editor, News, Setup};
use jiff::civil::Date;
use std::time::Instant;

#[derive(clap::Args)]
pub(super) struct ServeArgs {
    /// The port; without it, the first from 4400 on that is free
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Open the home page in a browser
    #[arg(long)]
    open: bool,
    /// The editor that links to mistakes open
    #[arg(long, value_enum, default_value = "vscode", value_name = "EDITOR")]
    editor: EditorName,
    /// Show what readers will see: no drafts, and nothing under embargo
    #[arg(long)]
    published: bool,
    /// The day that relative checks count from, instead of the one in `site.toml`
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    #[command(flatten)]
    root: RootArgs,
    #[command(flatten)]
    report: ReportArgs,
}

/// The editors, by the names of their programs.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum EditorName {
    Vscode,
    Vscodium,
    Cursor,
    Windsurf,
    Zed,
    Idea,
    Sublime,
    Textmate,
    Macvim,
    None,
}

impl From<EditorName> for Editor {
    fn from(name: EditorName) -> Self {
        match name {
            EditorName::Vscode => Editor::Vscode,
            EditorName::Vscodium => Editor::Vscodium,
            EditorName::Cursor => Editor::Cursor,
            EditorName::Windsurf => Editor::Windsurf,
            EditorName::Zed => Editor::Zed,
            EditorName::Idea => Editor::Idea,
            EditorName::Sublime => Editor::Sublime,
            EditorName::Textmate => Editor::Textmate,
            EditorName::Macvim => Editor::Macvim,
            EditorName::None => Editor::None,
        }
    }
}

pub(super) fn run(args: &ServeArgs) -> Result<Exit, Stop> {
    let (root, _) = args.root.open()?;
    let options =
        Options { preview: !args.published, as_of: args.as_of, ..Options::default() };
    let setup = Setup { root, options, port: args.port, editor: args.editor.into() };
    let mut teller = Reporter { args, began: Instant::now() };
    serve::serve(&setup, |news| teller.tell(&news))?;
    Ok(Exit::Fine)
}

/// Tells the terminal what the browser shows.
struct Reporter<'a> {
    args: &'a ServeArgs,
    began: Instant,
}

impl Reporter<'_> {
    fn tell(&mut self, news: &News<'_>) {
        let told = match news {
            News::Building => {
                self.began = Instant::now();
                Ok(())
            }
            News::Open(address) => self.open(address),
            News::Shown(found, texts) => self.found(found, texts, "shown"),
            News::Faulty(found, texts) => {
                self.found(found, texts, "not shown, the last good pages stay")
            }
            News::Broken(error) => Err(Stop::from((*error).clone())),
        };
        if let Err(stop) = told {
            complain(&stop);
        }
    }

    fn open(&self, address: &str) -> Result<(), Stop> {
        self.args.report.done(&format!("{address} (Ctrl-C ends it)"))?;
        if self.args.open {
            // Where there is no browser, the address is told.
            let _ = open::that_detached(address);
        }
        Ok(())
    }

    fn found(
        &self,
        found: &[Diagnostic],
        texts: &TextFiles,
        end: &str,
    ) -> Result<(), Stop> {
        let took = self.began.elapsed().as_millis();
        self.args.report.diagnostics(found, texts)?;
        self.args.report.done(&format!("{end}, after {took} ms"))
    }
}
