//! The documentation that the code keeps true: reference pages, examples, the guide.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

mod cli;
mod codes;
mod examples;
mod fields;
mod guide;

use std::fs;
use std::path::{Path, PathBuf};

/// The lines between which a page of the reference is written by this test.
const MARKS: [&str; 2] = [
    "<!-- From here on this page is generated from the code: UPDATE=1 cargo test --test docs -->\n",
    "<!-- End of the generated part -->\n",
];

fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

/// Compares the generated part of a page with `now`; writes it where `UPDATE` is set.
fn keep(name: &str, now: &str) {
    let path = page(name);
    let old = fs::read_to_string(&path).unwrap();
    let [begin, end] = MARKS.map(|mark| old.find(mark));
    let (Some(begin), Some(end)) = (begin, end) else {
        panic!("docs/{name} lacks the two marks around its generated part");
    };
    let head = &old[..begin + MARKS[0].len()];
    let new = format!("{head}\n{}\n{}", now.trim(), &old[end - 1..]);
    if old == new {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, new).unwrap();
        return;
    }
    let differs = old.lines().zip(new.lines()).position(|(old, new)| old != new);
    let line = differs.unwrap_or_else(|| old.lines().count().min(new.lines().count()));
    panic!(
        "docs/{name} is not what the code says, from line {}:\n- {}\n+ {}\n\
         run `UPDATE=1 cargo test --test docs` and read what has changed",
        line + 1,
        old.lines().nth(line).unwrap_or("(ends)"),
        new.lines().nth(line).unwrap_or("(ends)"),
    );
}
