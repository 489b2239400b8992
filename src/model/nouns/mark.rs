//! Names that are not told, and why.

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
    pub fn told(self) -> &'static str {
        match self {
            Withheld::Safety => "name withheld for safety",
            Withheld::Minor => "name withheld: a minor",
            Withheld::Court => "name withheld by order of a court",
            Withheld::SourceRequest => "name withheld at the source’s request",
            Withheld::Privacy => "name withheld for privacy",
        }
    }
}
