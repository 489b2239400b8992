//! What writing promises: whole or not at all, nobody else's files, the same from any start.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use super::journal::Journal;
use super::record::Record;
use super::workshop::Workshop;
use super::*;
use crate::diag::{Place, codes};
use crate::files::{FilePath, Look, Memory};
use crate::output::{Original, RECORD, WORKSHOP};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of one test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("dateline-write-{}-{name}", std::process::id());
        let path = std::env::temp_dir().canonicalize().unwrap().join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("site/content")).unwrap();
        Folder(path)
    }

    fn out(&self) -> PathBuf {
        self.0.join("site/public")
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Report, Failure> {
        self.write_artifacts(artifacts(files))
    }

    fn write_artifacts(&self, artifacts: Vec<Artifact<'_>>) -> Result<Report, Failure> {
        let target = Target::new(&self.0.join("site"), &self.out())?;
        let (files, progress) = (Memory::default(), Progress::default());
        let last = Ledger::default();
        let bytes = made_bytes(&artifacts);
        let count = artifacts.len() as u64;
        let output = artifacts.into();
        let report = disk(&target, &output, &files, Existing::Keep(&last), &progress)?;
        let made = (progress.files(), progress.made(), progress.bytes());
        assert_eq!(made, (count, count, bytes));
        Ok(report)
    }

    /// Every file and folder of the output with its bytes, but the record.
    fn tree(&self) -> Vec<(String, String)> {
        let mut tree = tree(&self.out());
        tree.retain(|(path, _)| path != RECORD);
        tree
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn tree(folder: &Path) -> Vec<(String, String)> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            let text = match entry.file_type().is_file() {
                true => fs::read_to_string(entry.path()).unwrap(),
                false => "/".into(),
            };
            (path.to_str().unwrap().to_owned(), text)
        })
        .collect()
}

fn artifacts(files: &[(&str, &str)]) -> Vec<Artifact<'static>> {
    let artifact = |(path, text): &(&str, &str)| Artifact {
        path: OutPath::new(path).unwrap(),
        from: Place::Site,
        body: Body::Bytes(text.as_bytes().to_vec()),
    };
    files.iter().map(artifact).collect()
}

/// The bytes of artifacts that have them.
fn made_bytes(artifacts: &[Artifact<'_>]) -> u64 {
    let length = |artifact: &Artifact<'_>| match &artifact.body {
        Body::Bytes(bytes) => bytes.len() as u64,
        Body::Copy(_) | Body::Smaller(_) | Body::Job(..) | Body::Manifest => 0,
    };
    artifacts.iter().map(length).sum()
}

fn failing(path: &str) -> Artifact<'static> {
    let job = || Err(Box::new(Diagnostic::new(codes::YAML_TAB, Place::Site, "no")));
    let path = OutPath::new(path).unwrap();
    Artifact { path, from: Place::Site, body: Body::Job(Key::default(), Box::new(job)) }
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect()
}

fn paths(paths: &[OutPath]) -> Vec<&str> {
    paths.iter().map(OutPath::as_str).collect()
}

fn code(result: Result<Report, Failure>) -> &'static str {
    match result.unwrap_err() {
        Failure::Content(found) => found.iter().next().unwrap().code.id(),
        Failure::Refused(found) => found.code.id(),
        Failure::Machine(error) => panic!("{error}"),
    }
}

#[test]
fn a_new_site_is_there_whole_with_its_record() {
    let folder = Folder::new("new");
    let report = folder.write(&[("b/c.html", "C"), ("a.html", "A")]).unwrap();
    assert_eq!(paths(&report.written), ["a.html", "b/c.html"]);
    assert_eq!(
        tree(&folder.out()),
        owned(&[
            (RECORD, "dateline output 1\na.html\nb/c.html\n"),
            ("a.html", "A"),
            ("b", "/"),
            ("b/c.html", "C"),
        ])
    );
    assert_eq!(tree(&folder.0.join("site")).len(), 4 + 2, "nothing is left beside it");
}

#[test]
fn only_what_differs_is_written_and_what_is_stale_goes() {
    let folder = Folder::new("update");
    folder.write(&[("a.html", "A"), ("b.html", "B"), ("old/deep/c.html", "C")]).unwrap();
    folder.put("CNAME", "mine");
    folder.put("old/mine.txt", "mine");
    let report =
        folder.write(&[("a.html", "A"), ("b.html", "B2"), ("d/e.html", "E")]).unwrap();
    assert_eq!(paths(&report.unchanged), ["a.html"]);
    assert_eq!(paths(&report.written), ["b.html", "d/e.html"]);
    assert_eq!(paths(&report.removed), ["old/deep/c.html"]);
    let expected = [
        ("CNAME", "mine"),
        ("a.html", "A"),
        ("b.html", "B2"),
        ("d", "/"),
        ("d/e.html", "E"),
        ("old", "/"),
        ("old/mine.txt", "mine"),
    ];
    assert_eq!(folder.tree(), owned(&expected));
}

#[test]
fn an_updated_site_is_the_same_as_a_new_one() {
    let (one, two) = (Folder::new("same-1"), Folder::new("same-2"));
    let last = [("a.html", "A"), ("x", "X"), ("z/deep/file", "Z"), ("same.html", "S")];
    let files = [("b.html", "B"), ("x/y.html", "Y"), ("z", "Z"), ("same.html", "S")];
    one.write(&last).unwrap();
    one.write(&files).unwrap();
    two.write(&files).unwrap();
    assert_eq!(tree(&one.out()), tree(&two.out()));
    assert_eq!(one.write(&files).unwrap().unchanged.len(), 4);
}

#[test]
fn a_mistake_leaves_the_last_site_as_it_was() {
    let folder = Folder::new("mistake");
    let next = || {
        let mut next = artifacts(&[("a.html", "A2"), ("new.html", "N")]);
        next.push(failing("bad.html"));
        next
    };
    assert_eq!(code(folder.write_artifacts(next())), "E0111");
    assert!(!folder.out().exists());
    folder.write(&[("a.html", "A"), ("b.html", "B")]).unwrap();
    let before = tree(&folder.0);
    assert_eq!(code(folder.write_artifacts(next())), "E0111");
    assert_eq!(tree(&folder.0), before);
}

#[test]
fn every_mistake_is_told() {
    let files = [failing("a"), failing("b")];
    let Err(Failure::Content(found)) =
        rehearse(&Vec::from(files).into(), &Memory::default(), &Progress::default())
    else {
        panic!("two jobs fail");
    };
    assert_eq!(found.iter().count(), 2);
}

#[test]
fn an_interrupted_build_is_finished_by_the_next() {
    let last = [("a.html", "A"), ("b.html", "B"), ("old/c.html", "C")];
    let next = [("a.html", "A2"), ("b.html", "B2"), ("d/e.html", "E")];
    for steps in 0..=6 {
        let folder = Folder::new(&format!("interrupted-{steps}"));
        folder.write(&last).unwrap();
        let workshop = Workshop::open(folder.out().join(WORKSHOP)).unwrap();
        let stage = workshop.clear_stage().unwrap();
        let made = artifacts(&next);
        let mut journal = Journal { removed: Vec::new(), put: Vec::new() };
        journal.removed.push(OutPath::new("old/c.html").unwrap());
        for (number, (path, text)) in next.iter().enumerate() {
            fs::write(stage.join(number.to_string()), text).unwrap();
            journal.put.push((number, OutPath::new(path).unwrap()));
        }
        let wanted = Record::of(made.iter().map(|it| it.path.clone()).collect());
        journal.leave(&workshop, &wanted).unwrap();
        for step in journal.steps().take(steps) {
            step.run(&folder.out(), &workshop).unwrap();
        }
        drop(workshop);
        // The next build fails, and still the one before it is whole.
        assert_eq!(code(folder.write_artifacts(vec![failing("bad.html")])), "E0111");
        let expected =
            [("a.html", "A2"), ("b.html", "B2"), ("d", "/"), ("d/e.html", "E")];
        assert_eq!(folder.tree(), owned(&expected), "after {steps} steps");
        let report = folder.write(&next).unwrap();
        assert!(report.removed.is_empty() && !report.healed);
    }
}

#[test]
fn what_was_being_prepared_when_a_build_ended_is_cleared() {
    let folder = Folder::new("leftovers");
    folder.write(&[("a.html", "A")]).unwrap();
    folder.put(".dateline-work/stage/0", "half");
    folder.put(".dateline-work/journal-draft", "dateline jou");
    folder.write(&[("a.html", "A2")]).unwrap();
    assert_eq!(folder.tree(), owned(&[("a.html", "A2")]));
}

#[test]
fn somebody_elses_folder_is_refused() {
    let folder = Folder::new("foreign");
    folder.put("thesis.txt", "mine");
    let before = tree(&folder.0);
    assert_eq!(code(folder.write(&[("a.html", "A")])), "E0702");
    assert_eq!(tree(&folder.0), before);
    fs::remove_dir_all(folder.out()).unwrap();
    fs::write(folder.out(), "a file").unwrap();
    assert_eq!(code(folder.write(&[("a.html", "A")])), "E0702");
}

#[test]
fn an_empty_folder_is_filled_and_keeps_its_mode() {
    let folder = Folder::new("empty");
    fs::create_dir(folder.out()).unwrap();
    place::set_mode(&folder.out(), 0o750).unwrap();
    folder.write(&[("a.html", "A")]).unwrap();
    assert_eq!(folder.tree(), owned(&[("a.html", "A")]));
    #[cfg(unix)]
    assert_eq!(mode(&folder.out()), 0o750);
}

#[test]
fn the_sites_own_folders_are_refused() {
    let folder = Folder::new("misplaced");
    let root = folder.0.join("site");
    let refused =
        |out: &Path| matches!(Target::new(&root, out), Err(Failure::Refused(_)));
    for out in ["", "..", "content", "content/x", "static", "themes/mine", "x/../content"]
    {
        assert!(refused(&root.join(out)), "{out}");
    }
    for out in ["public", "../public", "contents", "x/content"] {
        assert!(!refused(&root.join(out)), "{out}");
    }
}

#[test]
fn a_file_that_no_build_made_is_not_replaced() {
    let folder = Folder::new("in-the-way");
    folder.write(&[("a.html", "A")]).unwrap();
    folder.put("about.html", "mine");
    folder.put("tags/mine.txt", "mine");
    let before = tree(&folder.0);
    assert_eq!(code(folder.write(&[("about.html", "B")])), "E0704");
    assert_eq!(code(folder.write(&[("about.html/x", "B")])), "E0704");
    assert_eq!(code(folder.write(&[("tags", "B")])), "E0704");
    assert_eq!(tree(&folder.0), before);
}

#[test]
fn a_record_that_was_edited_leads_nowhere_else() {
    let folder = Folder::new("record");
    folder.write(&[("a.html", "A")]).unwrap();
    fs::write(folder.0.join("site/site.toml"), "mine").unwrap();
    folder.put(RECORD, "dateline output 1\n../site.toml\n/etc/passwd\na.html\n");
    folder.write(&[("b.html", "B")]).unwrap();
    assert_eq!(folder.tree(), owned(&[("b.html", "B")]));
    assert!(folder.0.join("site/site.toml").exists());
}

#[test]
fn two_builds_do_not_write_at_once() {
    let folder = Folder::new("lock");
    folder.write(&[("a.html", "A")]).unwrap();
    let held = Workshop::open(folder.out().join(WORKSHOP)).unwrap();
    let Err(Failure::Machine(error)) = folder.write(&[("a.html", "A2")]) else {
        panic!("the workshop is held");
    };
    assert_eq!(error.reason, "another build is writing this site");
    held.close();
    folder.write(&[("a.html", "A2")]).unwrap();
    assert_eq!(folder.tree(), owned(&[("a.html", "A2")]));
}

#[test]
fn a_place_that_cannot_be_written_is_a_failure_of_the_machine() {
    let folder = Folder::new("machine");
    fs::write(folder.0.join("file"), "").unwrap();
    let target = Target::new(&folder.0.join("site"), &folder.0.join("file/public"));
    let result = target.and_then(|target| {
        let (files, progress) = (Memory::default(), Progress::default());
        let existing = Existing::Replace;
        disk(&target, &artifacts(&[("a", "A")]).into(), &files, existing, &progress)
    });
    assert!(matches!(result, Err(Failure::Machine(_))), "{result:?}");
}

#[test]
fn a_missing_source_of_a_copy_is_a_failure_of_the_machine() {
    let folder = Folder::new("copy");
    let copy = |path| Artifact {
        path: OutPath::new("a.jpg").unwrap(),
        from: Place::Site,
        body: Body::Copy(Original {
            from: FilePath::new(path).unwrap(),
            look: Look::default(),
            may_be_opaque: false,
        }),
    };
    let result = folder.write_artifacts(vec![copy("content/a.jpg")]);
    assert!(matches!(result, Err(Failure::Machine(_))));
    assert!(!folder.out().exists());
    let mut files = Memory::default();
    files.insert(FilePath::new("content/a.jpg").unwrap(), b"JPG".as_slice());
    let made = memory(&vec![copy("content/a.jpg")].into(), &files).unwrap();
    assert_eq!(made.into_values().collect::<Vec<_>>(), [b"JPG"]);
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[cfg(unix)]
#[test]
fn files_can_be_read_by_all_and_stay_so() {
    let folder = Folder::new("mode");
    let files = [("a/b.html", "A")];
    folder.write(&files).unwrap();
    let file = folder.out().join("a/b.html");
    assert_eq!((mode(&file), mode(&folder.out().join("a"))), (0o644, 0o755));
    assert_eq!(mode(&folder.out()), 0o755);
    place::set_mode(&file, 0o600).unwrap();
    folder.write(&files).unwrap();
    assert_eq!(mode(&file), 0o644);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_leads_no_write_out_of_it() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("links");
    folder.write(&[("a/b.html", "A"), ("c.html", "C")]).unwrap();
    let outside = folder.0.join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("b.html"), "mine").unwrap();
    fs::remove_dir_all(folder.out().join("a")).unwrap();
    symlink(&outside, folder.out().join("a")).unwrap();
    let mine = owned(&[("b.html", "mine")]);
    assert_eq!(code(folder.write(&[("a/b.html", "A2"), ("c.html", "C")])), "E0704");
    assert_eq!(tree(&outside), mine);
    // Neither is anything removed through it.
    folder.write(&[("c.html", "C2")]).unwrap();
    assert_eq!(tree(&outside), mine);
    fs::remove_file(folder.out().join("c.html")).unwrap();
    symlink(outside.join("b.html"), folder.out().join("c.html")).unwrap();
    assert_eq!(code(folder.write(&[("c.html", "C3")])), "E0704");
    assert_eq!(tree(&outside), mine);
    // A workshop that is a link is not used.
    fs::remove_file(folder.out().join("c.html")).unwrap();
    symlink(&outside, folder.out().join(WORKSHOP)).unwrap();
    assert!(matches!(folder.write(&[("c.html", "C4")]), Err(Failure::Machine(_))));
    assert_eq!(tree(&outside), mine);
}

#[test]
fn an_output_that_is_as_it_was_left_has_nothing_to_be_done() {
    let folder = Folder::new("untouched");
    let ledger = folder.write(&[("a", "A"), ("b/c", "C")]).unwrap().ledger;
    let target = Target::new(&folder.0.join("site"), &folder.out()).unwrap();
    let look = || untouched(&target, &ledger).unwrap();
    assert_eq!(look().map(|report| report.unchanged.len()), Some(2));

    folder.put("b/c", "D");
    assert_eq!(look(), None);
    folder.write(&[("a", "A"), ("b/c", "C")]).unwrap();
    // The same bytes, written at another time: who wrote them is not known.
    assert_eq!(look(), None);
    assert_eq!(untouched(&target, &Ledger::default()).unwrap(), None);
}

#[test]
fn an_output_that_lacks_a_file_has_something_to_be_done() {
    let folder = Folder::new("lacking");
    let ledger = folder.write(&[("a", "A"), ("b", "B")]).unwrap().ledger;
    let target = Target::new(&folder.0.join("site"), &folder.out()).unwrap();
    fs::remove_file(folder.out().join("b")).unwrap();
    assert_eq!(untouched(&target, &ledger).unwrap(), None);
    fs::remove_dir_all(folder.out()).unwrap();
    assert_eq!(untouched(&target, &ledger).unwrap(), None);
}
