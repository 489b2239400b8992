//! Wiki links that a table has cut at their `|`.

use super::tree::{Kind, Tree};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use std::ops::Range;

/// Reports every `[[target|label]]` in a row of a table: the row is parted at each `|` first,
/// so the link is none, and the cells behind it slide out of the table.
pub(super) fn report_cut_links(tree: &Tree, text: &str, diags: &mut Diagnostics) {
    let rows = tree.nodes.iter().filter(|node| {
        matches!(node.kind, Kind::TableHead | Kind::TableRow) && node.end > node.start
    });
    for row in rows {
        let row = row.start as usize..row.end as usize;
        for link in cut_links(&text[row.clone()]) {
            let written = &text[row.start + link.start..row.start + link.end];
            let span = Span::new(tree.file, row.start + link.start, row.start + link.end);
            diags.push(cut_link(written, span));
        }
    }
}

fn cut_link(written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::CUT_LINK, span, "this table cuts a link in two at its `|`")
        .note("a `|` ends a cell, whatever is around it, and what then no longer fits into the row is lost")
        .help(format!("write `{}`", written.replacen('|', "\\|", 1)))
}

/// The links in a row whose `|` stands without a `\` before it.
fn cut_links(row: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = row[from..].find("[[").map(|at| from + at) {
        from = start + 2;
        let Some((target, rest)) = row[from..].split_once('|') else { break };
        let Some((label, _)) = rest.split_once("]]") else { break };
        let plain = |part: &str| !part.contains(['[', ']', '|', '`']);
        if plain(target) && plain(label) && !target.trim().is_empty() {
            let end = from + target.len() + 1 + label.len() + 2;
            if !target.ends_with('\\') {
                found.push(start..end);
            }
            from = end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_cut_where_its_bar_is_bare() {
        for (row, cut) in [
            ("| [[ie|Ireland]] | x |", &["[[ie|Ireland]]"][..]),
            ("| [[a|A]] [[b|B]] |", &["[[a|A]]", "[[b|B]]"]),
            ("| [[ie\\|Ireland]] | [[nl]] |", &[]),
            ("| `[[` opens | `]]` closes |", &[]),
            ("| [[ | ]] |", &[]),
            ("| [[ie | ![[map|300]]", &["[[map|300]]"]),
        ] {
            let links: Vec<&str> =
                cut_links(row).into_iter().map(|at| &row[at]).collect();
            assert_eq!(links, cut, "{row}");
        }
    }
}
