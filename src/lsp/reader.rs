//! Who reads the site, again and again as it changes, and leaves behind what is known of it.

use super::buffers::{Buffers, Edited};
use super::findings::ToldFiles;
use super::known::KnownSite;
use super::lines::Units;
use super::uris::SiteFolder;
use crate::config;
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{Disk, Error, FilePath, TextFiles};
use crate::pipeline::{Options, Workspace};
use lsp_server::Message;
use std::collections::BTreeSet;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What was found when the site was last read.
#[derive(Default)]
pub(super) struct SiteReading {
    pub(super) texts: Arc<TextFiles>,
    pub(super) known: Arc<KnownSite>,
    /// What is wrong, sorted.
    pub(super) found: Vec<Diagnostic>,
}

/// The newest reading, for whoever asks.
#[derive(Clone, Default)]
pub(super) struct Newest(Arc<Mutex<Arc<SiteReading>>>);

impl Newest {
    /// The newest reading; one of nothing before the first.
    pub(super) fn get(&self) -> Arc<SiteReading> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn set(&self, reading: SiteReading) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(reading);
    }
}

/// Texts that have changed, and all that is open now.
pub(super) struct Turn {
    pub(super) changed: BTreeSet<FilePath>,
    pub(super) open: Buffers,
}

/// What reading needs.
pub(super) struct ReaderSetup {
    pub(super) disk: Disk,
    pub(super) folder: SiteFolder,
    pub(super) units: Units,
    pub(super) options: Options,
    pub(super) editor: crossbeam_channel::Sender<Message>,
}

/// As many bytes as the program's other threads have for their calls.
const STACK: usize = 8 << 20;

/// Begins to read; each turn is read when it comes, or with those that have come since.
pub(super) fn start(setup: ReaderSetup, newest: Newest) -> Result<Sender<Turn>, Error> {
    let (sender, turns) = mpsc::channel();
    thread::Builder::new()
        .name("reader".to_owned())
        .stack_size(STACK)
        .spawn(move || run(setup, &newest, &turns))
        .map_err(|error| Error::new("a thread", error))?;
    Ok(sender)
}

fn run(setup: ReaderSetup, newest: &Newest, turns: &Receiver<Turn>) {
    let ReaderSetup { disk, folder, units, options, editor } = setup;
    let mut workspace = Workspace::new(options);
    let mut files = Edited { open: Buffers::default(), disk };
    let mut findings = ToldFiles::new(folder, units);
    while let Ok(mut turn) = turns.recv() {
        while let Ok(next) = turns.try_recv() {
            turn.changed.extend(next.changed);
            turn.open = next.open;
        }
        files.open = turn.open;
        let built = workspace.rebuild(&files, &turn.changed, &mut (), |_, _| ());
        let messages = match built {
            Ok(built) => {
                let found = built.diagnostics.sorted();
                let known = known(&workspace, &built.texts, newest);
                let messages = findings.tell(&found, &built.texts);
                newest.set(SiteReading { texts: built.texts, known, found });
                messages
            }
            Err(error) => vec![findings.failure(&error)],
        };
        for message in messages {
            if editor.send(Message::Notification(message)).is_err() {
                return;
            }
        }
    }
}

/// What is known now; what was known before where the site can't be read at all.
fn known(workspace: &Workspace, texts: &TextFiles, newest: &Newest) -> Arc<KnownSite> {
    let config = config::load(texts, &mut Diagnostics::default());
    match (workspace.site(), config) {
        (Some(site), Some(config)) => Arc::new(KnownSite::of(site, texts, &config)),
        _ => Arc::clone(&newest.get().known),
    }
}
