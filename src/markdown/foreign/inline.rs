//! What may stand within a line: notes to oneself, shortcodes, tags, lists of attributes, components.

use super::finding::What;
use super::lines::Lines;
use super::names;
use crate::steps;
use std::ops::Range;

/// Looks through `from..end`, the rest of a line; gives the end of the line that the last of what
/// begins in it ends in.
pub(super) fn scan(lines: &mut Lines<'_>, from: usize, end: usize) -> usize {
    let (mut at, mut end) = (from.max(lines.kept_until), end);
    while let Some(found) = next(lines.text, at, end) {
        at = found;
        let next = step(lines, at);
        debug_assert!(next > at);
        at = next;
        if at > end {
            if at <= lines.kept_until {
                // Its other lines are still to be looked at as lines.
                return end;
            }
            end = lines.line_end(at);
        }
    }
    end
}

/// Leaves `out`, the rest of a line, out of what is read, with all that begins in it and ends elsewhere. Only of
/// a note that never ends is anything said. Gives where that which is left out ends.
pub(super) fn leave_out(lines: &mut Lines<'_>, out: Range<usize>) -> usize {
    let (kept_until, told) = (lines.kept_until, lines.findings.len());
    let end = scan(lines, out.start, out.end).max(out.end);
    lines.kept_until = kept_until;
    let more = lines.findings.split_off(told);
    lines
        .findings
        .extend(more.into_iter().filter(|one| matches!(one.what, What::OpenNote(..))));
    lines.cut(out.start..end);
    end
}

/// The next byte at which something may begin.
fn next(text: &str, from: usize, end: usize) -> Option<usize> {
    let rest = text.as_bytes().get(from..end)?;
    let is_sign = |byte: &u8| matches!(byte, b'{' | b'%' | b'<' | b'`' | b'\\');
    rest.iter().position(is_sign).map(|n| from + n)
}

/// Takes what begins at `at`; gives the byte behind it.
fn step(lines: &mut Lines<'_>, at: usize) -> usize {
    let rest = &lines.text[at..lines.end];
    let taken = match rest.as_bytes() {
        // What is escaped is meant as it is.
        [b'\\', b'!'..=b'~', ..] => return at + 2,
        [b'`', ..] => return code(lines, at),
        [b'%', b'%', ..] => per_cent(lines, at),
        [b'<', b'!', b'-', b'-', ..] => html_note(lines, at),
        [b'<', b'%', ..] => erb(lines, at),
        [b'<', ..] => angle(lines, at),
        [b'{', b'{', ..] => double_brace(lines, at),
        [b'{', b'%', ..] => tag(lines, at),
        [b'{', b'#', ..] => hash(lines, at),
        [b'{', b'/', b'*', ..] => note(lines, at, "{/*", "*/", "}"),
        [b'{', b'>', b'>', ..] => note(lines, at, "{>>", "<<}", ""),
        [b'{', b':', ..] => kramdown(lines, at),
        [b'{', b'+', b'+', ..] => revision(lines, at, "++}", None),
        [b'{', b'=', b'=', ..] => revision(lines, at, "==}", None),
        [b'{', b'-', b'-', ..] => revision(lines, at, "--}", Some("")),
        [b'{', b'~', b'~', ..] => revision(lines, at, "~~}", Some("~>")),
        [b'{', ..] => attributes(lines, at),
        _ => None,
    };
    taken.unwrap_or(at + 1)
}

/// The letters, digits, `-` and `_` that `text` begins with.
pub(super) fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'));
    &text[..end.unwrap_or(text.len())]
}

/// The longest component's tag or edit that is looked for.
const LONGEST: usize = 4000;

/// How many brackets a text opens.
pub(super) fn opened(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b'(' | b'[' | b'{')).count()
}

/// How many brackets a text closes.
pub(super) fn closed(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b')' | b']' | b'}')).count()
}

/// A wider row of backticks begins no code in a line.
const WIDEST: usize = 80;

/// Code in a line: a row of backticks, up to the next one as long in the same paragraph.
fn code(lines: &mut Lines<'_>, at: usize) -> usize {
    let width = ticks(lines.text, at, lines.end);
    let from = at + width;
    if width > WIDEST || lines.ticks.get(&width).is_some_and(|end| from <= *end) {
        return from;
    }
    let mut ahead = from;
    loop {
        let rest = &lines.text.as_bytes()[ahead..lines.end];
        match memchr::memchr2(b'`', b'\n', rest).map(|n| ahead + n) {
            Some(found) if lines.text.as_bytes()[found] == b'`' => {
                let found_width = ticks(lines.text, found, lines.end);
                ahead = found + found_width;
                if found_width == width {
                    lines.kept_until = lines.kept_until.max(ahead);
                    return ahead;
                }
            }
            Some(line) if !is_blank(&lines.text[line + 1..lines.line_end(line + 1)]) => {
                ahead = line + 1;
            }
            end => {
                steps::took(end.unwrap_or(lines.end) - from);
                lines.ticks.insert(width, end.unwrap_or(lines.end));
                return from;
            }
        }
    }
}

fn ticks(text: &str, at: usize, end: usize) -> usize {
    text.as_bytes()[at..end].iter().take_while(|byte| **byte == b'`').count()
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'\r'))
}

/// Leaves the rest of the text out, as the note that begins at `at` never ends.
fn open_note(
    lines: &mut Lines<'_>,
    at: usize,
    begin: &'static str,
    end: &'static str,
) -> Option<usize> {
    lines.found(at..at + begin.len(), What::OpenNote(begin, end));
    lines.cut(at..lines.end);
    Some(lines.end)
}

/// A note from `begin`, which stands at `at`, to `end`, behind which `last` may follow white space.
fn note(
    lines: &mut Lines<'_>,
    at: usize,
    begin: &'static str,
    end: &'static str,
    last: &'static str,
) -> Option<usize> {
    let mut from = at + begin.len();
    while let Some(found) = lines.find(end, from) {
        from = found + end.len();
        let rest = &lines.text[from..lines.end];
        let behind = rest.trim_start_matches([' ', '\t', '\n', '\r', '-']);
        if last.is_empty() || behind.starts_with(last) {
            let length =
                if last.is_empty() { 0 } else { rest.len() - behind.len() + last.len() };
            lines.cut(at..from + length);
            return Some(from + length);
        }
    }
    open_note(lines, at, begin, if end == "*/" { "*/}" } else { end })
}

/// `%%…%%`: a note of Obsidian, of as many lines as it likes.
fn per_cent(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let Some(end) = lines.find("%%", at + 2) else {
        return open_note(lines, at, "%%", "%%");
    };
    let is_number = |at: usize| {
        let before = at.checked_sub(1).map(|n| lines.text.as_bytes()[n]);
        before.is_some_and(|byte| byte.is_ascii_digit())
    };
    if is_number(at) && is_number(end) {
        lines.found(at..end + 2, What::PerCent);
    }
    lines.cut(at..end + 2);
    Some(end + 2)
}

/// `<!-- … -->`. One that Markdown knows stays, since it tells blocks apart and is not shown.
fn html_note(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let Some(end) = lines.find("-->", at + 4).map(|end| end + 3) else {
        return open_note(lines, at, "<!--", "-->");
    };
    let text = &lines.text[at..end];
    let begins_line = at == 0 || lines.text.as_bytes()[at - 1] == b'\n';
    let is_free = begins_line && lines.around.is_empty() && lines.item == 0;
    // A blank line ends other HTML, and a comment that stands in it.
    let is_known = !text.contains('\n') || (is_free && !text.lines().any(is_blank));
    if is_known {
        lines.kept_until = lines.kept_until.max(end);
        return Some(end);
    }
    lines.cut(at..end);
    Some(end)
}

/// `<%# … %>` and `<%-- … --%>` are notes, other `<% … %>` are tags.
fn erb(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    if lines.text[at..].starts_with("<%--") {
        return note(lines, at, "<%--", "--%>", "");
    }
    if lines.text[at..].starts_with("<%#") {
        return note(lines, at, "<%#", "%>", "");
    }
    let Some(end) = lines.find("%>", at + 2) else {
        return open_tag(lines, at, "<%", "%>");
    };
    let inside = lines.text[at + 2..end].trim_start_matches(['=', '-', ' ']);
    let name = word(inside).to_owned();
    lines.found(at..end + 2, What::Tag(name));
    lines.cut(at..end + 2);
    Some(end + 2)
}

/// A tag that never ends can't be told from the words behind it, so these are kept.
fn open_tag(
    lines: &mut Lines<'_>,
    at: usize,
    begin: &'static str,
    end: &'static str,
) -> Option<usize> {
    lines.found(at..at + begin.len(), What::OpenTag(begin, end));
    Some(at + begin.len())
}

/// `{{…}}`: Hugo's notes and shortcodes, notes of Handlebars, variables.
fn double_brace(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let rest = &lines.text[at + 2..lines.end];
    if rest.trim_start_matches(['-', ' ']).starts_with("/*") {
        return note(lines, at, "{{/*", "*/", "}}");
    }
    if rest.starts_with("!--") {
        return note(lines, at, "{{!--", "--", "}}");
    }
    if rest.starts_with('!') {
        return note(lines, at, "{{!", "}}", "");
    }
    let (begin, end) = match rest.as_bytes().first() {
        Some(b'<') => ("{{<", ">}}"),
        Some(b'%') => ("{{%", "%}}"),
        _ => ("{{", "}}"),
    };
    let Some(close) = lines.find(end, at + begin.len()) else {
        return open_tag(lines, at, begin, end);
    };
    let mut behind = close + end.len();
    while begin == "{{"
        && lines.text.as_bytes().get(behind) == Some(&b'}')
        && behind < lines.end
    {
        behind += 1;
    }
    if begin == "{{" {
        lines.found(at..behind, What::Variable);
        cut_tag(lines, at..behind);
        return Some(behind);
    }
    let inside = lines.text[at + begin.len()..close].trim();
    let alone = inside.ends_with('/') || inside.starts_with("/*");
    pair(lines, at..behind, inside, alone, Family::Shortcode(begin))
}

/// What writes pairs.
#[derive(Debug, Clone, Copy)]
enum Family {
    /// `{{< name >}}…{{< /name >}}`, with how it begins.
    Shortcode(&'static str),
    /// `{% name %}…{% endname %}`
    Tag,
}

impl Family {
    fn what(self, name: String) -> What {
        match self {
            Family::Shortcode(_) => What::Shortcode(name),
            Family::Tag => What::Tag(name),
        }
    }

    /// The name of a tag, and whether it is the end of a pair.
    fn name(self, inside: &str) -> (&str, bool) {
        match self {
            Family::Shortcode(_) => match inside.strip_prefix('/') {
                Some(rest) if !rest.starts_with('*') => (word(rest.trim_start()), true),
                _ => (word(inside.trim_start_matches(['/', '*', ' '])), false),
            },
            Family::Tag => match inside.strip_prefix("end") {
                Some(rest) => (word(rest), true),
                None => (word(inside), false),
            },
        }
    }

    fn begin(self) -> &'static str {
        match self {
            Family::Shortcode(begin) => begin,
            Family::Tag => "{%",
        }
    }

    fn end(self) -> &'static str {
        match self {
            Family::Shortcode("{{<") => ">}}",
            Family::Shortcode(_) => "%}}",
            Family::Tag => "%}",
        }
    }
}

/// Takes a tag, and with one that begins a note the note and its end.
fn pair(
    lines: &mut Lines<'_>,
    at: Range<usize>,
    inside: &str,
    alone: bool,
    family: Family,
) -> Option<usize> {
    let (name, is_end) = family.name(inside);
    let key = format!("{}{name}", family.begin());
    if is_end {
        let open = lines.pairs.get_mut(&key).filter(|open| **open > 0);
        match open {
            Some(open) => *open -= 1,
            None => lines.found(at.clone(), family.what(name.to_owned())),
        }
        lines.cut(at.clone());
        return Some(at.end);
    }
    let name = name.to_owned();
    let is_note = names::is_note(&name);
    if !alone && (is_note || names::is_withheld(&name)) {
        if let Some(end) = end_of_pair(lines, at.end, &name, family) {
            if !is_note {
                lines.found(at.start..end, What::Withheld(name));
            }
            lines.cut(at.start..end);
            return Some(end);
        }
        // `{% comments %}` shows what readers wrote; a note has an end.
        if name == "comment" {
            let (begin, end) = match family {
                Family::Tag => ("{% comment %}", "{% endcomment %}"),
                Family::Shortcode("{{<") => ("{{< comment >}}", "{{< /comment >}}"),
                Family::Shortcode(_) => ("{{% comment %}}", "{{% /comment %}}"),
            };
            lines.found(at.clone(), What::OpenNote(begin, end));
            lines.cut(at.start..lines.end);
            return Some(lines.end);
        }
    }
    if !alone {
        *lines.pairs.entry(key).or_default() += 1;
    }
    lines.found(at.clone(), family.what(name));
    cut_tag(lines, at.clone());
    Some(at.end)
}

/// The longest label of a link that is looked for.
const LONGEST_LABEL: usize = 300;

/// Leaves a tag out. Where it is all that a link leads to, the label stays without the link, and of a
/// picture nothing does.
fn cut_tag(lines: &mut Lines<'_>, at: Range<usize>) {
    let text = lines.text;
    let label = text[..at.start].strip_suffix("](");
    let Some(label) = label.filter(|_| text[at.end..lines.end].starts_with(')')) else {
        return lines.cut(at);
    };
    let mut depth = 1_usize;
    let bytes = label.as_bytes().iter().enumerate().rev().take(LONGEST_LABEL);
    let open = bytes.take_while(|(_, byte)| **byte != b'\n').find_map(|(n, byte)| {
        depth += usize::from(*byte == b']');
        depth -= usize::from(*byte == b'[');
        (depth == 0).then_some(n)
    });
    match open {
        Some(open) if label[..open].ends_with('!') => lines.cut(open - 1..at.end + 1),
        Some(open) => {
            lines.cut(open..open + 1);
            lines.cut(label.len()..at.end + 1);
        }
        None => lines.cut(at),
    }
}

/// Where the pair `name` ends that was begun before `from`; pairs of the name within it have ends of
/// their own.
fn end_of_pair(
    lines: &mut Lines<'_>,
    from: usize,
    name: &str,
    family: Family,
) -> Option<usize> {
    let (begin, end) = (family.begin(), family.end());
    let key = format!("/{begin}{name}");
    if lines.pairs.contains_key(&key) {
        return None;
    }
    let (mut at, mut depth) = (from, 1_usize);
    while let Some(open) = find(lines, begin, at)
        && let Some(close) = find(lines, end, open + begin.len())
    {
        at = close + end.len();
        let inside =
            lines.text[open + begin.len()..close].trim_matches(['-', ' ', '\t', '\n']);
        match family.name(inside) {
            (found, true) if found == name => depth -= 1,
            (found, false) if found == name && !inside.ends_with('/') => depth += 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    // No other of the name that begins behind has an end either.
    lines.pairs.insert(key, 0);
    None
}

fn find(lines: &Lines<'_>, what: &str, from: usize) -> Option<usize> {
    let rest = lines.text.as_bytes().get(from..lines.end)?;
    let found = memchr::memmem::find(rest, what.as_bytes());
    steps::took(found.unwrap_or(rest.len()));
    found.map(|n| from + n)
}

/// `{% name … %}`
fn tag(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let Some(close) = lines.find("%}", at + 2) else {
        return open_tag(lines, at, "{%", "%}");
    };
    let inside =
        lines.text[at + 2..close].trim_matches(['-', '+', ' ', '\t', '\n', '\r']);
    if inside.starts_with('#') {
        // Liquid's note in a tag.
        lines.cut(at..close + 2);
        return Some(close + 2);
    }
    pair(lines, at..close + 2, inside, false, Family::Tag)
}

/// `{# … #}` is a note of Jinja, Tera and Twig; `{#id}` is a list of attributes.
fn hash(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let near = lines.text.floor_char_boundary(at + LONGEST);
    let inside = &lines.text[at + 2..lines.line_end(at).min(near)];
    let end = inside.find('}');
    let is_note = match end {
        _ if inside.is_empty() || inside.starts_with([' ', '\t', '-', '#']) => true,
        Some(end) => inside[..end].ends_with('#'),
        None => false,
    };
    if is_note {
        return note(lines, at, "{#", "#}", "");
    }
    let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    let id = inside.find(|c| !is_id(c)).unwrap_or(inside.len());
    if inside[id..].starts_with(['}', ' ']) && end.is_some() {
        return attributes(lines, at);
    }
    match lines.find("#}", at + 2) {
        Some(_) => note(lines, at, "{#", "#}", ""),
        None => None,
    }
}

/// `{: .class}`, `{:toc}`, and kramdown's notes.
fn kramdown(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let rest = &lines.text[at..lines.end];
    if rest.starts_with("{::comment}") {
        let end = lines.find("{:/", at);
        let Some(end) = end.and_then(|end| find(lines, "}", end)) else {
            return open_note(lines, at, "{::comment}", "{:/comment}");
        };
        lines.cut(at..end + 1);
        return Some(end + 1);
    }
    let near = lines.text.floor_char_boundary(at + LONGEST);
    let line = &lines.text[at..lines.line_end(at).min(near)];
    let is_list =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '#' | ':' | '/' | '_');
    let begins = line[2..].starts_with(is_list);
    let end = at + line.find('}').filter(|_| begins)? + 1;
    lines.found(at..end, What::Attributes);
    lines.cut(at..end);
    Some(end)
}

/// An edit that is not made yet. Of what is to go nothing is kept: `gone` is where that ends.
fn revision(
    lines: &mut Lines<'_>,
    at: usize,
    end: &'static str,
    gone: Option<&'static str>,
) -> Option<usize> {
    let close = lines.find(end, at + 3).filter(|close| close - at < LONGEST)?;
    let inside = &lines.text[at + 3..close];
    if inside.contains("\n\n") {
        return None;
    }
    let kept = match gone {
        None => 0,
        Some("") => inside.len(),
        Some(arrow) => inside.find(arrow).map_or(0, |n| n + arrow.len()),
    };
    lines.found(at..close + 3, What::Revision);
    lines.cut(at..at + 3 + kept);
    lines.cut(close..close + 3);
    Some(at + 3 + kept)
}

/// `{.class}`, `{#id}` and `{name=value}` at the end of a line, or behind a link, code or emphasis.
fn attributes(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let end = lines.line_end(at);
    let line = &lines.text[at..end];
    let near = &line.as_bytes()[..line.len().min(LONGEST)];
    let length = memchr::memchr(b'}', near)? + 1;
    let inside = line[1..length - 1].trim();
    let mut parts = inside.split_whitespace();
    let is_named = |part: &str| {
        let name = part.trim_start_matches(['.', '#']);
        name.starts_with(|c: char| c.is_alphabetic() || c == '_')
    };
    let is_part = |part: &str| match part.as_bytes() {
        [b'.' | b'#', ..] => is_named(part),
        _ => part.split_once('=').is_some_and(|(name, _)| is_named(name)),
    };
    let first = parts.next()?;
    if !is_part(first) || (!first.starts_with(['.', '#']) && !inside.contains('=')) {
        return None;
    }
    let before = &lines.text[..at];
    let behind = line[length..].trim();
    let begins_line =
        before.trim_end_matches([' ', '\t', '>']).ends_with('\n') || at == 0;
    // Marks are behind brackets, and ours.
    let is_mark = before.ends_with(']');
    let is_behind = before.ends_with([')', '`', '*', '_', '>']);
    let is_class = first.starts_with(['.', '#']);
    let ends_line = behind.is_empty() && is_class;
    if is_mark || !(is_behind || ends_line || (begins_line && behind.is_empty())) {
        return None;
    }
    if is_of_heading(lines, at, end) {
        return None;
    }
    lines.found(at..at + length, What::Attributes);
    lines.cut(at..at + length);
    Some(at + length)
}

/// Whether the line that ends at `end` is a heading, which may have an id and classes.
fn is_of_heading(lines: &Lines<'_>, at: usize, end: usize) -> bool {
    let start = lines.line_start(at);
    let line = lines.text[start..end].trim_start_matches([' ', '>']);
    let next = lines.next_line(end);
    let near = lines.text.floor_char_boundary(next + LONGEST).clamp(next, lines.end);
    let below = lines.text[next..near].split('\n').next().unwrap_or_default().trim();
    let is_ruled = |sign: char| !below.is_empty() && below.trim_matches(sign).is_empty();
    line.starts_with('#') || is_ruled('=') || is_ruled('-')
}

/// `<Component …>` and its end; an address in `<…>` is passed over.
fn angle(lines: &mut Lines<'_>, at: usize) -> Option<usize> {
    let limit = lines.end.min(lines.text.floor_char_boundary(at + LONGEST));
    let rest = &lines.text[at + 1..limit];
    let is_end = rest.starts_with('/');
    let name = &rest[usize::from(is_end)..];
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
    let length = name.find(|c| !is_name(c)).unwrap_or(name.len());
    let name = &name[..length];
    let behind = &rest[usize::from(is_end) + length..];
    if behind.starts_with(':') && !name.is_empty() {
        let end = rest.find(['>', ' ', '\n'])?;
        return rest[end..].starts_with('>').then_some(at + 1 + end + 1);
    }
    let is_fragment = name.is_empty() && behind.starts_with('>');
    let is_component = name.starts_with(|c: char| c.is_ascii_uppercase())
        && !names::is_element(name)
        && behind.starts_with(['>', '/', ' ', '\n', '\r', '\t']);
    if !is_fragment && !is_component {
        return None;
    }
    let end = at + 1 + usize::from(is_end) + length + end_of_component(behind)?;
    let (name, alone) = (name.to_owned(), lines.text[..end].ends_with("/>"));
    let key = format!("<{name}");
    if is_end {
        match lines.pairs.get_mut(&key).filter(|open| **open > 0) {
            Some(open) => *open -= 1,
            None => lines.found(at..end, What::Component(name)),
        }
    } else {
        if !alone {
            *lines.pairs.entry(key).or_default() += 1;
        }
        lines.found(at..end, What::Component(name));
    }
    lines.cut(at..end);
    Some(end)
}

/// The bytes up to the end of a component's tag, its values in quotes and braces passed over.
fn end_of_component(rest: &str) -> Option<usize> {
    let mut braces = 0_usize;
    let mut quote = None;
    let mut last = 0;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'\n') if last == b'\n' => return None,
            (Some(mark), _) if byte == mark => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'{') => braces += 1,
            (None, b'}') => braces = braces.saturating_sub(1),
            (None, b'>') if braces == 0 => return Some(at + 1),
            (None, b'<') if braces == 0 => return None,
            _ => {}
        }
        last = byte;
    }
    None
}
