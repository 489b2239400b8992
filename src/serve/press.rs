//! One of the two that build: it holds a workspace, and its last edition for as long as that is shown.
//!
//! Nothing of an edition is made before somebody asks. So what a build costs is finding out what the site says
//! now; its thousands of files are left unmade.

use super::page;
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{Disk, Error, FilePath, Files, OutPath, TextFiles};
use crate::output::{Artifact, Body, Output};
use crate::pipeline::{Count, Observer, Options, Stage, Workspace};
use crate::write::{self, Failure};
use hyper::body::Bytes;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tokio::sync::oneshot;

/// So many files are kept for as long as they are the same: those of the pages that somebody looks at.
const MOST_KEPT: usize = 256;

/// What is wrong with a site, and the texts it is told of.
#[derive(Debug, Clone)]
pub(super) struct SiteFault {
    pub(super) found: Vec<Diagnostic>,
    pub(super) texts: Arc<TextFiles>,
}

/// What came of asking for a file.
#[derive(Debug, Clone)]
pub(super) enum Served {
    /// Its bytes, and what is said of a page that readers don't see yet.
    File(Bytes, Option<Arc<str>>),
    /// The site has no such file.
    Nothing,
    /// It can't be made.
    Fault(SiteFault),
    /// It can't be read.
    Broken(Error),
}

/// What came of building.
#[derive(Debug)]
pub(super) enum Built {
    /// An edition; these are its warnings, and the pages that readers don't see yet with what is said of each.
    Edition(SiteFault, Arc<Early>),
    /// There are mistakes.
    Fault(SiteFault),
    /// The site can't be read.
    Broken(Error),
}

/// By address: what is said of pages that readers don't see yet.
pub(super) type Early = BTreeMap<OutPath, Arc<str>>;

enum PressOrder {
    Build(BTreeSet<FilePath>),
    Make(OutPath, oneshot::Sender<Served>),
    Retire,
}

/// Whoever may ask a press for files.
#[derive(Clone)]
pub(super) struct Counter(Sender<PressOrder>);

impl Counter {
    /// Asks for a file. The answer never comes where another edition is being built here: it is shown elsewhere then.
    pub(super) fn ask(&self, path: &OutPath) -> oneshot::Receiver<Served> {
        let (reply, answer) = oneshot::channel();
        // A press that is gone drops the reply, which is an answer too.
        let _ = self.0.send(PressOrder::Make(path.clone(), reply));
        answer
    }
}

/// A press, seen by the desk.
pub(super) struct Press {
    pub(super) counter: Counter,
    reports: Receiver<Built>,
    /// What has changed since it last built.
    pub(super) behind: BTreeSet<FilePath>,
}

impl Press {
    /// One that has built nothing yet.
    pub(super) fn start(files: &Disk, options: &Options) -> Result<Self, Error> {
        let (orders, ordered) = mpsc::channel();
        let (reporter, reports) = mpsc::channel();
        let (files, options) = (files.clone(), options.clone());
        thread::Builder::new()
            .name("press".to_owned())
            .stack_size(STACK)
            .spawn(move || run(&files, options, &ordered, &reporter))
            .map_err(|error| Error::new("a thread", error))?;
        Ok(Press { counter: Counter(orders), reports, behind: BTreeSet::new() })
    }

    /// Lets its edition go, which is shown no longer: to give back what it held takes a while, and the next build need
    /// not wait for it.
    pub(super) fn retire(&self) {
        // A press that is gone holds nothing.
        let _ = self.counter.0.send(PressOrder::Retire);
    }

    /// Builds what the press is behind with. An edition of it is shown until it builds again.
    pub(super) fn build(&mut self) -> Built {
        let changed = std::mem::take(&mut self.behind);
        let gone = || Built::Broken(Error::new("the site", "the build has stopped"));
        match self.counter.0.send(PressOrder::Build(changed)) {
            Ok(()) => self.reports.recv().unwrap_or_else(|_| gone()),
            Err(_) => gone(),
        }
    }
}

/// As many bytes as the program's other threads have for their calls.
const STACK: usize = 8 << 20;

/// Builds and makes, until nobody orders any more.
fn run(
    files: &Disk,
    options: Options,
    ordered: &Receiver<PressOrder>,
    reporter: &Sender<Built>,
) {
    let mut workspace = Workspace::new(options);
    let mut next = None;
    loop {
        let changed = match next.take() {
            Some(changed) => changed,
            None => match ordered.recv() {
                Ok(PressOrder::Build(changed)) => changed,
                // There is no edition here; the desk knows who has one.
                Ok(PressOrder::Make(..) | PressOrder::Retire) => continue,
                Err(_) => return,
            },
        };
        let told = Mutex::default();
        let mut observer = Warnings { told: &told };
        let show = |output: &Output<'_>, files: &dyn Files| {
            let warnings = told.lock().unwrap_or_else(PoisonError::into_inner).take();
            let warnings = warnings.unwrap_or_else(|| SiteFault {
                found: Vec::new(),
                texts: Arc::default(),
            });
            let shown = ShownEdition {
                output,
                files,
                texts: Arc::clone(&warnings.texts),
                kept: Mutex::default(),
            };
            let _ = reporter.send(Built::Edition(warnings, Arc::new(early(output))));
            shown.serve(ordered)
        };
        match workspace.rebuild(files, &changed, &mut observer, show) {
            Ok(built) => match built.finished {
                Some(order) => next = order,
                None => {
                    let found = built.diagnostics.sorted();
                    let fault = SiteFault { found, texts: built.texts };
                    let _ = reporter.send(Built::Fault(fault));
                }
            },
            Err(error) => {
                let _ = reporter.send(Built::Broken(error));
            }
        }
    }
}

/// Takes the warnings of a build that has no error.
struct Warnings<'w> {
    told: &'w Mutex<Option<SiteFault>>,
}

impl Observer for Warnings<'_> {
    fn begin(&mut self, _: Stage) {}

    fn end(&mut self, _: Stage, _: &[Count]) {}

    fn may_write(&mut self, warnings: &Diagnostics, texts: &Arc<TextFiles>) {
        let found = warnings.clone().sorted();
        let fault = SiteFault { found, texts: Arc::clone(texts) };
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault);
    }
}

/// An edition that is shown.
struct ShownEdition<'o> {
    output: &'o Output<'o>,
    files: &'o dyn Files,
    texts: Arc<TextFiles>,
    kept: Mutex<BTreeMap<OutPath, Served>>,
}

impl ShownEdition<'_> {
    /// Makes what is asked for until something is to be built: what has changed; `None` when the edition is to go.
    fn serve(&self, ordered: &Receiver<PressOrder>) -> Option<BTreeSet<FilePath>> {
        rayon::in_place_scope(|scope| {
            loop {
                match ordered.recv() {
                    Ok(PressOrder::Make(path, reply)) => scope.spawn(move |_| {
                        // Who asked may be gone.
                        let _ = reply.send(self.file(&path));
                    }),
                    Ok(PressOrder::Build(changed)) => return Some(changed),
                    Ok(PressOrder::Retire) | Err(_) => return None,
                }
            }
        })
    }

    /// A file, made or kept.
    fn file(&self, path: &OutPath) -> Served {
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = kept().get(path) {
            return made.clone();
        }
        let made = self.made(path);
        let mut kept = kept();
        if kept.len() < MOST_KEPT {
            kept.insert(path.clone(), made.clone());
        }
        made
    }

    fn made(&self, path: &OutPath) -> Served {
        match write::single(self.output, path, self.files) {
            Ok(Some(bytes)) => {
                let mark = self.output.at(path).and_then(|page| mark(self.output, page));
                Served::File(bytes.into(), mark.map(Arc::from))
            }
            Ok(None) => Served::Nothing,
            Err(Failure::Content(found)) => self.fault(found.sorted()),
            Err(Failure::Refused(found)) => self.fault(vec![*found]),
            Err(Failure::Machine(error)) => Served::Broken(error),
        }
    }

    fn fault(&self, found: Vec<Diagnostic>) -> Served {
        Served::Fault(SiteFault { found, texts: Arc::clone(&self.texts) })
    }
}

/// What is said of a file that readers don't see yet.
fn mark(output: &Output<'_>, of: &Artifact<'_>) -> Option<String> {
    let crate::diag::Place::Text(place) = of.from else { return None };
    match of.body {
        Body::Job(..) => output.early.by(place).and_then(page::mark),
        _ => None,
    }
}

/// All pages of which something is said.
fn early(output: &Output<'_>) -> Early {
    if output.early.is_empty() {
        return Early::new();
    }
    let marked = |one: &Artifact<'_>| Some((one.path.clone(), mark(output, one)?.into()));
    output.artifacts.iter().filter_map(marked).collect()
}
