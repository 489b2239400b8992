//! What is wrong with a date, and the pieces of text that such a mistake points at.

use std::fmt;
use std::ops::Range;

/// A text that is no date, or none that can be read in only one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// The bytes of the given text that are at fault.
    pub range: Range<usize>,
    /// What is wrong: lower case, no full stop, the writer's text in backticks.
    pub reason: String,
    /// What to write instead.
    pub help: String,
    /// Which rule is broken.
    pub kind: DateErrorKind,
}

/// Which rule a [`DateError`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateErrorKind {
    /// It is no date.
    Invalid,
    /// Its end lies before its start.
    Reversed,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for DateError {}

/// A part of the text that is being read, which knows where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateText<'a> {
    pub(super) text: &'a str,
    at: usize,
}

impl<'a> DateText<'a> {
    /// The whole text, without the spaces around it.
    pub(super) fn new(text: &'a str) -> Self {
        DateText { text, at: 0 }.trim()
    }

    /// The bytes `from..to` of the piece, which must be borders of characters.
    pub(super) fn part(self, from: usize, to: usize) -> Self {
        DateText { text: &self.text[from..to], at: self.at + from }
    }

    /// From byte `from` to the end.
    pub(super) fn rest(self, from: usize) -> Self {
        self.part(from, self.text.len())
    }

    /// Without the spaces around it.
    pub(super) fn trim(self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        self.part(start, start + self.text.trim().len())
    }

    /// The parts between each `mark`, untrimmed.
    pub(super) fn split(self, mark: char) -> impl Iterator<Item = DateText<'a>> {
        let mut at = 0;
        self.text.split(mark).map(move |text| {
            let piece = self.part(at, at + text.len());
            at += text.len() + mark.len_utf8();
            piece
        })
    }

    /// Whether it is a number and nothing else.
    pub(super) fn is_digits(self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The trimmed parts before and after the first `mark`, if there is one.
    pub(super) fn split_once(self, mark: &str) -> Option<(Self, Self)> {
        let at = self.text.find(mark)?;
        Some((self.part(0, at).trim(), self.rest(at + mark.len()).trim()))
    }

    /// Its text for a message: in backticks, shortened where it is long.
    pub(super) fn quoted(self) -> String {
        match self.text.char_indices().nth(40) {
            Some((end, _)) => format!("`{}…`", &self.text[..end]),
            None => format!("`{}`", self.text),
        }
    }

    /// The mistake that this piece is.
    pub(super) fn invalid(
        self,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> DateError {
        self.error(DateErrorKind::Invalid, reason.into(), help.into())
    }

    /// The mistake that the second of two dates lies before the first.
    pub(super) fn reversed(
        self,
        start: DateText,
        end: DateText,
        help: String,
    ) -> DateError {
        let reason =
            format!("the end, {}, is before the start, {}", end.quoted(), start.quoted());
        self.error(DateErrorKind::Reversed, reason, help)
    }

    fn error(self, kind: DateErrorKind, reason: String, help: String) -> DateError {
        DateError { range: self.at..self.at + self.text.len(), reason, help, kind }
    }
}
