//! What may be defined where nothing could be made of what is written.
//!
//! A reference to what stands there is no mistake of its own. Its name is made of words of the place, whether
//! it is written there or made from a title or an address, so that a reference to nothing at all is told
//! from one to what could not be read.

use crate::content::Kind;
use crate::diag::{Diagnostics, Place};
use crate::files::{Span, TextFiles};
use crate::letters::folded;
use foldhash::HashMap;

/// The words of all places of which nothing could be made, each with the kinds of record that such a place
/// may hold.
#[derive(Debug, Default)]
pub(super) struct Lost {
    words: HashMap<String, Kinds>,
    /// The kinds of which anything may lack, because of a file that can't be read at all.
    anything: Kinds,
}

/// A set of kinds, a bit for each.
type Kinds = u8;

const ALL: Kinds = Kinds::MAX;

impl Lost {
    /// What is lost according to what was found so far. Where that is no error, nothing is: the site will be
    /// built, and every reference to nothing has to be told.
    pub(super) fn told(diags: &Diagnostics, texts: &TextFiles) -> Self {
        if !diags.has_errors() {
            return Lost::default();
        }
        Lost::of(diags.lost(), texts)
    }

    fn of(places: &[Place], texts: &TextFiles) -> Self {
        let mut lost = Lost::default();
        for place in places {
            match place {
                Place::Text(span) => lost.add(*span, texts),
                Place::Path(path, _) => lost.anything |= held_in(path),
                Place::Site => {}
            }
        }
        lost
    }

    fn add(&mut self, span: Span, texts: &TextFiles) {
        let file = texts.get(span.file);
        let kinds = held_in(file.path.as_str());
        let written = file.text.get(span.range()).unwrap_or_default();
        for word in words(&folded(written)).chain(words(&folded(file.path.name()))) {
            match self.words.get_mut(word) {
                Some(known) => *known |= kinds,
                None => {
                    self.words.insert(word.to_owned(), kinds);
                }
            }
        }
    }

    /// Whether something may be called `name`, of kind `only` if one is given.
    pub(super) fn may_hold(&self, name: &str, only: Option<Kind>) -> bool {
        if self.words.is_empty() && self.anything == 0 {
            return false;
        }
        let wanted = only.map_or(ALL, bit);
        if self.anything & wanted != 0 {
            return true;
        }
        let name = folded(name);
        let known = |word| self.words.get(word).copied().unwrap_or_default();
        words(&name).map(known).reduce(|all, one| all & one).unwrap_or_default() & wanted
            != 0
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn bit(kind: Kind) -> Kinds {
    1 << kind as u8
}

/// The kinds of record that a file may hold, by its folder. What lies in none of them may be anything.
fn held_in(path: &str) -> Kinds {
    let Some(inside) = path.strip_prefix("content/") else { return 0 };
    let folder = inside.split_once('/').map_or(inside, |(folder, _)| folder);
    let kinds: &[Kind] = match folder {
        "articles" => &[Kind::Article, Kind::Source, Kind::Location, Kind::Claim],
        "countries" => &[Kind::Source, Kind::Location],
        "locations" => &[Kind::Location, Kind::Source],
        "sources" => &[Kind::Source],
        "entities" => &[Kind::Entity, Kind::Source],
        "claims" => &[Kind::Claim, Kind::Source, Kind::Location],
        "pages" => &[Kind::Page, Kind::Source, Kind::Claim],
        "index.md" => &[Kind::Source, Kind::Claim],
        "media" | "vault" => &[],
        _ => return ALL,
    };
    kinds.iter().map(|kind| bit(*kind)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostic, codes};
    use crate::files::{FilePath, Memory, scan};

    fn lost(path: &str, text: &'static str) -> Lost {
        let mut files = Memory::default();
        files.insert(FilePath::new(path).unwrap(), text.as_bytes());
        let texts = scan(&files).unwrap();
        let (file, found) = texts.find(path).unwrap();
        Lost::of(&[found.whole(file).into()], &texts)
    }

    #[test]
    fn a_name_written_in_a_lost_text_may_be_there() {
        let lost = lost("content/sources/s.yaml", "rte-capel:\n\ttitle: The Hotel\n");
        assert!(lost.may_hold("rte-capel", Some(Kind::Source)));
        assert!(lost.may_hold("the-hotel", None));
    }

    #[test]
    fn another_name_or_kind_is_not() {
        let lost = lost("content/sources/s.yaml", "rte-capel:\n\ttitle: The Hotel\n");
        assert!(!lost.may_hold("rte-clones", Some(Kind::Source)));
        assert!(!lost.may_hold("rte-capel", Some(Kind::Entity)));
    }

    #[test]
    fn nothing_is_lost_where_there_is_no_error() {
        let mut diags = Diagnostics::default();
        let place = Place::Path("content/sources/s.yaml".into(), None);
        let warning = Diagnostic::new(codes::UNKNOWN_SOURCE_TYPE, place.clone(), "x");
        diags.push(warning);
        diags.lose(place.clone());
        let lost = Lost::told(&diags, &TextFiles::default());
        assert!(!lost.may_hold("anything", Some(Kind::Source)));
        diags.push(Diagnostic::new(codes::UNREADABLE_FILE, place, "x"));
        let lost = Lost::told(&diags, &TextFiles::default());
        assert!(lost.may_hold("anything", Some(Kind::Source)));
    }

    #[test]
    fn a_file_that_cannot_be_read_may_hold_anything_of_its_kinds() {
        let path = Place::Path("content/claims/c.yaml".into(), None);
        let lost = Lost::of(&[path], &TextFiles::default());
        assert!(lost.may_hold("anything", Some(Kind::Claim)));
        assert!(!lost.may_hold("anything", Some(Kind::Entity)));
    }
}
