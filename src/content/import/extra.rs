//! Zotero's "Extra": lines `variable: value` in a note, which stand for fields that Zotero has no room for.
//!
//! Read as citeproc-js does ("Cheater Syntax for Odd Fields" in its manual): the first line may be anything, the lines behind it
//! count up to the first that is not of this form; in the older form they stand as `{:variable: value}`. Names are compared
//! without case, and with spaces for hyphens, as in Zotero.

use super::dates;
use super::{People, Person, Translated, is_citable, refused_date, spoken, text};
use crate::content::kinds::source::SourceType;
use crate::diag::Diagnostics;
use crate::files::Span;

/// The variables of CSL 1.0.2 (specification, appendix IV) and their other names in Zotero, in order.
#[rustfmt::skip]
const VARIABLES: [(&str, &str); 100] = [
    ("access-date", "accessed"), ("accessed", "accessed"), ("archive", "archive"),
    ("archive-collection", "archive_collection"), ("archive-location", "archive_location"),
    ("archive-place", "archive-place"), ("author", "author"), ("authority", "authority"),
    ("available-date", "available-date"), ("bibtex", "citation-key"), ("bibtex*", "citation-key"),
    ("book-title", "container-title"), ("call-number", "call-number"), ("chair", "chair"),
    ("chapter-number", "chapter-number"), ("citation-key", "citation-key"), ("citationkey", "citation-key"),
    ("citekey", "citation-key"), ("collection-editor", "collection-editor"),
    ("collection-number", "collection-number"), ("collection-title", "collection-title"),
    ("compiler", "compiler"), ("composer", "composer"), ("container-author", "container-author"),
    ("container-title", "container-title"), ("container-title-short", "container-title-short"),
    ("contributor", "contributor"), ("curator", "curator"), ("dimensions", "dimensions"),
    ("director", "director"), ("division", "division"), ("doi", "DOI"), ("edition", "edition"),
    ("editor", "editor"), ("editorial-director", "editorial-director"), ("event", "event-title"),
    ("event-date", "event-date"), ("event-place", "event-place"), ("event-title", "event-title"),
    ("executive-producer", "executive-producer"), ("genre", "genre"), ("guest", "guest"), ("host", "host"),
    ("illustrator", "illustrator"), ("interviewer", "interviewer"), ("isbn", "ISBN"), ("issn", "ISSN"),
    ("issue", "issue"), ("issued", "issued"), ("jurisdiction", "jurisdiction"), ("language", "language"),
    ("license", "license"), ("medium", "medium"), ("narrator", "narrator"), ("number", "number"),
    ("number-of-pages", "number-of-pages"), ("number-of-volumes", "number-of-volumes"),
    ("organizer", "organizer"), ("original-author", "original-author"), ("original-date", "original-date"),
    ("original-publisher", "original-publisher"), ("original-publisher-place", "original-publisher-place"),
    ("original-title", "original-title"), ("page", "page"), ("page-first", "page-first"), ("pages", "page"),
    ("part-number", "part-number"), ("part-title", "part-title"), ("performer", "performer"),
    ("place", "publisher-place"), ("pmcid", "PMCID"), ("pmid", "PMID"),
    ("printing-number", "printing-number"), ("producer", "producer"),
    ("publication-title", "container-title"), ("publisher", "publisher"),
    ("publisher-place", "publisher-place"), ("recipient", "recipient"), ("references", "references"),
    ("reviewed-author", "reviewed-author"), ("reviewed-genre", "reviewed-genre"),
    ("reviewed-title", "reviewed-title"), ("scale", "scale"), ("script-writer", "script-writer"),
    ("section", "section"), ("series-creator", "series-creator"), ("source", "source"), ("status", "status"),
    ("submitted", "submitted"), ("supplement-number", "supplement-number"), ("title", "title"),
    ("title-short", "title-short"), ("translator", "translator"), ("type", "type"), ("url", "URL"),
    ("version", "version"), ("volume", "volume"), ("volume-title", "volume-title"),
    ("volume-title-short", "volume-title-short"), ("website-title", "container-title"),
];

/// A line that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The variable, as CSL spells it.
    pub(super) variable: &'static str,
    pub(super) value: String,
}

/// The lines of a note that are known, and the rest of it.
pub(super) fn read(note: &str) -> (Vec<Line>, String) {
    let lines = split(note);
    let (mut known, mut rest) = (Vec::new(), Vec::new());
    let mut is_head = true;
    for (n, line) in lines.iter().enumerate() {
        let pair = is_head.then(|| pair(line)).flatten();
        is_head = is_head && (pair.is_some() || n == 0 || line.trim().is_empty());
        match pair.and_then(|(name, value)| Some((variable(name)?, value))) {
            Some((variable, value)) if !value.is_empty() && is_fit(variable, value) => {
                known.push(Line { variable, value: value.to_owned() });
            }
            _ => rest.push(*line),
        }
    }
    (known, rest.join("\n").trim().to_owned())
}

/// The lines of a note, those in the older form by themselves.
fn split(note: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in note.lines() {
        let mut rest = line;
        while let Some((before, behind)) = rest.split_once("{:") {
            let Some((inner, behind)) = behind.split_once('}') else { break };
            if !before.trim().is_empty() {
                lines.push(before);
            }
            lines.push(inner);
            rest = behind;
        }
        if rest.len() == line.len() || !rest.trim().is_empty() {
            lines.push(rest);
        }
    }
    lines
}

/// The name and value of a line `name: value`.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim();
    let fits =
        |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '_' | '.' | '*');
    let is_name =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(fits);
    // An address is no field called `https`.
    (is_name && name.len() <= 40 && !value.starts_with("//"))
        .then(|| (name, value.trim()))
}

fn variable(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase().replace([' ', '_'], "-");
    let at = VARIABLES.binary_search_by(|(known, _)| (*known).cmp(name.as_str())).ok()?;
    Some(VARIABLES[at].1)
}

/// A type that is none would say less than the item's own.
fn is_fit(variable: &str, value: &str) -> bool {
    variable != "type" || SourceType::WORDS.contains(&value.to_lowercase().as_str())
}

/// Gives a source what the lines say before the item's own fields: types and dates count more than these.
pub(super) fn before(
    lines: &[(Span, Line)],
    source: &mut Translated,
    diags: &mut Diagnostics,
) {
    for (place, Line { variable, value }) in lines {
        let field = match *variable {
            "type" => {
                source.set("type", "type", *place, text(*place, value.to_lowercase()));
                continue;
            }
            "issued" => "date",
            "accessed" => "accessed",
            _ => continue,
        };
        match dates::whole(value) {
            Ok(date) => source.set(field, variable, *place, text(*place, date)),
            Err(refused) => diags.push(refused_date(*place, refused)),
        }
    }
}

/// Gives a source what the lines say where the item's own fields say nothing.
pub(super) fn after(
    lines: &[(Span, Line)],
    id: &str,
    source: &mut Translated,
    diags: &mut Diagnostics,
) {
    let mut authors = People::default();
    for (place, Line { variable, value: written }) in lines {
        let value = text(*place, written.as_str());
        match *variable {
            "type" | "issued" | "accessed" => {}
            "citation-key" => {
                if written != id && is_citable(written) {
                    source.alias(*place, written, diags);
                }
            }
            "DOI" => source.doi(variable, *place, value),
            "URL" => source.address(variable, *place, value, diags),
            "title" | "publisher" => source.set(variable, variable, *place, value),
            "container-title" => source.set("in", variable, *place, value),
            "language" => source.language(variable, *place, value),
            "author" => authors.add(match written.split_once("||") {
                Some((family, given)) => Person::Named(spoken(&[given], family, "")),
                None => Person::Named(written.clone()),
            }),
            _ => source.keep(variable, *place, value),
        }
    }
    if let Some((place, _)) = lines.iter().find(|(_, line)| line.variable == "author") {
        source.set("by", "author", *place, authors.list(*place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(note: &str) -> Vec<(&'static str, String)> {
        read(note).0.into_iter().map(|line| (line.variable, line.value)).collect()
    }

    #[test]
    fn known_lines_are_told_from_a_note() {
        assert!(VARIABLES.is_sorted());
        let note = "Seen in the reading room\nOriginal Date: 1987\nissued: 2013-07/2013-08\nDOI: 10.1000/x\nowner: me\ntype: Report\nAsk her.\nissued: 1999";
        let (lines, rest) = read(note);
        let names: Vec<&str> = lines.iter().map(|line| line.variable).collect();
        assert_eq!(names, ["original-date", "issued", "DOI", "type"]);
        assert_eq!(rest, "Seen in the reading room\nowner: me\nAsk her.\nissued: 1999");
    }

    #[test]
    fn the_older_form_is_known() {
        let found = known("{:issued: 2013-07} {:url: https://example.org/}");
        assert_eq!(found[0], ("issued", "2013-07".to_owned()));
        assert_eq!(found[1], ("URL", "https://example.org/".to_owned()));
    }

    #[test]
    fn what_only_looks_like_a_line_is_a_note() {
        assert_eq!(known("https://example.org/"), []);
        assert_eq!(known("type: nonsense"), []);
        assert_eq!(known("Bla: Blupp"), []);
        assert_eq!(known("{:issued 2013"), []);
    }
}
