//! Who may not be named is named nowhere, whatever the words stand in.

use crate::support::SiteTest;

const WITNESS: &str = "witness: {name: Jane Doe, names: {zh-Hans: 张三}, aliases: [Jenny D.], schema: Person, privacy: protected}\nowner: {name: J. Roe, schema: Person, privacy: private-person}\n";

/// What is said of an article with these fields and this text.
fn said(more: &str, text: &str, entities: &str) -> (Vec<&'static str>, String) {
    let article = format!("---\ntitle: T\ndate: 2022-01-01\n{more}\n---\n{text}\n");
    let entities = format!("{WITNESS}{entities}");
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"S\"\n"),
        ("content/articles/a.md", &article),
        ("content/entities/e.yaml", &entities),
    ])
    .build();
    (built.codes(), built.diagnostics())
}

#[test]
fn a_name_is_an_error_wherever_it_would_be_read() {
    let source = "sources: [{id: s, title: T}]";
    let claim = |fields: &str| {
        format!(
            "claims: [{{id: c, status: alleged, sources: [{{id: s, title: T}}], {fields}}}]"
        )
    };
    for (more, text) in [
        (String::new(), "It was Jane Doe."),
        (String::new(), "It was **Jane\nDoe**, they say."),
        (String::new(), "> Jenny D. said so."),
        (String::new(), "他是张三吗?"),
        (String::new(), "`Jane Doe`"),
        (String::new(), "[Jane Doe](https://a.example/)"),
        (String::new(), "[[ie|Jane Doe]]"),
        ("summary: Jane Doe speaks".into(), ""),
        ("tags: [Jane Doe]".into(), ""),
        ("authors: [Jane Doe]".into(), ""),
        ("extra: {who: [Jane Doe]}".into(), ""),
        ("dates: [{date: 2022, text: Jane Doe came.}]".into(), ""),
        (
            "locations: [{id: ie/l, name: House, country: ie, operator: Jane Doe}]"
                .into(),
            "",
        ),
        (source.replace("title: T", "title: 'Jane Doe: a life'"), ""),
        (source.replace("title: T", "title: T, by: [Jane Doe]"), ""),
        (source.replace("title: T", "title: T, quotes: [{exact: I saw Jane Doe}]"), ""),
        (claim("text: T., made_by: Jane Doe"), ""),
        (claim("text: Jane Doe left., made_by: X"), ""),
        (claim("text: T., made_by: X, responses: [{by: Jane Doe, stance: denies}]"), ""),
        (
            claim(
                "text: T., made_by: X, proceedings: [{party: Jane Doe, date: 2022, is: charged}]",
            ),
            "",
        ),
    ] {
        let (codes, told) = said(&more, text, "");
        assert!(codes.contains(&"E0213"), "{more} {text}: {told}");
        let of = told.split("\n\n").filter(|one| one.contains("E0213"));
        for one in of {
            assert!(one.contains("`witness`"), "{one}");
            assert!(
                !["Jane", "Jenny", "张三"].iter().any(|it| one.contains(it)),
                "{one}"
            );
        }
    }
}

#[test]
fn what_only_looks_like_a_name_or_is_not_read_is_none() {
    for (more, text) in [
        ("", "Jane Doesburg met Mary-Jane and Doe."),
        ("", "<!-- Jane Doe -->"),
        ("private: {who: Jane Doe}", "x"),
        (
            "claims: [{id: c, text: T., status: alleged, made_by: witness, sources: [{id: s, title: T}]}]",
            "x",
        ),
    ] {
        let (codes, told) = said(more, text, "");
        assert!(!codes.contains(&"E0213"), "{more} {text}: {told}");
    }
}

#[test]
fn a_namesake_is_linked_on_purpose() {
    let namesake = "minister: {name: Jane Doe, schema: Person, privacy: public-figure}\n";
    let (codes, told) = said("", "It was Jane Doe.", namesake);
    assert_eq!(codes, ["E0213"], "{told}");
    assert!(told.contains("`[[entity:minister]]`"), "{told}");
    for text in ["It was [[minister]].", "It was [[minister|Jane Doe]]."] {
        let (codes, told) = said("", text, namesake);
        assert_eq!(codes, [] as [&str; 0], "{told}");
    }
}
