//! Who decides which edition is shown: the newest without a mistake.

use super::changes::{DiskChanges, FolderWatch};
use super::editor::Editor;
use super::faults::Faults;
use super::listener::{self, House};
use super::press::{Built, Press, Served, SiteFault};
use super::readers::{Board, OpenPages};
use crate::diag::Diagnostic;
use crate::files::{self, Disk, Error, TextFiles};
use crate::pipeline::Options;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use tokio::sync::watch;

/// What is to be shown, and how.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The site's folder.
    pub root: PathBuf,
    /// What each build is asked for.
    pub options: Options,
    /// The port; the first that is free without one.
    pub port: Option<u16>,
    /// What links to mistakes open.
    pub editor: Editor,
}

/// What there is to tell whoever has begun it.
#[derive(Debug)]
pub enum News<'n> {
    /// Pages can be seen at this address from now on.
    Open(&'n str),
    /// Something has changed, and is built.
    Building,
    /// An edition is shown; these are its warnings.
    Shown(&'n [Diagnostic], &'n TextFiles),
    /// There are mistakes, and what was shown stays.
    Faulty(&'n [Diagnostic], &'n TextFiles),
    /// The site can't be read, and what was shown stays.
    Broken(&'n Error),
}

/// Shows a site for as long as the program runs, and builds it whenever its files change.
pub fn serve(setup: &Setup, mut tell: impl FnMut(News<'_>)) -> Result<(), Error> {
    let shown = |error| Error::new(setup.root.display().to_string(), error);
    let root = files::real(&setup.root).map_err(shown)?;
    let files = Disk::open(&root)?;
    let (listener, address) = listener::bind(setup.port)?;
    // What changes while the first edition is made is heard as well.
    let mut watch = FolderWatch::start(&root)?;
    let (board, reader) = watch::channel(Board::default());
    let faults = Faults::new(setup.editor, &root);
    let open = Arc::new(OpenPages::default());
    let start = || Press::start(&files, &setup.options);
    let presses = [start()?, start()?];
    let mut desk = Desk {
        presses,
        shown: None,
        board,
        open: Arc::clone(&open),
        faults: faults.clone(),
    };
    desk.turn(DiskChanges::default(), &mut tell);
    let house = House { port: address.port(), board: reader, open, faults };
    thread::Builder::new()
        .name("listener".to_owned())
        .spawn(move || listener::listen(listener, house))
        .map_err(|error| Error::new("a thread", error))?;
    tell(News::Open(&format!("http://{address}/")));
    desk.warm();
    while let Some(changes) = watch.next() {
        desk.turn(changes?, &mut tell);
    }
    Ok(())
}

struct Desk {
    presses: [Press; 2],
    /// The press whose edition is shown.
    shown: Option<usize>,
    board: watch::Sender<Board>,
    open: Arc<OpenPages>,
    faults: Faults,
}

impl Desk {
    /// The press whose edition is not shown.
    fn other(&self) -> usize {
        self.shown.map_or(0, |shown| 1 - shown)
    }

    /// Has the press that is not shown build once, so that it is as quick as the other from then on.
    fn warm(&mut self) {
        if self.shown.is_some() {
            let other = self.other();
            // Whatever is wrong now is told when the next edition is built.
            let _ = self.presses[other].build();
            self.presses[other].retire();
        }
    }

    /// Builds what has changed, and shows it if it has no mistake.
    fn turn(&mut self, changes: DiskChanges, tell: &mut impl FnMut(News<'_>)) {
        tell(News::Building);
        for press in &mut self.presses {
            press.behind.extend(changes.paths.iter().cloned());
        }
        let next = self.other();
        let pictures = u64::from(changes.is_seen);
        match self.presses[next].build() {
            Built::Edition(warnings, early) => match self.fault_on_open_page(next) {
                Some(fault) => self.faulty(&fault, tell),
                None => {
                    let last = self.shown.replace(next);
                    let counter = Some(self.presses[next].counter.clone());
                    self.board.send_modify(|board| {
                        let pictures = board.pictures + pictures;
                        *board = Board { counter, fault: None, early, pictures };
                    });
                    if let Some(last) = last {
                        self.presses[last].retire();
                    }
                    tell(News::Shown(&warnings.found, &warnings.texts));
                }
            },
            Built::Fault(fault) => self.faulty(&fault, tell),
            Built::Broken(error) => {
                self.put_up(self.faults.failure(&error));
                tell(News::Broken(&error));
            }
        }
    }

    /// What is wrong with the pages of a new edition that somebody looks at: a template may fail on one of them.
    /// The first edition has no better one before it.
    fn fault_on_open_page(&self, press: usize) -> Option<SiteFault> {
        self.shown?;
        let counter = &self.presses[press].counter;
        let asked: Vec<_> =
            self.open.paths().iter().map(|path| counter.ask(path)).collect();
        asked.into_iter().find_map(|answer| match answer.blocking_recv() {
            Ok(Served::Fault(fault)) => Some(fault),
            _ => None,
        })
    }

    fn faulty(&self, fault: &SiteFault, tell: &mut impl FnMut(News<'_>)) {
        self.put_up(self.faults.html(fault));
        tell(News::Faulty(&fault.found, &fault.texts));
    }

    fn put_up(&self, fault: String) {
        self.board.send_modify(|board| board.fault = Some(fault.into()));
    }
}
