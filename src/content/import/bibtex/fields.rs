//! An entry into a source: which field becomes what.

use super::heirs::{Fields, Given};
use super::names::{self, Fault};
use super::syntax::Entry;
use super::{Bib, tex};
use crate::content::import::dates::{self, Refused};
use crate::content::import::{
    Imported, People, Translated, extra, markup, refused_date, text,
};
use crate::content::values::WebUrl;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;

/// What managers of references note for their user: it stays in the house.
const NOTES: [&str; 3] = ["note", "annote", "annotation"];

/// What they note for themselves, and what stands on the user's disk: nobody else's business.
const HOUSEKEEPING: [&str; 17] = [
    "creationdate",
    "date-added",
    "date-modified",
    "file",
    "groups",
    "localfile",
    "modificationdate",
    "owner",
    "pdf",
    "priority",
    "ps",
    "ranking",
    "rating",
    "read",
    "readstatus",
    "timestamp",
    "username",
];

fn is_housekeeping(field: &str) -> bool {
    let words = ["comment", "review", "note", "annot"];
    let prefixes = ["bdsk-", "mendeley-", "__"];
    HOUSEKEEPING.contains(&field)
        || words.iter().any(|word| field.contains(word))
        || prefixes.iter().any(|prefix| field.starts_with(prefix))
}

/// The fields that readers see.
const SHOWN: [&str; 10] = [
    "title",
    "subtitle",
    "journal",
    "journaltitle",
    "booktitle",
    "maintitle",
    "publisher",
    "institution",
    "organization",
    "school",
];

/// The fields that hold names.
const PEOPLE: [&str; 12] = [
    "author",
    "editor",
    "translator",
    "afterword",
    "annotator",
    "bookauthor",
    "commentator",
    "editora",
    "editorb",
    "foreword",
    "holder",
    "introduction",
];

/// An entry that is translated.
struct Translation<'b, 'f> {
    bib: &'b Bib<'b>,
    fields: &'f Fields,
    source: Translated,
}

impl Bib<'_> {
    /// The source that an entry is.
    pub(super) fn translate(
        &self,
        entry: &Entry<'_>,
        fields: &Fields,
        diags: &mut Diagnostics,
    ) -> Imported {
        let mut reading =
            Translation { bib: self, fields, source: Translated::default() };
        let lines = reading.notes(diags);
        extra::before(&lines, &mut reading.source, diags);
        let kind = entry.kind.text.to_lowercase();
        let known = reading.csl_type(&kind);
        let place = self.span(&entry.kind.bytes);
        reading.source.set_type(&kind, place, known, diags);
        reading.date(diags);
        reading.title(diags);
        // In the order in which one of several fields for the same thing is preferred.
        let later = |field: &str| matches!(field, "doi" | "editor" | "howpublished");
        let (last, first): (Vec<_>, Vec<_>) = fields.iter().partition(|(f, _)| later(f));
        for (field, given) in first.into_iter().chain(last) {
            reading.put(field, given, diags);
        }
        extra::after(&lines, entry.key.text, &mut reading.source, diags);
        reading.source.finish(self.span(&entry.bytes))
    }
}

impl Translation<'_, '_> {
    /// The text of a field, TeX and markup undone; empty where there is none.
    fn plain(&self, field: &str) -> String {
        let given = self.fields.get(field);
        given.map_or_else(String::new, |given| tex::line(&given.value.text).text)
    }

    fn places(&self, given: &Given) -> (Span, Span) {
        (self.bib.span(&given.name), self.bib.span(&given.value.bytes))
    }

    /// The text of a field; what is left of TeX in it is reported.
    fn text(&self, field: &str, given: &Given, diags: &mut Diagnostics) -> String {
        let read = tex::line(&given.value.text);
        self.report_left(field, given, read.left, diags);
        markup::plain(&read.text)
    }

    fn report_left(
        &self,
        field: &str,
        given: &Given,
        left: Option<(std::ops::Range<usize>, String)>,
        diags: &mut Diagnostics,
    ) {
        let Some((part, command)) = left else { return };
        let bytes = &given.value.bytes;
        let place = match given.value.is_verbatim {
            true => bytes.start + part.start..bytes.start + part.end,
            false => bytes.clone(),
        };
        let shown = SHOWN.contains(&field) || PEOPLE.contains(&field);
        let code = if shown { codes::UNREAD_TEX } else { codes::DROPPED_TEX };
        let message = format!("`{command}` in `{field}` is TeX that is not read here");
        let found = Diagnostic::new(code, self.bib.span(&place), message);
        diags.push(found.help("write the words or letters that it sets"));
    }

    /// Keeps the notes, and gives the lines of Zotero's "Extra" that they hold.
    fn notes(&mut self, diags: &mut Diagnostics) -> Vec<(Span, extra::Line)> {
        let mut lines = Vec::new();
        for field in NOTES {
            let Some(given) = self.fields.get(field) else { continue };
            let read = tex::lines(&given.value.text);
            self.report_left(field, given, read.left, diags);
            let (known, rest) = extra::read(&read.text);
            let place = self.bib.span(&given.value.bytes);
            lines.extend(known.into_iter().map(|line| (place, line)));
            self.source.note(&markup::plain(&rest));
        }
        lines
    }

    fn title(&mut self, diags: &mut Diagnostics) {
        let Some(given) = self.fields.get("title") else { return };
        let mut title = self.text("title", given, diags);
        if let Some(more) = self.fields.get("subtitle") {
            let more = self.text("subtitle", more, diags);
            if !more.is_empty() {
                title = format!("{title}: {more}");
            }
        }
        let (name, value) = self.places(given);
        if !title.is_empty() {
            self.source.set("title", "title", name, text(value, title));
        }
    }

    fn date(&mut self, diags: &mut Diagnostics) {
        if self.source.has("date") {
            return;
        }
        let parts = ["date", "year", "month", "day"].map(|field| self.plain(field));
        let [date, year, month, day] = parts.each_ref().map(String::as_str);
        if date.is_empty() && year.is_empty() && month.is_empty() && day.is_empty() {
            return;
        }
        let field = match (date, month, day) {
            ("", "", "") => "year",
            ("", "", _) => "day",
            ("", _, _) => "month",
            _ => "date",
        };
        let Some(given) = self.fields.get(field) else { return };
        let (name, value) = self.places(given);
        let read = if date.is_empty() {
            dates::in_fields(year, month, day)
        } else {
            in_date(date, year, month, day)
        };
        match read {
            Ok(date) => self.source.set("date", field, name, text(value, date)),
            Err(refused) => diags.push(refused_date(value, refused)),
        }
    }

    /// When the source was seen.
    fn accessed(&mut self, field: &str, given: &Given, diags: &mut Diagnostics) {
        let (name, value) = self.places(given);
        let written = self.plain(field);
        if written.is_empty() {
            return;
        }
        match dates::whole(&written) {
            Ok(date) => self.source.set("accessed", field, name, text(value, date)),
            Err(refused) => diags.push(refused_date(value, refused)),
        }
    }

    /// Puts a field where it belongs in a source.
    fn put(&mut self, field: &str, given: &Given, diags: &mut Diagnostics) {
        let (name, value) = self.places(given);
        let raw = given.value.text.trim();
        match field {
            "title" | "subtitle" | "date" | "year" | "month" | "day" => return,
            "crossref" | "xref" | "xdata" => return,
            "author" => return self.people("by", field, given, diags),
            "editor" if !self.source.has("by") => {
                return self.people("by", field, given, diags);
            }
            field if PEOPLE.contains(&field) => {
                return self.people(field, field, given, diags);
            }
            field if is_housekeeping(field) => return,
            "urldate" | "lastchecked" | "lastaccessed" | "accessed" | "visited" => {
                return self.accessed(field, given, diags);
            }
            _ if raw.is_empty() => return,
            _ => {}
        }
        match field {
            "url" => {
                let url = text(value, tex::address(raw));
                return self.source.address(field, name, url, diags);
            }
            "doi" => {
                return self.source.doi(field, name, text(value, tex::address(raw)));
            }
            "eprint" | "eprinttype" | "isbn" | "issn" => {
                let kept = text(value, tex::address(raw));
                return self.source.keep(field, name, kept);
            }
            "howpublished" => {
                let url = tex::address(raw);
                if WebUrl::new(&url).is_ok() {
                    return self.source.set("url", field, name, text(value, url));
                }
            }
            "ids" => {
                let ids = self.plain(field);
                let ids = ids.split(',').map(str::trim).filter(|id| !id.is_empty());
                return ids.for_each(|id| self.source.alias(value, id, diags));
            }
            _ => {}
        }
        let written = self.text(field, given, diags);
        if written.is_empty() {
            return;
        }
        let written = text(value, written);
        match field {
            "journal" | "journaltitle" | "booktitle" | "maintitle" => {
                self.source.set("in", field, name, written);
            }
            "publisher" | "institution" | "organization" | "school" => {
                self.source.set("publisher", field, name, written);
            }
            "language" | "langid" => self.source.language(field, name, written),
            _ => self.source.keep(field, name, written),
        }
    }

    /// Puts the names of a field under `key` of the source.
    fn people(&mut self, key: &str, field: &str, given: &Given, diags: &mut Diagnostics) {
        let (name, value) = self.places(given);
        let mut people = People::default();
        let bytes = &given.value.bytes;
        for (at, person) in names::people(&given.value.text) {
            let place = match given.value.is_verbatim {
                true => self.bib.span(&(bytes.start + at..bytes.end)),
                false => value,
            };
            match person {
                Ok(person) => people.add(person),
                Err(fault) => diags.push(unnamed(field, fault, place)),
            }
        }
        let left = tex::line(&given.value.text).left;
        self.report_left(field, given, left, diags);
        let list = people.list(value);
        if key == "by" {
            self.source.set(key, field, name, list);
        } else {
            self.source.keep(key, name, list);
        }
    }

    fn is_on_the_web(&self) -> bool {
        let published = self.fields.get("howpublished");
        self.fields.contains_key("url")
            || published.is_some_and(|given| given.value.text.contains("://"))
    }

    /// The CSL type of an entry, after the table in Zotero's BibLaTeX translator.
    fn csl_type(&self, kind: &str) -> Option<&'static str> {
        let subtype = self.plain("entrysubtype");
        let known = match (kind, subtype.as_str()) {
            ("article" | "suppperiodical", "newspaper") => "article-newspaper",
            ("article" | "suppperiodical", "magazine") => "article-magazine",
            ("article" | "suppperiodical", _) => "article-journal",
            ("online" | "electronic" | "www" | "webpage", _) => "webpage",
            ("report" | "techreport", _) => "report",
            ("book" | "mvbook" | "manual" | "reference" | "mvreference", _) => "book",
            ("collection" | "mvcollection" | "proceedings" | "mvproceedings", _) => {
                "book"
            }
            ("booklet", _) => "pamphlet",
            (
                "incollection" | "inbook" | "bookinbook" | "suppbook" | "suppcollection",
                _,
            ) => "chapter",
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
            ("misc", _) if self.is_on_the_web() => "webpage",
            ("misc" | "set", _) => "document",
            _ => return None,
        };
        Some(known)
    }
}

/// The date in `date`, which the fields beside it must not contradict.
fn in_date(date: &str, year: &str, month: &str, day: &str) -> Result<String, Refused> {
    let is_year = date.len() == 4 && date.bytes().all(|byte| byte.is_ascii_digit());
    let says = |other: &str, field: &str| {
        Err(Refused {
            reason: format!("`date` says `{date}`, and `{field}` says `{other}`"),
            help: "keep the one that is right".to_owned(),
        })
    };
    let is_plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && !date.contains(year) {
        return says(year, "year");
    }
    if is_year {
        return dates::in_fields(date, month, day);
    }
    let whole = dates::whole(date)?;
    if !month.is_empty()
        && let Some(year) = whole.get(..4)
    {
        let other = dates::in_fields(year, month, day)?;
        if !whole.starts_with(&other) && !other.starts_with(&whole) {
            return says(month, "month");
        }
    }
    Ok(whole)
}

/// What is wrong with a name.
fn unnamed(field: &str, fault: Fault, place: Span) -> Diagnostic {
    let found = |message: String| Diagnostic::new(codes::INVALID_NAME, place, message);
    match fault {
        Fault::Empty => found(format!("a name is missing in `{field}`"))
            .help("write who it is, or leave the field out"),
        Fault::Commas => found(format!(
            "a name in `{field}` has more commas than names have"
        ))
        .help(
            "write `and` between names: `Roe, Jane and Doe, John`; put the name of an \
                   organisation in braces: `{Roe, Doe and Sons}`",
        ),
        Fault::Semicolon => found(format!("a name in `{field}` has a `;`"))
            .help("write `and` between names: `Roe, Jane and Doe, John`"),
    }
}
