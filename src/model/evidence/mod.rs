//! Independence: on how many origins a set of sources rests.
//!
//! `based_on` says what a source merely repeats. Followed to its ends it leads to *origins*:
//! sources that repeat nobody. Seven citations of three newspapers that all repeat one report
//! have one origin, and a claim that rests on them is no better known than by the report
//! alone. Two sources that are one text (one page, one archived copy, one file) are one, and two by one
//! author or publisher don't corroborate each other.

use super::nouns::{Source, SourceId};
use super::site::Site;
use super::web_page::WebPage;
use crate::keys::Key;
use crate::letters::slug;
use crate::steps;
use foldhash::{HashMap, HashSet};
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
    /// By source: who publishes it.
    publishers: Vec<Voice>,
    /// By source: who publishes and writes it, or what is the same text.
    voices: Vec<Box<[Voice]>>,
    /// Sources of which nothing tells whose they are.
    nameless: HashSet<SourceId>,
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

/// Who publishes or writes sources, by the place of their name among all of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Voice(usize);

/// The voices of a site, by their names as they are compared.
#[derive(Default)]
struct Voices(HashMap<String, Voice>);

impl Voices {
    fn of(&mut self, name: String) -> Voice {
        let next = Voice(self.0.len());
        *self.0.entry(name).or_insert(next)
    }
}

/// What a set of sources amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Independence {
    /// How many sources there are.
    pub sources: usize,
    /// How many publishers they have; sources without one count each for itself.
    pub publishers: usize,
    /// The origins they come down to, sorted.
    pub origins: Vec<SourceId>,
}

/// What two sources may have in common: an origin, or who publishes or writes either of them or anything
/// that it repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Tie {
    Origin(SourceId),
    Voice(Voice),
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
        let all = || (0..count as u32).map(SourceId);
        let mut names = Voices::default();
        let publishers: Vec<Voice> =
            all().map(|id| names.of(publisher(site, id))).collect();
        let voices = all().map(|id| {
            let authors = site[id].by.iter().map(|name| names.of(slug(name)));
            std::iter::once(publishers[id.index()]).chain(authors).collect()
        });
        let mut origins = Origins {
            below: vec![Box::default(); count],
            first_of: same_texts(site),
            voices: voices.collect(),
            publishers,
            nameless: all().filter(|id| is_nameless(&site[*id])).collect(),
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
        let mut group: Vec<SourceId> = all().collect();
        for id in all() {
            let with = self.below[id.index()].iter().chain([&self.first_of[id.index()]]);
            for other in with {
                let (one, other) = (root(&mut group, id), root(&mut group, *other));
                group[one.max(other).index()] = one.min(other);
            }
        }
        let name = |id: &SourceId| &site[*id].names.id;
        let mut keys = vec![Key::default(); group.len()];
        for id in all() {
            let below: Vec<_> = self.below[id.index()].iter().map(name).collect();
            let one = (name(&id), name(&self.first_of[id.index()]), below);
            let is_named = !self.nameless.contains(&id);
            let publisher = is_named.then(|| publisher(site, id));
            let key = &mut keys[root(&mut group, id).index()];
            *key = Key::of(&(*key, one, publisher, self.heavy.contains(&id)));
        }
        all().map(|id| keys[root(&mut group, id).index()]).collect()
    }

    /// Lets sources that are one text have the voices of all of them, and repeat what any of them repeats,
    /// where that doesn't lead back to one of them.
    fn join_texts(&mut self) {
        let mut texts: BTreeMap<SourceId, Vec<SourceId>> = BTreeMap::new();
        for (n, first) in self.first_of.iter().enumerate() {
            let id = SourceId(n as u32);
            if *first != id {
                texts.entry(*first).or_insert_with(|| vec![*first]).push(id);
            }
        }
        for text in texts.into_values() {
            let voices =
                text.iter().flat_map(|id| self.voices[id.index()].iter().copied());
            let voices = distinct(voices.collect());
            for id in &text {
                self.voices[id.index()] = voices.as_slice().into();
            }
            if !text.iter().all(|id| self.nameless.contains(id)) {
                text.iter().for_each(|id| _ = self.nameless.remove(id));
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

    /// Whether two of the sources can't be traced to the same: they have no origin in common, and no
    /// publisher and no author, neither of their own nor of anything they repeat. Adding a source
    /// that repeats another of them never makes it so. One that comes down to too many others
    /// counts for nothing, and so does one of which nothing tells whose it is.
    ///
    /// Where there are very many, only the [`MOST_COMPARED`] that rest on least are compared with all
    /// others. A pair is missed where each of these has something in common with every other.
    pub fn corroborate(&self, sources: &[SourceId]) -> bool {
        let cited: HashSet<SourceId> = sources.iter().copied().collect();
        let ties: BTreeSet<Vec<Tie>> = distinct(sources.to_vec())
            .iter()
            .filter_map(|id| self.ties(*id, &cited))
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

    /// What a source may have in common with others, in order. Nothing where it repeats another of
    /// those cited: whatever is apart from it is apart from that one too.
    fn ties(&self, id: SourceId, cited: &HashSet<SourceId>) -> Option<Vec<Tie>> {
        if self.heavy.contains(&id) || self.nameless.contains(&id) {
            return None;
        }
        let mut ties = Vec::new();
        for one in self.reached(&[id]) {
            if one != id && cited.contains(&one) {
                return None;
            }
            ties.extend(self.voices[one.index()].iter().map(|one| Tie::Voice(*one)));
            if self.is_origin(one) {
                ties.push(Tie::Origin(self.first_of[one.index()]));
            }
        }
        Some(distinct(ties))
    }

    /// What a set of sources amounts to. Adding one that repeats only others of the set, or is the
    /// same text as one of them, never adds an origin; one that repeats something else as well adds what that comes down to.
    /// One that comes down to too many others adds none.
    pub fn independence(&self, sources: &[SourceId]) -> Independence {
        let sources = distinct(sources.to_vec());
        let publishers = sources.iter().map(|id| self.publishers[id.index()]).collect();
        let followed: Vec<SourceId> =
            sources.iter().copied().filter(|id| !self.heavy.contains(id)).collect();
        let origins = self.reached(&followed).filter(|id| self.is_origin(*id));
        let origins = origins.map(|id| self.first_of[id.index()]).collect();
        Independence {
            sources: sources.len(),
            publishers: distinct(publishers).len(),
            origins: distinct(origins),
        }
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

/// Who publishes a source, as a word to compare by: its publisher, what it appeared in, the
/// host of its address; else the source itself.
pub fn publisher(site: &Site, id: SourceId) -> String {
    let source = &site[id];
    let named = source.publisher.as_deref().or(source.container.as_deref());
    let host = source.url.as_ref().map(|url| url.host());
    named.or(host).map(slug).unwrap_or_else(|| format!("\u{0}{}", id.index()))
}

/// Whether nothing tells whose a source is: no author, no publisher, nothing it appeared in, no host.
fn is_nameless(source: &Source) -> bool {
    source.by.is_empty()
        && source.publisher.is_none()
        && source.container.is_none()
        && source.url.is_none()
}

/// By source, the first that is the same text: one page, one address of a copy, or one file by its
/// SHA-256. Texts that are the same as a third are the same.
fn same_texts(site: &Site) -> Vec<SourceId> {
    let mut first_of: Vec<SourceId> =
        (0..site.sources.len() as u32).map(SourceId).collect();
    let mut seen: HashMap<TextSign<'_>, SourceId> = HashMap::default();
    for (n, source) in site.sources.iter().enumerate() {
        let addresses = source.url.iter().chain(source.web_copies());
        let pages = addresses.map(|url| TextSign::Page(WebPage::at(url)));
        for text in pages.chain(source.sha256.as_deref().map(TextSign::Sum)) {
            let id = SourceId(n as u32);
            let other = root(&mut first_of, *seen.entry(text).or_insert(id));
            let own = root(&mut first_of, id);
            first_of[own.max(other).index()] = own.min(other);
        }
    }
    for n in 0..first_of.len() {
        root(&mut first_of, SourceId(n as u32));
    }
    first_of
}

/// What tells a text from others.
#[derive(PartialEq, Eq, Hash)]
enum TextSign<'s> {
    Page(WebPage),
    Sum(&'s str),
}

/// The first of all that are known to be the same as `id`; the way there is made short for the next.
fn root(first_of: &mut [SourceId], id: SourceId) -> SourceId {
    let mut first = id;
    while first_of[first.index()] != first {
        first = first_of[first.index()];
    }
    let mut at = id;
    while at != first {
        at = std::mem::replace(&mut first_of[at.index()], first);
    }
    first
}
