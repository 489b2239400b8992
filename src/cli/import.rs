//! `dateline import`: makes a site of a folder of another generator.

use super::report::{Exit, Stop, print};
use dateline::diag::Diagnostics;
use dateline::fields::{Value, toml};
use dateline::files::{self, Disk, Error, FileId, FilePath, Files, Found};
use dateline::import::{Fate, Generator, Mapping, Mappings, NewSite, import};
use dateline::write;
use std::path::{Path, PathBuf};

/// The options of `dateline import`.
#[derive(clap::Args)]
pub(super) struct ImportArgs {
    /// What the folder was made for: hugo, jekyll, zola, obsidian, docusaurus or mkdocs
    #[arg(value_parser = generator)]
    kind: Generator,
    /// The folder that is imported; nothing in it is changed
    dir: PathBuf,
    /// The folder of the new site; what is there is never overwritten
    #[arg(required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// What becomes of shortcodes: a TOML file with `[shortcodes]`; without it `dateline-import.toml` in DIR, if there is one
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// Say what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
}

fn generator(word: &str) -> Result<Generator, String> {
    let found = Generator::ALL.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
    let names: Vec<&str> = Generator::ALL.iter().map(|(name, _)| *name).collect();
    found.map(|(_, one)| *one).ok_or_else(|| format!("it is one of {}", names.join(", ")))
}

/// The report, beside the new site's `site.toml`.
const REPORT: &str = "import-report.md";

/// The writer's own table, in the folder that is imported.
const TABLE: &str = "dateline-import.toml";

pub(super) fn run(args: &ImportArgs) -> Result<Exit, Stop> {
    if !args.dir.is_dir() {
        let message = format!("`{}` is no folder", args.dir.display());
        return Err(Stop::usage(message)
            .help("name the folder of the site that is to be imported"));
    }
    let files = Disk::open(&args.dir)?;
    let mappings = mappings(args, &files)?;
    let paths = paths(args, &files);
    let mut made = import(args.kind, &paths, &files, &mappings);
    made.report.tell_unusable(&unusable(&files));
    let Some(out) = args.out.as_ref().filter(|_| !args.dry_run) else {
        print(&made.report.text())?;
        return Ok(Exit::Fine);
    };
    let (written, kept) = write_site(out, &files, &made)?;
    let mut told = made.report.summary();
    told.push_str(&format!("wrote {written} files to {}/\n", out.display()));
    for path in &kept {
        told.push_str(&format!("not overwritten: {path}\n"));
    }
    let failed = failed(&made);
    if failed > 0 {
        told.push_str(&format!(
            "{failed} texts can't be built as they are: see `to-mend/` and the report\n"
        ));
    }
    told.push_str(&format!("what became of each file: {}\n", out.join(REPORT).display()));
    told.push_str(&format!("next: dateline build --root {}\n", out.display()));
    print(&told)?;
    Ok(if kept.is_empty() { Exit::Fine } else { Exit::Content })
}

/// How many texts the new site could not be built with.
fn failed(made: &NewSite) -> usize {
    let is_failed =
        |fate: &&Fate| matches!(fate, Fate::Held(to, _) if to.starts_with("to-mend/"));
    made.report.fates.values().filter(is_failed).count()
}

/// The files of the folder, but for those of the new site, if that lies in it.
fn paths(args: &ImportArgs, files: &Disk) -> Vec<FilePath> {
    let real = |path: &Path| files::real(path).unwrap_or_else(|_| path.to_owned());
    let out = args.out.as_deref().map(real);
    let inside = out.as_deref().and_then(|out| {
        out.strip_prefix(real(&args.dir)).ok()?.to_str().map(str::to_owned)
    });
    let inside = inside.filter(|inside| !inside.is_empty());
    let is_new = |path: &FilePath| {
        inside.as_deref().is_some_and(|inside| path.below(inside).is_some())
    };
    let found = files.everything().into_iter();
    let mut paths: Vec<FilePath> = found
        .filter_map(|found| match found {
            Found::File(path, _) if !is_new(&path) => Some(path),
            _ => None,
        })
        .collect();
    paths.sort();
    paths
}

/// What is there and can't be read.
fn unusable(files: &Disk) -> Vec<String> {
    let found = files.everything().into_iter();
    found
        .filter_map(|found| match found {
            Found::Unusable(path, _) => Some(path),
            Found::File(..) => None,
        })
        .collect()
}

/// The writer's own table of shortcodes.
fn mappings(args: &ImportArgs, files: &Disk) -> Result<Mappings, Stop> {
    let usual = || {
        let path = FilePath::new(TABLE).ok()?;
        files.look(&path).and_then(|_| files.read(&path).ok())
    };
    let bytes = match &args.map {
        Some(path) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let name =
                path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let name = FilePath::new(name)
                .map_err(|error| Stop::usage(format!("`{}`: {error}", path.display())))?;
            Some(Disk::open(folder.unwrap_or(Path::new(".")))?.read(&name)?)
        }
        None => usual(),
    };
    let Some(bytes) = bytes else { return Ok(Mappings::new()) };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut diags = Diagnostics::default();
    let node = toml::read(&text, 0..text.len(), FileId(0), &mut diags);
    if let Some(found) = diags.iter().next() {
        return Err(Stop::usage(format!(
            "the table of shortcodes can't be read: {}",
            found.message
        )));
    }
    let mut mappings = Mappings::new();
    let Some(Value::Map(entries)) =
        node.as_ref().and_then(|node| node.get("shortcodes")).map(|node| &node.value)
    else {
        return Ok(mappings);
    };
    for entry in entries {
        let words = entry.value.text().unwrap_or_default();
        let Some(mapping) = Mapping::read(words) else {
            let message = format!("`{words}` is nothing that a shortcode can become");
            return Err(Stop::usage(message).help(
                "write `unwrap`, `drop`, `alert:note`, `fold`, `quote`, `fence:LANGUAGE`, `heading`, `picture`, `ref`, `link:https://…/{}` or `text:…`",
            ));
        };
        mappings.insert(entry.key.to_string(), mapping);
    }
    Ok(mappings)
}

/// Writes what isn't there; gives how many files were, and which are there otherwise.
fn write_site(
    out: &Path,
    files: &Disk,
    made: &NewSite,
) -> Result<(usize, Vec<String>), Stop> {
    std::fs::create_dir_all(out)
        .map_err(|error| Error::new(out.display().to_string(), error))?;
    let there = Disk::open(out)?;
    let (mut written, mut kept) = (0, Vec::new());
    let mut put = |path: &FilePath, bytes: &[u8]| -> Result<bool, Stop> {
        match add(out, path, bytes)? {
            true => written += 1,
            false if there.read(path).is_ok_and(|other| other == bytes) => {}
            false => return Ok(false),
        }
        Ok(true)
    };
    for (path, text) in &made.texts {
        if !put(path, text.as_bytes())? {
            kept.push(path.to_string());
        }
    }
    for (to, from) in &made.copies {
        if !put(to, &files.read(from)?)? {
            kept.push(to.to_string());
        }
    }
    let report = made.report.text();
    for number in 1..MOST_REPORTS {
        let name = if number == 1 {
            REPORT.to_owned()
        } else {
            REPORT.replace(".md", &format!("-{number}.md"))
        };
        let Ok(path) = FilePath::new(&name) else { break };
        if put(&path, report.as_bytes())? {
            break;
        }
    }
    Ok((written, kept))
}

/// So many reports may lie beside each other.
const MOST_REPORTS: usize = 1000;

/// Adds a file below `out`, through no link; whether there was none.
fn add(out: &Path, path: &FilePath, bytes: &[u8]) -> Result<bool, Stop> {
    let mut place = out.to_owned();
    let parts: Vec<&str> = path.parts().collect();
    let Some((name, folders)) = parts.split_last() else { return Ok(false) };
    for part in folders {
        place.push(part);
        match place.symlink_metadata() {
            Ok(found) if found.is_dir() => {}
            Ok(_) => {
                let message =
                    format!("`{}` is in the way: it is no folder", place.display());
                return Err(
                    Stop::usage(message).help("name another folder for the new site")
                );
            }
            Err(_) => std::fs::create_dir(&place)
                .map_err(|error| Error::new(place.display().to_string(), error))?,
        }
    }
    Ok(write::add(&place.join(name), bytes)?)
}
