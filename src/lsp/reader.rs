//! Who reads the site, again and again as it changes, and leaves behind what is known of it.

use super::buffers::{Buffers, Edited};
use super::findings::{ToldFiles, failure};
use super::known::KnownSite;
use super::lines::Units;
use super::uris::SiteFolder;
use crate::diag::{Diagnostic, render};
use crate::files::{Disk, Error, FilePath, TextFiles};
use crate::keys::Key;
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
    /// What is wrong, sorted, without words that no message may show.
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
    let mut known = LastKnown::default();
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
                let found = render::covered(&found, &built.texts).into_owned();
                let known = known.read(&workspace, &built.texts);
                let messages = findings.tell(&found, &built.texts);
                newest.set(SiteReading { texts: built.texts, known, found });
                messages
            }
            Err(error) => vec![failure(&error)],
        };
        for message in messages {
            if editor.send(Message::Notification(message)).is_err() {
                return;
            }
        }
    }
}

/// What was known when the site was last read, and what it was made from.
#[derive(Default)]
struct LastKnown {
    key: Option<Key>,
    known: Arc<KnownSite>,
}

impl LastKnown {
    /// What is known now: the same where nothing but running words has changed, or where the site can't be read at
    /// all.
    fn read(&mut self, workspace: &Workspace, texts: &TextFiles) -> Arc<KnownSite> {
        let key = workspace.site_key();
        let is_same = key.is_some() && key == self.key;
        if let Some((site, config)) = workspace.site().filter(|_| !is_same) {
            let known = Arc::new(KnownSite::of(site, texts, config));
            *self = LastKnown { key, known };
        }
        Arc::clone(&self.known)
    }
}
