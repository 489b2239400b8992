//! The code of a territory: ISO 3166-1 alpha-2, and XK for Kosovo.

use std::fmt;

use super::table::{LOWER, UPPER};
use serde::{Deserialize, Serialize};

/// The code of a territory that exists: two letters of ISO 3166-1, or `XK`.
///
/// It is a place in the table of territories, so whoever holds one has its [`Territory`](super::Territory).
/// Codes are ordered as their letters are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Code(u8);

impl Code {
    /// The code written as two letters in any case, if there is a territory of that code.
    ///
    /// ```
    /// use dateline::atlas::Code;
    /// assert_eq!(Code::parse("ie").unwrap().upper(), "IE");
    /// assert_eq!(Code::parse("uk"), None); // ISO's code is GB
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let letters: [u8; 2] = text.as_bytes().try_into().ok()?;
        let letters = letters.map(|letter| letter.to_ascii_uppercase());
        let (codes, _) = UPPER.as_bytes().as_chunks::<2>();
        codes.binary_search(&letters).ok().map(|place| Self(place as u8))
    }

    /// The code in capital letters: `IE`.
    pub fn upper(self) -> &'static str {
        let place = self.place() * 2;
        &UPPER[place..place + 2]
    }

    /// The code in small letters, as in the addresses of pages: `ie`.
    pub fn lower(self) -> &'static str {
        let place = self.place() * 2;
        &LOWER[place..place + 2]
    }

    /// Its place among all territories in the order of their codes, from 0.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.upper())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.upper())
    }
}

/// The code of two capital letters, for the table: an unknown one is a compile error there.
pub(super) const fn at(letters: &str) -> Code {
    let (wanted, codes) = (letters.as_bytes(), UPPER.as_bytes());
    let mut place = 0;
    while codes[2 * place] != wanted[0] || codes[2 * place + 1] != wanted[1] {
        place += 1;
    }
    Code(place as u8)
}
