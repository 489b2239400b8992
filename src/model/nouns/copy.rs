//! What is noted of a saved copy, beside its file.

use super::SourceId;
use crate::dates::Edtf;
use crate::files::Span;

/// What is noted of a saved copy.
#[derive(Debug, Clone)]
pub struct CopyNote {
    /// Where it is noted.
    pub place: Span,
    /// The source that it is a copy of, where one is named.
    pub source: Option<SourceId>,
    /// The SHA-256 of the file, in lower-case hexadecimal.
    pub sum: Option<String>,
    /// When it was saved.
    pub saved: Option<Edtf>,
}
