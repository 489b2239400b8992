//! What a record may hold: private notes, times of day, ids of its own.

use crate::support::{Built, SiteTest};

fn build(path: &str, text: &str) -> Built {
    SiteTest::from_files(&[("site.toml", "title = \"T\"\n"), (path, text)]).build()
}

#[test]
fn notes_for_the_newsroom_never_leave_the_build() {
    let text = "---\ntitle: Dublin\ndate: 2022-10-27\nprivate: {phone: CANARY}\ncountries: [ie]\n\
                dates: [{date: 2022, text: X, private: CANARY}]\n---\nText.\n";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"T\"\nbase_url = \"https://example.org/\"\n"),
        ("content/articles/a.md", text),
        ("content/sources/s.yaml", "s: {title: S, private: CANARY}\n"),
        ("content/locations/l.yaml", "l: {name: L, country: ie, private: CANARY}\n"),
        ("content/countries/ie.md", "---\nprivate: [CANARY]\n---\n"),
        ("content/pages/p.md", "---\ntitle: P\nprivate: CANARY\n---\n"),
    ])
    .build();
    assert!(built.found.is_empty(), "{}", built.diagnostics());
    assert!(!built.files.is_empty());
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("CANARY"), "{path}");
    }
}

#[test]
fn a_time_of_day_belongs_to_publication_only() {
    let text = "---\ntitle: A\ndate: 2022-10-27T09:30:00Z\n\
                dates: [{date: 2022-10-27T09:30:00Z, text: X}]\n---\n";
    assert_eq!(build("content/articles/a.md", text).codes(), ["E0116"]);
}

#[test]
fn a_registry_says_an_id_once() {
    let built = build("content/sources/s.yaml", "rte: {id: other, title: T}\n");
    assert_eq!(built.codes(), ["E0119"]);
}
