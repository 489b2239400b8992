//! The examples of the CommonMark specification, through the whole pipeline.

use dateline::files::{FileId, OutPath};
use dateline::markdown;
use dateline::model::{Linker, Naming};
use dateline::render::{Apparatus, Dialect, RenderOptions, body};
use std::collections::BTreeSet;

const EXAMPLES: &str = include_str!("official/commonmark-0.31.2.json");

/// The numbers of the examples we differ from, each with its reason behind it.
const DIFFERENT: &str = include_str!("official/commonmark-fails.txt");

#[derive(serde::Deserialize)]
struct Example {
    markdown: String,
    html: String,
    example: u32,
    section: String,
}

fn rendered(text: &str) -> String {
    let tree = markdown::parse(text, 0..text.len(), FileId(0));
    let page = OutPath::new("index.html").unwrap();
    let to = Linker::relative(&page, Naming::File);
    let options =
        RenderOptions { dialect: Dialect::CommonMark, ..RenderOptions::default() };
    body(
        &tree,
        text,
        &markdown::headings(&tree, text),
        &[],
        &to,
        &options,
        Apparatus::Below,
    )
    .whole()
    .into_string()
}

/// HTML without the differences that mean nothing: `<br />` and `<br>`, `&quot;` and `"` in text.
fn normal(html: &str) -> String {
    html.replace(" />", ">").replace("&quot;", "\"")
}

fn different() -> BTreeSet<u32> {
    let lines =
        DIFFERENT.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (number, reason) =
                line.split_once(' ').expect("a reason behind the number");
            assert!(!reason.trim().is_empty(), "example {number} needs a reason");
            number.parse().expect("a number")
        })
        .collect()
}

#[test]
fn every_example_is_rendered_as_the_specification_shows_or_listed_with_a_reason() {
    let examples: Vec<Example> = serde_json::from_str(EXAMPLES).unwrap();
    assert_eq!(examples.len(), 652);
    let different = different();
    let mut wrong = Vec::new();
    for one in &examples {
        let ours = rendered(&one.markdown);
        let same = normal(&ours) == normal(&one.html);
        if same == different.contains(&one.example) {
            let what =
                if same { "now agrees, so take it off the list" } else { "differs" };
            wrong.push(format!(
                "{} ({}) {what}\n--- written\n{}\n--- wanted\n{}\n--- ours\n{ours}",
                one.example, one.section, one.markdown, one.html
            ));
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}
