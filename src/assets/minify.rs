//! CSS without what only people read.

/// `css` without comments and needless white space. What is between quotes stays as it is.
pub(super) fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            space = true;
            continue;
        }
        if c.is_whitespace() {
            space = true;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if space && needs_space(out.chars().next_back(), c) {
            out.push(' ');
        }
        space = false;
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        let length = if c == '"' || c == '\'' { quoted(rest, c) } else { c.len_utf8() };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// Whether white space between two characters means something. Before a colon it does: it
/// parts an element from `:hover` of another.
fn needs_space(before: Option<char>, after: char) -> bool {
    let joins = |c: char| matches!(c, '{' | '}' | ';' | ',');
    before.is_some_and(|c| !joins(c) && c != ':') && !joins(after)
}

/// The length of the string at the start of `text`, both quotes included.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_and_needless_white_space_go() {
        let css = "/* a */\n.a :hover,\n.b {\n  margin: 0 auto;\n  color: red;\n}\n";
        assert_eq!(minify(css), ".a :hover,.b{margin:0 auto;color:red}");
    }

    #[test]
    fn strings_and_the_space_that_means_something_stay() {
        let css = "a::before { content: \"  {a;  } \\\" b\"; width: calc(1px + 2px); }";
        let expected = "a::before{content:\"  {a;  } \\\" b\";width:calc(1px + 2px)}";
        assert_eq!(minify(css), expected);
        assert_eq!(minify("a{b:url('x  y')} "), "a{b:url('x  y')}");
    }

    #[test]
    fn what_is_cut_short_is_no_trouble() {
        assert_eq!(minify("a{/* open"), "a{");
        assert_eq!(minify("a{content:\"open"), "a{content:\"open");
        assert_eq!(minify(""), "");
    }
}
