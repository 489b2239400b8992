//! Which records have mistakes, and which rest on such.

use crate::files::Span;
use crate::model::flaws::{Flaws, covers, start};
use crate::model::nouns::{EntityId, SourceId, Who};
use crate::model::site::Site;

/// What the records of a site cover in their files, each kind in the order of its ids.
#[derive(Debug, Default)]
pub(super) struct Extents {
    pub(super) sources: Vec<Span>,
    pub(super) entities: Vec<Span>,
    pub(super) claims: Vec<Span>,
}

/// The flaws of a site: `marks` are the places where something is wrong, `is_any` tells whether anything
/// is.
pub(super) fn flaws(
    site: &Site,
    extents: &Extents,
    mut marks: Vec<Span>,
    is_any: bool,
) -> Flaws {
    if !is_any {
        return Flaws::default();
    }
    marks.sort_unstable();
    let is_marked = |extent: &Span| {
        let next = marks.partition_point(|mark| start(mark) < start(extent));
        marks.get(next).is_some_and(|mark| covers(extent, mark))
    };
    let marked =
        |extents: &[Span]| -> Vec<bool> { extents.iter().map(is_marked).collect() };
    let mut sources = marked(&extents.sources);
    let entities = marked(&extents.entities);
    let mut claims = marked(&extents.claims);
    spread(site, &mut sources);
    let is_source = |id: &SourceId| is_set(&sources, id.index());
    let is_entity = |id: &EntityId| is_set(&entities, id.index());
    for (claim, flawed) in site.claims.iter().zip(&mut claims) {
        let history = claim.history.iter().flat_map(|one| &one.sources);
        let answers = claim.responses.iter().flat_map(|one| &one.sources);
        let mut rests_on =
            claim.sources.iter().chain(&claim.contrary).chain(&claim.finding);
        let maker = match &claim.made_by {
            Some(Who::Entity(id)) => is_entity(id),
            _ => false,
        };
        *flawed |= maker
            || rests_on.any(is_source)
            || history.chain(answers).any(is_source)
            || claim.parties.iter().any(is_entity);
    }
    let all = [
        (&extents.sources, &sources),
        (&extents.entities, &entities),
        (&extents.claims, &claims),
    ];
    let all = all.into_iter().flat_map(|(extents, flawed)| extents.iter().zip(flawed));
    let flawed = all.filter(|(_, is_flawed)| **is_flawed);
    Flaws::of(flawed.map(|(extent, _)| *extent).collect())
}

fn is_set(all: &[bool], at: usize) -> bool {
    all.get(at).copied().unwrap_or_default()
}

/// What rests on a source with a mistake is not known to rest on anything.
fn spread(site: &Site, flawed: &mut [bool]) {
    let mut repeated_by: Vec<Vec<usize>> = vec![Vec::new(); flawed.len()];
    for (n, source) in site.sources.iter().enumerate() {
        for on in &source.based_on {
            if let Some(by) = repeated_by.get_mut(on.index()) {
                by.push(n);
            }
        }
    }
    let mut open: Vec<usize> = (0..flawed.len()).filter(|n| flawed[*n]).collect();
    while let Some(next) = open.pop() {
        for n in &repeated_by[next] {
            if let Some(one) = flawed.get_mut(*n)
                && !std::mem::replace(one, true)
            {
                open.push(*n);
            }
        }
    }
}
