//! What embeds show: `![[claim:id]]`, `![[source:id]]`, `![[location:id]]`, `![[timeline:id]]`.

use super::lookup::{Lookup, Unnamed, report_several};
use super::names::Miss;
use crate::content::Kind;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use crate::markdown::{Standing, Wiki};
use crate::model::nouns::{Item, Link, Shown};

/// The word before a colon that asks for dated facts.
const TIMELINE: &str = "timeline";

/// The words before a colon in an embed.
const WORDS: [&str; 4] = ["claim", TIMELINE, "source", "location"];

impl Lookup<'_> {
    /// What an embed that names no picture shows; a link where it can't be shown in place.
    pub(super) fn embed(
        &self,
        wiki: &Wiki,
        standing: Standing,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Link {
        let (is_timeline, name, place) = asked(wiki);
        let item = match self.called(name) {
            Ok(item) => item,
            Err(Unnamed::Miss(Miss::Unknown)) if !is_timeline && is_foreign(name) => {
                report_word(name, place, diags);
                return Link::Text;
            }
            Err(Unnamed::Files(files)) => {
                report_several(name, place, &files, diags);
                return Link::Text;
            }
            Err(Unnamed::Miss(miss)) => {
                self.resolver.names.report(name, place, None, miss, diags);
                return Link::Text;
            }
        };
        let shown = if is_timeline { Shown::timeline(item) } else { Shown::card(item) };
        let Some(shown) = shown else {
            if is_timeline {
                report_timeless(name, item, place, diags);
                return Link::Text;
            }
            report_cardless(wiki, item, span, diags);
            return Link::Item(item, None);
        };
        if standing == Standing::InText {
            let note = "it stands among words, in a table or in a footnote";
            let help = "put it into a paragraph of its own";
            diags.push(as_link(wiki, span).note(note).help(help).help(link_help(name)));
            return Link::Item(item, None);
        }
        Link::Embed(shown)
    }
}

/// Whether dated facts are asked for, of what, and where that is written.
fn asked(wiki: &Wiki) -> (bool, &str, Span) {
    let parts = wiki.target.split_once(':');
    let Some((_, rest)) = parts.filter(|(word, _)| word.trim() == TIMELINE) else {
        return (false, &wiki.target, wiki.target_span);
    };
    let (name, mut place) = (rest.trim_start(), wiki.target_span);
    // A target with an entity or an escape in it is not written as it is read.
    if place.range().len() == wiki.target.len() {
        place.start += (wiki.target.len() - name.len()) as u32;
    }
    (true, name, place)
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

fn report_timeless(name: &str, item: Item, place: Span, diags: &mut Diagnostics) {
    let name = name.split_once(':').map_or(name, |(_, name)| name.trim());
    let message = format!("the {} `{name}` has no dated facts of its own", item.kind());
    diags.push(Diagnostic::new(codes::WRONG_KIND, place, message).help(
        "a timeline is of an article, a country, a location, an entity or a claim",
    ));
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
    diags.push(found);
}
