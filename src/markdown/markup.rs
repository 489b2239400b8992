//! The few tags of HTML that are let through: those that only mark words, without attributes and in pairs, and places to
//! lead to: `<a id="…"></a>`.

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

/// The id that a place to lead to has: `<a id="…">` or `<a name="…">`, and nothing else in the tag.
pub fn anchor_id(html: &str) -> Option<&str> {
    let inside = html.strip_prefix("<a ")?.strip_suffix('>')?.trim();
    let value = inside.strip_prefix("id=").or_else(|| inside.strip_prefix("name="))?;
    let quoted = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    let id = quoted('"').or_else(|| quoted('\''))?;
    let is_sign =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    (!id.is_empty() && id.chars().all(is_sign)).then_some(id)
}

/// The ids of the places in a text that HTML names, in order.
pub(super) fn anchor_ids(tree: &Tree, text: &str) -> Vec<Box<str>> {
    let id = |kind: &Kind| match kind {
        Kind::Markup(piece) => anchor_id(tree.text(*piece, text)).map(Into::into),
        _ => None,
    };
    let mut ids: Vec<Box<str>> =
        tree.nodes.iter().filter_map(|node| id(&node.kind)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Lets a place to lead to through, of which the end follows at once.
fn let_anchor_through(tree: &mut Tree, text: &str, at: u32) {
    let at = at as usize;
    let pair = [at, at + 1].map(|at| tree.nodes.get(at).map(|node| node.kind));
    let [Some(Kind::Html(open)), Some(Kind::Html(close))] = pair else { return };
    if anchor_id(tree.text(open, text)).is_some()
        && tree.text(close, text).eq_ignore_ascii_case("</a>")
    {
        tree.nodes[at].kind = Kind::Markup(open);
        tree.nodes[at + 1].kind = Kind::Markup(close);
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
            let_anchor_through(tree, text, at);
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
