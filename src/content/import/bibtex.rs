//! BibTeX and BibLaTeX, read by the crate `biblatex`.

use super::limits::{self, MONTHS};
use super::{Translated, day, item, spoken, text};
use crate::content::kinds::source::SourceFields;
use crate::content::values::WebUrl;
use crate::content::{Item, Sink};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Node, Value};
use crate::files::{FileId, Span, TextFile};
use biblatex::{
    Bibliography, ChunksExt, Pair, ParseError, ParseErrorKind, Person, RawBibliography,
    RawChunk, RawEntry, Spanned, Token,
};
use std::collections::{BTreeMap, BTreeSet};

/// The fields by which an entry takes over those of others.
const INHERITING: [&str; 2] = ["crossref", "xdata"];

/// The date of an entry that inherits, while the crate reads the file.
const OWN_DATE: &str = "own-date";

/// The year of an entry that inherits, while the crate reads the file.
const OWN_YEAR: &str = "own-year";

/// The other ids of an entry, while the crate reads the file: it would let entries inherit by them.
const OTHER_IDS: &str = "other-ids";

/// Reads a bibliography.
pub(in crate::content) fn read(
    file: FileId,
    source: &TextFile,
    sink: &mut Sink,
) -> Vec<Item<SourceFields>> {
    let bib = Bib { text: &source.text, file };
    let mut raw = match RawBibliography::parse(bib.text) {
        Ok(raw) => raw,
        Err(error) => {
            sink.diags.push(bib.syntax(&error));
            return bib.unparsed(sink);
        }
    };
    bib.drop_repeated(&mut raw, sink);
    bib.drop_chains(&mut raw, sink);
    for refused in limits::bound(&mut raw) {
        let place = bib.span(&refused.bytes);
        sink.diags.push(Diagnostic::new(refused.code, place, refused.message));
    }
    set_own_dates_aside(&mut raw);
    let places = Places::of(&raw);
    let entries = match Bibliography::from_raw(raw) {
        Ok(read) => read,
        Err(error) => {
            sink.diags.push(bib.syntax(&error));
            return bib.unread(&places, sink);
        }
    };
    let mut items = Vec::new();
    for entry in entries.iter() {
        // Each entry comes from a raw one of the same key.
        let Some(places) = places.0.get(&entry.key) else { continue };
        if places.kind == "xdata" {
            continue;
        }
        let node = bib.translate(entry, places, &mut sink.diags);
        let place = bib.span(&places.key);
        items.extend(item(&entry.key, place, file, Some(node), sink));
    }
    items
}

type Bytes = std::ops::Range<usize>;

/// Where the parts of an entry stand.
struct EntryPlaces {
    kind: String,
    kind_bytes: Bytes,
    whole: Bytes,
    key: Bytes,
    /// By the field's name, in small letters: its name and its value.
    fields: BTreeMap<String, (Bytes, Bytes)>,
}

/// The places of every entry, by its key.
struct Places(BTreeMap<String, EntryPlaces>);

impl Places {
    fn of(raw: &RawBibliography) -> Self {
        let place = |entry: &Spanned<RawEntry>| {
            let field = |pair: &Pair| {
                let places = (pair.key.span.clone(), pair.value.span.clone());
                (pair.key.v.to_ascii_lowercase(), places)
            };
            let places = EntryPlaces {
                kind: entry.v.kind.v.to_lowercase(),
                kind_bytes: entry.v.kind.span.clone(),
                whole: entry.span.clone(),
                key: entry.v.key.span.clone(),
                fields: entry.v.fields.iter().map(field).collect(),
            };
            (entry.v.key.v.to_owned(), places)
        };
        Places(raw.entries.iter().map(place).collect())
    }
}

/// A file that is being read.
struct Bib<'t> {
    text: &'t str,
    file: FileId,
}

impl Bib<'_> {
    fn span(&self, bytes: &Bytes) -> Span {
        let boundary = |mut at: usize| {
            at = at.min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = boundary(bytes.start);
        Span::new(self.file, start, boundary(bytes.end).max(start))
    }

    fn syntax(&self, error: &ParseError) -> Diagnostic {
        let after = self.text.get(error.span.start..).unwrap_or_default();
        let reason = match &error.kind {
            ParseErrorKind::Expected(Token::Comma) if after.starts_with('=') => {
                "the entry has no key".to_owned()
            }
            ParseErrorKind::UnexpectedEof => "it ends within an entry".to_owned(),
            ParseErrorKind::UnknownAbbreviation(name) => {
                format!("`{name}` is neither in braces nor defined with `@string`")
            }
            other => other.to_string(),
        };
        let message = format!("this is not BibTeX: {reason}");
        Diagnostic::new(codes::BIBTEX_SYNTAX, self.span(&error.span), message)
            .help("an entry is `@type{key, field = {value}, …}`, with every brace closed")
    }

    /// Reports an id that an entry before has; a bibliography has each once.
    fn drop_repeated(&self, raw: &mut RawBibliography, sink: &mut Sink) {
        let mut seen: BTreeMap<String, Bytes> = BTreeMap::new();
        raw.entries.retain(|entry| {
            let key = &entry.v.key;
            let Some(first) = seen.get(key.v) else {
                seen.insert(key.v.to_owned(), key.span.clone());
                return true;
            };
            let message = format!("the key `{}` stands here twice", key.v);
            sink.diags.push(
                Diagnostic::new(codes::DUPLICATE_KEY, self.span(&key.span), message)
                    .label("second")
                    .also(self.span(first), "first given here")
                    .help("give one of the two another key"),
            );
            false
        });
    }

    /// Takes out what would inherit from an entry that itself inherits: such a chain may be a
    /// ring without an end. Other names of an entry (`ids`) can close a ring too.
    fn drop_chains(&self, raw: &mut RawBibliography, sink: &mut Sink) {
        let heirs: BTreeSet<String> = raw
            .entries
            .iter()
            .filter(|entry| entry.v.fields.iter().any(inherits))
            .map(|entry| entry.v.key.v.to_owned())
            .collect();
        for entry in &mut raw.entries {
            for pair in &mut entry.v.fields {
                if pair.key.v.eq_ignore_ascii_case("ids") {
                    pair.key.v = OTHER_IDS;
                }
            }
            entry.v.fields.retain(|pair| {
                let fine = !inherits(pair)
                    || targets(pair)
                        .is_some_and(|mut all| !all.any(|key| heirs.contains(key)));
                if !fine {
                    self.report_chain(pair, sink);
                }
                fine
            });
        }
    }

    fn report_chain(&self, pair: &Pair, sink: &mut Sink) {
        let message = format!("this `{}` is not followed", pair.key.v);
        sink.diags.push(
            Diagnostic::new(codes::BIBTEX_SYNTAX, self.span(&pair.value.span), message)
                .note("it has to be a plain key of an entry that inherits nothing itself")
                .help("write the fields into the entry"),
        );
    }

    /// The ids of a file that can't be read: from what begins a line like an entry.
    fn unparsed(&self, sink: &mut Sink) -> Vec<Item<SourceFields>> {
        let mut items = Vec::new();
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let Some((kind, rest)) = line.split_once('{') else { continue };
            let Some((key, _)) = rest.split_once(',') else { continue };
            let named = |c: char| !c.is_control() && !matches!(c, '}' | '=');
            if kind.starts_with('@') && !key.trim().is_empty() && key.chars().all(named) {
                let from = start + kind.len() + 1;
                let place = self.span(&(from..from + key.len()));
                items.extend(item(key.trim(), place, self.file, None, sink));
            }
        }
        items
    }

    /// The sources of a file of which one entry can't be read: their ids are known all the same.
    fn unread(&self, places: &Places, sink: &mut Sink) -> Vec<Item<SourceFields>> {
        let item = |(key, places): (&String, &EntryPlaces)| {
            item(key, self.span(&places.key), self.file, None, sink)
        };
        places.0.iter().filter_map(item).collect()
    }

    /// The places of a field's name and value; an inherited field has those of the key.
    fn places_of(&self, field: &str, places: &EntryPlaces) -> (Span, Span) {
        let own = places.fields.get(field);
        let (name, value) = own.map_or((&places.key, &places.key), |(n, v)| (n, v));
        (self.span(name), self.span(value))
    }

    /// The address in `{\\url{…}}` or `{https://…}`, letter by letter: TeX would make dashes of its hyphens.
    fn address(&self, place: Span) -> Option<String> {
        let inner = self.text[place.range()].trim();
        let inner = inner.trim_start_matches(['{', '"']).trim_start_matches("\\url{");
        let url = unescaped(inner.trim_end_matches(['}', '"']));
        WebUrl::new(&url).is_ok().then_some(url)
    }

    fn translate(
        &self,
        entry: &biblatex::Entry,
        places: &EntryPlaces,
        diags: &mut Diagnostics,
    ) -> Node {
        let mut source = Translated::default();
        let whole = self.span(&places.whole);
        let kind = csl_type(&places.kind, entry);
        source.set_type(&places.kind, self.span(&places.kind_bytes), kind, diags);
        if let Some((date, field)) = date(entry) {
            let (name, value) = self.places_of(field, places);
            source.set("date", field, name, text(value, date));
        }
        if let Some(title) = title(entry) {
            let (name, value) = self.places_of("title", places);
            source.set("title", "title", name, text(value, title));
        }
        // In the order in which one of several fields for the same thing is preferred.
        let later = |field: &str| matches!(field, "doi" | "editor" | "howpublished");
        let fields = entry.fields.keys();
        let (last, first): (Vec<&String>, Vec<&String>) = fields.partition(|f| later(f));
        for field in first.into_iter().chain(last) {
            let (name, value) = self.places_of(field, places);
            let published = field == "howpublished";
            if let Some(url) = published.then(|| self.address(value)).flatten() {
                source.set("url", field, name, text(value, url));
            } else if let Some(written) = written(entry, field) {
                put(&mut source, entry, field, name, text(value, written));
            }
        }
        source.finish(whole)
    }
}

/// Puts the date of an entry that inherits under a name of its own: the crate overwrites it
/// with the parent's.
fn set_own_dates_aside(raw: &mut RawBibliography) {
    for entry in &mut raw.entries {
        if !entry.v.fields.iter().any(inherits) {
            continue;
        }
        for pair in &mut entry.v.fields {
            match pair.key.v.to_ascii_lowercase().as_str() {
                "date" => pair.key.v = OWN_DATE,
                "year" => pair.key.v = OWN_YEAR,
                _ => {}
            }
        }
    }
}

fn inherits(pair: &Pair) -> bool {
    INHERITING.iter().any(|name| pair.key.v.eq_ignore_ascii_case(name))
}

/// The keys in a field that is a plain list of them; `None` where it is anything else.
pub(super) fn targets<'t>(
    pair: &Pair<'t>,
) -> Option<impl Iterator<Item = &'t str> + use<'t>> {
    if !inherits(pair) {
        return None;
    }
    let [Spanned { v: RawChunk::Normal(keys), .. }] = pair.value.v[..] else {
        return None;
    };
    (!keys.contains(['{', '\\', '$'])).then(|| keys.split(',').map(str::trim))
}

/// The text of a field, braces and TeX undone; `None` where it is empty.
fn written(entry: &biblatex::Entry, field: &str) -> Option<String> {
    let text = entry.fields.get(field)?.format_verbatim();
    let verbatim = matches!(field, "url" | "doi");
    let text = if verbatim { unescaped(&text) } else { text.trim().to_owned() };
    (!text.is_empty()).then_some(text)
}

/// An address without the escapes of TeX, which stand in many although one is taken letter by
/// letter.
fn unescaped(text: &str) -> String {
    let mut text = text.trim().to_owned();
    for escaped in ["\\_", "\\%", "\\&", "\\#", "\\~"] {
        text = text.replace(escaped, &escaped[1..]);
    }
    text
}

/// Puts a field where it belongs in a source.
fn put(
    source: &mut Translated,
    entry: &biblatex::Entry,
    field: &str,
    name: Span,
    value: Node,
) {
    match field {
        "title" | "subtitle" | "date" | "year" | "month" | "day" | OWN_DATE
        | OWN_YEAR => {}
        "crossref" | "xref" | "xdata" => {}
        // A path on the computer of whoever made the bibliography: nobody else's business.
        "file" | "pdf" => {}
        "author" => source.set("by", field, name, people(entry, field, value)),
        "editor" if !source.has("by") => {
            source.set("by", field, name, people(entry, field, value));
        }
        "journal" | "journaltitle" | "booktitle" | "maintitle" => {
            source.set("in", field, name, value);
        }
        "publisher" | "institution" | "organization" | "school" => {
            source.set("publisher", field, name, value);
        }
        "urldate" => {
            let seen = value.text().map(|date| text(value.span, day(date)));
            source.set("accessed", field, name, seen.unwrap_or(value));
        }
        "url" => source.set("url", field, name, value),
        "doi" => source.doi(field, name, value),
        "language" | "langid" => source.language(field, name, value),
        "note" | "annote" | "annotation" => source.set("note", field, name, value),
        OTHER_IDS => {
            let ids = value.text().unwrap_or_default().split(',').map(str::trim);
            let ids = ids.filter(|id| !id.is_empty()).map(|id| text(value.span, id));
            let ids = Node { span: value.span, value: Value::List(ids.collect()) };
            source.set("aliases", field, name, ids);
        }
        _ => source.keep(field, name, value),
    }
}

fn title(entry: &biblatex::Entry) -> Option<String> {
    let title = written(entry, "title")?;
    Some(match written(entry, "subtitle") {
        Some(more) => format!("{title}: {more}"),
        None => title,
    })
}

/// The date, and the field that it stands in.
fn date(entry: &biblatex::Entry) -> Option<(String, &'static str)> {
    for field in [OWN_DATE, OWN_YEAR, "date"] {
        if let Some(date) = written(entry, field) {
            return Some((day(&date).to_owned(), field));
        }
    }
    let year = written(entry, "year")?;
    let month = written(entry, "month").unwrap_or_default();
    // `October~26` and `oct # " 26"` give a day too.
    let mut parts = month.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty());
    let month = parts.next().and_then(month_number);
    let day = written(entry, "day").or(parts.next().map(str::to_owned));
    let day = day.and_then(|day| day.parse::<u8>().ok());
    Some(match (month, day) {
        (Some(month), Some(day)) => (format!("{year}-{month:02}-{day:02}"), "year"),
        (Some(month), None) => (format!("{year}-{month:02}"), "year"),
        (None, _) => (year, "year"),
    })
}

/// `10`, `oct`, `October` as 10.
fn month_number(month: &str) -> Option<usize> {
    if let Ok(number) = month.parse() {
        return Some(number);
    }
    let start = month.get(..3)?.to_lowercase();
    MONTHS.iter().position(|known| *known == start).map(|at| at + 1)
}

fn people(entry: &biblatex::Entry, field: &str, value: Node) -> Node {
    let Ok(people) = entry.get_as::<Vec<Person>>(field) else { return value };
    let person = |person: &Person| {
        let given = [&*person.given_name, &*person.prefix];
        text(value.span, spoken(&given, &person.name, &person.suffix))
    };
    Node { span: value.span, value: Value::List(people.iter().map(person).collect()) }
}

fn on_the_web(entry: &biblatex::Entry) -> bool {
    let published = written(entry, "howpublished").unwrap_or_default();
    entry.fields.contains_key("url") || published.contains("://")
}

/// The CSL type of an entry, after the table in Zotero's BibLaTeX translator.
fn csl_type(kind: &str, entry: &biblatex::Entry) -> Option<&'static str> {
    let subtype = written(entry, "entrysubtype");
    let known = match (kind, subtype.as_deref()) {
        ("article" | "suppperiodical", Some("newspaper")) => "article-newspaper",
        ("article" | "suppperiodical", Some("magazine")) => "article-magazine",
        ("article" | "suppperiodical", _) => "article-journal",
        ("online" | "electronic" | "www" | "webpage", _) => "webpage",
        ("report" | "techreport", _) => "report",
        ("book" | "mvbook" | "manual" | "reference" | "mvreference", _) => "book",
        ("collection" | "mvcollection" | "proceedings" | "mvproceedings", _) => "book",
        ("booklet", _) => "pamphlet",
        ("incollection" | "inbook" | "bookinbook" | "suppbook" | "suppcollection", _) => {
            "chapter"
        }
        ("inproceedings" | "conference", _) => "paper-conference",
        ("inreference", _) => "entry-encyclopedia",
        ("thesis" | "phdthesis" | "mastersthesis", _) => "thesis",
        ("unpublished", _) => "manuscript",
        ("periodical", _) => "periodical",
        ("dataset", _) => "dataset",
        ("software", _) => "software",
        ("patent", _) => "patent",
        ("standard", _) => "standard",
        ("legislation", _) => "legislation",
        ("jurisdiction", _) => "legal_case",
        ("letter", _) => "personal_communication",
        ("video" | "movie", _) => "motion_picture",
        ("review", _) => "review",
        ("artwork" | "image", _) => "graphic",
        ("audio" | "music", _) => "song",
        ("performance", _) => "performance",
        ("legal", _) => "treaty",
        ("misc", _) if on_the_web(entry) => "webpage",
        ("misc" | "set", _) => "document",
        _ => return None,
    };
    Some(known)
}
