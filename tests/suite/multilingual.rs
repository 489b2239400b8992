//! A site with several languages: the main one at the top, each other one in its folder.

use crate::support::{Built, SiteTest};
use std::collections::BTreeSet;

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\nlang = \"en\"\n\
    languages = [\"en\", \"es\", \"zh-Hans\"]\n\
    [[menu]]\ntitle = \"Places\"\nlink = \"countries/index.html\"\n\
    [statuses.shut]\nlabel = \"Shut\"\n\
    [language.es]\ntitle = \"Ejemplo\"\n[language.es.statuses.shut]\nlabel = \"Cerrado\"\n";

const HELLO: &str = "---\ntitle: Hello\ndate: 2022-01-02\nauthors: [A. Writer]\ntags: [greetings]\ncountries: [Ireland]\n\
    locations: [ie/dublin]\nclaims: [c]\ndates: [{date: 2022-01-01, text: Something happened, sources: [s]}]\n---\n\
    Text [@s]. See [[ie/dublin]] and [[ie]].\n\n![A sign](sign.svg)\n";

const HOLA: &str = "---\ntitle: Hola\ndate: 2022-01-02\nlang: es\ntranslation_of: hello\nauthors: [B. Writer]\ncountries: [Ireland]\n\
    locations: [ie/dublin]\nclaims: [c]\nrelated: [other]\n---\nTexto [@s]. Véanse [[ie/dublin]], [[ie]] y [[hello]].\n";

fn site() -> SiteTest {
    SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/index.md", "---\nlead: hello\n---\nWelcome.\n"),
        ("content/articles/hello.md", HELLO),
        ("content/articles/sign.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("content/articles/hola.md", HOLA),
        (
            "content/articles/other.md",
            "---\ntitle: Other\ndate: 2022-01-01\nauthors: [C. Writer]\ntags: [rest]\n---\nx\n",
        ),
        (
            "content/locations/l.yaml",
            "ie/dublin: {name: Office, city: Dublin, country: ie, status: shut}\n",
        ),
        (
            "content/claims/c.yaml",
            "c: {text: It is so., status: alleged, made_by: X, sources: [s], about: [ie/dublin]}\n",
        ),
        (
            "content/sources/s.yaml",
            "s: {title: A report, original: true, publisher: X}\n",
        ),
        ("content/pages/about.md", "---\ntitle: About\n---\nAbout us.\n"),
    ])
}

fn built() -> Built {
    let built = site().build();
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    built
}

/// Where a relative link from a page leads.
fn target(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The addresses of a page's links and pictures, without those elsewhere.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let of = |mark| page.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    let all = of(" href=\"").chain(of(" src=\""));
    let all = all.map(|link| link.split('#').next().unwrap_or_default());
    all.filter(|link| !link.is_empty() && !link.contains(':'))
}

#[test]
fn each_language_has_its_articles_and_the_shared_pages_in_its_folder() {
    let built = built();
    let tree: BTreeSet<String> = built.files.keys().map(ToString::to_string).collect();
    for path in [
        "index.html",
        "articles/hello.html",
        "countries/ie.html",
        "es/index.html",
        "es/articles/hola.html",
        "es/articles/index.html",
        "es/countries/index.html",
        "es/countries/ie.html",
        "es/claims/c.html",
        "es/locations/ie/dublin.html",
        "es/authors/b-writer.html",
        "zh-Hans/index.html",
        "zh-Hans/countries/ie.html",
        "sources/s.html",
        "about.html",
        "404.html",
    ] {
        assert!(tree.contains(path), "{path}: {tree:#?}");
    }
    for path in [
        "articles/hola.html",
        "authors/b-writer.html",
        "es/articles/hello.html",
        "es/sources/s.html",
        "es/about.html",
        "es/404.html",
        "en/index.html",
    ] {
        assert!(!tree.contains(path), "{path}");
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let built = built();
    let tree: BTreeSet<String> = built.files.keys().map(ToString::to_string).collect();
    let mut count = 0;
    for path in tree.iter().filter(|path| path.ends_with(".html") && *path != "404.html")
    {
        for link in links(built.page(path)) {
            let to = target(path, link);
            assert!(tree.contains(&to), "{path}: {link}");
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

#[test]
fn labels_names_and_lists_are_those_of_the_language() {
    let built = built();
    let country = built.page("es/countries/ie.html");
    assert!(
        country.contains("<html lang=\"es\">") && country.contains("Irlanda"),
        "{country}"
    );
    assert!(country.contains("href=\"../../es/articles/hola.html\""), "{country}");
    assert!(country.contains("Cerrado"), "{country}");
    let menu = |page: &str| page.contains(">Places</a>");
    assert!(menu(built.page("countries/ie.html")) && !menu(country));
    let chinese = built.page("zh-Hans/countries/ie.html");
    assert!(chinese.contains("爱尔兰") && chinese.contains("Shut"), "{chinese}");
    assert!(built.page("countries/ie.html").contains("Ireland"));
    for (list, has, lacks) in [
        ("articles/index.html", "Hello", "Hola"),
        ("es/articles/index.html", "Hola", "Hello"),
        ("es/index.html", "Hola", "Welcome"),
    ] {
        let page = built.page(list);
        let main = page.split("<main").nth(1).unwrap_or_default();
        assert!(main.contains(has) && !main.contains(lacks), "{list}: {page}");
    }
    assert!(built.page("es/index.html").contains("<title>Ejemplo</title>"));
}

#[test]
fn what_is_told_in_the_main_language_says_so() {
    let built = built();
    let claim = built.page("es/claims/c.html");
    assert!(claim.contains("lang=\"en\">It is so."), "{claim}");
}

#[test]
fn a_reader_changes_the_language_on_every_page() {
    let built = built();
    let switch = |path: &str| {
        let page = built.page(path);
        let nav = page.split("<nav class=\"languages\"").nth(1).unwrap_or_default();
        let nav = nav.split("</nav>").next().unwrap_or_default();
        links(nav).map(|link| target(path, link)).collect::<Vec<_>>()
    };
    assert_eq!(
        switch("es/countries/ie.html"),
        ["countries/ie.html", "zh-Hans/countries/ie.html"]
    );
    assert_eq!(
        switch("articles/hello.html"),
        ["es/articles/hola.html", "zh-Hans/index.html"]
    );
    assert_eq!(
        switch("es/articles/hola.html"),
        ["articles/hello.html", "zh-Hans/index.html"]
    );
    assert_eq!(switch("sources/s.html"), ["es/index.html", "zh-Hans/index.html"]);
    let page = built.page("zh-Hans/countries/ie.html");
    for (lang, folder) in [("en", ""), ("es", "es/"), ("zh-Hans", "zh-Hans/")] {
        let link = format!(
            "<link rel=\"alternate\" hreflang=\"{lang}\" href=\"https://example.org/{folder}countries/ie.html\">"
        );
        assert!(page.contains(&link), "{page}");
    }
    assert!(page.contains(
        "<link rel=\"canonical\" href=\"https://example.org/zh-Hans/countries/ie.html\">"
    ));
}

#[test]
fn a_site_with_one_language_has_no_switch() {
    let built = SiteTest::from_files(&[(
        "site.toml",
        "title = \"Example\"\nlanguages = [\"en\"]\n",
    )])
    .build();
    assert_eq!(built.codes(), [] as [&str; 0], "{}", built.diagnostics());
    assert!(!built.page("index.html").contains("class=\"languages\""));
    assert!(!built.files.keys().any(|path| path.to_string().starts_with("en/")));
}

#[test]
fn languages_are_told_once_and_the_main_one_is_among_them() {
    for (toml, told) in [
        ("languages = [\"en\", \"es\", \"es\"]\n", "`es` stands here twice"),
        (
            "languages = [\"fr\", \"es\"]\n",
            "`en`, the language of the site, is not among them",
        ),
        (
            "languages = [\"en\", \"es\"]\n[language.fr]\ntitle = \"X\"\n",
            "`fr` is none of the site's other languages",
        ),
    ] {
        let built = SiteTest::from_files(&[(
            "site.toml",
            &format!("title = \"Example\"\n{toml}"),
        )])
        .build();
        assert!(built.diagnostics().contains(told), "{}", built.diagnostics());
    }
}
