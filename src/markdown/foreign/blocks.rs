//! What begins a line: admonitions, containers, tabs, includes, and modules of MDX.

use super::finding::What;
use super::inline;
use super::lines::{Around, Fenced, Line, Lines};
use super::names::look;
use std::ops::Range;

/// Whether a text that begins so might begin with something that is looked for here.
pub(super) fn may_begin(bytes: &[u8]) -> bool {
    let is_lead = |byte: &u8| matches!(byte, b' ' | b'\t' | b'>');
    let at = bytes.iter().position(|byte| !is_lead(byte)).unwrap_or(bytes.len());
    let words = &bytes[at..];
    match words.first() {
        Some(b':') => !matches!(words.get(1), Some(b' ' | b'\t')),
        Some(b'!') => words.starts_with(b"!!!"),
        Some(b'?') => words.starts_with(b"???"),
        Some(b'=') => words.starts_with(b"===") && !words.starts_with(b"====="),
        Some(b'-' | b';') => {
            words.starts_with(b"--8<--") || words.starts_with(b";--8<--")
        }
        Some(b'+') => words.starts_with(b"+++"),
        Some(b'/') => words.starts_with(b"///"),
        Some(b'i') => words.starts_with(b"import "),
        Some(b'e') => words.starts_with(b"export "),
        Some(b'%') => words.starts_with(b"% "),
        Some(b'[') => words.get(..5).is_some_and(|it| it.eq_ignore_ascii_case(b"[toc]")),
        _ => false,
    }
}

/// Takes a line that is none of ours; gives where what it began ends. None where it is ours.
pub(super) fn take(lines: &mut Lines<'_>, line: &Line) -> Option<usize> {
    let in_line_note = std::mem::take(&mut lines.in_line_note);
    if line.indent > lines.item + 3 {
        return None;
    }
    let words = lines.text[line.content..line.end].trim_end();
    if line.start < lines.include_until || lines.module > 0 {
        lines.module += inline::opened(words);
        lines.module = lines.module.saturating_sub(inline::closed(words));
        return Some(leave_out(lines, line));
    }
    let what = match words.as_bytes() {
        [b':', b':', b':', ..] => return fenced(lines, line, words, ":::"),
        [b'/', b'/', b'/', ..] => return fenced(lines, line, words, "///"),
        [b'!', b'!', b'!', ..] | [b'?', b'?', b'?', ..] => {
            return admonition(lines, line, words);
        }
        [b'=', b'=', b'=', ..] => return tab(lines, line, words),
        [b':', ..] => match directive(words) {
            Some(name) => What::Directive(name.to_owned()),
            None => {
                keep_colon(lines, line, words);
                return None;
            }
        },
        [b'-', b'-', b'8', ..] | [b';', b'-', b'-', b'8', ..] => {
            include(lines, line, words)?
        }
        [b'<', b'<', b'<', b' ', ..] => What::Include,
        [b'+', b'+', b'+'] | [b'+', b'+', b'+', b' ', b'{', ..] => What::Break,
        [b'%', b' ', ..] if lines.after_blank || in_line_note => {
            lines.in_line_note = true;
            What::LineNote
        }
        [b'[', ..] if is_contents(lines, words) => What::Contents,
        [b'i' | b'e', ..] if lines.after_blank && is_module(words) => {
            lines.module = inline::opened(words).saturating_sub(inline::closed(words));
            What::Module
        }
        _ => return None,
    };
    let at = line.content..line.content + words.len();
    let is_module = what == What::Module;
    lines.found(at, what);
    let end = leave_out(lines, line);
    // Another `import` may follow at once.
    lines.after_blank |= is_module;
    Some(end)
}

fn leave_out(lines: &mut Lines<'_>, line: &Line) -> usize {
    lines.after_blank = true;
    inline::leave_out(lines, line.content..line.end)
}

/// A colon that no white space follows begins no definition: `:warning:`, `:name[…]`.
fn keep_colon(lines: &mut Lines<'_>, line: &Line, words: &str) {
    let is_rule = words.bytes().all(|byte| matches!(byte, b':' | b'-' | b'|' | b' '));
    let is_definition =
        words.as_bytes().get(1).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    if !is_rule && !is_definition {
        lines.replace(line.content..line.content, "\\");
    }
}

/// `::name[…]{…}`
fn directive(words: &str) -> Option<&str> {
    let name = inline::word(words.strip_prefix("::")?);
    let rest = &words[2 + name.len()..];
    (!name.is_empty() && (rest.is_empty() || rest.starts_with(['[', '{'])))
        .then_some(name)
}

/// `--8<-- "file"`, or a block of files between two lines `--8<--`.
fn include(lines: &mut Lines<'_>, line: &Line, words: &str) -> Option<What> {
    let rest = words.trim_start_matches(';').strip_prefix("--8<--")?.trim();
    if rest.is_empty()
        && let Some(end) = lines.find("--8<--", line.end)
    {
        lines.include_until = lines.line_end(end);
    }
    (rest.is_empty() || rest.starts_with(['"', '\''])).then_some(What::Include)
}

/// `[TOC]` alone, where it is no link's label.
fn is_contents(lines: &mut Lines<'_>, words: &str) -> bool {
    if !words.eq_ignore_ascii_case("[toc]") {
        return false;
    }
    let text = lines.text;
    let is_label = || text.contains("\n[TOC]:") || text.contains("\n[toc]:");
    !*lines.toc_is_label.get_or_insert_with(is_label)
}

/// `import X from "y"`, `export const x = …`: not the words of a sentence.
fn is_module(words: &str) -> bool {
    let quoted = |text: &str| {
        let text = text.trim().trim_end_matches(';').trim_end();
        let mark = text.chars().next().filter(|c| matches!(c, '"' | '\''));
        mark.is_some_and(|mark| text.len() > 2 && text.ends_with(mark))
    };
    if let Some(rest) = words.strip_prefix("import ") {
        let from = rest.rsplit_once(" from ");
        return quoted(rest) || from.is_some_and(|(_, from)| quoted(from));
    }
    let Some(rest) = words.strip_prefix("export ") else { return false };
    let mut parts = rest.split_whitespace();
    match parts.next() {
        Some("const" | "let" | "var") => rest.contains('='),
        Some("function" | "class" | "async") => rest.contains(['(', '{']),
        Some("default") => rest.contains(['(', '{', '=', ';']),
        Some(first) if first.starts_with('{') || first == "*" => {
            rest.contains('}') || rest.contains(" from ")
        }
        _ => false,
    }
}

/// What notes to oneself, tags and shortcodes begin with.
const NOTES: [&str; 7] = ["%%", "<!--", "<%", "{#", "{/*", "{{", "{%"];

/// How many containers may stand within each other.
const DEEPEST: usize = 16;

/// `:::name Title` and its end.
fn fenced(
    lines: &mut Lines<'_>,
    line: &Line,
    words: &str,
    mark: &'static str,
) -> Option<usize> {
    let sign = mark.as_bytes()[0];
    let width = words.bytes().take_while(|byte| *byte == sign).count();
    let at = line.content..line.content + words.len();
    if words.len() == width {
        let is_open = end_fenced(lines, mark, width);
        if !is_open {
            if mark != ":::" {
                return None;
            }
            lines.found(at, What::StrayEnd);
        }
        return Some(leave_out(lines, line));
    }
    let head = ContainerHead::of(words, width)?;
    if lines.around.len() >= DEEPEST {
        lines.found(at, What::Container(words[head.name].to_owned()));
        return Some(leave_out(lines, line));
    }
    let name = &words[head.name.clone()];
    // What an alert is told by is put in the place of these words, so no note may begin among them.
    let told_by = &words[..head.title.as_ref().map_or(words.len(), |title| title.start)];
    let is_alert =
        look(name).is_some() && !NOTES.iter().any(|note| told_by.contains(note));
    let (quotes, indent) = (line.quotes, line.indent);
    let fenced = Fenced { mark, width, quotes, indent, is_alert, at: at.clone() };
    let end = match is_alert {
        true => alert(lines, line, name, head.title, head.fold),
        false => {
            lines.found(at, What::Container(name.to_owned()));
            leave_out(lines, line)
        }
    };
    lines.around.push(Around::Fenced(fenced));
    Some(end)
}

/// Ends the container that a line of this width ends; whether there is one.
fn end_fenced(lines: &mut Lines<'_>, mark: &'static str, width: usize) -> bool {
    let is = |around: &Around, same: bool| matches!(around, Around::Fenced(one) if one.mark == mark && (!same || one.width == width));
    let same = lines.around.iter().rposition(|one| is(one, true));
    let any = same.or_else(|| lines.around.iter().rposition(|one| is(one, false)));
    if let Some(at) = any {
        lines.around.truncate(at);
    }
    any.is_some()
}

/// The parts of the line that begins a container, as ranges of its words.
struct ContainerHead {
    name: Range<usize>,
    title: Option<Range<usize>>,
    fold: &'static str,
}

impl ContainerHead {
    /// `note Title`, `note[Title]`, `note | Title`, `note{title="Title"}`, `{.note title="Title"}`.
    fn of(words: &str, width: usize) -> Option<Self> {
        let spaces = words[width..].len() - words[width..].trim_start().len();
        let mut start = width + spaces;
        let braced = words[start..].starts_with('{');
        if braced {
            start += words[start..].find('.').map_or(0, |dot| dot + 1);
        }
        for before in ["callout-", "admonition-"] {
            if words[start..].starts_with(before) {
                start += before.len();
            }
        }
        let name = start..start + inline::word(&words[start..]).len();
        if name.is_empty() && words.starts_with('/') {
            return None;
        }
        let rest = &words[name.end..];
        let folded =
            &words[name.clone()] == "details" || rest.contains("collapse=\"true\"");
        let fold = if folded { "-" } else { "" };
        Some(ContainerHead { title: title(words, name.end, braced), name, fold })
    }
}

/// The title in what stands behind the name of a container.
fn title(words: &str, from: usize, braced: bool) -> Option<Range<usize>> {
    let rest = &words[from..];
    let range = |part: &str| {
        let start = part.as_ptr() as usize - words.as_ptr() as usize;
        (!part.is_empty()).then_some(start..start + part.len())
    };
    if let Some(at) = rest.find("title=\"") {
        let value = &rest[at + "title=\"".len()..];
        return range(&value[..value.find('"')?]);
    }
    if braced {
        return None;
    }
    if let Some(label) = rest.strip_prefix('[') {
        return range(label[..label.rfind(']')?].trim());
    }
    let words = rest.split('{').next().unwrap_or_default().trim();
    let words = words.trim_start_matches('|').trim_end_matches(':').trim();
    range(words.trim_matches('"'))
}

/// Writes the first line of an alert, with its title.
fn alert(
    lines: &mut Lines<'_>,
    line: &Line,
    name: &str,
    title: Option<Range<usize>>,
    fold: &str,
) -> usize {
    let base = line.content;
    // What stands before is none of the alert.
    let before = if lines.after_blank { "" } else { "\n" };
    let lead = if before.is_empty() { "" } else { line.lead.as_str() };
    let open = format!("{before}{lead}> [!{name}]{fold} ");
    let title = title.unwrap_or(line.end - base..line.end - base);
    lines.replace(base..base + title.start, open);
    let end = inline::scan(lines, base + title.start, base + title.end);
    lines.after_blank = true;
    match end <= base + title.end {
        true => inline::leave_out(lines, base + title.end..line.end),
        false => end,
    }
}

/// `!!! name "Title"` and `??? name "Title"`, with a body that is indented.
fn admonition(lines: &mut Lines<'_>, line: &Line, words: &str) -> Option<usize> {
    let fold = match &words[3..] {
        rest if rest.starts_with('+') => "+",
        _ if words.starts_with('?') => "-",
        _ => "",
    };
    let start = words.len() - words[3 + usize::from(fold == "+")..].trim_start().len();
    let name = inline::word(&words[start..]);
    let behind = &words[start + name.len()..];
    let title = behind.find('"').zip(behind.rfind('"'));
    let title = title.filter(|(from, to)| from < to && behind.ends_with('"'));
    let classes = title.map_or(behind, |(from, _)| &behind[..from]);
    let is_class = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let is_head = !name.is_empty() && classes.chars().all(is_class);
    let is_known = look(name).is_some() && behind.trim().is_empty();
    if !is_head || !(title.is_some() || is_known || has_body(lines, line)) {
        return None;
    }
    let base = start + name.len();
    let title =
        title.map(|(from, to)| base + from + 1..base + to).filter(|it| !it.is_empty());
    let end = alert(lines, line, name, title, fold);
    push_indented(lines, line, true);
    Some(end)
}

fn push_indented(lines: &mut Lines<'_>, line: &Line, is_alert: bool) {
    let (quotes, indent) = (line.quotes, line.indent);
    if lines.around.len() < DEEPEST {
        lines.around.push(Around::Indented { quotes, indent, is_alert });
    }
}

/// Whether the next line that has words is indented further than this one.
fn has_body(lines: &Lines<'_>, line: &Line) -> bool {
    let mut at = lines.next_line(line.end);
    while at < lines.end {
        let end = lines.line_end(at);
        let words = lines.text[at..end].trim_start_matches(['>', ' ', '\t']);
        if !words.is_empty() {
            let margin = lines.text[at..end].len() - words.len();
            let tabs = lines.text[at..end - words.len()].contains('\t');
            return margin >= line.content - line.start + 4 || tabs;
        }
        at = lines.next_line(end);
    }
    false
}

/// `=== "Title"`: a tab, of which the title and the body are kept.
fn tab(lines: &mut Lines<'_>, line: &Line, words: &str) -> Option<usize> {
    let rest = words[3..].trim_start_matches(['!', '+']);
    let title = rest.trim().strip_prefix('"')?.strip_suffix('"')?;
    if title.is_empty() || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let start = line.content + (title.as_ptr() as usize - words.as_ptr() as usize);
    let at = line.content..line.content + words.len();
    lines.found(at, What::Tab);
    let before = if lines.after_blank { "" } else { "\n" };
    let lead = if before.is_empty() { "" } else { line.lead.as_str() };
    lines.replace(line.content..start, format!("{before}{lead}**"));
    let end = inline::scan(lines, start, start + title.len());
    if end <= start + title.len() {
        let margin = line.lead.trim_end();
        lines.replace(start + title.len()..line.end, format!("**\n{margin}"));
    }
    push_indented(lines, line, false);
    lines.after_blank = true;
    Some(end.max(line.end))
}
