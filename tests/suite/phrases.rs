//! Phrases in templates: a theme's own, others for Dateline's, and what is put into them.

use crate::support::{Built, SiteTest};

/// A site whose theme has these phrases, and this at the foot of every page.
fn built(phrases: &str, foot: &str) -> Built {
    SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\ntheme = \"own\"\n"),
        ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n"),
        ("themes/own/phrases/en.ftl", phrases),
        ("themes/own/templates/partials/extend-footer.html", foot),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\nText.\n"),
    ])
    .build()
}

fn foot(phrases: &str, foot: &str) -> String {
    let built = built(phrases, &format!("<i>{foot}</i>"));
    let page = built.page("index.html");
    let (_, rest) = page.split_once("<i>").unwrap_or_else(|| panic!("{page}"));
    rest.split_once("</i>").unwrap().0.to_owned()
}

#[test]
fn a_theme_has_phrases_of_its_own_and_others_for_datelines() {
    let own = "skip-to-text = Straight to the text\nshares = { $count ->\n    [one] once\n   *[other] { $count } times\n }\n";
    let said = "{{ \"shares\" | phrase(count=1) }}, {{ \"shares\" | phrase(count=2) }}";
    assert_eq!(foot(own, said), "once, 2 times");
    let built = built(own, said);
    let page = built.page("articles/a.html");
    assert!(page.contains(">Straight to the text</a>"), "{page}");
}

#[test]
fn what_is_put_into_a_phrase_stays_text_or_html() {
    let own = "both = A & { $one } & { $two }\n";
    let said = "{{ \"both\" | phrase(one=\"<b>\", two=\"<b>\" | safe) }}";
    assert_eq!(foot(own, said), "A &amp; &lt;b&gt; &amp; <b>");
    // As a text that is used further it is what it says.
    let said =
        "{% set said = \"both\" | phrase(one=1, two=site.title) %}{{ said | length }}";
    assert_eq!(foot(own, said), "A &amp; 1 &amp; Example".len().to_string());
}

#[test]
fn a_mistake_in_a_file_of_phrases_is_told_at_its_place() {
    for (own, place, words) in [
        ("a = { $b\n", "2:1", "expected a token starting with `}`"),
        ("a = x\na = y\n", "2:1", "the phrase `a` stands here twice"),
        (
            "a = { NUMBER($b) }\n",
            "1:7",
            "a phrase has text, placeholders and plural forms only",
        ),
        ("-a = x\n", "1:2", "a phrase has text, placeholders and plural forms only"),
    ] {
        let built = built(own, "");
        let told = built.diagnostics();
        assert_eq!(built.found.len(), 1, "{told}");
        for part in ["E0608", &format!("themes/own/phrases/en.ftl:{place}"), words] {
            assert!(told.contains(part), "{own}: {part}: {told}");
        }
    }
}

#[test]
fn a_phrase_whose_name_is_made_up_is_told_where_it_fails() {
    let built = built("", "{% set name = \"no\" ~ \"thing\" %}{{ name | phrase }}");
    let told = built.diagnostics();
    assert!(told.contains("E0605") && told.contains("no phrase `nothing`"), "{told}");
}
