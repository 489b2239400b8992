//! JSON Schemas (2020-12) of what writers write: `site.toml`, the front matter of each kind, registries.
//!
//! They are made of the field tables, so they say what the decoders take and what the reference explains. A schema is what an
//! editor completes and checks by; what depends on more than one field is said by `dateline check` alone.

use crate::config::site_toml;
use crate::content::Kind;
use crate::content::kinds::{copy::CopyFields, media::MediaFields, page::HomeFields};
use crate::fields::{Field, Shape, Table};
use serde_json::{Map, Value, json};

/// The edition of JSON Schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema with the name of its file.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedSchema {
    /// `article.json`
    pub name: String,
    /// The schema.
    pub schema: Value,
}

impl NamedSchema {
    /// Its name without the ending.
    pub fn stem(&self) -> &str {
        self.name.strip_suffix(".json").unwrap_or(&self.name)
    }

    /// What stands in its file.
    pub fn text(&self) -> String {
        // A value of JSON can always be written.
        serde_json::to_string_pretty(&self.schema).unwrap_or_default() + "\n"
    }
}

/// Every schema: `site.json`; one for a record of each kind, as front matter has it; one for the registry
/// of each kind; and those of the home page and of files beside pictures and copies.
pub fn all() -> Vec<NamedSchema> {
    let named = |name: &str, schema| NamedSchema { name: format!("{name}.json"), schema };
    let others = [
        ("home", HomeFields::TABLE),
        ("media", MediaFields::TABLE),
        ("copy", CopyFields::TABLE),
    ];
    let records = Kind::ALL.iter().map(|kind| (kind.word(), kind.table()));
    let site = named("site", whole(site_toml::SiteToml::TABLE, WrittenIn::Toml));
    let records = records
        .chain(others)
        .map(|(name, table)| named(name, whole(table, WrittenIn::Yaml)));
    let registries = Kind::ALL.iter().map(|kind| named(kind.folder(), registry(*kind)));
    std::iter::once(site).chain(records).chain(registries).collect()
}

/// In which language examples are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WrittenIn {
    Yaml,
    Toml,
}

/// The schema of a record by itself.
fn whole(table: &'static Table, syntax: WrittenIn) -> Value {
    let mut schema = json!({ "$schema": DIALECT, "title": table.kind });
    let mut definitions = Definitions { made: Map::new(), syntax };
    merge(&mut schema, definitions.record(table));
    finish(schema, definitions)
}

/// The schema of a file with many records, each under its id.
fn registry(kind: Kind) -> Value {
    let table = kind.table();
    let mut definitions = Definitions { made: Map::new(), syntax: WrittenIn::Yaml };
    let record = definitions.reference(table);
    let schema = json!({
        "$schema": DIALECT,
        "title": kind.folder(),
        "description": "Records, each under its id.",
        "type": ["object", "null"],
        "additionalProperties": record,
    });
    finish(schema, definitions)
}

fn finish(mut schema: Value, definitions: Definitions) -> Value {
    schema["$defs"] = Value::Object(definitions.made);
    schema
}

/// The records that a schema refers to.
struct Definitions {
    made: Map<String, Value>,
    syntax: WrittenIn,
}

impl Definitions {
    /// A reference to the schema of a record, which is made where it is new.
    fn reference(&mut self, table: &'static Table) -> Value {
        let name: String = table.kind.replace(['[', ']', '.', ' '], "-");
        let name = name.trim_matches('-').to_owned();
        if !self.made.contains_key(&name) {
            // It stands for itself while it is made: records hold one another.
            self.made.insert(name.clone(), Value::Null);
            let made = self.record(table);
            self.made.insert(name.clone(), made);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn record(&mut self, table: &'static Table) -> Value {
        let mut properties = Map::new();
        for field in table.all() {
            let schema = self.field(field);
            for also in field.also {
                properties.insert((*also).to_owned(), schema.clone());
            }
            properties.insert(field.name.to_owned(), schema);
        }
        let required: Vec<Value> = table.all().filter_map(requirement).collect();
        let mut schema = json!({
            "description": table.about.trim(),
            "type": if required.is_empty() { json!(["object", "null"]) } else { json!("object") },
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            schema["allOf"] = required.into();
        }
        schema
    }

    fn field(&mut self, field: &Field) -> Value {
        let mut schema = json!({ "description": field.note.trim() });
        let example = example(field, self.syntax);
        if let Some(example) = example {
            schema["examples"] = json!([example]);
        }
        merge(&mut schema, self.shape(&(field.shape)()));
        if !field.required {
            schema = nullable(schema);
        }
        schema
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Named(name) => scalar(name),
            Shape::Words(words) if words.iter().any(|one| one.word == "true") => {
                json!({ "type": "boolean" })
            }
            Shape::Words(words) => {
                let word = |one: &crate::fields::Choice| json!({ "const": one.word, "description": one.note.trim() });
                json!({ "anyOf": words.iter().map(word).collect::<Vec<_>>() })
            }
            Shape::Record(table) => self.reference(table),
            Shape::Either(shapes) => {
                let shapes = shapes.iter().map(|shape| self.shape(shape));
                json!({ "anyOf": shapes.collect::<Vec<_>>() })
            }
            Shape::ListOf(inner) => {
                let item = self.shape(inner);
                // A list of one may be written as that one.
                json!({ "anyOf": [{ "type": "array", "items": nullable(item.clone()) }, item] })
            }
            Shape::MapOf(inner) => {
                json!({ "type": "object", "additionalProperties": self.shape(inner) })
            }
        }
    }
}

/// A required field, under whichever of its names.
fn requirement(field: &Field) -> Option<Value> {
    let names = std::iter::once(field.name).chain(field.also.iter().copied());
    let each: Vec<Value> = names.map(|name| json!({ "required": [name] })).collect();
    match (field.required, each.len()) {
        (false, _) => None,
        (true, 1) => each.into_iter().next(),
        (true, _) => Some(json!({ "anyOf": each })),
    }
}

/// What stands in one place. A text may look like a number: `title: 1984`.
fn scalar(name: &str) -> Value {
    match name {
        "anything" => json!({}),
        "number" => json!({ "type": "number" }),
        "whole number" => json!({ "type": "integer", "minimum": 0 }),
        "URL" => json!({ "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:" }),
        _ => json!({ "type": ["string", "number"] }),
    }
}

/// The same, or nothing: an editor need not complain of a field that is being written.
fn nullable(schema: Value) -> Value {
    let Value::Object(mut parts) = schema else { return schema };
    if parts.get("type").is_none()
        && parts.get("anyOf").is_none()
        && parts.get("$ref").is_none()
    {
        return Value::Object(parts);
    }
    let kept = ["description", "examples"].into_iter();
    let mut outer: Map<String, Value> =
        kept.filter_map(|name| Some((name.to_owned(), parts.remove(name)?))).collect();
    let either = match parts.remove("anyOf") {
        Some(Value::Array(mut shapes)) => {
            shapes.push(json!({ "type": "null" }));
            Value::Array(shapes)
        }
        _ => json!([Value::Object(parts), { "type": "null" }]),
    };
    outer.insert("anyOf".to_owned(), either);
    Value::Object(outer)
}

/// The example of a field as a value.
fn example(field: &Field, syntax: WrittenIn) -> Option<Value> {
    match syntax {
        WrittenIn::Yaml => serde_yaml::from_str(field.example).ok(),
        WrittenIn::Toml => {
            let text = format!("value = {}", field.example);
            let table: toml::Table = text.parse().ok()?;
            serde_json::to_value(table.get("value")?).ok()
        }
    }
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(name: &str) -> Value {
        let found = all().into_iter().find(|one| one.name == name);
        found.unwrap().schema
    }

    #[test]
    fn a_field_is_described_with_what_it_takes_and_an_example() {
        let article = schema("article.json");
        let date = &article["properties"]["date"];
        let expected = json!({
            "description": "When it was first published: a day, or an instant with its zone.",
            "examples": ["2022-10-27"],
            "type": ["string", "number"],
        });
        assert_eq!(*date, expected);
        assert_eq!(article["additionalProperties"], json!(false));
        assert!(article["properties"]["lastmod"].is_object());
    }

    #[test]
    fn a_word_is_one_of_those_that_are_known_with_what_it_means() {
        let article = schema("article.json");
        let words = &article["properties"]["type"]["anyOf"];
        assert_eq!(
            words[0],
            json!({ "const": "report", "description": "What happened." })
        );
    }

    #[test]
    fn a_required_field_may_have_another_name() {
        let claim = schema("claim.json");
        let text =
            json!({ "anyOf": [{ "required": ["text"] }, { "required": ["title"] }] });
        let all = claim["allOf"].as_array().unwrap();
        assert!(all.contains(&text) && all.contains(&json!({ "required": ["status"] })));
    }

    #[test]
    fn every_reference_leads_to_a_definition() {
        fn references(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::Object(map) => {
                    let here = map.get("$ref").and_then(Value::as_str);
                    found.extend(here.map(str::to_owned));
                    map.values().for_each(|value| references(value, found));
                }
                Value::Array(list) => {
                    list.iter().for_each(|value| references(value, found));
                }
                _ => {}
            }
        }
        for NamedSchema { name, schema } in all() {
            let mut found = Vec::new();
            references(&schema, &mut found);
            for reference in found {
                let to = reference.strip_prefix("#/$defs/").unwrap();
                assert!(schema["$defs"][to].is_object(), "{name}: {reference}");
            }
        }
    }

    #[test]
    fn every_field_has_a_note_and_an_example_that_can_be_read() {
        for table in crate::content::kinds::tables() {
            for field in table.all() {
                assert!(!field.note.trim().is_empty(), "{} {}", table.kind, field.name);
                let read = example(field, WrittenIn::Yaml);
                assert!(
                    read.is_some(),
                    "{} {}: {}",
                    table.kind,
                    field.name,
                    field.example
                );
            }
        }
        for field in site_toml::SiteToml::TABLE.all() {
            assert!(example(field, WrittenIn::Toml).is_some(), "{}", field.name);
        }
    }
}
