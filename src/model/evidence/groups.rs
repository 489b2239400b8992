//! Things that are known to be one, by number (a union-find structure with its paths halved).

/// Things by number, those that are one together.
#[derive(Debug)]
pub(super) struct Groups(Vec<usize>);

impl Groups {
    /// So many things, each for itself.
    pub(super) fn new(count: usize) -> Self {
        Groups((0..count).collect())
    }

    /// The first of those that are one with `n`.
    pub(super) fn first(&mut self, n: usize) -> usize {
        let mut at = n;
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Makes two, and all that are one with either, one.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }
}
