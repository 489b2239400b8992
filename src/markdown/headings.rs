//! Headings: their words, and the ids that links and the list of contents name.

use super::prose;
use super::tree::{Kind, Node, Tree};
use crate::files::Span;
use crate::letters::{anchor, composed};
use foldhash::HashMap;
use serde::{Deserialize, Serialize};

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The level as written, 1 to 6.
    pub level: u8,
    /// The id on the page, without `#`: no two headings of a text have the same.
    pub id: String,
    /// The id the author wrote: `{#id}`.
    pub written: Option<String>,
    /// Its words in plain text.
    pub title: String,
    /// Its bytes.
    pub span: Span,
    /// Its node in the tree.
    pub node: u32,
}

/// The headings of a text with their ids, in order.
///
/// An id written by the author stays as it is; others are made from the words and get a
/// number where they are taken. An author's id that stands twice keeps its place at the
/// first heading, and the second gets a number (the outline reports it).
pub fn headings(tree: &Tree, text: &str) -> Vec<Heading> {
    let is_heading = |node: &&Node| matches!(node.kind, Kind::Heading(..));
    let count = tree.nodes().iter().filter(is_heading).count();
    let mut taken: HashMap<String, u32> = HashMap::default();
    let mut found: Vec<Heading> = Vec::with_capacity(count);
    for (index, node) in tree.nodes().iter().enumerate() {
        let Kind::Heading(level, written) = node.kind else { continue };
        let title = prose::plain(tree, text, tree.inside(index as u32));
        let written = written.map(|id| composed(tree.text(id, text)).into_owned());
        let mut id = String::new();
        if let Some(wanted) = &written
            && taken.insert(wanted.clone(), 1).is_none()
        {
            id.clone_from(wanted);
        }
        let (span, node) = (tree.span(node), index as u32);
        found.push(Heading { level, id, written, title, span, node });
    }
    for heading in found.iter_mut().filter(|heading| heading.id.is_empty()) {
        let wanted = heading.written.clone().unwrap_or_else(|| slug(&heading.title));
        heading.id = free(wanted, &mut taken);
    }
    found
}

/// `wanted`, or `wanted-2` and so on where it is taken.
fn free(wanted: String, taken: &mut HashMap<String, u32>) -> String {
    let Some(mut last) = taken.get(&wanted).copied() else {
        taken.insert(wanted.clone(), 1);
        return wanted;
    };
    loop {
        last = last.max(1) + 1;
        let id = format!("{wanted}-{last}");
        if !taken.contains_key(&id) {
            taken.insert(wanted, last);
            taken.insert(id.clone(), 1);
            return id;
        }
    }
}

/// The id made from a heading's words: letters, marks and digits of any script in lower case,
/// everything else one `-`; never `--`, never one that citations and notes use, and cut where it is too
/// long.
pub fn slug(title: &str) -> String {
    let id = anchor(title);
    match &*id {
        "" => "section".to_owned(),
        taken if is_reserved(taken) => format!("section-{taken}"),
        _ => id,
    }
}

/// Whether `id` is one that a page uses for its citations, sources or notes.
pub(super) fn is_reserved(id: &str) -> bool {
    ["cite-", "source-", "note-", "noteref-"].iter().any(|prefix| {
        id.strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::FileId;

    fn ids(text: &str) -> Vec<String> {
        let tree = super::super::parse(text, 0..text.len(), FileId(0));
        headings(&tree, text).into_iter().map(|heading| heading.id).collect()
    }

    #[test]
    fn an_id_is_made_from_the_words() {
        assert_eq!(
            slug("What China's embassy said -- 2022"),
            "what-chinas-embassy-said-2022"
        );
        assert_eq!(slug("福州市公安局"), "福州市公安局");
        assert_eq!(slug("हिन्दी"), "हिन्दी");
        assert_eq!(slug("U\u{308}berblick"), "überblick");
        assert_eq!(slug("?!"), "section");
        assert_eq!(slug("Source 3"), "section-source-3");
    }

    #[test]
    fn no_two_headings_have_the_same_id() {
        assert_eq!(ids("# A\n\n# A\n\n# A 2\n\n# A"), ["a", "a-2", "a-2-2", "a-3"]);
    }

    #[test]
    fn an_authors_id_stays_whatever_comes_before() {
        assert_eq!(ids("# A\n\n# B {#a}\n\n# C {#a}"), ["a-2", "a", "a-3"]);
    }
}
