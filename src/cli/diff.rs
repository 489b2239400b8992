//! `dateline diff`: what two editions say differently, for a reviewer.

use super::report::{Exit, Stop, print, warn};
use super::revision;
use clap::ValueEnum;
use dateline::diag::Severity;
use dateline::files::{Disk, Error, FilePath, Files};
use dateline::pipeline::{self, Options, Outcome};
use dateline::releases::{Difference, EditionRecord, compare, markdown, text};
use std::path::{Path, PathBuf};

/// What the reference says below the options.
const EXPLAINED: &str = "\
OLD and NEW are each a record of a release (`releases/2026-11-30.json`), the folder of a site, or a revision of git (`HEAD~3`, a
tag). A folder or a file with the name goes before a revision. `NOT TOLD` stands behind changes that `--release` refuses. For revisions the program `git` is run, and nothing else is.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
pub(super) struct DiffArgs {
    /// What was said before
    old: String,
    /// What is said now; without it, the site here
    #[arg(default_value = ".")]
    new: String,
    /// The folder with `site.toml` that revisions are of; without it, this folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// In which form
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    format: DiffForm,
    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

/// The form in which differences are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DiffForm {
    /// For a terminal
    Text,
    /// For a review on the web
    Markdown,
    /// One JSON object
    Json,
}

pub(super) fn run(args: &DiffArgs) -> Result<Exit, Stop> {
    let before = edition(&args.old, &args.root)?;
    let now = edition(&args.new, &args.root)?;
    let difference = compare(&before, &now);
    let form = if args.json { DiffForm::Json } else { args.format };
    print(&written(&difference, form)?)?;
    Ok(Exit::Fine)
}

fn written(difference: &Difference, form: DiffForm) -> Result<String, Stop> {
    let nothing = || "nothing differs\n".to_owned();
    Ok(match form {
        DiffForm::Json => {
            let json = serde_json::to_string_pretty(difference);
            json.map_err(|error| Error::new("diff", error))? + "\n"
        }
        _ if difference.changes.is_empty() => nothing(),
        DiffForm::Text => text(difference),
        DiffForm::Markdown => markdown(difference),
    })
}

/// The edition that is named.
fn edition(name: &str, root: &Path) -> Result<EditionRecord, Stop> {
    let path = Path::new(name);
    if path.is_dir() {
        return of_folder(path);
    }
    if path.is_file() {
        return of_file(path);
    }
    let files = revision::files(root, name)?;
    of_site(&files, name)
}

fn of_folder(folder: &Path) -> Result<EditionRecord, Stop> {
    if !folder.join("site.toml").is_file() {
        let message = format!("`{}` is no folder of a site", folder.display());
        return Err(Stop::usage(message)
            .help("name the folder that has `site.toml`, not the one that was built; `dateline verify` compares built sites"));
    }
    let files = Disk::open(folder)?;
    of_site(&files, &folder.display().to_string())
}

/// The edition of a site, as far as it can be made of it.
fn of_site(files: &dyn Files, name: &str) -> Result<EditionRecord, Stop> {
    let Outcome { diagnostics, finished, .. } =
        pipeline::record(files, &Options::default())?;
    let errors = diagnostics.count(Severity::Error);
    let Some(record) = finished else {
        return Err(Stop::content(format!("the `site.toml` of `{name}` can't be used"))
            .help("run `dateline check` there"));
    };
    if errors > 0 {
        warn(&format!(
            "warning: `{name}` has {errors} errors; what they concern may lack here\n"
        ));
    }
    Ok(record)
}

fn of_file(path: &Path) -> Result<EditionRecord, Stop> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let files = Disk::open(folder.unwrap_or(Path::new(".")))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let no_record = |reason: &str| {
        Stop::content(format!("`{}` is no record of a release: {reason}", path.display()))
            .help("name a file of `releases/`, a site's folder or a revision of git")
    };
    let file = FilePath::new(&name).map_err(|_| no_record("its name is none"))?;
    let text = String::from_utf8(files.read(&file)?);
    let text = text.map_err(|_| no_record("it is no text"))?;
    EditionRecord::read(&text)
        .map_err(|(line, reason)| no_record(&format!("line {line}: {reason}")))
}
