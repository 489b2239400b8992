//! Pages that are open in browsers, and how they hear of news.
//!
//! A page says what it is and of what its reader has the key ([`page::key`]). Whenever the desk puts something
//! new up it is made again, and where its key is another, its reader is told to load it. So who was away
//! meanwhile is told as well, and nobody loads a page that is the same.

use super::page;
use super::press::{Counter, Early, Served};
use crate::files::OutPath;
use hyper::body::Bytes;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{mpsc, watch};

/// The page for what is not there.
const NOT_FOUND: &str = "404.html";

/// So often somebody who hears nothing is told that there is nothing, so that one who is gone is noticed.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is put up for readers.
#[derive(Clone, Default)]
pub(super) struct Board {
    /// Who has the edition that is shown; `None` as long as there never was one without a mistake.
    pub(super) counter: Option<Counter>,
    /// The mistake, as HTML, that keeps a newer one from being shown.
    pub(super) fault: Option<Arc<str>>,
    /// Which pages readers of the site don't see yet.
    pub(super) early: Arc<Early>,
    /// Another number where pages that are the same may look otherwise.
    pub(super) pictures: u64,
}

/// How often each page is open.
#[derive(Default)]
pub(super) struct OpenPages(Mutex<BTreeMap<OutPath, usize>>);

impl OpenPages {
    /// The pages that somebody looks at.
    pub(super) fn paths(&self) -> Vec<OutPath> {
        self.lock().keys().cloned().collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<OutPath, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page as somebody has it open.
struct OpenPage {
    path: OutPath,
    all: Arc<OpenPages>,
}

impl OpenPage {
    fn new(path: OutPath, all: Arc<OpenPages>) -> Self {
        *all.lock().entry(path.clone()).or_default() += 1;
        OpenPage { path, all }
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut all = self.all.lock();
        if let Some(count) = all.get_mut(&self.path) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.path);
            }
        }
    }
}

/// What is at an address now.
#[derive(Debug)]
pub(super) enum AtAddress {
    /// A file, and what is said of a page that readers don't see yet.
    File(Bytes, Option<Arc<str>>),
    /// Nothing, but a folder of this name.
    Folder,
    /// Nothing; what the site shows then.
    NotFound(Bytes),
    /// Nothing, and the site has no page for that.
    Nothing,
    /// It can't be made, or nothing can.
    Fault(Served),
    /// There is no edition at all.
    NoEdition,
}

/// Looks up an address in the edition that is on the board.
pub(super) async fn look_up(path: &OutPath, board: &watch::Receiver<Board>) -> AtAddress {
    match ask(path, board).await {
        None => AtAddress::NoEdition,
        Some(Served::File(bytes, mark)) => AtAddress::File(bytes, mark),
        Some(Served::Nothing) => nothing_at(path, board).await,
        Some(fault) => AtAddress::Fault(fault),
    }
}

async fn nothing_at(path: &OutPath, board: &watch::Receiver<Board>) -> AtAddress {
    if let Ok(index) = OutPath::new(&format!("{path}/index.html"))
        && let Some(Served::File(..)) = ask(&index, board).await
    {
        return AtAddress::Folder;
    }
    let Ok(page) = OutPath::new(NOT_FOUND) else { return AtAddress::Nothing };
    match ask(&page, board).await {
        Some(Served::File(bytes, _)) => AtAddress::NotFound(bytes),
        _ => AtAddress::Nothing,
    }
}

/// What the edition on the board has at a path; `None` where there is no edition.
async fn ask(path: &OutPath, board: &watch::Receiver<Board>) -> Option<Served> {
    loop {
        let counter = board.borrow().counter.clone()?;
        if let Ok(made) = counter.ask(path).await {
            return Some(made);
        }
        // That press builds another edition; who has the last one is on the board.
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Tells somebody who has a page open what they should know, until they are gone.
pub(super) async fn tell(
    (path, made): (OutPath, String),
    mut board: watch::Receiver<Board>,
    all: Arc<OpenPages>,
    to: mpsc::Sender<Bytes>,
) {
    let page = OpenPage::new(path, all);
    let mut told = ToldReader { made, pictures: board.borrow().pictures, fault: None };
    loop {
        let now = board.borrow_and_update().clone();
        if let Some(event) = told.next(&page.path, &now, &board).await
            && to.send(event).await.is_err()
        {
            return;
        }
        match tokio::time::timeout(PATIENCE, board.changed()).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return,
            Err(_) if to.send(Bytes::from_static(b": still here\n\n")).await.is_err() => {
                return;
            }
            Err(_) => {}
        }
    }
}

/// What somebody was told.
struct ToldReader {
    /// The key of the page that they have.
    made: String,
    pictures: u64,
    fault: Option<Arc<str>>,
}

impl ToldReader {
    /// What they should hear of the board as it is now.
    async fn next(
        &mut self,
        path: &OutPath,
        now: &Board,
        board: &watch::Receiver<Board>,
    ) -> Option<Bytes> {
        if let Some(fault) = &now.fault {
            let is_known = self.fault.as_deref() == Some(fault);
            self.fault = Some(Arc::clone(fault));
            return (!is_known).then(|| event("fault", fault));
        }
        let is_mended = self.fault.take().is_some();
        let key = match look_up(path, board).await {
            AtAddress::File(bytes, _) | AtAddress::NotFound(bytes) => page::key(&bytes),
            AtAddress::Folder
            | AtAddress::Nothing
            | AtAddress::Fault(_)
            | AtAddress::NoEdition => String::new(),
        };
        if key != self.made || now.pictures != self.pictures {
            (self.made, self.pictures) = (key, now.pictures);
            return Some(event("load", ""));
        }
        is_mended.then(|| event("mended", ""))
    }
}

/// An event of a stream of such; the data as JSON, so that it is one line.
fn event(name: &str, data: &str) -> Bytes {
    format!("event: {name}\ndata: {}\n\n", serde_json::Value::from(data)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_of_data() {
        let event = event("fault", "<b>\"a\"</b>\n\ndata: x");
        let expected = "event: fault\ndata: \"<b>\\\"a\\\"</b>\\n\\ndata: x\"\n\n";
        assert_eq!(event, expected);
    }

    #[test]
    fn a_page_is_open_until_its_last_reader_is_gone() {
        let all = Arc::new(OpenPages::default());
        let path = OutPath::new("a.html").unwrap();
        let one = OpenPage::new(path.clone(), Arc::clone(&all));
        let two = OpenPage::new(path.clone(), Arc::clone(&all));
        drop(one);
        assert_eq!(all.paths(), [path]);
        drop(two);
        assert_eq!(all.paths(), []);
    }
}
