//! Scripts without what only people read. No name is changed, so that what goes wrong can be found.

/// `js` without comments and needless white space. What is between quotes, and regular expressions,
/// stay as they are. A line that may end a statement keeps its end.
pub(super) fn shortened(js: &str) -> String {
    let mut out = String::with_capacity(js.len());
    let mut rest = js;
    let mut gap = Between::None;
    // By brace that is open in a text with `…${…}…`, how many are open inside.
    let mut texts: Vec<usize> = Vec::new();
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => {
                rest = rest.find('\n').map_or("", |end| &rest[end..]);
                continue;
            }
            '/' if rest.starts_with("/*") => {
                rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
                gap = gap.max(Between::Space);
                continue;
            }
            '\n' | '\r' => {
                gap = Between::Line;
                rest = &rest[1..];
                continue;
            }
            c if c.is_whitespace() => {
                gap = gap.max(Between::Space);
                rest = &rest[c.len_utf8()..];
                continue;
            }
            '"' | '\'' => until(rest, c, false),
            '/' if begins_pattern(&out) => until(rest, '/', true),
            '`' => {
                texts.push(0);
                text(rest, &mut texts)
            }
            '{' => {
                texts.iter_mut().for_each(|open| *open += 1);
                1
            }
            '}' if texts.last() == Some(&0) => text(rest, &mut texts),
            '}' => {
                texts.iter_mut().for_each(|open| *open = open.saturating_sub(1));
                1
            }
            c => c.len_utf8(),
        };
        out.push_str(gap.between(out.chars().next_back(), c));
        gap = Between::None;
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// What stands between two pieces of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    None,
    Space,
    Line,
}

impl Between {
    /// What of it is needed between two characters.
    fn between(self, before: Option<char>, after: char) -> &'static str {
        let Some(before) = before else { return "" };
        let goes_on = matches!(
            before,
            '{' | '(' | '[' | ',' | ';' | ':' | '?' | '=' | '&' | '|' | '>' | '<' | '\n'
        ) || matches!(
            after,
            '}' | ')' | ']' | ',' | ';' | ':' | '?' | '=' | '&' | '|' | '.'
        );
        let is_word =
            |c: char| c.is_alphanumeric() || matches!(c, '_' | '$') || !c.is_ascii();
        let joins = is_word(before) && is_word(after)
            || before == after && matches!(before, '+' | '-' | '/');
        match self {
            Between::Line if !goes_on => "\n",
            Between::Space | Between::Line if joins => " ",
            _ => "",
        }
    }
}

/// Whether a slash behind this begins a regular expression rather than divides.
fn begins_pattern(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return true };
    let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next();
    "(,=:[!&|?{};+-*%~^<>\n".contains(last)
        || word.is_some_and(|word| ["return", "typeof", "case"].contains(&word))
}

/// The length of what begins with a mark and ends with the next. In a pattern the mark may stand between brackets.
fn until(text: &str, mark: char, is_pattern: bool) -> usize {
    let (mut is_escaped, mut in_brackets) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' if is_pattern => in_brackets = true,
            ']' if is_pattern => in_brackets = false,
            _ if c == mark && !in_brackets => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// The length of a piece of a text in backquotes: up to its end, which leaves it, or to an expression in it. `rest`
/// begins with the mark before the piece.
fn text(rest: &str, texts: &mut Vec<usize>) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '`' => {
                texts.pop();
                return at + 1;
            }
            '$' if rest[at..].starts_with("${") => return at + 2,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn comments_and_needless_white_space_go() {
        let js = "// a\nconst a = (b, c) => {\n  /* d */ return b + c;\n};\nlet e\nlet f = 1\n";
        assert_eq!(
            shortened(js),
            "const a=(b,c)=>{return b + c;};let e\nlet f=1".replace(" + ", "+")
        );
    }

    #[test]
    fn what_is_quoted_stays() {
        for js in [
            "a=\"//  b \\\" \"",
            "a='/*  b'",
            "a=b.replace(/[/\"]  /g,\"\")",
            "a=`x  ${b} //  ${`y  ${{c:1}.c}`}  z`",
            "return/ /",
        ] {
            assert_eq!(shortened(js), js);
        }
        assert_eq!(shortened("a = `x  ${ b + {c: 1} }  y`;\n"), "a=`x  ${b+{c:1}}  y`;");
        assert_eq!(shortened("a = b / c / d"), "a=b/c/d");
    }

    #[test]
    fn what_would_become_another_thing_stays_apart() {
        assert_eq!(shortened("a + +b; a - -b; new  A"), "a+ +b;a- -b;new A");
        assert_eq!(shortened("a\n(b)\n[c]"), "a\n(b)\n[c]");
        assert_eq!(shortened("a\n++b"), "a\n++b");
    }

    #[test]
    fn what_is_cut_short_is_no_trouble() {
        for js in ["\"open", "`open ${", "/open", "/* open", "", "}", "`${`${"] {
            shortened(js);
        }
    }
}
