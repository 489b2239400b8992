//! Pictures and documents that texts lead to: which may be published, and where they lie in the new site.

use super::setting::{Setting, join};
use crate::files::{FilePath, Files};
use crate::letters::folded;
use crate::pictures;
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;

/// What became of a file that a text leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TakenFile {
    /// A picture, and its address from the site's root.
    Picture(String),
    /// A document.
    Document(String),
    /// It isn't taken over, for this reason.
    Refused(&'static str),
}

/// The files that are taken over, each when it is first asked for.
pub(super) struct FilesKept<'f> {
    files: &'f dyn Files,
    setting: &'f Setting,
    known: HashMap<String, TakenFile>,
    /// Addresses in small letters, since many file systems don't tell those from capitals.
    taken: HashSet<String>,
    /// What is copied, by where it goes.
    pub(super) copies: BTreeMap<FilePath, FilePath>,
}

impl<'f> FilesKept<'f> {
    pub(super) fn new(files: &'f dyn Files, setting: &'f Setting) -> Self {
        let (known, taken) = (HashMap::default(), HashSet::default());
        FilesKept { files, setting, known, taken, copies: BTreeMap::new() }
    }

    /// Takes a file over.
    pub(super) fn take(&mut self, source: &str) -> TakenFile {
        if let Some(known) = self.known.get(source) {
            return known.clone();
        }
        let made = self.make(source);
        self.known.insert(source.to_owned(), made.clone());
        made
    }

    fn make(&mut self, source: &str) -> TakenFile {
        let Ok(path) = FilePath::new(source) else {
            return TakenFile::Refused("its name can't be used");
        };
        let Ok(bytes) = self.files.read(&path) else {
            return TakenFile::Refused("it can't be read");
        };
        if bytes.is_empty() {
            return TakenFile::Refused("it is empty");
        }
        if bytes.starts_with(b"version https://git-lfs") {
            return TakenFile::Refused(
                "it only names a file that is kept elsewhere (Git LFS)",
            );
        }
        if pictures::active(&path.ending(), &bytes).is_some() {
            return TakenFile::Refused("a browser would run it");
        }
        let picture = pictures::recognise(&bytes);
        let is_clean = pictures::cleaned(bytes).is_ok();
        if !is_clean {
            return TakenFile::Refused(
                "it is damaged, or holds metadata that can't be taken out",
            );
        }
        let place = self.place(source);
        let Ok(out) = FilePath::new(&format!("static/{place}")) else {
            return TakenFile::Refused("its name can't be used");
        };
        self.copies.insert(out, path);
        let address = format!("/{place}");
        match picture {
            Some(_) => TakenFile::Picture(address),
            None => TakenFile::Document(address),
        }
    }

    /// Where a file lies from the new site's root: where it was on the old, if nobody else lies there.
    fn place(&mut self, source: &str) -> String {
        let below = |folder: &str| match folder.is_empty() {
            true => Some(source.to_owned()),
            false => source.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned),
        };
        let in_static = self.setting.statics.iter().find_map(|folder| below(folder));
        let in_text = || {
            let root =
                self.setting.roots.iter().find(|root| below(&root.folder).is_some())?;
            Some(join(root.url.trim_matches('/'), &below(&root.folder)?))
        };
        let place = in_static
            .or_else(in_text)
            .or_else(|| below(&self.setting.base))
            .unwrap_or_else(|| source.to_owned());
        let place = fitted(&place);
        let mut number = 1;
        loop {
            let free = match number {
                1 => place.clone(),
                _ => format!("files-{number}/{place}"),
            };
            let key = folded(&free).into_owned();
            if self.taken.insert(key) {
                return free;
            }
            number += 1;
        }
    }
}

/// A path that every file system takes and every reference can carry.
pub(super) fn fitted(path: &str) -> String {
    let parts = path.split('/').map(fitted_part).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("/")
}

/// The longest part of a path.
const LONGEST: usize = 150;

fn fitted_part(part: &str) -> String {
    let is_bad = |c: char| c.is_control() || "<>:\"|?*\\[]#%{}^`".contains(c);
    let made: String = part.chars().map(|c| if is_bad(c) { '-' } else { c }).collect();
    let made = made.trim_matches(['.', ' ', '_']);
    match made.len() > LONGEST {
        false => made.to_owned(),
        true => {
            let (stem, ending) = made
                .rsplit_once('.')
                .filter(|(_, end)| end.len() < 6)
                .unwrap_or((made, ""));
            let stem = &stem[..stem.floor_char_boundary(LONGEST)];
            let dot = if ending.is_empty() { "" } else { "." };
            format!("{stem}{dot}{ending}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_every_file_system() {
        assert_eq!(fitted("a/What? [x]: y.png"), "a/What- -x-- y.png");
        assert_eq!(fitted("../.a/_b/"), "a/b");
        assert!(fitted(&format!("{}.png", "a".repeat(400))).ends_with("a.png"));
    }
}
