//! Comments and tags of other generators in fields: these are printed as they stand.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Node, Value};

/// What begins a comment, and how it ends.
const COMMENTS: [(&str, &str); 8] = [
    ("%%", "%%"),
    ("<!--", "-->"),
    ("{% comment", "endcomment"),
    ("{{/*", "*/"),
    ("{{< comment", "/comment"),
    ("{/*", "*/"),
    ("{# ", "#}"),
    ("{>>", "<<}"),
];

/// What begins a tag, and how it ends.
const TAGS: [(&str, &str); 2] = [("{{", "}}"), ("{%", "%}")];

/// Reports what another generator would read as a comment or a tag in the fields of a record. What never
/// leaves the build, or is for templates alone, may hold what it likes.
pub(in crate::content) fn report_comments(node: &Node, diags: &mut Diagnostics) {
    match &node.value {
        Value::Map(entries) => {
            let shown =
                entries.iter().filter(|one| !matches!(&*one.key, "private" | "extra"));
            shown.for_each(|entry| report_comments(&entry.value, diags));
        }
        Value::List(items) => items.iter().for_each(|item| report_comments(item, diags)),
        Value::Text(text) => report(node, &text.text, diags),
        Value::Null | Value::Unread => {}
    }
}

fn report(node: &Node, text: &str, diags: &mut Diagnostics) {
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    if is_address || memchr::memchr3(b'%', b'{', b'<', text.as_bytes()).is_none() {
        return;
    }
    let holds = |(begin, end): &&(&str, &str)| {
        let behind = text.split_once(begin);
        behind.is_some_and(|(_, behind)| behind.contains(end))
    };
    if let Some((begin, _)) = COMMENTS.iter().find(holds) {
        let message =
            format!("this field holds a comment, `{begin}`, and is printed as it stands");
        diags.push(
            Diagnostic::new(codes::COMMENT_IN_FIELD, node.span, message)
                .help("put notes for colleagues under `private:`"),
        );
    } else if let Some((begin, _)) = TAGS.iter().find(holds) {
        let message =
            format!("this field holds a tag, `{begin}`, and is printed as it stands");
        diags.push(
            Diagnostic::new(codes::FOREIGN_SYNTAX, node.span, message)
                .help("write the words that it stands for"),
        );
    }
}
