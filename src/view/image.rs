//! Images outside the text.

use super::{Card, LinkView, Views};
use crate::model::{Item, MediaId, Picture};
use serde::Serialize;

/// An image with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImageView {
    /// The file's path from the root.
    pub path: String,
    /// What it shows, for those who don't see it.
    pub alt: String,
    /// The caption.
    pub caption: Option<String>,
    /// Who made it or gives it.
    pub credit: Option<String>,
    /// Whether it shows what nobody should be made to see: to be folded, with `alt` in words.
    pub graphic: bool,
    /// What was done to it, in words: `cropped`, `faces blurred`.
    pub edits: Vec<String>,
    /// The source it was taken from; without a page where that is confidential.
    pub source: Option<Card<LinkView>>,
    /// Under which licence it may be used.
    pub license: Option<String>,
    /// Its width in pixels, where known.
    pub width: Option<u32>,
    /// Its height in pixels, where known.
    pub height: Option<u32>,
    /// The same picture with fewer pixels, the narrowest first; each has fewer bytes than the next, and the last fewer
    /// than the file at `path`.
    pub smaller: Vec<SmallerImage>,
}

/// A picture with fewer pixels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SmallerImage {
    /// The file's path from the root.
    pub path: String,
    /// Its width in pixels.
    pub width: u32,
}

impl Views<'_> {
    /// A picture for places where it is shown unasked, without a warning: cards, previews
    /// elsewhere. A graphic one is not.
    pub(super) fn plain_image(&self, picture: &Picture) -> Option<ImageView> {
        let media = self.edition.media(picture.media);
        (!media.is_graphic()).then(|| self.image(picture))
    }

    /// A picture with what its item or its sidecar says of it.
    pub(super) fn image(&self, picture: &Picture) -> ImageView {
        let media = self.edition.media(picture.media);
        ImageView {
            path: self.path(&media.address, None),
            alt: picture.alt.clone(),
            caption: picture.caption.clone(),
            credit: picture.credit.clone(),
            graphic: media.is_graphic(),
            edits: media.edits(),
            source: media.source.map(|id| self.link(Item::Source(id))),
            license: media.license().map(str::to_owned),
            width: media.pixels.map(|(width, _)| width),
            height: media.pixels.map(|(_, height)| height),
            smaller: self.smaller_images(picture.media),
        }
    }

    fn smaller_images(&self, id: MediaId) -> Vec<SmallerImage> {
        let sizes = self.edition.sizes_of(id).iter();
        let smaller = sizes.map(|size| SmallerImage {
            path: self.path(&size.address, None),
            width: size.width,
        });
        smaller.collect()
    }
}
