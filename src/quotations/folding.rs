//! Folding: one form for what printers and programs set differently.
//!
//! The same are: characters that Unicode calls compatible (NFKC: `ﬁ` and `fi`, `…` and `...`), all quotation marks
//! and apostrophes, all dashes and hyphens, and any row of white space. Next to a Chinese or Japanese character no
//! white space counts, nor does a fixed space before `?`, `!`, `:`, `;` or inside `« »`. What nobody
//! sees is left out: soft hyphens, joiners, marks of direction. A hyphen at the end of a line may belong to the
//! word or to the line, so it may be there or not. Nothing else is the same: every word, every capital and
//! every other mark counts.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A text in the form in which texts are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The text without its hyphens and dashes.
    pub(super) bare: String,
    /// Where in it these stand, in order, no two at one place.
    pub(super) dashes: Vec<(usize, Dash)>,
}

/// What stands between two letters of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dash {
    /// `-`, which makes one word of two.
    Hyphen,
    /// `–`, `—` and their like, which part words.
    Long,
    /// A hyphen at the end of a line, of which nobody knows whether it is the word's own.
    LineEnd,
}

/// Makes one folded text of several, and tells where each is in it.
#[derive(Debug, Default)]
pub struct FoldedParts {
    folded: Folded,
    /// Whether white space was passed that is not written yet.
    gap: bool,
}

/// A hyphen at the end of a line, while a text is folded. It is of the private use area, and so left out of what is
/// folded.
const LINE_END: char = '\u{f8ff}';

impl Folded {
    /// A text, folded.
    pub fn of(text: &str) -> Self {
        let mut builder = FoldedParts::default();
        builder.add(text);
        builder.done()
    }

    /// Whether there is neither a letter nor a digit in it.
    pub fn is_wordless(&self) -> bool {
        !self.bare.contains(char::is_alphanumeric)
    }

    /// How long it is, in bytes of its own.
    pub fn len(&self) -> usize {
        self.bare.len()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.bare.is_empty() && self.dashes.is_empty()
    }

    /// Some of it as it can be shown: with its dashes again.
    pub fn shown(&self, range: Range<usize>) -> String {
        let Some(bare) = self.bare.get(range.clone()) else { return String::new() };
        let mut shown = String::with_capacity(bare.len() + 8);
        let mut from = 0;
        for (at, dash) in self.dashes_in(&range) {
            let at = at - range.start;
            shown.push_str(bare.get(from..at).unwrap_or_default());
            match dash {
                Dash::Hyphen => shown.push('-'),
                Dash::Long => shown.push('–'),
                Dash::LineEnd => {}
            }
            from = at;
        }
        shown.push_str(bare.get(from..).unwrap_or_default());
        shown
    }

    /// The dashes from the first to the last byte of a range.
    pub(super) fn dashes_in(
        &self,
        range: &Range<usize>,
    ) -> impl Iterator<Item = (usize, Dash)> + '_ {
        let start = self.dashes.partition_point(|(at, _)| *at < range.start);
        let end = range.end;
        self.dashes[start..].iter().copied().take_while(move |(at, _)| *at <= end)
    }

    /// The dash at a place.
    pub(super) fn dash_at(&self, at: usize) -> Option<Dash> {
        let found = self.dashes.binary_search_by_key(&at, |(place, _)| *place).ok()?;
        Some(self.dashes[found].1)
    }
}

impl FoldedParts {
    /// Adds a text, as if it stood in a line of its own; gives where it is in the whole.
    pub fn add(&mut self, text: &str) -> Range<usize> {
        self.gap = !self.folded.is_empty();
        let start = self.folded.bare.len();
        for c in prepared(text).nfkc() {
            self.push(c);
        }
        let end = self.folded.bare.len();
        // The space that parts it from what is before is not its own.
        let own = start + usize::from(self.folded.bare[start..].starts_with(' '));
        own.min(end)..end
    }

    /// All that was added.
    pub fn done(self) -> Folded {
        self.folded
    }

    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            self.gap = true;
        } else if c == LINE_END {
            self.dash(Dash::LineEnd);
        } else if let Some(dash) = dash(c) {
            self.dash(dash);
        } else if is_mark_of_quotation(c) {
            self.letter('\'');
        } else if !is_unseen(c) {
            self.letter(c);
        }
    }

    fn letter(&mut self, c: char) {
        self.close_gap(c);
        // Two marks beside each other are a quotation in a quotation, or one mark typed as two.
        let is_again = c == '\'' && self.folded.bare.ends_with('\'');
        if !is_again || self.folded.dash_at(self.folded.bare.len()).is_some() {
            self.folded.bare.push(c);
        }
    }

    fn dash(&mut self, dash: Dash) {
        self.close_gap('-');
        let at = self.folded.bare.len();
        match self.folded.dashes.last_mut() {
            // `--` is what typewriters have for a dash.
            Some((last, before)) if *last == at => *before = Dash::Long,
            _ => self.folded.dashes.push((at, dash)),
        }
    }

    /// Writes the white space before `next`, if there was any that counts.
    fn close_gap(&mut self, next: char) {
        if !std::mem::take(&mut self.gap) || self.folded.is_empty() {
            return;
        }
        let is_behind_dash = self.folded.dash_at(self.folded.bare.len()).is_some();
        let before = self.folded.bare.chars().next_back();
        let is_beside = |c: char| is_unspaced(c);
        let is_between = before.is_some_and(|c| is_beside(c) && !is_behind_dash);
        if !is_between && !is_beside(next) {
            self.folded.bare.push(' ');
        }
    }
}

/// A text with what only its lines and its fixed spaces tell: hyphens at ends of lines are marked, and fixed
/// spaces that belong to a mark are gone.
fn prepared(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        if is_hyphen(c) || c == '\u{ad}' {
            let is_in_word = out.chars().next_back().is_some_and(char::is_alphanumeric);
            if let Some(next) = next_line(behind).filter(|_| is_in_word) {
                if c != '\u{ad}' {
                    out.push(LINE_END);
                }
                rest = next;
                continue;
            }
        }
        if is_fixed_space(c) && belongs_to_mark(out.chars().next_back(), behind) {
            rest = behind;
            continue;
        }
        if c != LINE_END {
            out.push(c);
        }
        rest = behind;
    }
    out
}

/// What follows the end of a line, where that is next and a letter begins the line behind it.
fn next_line(text: &str) -> Option<&str> {
    let is_blank = |c: char| c.is_whitespace() && c != '\n' && c != '\r';
    let end = text.trim_start_matches(is_blank);
    let line = end.strip_prefix("\r\n").or_else(|| end.strip_prefix(['\n', '\r']))?;
    let line = line.trim_start_matches(is_blank);
    line.starts_with(char::is_alphabetic).then_some(line)
}

fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// Whether a fixed space is that of a mark beside it, as French sets them.
fn belongs_to_mark(before: Option<char>, behind: &str) -> bool {
    matches!(before, Some('«' | '‹'))
        || behind.starts_with(['»', '›', '?', '!', ':', ';'])
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}')
}

/// The dash that a character is.
fn dash(c: char) -> Option<Dash> {
    match c {
        _ if is_hyphen(c) => Some(Dash::Hyphen),
        '\u{2012}'..='\u{2015}'
        | '\u{2212}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{fe58}'
        | '\u{2043}' => Some(Dash::Long),
        _ => None,
    }
}

/// Quotation marks and apostrophes of every script, and what typewriters and TeX have in their place.
pub(super) fn is_mark_of_quotation(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '´' | '«' | '»' | '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2036}'
            | '‹' | '›' | '\u{275b}'..='\u{275e}' | '\u{300c}'..='\u{300f}'
            | '\u{301d}'..='\u{301f}' | '\u{2bc}' | '\u{2b9}'..='\u{2bb}'
            | '\u{fe41}'..='\u{fe44}' | '\u{ff02}' | '\u{ff07}' | '\u{ff62}' | '\u{ff63}'
    )
}

/// What nobody sees, and what is no character.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
            | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}'
    ) || c.is_control()
}

/// Characters of scripts that put no space between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{312f}' | '\u{31a0}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
            | '\u{1b000}'..='\u{1b2ff}' | '\u{20000}'..='\u{3fffd}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) {
        assert_eq!(Folded::of(one), Folded::of(other), "{one:?} and {other:?}");
    }

    #[test]
    fn what_printers_set_differently_is_the_same() {
        same("“don’t”", "\"don't\"");
        same("« Pourquoi\u{a0}? »", "“ Pourquoi? ”");
        same("«\u{a0}Oui\u{a0}»", "\"Oui\"");
        same("the ﬁrst  oﬃce\n of", "the first office of");
        same("re\u{ad}open\u{200b}ed", "reopened");
        same("wait…", "wait...");
        same("\u{feff}\u{202b}x\u{202c}", "x");
        same("第一\n二 三 2022 年", "第一二三2022年");
        same("ＡＢＣ１２", "ABC12");
        same("e\u{301}te\u{301}", "été");
        same("``TeX''", "“TeX”");
        same("“‘both’”", "\"both\"");
    }

    #[test]
    fn what_readers_tell_apart_is_not() {
        for (one, other) in [
            ("Close", "close"),
            ("now here", "nowhere"),
            ("resign", "re-sign"),
            ("3.5", "35"),
            ("closed?", "closed"),
            ("été", "ete"),
            ("서울 시", "서울시"),
            ("a – b", "a–b"),
        ] {
            assert_ne!(Folded::of(one), Folded::of(other), "{one:?} and {other:?}");
        }
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_is_marked() {
        let folded = Folded::of("well-\n  known, re\u{ad}\nopened, a -\nb, twenty-\n5");
        assert_eq!(folded.bare, "wellknown, reopened, a  b, twenty 5");
        let kinds: Vec<Dash> = folded.dashes.iter().map(|(_, dash)| *dash).collect();
        assert_eq!(kinds, [Dash::LineEnd, Dash::Hyphen, Dash::Hyphen]);
        assert_eq!(
            folded.shown(0..folded.len()),
            "wellknown, reopened, a - b, twenty- 5"
        );
    }

    #[test]
    fn parts_are_found_again_in_the_whole() {
        let mut builder = FoldedParts::default();
        let (one, two) = (builder.add(" One\n"), builder.add("two"));
        let folded = builder.done();
        assert_eq!((&folded.bare[one], &folded.bare[two]), ("One", "two"));
        assert_eq!(folded.bare, "One two");
    }
}
