//! Dates in front matter: read from the text as it was written, never through a YAML type.

use super::{DateError, DateErrorKind, Edtf};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Node, Shape, wrong_shape};
use crate::files::Span;

impl Decode for Edtf {
    fn shape() -> Shape {
        Shape::Named("date")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Some(text) = node.text() else {
            wrong_shape::<Self>(node, diags);
            return None;
        };
        match Edtf::parse(text) {
            Ok(date) => Some(date),
            Err(error) => {
                report(error, node, text, diags);
                None
            }
        }
    }

    /// A date so wide that it is before and after nothing.
    fn placeholder(_: Span) -> Option<Self> {
        Edtf::parse("0000/9999").ok()
    }
}

/// When something was published or last changed: a date, or an instant with its zone.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        let moment = node.text().and_then(|text| Edtf::parse_moment(text).ok());
        moment.or_else(|| Edtf::decode(node, diags)).map(Published)
    }

    fn placeholder(span: Span) -> Option<Self> {
        Edtf::placeholder(span).map(Published)
    }
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

/// The place of a part of the text: only a text without quotes and escapes has the same bytes as its node.
fn within(node: &Node, text: &str, part: std::ops::Range<usize>) -> Span {
    let whole = node.span;
    if (whole.end - whole.start) as usize == text.len() {
        let start = whole.start as usize;
        Span::new(whole.file, start + part.start, start + part.end)
    } else {
        whole
    }
}
