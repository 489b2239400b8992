//! The manifest of a site: the SHA-256 and the size of each of its files, and one sum of them all.
//!
//! Whoever has the sum of them all, the *root*, can tell whether a mirror or a copy on a stick is this
//! site. It is the SHA-256 of one line for each file, in the order of their paths by bytes:
//! `<sha256>  <bytes>  <path>`, each line with its end. The manifest itself, its signature and the build's
//! own list are not among them.

use crate::files::OutPath;
use crate::letters::composed;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use std::io::{self, Read};

/// The file of a site that is its manifest.
pub const MANIFEST: &str = "manifest.json";

/// The file beside the manifest that is its signature, where it has one.
pub const SIGNATURE: &str = "manifest.json.minisig";

/// What the first field of a manifest says; the number changes with its form.
const FORM: &str = "dateline manifest 1";

/// A SHA-256.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
)]
pub struct Sum([u8; 32]);

impl Sum {
    /// That of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Sum(Sha256::digest(bytes).into())
    }

    /// Its first twelve hexadecimal digits: as much as stands in the name of a file that is made anew when its content changes.
    pub fn short(&self) -> String {
        self.0.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The one that is written as 64 hexadecimal digits.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let mut sum = [0; 32];
        for (n, byte) in sum.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * n..2 * n + 2)?, 16).ok()?;
        }
        Some(Sum(sum))
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The size and the sum of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSum {
    /// How many bytes it has.
    pub bytes: u64,
    /// Their SHA-256.
    pub sum: Sum,
}

/// So much of a file is read at once.
const PIECE: usize = 256 << 10;

impl FileSum {
    /// That of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        FileSum { bytes: bytes.len() as u64, sum: Sum::of(bytes) }
    }

    /// That of all that can be read, which need not fit into memory.
    pub fn of_reader(mut from: impl Read) -> io::Result<Self> {
        let (mut hasher, mut bytes) = (Sha256::new(), 0);
        let mut piece = vec![0; PIECE];
        loop {
            let length = match from.read(&mut piece) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hasher.update(&piece[..length]);
            bytes += length as u64;
        }
        Ok(FileSum { bytes, sum: Sum(hasher.finalize().into()) })
    }
}

/// The files of a site, each with its size and sum.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteManifest {
    files: BTreeMap<OutPath, FileSum>,
}

/// A manifest as it is written.
#[derive(Deserialize)]
struct WrittenManifest {
    format: String,
    root: String,
    files: Vec<WrittenFile>,
}

/// A file as a manifest writes it.
#[derive(Deserialize)]
struct WrittenFile {
    path: String,
    bytes: u64,
    sha256: String,
}

impl SiteManifest {
    /// The manifest of these files.
    pub fn of(files: impl IntoIterator<Item = (OutPath, FileSum)>) -> Self {
        SiteManifest { files: files.into_iter().collect() }
    }

    /// The files, in order of path.
    pub fn files(&self) -> impl Iterator<Item = (&OutPath, FileSum)> {
        self.files.iter().map(|(path, sum)| (path, *sum))
    }

    /// The one sum of them all.
    pub fn root(&self) -> Sum {
        let mut hasher = Sha256::new();
        let mut line = String::new();
        for (path, FileSum { bytes, sum }) in &self.files {
            line.clear();
            // Writing to a string can't fail.
            let _ = writeln!(line, "{sum}  {bytes}  {path}");
            hasher.update(&line);
        }
        Sum(hasher.finalize().into())
    }

    /// The manifest as it is written: a file to a line.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{{\n  \"format\": \"{FORM}\",\n  \"root\": \"{}\",\n  \"files\": [",
            self.root()
        );
        for (n, (path, FileSum { bytes, sum })) in self.files.iter().enumerate() {
            let path = serde_json::Value::from(path.as_str());
            let comma = if n == 0 { "" } else { "," };
            let _ = write!(
                text,
                "{comma}\n    {{\"path\": {path}, \"bytes\": {bytes}, \"sha256\": \"{sum}\"}}"
            );
        }
        text.push_str("\n  ]\n}\n");
        text
    }

    /// The manifest that is written so; else why it is none that can be trusted.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let written: WrittenManifest = serde_json::from_slice(bytes)
            .map_err(|error| format!("it is no manifest of Dateline: {error}"))?;
        if written.format != FORM {
            return Err(format!(
                "its form is `{}`, and this version of Dateline reads `{FORM}`",
                written.format
            ));
        }
        let mut files = BTreeMap::new();
        for WrittenFile { path, bytes, sha256 } in written.files {
            let place = OutPath::new(&path).ok().filter(|place| place.as_str() == path);
            let place = place.ok_or_else(|| format!("`{path}` is no path in a site"))?;
            let sum = Sum::read(&sha256)
                .ok_or_else(|| format!("`{path}` has no SHA-256 in it"))?;
            if files.insert(place, FileSum { bytes, sum }).is_some() {
                return Err(format!("it has `{path}` twice"));
            }
        }
        let manifest = SiteManifest { files };
        match manifest.root().to_string() == written.root.to_ascii_lowercase() {
            true => Ok(manifest),
            false => Err("its `root` is not the sum of its files".to_owned()),
        }
    }

    /// How the files that are `found` differ from those of the manifest.
    pub fn compare(&self, found: &BTreeMap<String, FileSum>) -> SiteDifference {
        let mut difference = SiteDifference::default();
        // A file system may store the letters of a name in another form than it was given.
        let stored: BTreeMap<String, &str> =
            found.keys().map(|path| (composed(path).into_owned(), &**path)).collect();
        let mut known = BTreeSet::new();
        for (path, sum) in &self.files {
            let path = path.as_str();
            let (place, is) = match (found.get(path), stored.get(path)) {
                (Some(is), _) => (path, Some(is)),
                (None, Some(place)) => (*place, found.get(*place)),
                (None, None) => (path, None),
            };
            known.insert(place);
            match is {
                None => difference.missing.push(path.to_owned()),
                Some(is) if is == sum => difference.same += 1,
                Some(_) => difference.differing.push(path.to_owned()),
            }
        }
        let others = found.keys().filter(|path| !known.contains(path.as_str()));
        difference.added = others.cloned().collect();
        difference
    }
}

/// How a copy of a site differs from its manifest; each list is in order of path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteDifference {
    /// How many files are as they should be.
    pub same: usize,
    /// Files whose bytes are others.
    pub differing: Vec<String>,
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files that the site does not have.
    pub added: Vec<String>,
}

impl SiteDifference {
    /// Whether the copy is the site, no more and no less.
    pub fn is_none(&self) -> bool {
        self.differing.is_empty() && self.missing.is_empty() && self.added.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn path(path: &str) -> OutPath {
        OutPath::new(path).unwrap()
    }

    fn manifest(files: &[(&str, &str)]) -> SiteManifest {
        SiteManifest::of(
            files.iter().map(|(at, it)| (path(at), FileSum::of(it.as_bytes()))),
        )
    }

    fn found(files: &[(&str, &str)]) -> BTreeMap<String, FileSum> {
        let sum = |(at, it): &(&str, &str)| (at.to_string(), FileSum::of(it.as_bytes()));
        files.iter().map(sum).collect()
    }

    #[test]
    fn a_sum_is_that_of_the_standard() {
        // FIPS 180-4, example "abc".
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Sum::of(b"abc").to_string(), abc);
        assert_eq!(Sum::read(&abc.to_uppercase()), Some(Sum::of(b"abc")));
        assert_eq!(FileSum::of_reader(&b"abc"[..]).unwrap(), FileSum::of(b"abc"));
        for text in ["", "ba78", &abc[1..], &format!("{abc}0"), &abc.replace('b', "g")] {
            assert_eq!(Sum::read(text), None, "{text}");
        }
        assert_eq!(Sum::read(&"é".repeat(32)), None);
    }

    #[test]
    fn the_root_is_the_sum_of_a_line_for_each_file() {
        let (a, b) = (Sum::of(b"A"), Sum::of(b"Bee"));
        let lines = format!("{a}  1  a.html\n{b}  3  b/c.html\n");
        let manifest = manifest(&[("b/c.html", "Bee"), ("a.html", "A")]);
        assert_eq!(manifest.root(), Sum::of(lines.as_bytes()));
        assert_eq!(SiteManifest::default().root(), Sum::of(b""));
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        for files in [&[][..], &[("a \"b\".html", "A"), ("ü/é.html", "")]] {
            let manifest = manifest(files);
            assert_eq!(SiteManifest::read(manifest.text().as_bytes()), Ok(manifest));
        }
    }

    #[test]
    fn a_manifest_that_was_edited_is_refused() {
        let text = manifest(&[("a.html", "A"), ("b.html", "B")]).text();
        let digit = |c: char| if c == '0' { '1' } else { '0' };
        let edits: Vec<(String, &str)> = vec![
            (String::new(), "no manifest"),
            ("{}".into(), "no manifest"),
            ("[1]".into(), "no manifest"),
            (text.replace("manifest 1", "manifest 2"), "its form"),
            (text.replace("a.html", "../a.html"), "no path"),
            (text.replace("a.html", "/etc/passwd"), "no path"),
            (text.replace("a.html", "b/../a.html"), "no path"),
            (text.replace("a.html", "e\u{301}.html"), "no path"),
            (text.replace("b.html", "a.html"), "twice"),
            (text.replace("\"bytes\": 1", "\"bytes\": -1"), "no manifest"),
            (text.replace("\"bytes\": 1", "\"bytes\": 2"), "root"),
            (text.replace("sha256\": \"", "sha256\": \"0"), "no SHA-256"),
            (text.replacen("root\": \"", "root\": \"0", 1), "root"),
            (text[..text.len() - 9].to_owned(), "no manifest"),
        ];
        for (edited, reason) in edits {
            let said = SiteManifest::read(edited.as_bytes()).unwrap_err();
            assert!(said.contains(reason), "{said}\n{edited}");
        }
        // Any digit of any sum.
        for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_hexdigit()) {
            let is_in_a_sum =
                text[at..].bytes().take_while(u8::is_ascii_hexdigit).count() >= 32
                    && text[..at].ends_with('"');
            if is_in_a_sum {
                let mut edited = text.clone();
                edited.replace_range(at..at + 1, &digit(c).to_string());
                assert!(SiteManifest::read(edited.as_bytes()).is_err(), "{at}");
            }
        }
    }

    #[test]
    fn every_difference_is_named() {
        let manifest = manifest(&[("a.html", "A"), ("b.html", "B"), ("c.html", "C")]);
        let same = found(&[("a.html", "A"), ("b.html", "B"), ("c.html", "C")]);
        assert!(manifest.compare(&same).is_none());
        let other = found(&[("a.html", "A"), ("b.html", "b"), ("d.html", "C")]);
        let expected = SiteDifference {
            same: 1,
            differing: vec!["b.html".into()],
            missing: vec!["c.html".into()],
            added: vec!["d.html".into()],
        };
        assert_eq!(manifest.compare(&other), expected);
    }

    #[test]
    fn a_name_that_a_file_system_stores_in_other_letters_is_the_same_file() {
        let (composed, apart) = ("\u{e9}.html", "e\u{301}.html");
        let difference = manifest(&[(composed, "A")]).compare(&found(&[(apart, "A")]));
        assert!(difference.is_none(), "{difference:?}");
        let both = found(&[(apart, "A"), (composed, "A")]);
        assert_eq!(manifest(&[(composed, "A")]).compare(&both).added, [apart]);
    }

    proptest! {
        #[test]
        fn nothing_that_is_read_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..400) {
            let _ = SiteManifest::read(&bytes);
            let mut text = manifest(&[("a.html", "A"), ("b.html", "B")]).text().into_bytes();
            let at = at.min(text.len());
            text.splice(at..at, bytes);
            let _ = SiteManifest::read(&text);
        }
    }
}
