//! `dateline init`, `new`, `theme`, `schema`, `completions` and `man`: what is there to begin with.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::running::{dateline, err, out};
use crate::support::Scratch;
use std::fs;
use std::path::Path;

fn done(folder: &Path, args: &[&str]) -> String {
    let run = dateline(folder, args);
    assert_eq!(run.status.code(), Some(0), "{args:?}: {}", err(&run));
    assert_eq!(err(&run), "", "{args:?}");
    out(&run)
}

#[test]
fn a_new_site_builds_without_a_word_for_every_host() {
    let place = Scratch::new("init");
    let hosts = ["github", "gitlab", "netlify", "cloudflare", "apache"];
    let mut args = vec!["init", "site"];
    hosts.iter().for_each(|host| args.extend(["--host", host]));
    let told = done(place.path(), &args);
    assert!(told.contains("dateline serve --open"), "{told}");
    let site = place.path().join("site");
    for args in [&["build", "--release"][..], &["check", "--release"], &["build"]] {
        done(&site, args);
    }
    for made in ["articles/first-article.html", "_headers", ".htaccess", ".nojekyll"] {
        assert!(site.join("public").join(made).is_file(), "{made}");
    }
    let again = dateline(place.path(), &["init", "site"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("`site` is not empty"), "{}", err(&again));
}

#[test]
fn a_site_without_a_host_has_no_files_for_one() {
    let place = Scratch::new("init-bare");
    done(place.path(), &["init", "site"]);
    for of_host in ["netlify.toml", "static", ".github"] {
        assert!(!place.path().join("site").join(of_host).exists(), "{of_host}");
    }
}

#[test]
fn a_record_of_every_kind_is_made_and_the_site_still_builds() {
    let place = Scratch::new("new");
    done(place.path(), &["init", "."]);
    let made = [
        (
            &["article", "Dublin: an office", "--country", "ie"][..],
            "articles/dublin-an-office.md",
        ),
        (&["country", "gb"], "countries/gb.md"),
        (
            &["location", "An office", "--country", "ie", "--id", "ie/office"],
            "locations/ie/office.yaml",
        ),
        (
            &["source", "https://www.rte.ie/news/2022/10/26/office-told-to-close/"],
            "sources/rte-office-told-to-close.yaml",
        ),
        (
            &["entity", "A body", "--schema", "PublicBody", "--privacy", "public-body"],
            "entities/a-body.yaml",
        ),
        (
            &["claim", "It is so.", "--status", "reported", "--source", "example-news"],
            "claims/it-is-so.yaml",
        ),
        (&["page", "Contact"], "pages/contact.md"),
    ];
    for (args, path) in made {
        let args: Vec<&str> = ["new"].iter().chain(args).copied().collect();
        assert_eq!(done(place.path(), &args), format!("content/{path}\n"));
    }
    let built = dateline(place.path(), &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", err(&built));
    let source = fs::read_to_string(
        place.path().join("content/sources/rte-office-told-to-close.yaml"),
    );
    let source = source.unwrap();
    assert!(source.contains("  publisher: rte.ie\n  date: 2022-10-26\n"), "{source}");
    let article =
        fs::read_to_string(place.path().join("content/articles/dublin-an-office.md"));
    let article = article.unwrap();
    assert!(article.contains("title: \"Dublin: an office\"\n"), "{article}");
    assert!(article.contains("countries: [ie]\n") && article.contains("draft: true"));
}

#[test]
fn a_second_record_of_one_name_has_another_id_and_nothing_is_overwritten() {
    let place = Scratch::new("new-twice");
    place.put("site.toml", "title = \"Example\"\n");
    let one = done(place.path(), &["new", "page", "About"]);
    let two = done(place.path(), &["new", "page", "About"]);
    assert_eq!(
        (one.as_str(), two.as_str()),
        ("content/pages/about.md\n", "content/pages/about-2.md\n")
    );
    let taken = dateline(place.path(), &["new", "page", "Other", "--id", "about"]);
    assert_eq!(taken.status.code(), Some(2));
    // A file that is no record yet is not written over either.
    place.put("content/sources/a.yaml", "");
    let run = dateline(place.path(), &["new", "source", "A", "--id", "a"]);
    assert!(err(&run).contains("there is a file `content/sources/a.yaml` already"));
}

#[test]
fn what_lacks_or_is_wrong_is_told_and_nothing_is_written() {
    let place = Scratch::new("new-wrong");
    place.put("site.toml", "title = \"Example\"\n");
    let lacks = dateline(place.path(), &["new", "claim", "It is so."]);
    assert_eq!(lacks.status.code(), Some(2));
    assert!(err(&lacks).contains("a claim needs `status`"), "{}", err(&lacks));
    let date = ["new", "article", "A", "--date", "27/10/2022"];
    let wrong = dateline(place.path(), &date);
    assert!(err(&wrong).contains("error[E0116]"), "{}", err(&wrong));
    assert!(!place.path().join("content").exists());
}

#[test]
fn a_file_of_the_theme_is_copied_and_takes_its_place() {
    let place = Scratch::new("eject");
    done(place.path(), &["init", "."]);
    let listed = done(place.path(), &["theme", "list"]);
    assert!(listed.contains("broadsheet   components/claim/claim.html\n"), "{listed}");
    let path = done(place.path(), &["theme", "eject", "colophon"]);
    assert_eq!(path, "themes/broadsheet/components/colophon/colophon.html\n");
    done(place.path(), &["build", "--release"]);
    let file = place.path().join(path.trim());
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("<ul", "<ul data-mine", 1)).unwrap();
    done(place.path(), &["build"]);
    let page = fs::read_to_string(place.path().join("public/index.html")).unwrap();
    assert!(page.contains("<ul data-mine"), "{page}");
    let again = dateline(place.path(), &["theme", "eject", "colophon"]);
    assert_eq!(again.status.code(), Some(2));
    let near = dateline(place.path(), &["theme", "eject", "components/clam/claim.html"]);
    assert!(err(&near).contains("did you mean `components/claim/claim.html`?"));
}

#[test]
fn schemas_are_printed_listed_and_written_anew() {
    let place = Scratch::new("schema");
    let names = done(place.path(), &["schema"]);
    assert!(
        names.starts_with("site\narticle\n") && names.contains("\nsources\n"),
        "{names}"
    );
    let schema = done(place.path(), &["schema", "claim"]);
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    for _ in 0..2 {
        done(place.path(), &["schema", "--out", "here"]);
    }
    assert_eq!(
        fs::read_dir(place.path().join("here")).unwrap().count(),
        names.lines().count()
    );
    let near = dateline(place.path(), &["schema", "artcle"]);
    assert!(err(&near).contains("did you mean `article`?"), "{}", err(&near));
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let place = Scratch::new("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = done(place.path(), &["completions", shell]);
        assert!(script.contains("what-if") && script.contains("eject"), "{shell}");
    }
    let page = done(place.path(), &["man"]);
    assert!(page.contains(".TH") && page.contains("dateline"), "{page}");
    done(place.path(), &["man", "--out", "man1"]);
    for name in ["dateline", "dateline-build", "dateline-new-article"] {
        assert!(place.path().join(format!("man1/{name}.1")).is_file(), "{name}");
    }
}

#[test]
fn a_command_that_is_misspelt_is_told_the_nearest() {
    let place = Scratch::new("misspelt");
    let run = dateline(place.path(), &["bild"]);
    assert_eq!(run.status.code(), Some(2));
    let told = err(&run);
    assert!(told.contains("unrecognized subcommand 'bild'"), "{told}");
    assert!(told.contains("a similar subcommand exists: 'build'"), "{told}");
}
