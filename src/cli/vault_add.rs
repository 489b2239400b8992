//! `dateline vault add`: takes a saved file in as the copy of a source.

use super::report::{Exit, Stop, print};
use super::site::SiteArgs;
use dateline::check::Subject;
use dateline::copies::{self, CopyPart, Transcript, Unread};
use dateline::dates::Edtf;
use dateline::diag::nearest;
use dateline::files::{Disk, Error, FilePath, Files};
use dateline::letters::slug;
use dateline::manifest::Sum;
use dateline::model::{Source, SourceId, Verdict, quotations_in};
use dateline::pipeline::Inquiry;
use dateline::write;
use serde::Serialize;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What the reference says below the options.
const EXPLAINED: &str = "\
The file is copied to `content/vault/` under the name of the source, with a sidecar that names the source and holds the
sum and what is given here; nothing that is there is ever replaced. Then its text is shown in short, and which of the
source's quotations stand in it. The day is that of `--date`, else the one that a web archive or a saved page tells.";

#[derive(clap::Args)]
#[command(after_help = EXPLAINED)]
pub(super) struct AddArgs {
    /// The id of the source
    source: String,
    /// The saved file, of any form
    file: PathBuf,
    /// When it was saved: `2022-10-27`
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Edtf>,
    /// Who saved it
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// How it was saved: the program, or in words
    #[arg(long, value_name = "WORDS")]
    how: Option<String>,
    /// One JSON object
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    site: SiteArgs,
}

fn date(text: &str) -> Result<Edtf, String> {
    Edtf::parse(text.trim()).map_err(|_| "write a day like 2022-10-27".to_owned())
}

/// What was taken in.
#[derive(Serialize)]
struct Taken {
    source: String,
    path: String,
    sidecar: String,
    sha256: String,
    saved: Option<String>,
    /// Why there is no text of it.
    unread: Option<String>,
    /// How many parts of it have text: pages, cues.
    parts: usize,
    /// How many sums of its own parts were compared.
    sums: usize,
    #[serde(skip)]
    preview: String,
    quotations: Vec<LookedFor>,
}

/// A quotation that was looked for in the copy.
#[derive(Serialize)]
struct LookedFor {
    words: String,
    found: bool,
    note: Option<String>,
}

pub(super) fn run(args: &AddArgs) -> Result<Exit, Stop> {
    let (root, files) = args.site.open()?;
    let Some(inquiry) = Inquiry::open(&files, &args.site.options())? else {
        return Err(Stop::usage("`site.toml` has mistakes").help("run `dateline check`"));
    };
    let bytes = read(&args.file)?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let taken = inquiry.ask(|subject| {
        let (id, source) = find(subject, &args.source)?;
        let address = source.url.as_ref().map(|url| url.as_str());
        let transcript = copies::read(&name, &bytes, address);
        if let Err(Unread::Tampered(part)) = &transcript {
            let message =
                format!("the file's own sum of `{part}` is not that of its bytes");
            return Err(Stop::content(message).help("save the page again"));
        }
        let place = (root.as_path(), &files);
        let (path, sidecar) =
            put(args, place, source, &name, &bytes, transcript.as_ref().ok())?;
        Ok(taken(args, subject, (id, source), (path, sidecar), &bytes, transcript))
    })?;
    match args.json {
        true => {
            let line = serde_json::to_string(&taken);
            print(&format!(
                "{}\n",
                line.map_err(|error| Error::new("vault add", error))?
            ))?;
        }
        false => print(&report(&taken))?,
    }
    Ok(Exit::Fine)
}

/// Reads the file that is given, which lies anywhere.
fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let shown = || path.display().to_string();
    let file = File::open(path).map_err(|error| Error::new(shown(), error))?;
    let mut bytes = Vec::new();
    let most = copies::LARGEST as u64 + 1;
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::new(shown(), error))?;
    match bytes.len() {
        0 => Err(Stop::usage(format!("`{}` is empty", path.display()))),
        n if n > copies::LARGEST => {
            Err(Stop::usage(format!("`{}` is larger than 256 MiB", path.display())))
        }
        _ => Ok(bytes),
    }
}

/// The source of this id, or by a name that it had.
fn find<'s>(subject: &Subject<'s>, name: &str) -> Result<(SourceId, &'s Source), Stop> {
    let name = name.trim().trim_start_matches('@');
    let mut all = subject.site.sources_with_ids();
    all.find(|(_, source)| source.names.id.as_str() == name).ok_or_else(|| {
        let shown =
            subject.site.sources.iter().filter(|source| !source.is_confidential());
        let near = nearest(name, shown.map(|source| source.names.id.as_str()));
        let stop = Stop::usage(format!("no source is called `{name}`"));
        match near {
            Some(near) => stop.help(format!("did you mean `{near}`?")),
            None => {
                stop.help("write the source first: its id stands in `content/sources/`")
            }
        }
    })
}

/// So many names are tried.
const MOST_NAMES: usize = 1000;

/// Puts the file and its sidecar into the vault, under a name that is free.
fn put(
    args: &AddArgs,
    (root, files): (&Path, &Disk),
    source: &Source,
    name: &str,
    bytes: &[u8],
    transcript: Option<&Transcript>,
) -> Result<(FilePath, FilePath), Stop> {
    // Of a confidential source not even the name stands on the file.
    let stem = match source.is_confidential() {
        true => "copy".to_owned(),
        false => slug(&source.names.id.as_str().replace('/', "-")),
    };
    let ending = name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
    let ending = match name.to_ascii_lowercase() {
        name if name.ends_with(".warc.gz") => "warc.gz".to_owned(),
        _ => ending.to_ascii_lowercase(),
    };
    let sidecar = sidecar(args, source, bytes, transcript);
    for n in 1..MOST_NAMES {
        let numbered = if n == 1 { stem.clone() } else { format!("{stem}-{n}") };
        let path = format!("content/vault/{numbered}.{ending}");
        let (path, beside) = (file_path(&path)?, file_path(&format!("{path}.yaml"))?);
        let on_disk = |path: &FilePath| root.join(path.as_str());
        if files.read(&path).is_ok_and(|there| there == bytes) {
            let message = format!("the same file is in the vault already: `{path}`");
            return Err(Stop::usage(message));
        }
        if on_disk(&beside).exists() || !write::add(&on_disk(&path), bytes)? {
            continue;
        }
        write::add(&on_disk(&beside), sidecar.as_bytes())?;
        return Ok((path, beside));
    }
    Err(Stop::usage(format!("the vault has too many copies called `{stem}`")))
}

fn file_path(text: &str) -> Result<FilePath, Stop> {
    FilePath::new(text)
        .map_err(|error| Stop::usage(format!("`{text}` can't be a name: {error}")))
}

/// What is noted of the copy. JSON is YAML, so any words may stand in it.
fn sidecar(
    args: &AddArgs,
    source: &Source,
    bytes: &[u8],
    transcript: Option<&Transcript>,
) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut text = format!("source: {}\n", quoted(source.names.id.as_str()));
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("{name}: {value}\n"));
        }
    };
    let address = transcript.and_then(|found| found.address.clone());
    let address = address.filter(|url| url.starts_with("http"));
    add("url", address.map(|url| quoted(&url)));
    add("saved", saved(args, transcript));
    add("by", args.by.as_deref().map(quoted));
    add("how", args.how.as_deref().map(quoted));
    add("sha256", Some(quoted(&Sum::of(bytes).to_string())));
    text
}

/// The day on which the copy was saved.
fn saved(args: &AddArgs, transcript: Option<&Transcript>) -> Option<String> {
    let told = transcript.and_then(|found| found.saved.clone());
    let told = told.filter(|day| Edtf::parse(day).is_ok());
    args.date.as_ref().map(Edtf::as_edtf).or(told)
}

fn taken(
    args: &AddArgs,
    subject: &Subject<'_>,
    (id, source): (SourceId, &Source),
    (path, sidecar): (FilePath, FilePath),
    bytes: &[u8],
    transcript: Result<Transcript, Unread>,
) -> Taken {
    let found = transcript.as_ref().ok();
    let saved = saved(args, found);
    // What a confidential source says is not for a terminal that others see.
    let preview = found.filter(|_| !source.is_confidential()).map(preview);
    let (parts, sums) = found.map_or((0, 0), |found| (found.parts.len(), found.sums));
    let unread = transcript.as_ref().err().map(Unread::to_string);
    let verdicts = transcript
        .map(|found| quotations_in(subject.site, subject.config, id, &path, found));
    let quotations = verdicts
        .unwrap_or_default()
        .into_iter()
        .map(|(words, verdict)| told(words, &verdict, source));
    Taken {
        source: source.names.id.to_string(),
        path: path.to_string(),
        sidecar: sidecar.to_string(),
        sha256: Sum::of(bytes).to_string(),
        saved,
        unread,
        parts,
        sums,
        preview: preview.unwrap_or_default(),
        quotations: quotations.collect(),
    }
}

/// A quotation with what became of it.
fn told(words: String, verdict: &Verdict, source: &Source) -> LookedFor {
    let note = match verdict {
        Verdict::Elsewhere { stands, .. } => Some(format!("it stands {stands}")),
        Verdict::Missing { nearest: Some((words, _)), .. }
            if !source.is_confidential() =>
        {
            Some(format!("nearest: {words}"))
        }
        Verdict::Translated => Some("a translation, which is not looked for".to_owned()),
        _ => None,
    };
    LookedFor { words, found: matches!(verdict, Verdict::Found(_)), note }
}

/// So many characters of the text are shown.
const PREVIEW: usize = 400;

/// The beginning of the text, in one line.
fn preview(transcript: &Transcript) -> String {
    let words =
        transcript.parts.iter().flat_map(|part: &CopyPart| part.text.split_whitespace());
    let mut shown = String::new();
    for word in words {
        if shown.chars().count() + word.chars().count() > PREVIEW {
            return shown + " …";
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    shown
}

fn report(taken: &Taken) -> String {
    let Taken { source, path, sidecar, sha256, .. } = taken;
    let mut text = format!(
        "took in {path}\nsha256 {sha256}\n\nThe sidecar {sidecar} says whose copy it is. \
         To say so in the record of `{source}` instead:\n\n  archive: [{}]\n  sha256: {sha256}\n\n",
        path.strip_prefix("content/").unwrap_or(path)
    );
    text.push_str(&match &taken.saved {
        Some(day) => format!("saved {day}\n"),
        None => format!("when it was saved is not known: add `saved:` to {sidecar}\n"),
    });
    if taken.sums > 0 {
        text.push_str(&format!("{} sums of its own parts agree\n", taken.sums));
    }
    match &taken.unread {
        Some(why) => text.push_str(&format!("there is no text of it: {why}\n")),
        None if !taken.preview.is_empty() => {
            text.push_str(&format!("text: {}\n", seen(&taken.preview)));
        }
        None => {}
    }
    for one in &taken.quotations {
        let sign = if one.found { "found" } else { "NOT found" };
        text.push_str(&format!("{sign}: {}\n", seen(&one.words)));
        if let Some(note) = &one.note {
            text.push_str(&format!("  {}\n", seen(note)));
        }
    }
    text
}

/// A text without what acts on a terminal.
fn seen(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c })
        .collect()
}
