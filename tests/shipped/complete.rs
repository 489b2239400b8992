//! Nothing that the first site is about has got lost: each country, location, source and dated
//! fact listed in `tests/shipped/facts.txt` has its place.

use crate::{SITE, text};

/// The lines of the list that begin with `kind`.
fn listed(kind: &str) -> Vec<&'static str> {
    let all = include_str!("facts.txt").lines();
    let found: Vec<&str> =
        all.filter_map(|line| line.strip_prefix(kind)?.strip_prefix(' ')).collect();
    assert!(!found.is_empty(), "the list has no {kind}");
    found
}

fn assert_pages(kind: &str, folder: &str) {
    let missing: Vec<&str> = listed(kind)
        .into_iter()
        .filter(|id| !SITE.contains_key(&format!("{folder}/{id}.html")))
        .collect();
    assert!(missing.is_empty(), "no page for {kind} {missing:?}");
}

#[test]
fn every_country_has_a_page() {
    assert_pages("country", "countries");
}

#[test]
fn every_location_has_a_page() {
    assert_pages("location", "locations");
}

#[test]
fn every_source_has_a_page() {
    assert_pages("source", "sources");
}

#[test]
fn every_dated_fact_is_on_the_timeline() {
    let years: Vec<&str> = SITE
        .keys()
        .filter(|path| path.starts_with("timeline/") && path.ends_with(".html"))
        .map(|path| text(path))
        .collect();
    assert!(!years.is_empty());
    let lost: Vec<&str> = listed("event")
        .into_iter()
        .filter(|id| !years.iter().any(|page| page.contains(&format!("id=\"{id}\""))))
        .collect();
    assert!(lost.is_empty(), "not on the timeline: {lost:?}");
}
