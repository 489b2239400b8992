//! How many of some things have nothing in common with each other.
//!
//! Origins are that many times independent as the largest set of them in which no two share a maker. Leaving one
//! out never makes that number larger, and neither does one more that shares what another has.
//! In a graph this is the largest independent set, which is hard to find in general; here nearly
//! every case is settled by one rule: what shares with others one thing at most can always be taken, in place of
//! all that share it (its neighbours are neighbours of each other, so the set has one of them).

use crate::steps;
use foldhash::{HashMap, HashSet};

/// Of so many that no rule settles, the largest set is looked for; of more, a large one.
const MOST_TRIED: usize = 24;

/// The largest number of these of which no two have anything in common. Where more than [`MOST_TRIED`]
/// remain of which each shares several things with others, it may be less, and never more.
pub(super) fn apart<T: Copy + Ord + std::hash::Hash>(all: &[&[T]]) -> usize {
    let mut all: Vec<Vec<T>> = all.iter().map(|one| sorted(one)).collect();
    all.sort_unstable();
    all.dedup();
    let mut left = Left::of(&all);
    let settled = left.settle();
    let open: Vec<&[T]> =
        (0..all.len()).filter(|n| left.is_open[*n]).map(|n| &*all[n]).collect();
    settled + if open.len() > MOST_TRIED { greedy(&open) } else { largest(&open) }
}

fn sorted<T: Copy + Ord>(things: &[T]) -> Vec<T> {
    let mut things = things.to_vec();
    things.sort_unstable();
    things.dedup();
    things
}

/// What is not settled yet.
struct Left<'a, T> {
    all: &'a [Vec<T>],
    is_open: Vec<bool>,
    /// By thing: who has it, and how many of these are open.
    holders: HashMap<T, (Vec<usize>, usize)>,
}

impl<'a, T: Copy + Ord + std::hash::Hash> Left<'a, T> {
    fn of(all: &'a [Vec<T>]) -> Self {
        let mut holders: HashMap<T, (Vec<usize>, usize)> = HashMap::default();
        for (n, things) in all.iter().enumerate() {
            for thing in things {
                let (who, open) = holders.entry(*thing).or_default();
                who.push(n);
                *open += 1;
            }
        }
        Left { all, is_open: vec![true; all.len()], holders }
    }

    /// Takes whatever the rule allows, and gives back how many that are.
    fn settle(&mut self) -> usize {
        let mut taken = 0;
        let mut asked: Vec<usize> = (0..self.all.len()).rev().collect();
        while let Some(n) = asked.pop() {
            if !self.is_open[n] {
                continue;
            }
            let things = self.all[n].iter();
            let mut shared = things.filter(|thing| self.holders[*thing].1 > 1);
            let (first, second) = (shared.next().copied(), shared.next());
            if second.is_some() {
                continue;
            }
            taken += 1;
            self.close(n, &mut asked);
            let rivals = first.map(|thing| self.holders[&thing].0.clone());
            for rival in rivals.unwrap_or_default() {
                if self.is_open[rival] {
                    self.close(rival, &mut asked);
                }
            }
        }
        taken
    }

    /// Takes one out, and asks those again that may now share less.
    fn close(&mut self, n: usize, asked: &mut Vec<usize>) {
        self.is_open[n] = false;
        for thing in &self.all[n] {
            steps::took(1);
            let Some((who, open)) = self.holders.get_mut(thing) else { continue };
            *open -= 1;
            // With two or more left, everybody who has it shares it still.
            if *open == 1 {
                asked.extend(who.iter().filter(|one| self.is_open[**one]));
            }
        }
    }
}

/// A set that is large, found by taking what shares with the fewest first.
fn greedy<T: Copy + Ord + std::hash::Hash>(all: &[&[T]]) -> usize {
    let mut held: HashMap<T, usize> = HashMap::default();
    all.iter()
        .flat_map(|one| *one)
        .for_each(|thing| *held.entry(*thing).or_default() += 1);
    let mut order: Vec<&[T]> = all.to_vec();
    order.sort_by_key(|one| one.iter().map(|thing| held[thing] - 1).sum::<usize>());
    let mut used: HashSet<T> = HashSet::default();
    let mut taken = 0;
    for one in order {
        if one.iter().all(|thing| !used.contains(thing)) {
            used.extend(one);
            taken += 1;
        }
    }
    taken
}

/// The largest set of at most [`MOST_TRIED`], by trying.
fn largest<T: Copy + Ord>(all: &[&[T]]) -> usize {
    let are_tied = |a: &[T], b: &[T]| a.iter().any(|one| b.binary_search(one).is_ok());
    let tied = |n: &usize| -> u32 {
        let others = (0..all.len()).filter(|m| m != n && are_tied(all[*n], all[*m]));
        others.map(|m| 1 << m).sum()
    };
    let tied: Vec<u32> = (0..all.len()).map(|n| tied(&n)).collect();
    try_all(&tied, (1_u32 << all.len()) - 1)
}

/// The largest set among those in `open`. Goes down at most once for each.
fn try_all(tied: &[u32], open: u32) -> usize {
    let ties = |n: &usize| (tied[*n] & open).count_ones();
    let members = || (0..tied.len()).filter(|n| open & (1 << n) != 0);
    // Whoever has at most one rival is in some largest set.
    if let Some(n) = members().find(|n| ties(n) <= 1) {
        return 1 + try_all(tied, open & !(1 << n) & !tied[n]);
    }
    let Some(n) = members().max_by_key(ties) else { return 0 };
    let without = open & !(1 << n);
    try_all(tied, without).max(1 + try_all(tied, without & !tied[n]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// The same by looking at every set.
    fn by_all_sets(all: &[Vec<u8>]) -> usize {
        let is_apart = |set: &u32| {
            let members: Vec<_> =
                (0..all.len()).filter(|n| set & (1 << n) != 0).map(|n| &all[n]).collect();
            let things: Vec<u8> = members.iter().flat_map(|one| sorted(one)).collect();
            sorted(&things).len() == things.len()
        };
        let sets = (0..1_u32 << all.len()).filter(is_apart);
        sets.map(u32::count_ones).max().unwrap_or(0) as usize
    }

    fn things() -> impl Strategy<Value = Vec<Vec<u8>>> {
        vec(vec(0..9_u8, 1..4), 0..11)
    }

    fn count(all: &[Vec<u8>]) -> usize {
        apart(&all.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_set_is_larger(all in things()) {
            prop_assert_eq!(count(&all), by_all_sets(&all));
        }

        #[test]
        fn one_less_is_never_more(mut all in things()) {
            let before = count(&all);
            all.pop();
            prop_assert!(count(&all) <= before);
        }

        #[test]
        fn what_is_found_by_taking_the_least_tied_first_is_never_more(all in things()) {
            let all: Vec<Vec<u8>> = all.iter().map(|one| sorted(one)).collect();
            let all: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
            prop_assert!(greedy(&all) <= largest(&all));
        }
    }
}
