//! Plain text of inline nodes: what a reader would read aloud.

use super::tree::{CiteForm, Form, Kind, Node, Tree};
use crate::bytes;
use std::ops::Range;

/// The plain text of some nodes, white space joined, and where in it each reference is shown.
#[derive(Debug, Default)]
pub(super) struct Prose {
    pub(super) text: String,
    /// The reference's index and the bytes of `text` that show it.
    pub(super) marks: Vec<(u32, Range<usize>)>,
    /// Whether white space was cut before a citation that is left out.
    gap: bool,
    /// The references around.
    open: Vec<OpenLabel>,
}

/// A reference whose label is being read.
#[derive(Debug)]
struct OpenLabel {
    number: u32,
    /// The first byte of the text that shows it.
    start: usize,
    /// The first node behind it.
    next: u32,
}

impl Prose {
    /// One with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Prose { text: String::with_capacity(bytes), ..Prose::default() }
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.marks.clear();
        self.gap = false;
    }

    /// Adds the text of `nodes`: citations in brackets and footnotes are left out.
    pub(super) fn add(&mut self, tree: &Tree, source: &str, nodes: Range<u32>) {
        for at in nodes.clone() {
            self.leave(at);
            let node = &tree.nodes[at as usize];
            match node.kind {
                Kind::Text(piece) | Kind::Code(piece) => {
                    self.push(tree.text(piece, source));
                }
                Kind::SoftBreak | Kind::HardBreak => self.push(" "),
                Kind::Markup(piece) if is_break(tree.text(piece, source)) => {
                    self.push(" ");
                }
                Kind::Reference(number) => {
                    let start = self.reference(tree, source, node, number);
                    self.enter(OpenLabel { number, start, next: node.next });
                }
                _ => {}
            }
        }
        self.leave(nodes.end);
    }

    fn enter(&mut self, reference: OpenLabel) {
        // White space that a label around it began with may be gone.
        let len = self.text.len();
        let beyond = self.open.iter_mut().rev().take_while(|one| one.start > len);
        beyond.for_each(|one| one.start = len);
        self.open.push(reference);
    }

    /// Leaves the references that are over before node `at`.
    fn leave(&mut self, at: u32) {
        while let Some(one) = self.open.pop_if(|one| one.next <= at) {
            let end = self.text.len();
            self.marks.push((one.number, one.start.min(end)..end));
        }
    }

    /// Adds what stands for a reference that holds no nodes; gives where its label starts.
    fn reference(
        &mut self,
        tree: &Tree,
        source: &str,
        node: &Node,
        number: u32,
    ) -> usize {
        let shown = match tree.references[number as usize].form {
            Form::Cite(CiteForm::Group) | Form::Gap => {
                let kept = self.text.trim_end().len();
                self.gap |= kept < self.text.len();
                self.text.truncate(kept);
                // Labels that showed what is cut; their ends are in order.
                let cut = self.marks.iter_mut().rev().take_while(|(_, at)| at.end > kept);
                cut.for_each(|(_, at)| *at = at.start.min(kept)..kept);
                return kept;
            }
            Form::Cite(_) => {
                let cite = &source[node.start as usize..node.end as usize];
                cite.split(" [").next().unwrap_or(cite)
            }
            Form::Wiki { .. } if !is_empty(tree, node) => "",
            Form::Wiki { target, heading } if is_blank(tree, source, target) => {
                heading.map_or("", |heading| tree.text(heading, source))
            }
            Form::Wiki { target, .. } => tree.text(target, source),
            Form::Embed { label, .. } => {
                label.map_or("", |label| tree.text(label, source))
            }
            Form::Image { alt, .. } => tree.text(alt, source),
            Form::Link { .. } | Form::Mark { .. } | Form::Html { .. } => "",
        };
        self.close_gap(shown);
        let start = self.text.len();
        self.join(shown);
        start
    }

    fn push(&mut self, text: &str) {
        self.close_gap(text);
        self.join(text);
    }

    /// Adds `text`, each row of spaces and line ends as one space. Other white space is kept,
    /// because an author who writes a no-break space means it.
    fn join(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut spaced = self.text.is_empty() || self.text.ends_with(' ');
        if is_joined(bytes) && !(spaced && text.starts_with(' ')) {
            return self.text.push_str(text);
        }
        let mut from = 0;
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                // A single space is kept with the words around it.
                b' ' if !spaced => spaced = true,
                b' ' | b'\n' | b'\r' | b'\t' => {
                    self.text.push_str(&text[from..at]);
                    from = at + 1;
                    if !spaced {
                        self.text.push(' ');
                        spaced = true;
                    }
                }
                _ => spaced = false,
            }
        }
        self.text.push_str(&text[from..]);
    }

    /// Puts back the space before a citation that was left out, where a word follows.
    fn close_gap(&mut self, next: &str) {
        if !self.gap {
            return;
        }
        let Some(first) = next.chars().next() else { return };
        let opens = first.is_alphanumeric() || "([{“‘«—–\"'@".contains(first);
        self.gap = false;
        if opens && !self.text.is_empty() {
            self.text.push(' ');
        }
    }
}

/// Whether a tag that is let through breaks the line.
fn is_break(tag: &str) -> bool {
    tag.as_bytes().get(1).is_some_and(|byte| byte.eq_ignore_ascii_case(&b'b'))
}

fn is_empty(tree: &Tree, node: &Node) -> bool {
    let Kind::Reference(number) = node.kind else { return true };
    tree.inside(tree.references[number as usize].node).is_empty()
}

fn is_blank(tree: &Tree, source: &str, piece: super::tree::Piece) -> bool {
    tree.text(piece, source).is_empty()
}

/// The plain text of some nodes, white space joined.
pub(super) fn plain(tree: &Tree, source: &str, nodes: Range<u32>) -> String {
    let mut prose = Prose::default();
    prose.add(tree, source, nodes);
    match prose.text.trim() {
        trimmed if trimmed.len() == prose.text.len() => prose.text,
        trimmed => trimmed.to_owned(),
    }
}

/// The words of a whole text, each block in a line of its own, code too.
pub fn words_in_lines(tree: &Tree, source: &str) -> String {
    let runs = tree.runs().map(|run| (run.nodes.start, plain(tree, source, run.nodes)));
    let nodes = (0..).zip(&tree.nodes);
    let code = nodes.filter(|(_, node)| matches!(node.kind, Kind::CodeBlock(_)));
    let code = code.map(|(at, _)| {
        let inside = tree.inside(at).map(|at| match tree.nodes[at as usize].kind {
            Kind::Text(piece) => tree.text(piece, source),
            _ => "",
        });
        (at, inside.collect())
    });
    let mut lines: Vec<(u32, String)> = runs.chain(code).collect();
    lines.sort_by_key(|(at, _)| *at);
    let mut text = String::with_capacity(source.len());
    for (_, line) in lines {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The words of some nodes in one line, blocks joined by a space.
pub(super) fn in_one_line(tree: &Tree, source: &str, nodes: Range<u32>) -> String {
    let end = nodes.end;
    let runs = tree
        .runs_in(nodes)
        .map(|run| plain(tree, source, run.nodes.start..run.nodes.end.min(end)));
    let runs: Vec<String> = runs.filter(|run| !run.is_empty()).collect();
    runs.join(" ")
}

/// Whether there is no white space in `bytes` but single spaces: nearly always.
fn is_joined(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| *byte < b' ';
    let is_wide = |byte, next| (byte < b' ') | ((byte == b' ') & (next == b' '));
    !bytes.last().is_some_and(is_control) && !bytes::any_pair(bytes, is_wide)
}

/// How many words `text` has: rows of letters and digits, an apostrophe, dot or hyphen
/// between two of them not counted; each Chinese or Japanese character is one.
pub(super) fn words(text: &str) -> u32 {
    let mut words = WordCount::default();
    words.add(text);
    words.count
}

/// How many words some nodes have that hold no reference, so that none of their text is cut.
pub(super) fn words_of(tree: &Tree, source: &str, nodes: Range<u32>) -> u32 {
    let mut words = WordCount::default();
    for at in nodes {
        match tree.nodes[at as usize].kind {
            Kind::Text(piece) | Kind::Code(piece) => words.add(tree.text(piece, source)),
            Kind::SoftBreak | Kind::HardBreak => words.inside = false,
            Kind::Markup(piece) if is_break(tree.text(piece, source)) => {
                words.inside = false;
            }
            _ => {}
        }
    }
    words.count
}

/// Words that are counted piece by piece.
#[derive(Default)]
struct WordCount {
    count: u32,
    /// Whether the last of them may go on.
    inside: bool,
}

impl WordCount {
    fn add(&mut self, text: &str) {
        let mut at = 0;
        while at < text.len() {
            let end = text.ceil_char_boundary(at + STEP);
            let part = &text[at..end];
            let (found, is_open) = match part.len() > FEW && part.is_ascii() {
                true => ascii_words(part.as_bytes(), self.inside),
                false => any_words(part, self.inside),
            };
            (self.count, self.inside, at) = (self.count + found, is_open, end);
        }
    }
}

/// So few bytes are looked at one by one: what stands in a cell of a table, say.
const FEW: usize = 16;

/// So many bytes are looked at in one step: the first, and pairs of neighbours.
const STEP: usize = 1 + 128;

/// How many words begin in at most [`STEP`] bytes of ASCII, and whether the last of them may go
/// on. `inside` says whether a word reaches up to the first byte.
fn ascii_words(bytes: &[u8], inside: bool) -> (u32, bool) {
    // For the one length that most steps have, the compiler leaves no rest to be looked at one by one.
    let (mut count, others) = match <&[u8; STEP]>::try_from(bytes) {
        Ok(whole) => starts(whole),
        Err(_) => starts(bytes),
    };
    count += u8::from(!inside && bytes.first().is_some_and(|byte| is_word(*byte)));
    let is_open = |until: usize| {
        let last = bytes[..until].iter().rfind(|byte| !is_joint(**byte));
        last.map_or(inside, |byte| is_word(*byte))
    };
    if others {
        let rejoins = joints(bytes).filter(|at| is_open(at + 1)).count();
        count -= rejoins as u8;
    }
    (count.into(), is_open(bytes.len()))
}

/// Where a letter or digit follows what may stand within a word, in at most [`STEP`] bytes.
fn joints(bytes: &[u8]) -> impl Iterator<Item = usize> {
    // Noted without branches, as in `starts`; then eight at a time are passed over.
    let mut noted = [0; STEP - 1];
    for (noted, (before, byte)) in noted.iter_mut().zip(pairs(bytes)) {
        *noted = u8::from(is_joint(*before) & is_word(*byte));
    }
    let eights = (0..STEP / 8).map(move |n| (8 * n, noted.as_chunks::<8>().0[n]));
    let some = eights.filter(|(_, eight)| u64::from_ne_bytes(*eight) != 0);
    some.flat_map(|(from, eight)| {
        (0..8).filter(move |n| eight[*n] != 0).map(move |n| from + n)
    })
}

/// Each byte but the first, with the one before it.
fn pairs(bytes: &[u8]) -> impl Iterator<Item = (&u8, &u8)> {
    bytes.iter().zip(bytes.get(1..).unwrap_or_default())
}

/// Whether a word begins with the second byte.
fn is_start((before, byte): (&u8, &u8)) -> bool {
    is_word(*byte) & !is_word(*before)
}

/// How many words begin behind the first byte, and whether some do behind another byte than a space. Written
/// without branches, so that the compiler looks at many bytes at once.
#[inline(always)]
fn starts(bytes: &[u8]) -> (u8, bool) {
    let (mut count, mut others) = (0, 0);
    for pair in pairs(bytes) {
        let start = u8::from(is_start(pair));
        count += start;
        others |= start & u8::from(*pair.0 != b' ');
    }
    (count, others > 0)
}

/// The same for text of any script.
fn any_words(text: &str, mut inside: bool) -> (u32, bool) {
    let mut count = 0;
    for c in text.chars() {
        let part = part(c);
        count +=
            u32::from(part == CharSort::Whole || (part == CharSort::Word && !inside));
        inside = part == CharSort::Word || (part == CharSort::Joint && inside);
    }
    (count, inside)
}

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CharSort {
    /// A letter or a digit.
    Word,
    /// A word by itself.
    Whole,
    /// What may stand within a word.
    Joint,
    /// What ends a word.
    Gap,
}

/// Compared without branches, so that many bytes are looked at in one step.
const fn is_word(byte: u8) -> bool {
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    is_letter | (byte.wrapping_sub(b'0') < 10)
}

const fn is_joint(byte: u8) -> bool {
    // `&` and `'`; `,`, `-`, `.` and `/`; and the others.
    (byte | 1 == b'\'')
        | (byte | 3 == b'/')
        | (byte == b':')
        | (byte == b'@')
        | (byte == b'_')
}

const ASCII: [CharSort; 128] = {
    let mut table = [CharSort::Gap; 128];
    let mut byte = 0;
    while byte < 128 {
        if is_word(byte as u8) {
            table[byte] = CharSort::Word;
        } else if is_joint(byte as u8) {
            table[byte] = CharSort::Joint;
        }
        byte += 1;
    }
    table
};

fn part(c: char) -> CharSort {
    match c {
        _ if c.is_ascii() => ASCII[c as usize],
        _ if is_ideograph(c) => CharSort::Whole,
        '’' => CharSort::Joint,
        _ if c.is_alphanumeric() => CharSort::Word,
        _ => CharSort::Gap,
    }
}

/// Characters of scripts that put no space between words.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::{any_words, plain, words, words_of};
    use crate::files::FileId;
    use crate::markdown::parse;

    #[test]
    fn words_are_counted_over_the_ends_of_nodes() {
        for (text, count) in [
            ("One *two*three `four`five\n  six &amp;\tseven\\\neight", 6),
            ("It*s* 3**5**[^1]th, a *.* b\n\n[^1]: c", 4),
            ("福*州* a<b>b</b>c", 3),
        ] {
            let tree = parse(text, 0..text.len(), FileId(0));
            let nodes = 0..tree.nodes.len() as u32;
            assert_eq!(words_of(&tree, text, nodes.clone()), count, "{text}");
            assert_eq!(words(&plain(&tree, text, nodes)), count, "{text}");
        }
    }

    #[test]
    fn words_are_counted_as_people_count_them() {
        assert_eq!(words("Ireland's foreign ministry, 26 October 2022."), 6);
        assert_eq!(words(" — "), 0);
        assert_eq!(words("福州市公安局 in Dublin"), 8);
    }

    #[test]
    fn words_are_the_same_however_many_bytes_are_looked_at_once() {
        let texts = ["a.b--c 'd e.. .f 12,5", "it’s a.'b, 福州 über-all ", "...", "x"];
        for text in texts {
            for times in 1..40 {
                for before in ["", " ", "-", "a-.", "é"] {
                    let text = format!("{before}{}", text.repeat(times));
                    assert_eq!(words(&text), any_words(&text, false).0, "{text}");
                }
            }
        }
    }
}
