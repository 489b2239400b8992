//! `dateline check` says all that `dateline build` says.

#![allow(clippy::disallowed_methods, reason = "tests read the repository itself")]

use crate::support::tests;
use dateline::diag::{codes, render};
use dateline::files::Disk;
use dateline::pipeline::{self, Options};
use dateline::write::{self, Failure, Progress};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The messages of a build of the site at `root`, each in a line; what is made of it goes to `finish`.
fn said<R>(
    root: &Path,
    options: &Options,
    finish: impl FnOnce(
        &dateline::output::Output<'_>,
        &dyn dateline::files::Files,
    ) -> Result<R, Failure>,
) -> BTreeSet<String> {
    let files = Disk::open(root).unwrap_or_else(|error| panic!("{error}"));
    let built = pipeline::build(&files, options, finish).unwrap();
    let mut found = built.diagnostics;
    if let Some(Err(failure)) = built.finished {
        found.append(crate::support::mistakes(failure));
    }
    let found = found.sorted();
    render::short(&found, &built.texts).lines().map(str::to_owned).collect()
}

fn sites() -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(tests().join("fixtures")).sort_by_file_name();
    let all = all.into_iter().map(|entry| entry.unwrap().into_path());
    let all = all.filter(|path| path.ends_with("site.toml"));
    all.map(|path| path.parent().unwrap().to_owned()).collect()
}

#[test]
fn every_message_of_a_build_is_one_of_the_check() {
    let sites = sites();
    assert!(sites.len() > 100, "there are sites: {}", sites.len());
    for site in sites {
        let built = said(&site, &Options::default(), write::memory);
        let thorough = Options { thorough: true, ..Options::default() };
        let checked = said(&site, &thorough, |output, files| {
            write::rehearse(output, files, &Progress::default())
        });
        // Some mistakes are errors only where somebody checks.
        let eased = codes::ALL.iter().filter(|code| code.is_eased());
        let eased: Vec<String> = eased.map(|code| format!("[{}]", code.id())).collect();
        let as_checked =
            |line: &String| match eased.iter().any(|code| line.contains(code)) {
                true => line.replacen("warning[", "error[", 1),
                false => line.clone(),
            };
        let built: BTreeSet<String> = built.iter().map(as_checked).collect();
        let lacks: Vec<&String> = built.difference(&checked).collect();
        assert!(lacks.is_empty(), "{} lacks: {lacks:#?}", site.display());
    }
}
