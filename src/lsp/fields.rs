//! A walk through written fields along the field tables: what stands where, and what it may name.

use crate::content::Kind;
use crate::fields::{Entry, Field, Node, Shape, Table, Value};
use crate::files::Span;

/// The field that a value stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct FieldPlace {
    /// The record.
    pub(super) table: &'static Table,
    /// The field of it.
    pub(super) field: &'static Field,
}

/// What is met on the way.
pub(super) enum Met<'n> {
    /// The name of a field.
    Key(&'n Entry, FieldPlace),
    /// The key of a record in a registry: its id.
    Id(&'n Entry),
    /// A value that is one word or one text.
    Value {
        text: &'n str,
        span: Span,
        place: FieldPlace,
        /// What may stand there.
        takes: Shape,
    },
}

/// Walks through a node that is written where `shape` is taken.
pub(super) fn walk<'n>(
    node: &'n Node,
    shape: &Shape,
    place: Option<FieldPlace>,
    visit: &mut dyn FnMut(Met<'n>),
) {
    match &node.value {
        Value::List(items) => {
            let inner = elements(shape);
            items.iter().for_each(|item| walk(item, &inner, place, visit));
        }
        Value::Map(entries) => {
            entries.iter().for_each(|entry| enter(entry, shape, place, visit));
        }
        Value::Text(text) => {
            if let Some(place) = place {
                let takes = elements(shape);
                visit(Met::Value { text: &text.text, span: node.span, place, takes });
            }
        }
        Value::Null | Value::Unread => {}
    }
}

fn enter<'n>(
    entry: &'n Entry,
    shape: &Shape,
    place: Option<FieldPlace>,
    visit: &mut dyn FnMut(Met<'n>),
) {
    if let Some(table) = record(shape) {
        let Some(field) = field(table, &entry.key) else { return };
        let inside = FieldPlace { table, field };
        visit(Met::Key(entry, inside));
        return walk(&entry.value, &(field.shape)(), Some(inside), visit);
    }
    let Some(inner) = mapped(shape) else { return };
    if place.is_none() {
        visit(Met::Id(entry));
    }
    walk(&entry.value, inner, place, visit);
}

/// What stands in a list of this shape; a list of one may be written as that one.
pub(super) fn elements(shape: &Shape) -> Shape {
    match shape {
        Shape::ListOf(inner) => (**inner).clone(),
        other => other.clone(),
    }
}

/// The record that may stand in a place of this shape.
pub(super) fn record(shape: &Shape) -> Option<&'static Table> {
    match shape {
        Shape::Record(table) => Some(table),
        Shape::ListOf(inner) => record(inner),
        Shape::Either(shapes) => shapes.iter().find_map(record),
        _ => None,
    }
}

/// What stands under the names of a mapping of this shape.
pub(super) fn mapped(shape: &Shape) -> Option<&Shape> {
    match shape {
        Shape::MapOf(inner) => Some(inner),
        Shape::ListOf(inner) => mapped(inner),
        Shape::Either(shapes) => shapes.iter().find_map(mapped),
        _ => None,
    }
}

/// The field of a record with this name.
pub(super) fn field(table: &'static Table, name: &str) -> Option<&'static Field> {
    table.all().find(|field| field.name == name || field.also.contains(&name))
}

/// Which kinds a value may name, by record and field, where the shape doesn't tell: names of entities may be
/// words as well.
const NAMED: [(&str, &str, &[Kind]); 26] = [
    ("article", "countries", &[Kind::Country]),
    ("article", "entities", &[Kind::Entity]),
    ("article", "related", &[Kind::Article]),
    ("article", "translation_of", &[Kind::Article]),
    ("claim", "about", &[Kind::Location, Kind::Country, Kind::Entity]),
    ("claim", "parties", &[Kind::Entity]),
    ("claim", "made_by", &[Kind::Entity]),
    ("claim", "superseded_by", &[Kind::Claim]),
    ("proceeding", "party", &[Kind::Entity]),
    ("response", "by", &[Kind::Entity]),
    ("vault sidecar", "source", &[Kind::Source]),
    ("correction", "of", &[Kind::Location, Kind::Claim, Kind::Country, Kind::Entity]),
    ("entity", "part_of", &[Kind::Entity]),
    ("entity", "country", &[Kind::Country]),
    ("dated fact", "countries", &[Kind::Country]),
    ("dated fact", "entities", &[Kind::Entity]),
    ("dated fact", "claims", &[Kind::Claim]),
    ("home page", "lead", &[Kind::Article]),
    ("location", "country", &[Kind::Country]),
    ("location", "operator", &[Kind::Entity]),
    ("media sidecar", "source", &[Kind::Source]),
    ("number", "by", &[Kind::Entity]),
    ("source", "based_on", &[Kind::Source]),
    ("source", "by", &[Kind::Entity]),
    ("source", "in", &[Kind::Entity]),
    ("source", "publisher", &[Kind::Entity]),
];

/// The fields that hold ids of their own record or parts of addresses, and name nothing else.
const OWN: [&str; 2] = ["id", "slug"];

/// The kinds that a value of this shape in this field may name; empty where it names nothing.
pub(super) fn named_kinds(place: FieldPlace, takes: &Shape) -> Vec<Kind> {
    if OWN.contains(&place.field.name) {
        return Vec::new();
    }
    if let (Shape::Either(_), Some(table)) = (takes, record(takes))
        && let Some(kind) = Kind::of_word(table.kind)
    {
        return vec![kind];
    }
    let known = NAMED.iter().find(|(record, field, _)| {
        *record == place.table.kind && *field == place.field.name
    });
    known.map_or_else(Vec::new, |(.., kinds)| kinds.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::kinds::tables;

    fn takes_id(shape: &Shape) -> bool {
        match shape {
            Shape::Named(name) => *name == "id",
            Shape::Either(shapes) => shapes.iter().any(takes_id),
            Shape::ListOf(inner) | Shape::MapOf(inner) => takes_id(inner),
            _ => false,
        }
    }

    #[test]
    fn every_field_that_takes_an_id_says_of_which_kind() {
        let mut unknown = Vec::new();
        for table in tables() {
            for field in table.all().filter(|field| takes_id(&(field.shape)())) {
                let place = FieldPlace { table, field };
                let takes = elements(&(field.shape)());
                if !OWN.contains(&field.name) && named_kinds(place, &takes).is_empty() {
                    unknown.push((table.kind, field.name));
                }
            }
        }
        assert_eq!(unknown, []);
    }

    #[test]
    fn every_row_is_of_a_field_that_there_is() {
        for (record, name, _) in NAMED {
            let mut tables = tables().into_iter().filter(|table| table.kind == record);
            assert!(tables.any(|table| field(table, name).is_some()), "{record}.{name}");
        }
    }
}
