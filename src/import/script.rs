//! A text on its way into our Markdown: it is changed in steps, and each of its lines knows where it was written.

use std::ops::Range;

/// What is to stand in the place of some bytes.
pub(super) type Change = (Range<usize>, String);

/// A text, and the line of the file that each of its lines comes from.
#[derive(Debug, Clone)]
pub(super) struct Script {
    text: String,
    /// The first byte of each line, and the line of the file, from 1.
    lines: Vec<(usize, u32)>,
}

impl Script {
    /// The text of a file from its line `first` on.
    pub(super) fn new(text: &str, first: u32) -> Self {
        let text = text.replace("\r\n", "\n");
        let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let lines = std::iter::once(0).chain(starts).zip(first..).collect();
        Script { text, lines }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The line of the file that a byte comes from.
    pub(super) fn line(&self, at: usize) -> u32 {
        let behind = self.lines.partition_point(|(start, _)| *start <= at);
        self.lines[..behind].last().map_or(1, |(_, line)| *line)
    }

    /// Makes some changes. Of two that overlap, the one that begins first is made, and of those that begin together
    /// the longest; what is put in between two bytes is kept in the order given.
    pub(super) fn change(&mut self, mut changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        changes
            .sort_by_key(|(out, _)| (out.start, !out.is_empty(), usize::MAX - out.end));
        let mut made =
            Script { text: String::with_capacity(self.text.len()), lines: Vec::new() };
        made.lines.push((0, self.line(0)));
        let mut from = 0;
        for (out, put) in changes {
            if out.start < from {
                continue;
            }
            made.copy(self, from..out.start);
            made.put(&put, self.line(out.start));
            from = out.end;
        }
        made.copy(self, from..self.text.len());
        *self = made;
    }

    fn copy(&mut self, of: &Script, part: Range<usize>) {
        let base = self.text.len();
        let first = of.lines.partition_point(|(start, _)| *start <= part.start);
        let lines = of.lines[first..].iter().take_while(|(start, _)| *start <= part.end);
        self.lines.extend(lines.map(|(start, line)| (base + start - part.start, *line)));
        self.text.push_str(&of.text[part]);
    }

    fn put(&mut self, text: &str, line: u32) {
        let base = self.text.len();
        let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| base + at + 1);
        self.lines.extend(starts.map(|start| (start, line)));
        self.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_where_they_were_written() {
        let mut script = Script::new("a\nb {x}\nc\r\nd\n", 4);
        let at = script.text().find("{x}").unwrap();
        script.change(vec![(at..at + 3, "one\ntwo".into()), (0..0, "> ".into())]);
        assert_eq!(script.text(), "> a\nb one\ntwo\nc\nd\n");
        let line = |words: &str| script.line(script.text().find(words).unwrap());
        assert_eq!((line("one"), line("two"), line("c"), line("d")), (5, 5, 6, 7));
    }

    #[test]
    fn what_lies_in_another_change_is_not_made() {
        let mut script = Script::new("abcdef", 1);
        script.change(vec![(2..3, "x".into()), (1..4, "-".into()), (4..4, "+".into())]);
        assert_eq!(script.text(), "a-+ef");
    }
}
