//! What differs between two editions, for a reviewer: as text, and as Markdown.

use super::compare::{Difference, Happened, ItemChange};
use super::sentences::SentenceChange;
use super::weight::Weight;

/// What differs, as text.
pub fn text(difference: &Difference) -> String {
    written(difference, &PLAIN)
}

/// What differs, as Markdown.
pub fn markdown(difference: &Difference) -> String {
    written(difference, &MARKDOWN)
}

/// A form to write in.
struct ReportForm {
    /// Writes the head of an item: its key and its title.
    head: fn(&str, &str) -> String,
    /// Writes what has happened, and whether that is silent.
    line: fn(&str, bool) -> String,
    /// Writes words, behind a sign.
    words: fn(char, &str) -> String,
}

const PLAIN: ReportForm = ReportForm {
    head: |key, title| format!("{key}  {}\n", seen(title)),
    line: |what, is_silent| {
        let silent = if is_silent { "  NOT TOLD" } else { "" };
        format!("  {}{silent}\n", seen(what))
    },
    words: |sign, words| format!("    {sign} {}\n", seen(words)),
};

const MARKDOWN: ReportForm = ReportForm {
    head: |key, title| format!("## {}\n\n`{key}`\n\n", escaped(title)),
    line: |what, is_silent| {
        let silent = if is_silent { " **Not told.**" } else { "" };
        format!("- {}.{silent}\n", escaped(what))
    },
    words: |sign, words| match sign {
        '-' => format!("  - was: {}\n", escaped(words)),
        _ => format!("  - is: {}\n", escaped(words)),
    },
};

/// Words on a terminal: no character acts on it.
fn seen(text: &str) -> String {
    let seen = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().map(seen).collect()
}

/// Words in Markdown, as they are.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in seen(text).chars() {
        if c.is_ascii_punctuation()
            && !matches!(c, '.' | ',' | ':' | ';' | '"' | '\'' | '/' | '-')
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn written(difference: &Difference, form: &ReportForm) -> String {
    let mut out = String::new();
    for of_item in difference.changes.chunk_by(|a, b| a.item == b.item) {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&(form.head)(&of_item[0].item, &of_item[0].title));
        of_item.iter().for_each(|change| one(change, form, &mut out));
    }
    out
}

fn one(change: &ItemChange, form: &ReportForm, out: &mut String) {
    let what = words_for(&change.happened);
    out.push_str(&(form.line)(&what, change.is_silent));
    if let Happened::Words { sentence: SentenceChange { before, now, .. }, .. } =
        &change.happened
    {
        let before = before.iter().map(|words| ('-', words));
        let words = before.chain(now.iter().map(|words| ('+', words)));
        words.for_each(|(sign, words)| out.push_str(&(form.words)(sign, words)));
    }
}

/// What has happened, in words.
fn words_for(happened: &Happened) -> String {
    match happened {
        Happened::Added => "new".to_owned(),
        Happened::Gone { address } => format!("gone, and nothing stands at {address}"),
        Happened::Replaced { address } => format!("gone, and another has {address}"),
        Happened::Withdrawn { date, reason } => format!("withdrawn on {date}: {reason}"),
        Happened::Moved { before, now } => format!("moved from {before} to {now}"),
        Happened::AddressGone { address } => {
            format!("nothing stands any more at {address}")
        }
        Happened::Status { before, now } => format!("status: {before} → {now}"),
        Happened::HistoryGone { date, status } => {
            format!("its history no longer has {date}: {status}")
        }
        Happened::Words { part, sentence } => format!("{part}: {}", sort_of(sentence)),
        Happened::SourceGone { source, part } => format!("{part}: without {source} now"),
        Happened::SourceAdded { source, part } => format!("{part}: with {source} now"),
        Happened::Corrected { date, now } => format!("correction of {date}: {now}"),
        Happened::Updated { date } => format!("updated: {date}"),
    }
}

fn sort_of(sentence: &SentenceChange) -> &'static str {
    match (&sentence.before, &sentence.now, sentence.weight) {
        (None, _, _) => "new words",
        (_, None, _) => "words are gone",
        (Some(before), Some(now), _) if before == now => "words have moved",
        (_, _, Weight::Slight) => "a slip",
        (_, _, Weight::Wording) => "other words",
        (_, _, Weight::Figure) => "another number",
    }
}
