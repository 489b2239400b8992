//! Dates in front matter: read from the text as it was written, never through a YAML type.

use super::{DateError, DateErrorKind, Edtf};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Node, Shape, Value, wrong_shape};
use crate::files::Span;
use serde::{Deserialize, Serialize};

impl Decode for Edtf {
    fn shape() -> Shape {
        Shape::Named("date")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        read::<Self>(node, Edtf::parse, diags)
    }

    /// A date so wide that it is before and after nothing.
    fn placeholder(_: Span) -> Option<Self> {
        Edtf::parse("0000/9999").ok()
    }
}

/// When something was published or last changed: a date, or an instant with its zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published(pub Edtf);

impl std::ops::Deref for Published {
    type Target = Edtf;

    fn deref(&self) -> &Edtf {
        &self.0
    }
}

impl Decode for Published {
    fn shape() -> Shape {
        Shape::Named("date or date-time")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        read::<Self>(node, Edtf::parse_moment, diags).map(Published)
    }

    fn placeholder(span: Span) -> Option<Self> {
        Edtf::placeholder(span).map(Published)
    }
}

/// Reads the text of a `T`.
fn read<T: Decode>(
    node: &Node,
    parse: impl Fn(&str) -> Result<Edtf, DateError>,
    diags: &mut Diagnostics,
) -> Option<Edtf> {
    let Some(text) = node.text() else {
        wrong_shape::<T>(node, diags);
        return None;
    };
    parse(text).map_err(|error| report(error, node, text, diags)).ok()
}

/// Reports a text that is no date.
fn report(error: DateError, node: &Node, text: &str, diags: &mut Diagnostics) {
    let code = match error.kind {
        DateErrorKind::Invalid => codes::INVALID_DATE,
        DateErrorKind::Reversed => codes::DATES_REVERSED,
    };
    let mut found = Diagnostic::new(code, within(node, text, error.range), error.reason);
    if !error.help.is_empty() {
        found = found.help(error.help);
    }
    diags.push(found);
}

/// The place of a part of the text: only a text without quotes and escapes has the same bytes
/// as its node, and one line of it as many.
fn within(node: &Node, text: &str, part: std::ops::Range<usize>) -> Span {
    let whole = node.span;
    let plain = matches!(&node.value, Value::Text(text) if text.plain);
    if plain && (whole.end - whole.start) as usize == text.len() {
        let start = whole.start as usize;
        Span::new(whole.file, start + part.start, start + part.end)
    } else {
        whole
    }
}
