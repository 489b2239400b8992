//! TeX as it stands in bibliographies, into the words that a reader would see in print.

use super::symbols::{self, What};
use crate::content::import::scripts;
use std::ops::Range;
use unicode_normalization::char::compose;

/// How deep commands may stand in each other; braces are counted by the grammar.
const DEEPEST: usize = 64;

/// How many bytes are looked at for the end of an option in brackets.
const LONGEST_OPTION: usize = 200;

/// What a text says.
pub(super) struct Read {
    pub(super) text: String,
    /// The first command that isn't known, as it is written, and where it stands.
    pub(super) left: Option<(Range<usize>, String)>,
}

/// Reads a text in one line: each row of white space is one space.
pub(super) fn line(raw: &str) -> Read {
    let Read { text, left } = lines(raw);
    Read { text: text.split_whitespace().collect::<Vec<_>>().join(" "), left }
}

/// Reads a text and keeps its lines.
pub(super) fn lines(raw: &str) -> Read {
    let mut reader = TexReader {
        raw,
        at: 0,
        out: String::with_capacity(raw.len()),
        left: None,
        depth: 0,
        is_math: false,
        open_quotes: 0,
        low_quotes: raw.contains("\"`")
            || (raw.contains(",,") && raw.contains(['`', '\''])),
    };
    while reader.at < raw.len() {
        reader.one();
    }
    Read { text: reader.out.trim().to_owned(), left: reader.left }
}

/// An address, which is taken letter by letter: without `\url{}`, and without the escapes that many programs write into it.
pub(super) fn address(raw: &str) -> String {
    let mut text = raw.trim();
    while let Some(inner) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'))
    {
        text = inner.trim();
    }
    for command in ["\\url", "\\nolinkurl", "\\path"] {
        let inner = text.strip_prefix(command).map(str::trim_start);
        let inner = inner.and_then(|text| text.strip_prefix('{'));
        if let Some(inner) = inner.and_then(|text| text.strip_suffix('}')) {
            text = inner.trim();
        }
    }
    let mut address = text.to_owned();
    for escaped in ["\\_", "\\%", "\\&", "\\#", "\\~", "\\$", "\\:"] {
        address = address.replace(escaped, &escaped[1..]);
    }
    address.replace("{\\textasciitilde}", "~").replace("\\textasciitilde{}", "~")
}

struct TexReader<'t> {
    raw: &'t str,
    at: usize,
    out: String,
    left: Option<(Range<usize>, String)>,
    depth: usize,
    is_math: bool,
    /// How many single quotation marks are open.
    open_quotes: usize,
    /// Whether quotation marks are opened below the line, as in German.
    low_quotes: bool,
}

impl<'t> TexReader<'t> {
    fn rest(&self) -> &'t str {
        &self.raw[self.at..]
    }

    fn eats(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Reads one character, command or group.
    fn one(&mut self) {
        let Some(c) = self.rest().chars().next() else { return };
        let start = self.at;
        self.at += c.len_utf8();
        match c {
            '\\' => self.command(start),
            '{' => self.group(),
            // The grammar pairs braces; one too many stands in quotation marks.
            '}' => {}
            '~' => self.out.push(' '),
            '$' => self.math(),
            '^' | '_' if self.is_math => {
                let script = self.argument();
                let set = if c == '^' { scripts::above } else { scripts::below };
                self.out.push_str(&set(&script));
            }
            '\'' if self.is_math => self.out.push('′'),
            '-' if self.eats("--") => self.out.push('—'),
            '-' if self.eats("-") => self.out.push('–'),
            '?' | '!' if !self.is_math && self.begins_spanish() => {
                self.at += 1;
                self.out.push(if c == '?' { '¿' } else { '¡' });
            }
            '`' | '\'' | '"' | ',' => self.quotation_mark(c),
            c => self.out.push(c),
        }
    }

    /// Whether the mark before this place opens a sentence in Spanish.
    fn begins_spanish(&self) -> bool {
        self.rest().starts_with('`') && !self.rest().starts_with("``")
    }

    fn quotation_mark(&mut self, c: char) {
        match c {
            '`' if self.eats("`") => self.out.push('“'),
            '`' => {
                self.open_quotes += 1;
                self.out.push('‘');
            }
            '\'' if self.eats("'") => self.out.push('”'),
            '\'' if self.open_quotes > 0
                && !self.rest().starts_with(char::is_alphanumeric) =>
            {
                self.open_quotes -= 1;
                self.out.push('’');
            }
            '"' if self.low_quotes && self.eats("`") => self.out.push('„'),
            '"' if self.low_quotes && self.eats("'") => self.out.push('“'),
            ',' if self.low_quotes && self.eats(",") => self.out.push('„'),
            c => self.out.push(c),
        }
    }

    /// What stands in braces, up to the closing one.
    fn group(&mut self) {
        if self.is_too_deep() {
            return;
        }
        self.depth += 1;
        while self.at < self.raw.len() && !self.eats("}") {
            self.one();
        }
        self.depth -= 1;
    }

    /// Whether no more can be read within; what is left of the text then counts as not known.
    fn is_too_deep(&mut self) -> bool {
        let too_deep = self.depth >= DEEPEST;
        if too_deep {
            let place = self.at..self.raw.len();
            self.left.get_or_insert((place, "commands within commands".to_owned()));
            self.at = self.raw.len();
        }
        too_deep
    }

    /// Simple mathematics between two `$`. Where nothing else tells, the first is followed and the second preceded by something, and
    /// no digit follows the second, as Pandoc has it: `$5 and $10` are dollars.
    fn math(&mut self) {
        let rest = self.rest();
        let marks = if rest.starts_with('$') { 2 } else { 1 };
        let inner = &rest[marks - 1..];
        let end = inner.find('$').filter(|end| {
            let within = &inner[..*end];
            let digit = inner[end + 1..].starts_with(|c: char| c.is_ascii_digit());
            let spaced = within.starts_with(char::is_whitespace) || within.ends_with(' ');
            let is_tex = within.contains(['\\', '^', '_', '{']);
            !within.is_empty() && !within.ends_with('\\') && (is_tex || !spaced && !digit)
        });
        let Some(end) = end else { return self.out.push('$') };
        let stop = self.at + marks - 1 + end;
        self.at += marks - 1;
        self.mathematics(stop);
        for _ in 0..marks {
            self.eats("$");
        }
    }

    /// Reads up to the byte `stop` as mathematics.
    fn mathematics(&mut self, stop: usize) {
        let outer = std::mem::replace(&mut self.is_math, true);
        while self.at < stop {
            self.one();
        }
        self.is_math = outer;
    }

    /// What the next character, command or group says.
    fn argument(&mut self) -> String {
        let start = self.out.len();
        self.skip_space();
        if self.rest().starts_with('}') || self.is_too_deep() {
            return String::new();
        }
        self.depth += 1;
        self.one();
        self.depth -= 1;
        self.out.split_off(start)
    }

    /// Passes over what stands in brackets here.
    fn skip_option(&mut self) {
        let mut option = self.rest().bytes().take(LONGEST_OPTION);
        if self.rest().starts_with('[')
            && let Some(end) = option.position(|byte| byte == b']')
        {
            self.at += end + 1;
        }
    }

    /// The argument letter by letter.
    fn verbatim(&mut self) -> &'t str {
        self.skip_space();
        if !self.eats("{") {
            return "";
        }
        let rest = self.rest();
        let end = rest.find('}').unwrap_or(rest.len());
        self.at += (end + 1).min(rest.len());
        &rest[..end]
    }

    /// The command whose `\` stands at `start`.
    fn command(&mut self, start: usize) {
        let rest = self.rest();
        let letters = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        if letters == 0 {
            let Some(c) = rest.chars().next() else {
                return self.leave(start);
            };
            self.at += c.len_utf8();
            return self.sign(start, c);
        }
        let name = &rest[..letters];
        self.at += letters;
        self.eats("*");
        let behind = self.at;
        // A space behind a word only ends it; between signs it is kept for readers.
        if !self.is_math {
            self.skip_space();
        }
        match symbols::of(name) {
            Some(What::Text(text)) => self.out.push_str(text),
            Some(What::Nothing) => {}
            Some(What::Same) => self.same(),
            Some(What::Dropped) => {
                self.argument();
            }
            Some(What::Second) => {
                self.argument();
                self.same();
            }
            Some(What::Address) => {
                let address = address(self.verbatim());
                self.out.push_str(&address);
            }
            Some(What::Link) => {
                self.skip_option();
                self.verbatim();
                self.same();
            }
            Some(What::Around(open, close)) => {
                self.out.push_str(open);
                self.same();
                self.out.push_str(close);
            }
            Some(What::Above) => {
                let script = self.argument();
                self.out.push_str(&scripts::above(&script));
            }
            Some(What::Below) => {
                let script = self.argument();
                self.out.push_str(&scripts::below(&script));
            }
            Some(What::Accent(accent)) => {
                let before = self.out.len();
                self.accent(accent, "");
                if self.out.len() == before {
                    self.leave(start);
                }
            }
            Some(What::Fraction) => {
                let (over, under) = (self.argument(), self.argument());
                self.out.push_str(&format!("{over}/{under}"));
            }
            Some(What::Math) => {
                let outer = std::mem::replace(&mut self.is_math, true);
                self.same();
                self.is_math = outer;
            }
            None => {
                self.at = behind;
                self.leave(start);
            }
        }
    }

    /// The argument, as if the command were not there.
    fn same(&mut self) {
        let argument = self.argument();
        self.out.push_str(&argument);
    }

    /// A command of one character that is no letter.
    fn sign(&mut self, start: usize, c: char) {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' | ':'
                if !self.is_math || c != ':' =>
            {
                self.out.push(c);
            }
            c if c.is_whitespace() => self.out.push(' '),
            '\\' | ',' | ';' | '>' | ':' => self.out.push(' '),
            '/' | '-' | '!' | '@' | '(' | ')' => {}
            '`' => self.accent('\u{300}', "`"),
            '\'' | '´' => self.accent('\u{301}', "'"),
            '^' => self.accent('\u{302}', "^"),
            '~' => self.accent('\u{303}', "~"),
            '=' => self.accent('\u{304}', "="),
            '.' => self.accent('\u{307}', "."),
            '"' => self.accent('\u{308}', "\""),
            '|' => self.out.push('‖'),
            _ => self.leave(start),
        }
    }

    /// A letter with an accent; the sign itself where there is no letter.
    fn accent(&mut self, accent: char, alone: &str) {
        let letters = self.argument();
        let mut letters = letters.chars();
        let Some(letter) = letters.next() else {
            return self.out.push_str(alone);
        };
        // TeX takes the dot off before it sets an accent there.
        let letter = match letter {
            'ı' => 'i',
            'ȷ' => 'j',
            letter => letter,
        };
        match compose(letter, accent) {
            Some(both) => self.out.push(both),
            None => self.out.extend([letter, accent]),
        }
        self.out.push_str(letters.as_str());
    }

    /// Notes that a command isn't known; what stands in its braces is read on.
    fn leave(&mut self, start: usize) {
        let command = self.raw[start..self.at].trim_end().to_owned();
        self.left.get_or_insert((start..start + command.len(), command));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    #[track_caller]
    fn reads(raw: &str, text: &str) {
        let read = line(raw);
        assert_eq!(read.left, None, "{raw}");
        assert_eq!(read.text, text, "{raw}");
    }

    #[test]
    fn commands_of_print_become_the_words_they_set() {
        for (raw, text) in [
            ("The \\emph{Sample} affair", "The Sample affair"),
            ("{\\em Sample} and {\\bf x}", "Sample and x"),
            ("\\textit{a \\textbf{b}} {{C}}", "a b C"),
            ("Rock \\& roll, 5\\,\\%, \\#1, a\\_b", "Rock & roll, 5 %, #1, a_b"),
            ("\\url{https://example.org/a_b--c}", "https://example.org/a_b--c"),
            ("\\href{https://example.org/}{here}", "here"),
            ("Mr.~X\\ said", "Mr. X said"),
            ("pp. 1--2 --- so", "pp. 1–2 — so"),
            ("a\\textendash b\\ldots{} c\\dots", "a–b… c…"),
            ("\\LaTeX{} by \\TeX\\ men", "LaTeX by TeX men"),
            (
                "\\textsc{Nato}, 19\\textsuperscript{th}, m\\textsuperscript{2}",
                "Nato, 19th, m²",
            ),
            ("\\noopsort{a}Name", "Name"),
            ("Ca\\-pel \\mbox{Street}", "Capel Street"),
            ("US$ 5", "US$ 5"),
            ("$5 and $10", "$5 and $10"),
            ("a\\\\b", "a b"),
        ] {
            reads(raw, text);
        }
    }

    #[test]
    fn quotation_marks_are_those_of_print() {
        for (raw, text) in [
            ("``quoted''", "“quoted”"),
            ("`single' and O'Neill's", "‘single’ and O'Neill's"),
            ("{\\textquotedblleft}y{\\textquotedblright}", "“y”"),
            ("\\enquote{z}", "“z”"),
            ("\"`Haus\"'", "„Haus“"),
            ("?`Qu\\'e?", "¿Qué?"),
            ("\"plain\"", "\"plain\""),
        ] {
            reads(raw, text);
        }
    }

    #[test]
    fn accents_are_set_on_their_letters() {
        for (raw, text) in [
            ("M{\\\"u}ller, M\\\"{u}ller, M\\\"uller", "Müller, Müller, Müller"),
            ("S\\'{\\i}och\\'ana", "Síochána"),
            ("\\v{s} \\v s {\\o} \\ss{} \\c{c} \\c c", "š š ø ß ç ç"),
            ("{\\AA}s, Stra{\\ss}e, {\\L}\\'od\\'z", "Ås, Straße, Łódź"),
            ("\\H{o} \\k{a} \\u{g} \\r{u} \\.{z} \\d{h}", "ő ą ğ ů ż ḥ"),
            ("\\~{}user \\^{}", "~user ^"),
        ] {
            reads(raw, text);
        }
    }

    #[test]
    fn simple_mathematics_is_read() {
        for (raw, text) in [
            ("CO$_2$ and $x^2$", "CO₂ and x²"),
            ("10$^{\\circ}$C, $\\alpha$-rays", "10°C, α-rays"),
            ("$2 \\times 3$, $19^{th}$", "2 × 3, 19th"),
            ("\\ensuremath{\\beta}", "β"),
            ("$\\sim$5 x", "∼5 x"),
        ] {
            reads(raw, text);
        }
    }

    #[test]
    fn what_is_not_known_is_told_with_its_place() {
        let read = line("A \\strange{thing} here");
        assert_eq!(read.text, "A thing here");
        assert_eq!(read.left, Some((2..10, "\\strange".to_owned())));
        assert_eq!(line("x \\bar").left, Some((2..6, "\\bar".to_owned())));
        assert!(line("ends in \\").left.is_some());
        assert!(line(&"\\emph".repeat(100_000)).left.is_some());
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(pieces in vec(select(PIECES), 0..30)) {
            let raw = pieces.concat();
            let read = line(&raw);
            if let Some((place, _)) = read.left {
                prop_assert!(raw.get(place).is_some(), "{raw}");
            } else {
                prop_assert!(!read.text.contains('\\') || raw.contains("\\url"), "{raw}");
            }
            let _ = super::super::names::people(&raw);
            let _ = address(&raw);
        }
    }

    const PIECES: &[&str] = &[
        "\\", "\\emph", "\\'", "\\\"", "\\v ", "\\ss", "\\url{", "\\href[", "\\frac",
        "\\odd", "{", "}", "$", "^", "_", "`", "'", "\"", "-", "--", ",", ", ", "~",
        " and ", "a", "é", "福", "?", "]", "\n", "given=", "et al.",
    ];
}
