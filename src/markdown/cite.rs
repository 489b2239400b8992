//! Citations: `[see @key, pp. 3-4, "words"; @other]`, `@key [p. 3]` and a bare `@key`.
//!
//! The syntax is Pandoc's ("Citation syntax" in its manual); the quotation is our own.

use super::brackets::{Brackets, LONGEST};
use super::marks;
use super::refs::{Locator, LocatorLabel};
use super::spacers::is_cjk;
use super::tree::{CiteForm, CitePart};
use crate::steps;
use std::ops::Range;

/// What is wrong with a citation, and the bytes concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CiteFault {
    pub(super) at: Range<usize>,
    pub(super) problem: CiteProblem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CiteProblem {
    NoKey,
    PartWithoutKey,
    /// As before, where the part is a place in the source before it.
    PlaceAsPart,
    EmptyLocator,
    UnclosedQuote,
    /// A further key without a `;` before it.
    SecondKey,
    /// Words behind a quotation, and a place before it.
    WordsBehindQuote,
    SecondQuote,
}

/// The citation in brackets at `range`, or `None` where the brackets hold no `@key`.
pub(super) fn group(
    text: &str,
    range: Range<usize>,
) -> Option<Result<Vec<CitePart>, CiteFault>> {
    let inner = marked(text, &range)?;
    let read: Result<Vec<CitePart>, CiteFault> = items(text, inner.clone()).collect();
    if read.is_ok() || key_in(text, inner.clone()).is_some() {
        return Some(read);
    }
    let fault = CiteFault { at: range, problem: CiteProblem::NoKey };
    is_lonely(&text[inner]).then_some(Err(fault))
}

/// Whether [`group`] finds a citation, or what was meant as one.
pub(super) fn is_group(text: &str, range: Range<usize>) -> bool {
    marked(text, &range).is_some_and(|inner| {
        key_in(text, inner.clone()).is_some() || is_lonely(&text[inner])
    })
}

/// What stands in the brackets at `range`, where an `@` is among it.
fn marked(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let inner = range.start + 1..range.end.checked_sub(1)?;
    let words = text.get(inner.clone())?.as_bytes();
    (words.len() <= LONGEST && words.contains(&b'@')).then_some(inner)
}

/// Whether brackets begin with an `@`, and hold no key.
fn is_lonely(words: &str) -> bool {
    words.trim_start().trim_start_matches('-').starts_with('@')
}

fn items(
    text: &str,
    inner: Range<usize>,
) -> impl Iterator<Item = Result<CitePart, CiteFault>> + '_ {
    split(text, inner).map(|part| {
        let Some(KeyStart { at, key, end }) = key_in(text, part.clone()) else {
            let part = trim(text, part);
            let problem = match says_place(&text[part.clone()]) {
                true => CiteProblem::PlaceAsPart,
                false => CiteProblem::PartWithoutKey,
            };
            return Err(CiteFault { at: part, problem });
        };
        let (locator, quote) = suffix(text, end..part.end)?;
        Ok(CitePart {
            prefix: trim(text, part.start..at),
            suppress_author: text[at..].starts_with('-'),
            key,
            locator,
            quote,
        })
    })
}

/// Words before a key, or a place behind it, have hardly more bytes.
const FEW_WORDS: usize = 48;

/// The bracket before the bare citation at `start` that was meant to open it, if nothing closes it: right
/// before it, or with a few words between.
pub(super) fn unclosed(text: &str, start: usize, brackets: &Brackets) -> Option<usize> {
    let open = brackets.opened_before(start)?;
    let words = text.get(open + 1..start)?;
    let is_near = words.len() < FEW_WORDS && !words.contains(['[', ']', '`', '\n']);
    (is_near && !text[..open].ends_with(['[', '!'])).then_some(open)
}

/// The byte after the bracket that was meant to close the bare citation that ends at `end`, if nothing
/// opens it: right behind it, or with a place between.
pub(super) fn unopened(text: &str, end: usize, brackets: &Brackets) -> Option<usize> {
    let close = brackets.closed_behind(end)?;
    let words = text.get(end..close).filter(|words| words.len() < FEW_WORDS)?;
    let place = between_commas(text, end..close);
    let is_meant = place.is_empty() || says_place(&text[place]);
    (is_meant && !words.contains(['[', '`', '\n'])).then_some(close + 1)
}

fn alone(key: Range<usize>) -> CitePart {
    let none = key.end..key.end;
    CitePart {
        prefix: none.clone(),
        key,
        suppress_author: false,
        locator: none,
        quote: None,
    }
}

fn narrative(
    text: &str,
    key: Range<usize>,
    inner: Range<usize>,
) -> Result<Vec<CitePart>, CiteFault> {
    let first = split(text, inner.clone()).next().unwrap_or(inner.clone());
    let (locator, quote) = suffix(text, first.clone())?;
    let mut all = vec![CitePart { locator, quote, ..alone(key) }];
    if first.end < inner.end {
        for item in items(text, first.end + 1..inner.end) {
            all.push(item?);
        }
    }
    Ok(all)
}

/// The parts between `;`, those within quotation marks not counted.
fn split(text: &str, inner: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut start = Some(inner.start);
    std::iter::from_fn(move || {
        let from = start?;
        let end = part_end(text, from..inner.end);
        start = end.map(|end| end + 1);
        Some(from..end.unwrap_or(inner.end))
    })
}

/// Where the `;` is that ends the first part of `range`.
fn part_end(text: &str, range: Range<usize>) -> Option<usize> {
    memchr::memchr(b';', text[range.clone()].as_bytes())?;
    let mut closing = None;
    for (n, c) in text[range.clone()].char_indices() {
        match closing {
            Some(mark) if c == mark => closing = None,
            Some(_) => {}
            None if c == ';' => return Some(range.start + n),
            None => closing = closing_mark(c),
        }
    }
    None
}

fn closing_mark(opening: char) -> Option<char> {
    match opening {
        '"' => Some('"'),
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '「' => Some('」'),
        '『' => Some('』'),
        _ => None,
    }
}

/// A key that was found.
struct KeyStart {
    /// Where its `@` or `-@` stands.
    at: usize,
    /// Its bytes.
    key: Range<usize>,
    /// The byte after it, and after the brace that may close it.
    end: usize,
}

/// The first key in `range`.
fn key_in(text: &str, range: Range<usize>) -> Option<KeyStart> {
    let words = &text[range.clone()];
    let words = quote_in(words).map_or(words, |quote| &words[..quote]);
    memchr::memchr_iter(b'@', words.as_bytes()).find_map(|n| {
        let at = range.start + n;
        let before = &text[range.start..at];
        let (start, before) = match before.strip_suffix('-') {
            Some(shorter) => (at - 1, shorter),
            None => (at, before),
        };
        if !before.chars().next_back().is_none_or(opens_a_word) {
            return None;
        }
        let (key, end) = key_at(text, at, range.end)?;
        Some(KeyStart { at: start, key, end })
    })
}

/// Where a quotation begins.
fn quote_in(words: &str) -> Option<usize> {
    if words.is_ascii() {
        return memchr::memchr(b'"', words.as_bytes());
    }
    words.char_indices().find(|(_, c)| closing_mark(*c).is_some()).map(|(at, _)| at)
}

/// The key behind the `@` at byte `at`, and the byte after it: letters, digits and `_`, with single
/// punctuation inside; or anything in braces.
fn key_at(text: &str, at: usize, limit: usize) -> Option<(Range<usize>, usize)> {
    let start = at + 1;
    if let Some(inside) = text[start..limit].strip_prefix('{') {
        let start = start + 1;
        let length = inside.bytes().take(LONGEST).position(|b| b"{}\n".contains(&b))?;
        let end = start + length;
        let is_key = length > 0 && text[end..].starts_with('}');
        return is_key.then_some((start..end, end + 1));
    }
    let mut end = start;
    let mut inner = false;
    for (n, c) in text[start..limit].char_indices() {
        if c.is_alphanumeric() || c == '_' {
            end = start + n + c.len_utf8();
            inner = false;
        } else if n > 0 && !inner && is_punctuation(c) {
            inner = true;
        } else {
            break;
        }
    }
    (end > start).then_some((start..end, end))
}

/// The key that `label`, what stands behind `[@`, begins with, if the bracket closes right behind it.
pub(super) fn whole_key(label: &str) -> Option<&str> {
    let key = label.split(']').next().filter(|key| key.len() < FEW_WORDS)?;
    is_citation_key(key).then_some(key)
}

/// Whether a citation can name `key`: all of it, and nothing behind it.
pub fn is_citation_key(key: &str) -> bool {
    let end = key.len() + 1;
    key_at(&format!("@{key}"), 0, end) == Some((1..end, end))
}

/// Whether `c` may stand within a key, one at a time.
fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        ':' | '.' | '#' | '$' | '%' | '&' | '-' | '+' | '?' | '<' | '>' | '~' | '/'
    )
}

fn opens_a_word(c: char) -> bool {
    let ascii = matches!(c, '(' | '[' | '{' | '"' | '\'' | '*' | '_' | '>' | ',' | ';');
    let mark = matches!(c, '“' | '„' | '‘' | '«' | '—' | '–');
    let wide = matches!(
        c,
        '（' | '［' | '【' | '「' | '『' | '《' | '〈' | '，' | '、' | '。' | '：' | '；'
    );
    // Words of these scripts have no space before what follows.
    ascii || mark || wide || c.is_whitespace() || (c.is_alphabetic() && is_cjk(c))
}

/// What follows a key: a locator and a quotation.
fn suffix(
    text: &str,
    rest: Range<usize>,
) -> Result<(Range<usize>, Option<Range<usize>>), CiteFault> {
    let words = &text[rest.clone()];
    let (outside, quote) = match quote_in(words) {
        None => (rest, None),
        Some(open) => {
            let mark = words[open..].chars().next().unwrap_or('"');
            let start = rest.start + open + mark.len_utf8();
            let closing = closing_mark(mark).unwrap_or(mark);
            let Some(length) = text[start..rest.end].find(closing) else {
                let at = rest.start + open..rest.end;
                return Err(CiteFault { at, problem: CiteProblem::UnclosedQuote });
            };
            let end = start + length;
            let before = between_commas(text, rest.start..rest.start + open);
            let after = between_commas(text, end + closing.len_utf8()..rest.end);
            if quote_in(&text[after.clone()]).is_some() {
                return Err(CiteFault { at: after, problem: CiteProblem::SecondQuote });
            }
            if !before.is_empty() && !after.is_empty() {
                return Err(CiteFault {
                    at: after,
                    problem: CiteProblem::WordsBehindQuote,
                });
            }
            (if before.is_empty() { after } else { before }, Some(start..end))
        }
    };
    if let Some(second) = key_in(text, outside.clone()) {
        return Err(CiteFault {
            at: second.at..second.end,
            problem: CiteProblem::SecondKey,
        });
    }
    let place = between_commas(text, outside);
    if locator(&text[place.clone()]).is_err() {
        return Err(CiteFault { at: place, problem: CiteProblem::EmptyLocator });
    }
    Ok((place, quote))
}

fn between_commas(text: &str, range: Range<usize>) -> Range<usize> {
    trim_all(text, range, |c| c.is_whitespace() || matches!(c, ',' | ':' | '，' | '：'))
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    trim_all(text, range, char::is_whitespace)
}

/// `range` without the characters around it that are `dropped`, nor the `>` that begin a
/// line of a quotation.
fn trim_all(text: &str, range: Range<usize>, dropped: fn(char) -> bool) -> Range<usize> {
    let mut new_line = false;
    let words = text[range.clone()].trim_start_matches(|c: char| {
        new_line |= c == '\n';
        dropped(c) || (new_line && c == '>')
    });
    part_of(text, words.trim_end_matches(dropped), range.start)
}

/// The range of `part`, a slice of `text`; at `or` where it is empty.
fn part_of(text: &str, part: &str, or: usize) -> Range<usize> {
    if part.is_empty() {
        return or..or;
    }
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// The words that name a kind of place. Those with a dot are also known without it.
const LABELS: [(&str, LocatorLabel); 31] = [
    ("p", LocatorLabel::Page),
    ("pp", LocatorLabel::Page),
    ("page", LocatorLabel::Page),
    ("pages", LocatorLabel::Page),
    ("ch", LocatorLabel::Chapter),
    ("chap", LocatorLabel::Chapter),
    ("chapter", LocatorLabel::Chapter),
    ("chapters", LocatorLabel::Chapter),
    ("sec", LocatorLabel::Section),
    ("section", LocatorLabel::Section),
    ("sections", LocatorLabel::Section),
    ("para", LocatorLabel::Paragraph),
    ("par", LocatorLabel::Paragraph),
    ("paras", LocatorLabel::Paragraph),
    ("paragraph", LocatorLabel::Paragraph),
    ("paragraphs", LocatorLabel::Paragraph),
    ("l", LocatorLabel::Line),
    ("ll", LocatorLabel::Line),
    ("line", LocatorLabel::Line),
    ("lines", LocatorLabel::Line),
    ("col", LocatorLabel::Column),
    ("column", LocatorLabel::Column),
    ("fig", LocatorLabel::Figure),
    ("figure", LocatorLabel::Figure),
    ("n", LocatorLabel::Note),
    ("note", LocatorLabel::Note),
    ("vol", LocatorLabel::Volume),
    ("volume", LocatorLabel::Volume),
    ("no", LocatorLabel::Number),
    ("art", LocatorLabel::Article),
    ("article", LocatorLabel::Article),
];

/// The place that `text` names; `Ok(None)` where it is empty, `Err` where a label lacks its value.
pub(super) fn locator(text: &str) -> Result<Option<Locator>, ()> {
    let text = one_line(text);
    if text.is_empty() {
        return Ok(None);
    }
    let (label, value) = match labelled(&text) {
        Some((_, "")) => return Err(()),
        Some((label, value)) => (label, value),
        None if text.starts_with(|c: char| c.is_ascii_digit()) => {
            (if is_time(&text) { LocatorLabel::Time } else { LocatorLabel::Page }, &*text)
        }
        None => (LocatorLabel::Other, &*text),
    };
    let bare = label == LocatorLabel::Page && value.len() == text.len();
    let prefix = match bare {
        true if value.contains(['-', '–', ',']) => "pp. ",
        true => "p. ",
        false => "",
    };
    let shown = match label {
        LocatorLabel::Other => text.clone(),
        _ => format!("{prefix}{}", spaced(&dashed(&text))),
    };
    Ok(Some(Locator { label, value: value.into(), shown: shown.into() }))
}

impl Locator {
    /// The place in a source that a text names, if it names one.
    pub fn read(text: &str) -> Option<Locator> {
        locator(text).ok().flatten()
    }
}

/// The kind of place that `text` begins with, and what follows it.
fn labelled(text: &str) -> Option<(LocatorLabel, &str)> {
    for (sign, label) in [("§", LocatorLabel::Section), ("¶", LocatorLabel::Paragraph)]
    {
        if let Some(rest) = text.strip_prefix(sign) {
            return Some((label, rest.trim_start_matches(sign).trim_start()));
        }
    }
    let word_end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(word_end);
    let known = LABELS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name));
    let (_, label) = known?;
    let dotted = rest.starts_with('.');
    let value = rest.trim_start_matches('.').trim_start();
    let page = *label == LocatorLabel::Page;
    match value {
        "" => (dotted || page).then_some((*label, "")),
        _ if value.starts_with(|c: char| c.is_ascii_digit()) => Some((*label, value)),
        _ if is_roman(value) && (dotted || rest.starts_with(' ')) => {
            Some((*label, value))
        }
        _ => dotted.then_some((*label, value)),
    }
}

fn is_roman(text: &str) -> bool {
    let word = text.split(['-', '–', ',', ' ']).next().unwrap_or_default();
    !word.is_empty() && word.chars().all(|c| "ivxlcdmIVXLCDM".contains(c))
}

/// Whether `text` begins as a point in time: `3:15`, `00:03:15`.
fn is_time(text: &str) -> bool {
    let first = text.split(['-', '–', ' ', ',']).next().unwrap_or_default();
    let parts = first.split(':');
    parts.clone().count() >= 2
        && parts.into_iter().all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
}

/// With a space behind the full stop of a label: `p. 3`.
fn spaced(text: &str) -> String {
    match text.split_once('.') {
        Some((label, value))
            if label.bytes().all(|byte| byte.is_ascii_alphabetic())
                && value.starts_with(|c: char| c.is_alphanumeric()) =>
        {
            format!("{label}. {value}")
        }
        _ => text.to_owned(),
    }
}

/// With an en dash between two digits: `3–4`.
fn dashed(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() + 2);
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let range = c == '-'
            && before.is_ascii_digit()
            && chars.peek().is_some_and(char::is_ascii_digit);
        shown.push(if range { '–' } else { c });
        before = c;
    }
    shown
}

/// `text` with each row of white space as one space; the `>` that begins a line of a
/// quotation counts as white space.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let (mut gap, mut at_start) = (false, false);
    for c in text.chars() {
        let skipped = c.is_whitespace() || (at_start && c == '>');
        at_start = c == '\n' || (at_start && skipped);
        if skipped {
            gap = true;
            continue;
        }
        if gap && !line.is_empty() {
            line.push(' ');
        }
        gap = false;
        line.push(c);
    }
    line
}

/// What [`scan`] finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scanned {
    Cite(CiteForm, Vec<CitePart>),
    /// Brackets that [`group`] finds a fault in.
    Malformed,
}

/// Finds the citations in `run`, bytes of `text` that are words and nothing else, and gives
/// each to `found`: bare and narrative ones, and groups that the parser did not see as
/// brackets of their own (`[@a][@b]`, or with brackets inside).
pub(super) fn scan(
    text: &str,
    run: Range<usize>,
    mut found: impl FnMut(Range<usize>, Scanned),
) {
    let mut brackets = None;
    let mut barren = None;
    let mut from = run.start;
    while let Some((at, sign)) = next_sign(text, from, run.end) {
        let brackets = brackets.get_or_insert_with(|| Brackets::new(text, run.clone()));
        let read = match sign {
            AT => bracketed(text, from, at, brackets, &mut barren)
                .or_else(|| in_sentence(text, at, &run, brackets)),
            _ => wide(text, at, &run),
        };
        match read {
            Some((range, read)) => {
                from = range.end;
                found(range, read);
            }
            None => from = at + sign.len_utf8(),
        }
    }
}

const AT: char = '@';

/// What some keyboards write for `@`.
const WIDE_AT: char = '＠';

/// The first `@` or `＠` in `from..to`.
fn next_sign(text: &str, from: usize, to: usize) -> Option<(usize, char)> {
    let mut start = from;
    let bytes = &text.as_bytes()[..to];
    // The second is the first byte of `＠`.
    while let Some(n) = memchr::memchr2(b'@', 0xef, &bytes[start..]) {
        let at = start + n;
        match text[at..].chars().next() {
            Some(sign @ (AT | WIDE_AT)) => return Some((at, sign)),
            _ => start = at + 1,
        }
    }
    None
}

/// The brackets around the `@` at byte `at`, if they are a citation or meant as one. `barren` is where
/// those begin that were last found to be none, so that they are not read for each `@` in them.
fn bracketed(
    text: &str,
    from: usize,
    at: usize,
    brackets: &Brackets,
    barren: &mut Option<usize>,
) -> Option<(Range<usize>, Scanned)> {
    let before = &text.as_bytes()[from..at];
    let open =
        from + memchr::memrchr2(b'[', b']', before).filter(|n| before[*n] == b'[')?;
    if barren.replace(open) == Some(open) {
        return None;
    }
    let range = open..brackets.end(open)?;
    steps::took(range.len());
    // Marked words may cite in the sentence: the brackets are the mark's.
    let is_mark = marks::follows(&text[range.end..]);
    if is_mark && !is_lonely(&text[open + 1..range.end - 1]) {
        return None;
    }
    let read = match group(text, range.clone())? {
        Ok(items) => Scanned::Cite(CiteForm::Group, items),
        Err(_) => Scanned::Malformed,
    };
    Some((range, read))
}

/// Whether the first character of a run has a backslash before it.
fn is_escaped(text: &str, at: usize, run: &Range<usize>) -> bool {
    at == run.start && text[..at].ends_with('\\')
}

fn in_sentence(
    text: &str,
    at: usize,
    run: &Range<usize>,
    brackets: &Brackets,
) -> Option<(Range<usize>, Scanned)> {
    let before = text[..at].chars().next_back();
    // What stands in brackets that are meant as they are is meant so too.
    let in_escaped = text[run.start..at] == *"[" && text[..run.start].ends_with('\\');
    if !before.is_none_or(opens_a_word) || is_escaped(text, at, run) || in_escaped {
        return None;
    }
    let (key, end) = key_at(text, at, run.end)?;
    if matches!(before, Some('［' | '【')) {
        return Some((at..end, Scanned::Cite(CiteForm::Wide, vec![alone(key)])));
    }
    let behind = &text[end..run.end];
    // `@somebody@example.social` is an address.
    if behind
        .strip_prefix('@')
        .is_some_and(|host| host.starts_with(char::is_alphanumeric))
    {
        return None;
    }
    let told = || {
        let open = end + usize::from(behind.starts_with(' '));
        let close = brackets.end(open)?;
        let items = narrative(text, key.clone(), open + 1..close - 1).ok()?;
        let is_told = items.len() > 1 || says_where(text, &items[0]);
        is_told.then_some((at..close, Scanned::Cite(CiteForm::Narrative, items)))
    };
    let bare = || (at..end, Scanned::Cite(CiteForm::Bare, vec![alone(key.clone())]));
    Some(told().unwrap_or_else(bare))
}

/// A key behind `＠`, which begins no citation.
fn wide(text: &str, at: usize, run: &Range<usize>) -> Option<(Range<usize>, Scanned)> {
    let before = text[..at].chars().next_back();
    if !before.is_none_or(opens_a_word) {
        return None;
    }
    // The key is looked for behind the last byte of the sign.
    let (key, end) = key_at(text, at + WIDE_AT.len_utf8() - 1, run.end)?;
    Some((at..end, Scanned::Cite(CiteForm::Wide, vec![alone(key)])))
}

/// Whether `text` is surely a place in a source.
fn says_place(text: &str) -> bool {
    let place = locator(text).ok().flatten();
    place.is_some_and(|place| place.label != LocatorLabel::Other)
}

/// Whether what follows a key is surely meant as a place in it, not as a remark.
fn says_where(text: &str, item: &CitePart) -> bool {
    item.quote.is_some() || says_place(&text[item.locator.clone()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Option<Result<Vec<String>, CiteProblem>> {
        let read = group(text, 0..text.len())?;
        Some(match read {
            Ok(items) => {
                Ok(items.iter().map(|i| text[i.key.clone()].to_owned()).collect())
            }
            Err(fault) => Err(fault.problem),
        })
    }

    #[test]
    fn a_bracket_that_nothing_closes_is_found() {
        let found = |text: &str| {
            let brackets = Brackets::new(text, 0..text.len());
            unclosed(text, text.find('@').unwrap(), &brackets)
        };
        assert_eq!(found("So [@key, p. 3. And [[more]] and [x](y)."), Some(3));
        assert_eq!(found("So [@key, p. 3.\n\nNext]"), Some(3));
        assert_eq!(found("So [@key\\] on"), Some(3));
        assert_eq!(found("So [see also @key, p. 3. On."), Some(3));
        for fine in [
            "So [@key].",
            "[@name](https://x.org)",
            "@key [p. 3",
            "\\[@key",
            "[[@a",
            "`a[` and @key",
        ] {
            assert_eq!(found(fine), None, "{fine}");
        }
    }

    #[test]
    fn a_bracket_that_nothing_opens_is_found() {
        let found = |text: &str| {
            let brackets = Brackets::new(text, 0..text.len());
            unopened(text, text.find("key").unwrap() + 3, &brackets)
        };
        assert_eq!(found("So @key, p. 3]. On."), Some(14));
        assert_eq!(found("So @key]."), Some(8));
        for fine in ["So @key [p. 3].", "@key says :]", "[x @key, p. 3]", "@key\\]"] {
            assert_eq!(found(fine), None, "{fine}");
        }
    }

    fn scanned(text: &str) -> Vec<(&str, CiteForm)> {
        let mut all = Vec::new();
        scan(text, 0..text.len(), |range, read| {
            if let Scanned::Cite(form, _) = read {
                all.push((&text[range], form));
            }
        });
        all
    }

    fn shown(text: &str) -> (LocatorLabel, String) {
        let place = locator(text).unwrap().unwrap();
        (place.label, place.shown.into())
    }

    #[test]
    fn a_group_may_hold_several_sources() {
        assert_eq!(
            keys("[see @a, pp. 3-4; @b, 00:03:15]"),
            Some(Ok(vec!["a".into(), "b".into()]))
        );
        assert_eq!(keys("[@1]"), Some(Ok(vec!["1".into()])));
        assert_eq!(keys("[@sources/a:b.c, 4.]"), Some(Ok(vec!["sources/a:b.c".into()])));
    }

    #[test]
    fn a_quotation_may_hold_semicolons_and_handles() {
        let text = "[@key, p. 12, \"close; @now\"]";
        let items = group(text, 0..text.len()).unwrap().unwrap();
        assert_eq!(items.len(), 1);
        assert_eq!(&text[items[0].locator.clone()], "p. 12");
        assert_eq!(&text[items[0].quote.clone().unwrap()], "close; @now");
    }

    #[test]
    fn brackets_without_a_key_are_words() {
        for text in ["[a@b.org]", "[sic]", "[meet @ noon]", "[!@#$]"] {
            assert_eq!(keys(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        assert_eq!(keys("[@]"), Some(Err(CiteProblem::NoKey)));
        assert_eq!(keys("[see @a, p. ]"), Some(Err(CiteProblem::EmptyLocator)));
        assert_eq!(keys("[@a; and others]"), Some(Err(CiteProblem::PartWithoutKey)));
        assert_eq!(keys("[@a, \"open]"), Some(Err(CiteProblem::UnclosedQuote)));
        assert_eq!(keys("[;@a]"), Some(Err(CiteProblem::PartWithoutKey)));
        assert_eq!(keys("[@a; p. 4]"), Some(Err(CiteProblem::PlaceAsPart)));
        for text in ["[see @a, p. 3 and @b]", "[@a, @b]", "[@a @b]", "[@a；@b]"] {
            assert_eq!(keys(text), Some(Err(CiteProblem::SecondKey)), "{text}");
        }
        assert_eq!(
            keys("[@a, p. 3, \"b\", c]"),
            Some(Err(CiteProblem::WordsBehindQuote))
        );
        assert_eq!(keys("[@a, \"b\", \"c\"]"), Some(Err(CiteProblem::SecondQuote)));
        for text in ["[@-a]", "[@@a]", "[-@]"] {
            assert_eq!(keys(text), Some(Err(CiteProblem::NoKey)), "{text}");
        }
    }

    #[test]
    fn a_key_ends_before_its_last_punctuation() {
        assert_eq!(keys("[@a.b.]"), Some(Ok(vec!["a.b".into()])));
        assert_eq!(keys("[@a--b]"), Some(Ok(vec!["a".into()])));
    }

    #[test]
    fn a_key_may_stand_in_braces() {
        assert_eq!(keys("[@{a b}, p. 3]"), Some(Ok(vec!["a b".into()])));
        assert_eq!(keys("[@{}]"), Some(Err(CiteProblem::NoKey)));
    }

    #[test]
    fn a_place_may_follow_a_colon_and_a_wide_comma() {
        for text in ["[@a: words]", "[@a，words]", "[@a words]", "[@a, words,]"] {
            let items = group(text, 0..text.len()).unwrap().unwrap();
            assert_eq!(&text[items[0].locator.clone()], "words", "{text}");
        }
    }

    #[test]
    fn a_place_is_known_by_its_label() {
        assert_eq!(shown("p.12"), (LocatorLabel::Page, "p. 12".into()));
        assert_eq!(shown("p. 12"), (LocatorLabel::Page, "p. 12".into()));
        assert_eq!(shown("pp. 3-4"), (LocatorLabel::Page, "pp. 3–4".into()));
        assert_eq!(shown("12"), (LocatorLabel::Page, "p. 12".into()));
        assert_eq!(shown("§ 4"), (LocatorLabel::Section, "§ 4".into()));
        assert_eq!(shown("p. xii"), (LocatorLabel::Page, "p. xii".into()));
        assert_eq!(shown("00:03:15"), (LocatorLabel::Time, "00:03:15".into()));
        assert_eq!(shown("no one else"), (LocatorLabel::Other, "no one else".into()));
    }

    #[test]
    fn a_key_in_the_sentence_may_have_its_place() {
        use CiteForm::*;
        assert_eq!(scanned("as @rte [p. 3] says"), [("@rte [p. 3]", Narrative)]);
        assert_eq!(scanned("as @rte [sic] says"), [("@rte", Bare)]);
        assert_eq!(scanned("as @rte[p. 3] says"), [("@rte[p. 3]", Narrative)]);
        assert_eq!(scanned("(@rte)."), [("@rte", Bare)]);
        assert_eq!(scanned("据报道@rte，"), [("@rte", Bare)]);
        assert_eq!(scanned("[They left @rte]{.reported}"), [("@rte", Bare)]);
        assert_eq!(scanned("＠rte and 【@rte】"), [("＠rte", Wide), ("@rte", Wide)]);
        assert_eq!(scanned("@rte@example.social"), []);
        assert_eq!(scanned("me@rte.ie or https://x.org/@rte"), []);
        assert_eq!(scanned("[@a][@b, p. 2]"), [("[@a]", Group), ("[@b, p. 2]", Group)]);
        assert_eq!(
            scanned("[@a, \"he [sic] said\"]"),
            [("[@a, \"he [sic] said\"]", Group)]
        );
    }
}
