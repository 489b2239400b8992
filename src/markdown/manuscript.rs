//! A text as it is read: notes to oneself are not in it, and what other generators write for an
//! alert is written as ours. Each byte of it still knows its place in the file.

use super::foreign::{self, Edit, Finding};
use crate::diag::{Diagnostics, Place};
use crate::files::Span;
use std::borrow::Cow;
use std::ops::Range;

/// The text of a file as [`parse`](super::parse()), [`outline`](super::outline()) and rendering
/// read it. What is left out of it can't be shown, counted or referred to, because nothing behind
/// this value has seen it.
#[derive(Debug)]
pub struct Manuscript<'t> {
    text: Cow<'t, str>,
    range: Range<usize>,
    /// Where the parts of the text come from, in order; none where it is the file's.
    parts: Vec<Stretch>,
    findings: Vec<Finding>,
}

/// A part of the text that is read, up to the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    /// Its first byte in the text that is read.
    read: usize,
    /// The place in the file that it stands for.
    written: usize,
    /// Whether it is a copy of what is written there, byte by byte.
    is_copy: bool,
}

impl<'t> Manuscript<'t> {
    /// The Markdown in `range` of a file's `text`. Time is linear in its length.
    pub fn of(text: &'t str, range: Range<usize>) -> Self {
        let (edits, findings) = foreign::scan(text, range.clone());
        let mut manuscript =
            Manuscript { text: text.into(), range, parts: Vec::new(), findings };
        manuscript.edit(text, &edits);
        manuscript
    }

    /// The text that is read. What is above its [`Manuscript::range`] is the file's.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the Markdown in the text.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// What other generators would have understood in it, and we don't.
    pub(super) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Makes the changes; they are in order and don't overlap.
    fn edit(&mut self, text: &str, edits: &[Edit]) {
        if edits.is_empty() {
            return;
        }
        let mut read = String::with_capacity(text.len() + edits.len());
        let mut from = 0;
        for edit in edits {
            self.part(read.len(), from, true);
            read.push_str(&text[from..edit.out.start]);
            self.part(read.len(), edit.out.start, false);
            read.push_str(&edit.put);
            from = edit.out.end;
        }
        self.part(read.len(), from, true);
        read.push_str(&text[from..self.range.end]);
        self.range.end = read.len();
        self.text = read.into();
    }

    fn part(&mut self, read: usize, written: usize, is_copy: bool) {
        self.parts.push(Stretch { read, written, is_copy });
    }

    /// Where a byte of the text that is read is written, and whether it is written at all.
    fn place(&self, read: usize) -> (usize, bool) {
        let after = self.parts.partition_point(|part| part.read <= read);
        match after.checked_sub(1).map(|at| self.parts[at]) {
            Some(Stretch { is_copy: false, written, .. }) => (written, false),
            Some(part) => (part.written + (read - part.read), true),
            None => (read, true),
        }
    }

    /// Where a part of the text that is read is written.
    pub fn span(&self, read: Span) -> Span {
        let range = read.range();
        let (start, _) = self.place(range.start);
        // The last byte tells where it ends, since what is behind it may come from elsewhere.
        let end = range.end.checked_sub(1).filter(|last| *last >= range.start);
        let end = end.map_or(start, |last| {
            let (last, is_written) = self.place(last);
            last + usize::from(is_written)
        });
        Span::new(read.file, start, end.max(start))
    }

    /// Moves what is said of the text that is read to where it is written.
    pub(super) fn moved(&self, diags: &mut Diagnostics) {
        if self.parts.is_empty() {
            return;
        }
        let moved = |place: &mut Place| {
            if let Place::Text(span) = place {
                *span = self.span(*span);
            }
        };
        diags.amend(|one| {
            moved(&mut one.place);
            one.also.iter_mut().for_each(|also| moved(&mut also.place));
        });
    }

    /// Whether its places differ from those in the file.
    pub(super) fn is_edited(&self) -> bool {
        !self.parts.is_empty()
    }
}
