//! A build that goes on from the last one gives, byte for byte, what a build from nothing gives.
//!
//! Random edits of a small site, one after the other, each followed by an incremental build
//! to disk and a clean one into memory. `DATELINE_SEQUENCES=5000` tries so many sequences, and
//! every value of every field; without it a few are tried.

#![allow(clippy::disallowed_methods, reason = "tests read and write their own files")]

mod edits;
mod fields;

use dateline::diag::render;
use dateline::files::{Error, FilePath, Files, Found, Memory, OutPath, Reader};
use dateline::output::Output;
use dateline::pipeline::{self, Options, Workspace};
use dateline::write::{
    self, Cache, Changes, Delivery, Existing, Failure, Progress, Report, Target,
};
use edits::{Edit, Site};
use proptest::collection::vec;
use proptest::test_runner::{Config, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// The files of a site by path; none where the site has errors.
type Tree = BTreeMap<String, Vec<u8>>;

/// A folder of one sequence, gone with it.
struct Desk {
    root: PathBuf,
}

impl Default for Desk {
    fn default() -> Self {
        static DESKS: AtomicU32 = AtomicU32::new(0);
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let name = format!("dateline-incremental-{}-{number}", std::process::id());
        let root = std::env::temp_dir().canonicalize().unwrap().join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        Desk { root }
    }
}

impl Desk {
    fn out(&self) -> PathBuf {
        self.root.join("public")
    }

    /// Builds as `dateline build` does; what was done, unless the site has errors.
    fn build(&self, files: &Memory) -> Option<Report> {
        self.build_saying(files).1
    }

    /// The same, and what it complains of.
    fn build_saying(&self, files: &Memory) -> (String, Option<Report>) {
        let (said, finished) = self.outcome(files);
        (said, finished.and_then(Result::ok))
    }

    /// What a build complains of before anything is written, and how it ends.
    fn outcome(&self, files: &dyn Files) -> (String, Option<Result<Report, Failure>>) {
        let target = Target::new(&self.root, &self.out()).unwrap();
        let cache = Cache::new(&self.root, "test");
        let last = cache.ledger(&target);
        let options = Options::default();
        let write = |output: &Output<'_>, files: &dyn Files| {
            let (last, progress) = (Existing::Keep(&last), Progress::default());
            cache.keep_words(&output.words);
            write::disk(&target, output, files, last, &progress)
        };
        let mut inputs = pipeline::look(files, u64::MAX).unwrap();
        inputs.documents = cache.documents();
        inputs.words = cache.words();
        let built = Workspace::new(options).build(files, inputs, &mut (), &cache, write);
        let built = built.unwrap();
        let said = render::short(&built.diagnostics.sorted(), &built.texts);
        if let Some(Ok(report)) = &built.finished {
            cache.keep_ledger(&target, &report.ledger);
        }
        (said, built.finished)
    }

    /// Every file of the output but the record of them.
    fn tree(&self) -> Tree {
        let files = walkdir::WalkDir::new(self.out()).into_iter().filter_map(Result::ok);
        files
            .filter(|entry| entry.file_type().is_file())
            .filter(|entry| entry.file_name() != dateline::output::RECORD)
            .map(|entry| {
                let path = entry.path().strip_prefix(self.out()).unwrap();
                (path.to_str().unwrap().to_owned(), fs::read(entry.path()).unwrap())
            })
            .collect()
    }

    /// Does to the output and the cache what somebody might do between two builds.
    fn meddle(&self, edit: &Edit) {
        let nth = |n: u8| {
            let paths: Vec<String> = self.tree().into_keys().collect();
            let path = paths.get(usize::from(n) % paths.len().max(1))?;
            Some(self.out().join(path))
        };
        let [ledger, documents, words] = ["ledger", "documents", "words"]
            .map(|name| self.root.join(".dateline").join(name));
        match edit {
            Edit::DeleteOutput(n) => {
                nth(*n).map(fs::remove_file);
            }
            Edit::ChangeOutput(n) => {
                nth(*n).map(|path| fs::write(path, "somebody's own words"));
            }
            Edit::LoseCache => {
                let _ = fs::remove_dir_all(self.root.join(".dateline"));
            }
            Edit::BreakCache(n) => {
                let mut bytes = fs::read(&ledger).unwrap_or_default();
                bytes.truncate(usize::from(*n) * 16);
                let _ = fs::write(&ledger, bytes);
                for kept in [documents, words] {
                    let mut bytes = fs::read(&kept).unwrap_or_default();
                    let at = bytes.len() * usize::from(*n) / 256;
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 0x10;
                    }
                    let _ = fs::write(&kept, bytes);
                }
            }
            _ => {}
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn files(site: &Site) -> Memory {
    let mut files = Memory::default();
    for (path, bytes) in site.files() {
        files.insert(FilePath::new(&path).unwrap(), bytes);
    }
    files
}

/// What a build from nothing complains of, and the files that it gives.
fn clean(files: &Memory) -> (String, Option<Tree>) {
    let built = pipeline::build(files, &Options::default(), write::memory).unwrap();
    let said = render::short(&built.diagnostics.sorted(), &built.texts);
    let made = built.finished.and_then(Result::ok).map(|made| {
        let made = made.into_iter();
        made.map(|(path, bytes)| (path.to_string(), bytes)).collect()
    });
    (said, made)
}

fn differing(one: &Tree, other: &Tree) -> Vec<String> {
    let paths = one.keys().chain(other.keys());
    let differ = paths.filter(|path| one.get(*path) != other.get(*path));
    differ.cloned().collect()
}

/// How many sequences are wanted, where that is said.
fn sequences() -> Option<u32> {
    std::env::var("DATELINE_SEQUENCES").ok()?.parse().ok()
}

/// Runs as many sequences as are wanted.
fn runner() -> TestRunner {
    let cases = sequences().unwrap_or(24);
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

#[test]
fn an_incremental_build_equals_a_clean_one() {
    let outcome = runner().run(&vec(edits::edit(), 1..8), |sequence| {
        let (desk, mut site) = (Desk::default(), Site::default());
        let first = files(&site);
        proptest::prop_assert!(desk.build(&first).is_some(), "{}", clean(&first).0);
        for edit in &sequence {
            site.apply(edit);
            desk.meddle(edit);
            let meddled = desk.tree();
            let files = files(&site);
            let (complaints, expected) = clean(&files);
            let (said, report) = desk.build_saying(&files);
            proptest::prop_assert_eq!(said, complaints);
            proptest::prop_assert_eq!(report.is_some(), expected.is_some());
            // A site with errors leaves what is there.
            let differ = differing(&desk.tree(), &expected.unwrap_or(meddled));
            proptest::prop_assert!(differ.is_empty(), "after {edit:?}: {differ:?}");
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// A site that one process builds again and again, and what it has given of it.
#[derive(Default)]
struct Session {
    workspace: Workspace,
    delivery: Delivery,
    tree: Tree,
}

impl Session {
    /// Builds after these files have changed; what the build complains of, and what came of it.
    fn build(
        &mut self,
        files: &Memory,
        changed: &BTreeSet<FilePath>,
    ) -> (String, Option<Changes>) {
        let (delivery, progress) = (&mut self.delivery, Progress::default());
        let update = |output: &Output<'_>, files: &dyn Files| {
            delivery.update(output, files, &progress)
        };
        let built = self.workspace.rebuild(files, changed, &mut (), update).unwrap();
        let said = render::short(&built.diagnostics.sorted(), &built.texts);
        let changes = built.finished.and_then(Result::ok);
        if let Some(Changes { written, removed }) = &changes {
            removed.iter().for_each(|path| _ = self.tree.remove(path.as_str()));
            let written = written.iter().cloned();
            self.tree.extend(written.map(|(path, bytes)| (path.to_string(), bytes)));
        }
        (said, changes)
    }
}

/// The files that differ between two states of a site.
fn changed(before: &Site, after: &Site) -> BTreeSet<FilePath> {
    let before = Tree::from_iter(before.files());
    let after = Tree::from_iter(after.files());
    let paths = differing(&before, &after).into_iter();
    paths.map(|path| FilePath::new(&path).unwrap()).collect()
}

#[test]
fn a_workspace_gives_what_a_clean_build_gives() {
    let outcome = runner().run(&vec(edits::edit(), 1..8), |sequence| {
        let (mut session, mut site) = (Session::default(), Site::default());
        let (said, first) = session.build(&files(&site), &BTreeSet::new());
        proptest::prop_assert!(first.is_some(), "{said}");
        for edit in &sequence {
            let before = site.clone();
            site.apply(edit);
            let files = files(&site);
            let (said, changes) = session.build(&files, &changed(&before, &site));
            let (complaints, expected) = clean(&files);
            proptest::prop_assert_eq!(said, complaints);
            proptest::prop_assert_eq!(changes.is_some(), expected.is_some());
            // A site with errors leaves what was given.
            let Some(expected) = expected else { continue };
            let differ = differing(&session.tree, &expected);
            proptest::prop_assert!(differ.is_empty(), "after {edit:?}: {differ:?}");
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn a_workspace_gives_only_what_has_changed() {
    let (mut session, mut site) = (Session::default(), Site::default());
    session.build(&files(&site), &BTreeSet::new());
    let mut build_after = |edit: Edit| {
        let before = site.clone();
        site.apply(&edit);
        let (_, changes) = session.build(&files(&site), &changed(&before, &site));
        let written = changes.unwrap().written.into_iter();
        written.map(|(path, _)| path.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(build_after(Edit::Words(0, 6)), ["articles/a0.html", "manifest.json"]);
    assert_eq!(build_after(Edit::Words(0, 6)), [""; 0]);
    let written = build_after(Edit::Title(0, 9));
    assert!(written.iter().any(|path| path == "articles/index.html"), "{written:?}");
}

/// What was written beside the index of the search, which has every word of the site.
fn besides_the_index(written: &[OutPath]) -> Vec<&str> {
    let paths = written.iter().map(|path| path.as_str());
    paths.filter(|path| !path.starts_with("assets/search/")).collect()
}

#[test]
fn only_the_pages_that_show_an_edit_are_written() {
    let (desk, mut site) = (Desk::default(), Site::default());
    desk.build(&files(&site)).unwrap();
    let nothing = desk.build(&files(&site)).unwrap();
    assert_eq!((nothing.written.len(), nothing.removed.len()), (0, 0));

    site.apply(&Edit::Words(0, 6));
    let written = desk.build(&files(&site)).unwrap().written;
    assert_eq!(besides_the_index(&written), ["articles/a0.html", "manifest.json"]);

    // Words beside a link are shown on the page that it leads to as well.
    site.apply(&Edit::Words(0, 3));
    desk.build(&files(&site)).unwrap();
    site.apply(&Edit::Aside(0, 9));
    let written = desk.build(&files(&site)).unwrap().written;
    let pages = ["articles/a0.html", "locations/ie/dublin.html", "manifest.json"];
    assert_eq!(besides_the_index(&written), pages);

    site.apply(&Edit::Title(0, 9));
    let written = desk.build(&files(&site)).unwrap().written;
    let has = |path: &str| written.iter().any(|one| one.as_str() == path);
    // Its own page, the list, the page of its country, and the article that links to it.
    for path in ["articles/a0.html", "articles/index.html", "countries/ie.html"] {
        assert!(has(path), "{path} in {written:?}");
    }
    assert!(!has("locations/ie/dublin.html") || !has("tags/two.html"), "{written:?}");
}

#[test]
fn what_was_parsed_is_kept_until_a_file_changes() {
    let (desk, mut site) = (Desk::default(), Site::default());
    let file = desk.root.join(".dateline/documents");
    desk.build(&files(&site));
    let kept = || fs::read(&file).unwrap();
    let written = || fs::metadata(&file).unwrap().modified().unwrap();
    let (first, when) = (kept(), written());
    desk.build(&files(&site)).unwrap();
    assert!(written() == when);
    site.apply(&Edit::Words(0, 6));
    desk.build(&files(&site)).unwrap();
    assert!(kept() != first);
}

/// Files that somebody writes to between the first look at them and their reading.
struct Shifting {
    before: Memory,
    after: Memory,
}

impl Files for Shifting {
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        self.before.walk(folder)
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error> {
        self.after.read(path)
    }

    fn reader(&self) -> Reader {
        self.after.reader()
    }

    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error> {
        self.after.head(path, limit)
    }
}

#[test]
fn a_text_that_is_changed_while_the_site_is_built_is_told() {
    let (desk, mut site) = (Desk::default(), Site::default());
    let before = files(&site);
    desk.build(&before).unwrap();
    site.apply(&Edit::Words(0, 3));
    let shifting = Shifting { before, after: files(&site) };
    // What the text became is known, so it is read only because its page is gone.
    fs::remove_file(desk.out().join("articles/a0.html")).unwrap();
    let (_, built) = desk.outcome(&shifting);
    let Some(Err(Failure::Content(found))) = built else { panic!("{built:?}") };
    let told: Vec<String> = found.sorted().into_iter().map(|one| one.message).collect();
    assert_eq!(told, ["`content/articles/a0.md` was changed while the site was built"]);
    desk.build(&files(&site)).unwrap();
    assert!(differing(&desk.tree(), &clean(&files(&site)).1.unwrap()).is_empty());
}

#[test]
fn what_another_program_kept_is_not_read() {
    let (desk, site) = (Desk::default(), Site::default());
    desk.build(&files(&site)).unwrap();
    desk.build(&files(&site)).unwrap();
    let last = |program| Cache::new(&desk.root, program).documents();
    assert!(!last("test").is_empty());
    assert!(last("another").is_empty());
}

#[cfg(unix)]
#[test]
fn a_page_that_others_wrote_to_is_rendered_again_whatever_its_times() {
    let (desk, site) = (Desk::default(), Site::default());
    desk.build(&files(&site)).unwrap();
    let path = desk.out().join("index.html");
    let (old, first) = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap());
    // Later than a tick of the system's clock.
    std::thread::sleep(std::time::Duration::from_millis(30));
    fs::write(&path, vec![b'x'; old.len()]).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(first.modified().unwrap()).unwrap();
    desk.build(&files(&site)).unwrap();
    assert!(fs::read(&path).unwrap() == old);
}
