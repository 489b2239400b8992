//! How grave a diagnostic is.

/// How grave a diagnostic is. An error means that nothing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site can't be built as it is.
    Error,
    /// The site can be built, but something in it deserves a look.
    Warning,
}
