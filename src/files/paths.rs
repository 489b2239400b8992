//! Paths as values: inside the site's root, and inside the output folder.

use crate::letters::{composed, is_device};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A file's path inside the site's root: `/` between parts, never absolute, no `.` or `..`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilePath(Arc<str>);

/// A file's path inside the output folder: the same shape as [`FilePath`], a type of its
/// own so that the two can't be mixed up. Its letters are [`composed`], so that what shows the same
/// letters is the same path.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Arc<str>);

/// Why a text is not a path inside a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathError {
    /// Nothing is named.
    Empty,
    /// It starts at a root (`/etc`, `C:\`).
    Absolute,
    /// It has a part `..` that leads out of the folder.
    Escapes,
    /// It has a character that no path may have (NUL, a backslash, a control character).
    Forbidden(char),
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PathError::Empty => write!(f, "the path is empty"),
            PathError::Absolute => write!(f, "the path is absolute"),
            PathError::Escapes => write!(f, "the path leads out of the folder"),
            PathError::Forbidden(c) => {
                write!(f, "the path has the character {}", c.escape_default())
            }
        }
    }
}

/// Checks `text` part by part and drops empty and `.` parts; `..` takes back one part.
fn normalise(text: &str) -> Result<Cow<'_, str>, PathError> {
    if is_plain(text) {
        return Ok(Cow::Borrowed(text));
    }
    if text.starts_with('/') || text.as_bytes().get(1) == Some(&b':') {
        return Err(PathError::Absolute);
    }
    if let Some(c) = text.chars().find(|c| c.is_control() || *c == '\\') {
        return Err(PathError::Forbidden(c));
    }
    if text.split('/').all(|part| !matches!(part, "" | "." | "..")) {
        return Ok(Cow::Borrowed(text));
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in text.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or(PathError::Escapes)?;
            }
            part => parts.push(part),
        }
    }
    if parts.is_empty() { Err(PathError::Empty) } else { Ok(parts.join("/").into()) }
}

/// Whether a path is of letters, digits and the like in parts that begin and end with them, as
/// nearly all are; such a path is normal.
fn is_plain(text: &str) -> bool {
    let mut last = b'/';
    let is_plain = text.bytes().all(|byte| {
        let fits = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => true,
            b'.' => last != b'/' && last != b'.',
            b'/' => last != b'/' && last != b'.',
            _ => false,
        };
        last = byte;
        fits
    });
    is_plain && last != b'/' && last != b'.'
}

macro_rules! path_type {
    ($name:ident, $letters:path) => {
        impl $name {
            /// The path `text` names, normalised, or why it names none.
            pub fn new(text: &str) -> Result<Self, PathError> {
                normalise(text).map(|path| $name((&*$letters(&path)).into()))
            }

            /// The whole path, parts joined by `/`.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The last part, with its ending.
            pub fn name(&self) -> &str {
                self.0.rsplit('/').next().unwrap_or_default()
            }

            /// The last part without its last ending: `ie` for `countries/ie.md`.
            pub fn stem(&self) -> &str {
                let name = self.name();
                match name.rfind('.') {
                    None | Some(0) => name,
                    Some(dot) => &name[..dot],
                }
            }

            /// What follows the last dot of the name, if there is one: `md`.
            pub fn extension(&self) -> Option<&str> {
                let name = self.name();
                name.rfind('.').filter(|dot| *dot > 0).map(|dot| &name[dot + 1..])
            }

            /// The extension in lower case, for telling what sort of file it is; empty where
            /// it has none.
            pub fn ending(&self) -> String {
                self.extension().unwrap_or_default().to_ascii_lowercase()
            }

            /// Everything before the last `/`; empty for a path of one part.
            pub fn folder(&self) -> &str {
                self.0.rfind('/').map_or("", |slash| &self.0[..slash])
            }

            /// The path's parts, outermost first.
            pub fn parts(&self) -> impl Iterator<Item = &str> {
                self.0.split('/')
            }

            /// The path `text` names from this file's own folder (as a link in it would).
            pub fn sibling(&self, text: &str) -> Result<Self, PathError> {
                if text.starts_with('/') {
                    return Err(PathError::Absolute);
                }
                Self::new(&format!("{}/{text}", self.folder()).trim_start_matches('/'))
            }
        }

        /// It is written as its text.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <&str>::deserialize(from)?;
                $name::new(text).map_err(D::Error::custom)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }
    };
}

/// A file is opened by the very letters that its name is stored with.
fn as_stored(path: &str) -> &str {
    path
}

path_type!(FilePath, as_stored);
path_type!(OutPath, composed);

/// The longest part of a path that every file system takes, in bytes: most take 255, and some
/// programs write a file under a longer name first.
pub const LONGEST_PART: usize = 240;

/// The longest path inside the output folder, in bytes: macOS takes 1024 with the folders above.
const LONGEST: usize = 800;

/// Why not every file system takes a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit<'p> {
    /// A part of it is too long.
    Long(&'p str),
    /// It is too long as a whole.
    Deep,
    /// A part of it is a name that Windows keeps for a device.
    Device(&'p str),
    /// A part of it has a character that Windows refuses in a name.
    Character(&'p str, char),
    /// A part of it ends in a dot or a space, which Windows drops.
    End(&'p str),
}

/// Characters that Windows refuses in a name (Microsoft's "Naming Files, Paths, and Namespaces").
pub const REFUSED: [char; 8] = ['<', '>', ':', '"', '|', '?', '*', '\\'];

impl OutPath {
    /// Why not every file system takes the path, if one does not.
    pub fn unfit(&self) -> Option<Unfit<'_>> {
        if let Some(part) = self.parts().find(|part| part.len() > LONGEST_PART) {
            return Some(Unfit::Long(part));
        }
        if self.0.len() > LONGEST {
            return Some(Unfit::Deep);
        }
        self.parts().find_map(|part| {
            if is_device(part) {
                return Some(Unfit::Device(part));
            }
            let refused = part.find(REFUSED).and_then(|at| part[at..].chars().next());
            let ends = part.ends_with(['.', ' ']).then_some(Unfit::End(part));
            refused.map(|c| Unfit::Character(part, c)).or(ends)
        })
    }
}

impl FilePath {
    /// The rest of the path below `folder`, if it lies there.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_normalised_and_cannot_escape() {
        assert_eq!(FilePath::new("a/./b//c").map(|p| p.to_string()), Ok("a/b/c".into()));
        assert_eq!(FilePath::new("a/../b").map(|p| p.to_string()), Ok("b".into()));
        assert_eq!(FilePath::new("../b"), Err(PathError::Escapes));
        assert_eq!(FilePath::new("/b"), Err(PathError::Absolute));
        assert_eq!(FilePath::new(""), Err(PathError::Empty));
        assert_eq!(FilePath::new("a\0b"), Err(PathError::Forbidden('\0')));
    }

    #[test]
    fn a_path_knows_its_parts() {
        let path = FilePath::new("content/countries/ie.md").unwrap();
        assert_eq!(
            (path.name(), path.stem(), path.extension()),
            ("ie.md", "ie", Some("md"))
        );
        assert_eq!(path.folder(), "content/countries");
        assert_eq!(path.below("content"), Some("countries/ie.md"));
        let sign = path.sibling("../media/sign.jpg").unwrap();
        assert_eq!(sign.as_str(), "content/media/sign.jpg");
    }
}
