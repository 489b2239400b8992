//! `dateline theme guide`: each component as its examples have it, in the theme of a site or in the one that is compiled in.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::running::{dateline, err, out};
use crate::support::{Scratch, SiteTest};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const ARTICLE: &str = "---\ntitle: A\ndate: 2022-10-26\n---\n\nText.\n";

/// The style guide that `dateline theme guide` writes in `place`: each HTML file by its path.
fn guide(place: &Path) -> BTreeMap<String, String> {
    let run = dateline(place, &["theme", "guide", "--out", "guide"]);
    assert_eq!(run.status.code(), Some(0), "{}", err(&run));
    assert!(out(&run).contains("open guide/index.html"), "{}", out(&run));
    let mut pages = BTreeMap::new();
    for folder in ["", "components"] {
        for entry in fs::read_dir(place.join("guide").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "html") {
                let name = path.strip_prefix(place.join("guide")).unwrap();
                let text = fs::read_to_string(&path).unwrap();
                pages.insert(name.to_str().unwrap().replace('\\', "/"), text);
            }
        }
    }
    pages
}

/// What stands on the stage of an example.
fn stage<'p>(page: &'p str, anchor: &str) -> &'p str {
    let from = page.find(&format!("id=\"{anchor}\"")).expect(anchor);
    let (_, stage) = page[from..].split_once("<div class=\"example__stage\">\n").unwrap();
    stage.split_once("\n</div>\n<div class=\"example__code\">").unwrap().0
}

#[test]
fn without_a_site_it_shows_the_theme_that_is_compiled_in() {
    let place = Scratch::new("guide");
    let pages = guide(place.path());
    let index = &pages["index.html"];
    assert!(index.contains("<a href=\"components/status.html\">status</a>"), "{index}");
    assert!(!index.contains("Changed in"), "{index}");
    // All is of the component's own making, and nothing of the page that shows it.
    let closed = stage(&pages["components/status.html"], "status-4");
    let expected = "<span class=\"status\" data-tone=\"resolved\"><svg class=\"mark\" viewBox=\"-8 -8 16 16\" \
                    aria-hidden=\"true\"><path d=\"M-6-6h12v12h-12z\"/></svg> Closed</span>";
    assert_eq!(closed, expected);
    let source = "title </span>= <span class=\"hl-string\">&quot;Settled&quot;";
    assert!(pages["components/status.html"].contains(source));
    // Two examples with one fragment, and a link to a page that isn't there.
    let articles = stage(&pages["components/article-card.html"], "articles-1");
    assert!(articles.contains("aria-labelledby=\"articles-1-articles\""), "{articles}");
    assert!(articles.contains("href=\"#articles/quay.html\""), "{articles}");
    let picture = stage(&pages["components/article-card.html"], "article_card-2");
    assert!(picture.contains("src=\"../assets/sample.svg\""), "{picture}");
    assert!(place.path().join("guide/assets/sample.svg").is_file());
}

#[test]
fn its_pages_keep_the_policy_of_every_page_and_lead_to_each_other() {
    let place = Scratch::new("guide-policy");
    let pages = guide(place.path());
    for (path, page) in &pages {
        for forbidden in ["<style", " style=\"", "<script>", " onclick", "\0", "{{"] {
            // What is shown as code is escaped.
            assert!(!page.contains(forbidden), "{path}: {forbidden}");
        }
        let folder = Path::new(path).parent().unwrap();
        for link in
            page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next())
        {
            if link.starts_with('#') || link.contains(':') {
                continue;
            }
            let file = link.split('#').next().unwrap();
            let there = place.path().join("guide").join(folder).join(file);
            assert!(there.is_file(), "{path} leads to {link}");
        }
    }
}

#[test]
fn a_site_sees_its_own_theme_with_what_it_changes() {
    let place = Scratch::new("guide-gazette");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/gazette");
    copy(&fixture, place.path());
    let pages = guide(place.path());
    assert_eq!(pages["index.html"].matches("Changed in gazette").count(), 1);
    let card = stage(&pages["components/article-card.html"], "article_card-1");
    assert!(
        card.contains("<p class=\"card__date\"><time datetime=\"2026-03-02\">"),
        "{card}"
    );
    // Examples are those of the theme that it extends, and the words are the site's language.
    assert!(pages["components/status.html"].contains("id=\"status-1\""));
    fs::write(
        place.path().join("themes/gazette/guide.css"),
        "/* lies where no style sheets are read */",
    )
    .unwrap();
    let again = guide(place.path());
    assert_eq!(again, pages);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target)
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

#[test]
fn an_example_that_fails_is_shown_as_one_and_told() {
    let place = Scratch::new("guide-fails");
    let write = |path: &str, text: &str| {
        let path = place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("site.toml", "title = \"A\"\ntheme = \"own\"\n");
    write("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n");
    let examples = "[[more]]\ntitle = \"Less\"\nwhen = \"Never.\"\nwith.text = \"a\"\n";
    write("themes/own/components/more/examples.toml", examples);
    let run = dateline(place.path(), &["theme", "guide"]);
    assert_eq!(run.status.code(), Some(1), "{}", out(&run));
    assert!(err(&run).contains("the component `more` needs `part`"), "{}", err(&run));
    let page = place.path().join("style-guide/components/more.html");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("can’t be shown: the component `more` needs `part`"), "{page}");
}

/// The one message that is told of a theme with these files: its code and all it says.
fn told(theme: &[(&str, &str)]) -> String {
    let theme: Vec<(String, &str)> =
        theme.iter().map(|(path, text)| (format!("themes/own/{path}"), *text)).collect();
    let mut files = vec![
        ("site.toml", "title = \"Example\"\ntheme = \"own\"\n"),
        ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n"),
        ("content/articles/a.md", ARTICLE),
    ];
    files.extend(theme.iter().map(|(path, text)| (path.as_str(), *text)));
    let built = SiteTest::from_files(&files).build();
    assert_eq!(built.found.len(), 1, "{theme:?}:\n{}", built.diagnostics());
    built.diagnostics()
}

#[test]
fn an_example_that_does_not_fit_is_told_at_its_place() {
    let head = "[[more]]\ntitle = \"A\"\nwhen = \"Below a list.\"\n";
    let cases = [
        ("with.text = \"a\"\n", "E0609", "needs `part`", "1:1"),
        (
            "with = {part = {}, text = 3}\n",
            "E0609",
            "has to be a text, and is a number",
            "4:27",
        ),
        ("with = {part = {}, txt = \"\"}\n", "E0609", "did you mean `text`?", "4:20"),
        ("with = 3\n", "E0609", "`with` has to be a table", "4:8"),
        ("wth = {}\n", "E0105", "did you mean `with`?", "4:1"),
        ("with = {part = {}, text = \"\"}\ninside = \"p\"\n", "E0609", "`inside`", "1:1"),
        (
            "with = {part = {more = {title = \"a\"}}, text = \"\"}\n",
            "E0609",
            "`path`",
            "1:1",
        ),
    ];
    for (rest, code, words, at) in cases {
        let said = told(&[("components/more/examples.toml", &format!("{head}{rest}"))]);
        assert!(said.starts_with(&format!("error[{code}]")), "{rest}:\n{said}");
        assert!(said.contains(words), "{rest}:\n{said}");
        assert!(said.contains(&format!("components/more/examples.toml:{at}")), "{said}");
    }
    let unknown = "[[mroe]]\ntitle = \"A\"\nwhen = \"Below a list.\"\n";
    let said = told(&[("components/more/examples.toml", unknown)]);
    assert!(said.contains("there is no component `mroe`"), "{said}");
    assert!(said.contains("did you mean `more`?"), "{said}");
    let said = told(&[("components/more/examples.toml", "more = 1\n")]);
    assert!(said.contains("write `[[more]]` before each example"), "{said}");
}

#[test]
fn a_component_in_the_place_of_another_takes_what_that_took() {
    let cases = [
        ("part: map, text: string, @page", None),
        ("part: map, text, icon: string = \"\", @page", None),
        ("...rest", None),
        ("part: map, @page", Some("it has no parameter `text`")),
        ("part: map, text: map", Some("`text` is `map` here, and `string` is given")),
        (
            "part: map, text: string, icon: string",
            Some("it needs `icon`, which is not given"),
        ),
    ];
    for (head, words) in cases {
        let more = format!("{{% component more({head}) %}}<p>{{% endcomponent more %}}");
        let files = [("components/more/more.html", more.as_str())];
        match words {
            Some(words) => {
                let said = told(&files);
                assert!(said.starts_with("warning[W0606]"), "{head}:\n{said}");
                assert!(said.contains(words), "{head}:\n{said}");
                assert!(
                    said.contains("themes/own/components/more/more.html:1:14"),
                    "{said}"
                );
            }
            None => {
                // A mistake of another kind, so that there is one message.
                let said = told(&[files[0], ("scripts/own.js", "own()")]);
                assert!(said.starts_with("warning[W0605]"), "{head}:\n{said}");
            }
        }
    }
    // A row, of which no example is the original's own.
    let row =
        "{% component backlink(of: map, nth: integer) %}<li>{% endcomponent backlink %}";
    let said = told(&[("components/backlinks/own.html", row)]);
    assert!(said.contains("it needs `nth`, which is not given"), "{said}");
    let status =
        "{% component status(of: map, level: integer = 1) %}<p>{% endcomponent status %}";
    let level = "{% component article_card(of: map, level: integer, lead = false, compact = false, item = false) %}{% endcomponent article_card %}";
    let said = told(&[
        ("components/status/own.html", status),
        ("components/article-card/own.html", level),
    ]);
    assert!(said.contains("`level` has no default here"), "{said}");
}

#[test]
fn the_compiled_in_theme_that_a_site_has_changed_is_held_against_itself() {
    let more = "{% component more(part: map) %}<p>{% endcomponent more %}";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/articles/a.md", ARTICLE),
        ("themes/broadsheet/components/more/more.html", more),
    ])
    .build();
    assert_eq!(built.codes(), ["W0606"], "{}", built.diagnostics());
}
