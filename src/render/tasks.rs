//! Items of lists, and the boxes of task lists, each labelled by its words.

use super::writer::Writer;
use crate::markdown::Kind;

/// Writes the beginning of an item, which is a task where a box comes first.
pub(super) fn item(writer: &mut Writer<'_>, index: u32) {
    let nodes = writer.tree.nodes();
    let kind = |at: u32| nodes.get(at as usize).map(|node| node.kind);
    let first = match kind(index + 1) {
        Some(Kind::Paragraph) => kind(index + 2),
        other => other,
    };
    let is_task = matches!(first, Some(Kind::Task(_)));
    writer.block(if is_task { "<li class=\"task\">" } else { "<li>" });
}

/// Writes a box; its label holds the words up to the next block.
pub(super) fn open(writer: &mut Writer<'_>, index: u32, done: bool) {
    let nodes = writer.tree.nodes();
    let end = writer.open.last().map_or(index + 1, |around| nodes[*around as usize].next);
    let mut after = index + 1;
    while after < end && nodes[after as usize].kind.is_inline() {
        after = nodes[after as usize].next;
    }
    let ticked = if done { " checked" } else { "" };
    writer.out.push_str(&format!("<label><input type=\"checkbox\" disabled{ticked}> "));
    writer.task = Some((index, after));
}

/// Ends the label of a task where the node `index`, entered or left, is not part of it.
pub(super) fn close_before(writer: &mut Writer<'_>, index: u32) {
    if writer.task.is_some_and(|(start, after)| index < start || index >= after) {
        writer.task = None;
        writer.out.push_str("</label>");
    }
}
