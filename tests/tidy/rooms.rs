//! The order of the rooms, who may see what is not published, and circles inside a room.

use crate::names::{Crate, Segments, Use};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The rooms in the order of dependency: a room may use only those before it.
const LAYERS: [&str; 37] = [
    "steps",
    "keys",
    "bytes",
    "letters",
    "needles",
    "pictures",
    "quotations",
    "phrases",
    "files",
    "manifest",
    "diag",
    "fields",
    "dates",
    "atlas",
    "config",
    "maps",
    "routes",
    "markdown",
    "copies",
    "content",
    "model",
    "firewall",
    "releases",
    "theme",
    "assets",
    "render",
    "search",
    "view",
    "output",
    "check",
    "write",
    "pipeline",
    "schemas",
    "seeds",
    "serve",
    "lsp",
    "import",
];

/// The rooms that may see only what is published.
const PUBLIC_ONLY: [&str; 7] =
    ["releases", "theme", "assets", "render", "search", "view", "output"];

/// What holds things that are not published, by where it is defined.
const NOT_PUBLIC: [[&str; 3]; 1] = [["model", "site", "Site"]];

pub static HOUSE: LazyLock<Crate> = LazyLock::new(|| {
    let src = crate::source();
    let read = |file: &PathBuf| {
        let name = file.strip_prefix(&src).unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(file).unwrap())
    };
    let files: Vec<_> = crate::rust_files(&src).iter().map(read).collect();
    Crate::of(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
});

/// Where a room stands in the order, if the path leads into one.
fn layer(path: &[String]) -> Option<usize> {
    LAYERS.iter().position(|layer| path.first().is_some_and(|room| room == layer))
}

/// Every use of a room that stands behind the room of the one who uses it.
fn uses_upwards(house: &Crate) -> Vec<String> {
    let is_upwards =
        |used: &Use| layer(used.by).is_some() && layer(used.by) < layer(&used.path);
    house.uses().filter(is_upwards).map(|used| used.to_string()).collect()
}

/// Every use of what is not published in a room that may not see it.
fn uses_of_unpublished(house: &Crate) -> Vec<String> {
    let is_hidden = |used: &Use| {
        PUBLIC_ONLY.contains(&used.by.first().map_or("", String::as_str))
            && NOT_PUBLIC
                .iter()
                .any(|hidden| used.path.starts_with(&hidden.map(str::to_owned)))
    };
    house.uses().filter(is_hidden).map(|used| used.to_string()).collect()
}

/// The sets of files of one room that need one another, by the modules they hold.
fn circles(house: &Crate) -> BTreeSet<BTreeSet<Segments>> {
    let mut needs: BTreeMap<Segments, BTreeSet<Segments>> = BTreeMap::new();
    for used in house.uses() {
        let (by, of) = (house.module_of_file(used.by), &used.path[..used.modules]);
        let is_within = layer(by).is_some() && by.first() == of.first();
        if used.is_handed_on || house.is_test(used.by) || !is_within {
            continue;
        }
        let of = house.module_of_file(of);
        if by != of && !house.is_test(of) {
            needs.entry(by.to_vec()).or_default().insert(of.to_vec());
        }
    }
    let reached: BTreeMap<&Segments, BTreeSet<&Segments>> =
        needs.keys().map(|from| (from, reach(&needs, from))).collect();
    (reached.iter())
        .filter(|(from, all)| all.contains(*from))
        .map(|(from, all)| {
            let comes_back =
                |to: &&&Segments| reached.get(**to).is_some_and(|all| all.contains(from));
            all.iter().filter(comes_back).map(|to| (*to).clone()).collect()
        })
        .collect()
}

/// All that something needs, itself or by way of what it needs.
fn reach<'n>(
    needs: &'n BTreeMap<Segments, BTreeSet<Segments>>,
    from: &Segments,
) -> BTreeSet<&'n Segments> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&Segments> = needs.get(from).into_iter().flatten().collect();
    while let Some(one) = next.pop() {
        if found.insert(one) {
            next.extend(needs.get(one).into_iter().flatten());
        }
    }
    found
}

/// What the header of a room says of a circle of files in it.
const SAID: &str = "In one circle, since ";

/// The circles that the headers of rooms say, with why they stand:
/// "In one circle, since a list holds items and an item a list: `list`, `item`." The names are
/// of modules below the room; `mod` is its own file.
fn said(house: &Crate) -> BTreeSet<BTreeSet<Segments>> {
    let mut said = BTreeSet::new();
    for room in LAYERS {
        let room = vec![room.to_owned()];
        let text = fs::read_to_string(crate::source().join(house.file(&room))).unwrap();
        let header: Vec<&str> = text
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(str::trim)
            .collect();
        for circle in header.join(" ").split(SAID).skip(1) {
            let (why, files) =
                circle.split_once(": `").expect("a circle has a reason and names");
            assert!(!why.is_empty(), "{room:?} has a circle without a reason");
            let files = files.split_once("`.").expect("names end with a full stop").0;
            let module = |name: &str| match name {
                "mod" => room.clone(),
                name => [room[0].as_str()]
                    .into_iter()
                    .chain(name.split("::"))
                    .map(str::to_owned)
                    .collect(),
            };
            said.insert(files.split("`, `").map(module).collect());
        }
    }
    said
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    assert_eq!(uses_upwards(&HOUSE), [""; 0], "see the order in src/ARCHITECTURE.md");
}

#[test]
fn what_is_not_published_is_out_of_sight_of_pages() {
    assert_eq!(uses_of_unpublished(&HOUSE), [""; 0]);
}

#[test]
fn files_of_a_room_need_one_another_only_where_its_header_says_why() {
    let (found, said) = (circles(&HOUSE), said(&HOUSE));
    let shown = |circle: &BTreeSet<Segments>| -> Vec<String> {
        circle.iter().map(|module| module.join("::")).collect()
    };
    let new: Vec<_> = found.difference(&said).map(shown).collect();
    assert!(
        new.is_empty(),
        "open these circles, or say `{SAID}…` in the room's header: {new:#?}"
    );
    let gone: Vec<_> = said.difference(&found).map(shown).collect();
    assert!(
        gone.is_empty(),
        "headers of rooms speak of circles that are not there: {gone:#?}"
    );
}

/// A house of these files, with an edition and a site.
fn house(files: &[(&str, &str)]) -> Crate {
    let mut all = vec![
        ("lib.rs", "pub mod keys; pub mod model; pub mod view; pub mod output;"),
        ("keys.rs", "pub struct Key;"),
        (
            "model/mod.rs",
            "mod site; mod edition; pub use site::Site; pub use edition::Edition;",
        ),
        ("model/site.rs", "pub struct Site;"),
        ("model/edition.rs", "use super::Site; pub struct Edition(Site);"),
        ("view/mod.rs", "use crate::model::Edition;"),
        ("output.rs", ""),
    ];
    all.retain(|(path, _)| files.iter().all(|(other, _)| other != path));
    Crate::of(all.iter().chain(files).copied())
}

#[test]
fn every_way_to_name_the_site_is_found() {
    assert_eq!(uses_of_unpublished(&house(&[])), [""; 0]);
    let ways = [
        "use crate::model::Site;",
        "use crate::model::{Edition, Site};",
        "use crate::{keys::Key, model::{self, Site as S}};",
        "use crate::model; fn f(of: &model::Site) {}",
        "use crate::model as m; fn f(of: &m::Site) {}",
        "use crate as house; fn f(of: &house::model::Site) {}",
        "use crate::model::*; fn f(of: &Site) {}",
        "use super::super::model::Site;",
        "use crate::model::site::Site;",
        "pub use crate::model::Site;",
        "fn f(of: Vec<&'static crate::model::Site>) {}",
        "words! { Known: crate::model::Site }",
        "macro_rules! m { () => { $crate::model::Site } }",
        "mod tests { use super::super::super::model::Site; }",
    ];
    for way in ways {
        let house = house(&[("view/mod.rs", "mod page;"), ("view/page.rs", way)]);
        assert_eq!(uses_of_unpublished(&house).len(), 1, "{way}");
    }
    for other in [
        "// crate::model::Site",
        "\"crate::model::Site\";",
        "Place::Site;",
        "enum E { Site }",
    ] {
        assert_eq!(
            uses_of_unpublished(&house(&[("view/mod.rs", other)])),
            [""; 0],
            "{other}"
        );
    }
}

#[test]
fn a_name_that_a_parent_imports_is_followed_through_it() {
    let parent = "use crate::model::Site; mod page;";
    let child = "use super::*; fn f(of: &Site) {}";
    let house = house(&[("view/mod.rs", parent), ("view/page.rs", child)]);
    assert_eq!(
        uses_of_unpublished(&house),
        ["`view` uses `model::site::Site`", "`view::page` uses `model::site::Site`"]
    );
}

#[test]
fn every_way_to_use_a_later_room_is_found() {
    assert_eq!(uses_upwards(&house(&[])), [""; 0]);
    let ways = [
        "use crate::{output};",
        "use crate::{keys, output::{self}};",
        "use super::output;",
        "use super::output::Feed as F;",
        "fn f() { crate::output::emit(); }",
        "fn f() { super::output::emit(); }",
        "pub(crate) use crate::output;",
    ];
    for way in ways {
        assert_eq!(uses_upwards(&house(&[("view/mod.rs", way)])).len(), 1, "{way}");
    }
}

#[test]
fn a_circle_of_files_is_found_and_handing_on_is_none() {
    assert!(circles(&house(&[])).is_empty());
    let calls = "mod a; pub struct Own; fn f() { a::g(); }";
    let back = "use super::Own; pub fn g() {}";
    let circle = circles(&house(&[("view/mod.rs", calls), ("view/a.rs", back)]));
    assert_eq!(
        circle,
        [[vec!["view".to_owned()], vec!["view".into(), "a".into()]].into()].into()
    );

    let apart = [
        ("view/mod.rs", "mod a; mod b; pub use a::g; pub use b::Own;"),
        ("view/a.rs", "use super::Own; pub fn g() {}"),
        ("view/b.rs", "pub struct Own; mod tests; fn f() { tests::t() }"),
        ("view/b/tests.rs", "use super::super::g;"),
    ];
    assert_eq!(circles(&house(&apart)).len(), 1, "the tests are not marked as such");
    let marked = "pub struct Own; #[cfg(test)] mod tests; fn f() { tests::t() }";
    let [parent, a, _, tests] = apart;
    assert!(circles(&house(&[parent, a, ("view/b.rs", marked), tests])).is_empty());
}
