//! What every item has.

use super::{Correction, Matter, Names, NumberOf, Picture, SourceId};

/// What the site has to know of an item, whatever its kind.
pub(in crate::model) trait Noun {
    /// Its id and addresses; the home page has none to be referred to by.
    fn names(&self) -> Option<&Names>;

    /// What readers may call it.
    fn title(&self) -> &str;

    /// The sources of its front matter, in order: `[@1]` is the first.
    fn sources(&self) -> &[SourceId];

    /// What it has as every item has.
    fn matter(&self) -> &Matter;

    /// The same, for the references of its text to be given their meaning.
    fn matter_mut(&mut self) -> &mut Matter;

    /// Its lead picture.
    fn picture(&self) -> Option<&Picture> {
        None
    }

    /// What was wrong about it, newest first.
    fn corrections(&self) -> &[Correction] {
        &[]
    }

    /// What is counted of it.
    fn numbers(&self) -> &[NumberOf] {
        &[]
    }

    /// Whether it may be shown. Of a confidential source nothing is but a label, of an entity that may not be
    /// named nothing at all.
    fn is_shown(&self) -> bool {
        true
    }
}
