//! Letters of every script in ids, links, addresses and tags.

use crate::support::{Built, SiteTest};

/// A site of one article more than these files.
fn site(files: &[(&str, &str)]) -> Built {
    let config =
        ("site.toml", "title = \"Example\"\nbase_url = \"https://paper.example/\"\n");
    SiteTest::from_files(&[&[config], files].concat()).build()
}

/// An article with some lines of front matter and a text.
fn article(head: &str, text: &str) -> String {
    format!("---\ntitle: The harbour\ndate: 2022-01-01\n{head}---\n\n{text}\n")
}

fn build(head: &str, text: &str) -> Built {
    site(&[("content/articles/harbour.md", &article(head, text))])
}

/// `å` in one character and in two, as some systems store the names of files.
const COMPOSED: &str = "\u{e5}";
const APART: &str = "a\u{30a}";

/// The smallest PNG.
const PIXEL: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xae\x42\x60\x82";

#[test]
fn names_that_show_the_same_letters_are_one() {
    let linked = article(
        "",
        &format!(
            "[[{COMPOSED}ngstr\u{f6}m]] [x]({COMPOSED}ngstr\u{f6}m.md#b{COMPOSED}t) \
         [y](%C3%A5ngstr%C3%B6m.md) [z](a%CC%8Angstro%CC%88m.md#ba%CC%8At)\n\n![A ship](b{COMPOSED}t.png)"
        ),
    );
    let scratch = crate::support::Scratch::new("equivalent-names");
    scratch.put("site.toml", "title = \"Example\"\n");
    scratch.put("content/articles/harbour.md", linked);
    let text = article("", &format!("## B{APART}t"));
    scratch.put(&format!("content/articles/{APART}ngstro\u{308}m.md"), text);
    scratch.put(&format!("content/articles/b{APART}t.png"), PIXEL);
    scratch.put(
        &format!("content/articles/b{COMPOSED}t.png.yaml"),
        "caption: At the quay\n",
    );
    let built = SiteTest::from_root(scratch.path()).build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("articles/harbour.html");
    assert_eq!(
        page.matches("href=\"%C3%A5ngstr%C3%B6m.html#b%C3%A5t\"").count(),
        2,
        "{page}"
    );
    assert!(
        page.contains("src=\"b%C3%A5t.png\"") && page.contains("At the quay"),
        "{page}"
    );
    assert!(built.page("articles/\u{e5}ngstr\u{f6}m.html").contains("id=\"b\u{e5}t\""));
}

#[test]
fn two_files_whose_names_show_the_same_letters_are_refused() {
    let scratch = crate::support::Scratch::new("twins");
    scratch.put("site.toml", "title = \"Example\"\n");
    for name in [COMPOSED, APART] {
        scratch.put(&format!("content/articles/b{name}t.md"), article("", "Text."));
        scratch.put(&format!("content/media/b{name}t.pdf"), "%PDF");
    }
    let built = SiteTest::from_root(scratch.path()).build();
    assert_eq!(built.codes(), ["E0701", "E0701"], "{}", built.diagnostics());
    assert!(built.found.iter().all(|one| one.also.len() == 1));
    std::fs::remove_file(scratch.path().join(format!("content/articles/b{APART}t.md")))
        .unwrap();
    scratch.put("content/articles/c.md", article("", &format!("[x](b{COMPOSED}t.pdf)")));
    let built = SiteTest::from_root(scratch.path()).build();
    assert_eq!(built.codes(), ["E0701"], "{}", built.diagnostics());
}

#[test]
fn words_of_every_script_have_pages_and_anchors_of_their_own() {
    let built = site(&[
        (
            "content/articles/a.md",
            &article("tags: [ไม่, हिन्दी]\n", "## हिन्दी\n\n[up](#हिन्दी)"),
        ),
        ("content/articles/b.md", &article("tags: [ไม้, हिन्दू]\n", "Text.")),
    ]);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    for tag in ["ไม่", "ไม้", "हिन्दी", "हिन्दू"] {
        assert!(built.page(&format!("tags/{tag}.html")).contains(tag), "{tag}");
    }
    assert!(built.page("articles/a.html").contains("id=\"हिन्दी\""));
}

#[test]
fn tags_that_differ_in_a_sign_stay_apart_and_are_shown_as_written() {
    let built = build("tags: [\"C++\", \"C#\", c, C, \"...\", \"🎉\", \"#\"]\n", "Text.");
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("articles/harbour.html");
    for tag in [">C++<", ">C#<", ">c<", ">...<", ">🎉<", ">#<"] {
        assert_eq!(page.matches(tag).count(), 1, "{tag} in {page}");
    }
    assert!(!page.contains(">C<"), "{page}");
    let pages = built.files.keys().filter(|path| path.starts_with("tags/")).count();
    assert_eq!(pages, 1 + 6, "{}", built.tree());
    assert_eq!(built.page("tags/c.html").matches("<article").count(), 1);
}

#[test]
fn names_of_which_one_address_would_be_made_are_told_with_both_places() {
    for head in [
        "tags: [Jean-Pierre, Jean Pierre]\n",
        "authors: [Jean-Pierre Roe, Jean Pierre Roe]\n",
        "locations: [\"Port-Louis, MU\", \"Port Louis, MU\"]\n",
    ] {
        let built = build(head, "Text.");
        assert_eq!(built.codes().len(), 1, "{}", built.diagnostics());
        assert!(["E0701", "E0205"].contains(&built.codes()[0]));
        assert_eq!(built.found[0].also.len(), 1, "{}", built.diagnostics());
    }
}

#[test]
fn what_is_called_like_a_page_of_the_site_is_told_where_it_stands() {
    let claim = "sources: [{id: a, title: A}]\nclaims: [{id: index, text: It closed., status: alleged, made_by: Jane Roe, sources: [a]}]\n";
    let source = "sources: [{id: index, title: A report}]\n";
    let slug = "slug: index\n";
    for head in ["tags: [Index]\n", "authors: [Index]\n", claim, source, slug] {
        let built = build(head, "Text.");
        let found = built.found.iter().find(|one| one.code.id() == "E0701");
        let found = found.unwrap_or_else(|| panic!("{head}: {}", built.diagnostics()));
        assert!(matches!(found.place, dateline::diag::Place::Text(_)), "{head}");
        assert!(!found.help.is_empty(), "{head}");
    }
}

#[test]
fn a_tag_in_the_way_of_a_further_page_of_the_list_is_told_where_it_stands() {
    let tags: Vec<String> = (10..40).map(|n| format!("tag {n}")).collect();
    let built = site(&[
        ("site.toml", "title = \"Example\"\npaginate = 10\n"),
        (
            "content/articles/a.md",
            &article(&format!("tags: [page 2, {}]\n", tags.join(", ")), ""),
        ),
    ]);
    assert_eq!(built.codes(), ["E0701"], "{}", built.diagnostics());
    assert!(
        built.diagnostics().contains("content/articles/a.md:4:8"),
        "{}",
        built.diagnostics()
    );
}

#[test]
fn an_address_of_any_length_is_a_source() {
    let path = "%E6%B8%AF".repeat(90);
    let long = format!("https://paper.example/{path}");
    let built =
        build(&format!("sources: [\"{long}\", \"{long}1\"]\n"), "Words [@1] [@2].");
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let names: Vec<&String> =
        built.files.keys().filter(|path| path.contains("sources/paper")).collect();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|name| name.len() < 200), "{names:?}");
}

#[test]
fn a_name_that_is_too_long_is_told_where_it_is_given() {
    let long = "z".repeat(260);
    let built = build(&format!("slug: {long}\n"), "Text.");
    assert_eq!(built.codes(), ["E0119"], "{}", built.diagnostics());
    assert!(built.diagnostics().contains("harbour.md:4:7"), "{}", built.diagnostics());
    let deep = "folder/".repeat(150);
    let sources = format!("? {long}\n: {{title: A}}\n? {deep}x\n: {{title: B}}\n");
    let built = site(&[("content/sources/all.yaml", &sources)]);
    assert_eq!(built.codes(), ["E0119", "E0119"], "{}", built.diagnostics());
    let built =
        build(&format!("tags: [{long}]\nauthors: [{long}]\n"), &format!("## {long}"));
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert!(built.files.keys().all(|path| path.len() < 200), "{}", built.tree());
}

#[test]
fn names_that_windows_refuses_reach_no_file() {
    let built = build("tags: [Aux, \"who: when?\"]\nauthors: [Con]\n", "Text.");
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert!(!built.tree().contains("aux.html") && !built.tree().contains("con.html"));
    let pixel = String::from_utf8_lossy(b"%PDF");
    for path in ["content/media/nul.pdf", "content/media/a:b.pdf", "static/lpt1.txt"] {
        let text = article("", "[x](nul.pdf)")
            .replace("nul.pdf", path.rsplit('/').next().unwrap());
        let text = if path.starts_with("static") {
            article("", "Text.")
        } else {
            text.replace("](a:b", "](./a:b")
        };
        let built = site(&[("content/articles/a.md", &text), (path, &pixel)]);
        assert_eq!(built.codes(), ["E0131"], "{path}: {}", built.diagnostics());
        assert!(built.diagnostics().contains(path), "{}", built.diagnostics());
    }
    for old in ["/com1.html", "/what?.html"] {
        let built = build(&format!("aliases: [\"{old}\"]\n"), "Text.");
        assert_eq!(built.codes(), ["E0131"], "{old}: {}", built.diagnostics());
    }
    let built = build("aliases: [\"a\\tb\"]\n", "Text.");
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
}

#[test]
fn a_name_is_found_whatever_the_case_of_its_letters() {
    let built = site(&[
        ("content/articles/a.md", &article("", "[[jane roe]] [[JANE ROE]] [[the Doe]]")),
        (
            "content/entities/all.yaml",
            "Jane Roe: {name: Jane Roe, schema: Person, privacy: public-figure, aliases: [The Doe]}\n",
        ),
    ]);
    assert!(!built.codes().contains(&"E0201"), "{}", built.diagnostics());
}

#[test]
fn characters_that_nobody_sees_are_told_wherever_they_stand() {
    let claims = "office: {text: \"It was \\u202Eton\\u202C closed.\", status: alleged, made_by: Me, sources: [s]}\n";
    let built = site(&[
        ("content/claims/all.yaml", claims),
        ("content/sources/all.yaml", "s: {title: A}\n"),
    ]);
    assert!(built.codes().contains(&"W0106"), "{}", built.diagnostics());
    for (head, text) in [
        ("summary: \"a\\u200Bb\"\n", "Text."),
        ("tags: [\"a\u{2060}b\"]\n", "Text."),
        ("", "It was \u{202e}ton\u{202c} closed."),
        ("", "It was &#x202E;ton closed."),
        ("", "An open \u{2067}isolate."),
        ("", "A tag \u{e0041}."),
        ("", "A bell \u{7}."),
    ] {
        let mut site = SiteTest::from_files(&[
            ("site.toml", "title = \"Example\"\n"),
            ("content/articles/a.md", &article(head, text)),
        ]);
        assert_eq!(site.build().codes(), ["W0106"], "{head}{text}");
        site.options.release = true;
        assert!(site.build().files.is_empty(), "{head}{text}");
        let said = site.build().diagnostics();
        assert!(!said.contains(['\u{202e}', '\u{7}', '\u{e0041}']), "{said}");
    }
    for text in [
        "می\u{200c}خواهم",
        "שלום\u{200f}!",
        "\u{2067}שלום\u{2069}",
        "👩\u{200d}🚒",
        "a &zwnj; b",
    ] {
        let built = build("", text);
        assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    }
}
