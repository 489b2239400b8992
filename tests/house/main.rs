//! Where a new thing goes: each patch of this folder adds one of a sort. It may touch as many files of `src/` and
//! `themes/` as the table in `src/ARCHITECTURE.md` says, documentation and tests aside. `DATELINE_HOUSE=build` builds
//! the program with all of them, and a site with that.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Every patch, by its file's name without the ending.
fn patches() -> BTreeMap<String, PathBuf> {
    let files = fs::read_dir(Path::new(ROOT).join("tests/house")).unwrap().flatten();
    let patches = files.map(|file| file.path());
    let patches = patches.filter(|path| path.extension().is_some_and(|is| is == "patch"));
    patches
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().into(), path))
        .collect()
}

/// `git apply` in `folder`, which is taken for no part of a repository above it. A patch finds its place by one
/// line of what stands around it.
fn apply(folder: &Path, patch: &Path, options: &[&str]) -> String {
    let mut git = Command::new("git");
    git.current_dir(folder).env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap());
    told(git.args(["apply", "-C1"]).args(options).arg(patch))
}

/// What a command that ends well prints, on both of its ways.
fn told(command: &mut Command) -> String {
    let done = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let told = text(&done.stdout) + &text(&done.stderr);
    assert!(done.status.success(), "{command:?}\n{told}");
    told
}

/// How many files a thing of each sort takes, by the table of `src/ARCHITECTURE.md`: the rows with a number.
fn said() -> BTreeMap<String, usize> {
    let text = fs::read_to_string(Path::new(ROOT).join("src/ARCHITECTURE.md")).unwrap();
    let (_, text) = text.split_once("\n## Where a new thing goes\n").unwrap();
    let text = text.split("\n## ").next().unwrap();
    let rows = text.lines().filter_map(|line| {
        let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
        let name = cells.next()?.replace(' ', "-");
        Some((name, cells.next()?.parse().ok()?))
    });
    rows.collect()
}

#[test]
fn a_new_thing_takes_as_many_files_as_the_architecture_says() {
    let is_counted = |path: &str| path.starts_with("src/") || path.starts_with("themes/");
    let count = |patch: &Path| {
        apply(Path::new(ROOT), patch, &["--check"]);
        let touched = apply(Path::new(ROOT), patch, &["--numstat"]);
        let paths = touched.lines().filter_map(|line| line.rsplit('\t').next());
        paths.filter(|path| is_counted(path)).count()
    };
    let counted =
        patches().iter().map(|(name, patch)| (name.clone(), count(patch))).collect();
    assert_eq!(said(), counted);
}

/// The site that has one of each.
const SITE: [(&str, &str); 3] = [
    ("site.toml", "title = \"House\"\n"),
    (
        "content/articles/one.md",
        "---\ntitle: ONE\ndate: 2024-05-05\nmood: calm\nweather: rain\n---\nSee [[term:office]].\n",
    ),
    ("content/terms/office.md", "---\ntitle: Office\n---\nA room.\n"),
];

#[test]
fn a_house_with_all_new_things_works() {
    if std::env::var("DATELINE_HOUSE").as_deref() != Ok("build") {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("house");
    for part in ["src", "themes", "docs/codes", "Cargo.lock"] {
        let _ = fs::remove_dir_all(folder.join(part));
        copy(&Path::new(ROOT).join(part), &folder.join(part));
    }
    // Without the tests and benches, which are not there.
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest.split("\n[[test]]").next().unwrap())
        .unwrap();
    patches().values().for_each(|patch| {
        apply(&folder, patch, &[]);
    });
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(&folder);
    told(cargo.args([
        "build",
        "--locked",
        "--bin",
        "dateline",
        "--target-dir",
        "target",
    ]));

    for (path, text) in SITE {
        let path = folder.join("site").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let program = || Command::new(folder.join("target/debug/dateline"));
    assert_eq!(told(program().args(["hello", "world"])), "hello, world\n");
    let messages = told(program().current_dir(folder.join("site")).arg("build"));
    assert!(messages.contains("W0499"), "{messages}");
    for (path, words) in [
        ("articles/one.html", &["calm", "rain", "../terms/office.html"][..]),
        ("terms/office.html", &["A room."]),
        ("glossary.html", &["Under investigation"]),
        ("humans.txt", &["House"]),
    ] {
        let text = fs::read_to_string(folder.join("site/public").join(path)).unwrap();
        words
            .iter()
            .for_each(|one| assert!(text.contains(one), "{path} lacks {one}\n{text}"));
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        return;
    }
    for entry in fs::read_dir(from).unwrap().flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}
