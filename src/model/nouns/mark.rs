//! Names that are not told, and why.

use crate::phrases::Phrases;
use crate::words;

words! {
    /// Why words stand in a text for a name.
    pub enum Withheld {
        /// It would put somebody in danger.
        Safety = "safety",
        /// It is a child's.
        Minor = "minor",
        /// A court has forbidden it.
        Court = "court",
        /// A source was promised so.
        SourceRequest = "source-request",
        /// It is nobody's business.
        Privacy = "privacy",
    }
}

impl Withheld {
    /// What readers are told.
    pub fn told(self, phrases: &Phrases) -> &str {
        match self {
            Withheld::Safety => phrases.withheld_safety(),
            Withheld::Minor => phrases.withheld_minor(),
            Withheld::Court => phrases.withheld_court(),
            Withheld::SourceRequest => phrases.withheld_source_request(),
            Withheld::Privacy => phrases.withheld_privacy(),
        }
    }
}
