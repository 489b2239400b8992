//! Quotations that end in a citation: `> words` and then `> [@key, p. 3]`.

use super::tree::{CiteForm, Form, Kind, Tree};

/// The end of a quotation that says whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// The citation: an index into [`Tree::references`].
    pub cite: u32,
    /// The first node that is no part of the words: the citation, the end of the line
    /// before it, or the paragraph that holds it alone.
    pub from: u32,
}

impl Tree {
    /// The citation in which the quotation at node `quote` ends, where it does: `[@key]` as the
    /// very last of its last paragraph, with words before it.
    pub fn closing(&self, quote: u32) -> Option<Closing> {
        let [.., paragraph] = self.last_two(quote);
        let paragraph = paragraph?;
        if self.nodes[paragraph as usize].kind != Kind::Paragraph {
            return None;
        }
        let [before, last] = self.last_two(paragraph);
        let Kind::Reference(cite) = self.nodes[last? as usize].kind else { return None };
        if self.references[cite as usize].form != Form::Cite(CiteForm::Group) {
            return None;
        }
        let Some(before) = before else {
            let has_words = paragraph > quote + 1;
            return has_words.then_some(Closing { cite, from: paragraph });
        };
        let is_break =
            matches!(self.nodes[before as usize].kind, Kind::SoftBreak | Kind::HardBreak);
        Some(Closing { cite, from: if is_break { before } else { last? } })
    }

    /// The last two nodes that stand directly in a node, ids of blocks left out.
    fn last_two(&self, node: u32) -> [Option<u32>; 2] {
        let inside = self.inside(node);
        let (mut two, mut at) = ([None, None], inside.start);
        while at < inside.end {
            let is_anchor = matches!(self.nodes[at as usize].kind, Kind::Anchor(_));
            if !is_anchor && !self.is_anchor_alone(at) {
                two = [two[1], Some(at)];
            }
            at = self.nodes[at as usize].next;
        }
        two
    }
}

#[cfg(test)]
mod tests {
    use crate::files::FileId;
    use crate::markdown::{Kind, parse};

    /// The key that closes the first quotation of a text.
    fn closes(text: &str) -> Option<String> {
        let tree = parse(text, 0..text.len(), FileId(0));
        let is_quote = |node: &crate::markdown::Node| node.kind == Kind::BlockQuote;
        let quote = tree.nodes().iter().position(is_quote)?;
        let closing = tree.closing(quote as u32)?;
        let node = tree.nodes()[tree.references()[closing.cite as usize].node as usize];
        Some(text[node.start as usize..node.end as usize].to_owned())
    }

    #[test]
    fn a_citation_closes_a_quotation_as_its_very_last() {
        for text in [
            "> It closed.\n> [@a]",
            "> It closed. [@a]",
            "> It closed.\n>\n> [@a]",
            "- > It closed.\\\n  > [@a]",
            "> It closed. [@a] ^x",
            "> It closed.\n>\n> [@a]\n>\n> ^x",
        ] {
            assert_eq!(closes(text).as_deref(), Some("[@a]"), "{text}");
        }
    }

    #[test]
    fn a_citation_elsewhere_closes_none() {
        for text in [
            "> It closed [@a].",
            "> [@a]",
            "> It closed, says @a",
            "> It closed.\n>\n> - [@a]",
            "> It closed.\n>\n> > [@a]",
            "> It closed *[@a]*",
            ">",
            "> [!NOTE]\n> It closed.\n> [@a]",
        ] {
            assert_eq!(closes(text), None, "{text}");
        }
    }
}
