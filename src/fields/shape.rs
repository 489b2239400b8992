//! What a field takes, and the fields that a record has: the descriptions that decoders and the reference share.

/// One word of a closed vocabulary, as the reference shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub note: &'static str,
}

/// One field of a record, as the reference shows it.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Other names that mean the same.
    pub also: &'static [&'static str],
    /// Whether a record without it is an error.
    pub required: bool,
    /// What it takes.
    pub shape: fn() -> Shape,
    /// What it means.
    pub note: &'static str,
    /// A value as one might write it.
    pub example: &'static str,
}

/// The fields of one kind of record, in the order of the reference.
#[derive(Debug)]
pub struct Table {
    /// What the record is called: "article", "source".
    pub kind: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// Its own fields.
    pub fields: &'static [Field],
    /// The fields that it has in common with other kinds, behind its own.
    pub shared: Option<&'static Table>,
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Table {}

impl Table {
    /// Every field, those in common with other kinds last.
    pub fn all(&self) -> impl Iterator<Item = &'static Field> + Clone {
        let tables = std::iter::successors(Some(self), |table| table.shared);
        tables.flat_map(|table| table.fields)
    }

    /// Every name that a field of this record has.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.all().flat_map(|field| {
            std::iter::once(field.name).chain(field.also.iter().copied())
        })
    }
}

/// What a field takes, in words for messages and for the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A kind of text or number, named: "text", "date", "list of ids".
    Named(&'static str),
    /// One of a few words.
    Words(&'static [Choice]),
    /// A record with a field table of its own.
    Record(&'static Table),
    /// One of several shapes.
    Either(Vec<Shape>),
    /// A list of one shape.
    ListOf(Box<Shape>),
    /// A mapping from names to one shape.
    MapOf(Box<Shape>),
}

impl Shape {
    /// In words: "text", "list of date", "`live`, `dead` or `unfit`".
    pub fn words(&self) -> String {
        match self {
            Shape::Named(name) => (*name).to_owned(),
            Shape::Words(words) => {
                let quoted: Vec<String> =
                    words.iter().map(|choice| format!("`{}`", choice.word)).collect();
                join_or(&quoted)
            }
            Shape::Record(table) => table.kind.to_owned(),
            Shape::Either(shapes) => {
                join_or(&shapes.iter().map(Shape::words).collect::<Vec<_>>())
            }
            Shape::ListOf(shape) => format!("list of {}", shape.words()),
            Shape::MapOf(shape) => format!("mapping of names to {}", shape.words()),
        }
    }

    /// What stands where a value of this shape is to be written, without one of its own: an ellipsis, with
    /// the form where there is only one.
    pub fn blank(&self, in_toml: bool) -> String {
        let quoted = |text: &str| match in_toml {
            true => format!("\"{text}\""),
            false => text.to_owned(),
        };
        match self {
            Shape::Named("date" | "date or date-time") => quoted("YYYY-MM-DD"),
            Shape::Named("URL") => quoted("https://…"),
            Shape::Named("number" | "whole number" | "anything") => "…".into(),
            Shape::Words(words) if words.iter().any(|one| one.word == "true") => {
                "…".into()
            }
            Shape::Named(_) | Shape::Words(_) => quoted("…"),
            Shape::Record(table) => {
                let sign = if in_toml { " =" } else { ":" };
                let required = table.all().filter(|field| field.required);
                let fields = required.map(|field| {
                    format!("{}{sign} {}", field.name, (field.shape)().blank(in_toml))
                });
                let fields: Vec<String> = fields.collect();
                format!(
                    "{{{}}}",
                    if fields.is_empty() { "…".into() } else { fields.join(", ") }
                )
            }
            Shape::MapOf(_) => "{…}".into(),
            Shape::Either(shapes) => {
                shapes.first().map_or_else(String::new, |first| first.blank(in_toml))
            }
            Shape::ListOf(shape) => format!("[{}]", shape.blank(in_toml)),
        }
    }

    /// The words to choose from, where there are no others: "`live`, `dead` or `unfit`".
    pub fn choices(&self) -> Option<String> {
        match self {
            Shape::Words(_) => Some(self.words()),
            Shape::ListOf(shape) => shape.choices(),
            _ => None,
        }
    }
}

fn join_or(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}
