//! Finding a heading of a text by its words or its id.

use crate::letters::{anchor, composed};
use crate::markdown::Heading;
use foldhash::HashMap;
use std::sync::OnceLock;

/// Of so few headings one is found by looking at each.
const FEW_HEADINGS: usize = 16;

/// Where each heading of a text stands among them, the first where several are called so.
#[derive(Debug, Default)]
pub(super) struct HeadingIndex {
    by_id: HashMap<String, usize>,
    by_title: HashMap<String, usize>,
}

impl HeadingIndex {
    fn of(headings: &[Heading]) -> Self {
        let mut index = HeadingIndex::default();
        for (nth, heading) in headings.iter().enumerate() {
            index.by_id.entry(heading.id.clone()).or_insert(nth);
            let title = composed(&heading.title).into_owned();
            index.by_title.entry(title).or_insert(nth);
        }
        index
    }

    fn find(&self, wanted: &str, word: &str) -> Option<usize> {
        let either = [self.by_id.get(word), self.by_title.get(wanted)];
        let first = || either.into_iter().flatten().min();
        self.by_id.get(wanted).or_else(first).copied()
    }
}

/// The first heading with the id `wanted`; else with the id `word` or the title `wanted`. Of a text that has
/// many, `index` is made when the first is sought.
pub(super) fn named<'h>(
    headings: &'h [Heading],
    index: Option<&OnceLock<HeadingIndex>>,
    wanted: &str,
    word: &str,
) -> Option<&'h Heading> {
    let index = index.filter(|_| headings.len() > FEW_HEADINGS);
    let nth = match index.map(|it| it.get_or_init(|| HeadingIndex::of(headings))) {
        Some(index) => index.find(wanted, word),
        None => {
            let by_id = headings.iter().position(|heading| heading.id == wanted);
            by_id.or_else(|| {
                headings
                    .iter()
                    .position(|it| it.id == word || composed(&it.title) == wanted)
            })
        }
    };
    headings.get(nth?)
}

/// Whether a heading has these words, or the id that is made of them.
fn is_called(heading: &Heading, words: &str, id: &str) -> bool {
    heading.id == id || composed(&heading.title) == words
}

/// The heading called `last` that stands below those called like the parts of `above`, in order.
pub(super) fn below<'h>(
    headings: &'h [Heading],
    above: &str,
    last: &str,
) -> Option<&'h Heading> {
    let mut open: Vec<&Heading> = Vec::new();
    let parts = |path: &str| -> Vec<(String, String)> {
        let parts = path.split('#').map(str::trim);
        parts.map(|part| (composed(part).into_owned(), anchor(part))).collect()
    };
    let (above, last) = (parts(above), parts(last));
    headings.iter().find(|heading| {
        open.retain(|one| one.level < heading.level);
        let mut open_ones = open.iter();
        let stands_below = above.iter().all(|(words, id)| {
            open_ones.any(|one| is_called(one, words, id) || one.id == *words)
        });
        open.push(heading);
        let is_last = |(words, id): &(String, String)| {
            is_called(heading, words, id) || heading.id == *words
        };
        stands_below && last.iter().all(is_last)
    })
}
