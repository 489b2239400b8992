//! Edits of every field that a record may have, found in the field tables themselves: a new field is
//! edited without anybody naming it here.

use super::edits::{Edit, Site};
use super::{Desk, Session, Tree, changed, clean, differing, files, sequences};
use dateline::config::site_toml::{self, SiteToml};
use dateline::content::kinds::{self, source};
use dateline::content::kinds::{
    article, claim, copy, country, entity, location, media, page,
};
use dateline::diag::render;
use dateline::fields::{Field, Shape, Table};
use dateline::files::{FilePath, Memory};
use dateline::pipeline::{self, Options};
use dateline::write::{self, Failure};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A record of the site: how the path of its file begins, its key if that is a registry, its table.
type Record = (&'static str, Option<&'static str>, &'static Table);

/// The records that are edited: one of each kind. Records in records are edited with them.
const RECORDS: [Record; 11] = [
    ("content/articles/a0", None, article::ArticleFields::TABLE),
    ("content/countries/ie", None, country::CountryFields::TABLE),
    ("content/locations/all", Some("ie/dublin"), location::LocationFields::TABLE),
    ("content/sources/all", Some("s0"), source::SourceFields::TABLE),
    ("content/claims/all", Some("ie/one"), claim::ClaimFields::TABLE),
    ("content/entities/all", Some("bureau"), entity::EntityFields::TABLE),
    ("content/pages/about", None, page::PageFields::TABLE),
    ("content/index", None, page::HomeFields::TABLE),
    ("content/media/map.gif.yaml", None, media::MediaFields::TABLE),
    ("content/vault/copy.txt.yaml", None, copy::CopyFields::TABLE),
    ("site.toml", None, SiteToml::TABLE),
];

/// What the examples of the reference name, and what stands for it in the site: one thing, and another.
const NAMED: &[(&str, [&str; 2])] = &[
    ("rte-capel doj-2024-12-18", ["s0", "s2"]),
    ("sd-110-overseas sd-patrol cn-embassy-us", ["s1", "s2"]),
    ("hansard-2023-06-06 afp-x", ["s2", "s1"]),
    ("ie/dublin-capel-street us/nyc-chinatown", ["ie/dublin", "es/madrid"]),
    ("gb/croydon", ["es/madrid", "ie/dublin"]),
    ("fuzhou-psb safeguard-defenders", ["bureau", "someone"]),
    ("us-doj cn-mfa cn-mps", ["someone", "bureau"]),
    ("us/nyc-station", ["ie/one", "es/two"]),
    ("us/nyc-station-2", ["es/two"; 2]),
    ("canada-rcmp what-are-they dublin-capel-street", ["a1", "a2"]),
    ("corrections-policy", ["about", "a1"]),
    ("media/sign.jpg media/desk.jpg media/dublin.jpg", ["media/map.gif"; 2]),
    ("ordered-closed investigation", ["closed", "confirmed"]),
    ("order-to-close", ["inquiry"; 2]),
    ("broadsheet", ["own", "broadsheet"]),
];

/// A text that is none of the reference's.
const OTHER: &str = "Other words";

/// What stands in its place in fields that don't take any text.
const SPECIAL: &[(&str, &str)] = &[
    ("source.archive", "https://archive.example/1"),
    ("source.sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    (
        "vault sidecar.sha256",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    ("source.reliability", "F6"),
    ("location.status", "confirmed"),
    ("status change.status", "confirmed"),
    ("location.kind", "overseas-110"),
    ("dated fact.kind", "inquiry"),
    ("official response.stance", "closed"),
    ("image.src", "map.gif"),
    ("site.toml.base_url", "https://other.example/below/"),
    ("site.toml.theme", "own"),
    ("[publisher].url", "https://other.example/"),
    ("[[menu]].link", "articles"),
];

/// Values that can't be built, and rightly, by the code of what is said: how many. This list only gets shorter.
const REFUSED: &[(&str, usize)] = &[
    ("E0105", 3),
    ("E0106", 2),
    ("E0117", 5),
    ("E0118", 3),
    ("E0119", 4),
    ("E0123", 4),
    ("E0126", 2),
    ("E0201", 2),
    ("E0206", 13),
    // Most: what is referred to and not published.
    ("E0210", 71),
    ("E0213", 3),
    // What the `[rules]` of the site let pass.
    ("E0310", 1),
    ("E0353", 10),
    ("E0356", 1),
    ("E0358", 1),
    // A sum in a record that stands inline, and of a source whose copy the sidecar gives away.
    ("E0362", 11),
    ("E0503", 1),
    // A confidential source that stands inline: its id is its title, and `inline` is a word of style sheets.
    ("E0711", 9),
];

/// A field of a record, and the values that it is given; null takes the field away.
struct Place {
    record: Record,
    field: &'static Field,
    values: Vec<Value>,
}

/// Every field of the records.
static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let places = RECORDS.iter().flat_map(|record| {
        record.2.all().map(|field| {
            let mut values = values(field, record.2.kind, true);
            values.extend((!field.required).then_some(Value::Null));
            Place { record: *record, field, values }
        })
    });
    places.collect()
});

/// How many places there are.
pub fn count() -> u16 {
    PLACES.len() as u16
}

/// What has been done to the fields of a site: the number of the value of each place that was edited.
#[derive(Debug, Clone, Default)]
pub struct Edited(BTreeMap<u16, u16>);

impl Edited {
    /// Gives a field one of its values.
    pub fn set(&mut self, place: u16, value: u16) {
        self.0.insert(place, value);
    }

    /// Gives the files of the site these values, where they are there.
    pub fn apply(&self, files: &mut [(String, Vec<u8>)]) {
        for (place, value) in &self.0 {
            let Place { record: (file, key, _), field, values } =
                &PLACES[usize::from(*place)];
            let value = &values[usize::from(*value) % values.len()];
            let of_record = |(path, _): &&mut (String, Vec<u8>)| path.starts_with(file);
            let Some((path, bytes)) = files.iter_mut().find(of_record) else { continue };
            let text = String::from_utf8(std::mem::take(bytes)).unwrap();
            *bytes = edited(path, &text, |tree| {
                let record = match key {
                    Some(key) => &mut tree[*key],
                    None => tree,
                };
                merge(record, field.name, value);
            });
        }
    }
}

/// A file with its record changed.
fn edited(path: &str, text: &str, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let written = if path.ends_with(".toml") {
        let mut tree: Value = toml::from_str(text).unwrap();
        change(&mut tree);
        toml::to_string(&tree).unwrap()
    } else {
        // JSON is YAML.
        let front = text.strip_prefix("---\n").and_then(|text| text.split_once("---\n"));
        let mut tree =
            serde_yaml::from_str(front.map_or(text, |(head, _)| head)).unwrap();
        change(&mut tree);
        front.map_or(tree.to_string(), |(_, body)| format!("---\n{tree}\n---\n{body}"))
    };
    written.into_bytes()
}

/// Sets a field; what a mapping has besides stays.
fn merge(record: &mut Value, field: &str, value: &Value) {
    let record = record.as_object_mut().unwrap();
    match (record.get_mut(field), value) {
        (_, Value::Null) => _ = record.shift_remove(field),
        (Some(old @ Value::Object(_)), Value::Object(new)) => {
            new.iter().for_each(|(key, value)| merge(old, key, value));
        }
        _ => _ = record.insert(field.to_owned(), value.clone()),
    }
}

/// The values that a field is given: its example, and some of its shape. Of a record in a record fewer are tried.
fn values(field: &Field, kind: &str, is_outer: bool) -> Vec<Value> {
    let example = example(field, kind);
    let name = format!("{kind}.{}", field.name);
    let special = SPECIAL.iter().find(|(special, _)| *special == name);
    let special = special.map_or(OTHER, |(_, words)| words);
    let mut values = match field.name {
        "id" | "slug" => vec![example.clone()],
        _ => [0, 1].map(|which| with(&example, &|text| stand_in(text, which))).into(),
    };
    let of_shape = of_shape(&(field.shape)(), &example, is_outer).into_iter();
    let in_place = |text: &str| (if text == OTHER { special } else { text }).to_owned();
    values.extend(of_shape.map(|value| with(&value, &in_place)));
    let mut seen = BTreeSet::new();
    values.retain(|value| seen.insert(value.to_string()));
    values
}

/// The example that the reference has.
fn example(field: &Field, kind: &str) -> Value {
    if kinds::tables().iter().any(|table| table.kind == kind) {
        return serde_yaml::from_str(field.example).unwrap();
    }
    let mut table: Value = toml::from_str(&format!("value = {}", field.example)).unwrap();
    table["value"].take()
}

/// What stands in the site for what the reference names.
fn stand_in(text: &str, which: usize) -> String {
    let named = NAMED.iter().find(|(names, _)| names.split(' ').any(|name| name == text));
    named.map_or(text, |(_, stands)| stands[which]).to_owned()
}

/// A value with each of its texts and names replaced.
fn with(value: &Value, replaced: &impl Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => replaced(text).into(),
        Value::Array(values) => values.iter().map(|one| with(one, replaced)).collect(),
        Value::Object(fields) => {
            let fields = fields.iter();
            fields.map(|(name, one)| (replaced(name), with(one, replaced))).collect()
        }
        _ => value.clone(),
    }
}

fn of_shape(shape: &Shape, example: &Value, is_outer: bool) -> Vec<Value> {
    match shape {
        Shape::Named(name) => named(name),
        Shape::Words(words) => {
            // The last word is enough where the record is one of many.
            let words = &words[if is_outer { 0 } else { words.len() - 1 }..];
            let words = words.iter().map(|choice| match choice.word {
                "true" => true.into(),
                "false" => false.into(),
                word => word.into(),
            });
            words.collect()
        }
        Shape::Record(table) => records(table, is_outer),
        Shape::Either(shapes) => {
            shapes.iter().flat_map(|shape| of_shape(shape, example, is_outer)).collect()
        }
        Shape::ListOf(shape) => {
            let ones = of_shape(shape, example, is_outer);
            let both = ones.first().zip(ones.get(1));
            let both = both.map(|(one, other)| json!([one, other]));
            ones.iter().map(|one| json!([one])).chain(both).collect()
        }
        Shape::MapOf(shape) => {
            let maps = example.as_object().unwrap().iter().flat_map(|(name, example)| {
                let inner = of_shape(shape, example, is_outer).into_iter();
                inner.map(move |one| json!({ stand_in(name, 0): one }))
            });
            maps.collect()
        }
    }
}

/// Records of a table: what each has to have, and one field more.
fn records(table: &'static Table, is_outer: bool) -> Vec<Value> {
    let first = |field: &Field| values(field, table.kind, false).swap_remove(0);
    let required = table.all().filter(|field| field.required);
    let base = required.map(|field| (field.name.to_owned(), first(field)));
    let mut base = Value::Object(base.collect::<Map<_, _>>());
    match table.kind {
        "source" => base["title"] = "Inline".into(),
        "response" => base["text"] = "Words".into(),
        "location" => (base["lat"], base["lon"]) = (53.3.into(), (-6.2).into()),
        _ => {}
    }
    let more = table.all().filter(|_| is_outer).flat_map(|field| {
        let base = &base;
        values(field, table.kind, false).into_iter().map(|value| {
            let mut record = base.clone();
            record[field.name] = value;
            record
        })
    });
    let more: Vec<_> = more.collect();
    [vec![base], more].concat()
}

/// Values of a sort of text or number.
fn named(name: &str) -> Vec<Value> {
    match name {
        "text" | "name" => vec![OTHER.into()],
        "date" => vec!["2021-03/2022-05".into(), "2020~".into()],
        "date or date-time" => vec!["2021-03-04T10:00:00Z".into()],
        "URL" => vec!["https://other.example/".into()],
        "DOI" => vec!["10.1000/other".into()],
        "path" => vec!["map.gif".into()],
        "text like `Dublin, IE`" => vec!["Cork, IE".into()],
        "language tag" => vec!["ar".into(), "zh-Hans".into()],
        "number" => vec![2.5.into()],
        "whole number" => vec![3.into()],
        "anything" => vec![json!({"other": [1, "two"]})],
        // The example alone says what there is.
        "id" => Vec::new(),
        _ => panic!("no value is known of the shape `{name}`"),
    }
}

/// A site with a file for each record, and with every field that can stand beside the others.
fn full() -> Site {
    let alone = ["id", "draft", "embargo", "expires", "withdrawn", "translation_of"];
    let alone = alone.into_iter().chain(["superseded_by", "history"]);
    let mut site = Site::default();
    let edits = [
        Edit::Page(1),
        Edit::Country(1),
        Edit::Picture(1),
        Edit::Theme(1),
        Edit::Vault(1),
    ];

    let texts = [Edit::Fact(0, 1), Edit::Words(1, 4), Edit::Words(2, 3)];
    let sources = [Edit::Bibliography(1), Edit::BasedOn(1, 5), Edit::BasedOn(2, 5)];
    edits.iter().chain(&texts).chain(&sources).for_each(|edit| site.apply(edit));
    for (place, number) in PLACES.iter().zip(0..) {
        if !place.field.required && alone.clone().all(|name| name != place.field.name) {
            site.apply(&Edit::Field(number, 0));
        }
    }
    site
}

/// The values that are tried, by place: without `DATELINE_SEQUENCES` a few.
fn tried() -> Vec<(u16, u16)> {
    let all = PLACES.iter().zip(0..).flat_map(|(place, number)| {
        (0..place.values.len() as u16).map(move |value| (number, value))
    });
    all.step_by(if sequences().is_some() { 1 } else { 41 }).collect()
}

/// Notes the kinds of record that a shape can hold.
fn note_kinds(shape: &Shape, found: &mut BTreeSet<&str>) {
    match shape {
        Shape::Named(_) | Shape::Words(_) => {}
        Shape::Record(table) if !found.insert(table.kind) => {}
        Shape::Record(table) => {
            table.all().for_each(|field| note_kinds(&(field.shape)(), found));
        }
        Shape::Either(shapes) => shapes.iter().for_each(|one| note_kinds(one, found)),
        Shape::ListOf(shape) | Shape::MapOf(shape) => note_kinds(shape, found),
    }
}

#[test]
fn every_record_of_the_reference_is_edited() {
    let mut edited = BTreeSet::new();
    RECORDS.iter().for_each(|(.., table)| note_kinds(&Shape::Record(table), &mut edited));
    let known = kinds::tables().into_iter().chain(site_toml::tables());
    assert_eq!(edited, known.map(|table| table.kind).collect());
}

/// The two ways to go on from the last build.
#[derive(Default)]
struct Builds {
    desk: Desk,
    session: Session,
}

impl Builds {
    /// Builds both ways after files have changed, and compares with what a build from nothing says and gives.
    fn compare(
        &mut self,
        files: &Memory,
        changed: &BTreeSet<FilePath>,
        clean: (&str, &Tree),
    ) {
        let (on_disk, _) = self.desk.build_saying(files);
        let (in_memory, _) = self.session.build(files, changed);
        assert_eq!([&*on_disk, &*in_memory], [clean.0; 2], "{changed:?}");
        for tree in [&self.desk.tree(), &self.session.tree] {
            assert_eq!(differing(tree, clean.1), [""; 0], "{changed:?}");
        }
    }
}

/// The code of the first error of a site that isn't built: of its content, or of what would be published.
fn refused_by(files: &Memory) -> String {
    let built = pipeline::build(files, &Options::default(), write::memory).unwrap();
    let mut found = built.diagnostics;
    match built.finished {
        Some(Err(Failure::Content(mistakes))) => found.append(mistakes),
        Some(Err(Failure::Refused(mistake))) => found.push(*mistake),
        _ => {}
    }
    let said = render::short(&found.sorted(), &built.texts);
    said.split("error[").nth(1).unwrap().get(..5).unwrap().to_owned()
}

#[test]
fn each_field_edited_and_edited_back_is_as_in_a_clean_build() {
    let full = full();
    let whole = files(&full);
    let (complaints, tree) = clean(&whole);
    let tree = tree.unwrap_or_else(|| panic!("{complaints}"));
    let mut builds = Builds::default();
    builds.compare(&whole, &BTreeSet::new(), (&complaints, &tree));
    let (mut edits, mut effects, mut refused) = (0, 0, BTreeMap::<String, usize>::new());
    for (place, value) in tried() {
        let mut site = full.clone();
        site.apply(&Edit::Field(place, value));
        let changed = changed(&full, &site);
        if changed.is_empty() {
            continue;
        }
        let Place { record, field, values } = &PLACES[usize::from(place)];
        println!("{} {}: {}", record.0, field.name, values[usize::from(value)]);
        let edited = files(&site);
        let (said, expected) = clean(&edited);
        edits += 1;
        effects += usize::from(expected.as_ref() != Some(&tree) || said != complaints);
        if expected.is_none() {
            *refused.entry(refused_by(&edited)).or_default() += 1;
        }
        // A site with errors leaves what is there.
        builds.compare(&edited, &changed, (&said, expected.as_ref().unwrap_or(&tree)));
        builds.compare(&whole, &changed, (&complaints, &tree));
    }
    // Most edits can be built, and are seen; else nothing is proved.
    let known =
        BTreeMap::from_iter(REFUSED.iter().map(|(code, n)| ((*code).to_owned(), *n)));
    assert!(refused.iter().all(|(code, n)| Some(n) <= known.get(code)), "{refused:?}");
    assert!(sequences().is_none() || refused == known, "fewer are refused: {refused:?}");
    assert!(effects * 10 > edits * 8, "{effects} of {edits} are seen");
}
