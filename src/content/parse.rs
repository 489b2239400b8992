//! The stage `parse`: every text below `content/` into records of its kind.

use super::front_matter::{self, Head, Syntax};
use super::kept::{Index, KeptFile, Keys, ParseCache};
use super::kinds::copy::CopyFields;
use super::kinds::media::MediaFields;
use super::kinds::{KindFiles, kinds};
use super::{
    Documents, Held, Id, Item, Kind, KindFields, MediaItem, NotedCopy, Prose, Sidecar,
    Sink, import, registry,
};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::fields::{
    Decode, Entry, Node, Shape, Text, Value, report_hidden, report_hidden_in, yaml,
};
use crate::files::{FileId, Plain, Problem, Span, TextFile, TextFiles};
use crate::keys::Key;
use crate::letters::{Hidden, composed};
use crate::markdown::{self, Manuscript, Packed};
use foldhash::HashMap;
use rayon::prelude::*;
use std::cmp::Reverse;

/// The folders below `content/` that hold no records: what is shown and offered, and copies of evidence.
const OTHER_FOLDERS: [&str; 2] = ["media", "vault"];

/// The folders that may lie below `content/`.
fn folders() -> impl Iterator<Item = &'static str> + Clone {
    Kind::ALL.iter().map(|kind| kind.folder()).chain(OTHER_FOLDERS)
}

/// So many files are read into one list: few enough that small sites are read in parallel too.
const AT_ONCE: usize = 16;

/// So many of these lists at most does a processor take at once.
const SHARE: usize = 2;

/// What was read.
#[derive(Debug)]
pub struct Parsed {
    /// The records of every file.
    pub records: Records,
    /// What the next build can have of this one.
    pub kept: ParseCache,
    /// The key of all that a page shows of files that are not its own: everything but their
    /// running text.
    pub outward: Key,
}

/// The records of every file: those of files that were read in this run, and those that the last build kept,
/// which are not looked at before somebody asks.
#[derive(Debug, Default)]
pub struct Records {
    read: Sink,
    /// How many files were read.
    read_count: usize,
    /// The files of which the records were kept, with their places in what is kept.
    known: Vec<(FileId, usize)>,
}

/// Reads every file below `content/`, as far as its records aren't among what the `last` build kept.
/// Mistakes are reported in `diags`; a record with a mistake is read as far as it can be.
pub fn parse(texts: &TextFiles, last: &ParseCache, diags: &mut Diagnostics) -> Parsed {
    let files: Vec<FileId> = texts.ids_below("content").collect();
    let last = last.index();
    // The largest are read first: a registry read last would leave all but one processor idle.
    let mut batches: Vec<(usize, &[FileId])> =
        files.chunks(AT_ONCE).enumerate().collect();
    let size =
        |files: &[FileId]| files.iter().map(|id| texts.look(*id).size).sum::<u64>();
    batches.sort_by_cached_key(|(_, files)| Reverse(size(files)));
    // In small shares, or a processor is left with nothing while another has many to go.
    let batches = batches.into_par_iter().with_max_len(SHARE);
    let read = batches.map_init(Room::default, |room, (place, files)| {
        let mut batch = Batch::default();
        files.iter().for_each(|id| batch.take(*id, texts, &last, room));
        (place, batch)
    });
    let mut read: Vec<(usize, Batch)> = read.collect();
    read.sort_unstable_by_key(|(place, _)| *place);
    let (mut records, mut kept) = (Records::default(), Vec::with_capacity(files.len()));
    let mut outward = Vec::with_capacity(files.len());
    make_room(&mut records.read.found, read.iter().map(|(_, batch)| &batch.sink));
    for (_, mut batch) in read {
        let known = batch.known.into_iter().map(|(file, at)| (file, kept.len() + at));
        records.known.extend(known);
        records.read.append(&mut batch.sink);
        kept.append(&mut batch.kept);
        outward.append(&mut batch.outward);
    }
    records.read_count = files.len() - records.known.len();
    report_unusable(texts, diags);
    super::published::report(texts, diags);
    diags.append(std::mem::take(&mut records.read.diags));
    Parsed { records, kept: ParseCache::of(kept), outward: Key::of(&outward) }
}

impl Records {
    /// How many files were read in this run, and how many were known.
    pub fn counts(&self) -> (usize, usize) {
        (self.read_count, self.known.len())
    }

    /// The texts of the files that were read in this run.
    pub fn read_now(&self) -> impl Iterator<Item = &Prose> {
        self.read.proses()
    }

    /// All records, as far as they are known from what is `kept`.
    pub fn documents(
        self,
        kept: &ParseCache,
        texts: &TextFiles,
        diags: &mut Diagnostics,
    ) -> Documents {
        let Records { read: mut all, known, .. } = self;
        let some = known.par_chunks(AT_ONCE).with_max_len(SHARE).map(|some| {
            let mut sink = Sink::default();
            for (file, place) in some {
                match kept.file(*place).records(*file) {
                    Some(mut records) => sink.append(&mut records),
                    None => read_file(*file, texts.get(*file), &mut sink),
                }
            }
            sink
        });
        let some: Vec<Sink> = some.collect();
        make_room(&mut all.found, some.iter());
        some.into_iter().for_each(|mut sink| all.append(&mut sink));
        all.sort();
        diags.append(all.diags);
        all.found.media = media(texts, all.sidecars, diags);
        all.found
    }
}

/// What some files became.
#[derive(Default)]
struct Batch {
    sink: Sink,
    /// The files of which the records are known, with their places in `kept`.
    known: Vec<(FileId, usize)>,
    kept: Vec<KeptFile>,
    /// The key of what other pages show of each file.
    outward: Vec<Key>,
}

/// Room that is used for one file after the other.
#[derive(Default)]
struct Room {
    sink: Sink,
    bytes: Vec<u8>,
}

impl Batch {
    /// Takes in one more file: what was kept of it, or what it is when it is read. A file that
    /// looks as it did is not even opened.
    fn take(
        &mut self,
        file: FileId,
        texts: &TextFiles,
        last: &Index<'_>,
        room: &mut Room,
    ) {
        let seen = texts.look(file).seen.map(|seen| seen.key);
        let known = last.seen(seen).or_else(|| last.of(texts.get(file).key));
        if let Some(kept) = known.filter(|kept| kept.is_whole()) {
            self.outward.push(kept.outward_key());
            self.known.push((file, self.kept.len()));
            return self.kept.push(kept.again(seen));
        }
        let text = texts.get(file);
        read_file(file, text, &mut room.sink);
        let outward = outward_key(text, room.sink.proses().next());
        self.outward.push(outward);
        // A mistake is told in every build, so its file is read in every build.
        if room.sink.diags.is_empty() && text.problem.is_none() {
            let keys = Keys { text: text.key, seen, outward };
            self.kept.extend(KeptFile::new(keys, &room.sink, &mut room.bytes));
        }
        self.sink.append(&mut room.sink);
    }
}

/// The key of what other pages show of a file. Where it is a text with front matter, its records
/// are made from that alone, and the text beneath it shows in what refers to it and is referred to.
fn outward_key(text: &TextFile, prose: Option<&Prose>) -> Key {
    let Some(Prose { range, outline, .. }) = prose else { return text.key };
    Key::of(&(text.path.as_str(), &text.text[..range.start], outline.outward_key()))
}

impl Sink {
    /// The texts; a file that has one holds one record.
    pub(super) fn proses(&self) -> impl Iterator<Item = &Prose> {
        fn of<F>(items: &[Item<F>]) -> impl Iterator<Item = &Prose> {
            items.iter().filter_map(|item| item.prose.as_ref())
        }
        let found = &self.found;
        macro_rules! all {
            ($($list:ident)*) => { of(found.home.as_slice())$(.chain(of(&found.$list)))* };
        }
        kinds!(lists all)
    }

    /// The text of the one record of a file that has one.
    pub(super) fn prose_mut(&mut self) -> Option<&mut Prose> {
        fn of<F>(items: &mut [Item<F>]) -> Option<&mut Prose> {
            items.iter_mut().find_map(|item| item.prose.as_mut())
        }
        let found = &mut self.found;
        macro_rules! first {
            ($($list:ident)*) => {
                of(found.home.as_mut_slice())$(.or_else(|| of(&mut found.$list)))*
            };
        }
        kinds!(lists first)
    }

    /// Puts all in order of file.
    fn sort(&mut self) {
        fn sort<T>(list: &mut [T], file: fn(&T) -> FileId) {
            if !list.is_sorted_by_key(file) {
                list.sort_by_key(file);
            }
        }
        macro_rules! sort_all {
            ($($list:ident)*) => { $(sort(&mut self.found.$list, |item| item.file);)* };
        }
        kinds!(lists sort_all);
        sort(&mut self.found.copies, |noted| noted.file);
        sort(&mut self.sidecars, |sidecar| sidecar.file);
    }

    /// Makes all records drafts.
    fn hold_back(&mut self) {
        fn hold<F: Held>(items: &mut [Item<F>]) {
            let fields = items.iter_mut().filter_map(|item| item.fields.as_deref_mut());
            fields.for_each(|fields| fields.hold_mut().draft = Some(true));
        }
        macro_rules! hold_all {
            ($($list:ident)*) => { $(hold(&mut self.found.$list);)* };
        }
        kinds!(lists hold_all);
    }

    /// Takes all out of another.
    fn append(&mut self, other: &mut Sink) {
        let (all, one) = (&mut self.found, &mut other.found);
        all.home = all.home.take().or(one.home.take());
        macro_rules! append_all {
            ($($list:ident)*) => { $(all.$list.append(&mut one.$list);)* };
        }
        kinds!(lists append_all);
        all.copies.append(&mut one.copies);
        self.sidecars.append(&mut other.sidecars);
        self.diags.append(std::mem::take(&mut other.diags));
    }
}

/// Makes room for all records at once: they are large, and moved whenever a list grows.
fn make_room<'s>(all: &mut Documents, some: impl Iterator<Item = &'s Sink> + Clone) {
    let count = |of: fn(&Documents) -> usize| -> usize {
        some.clone().map(|sink| of(&sink.found)).sum()
    };
    macro_rules! reserve_all {
        ($($list:ident)*) => { $(all.$list.reserve(count(|found| found.$list.len()));)* };
    }
    kinds!(lists reserve_all);
}

/// Reports what is there but can't be read: links out of the root, names that are no names.
fn report_unusable(texts: &TextFiles, diags: &mut Diagnostics) {
    for (path, problem) in texts.unusable() {
        diags.push(unusable(path, problem));
        diags.lose(Place::Path(path.to_string(), None));
    }
    // What has not been read is known from a build that could read it.
    for text in texts.all_read() {
        if let Some(problem) = &text.problem {
            diags.push(unusable(text.path.as_str(), problem));
            diags.lose(Place::Path(text.path.to_string(), None));
        }
    }
}

fn unusable(path: &str, problem: &Problem) -> Diagnostic {
    let at = |line| Place::Path(path.to_owned(), line);
    match problem {
        Problem::LinkOutside => Diagnostic::new(
            codes::LINK_OUTSIDE_ROOT,
            at(None),
            format!("`{path}` is a link that leads out of the site's folder"),
        )
        .help("put a copy of what it leads to in its place"),
        Problem::LinkToUnpublished => Diagnostic::new(
            codes::LINK_OUTSIDE_ROOT,
            at(None),
            format!("`{path}` is a link to what is not published from there"),
        )
        .note("a link would publish what it leads to, whatever folder that lies in")
        .help("put a copy of what it leads to in its place, if readers may have it"),
        Problem::BadName => Diagnostic::new(
            codes::UNREADABLE_FILE,
            at(None),
            format!("`{path}` has a name that can't be used in an address"),
        )
        .help(
            "rename it with letters, digits and `-`: no `\\`, no line end, and in UTF-8",
        ),
        Problem::Unreadable(reason) => Diagnostic::new(
            codes::UNREADABLE_FILE,
            at(None),
            format!("`{path}` can't be read: {reason}"),
        )
        .help("if it is a link, see where it leads; else see who may read it"),
        Problem::NotUtf8 { at: byte, line } => Diagnostic::new(
            codes::NOT_UTF8,
            at(Some(*line as u32)),
            format!("`{path}` is not UTF-8"),
        )
        .note(format!(
            "its byte number {}, in line {line}, begins no character",
            byte + 1
        ))
        .help(
            "save it again with the encoding UTF-8; it may be in Windows-1252 or UTF-16",
        ),
        Problem::TooLarge(size) => Diagnostic::new(
            codes::FILE_TOO_LARGE,
            at(None),
            format!("`{path}` has {} MiB; the limit for a text is 16 MiB", size >> 20),
        )
        .help("cut it into several texts; what is no text belongs into `content/media/`"),
    }
}

/// Reads a file. One whose name or folder begins with `_`, as `_drafts` of Jekyll does, is held back: its
/// records are drafts.
fn read_file(file: FileId, text: &TextFile, sink: &mut Sink) {
    let inside = text.path.below("content").unwrap_or_default();
    let Some(name) = held_name(inside, &text.path.ending()) else {
        return read_any(file, text, sink);
    };
    let message = format!("`{inside}` is held back, because `{name}` begins with `_`");
    let found = Diagnostic::new(codes::HELD_BACK, Span::start_of(file), message);
    sink.diags.push(match name {
        "_posts" => found
            .note("Jekyll publishes what lies in `_posts`; here it is a draft")
            .help("move it into `content/articles/` to publish it"),
        _ => found
            .note("Jekyll and others publish nothing of such files; they are drafts here")
            .help("give it another name to publish it"),
    });
    let mut own = Sink::default();
    read_any(file, text, &mut own);
    own.hold_back();
    sink.append(&mut own);
}

/// The part of a path that begins with `_`, which holds the file back: of texts and registries, not of
/// pictures and what is said of them.
fn held_name<'t>(inside: &'t str, ending: &str) -> Option<&'t str> {
    let (folder, rest) = inside.split_once('/')?;
    let is_data = matches!(ending, "yaml" | "yml" | "bib" | "json");
    let is_record = Kind::of_folder(folder)?.files() == KindFiles::Registries && is_data;
    let is_text = matches!(ending, "md" | "markdown");
    let name = rest.split('/').find(|part| part.starts_with('_'))?;
    ((is_text || is_record) && !is_section(rest)).then_some(name)
}

/// Hugo's and Zola's `_index.md`, in any language.
fn is_section(rest: &str) -> bool {
    let name = rest.rsplit('/').next().unwrap_or_default();
    name.split('.').next() == Some("_index")
}

fn read_any(file: FileId, text: &TextFile, sink: &mut Sink) {
    // Only files below `content` come here.
    let Some(inside) = text.path.below("content") else { return };
    if text.problem.is_some() {
        return register_unread(file, inside, sink);
    }
    let (folder, rest) = inside.split_once('/').unwrap_or(("", inside));
    let ending = text.path.ending();
    let markdown = matches!(&*ending, "md" | "markdown");
    let data = matches!(&*ending, "yaml" | "yml");
    let kind = Kind::of_folder(folder);
    match (folder, kind) {
        _ if markdown && is_section(rest) && folders().any(|one| one == folder) => {
            sink.diags.push(section(rest, folder, file));
        }
        ("", _) if markdown && rest.eq_ignore_ascii_case("index.md") => {
            let item = single(file, text, Some("index"), sink);
            sink.found.home = sink.found.home.take().or(item);
        }
        (_, Some(kind)) if markdown => {
            let id = match kind {
                Kind::Article => article_id(rest, file, sink),
                _ => stem(rest).map(|stem| (stem.to_owned(), None)),
            };
            if let Some(id) = id {
                read_text(kind, file, text, id, sink);
            }
        }
        (_, Some(kind)) if data && kind.files() == KindFiles::Registries => {
            read_registry(kind, file, text, sink);
        }
        (_, Some(Kind::Source)) if ending == "bib" => {
            let items = import::bibtex::read(file, text, sink);
            sink.found.sources.extend(items);
        }
        (_, Some(Kind::Source)) if ending == "json" => {
            let items = import::csl_json::read(file, text, sink);
            sink.found.sources.extend(items);
        }
        (_, Some(_)) | ("media", _) if data => read_sidecar(file, text, sink),
        ("vault", _) if data => read_note_of_copy(file, text, sink),
        ("vault", _) => {}
        (_, Some(_)) | ("media", _) => {
            sink.diags.push(stray(file, inside, kind, &ending));
            sink.diags.lose(text.whole(file));
        }
        _ => {
            report_outside(file, inside, folder, sink);
            sink.diags.lose(text.whole(file));
        }
    }
}

macro_rules! readers {
    ($($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
        $word:ident::$fields:ident, $files:ident;)*) => {
        /// Reads a text of some kind.
        fn read_text(
            kind: Kind,
            file: FileId,
            text: &TextFile,
            id: (String, Option<&str>),
            sink: &mut Sink,
        ) {
            match kind {
                $(Kind::$noun => {
                    let item = single_dated(file, text, id, sink);
                    sink.found.$list.extend(item.map(with_own_id));
                })*
            }
        }

        /// Reads a registry of some kind.
        fn read_registry(kind: Kind, file: FileId, text: &TextFile, sink: &mut Sink) {
            match kind {
                $(Kind::$noun => {
                    let items = registry::read(file, text, sink);
                    sink.found.$list.extend(items);
                })*
            }
        }

        /// A file that can't be read still has an id, so that references to it are not reported too.
        fn register_unread(file: FileId, inside: &str, sink: &mut Sink) {
            let Some((folder, rest)) = inside.split_once('/') else { return };
            let Some(id) = stem(rest).and_then(Id::new) else { return };
            if !rest.ends_with(".md") && !rest.ends_with(".markdown") {
                return;
            }
            let place = Span::start_of(file);
            // A country has its id without a file.
            match Kind::of_folder(folder).filter(|kind| *kind != Kind::Country) {
                $(Some(Kind::$noun) => {
                    let item = Item { id, place, file, fields: None, prose: None };
                    sink.found.$list.push(item);
                })*
                None => {}
            }
        }
    };
}

kinds!(readers);

/// A file of a sort that its folder does not hold.
fn stray(file: FileId, inside: &str, kind: Option<Kind>, ending: &str) -> Diagnostic {
    let holds = match kind {
        Some(Kind::Source) => {
            "Markdown (`.md`), registries (`.yaml`), BibTeX (`.bib`) and CSL-JSON (`.json`)"
        }
        Some(kind) if kind.files() == KindFiles::Registries => {
            "Markdown (`.md`) and registries (`.yaml`)"
        }
        Some(_) => "Markdown (`.md`), and pictures with their sidecars (`.yaml`)",
        None => "pictures and documents with their sidecars (`.yaml`), and no texts",
    };
    let folder = kind.map_or("media", Kind::folder);
    let help = match ending {
        "md" | "markdown" => {
            "a text belongs into the folder of its kind: `content/articles/`, `content/pages/`"
        }
        "bib" => "move it to `content/sources/`",
        "json" => {
            "move it to `content/sources/` if it is CSL-JSON; to `content/media/` if readers are to get it as it is"
        }
        "html" | "xml" => {
            "a copy that is evidence belongs into `content/vault/`; what readers are to open, into `static/`"
        }
        _ => {
            "move it to `content/media/` if readers are to get it as it is, else out of `content/`"
        }
    };
    let message = format!("`content/{folder}/` holds no files of this sort: `{inside}`");
    Diagnostic::new(codes::UNKNOWN_FILE, Span::start_of(file), message)
        .note(format!("it holds {holds}"))
        .help(help)
}

/// A file in a folder that is no kind of content, or in none.
fn report_outside(file: FileId, inside: &str, folder: &str, sink: &mut Sink) {
    let message = match folder {
        "" => format!("`{inside}` lies in no folder of `content/`"),
        _ => format!("`content/{folder}/` is no kind of content"),
    };
    let all: Vec<&str> = folders().collect();
    let found = Diagnostic::new(codes::UNKNOWN_FOLDER, Span::start_of(file), message)
        .note(format!("the folders are {}", all.join(", ")));
    sink.diags.push(found.did_you_mean(folder, all));
}

/// A list of another generator: ours are made by themselves.
fn section(rest: &str, folder: &str, file: FileId) -> Diagnostic {
    let message = format!("`{rest}` is a list of another generator, which has none here");
    let help = match folder {
        "articles" => {
            "lists of articles are made by themselves; put prose for the home page into `content/index.md`, other prose into a file of `content/pages/`"
        }
        _ => {
            "give it a name of its own, such as `about.md`, to have a page of it; else take it out"
        }
    };
    Diagnostic::new(codes::UNKNOWN_FILE, Span::start_of(file), message).help(help)
}

/// The path below the kind's folder, without the ending and without `/index` of a bundle.
fn stem(rest: &str) -> Option<&str> {
    let stem = rest.rsplit_once('.').map_or(rest, |(stem, _)| stem);
    let stem = stem.strip_suffix("/index").unwrap_or(stem);
    (!stem.is_empty()).then_some(stem)
}

/// An article's id: its path, without a date at the start of its name.
fn article_id<'t>(
    rest: &'t str,
    file: FileId,
    sink: &mut Sink,
) -> Option<(String, Option<&'t str>)> {
    let stem = stem(rest)?;
    if stem == "index" {
        let message =
            format!("`{rest}` is no article: a bundle is a folder with an `index.md`");
        sink.diags.push(
            Diagnostic::new(codes::UNKNOWN_FILE, Span::start_of(file), message)
                .help("lists of articles are made by themselves; put prose for the home page into `content/index.md`"),
        );
        return None;
    }
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(f, n)| (f, n));
    let Some((date, name)) = date_in_name(name) else {
        return Some((stem.to_owned(), None));
    };
    let id = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    Some((id, Some(date)))
}

/// `2022-10-27-dublin` as its date and the rest.
fn date_in_name(name: &str) -> Option<(&str, &str)> {
    let (date, rest) = (name.get(..10)?, name.get(10..)?);
    let digit = |n: usize| date.as_bytes()[n].is_ascii_digit();
    let dashes = date.as_bytes()[4] == b'-' && date.as_bytes()[7] == b'-';
    let dated = dashes && [0, 1, 2, 3, 5, 6, 8, 9].into_iter().all(digit);
    let rest = rest.strip_prefix(['-', '_', ' '])?;
    (dated && !rest.is_empty()).then_some((date, rest))
}

/// Reads one Markdown file whose id is its path.
fn single<F: Decode>(
    file: FileId,
    text: &TextFile,
    id: Option<&str>,
    sink: &mut Sink,
) -> Option<Item<F>> {
    single_dated(file, text, (id?.to_owned(), None), sink)
}

fn single_dated<F: Decode>(
    file: FileId,
    text: &TextFile,
    (id, date): (String, Option<&str>),
    sink: &mut Sink,
) -> Option<Item<F>> {
    let place = Span::start_of(file);
    let Some(id) = Id::new(&id) else {
        let message = format!("the file's name `{id}` can't be an id");
        sink.diags.push(
            Diagnostic::new(codes::INVALID_VALUE, place, message)
                .help("rename the file without `[`, `]`, `|` and `#`"),
        );
        sink.diags.lose(text.whole(file));
        return None;
    };
    report_hidden_in(id.as_str(), |_| place, &mut sink.diags);
    let mut item = Item { id, place, file, fields: None, prose: None };
    let Ok(head) = front_matter::split(&text.text, file, &mut sink.diags) else {
        sink.diags.lose(text.whole(file));
        return Some(item);
    };
    let head = head.unwrap_or(Head { syntax: Syntax::Yaml, fields: 0..0, body: 0 });
    let required = required::<F>();
    let heading = first_heading(&text.text[head.body..]);
    let heading = heading.filter(|_| required.contains(&"title"));
    let is_told = |field: &&str| *field == "title" && heading.is_some();
    if head.body == 0 && date.is_none() && !required.iter().all(is_told) {
        report_no_head(file, text, &required, sink);
    } else if let Some(mut node) = front_matter::read(&head, file, text, &mut sink.diags)
    {
        if let Shape::Record(table) = F::shape() {
            front_matter::translate(&mut node, table, &mut sink.diags);
        }
        if let Some(date) = date {
            add_if_missing(&mut node, "date", date, place);
        }
        if let Some(title) = heading {
            let at = head.body + text.text[head.body..].find(title).unwrap_or(0);
            let place = Span::new(file, at, at + title.len());
            if add_if_missing(&mut node, "title", title, place) {
                report_title(title, head.syntax, place, sink);
            }
        }
        front_matter::report_comments(&node, &mut sink.diags);
        let mut own = Diagnostics::default();
        item.fields = F::decode(&node, &mut own).map(Box::new);
        if !own.is_empty() {
            help_with_date(&text.text[head.fields.clone()], head.syntax, &mut own);
        }
        sink.diags.append(own);
    }
    if item.fields.is_none() {
        sink.diags.lose(Span::new(file, head.fields.start, head.fields.end));
    }
    item.prose = Some(prose(file, text, head.body, &mut sink.diags));
    Some(item)
}

/// The words of the heading with which a text begins. One with marks in it is no title: a title is plain.
fn first_heading(body: &str) -> Option<&str> {
    let line = body.lines().find(|line| !line.trim().is_empty())?;
    let title = line.strip_prefix("# ")?.trim().trim_end_matches('#').trim_end();
    let has_marks = title.contains(['*', '_', '`', '[', ']', '<', '{', '\\', '&']);
    (!title.is_empty() && !has_marks).then_some(title)
}

/// Says that the heading is taken for the title.
fn report_title(title: &str, syntax: Syntax, place: Span, sink: &mut Sink) {
    let sign = if syntax == Syntax::Toml { " =" } else { ":" };
    let written = title.replace('"', "\\\"");
    sink.diags.push(
        Diagnostic::new(
            codes::TITLE_FROM_HEADING,
            place,
            "the heading is taken for the title, which is not given",
        )
        .help(format!(
            "write `title{sign} \"{written}\"` if that is its title, and take the line `# {title}` out"
        )),
    );
}

/// Where the date lacks and an address in the fields has one (`path = "2024/05/06/dublin"`), says so.
fn help_with_date(fields: &str, syntax: Syntax, diags: &mut Diagnostics) {
    let is_address = |line: &&str| {
        let name = line.split([':', '=']).next().unwrap_or_default().trim();
        ["path", "permalink", "url", "slug"].contains(&name)
    };
    let dates = fields.lines().filter(is_address).find_map(|line| {
        let digit = |byte: &u8| byte.is_ascii_digit();
        line.as_bytes().windows(10).find_map(|ten| match ten {
            [year @ .., b'/', m1, m2, b'/', d1, d2]
                if [m1, m2, d1, d2].into_iter().chain(year).all(digit) =>
            {
                Some(String::from_utf8_lossy(ten).replace('/', "-"))
            }
            _ => None,
        })
    });
    let Some(date) = dates else { return };
    let sign = if syntax == Syntax::Toml { " =" } else { ":" };
    diags.amend(|one| {
        if one.code == codes::MISSING_FIELD && one.message.ends_with(" has no `date`") {
            one.help = vec![format!(
                "write `date{sign} {date}` if that is the day in its address"
            )];
        }
    });
}

/// The fields that a record has to have.
fn required<F: Decode>() -> Vec<&'static str> {
    match F::shape() {
        Shape::Record(table) => {
            table.all().filter(|field| field.required).map(|field| field.name).collect()
        }
        _ => Vec::new(),
    }
}

fn report_no_head(file: FileId, text: &TextFile, required: &[&str], sink: &mut Sink) {
    let above = text.text.len() - text.text.trim_start().len();
    let found = if text.text[above..].starts_with("---\n") {
        Diagnostic::new(
            codes::MISSING_FRONT_MATTER,
            Span::new(file, above, above + 3),
            "the front matter does not begin on the first line",
        )
        .help("take away what is above it")
    } else {
        let fields: Vec<String> =
            required.iter().map(|name| format!("`{name}: …`")).collect();
        Diagnostic::new(
            codes::MISSING_FRONT_MATTER,
            Span::start_of(file),
            "the file has no front matter",
        )
        .help(format!(
            "begin it with `---`, the fields ({}), and `---`",
            fields.join(", ")
        ))
    };
    sink.diags.push(found);
}

/// The date of the file's name, where the front matter gives none.
/// Adds a field, unless it is there; whether it has.
fn add_if_missing(node: &mut Node, name: &str, text: &str, place: Span) -> bool {
    if let Value::Null = node.value {
        node.value = Value::Map(Vec::new());
    }
    let Value::Map(entries) = &mut node.value else { return false };
    if entries.iter().any(|entry| &*entry.key == name) {
        return false;
    }
    let value = Value::Text(Text { text: text.into(), plain: true });
    let value = Node { span: place, value };
    entries.push(Entry { key: name.into(), key_span: place, value });
    true
}

fn prose(file: FileId, text: &TextFile, body: usize, diags: &mut Diagnostics) -> Prose {
    let range = body..text.text.len();
    let manuscript = Manuscript::of(&text.text, range.clone());
    let (tree, outline) = markdown::read(&manuscript, file, diags);
    let place = |one: Hidden| {
        let at = body + one.at;
        Span::new(file, at, at + one.what.len_utf8())
    };
    report_hidden_in(&text.text[body..], place, diags);
    // Who writes a joiner or a mark of direction as an entity sees it.
    let is_meant = |own: &str| own.chars().all(|c| matches!(c, '\u{200c}'..='\u{200f}'));
    for (own, place) in tree.own_words().filter(|(own, _)| !is_meant(own)) {
        report_hidden_in(own, |_| place, diags);
    }
    let packed = Some(Packed::of(&tree));
    Prose { file, key: text.key, range, outline: outline.into(), packed }
}

/// The item with the id that its record says it has, where records of its kind may say that.
fn with_own_id<F: KindFields>(mut item: Item<F>) -> Item<F> {
    if let Some(id) = item.fields.as_deref().and_then(F::own_id).cloned() {
        (item.id, item.place) = (id.value, id.span);
    }
    item
}

fn read_sidecar(file: FileId, text: &TextFile, sink: &mut Sink) {
    let mut own = Diagnostics::default();
    let node = yaml::read(&text.text, 0..text.text.len(), file, &mut own);
    let fields = node.as_ref().and_then(|node| MediaFields::decode(node, &mut own));
    let flawed = !own.is_empty();
    sink.diags.append(own);
    if let Some(node) = &node {
        report_hidden(node, &mut sink.diags);
    }
    sink.sidecars.push(Sidecar { file, fields, flawed });
}

/// What a sidecar notes of a copy in the vault.
fn read_note_of_copy(file: FileId, text: &TextFile, sink: &mut Sink) {
    let node = yaml::read(&text.text, 0..text.text.len(), file, &mut sink.diags);
    let fields = node.as_ref().and_then(|node| CopyFields::decode(node, &mut sink.diags));
    if let Some(node) = &node {
        report_hidden(node, &mut sink.diags);
    }
    sink.found.copies.push(NotedCopy { file, fields });
}

/// The media of the site, each with its sidecar; a sidecar of nothing is reported.
fn media(
    texts: &TextFiles,
    sidecars: Vec<Sidecar>,
    diags: &mut Diagnostics,
) -> Vec<MediaItem> {
    let public = |plain: &&Plain| {
        plain.path.below("content").is_some()
            && plain.path.below("content/vault").is_none()
    };
    let mut media: Vec<MediaItem> = texts
        .others()
        .iter()
        .filter(public)
        .map(|plain| MediaItem {
            path: plain.path.clone(),
            size: plain.look.size,
            picture: plain.picture,
            sidecar: None,
            flawed: false,
        })
        .collect();
    let by_letters = by_letters(&media);
    for Sidecar { file, fields, flawed } in sidecars {
        let path = texts.path(file);
        // Only paths with an ending come here.
        let of = path.as_str().rsplit_once('.').map_or("", |(of, _)| of);
        let readable = fields.is_some();
        let at = media.binary_search_by(|item| item.path.as_str().cmp(of)).ok();
        let at = at.or_else(|| by_letters.get(&*composed(of)).copied());
        if let Some(at) = at {
            media[at].sidecar = fields.map(|fields| (file, fields));
            media[at].flawed = flawed;
        } else if readable {
            let message = format!("`{path}` describes `{of}`, which isn't there");
            diags.push(
                Diagnostic::new(codes::SIDECAR_OF_NOTHING, Span::start_of(file), message)
                    .help("a sidecar is named like its file with `.yaml` behind: `sign.jpg.yaml`"),
            );
        }
    }
    media
}

/// The media whose names are not all ASCII, by their paths with composed letters: a sidecar's name
/// may be stored in another way than that of its file.
fn by_letters(media: &[MediaItem]) -> HashMap<String, usize> {
    let media =
        media.iter().enumerate().filter(|(_, item)| !item.path.as_str().is_ascii());
    media.map(|(at, item)| (composed(item.path.as_str()).into_owned(), at)).collect()
}
