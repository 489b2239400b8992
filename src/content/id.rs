//! Ids: the names that items have for ever.

use crate::letters::composed;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The id of an item: explicit, or the path of its file under its kind's folder without the
/// ending. Compared letter by letter, however those are stored.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(Arc<str>);

impl Id {
    /// An id from what was written; `None` where nothing is left once white space is trimmed,
    /// or where it has a character that a reference could not carry (`[ ] | #`, a control
    /// character, a line end).
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let bad = |c: char| c.is_control() || matches!(c, '[' | ']' | '|' | '#');
        (!text.is_empty() && !text.contains(bad)).then(|| Id((&*composed(text)).into()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_show_the_same_letters_are_one() {
        assert_eq!(Id::new("cafe\u{301}"), Id::new("café"));
        assert_ne!(Id::new("cafe"), Id::new("café"));
    }
}
