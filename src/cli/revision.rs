//! The files of a revision of git, by way of the program `git`.

use super::report::Stop;
use dateline::files::{Error, FilePath, Memory};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The files of a site at `root` as they were at `revision`: those that pages are made of. Copies
/// in the vault are left out.
pub(super) fn files(root: &Path, revision: &str) -> Result<Memory, Stop> {
    // A name that begins so would be an option.
    if revision.starts_with('-') || revision.is_empty() {
        return Err(unknown(revision));
    }
    let commit = git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options"])
        .arg(format!("{revision}^{{commit}}"))
        .output()
        .map_err(|error| no_git(&error))?;
    if !commit.status.success() {
        return Err(unknown(revision));
    }
    let commit = String::from_utf8_lossy(&commit.stdout).trim().to_owned();
    let list = git(root, &["ls-tree", "-r", "-z", &commit, "."])
        .output()
        .map_err(|error| no_git(&error))?;
    let listed: Vec<(String, FilePath)> =
        list.stdout.split(|byte| *byte == 0).filter_map(entry).collect();
    if !listed.iter().any(|(_, path)| path.as_str() == "site.toml") {
        let message = format!("`{revision}` has no `site.toml` in `{}`", root.display());
        return Err(Stop::usage(message).help("name the site's folder with `--root`"));
    }
    read(root, listed)
}

fn git(root: &Path, words: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(words);
    command.stdin(Stdio::null()).stderr(Stdio::null());
    command
}

/// An entry of `git ls-tree`: the object of a file that a site is made of, and its path.
fn entry(line: &[u8]) -> Option<(String, FilePath)> {
    let line = std::str::from_utf8(line).ok()?;
    let (about, path) = line.split_once('\t')?;
    let mut about = about.split(' ');
    let mode = about.next()?;
    // Neither links nor other repositories.
    let is_file = mode.starts_with("100") && about.next()? == "blob";
    let path = FilePath::new(path).ok()?;
    let is_part = path.as_str() == "site.toml"
        || ["content", "static"].iter().any(|folder| path.below(folder).is_some());
    let is_part = is_part && path.below("content/vault").is_none();
    Some((about.next()?.to_owned(), path)).filter(|_| is_file && is_part)
}

/// Reads these objects.
fn read(root: &Path, listed: Vec<(String, FilePath)>) -> Result<Memory, Stop> {
    let mut child = git(root, &["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| no_git(&error))?;
    let found = exchange(&mut child, &listed);
    let ended = child.wait();
    let texts = found.and_then(|texts| ended.map(|_| texts));
    let texts = texts.map_err(|error| Error::new("git cat-file", error))?;
    let mut files = Memory::default();
    for ((_, path), bytes) in listed.into_iter().zip(texts) {
        files.insert(path, bytes);
    }
    Ok(files)
}

/// Asks for the objects one after the other, so that neither side waits for the other.
fn exchange(
    child: &mut Child,
    listed: &[(String, FilePath)],
) -> std::io::Result<Vec<Vec<u8>>> {
    let broken = || std::io::Error::other("it says something else than expected");
    let (Some(mut ask), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(broken());
    };
    let mut answers = BufReader::new(answers);
    let mut all = Vec::with_capacity(listed.len());
    for (object, _) in listed {
        writeln!(ask, "{object}")?;
        ask.flush()?;
        let mut head = String::new();
        answers.read_line(&mut head)?;
        let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok());
        let size: u64 = size.ok_or_else(broken)?;
        let mut bytes = Vec::new();
        (&mut answers).take(size).read_to_end(&mut bytes)?;
        let mut end = [0];
        answers.read_exact(&mut end)?;
        all.push(bytes);
    }
    Ok(all)
}

fn unknown(revision: &str) -> Stop {
    Stop::usage(format!("there is no file, folder or revision `{revision}`"))
        .help("name a file of `releases/`, a site's folder or a revision of git")
}

fn no_git(error: &std::io::Error) -> Stop {
    Stop::usage(format!("`git` can't be run: {error}"))
        .help("install it, or compare files of `releases/`")
}
