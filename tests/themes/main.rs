//! Pages are the same whether moulds and fragments help to make them or the engine makes each from nothing.
//!
//! Random templates of an article's page, over a small site. `DATELINE_THEMES=2000` tries so many; without it a
//! few are tried.

mod examples;
mod site;
mod templates;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, TestRunner};
use site::{Published, load};
use std::cell::Cell;

/// Articles, some of which have the same things on them, with sources, dated facts and locations.
fn newsroom(word: &str) -> Vec<(String, String)> {
    let mut files = vec![
        ("site.toml".to_owned(), "title = \"Newsroom\"\nbase_url = \"https://example.org/\"\n".to_owned()),
        ("content/sources/all.yaml".to_owned(), (0..4).map(|n| format!("s{n}:\n  title: {word} <source> {n}\n  publisher: House {n}\n  date: 202{n}-01\n")).collect()),
    ];
    let location = |n: usize| {
        let status = ["reported", "closed", "reported"][n];
        format!(
            "l{n}:\n  name: Place {word} {n}\n  country: IE\n  city: Dublin\n  status: {status}\n  sources: [s{n}]\n"
        )
    };
    let locations = (0..3).map(location).collect();
    files.push(("content/locations/all.yaml".to_owned(), locations));
    for n in 0..12 {
        let mut text = format!(
            "---\ntitle: {word} & \"title\" {n}\ndate: 2022-0{}-0{}\n",
            n % 3 + 1,
            n % 9 + 1
        );
        text.push_str(
            ["countries: [IE]\n", "countries: [IE, ES]\n", "countries: []\n"][n % 3],
        );
        if n % 2 == 0 {
            text.push_str(&format!(
                "summary: In <short> {word} {n}\nauthors: [Ann O'Neill]\ntags: [x, y]\n"
            ));
        }
        if n % 4 == 1 {
            text.push_str(&format!(
                "credit: With {word}\nmethods: Read & asked {n}\ntype: report\n"
            ));
        }
        if n % 3 == 0 {
            text.push_str(&format!("locations: [l{}]\n", n % 2));
            text.push_str(&format!(
                "dates:\n  - date: 2021-0{}\n    text: Fact {word} {n}\n",
                n % 9 + 1
            ));
        }
        text.push_str(&format!("---\nSee [the other](a{}.md), says [@s{}].\n\n## Heading {n}\n\n{word} [@s1].\n", (n + 5) % 12, n % 4));
        files.push((format!("content/articles/a{n}.md"), text));
    }
    files
}

/// How many themes are tried.
#[expect(clippy::disallowed_methods, reason = "who runs the test says how much of it")]
fn themes() -> u32 {
    std::env::var("DATELINE_THEMES").map_or(24, |many| many.parse().unwrap())
}

#[test]
fn any_theme_gives_what_the_engine_makes_of_it() {
    let newsroom = Published::new(newsroom("word"));
    let (tried, whole) = (Cell::new(0), Cell::new(0));
    let config =
        Config { cases: themes(), failure_persistence: None, ..Config::default() };
    let run = TestRunner::new(config).run(&vec(any::<u16>(), 1..160), |tape| {
        let files = templates::theme(&tape);
        tried.set(tried.get() + 1);
        let Some(theme) = load(&files) else { panic!("{files:#?}") };
        let made = newsroom.articles(&theme);
        let by_engine = newsroom.articles(&theme.by_engine_alone());
        whole.set(whole.get() + usize::from(by_engine.values().all(Result::is_ok)));
        assert!(made.len() == 12);
        for (path, page) in made {
            assert_eq!(page, by_engine[&path], "{path} of {files:#?}");
        }
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
    println!("{} of {} themes make every page", whole.get(), tried.get());
    assert!(whole.get() > 0, "templates that fail say little");
}

#[test]
fn a_theme_is_used_for_several_editions_one_after_the_other() {
    let shipped = "name = \"own\"\nextends = \"broadsheet\"\n".to_owned();
    let load = || load(&[("theme.toml", shipped.clone())]).unwrap();
    let [first, second] = ["first", "second"].map(|word| Published::new(newsroom(word)));
    let theme = load();
    let pages = [&first, &second, &first].map(|edition| edition.articles(&theme));
    assert_eq!(pages[0], first.articles(&load()));
    assert_eq!(pages[1], second.articles(&load()));
    assert_eq!(pages[2], pages[0]);
    assert_ne!(pages[1], pages[0]);
}
