//! All words of a text, block by block, as a reader is told them.

use super::prose::Prose;
use super::tree::{Kind, Tree};
use std::ops::Range;

/// The words of one block: a paragraph, a heading, a cell, a line of code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Its plain text, white space joined. Citations in brackets and footnote numbers are left out.
    pub text: String,
    /// The index of each reference in it, and the bytes of the text that show it, in order.
    pub marks: Vec<(u32, Range<usize>)>,
    /// Whether it is code or raw HTML, which has no sentences.
    pub is_raw: bool,
    /// Whether it is a heading.
    pub is_heading: bool,
}

/// The words of each block of a text, in reading order; `text` is the one that was parsed.
pub fn told(tree: &Tree, text: &str) -> Vec<Told> {
    let mut all: Vec<(u32, Told)> = Vec::new();
    for run in tree.runs() {
        let mut prose = Prose::default();
        let first = run.nodes.start;
        prose.add(tree, text, run.nodes);
        prose.marks.sort_by_key(|(_, place)| (place.start, place.end));
        let block = run.block.map(|block| tree.nodes()[block as usize].kind);
        let is_heading = block.is_some_and(|kind| matches!(kind, Kind::Heading(..)));
        let Prose { text, marks, .. } = prose;
        all.push((first, Told { text, marks, is_raw: false, is_heading }));
    }
    for (at, node) in (0..).zip(tree.nodes()) {
        if matches!(node.kind, Kind::CodeBlock(_) | Kind::HtmlBlock) {
            let inside = tree.inside(at).map(|one| tree.nodes()[one as usize].kind);
            let pieces = inside.filter_map(|kind| match kind {
                Kind::Text(piece) | Kind::Html(piece) => Some(tree.text(piece, text)),
                _ => None,
            });
            let block = pieces.collect::<String>();
            all.extend(block.lines().map(|line| {
                let text = line.trim().to_owned();
                (at, Told { text, is_raw: true, ..Told::default() })
            }));
        }
    }
    // Raw blocks were gone through by themselves.
    all.sort_by_key(|(first, _)| *first);
    let blocks = all.into_iter().map(|(_, told)| told);
    blocks.filter(|told| !told.text.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::FileId;

    fn words(text: &str) -> Vec<String> {
        let tree = super::super::parse(text, 0..text.len(), FileId(0));
        told(&tree, text).into_iter().map(|told| told.text).collect()
    }

    #[test]
    fn every_block_gives_its_words_in_order() {
        let text = "# Head\n\nA *b* [c](d) [@key, p. 1].\n\n```\ncode 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n- y[^n]\n\n[^n]: Note.\n";
        let expected =
            ["Head", "A b c.", "code 1", "a", "b", "1", "2", "x", "y", "Note."];
        assert_eq!(words(text), expected);
        assert_eq!(words(""), [""; 0]);
    }

    #[test]
    fn raw_html_is_told_as_it_is_written() {
        assert_eq!(
            words("<div>\n54 stations\n</div>\n"),
            ["<div>", "54 stations", "</div>"]
        );
    }

    #[test]
    fn a_reference_is_marked_where_it_is_shown() {
        let text = "See [[ie/dublin]] and @key [p. 2].";
        let tree = super::super::parse(text, 0..text.len(), FileId(0));
        let told = &told(&tree, text)[0];
        let shown: Vec<&str> =
            told.marks.iter().map(|(_, place)| &told.text[place.clone()]).collect();
        assert_eq!(shown, ["ie/dublin", "@key"]);
    }
}
