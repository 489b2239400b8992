//! What is quoted of a source, and whether it stands in a copy of it.

use super::{Markup, Views};
use crate::copies::Unread;
use crate::files::FilePath;
use crate::model::{Passage, Reading, SourceId, Verdict, VerifiedCopy};
use foldhash::HashMap;
use serde::Serialize;

/// Words that a text quotes from a source.
#[derive(Debug, Clone, Serialize)]
pub struct PassageView {
    /// The fragment that leads here: `source-1-quote-1`.
    pub anchor: String,
    /// The words, where the text itself does not show them.
    pub text: Option<String>,
    /// Attributes that tell the language and direction of the words, where these are known.
    pub spoken: Markup,
    /// Where in the source they stand: `p. 12`.
    pub page: Option<String>,
    /// The fragment of the place that quotes them: `cite-1-1`.
    pub back: String,
    /// Whether they were checked, in a word: `checked`, `missing` or `unchecked`.
    pub state: &'static str,
    /// The same for readers: `checked against the copy of 26 October 2022, 9f86d081884c`.
    pub words: String,
}

impl Views<'_> {
    /// What a text quotes, by source.
    pub(super) fn passages(
        &self,
        reading: &Reading,
    ) -> HashMap<SourceId, Vec<PassageView>> {
        let mut all: HashMap<SourceId, Vec<PassageView>> = HashMap::default();
        let mut numbers: HashMap<SourceId, u32> = HashMap::default();
        if !reading.passages.is_empty() {
            numbers.extend(reading.sources.iter().map(|one| (one.source, one.number)));
        }
        for passage in &reading.passages {
            let number = numbers.get(&passage.source).copied().unwrap_or_default();
            let of_source = all.entry(passage.source).or_default();
            let nth = of_source.len() + 1;
            of_source.push(self.passage(passage, number, nth));
        }
        all
    }

    fn passage(&self, passage: &Passage, number: u32, nth: usize) -> PassageView {
        let source = self.edition.source(passage.source);
        let text = passage.words.clone();
        PassageView {
            anchor: format!("source-{number}-quote-{nth}"),
            spoken: self
                .spoken(text.as_deref().unwrap_or_default(), source.lang.as_deref()),
            text,
            page: passage.locator.clone(),
            back: format!("cite-{number}-{}", passage.nth),
            state: state(&passage.verdict),
            words: self.verdict_words(passage.source, &passage.verdict),
        }
    }

    /// What readers are told of a quotation.
    pub(super) fn verdict_words(&self, source: SourceId, verdict: &Verdict) -> String {
        let phrases = self.shared.phrases;
        let copies = self.edition.verified_copies(source);
        let told = |path: &FilePath| {
            copies.iter().find(|one| one.path == *path).map(|one| self.copy_words(one))
        };
        let copy = match verdict {
            Verdict::Found(copy)
            | Verdict::Elsewhere { copy, .. }
            | Verdict::Missing { copy, .. } => told(copy).unwrap_or_default(),
            Verdict::Translated | Verdict::NoCopy | Verdict::Unread(_) => String::new(),
        };
        match verdict {
            Verdict::Found(_) => phrases.quotation_checked(&copy),
            Verdict::Elsewhere { .. } => phrases.quotation_elsewhere(&copy),
            Verdict::Missing { .. } => phrases.quotation_missing(&copy),
            Verdict::Translated => phrases.quotation_translated().to_owned(),
            Verdict::NoCopy => phrases.quotation_without_copy().to_owned(),
            Verdict::Unread(Unread::Encrypted) => phrases.quotation_locked().to_owned(),
            Verdict::Unread(_) => phrases.quotation_unread().to_owned(),
        }
    }

    /// A copy in words that go on after "against" or "in": `the copy of 26 October 2022, 9f86d081884c`.
    pub(super) fn copy_words(&self, copy: &VerifiedCopy) -> String {
        let phrases = self.shared.phrases;
        match &copy.saved {
            Some(day) => phrases.copy_of_day(&day.words(phrases), copy.short_sum()),
            None => phrases.copy_of_sum(copy.short_sum()),
        }
    }
}

/// What came of a quotation, in a word.
pub(super) fn state(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Found(_) => "checked",
        Verdict::Elsewhere { .. } | Verdict::Missing { .. } => "missing",
        Verdict::Translated | Verdict::NoCopy | Verdict::Unread(_) => "unchecked",
    }
}
