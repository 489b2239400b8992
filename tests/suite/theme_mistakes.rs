//! A mistake in a theme is told once, with its place; so is what a theme has and nothing uses.

use crate::support::{Built, SiteTest};

const ARTICLE: &str = "---\ntitle: A\ndate: 2022-10-26\ntags: [court]\n---\n\nText.\n";
const PAGE: &str = "templates/pages/article.html";

/// A site with three articles and a theme that has these files beside those of `broadsheet`.
fn built(theme: &[(&str, &str)]) -> Built {
    let theme: Vec<(String, &str)> =
        theme.iter().map(|(path, text)| (format!("themes/own/{path}"), *text)).collect();
    let mut files = vec![
        ("site.toml", "title = \"Example\"\ntheme = \"own\"\n"),
        ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n"),
        ("content/articles/a.md", ARTICLE),
        ("content/articles/b.md", ARTICLE),
        ("content/articles/c.md", ARTICLE),
    ];
    files.extend(theme.iter().map(|(path, text)| (path.as_str(), *text)));
    SiteTest::from_files(&files).build()
}

/// The one message that is told of a theme with these files: its code, its place and all it says.
fn told(theme: &[(&str, &str)]) -> String {
    let built = built(theme);
    assert_eq!(built.found.len(), 1, "{theme:?}:\n{}", built.diagnostics());
    built.diagnostics()
}

#[test]
fn a_mistake_in_a_template_is_one_message_however_many_pages_it_has() {
    let cases = [
        ("<p>\n{% if title %}{{ title }}\n", "E0603", "", "2:"),
        ("{{ <status of=1 /> }}", "E0603", "", "1:"),
        ("{{ titel }}", "E0605", "`title`", "1:4"),
        ("{{ page.titel }}", "E0605", "`title`", "1:9"),
        ("{{ title | shout }}", "E0604", "`shout`", "1:12"),
        ("{{ shout(a=1) }}", "E0604", "`shout`", "1:4"),
        ("{% if title is loud %}{% endif %}", "E0604", "`loud`", "1:16"),
        ("{{ <artcle_card of={page} /> }}", "E0604", "mean `article_card`", "1:4"),
        ("{{ <article_card /> }}", "E0605", "`of`", "1:4"),
        ("{{ kept(show=\"crumb\", of=tags) }}", "E0604", "mean `crumbs`", "1:15"),
        (
            "{{ <crumbs of={page} and={1} so={2} /> }}",
            "E0605",
            "`and`, `of`, `so`",
            "1:4",
        ),
        ("{{ kept(show=\"article_card\") }}", "E0605", "`of`", "1:4"),
        (
            "{% extends \"base.html\" %}{% block mian %}{% endblock %}",
            "E0604",
            "`mian`",
            "1:",
        ),
        (
            "{% include \"partials/haed.html\" %}",
            "E0604",
            "mean `partials/head.html`",
            "1:12",
        ),
        ("{% extends \"bsae.html\" %}", "E0604", "mean `base.html`", "1:1"),
        ("{% extends \"own/pages/article.html\" %}", "E0604", "itself", "1:1"),
        ("{% include \"pages/article.html\" %}", "E0604", "itself", "1:1"),
        (
            "{% for one in tags %}{{ one.title + 1 }}{% endfor %}",
            "E0605",
            "numbers",
            "1:25",
        ),
        (
            "{% if previous %}{{ standfirst.nope.x }}{% endif %}",
            "E0605",
            "`nope`",
            "1:32",
        ),
    ];
    for (template, code, words, at) in cases {
        let said = told(&[(PAGE, template)]);
        assert!(said.starts_with(&format!("error[{code}]")), "{template}:\n{said}");
        assert!(said.contains(&format!("{PAGE}:{at}")), "{template}:\n{said}");
        assert!(said.contains(words), "{template}:\n{said}");
    }
}

#[test]
fn a_mistake_in_what_every_page_has_is_one_message() {
    let base = "<p>{{ page.nope }}</p>{% block main %}{% endblock %}";
    let said = told(&[("templates/base.html", base)]);
    assert!(said.starts_with("error[E0605]"), "{said}");
    assert!(said.contains("templates/base.html:1:12"), "{said}");
}

#[test]
fn a_component_that_shows_itself_is_one_message() {
    let own = "{% component own(n: string) %}{{ <own n={n} /> }}{% endcomponent own %}";
    let said =
        told(&[(PAGE, "{{ <own n={title} /> }}"), ("components/own/own.html", own)]);
    assert!(said.starts_with("error[E0605]: maximum render recursion"), "{said}");
}

#[test]
fn what_nothing_uses_is_told() {
    let masthead = "{% component masthed() %}{% endcomponent masthed %}";
    let colophon = "{% component masthead(...rest) %}{% endcomponent masthead %}";
    let own = "{% component own() %}{% endcomponent own %}";
    let cases = [
        ("components/masthead/masthead.html", masthead, "W0601", "`masthed`"),
        ("components/colophon/colophon.html", colophon, "W0601", "`colophon`"),
        ("components/own/own.html", "<p>", "W0601", "no component `own`"),
        ("components/own/own.html", own, "W0602", "{{ <own /> }}"),
        ("templates/pages/artcle.html", "<p>", "W0603", "mean `pages/article.html`"),
        ("templates/embeds/claims.html", "<p>", "W0603", "mean `embeds/claim.html`"),
        ("templates/partials/own.html", "<p>", "W0603", "include \"partials/own.html\""),
        ("tempates/base.html", "<p>", "W0603", "mean `templates`"),
        ("base.html", "<p>", "W0603", "lies where no templates are read"),
        ("css/own.css", "p {}", "W0604", "@import \"own.css\""),
        ("style.css", "p {}", "W0604", "lies where no style sheets are read"),
        ("templates/own.css", "p {}", "W0604", "lies where no style sheets are read"),
        ("css/own.js", "own()", "W0605", "lies where no scripts are read"),
    ];
    for (path, text, code, words) in cases {
        let said = told(&[(path, text)]);
        assert!(said.starts_with(&format!("warning[{code}]")), "{path}:\n{said}");
        assert!(said.contains(words), "{path}:\n{said}");
    }
}

#[test]
fn what_a_theme_uses_is_let_pass() {
    let frame = "{% component frame() %}<p>{{ body }}</p>{% endcomponent frame %}";
    let article = "{% extends \"own/two.html\" %}{% block main %}{{ kept(show=\"row\", of=related) }}\
                   {{ <own.part /> }}{% include \"partials/own.html\" %}{% endblock %}";
    let row = "{% component row(of: map) %}<li>{% endcomponent row %}\
               {% component own.part() %}<p>{% endcomponent own.part %}";
    let built = built(&[
        (PAGE, article),
        ("templates/two.html", "{% extends \"broadsheet/base.html\" %}"),
        ("templates/partials/own.html", "{% <frame> %}words{% </frame> %}"),
        ("templates/partials/extend-head.html", "<!-- ours -->"),
        ("components/frame/frame.html", frame),
        ("components/row/row.html", row),
        ("components/row/row.css", ".row {}"),
        ("components/row/row.js", "row()"),
        ("css/owner.css", "p {}"),
        ("static/demo.html", "<p>"),
        ("README.md", "How it is used"),
    ]);
    assert_eq!(built.diagnostics(), "");
}

#[test]
fn a_value_of_which_a_template_uses_nothing_is_there_all_the_same() {
    let built = built(&[(PAGE, "{% if previous %}there is one before{% endif %}")]);
    let pages = ["a", "b", "c"].map(|id| built.page(&format!("articles/{id}.html")));
    let with = pages.iter().filter(|page| page.contains("there is one before")).count();
    assert_eq!(with, 2, "{}", built.diagnostics());
}
