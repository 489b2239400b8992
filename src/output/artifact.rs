//! One file of the finished site, and the rule that no two have the same path.

use crate::content::HeldPlaces;
use crate::diag::{Diagnostic, Diagnostics, Place, codes, unfit_path};
use crate::files::{FilePath, Look, OutPath};
use crate::firewall::Firewall;
use crate::keys::Key;
use crate::letters::folded;
use crate::manifest::SIGNATURE;
use crate::model::{Directory, PictureSize, PictureSizes, ReadId};
use crate::releases::Recorder;
use crate::search::WordParts;
use foldhash::{HashMap, HashSet};
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::fmt;
use std::sync::Arc;

/// The file in the output folder that lists what the last build made.
pub const RECORD: &str = ".dateline-output";

/// The folder in or beside the output folder in which a build prepares its files.
pub const WORKSHOP: &str = ".dateline-work";

/// All files that should exist, and what of the edition they can be made from.
#[derive(Debug)]
pub struct Output<'a> {
    /// The files, in order of path.
    pub artifacts: Vec<Artifact<'a>>,
    /// The key of each [`ReadId`].
    pub directory: Arc<Directory>,
    /// The words of all that is published, for the next build.
    pub words: Arc<WordParts>,
    /// The sizes of all pictures, for the next build.
    pub sizes: Arc<PictureSizes>,
    /// The path of the style sheet, which the pages name; it is not in their keys. Empty where there is none.
    pub style: String,
    /// What must not be in any of them.
    pub firewall: Firewall<'a>,
    /// Takes the record of the edition, where there is one.
    pub recorder: Option<Recorder<'a>>,
    /// Where what readers are not shown yet stands in the texts, of a site that is shown to those who write it.
    pub early: HeldPlaces,
}

impl<'a> Output<'a> {
    /// The file at `path`, if the site has it.
    pub fn at(&self, path: &OutPath) -> Option<&Artifact<'a>> {
        let found = self.artifacts.binary_search_by(|one| one.path.cmp(path)).ok()?;
        self.artifacts.get(found)
    }
}

impl<'a> From<Vec<Artifact<'a>>> for Output<'a> {
    /// Files that are made of nothing that is read of an edition.
    fn from(artifacts: Vec<Artifact<'a>>) -> Self {
        Output {
            artifacts,
            directory: Arc::default(),
            words: Arc::default(),
            sizes: Arc::default(),
            style: String::new(),
            firewall: Firewall::default(),
            recorder: None,
            early: HeldPlaces::default(),
        }
    }
}

/// A file that should exist when the site is written.
#[derive(Debug)]
pub struct Artifact<'a> {
    /// Where, inside the output folder.
    pub path: OutPath,
    /// What of the site it is made from, for messages about it.
    pub from: Place,
    /// What is in it.
    pub body: Body<'a>,
}

/// Makes the bytes of one file. It may be called more than once and from any thread, and gives the
/// same each time. An error is the author's: a template that fails on this page.
pub type Job<'a> = Box<dyn Fn() -> Result<Made, Box<Diagnostic>> + Send + Sync + 'a>;

/// What a [`Job`] has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What was read of the edition to make them. As long as it is the same, and the key of the
    /// [`Body::Job`] is, so are the bytes.
    pub reads: Vec<ReadId>,
}

/// What is in a file of the finished site.
pub enum Body<'a> {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Those of a file of the site, without what a picture tells beside itself.
    Copy(Original),
    /// Those of a picture with fewer pixels.
    Smaller(SmallerCopy),
    /// Those that the job makes, when they are needed. The key is of all that the file is made from beside
    /// what is read of the edition.
    Job(Key, Job<'a>),
    /// The [`SiteManifest`](crate::manifest::SiteManifest) of all others, made when these are.
    Manifest,
}

/// A file of the site that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Where it lies.
    pub from: FilePath,
    /// How it looks: as long as it looks so, so does what is published.
    pub look: Look,
    /// Whether a picture that metadata can't be taken out of is published all the same.
    pub may_be_opaque: bool,
}

/// A smaller version of a picture of the site.
#[derive(Debug, Clone)]
pub struct SmallerCopy {
    /// Where the original lies.
    pub from: FilePath,
    /// How the original looks.
    pub look: Look,
    /// The version.
    pub size: PictureSize,
    /// Who may still have its bytes.
    pub sizes: Arc<PictureSizes>,
}

impl fmt::Debug for Body<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Body::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Body::Copy(original) => write!(f, "Copy({})", original.from),
            Body::Smaller(copy) => {
                write!(f, "Smaller({}, {})", copy.from, copy.size.width)
            }
            Body::Job(..) => f.write_str("Job"),
            Body::Manifest => f.write_str("Manifest"),
        }
    }
}

/// `path` as a file system sees it that takes `A` and `a` for one letter.
pub fn fold(path: &str) -> String {
    folded(path).into_owned()
}

/// Reports every artifact whose path is that of an earlier one (also when only letters' case
/// differs), lies below one, or is the build's own.
///
/// A path that differs by case alone would work on one machine and lose a page on the next.
pub fn check_paths(artifacts: &[Artifact<'_>], diags: &mut Diagnostics) {
    let mut seen: HashMap<Cow<'_, str>, &Artifact<'_>> = HashMap::default();
    seen.reserve(artifacts.len());
    for artifact in artifacts {
        let path = artifact.path.as_str();
        let top = path.split_once('/').map_or(path, |(top, _)| top);
        if [RECORD, WORKSHOP, SIGNATURE].contains(&top) {
            diags.push(reserved(artifact));
        }
        // Addresses of pages were looked at where they were given out.
        if let Body::Copy(_) = artifact.body {
            let found = unfit_path(&artifact.path, artifact.from.clone());
            diags.extend(found.map(|found| found.help("give the file another name")));
        }
        match seen.entry(folded(path)) {
            Entry::Occupied(first) => diags.push(collision(artifact, first.get())),
            Entry::Vacant(free) => {
                free.insert(artifact);
            }
        }
    }
    // Thousands of files lie in a few folders.
    let mut free: HashSet<&str> = HashSet::default();
    for artifact in artifacts {
        let folder = artifact.path.folder();
        if folder.is_empty() || free.contains(folder) {
            continue;
        }
        let path = folded(artifact.path.as_str());
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        let files: Vec<_> = folders.filter_map(|folder| seen.get(folder)).collect();
        if files.is_empty() {
            free.insert(folder);
        }
        diags.extend(files.into_iter().map(|file| collision(artifact, file)));
    }
}

fn collision(second: &Artifact<'_>, first: &Artifact<'_>) -> Diagnostic {
    // A page of the site's own stands in no file to point at: the other is the one to change.
    let (first, second) = match second.from {
        Place::Site => (second, first),
        _ => (first, second),
    };
    let (path, other) = (&second.path, &first.path);
    let message = if path == other {
        format!("two things of the site have the path `{path}`")
    } else if fold(path.as_str()) == fold(other.as_str()) {
        format!("the paths `{path}` and `{other}` differ only in the case of letters")
    } else {
        format!("one of `{path}` and `{other}` would be a folder, the other a file")
    };
    let found = Diagnostic::new(codes::PATH_COLLISION, second.from.clone(), message)
        .help("give one of them another id or file name");
    match &first.from {
        Place::Site => found,
        place => found.also(place.clone(), format!("`{other}` is made from this")),
    }
}

fn reserved(artifact: &Artifact<'_>) -> Diagnostic {
    let message = format!("the path `{}` is the build's own", artifact.path);
    Diagnostic::new(codes::PATH_COLLISION, artifact.from.clone(), message)
        .note(format!(
            "`{RECORD}` lists what a build made, `{WORKSHOP}` is where it works, \
             `{SIGNATURE}` signs it"
        ))
        .help("give the file another name")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(paths: &[&str]) -> Vec<String> {
        let artifacts: Vec<_> = paths
            .iter()
            .map(|path| Artifact {
                path: OutPath::new(path).unwrap(),
                from: Place::Path(format!("content/{path}"), None),
                body: Body::Bytes(Vec::new()),
            })
            .collect();
        let mut diags = Diagnostics::default();
        check_paths(&artifacts, &mut diags);
        diags.sorted().into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn different_paths_are_fine() {
        assert_eq!(messages(&["a.html", "b.html", "a/b.html", "a.htm"]), [""; 0]);
    }

    #[test]
    fn one_path_for_two_is_not() {
        assert_eq!(
            messages(&["a.html", "a.html"]),
            ["two things of the site have the path `a.html`"]
        );
        assert_eq!(
            messages(&["École.html", "école.html"]),
            [
                "the paths `école.html` and `École.html` differ only in the case of letters"
            ]
        );
        assert_eq!(
            messages(&["a", "A/b.html"]),
            ["one of `A/b.html` and `a` would be a folder, the other a file"]
        );
        assert_eq!(
            messages(&[RECORD]),
            ["the path `.dateline-output` is the build's own"]
        );
    }
}
