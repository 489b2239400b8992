//! What of a site has changed on the disk, gathered until it is quiet.

use crate::files::{Error, FilePath};
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// An editor may empty a file before it fills it: so long it has to be quiet.
const QUIET: Duration = Duration::from_millis(10);

/// A file that is empty is about to be filled, most of the time: so long it may take.
const PATIENCE: Duration = Duration::from_millis(60);

/// Where it is never quiet, so many times are enough.
const MOST_WAITS: usize = 20;

/// Folders beside a site that are full of what is none of it.
const FOREIGN: [&str; 3] = ["node_modules", "target", "venv"];

/// Files that pages are made of; of all others a page has the address alone.
const MADE_OF: [&str; 13] = [
    "md", "markdown", "yaml", "yml", "toml", "json", "jsonl", "bib", "html", "css", "js",
    "ftl", "txt",
];

/// What has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DiskChanges {
    /// The files, each relative to the site's folder.
    pub(super) paths: BTreeSet<FilePath>,
    /// Whether pages may look otherwise that are the same: a picture has changed.
    pub(super) is_seen: bool,
}

/// Watches a site's folder.
pub(super) struct FolderWatch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    watched: BTreeSet<PathBuf>,
}

impl FolderWatch {
    /// Begins to watch the site in `root`, a real path.
    pub(super) fn start(root: &Path) -> Result<Self, Error> {
        let (sender, events) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event| {
            // When nobody listens any more, there is nobody to tell.
            let _ = sender.send(event);
        });
        let watcher = watcher.map_err(|error| failed(root, &error))?;
        let (root, watched) = (root.to_path_buf(), BTreeSet::new());
        let mut watch = FolderWatch { root, watcher, events, watched };
        let root = watch.root.clone();
        let shallow = watch.watcher.watch(&root, RecursiveMode::NonRecursive);
        shallow.map_err(|error| failed(&root, &error))?;
        watch.watch_folders()?;
        Ok(watch)
    }

    /// Watches each folder of the site that is not watched yet.
    fn watch_folders(&mut self) -> Result<(), Error> {
        let entries = self.root.read_dir();
        let entries = entries.map_err(|error| failed(&self.root, &error))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() && is_of_site(&path) && self.watched.insert(path.clone()) {
                let deep = self.watcher.watch(&path, RecursiveMode::Recursive);
                deep.map_err(|error| failed(&path, &error))?;
            }
        }
        Ok(())
    }

    /// Waits until something has changed, and then until it is quiet. `None` when nothing is watched any more.
    pub(super) fn next(&mut self) -> Option<Result<DiskChanges, Error>> {
        let mut changes = DiskChanges::default();
        while changes == DiskChanges::default() {
            let event = self.events.recv().ok()?;
            self.take(event, &mut changes);
        }
        for _ in 0..MOST_WAITS {
            let wait = if self.has_empty(&changes) { PATIENCE } else { QUIET };
            match self.events.recv_timeout(wait) {
                Ok(event) => self.take(event, &mut changes),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        Some(self.watch_folders().map(|()| changes))
    }

    /// Whether a text that has changed is empty now.
    fn has_empty(&self, changes: &DiskChanges) -> bool {
        let size = |path: &FilePath| self.root.join(path.as_str()).metadata().ok();
        let is_empty =
            |path| size(path).is_some_and(|found| found.is_file() && found.len() == 0);
        changes.paths.iter().any(is_empty)
    }

    fn take(&self, event: notify::Result<Event>, changes: &mut DiskChanges) {
        match event {
            Ok(event) if event.need_rescan() => changes.everything(),
            Ok(event) if is_change(event.kind) => {
                event.paths.iter().for_each(|path| changes.add(&self.root, path));
            }
            Ok(_) => {}
            // What was missed is not known.
            Err(_) => changes.everything(),
        }
    }
}

impl DiskChanges {
    /// Anything may have changed.
    fn everything(&mut self) {
        // With `site.toml` everything is looked at anew.
        self.paths.extend(FilePath::new("site.toml"));
        self.is_seen = true;
    }

    fn add(&mut self, root: &Path, path: &Path) {
        let Ok(inside) = path.strip_prefix(root) else { return };
        let Some(inside) = inside.to_str() else { return self.everything() };
        let inside = inside.replace('\\', "/");
        // An editor's draft, a version control's folder.
        if inside.split('/').any(|part| part.starts_with('.') || part.ends_with('~')) {
            return;
        }
        let Ok(path) = FilePath::new(&inside) else { return };
        let top = inside.split('/').next().unwrap_or_default();
        if !is_of_site(&root.join(top)) {
            return;
        }
        self.is_seen |= !MADE_OF.contains(&path.ending().as_str());
        self.paths.insert(path);
    }
}

/// Whether a file or folder at the top may be of the site: it is not hidden, no site that was built, nor foreign.
fn is_of_site(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_output = || path.join(crate::output::RECORD).exists();
    !name.starts_with('.') && !FOREIGN.contains(&&*name) && !is_output()
}

/// Whether something was written, moved, made or removed; to read a file is an event as well.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    }
}

fn failed(path: &Path, reason: &dyn std::fmt::Display) -> Error {
    Error::new(path.display().to_string(), reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, MetadataKind};

    fn changes(paths: &[&str]) -> DiskChanges {
        let mut changes = DiskChanges::default();
        for path in paths {
            changes.add(Path::new("/nowhere/site"), Path::new(path));
        }
        changes
    }

    #[test]
    fn what_is_of_the_site_is_told_by_its_path_there() {
        let found = changes(&["/nowhere/site/content/articles/a.md"]);
        let paths: Vec<&str> = found.paths.iter().map(FilePath::as_str).collect();
        assert_eq!((paths, found.is_seen), (vec!["content/articles/a.md"], false));
        assert!(changes(&["/nowhere/site/static/a.png"]).is_seen);
    }

    #[test]
    fn what_programs_leave_beside_is_nothing() {
        let beside = [
            "/nowhere/site/content/articles/.a.md.swp",
            "/nowhere/site/content/articles/a.md~",
            "/nowhere/site/.git/index",
            "/nowhere/site/.dateline/documents",
            "/nowhere/site/target/debug/a.md",
            "/nowhere/other/a.md",
            "/nowhere/site",
        ];
        assert_eq!(changes(&beside), DiskChanges::default());
    }

    #[test]
    fn to_read_is_no_change() {
        assert!(!is_change(EventKind::Access(AccessKind::Any)));
        assert!(!is_change(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any))));
        assert!(is_change(EventKind::Create(CreateKind::File)));
    }
}
