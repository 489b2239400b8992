//! A text line by line: where code stands, which containers are around, and what each line becomes.

use super::finding::{Edit, Finding, What};
use crate::steps;
use foldhash::{HashMap, HashSet};
use std::borrow::Cow;
use std::cell::Cell;
use std::cmp::Reverse;
use std::ops::Range;

/// A block of code that is open.
#[derive(Debug, Clone, Copy)]
struct Fence {
    mark: u8,
    width: usize,
    /// How many `>` stand before it.
    quotes: usize,
    /// The column of the list item that it stands in; 0 in none.
    item: usize,
    /// How many containers are around it.
    depth: usize,
}

/// A container of another generator that is open.
#[derive(Debug, Clone)]
pub(super) enum Around {
    /// `:::` or `///`: it goes on until such a line.
    Fenced(Fenced),
    /// `!!!`, `???` and `===`: what is indented further belongs to it.
    Indented {
        /// How many `>` stand before it.
        quotes: usize,
        /// The column that it begins at.
        indent: usize,
        /// Whether it has become an alert.
        is_alert: bool,
    },
}

/// An open `:::`.
#[derive(Debug, Clone)]
pub(super) struct Fenced {
    pub(super) mark: &'static str,
    pub(super) width: usize,
    pub(super) quotes: usize,
    pub(super) indent: usize,
    pub(super) is_alert: bool,
    /// Where it begins.
    pub(super) at: Range<usize>,
}

impl Around {
    fn is_alert(&self) -> bool {
        match self {
            Around::Fenced(fenced) => fenced.is_alert,
            Around::Indented { is_alert, .. } => *is_alert,
        }
    }

    fn indent(&self) -> usize {
        match self {
            Around::Fenced(fenced) => fenced.indent,
            Around::Indented { indent, .. } => *indent,
        }
    }

    fn quotes(&self) -> usize {
        match self {
            Around::Fenced(fenced) => fenced.quotes,
            Around::Indented { quotes, .. } => *quotes,
        }
    }
}

/// A line that is looked at.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its first byte.
    pub(super) start: usize,
    /// The first byte behind the `>` and the white space that it begins with.
    pub(super) content: usize,
    /// The byte after its last, the line's end left out.
    pub(super) end: usize,
    /// How many `>` it begins with.
    pub(super) quotes: usize,
    /// How far its words are indented, within the containers around it.
    pub(super) indent: usize,
    /// What it begins with once the containers around it are rewritten.
    pub(super) lead: String,
}

/// The scan of a text.
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    pub(super) end: usize,
    pub(super) at: usize,
    edits: Vec<Edit>,
    pub(super) findings: Vec<Finding>,
    fence: Option<Fence>,
    pub(super) around: Vec<Around>,
    /// Code in a line, or a comment that is kept, reaches up to here.
    pub(super) kept_until: usize,
    /// Blank lines that belong to the containers around if what follows does.
    blank: Vec<usize>,
    /// Whether the line before is blank, or there is none.
    pub(super) after_blank: bool,
    /// Whether the line before is code that is indented.
    after_code: bool,
    /// The column of the words of the last item of a list; 0 outside of lists.
    pub(super) item: usize,
    /// What was looked for and doesn't stand in the rest of the text.
    absent: HashSet<&'static str>,
    /// Rows of backticks that end no code: how many, and up to where that is known.
    pub(super) ticks: HashMap<usize, usize>,
    /// Pairs that are open: how many of each name.
    pub(super) pairs: HashMap<String, usize>,
    /// Up to where lines are the names of files that would be included.
    pub(super) include_until: usize,
    /// How many brackets of an `export` of MDX are open.
    pub(super) module: usize,
    /// Whether the line before is a note of MyST.
    pub(super) in_line_note: bool,
    /// Whether `[TOC]` is the label of a link, once somebody has asked.
    pub(super) toc_is_label: Option<bool>,
    /// The line that was last asked for, so that a long one is not gone through for each brace in it.
    last_line: Cell<(usize, usize)>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Self {
        Lines {
            text,
            end: range.end,
            at: range.start,
            edits: Vec::new(),
            findings: Vec::new(),
            fence: None,
            around: Vec::new(),
            kept_until: range.start,
            blank: Vec::new(),
            after_blank: true,
            after_code: false,
            item: 0,
            absent: HashSet::default(),
            ticks: HashMap::default(),
            pairs: HashMap::default(),
            include_until: range.start,
            module: 0,
            in_line_note: false,
            toc_is_label: None,
            // No byte stands in it.
            last_line: Cell::new((usize::MAX, 0)),
        }
    }

    /// What was found, and how the text is changed, each in order of place.
    pub(super) fn finish(mut self) -> (Vec<Edit>, Vec<Finding>) {
        for around in std::mem::take(&mut self.around) {
            if let Around::Fenced(fenced) = around {
                self.found(fenced.at, What::OpenContainer(fenced.mark));
            }
        }
        self.findings.sort_by_key(|one| one.at.start);
        (in_order(self.edits), self.findings)
    }

    pub(super) fn found(&mut self, at: Range<usize>, what: What) {
        self.findings.push(Finding { at, what });
    }

    /// Leaves bytes out of what is read.
    pub(super) fn cut(&mut self, out: Range<usize>) {
        self.replace(out, "");
    }

    /// Has something else read in the place of some bytes.
    pub(super) fn replace(
        &mut self,
        out: Range<usize>,
        put: impl Into<Cow<'static, str>>,
    ) {
        self.edits.push(Edit { out, put: put.into() });
    }

    /// Where `what` is next found from `from` on.
    pub(super) fn find(&mut self, what: &'static str, from: usize) -> Option<usize> {
        if self.absent.contains(what) {
            return None;
        }
        let rest = self.text.as_bytes().get(from..self.end)?;
        let found = memchr::memmem::find(rest, what.as_bytes());
        steps::took(found.unwrap_or(rest.len()));
        if found.is_none() {
            self.absent.insert(what);
        }
        found.map(|at| from + at)
    }

    /// The end of the line that byte `at` stands in.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let (_, end) = self.line_around(at);
        end - usize::from(end > at && self.text.as_bytes()[end - 1] == b'\r')
    }

    /// The first byte of the line that byte `at` stands in.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.line_around(at).0
    }

    /// The line that byte `at` stands in, up to its line feed.
    fn line_around(&self, at: usize) -> (usize, usize) {
        let (start, end) = self.last_line.get();
        if start <= at && at <= end {
            return (start, end);
        }
        let bytes = self.text.as_bytes();
        let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |n| n + 1);
        let end =
            memchr::memchr(b'\n', &bytes[at..self.end]).map_or(self.end, |n| at + n);
        steps::took(end - start);
        self.last_line.set((start, end));
        (start, end)
    }

    /// The first byte behind the line that ends at `end`.
    pub(super) fn next_line(&self, end: usize) -> usize {
        let rest = &self.text.as_bytes()[end..self.end];
        memchr::memchr(b'\n', rest).map_or(self.end, |n| end + n + 1)
    }

    pub(super) fn blank_line(&mut self, start: usize, end: usize) {
        let quoted = self.text[start..end].trim_end().len();
        self.blank.push(start + quoted);
        self.after_blank = true;
        self.module = 0;
        let open = self.fence.is_some_and(|fence| fence.quotes > 0);
        if open && quoted == 0 && !self.text[start..end].contains('>') {
            self.fence = None;
        }
    }

    /// Takes what a line of the containers around begins with, and leaves those that are over.
    pub(super) fn enter(&mut self, start: usize, end: usize) -> Line {
        let mut line = Line {
            start,
            content: start,
            end,
            quotes: 0,
            indent: 0,
            lead: String::new(),
        };
        let blank = std::mem::take(&mut self.blank);
        let mut kept = self.around.len();
        let mut at = start;
        let mut edits: Vec<Edit> = Vec::new();
        for (depth, around) in self.around.iter().enumerate() {
            let Some(from) = unquoted(self.text, at, end, around.quotes()) else {
                kept = depth;
                break;
            };
            line.lead.push_str(&self.text[at..from]);
            at = from;
            let (columns, _) = indent(self.text, at, end);
            let own = around.indent();
            if let Around::Indented { .. } = around {
                if columns < own + 4 {
                    kept = depth;
                    break;
                }
                let from = skip(self.text, at, end, own);
                let behind = skip(self.text, at, end, own + 4);
                edits.push(Edit { out: from..behind, put: "".into() });
                line.lead.push_str(&self.text[at..from]);
                at = behind;
            } else {
                let behind = skip(self.text, at, end, own.min(columns));
                line.lead.push_str(&self.text[at..behind]);
                at = behind;
            }
            if around.is_alert() {
                edits.push(Edit { out: at..at, put: "> ".into() });
                line.lead.push_str("> ");
            }
        }
        let over = self.around[kept..].iter().any(Around::is_alert);
        self.around.truncate(kept);
        if self.fence.is_some_and(|fence| fence.depth > kept) {
            self.fence = None;
        }
        let mut prefix = String::new();
        for around in &self.around {
            prefix.push_str(&" ".repeat(around.indent()));
            if around.is_alert() {
                prefix.push_str("> ");
            }
        }
        if prefix.contains('>') {
            for at in &blank {
                self.replace(*at..*at, prefix.clone());
            }
        }
        if over && blank.is_empty() {
            self.replace(start..start, format!("{}\n", line.lead.trim_end()));
        }
        self.edits.append(&mut edits);
        self.open(&mut line, at);
        line
    }

    /// Finds where the words of a line begin, and what stands before them.
    fn open(&mut self, line: &mut Line, from: usize) {
        let mut at = from;
        loop {
            let (columns, behind) = indent(self.text, at, line.end);
            line.indent = columns;
            at = behind;
            if columns > 3 || !self.text[at..line.end].starts_with('>') {
                break;
            }
            line.quotes += 1;
            at += 1;
            if self.text[at..line.end].starts_with(' ') {
                at += 1;
            }
        }
        line.lead.push_str(&self.text[from..at]);
        line.content = at;
    }

    /// Whether a line is of a block of code; one that begins there is opened.
    pub(super) fn is_code(&mut self, line: &Line) -> bool {
        if let Some(fence) = self.fence {
            let left = line.quotes < fence.quotes || line.indent < fence.item;
            if !left {
                if closes(&self.text[line.content..line.end], fence) {
                    self.fence = None;
                }
                return true;
            }
            self.fence = None;
        }
        let words = &self.text[line.content..line.end];
        let (marker, item) = item(words);
        if self.is_indented_code(line) {
            self.after_code = true;
            return true;
        }
        self.after_code = false;
        if marker > 0 {
            self.item = line.indent + item;
        } else if line.indent < self.item && self.after_blank {
            self.item = if line.indent < 2 { 0 } else { line.indent };
        }
        let words = &words[marker..];
        let Some((mark, width)) = fence(words) else { return false };
        let item = if line.indent >= self.item || marker > 0 { self.item } else { 0 };
        let (quotes, depth) = (line.quotes, self.around.len());
        self.fence = Some(Fence { mark, width, quotes, item, depth });
        true
    }

    fn is_indented_code(&self, line: &Line) -> bool {
        let deep = line.indent >= self.item + 4;
        deep && (self.after_blank || self.after_code)
    }
}

/// Changes in order, without those that lie in what another leaves out.
fn in_order(mut edits: Vec<Edit>) -> Vec<Edit> {
    // What is put before something stands before what is put in its place.
    edits.sort_by_key(|edit| {
        let Range { start, end } = edit.out;
        (start, start < end, Reverse(end))
    });
    let mut end = 0;
    edits.retain(|edit| {
        let is_kept = edit.out.start >= end;
        end = end.max(edit.out.end);
        is_kept
    });
    edits
}

/// Whether a line has nothing but white space and `>`.
pub(super) fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'\r'))
}

/// The byte behind so many `>`; none where there are fewer.
fn unquoted(text: &str, from: usize, end: usize, quotes: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..quotes {
        let (columns, behind) = indent(text, at, end);
        if columns > 3 || !text[behind..end].starts_with('>') {
            return None;
        }
        at = behind + 1;
        at += usize::from(text[at..end].starts_with(' '));
    }
    Some(at)
}

/// How many columns of white space begin at `at`, and the first byte behind them.
fn indent(text: &str, at: usize, end: usize) -> (usize, usize) {
    let mut columns = 0;
    for (n, byte) in text.as_bytes()[at..end].iter().enumerate() {
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4 - columns % 4,
            _ => return (columns, at + n),
        }
    }
    (columns, end)
}

/// The byte behind so many columns of white space.
fn skip(text: &str, at: usize, end: usize, wanted: usize) -> usize {
    let mut columns = 0;
    for (n, byte) in text.as_bytes()[at..end].iter().enumerate() {
        if columns >= wanted {
            return at + n;
        }
        match byte {
            b' ' => columns += 1,
            b'\t' => columns += 4 - columns % 4,
            _ => return at + n,
        }
    }
    end
}

/// The bytes of the markers of list items and footnotes that `words` begin with, and their columns.
fn item(words: &str) -> (usize, usize) {
    let mut at = 0;
    while let Some(length) = marker(&words[at..]) {
        let rest = &words[at + length..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if spaces == 0 && !rest.is_empty() {
            break;
        }
        // What is indented further is code in the item.
        at += length + if spaces > 4 { 1 } else { spaces };
    }
    (at, at)
}

fn marker(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    match bytes.first()? {
        b'-' | b'*' | b'+' => Some(1),
        b'0'..=b'9' => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let ends = matches!(bytes.get(digits), Some(b'.' | b')'));
            (digits < 10 && ends).then_some(digits + 1)
        }
        b'[' if bytes.get(1) == Some(&b'^') => {
            let close = words.find("]:")?;
            (!words[2..close].contains(char::is_whitespace)).then_some(close + 2)
        }
        _ => None,
    }
}

/// The mark and the width of a fence that begins a block of code.
fn fence(words: &str) -> Option<(u8, usize)> {
    let mark = words.bytes().next().filter(|byte| matches!(byte, b'`' | b'~'))?;
    let width = words.bytes().take_while(|byte| *byte == mark).count();
    let info = &words[width..];
    (width >= 3 && !(mark == b'`' && info.contains('`'))).then_some((mark, width))
}

fn closes(words: &str, fence: Fence) -> bool {
    let width = words.bytes().take_while(|byte| *byte == fence.mark).count();
    width >= fence.width && words[width..].trim().is_empty()
}
