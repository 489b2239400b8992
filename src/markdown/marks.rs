//! Marked words: `[words]{.class name=value}` and `{citation needed}`, told apart once a tree is read.
//!
//! The brackets of a mark may hold emphasis, links and citations, so they are found when the
//! nodes between them are known. Both brackets stand in one block and in the same emphasis.

use super::tree::{Form, Kind, Node, Piece, Reference, Tree};
use std::ops::Range;

/// One `name=value` in the braces of a mark, as ranges of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) all: Range<usize>,
    pub(super) name: Range<usize>,
    pub(super) value: Range<usize>,
}

/// What stands for a source that is still to be found.
const GAP: &str = "{citation needed}";

/// How deep marks may stand within each other; what lies around deeper ones stays text.
const DEEPEST: u8 = 8;

/// Braces longer than this are none of a mark's.
const LONGEST: usize = 300;

/// A cut through a node of text.
#[derive(Debug, Clone, Copy)]
struct Cut {
    node: u32,
    start: u32,
    end: u32,
    what: MarkSign,
}

#[derive(Debug, Clone, Copy)]
enum MarkSign {
    /// `[`, with the end of the whole mark and its form.
    Open(u32, Form),
    /// `]{…}`
    Close,
    Gap,
}

/// A bracket that is still open.
#[derive(Debug, Clone, Copy)]
struct Opener {
    node: u32,
    at: u32,
    /// How deep the marks within it are.
    depth: u8,
}

/// Tells the marks of `tree` apart from its text. Time is linear in the length of the text.
pub(super) fn mark(tree: &mut Tree, text: &str, part: Range<usize>) {
    let part = text.get(part).unwrap_or_default();
    if !may_hold_one(part) {
        return;
    }
    let Search { mut cuts, stray, .. } = Search::default().through(tree, text);
    tree.stray_braces.extend(stray);
    if !cuts.is_empty() {
        cuts.sort_by_key(|cut| (cut.node, cut.start));
        rebuild(tree, &cuts);
    }
}

/// Whether there is a brace in `text` that a mark may begin with, or what is meant as one.
fn may_hold_one(text: &str) -> bool {
    let mut braces = memchr::memchr_iter(b'{', text.as_bytes());
    braces.any(|at| {
        let (before, rest) = text.split_at(at);
        before.ends_with(']') || has_class(rest) || is_gap(rest)
    })
}

/// Whether the braces at the start of `rest` begin with a class.
fn has_class(rest: &str) -> bool {
    let name =
        rest.get(1..).unwrap_or_default().trim_start_matches(' ').strip_prefix('.');
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn is_gap(text: &str) -> bool {
    text.get(..GAP.len()).is_some_and(|words| words.eq_ignore_ascii_case(GAP))
}

#[derive(Default)]
struct Search {
    cuts: Vec<Cut>,
    openers: Vec<Opener>,
    /// Braces of a class that no brackets belong to.
    stray: Vec<Range<u32>>,
    /// The nodes around: the first node after each, and how many brackets were open before it.
    around: Vec<(u32, usize)>,
}

impl Search {
    fn through(mut self, tree: &Tree, text: &str) -> Self {
        let mut at = 0;
        while let Some(node) = tree.nodes.get(at as usize) {
            self.leave(at);
            if !node.kind.is_inline() {
                // Words before a block and words behind it are not of one line.
                let open = self.around.last().map_or(0, |(_, open)| *open);
                self.openers.truncate(open);
            }
            match node.kind {
                Kind::CodeBlock(_) | Kind::HtmlBlock => {
                    at = node.next;
                    continue;
                }
                Kind::Text(Piece::Source(start, end)) => {
                    self.words(at, start as usize..end as usize, text);
                }
                _ if node.next > at + 1 => {
                    self.around.push((node.next, self.openers.len()));
                }
                _ => {}
            }
            at += 1;
        }
        self
    }

    /// Leaves the nodes that are over before node `at`, and the brackets left open in them.
    fn leave(&mut self, at: u32) {
        while let Some((_, open)) = self.around.pop_if(|(next, _)| *next <= at) {
            self.openers.truncate(open);
        }
    }

    fn words(&mut self, node: u32, range: Range<usize>, text: &str) {
        let escaped = text[..range.start].ends_with('\\');
        let mut at = range.start;
        while let Some(n) = text[at..range.end].find(['[', ']', '{']) {
            at += n;
            let rest = &text[at..range.end];
            if escaped && at == range.start {
                // A backslash before it says that it is meant as it is.
            } else if rest.starts_with('[') {
                self.openers.push(Opener { node, at: at as u32, depth: 0 });
            } else if is_gap(rest) {
                let end = at + GAP.len();
                self.cut(node, at..end, MarkSign::Gap);
            } else if rest.starts_with(']')
                && let Some(end) = self.close(node, at, rest, text)
            {
                at = end;
                continue;
            } else if rest.starts_with('{')
                && has_class(rest)
                && let Some(length) = braces(rest)
            {
                self.stray.push(at as u32..(at + length) as u32);
            }
            at += 1;
        }
    }

    /// Closes a bracket; gives the end of the mark where it is one's.
    fn close(&mut self, node: u32, at: usize, rest: &str, text: &str) -> Option<usize> {
        let floor = self.around.last().map_or(0, |(_, open)| *open);
        if self.openers.len() <= floor {
            return None;
        }
        let opener = self.openers.pop()?;
        let length = braces(&rest[1..]).map(|length| length + 1);
        let depth = opener.depth + u8::from(length.is_some());
        if let Some(around) = self.openers.last_mut() {
            around.depth = around.depth.max(depth.min(DEEPEST));
        }
        let end = at + length.filter(|_| depth <= DEEPEST)?;
        let form = form(text, at + 1..end);
        let open = opener.at as usize..opener.at as usize + 1;
        self.cut(opener.node, open, MarkSign::Open(end as u32, form));
        self.cut(node, at..end, MarkSign::Close);
        Some(end)
    }

    fn cut(&mut self, node: u32, range: Range<usize>, what: MarkSign) {
        let (start, end) = (range.start as u32, range.end as u32);
        self.cuts.push(Cut { node, start, end, what });
    }
}

/// The length of the braces at the start of `rest`, if they are a mark's or meant as one: `{.class …}`,
/// `{name=value}`, `{word}`, `{}`.
fn braces(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('{')?;
    let length = inside.bytes().take(LONGEST).position(|b| b"{}\n".contains(&b))?;
    let words = inside[..length].trim();
    let is_word = words.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    let is_meant = is_word || words.starts_with(['.', '#']) || words.contains('=');
    (is_meant && inside[length..].starts_with('}')).then_some(length + 2)
}

/// Whether the braces of a mark stand at the start of `rest`.
pub(super) fn follows(rest: &str) -> bool {
    rest.starts_with('{') && braces(rest).is_some()
}

/// The form of a mark whose braces stand at `range` of `text`. Without a class it is none that is known, and
/// all that the braces hold are attributes.
fn form(text: &str, range: Range<usize>) -> Form {
    let inside = range.start + 1..range.end - 1;
    let words = text[inside.clone()].trim_start();
    let start = inside.end - words.len();
    let name = words.strip_prefix('.').unwrap_or_default();
    let is_class = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let class = match is_class {
        true => {
            let length = name.find([' ', '\t', '.', '#']).unwrap_or(name.len());
            start + 1..start + 1 + length
        }
        false => start..start,
    };
    Form::Mark {
        class: Piece::Source(class.start as u32, class.end as u32),
        attributes: Piece::Source(class.end as u32, inside.end as u32),
    }
}

/// The attributes in `range` of `text`: words with or without `=`, a value bare or in `"…"`.
pub(super) fn attributes(text: &str, range: Range<usize>) -> Vec<Attribute> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(n) = text[at..range.end].find(|c: char| !c.is_whitespace()) {
        let start = at + n;
        let rest = &text[start..range.end];
        let name = rest.find(|c: char| c.is_whitespace() || c == '=');
        let name = start..start + name.unwrap_or(rest.len());
        let (value, end) = value(text, name.end..range.end);
        found.push(Attribute { all: start..end, name, value });
        // An attribute without a name is a lone `=`, which `value` has passed.
        at = end.max(start + 1);
    }
    found
}

/// The value behind a name, and where it ends with its quotation mark.
fn value(text: &str, rest: Range<usize>) -> (Range<usize>, usize) {
    let words = &text[rest.clone()];
    let Some(words) = words.strip_prefix('=') else {
        return (rest.start..rest.start, rest.start);
    };
    let start = rest.start + 1;
    if let Some(quoted) = words.strip_prefix('"')
        && let Some(length) = quoted.find('"')
    {
        return (start + 1..start + 1 + length, start + length + 2);
    }
    let end = start + words.find(char::is_whitespace).unwrap_or(words.len());
    (start..end, end)
}

/// Makes the tree anew with its text cut, and with nodes around what lies between.
fn rebuild(tree: &mut Tree, cuts: &[Cut]) {
    let old = std::mem::take(&mut tree.nodes);
    let forms: Vec<Form> = tree.references.iter().map(|one| one.form).collect();
    let mut made = Rebuilt {
        nodes: Vec::with_capacity(old.len() + 2 * cuts.len()),
        references: Vec::with_capacity(forms.len() + cuts.len()),
        open: Vec::new(),
    };
    let mut places = Vec::with_capacity(old.len() + 1);
    // New nodes that hold others, by the old node that follows them.
    let mut holders: Vec<(u32, u32)> = Vec::new();
    let mut next_cut = 0;
    for (index, node) in old.iter().enumerate() {
        places.push(made.nodes.len() as u32);
        let first = next_cut;
        while cuts.get(next_cut).is_some_and(|cut| cut.node as usize == index) {
            next_cut += 1;
        }
        if first < next_cut {
            made.parts(node, &cuts[first..next_cut]);
            continue;
        }
        holders.push((made.nodes.len() as u32, node.next));
        match node.kind {
            Kind::Reference(number) => {
                made.reference(forms[number as usize], node.start..node.end);
            }
            kind => made.leaf(kind, node.start..node.end),
        }
    }
    places.push(made.nodes.len() as u32);
    for (new, next) in holders {
        made.nodes[new as usize].next = places[next as usize];
    }
    for note in &mut tree.notes {
        note.definition = places[note.definition as usize];
    }
    (tree.nodes, tree.references) = (made.nodes, made.references);
}

struct Rebuilt {
    nodes: Vec<Node>,
    references: Vec<Reference>,
    /// The marks around.
    open: Vec<u32>,
}

impl Rebuilt {
    /// The parts of a node of text.
    fn parts(&mut self, node: &Node, cuts: &[Cut]) {
        let mut from = node.start;
        for cut in cuts {
            self.plain(from..cut.start);
            from = cut.end;
            match cut.what {
                MarkSign::Open(end, form) => {
                    self.open.push(self.nodes.len() as u32);
                    self.reference(form, cut.start..end);
                }
                MarkSign::Close => {
                    if let Some(mark) = self.open.pop() {
                        self.nodes[mark as usize].next = self.nodes.len() as u32;
                    }
                }
                MarkSign::Gap => self.reference(Form::Gap, cut.start..cut.end),
            }
        }
        self.plain(from..node.end);
    }

    fn plain(&mut self, range: Range<u32>) {
        if range.start < range.end {
            self.leaf(Kind::Text(Piece::Source(range.start, range.end)), range);
        }
    }

    fn reference(&mut self, form: Form, range: Range<u32>) {
        let number = self.references.len() as u32;
        self.references.push(Reference { node: self.nodes.len() as u32, form });
        self.leaf(Kind::Reference(number), range);
    }

    fn leaf(&mut self, kind: Kind, range: Range<u32>) {
        let next = self.nodes.len() as u32 + 1;
        self.nodes.push(Node { kind, start: range.start, end: range.end, next });
    }
}

#[cfg(test)]
mod tests {
    use super::attributes;

    #[test]
    fn attributes_are_words_with_values() {
        let text = "claim=us/nyc reason=\"the court\" x =y";
        let all = attributes(text, 0..text.len());
        let read: Vec<(&str, &str)> = all
            .iter()
            .map(|one| (&text[one.name.clone()], &text[one.value.clone()]))
            .collect();
        assert_eq!(
            read,
            [("claim", "us/nyc"), ("reason", "the court"), ("x", ""), ("", "y")]
        );
    }
}
