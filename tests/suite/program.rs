//! The program itself: what it prints where, and how it ends.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::running::{self, err, out};
use crate::support::Scratch;
use std::process::{Command, Output};

fn a_site(name: &str) -> Scratch {
    let site = Scratch::new(name);
    site.put("site.toml", "title = \"Example\"\n");
    site.put("content/articles/a.md", "---\ntitle: A\ndate: 2022-10-26\n---\n\nText.\n");
    site
}

/// Runs the program in a folder of the site.
fn dateline(site: &Scratch, folder: &str, args: &[&str]) -> Output {
    running::dateline(&site.path().join(folder), args)
}

#[test]
fn a_first_build_says_what_to_open_and_the_next_what_has_changed() {
    let site = a_site("program-build");
    let run = dateline(&site, "content/articles", &["build"]);
    assert_eq!((run.status.code(), err(&run).as_str()), (Some(0), ""));
    assert!(out(&run).starts_with("wrote ") && out(&run).lines().count() == 2);
    // From a folder within, the whole path: `../../public/index.html` would be read twice.
    let home = site.path().join("public/index.html");
    let open = format!("open {} in a browser", home.display());
    assert!(out(&run).contains(&open), "{}", out(&run));
    assert!(site.path().join("public/articles/a.html").is_file());
    let again = dateline(&site, "", &["build"]);
    assert!(
        out(&again).ends_with(" (0 changed, 0 removed) to public/\n"),
        "{}",
        out(&again)
    );
    assert_eq!(out(&dateline(&site, "", &["build", "--quiet"])), "");
}

#[test]
fn an_edit_is_seen_however_soon_it_comes_and_however_little_it_changes() {
    let site = a_site("program-edit");
    for word in ["Text.", "Test.", "Toast", "Texts"] {
        let text = format!("---\ntitle: A\ndate: 2022-10-26\n---\n\n{word}\n");
        site.put("content/articles/a.md", &text);
        dateline(&site, "", &["build", "--quiet"]);
        let page = site.path().join("public/articles/a.html");
        assert!(std::fs::read_to_string(page).unwrap().contains(word), "{word}");
    }
}

#[test]
fn an_output_that_others_wrote_to_is_made_again_whatever_its_length() {
    let site = a_site("program-touched");
    dateline(&site, "", &["build", "--quiet"]);
    let page = site.path().join("public/articles/a.html");
    let text = std::fs::read_to_string(&page).unwrap();
    // A file written in the same tick of the clock as the last of a build looks like one of its own.
    std::thread::sleep(std::time::Duration::from_millis(50));
    std::fs::write(&page, text.replace("Text.", "Mine.")).unwrap();
    let again = dateline(&site, "", &["build"]);
    assert!(out(&again).contains("(1 changed, 0 removed)"), "{}", out(&again));
    assert_eq!(std::fs::read_to_string(&page).unwrap(), text);
}

#[cfg(unix)]
#[cfg(unix)]
#[test]
fn an_output_that_others_wrote_to_is_made_again_whatever_its_times() {
    let site = a_site("program-times");
    let page = site.path().join("public/articles/a.html");
    // The first build puts a whole folder in its place, the second one file.
    for word in ["Text.", "Test."] {
        let text = format!("---\ntitle: A\ndate: 2022-10-26\n---\n\n{word}\n");
        site.put("content/articles/a.md", &text);
        dateline(&site, "", &["build"]);
        let written = std::fs::metadata(&page).unwrap().modified().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(30));
        let tampered = std::fs::read_to_string(&page).unwrap().replace(word, "Fake.");
        std::fs::write(&page, tampered).unwrap();
        std::fs::File::options()
            .write(true)
            .open(&page)
            .unwrap()
            .set_modified(written)
            .unwrap();
        let run = dateline(&site, "", &["build"]);
        assert!(out(&run).contains("(1 changed, 0 removed)"), "{}", out(&run));
        assert!(std::fs::read_to_string(&page).unwrap().contains(word));
        let run = dateline(&site, "", &["build"]);
        assert!(out(&run).contains("(0 changed, 0 removed)"), "{}", out(&run));
    }
}

#[test]
fn what_an_interrupted_build_has_left_goes_with_the_next() {
    let site = a_site("program-left");
    dateline(&site, "", &["build"]);
    site.put("public/.dateline-work/stage/0", "CANARY");
    site.put(".public.dateline-work/stage/articles/a.html", "CANARY");
    site.put(".dateline/documents-123", "CANARY");
    site.put(".dateline/mine-123", "CANARY");
    // Also where the site has a mistake, and nothing is written.
    site.put("content/articles/b.md", "---\ntitle: B\n---\n");
    assert_eq!(dateline(&site, "", &["build"]).status.code(), Some(1));
    for gone in
        ["public/.dateline-work", ".public.dateline-work", ".dateline/documents-123"]
    {
        assert!(!site.path().join(gone).exists(), "{gone}");
    }
    assert!(site.path().join(".dateline/mine-123").exists());
}

#[test]
fn no_environment_changes_what_is_built_or_said() {
    let build = |name: &str, environment: &[(&str, &str)]| {
        let site = a_site(name);
        site.put("content/articles/b.md", "---\ntitle: B\ndate: 2022\nweight: 1\n---\n");
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(["build"]).current_dir(site.path()).env_clear();
        let run = command.envs(environment.iter().copied()).output().unwrap();
        let page = std::fs::read(site.path().join("public/articles/a.html")).unwrap();
        (run.status.code(), out(&run), err(&run), page)
    };
    let expected = build("program-no-environment", &[]);
    assert!(expected.2.contains("W0101"), "{}", expected.2);
    let hostile = [
        ("RAYON_NUM_THREADS", "100000"),
        ("RAYON_RS_NUM_CPUS", "0"),
        ("RUST_MIN_STACK", "1"),
        ("TZ", "Pacific/Apia"),
        ("LANG", "tr_TR.ISO-8859-9"),
        ("LC_ALL", "ar"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("CLICOLOR_FORCE", "1"),
        ("COLUMNS", "1"),
        ("HOME", "/nowhere"),
        ("TMPDIR", "/nowhere"),
        ("TERM", "xterm"),
        ("DATELINE_OUT", "elsewhere"),
    ];
    assert_eq!(build("program-environment", &hostile), expected);
}

#[test]
fn the_number_of_threads_has_bounds() {
    let site = a_site("program-jobs");
    for (jobs, code) in [("1", 0), ("256", 0), ("0", 2), ("257", 2), ("-1", 2), ("x", 2)]
    {
        let run = dateline(&site, "", &["check", &format!("--jobs={jobs}")]);
        assert_eq!(run.status.code(), Some(code), "{jobs}: {}", err(&run));
    }
}

#[test]
fn the_list_in_the_output_names_what_is_published_and_nothing_else() {
    let site = a_site("program-list");
    site.put(
        "content/articles/hidden.md",
        "---\ntitle: B\ndate: 2022\ndraft: true\n---\n",
    );
    site.put("content/media/hidden.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.put("content/vault/hidden.pdf", "%PDF");
    site.put("static/.hidden", "x");
    dateline(&site, "", &["build"]);
    let list =
        std::fs::read_to_string(site.path().join("public/.dateline-output")).unwrap();
    assert!(!list.contains("hidden"), "{list}");
    let mut lines = list.lines();
    assert_eq!(lines.next(), Some("dateline output 1"));
    for line in lines {
        assert!(site.path().join("public").join(line).is_file(), "{line}");
    }
}

#[test]
fn a_site_can_be_read_by_all_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let site = a_site("program-umask");
    let run = Command::new("sh")
        .args(["-c", "umask 077; \"$0\" build --quiet", env!("CARGO_BIN_EXE_dateline")])
        .current_dir(site.path())
        .status();
    assert!(run.unwrap().success());
    for path in ["public/articles/a.html", "public/.dateline-output"] {
        let found = std::fs::metadata(site.path().join(path)).unwrap();
        assert_eq!(found.permissions().mode() & 0o777, 0o644, "{path}");
    }
    let again = dateline(&site, "", &["build"]);
    assert!(out(&again).contains("(0 changed, 0 removed)"), "{}", out(&again));
}

#[test]
fn an_error_goes_to_standard_error_and_nothing_is_written() {
    let site = a_site("program-error");
    site.put("content/articles/b.md", "---\ntitel: B\ndate: 2022\n---\n");
    for command in ["build", "check"] {
        let run = dateline(&site, "", &[command]);
        assert_eq!((run.status.code(), out(&run).as_str()), (Some(1), ""));
        assert!(err(&run).contains("error[E0105]"), "{}", err(&run));
        assert!(err(&run).ends_with("1 error\n"), "{}", err(&run));
        assert!(!site.path().join("public").exists());
    }
    let short = dateline(&site, "", &["check", "--format", "short"]);
    assert!(err(&short).starts_with("content/articles/b.md:"), "{}", err(&short));
}

#[test]
fn json_goes_to_standard_output_one_object_to_a_line() {
    let site = a_site("program-json");
    site.put("content/articles/b.md", "---\ntitel: B\ndate: 2022\n---\n");
    let run = dateline(&site, "", &["build", "--json"]);
    assert_eq!((run.status.code(), err(&run).as_str()), (Some(1), ""));
    let out = out(&run);
    let codes: Vec<String> = out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|one| one["code"].as_str().unwrap().to_owned())
        .collect();
    assert!(codes.contains(&"E0105".to_owned()), "{out}");
}

/// The numbers of a table differ from run to run; its words do not.
fn words_of(table: &str) -> Vec<&str> {
    table.lines().filter_map(|line| line.split_whitespace().next()).collect()
}

#[test]
fn timings_are_a_table_on_standard_error() {
    let site = a_site("program-timings");
    let stages = [
        "scan", "config", "parse", "resolve", "vault", "pictures", "publish", "check",
        "theme", "assets", "index", "emit", "write", "between", "all",
    ];
    for command in ["build", "check"] {
        let run = dateline(&site, "", &[command, "--timings", "--quiet"]);
        assert_eq!((run.status.code(), out(&run).as_str()), (Some(0), ""));
        assert_eq!(words_of(&err(&run)), stages);
    }
    // A file that has just been written keeps the build from passing over everything.
    let edited = || site.put("content/articles/b.md", "---\ntitle: B\ndate: 2022\n---\n");
    edited();
    dateline(&site, "", &["build"]);
    edited();
    let again = err(&dateline(&site, "", &["build", "--timings"]));
    let write = again.lines().find(|line| line.starts_with("write")).unwrap();
    assert!(write.contains("unchanged") && !write.contains("written"), "{write}");
    let made = |args| {
        let lines = out(&dateline(&site, "", args));
        let one: serde_json::Value = serde_json::from_str(&lines).unwrap();
        let write = one["timings"]["stages"].as_array().unwrap().last().unwrap();
        let counts = &write["counts"];
        (counts["files"].as_u64().unwrap(), counts["made"].as_u64().unwrap())
    };
    edited();
    let (files, some) = made(&["build", "--timings", "--json"]);
    let (of, all) = made(&["build", "--timings", "--json", "--clean"]);
    assert!(some < all && (all, of) == (files, files), "{some} and {all} of {files}");
}

#[test]
fn timings_of_a_site_with_mistakes_end_where_the_build_ends() {
    let site = a_site("program-timings-error");
    site.put("content/articles/b.md", "---\ntitel: B\ndate: 2022\n---\n");
    let run = dateline(&site, "", &["build", "--timings", "--json"]);
    assert_eq!((run.status.code(), err(&run).as_str()), (Some(1), ""));
    let lines = out(&run);
    let last: serde_json::Value =
        serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    let stages = last["timings"]["stages"].as_array().unwrap();
    assert_eq!(stages.last().unwrap()["stage"], "assets");
    assert_eq!(stages[2]["counts"]["read"], 2);
    assert!(last["timings"]["milliseconds"].as_f64().unwrap() > 0.0);
}

#[test]
fn a_command_or_configuration_that_is_wrong_ends_with_2() {
    let site = a_site("program-usage");
    let usage = |args: &[&str], part: &str| {
        let run = dateline(&site, "", args);
        assert_eq!(run.status.code(), Some(2), "{args:?}: {}", err(&run));
        assert!(err(&run).contains(part), "{args:?}: {}", err(&run));
    };
    usage(&["biuld"], "'build'");
    usage(&["build", "--jobs", "0"], "--jobs");
    usage(&["build", "--as-of", "yesterday"], "--as-of");
    usage(&["build", "--out", "content/x"], "E0703");
    usage(&["build", "--out", "."], "E0703");
    usage(&["build", "--root", "content"], "site.toml");
    usage(&["explain", "E0150"], "there is no code `E0150`");
    usage(&["explain", "unknown-feild"], "did you mean `unknown-field`?");
    site.put("site.toml", "title = \"Example\"\nbase_url = \"nowhere\"\n");
    usage(&["build"], "E0002");
}

#[test]
fn a_disk_that_cannot_be_written_ends_with_3() {
    let site = a_site("program-machine");
    site.put("file", "");
    let run = dateline(&site, "", &["build", "--out", "file/public"]);
    assert_eq!(run.status.code(), Some(3), "{}", err(&run));
    assert!(err(&run).starts_with("error: "), "{}", err(&run));
}

#[test]
fn explain_prints_the_page_of_a_code_or_lists_all() {
    let site = a_site("program-explain");
    let page = dateline(&site, "", &["explain", "e0105"]);
    assert!(out(&page).starts_with("# E0105: unknown-field\n"));
    let list = dateline(&site, "", &["explain"]);
    let ids = out(&list).lines().count();
    assert_eq!(ids, dateline::diag::codes::ALL.len());
}

#[test]
fn of_many_messages_the_first_are_shown_and_all_are_counted() {
    let site = a_site("program-limit");
    let links: String = (0..130).map(|n| format!("[[missing-{n}]]\n")).collect();
    let text = format!("---\ntitle: B\ndate: 2022\nweight: 1\n---\n\n{links}");
    site.put("content/articles/b.md", &text);
    let run = dateline(&site, "", &["build", "--format", "short"]);
    let said = err(&run);
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(said.matches("[E0201]").count(), 100);
    // A message of another code is not hidden by them.
    assert_eq!(said.matches("[W0101]").count(), 1, "{said}");
    let end = "... and 30 more of E0201 (unknown-reference)\n--limit 0 shows all\n\
               130 errors, 1 warning\n";
    assert!(said.ends_with(end), "{said}");
    let all = dateline(&site, "", &["check", "--limit", "0"]);
    assert_eq!(err(&all).matches("[E0201]").count(), 130);
    let few = dateline(&site, "", &["build", "--limit", "3"]);
    assert_eq!((few.status.code(), err(&few).matches("[E0201]").count()), (Some(1), 3));
    let json = dateline(&site, "", &["build", "--json"]);
    assert_eq!((json.status.code(), out(&json).lines().count()), (Some(1), 131));
}

#[test]
fn of_many_unknown_names_the_first_are_guessed() {
    let site = a_site("program-guesses");
    site.put("content/articles/harbour.md", "---\ntitle: H\ndate: 2022\n---\n");
    let links: String = (0..90).map(|n| format!("[[missing-{n}]]\n")).collect();
    let text = format!(
        "---\ntitle: B\ndate: 2022\n---\n\n[[harbuor]]\n{links}\n[[harbuor]] [[harbor]]\n"
    );
    site.put("content/articles/b.md", &text);
    let said = err(&dateline(&site, "", &["build"]));
    // A name that was guessed once is guessed wherever it stands; one after fifty others is not.
    assert_eq!(said.matches("did you mean `harbour`?").count(), 2, "{said}");
}
