//! Which `[` a `]` closes, found for all brackets of some text at once.

use crate::steps;
use std::ops::Range;

/// Brackets that stand further apart are not taken for a pair: no citation is so long.
pub(super) const LONGEST: usize = 2000;

/// The brackets of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Brackets {
    /// Where each pair begins, in order, and where it ends: the byte of its `]`.
    pairs: Vec<(usize, usize)>,
    /// Where each `[` stands that nothing closes.
    opening: Vec<usize>,
    /// Where each `]` stands that closes nothing.
    closing: Vec<usize>,
}

impl Brackets {
    /// Those of `range` of `text`. A pair stands in one paragraph; what has a backslash before it is none.
    pub(super) fn new(text: &str, range: Range<usize>) -> Self {
        let mut found = Brackets::default();
        let Some(part) = text.get(range.clone()) else { return found };
        steps::took(part.len());
        let mut from = range.start;
        for paragraph in part.split_inclusive("\n\n") {
            found.paragraph(text, from..from + paragraph.len());
            from += paragraph.len();
        }
        for all in [&mut found.opening, &mut found.closing] {
            all.sort_unstable();
        }
        found.pairs.sort_unstable();
        found
    }

    fn paragraph(&mut self, text: &str, range: Range<usize>) {
        let bytes = text.as_bytes();
        let mut open: Vec<usize> = Vec::new();
        // A run of words may begin with what is escaped.
        let is_escaped = bytes[..range.start].ends_with(b"\\");
        let mut from = range.start + usize::from(is_escaped);
        while let Some(n) = bytes
            .get(from..range.end)
            .and_then(|rest| memchr::memchr3(b'[', b']', b'\\', rest))
        {
            let at = from + n;
            from = at + 1;
            match bytes[at] {
                b'[' => open.push(at),
                b']' => self.close(&mut open, at),
                _ => from += 1,
            }
        }
        self.opening.append(&mut open);
    }

    fn close(&mut self, open: &mut Vec<usize>, at: usize) {
        match open.pop() {
            Some(start) if at - start < LONGEST => self.pairs.push((start, at)),
            Some(start) => {
                self.opening.push(start);
                self.closing.push(at);
            }
            None => self.closing.push(at),
        }
    }

    /// The byte after the bracket that closes the one at byte `open`.
    pub(super) fn end(&self, open: usize) -> Option<usize> {
        let at = self.pairs.binary_search_by_key(&open, |(start, _)| *start).ok()?;
        Some(self.pairs[at].1 + 1)
    }

    /// The last `[` before byte `at` that nothing closes.
    pub(super) fn opened_before(&self, at: usize) -> Option<usize> {
        self.opening
            .partition_point(|open| *open < at)
            .checked_sub(1)
            .map(|n| self.opening[n])
    }

    /// The first `]` from byte `at` on that closes nothing.
    pub(super) fn closed_behind(&self, at: usize) -> Option<usize> {
        self.closing.get(self.closing.partition_point(|close| *close < at)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_paired_within_a_paragraph() {
        let text = "[a [b] \\] [c\n\nd] [e]";
        let found = Brackets::new(text, 0..text.len());
        assert_eq!(found.pairs, [(3, 5), (17, 19)]);
        assert_eq!((found.end(3), found.end(0)), (Some(6), None));
        assert_eq!(
            (found.opened_before(12), found.opened_before(5)),
            (Some(10), Some(0))
        );
        assert_eq!((found.closed_behind(0), found.closed_behind(16)), (Some(15), None));
    }

    #[test]
    fn brackets_far_apart_are_no_pair() {
        let text = format!("[{}] [x]", "a".repeat(LONGEST));
        let found = Brackets::new(&text, 0..text.len());
        assert_eq!((found.end(0), found.opened_before(9)), (None, Some(0)));
        assert_eq!(found.pairs.len(), 1);
    }
}
