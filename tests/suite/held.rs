//! What is held back: a site with it is, byte for byte, the site without it.

use crate::support::{Built, SiteTest};
use proptest::prelude::*;
use proptest::sample::select;

/// What holds a record back, as it is written; nothing where it is published.
fn hold() -> impl Strategy<Value = &'static str> {
    select(vec![
        "",
        "",
        "",
        "draft: true",
        "embargo: 2027-01-01",
        "embargo: 2026-12?",
        "expires: 2026-06-01",
        // These don't hold.
        "draft: false",
        "embargo: 2026-06-01",
        "expires: 2027-01-01",
    ])
}

fn is_held(hold: &str) -> bool {
    matches!(
        hold,
        "draft: true"
            | "embargo: 2027-01-01"
            | "embargo: 2026-12?"
            | "expires: 2026-06-01"
    )
}

/// A site of a few records, each with what holds it back, and numbers that choose what each says.
#[derive(Debug, Clone)]
struct Newsroom {
    articles: [(&'static str, u8); 4],
    /// Of two sources, two locations, two claims and two entities.
    records: [&'static str; 8],
    /// Of a page, a country's page, the home page and a dated fact in a published article.
    others: [&'static str; 4],
}

fn newsroom() -> impl Strategy<Value = Newsroom> {
    let articles = proptest::array::uniform4((hold(), any::<u8>()));
    let records = proptest::array::uniform8(hold());
    let others = proptest::array::uniform4(hold());
    (articles, records, others).prop_map(|(articles, records, others)| Newsroom {
        articles,
        records,
        others,
    })
}

/// The records of registries: folder, id and fields.
const RECORDS: [(&str, &str, &str); 8] = [
    ("sources", "s0", "title: S0 words, url: 'https://s0.example/', date: 2022-01-02"),
    ("sources", "s1", "title: S1 words, url: 'https://s1.example/', publisher: P1"),
    (
        "locations",
        "mt/l0",
        "name: L0 words, country: mt, sources: ['https://l0.example/x']",
    ),
    (
        "locations",
        "ie/l1",
        "name: L1 words, country: ie, dates: [{date: 2021-01-01, id: shared, text: L1 told.}]",
    ),
    (
        "claims",
        "c0",
        "text: C0 words., about: [mt], made_by: Q0, status: alleged, sources: [{id: c0s, title: C0 source}]",
    ),
    (
        "claims",
        "c1",
        "text: C1 words., about: [ie], made_by: Q1, status: alleged, sources: ['https://c1.example/x'], history: [{date: 2022-01-01, status: alleged, sources: ['https://c1.example/x']}]",
    ),
    (
        "entities",
        "e0",
        "name: E0 words, schema: Company, privacy: public-body, country: mt",
    ),
    ("entities", "e1", "name: E1 words, schema: Company, privacy: public-body"),
];

impl Newsroom {
    /// The files of the site, with what is held back in them or without.
    fn files(&self, with_held: bool) -> Vec<(String, String)> {
        let mut files = vec![(
            "site.toml".to_owned(),
            "title = \"N\"\nbase_url = \"https://n.example/\"\nas_of = \"2026-11-01\"\n"
                .to_owned(),
        )];
        let shows = |hold: &str| with_held || !is_held(hold);
        for (n, (hold, choice)) in self.articles.iter().enumerate() {
            if shows(hold) {
                let text = self.article(n, hold, *choice, with_held);
                files.push((format!("content/articles/a{n}.md"), text));
            }
        }
        for ((folder, id, fields), hold) in RECORDS.iter().zip(self.records) {
            if shows(hold) {
                let path = format!("content/{folder}/all.yaml");
                let hold = if hold.is_empty() { "" } else { &format!(", {hold}") };
                let line = format!("{id}: {{{fields}{hold}}}\n");
                match files.iter_mut().find(|(of, _)| *of == path) {
                    Some((_, text)) => text.push_str(&line),
                    None => files.push((path, line)),
                }
            }
        }
        let [page, country, home, _] = self.others;
        let others = [
            ("pages/p", page, "title: PAGE", "Page [@1]."),
            ("countries/mt", country, "title: MALTA", "Of Malta."),
            ("index", home, "title: HOME", "At home."),
        ];
        for (path, hold, head, text) in others {
            if shows(hold) {
                let source = format!("sources: ['https://{path}.example/{path}']");
                let text = format!("---\n{head}\n{hold}\n{source}\n---\n{text}\n");
                files.push((format!("content/{path}.md"), text));
            }
        }
        files
    }

    /// An article. What is published refers to nothing that is not, but in lists of what belongs together.
    fn article(&self, n: usize, hold: &str, choice: u8, with_held: bool) -> String {
        let bit = |at: u8| choice >> at & 1 == 1;
        // What is held back refers to anything.
        let may = |at: usize| is_held(hold) || !is_held(self.records[at]);
        let listed = |at: usize| with_held || !is_held(self.records[at]);
        let pick = |all: &[usize], fits: &dyn Fn(usize) -> bool| -> String {
            let ids = all.iter().filter(|at| bit(**at as u8) && fits(**at));
            ids.map(|at| format!("{}, ", RECORDS[*at].1)).collect()
        };
        let mut head = format!("title: Article {n}\ndate: 2026-0{}-01\n{hold}\n", n + 1);
        let countries = ["ie", "mt", "fr", "de"][n];
        head += &format!("countries: [{countries}]\ntags: [shared, tag{n}]\n");
        head += &format!("authors: [Writer {}]\n", choice % 3);
        head += &format!(
            "sources: [{}'https://shared.example/x', 'https://a{n}.example/x', {{id: inline{n}, title: Inline {n}}}]\n",
            pick(&[0, 1], &may)
        );
        head += &format!(
            "locations: [{}'Mosta, MT', {{id: fr/inline{n}, name: Inline place {n}, country: fr}}]\n",
            pick(&[2, 3], &listed)
        );
        head += &format!(
            "claims: [{}{{id: inline-claim{n}, text: Inline claim {n}., about: [fr], made_by: W, status: alleged, sources: [inline{n}], history: [{{date: 2026-01-0{}, status: alleged, sources: [inline{n}]}}]}}]\n",
            pick(&[4, 5], &listed),
            n + 1
        );
        head += &format!("entities: [{}]\n", pick(&[6, 7], &listed));
        if bit(0) {
            head += "corrections: [{date: 2026-09-01, kind: update, now: It is so., sources: ['https://correction.example/x']}]\n";
        }
        head += &format!(
            "dates:\n- {{date: 2021-01-01, id: shared, text: Told by {n}., note: Note {n}., sources: ['https://fact{n}.example/x']}}\n- {{date: 202{n}-05-01, text: Fact {n}., locations: [{{id: de/fact{n}, name: Fact place {n}, country: de}}]}}\n"
        );
        let fact = self.others[3];
        if with_held || !is_held(fact) {
            let hold = if fact.is_empty() { "" } else { &format!(", {fact}") };
            head += &format!("- {{date: 2019-03-0{}, text: Own {n}.{hold}}}\n", n + 1);
        }
        let mut body = format!("Words [@inline{n}] and [[ie]].\n");
        for (at, (_, id, _)) in RECORDS.iter().enumerate() {
            if bit(at as u8) && may(at) {
                body += &format!("It is [[{id}]] again.\n\n");
            }
        }
        for (other, (held, _)) in self.articles.iter().enumerate() {
            if other != n && bit(other as u8 + 4) && (is_held(hold) || !is_held(held)) {
                body += &format!("More in [[a{other}]].\n\n");
            }
        }
        format!("---\n{head}---\n{body}")
    }

    fn site(&self, with_held: bool) -> SiteTest {
        let files = self.files(with_held);
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        SiteTest::from_files(&files)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_site_with_what_is_held_back_is_the_site_without_it(newsroom in newsroom()) {
        let (with, without) = (newsroom.site(true).build(), newsroom.site(false).build());
        prop_assert_eq!(with.codes(), [] as [&str; 0], "{}", with.diagnostics());
        prop_assert_eq!(without.codes(), [] as [&str; 0], "{}", without.diagnostics());
        prop_assert!(with.tree() == without.tree(), "{}\n{}", with.tree(), without.tree());
        for (path, bytes) in &with.files {
            prop_assert!(without.files[path] == *bytes, "{}", path);
        }
    }
}

/// A site with a published article and more files, built.
fn built(more: &str, text: &str, files: &[(&str, &str)]) -> Built {
    let article = format!("---\ntitle: Open\ndate: 2022-01-01\n{more}\n---\n{text}\n");
    let toml = "title = \"T\"\nas_of = \"2026-11-01\"\n";
    let mut all = vec![("site.toml", toml), ("content/articles/open.md", &article)];
    all.extend(files);
    SiteTest::from_files(&all).build()
}

/// A draft and an embargoed article with records of their own, and records that are held back themselves.
const HELD: [(&str, &str); 6] = [
    (
        "content/articles/next.md",
        "---\ntitle: The Next Scoop\ndate: 2022-01-01\ndraft: true\nsources: [{id: leak, title: L, url: 'https://leak.example/'}]\nclaims: [{id: laundering, text: T., status: alleged, made_by: X, sources: [leak]}]\nlocations: [{id: mt/branch, name: B, country: mt}]\n---\nx\n",
    ),
    (
        "content/articles/later.md",
        "---\ntitle: Later\ndate: 2022-01-01\nembargo: 2026-12-01\n---\nx\n",
    ),
    ("content/sources/s.yaml", "ledger: {title: T, draft: true}\n"),
    (
        "content/entities/e.yaml",
        "bank: {name: Bank, schema: Company, privacy: public-body, embargo: 2027-02}\n",
    ),
    ("content/media/map.gif.yaml", "alt: A map\ndraft: true\n"),
    ("content/media/map.gif", "GIF89a"),
];

#[test]
fn what_is_published_refers_to_nothing_that_is_held_back() {
    for (more, text, held_by) in [
        ("", "[[next]]", "--drafts"),
        ("", "[[The Next Scoop]]", "--drafts"),
        ("", "[x](next.md)", "--drafts"),
        ("", "[x](articles/next.html)", "--drafts"),
        ("", "![[claim:laundering]]", "--drafts"),
        ("", "It is so [@leak].", "--drafts"),
        ("", "@leak says so.", "--drafts"),
        ("", "[[mt/branch]]", "--drafts"),
        ("", "[[later]]", "--as-of 2026-12-01"),
        ("", "[[entity:bank]]", "--as-of 2027-02-01"),
        ("", "![A map](../media/map.gif)", "--drafts"),
        ("", "![[map.gif]]", "--drafts"),
        ("sources: [ledger]", "", "--drafts"),
        ("sources: [{id: own, title: T, draft: true}]", "", "--drafts"),
        (
            "locations: [{id: ie/l, name: L, country: ie, operator: bank}]",
            "",
            "--as-of 2027-02-01",
        ),
    ] {
        let built = built(more, text, &HELD);
        let said = built.diagnostics();
        assert_eq!(built.codes(), ["E0210"], "{more} {text}: {said}");
        assert!(said.contains(held_by), "{more} {text}: {said}");
    }
}

#[test]
fn in_lists_of_what_belongs_together_it_lacks_until_it_is_published() {
    let more = "claims: [laundering]\nlocations: [mt/branch]\nentities: [bank]\nrelated: [next, later]\ntranslation_of: next";
    let fact = "\ndates: [{date: 2022-01-01, text: Fact., entities: [bank], claims: [laundering]}, {date: 2022-01-02, text: SECRET, draft: true}]";
    let built = built(&format!("{more}{fact}"), "x", &HELD);
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        for word in ["Scoop", "laundering", "branch", "bank", "later", "SECRET"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
}

#[test]
fn what_is_near_to_a_mistyped_name_is_not_told_where_it_is_held_back() {
    for text in ["[[nexd]]", "[@leek]", "[x](nexd.md)", "![[claim:laundring]]"] {
        let built = built("", text, &HELD);
        assert_eq!(built.codes().len(), 1, "{text}: {}", built.diagnostics());
        assert!(!built.diagnostics().contains("did you mean"), "{}", built.diagnostics());
    }
}

#[test]
fn mistakes_in_what_is_held_back_are_told_once() {
    let draft = "---\ntitle: D\ndate: 2022-01-01\ndraft: true\nsources: [nothing]\n---\nSee [[nowhere]].\n";
    let built = built("", "x", &[("content/articles/d.md", draft)]);
    assert_eq!(built.codes(), ["E0203", "E0201"], "{}", built.diagnostics());
}

#[test]
fn an_id_that_something_held_back_has_too_is_told() {
    let sources = [("content/sources/s.yaml", "twice: {title: T, draft: true}\n")];
    let built = built("sources: [{id: twice, title: U}]", "x", &sources);
    assert_eq!(built.codes(), ["E0205"], "{}", built.diagnostics());
}

#[test]
fn a_fact_of_a_draft_and_its_date_leave_the_published_one_alone() {
    let draft = "---\ntitle: D\ndate: 2021-01-01\ndraft: true\ndates: [{date: 2021-02-03, id: f, text: SECRET, note: SECRET, countries: [mt]}]\n---\nx\n";
    let fact = "dates: [{date: 2022-02-02, id: f, text: Public words, countries: [ie]}]";
    let built = built(fact, "x", &[("content/articles/a.md", draft)]);
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    assert!(built.page("timeline/2022.html").contains("Public words"));
    assert!(!built.tree().contains("mt"), "{}", built.tree());
    assert!(
        built.files.values().all(|it| !String::from_utf8_lossy(it).contains("SECRET"))
    );
}

#[test]
fn a_record_that_is_there_for_a_draft_only_is_told_by_check() {
    let draft = "---\ntitle: D\ndate: 2022-01-01\ndraft: true\nlocations: [mt/b]\n---\nSays [@s] of [[c]].\n";
    let files = [
        ("site.toml", "title = \"T\"\n"),
        ("content/articles/d.md", draft),
        (
            "content/articles/open.md",
            "---\ntitle: O\ndate: 2022-01-01\n---\nSays [@t].\n",
        ),
        ("content/sources/s.yaml", "s: {title: S}\nt: {title: T}\nu: {title: U}\n"),
        ("content/locations/l.yaml", "mt/b: {name: B, country: mt}\n"),
        (
            "content/claims/c.yaml",
            "c: {text: C., status: alleged, made_by: X, about: [mt], sources: [u]}\n",
        ),
    ];
    let mut site = SiteTest::from_files(&files);
    site.options.thorough = true;
    let built = site.build();
    let ahead = built.found.iter().filter(|one| one.code.id() == "W0309");
    let told: Vec<&str> = ahead.map(|one| one.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "the claim `c` is published before what it is for",
            "the location `mt/b` is published before what it is for",
            "the source `s` is published before what it is for",
        ]
    );
    assert!(!built.codes().contains(&"W0305"), "{}", built.diagnostics());
}
