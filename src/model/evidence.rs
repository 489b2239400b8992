//! Independence: on how many origins a set of sources rests.
//!
//! `based_on` says what a source merely repeats. Followed to its ends it leads to *origins*:
//! sources that repeat nobody. Seven citations of three newspapers that all repeat one report
//! have one origin, and a claim that rests on them is no better known than by the report
//! alone.

use super::nouns::SourceId;
use super::site::Site;
use crate::content::slug;
use foldhash::HashMap;
use std::collections::BTreeSet;

/// The origins of every source of a site.
#[derive(Debug, Default)]
pub struct Origins {
    /// By source: its origins, sorted; none for a source that is its own.
    of: Vec<Vec<SourceId>>,
    /// Every source.
    all: Vec<SourceId>,
    /// By source: who publishes it.
    publishers: Vec<Publisher>,
    /// Sources that repeat each other in a circle, each circle once, in its own order.
    circles: Vec<Vec<SourceId>>,
}

/// Who publishes sources, by the place of their name among all of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Publisher(usize);

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

/// How a source stands in the search for origins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

impl Origins {
    /// Follows `based_on` from every source. Circles are kept apart: none of their sources
    /// is an origin through the circle alone, so each counts as one origin, the first of its circle.
    pub fn of(site: &Site) -> Self {
        let count = site.sources.len();
        let all = (0..count as u32).map(SourceId).collect();
        let of = vec![Vec::new(); count];
        let mut names: HashMap<String, Publisher> = HashMap::default();
        let publishers = (0..count as u32).map(|id| {
            let next = Publisher(names.len());
            *names.entry(publisher(site, SourceId(id))).or_insert(next)
        });
        let publishers = publishers.collect();
        let mut origins = Origins { of, all, publishers, circles: Vec::new() };
        let mut marks = vec![Mark::New; count];
        for start in 0..count {
            origins.follow(site, start, &mut marks);
        }
        origins
    }

    /// A walk without recursion, because a chain of sources may be long.
    fn follow(&mut self, site: &Site, start: usize, marks: &mut [Mark]) {
        if marks[start] != Mark::New {
            return;
        }
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        marks[start] = Mark::Open;
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let Some(below) = site.sources[at].based_on.get(*next).map(|id| id.index())
            else {
                self.close(site, at, marks);
                marks[at] = Mark::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match marks[below] {
                Mark::New => {
                    marks[below] = Mark::Open;
                    path.push((below, 0));
                }
                Mark::Open => {
                    let from =
                        path.iter().position(|(one, _)| *one == below).unwrap_or(0);
                    let circle =
                        path[from..].iter().map(|(one, _)| SourceId(*one as u32));
                    self.circles.push(circle.collect());
                }
                Mark::Done => {}
            }
        }
    }

    /// The origins of a source all of whose roots are known.
    fn close(&mut self, site: &Site, at: usize, marks: &[Mark]) {
        let below = site.sources[at].based_on.iter();
        let known = below.filter(|id| marks[id.index()] == Mark::Done);
        let roots = known.flat_map(|id| self.of_source(*id)).copied().collect();
        self.of[at] = distinct(roots);
    }

    /// The circles of sources that repeat each other.
    pub fn circles(&self) -> &[Vec<SourceId>] {
        &self.circles
    }

    /// The origins of one source.
    pub fn of_source(&self, id: SourceId) -> &[SourceId] {
        match self.of[id.index()].as_slice() {
            [] => std::slice::from_ref(&self.all[id.index()]),
            origins => origins,
        }
    }

    /// Whether two of the sources can't be traced to the same: they have no origin in common
    /// and no publisher, neither of their own nor of anything they repeat. Adding a source
    /// that repeats another of them never makes it so. Sources alike in both are looked at
    /// once, because a report may be repeated by hundreds.
    pub fn corroborate(&self, site: &Site, sources: &[SourceId]) -> bool {
        let distinct: BTreeSet<(&[SourceId], BTreeSet<Publisher>)> = sources
            .iter()
            .map(|id| (self.of_source(*id), self.publishers_below(site, *id)))
            .collect();
        let all: Vec<_> = distinct.iter().collect();
        all.iter().enumerate().any(|(n, (roots, publishers))| {
            all[n + 1..].iter().any(|(others, other)| {
                publishers.is_disjoint(other)
                    && !roots.iter().any(|root| others.contains(root))
            })
        })
    }

    /// What a set of sources amounts to. Adding one that repeats only others of the set never
    /// adds an origin; one that repeats something else as well adds what that comes down to.
    pub fn independence(&self, sources: &[SourceId]) -> Independence {
        let sources = distinct(sources.to_vec());
        let publishers = sources.iter().map(|id| self.publishers[id.index()]).collect();
        let origins =
            sources.iter().flat_map(|id| self.of_source(*id)).copied().collect();
        Independence {
            sources: sources.len(),
            publishers: distinct(publishers).len(),
            origins: distinct(origins),
        }
    }

    /// Who publishes a source and all that it repeats.
    fn publishers_below(&self, site: &Site, id: SourceId) -> BTreeSet<Publisher> {
        let (mut seen, mut open) = (BTreeSet::from([id]), vec![id]);
        while let Some(id) = open.pop() {
            open.extend(site[id].based_on.iter().filter(|below| seen.insert(**below)));
        }
        seen.into_iter().map(|id| self.publishers[id.index()]).collect()
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
