//! Ids of blocks as Obsidian writes them: ` ^id` at the end of a block, or on a line of its own behind it.

use super::tree::{Kind, Tree};
use crate::files::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A block that links can lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The id on the page, without `#`: `^` and what is written behind it, in lower case. No heading
    /// gets such an id from its words.
    pub id: String,
    /// The node of the block: a paragraph, heading or item with the id at its end, or what stands
    /// before an id on a line of its own.
    pub block: u32,
    /// The heading it stands under: an index into [`Outline::headings`](super::Outline::headings).
    pub heading: Option<u32>,
    /// The bytes of the id.
    pub span: Span,
}

/// Where the `^` of the id is that ends `run`, a row of text at the end of its block.
pub(super) fn marker(text: &str, run: &Range<usize>) -> Option<usize> {
    let words = text.get(run.clone())?.trim_end();
    let before = words.trim_end_matches(is_part);
    let above = before.strip_suffix('^').filter(|_| before.len() < words.len())?;
    let caret = run.start + above.len();
    let is_apart =
        text[..caret].chars().next_back().is_none_or(|before| before.is_whitespace());
    is_apart.then_some(caret)
}

/// Whether all that is written on a line is the id of a block.
pub(super) fn is_marker(line: &str) -> bool {
    let id = line.trim().strip_prefix('^');
    id.is_some_and(|id| !id.is_empty() && id.chars().all(is_part))
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

impl Tree {
    /// Whether a paragraph holds the id of a block and nothing else.
    pub fn is_anchor_alone(&self, paragraph: u32) -> bool {
        let node = &self.nodes[paragraph as usize];
        let first = self.nodes.get(paragraph as usize + 1);
        node.kind == Kind::Paragraph
            && node.next == paragraph + 2
            && first.is_some_and(|first| matches!(first.kind, Kind::Anchor(_)))
    }
}

/// The ids of the blocks of a text, in the order in which they are written.
pub fn anchors(tree: &Tree, text: &str) -> Vec<Anchor> {
    let mut found = Vec::new();
    // Few texts have one.
    if !tree.nodes.iter().any(|node| matches!(node.kind, Kind::Anchor(_))) {
        return found;
    }
    // The blocks around, each with the block that stands last in it so far.
    let mut around: Vec<(u32, Option<u32>)> = Vec::new();
    let mut last = None;
    let mut headings: u32 = 0;
    for (index, node) in tree.nodes.iter().enumerate() {
        let index = index as u32;
        let is_over =
            |one: &mut (u32, Option<u32>)| tree.nodes[one.0 as usize].next <= index;
        while let Some((block, before)) = around.pop_if(is_over) {
            // An id alone is no block itself: a second one below it means the same block.
            last = if tree.is_anchor_alone(block) { before } else { Some(block) };
        }
        if let Kind::Anchor(id) = node.kind {
            let Some((block, before)) = around.last().copied() else { continue };
            let is_title = tree.nodes[block as usize].kind == Kind::AlertTitle;
            let above = around.len().checked_sub(2).map(|at| around[at].0);
            let named = match tree.is_anchor_alone(block) {
                true => before,
                false if is_title => above,
                false => None,
            };
            found.push(Anchor {
                id: format!("^{}", tree.text(id, text).to_ascii_lowercase()),
                block: named.unwrap_or(block),
                heading: headings.checked_sub(1),
                span: tree.span(node),
            });
        } else if !node.kind.is_inline() {
            headings += u32::from(matches!(node.kind, Kind::Heading(..)));
            around.push((index, last.take()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::files::FileId;
    use crate::markdown::{Kind, anchors, parse};

    /// The ids of a text, each with the beginning of its block.
    fn named(text: &str) -> Vec<(String, String)> {
        let tree = parse(text, 0..text.len(), FileId(0));
        let start = |block: u32| {
            let node = tree.nodes()[block as usize];
            let words = text[node.start as usize..node.end as usize].lines().next();
            words.unwrap_or_default().chars().take(5).collect()
        };
        let found = anchors(&tree, text).into_iter();
        found.map(|one| (one.id, start(one.block))).collect()
    }

    #[test]
    fn an_id_names_the_block_that_it_ends() {
        for (text, block) in [
            ("Words. ^x", "Words"),
            ("Words\n^X", "Words"),
            ("Words [@a] ^x\n", "Words"),
            ("- one ^x\n- two", "- one"),
            ("- one ^x\n  - two", "- one"),
            ("- one ^x\n\n- two", "one ^"),
            ("## Words ^x", "## Wo"),
            ("> Words\n\n^x", "> Wor"),
            ("> Words ^x", "Words"),
            ("- one\n- two\n\n^x\n\nMore", "- one"),
            ("First.\n\n| a |\n|---|\n| b |\n\n^x", "| a |"),
            ("| a |\n|---|\n| b |\n^x", "| a |"),
            ("> [!note] Title\n> Words\n\n^x", "> [!n"),
            ("```\ncode\n```\n\n^x", "```"),
        ] {
            assert_eq!(named(text), [("^x".into(), block.into())], "{text}");
        }
        let twice = named("Words.\n\n^a\n\n^b");
        assert_eq!(twice.iter().map(|(_, of)| &**of).collect::<Vec<_>>(), ["Words"; 2]);
    }

    #[test]
    fn other_carets_are_words() {
        for text in [
            "2^10",
            "a^b",
            "a ^",
            "a ^b c",
            "`a ^b`",
            "a `^b`",
            "a \\^b",
            "a ^b_c",
            "*a ^b*",
            "a ^b.",
            "    a ^b",
            "```\na ^b\n```",
            "a &#94;b",
            "[a ^b](c)",
            "a [^b]",
            "<div>\na ^b\n</div>",
            "a ^b^",
        ] {
            assert_eq!(named(text), [], "{text}");
            let tree = parse(text, 0..text.len(), FileId(0));
            let is_anchor = |kind| matches!(kind, Kind::Anchor(_));
            assert!(!tree.nodes().iter().any(|node| is_anchor(node.kind)), "{text}");
        }
    }
}
