//! A file of a format, before it is made.

use super::artifact::Body;
use super::context::OutputContext;
use crate::files::OutPath;

/// A file that a site has because of what is in it, before it is made.
pub(in crate::output) struct PlannedFile<'s> {
    /// Where it is.
    pub(in crate::output) path: OutPath,
    /// Whether a file that the site has at this path itself is published in its place.
    pub(in crate::output) gives_way: bool,
    /// Says how its bytes are made.
    pub(in crate::output) body: MakeBody<'s>,
}

/// As [`PlannedFile::body`].
pub(in crate::output) type MakeBody<'s> =
    Box<dyn FnOnce(&OutputContext<'s>) -> Body<'s> + 's>;
