//! Numbers as statements: who counted what, when, on whose word.

use crate::content::kinds::source::SourceEntry;
use crate::content::values::Reference;
use crate::dates::Edtf;
use crate::fields::Spanned;
use crate::{record, words};

words! {
    /// How a statement stands to others on the same thing (as Wikidata ranks them).
    pub enum Rank {
        /// The one to quote.
        Preferred = "preferred",
        /// One of several.
        Normal = "normal",
        /// Known to be wrong, or out of date; kept because it is in circulation.
        Deprecated = "deprecated",
    }
}

record! {
    /// A number that somebody gives for something.
    pub struct NumberFields: "number" {
        /// The number, as it is to be printed.
        value: Required<Spanned<String>> = "54";
        /// As of when.
        date: Optional<Spanned<Edtf>> = "2022-09-12";
        /// Who counted: an entity, or a name.
        by: Optional<Reference> = "safeguard-defenders";
        /// On whose word.
        sources: List<SourceEntry> = "[sd-110-overseas]";
        /// How it stands to the others.
        rank: Optional<Rank> = "normal";
        /// What has to be added.
        note: Optional<String> = "The first report; two police forces.";
    }
}
