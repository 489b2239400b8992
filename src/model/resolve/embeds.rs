//! What embeds show: `![[claim:id]]`, `![[source:id]]`, `![[location:id]]`, `![[timeline:id]]`, `![[map:id]]`.

use super::lookup::{Lookup, Unnamed, report_several};
use super::names::Miss;
use crate::content::Kind;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use crate::markdown::{Standing, Wiki};
use crate::model::nouns::{Item, Link, LocationId, Shown};

/// The word before a colon that asks for dated facts.
const TIMELINE: &str = "timeline";

/// The word before a colon that asks for a map.
const MAP: &str = "map";

/// What stands behind `map:` for the map of the world.
const WORLD: &str = "world";

/// The words before a colon in an embed.
const WORDS: [&str; 5] = ["claim", TIMELINE, "source", "location", MAP];

/// What is to be shown of an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AskedFor {
    Card,
    Timeline,
    Map,
}

impl Lookup<'_> {
    /// What an embed that names no picture shows; a link where it can't be shown in place.
    pub(super) fn embed(
        &self,
        wiki: &Wiki,
        standing: Standing,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Link {
        let (asked, name, place) = asked(wiki);
        let shown = match asked {
            AskedFor::Map if name.trim() == WORLD => Shown::World,
            AskedFor::Map if name.contains(',') => {
                match self.places(name, place, diags) {
                    Some(places) => Shown::Places(places),
                    None => return Link::Text,
                }
            }
            _ => {
                let Some(item) = self.embedded(asked, name, place, diags) else {
                    return Link::Text;
                };
                match shown_of(asked, item) {
                    Some(shown) => shown,
                    None => {
                        return self.unshown(wiki, (asked, item), (place, span), diags);
                    }
                }
            }
        };
        if standing == Standing::InText {
            let note = "it stands among words, in a table or in a footnote";
            let help = "put it into a paragraph of its own";
            let found = as_link(wiki, span).note(note).help(help);
            diags.push(match shown.item() {
                Some(_) => found.help(link_help(name)),
                None => found,
            });
            return shown.item().map_or(Link::Text, |item| Link::Item(item, None));
        }
        Link::Embed(shown)
    }

    /// The item that an embed names.
    fn embedded(
        &self,
        asked: AskedFor,
        name: &str,
        place: Span,
        diags: &mut Diagnostics,
    ) -> Option<Item> {
        match self.called(name) {
            Ok(item) => return Some(item),
            Err(Unnamed::Miss(Miss::Unknown))
                if asked == AskedFor::Card && is_foreign(name) =>
            {
                report_word(name, place, diags);
            }
            Err(Unnamed::Files(files)) => report_several(name, place, &files, diags),
            Err(Unnamed::Miss(miss)) => {
                self.resolver.names.report(name, place, None, miss, diags);
            }
        }
        None
    }

    /// The locations that a map names, parted by commas.
    fn places(
        &self,
        names: &str,
        place: Span,
        diags: &mut Diagnostics,
    ) -> Option<Box<[LocationId]>> {
        let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        let mut location = |name: &str| match self.embedded(
            AskedFor::Map,
            name,
            place,
            diags,
        )? {
            Item::Location(id) => Some(id),
            item => {
                let message = format!("the {} `{name}` is no location", item.kind());
                let help = "a map of several is of locations: `![[map:ie/dublin, nl/rotterdam]]`";
                diags.push(Diagnostic::new(codes::WRONG_KIND, place, message).help(help));
                None
            }
        };
        // All that are wrong are told, and not only the first.
        let all: Vec<Option<LocationId>> = names.map(&mut location).collect();
        all.into_iter().collect()
    }

    /// What stands for an item of which nothing of that sort can be shown.
    fn unshown(
        &self,
        wiki: &Wiki,
        (asked, item): (AskedFor, Item),
        (place, span): (Span, Span),
        diags: &mut Diagnostics,
    ) -> Link {
        match asked {
            AskedFor::Card => {
                report_cardless(wiki, item, span, diags);
                return Link::Item(item, None);
            }
            AskedFor::Timeline => report_without(
                (wiki, item),
                place,
                "dated facts of its own",
                "a timeline is of an article, a country, a location, an entity or a claim",
                diags,
            ),
            AskedFor::Map => report_without(
                (wiki, item),
                place,
                "map",
                "a map is of a country, a location, an article or an entity, of several locations, or of the `world`",
                diags,
            ),
        }
        Link::Text
    }
}

fn shown_of(asked: AskedFor, item: Item) -> Option<Shown> {
    match asked {
        AskedFor::Card => Shown::card(item),
        AskedFor::Timeline => Shown::timeline(item),
        AskedFor::Map => Shown::map(item),
    }
}

/// What is asked for, of what, and where that is written.
fn asked(wiki: &Wiki) -> (AskedFor, &str, Span) {
    let parts = wiki.target.split_once(':');
    let asked = parts.and_then(|(word, rest)| match word.trim() {
        TIMELINE => Some((AskedFor::Timeline, rest)),
        MAP => Some((AskedFor::Map, rest)),
        _ => None,
    });
    let Some((asked, rest)) = asked else {
        return (AskedFor::Card, &wiki.target, wiki.target_span);
    };
    let (name, mut place) = (rest.trim_start(), wiki.target_span);
    // A target with an entity or an escape in it is not written as it is read.
    if place.range().len() == wiki.target.len() {
        place.start += (wiki.target.len() - name.len()) as u32;
    }
    (asked, name, place)
}

/// Whether what stands before a colon is no kind.
fn is_foreign(name: &str) -> bool {
    let word = name.split_once(':').map(|(word, _)| word.trim());
    word.is_some_and(|word| Kind::of_word(word).is_none())
}

/// Tells that an embed is shown as a link; the caller says why.
pub(super) fn as_link(wiki: &Wiki, span: Span) -> Diagnostic {
    let hash = if wiki.heading.is_some() { "#" } else { "" };
    let heading = wiki.heading.as_deref().unwrap_or_default();
    let message = format!("`{}{hash}{heading}` is shown as a link", wiki.target);
    Diagnostic::new(codes::EMBED_AS_LINK, span, message)
}

fn link_help(name: &str) -> String {
    format!("or write `[[{name}]]` if a link is meant")
}

fn report_word(name: &str, place: Span, diags: &mut Diagnostics) {
    let word = name.split(':').next().unwrap_or_default().trim();
    let message = format!("`{word}:` is nothing that can be shown in place");
    let known = WORDS.map(|word| format!("`![[{word}:…]]`")).join(", ");
    diags.push(
        Diagnostic::new(codes::UNKNOWN_REFERENCE, place, message)
            .did_you_mean(word, WORDS)
            .help(format!("write {known} or the name of a picture")),
    );
}

fn report_without(
    (wiki, item): (&Wiki, Item),
    place: Span,
    what: &str,
    help: &str,
    diags: &mut Diagnostics,
) {
    let name =
        wiki.target.rsplit_once(':').map_or(&*wiki.target, |(_, name)| name.trim());
    let message = format!("the {} `{name}` has no {what}", item.kind());
    diags.push(Diagnostic::new(codes::WRONG_KIND, place, message).help(help));
}

fn report_cardless(wiki: &Wiki, item: Item, span: Span, diags: &mut Diagnostics) {
    let kind = match item {
        Item::Article(_) => "an article",
        Item::Entity(_) => "an entity",
        item => &format!("a {}", item.kind()),
    };
    let found = as_link(wiki, span)
        .note(format!(
            "{kind} is never shown in place; claims, sources, locations and pictures are"
        ))
        .help(format!("write `[[{}]]`", wiki.target));
    let found = match Shown::timeline(item) {
        Some(_) => found.help(format!(
            "or write `![[{TIMELINE}:{}]]` for its dated facts",
            wiki.target
        )),
        None => found,
    };
    let found = match Shown::map(item) {
        Some(_) => found.help(format!("or write `![[{MAP}:{}]]` for a map", wiki.target)),
        None => found,
    };
    diags.push(found);
}
