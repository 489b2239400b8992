//! `markup-in-words`: what is shown as plain words has no Markdown.
//!
//! # What it does
//! A summary, the words of a claim, of an answer or of a dated fact, or a caption has emphasis, code, a
//! link or a citation as Markdown writes them.
//!
//! # Why
//! These words stand in lists, feeds, descriptions for search engines and timelines, where there is plain
//! text only: readers see the signs themselves.
//!
//! # Example
//! ```yaml
//! summary: The ministry told the embassy to **close** the office.
//! ```
//!
//! # Use instead
//! ```yaml
//! summary: The ministry told the embassy to close the office.
//! ```
//!
//! What needs a link or emphasis belongs in the text; sources of a fact or a claim in its `sources`.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::files::{FileId, Span};
use crate::markdown::{self, Kind};

pub(super) const RULE: Rule = Rule {
    code: codes::MARKUP_IN_WORDS,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut look = |what: &str, words: &str, place: Span| {
        let Some(signs) = markup(words) else { return };
        let message = format!("readers see the signs of `{signs}` in the {what}");
        let place = subject.written(place, signs);
        findings.push(
            Diagnostic::new(codes::MARKUP_IN_WORDS, place, message)
                .note("there is plain text only, in lists, feeds and timelines too")
                .help(
                    "write it without; what needs a link or emphasis belongs in the text",
                ),
        );
    };
    let (site, edition) = (subject.site, subject.edition());
    for article in edition.articles().iter().map(|id| &site[*id]) {
        let place = article.summary_place.unwrap_or(article.place);
        article.summary.iter().for_each(|words| look("summary", words, place));
        let caption = article.picture.iter().filter_map(|one| one.caption.as_ref());
        caption.for_each(|words| look("caption", words, article.place));
    }
    for page in edition.pages().iter().map(|id| &site[*id]) {
        page.summary.iter().for_each(|words| look("summary", words, page.place));
    }
    for claim in edition.claims().iter().map(|id| &site[*id]) {
        look("claim", &claim.text, claim.place);
        for answer in &claim.responses {
            answer.text.iter().for_each(|words| look("answer", words, answer.place));
        }
    }
    for event in edition.events().iter().map(|id| &site[*id]) {
        look("dated fact", &event.text, event.place);
    }
}

/// The first of some words that Markdown would show in another way than it is written.
fn markup(words: &str) -> Option<&str> {
    if !words.contains(['*', '_', '`', '[', '~']) {
        return None;
    }
    let tree = markdown::parse(words, 0..words.len(), FileId(0));
    let written = |start: u32, end: u32| words.get(start as usize..end as usize);
    tree.nodes().iter().find_map(|node| {
        let written = written(node.start, node.end)?;
        let is_markup = match node.kind {
            Kind::Emphasis | Kind::Strong | Kind::Strikethrough | Kind::Code(_) => true,
            // A name behind `@` is what people are called elsewhere.
            Kind::Reference(_) => written.starts_with(['[', '!']),
            _ => false,
        };
        is_markup.then_some(written)
    })
}

#[cfg(test)]
mod tests {
    use super::markup;

    #[test]
    fn markdown_is_told_from_signs_that_mean_themselves() {
        for (words, found) in [
            ("to **close** it", "**close**"),
            ("to *close* it", "*close*"),
            ("the file `a.md`", "`a.md`"),
            ("see [the order](https://x.org/)", "[the order](https://x.org/)"),
            ("it closed [@rte]", "[@rte]"),
            ("see [[ie/dublin]]", "[[ie/dublin]]"),
        ] {
            assert_eq!(markup(words), Some(found), "{words}");
        }
        for words in [
            "5 * 3 * 2",
            "snake_case_name",
            "“I will [not] go”",
            "[…] and so on",
            "as @ministry wrote",
            "about ~10 of 20",
            "C* and D",
        ] {
            assert_eq!(markup(words), None, "{words}");
        }
    }
}
