//! Sidecars: what is said about an image or document, beside the file as `<file>.yaml`.

use crate::content::hold::{Held, Hold};
use crate::content::values::Reference;
use crate::fields::Node;
use crate::record;

record! {
    /// What is said about a media file.
    pub struct MediaFields: "media sidecar" {
        /// What is to be seen, for those who can't see it.
        alt: Optional<String> = "Door sign in Chinese and English";
        /// What is printed beneath it.
        caption: Optional<String> = "The sign on Capel Street in 2022.";
        /// Who made it.
        credit: Optional<String> = "AP";
        /// The source it was taken from; named in the caption, with a link.
        source: Optional<Reference> = "rte-capel";
        /// What was done to it; told in the caption.
        edited: List<String> = "[cropped, faces-blurred]";
        /// Whether it shows violence or death: it is folded away behind its `alt`, and on no card.
        graphic: Optional<bool> = "false";
        /// Under which licence it may be used.
        license: Optional<String> = "CC BY 4.0";
        /// Fields of your own, which templates may read.
        extra: Optional<Node> = "{series: embassies}";
        ..hold: Hold
    }
}

impl Held for MediaFields {
    fn hold(&self) -> &Hold {
        &self.hold
    }

    fn hold_mut(&mut self) -> &mut Hold {
        &mut self.hold
    }
}
