//! From nodes to values: the trait [`Decode`] and the plain types that have it.

use super::{Choice, Node, Shape, Text, Value};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use serde::{Deserialize, Serialize};

/// A value that can be read from a node.
pub trait Decode: Sized {
    /// What a writer may put.
    fn shape() -> Shape;

    /// The value, or `None` after reporting every mistake in it.
    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self>;

    /// What stands for a required value at `span` that lacks or can't be read, once that has been
    /// reported: the rest of the record is then checked all the same, and nothing is published.
    /// `None` where no value could stand there without raising mistakes of its own.
    fn placeholder(span: Span) -> Option<Self> {
        let _ = span;
        None
    }
}

/// Reports that `node` has the wrong shape for what is wanted.
pub fn wrong_shape<T: Decode>(node: &Node, diags: &mut Diagnostics) {
    if node.value == Value::Unread {
        return;
    }
    let wanted = T::shape().words();
    diags.push(
        Diagnostic::new(
            codes::WRONG_SHAPE,
            node.span,
            format!("expected {wanted}, found {}", node.described()),
        )
        .label(format!("this is {}", node.described())),
    );
}

/// A value together with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// The value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        T::decode(node, diags).map(|value| Spanned { value, span: node.span })
    }

    fn placeholder(span: Span) -> Option<Self> {
        T::placeholder(span).map(|value| Spanned { value, span })
    }
}

impl<T: Decode> Decode for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        T::decode(node, diags).map(Box::new)
    }
}

impl Decode for Node {
    fn shape() -> Shape {
        Shape::Named("anything")
    }

    fn decode(node: &Node, _: &mut Diagnostics) -> Option<Self> {
        Some(node.clone())
    }
}

impl Decode for String {
    fn shape() -> Shape {
        Shape::Named("text")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Text(text) => Some(text.text.trim().to_owned()),
            _ => {
                wrong_shape::<Self>(node, diags);
                None
            }
        }
    }

    fn placeholder(_: Span) -> Option<Self> {
        Some(String::new())
    }
}

impl Decode for bool {
    fn shape() -> Shape {
        Shape::Words(&[
            Choice { word: "true", note: "yes" },
            Choice { word: "false", note: "no" },
        ])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Text(Text { text, plain: true }) => match &**text {
                "true" => Some(true),
                "false" => Some(false),
                other => {
                    let problem = format!("`{other}` is neither `true` nor `false`");
                    let found = Diagnostic::new(codes::UNKNOWN_WORD, node.span, problem);
                    diags.push(match other.to_ascii_lowercase().as_str() {
                        "yes" | "on" | "true" | "1" => found.help("write `true`"),
                        "no" | "off" | "false" | "0" => found.help("write `false`"),
                        _ => found,
                    });
                    None
                }
            },
            _ => {
                wrong_shape::<Self>(node, diags);
                None
            }
        }
    }
}

/// Decodes a number written in digits, without `1e3`, `0x10` or `1_000`.
fn number<T: std::str::FromStr + Decode>(
    node: &Node,
    diags: &mut Diagnostics,
) -> Option<T> {
    let Value::Text(text) = &node.value else {
        wrong_shape::<T>(node, diags);
        return None;
    };
    let digits = text.text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
    let number = if digits { text.text.parse().ok() } else { None };
    if number.is_none() {
        let problem = format!("`{}` is not a {}", text.text, T::shape().words());
        let found = Diagnostic::new(codes::INVALID_VALUE, node.span, problem);
        let pointed = text.text.replacen(',', ".", 1);
        diags.push(match pointed.parse::<T>() {
            Ok(_) if pointed != *text.text => found.help(format!("write `{pointed}`")),
            _ => found
                .help("write it in digits: `12`, and where a part may follow, `53.35`"),
        });
    }
    number
}

impl Decode for u32 {
    fn shape() -> Shape {
        Shape::Named("whole number")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        number(node, diags)
    }
}

impl Decode for f64 {
    fn shape() -> Shape {
        Shape::Named("number")
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        number(node, diags)
    }
}

/// A list; a single value counts as a list of one.
impl<T: Decode> Decode for Vec<T> {
    fn shape() -> Shape {
        Shape::ListOf(Box::new(T::shape()))
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Null => Some(Vec::new()),
            Value::List(items) => {
                // Values may be large: a list that grows would have room for more than it needs.
                let mut values = Vec::with_capacity(items.len());
                // An item that says nothing is nothing.
                let given = items.iter().filter(|item| item.value != Value::Null);
                values.extend(given.filter_map(|item| {
                    let value = T::decode(item, diags);
                    if value.is_none() {
                        diags.lose(item.span);
                    }
                    value
                }));
                Some(values)
            }
            _ => T::decode(node, diags).map(|one| vec![one]),
        }
    }
}

/// A mapping from names to values, in the order written.
impl<T: Decode> Decode for Vec<(Spanned<String>, T)> {
    fn shape() -> Shape {
        Shape::MapOf(Box::new(T::shape()))
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            if node.value == Value::Null {
                return Some(Vec::new());
            }
            wrong_shape::<Self>(node, diags);
            return None;
        };
        let decode = |entry: &super::Entry, diags: &mut Diagnostics| {
            let name = Spanned::new(entry.key.to_string(), entry.key_span);
            T::decode(&entry.value, diags).map(|value| (name, value))
        };
        Some(entries.iter().filter_map(|entry| decode(entry, diags)).collect())
    }
}
