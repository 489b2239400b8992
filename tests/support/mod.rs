//! Building a small site in a test: [`SiteTest`] is what goes in, [`Built`] what comes out.

#![allow(clippy::disallowed_methods, reason = "tests read and write their own files")]

use dateline::diag::render::{self, Colour};
use dateline::diag::{Diagnostic, Diagnostics};
use dateline::files::{Disk, FilePath, Files, Memory, TextFiles};
use dateline::pipeline::{self, Options};
use dateline::write::{self, Failure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A site to be built, and how.
pub struct SiteTest {
    files: Box<dyn Files>,
    /// Options of the build; drafts and the rest are off.
    pub options: Options,
}

/// What a build has given.
pub struct Built {
    /// The texts that diagnostics point into.
    pub texts: Arc<TextFiles>,
    /// All that was found, in the order it is shown.
    pub found: Vec<Diagnostic>,
    /// The files of the site; none where there is an error.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl SiteTest {
    /// The site in a folder below `tests/`: `SiteTest::from_dir("fixtures/links/simple")`.
    pub fn from_dir(folder: &str) -> Self {
        Self::from_root(&tests().join(folder))
    }

    /// The site in any folder.
    pub fn from_root(root: &Path) -> Self {
        let files = Disk::open(root).unwrap_or_else(|error| panic!("{error}"));
        SiteTest { files: Box::new(files), options: Options::default() }
    }

    /// A site of these files: path and text.
    pub fn from_files(files: &[(&str, &str)]) -> Self {
        let mut memory = Memory::default();
        for (path, text) in files {
            memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        SiteTest::of(memory)
    }

    /// The site of these files, of which some may be no text.
    pub fn of(files: Memory) -> Self {
        SiteTest { files: Box::new(files), options: Options::default() }
    }

    /// Builds the site into memory.
    pub fn build(&self) -> Built {
        let built = pipeline::build(&*self.files, &self.options, write::memory);
        let built = built.unwrap();
        let mut diagnostics = built.diagnostics;
        let mut files = BTreeMap::new();
        match built.finished {
            Some(Ok(made)) => {
                files.extend(made.into_iter().map(|(path, it)| (path.to_string(), it)));
            }
            Some(Err(failure)) => diagnostics.append(mistakes(failure)),
            None => {}
        }
        Built { texts: built.texts, found: diagnostics.sorted(), files }
    }
}

/// What a failure tells the author.
pub fn mistakes(failure: Failure) -> Diagnostics {
    let mut all = Diagnostics::default();
    match failure {
        Failure::Content(found) => all = found,
        Failure::Refused(found) => all.push(*found),
        Failure::Machine(error) => panic!("{error}"),
    }
    all
}

impl Built {
    /// The text of one file of the site.
    pub fn page(&self, path: &str) -> &str {
        let Some(bytes) = self.files.get(path) else {
            panic!("no `{path}`; there are:\n{}\n{}", self.tree(), self.diagnostics());
        };
        std::str::from_utf8(bytes).unwrap()
    }

    /// The diagnostics as a person sees them, without colour.
    pub fn diagnostics(&self) -> String {
        render::human(&self.found, &self.texts, Colour::Off)
    }

    /// The ids of the codes found, in the order shown.
    pub fn codes(&self) -> Vec<&'static str> {
        self.found.iter().map(|one| one.code.id()).collect()
    }

    /// The paths of the site's files, one to a line.
    pub fn tree(&self) -> String {
        self.files.keys().map(|path| format!("{path}\n")).collect()
    }
}

/// The folder `tests/`.
pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Compares `actual` with the file at `path` below `tests/`; with `UPDATE=1` in the environment
/// writes it there instead.
pub fn golden(path: &str, actual: &str) {
    let file = tests().join(path);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if expected == actual {
        return;
    }
    let differs =
        expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    panic!(
        "tests/{path} differs from line {} on (UPDATE=1 rewrites it).\n\
         --- expected\n{expected}\n--- actual\n{actual}",
        differs + 1
    );
}

/// A folder that goes when the test ends.
pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder; `name` must be the test's own.
    pub fn new(name: &str) -> Self {
        let name = format!("dateline-test-{}-{name}", std::process::id());
        let path = std::env::temp_dir().canonicalize().unwrap().join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file into it, with the folders it needs.
    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
