//! Images and documents, and pictures that lead an item.

use super::{MediaId, SourceId};
use crate::content::kinds::media::MediaFields;
use crate::files::{FilePath, OutPath};
use serde::{Deserialize, Serialize};

/// An image or document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Media {
    /// Where it lies.
    pub path: FilePath,
    /// Where it is published.
    pub address: OutPath,
    /// Its size in bytes.
    pub size: u64,
    /// The size of the picture in pixels, where it is one whose size is known.
    pub pixels: Option<(u32, u32)>,
    /// Whether it is a picture that browsers show.
    pub is_picture: bool,
    /// Whether it lies in `static`, and so is published whether or not anything refers to it.
    pub is_static: bool,
    /// What its sidecar says.
    pub about: Option<MediaFields>,
    /// Whether its sidecar has mistakes, which have been reported: what lacks may stand in it.
    pub flawed: bool,
    /// The source that its sidecar names.
    pub source: Option<SourceId>,
}

impl Media {
    /// Whether it shows what nobody should be made to see: it is shown to those who ask for it.
    pub fn is_graphic(&self) -> bool {
        self.about.as_ref().and_then(|about| about.graphic).unwrap_or(false)
    }

    /// What was done to it, in words that may be printed: `faces blurred`.
    pub fn edits(&self) -> Vec<String> {
        let edits = self.about.iter().flat_map(|about| &about.edited);
        edits.map(|edit| edit.replace('-', " ")).collect()
    }

    /// Under which licence it may be used.
    pub fn license(&self) -> Option<&str> {
        self.about.as_ref()?.license.as_deref()
    }
}

/// A picture with what is said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The file.
    pub media: MediaId,
    /// What is to be seen.
    pub alt: String,
    /// What is printed beneath it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}
