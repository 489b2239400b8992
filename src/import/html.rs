//! HTML in a text written as Markdown. What readers can't be given is told, and kept in a comment or left out.

use super::notes::FileNotes;
use super::quiet::{Quiet, line_end, line_start};
use super::script::{Change, Script};
use super::shortcodes::{fenced, in_comment, in_quotation};
use super::table::table;
use super::tag::{tag_end, values};
use crate::files::FileId;
use crate::markdown::{Kind, parse};
use std::collections::BTreeMap;
use std::ops::Range;

/// A tag of HTML.
#[derive(Debug, Clone)]
pub(super) struct ForeignHtml {
    pub(super) at: Range<usize>,
    /// Its name in small letters.
    pub(super) name: String,
    is_end: bool,
    is_alone: bool,
    attributes: Vec<(Option<String>, String)>,
    /// Where the tag that ends it stands.
    pub(super) end: Option<Range<usize>>,
}

impl ForeignHtml {
    pub(super) fn attribute(&self, names: &[&str]) -> Option<&str> {
        let is = |given: &str| names.iter().any(|name| name.eq_ignore_ascii_case(given));
        let named =
            self.attributes.iter().find(|(name, _)| name.as_deref().is_some_and(is));
        named.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    fn content(&self) -> Range<usize> {
        self.at.end..self.end.as_ref().map_or(self.at.end, |end| end.start)
    }

    pub(super) fn whole(&self) -> Range<usize> {
        self.at.start..self.end.as_ref().map_or(self.at.end, |end| end.end)
    }
}

/// Elements that never have an end.
const VOID: [&str; 12] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
    "wbr",
];

/// Tags of which only the words stay, within a line.
const WITHIN: [&str; 22] = [
    "span", "font", "big", "time", "label", "nobr", "wbr", "bdo", "bdi", "ins", "ruby",
    "rb", "rt", "rp", "data", "output", "abbr", "acronym", "small", "u", "blink", "q",
];

/// Tags of which only what they hold stays, as a block.
const BLOCKS: [&str; 34] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "center",
    "nav",
    "aside",
    "figure",
    "figcaption",
    "address",
    "hgroup",
    "fieldset",
    "legend",
    "picture",
    "dl",
    "dt",
    "dd",
    "body",
    "html",
    "noscript",
    "form",
    "caption",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "colgroup",
    "tfoot",
    "search",
    "source",
];

/// Elements that go with all that they hold.
const GONE: [&str; 14] = [
    "script", "style", "svg", "template", "button", "input", "select", "textarea",
    "canvas", "math", "head", "meta", "link", "map",
];

/// Marks of words: the elements, and what they are here.
const MARKS: [(&str, &str); 11] = [
    ("strong", "**"),
    ("b", "**"),
    ("em", "*"),
    ("i", "*"),
    ("cite", "*"),
    ("dfn", "*"),
    ("var", "*"),
    ("del", "~~"),
    ("s", "~~"),
    ("strike", "~~"),
    ("address", "*"),
];

/// Tags that are read as they are, in pairs and without attributes.
const KEPT: [&str; 4] = ["sub", "sup", "kbd", "mark"];

/// The tags of a text outside of code and notes, in order; each with its end.
pub(super) fn html_tags(text: &str, quiet: &Quiet) -> Vec<ForeignHtml> {
    let mut found: Vec<ForeignHtml> = Vec::new();
    let mut open: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut at = 0;
    while let Some(start) = quiet.next(text, at, b"<") {
        let Some(tag) = html_tag(text, start) else {
            at = start + 1;
            continue;
        };
        at = tag.at.end;
        if tag.is_end {
            let begun = open.get_mut(&tag.name).and_then(Vec::pop);
            match begun {
                Some(begun) => found[begun].end = Some(tag.at),
                None => found.push(tag),
            }
            continue;
        }
        if !tag.is_alone && !VOID.contains(&&*tag.name) {
            open.entry(tag.name.clone()).or_default().push(found.len());
        }
        if matches!(&*tag.name, "script" | "style" | "textarea" | "svg" | "math")
            && !tag.is_alone
        {
            at = end_of_raw(text, at, &tag.name);
        }
        found.push(tag);
    }
    found
}

/// Where an element that holds no HTML ends.
fn end_of_raw(text: &str, from: usize, name: &str) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut ends = rest.match_indices("</").map(|(at, _)| at);
    let is_name = |at: &usize| {
        rest.get(at + 2..at + 2 + name.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(name))
    };
    from + ends.find(is_name).unwrap_or(0)
}

fn html_tag(text: &str, at: usize) -> Option<ForeignHtml> {
    let rest = &text[at + 1..];
    if rest.starts_with(['!', '?']) {
        let end = rest.find('>')? + 1;
        let name = rest[..1].to_owned();
        let at = at..at + 1 + end;
        return Some(ForeignHtml {
            at,
            name,
            is_end: false,
            is_alone: true,
            attributes: Vec::new(),
            end: None,
        });
    }
    let slash = usize::from(rest.starts_with('/'));
    let inside = &rest[slash..];
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let length = inside.find(|c| !is_name(c)).unwrap_or(inside.len());
    let behind = &inside[length..];
    let begins = inside.starts_with(|c: char| c.is_ascii_alphabetic());
    // What stands in brackets behind a label is an address.
    let is_address = text[..at].ends_with("](");
    let is_tag = behind.starts_with(['>', ' ', '\n', '\t']) || behind.starts_with("/>");
    if !begins || !is_tag || is_address {
        return None;
    }
    let limit = behind.floor_char_boundary(8000);
    let end = tag_end(&behind[..limit])?;
    let is_alone = behind[..end - 1].ends_with('/');
    let attributes = values(&behind[..end - 1]);
    Some(ForeignHtml {
        at: at..at + 1 + slash + length + end,
        name: inside[..length].to_ascii_lowercase(),
        is_end: slash == 1,
        is_alone,
        attributes,
        end: None,
    })
}

/// Rewrites the HTML of a text.
pub(super) fn rewrite(script: &mut Script, notes: &mut FileNotes) {
    if memchr::memchr(b'<', script.text().as_bytes()).is_none() {
        return;
    }
    unindent(script);
    let text = script.text();
    let quiet = Quiet::of(text);
    let found = html_tags(text, &quiet);
    let mut rewriter = HtmlRewriter {
        script,
        text,
        notes,
        changes: Vec::new(),
        lists: Vec::new(),
        ids: Vec::new(),
    };
    let mut gone = 0;
    for tag in &found {
        if tag.at.start < gone {
            continue;
        }
        if rewriter.take(tag) {
            gone = tag.whole().end;
        }
    }
    let changes = rewriter.changes;
    script.change(changes);
}

/// Takes the white space away that the lines of a block of HTML begin with: without its tags they would be code.
fn unindent(script: &mut Script) {
    let text = script.text();
    let tree = parse(text, 0..text.len(), FileId(0));
    let mut changes: Vec<Change> = Vec::new();
    for node in tree.nodes().iter().filter(|node| node.kind == Kind::HtmlBlock) {
        let range = tree.span(node).range();
        let first = &text[line_start(text, range.start)..range.start];
        let margin = first.len();
        let mut at = line_end(text, range.start) + 1;
        let mut in_code = text[range.clone()].trim_start().starts_with("<pre");
        while at < range.end {
            let end = line_end(text, at);
            let line = &text[at..end];
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            in_code |= line.contains("<pre");
            let words = line.trim_start();
            let begins_code = words.starts_with("```") || words.starts_with("~~~");
            if !in_code && indent > margin && !begins_code {
                changes.push((at + margin.min(indent)..at + indent, String::new()));
            }
            if begins_code {
                in_code = !in_code;
            }
            in_code &= !line.contains("</pre");
            at = end + 1;
        }
    }
    script.change(changes);
}

struct HtmlRewriter<'a> {
    script: &'a Script,
    text: &'a str,
    notes: &'a mut FileNotes,
    changes: Vec<Change>,
    /// Where the lists end that are open, and whether they are numbered.
    lists: Vec<(usize, bool)>,
    /// The ids that are given so far.
    ids: Vec<String>,
}

impl HtmlRewriter<'_> {
    /// Rewrites a tag; whether what it holds is done with.
    fn take(&mut self, tag: &ForeignHtml) -> bool {
        let name = tag.name.as_str();
        if tag.is_end {
            self.cut(tag.at.clone());
            return false;
        }
        if matches!(name, "!" | "?") {
            self.cut(tag.at.clone());
            return true;
        }
        if GONE.contains(&name) {
            let line = self.script.line(tag.at.start);
            let words = &self.text[tag.whole()];
            self.notes.lost("html", line, format!("left out: {words}"));
            self.cut(tag.whole());
            return true;
        }
        let is_known = self.map(tag);
        match is_known {
            Some(done) => {
                self.notes.mapped("html");
                done
            }
            None => self.unknown(tag),
        }
    }

    fn cut(&mut self, at: Range<usize>) {
        self.changes.push((at, String::new()));
    }

    /// The place that a tag names, for links to lead to.
    fn place(&mut self, tag: &ForeignHtml) -> String {
        let is_sign =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
        let id = tag.attribute(&["id", "name"]).filter(|id| id.chars().all(is_sign));
        match id.filter(|id| !self.ids.iter().any(|known| known == id)) {
            Some(id) => {
                self.ids.push(id.to_owned());
                format!("<a id=\"{id}\"></a>")
            }
            None => String::new(),
        }
    }

    fn around(&mut self, tag: &ForeignHtml, open: &str, close: &str) {
        self.changes.push((tag.at.clone(), open.to_owned()));
        if let Some(end) = &tag.end {
            self.changes.push((end.clone(), close.to_owned()));
        }
    }

    fn map(&mut self, tag: &ForeignHtml) -> Option<bool> {
        let name = tag.name.as_str();
        if name == "br" {
            // Alone on a line it would begin a block of HTML; there it parts paragraphs.
            let line = &self.text
                [line_start(self.text, tag.at.start)..line_end(self.text, tag.at.end)];
            let is_alone = line.trim_matches(['>', ' ', '\t']).len() == tag.at.len();
            let put = if is_alone { "" } else { "<br>" };
            self.changes.push((tag.at.clone(), put.to_owned()));
            return Some(true);
        }
        if let Some((_, mark)) = MARKS.iter().find(|(known, _)| *known == name) {
            self.mark(tag, mark);
            return Some(false);
        }
        if KEPT.contains(&name) {
            let is_pair = tag.end.is_some() && !self.text[tag.content()].contains('\n');
            match is_pair {
                true => self.around(tag, &format!("<{name}>"), &format!("</{name}>")),
                false => self.around(tag, "", ""),
            }
            return Some(false);
        }
        if WITHIN.contains(&name) {
            let (open, close) = if name == "q" { ("“", "”") } else { ("", "") };
            let place = self.place(tag);
            self.around(tag, &(place + open), close);
            return Some(false);
        }
        match name {
            "a" => self.anchor(tag),
            "img" => return Some(self.picture(tag)),
            "code" | "tt" | "samp" => return Some(self.code(tag)),
            "pre" => return Some(self.block_of_code(tag)),
            "table" => return Some(self.table(tag)),
            "hr" => self.changes.push((tag.at.clone(), self.parted("---", tag.at.start))),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(tag),
            "ul" | "ol" | "menu" => self.list(tag),
            "li" => self.item(tag),
            "blockquote" => self.quotation(tag, ""),
            "details" => return Some(self.details(tag)),
            "summary" => self.around(tag, "**", "**\n\n"),
            "iframe" | "video" | "audio" | "embed" | "object" => {
                return Some(self.elsewhere(tag));
            }
            _ if BLOCKS.contains(&name) => self.block(tag),
            _ => return None,
        }
        Some(false)
    }

    /// An element that nobody knows: words in `<…>` are meant as they are; what has an end or attributes is a component.
    fn unknown(&mut self, tag: &ForeignHtml) -> bool {
        let line = self.script.line(tag.at.start);
        let words = &self.text[tag.at.clone()];
        if tag.end.is_none() && tag.attributes.is_empty() {
            self.changes.push((tag.at.start..tag.at.start + 1, "&lt;".to_owned()));
            self.notes.tell("html", line, format!("shown as it is: {words}"));
            return true;
        }
        self.notes.lost("html", line, format!("kept in a comment: {words}"));
        self.changes.extend(in_comment(self.text, &tag.at));
        if let Some(end) = &tag.end {
            self.cut(end.clone());
        }
        false
    }

    /// Emphasis, where Markdown can say it.
    fn mark(&mut self, tag: &ForeignHtml, mark: &str) {
        let content = tag.content();
        let words = &self.text[content.clone()];
        let last = self.text[..tag.at.start].chars().next_back();
        let next = self.text[tag.whole().end..].chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let begins = words.chars().next();
        let ends = words.chars().next_back();
        let is_torn = (is_letter(last) && !is_letter(begins))
            || (is_letter(next) && !is_letter(ends));
        let is_plain = !words.is_empty()
            && words.trim() == words
            && !words.contains("\n\n")
            && !words.starts_with(['*', '<'])
            && !words.ends_with(['*', '>'])
            && last != Some('*')
            && next != Some('*')
            && !is_torn;
        match tag.end.is_some() && is_plain {
            true => self.around(tag, mark, mark),
            false => self.around(tag, "", ""),
        }
    }

    fn anchor(&mut self, tag: &ForeignHtml) {
        let content = tag.content();
        let words = &self.text[content.clone()];
        match tag.attribute(&["href"]) {
            Some(address) if !words.trim().is_empty() && !words.contains("\n\n") => {
                let address = decoded(address);
                let spaces = words.len() - words.trim_start().len();
                // White space before the words would end them.
                let lead = content.start..content.start + spaces;
                let trail = content.start + words.trim_end().len()..content.end;
                self.changes
                    .push((tag.at.start..lead.end, format!("{}[", space(spaces))));
                if let Some(end) = &tag.end {
                    let behind = space(trail.len());
                    let close =
                        format!("](<{}>){behind}", address.replace(['<', '>'], ""));
                    self.changes.push((trail.start..end.end, close));
                }
            }
            Some(_) => self.around(tag, "", ""),
            None => {
                let id = self.place(tag);
                self.around(tag, &id, "");
            }
        }
    }

    fn picture(&mut self, tag: &ForeignHtml) -> bool {
        let Some(address) = tag.attribute(&["src", "data-src"]) else {
            self.cut(tag.at.clone());
            return true;
        };
        let title = tag.attribute(&["title"]).map(|title| title.replace('"', "'"));
        let alt = tag
            .attribute(&["alt"])
            .map(decoded)
            .unwrap_or_default()
            .replace(['[', ']'], "");
        let title = title.map_or(String::new(), |title| format!(" \"{title}\""));
        // MDX asks for a file by a call: `require("./a.png").default`.
        let called = address.split(['"', '\'']).nth(1).filter(|_| address.contains('('));
        let address = decoded(called.unwrap_or(address)).replace(['<', '>'], "");
        let words = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        self.changes.push((tag.at.clone(), format!("![{words}](<{address}>{title})")));
        true
    }

    fn code(&mut self, tag: &ForeignHtml) -> bool {
        let Some(_) = &tag.end else {
            self.cut(tag.at.clone());
            return true;
        };
        let words = decoded(&without_tags(&self.text[tag.content()]));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let code = match (words.is_empty(), words.contains('`')) {
            (true, _) => String::new(),
            (_, true) => format!("`` {words} ``"),
            (_, false) => format!("`{words}`"),
        };
        self.changes.push((tag.whole(), code));
        true
    }

    fn block_of_code(&mut self, tag: &ForeignHtml) -> bool {
        let Some(_) = &tag.end else {
            self.cut(tag.at.clone());
            return true;
        };
        let inside = &self.text[tag.content()];
        let class = inside.split("language-").nth(1).unwrap_or_default();
        let language =
            class.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        self.changes
            .push((tag.whole(), fenced(&decoded(&without_tags(inside)), language)));
        true
    }

    fn table(&mut self, tag: &ForeignHtml) -> bool {
        if tag.end.is_none() {
            self.block(tag);
            return false;
        }
        let inside = &self.text[tag.content()];
        let made = table(inside, within_line);
        if made.is_torn {
            let line = self.script.line(tag.at.start);
            self.notes.tell(
                "html",
                line,
                "cells of this table spanned several rows or columns",
            );
        }
        self.changes.push((tag.whole(), format!("\n\n{}\n\n", made.text)));
        true
    }

    fn heading(&mut self, tag: &ForeignHtml) {
        let level = tag.name[1..].parse().unwrap_or(2);
        let words = &self.text[tag.content()];
        if words.trim().is_empty() || words.contains("\n\n") {
            return self.block(tag);
        }
        let start = tag.content().start;
        for (at, _) in words.match_indices('\n') {
            self.changes.push((start + at..start + at + 1, " ".to_owned()));
        }
        let id = tag.attribute(&["id"]).map(|id| format!(" {{#{id}}}"));
        let spaces = words.len() - words.trim_start().len();
        let open = format!("\n\n{} ", "#".repeat(level));
        self.changes.push((tag.at.start..tag.at.end + spaces, open));
        if let Some(end) = &tag.end {
            self.changes.push((end.clone(), format!("{}\n\n", id.unwrap_or_default())));
        }
    }

    fn list(&mut self, tag: &ForeignHtml) {
        self.lists.retain(|(end, _)| *end > tag.at.start);
        let part = if self.lists.is_empty() { "\n\n" } else { "\n" };
        self.lists.push((tag.whole().end, tag.name == "ol"));
        self.around(tag, part, part);
    }

    fn item(&mut self, tag: &ForeignHtml) {
        self.lists.retain(|(end, _)| *end > tag.at.start);
        let is_numbered = self.lists.last().is_some_and(|(_, is_numbered)| *is_numbered);
        let lead = "    ".repeat(self.lists.len().saturating_sub(1).min(4));
        let mark = if is_numbered { "1." } else { "-" };
        let words = &self.text[tag.at.end..];
        let spaces = words.len() - words.trim_start_matches([' ', '\t', '\n']).len();
        let place = self.place(tag);
        self.changes
            .push((tag.at.start..tag.at.end + spaces, format!("\n{lead}{mark} {place}")));
        if let Some(end) = &tag.end {
            self.cut(end.clone());
        }
    }

    fn quotation(&mut self, tag: &ForeignHtml, head: &str) {
        let Some(end) = &tag.end else { return self.cut(tag.at.clone()) };
        let changes = in_quotation(self.text, &tag.at, &tag.content(), end, head);
        self.changes.extend(changes);
    }

    /// Words that unfold: an alert that is closed, called as its summary says.
    fn details(&mut self, tag: &ForeignHtml) -> bool {
        let inside = tag.content();
        let words = &self.text[inside.clone()];
        let lower = words.to_ascii_lowercase();
        let begin = lower
            .find("<summary")
            .and_then(|at| Some((at, at + lower[at..].find('>')? + 1)));
        let end = lower.find("</summary>");
        let (Some((open, from)), Some(end)) = (begin, end) else {
            self.quotation(tag, "[!details]-");
            return false;
        };
        if open > from || from > end || tag.end.is_none() {
            self.block(tag);
            return false;
        }
        let title = without_tags(&words[from..end]);
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let head = format!("[!details]- {title}");
        let open = tag.at.start..inside.start + end + "</summary>".len();
        let content = open.end..inside.end;
        if let Some(close) = &tag.end {
            let changes = in_quotation(self.text, &open, &content, close, &head);
            self.changes.extend(changes);
        }
        false
    }

    /// What lies elsewhere, or plays, becomes a link.
    fn elsewhere(&mut self, tag: &ForeignHtml) -> bool {
        let inside = &self.text[tag.content()];
        let source = inside.split("src=").nth(1).and_then(|rest| {
            let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            rest[1..].split(mark).next()
        });
        let address = tag.attribute(&["src", "data-src", "data", "href"]).or(source);
        let line = self.script.line(tag.at.start);
        let Some(address) = address.map(decoded) else {
            self.notes.lost(
                "html",
                line,
                format!("left out: {}", &self.text[tag.whole()]),
            );
            self.cut(tag.whole());
            return true;
        };
        let label = tag.attribute(&["title", "alt"]).map(decoded);
        let host = address.split("//").nth(1).and_then(|rest| rest.split('/').next());
        let name = address.rsplit('/').next().filter(|name| !name.is_empty());
        let label = label.unwrap_or_else(|| host.or(name).unwrap_or("link").to_owned());
        let words = format!("now a link, not shown in place: {address}");
        self.notes.tell("html", line, words);
        let address =
            if address.starts_with("//") { format!("https:{address}") } else { address };
        let link = format!("[{}](<{address}>)", label.replace(['[', ']'], ""));
        self.changes.push((tag.whole(), self.parted(&link, tag.at.start)));
        true
    }

    fn block(&mut self, tag: &ForeignHtml) {
        let is_form = matches!(&*tag.name, "form" | "fieldset" | "label");
        let place = if is_form { String::new() } else { self.place(tag) };
        let (open, close) = (self.gap(tag.at.start, &tag.at) + &place, String::new());
        self.changes.push((tag.at.clone(), open));
        if let Some(end) = &tag.end {
            let gap = self.gap(end.start, end);
            self.changes.push((end.clone(), if gap.is_empty() { close } else { gap }));
        }
    }

    /// What parts a block from what stands beside its tag.
    fn gap(&self, at: usize, tag: &Range<usize>) -> String {
        let line = &self.text[line_start(self.text, at)..at];
        let behind = &self.text[tag.end..line_end(self.text, tag.end)];
        if line.trim_start().starts_with('|') {
            return " ".to_owned();
        }
        let lead: String = line.chars().take_while(|c| matches!(c, '>' | ' ')).collect();
        let is_alone =
            line.trim_matches(['>', ' ', '\t']).is_empty() && behind.trim().is_empty();
        match is_alone {
            true => String::new(),
            false if line.trim_matches(['>', ' ', '\t']).is_empty() => String::new(),
            false => format!("\n{}\n{lead}", lead.trim_end()),
        }
    }

    /// Something in a paragraph of its own, if it stands on a line of its own.
    fn parted(&self, words: &str, at: usize) -> String {
        let line = &self.text[line_start(self.text, at)..at];
        match line.trim().is_empty() {
            true => format!("\n\n{words}\n\n"),
            false => words.to_owned(),
        }
    }
}

fn space(count: usize) -> &'static str {
    if count > 0 { " " } else { "" }
}

/// HTML without its tags.
pub(super) fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let is_tag = tag[1..]
            .starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match tag.find('>').filter(|_| is_tag) {
            Some(end) => {
                if tag.starts_with("<br") {
                    out.push('\n');
                }
                rest = &tag[end + 1..];
            }
            None => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The commonest characters that are written as references.
pub(super) fn decoded(text: &str) -> String {
    const NAMED: [(&str, &str); 8] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    NAMED.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

/// The Markdown of some HTML that stands within a line.
fn within_line(html: &str) -> String {
    let mut script = Script::new(html, 1);
    let mut notes = FileNotes::default();
    rewrite(&mut script, &mut notes);
    script.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markdown(html: &str) -> String {
        let mut script = Script::new(html, 1);
        rewrite(&mut script, &mut FileNotes::default());
        let text = script.text().trim().to_owned();
        let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
        lines.join("\n")
    }

    #[test]
    fn words_keep_their_marks_links_and_pictures() {
        assert_eq!(markdown("A <b>b</b> <i class=x>c</i><br/>x"), "A **b** *c*<br>x");
        assert_eq!(markdown("<a href=\"/x y\" class='z'> B </a>."), "[B](</x y>) .");
        assert_eq!(
            markdown("<img src=a.png alt=\"A &amp; b\" width=3>"),
            "![A & b](<a.png>)"
        );
        assert_eq!(
            markdown("`<b>` <https://x.org> a < b"),
            "`<b>` <https://x.org> a < b"
        );
        assert_eq!(
            markdown("H<sub class=a>2</sub>O <your-name>"),
            "H<sub>2</sub>O &lt;your-name>"
        );
    }

    #[test]
    fn blocks_become_paragraphs_lists_code_and_alerts() {
        assert_eq!(
            markdown("<div class=a>\n    <p>One</p>\n    <p>Two</p>\n</div>"),
            "One\n\nTwo"
        );
        assert_eq!(markdown("<ul>\n <li>a</li>\n <li>b</li>\n</ul>"), "- a\n\n- b");
        assert_eq!(
            markdown("<pre><code class=\"language-sh\">a &lt; b\n</code></pre>"),
            "```sh\na < b\n```"
        );
        assert_eq!(
            markdown("<details>\n<summary>T</summary>\n\nBody\n\n</details>"),
            "> [!details]- T\n>\n> Body\n>"
        );
        assert_eq!(markdown("<h2 id=x>A\nb</h2>\n\nc"), "## A b {#x}\n\nc");
    }

    #[test]
    fn what_runs_is_left_out_and_what_is_elsewhere_linked() {
        assert_eq!(markdown("a <script>x < 1 <b></script> b"), "a  b");
        assert_eq!(
            markdown("<iframe src=\"//v.example/1\"></iframe>"),
            "[v.example](<https://v.example/1>)"
        );
    }
}
