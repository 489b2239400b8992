//! A list in which each stands once.

use foldhash::HashSet;
use std::hash::Hash;

/// Of so few one is found by looking at each.
const FEW: usize = 16;

/// What was added, each once, in the order in which it first came.
#[derive(Debug)]
struct Once<T> {
    all: Vec<T>,
    /// The same, where they are more than a few.
    seen: HashSet<T>,
}

impl<T: Copy + Eq + Hash> Once<T> {
    /// An empty list with room for so many.
    fn of(count: usize) -> Self {
        Once { all: Vec::with_capacity(count), seen: HashSet::default() }
    }

    /// Adds one that is not there yet.
    fn add(&mut self, one: T) {
        let is_new = if self.all.len() < FEW {
            !self.all.contains(&one)
        } else {
            if self.seen.is_empty() {
                self.seen.extend(&self.all);
            }
            self.seen.insert(one)
        };
        if is_new {
            self.all.push(one);
        }
    }

    /// All of them.
    fn list(self) -> Vec<T> {
        self.all
    }
}

/// Each once, in the order in which it first comes.
pub(super) fn each_once<T: Copy + Eq + Hash>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut once = Once::of(all.size_hint().1.unwrap_or_default());
    all.for_each(|one| once.add(one));
    once.list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_once_however_many_there_are() {
        let many = (0..100).chain(0..100).map(|n| n % 40);
        assert_eq!(each_once(many), (0..40).collect::<Vec<_>>());
    }
}
