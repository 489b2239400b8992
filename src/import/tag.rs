//! Tags of other generators in a text: shortcodes of Hugo and Zola, tags and variables of Liquid and Jinja, components of MDX.

use super::quiet::Quiet;
use crate::markdown::is_element;
use std::collections::BTreeMap;
use std::ops::Range;

/// What writes a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TagFamily {
    /// `{{< name >}}` and `{{% name %}}`
    Shortcode,
    /// `{% name %}`
    Statement,
    /// `{{ name(…) }}` and `{{ variable | filter }}`
    Output,
    /// `<Name …>`
    Component,
}

/// A tag, with its end if it has one.
#[derive(Debug, Clone)]
pub(super) struct ForeignTag {
    pub(super) at: Range<usize>,
    pub(super) family: TagFamily,
    pub(super) name: String,
    /// Its values, with their names where they have some.
    pub(super) values: Vec<(Option<String>, String)>,
    /// What stands between its brackets.
    pub(super) inside: String,
    /// Where the tag that ends it stands.
    pub(super) end: Option<Range<usize>>,
}

impl ForeignTag {
    /// The value of one of these names, in any case of letters.
    pub(super) fn named(&self, names: &[&str]) -> Option<&str> {
        let is = |given: &str| names.iter().any(|name| name.eq_ignore_ascii_case(given));
        let named = |(name, value): &(Option<String>, String)| {
            name.as_deref().is_some_and(is) && !value.trim().is_empty()
        };
        let (_, value) = self.values.iter().find(|one| named(one))?;
        Some(value.trim())
    }

    /// The value without a name that has this number.
    pub(super) fn nth(&self, number: usize) -> Option<&str> {
        let unnamed = self.values.iter().filter(|(name, _)| name.is_none());
        let value = unnamed.map(|(_, value)| value.trim()).nth(number)?;
        (!value.is_empty()).then_some(value)
    }

    /// What it holds, where it has an end.
    pub(super) fn content(&self) -> Option<Range<usize>> {
        self.end.as_ref().map(|end| self.at.end..end.start)
    }

    /// All of it: with what it holds and its end.
    pub(super) fn whole(&self) -> Range<usize> {
        self.at.start..self.end.as_ref().map_or(self.at.end, |end| end.end)
    }
}

/// The longest tag that is looked for.
const LONGEST: usize = 8000;

/// The tags of a text outside of code and notes, in order, each with its end. What ends nothing is told with them, as a tag
/// whose name begins with `/`.
pub(super) fn tags(text: &str, quiet: &Quiet) -> Vec<ForeignTag> {
    let mut found: Vec<ForeignTag> = Vec::new();
    let mut open: BTreeMap<(TagFamily, String), Vec<usize>> = BTreeMap::new();
    let mut statements: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(start) = quiet.next(text, at, b"{<") {
        let Some(tag) = tag(text, start) else {
            at = start + 1;
            continue;
        };
        at = tag.at.end;
        let Some(of) = ended(&tag) else {
            if tag.family == TagFamily::Statement {
                statements.push(found.len());
            }
            if !is_alone(&tag) {
                open.entry((tag.family, tag.name.clone())).or_default().push(found.len());
            }
            found.push(tag);
            continue;
        };
        // Zola ends whatever was begun last with `{% end %}`.
        let begun = match of.is_empty() && tag.family == TagFamily::Statement {
            true => pop_open(&mut statements, &found),
            false => {
                open.get_mut(&(tag.family, of)).and_then(|all| pop_open(all, &found))
            }
        };
        match begun {
            Some(begun) => {
                found[begun].end = Some(tag.at);
            }
            None => found.push(ForeignTag { name: format!("/{}", tag.name), ..tag }),
        }
    }
    found.sort_by_key(|tag| tag.at.start);
    found
}

/// The last of some tags that has no end yet.
fn pop_open(open: &mut Vec<usize>, found: &[ForeignTag]) -> Option<usize> {
    while let Some(last) = open.pop() {
        if found[last].end.is_none() {
            return Some(last);
        }
    }
    None
}

fn is_alone(tag: &ForeignTag) -> bool {
    tag.family == TagFamily::Output || tag.inside.trim_end().ends_with('/')
}

/// The name of what a tag ends, if it is an end.
fn ended(tag: &ForeignTag) -> Option<String> {
    let inside = tag.inside.trim_start();
    match tag.family {
        TagFamily::Shortcode | TagFamily::Component => {
            inside.strip_prefix('/').map(|rest| word(rest.trim_start()).to_owned())
        }
        TagFamily::Statement => tag.name.strip_prefix("end").map(str::to_owned),
        TagFamily::Output => None,
    }
}

/// The tag that begins at a byte.
fn tag(text: &str, at: usize) -> Option<ForeignTag> {
    let limit = text.floor_char_boundary((at + LONGEST).min(text.len()));
    let rest = &text[at..limit];
    let (family, open, close) = match rest.as_bytes() {
        [b'{', b'{', b'<', ..] => (TagFamily::Shortcode, 3, ">}}"),
        [b'{', b'{', b'%', ..] => (TagFamily::Shortcode, 3, "%}}"),
        [b'{', b'{', ..] => (TagFamily::Output, 2, "}}"),
        [b'{', b'%', ..] => (TagFamily::Statement, 2, "%}"),
        // What stands in brackets behind a label is an address.
        [b'<', ..] if text[..at].ends_with("](") => return None,
        [b'<', next, ..] => return component(rest, at, *next),
        _ => return None,
    };
    let end = rest[open..].find(close)? + open;
    let mut behind = end + close.len();
    while close == "}}" && rest[behind..].starts_with('}') {
        behind += 1;
    }
    let inside = rest[open..end].trim_matches(['-', '+', ' ', '\n', '\t']).to_owned();
    let name = word(inside.trim_start_matches(['/', ' '])).to_owned();
    let from = inside.find(&name).unwrap_or(0) + name.len();
    let values = values(&inside[from..]);
    Some(ForeignTag { at: at..at + behind, family, name, values, inside, end: None })
}

/// `<Name …>`, `<Name … />`, `</Name>`, `<>` and `</>`.
fn component(rest: &str, at: usize, next: u8) -> Option<ForeignTag> {
    let slash = usize::from(next == b'/');
    let inside = &rest[1 + slash..];
    let length =
        inside.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_'));
    let name = &inside[..length.unwrap_or(inside.len())];
    let is_fragment = name.is_empty() && inside.starts_with('>');
    let behind = &inside[name.len()..];
    let is_component = name.starts_with(|c: char| c.is_ascii_uppercase())
        && (!is_element(name) || name.contains(|c: char| c.is_ascii_lowercase()))
        && behind.starts_with(['>', '/', ' ', '\n', '\t']);
    if !(is_fragment || is_component) {
        return None;
    }
    let end = 1 + slash + name.len() + tag_end(behind)?;
    let inside = rest[1..end - 1].to_owned();
    let values = values(&inside[slash + name.len()..]);
    let name = name.to_owned();
    Some(ForeignTag {
        at: at..at + end,
        family: TagFamily::Component,
        name,
        values,
        inside,
        end: None,
    })
}

/// The bytes up to the end of a tag of HTML or JSX, its values in quotes and braces passed over.
pub(super) fn tag_end(rest: &str) -> Option<usize> {
    let (mut braces, mut quote) = (0_usize, None);
    for (at, byte) in rest.bytes().enumerate().take(LONGEST) {
        match (quote, byte) {
            (Some(mark), _) if byte == mark => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'`') if braces > 0 => quote = Some(byte),
            (None, b'{') => braces += 1,
            (None, b'}') => braces = braces.saturating_sub(1),
            (None, b'>') if braces == 0 => return Some(at + 1),
            (None, b'<') if braces == 0 => return None,
            (None, _) => {}
        }
    }
    None
}

/// The letters, digits, `-`, `_`, `.` and `/` that a text begins with.
fn word(text: &str) -> &str {
    let is_part =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':');
    let name = &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())];
    name.trim_end_matches('/')
}

/// The values of a tag: `"a" b name="c" name={d}`, also `(name="c", other=2)`.
pub(super) fn values(text: &str) -> Vec<(Option<String>, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_matches(|c: char| c.is_whitespace() || c == '/');
    rest = rest
        .strip_prefix('(')
        .map_or(rest, |inner| inner.strip_suffix(')').unwrap_or(inner));
    loop {
        rest = rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        if rest.is_empty() {
            return found;
        }
        let is_name =
            |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '@');
        let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let behind = rest[length..].trim_start();
        if length > 0 && behind.starts_with('=') && !behind.starts_with("==") {
            let (value, length_of_value) = value(behind[1..].trim_start());
            found.push((Some(rest[..length].to_owned()), value));
            let value_at = behind[1..].len() - behind[1..].trim_start().len();
            rest = &behind[1 + value_at + length_of_value..];
        } else {
            let (value, length) = value(rest);
            found.push((None, value));
            rest = &rest[length.max(rest.chars().next().map_or(1, char::len_utf8))..];
        }
    }
}

/// One value, and how many bytes it has: in quotes, in braces, or up to white space.
fn value(text: &str) -> (String, usize) {
    let first = text.chars().next();
    match first {
        Some(mark @ ('"' | '\'' | '`' | '“')) => {
            let close = if mark == '“' { '”' } else { mark };
            let from = mark.len_utf8();
            match text[from..].find(close) {
                Some(end) => {
                    (text[from..from + end].to_owned(), from + end + close.len_utf8())
                }
                None => (text[from..].to_owned(), text.len()),
            }
        }
        Some('{') => {
            let mut depth = 0_usize;
            for (at, byte) in text.bytes().enumerate() {
                depth = match byte {
                    b'{' => depth + 1,
                    b'}' => depth.saturating_sub(1),
                    _ => depth,
                };
                if depth == 0 {
                    let inner = text[1..at].trim();
                    return (inner.trim_matches(['"', '\'', '`']).to_owned(), at + 1);
                }
            }
            (text.to_owned(), text.len())
        }
        _ => {
            let end =
                text.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(text.len());
            (text[..end].to_owned(), end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<ForeignTag> {
        tags(text, &Quiet::of(text))
    }

    #[test]
    fn tags_have_names_values_and_ends() {
        let all = found(
            "{{< figure src=\"a b.png\" alt=Door >}} {{% note \"T\" %}}x{{% /note %}}",
        );
        assert_eq!(all[0].named(&["src"]), Some("a b.png"));
        assert_eq!(all[0].named(&["ALT"]), Some("Door"));
        assert_eq!(
            (all[1].nth(0), all[1].content().map(|c| c.len())),
            (Some("T"), Some(1))
        );
        let all =
            found("{% quote(author=\"V\", n=2) %}x{% end %}{{ youtube(id=\"y\") }}");
        assert_eq!((all[0].named(&["n"]), all[0].end.is_some()), (Some("2"), true));
        assert_eq!((&*all[1].name, all[1].named(&["id"])), ("youtube", Some("y")));
        let all = found("<Tabs><Tab label={'A'} x={() => {1}}>a</Tab></Tabs> <b> `<X>`");
        assert_eq!((all.len(), all[1].named(&["label"])), (2, Some("A")));
    }

    #[test]
    fn what_ends_nothing_is_told() {
        let all = found("{% endif %} {{< /x >}} </Y>");
        let names: Vec<&str> = all.iter().map(|tag| &*tag.name).collect();
        assert_eq!(names, ["/endif", "/x", "/Y"]);
    }
}
