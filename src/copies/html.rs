//! The text of a page in HTML, as it is read aloud: no scripts, no styles, each block in lines of its own.

use super::charset;
use super::entities;
use super::transcript::Unread;

/// The text of a page.
pub(super) fn read(bytes: &[u8], told: Option<&str>) -> Result<String, Unread> {
    let head = &bytes[..bytes.len().min(4096)];
    let named = charset_in(head);
    let text = charset::decode(bytes, told.or(named.as_deref()))?;
    Ok(text_of(&text))
}

/// The encoding that the head of a page names: `<meta charset=…>`, or that of its content type.
fn charset_in(head: &[u8]) -> Option<String> {
    let head: String =
        head.iter().map(|byte| byte.to_ascii_lowercase() as char).collect();
    let at = head.find("charset")?;
    let value = head[at + "charset".len()..].trim_start().strip_prefix('=')?;
    let value = value.trim_start().trim_start_matches(['"', '\'']);
    let is_name =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    let end = value.find(|c| !is_name(c)).unwrap_or(value.len());
    (end > 0).then(|| value[..end].to_owned())
}

/// Elements of which nothing is shown.
const UNSHOWN: [&str; 9] = [
    "script", "style", "template", "noscript", "svg", "iframe", "object", "math",
    "select",
];

/// Elements that stand within a line. All others begin a line of their own.
const IN_LINE: [&str; 37] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
    "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
];

/// The text of a page in HTML.
pub(super) fn text_of(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        push_words(&rest[..at], &mut out);
        rest = &rest[at..];
        rest = match HtmlTag::at(rest) {
            None => {
                out.push('<');
                &rest[1..]
            }
            Some(tag) => {
                let behind = &rest[tag.length..];
                tag.write(behind, &mut out);
                match tag.is_end {
                    false if UNSHOWN.contains(&&*tag.name) => {
                        behind_end(behind, &tag.name)
                    }
                    _ => behind,
                }
            }
        };
    }
    push_words(rest, &mut out);
    out
}

/// Whether what is raised begins like the number of a note, with tags around it or not.
fn begins_a_note(text: &str) -> bool {
    let mut rest = text;
    for _ in 0..3 {
        rest = match HtmlTag::at(rest) {
            Some(tag) => &rest[tag.length..],
            None => break,
        };
    }
    rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '*' | '†' | '‡'))
}

/// A tag, a comment or a declaration.
struct HtmlTag {
    /// Its name in lower case; empty for what is no tag.
    name: String,
    is_end: bool,
    length: usize,
}

impl HtmlTag {
    /// What begins with the `<` at the start of `text`; `None` where it is a mere sign.
    fn at(text: &str) -> Option<HtmlTag> {
        if !text.starts_with('<') {
            return None;
        }
        let plain = |length| Some(HtmlTag { name: String::new(), is_end: false, length });
        if let Some(inside) = text.strip_prefix("<!--") {
            return plain(inside.find("-->").map_or(text.len(), |n| "<!---->".len() + n));
        }
        if text.starts_with("<!") || text.starts_with("<?") {
            return plain(text.find('>').map_or(text.len(), |n| n + 1));
        }
        let is_end = text.starts_with("</");
        let start = if is_end { 2 } else { 1 };
        let inside = &text[start..];
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
        let name = &inside[..inside.find(ends).unwrap_or(inside.len())];
        let length = start + end_of_tag(inside);
        Some(HtmlTag { name: name.to_ascii_lowercase(), is_end, length })
    }

    /// Parts the words before the tag from those behind it, where it does.
    fn write(&self, behind: &str, out: &mut String) {
        match &*self.name {
            "" | "wbr" => {}
            "td" | "th" => out.push_str(" \n"),
            // The number of a note stands behind a word and is none of it.
            "sup" if !self.is_end && begins_a_note(behind) => out.push(' '),
            name if IN_LINE.contains(&name) => {}
            _ if out.ends_with('\n') => {}
            _ => out.push('\n'),
        }
    }
}

/// The byte behind the `>` that ends a tag, values in quotation marks passed over.
fn end_of_tag(inside: &str) -> usize {
    let mut quoted = None;
    let mut is_value = false;
    for (at, byte) in inside.bytes().enumerate() {
        match (quoted, byte) {
            (Some(mark), _) if byte == mark => quoted = None,
            (Some(_), _) => {}
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if is_value => quoted = Some(byte),
            (None, _) => {}
        }
        is_value = byte == b'=' || (is_value && byte.is_ascii_whitespace());
    }
    // A tag that nothing ends: the next line is text again, so that one sign does not hide the page.
    inside.find('\n').unwrap_or(inside.len())
}

/// What follows the end of an element of which nothing is shown.
fn behind_end<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        let inside = &rest[at + 2..];
        let is_own =
            inside.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
        if is_own {
            return &inside[inside.find('>').map_or(inside.len(), |at| at + 1)..];
        }
        rest = inside;
    }
    ""
}

/// Adds words with their character references as characters.
fn push_words(words: &str, out: &mut String) {
    let mut rest = words;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = reference(rest, out);
        if length == 0 {
            out.push('&');
        }
        rest = &rest[length.max(1)..];
    }
    out.push_str(rest);
}

/// Adds what the reference at the start of `text` stands for; how long that is, and 0 where it is none.
fn reference(text: &str, out: &mut String) -> usize {
    let inside = &text[1..];
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let length = inside.find(|c| !is_name(c)).unwrap_or(inside.len());
    let (name, closed) = (&inside[..length], inside[length..].starts_with(';'));
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let Ok(code) = code else { return 0 };
        out.push(character(code));
    } else {
        match entities::named(name) {
            // Of those without `;`, only the oldest are known so.
            Some(known) if closed || known.len() <= 2 => out.push_str(&known),
            _ => return 0,
        }
    }
    1 + length + usize::from(closed)
}

/// A character by its number; those of Windows-1252 are taken for what was meant.
fn character(code: u32) -> char {
    let windows = u8::try_from(code).ok().filter(|code| (0x80..0xa0).contains(code));
    if let Some(code) = windows {
        let bytes = [code];
        let meant = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0;
        return meant.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<String> {
        let text = text_of(html);
        let lines =
            text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn only_what_is_read_is_text() {
        let html = "<!DOCTYPE html><html><head><title>A &amp; B</title>\
            <style>p { content: \"no\" }</style><script>if (a < b) { no() }</script></head>\
            <body><!-- no <p> --><p title=\"no > no\">The <b>off</b>ice&nbsp;closed&hellip;</p>\
            <ul><li>one<li>two</ul><SCRIPT>no</SCRIPT >a&#8211;b &#x201C;c&#148; 3 < 4 &copy; &unknown; &</body>";
        assert_eq!(
            lines(html),
            ["A & B", "The office closed…", "one", "two", "a–b “c” 3 < 4 © &unknown; &"]
        );
    }

    #[test]
    fn the_number_of_a_note_is_no_part_of_a_word() {
        assert_eq!(
            lines(
                "closed<sup>1</sup> in, its<sup><a href=x>[2]</a></sup> 1<sup>st</sup>"
            ),
            ["closed 1 in, its [2] 1st"]
        );
    }

    #[test]
    fn what_is_never_closed_hides_no_page() {
        assert_eq!(lines("<p>one <b two\nthree"), ["one", "three"]);
        assert_eq!(lines("one<script>no"), ["one"]);
        assert_eq!(lines("one<!-- no"), ["one"]);
        assert_eq!(lines("<"), ["<"]);
        assert_eq!(lines("</"), ["</"]);
    }

    #[test]
    fn a_page_names_its_encoding() {
        let page = b"<html><meta charset=gb2312><p>\xbe\xaf\xb7\xbd</p>";
        assert_eq!(read(page, None).unwrap().trim(), "警方");
        let page = b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>\xcf\xee";
        assert_eq!(read(page, None).unwrap().trim(), "По");
        assert_eq!(read(b"<p>\xbe\xaf", Some("gbk")).unwrap().trim(), "警");
    }
}
