//! Backlinks: where texts refer to an item, each with its sentence.

use super::Edition;
use super::outward::{Stable, outward_key};
use crate::keys::Key;
use crate::markdown::{Heading, Outline, Ref, RefKind, Sentence, Standing};
use crate::model::nouns::{Item, Link, Prose, Shown};
use crate::model::site::Site;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;

/// One place where a text refers to an item, with what other pages show of it.
#[derive(Debug, Clone, Copy)]
pub struct Mention<'s> {
    /// The item whose text it is.
    pub from: Item,
    /// Which of the text's references it is.
    pub nth: u32,
    around: Around<'s>,
}

/// What lies around a reference, found while texts are gone through in their order, and not again by each
/// page that shows it.
#[derive(Debug, Clone, Copy)]
struct Around<'s> {
    /// How the item is named.
    naming: Naming,
    /// The heading it stands under.
    heading: Option<&'s Heading>,
    /// Its sentence, or as much of it as is shown.
    sentence: &'s str,
    /// The bytes of the sentence that show the item.
    label: (u32, u32),
    /// Whether words of the sentence are left out before and behind these.
    cut: (bool, bool),
    /// Where that begins in the whole sentence.
    from: u32,
    /// Whether the sentence shows anything by an id.
    has_ids: bool,
}

/// So many characters of a sentence are shown before the words that show an item, and behind them.
/// A sentence that names very many would be shown whole with each of them.
const MOST_AROUND: usize = 150;

/// So many characters are shown of the words that show an item.
const LONGEST_LABEL: usize = 300;

/// How a sentence names an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// By some of its words.
    Words,
    /// By its title: a wiki link has no label of its own.
    Title,
    /// Not at all: it is shown in a block of its own.
    Alone,
}

/// The words that show an item in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'s> {
    /// These; nothing where a number shows it.
    Words(&'s str),
    /// Its title.
    Title,
}

/// A sentence as readers of its page see it, around the words that show an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<'s> {
    /// What stands before them.
    pub before: Cow<'s, str>,
    /// They themselves; nothing where a number shows it; none where its title does.
    pub label: Option<Cow<'s, str>>,
    /// What stands behind.
    pub behind: Cow<'s, str>,
}

impl<'s> Around<'s> {
    fn new(outline: &'s Outline, one: &'s Ref, nth: u32) -> Self {
        let Sentence { text, label } = outline.sentence(one);
        let shown = shown(text, &label);
        let within = |at: usize| (at.clamp(shown.start, shown.end) - shown.start) as u32;
        Around {
            naming: match &one.kind {
                RefKind::Wiki(wiki) if wiki.embed == Some(Standing::Alone) => {
                    Naming::Alone
                }
                RefKind::Wiki(wiki) if wiki.label.is_none() => Naming::Title,
                _ => Naming::Words,
            },
            heading: one.heading.and_then(|at| outline.headings.get(at as usize)),
            sentence: text.get(shown.clone()).unwrap_or_default(),
            label: (within(label.start), within(label.end)),
            cut: (shown.start > 0, shown.end < text.len()),
            from: shown.start as u32,
            has_ids: outline.shown_by_id(nth as usize).next().is_some(),
        }
    }
}

/// The bytes of a sentence that are shown: all of it, or where it is long, whole words around `label`.
fn shown(text: &str, label: &Range<usize>) -> Range<usize> {
    if text.len() <= MOST_AROUND {
        return 0..text.len();
    }
    let (Some(before), Some(rest)) = (text.get(..label.start), text.get(label.start..))
    else {
        return 0..text.len();
    };
    let label = &rest[..label.len().min(rest.len())];
    let end_of = |words: &str, most: usize| {
        words.char_indices().nth(most).map_or(words.len(), |(at, _)| at)
    };
    let labelled = end_of(label, LONGEST_LABEL);
    let after = &rest[labelled..];
    let is_long = |words: &str| words.len() > MOST_AROUND;
    let last = is_long(after).then(|| after.char_indices().nth(MOST_AROUND)).flatten();
    let end = match last {
        None => after.len(),
        Some(_) if labelled < label.len() => 0,
        // Whole words, if there are any.
        Some((at, _)) => match after[..at].trim_end().rfind(char::is_whitespace) {
            Some(space) => after[..space].trim_end().len(),
            None => at,
        },
    };
    let first = is_long(before).then(|| before.char_indices().rev().nth(MOST_AROUND));
    let start = match first.flatten() {
        None => 0,
        Some((at, _)) => match before[at..].find(char::is_whitespace) {
            Some(space) => before.len() - before[at + space..].trim_start().len(),
            None => at,
        },
    };
    start..before.len() + labelled + end
}

impl<'s> Mention<'s> {
    /// The id of the heading it stands under.
    pub fn heading(&self) -> Option<&'s str> {
        self.around.heading.map(|heading| heading.id.as_str())
    }

    /// Whether it stands under the heading that `other` of the same text stands under.
    pub fn shares_heading(&self, other: &Mention<'_>) -> bool {
        match (self.around.heading, other.around.heading) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Whether its sentence goes on before, and behind, what is shown of it.
    pub fn cut(&self) -> (bool, bool) {
        self.around.cut
    }

    /// Its sentence: the words that show the item, with those before and behind them. None where
    /// the item is shown in a block of its own, and stands in no sentence. Of a long sentence only the
    /// words near to it are given ([`Mention::cut`]).
    pub fn sentence(&self) -> Option<(&'s str, Named<'s>, &'s str)> {
        let around = &self.around;
        let (start, end) = (around.label.0 as usize, around.label.1 as usize);
        let part = |range: Range<usize>| around.sentence.get(range).unwrap_or_default();
        let label = match around.naming {
            Naming::Words => Named::Words(part(start..end)),
            Naming::Title => Named::Title,
            Naming::Alone => return None,
        };
        Some((part(0..start), label, part(end..around.sentence.len())))
    }
}

/// Every mention of every item.
#[derive(Debug, Default)]
pub(super) struct Mentions<'s> {
    /// Those of one item after those of another.
    all: Vec<Mention<'s>>,
    /// By the item's number: where its own begin; at last, where all end.
    starts: Vec<u32>,
}

impl<'s> Mentions<'s> {
    pub(super) fn of(&self, site: &Site, item: Item) -> &[Mention<'s>] {
        self.at(site.number(item))
    }

    /// Those of the item with this number.
    fn at(&self, number: usize) -> &[Mention<'s>] {
        &self.all[self.starts[number] as usize..self.starts[number + 1] as usize]
    }

    /// The key of all that is shown of the mentions of the item with this number.
    pub(super) fn key_at(&self, number: usize, site: &Site, stable: &Stable) -> Key {
        let mut key = Key::default();
        for Mention { from, nth, around } in self.at(number) {
            let Around { naming, heading, sentence, label, cut, from: at, has_ids } =
                around;
            let heading = heading.map(|heading| &heading.id);
            let shown = (*naming as u8, heading, sentence, label, cut, at);
            key = Key::of(&(key, stable.item(*from), shown));
            if let Some(prose) = site.prose(*from).filter(|_| *has_ids) {
                // The item that an id means may change while the sentence does not.
                for (other, place) in prose.outline.shown_by_id(*nth as usize) {
                    let link = outward_key(&prose.links.get(other), stable);
                    key = Key::of(&(key, place, link));
                }
            }
        }
        key
    }
}

/// So many items are looked through by one thread at a time.
pub(super) const AT_ONCE: usize = 256;

/// Collects the mentions in shown texts. A sentence that refers to an item twice counts once, and an item's
/// own text does not count.
pub(super) fn mentions(site: &Site) -> Mentions<'_> {
    let items: Vec<Item> = site.items().collect();
    let some = items.par_chunks(AT_ONCE).map_init(
        || vec![None; items.len()],
        |last, some| {
            let mut found = Vec::new();
            for from in some.iter().filter(|item| site.shows(**item)) {
                if let Some(prose) = site.prose(*from) {
                    each(site, *from, prose, last, &mut found);
                }
            }
            found
        },
    );
    let found: Vec<Vec<(u32, Mention<'_>)>> = some.collect();
    by_item(&found, items.len())
}

/// The mentions of each item, in the order in which they were found: sorted by counting, as there are many
/// and each is large.
fn by_item<'s>(found: &[Vec<(u32, Mention<'s>)>], items: usize) -> Mentions<'s> {
    let mut starts = vec![0; items + 1];
    for (to, _) in found.iter().flatten() {
        starts[*to as usize + 1] += 1;
    }
    for number in 0..items {
        starts[number + 1] += starts[number];
    }
    let mut next = starts.clone();
    let mut order = vec![(0, 0); starts[items] as usize];
    for (part, some) in (0u32..).zip(found) {
        for (nth, (to, _)) in (0u32..).zip(some) {
            let place = &mut next[*to as usize];
            order[*place as usize] = (part, nth);
            *place += 1;
        }
    }
    let mention = |(part, nth): (u32, u32)| found[part as usize][nth as usize].1;
    Mentions { all: order.into_iter().map(mention).collect(), starts }
}

/// The last mention of an item so far: in whose text, and by which of its references.
type Last = Option<(Item, u32)>;

/// Finds each mention in the text of `from` that counts. `last` has the last one of each item.
fn each<'s>(
    site: &Site,
    from: Item,
    prose: &'s Prose,
    last: &mut [Last],
    found: &mut Vec<(u32, Mention<'s>)>,
) {
    let outline: &Outline = &prose.outline;
    let refs = &outline.refs;
    for (nth, link) in (0..).zip(&prose.links) {
        let one = &refs[nth as usize];
        let mut add = |to: Item| {
            if to == from {
                return;
            }
            let number = site.number(to);
            let again = last[number].is_some_and(|(text, nth)| {
                text == from && one.shares_sentence(&refs[nth as usize])
            });
            if !again {
                last[number] = Some((from, nth));
                let around = Around::new(outline, one, nth);
                found.push((number as u32, Mention { from, nth, around }));
            }
        };
        match link {
            Link::Cite(sources) => {
                sources.iter().for_each(|id| add(Item::Source(*id)));
            }
            Link::Embed(Shown::Places(ids)) => {
                ids.iter().for_each(|id| add(Item::Location(*id)));
            }
            link => link.item().into_iter().for_each(add),
        }
    }
}

impl<'s> Edition<'s> {
    /// The sentence of a mention as readers of its page see it: the words that show the item, with those
    /// before and behind. What the text names by an id is told by its title, and a source by who made
    /// it. None where the mention stands in no sentence.
    pub fn told(&self, mention: &Mention<'s>) -> Option<Seen<'s>> {
        let (before, label, behind) = mention.sentence()?;
        let around = &mention.around;
        let mut seen = Seen { before: before.into(), label: None, behind: behind.into() };
        if let Named::Words(words) = label {
            seen.label = Some(words.into());
        }
        let Some(prose) = self.site().prose(mention.from).filter(|_| around.has_ids)
        else {
            return Some(seen);
        };
        let label = around.label.0 as usize..around.label.1 as usize;
        // From the back, so that what is before keeps its place.
        let all: Vec<_> = prose.outline.shown_by_id(mention.nth as usize).collect();
        for (other, place) in all.into_iter().rev() {
            let from = around.from as usize;
            let (Some(start), Some(end)) =
                (place.start.checked_sub(from), place.end.checked_sub(from))
            else {
                continue;
            };
            let place = start..end;
            let Some(title) = self.shown_as(prose.links.get(other)) else { continue };
            if other == mention.nth as usize {
                seen.label = seen.label.map(|_| title.into());
            } else if place.end <= label.start && before.get(place.clone()).is_some() {
                seen.before.to_mut().replace_range(place, &title);
            } else if let Some(start) = place.start.checked_sub(label.end) {
                let place = start..start + place.len();
                if behind.get(place.clone()).is_some() {
                    seen.behind.to_mut().replace_range(place, &title);
                }
            }
        }
        Some(seen)
    }

    /// What readers of a text see where it names something by an id.
    fn shown_as(&self, link: Option<&Link>) -> Option<String> {
        match link? {
            Link::Cite(sources) => sources.first().map(|id| self.author_words(*id)),
            link => link.item().map(|item| self.title(item).to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, label: &str) -> String {
        let start = text.find(label).unwrap();
        text[shown(text, &(start..start + label.len()))].to_owned()
    }

    #[test]
    fn a_sentence_of_ordinary_length_is_shown_whole() {
        let text = "The embassy was told in October 2022 that the office in Dublin has to close.";
        assert_eq!(cut(text, "office"), text);
        let text = format!("{text} It was about the premises. {text}");
        assert_eq!(cut(&text, "premises"), text);
    }

    #[test]
    fn of_a_long_sentence_whole_words_around_the_reference_are_shown() {
        let text =
            format!("{}here it is, {}", "before ".repeat(50), "behind ".repeat(50));
        let expected =
            format!("{}here it is, {}", "before ".repeat(21), "behind ".repeat(21));
        assert_eq!(cut(&text, "here it is"), expected.trim_end());
    }

    #[test]
    fn words_that_are_not_divided_are_cut_between_letters() {
        let text = format!("{}都柏林{}", "警".repeat(400), "察".repeat(400));
        let expected = format!("{}都柏林{}", "警".repeat(151), "察".repeat(150));
        assert_eq!(cut(&text, "都柏林"), expected);
        let label = "long ".repeat(200);
        assert_eq!(cut(&label, &label).len(), LONGEST_LABEL);
    }
}
