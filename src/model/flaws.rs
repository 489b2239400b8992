//! Where a site is not whole, because something of it could not be read or means nothing.
//!
//! A record with a mistake lacks what was meant by it. That it lacks it follows from the mistake, which
//! has been told, and is not told once more.

use crate::files::{FileId, Span};

/// The records with mistakes, and those that rest on them.
#[derive(Debug, Default)]
pub struct Flaws {
    /// What the records cover in their files, in order.
    records: Vec<Span>,
    is_any: bool,
}

impl Flaws {
    /// The flaws of a site that is not whole: what its flawed records cover, in any order.
    pub(super) fn of(mut records: Vec<Span>) -> Self {
        records.sort_unstable();
        Flaws { records, is_any: true }
    }

    /// Whether anything of the site could not be read or means nothing.
    pub fn is_any(&self) -> bool {
        self.is_any
    }

    /// Whether what stands at `place` belongs to a record with a mistake, or one that rests on such.
    pub fn cover(&self, place: Span) -> bool {
        let behind = self.records.partition_point(|one| start(one) <= start(&place));
        // A source that stands inside a claim is a record inside another.
        let mut before = self.records[..behind].iter().rev().take(NESTED);
        before.any(|one| covers(one, &place))
    }
}

/// So many of the records before a place are looked at for one that it lies in.
const NESTED: usize = 64;

pub(super) fn start(span: &Span) -> (FileId, u32) {
    (span.file, span.start)
}

/// Whether a record covers the first byte of a place that does not begin before it.
pub(super) fn covers(record: &Span, place: &Span) -> bool {
    record.file == place.file && place.start < record.end.max(record.start + 1)
}
