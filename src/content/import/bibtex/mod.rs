//! BibTeX and BibLaTeX: a library into sources.
//!
//! A library is read by the grammar (`syntax`), its entries take over what they inherit (`heirs`), and each becomes a source
//! (`fields`). Own code reads it all, because what the crates do with dates, names, TeX and broken entries is not enough for
//! evidence: one bad entry must not hide the others, and nothing may be left out or guessed.

mod fields;
mod heirs;
mod names;
mod symbols;
mod syntax;
mod tex;

use super::item;
use crate::content::kinds::source::SourceFields;
use crate::content::{Item, Sink};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span, TextFile};
use std::collections::BTreeMap;
use std::ops::Range;
use syntax::{Entry, Problem};

/// For so many unknown keys of a library it is looked what may be meant.
const MOST_SUGGESTIONS: usize = 30;

/// Reads a library.
pub(in crate::content) fn read(
    file: FileId,
    source: &TextFile,
    sink: &mut Sink,
) -> Vec<Item<SourceFields>> {
    let bib = Bib { text: &source.text, file };
    let mut library = syntax::read(bib.text);
    for (bytes, problem) in &library.problems {
        sink.diags.push(bib.syntax(bytes, problem));
    }
    if !library.problems.is_empty() {
        // What an entry that doesn't end has swallowed can't be told from what belongs to it.
        sink.diags.lose(source.whole(file));
    }
    bib.drop_repeated(&mut library.entries, &mut sink.diags);
    let (fields, problems) = heirs::inherit(&library.entries);
    let keys: Vec<&str> = library.entries.iter().map(|entry| entry.key.text).collect();
    for (n, (bytes, problem)) in problems.iter().enumerate() {
        // To look for what was meant takes its time.
        let known = if n < MOST_SUGGESTIONS { keys.as_slice() } else { &[] };
        sink.diags.push(bib.inheritance(bytes, problem, known));
    }
    let mut items = Vec::new();
    for (entry, fields) in library.entries.iter().zip(&fields) {
        // It is there for others to inherit from.
        if entry.kind.text.eq_ignore_ascii_case("xdata") {
            continue;
        }
        let whole = !entry.is_broken;
        let translated = whole.then(|| bib.translate(entry, fields, &mut sink.diags));
        let place = bib.span(&entry.key.bytes);
        items.extend(item(entry.key.text, place, file, translated, sink));
    }
    items
}

/// A file that is being read.
struct Bib<'t> {
    text: &'t str,
    file: FileId,
}

impl Bib<'_> {
    fn span(&self, bytes: &Range<usize>) -> Span {
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

    fn syntax(&self, bytes: &Range<usize>, problem: &Problem) -> Diagnostic {
        let place = self.span(bytes);
        let not_bibtex = |reason: String| {
            let message = format!("this is not BibTeX: {reason}");
            Diagnostic::new(codes::BIBTEX_SYNTAX, place, message)
        };
        match problem {
            Problem::NoKey => not_bibtex("the entry has no key".into())
                .help("write the key by which texts cite it: `@misc{capel-2022, …}`"),
            Problem::Unclosed(key) => {
                let of = if key.is_empty() { String::new() } else { format!(" `{key}`") };
                not_bibtex(format!("what opens here in the entry{of} is not closed"))
                    .label("no brace or quotation mark closes this")
                    .help("close every brace: `@type{key, field = {value}, …}`")
            }
            Problem::Expected(what) => not_bibtex(format!("{what} is missing here"))
                .help("an entry is `@type{key, field = {value}, …}`"),
            Problem::NoValue(name) => not_bibtex(format!("`{name}` has no value"))
                .note("a field is `name = {value}`, and a key has no comma and no space")
                .help("an entry is `@type{key, field = {value}, …}`"),
            Problem::Undefined(name) => {
                let reason =
                    format!("`{name}` is neither in braces nor defined with `@string`");
                not_bibtex(reason).help(format!(
                    "write `{{{name}}}`, or define it before: `@string{{{name} = {{…}}}}`"
                ))
            }
            Problem::Redefined(name) => {
                let message = format!("`@string` defines `{name}` twice");
                Diagnostic::new(codes::DUPLICATE_KEY, place, message)
                    .help("keep one of the two")
            }
            Problem::Repeated(name) => {
                let message = format!("the field `{name}` stands twice in this entry");
                Diagnostic::new(codes::DUPLICATE_KEY, place, message)
                    .label("second")
                    .help("keep one of the two")
            }
            Problem::TooDeep => {
                let message = "the braces of this field nest too deep";
                Diagnostic::new(codes::TOO_DEEP, place, message)
            }
            Problem::TooLong => not_bibtex(format!(
                "its abbreviations make more than {} MiB",
                syntax::LARGEST >> 20
            )),
        }
    }

    /// What is wrong with a `crossref` or `xdata`.
    fn inheritance(
        &self,
        bytes: &Range<usize>,
        problem: &heirs::Problem,
        keys: &[&str],
    ) -> Diagnostic {
        let place = self.span(bytes);
        let refused =
            |message: String| Diagnostic::new(codes::BIBTEX_SYNTAX, place, message);
        match problem {
            heirs::Problem::Unknown(key) => {
                let message = format!("there is no entry `{key}` in this file");
                Diagnostic::new(codes::UNKNOWN_SOURCE, place, message)
                    .note("an entry inherits from entries of its own file")
                    .did_you_mean(key, keys.iter().copied())
            }
            heirs::Problem::Ring(key) => refused(format!(
                "`{key}` inherits from this entry"
            ))
            .note("nothing can be told of entries that inherit from each other in a ring")
            .help("write the fields into one of them"),
            heirs::Problem::TooFar => refused("this inherits over too many steps".into())
                .help("write the fields into the entry"),
            heirs::Problem::TooLong => refused(format!(
                "inherited fields make more than {} MiB",
                syntax::LARGEST >> 20
            )),
        }
    }

    /// Reports a key that an entry before has; a library has each once. To BibTeX small and
    /// capital letters are the same.
    fn drop_repeated(&self, entries: &mut Vec<Entry<'_>>, diags: &mut Diagnostics) {
        let mut seen: BTreeMap<String, (&str, Range<usize>)> = BTreeMap::new();
        entries.retain(|entry| {
            let key = &entry.key;
            let folded = key.text.to_lowercase();
            let Some((before, first)) = seen.get(&folded) else {
                seen.insert(folded, (key.text, key.bytes.clone()));
                return true;
            };
            let message = if *before == key.text {
                format!("the key `{before}` stands here twice")
            } else {
                format!("the keys `{before}` and `{}` differ in capitals only", key.text)
            };
            diags.push(
                Diagnostic::new(codes::DUPLICATE_KEY, self.span(&key.bytes), message)
                    .label("second")
                    .also(self.span(first), "first given here")
                    .help("give one of the two another key"),
            );
            false
        });
    }
}
