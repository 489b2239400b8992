//! Small signs of other dialects: lists of attributes, marked words, formulas, icons, lists of contents, tags in the text.

use super::notes::FileNotes;
use super::quiet::{Quiet, line_end, line_start};
use super::script::{Change, Script};
use super::shortcodes::fenced;
use std::ops::Range;

/// Rewrites what stands within lines.
pub(super) fn rewrite(script: &mut Script, notes: &mut FileNotes) {
    formulas(script, notes);
    let text = script.text();
    let quiet = Quiet::of(text);
    let mut rewriter = SignRewriter {
        script,
        text,
        notes,
        changes: Vec::new(),
        asides: Vec::new(),
        ids: Vec::new(),
    };
    rewriter.lines(&quiet);
    let mut at = 0;
    while let Some(found) = quiet.next(text, at, b"{=:^<%[") {
        at = rewriter.step(found).max(found + 1);
    }
    let (mut changes, asides) = (rewriter.changes, rewriter.asides);
    if !asides.is_empty() {
        let list: String = asides
            .iter()
            .enumerate()
            .map(|(n, words)| format!("\n\n[^aside-{}]: {words}", n + 1))
            .collect();
        changes.push((text.len()..text.len(), list + "\n"));
    }
    script.change(changes);
}

/// `$$ … $$` as a block of code, and `$ … $` as code, where it is a formula.
fn formulas(script: &mut Script, notes: &mut FileNotes) {
    let text = script.text();
    if !text.contains('$') {
        return;
    }
    let quiet = Quiet::of(text);
    let mut changes: Vec<Change> = Vec::new();
    let mut at = 0;
    while let Some(start) = quiet.next(text, at, b"$") {
        at = start + 1;
        let is_block = text[start..].starts_with("$$");
        let sign = if is_block { "$$" } else { "$" };
        let from = start + sign.len();
        let limit = if is_block { text.len() } else { line_end(text, start) };
        let Some(length) = text[from..limit].find(sign) else { continue };
        let inside = &text[from..from + length];
        let end = from + length + sign.len();
        let is_formula = match is_block {
            true => inside.len() < 4000 && !inside.contains("\n\n"),
            false => {
                let behind = text[end..].chars().next();
                inside.trim() == inside
                    && inside.contains(['\\', '^', '_', '=', '{'])
                    && !behind.is_some_and(|c| c.is_ascii_digit())
                    && !inside.contains('`')
            }
        };
        if !is_formula || inside.trim().is_empty() {
            continue;
        }
        let line = script.line(start);
        notes.lost("formula", line, format!("shown as it is written: {inside}"));
        let before = &text[line_start(text, start)..start];
        let is_alone =
            before.trim().is_empty() && text[end..line_end(text, end)].trim().is_empty();
        let put = match is_block && is_alone {
            true => fenced(inside, "math"),
            false => {
                format!("`{}`", inside.split_whitespace().collect::<Vec<_>>().join(" "))
            }
        };
        changes.push((start..end, put));
        at = end;
    }
    script.change(changes);
}

struct SignRewriter<'a> {
    script: &'a Script,
    text: &'a str,
    notes: &'a mut FileNotes,
    changes: Vec<Change>,
    /// Notes that stood in the text.
    asides: Vec<String>,
    /// The ids that headings have so far.
    ids: Vec<String>,
}

impl SignRewriter<'_> {
    fn cut(&mut self, at: Range<usize>) {
        self.changes.push((at, String::new()));
    }

    /// What takes a line of its own.
    fn lines(&mut self, quiet: &Quiet) {
        let mut at = 0;
        while at < self.text.len() {
            let end = line_end(self.text, at);
            let line = &self.text[at..end];
            let words = line.trim();
            let is_contents = ["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "{: toc}"]
                .contains(&&*words.to_lowercase());
            if quiet.end(at).is_none() {
                if is_contents {
                    self.cut(at..end);
                    self.cut_item_before(at);
                } else if words.starts_with("*[") && words.contains("]:") {
                    self.notes.lost(
                        "abbreviation",
                        self.script.line(at),
                        format!("left out: {words}"),
                    );
                    self.cut(at..end);
                }
            }
            at = end + 1;
        }
    }

    /// The item of a list that a list of contents of kramdown takes the place of.
    fn cut_item_before(&mut self, at: usize) {
        let Some(end) = at.checked_sub(1) else { return };
        let start = line_start(self.text, end);
        let is_item =
            self.text[start..end].trim_start().starts_with(['*', '-', '+', '1']);
        if is_item {
            self.cut(start..end);
        }
    }

    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let bytes = rest.as_bytes();
        match bytes {
            // Per cent of an address.
            [b'%', b'%', a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => {
                at + 2
            }
            [b'{', b'{' | b'%', ..] | [b'%', b'%', ..] | [b'<', b'%', ..] => {
                // Of a tag that never ends nobody knows where it would, so it is shown.
                self.changes.push((at..at, "\\".to_owned()));
                at + 2
            }
            [b'<', b'!', b'-', b'-', ..]
            | [b'{', b'/', b'*', ..]
            | [b'{', b'#', b' ', ..] => {
                self.changes.push((at..at, "\\".to_owned()));
                at + 2
            }
            [b'{', ..] => self.attributes(at),
            [b'=', b'=', ..] => self.marked(at),
            [b':', ..] => self.icon(at),
            [b'^', b'[', ..] => self.aside(at),
            [b'[', b'@', ..] => {
                self.changes.push((at + 1..at + 1, "\\".to_owned()));
                at + 2
            }
            _ => at + 1,
        }
    }

    /// `{: .class }`, `{.class}`, `{ width=300 }` behind something; a heading keeps its id.
    fn attributes(&mut self, at: usize) -> usize {
        let end = line_end(self.text, at);
        let line = &self.text[at..end];
        let Some(close) = line.find('}') else { return at + 1 };
        let inside = line[1..close].trim().trim_start_matches(':').trim();
        let before = &self.text[line_start(self.text, at)..at];
        let is_kramdown = line.starts_with("{:");
        let is_part = |part: &str| {
            let named = part.strip_prefix(['.', '#']).is_some_and(|name| {
                name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            });
            named
                || part.split_once('=').is_some_and(|(name, _)| {
                    !name.is_empty()
                        && name.chars().all(|c| {
                            c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '@')
                        })
                })
        };
        let is_list =
            !inside.is_empty() && inside.split_whitespace().next().is_some_and(is_part);
        if !(is_kramdown || is_list) {
            return at + 1;
        }
        let is_heading = before.trim_start_matches(['>', ' ']).starts_with('#');
        let id = inside.split_whitespace().find_map(|part| part.strip_prefix('#'));
        let id = id.filter(|id| is_heading && !self.ids.iter().any(|known| known == id));
        self.ids.extend(id.map(str::to_owned));
        let put = id.map_or(String::new(), |id| format!("{{#{id}}}"));
        if put.is_empty() {
            self.notes.lost(
                "attributes",
                self.script.line(at),
                format!("left out: {}", &line[..=close]),
            );
        }
        if before.ends_with(']')
            && !is_heading
            && let Some(open) = before.rfind('[')
        {
            let base = at - before.len();
            self.cut(base + open..base + open + 1);
            self.cut(at - 1..at);
        }
        if line[..=close] != put {
            self.changes.push((at..at + close + 1, put));
        }
        at + close + 1
    }

    /// `==words==`
    fn marked(&mut self, at: usize) -> usize {
        let line = &self.text[at..line_end(self.text, at)];
        let before = self.text[..at].chars().next_back();
        let Some(length) = line[2..].find("==") else { return at + 2 };
        let words = &line[2..2 + length];
        let is_mark = !words.is_empty()
            && words.trim() == words
            && !words.starts_with('=')
            && !line[2 + length + 2..].starts_with('=')
            && before != Some('=');
        if !is_mark {
            let row = line.bytes().take_while(|byte| *byte == b'=').count();
            return at + row.max(2);
        }
        self.notes.mapped("mark");
        self.changes.push((at..at + 2, "<mark>".to_owned()));
        self.changes.push((at + 2 + length..at + 4 + length, "</mark>".to_owned()));
        at + 4 + length
    }

    /// `:material-home:`: the icons of a theme. Signs by name become the signs.
    fn icon(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..];
        let is_name = |c: char| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '+')
        };
        let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let name = &rest[..length];
        if length < 2 || !rest[length..].starts_with(':') {
            return at + 1;
        }
        let whole = at..at + length + 2;
        const SETS: [&str; 5] =
            ["material-", "fontawesome-", "octicons-", "simple-", "mdi-"];
        if SETS.iter().any(|set| name.starts_with(set)) {
            self.notes.lost("icon", self.script.line(at), format!("left out: :{name}:"));
            self.cut(whole.clone());
        } else if let Some((_, sign)) = EMOJI.iter().find(|(known, _)| *known == name) {
            self.notes.mapped("icon");
            self.changes.push((whole.clone(), (*sign).to_owned()));
        } else {
            return at + 1;
        }
        whole.end
    }

    /// `^[A note]`
    fn aside(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 2..line_end(self.text, at)];
        let mut depth = 1_usize;
        let close = rest.bytes().position(|byte| {
            depth += usize::from(byte == b'[');
            depth -= usize::from(byte == b']');
            depth == 0
        });
        let Some(close) = close.filter(|close| *close > 0) else { return at + 2 };
        self.notes.mapped("note");
        self.asides.push(rest[..close].to_owned());
        self.changes
            .push((at..at + close + 3, format!("[^aside-{}]", self.asides.len())));
        at + close + 3
    }
}

/// The signs that are written by name most often.
const EMOJI: [(&str, &str); 48] = [
    ("smile", "😄"),
    ("smiley", "😃"),
    ("grin", "😁"),
    ("joy", "😂"),
    ("wink", "😉"),
    ("blush", "😊"),
    ("heart", "❤️"),
    ("heart_eyes", "😍"),
    ("sob", "😭"),
    ("cry", "😢"),
    ("thinking", "🤔"),
    ("sunglasses", "😎"),
    ("+1", "👍"),
    ("thumbsup", "👍"),
    ("-1", "👎"),
    ("thumbsdown", "👎"),
    ("clap", "👏"),
    ("wave", "👋"),
    ("pray", "🙏"),
    ("muscle", "💪"),
    ("point_right", "👉"),
    ("eyes", "👀"),
    ("tada", "🎉"),
    ("rocket", "🚀"),
    ("fire", "🔥"),
    ("star", "⭐"),
    ("star2", "🌟"),
    ("sparkles", "✨"),
    ("zap", "⚡"),
    ("boom", "💥"),
    ("warning", "⚠️"),
    ("construction", "🚧"),
    ("bulb", "💡"),
    ("memo", "📝"),
    ("book", "📖"),
    ("books", "📚"),
    ("white_check_mark", "✅"),
    ("heavy_check_mark", "✔️"),
    ("x", "❌"),
    ("question", "❓"),
    ("exclamation", "❗"),
    ("information_source", "ℹ️"),
    ("bug", "🐛"),
    ("lock", "🔒"),
    ("key", "🔑"),
    ("link", "🔗"),
    ("package", "📦"),
    ("100", "💯"),
];

/// The tags that stand in a text of Obsidian's, without repetition. A line of nothing else is taken out.
pub(super) fn tags_in_text(script: &mut Script) -> Vec<String> {
    let text = script.text();
    let quiet = Quiet::of(text);
    let mut found: Vec<String> = Vec::new();
    let mut changes: Vec<Change> = Vec::new();
    let mut at = 0;
    while let Some(start) = quiet.next(text, at, b"#") {
        at = start + 1;
        let before = text[..start].chars().next_back();
        let rest = &text[start + 1..];
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/');
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let tag = rest[..length].trim_end_matches('/');
        let is_tag = before.is_none_or(char::is_whitespace)
            && tag.chars().any(char::is_alphabetic);
        if !is_tag {
            continue;
        }
        if !found.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
            found.push(tag.to_owned());
        }
        let line = line_start(text, start)..line_end(text, start);
        let is_alone = text[line.clone()].split_whitespace().all(|word| {
            word.strip_prefix('#')
                .is_some_and(|tag| !tag.is_empty() && tag.chars().all(is_part))
        });
        if is_alone {
            at = line.end;
            for word in text[line.clone()].split_whitespace() {
                let tag = word.trim_start_matches('#').trim_end_matches('/');
                if !found.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
                    found.push(tag.to_owned());
                }
            }
            changes.push((line, String::new()));
        }
    }
    script.change(changes);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> String {
        let mut script = Script::new(text, 1);
        rewrite(&mut script, &mut FileNotes::default());
        script.text().to_owned()
    }

    #[test]
    fn small_signs_are_ours_or_gone() {
        assert_eq!(rewritten("A ==b c== d\n==\n"), "A <mark>b c</mark> d\n==\n");
        assert_eq!(
            rewritten("[a](b){ .md-button } {: .c}\n## H {: #id .x}\n"),
            "[a](b) \n## H {#id}\n"
        );
        assert_eq!(rewritten("* TOC\n{:toc}\n\n[TOC]\n"), "\n\n\n\n");
        assert_eq!(rewritten(":material-home: :rocket: a:b:c"), " 🚀 a:b:c");
        assert_eq!(
            rewritten("x^[one [a](b)] y"),
            "x[^aside-1] y\n\n[^aside-1]: one [a](b)\n"
        );
        assert_eq!(rewritten("$a^2$ costs $5 and $6"), "`a^2` costs $5 and $6");
        assert_eq!(rewritten("{{ open and [@x] `{{`"), "\\{{ open and [\\@x] `{{`");
        assert_eq!(rewritten("[w]{.c}"), "w");
    }

    #[test]
    fn tags_are_found_in_the_text() {
        let mut script = Script::new("#one #two/x\n\nA #three, b#no #4\n", 1);
        assert_eq!(tags_in_text(&mut script), ["one", "two/x", "three"]);
        assert_eq!(script.text(), "\n\nA #three, b#no #4\n");
    }
}
