//! Images outside the text.

use super::Desk;
use crate::model::Picture;
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
    /// Its width in pixels, where known.
    pub width: Option<u32>,
    /// Its height in pixels, where known.
    pub height: Option<u32>,
}

impl Desk<'_> {
    /// A picture with what its item or its sidecar says of it.
    pub(super) fn image(&self, picture: &Picture) -> ImageView {
        let media = self.edition.media(picture.media);
        ImageView {
            path: self.path(&media.address, None),
            alt: picture.alt.clone(),
            caption: picture.caption.clone(),
            credit: picture.credit.clone(),
            width: media.pixels.map(|(width, _)| width),
            height: media.pixels.map(|(_, height)| height),
        }
    }
}
