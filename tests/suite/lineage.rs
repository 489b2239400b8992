//! On a claim's page: the evidence down to its origins, and how the assessment changed, as pictures and as lists.

use crate::support::{Built, SiteTest};
use std::fmt::Write;

const SOURCES: &str = "\
report: {title: Report, publisher: Watchers, url: https://watchers.example/1, original: true}
daily: {title: Daily repeats, publisher: The Daily, url: https://daily.example/1, based_on: [report], quotes: [{exact: so it is, page: 2}]}
weekly: {title: Weekly repeats, publisher: The Weekly, url: https://weekly.example/1, based_on: [daily]}
monthly: {title: Monthly repeats, publisher: The Monthly, url: https://monthly.example/1, based_on: [weekly]}
silent: {title: Silent, publisher: The Evening, url: https://evening.example/1}
order: {title: Order, publisher: Ministry, url: https://ministry.example/1, role: primary, date: 2022-05-03}
";

const CLAIM: &str = "\
station:
  text: A station operated.
  made_by: Watchers
  status: refuted
  sources: [monthly, daily, silent]
  contrary: [order]
  finding: [order]
  history:
    - {date: 2022-09, status: alleged, sources: [report]}
    - {date: 2022-10, status: reported, sources: [daily]}
    - {date: 2024-01, status: refuted, sources: [order]}
";

fn built(lang: &str, sources: &str, claim: &str) -> Built {
    let site = format!("title = \"Example\"\nlang = \"{lang}\"\n");
    let built = SiteTest::from_files(&[
        ("site.toml", site.as_str()),
        ("content/sources/all.yaml", sources),
        ("content/claims/all.yaml", claim),
    ])
    .build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    built
}

/// The words of a part of a page, a shape told by its class.
fn words(html: &str) -> String {
    let text = html.replace("<ul", " (<ul").replace("</ul>", ") </ul>");
    let parts =
        text.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text));
    let text = parts.collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between two texts.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    let rest = &text[start..];
    &rest[..rest.find(to).unwrap_or_else(|| panic!("no {to} after {from}"))]
}

/// The part of a claim's page that tells how its status changed.
fn history(page: &str) -> &str {
    between(page, "<div class=\"history\"", "</section>")
}

#[test]
fn the_sources_of_a_claim_are_listed_down_to_their_origins() {
    let built = built("en", SOURCES, CLAIM);
    let page = built.page("claims/station.html");
    let list = between(page, "<ul class=\"lineage__list\"", "</section>");
    // However long the way is, three levels tell it.
    assert_eq!(
        words(list),
        "The Monthly repeats others ( The Weekly repeats others ( Watchers word of who says so ) ) \
         The Daily repeats others so it is p. 2 · not checked: no copy of the source is kept here \
         ( Watchers word of who says so ) The Evening not traced )"
    );
    let against = between(page, "id=\"evidence-against\"", "</section>");
    // Who is against it and found so too stands there once; where nobody repeats another there is no picture.
    assert!(
        words(against).ends_with("( Ministry , 3 May 2022 record or statement Finding )"),
        "{against}"
    );
    assert!(!against.contains("<svg class=\"drawn\""), "{against}");
}

#[test]
fn the_same_is_drawn_and_hidden_from_who_can_not_see_it() {
    let built = built("en", SOURCES, CLAIM);
    let picture =
        between(built.page("claims/station.html"), "<svg class=\"drawn\"", "</svg>");
    assert!(picture.contains("aria-hidden=\"true\""), "{picture}");
    assert_eq!(
        words(picture),
        "The Monthly The Daily The Weekly The Evening Watchers word of who says so not traced"
    );
    // The line to what is not traced is broken.
    assert_eq!(between(picture, "dashed\" d=\"", "/>").matches('M').count(), 1);
}

#[test]
fn where_text_runs_from_right_to_left_the_pictures_do() {
    let (english, arabic) = (built("en", SOURCES, CLAIM), built("ar", SOURCES, CLAIM));
    let first_line = |built: &Built, class: &str| {
        let data = between(built.page("claims/station.html"), class, "/>").to_owned();
        data.split(['M', ' ']).find_map(|part| part.parse::<i32>().ok()).unwrap()
    };
    for (class, width) in [("dashed\" d=\"", 360), ("firm\" d=\"", 320)] {
        assert_eq!(first_line(&english, class), width - first_line(&arabic, class));
    }
}

#[test]
fn many_sources_are_folded_in_the_picture_and_listed() {
    let mut sources = SOURCES.to_owned();
    let mut keys = Vec::new();
    for n in 1..=40 {
        let _ = writeln!(
            sources,
            "copy-{n}: {{title: Copy, publisher: Paper {n}, url: https://p{n}.example/, based_on: [report]}}"
        );
        keys.push(format!("copy-{n}"));
    }
    let cited = format!("sources: [{}]", keys.join(", "));
    let claim = CLAIM.replace("sources: [monthly, daily, silent]", &cited);
    let built = built("en", &sources, &claim);
    let page = built.page("claims/station.html");
    let picture = between(page, "<svg class=\"drawn\"", "</svg>");
    assert_eq!(words(picture), "Paper 1 39 others Watchers word of who says so");
    let list = between(page, "<ul class=\"lineage__list\"", "</section>");
    assert_eq!(list.matches("repeats others").count(), 40);
}

#[test]
fn a_thousand_sources_leave_only_the_list_and_that_is_bounded_below_them() {
    let mut sources = SOURCES.to_owned();
    let below: Vec<String> = (1..=100).map(|n| format!("below-{n}")).collect();
    for key in &below {
        let _ = writeln!(
            sources,
            "{key}: {{title: Below, publisher: {key}, original: true}}"
        );
    }
    let _ = writeln!(
        sources,
        "gathered: {{title: Gathered, publisher: Gatherer, based_on: [{}]}}",
        below.join(", ")
    );
    let claim = CLAIM.replace(
        "sources: [monthly, daily, silent]",
        &format!("sources: [gathered, {}]", below[..50].join(", ")),
    );
    let built = built("en", &sources, &claim);
    let page = built.page("claims/station.html");
    let list = between(page, "<ul class=\"lineage__list\"", "</section>");
    assert!(words(list).contains("own work 92 others )"), "{}", words(list));
}

#[test]
fn how_the_status_changed_is_a_line_of_steps_beside_the_list() {
    let built = built("en", SOURCES, CLAIM);
    let page = built.page("claims/station.html");
    let line = between(history(page), "<svg", "</svg>");
    assert_eq!(
        words(line),
        "Confirmed Corroborated Reported Alleged Refuted 2022 2023 2024"
    );
    let steps = between(line, "firm\" d=\"", "/>");
    assert_eq!((steps.matches('V').count(), steps.matches('H').count()), (2, 3));
    let same = CLAIM.replace("status: reported, sources", "status: alleged, sources");
    let same = same.replace("status: refuted\n", "status: alleged\n");
    let same = same.replace(
        "status: refuted, sources: [order]}",
        "status: alleged, sources: [order]}",
    );
    let page = self::built("en", SOURCES, &same);
    assert!(!history(page.page("claims/station.html")).contains("<svg class=\"drawn\""));
}
