//! The outline of a text, which need not be looked at before somebody asks for it.
//!
//! What was kept of a file ends with its outline. The other records name what others look for, and are
//! read at once; of the outlines a build that goes on from the last one needs few, and they are the
//! greater part.

use super::shared_bytes::SharedBytes;
use crate::files::FileId;
use crate::markdown::Outline;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The outline of a text: made when the text was read, or kept from another build. A clone shares it.
#[derive(Clone)]
pub struct Outlined(Arc<Held>);

enum Held {
    /// Made in this run.
    Made(Outline),
    /// Kept, and read from these bytes where it is asked for.
    Kept { file: FileId, bytes: SharedBytes, outline: OnceLock<Outline> },
}

impl Outlined {
    /// The outline that was kept as `bytes` of a text in this file.
    pub(super) fn kept(file: FileId, bytes: SharedBytes) -> Self {
        Outlined(Arc::new(Held::Kept { file, bytes, outline: OnceLock::new() }))
    }
}

impl Default for Outlined {
    /// That of a text that refers to nothing.
    fn default() -> Self {
        Outline::default().into()
    }
}

impl From<Outline> for Outlined {
    fn from(outline: Outline) -> Self {
        Outlined(Arc::new(Held::Made(outline)))
    }
}

impl Deref for Outlined {
    type Target = Outline;

    fn deref(&self) -> &Outline {
        match &*self.0 {
            Held::Made(outline) => outline,
            Held::Kept { file, bytes, outline } => outline.get_or_init(|| {
                // They are the bytes that this program wrote: that is seen before they come here.
                file.read(bytes).unwrap_or_default()
            }),
        }
    }
}

impl fmt::Debug for Outlined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
