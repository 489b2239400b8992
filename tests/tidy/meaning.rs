//! A name of a type means one thing in the whole crate.

use crate::rooms::HOUSE;
use std::collections::BTreeMap;

/// Names that stand for several things still, with how many. The list may only become shorter.
const SEVERAL: &[(&str, usize)] = &[
    ("Around", 2),
    ("Attribute", 2),
    ("Author", 2),
    ("Body", 2),
    ("Chunk", 2),
    ("Claim", 2),
    ("Code", 2),
    ("Dialect", 2),
    ("Entry", 2),
    ("Family", 2),
    ("Field", 2),
    ("Figure", 2),
    ("Form", 2),
    ("Format", 2),
    ("Head", 2),
    ("Heading", 2),
    ("Held", 2),
    ("Image", 2),
    ("Index", 2),
    ("Item", 2),
    ("Kind", 2),
    ("Line", 2),
    ("Lines", 2),
    ("Link", 2),
    ("Look", 2),
    ("Made", 2),
    ("Named", 2),
    ("Names", 2),
    ("Naming", 2),
    ("Node", 2),
    ("Numbers", 2),
    ("Page", 3),
    ("Part", 2),
    ("Picture", 2),
    ("Point", 2),
    ("Position", 2),
    ("Precision", 2),
    ("Problem", 3),
    ("Prose", 3),
    ("Quote", 2),
    ("Record", 3),
    ("Reference", 3),
    ("Refused", 2),
    ("Seen", 2),
    ("Shape", 2),
    ("Spot", 3),
    ("Standing", 4),
    ("State", 2),
    ("StatusChange", 2),
    ("Step", 2),
    ("Stop", 2),
    ("Tag", 2),
    ("Tags", 3),
    ("Target", 2),
    ("Text", 2),
    ("Unclosed", 2),
    ("Value", 3),
    ("Walk", 2),
    ("What", 2),
    ("Word", 2),
    ("Writer", 2),
];

#[test]
fn no_two_types_have_one_name() {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, file) in HOUSE.types() {
        files.entry(name).or_default().push(file);
    }
    let known = |name: &str| {
        SEVERAL.iter().find(|(other, _)| *other == name).map_or(1, |(_, most)| *most)
    };
    files.retain(|name, files| files.len() > known(name));
    assert!(files.is_empty(), "names that mean several things: {files:#?}");
    let gone: Vec<_> = SEVERAL
        .iter()
        .filter(|(name, most)| {
            HOUSE.types().filter(|(other, _)| other == name).count() < *most
        })
        .collect();
    assert!(gone.is_empty(), "these mean fewer things than is said: {gone:?}");
}
