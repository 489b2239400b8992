//! Records: a struct, its field table and its decoder, described once by [`record!`](crate::record).

use super::{Decode, Entry, Field, Node, Shape, Table, Value};
use crate::diag::{Diagnostic, Diagnostics, Fix, codes, nearest};
use std::marker::PhantomData;

/// The name of a field in files: that of the struct's, without the `r#` that a Rust keyword needs.
pub const fn field_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// A mapping that is being decoded by a table.
pub struct Record<'n> {
    node: &'n Node,
    entries: &'n [Entry],
    table: &'static Table,
}

impl<'n> Record<'n> {
    /// Opens `node` as a record, and reports the fields that `table` doesn't know.
    pub fn open(
        node: &'n Node,
        table: &'static Table,
        diags: &mut Diagnostics,
    ) -> Option<Self> {
        let entries: &[Entry] = match &node.value {
            Value::Map(entries) => entries,
            Value::Null => &[],
            Value::Unread => return None,
            _ => {
                let message = format!(
                    "expected a mapping ({}), found {}",
                    table.kind,
                    node.described()
                );
                diags.push(Diagnostic::new(codes::WRONG_SHAPE, node.span, message));
                return None;
            }
        };
        let record = Record { node, entries, table };
        record.report_unknown(diags);
        Some(record)
    }

    fn report_unknown(&self, diags: &mut Diagnostics) {
        for entry in self.entries {
            if self.table.names().any(|name| name == &*entry.key) {
                continue;
            }
            let message = format!("unknown field `{}` in {}", entry.key, self.table.kind);
            let found = Diagnostic::new(codes::UNKNOWN_FIELD, entry.key_span, message);
            let mut found = found.did_you_mean(&entry.key, self.table.names());
            if found.help.is_empty() {
                let names: Vec<&str> = self.table.all().map(|field| field.name).collect();
                found = found.note(format!("known fields: {}", names.join(", ")));
                if names.contains(&"extra") {
                    found = found.help("put fields of your own under `extra:`");
                }
            }
            diags.push(found);
            diags.lose(entry.value.span);
        }
    }

    /// The entry for `field`, under whichever of its names.
    fn entry(&self, field: &Field, diags: &mut Diagnostics) -> Option<&'n Entry> {
        let mut named = self.entries.iter().filter(|entry| {
            &*entry.key == field.name || field.also.contains(&&*entry.key)
        });
        let first = named.next()?;
        for second in named {
            diags.push(
                Diagnostic::new(
                    codes::DUPLICATE_KEY,
                    second.key_span,
                    format!("`{}` and `{}` are the same field", first.key, second.key),
                )
                .also(first.key_span, "first given here")
                .help("keep one of the two"),
            );
            diags.lose(second.value.span);
        }
        Some(first)
    }

    /// The value of a field; what is wrong with its shape is told with the field's name.
    fn value<T: Decode>(
        &self,
        field: &Field,
        entry: &Entry,
        diags: &mut Diagnostics,
    ) -> Option<T> {
        let mut own = Diagnostics::default();
        let value = T::decode(&entry.value, &mut own);
        own.amend(|one| {
            if one.code == codes::WRONG_SHAPE && one.place == entry.value.span.into() {
                one.message = format!("`{}`: {}", entry.key, one.message);
                one.help.push(format!("write {}", self.form(field)));
            }
        });
        if value.is_none() && own.has_errors() {
            own.lose(entry.value.span);
        }
        diags.append(own);
        value
    }

    /// Whether the record is one of `site.toml`, which is TOML.
    fn is_configuration(&self) -> bool {
        self.table.kind == "site.toml" || self.table.kind.starts_with('[')
    }

    /// How the field is written, in the syntax of the file as far as it is known, and of what words one
    /// stands in it where they are closed. What only the writer knows is left open: who copies an
    /// example would publish it.
    fn form(&self, field: &Field) -> String {
        let sign = if self.is_configuration() { " =" } else { ":" };
        let shape = (field.shape)();
        let blank = shape.blank(self.is_configuration());
        match shape.choices() {
            Some(words) => format!("`{}{sign} {blank}`, one of {words}", field.name),
            None => format!("`{}{sign} {blank}`", field.name),
        }
    }

    fn report_empty(&self, field: &Field, entry: &Entry, diags: &mut Diagnostics) {
        let span = match entry.value.value {
            Value::Null => entry.key_span,
            _ => entry.value.span,
        };
        diags.push(
            Diagnostic::new(
                codes::MISSING_FIELD,
                span,
                format!("`{}` is empty", entry.key),
            )
            .help(format!("write {}", self.form(field))),
        );
    }

    /// Whether an unknown field is this one misspelt, which has been reported.
    fn has_misspelt(&self, field: &Field) -> bool {
        let unknown = self
            .entries
            .iter()
            .filter(|entry| !self.table.names().any(|name| name == &*entry.key));
        let means_it = |name: &str| name == field.name || field.also.contains(&name);
        unknown
            .into_iter()
            .any(|entry| nearest(&entry.key, self.table.names()).is_some_and(means_it))
    }

    fn report_missing(&self, field: &Field, diags: &mut Diagnostics) {
        if self.has_misspelt(field) {
            return;
        }
        let message = format!("{} has no `{}`", self.table.kind, field.name);
        let mut span = self.node.span;
        // A whole record is too long to underline: point at its first key.
        if let Some(first) = self.entries.first() {
            span = first.key_span;
        }
        let label = match self.is_configuration() {
            true => "the table begins here".to_owned(),
            false => format!("the {} begins here", self.table.kind),
        };
        diags.push(
            Diagnostic::new(codes::MISSING_FIELD, span, message)
                .label(label)
                .help(format!("add {}", self.form(field)))
                .fix(Fix::Field(field.name.to_owned())),
        );
    }
}

fn is_blank(node: &Node) -> bool {
    node.value == Value::Null || node.text().is_some_and(|text| text.trim().is_empty())
}

/// Whether and how often a field may stand in a record.
pub trait Presence {
    /// What the struct holds.
    type Out;

    /// Whether a record without it is an error.
    const REQUIRED: bool;

    /// What the field takes.
    fn shape() -> Shape;

    /// The field's value; `None` where the record can't be made without it.
    fn take(
        record: &Record<'_>,
        field: &Field,
        diags: &mut Diagnostics,
    ) -> Option<Self::Out>;
}

/// A field that every record has: the struct holds a `T`.
pub struct Required<T>(PhantomData<T>);

/// A field that may lack: the struct holds an `Option<T>`. A value that can't be read is
/// reported and counts as lacking.
pub struct Optional<T>(PhantomData<T>);

/// A field that holds any number of values: the struct holds a `Vec<T>`.
pub struct List<T>(PhantomData<T>);

impl<T: Decode> Presence for Required<T> {
    type Out = T;
    const REQUIRED: bool = true;

    fn shape() -> Shape {
        T::shape()
    }

    fn take(record: &Record<'_>, field: &Field, diags: &mut Diagnostics) -> Option<T> {
        match record.entry(field, diags) {
            Some(entry) if is_blank(&entry.value) => {
                record.report_empty(field, entry, diags);
                T::placeholder(entry.value.span)
            }
            Some(entry) => record
                .value(field, entry, diags)
                .or_else(|| T::placeholder(entry.value.span)),
            None => {
                record.report_missing(field, diags);
                T::placeholder(record.node.span)
            }
        }
    }
}

impl<T: Decode> Presence for Optional<T> {
    type Out = Option<T>;
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        T::shape()
    }

    fn take(
        record: &Record<'_>,
        field: &Field,
        diags: &mut Diagnostics,
    ) -> Option<Option<T>> {
        let entry = record.entry(field, diags);
        let given = entry.filter(|entry| entry.value.value != Value::Null);
        Some(given.and_then(|entry| record.value(field, entry, diags)))
    }
}

impl<T: Decode> Presence for List<T> {
    type Out = Vec<T>;
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        Shape::ListOf(Box::new(T::shape()))
    }

    fn take(
        record: &Record<'_>,
        field: &Field,
        diags: &mut Diagnostics,
    ) -> Option<Vec<T>> {
        let entry = record.entry(field, diags);
        Some(
            entry.and_then(|entry| record.value(field, entry, diags)).unwrap_or_default(),
        )
    }
}

/// Describes a record once: its struct, its field table (`TABLE`) and its decoder.
///
/// Each field is `name: Required<T>`, `Optional<T>` or `List<T>`, then other names it goes
/// by (`also "…"`), then an example; its doc comment is the reference's note. Fields that several
/// kinds have in common are a record of their own, which stands last: `..name: Record`. It may have such a
/// record itself.
///
/// ```
/// dateline::record! {
///     /// Who made something.
///     pub struct Maker: "maker" {
///         /// What they are called.
///         name: Required<String> = "RTÉ";
///         /// Where they are on the web.
///         site: Optional<String> also "url" = "https://www.rte.ie/";
///     }
/// }
/// dateline::record! {
///     /// Who paid for something.
///     pub struct Payer: "payer" {
///         /// How much, in euros.
///         sum: Required<String> = "100";
///         ..who: Maker
///     }
/// }
/// assert_eq!(Maker::TABLE.fields[1].also, ["url"]);
/// assert_eq!(Payer::TABLE.names().collect::<Vec<_>>(), ["sum", "name", "site", "url"]);
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $about:literal])*
        $visible:vis struct $struct:ident: $kind:literal {
            $(
                $(#[doc = $note:literal])*
                $name:ident: $presence:ident<$type:ty> $(also $($also:literal),+)? = $example:literal;
            )*
            $(..$shared:ident: $shared_record:ty)?
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, ::serde::Serialize, ::serde::Deserialize)]
        $visible struct $struct {
            $(
                $(#[doc = $note])*
                pub $name: <$crate::fields::$presence<$type> as $crate::fields::Presence>::Out,
            )*
            $(
                /// What it has in common with other kinds of record.
                pub $shared: $shared_record,
            )?
        }

        impl $struct {
            /// The fields, as the reference shows them.
            pub const TABLE: &'static $crate::fields::Table = &$crate::fields::Table {
                kind: $kind,
                about: concat!($($about),*),
                fields: &[$(
                    $crate::fields::Field {
                        name: $crate::fields::field_name(stringify!($name)),
                        also: &[$($($also),+)?],
                        required:
                            <$crate::fields::$presence<$type> as $crate::fields::Presence>::REQUIRED,
                        shape: <$crate::fields::$presence<$type> as $crate::fields::Presence>::shape,
                        note: concat!($($note),*),
                        example: $example,
                    }
                ),*],
                shared: $crate::record!(@shared $($shared_record)?),
            };

            /// Takes the fields out of a mapping, which may hold others too.
            pub(crate) fn take(
                record: &$crate::fields::Record<'_>,
                diags: &mut $crate::diag::Diagnostics,
            ) -> Option<Self> {
                let mut fields = Self::TABLE.fields.iter();
                $(
                    // The table has one entry for each field of the struct, in this order.
                    let $name = <$crate::fields::$presence<$type> as $crate::fields::Presence>::take(
                        record,
                        fields.next()?,
                        diags,
                    );
                )*
                $(let $shared = <$shared_record>::take(record, diags);)?
                Some($struct { $($name: $name?,)* $($shared: $shared?)? })
            }
        }

        impl $crate::fields::Decode for $struct {
            fn shape() -> $crate::fields::Shape {
                $crate::fields::Shape::Record(Self::TABLE)
            }

            fn decode(
                node: &$crate::fields::Node,
                diags: &mut $crate::diag::Diagnostics,
            ) -> Option<Self> {
                let record = $crate::fields::Record::open(node, Self::TABLE, diags)?;
                Self::take(&record, diags)
            }
        }
    };
    (@shared) => {
        None
    };
    (@shared $record:ty) => {
        Some(<$record>::TABLE)
    };
}
