//! What a document tells beside what it shows.

/// Something that a document tells and that its pages don't show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    /// Who made it, or wrote a comment in it.
    Author,
    /// Where it lay on the disk of whoever made it.
    PathOnDisk,
    /// Text that is drawn and not shown.
    HiddenText,
}
