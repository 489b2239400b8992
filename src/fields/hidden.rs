//! What is said of characters that nobody sees, in values and in texts.

use super::{Node, Value};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use crate::letters::{Hidden, hidden};

/// So many of one text are told.
const MOST: usize = 5;

/// Reports what is hidden in the values and keys of `node`.
pub fn report_hidden(node: &Node, diags: &mut Diagnostics) {
    match &node.value {
        Value::Null | Value::Unread => {}
        Value::Text(text) => report_hidden_in(&text.text, |_| node.span, diags),
        Value::List(items) => items.iter().for_each(|item| report_hidden(item, diags)),
        Value::Map(entries) => {
            for entry in entries {
                report_hidden_in(&entry.key, |_| entry.key_span, diags);
                report_hidden(&entry.value, diags);
            }
        }
    }
}

/// Reports what is hidden in `text`; `place` says where each character stands. Several of one place
/// are told once.
pub fn report_hidden_in(
    text: &str,
    place: impl Fn(Hidden) -> Span,
    diags: &mut Diagnostics,
) {
    let mut last = None;
    for (number, one) in hidden(text).into_iter().enumerate() {
        let at = place(one);
        if number >= MOST || last == Some(at) {
            continue;
        }
        last = Some(at);
        let message =
            format!("the hidden character U+{:04X} stands here", u32::from(one.what));
        let found = Diagnostic::new(codes::HIDDEN_CHARACTER, at, message);
        let found = found.note(one.does());
        diags.push(found.help("take it out, and write again what stands around it"));
    }
}
