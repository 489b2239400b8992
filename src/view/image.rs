//! Images outside the text.

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
