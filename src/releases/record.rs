//! The record of an edition, as a file of `releases/` has it.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the first field of a record says; the number changes with its form.
const FORM: &str = "dateline release 1";

/// All that an edition says, in an order that depends on nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionRecord {
    /// The form of the record.
    pub format: String,
    /// The day of the release: `2026-11-30`.
    pub date: String,
    /// The sum of all files of the site, as its manifest has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    /// The name of the release before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    /// What has changed since that one, item by item, without the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<RecordedChange>,
    /// What is published, by kind and id: `article:dublin`.
    #[serde(default)]
    pub items: BTreeMap<String, RecordedItem>,
    /// What was withdrawn, by kind and id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub withdrawn: BTreeMap<String, RecordedWithdrawal>,
    /// Where every page is, old addresses too.
    #[serde(default)]
    pub pages: BTreeSet<String>,
}

/// What has changed of an item since the release before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedChange {
    /// Its kind and id.
    pub item: String,
    /// What sort of changes, each once: `text`, `status`, `sources`.
    pub what: BTreeSet<String>,
}

/// An item of an edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecordedItem {
    /// What it is called; of a claim, what is said to be so.
    pub title: String,
    /// Where its page is.
    pub address: String,
    /// Addresses that lead to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The id that it had first, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// When it was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// When its text last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Its status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// How its status changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<RecordedStatus>,
    /// The sources for it; a confidential one has no id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// The sources against it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contrary: Vec<String>,
    /// What was wrong about it, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<RecordedCorrection>,
    /// All its other words, part by part: sentences, or lines that say one thing each.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, Vec<String>>,
}

/// What a status was from a date on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordedStatus {
    /// From when.
    pub date: String,
    /// The status.
    pub status: String,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordedCorrection {
    /// When it was made.
    pub date: String,
    /// What sort it is.
    pub kind: String,
    /// What is said now.
    pub now: String,
}

/// What stands where something was that was withdrawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecordedWithdrawal {
    /// When.
    pub date: String,
    /// Why.
    pub reason: String,
    /// Where its page was, and addresses that led there.
    pub addresses: Vec<String>,
}

impl EditionRecord {
    /// A record of nothing yet.
    pub(super) fn new() -> Self {
        EditionRecord { format: FORM.to_owned(), ..EditionRecord::default() }
    }

    /// The record as a file has it.
    pub fn text(&self) -> String {
        // It has texts and lists alone, which are written without fail.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The record that is written so, or the line where it is none, and why.
    pub fn read(text: &str) -> Result<Self, (usize, String)> {
        let record: EditionRecord = serde_json::from_str(text).map_err(|error| {
            let reason = error.to_string();
            let reason = reason.split(" at line ").next().unwrap_or(&reason).to_owned();
            (error.line(), reason)
        })?;
        if record.format != FORM {
            let reason = format!(
                "its form is `{}`, and this version of Dateline reads `{FORM}`",
                record.format
            );
            return Err((1, reason));
        }
        Ok(record)
    }
}

/// What has changed in a release, of which the rest is not looked at.
#[derive(Deserialize)]
struct RecordHead {
    format: String,
    #[serde(default)]
    changes: Vec<RecordedChange>,
}

/// What a record says has changed since the one before; nothing where it is none.
pub(super) fn changes_of(text: &str) -> Vec<RecordedChange> {
    let head: Option<RecordHead> = serde_json::from_str(text).ok();
    head.filter(|head| head.format == FORM).map_or_else(Vec::new, |head| head.changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> EditionRecord {
        let words = [("text".to_owned(), vec!["One.".to_owned(), "Two “2”.".into()])];
        let item = RecordedItem {
            title: "A".into(),
            address: "articles/a.html".into(),
            words: words.into(),
            ..RecordedItem::default()
        };
        EditionRecord {
            date: "2026-11-30".into(),
            items: [("article:a".to_owned(), item)].into(),
            ..EditionRecord::new()
        }
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        assert_eq!(EditionRecord::read(&record().text()), Ok(record()));
    }

    #[test]
    fn a_sentence_has_a_line_of_its_own() {
        let text = record().text();
        let lines = text.lines().filter(|line| line.trim_start().starts_with("\"One."));
        assert_eq!(lines.count(), 1, "{text}");
    }

    #[test]
    fn what_is_none_is_told_with_its_line() {
        let text = record().text();
        for (damaged, line) in [
            (String::new(), 1),
            ("[]".into(), 1),
            ("{\"format\": 1}".into(), 1),
            ("{\"format\": \"dateline release 9\", \"date\": \"2026\"}".into(), 1),
            (text.replace("\"title\": \"A\"", "\"title\": 7"), 6),
            (text[..text.len() / 2].to_owned(), 8),
            (format!("{}{}", "[".repeat(5000), "]".repeat(5000)), 1),
        ] {
            let (at, reason) = EditionRecord::read(&damaged).unwrap_err();
            assert!(at.abs_diff(line) <= 3 && !reason.is_empty(), "{at}: {reason}");
            assert!(changes_of(&damaged).is_empty());
        }
    }
}
