//! Folders of other generators: each is imported, and the site that comes of it is built.

#![allow(clippy::disallowed_methods, reason = "tests read and write their own files")]

use crate::support::{Built, Scratch, SiteTest, golden, tests};
use dateline::files::{Disk, FilePath, Files, Found, Memory};
use dateline::import::{Generator, Mapping, Mappings, NewSite, import};
use std::path::Path;
use std::process::Command;

fn imported(folder: &str, mappings: &Mappings) -> (Disk, NewSite) {
    let (_, generator) =
        *Generator::ALL.iter().find(|(name, _)| *name == folder).unwrap();
    let files = Disk::open(&tests().join("fixtures/import").join(folder)).unwrap();
    let mut paths: Vec<FilePath> = (files.everything().into_iter())
        .filter_map(|found| match found {
            Found::File(path, _) => Some(path),
            Found::Unusable(..) => None,
        })
        .collect();
    paths.sort();
    let made = import(generator, &paths, &files, mappings);
    (files, made)
}

/// The new site as files in memory.
fn site(files: &Disk, made: &NewSite) -> Memory {
    let mut site = Memory::default();
    for (path, text) in &made.texts {
        site.insert(path.clone(), text.clone().into_bytes());
    }
    for (to, from) in &made.copies {
        site.insert(to.clone(), files.read(from).unwrap());
    }
    site
}

fn built(folder: &str) -> (NewSite, Built) {
    let (files, made) = imported(folder, &Mappings::new());
    let mut test = SiteTest::of(site(&files, &made));
    test.options.release = true;
    let built = test.build();
    (made, built)
}

/// What a reader of a page sees, code left out.
fn seen(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap_or_default();
    let main = main.split("</main>").next().unwrap_or_default();
    let mut out = String::new();
    let mut rest = main;
    let mut in_code = 0;
    while let Some((words, behind)) = rest.split_once('<') {
        if in_code == 0 {
            out.push_str(words);
        }
        let (tag, behind) = behind.split_once('>').unwrap_or((behind, ""));
        match tag.split(' ').next() {
            Some("code" | "pre") => in_code += 1,
            Some("/code" | "/pre") => in_code -= 1,
            _ => {}
        }
        rest = behind;
    }
    out
}

/// Marks of other generators that no reader should see.
const FOREIGN: [&str; 16] = [
    "{{", "{%", "%%", ":::", "!!!", "???", "[[", "&lt;div", "&lt;br", "&lt;img", "&lt;T",
    "&lt;P", "{:", "{ .", "](", "--8<--",
];

fn builds_and_shows_no_foreign_marks(folder: &str) -> (NewSite, Built) {
    let (made, built) = built(folder);
    assert!(!built.files.is_empty(), "{folder}:\n{}", built.diagnostics());
    let put_aside: Vec<_> =
        made.texts.keys().filter(|path| path.as_str().starts_with("to-mend/")).collect();
    assert!(put_aside.is_empty(), "{folder}: {put_aside:?}\n{}", made.report.text());
    for (path, bytes) in &built.files {
        if !path.ends_with(".html") {
            continue;
        }
        let words = seen(std::str::from_utf8(bytes).unwrap());
        for mark in FOREIGN {
            assert!(!words.contains(mark), "{folder}: {path} shows `{mark}`:\n{words}");
        }
    }
    golden(&format!("fixtures/import/{folder}.report.txt"), &made.report.text());
    (made, built)
}

fn text<'m>(made: &'m NewSite, path: &str) -> &'m str {
    let found = made.texts.iter().find(|(known, _)| known.as_str() == path);
    found.map(|(_, text)| text.as_str()).unwrap_or_else(|| {
        panic!("no `{path}` among {:?}", made.texts.keys().collect::<Vec<_>>())
    })
}

#[test]
fn a_site_of_hugo_comes_home() {
    let (made, built) = builds_and_shows_no_foreign_marks("hugo");
    let quay = text(&made, "content/articles/posts/quay.md");
    assert!(
        quay.contains(
            "aliases: [\"/2023/04/the-quay/\", \"/old-quay/\", \"/2023/04/quay-old/\"]"
        ),
        "{quay}"
    );
    assert!(
        quay.contains(
            "![A quay with two boats](/images/quay.png \"The quay in spring\")"
        ),
        "{quay}"
    );
    assert!(quay.contains("> [!warning] Mind\n> The steps are wet."), "{quay}");
    assert!(quay.contains("[the crane](crane.md#how-tall)"), "{quay}");
    assert!(quay.contains("featured_image: \"/images/quay.png\""), "{quay}");
    let crane = text(&made, "content/articles/posts/crane.md");
    assert!(crane.contains("```go\nfmt.Println(\"{{ tall }}\")\n```"), "{crane}");
    assert!(built.files.contains_key("2023/05/the-crane/index.html"), "{}", built.tree());
    assert!(built.page("articles/posts/bundle.html").contains("The plan of the harbour"));
    assert!(!text(&made, "content/pages/posts/ambiguous.md").contains("\ndate"));
    assert!(text(&made, "content/articles/posts/us.md").contains("date: \"2016-01-02\""));
}

#[test]
fn a_site_of_jekyll_comes_home() {
    let (made, _) = builds_and_shows_no_foreign_marks("jekyll");
    let mill = text(&made, "content/articles/the-mill.md");
    assert!(
        mill.contains("date: \"2022-03-04\"\nauthors: [{name: \"Bea Miller\""),
        "{mill}"
    );
    assert!(mill.contains("aliases: [\"/buildings/2022/03/04/the-mill/\"]"), "{mill}");
    assert!(mill.contains("```ruby\nputs \"{{ mill }}\"\n```"), "{mill}");
    let ferry = text(&made, "content/articles/the-ferry.md");
    assert!(ferry.contains("[the mill](the-mill.md)"), "{ferry}");
    assert!(ferry.contains("[the guide](../pages/guides/walking.md)"), "{ferry}");
    assert!(
        text(&made, "content/articles/the-ferry-2022-05-07.md").contains("The same name")
    );
    assert!(
        text(&made, "content/pages/about.md")
            .contains("[the mill](../articles/the-mill.md)")
    );
}

#[test]
fn a_site_of_zola_comes_home() {
    let (made, built) = builds_and_shows_no_foreign_marks("zola");
    let first = text(&made, "content/articles/log/first.md");
    assert!(
        first.contains(
            "[the second](second.md#the-storm), [the site](../../pages/log.md) and gone."
        ),
        "{first}"
    );
    assert!(first.contains("tags: [\"sea\", \"wind\"]"), "{first}");
    assert!(
        text(&made, "content/articles/log/third.md").contains("date: \"2021-02-03\"")
    );
    assert!(text(&made, "content/articles/log/path.md").contains("date: \"2021-04-05\""));
    assert!(built.files.contains_key("second-day/index.html"), "{}", built.tree());
}

#[test]
fn a_vault_of_obsidian_comes_home() {
    let (made, _) = builds_and_shows_no_foreign_marks("obsidian");
    let home = text(&made, "content/pages/Home.md");
    assert!(
        home.contains("[Jane Roe](People/Jane%20Roe.md) or [John](People/John%20Doe.md)"),
        "{home}"
    );
    assert!(home.contains("![A harbour at night](/attachments/harbour.png)"), "{home}");
    let jane = text(&made, "content/pages/People/Jane Roe.md");
    assert!(jane.contains("aliases: [\"Jane\", \"J. Roe\"]"), "{jane}");
    assert!(jane.contains("[John Doe](John%20Doe.md) and Nobody Here"), "{jane}");
    let john = text(&made, "content/pages/People/John Doe.md");
    assert!(john.contains("[her birth](Jane%20Roe.md#^born), [Later](#later)"), "{john}");
}

#[test]
fn a_site_of_docusaurus_comes_home() {
    let (made, _) = builds_and_shows_no_foreign_marks("docusaurus");
    let install = text(&made, "content/pages/docs/01-start/02-install.md");
    assert!(
        install.contains("#### On Linux") && !install.contains("import "),
        "{install}"
    );
    assert!(install.contains("[Unpack it first](01-unpack.md)"), "{install}");
    let first = text(&made, "content/articles/blog/first.md");
    assert!(first.contains("authors: [{name: \"Dora Pump\", url: \"https://dora.example/\"}, \"unknown\"]"), "{first}");
    assert!(
        text(&made, "content/pages/docs/01-start/01-unpack.md")
            .contains("> [!tip] Own title\n> Open it slowly.")
    );
}

#[test]
fn a_site_of_mkdocs_comes_home() {
    let (made, _) = builds_and_shows_no_foreign_marks("mkdocs");
    let start = text(&made, "content/pages/build/start.md");
    assert!(start.contains("> [!warning] Own title\n> Body one."), "{start}");
    assert!(start.contains("#### Steel") && start.contains("weld()"), "{start}");
    let links = text(&made, "content/pages/links.md");
    assert!(
        links.contains(
            "[A](care.md) [b](care.md) [c](care.md) [d](care.md) [e][care] gone"
        ),
        "{links}"
    );
    let opening = text(&made, "content/articles/blog/posts/opening.md");
    assert!(
        opening.contains(
            "date: \"2024-05-06\"\nupdated: \"2024-06-01\"\nauthors: [\"Finn Bridge\"]"
        ),
        "{opening}"
    );
}

#[test]
fn the_writer_says_what_becomes_of_shortcodes() {
    let mappings = Mappings::from([(
        "gallery".to_owned(),
        Mapping::read("text:Pictures of {}").unwrap(),
    )]);
    let (_, made) = imported("hugo", &mappings);
    assert!(text(&made, "content/articles/posts/quay.md").contains("Pictures of boats"));
    assert!(!made.report.text().contains("gallery"));
}

fn program(arguments: &[&str]) -> (Option<i32>, String) {
    let ran =
        Command::new(env!("CARGO_BIN_EXE_dateline")).args(arguments).output().unwrap();
    let told = [ran.stdout, ran.stderr].concat();
    (ran.status.code(), String::from_utf8(told).unwrap())
}

#[test]
fn the_program_writes_once_and_overwrites_nothing() {
    let scratch = Scratch::new("import");
    let out = scratch.path().join("new");
    let from = tests().join("fixtures/import/zola");
    let shown = |path: &Path| path.to_str().unwrap().to_owned();
    let (code, told) = program(&["import", "zola", &shown(&from), "--dry-run"]);
    assert!(code == Some(0) && told.contains("config.toml") && !out.exists(), "{told}");
    let (code, told) = program(&["import", "zola", &shown(&from), &shown(&out)]);
    assert_eq!(code, Some(0), "{told}");
    let (code, told) = program(&["import", "zola", &shown(&from), &shown(&out)]);
    assert!(code == Some(0) && told.contains("wrote 0 files"), "{told}");
    scratch.put("new/content/pages/pages/rules.md", "mine");
    let (code, told) = program(&["import", "zola", &shown(&from), &shown(&out)]);
    assert!(
        code == Some(1) && told.contains("not overwritten: content/pages/pages/rules.md"),
        "{told}"
    );
    assert_eq!(std::fs::read(out.join("content/pages/pages/rules.md")).unwrap(), b"mine");
}

#[test]
fn a_build_in_the_folder_of_another_generator_says_how_to_import_it() {
    let from = tests().join("fixtures/import/mkdocs");
    let (code, told) = program(&["build", "--root", from.to_str().unwrap()]);
    assert_eq!(code, Some(2), "{told}");
    assert!(
        told.contains("dateline import mkdocs") && told.lines().count() < 6,
        "{told}"
    );
}
