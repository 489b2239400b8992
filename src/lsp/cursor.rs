//! What is being written at the cursor: a field or a value of YAML or TOML, or a reference in a text. The text above it
//! may be in any state, so it is read line by line and not as a tree.

use crate::content::front_matter::Syntax;
use std::ops::Range;

/// What is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Writing {
    /// The name of a field, or an element of a list: by the names of the fields above it.
    Name { above: Vec<String>, written: Range<usize> },
    /// The value of the last of these fields.
    Value { above: Vec<String>, written: Range<usize> },
    /// The key of a citation.
    Citation(Range<usize>),
    /// What `[[…]]` names.
    Wiki(Range<usize>),
    /// The status of marked words: what stands behind `{.`
    Status(Range<usize>),
    /// The claim of marked words.
    Claim(Range<usize>),
    /// The file that a link leads to.
    Link(Range<usize>),
}

/// What is being written in fields, `at` a byte of them.
pub(super) fn in_fields(
    text: &str,
    fields: Range<usize>,
    syntax: Syntax,
    at: usize,
) -> Option<Writing> {
    let start = fields.start;
    let before = text.get(start..at)?;
    match syntax {
        Syntax::Yaml => in_yaml(before, start),
        Syntax::Toml => in_toml(before, start),
    }
}

/// A field, or an element of a list, that the cursor is in, and the column where it begins.
struct Level {
    column: usize,
    /// The name; none of an element.
    name: Option<String>,
}

fn in_yaml(before: &str, start: usize) -> Option<Writing> {
    let mut levels: Vec<Level> = Vec::new();
    // A collection in brackets that an earlier line has opened, from its first byte on.
    let mut open: Option<usize> = None;
    let mut at = 0;
    for line in before.split_inclusive('\n') {
        let (from, end) = (at, at + line.len());
        at = end;
        let is_last = end == before.len() && !line.ends_with('\n');
        if let Some(opened) = open {
            if is_last {
                return Some(in_brackets(before, opened, &levels, start));
            }
            if depth(&before[opened..end]) == 0 {
                open = None;
            }
            continue;
        }
        let bare = line.trim_end();
        let mut column = bare.len() - bare.trim_start().len();
        if (bare.trim().is_empty() || bare.trim_start().starts_with('#')) && !is_last {
            continue;
        }
        let mut rest = &line[column.min(line.len())..];
        leave(&mut levels, column, rest.starts_with("- ") || rest.trim_end() == "-");
        while let Some(inside) =
            rest.strip_prefix("- ").or_else(|| (rest.trim_end() == "-").then_some(""))
        {
            levels.push(Level { column, name: None });
            let inner = inside.trim_start_matches(' ');
            column += rest.len() - inner.len();
            rest = inner;
        }
        let offset = from + line.len() - rest.len();
        match key(rest) {
            Some((name, value)) => {
                levels.push(Level { column, name: Some(name) });
                let value_at = offset + value;
                let value = &before[value_at..end];
                if depth(value) > 0 {
                    open = Some(value_at + value.len() - value.trim_start().len());
                }
                if is_last {
                    return Some(match open {
                        Some(opened) => in_brackets(before, opened, &levels, start),
                        None => Writing::Value {
                            above: names(&levels),
                            written: word(before, value_at, start),
                        },
                    });
                }
            }
            None if is_last => {
                return Some(match rest.starts_with(['[', '{']) {
                    true => in_brackets(before, offset, &levels, start),
                    false => Writing::Name {
                        above: names(&levels),
                        written: word(before, offset, start),
                    },
                });
            }
            None => {}
        }
    }
    // The cursor stands at the beginning of a line.
    Some(Writing::Name {
        above: Vec::new(),
        written: start + before.len()..start + before.len(),
    })
}

/// Leaves the levels that a line at this column is not in. An element may stand at the column of its field.
fn leave(levels: &mut Vec<Level>, column: usize, is_element: bool) {
    while levels.last().is_some_and(|last| {
        last.column > column
            || (last.column == column && !(is_element && last.name.is_some()))
    }) {
        levels.pop();
    }
}

fn names(levels: &[Level]) -> Vec<String> {
    levels.iter().filter_map(|level| level.name.clone()).collect()
}

/// The name before a colon, and where the value begins.
fn key(rest: &str) -> Option<(String, usize)> {
    let colon = rest.find(':')?;
    let is_key = rest[colon + 1..].chars().next().is_none_or(char::is_whitespace);
    let name = rest[..colon].trim().trim_matches(['"', '\'']);
    let is_plain = !name.is_empty() && !name.contains(['[', '{', ',', '#', ' ']);
    (is_key && is_plain).then(|| (name.to_owned(), colon + 1))
}

/// How many brackets are open at the end of a value; those in quotation marks, and in a text that begins with none,
/// don't count.
fn depth(text: &str) -> usize {
    if !text.trim_start().starts_with(['[', '{']) {
        return 0;
    }
    let (mut open, mut quote) = (0_usize, None);
    for c in text.chars() {
        match (quote, c) {
            (Some(mark), _) if c == mark => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(c),
            (None, '[' | '{') => open += 1,
            (None, ']' | '}') => open = open.saturating_sub(1),
            (None, _) => {}
        }
    }
    open
}

/// What is written in brackets that begin at `from`, up to the end of `before`.
fn in_brackets(before: &str, from: usize, levels: &[Level], start: usize) -> Writing {
    let mut above = names(levels);
    // For each bracket that is open: whether it is a mapping, and the name that its value now stands under.
    let mut open: Vec<(bool, Option<String>)> = Vec::new();
    let mut part = from;
    for (at, c) in before[from..].char_indices().map(|(at, c)| (from + at, c)) {
        match c {
            '[' | '{' => {
                open.push((c == '{', None));
                part = at + 1;
            }
            ']' | '}' => {
                open.pop();
                part = at + 1;
            }
            ',' => {
                if let Some(last) = open.last_mut() {
                    last.1 = None;
                }
                part = at + 1;
            }
            ':' if before[at + 1..].starts_with(' ') => {
                if let Some((true, name)) = open.last_mut() {
                    *name = Some(before[part..at].trim().to_owned());
                    part = at + 1;
                }
            }
            _ => {}
        }
    }
    let expects_name =
        open.last().is_some_and(|(is_map, name)| *is_map && name.is_none());
    above.extend(open.into_iter().filter_map(|(_, name)| name));
    let written = word(before, part, start);
    match expects_name {
        true => Writing::Name { above, written },
        false => Writing::Value { above, written },
    }
}

/// The word from a byte on, without space and quotation mark before it.
fn word(before: &str, from: usize, start: usize) -> Range<usize> {
    let text = &before[from..];
    let bare = text.trim_start().trim_start_matches(['"', '\'']);
    start + from + text.len() - bare.len()..start + before.len()
}

fn in_toml(before: &str, start: usize) -> Option<Writing> {
    let line_at = before.rfind('\n').map_or(0, |end| end + 1);
    let header = before[..line_at].lines().rev().find(|line| line.starts_with('['));
    let header = header.map(|line| line.trim().trim_matches(['[', ']']));
    let mut above: Vec<String> = header
        .into_iter()
        .flat_map(|name| name.split('.'))
        .map(|name| name.trim().to_owned())
        .collect();
    let line = &before[line_at..];
    match line.split_once('=') {
        Some((name, value)) => {
            above.push(name.trim().to_owned());
            let at = line_at + line.len() - value.len();
            Some(match depth(value) {
                0 => Writing::Value { above, written: word(before, at, start) },
                _ => Writing::Value {
                    above,
                    written: word(before, before.rfind([',', '['])? + 1, start),
                },
            })
        }
        None if line.starts_with('[') => None,
        None => Some(Writing::Name { above, written: word(before, line_at, start) }),
    }
}

/// What is being written in a text, `at` a byte of it.
pub(super) fn in_prose(text: &str, at: usize) -> Option<Writing> {
    let line_at = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = &text[line_at..at];
    let open = |sign: &str, close: &[char]| {
        let from = line.rfind(sign)? + sign.len();
        (!line[from..].contains(close)).then_some(line_at + from)
    };
    if let Some(from) = open("[[", &[']', '|', '#']) {
        return Some(Writing::Wiki(from..at));
    }
    if let Some(from) = open("](", &[')', ' ']) {
        return Some(Writing::Link(from..at));
    }
    if let Some(from) = open("]{", &['}']) {
        return match text[from..at].rsplit_once("claim=") {
            Some((_, name)) => Some(Writing::Claim(at - name.len()..at)),
            None => Some(Writing::Status(from + text[from..at].len().min(1)..at)),
        };
    }
    let from = line_at + line.rfind('@')? + 1;
    let is_key = |c: char| c.is_alphanumeric() || "_:.#$%&-+?<>~/".contains(c);
    let before = text[line_at..from - 1].chars().next_back();
    let begins = before.is_none_or(|c| !c.is_alphanumeric());
    (begins && text[from..at].chars().all(is_key)).then_some(Writing::Citation(from..at))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written at `|`: the sort, the fields above and the word.
    fn yaml(text: &str) -> String {
        let at = text.find('|').unwrap();
        let text = text.replace('|', "");
        let (sort, above, written) =
            match in_fields(&text, 0..text.len(), Syntax::Yaml, at) {
                Some(Writing::Name { above, written }) => ("name", above, written),
                Some(Writing::Value { above, written }) => ("value", above, written),
                other => return format!("{other:?}"),
            };
        format!("{sort} {} `{}`", above.join("."), &text[written])
    }

    #[test]
    fn a_field_and_a_value_are_told_by_the_fields_above() {
        assert_eq!(yaml("title: A\nsou|"), "name  `sou`");
        assert_eq!(yaml("title: A\n|"), "name  ``");
        assert_eq!(yaml("type: re|"), "value type `re`");
        assert_eq!(yaml("a/b:\n  text: x\n  status: al|"), "value a/b.status `al`");
        assert_eq!(
            yaml("a/b:\n  responses:\n    - by: x\n      st|"),
            "name a/b.responses `st`"
        );
        assert_eq!(yaml("a/b:\n  responses:\n    - by: x\n  st|"), "name a/b `st`");
    }

    #[test]
    fn elements_of_a_list_stand_under_its_name() {
        assert_eq!(yaml("sources:\n- rte|"), "name sources `rte`");
        assert_eq!(yaml("sources:\n  - |"), "name sources ``");
        assert_eq!(yaml("sources: [a, rte|"), "value sources `rte`");
        assert_eq!(yaml("sources: [\n  a,\n  rt|"), "value sources `rt`");
        assert_eq!(yaml("history:\n  - {date: 2022, sta|"), "name history `sta`");
        assert_eq!(
            yaml("history:\n  - {date: 2022, status: al|"),
            "value history.status `al`"
        );
        assert_eq!(
            yaml("history: [{date: 2022, sources: [a, b|"),
            "value history.sources `b`"
        );
        assert_eq!(yaml("history: [{date: 2022}]\nsou|"), "name  `sou`");
        assert_eq!(yaml("title: An office [sic\nsou|"), "name  `sou`");
        assert_eq!(yaml("title: \"[\"\nsources: [\"a]\", b|"), "value sources `b`");
    }

    fn prose(text: &str) -> String {
        let at = text.find('^').unwrap();
        let text = text.replace('^', "");
        match in_prose(&text, at) {
            Some(Writing::Citation(word)) => format!("citation `{}`", &text[word]),
            Some(Writing::Wiki(word)) => format!("wiki `{}`", &text[word]),
            Some(Writing::Status(word)) => format!("status `{}`", &text[word]),
            Some(Writing::Claim(word)) => format!("claim `{}`", &text[word]),
            Some(Writing::Link(word)) => format!("link `{}`", &text[word]),
            _ => "nothing".to_owned(),
        }
    }

    #[test]
    fn references_are_told_by_the_signs_before_them() {
        assert_eq!(prose("It is [@rt^"), "citation `rt`");
        assert_eq!(prose("It is [@a; @rt^]"), "citation `rt`");
        assert_eq!(prose("a@b^"), "nothing");
        assert_eq!(prose("see [[ie/du^"), "wiki `ie/du`");
        assert_eq!(prose("see [[a]] and ^"), "nothing");
        assert_eq!(prose("[words]{.al^"), "status `al`");
        assert_eq!(prose("[words]{.alleged claim=ie/^}"), "claim `ie/`");
        assert_eq!(prose("[words](../pag^"), "link `../pag`");
    }
}
