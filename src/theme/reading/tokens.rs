//! The tags of a template, and the words in them.
//!
//! Only as much of the engine's grammar is known here as it takes to see what a template does with a
//! variable. The engine has parsed the template before, so it is known to be well formed.

/// One `{{ … }}` or `{% … %}` of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TemplateTag<'t> {
    /// Whether its value is written: `{{ … }}`.
    pub(super) writes: bool,
    /// What stands in it.
    pub(super) tokens: Vec<Token<'t>>,
}

/// A word or a sign in a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A name or a word of the grammar.
    Word(&'t str),
    /// A text in quotes, as it is written between them.
    Text(&'t str),
    /// Digits.
    Number,
    /// A sign: `.`, `|`, `==`.
    Sign(&'t str),
}

/// Signs of more than one character, longest first.
const SIGNS: [&str; 11] =
    ["...", "?.", "?[", "</", "==", "!=", "<=", ">=", "//", "**", "/>"];

/// The tags of `template` in order; what stands in comments and in `{% raw %}` is text. None where a
/// sign is unknown.
pub(super) fn tags(template: &str) -> Option<Vec<TemplateTag<'_>>> {
    let mut tags: Vec<TemplateTag<'_>> = Vec::new();
    let mut rest = template;
    while let Some((writes, inside)) = next_tag(&mut rest)? {
        let tokens = tokens(inside)?;
        if tokens == [Token::Word("raw")] {
            let end = rest.find("endraw")?;
            let after = &rest[end..];
            rest = &after[after.find("%}")? + 2..];
            continue;
        }
        tags.push(TemplateTag { writes, tokens });
    }
    Some(tags)
}

/// What stands in the next tag, and whether its value is written; `rest` is then what comes after it.
fn next_tag<'t>(rest: &mut &'t str) -> Option<Option<(bool, &'t str)>> {
    loop {
        let starts = ["{{", "{%", "{#"];
        let found = starts.iter().filter_map(|start| rest.find(start)).min();
        let Some(at) = found else { return Some(None) };
        let (start, inside) = rest[at..].split_at(2);
        if start == "{#" {
            *rest = &inside[inside.find("#}")? + 2..];
            continue;
        }
        let end = end_of(inside, if start == "{{" { "}}" } else { "%}" })?;
        *rest = &inside[end + 2..];
        let inside = &inside[..end];
        let inside = inside.strip_prefix('-').unwrap_or(inside);
        return Some(Some((start == "{{", inside.strip_suffix('-').unwrap_or(inside))));
    }
}

/// Where `end` stands outside of quotes and braces.
fn end_of(inside: &str, end: &str) -> Option<usize> {
    let (mut quote, mut depth, mut escaped) = (None, 0_usize, false);
    for (at, c) in inside.char_indices() {
        match (quote, c) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') if depth > 0 => depth -= 1,
            (None, _) if inside[at..].starts_with(end) => return Some(at),
            (None, _) => {}
        }
    }
    None
}

fn tokens(inside: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = inside.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' | '`' => {
                let length = quoted(&rest[1..], first)? + 2;
                tokens.push(Token::Text(&rest[1..length - 1]));
                length
            }
            c if c.is_ascii_digit() => {
                tokens.push(Token::Number);
                rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
            }
            c if c.is_ascii_alphabetic() || c == '_' => {
                let other = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
                let length = rest.find(other).unwrap_or(rest.len());
                tokens.push(Token::Word(&rest[..length]));
                length
            }
            _ => {
                let long = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                let single = ".,:|()[]{}<>=+-*/%~!@".contains(first);
                let length = long.map_or(1, |sign| sign.len());
                if long.is_none() && !single {
                    return None;
                }
                tokens.push(Token::Sign(&rest[..length]));
                length
            }
        };
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

/// Where the text ends that `quote` has opened.
fn quoted(rest: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// Where the bracket closes that was opened before `tokens`.
pub(super) fn closing(tokens: &[Token<'_>], open: &str, close: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign(sign) if *sign == open => depth += 1,
            Token::Sign(sign) if *sign == close && depth == 0 => return Some(at),
            Token::Sign(sign) if *sign == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The parts of `tokens` between those that stand in no brackets and are `between`.
pub(super) fn split<'a, 't>(
    tokens: &'a [Token<'t>],
    between: impl Fn(&Token<'t>) -> bool,
) -> Vec<&'a [Token<'t>]> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign("(" | "[" | "{" | "?[") => depth += 1,
            Token::Sign(")" | "]" | "}") => depth = depth.saturating_sub(1),
            _ if depth == 0 && between(token) => {
                parts.push(&tokens[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&tokens[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use Token::{Number, Sign, Text, Word};

    fn found(template: &str) -> Vec<Vec<Token<'_>>> {
        tags(template).unwrap().into_iter().map(|tag| tag.tokens).collect()
    }

    #[test]
    fn tags_are_found_with_what_stands_in_them() {
        let template =
            "a {{- of.title -}} b {% if x == 1 %}{# {{ no }} #}{{ <c a={b} /> }}";
        let expected = [
            vec![Word("of"), Sign("."), Word("title")],
            vec![Word("if"), Word("x"), Sign("=="), Number],
            [Sign("<"), Word("c"), Word("a"), Sign("="), Sign("{"), Word("b")]
                .into_iter()
                .chain([Sign("}"), Sign("/>")])
                .collect(),
        ];
        assert_eq!(found(template), expected);
        let writes: Vec<bool> =
            tags(template).unwrap().iter().map(|tag| tag.writes).collect();
        assert_eq!(writes, [true, false, true]);
    }

    #[test]
    fn quotes_and_raw_text_end_no_tag() {
        assert_eq!(found("{{ \"}} \\\" %}\" }}"), [[Text("}} \\\" %}")]]);
        assert_eq!(found("{% raw %}{{ a }}{% endraw %}{{ b }}"), [[Word("b")]]);
        assert_eq!(found("{{ <c m={{\"a\": 1}} /> }}").len(), 1);
    }

    #[test]
    fn what_is_not_known_is_said_to_be_so() {
        assert_eq!(tags("{{ a § b }}"), None);
    }
}
