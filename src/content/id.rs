//! Ids: the names that items have for ever.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The id of an item: explicit, or the path of its file under its kind's folder without the
/// ending. Compared letter by letter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(Arc<str>);

impl Id {
    /// An id from what was written; `None` where nothing is left once white space is trimmed,
    /// or where it has a character that a reference could not carry (`[ ] | #`, a control
    /// character, a line end).
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let bad = |c: char| c.is_control() || matches!(c, '[' | ']' | '|' | '#');
        (!text.is_empty() && !text.contains(bad)).then(|| Id(text.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Letters and digits of `text` in lower case, everything else one `-`: a word for an
/// address. Letters of every script are kept; empty where `text` has none.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\'' | '’' => {}
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            c if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_of_every_script() {
        assert_eq!(
            slug("Dublin: the Capel Street office"),
            "dublin-the-capel-street-office"
        );
        assert_eq!(slug("福州市 公安局!"), "福州市-公安局");
        assert_eq!(slug("--"), "");
    }
}
