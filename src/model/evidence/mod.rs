//! Independence: on how many origins a set of sources rests.
//!
//! `based_on` says what a source merely repeats. Followed to its ends it leads to *origins*:
//! sources that repeat nobody. Seven citations of three newspapers that all repeat one report
//! have one origin, and a claim that rests on them is no better known than by the report
//! alone. Sources that are one text (one page, one archived copy, one file) are one.
//!
//! An origin is *traced* where it says that it is its own work (`original: true`) or a record or statement
//! of what it tells (`role: primary`). What is silent about itself may repeat anybody, so it is
//! *untraced*, and makes nothing better known. Origins that have a maker in common are
//! counted once (see [`makers`]): a ministry's press release and its minister's speech are one.

mod apart;
mod groups;
mod makers;
mod same_text;

use self::makers::{MakerId, Makers};
use super::nouns::{SourceId, Who};
use super::site::Site;
use crate::keys::Key;
use crate::steps;
use apart::apart;
use foldhash::HashSet;
use groups::Groups;
use same_text::same_texts;
use std::collections::{BTreeMap, BTreeSet};

/// A source that comes down to more others than this is not followed: no reader could, and a
/// claim would take as long to check as there are sources.
pub const MOST_BELOW: usize = 1_000;

/// So many of a claim's sources are compared with all others of it.
const MOST_COMPARED: usize = 100;

/// So many sources of a circle are named.
const MOST_NAMED: usize = 12;

/// The origins of every source of a site.
#[derive(Debug, Default)]
pub struct Origins {
    /// By source: what it repeats, or what is the same text does, without what leads back in a circle.
    below: Vec<Box<[SourceId]>>,
    /// By source: the first that is the same text; nearly always itself.
    first_of: Vec<SourceId>,
    /// Sources that come down to more than [`MOST_BELOW`] others.
    heavy: HashSet<SourceId>,
    /// Whose names are whose.
    makers: Makers,
    /// By source: who publishes it, or what is the same text. Empty where nothing tells that.
    publishers: Vec<Box<[MakerId]>>,
    /// By source: who publishes and writes it, or what is the same text. Empty where nothing tells whose
    /// it is.
    behind: Vec<Box<[MakerId]>>,
    /// Sources that say that they are their own work, or what is the same text does.
    traced: HashSet<SourceId>,
    /// Sources that repeat each other in a circle, each circle once.
    circles: Vec<Circle>,
    /// By source: the key of all that it is connected with.
    keys: Vec<Key>,
}

/// Sources that repeat each other in a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// The first of them, each before what it repeats.
    pub first: Vec<SourceId>,
    /// How many there are.
    pub length: usize,
}

/// What a set of sources amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Independence {
    /// How many sources there are; those that are one text are one.
    pub sources: usize,
    /// How many publishers they have; sources without one count each for itself.
    pub publishers: usize,
    /// How many of the traced origins have no maker in common.
    pub origins: usize,
    /// The traced origins they come down to, sorted.
    pub traced: Vec<SourceId>,
    /// The untraced origins they come down to, sorted.
    pub untraced: Vec<SourceId>,
}

/// What two sources may have in common: an origin, or who publishes or writes either of them or anything
/// that it repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Tie {
    Origin(SourceId),
    Maker(MakerId),
}

/// How a source stands in the search for circles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    New,
    /// It is on the path that is walked, at this place.
    Open(usize),
    Done,
}

impl Origins {
    /// Follows `based_on` from every source. Circles are kept apart: none of their sources
    /// is an origin through the circle alone, so each counts as one origin, the first of its circle.
    pub fn of(site: &Site) -> Self {
        let count = site.sources.len();
        let makers = Makers::of(site);
        let publishers = site.sources.iter();
        let publishers =
            publishers.map(|source| makers.publisher(source).into_iter().collect());
        let behind = site.sources.iter().map(|source| makers.behind(source).into());
        let all = (0..count as u32).map(SourceId);
        let mut origins = Origins {
            below: vec![Box::default(); count],
            first_of: same_texts(site),
            publishers: publishers.collect(),
            behind: behind.collect(),
            traced: all.filter(|id| site[*id].is_traced()).collect(),
            makers,
            ..Origins::default()
        };
        let mut walk = Walk { site, marks: vec![Visit::New; count], done: Vec::new() };
        for start in 0..count {
            walk.follow(start, &mut origins);
        }
        origins.join_texts();
        origins.weigh(&walk.done);
        origins.keys = origins.connected(site);
        origins
    }

    /// The key of all that the origins of a source follow from: of what the source is connected with, by
    /// repeating it, being repeated by it or being one text with it, on whatever ways.
    pub(super) fn key(&self, id: SourceId) -> Key {
        self.keys[id.index()]
    }

    fn connected(&self, site: &Site) -> Vec<Key> {
        let all = || (0..self.below.len() as u32).map(SourceId);
        let mut groups = Groups::new(self.below.len());
        for id in all() {
            let with = self.below[id.index()].iter().chain([&self.first_of[id.index()]]);
            with.for_each(|other| groups.join(id.index(), other.index()));
        }
        let name = |id: &SourceId| &site[*id].names.id;
        let mut keys = vec![Key::default(); self.below.len()];
        for id in all() {
            let below: Vec<_> = self.below[id.index()].iter().map(name).collect();
            let one = (name(&id), name(&self.first_of[id.index()]), below);
            let label = |maker: &MakerId| self.makers.label(*maker);
            let behind: Vec<_> = self.behind[id.index()].iter().map(label).collect();
            let publishers: Vec<_> =
                self.publishers[id.index()].iter().map(label).collect();
            let says = (self.heavy.contains(&id), self.traced.contains(&id));
            let key = &mut keys[groups.first(id.index())];
            *key = Key::of(&(*key, one, publishers, behind, says));
        }
        all().map(|id| keys[groups.first(id.index())]).collect()
    }

    /// Lets sources that are one text have the makers of all of them, be traced where one is, and repeat what any
    /// of them repeats, where that doesn't lead back to one of them.
    fn join_texts(&mut self) {
        let mut texts: BTreeMap<SourceId, Vec<SourceId>> = BTreeMap::new();
        for (n, first) in self.first_of.iter().enumerate() {
            let id = SourceId(n as u32);
            if *first != id {
                texts.entry(*first).or_insert_with(|| vec![*first]).push(id);
            }
        }
        for text in texts.into_values() {
            let all_of = |makers: &[Box<[MakerId]>]| {
                let of = text.iter().flat_map(|id| makers[id.index()].iter().copied());
                distinct(of.collect())
            };
            let (behind, publishers) = (all_of(&self.behind), all_of(&self.publishers));
            for id in &text {
                self.behind[id.index()] = behind.as_slice().into();
                self.publishers[id.index()] = publishers.as_slice().into();
            }
            if text.iter().any(|id| self.traced.contains(id)) {
                self.traced.extend(&text);
            }
            let below = text.iter().flat_map(|id| self.below[id.index()].iter().copied());
            let below =
                distinct(below.filter(|id| text.binary_search(id).is_err()).collect());
            if self.reached(&below).all(|id| text.binary_search(&id).is_err()) {
                for id in text {
                    self.below[id.index()] = below.as_slice().into();
                }
            }
        }
    }

    /// Finds the sources that come down to too many others; `all` has each after what it repeats.
    fn weigh(&mut self, all: &[SourceId]) {
        // No source comes down to more than this; it is looked at whether to fewer only where
        // it may be too many.
        let mut at_most = vec![0_usize; all.len()];
        for id in all {
            let below = &self.below[id.index()];
            let most = below.iter().map(|one| 1 + at_most[one.index()]);
            let most = most.fold(0, usize::saturating_add);
            at_most[id.index()] = most;
            let is_heavy = most > MOST_BELOW
                && (below.iter().any(|one| self.heavy.contains(one))
                    || self.reached(&[*id]).nth(MOST_BELOW + 1).is_some());
            if is_heavy {
                self.heavy.insert(*id);
            }
        }
    }

    /// The circles of sources that repeat each other.
    pub fn circles(&self) -> &[Circle] {
        &self.circles
    }

    /// The sources that come down to more than [`MOST_BELOW`] others, and repeat none that does,
    /// in order.
    pub fn heaviest(&self) -> BTreeSet<SourceId> {
        let heavy = self.heavy.iter().copied();
        let is_first = |id: &SourceId| {
            !self.below[id.index()].iter().any(|one| self.heavy.contains(one))
        };
        heavy.filter(is_first).collect()
    }

    /// Whether somebody stands behind a source: as its author, its publisher, or what it appeared in.
    pub fn is_from(&self, id: SourceId, who: &Who) -> bool {
        let makers = self.makers.who(who);
        self.behind[id.index()].iter().any(|maker| makers.contains(maker))
    }

    /// Whether two of the sources come down to traced origins and no others, and have nothing in common: no origin, no
    /// publisher and no author, neither of their own nor of anything they repeat. What whoever makes
    /// the claim says, or what merely repeats that, counts for nothing. Neither does one that comes down to
    /// too many others, or of which nothing tells whose it is. Adding a source that repeats another of
    /// them never makes it so, and leaving one out doesn't either.
    ///
    /// Where there are very many, only the [`MOST_COMPARED`] that rest on least are compared with all
    /// others. A pair is missed where each of these has something in common with every other.
    pub fn corroborate(&self, sources: &[SourceId], claimed_by: Option<&Who>) -> bool {
        let cited: HashSet<SourceId> = sources.iter().copied().collect();
        let claimed_by = claimed_by.map_or(&[][..], |who| self.makers.who(who));
        let ties: BTreeSet<Vec<Tie>> = distinct(sources.to_vec())
            .iter()
            .filter_map(|id| self.ties(*id, &cited, claimed_by))
            .collect();
        let mut all: Vec<Vec<Tie>> = ties.into_iter().collect();
        all.sort_by_key(Vec::len);
        let tied = |a: &[Tie], b: &[Tie]| {
            steps::took(a.len());
            a.iter().any(|tie| b.binary_search(tie).is_ok())
        };
        // What all have in common settles it at once.
        let common = |tie: &Tie| all.iter().all(|other| other.binary_search(tie).is_ok());
        if all.first().is_some_and(|few| few.iter().any(common)) {
            return false;
        }
        let compared = all.iter().enumerate().take(MOST_COMPARED);
        compared
            .into_iter()
            .any(|(n, few)| all[n + 1..].iter().any(|more| !tied(few, more)))
    }

    /// What a source may have in common with others, in order. Nothing where it makes nothing better known, and
    /// where it repeats another of those cited: whatever is apart from it is apart from that one too.
    fn ties(
        &self,
        id: SourceId,
        cited: &HashSet<SourceId>,
        claimed_by: &[MakerId],
    ) -> Option<Vec<Tie>> {
        let is_claimed = |id: SourceId| {
            self.behind[id.index()].iter().any(|maker| claimed_by.contains(maker))
        };
        if self.heavy.contains(&id) || self.is_nameless(id) || is_claimed(id) {
            return None;
        }
        let mut reached = Vec::new();
        for one in self.reached(&[id]) {
            if one != id && cited.contains(&one) {
                return None;
            }
            reached.push(one);
        }
        let mut origins = reached.iter().copied().filter(|one| self.is_origin(*one));
        // What it has from one that is silent about itself may be from any of the others.
        let is_traced = origins.clone().all(|one| self.is_traced(one));
        let is_known = is_traced && origins.any(|one| !is_claimed(one));
        is_known.then(|| self.ties_of(&reached))
    }

    /// What a set of sources amounts to. Adding one that repeats only others of the set, or is the
    /// same text as one of them, never adds an origin; one that repeats something else as well adds what that comes down to.
    /// One that comes down to too many others adds none. Leaving one out never makes a count larger.
    pub fn independence(&self, sources: &[SourceId]) -> Independence {
        let sources = distinct(sources.to_vec());
        let texts = sources.iter().map(|id| self.first_of[id.index()]);
        let texts = distinct(texts.collect());
        let publishers = texts.iter().map(|id| &*self.publishers[id.index()]);
        let (named, unnamed): (Vec<&[MakerId]>, Vec<&[MakerId]>) =
            publishers.partition(|makers| !makers.is_empty());
        let followed: Vec<SourceId> =
            sources.iter().copied().filter(|id| !self.heavy.contains(id)).collect();
        let origins = self.reached(&followed).filter(|id| self.is_origin(*id));
        let origins = origins.map(|id| self.first_of[id.index()]).collect();
        let (traced, untraced): (Vec<SourceId>, Vec<SourceId>) =
            distinct(origins).into_iter().partition(|id| self.is_traced(*id));
        Independence {
            sources: texts.len(),
            publishers: apart(&named) + unnamed.len(),
            origins: self.apart(&traced),
            traced,
            untraced,
        }
    }

    /// How many of these have no maker in common. Those of which nothing tells whose they are may be anybody's,
    /// so they count only where there is nothing else, and then as one.
    fn apart(&self, origins: &[SourceId]) -> usize {
        let behind = origins.iter().map(|id| &*self.behind[id.index()]);
        let named: Vec<&[MakerId]> = behind.filter(|makers| !makers.is_empty()).collect();
        apart(&named).max(origins.len().min(1))
    }

    fn is_nameless(&self, id: SourceId) -> bool {
        self.behind[id.index()].is_empty()
    }

    /// What a source repeats, or what is one text with it does, without what leads back in a circle.
    pub fn repeated_by(&self, id: SourceId) -> &[SourceId] {
        &self.below[id.index()]
    }

    /// Whether an origin says that it is one.
    pub fn is_traced(&self, id: SourceId) -> bool {
        self.traced.contains(&id)
    }

    /// The first of the sources that are one text with this one; nearly always itself.
    pub fn text(&self, id: SourceId) -> SourceId {
        self.first_of[id.index()]
    }

    /// Whether two sources, or what they repeat, have a maker or an origin in common.
    pub fn are_tied(&self, one: SourceId, other: SourceId) -> bool {
        let ties = |id| self.ties_of(&self.reached(&[id]).collect::<Vec<_>>());
        let (one, other) = (ties(one), ties(other));
        one.iter().any(|tie| other.binary_search(tie).is_ok())
    }

    /// What a source may have in common with others, in order: its own, and of all that it comes down to.
    fn ties_of(&self, reached: &[SourceId]) -> Vec<Tie> {
        let makers = reached.iter().flat_map(|one| &self.behind[one.index()]);
        let origins = reached.iter().filter(|one| self.is_origin(**one));
        let origins = origins.map(|one| Tie::Origin(self.first_of[one.index()]));
        distinct(makers.map(|maker| Tie::Maker(*maker)).chain(origins).collect())
    }

    /// Whether a source repeats nobody.
    fn is_origin(&self, id: SourceId) -> bool {
        self.below[id.index()].is_empty()
    }

    /// These sources and all that they come down to, each once.
    fn reached(&self, from: &[SourceId]) -> impl Iterator<Item = SourceId> {
        let mut open: Vec<SourceId> = from.to_vec();
        let mut seen: HashSet<SourceId> = from.iter().copied().collect();
        std::iter::from_fn(move || {
            let id = open.pop()?;
            let below = &self.below[id.index()];
            steps::took(1 + below.len());
            open.extend(below.iter().filter(|one| seen.insert(**one)));
            Some(id)
        })
    }
}

/// A walk along `based_on`, without recursion, because a chain of sources may be long.
struct Walk<'s> {
    site: &'s Site,
    marks: Vec<Visit>,
    /// Those that were left, each after what it repeats.
    done: Vec<SourceId>,
}

impl Walk<'_> {
    fn follow(&mut self, start: usize, origins: &mut Origins) {
        if self.marks[start] != Visit::New {
            return;
        }
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        self.marks[start] = Visit::Open(0);
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let Some(below) = self.site.sources[at].based_on.get(*next) else {
                self.leave(at, origins);
                path.pop();
                continue;
            };
            *next += 1;
            let below = below.index();
            match self.marks[below] {
                Visit::New => {
                    self.marks[below] = Visit::Open(path.len());
                    path.push((below, 0));
                }
                Visit::Open(from) => {
                    let circle = path[from..].iter().take(MOST_NAMED);
                    let first = circle.map(|(one, _)| SourceId(*one as u32)).collect();
                    origins.circles.push(Circle { first, length: path.len() - from });
                }
                Visit::Done => {}
            }
        }
    }

    /// All that a source repeats is known, but for what leads back to it.
    fn leave(&mut self, at: usize, origins: &mut Origins) {
        let below = self.site.sources[at].based_on.iter();
        let known = below.filter(|id| self.marks[id.index()] == Visit::Done).copied();
        origins.below[at] = distinct(known.collect()).into();
        self.marks[at] = Visit::Done;
        self.done.push(SourceId(at as u32));
    }
}

/// Each of these once, in order.
fn distinct<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}
