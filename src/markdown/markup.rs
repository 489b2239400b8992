//! The few tags of HTML that are let through: those that only mark words, without attributes and in pairs.

use super::tree::{Kind, Tree};

/// Tags that are let through in pairs.
const PAIRED: [&str; 7] = ["abbr", "kbd", "mark", "small", "sub", "sup", "u"];

/// A tag that may be let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Break,
    Open(&'static str),
    Close(&'static str),
}

impl Tag {
    fn of(html: &str) -> Option<Self> {
        let inside = html.strip_prefix('<')?.strip_suffix('>')?;
        let is_named = |name: &str, wanted: &str| name.eq_ignore_ascii_case(wanted);
        if is_named(inside.trim_end_matches('/').trim_end(), "br") {
            return Some(Tag::Break);
        }
        let name = inside.strip_prefix('/').unwrap_or(inside).trim_end();
        let name = PAIRED.into_iter().find(|one| is_named(name, one))?;
        Some(if inside.starts_with('/') { Tag::Close(name) } else { Tag::Open(name) })
    }
}

/// Tells the tags that are let through apart from other HTML: a tag that opens has its end among the nodes
/// beside it, so that the page stays whole. Time is linear in the number of nodes.
pub(super) fn let_through(tree: &mut Tree, text: &str) {
    let mut open: Vec<(&'static str, u32)> = Vec::new();
    // The nodes around: the first node after each, and how many tags were open before it.
    let mut around: Vec<(u32, usize)> = Vec::new();
    let mut at = 0;
    while let Some(node) = tree.nodes.get(at as usize).copied() {
        while let Some((_, floor)) = around.pop_if(|(next, _)| *next <= at) {
            open.truncate(floor);
        }
        if node.kind == Kind::HtmlBlock {
            at = node.next;
            continue;
        }
        if node.next > at + 1 {
            around.push((node.next, open.len()));
        }
        if let Kind::Html(piece) = node.kind {
            let floor = around.last().map_or(0, |(_, floor)| *floor);
            match Tag::of(tree.text(piece, text)) {
                Some(Tag::Break) => tree.nodes[at as usize].kind = Kind::Markup(piece),
                Some(Tag::Open(name)) => open.push((name, at)),
                Some(Tag::Close(name)) => {
                    let opener =
                        open.last().filter(|(one, _)| open.len() > floor && *one == name);
                    if let Some((_, opener)) = opener.copied() {
                        open.pop();
                        for node in [opener, at] {
                            let node = &mut tree.nodes[node as usize];
                            if let Kind::Html(piece) = node.kind {
                                node.kind = Kind::Markup(piece);
                            }
                        }
                    }
                }
                None => {}
            }
        }
        at += 1;
    }
}
