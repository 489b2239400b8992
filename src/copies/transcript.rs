//! The text of a copy: its parts, and why there is none where there is none.

use std::fmt;

/// So many bytes of a copy are read, packed or not, at most.
pub const LARGEST: usize = 256 << 20;

/// The text of a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    /// Its parts, in order.
    pub parts: Vec<CopyPart>,
    /// The day on which the copy was made, where it says so itself: `2022-10-26`.
    pub saved: Option<String>,
    /// The address that it is a copy of, where it says so itself.
    pub address: Option<String>,
    /// What its own sums say of it, where it has any: how many of them were compared.
    pub sums: usize,
}

/// A part of a copy: a page, or what is said at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyPart {
    /// Where in the copy it is.
    pub place: PartPlace,
    /// Its text.
    pub text: String,
}

/// Where in a copy a part of it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartPlace {
    /// All of it.
    Whole,
    /// A page: its number in the file, from 1, and what is printed on it where the file says so.
    Page {
        /// The number, from 1.
        number: usize,
        /// What the file calls it: `xii`.
        label: Option<String>,
    },
    /// What is said in a recording, in milliseconds from its start.
    Cue {
        /// When it begins.
        from: u64,
        /// When it ends.
        until: u64,
    },
}

/// Why there is no text of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is a picture, a recording, or a scan.
    NoText,
    /// It can be opened only with a password.
    Encrypted,
    /// Its form is none that is read.
    UnknownForm,
    /// It, or what is packed in it, is too large.
    TooLarge,
    /// It is not what its form asks for: what is wrong.
    Damaged(&'static str),
    /// A sum that it holds is not that of its bytes: of which part.
    Tampered(String),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::NoText => f.write_str("it holds pictures or sounds, and no text"),
            Unread::Encrypted => f.write_str("it can be opened only with a password"),
            Unread::UnknownForm => f.write_str("its form is none that is read"),
            Unread::TooLarge => f.write_str("it is too large to be read"),
            Unread::Damaged(what) => write!(f, "it is damaged: {what}"),
            Unread::Tampered(part) => {
                write!(f, "the sum that it holds of `{part}` is not that of its bytes")
            }
        }
    }
}

impl PartPlace {
    /// Where that is, in words that go on after "it stands"; nothing where that is all of the copy.
    pub fn words(&self) -> Option<String> {
        match self {
            PartPlace::Whole => None,
            PartPlace::Page { label: Some(label), .. } => {
                Some(format!("on page {label}"))
            }
            PartPlace::Page { number, label: None } => Some(format!("on page {number}")),
            PartPlace::Cue { from, .. } => {
                let seconds = from / 1000;
                let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
                Some(format!("at {hours:02}:{minutes:02}:{:02}", seconds % 60))
            }
        }
    }
}

impl Transcript {
    /// One part that is all of it.
    pub(super) fn whole(text: String) -> Self {
        let whole = CopyPart { place: PartPlace::Whole, text };
        Transcript { parts: vec![whole], ..Transcript::default() }
    }
}
