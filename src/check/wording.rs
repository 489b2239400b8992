//! Words that say more than is known, and those that say whose word it is.

use super::Subject;
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::markdown::sentences;

/// Words that state a doing as fact.
const AS_FACT: [&str; 32] = [
    "ran",
    "runs",
    "operated",
    "operates",
    "confirmed",
    "confirms",
    "proved",
    "proves",
    "proven",
    "exposed",
    "exposes",
    "revealed",
    "reveals",
    "uncovered",
    "unmasked",
    "caught",
    "illegal",
    "illegally",
    "unlawful",
    "criminal",
    "criminals",
    "crime",
    "secret",
    "secretly",
    "clandestine",
    "spy",
    "spies",
    "spied",
    "spying",
    "guilty",
    "kidnapped",
    "coerced",
];

/// Words that say that somebody has done wrong.
const GUILT: [&str; 22] = [
    "guilty",
    "criminal",
    "criminals",
    "convicted",
    "convict",
    "culprit",
    "offender",
    "spy",
    "spies",
    "spied",
    "spying",
    "agent",
    "agents",
    "operative",
    "operatives",
    "illegal",
    "illegally",
    "fraudster",
    "kidnapper",
    "traitor",
    "gangster",
    "mastermind",
];

/// Words that say that something is somebody's word.
const ATTRIBUTING: [&str; 48] = [
    "according",
    "accuse",
    "accused",
    "accuses",
    "accusation",
    "accusations",
    "accusing",
    "allegation",
    "allegations",
    "allege",
    "alleged",
    "allegedly",
    "alleges",
    "alleging",
    "announced",
    "asks",
    "called",
    "charge",
    "charged",
    "charges",
    "claim",
    "claimed",
    "claims",
    "denied",
    "denies",
    "deny",
    "denying",
    "described",
    "disputed",
    "disputes",
    "doubt",
    "inquiry",
    "investigation",
    "no",
    "not",
    "purported",
    "report",
    "reported",
    "reportedly",
    "reports",
    "said",
    "say",
    "says",
    "suspected",
    "suspects",
    "unproven",
    "unsubstantiated",
    "whether",
];

/// The words that a site is read by.
pub(super) struct LoadedWords<'s> {
    pub(super) as_fact: Vec<&'s str>,
    pub(super) guilt: Vec<&'s str>,
    attributing: Vec<&'s str>,
    site_lang: &'s str,
    is_own: bool,
}

impl<'s> LoadedWords<'s> {
    /// Dateline's words, or those that `site.toml` has instead.
    pub(super) fn of(subject: &Subject<'s>) -> Self {
        let config = subject.edition().config();
        let own = config.wording.as_ref();
        LoadedWords {
            as_fact: either(own.map(|own| own.as_fact.as_slice()), &AS_FACT),
            guilt: either(own.map(|own| own.guilt.as_slice()), &GUILT),
            attributing: either(own.map(|own| own.attributing.as_slice()), &ATTRIBUTING),
            site_lang: &config.lang,
            is_own: own.is_none(),
        }
    }

    /// Whether the words are of the language: Dateline's are English, a site's are its own.
    pub(super) fn reads(&self, lang: Option<&str>) -> bool {
        let lang = lang.unwrap_or(self.site_lang);
        let primary = lang.split('-').next().unwrap_or(lang);
        !self.is_own || primary.eq_ignore_ascii_case("en")
    }

    /// The `listed` words in sentences of `text` that don't say whose word it is; words in quotation
    /// marks are somebody's.
    pub(super) fn unattributed<'t>(
        &self,
        text: &'t str,
        listed: &[&str],
    ) -> Vec<&'t str> {
        let mut found = Vec::new();
        for range in sentences(text) {
            let words = spoken(&text[range]);
            let is_in = |word: &str, list: &[&str]| {
                list.iter().any(|one| one.eq_ignore_ascii_case(word))
            };
            if !words.iter().any(|(word, _)| is_in(word, &self.attributing)) {
                let own =
                    words.iter().filter(|(word, quoted)| !quoted && is_in(word, listed));
                found.extend(own.map(|(word, _)| *word));
            }
        }
        found
    }
}

fn either<'s>(own: Option<&'s [String]>, listed: &[&'s str]) -> Vec<&'s str> {
    match own {
        None | Some([]) => listed.to_vec(),
        Some(own) => own.iter().map(String::as_str).collect(),
    }
}

/// The words of a sentence, each with whether it stands in quotation marks.
fn spoken(text: &str) -> Vec<(&str, bool)> {
    let (mut words, mut start, mut quoted) = (Vec::new(), None, false);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        // Between letters it is an apostrophe.
        let is_inside = before.is_alphanumeric() && next.is_alphanumeric();
        if c.is_alphanumeric() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            words.push((&text[from..at], quoted));
        }
        match c {
            '“' | '‘' | '«' | '„' => quoted = true,
            '”' | '»' => quoted = false,
            '’' if !is_inside => quoted = false,
            '"' => quoted = !quoted,
            _ => {}
        }
        before = c;
    }
    words.extend(start.map(|from| (&text[from..], quoted)));
    words
}

/// A diagnostic that underlines each of the words where they are written, from `place` on.
pub(super) fn underlined(
    subject: &Subject<'_>,
    code: Code,
    place: Span,
    words: &[&str],
    message: String,
) -> Diagnostic {
    let mut from = place;
    let mut spans = Vec::new();
    for word in words {
        let Some(span) = subject.after(from, word).filter(|span| span.end <= place.end)
        else {
            continue;
        };
        from = Span::new(span.file, span.end as usize, place.end as usize);
        spans.push(span);
    }
    let first = spans.first().copied().unwrap_or(place);
    let found = Diagnostic::new(code, first, message);
    spans.iter().skip(1).fold(found, |found, span| found.also(*span, "and here"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let wording = LoadedWords {
            as_fact: AS_FACT.to_vec(),
            guilt: GUILT.to_vec(),
            attributing: ATTRIBUTING.to_vec(),
            site_lang: "en",
            is_own: true,
        };
        wording.unattributed(text, &AS_FACT)
    }

    #[test]
    fn a_bare_statement_is_found() {
        assert_eq!(words("Secret police ran a station"), ["Secret", "ran"]);
    }

    #[test]
    fn an_attributed_one_is_not() {
        assert!(words("Police ran a station, the report says").is_empty());
        assert!(words("Police allegedly ran a station").is_empty());
    }

    #[test]
    fn words_in_quotation_marks_are_somebody_elses() {
        assert!(words("The ‘secret’ office").is_empty());
        assert!(words("The “spy’s illegal” office").is_empty());
        assert_eq!(words("The city’s secret office"), ["secret"]);
    }

    #[test]
    fn each_sentence_is_attributed_by_itself() {
        assert_eq!(words("The minister said so. It was illegal."), ["illegal"]);
    }
}
