//! A second theme as a site has one: it extends `broadsheet`, and changes one block, one component and all tokens.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

use crate::support::SiteTest;
use std::collections::BTreeMap;
use std::path::Path;

const BLOCK: &str = "<p class=\"desk\">From the desk “harbours”</p>";

#[test]
fn a_theme_changes_one_block_and_one_component() {
    let built = SiteTest::from_dir("fixtures/gazette").build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    // The block holds what the theme adds, and what it extends has there.
    let tag = built.page("tags/harbours.html");
    let own = tag.find(BLOCK).expect("the theme's own line");
    assert!(tag[own..].contains("<h1 class=\"head__title\">harbours</h1>"), "{tag}");
    // The component shows articles wherever they are listed.
    for list in
        ["tags/harbours.html", "articles/index.html", "countries/ie.html", "index.html"]
    {
        let page = built.page(list);
        assert!(
            page.contains("<p class=\"card__date\"><time datetime=\"2026-03-02\">"),
            "{list}"
        );
        assert!(!page.contains("<footer><time"), "{list}");
    }
    // The block is that of one page.
    assert!(!built.page("articles/harbour.html").contains("class=\"desk\""));
}

#[test]
fn a_theme_changes_every_token_for_light_and_dark() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    let all = read("themes/broadsheet/css/tokens.css");
    let own = read("tests/fixtures/gazette/themes/gazette/css/owner.css");
    let (all, own) = (tokens(&all), tokens(&own));
    assert_eq!(own.keys().collect::<Vec<_>>(), all.keys().collect::<Vec<_>>());
    for (name, value) in all {
        assert_ne!(own[name], value, "{name}");
        assert_eq!(
            own[name].contains("light-dark("),
            value.contains("light-dark("),
            "{name}"
        );
    }
    let sheet = SiteTest::from_dir("fixtures/gazette").build();
    let sheet = sheet
        .files
        .iter()
        .find(|(path, _)| path.ends_with(".css") && path.contains("/site-"));
    let sheet = String::from_utf8_lossy(sheet.unwrap().1);
    // The last layer, so that it wins.
    let last = &sheet[sheet.find("@layer owner{").unwrap()..];
    assert!(last.contains("--paper:light-dark(#f4f8f2,#0e1511)"), "{last}");
}

/// The tokens of the first rule of a style sheet, with their values.
fn tokens(css: &str) -> BTreeMap<&str, &str> {
    let (_, rest) = css.split_once(":root {").unwrap();
    let (rule, _) = rest.split_once("\n}").unwrap();
    let lines = rule.lines().filter_map(|line| line.trim().strip_prefix("--"));
    lines.filter_map(|line| line.trim_end_matches(';').split_once(": ")).collect()
}
