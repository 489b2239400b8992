//! Tables, in a frame that scrolls where they are too wide.

use super::writer::Writer;
use crate::markdown::{Align, Kind, Node};

pub(super) fn open(writer: &mut Writer<'_>, index: u32, node: &Node) {
    match node.kind {
        Kind::Table => table(writer),
        Kind::TableHead => writer.out.push_str("<thead>\n<tr>\n"),
        Kind::TableRow => {
            if is_first_row(writer, index) {
                writer.out.push_str("<tbody>\n");
            }
            writer.out.push_str("<tr>\n");
        }
        Kind::TableCell(align) => {
            writer.out.push_str(if in_head(writer) {
                "<th scope=\"col\""
            } else {
                "<td"
            });
            let class = match align {
                Align::Default => None,
                Align::Left => Some("align-left"),
                Align::Center => Some("align-center"),
                Align::Right => Some("align-right"),
            };
            if let Some(class) = class {
                writer.attribute("class", class);
            }
            writer.out.push('>');
        }
        _ => {}
    }
}

pub(super) fn close(writer: &mut Writer<'_>, node: &Node) {
    match node.kind {
        Kind::Table => {
            if writer.out.ends_with("</tr>\n") {
                writer.out.push_str("</tbody>\n");
            }
            writer.out.push_str("</table>\n</div>\n");
        }
        Kind::TableHead => writer.out.push_str("</tr>\n</thead>\n"),
        Kind::TableRow => writer.out.push_str("</tr>\n"),
        Kind::TableCell(_) => {
            writer.out.push_str(if in_head(writer) { "</th>\n" } else { "</td>\n" });
        }
        _ => {}
    }
}

fn table(writer: &mut Writer<'_>) {
    writer.tables += 1;
    let label = writer.options.phrases.table_number(writer.tables);
    writer.block("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
    writer.attribute("aria-label", &label);
    writer.out.push_str(">\n<table>\n");
}

fn in_head(writer: &Writer<'_>) -> bool {
    let around = writer.open.last().map(|node| writer.tree.nodes()[*node as usize].kind);
    around == Some(Kind::TableHead)
}

/// Whether a row is the first below the head.
fn is_first_row(writer: &Writer<'_>, row: u32) -> bool {
    let Some(table) = writer.open.last() else { return false };
    writer.tree.nodes()[*table as usize + 1].next == row
}
