//! Where in a copy a quotation is said to stand, and which parts of the copy that is.

use super::subtitles::milliseconds;
use super::transcript::{CopyPart, PartPlace};
use crate::markdown::{Locator, LocatorLabel};
use std::ops::Range;

/// Where in a copy words are said to stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedPlace {
    /// Nowhere in particular, or in a place of a sort that copies don't tell.
    #[default]
    Anywhere,
    /// On some pages, each row from its first to its last.
    Pages(Vec<(String, String)>),
    /// In a recording, from one time to another, in milliseconds.
    Time(u64, u64),
}

/// So many milliseconds beside a time that is named are looked at: a listener stops the clock too early or too late.
const NEAR: u64 = 15_000;

/// So many pages at most are one row.
const MOST_PAGES: usize = 1000;

impl NamedPlace {
    /// Where a locator says that words stand.
    pub fn of(locator: Option<&Locator>) -> Self {
        let Some(locator) = locator else { return NamedPlace::Anywhere };
        match locator.label {
            LocatorLabel::Page => pages(&locator.value),
            LocatorLabel::Time => time(&locator.value),
            _ => NamedPlace::Anywhere,
        }
    }

    /// The parts of a copy in which words are to begin, in rows; `None` where that may be any.
    pub fn rows(&self, parts: &[CopyPart]) -> Option<Vec<Range<usize>>> {
        let is_page = |part: &CopyPart| matches!(part.place, PartPlace::Page { .. });
        let is_cue = |part: &CopyPart| matches!(part.place, PartPlace::Cue { .. });
        match self {
            NamedPlace::Pages(rows) if parts.iter().any(is_page) => {
                Some(rows.iter().flat_map(|row| row_of_pages(row, parts)).collect())
            }
            NamedPlace::Time(from, until) if parts.iter().any(is_cue) => {
                let (from, until) = (from.saturating_sub(NEAR), until + NEAR);
                let first = parts.iter().position(|part| ends_behind(part, from));
                let last = parts.iter().rposition(|part| begins_before(part, until));
                let both = first.zip(last).filter(|(first, last)| first <= last);
                Some(both.map(|(first, last)| first..last + 1).into_iter().collect())
            }
            _ => None,
        }
    }
}

fn ends_behind(part: &CopyPart, time: u64) -> bool {
    matches!(part.place, PartPlace::Cue { until, .. } if until >= time)
}

fn begins_before(part: &CopyPart, time: u64) -> bool {
    matches!(part.place, PartPlace::Cue { from, .. } if from <= time)
}

/// `12`, `12-14`, `xii, 20 f.`
fn pages(value: &str) -> NamedPlace {
    let rows = value.split([',', ';', '&']).filter_map(|row| {
        let row = row.trim().trim_end_matches('.').trim_end();
        let row = row.trim_end_matches("ff").trim_end_matches('f').trim_end();
        let (first, last) = row.split_once(['-', '–', '—']).unwrap_or((row, row));
        let (first, last) = (first.trim(), last.trim());
        let last = if last.is_empty() { first.to_owned() } else { whole(first, last) };
        (!first.is_empty()).then(|| (first.to_owned(), last))
    });
    match rows.collect::<Vec<_>>() {
        rows if rows.is_empty() => NamedPlace::Anywhere,
        rows => NamedPlace::Pages(rows),
    }
}

/// The last page of a row: `123-5` ends with 125.
fn whole(first: &str, last: &str) -> String {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let left_out = first.len().saturating_sub(last.len());
    match is_number(first) && is_number(last) && left_out > 0 {
        true => format!("{}{last}", &first[..left_out]),
        false => last.to_owned(),
    }
}

/// `3:15`, `00:03:15-00:04:00`
fn time(value: &str) -> NamedPlace {
    let (from, until) = value.split_once(['-', '–', '—']).unwrap_or((value, value));
    let first_word = |text: &str| {
        text.split([',', ' ']).find(|word| !word.is_empty()).map(str::to_owned)
    };
    let read = |text: &str| milliseconds(&first_word(text)?);
    match (read(from), read(until)) {
        (Some(from), Some(until)) if from <= until => NamedPlace::Time(from, until),
        (Some(from), _) => NamedPlace::Time(from, from),
        _ => NamedPlace::Anywhere,
    }
}

/// The parts that are a row of pages; a page goes by what the file calls it, by its number in the file, and by the
/// number that is printed on it.
fn row_of_pages(
    (first, last): &(String, String),
    parts: &[CopyPart],
) -> Vec<Range<usize>> {
    let count = match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) => Some(last.saturating_sub(first) + 1),
        _ if first == last => Some(1),
        _ => None,
    };
    let begins = (0..parts.len()).filter(|at| is_page(&parts[*at], first));
    let row = |at: usize| {
        let end = match count {
            Some(count) => at + count.min(MOST_PAGES),
            None => (at..parts.len()).find(|at| is_page(&parts[*at], last))? + 1,
        };
        Some(at..end.min(parts.len()))
    };
    begins.filter_map(row).collect()
}

/// Whether a part is the page of this name.
fn is_page(part: &CopyPart, name: &str) -> bool {
    let PartPlace::Page { number, label } = &part.place else { return false };
    let is_label = label.as_ref().is_some_and(|label| label.eq_ignore_ascii_case(name));
    is_label || number.to_string() == name || prints(&part.text, name)
}

/// A line that holds no more than a page's number has hardly more words.
const FEW_WORDS: usize = 6;

/// Whether the first or the last line of a page is about its number.
fn prints(text: &str, name: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (first, last) = (lines.next(), lines.next_back());
    first.into_iter().chain(last).any(|line| {
        let mut words = line.split(|c: char| !c.is_alphanumeric());
        let is_short = line.split_whitespace().count() <= FEW_WORDS;
        is_short && words.any(|word| word.eq_ignore_ascii_case(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Locator;

    fn page(number: usize, label: Option<&str>, text: &str) -> CopyPart {
        let place = PartPlace::Page { number, label: label.map(str::to_owned) };
        CopyPart { place, text: text.to_owned() }
    }

    /// The rows of parts, as they are written in Rust.
    fn rows(locator: &str, parts: &[CopyPart]) -> String {
        let rows = NamedPlace::of(Locator::read(locator).as_ref()).rows(parts);
        rows.map_or("anywhere".into(), |rows| format!("{rows:?}"))
    }

    #[test]
    fn a_page_goes_by_each_of_its_names() {
        let parts = [
            page(1, Some("i"), "Contents"),
            page(2, Some("ii"), "Words\nii"),
            page(3, None, "Words\n- 12 -"),
            page(4, None, "Page 13 of 30\nWords"),
        ];
        assert_eq!(rows("p. ii", &parts), "[1..2]");
        assert_eq!(rows("2", &parts), "[1..2]");
        assert_eq!(rows("12", &parts), "[2..3]");
        assert_eq!(rows("12-3", &parts), "[2..4]");
        assert_eq!(rows("pp. i-ii", &parts), "[0..2]");
        assert_eq!(rows("pp. 1, 4", &parts), "[0..1, 3..4]");
        assert_eq!(rows("12 ff.", &parts), "[2..3]");
        assert_eq!(rows("p. 99", &parts), "[]");
        for anywhere in ["", "§ 4", "ch. 2", "3:15", "no one else"] {
            assert_eq!(rows(anywhere, &parts), "anywhere", "{anywhere}");
        }
    }

    #[test]
    fn a_time_is_that_of_what_is_said_about_then() {
        let cue = |from: u64, until: u64| CopyPart {
            place: PartPlace::Cue { from: from * 1000, until: until * 1000 },
            text: "words".into(),
        };
        let parts = [cue(0, 10), cue(100, 110), cue(190, 200), cue(300, 310)];
        assert_eq!(rows("00:03:15", &parts), "[2..3]");
        assert_eq!(rows("1:40-3:15", &parts), "[1..3]");
        assert_eq!(rows("9:00", &parts), "[]");
        assert_eq!(rows("p. 3", &parts), "anywhere");
        let whole = [CopyPart { place: PartPlace::Whole, text: "words".into() }];
        assert_eq!(rows("p. 3", &whole), "anywhere");
    }
}
