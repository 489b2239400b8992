//! Verdicts: whether words stand in a copy of their source as they are quoted.

use super::nouns::Source;
use super::quoted::Quoted;
use crate::copies::{CopyPart, NamedPlace, PartPlace, Transcript, Unread};
use crate::files::FilePath;
use crate::quotations::{self, Folded, FoldedParts, Quotation, WordsOf};
use std::cell::OnceCell;
use std::ops::Range;

/// What became of words that are quoted from a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They stand in this copy.
    Found(FilePath),
    /// They stand in this copy, in another place than is named.
    Elsewhere {
        /// The copy.
        copy: FilePath,
        /// Where they stand: `on page 14`.
        stands: String,
    },
    /// They stand nowhere in this copy.
    Missing {
        /// The copy.
        copy: FilePath,
        /// The passage that comes nearest, with where that is.
        nearest: Option<(String, Option<String>)>,
    },
    /// They are a translation, which is never looked for.
    Translated,
    /// No copy is kept whose bytes are those that were saved.
    NoCopy,
    /// No text can be had of the copies.
    Unread(Unread),
}

impl Verdict {
    /// Whether it tells neither that the words stand in a copy nor that they don't.
    pub fn is_unchecked(&self) -> bool {
        matches!(self, Verdict::Translated | Verdict::NoCopy | Verdict::Unread(_))
    }

    /// The order in which verdicts of several sources speak for words that are from one of them.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Verdict::Found(_) => 0,
            Verdict::Elsewhere { .. } => 1,
            Verdict::Translated => 2,
            Verdict::Unread(_) => 3,
            Verdict::NoCopy => 4,
            Verdict::Missing { .. } => 5,
        }
    }

    /// The same, where the words may be a translation: they are then in another language than their source.
    pub(super) fn in_language(self, source: &Source, quoted: &Quoted<'_>) -> Self {
        let primary = |tag: &str| tag.split('-').next().map(str::to_lowercase);
        let is_foreign = source
            .lang
            .as_deref()
            .is_some_and(|own| primary(own) != primary(quoted.lang));
        match self {
            Verdict::Missing { .. } if is_foreign => Verdict::Translated,
            other => other,
        }
    }
}

/// Of two verdicts on the same words in two copies of a source, the one that holds.
pub(super) fn settled(known: Option<Verdict>, next: Verdict) -> Verdict {
    match known {
        Some(known) if known.rank() <= next.rank() => known,
        _ => next,
    }
}

/// The text of a copy of a source, ready to be searched.
pub(super) struct Opened<'s> {
    path: FilePath,
    source: &'s Source,
    folded: Folded,
    parts: Vec<CopyPart>,
    /// Where each part is in the folded text.
    ranges: Vec<Range<usize>>,
    /// Its words, once something is not found.
    words: OnceCell<WordsOf>,
    /// The translations of what the source quotes, once something is not found.
    translations: OnceCell<Translations>,
}

/// The translations of what a source quotes, as one text, with where each is in it.
struct Translations {
    folded: Folded,
    ranges: Vec<Range<usize>>,
}

impl Translations {
    fn of(source: &Source) -> Self {
        let mut builder = FoldedParts::default();
        let all = source.quotes.iter().filter_map(|one| one.translation.as_deref());
        let ranges = all.map(|text| builder.add(text)).collect();
        Translations { folded: builder.done(), ranges }
    }

    /// Whether the words stand in one of them.
    fn has(&self, quotation: &Quotation) -> bool {
        let whole = 0..self.folded.len();
        let Some(found) = quotations::find(quotation, &self.folded, &whole) else {
            return false;
        };
        let at = self.ranges.partition_point(|range| range.end <= found.start);
        self.ranges.get(at).is_some_and(|range| found.end <= range.end)
    }
}

impl<'s> Opened<'s> {
    pub(super) fn of(
        path: &FilePath,
        transcript: Transcript,
        source: &'s Source,
    ) -> Self {
        let mut builder = FoldedParts::default();
        let ranges =
            transcript.parts.iter().map(|part| builder.add(&part.text)).collect();
        let parts = transcript.parts;
        Opened {
            path: path.clone(),
            source,
            folded: builder.done(),
            parts,
            ranges,
            words: OnceCell::new(),
            translations: OnceCell::new(),
        }
    }

    /// Whether the words stand in it, where they are said to.
    pub(super) fn verdict(&self, words: &str, sought: &NamedPlace) -> Verdict {
        let copy = self.path.clone();
        let Some(quotation) = Quotation::new(words) else {
            return Verdict::Missing { copy, nearest: None };
        };
        let whole = 0..self.folded.len();
        let anywhere = || quotations::find(&quotation, &self.folded, &whole);
        let Some(rows) = sought.rows(&self.parts) else {
            return match anywhere() {
                Some(_) => Verdict::Found(copy),
                None => self.missing(&quotation),
            };
        };
        let mut within = rows.iter().filter_map(|row| self.range(row));
        if within.any(|row| quotations::find(&quotation, &self.folded, &row).is_some()) {
            return Verdict::Found(copy);
        }
        match anywhere() {
            Some(found) => {
                let stands =
                    self.place(found.start).unwrap_or_else(|| "elsewhere".into());
                Verdict::Elsewhere { copy, stands }
            }
            None => self.missing(&quotation),
        }
    }

    fn missing(&self, quotation: &Quotation) -> Verdict {
        if self.translations.get_or_init(|| Translations::of(self.source)).has(quotation)
        {
            return Verdict::Translated;
        }
        let nearest = quotations::nearest(
            quotation,
            self.words.get_or_init(|| WordsOf::new(&self.folded)),
        )
        .map(|range| {
            let place = self.place(range.start);
            (self.folded.shown(range), place)
        });
        Verdict::Missing { copy: self.path.clone(), nearest }
    }

    /// Where a row of parts is in the folded text.
    fn range(&self, row: &Range<usize>) -> Option<Range<usize>> {
        let last = self.ranges.get(row.end.checked_sub(1)?)?;
        Some(self.ranges.get(row.start)?.start..last.end)
    }

    /// What the part is called in which a byte of the folded text stands.
    fn place(&self, at: usize) -> Option<String> {
        let part = self.ranges.partition_point(|range| range.end <= at);
        self.parts.get(part).map(|part| &part.place).and_then(PartPlace::words)
    }
}
