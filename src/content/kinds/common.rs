//! The fields that several kinds have in common, each said once.

use crate::content::hold::Hold;
use crate::diag::Diagnostics;
use crate::fields::{Decode, Language, Node, Shape, Spanned};
use crate::record;
use serde::{Deserialize, Serialize};

/// What never leaves the build, unless the site says so of notes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Private {
    /// As it was written here.
    Written(Node),
    /// What a reference manager noted for its user.
    Notes(String),
}

impl Decode for Private {
    fn shape() -> Shape {
        Node::shape()
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        Node::decode(node, diags).map(Private::Written)
    }
}

record! {
    /// What every record may say that has a file of its own.
    pub struct CommonFields: "record" {
        /// Notes for the newsroom, which never leave the build.
        private: Optional<Private> = "{phone: see the safe}";
        /// Fields of your own, which templates may read.
        extra: Optional<Node> = "{series: embassies}";
        ..hold: Hold
    }
}

record! {
    /// What every record of a kind may say: something that can be referred to.
    pub struct ItemFields: "item" {
        /// Names it was known by. One that begins or ends with `/`, or ends in `.html`, is an old address and
        /// leaves a page that leads here; others can be used where its id can.
        aliases: List<Spanned<String>> = "[dublin-office]";
        ..common: CommonFields
    }
}

record! {
    /// What every record may say that is there for the text beneath it.
    pub struct TextFields: "text" {
        /// The language of the text, where it is not the site's.
        lang: Optional<Language> = "en";
        /// Whether a list of contents is shown; by itself for three headings or more.
        toc: Optional<bool> = "true";
        ..item: ItemFields
    }
}
