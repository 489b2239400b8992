//! The first line of an alert: `[!NOTE]`, and as Obsidian writes it, `[!faq]- Own title`.

use super::foreign;
use super::tree::{Alert, Fold};
use std::ops::Range;

/// What the first line of an alert says, with places in the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) alert: Alert,
    pub(super) fold: Fold,
    /// Whether the kind is one that has a word of ours for a title.
    pub(super) is_named: bool,
    /// Whether anybody knows the kind.
    pub(super) is_known: bool,
    /// The kind as written.
    pub(super) name: Range<usize>,
    /// The author's own title; empty where there is none.
    pub(super) title: Range<usize>,
}

/// The head of the quotation that begins with the `>` at or behind `start`; none where it is no alert.
pub(super) fn head(text: &str, start: usize) -> Option<Head> {
    let line = text.get(start..)?.lines().next()?;
    let inside = line.trim_start().strip_prefix('>')?.trim_start();
    let words = inside.strip_prefix("[!")?;
    let (name, rest) = words.split_once(']')?;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '|');
    if name.is_empty() || name.len() > 40 || !name.chars().all(is_part) {
        return None;
    }
    // A link, or the definition of one.
    if rest.starts_with(['(', '[', ':']) {
        return None;
    }
    let (fold, rest) = match rest.as_bytes().first() {
        Some(b'-') => (Fold::Closed, &rest[1..]),
        Some(b'+') => (Fold::Open, &rest[1..]),
        _ => (Fold::Never, rest),
    };
    let place = |part: &str| {
        let from = part.as_ptr() as usize - text.as_ptr() as usize;
        from..from + part.len()
    };
    // Obsidian takes what is behind `|` for a theme's own use.
    let name = name.split('|').next().unwrap_or_default().trim();
    let alert = foreign::look(name);
    let github = ["note", "tip", "important", "warning", "caution"];
    Some(Head {
        alert: alert.unwrap_or(Alert::Neutral),
        fold,
        is_named: github.iter().any(|one| one.eq_ignore_ascii_case(name)),
        is_known: alert.is_some(),
        name: place(name),
        title: place(rest.trim()),
    })
}

/// A kind as a title: `faq` as `Faq`.
pub(super) fn titled(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
