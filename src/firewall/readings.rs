//! What a file says once its tags, entities, escapes and codings are undone.

use crate::model::percent_bytes;
use crate::needles::{BREAK, Showing};
use std::borrow::Cow;

/// What is decoded is decoded again so often at most: a feed holds HTML, which may hold a script with an address.
const DEEPEST: usize = 4;

/// Elements that part words. Whatever is not among them stands in a line: words go on across it.
const PARTING: [&str; 96] = [
    "address",
    "article",
    "aside",
    "audio",
    "author",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "category",
    "center",
    "channel",
    "col",
    "colgroup",
    "content",
    "dd",
    "desc",
    "description",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "embed",
    "entry",
    "feed",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "foreignobject",
    "form",
    "frame",
    "frameset",
    "g",
    "generator",
    "guid",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "id",
    "iframe",
    "img",
    "input",
    "item",
    "lastmod",
    "legend",
    "li",
    "link",
    "loc",
    "main",
    "map",
    "menu",
    "meta",
    "metadata",
    "name",
    "nav",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "path",
    "picture",
    "pre",
    "pubdate",
    "published",
    "script",
    "section",
    "select",
    "source",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "text",
    "textarea",
    "th",
    "title",
    "tr",
    "ul",
];

/// Something that a file says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) showing: Showing,
}

/// All that a file says, each text in which words may stand side by side. `showing` tells what the file is for.
pub(super) fn readings(bytes: &[u8], showing: Showing) -> Vec<Said> {
    let mut all = Vec::new();
    let first = Said { text: text(bytes).into_owned(), showing };
    // The tags of a page are no text, so it is not searched as it is.
    let mut texts = match markup(&first) {
        parts if parts.is_empty() => vec![first],
        parts => parts,
    };
    for _ in 0..DEEPEST {
        let mut deeper = Vec::new();
        for reading in &texts {
            let Said { text, showing } = reading;
            deeper.extend(markup(reading));
            let decoded = in_percent(text).into_iter().chain(escapes(text));
            deeper.extend(decoded.map(|text| Said { text, showing: *showing }));
        }
        all.append(&mut texts);
        deeper.sort();
        deeper.dedup();
        deeper.retain(|reading| !all.contains(reading));
        texts = deeper;
        if texts.is_empty() {
            break;
        }
    }
    all.append(&mut texts);
    all
}

/// The text of a file, whatever it is coded in.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.as_chunks().0.iter().map(|pair| unit(*pair));
        let letters = char::decode_utf16(units);
        letters.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes).into(),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes).into(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => text.into(),
            _ => binary(bytes).into(),
        },
    }
}

/// What may be read in bytes that are no text: letters of one byte, of two of which one is empty, and of Windows.
fn binary(bytes: &[u8]) -> String {
    let full: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&full);
    if text.contains(char::REPLACEMENT_CHARACTER) && !bytes.contains(&0) {
        let western: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        return format!("{text}{BREAK}{western}");
    }
    text.into_owned()
}

/// What is shown of a text with tags, and what its tags, comments and scripts say; nothing where there are none.
fn markup(reading: &Said) -> Vec<Said> {
    let Said { text, showing } = reading;
    if !text.contains(['<', '&']) {
        return Vec::new();
    }
    let mut reading = TagReading::default();
    let mut rest = text.as_str();
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        reading.shown.push_str(&rest[..at]);
        rest = reading.special(&rest[at..]);
    }
    reading.shown.push_str(rest);
    let TagReading { shown, data, programs } = reading;
    let parts = [(shown, *showing), (data, Showing::Data), (programs, Showing::Programs)];
    parts.map(|(text, showing)| Said { text, showing }).into()
}

/// What was read of a text with tags.
#[derive(Default)]
struct TagReading {
    /// What is shown, words that are split by tags whole again.
    shown: String,
    /// What attributes and comments say, each by itself.
    data: String,
    /// What stands in scripts, and in attributes for programs.
    programs: String,
}

impl TagReading {
    /// Reads what begins with `<` or `&`; what is behind it.
    fn special<'t>(&mut self, text: &'t str) -> &'t str {
        if text.starts_with('&') {
            let (decoded, length) = entity(text);
            match decoded {
                Some(c) => self.shown.push(c),
                None => self.shown.push('&'),
            }
            return &text[length..];
        }
        for (start, end) in [("<!--", "-->"), ("<?", ">"), ("<!", ">")] {
            if let Some(rest) = text.strip_prefix("<![CDATA[") {
                let (inside, rest) = rest.split_once("]]>").unwrap_or((rest, ""));
                self.shown.push_str(inside);
                return rest;
            }
            if let Some(rest) = text.strip_prefix(start) {
                let (inside, rest) = rest.split_once(end).unwrap_or((rest, ""));
                put(&mut self.data, inside);
                return rest;
            }
        }
        let name = text[1..].trim_start_matches('/');
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.shown.push('<');
            return &text[1..];
        }
        let end = tag_end(text);
        let (inside, rest) = (&text[1..end], text.get(end + 1..).unwrap_or_default());
        let name_end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = name[..name_end.unwrap_or(name.len())].to_ascii_lowercase();
        if PARTING.binary_search(&name.as_str()).is_ok() {
            self.shown.push('\n');
        }
        self.attributes(inside);
        // What looks like a tag may be none: `<<` begins a record of a PDF.
        put(&mut self.programs, inside);
        let is_raw = ["script", "style"].contains(&name.as_str());
        if is_raw && !inside.starts_with('/') && !inside.ends_with('/') {
            let close = format!("</{name}");
            let length = find_ignoring_case(rest, &close).unwrap_or(rest.len());
            // Data may stand in a script too.
            let is_data = inside.contains("json");
            put(
                if is_data { &mut self.data } else { &mut self.programs },
                &rest[..length],
            );
            return &rest[length..];
        }
        rest
    }

    /// The values of the attributes of a tag, each by itself, entities undone.
    fn attributes(&mut self, tag: &str) {
        let mut rest = tag;
        while let Some(at) = rest.find('=') {
            let name = rest[..at].trim_end();
            let start = name.rfind(|c: char| c.is_whitespace() || "\"'/".contains(c));
            let name = name[start.map_or(0, |at| at + 1)..].to_ascii_lowercase();
            let value = rest[at + 1..].trim_start();
            let (value, behind) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    value[1..].split_once(quote).unwrap_or((&value[1..], ""))
                }
                _ => value.split_once(char::is_whitespace).unwrap_or((value, "")),
            };
            let is_said = SAYING.contains(&name.as_str());
            let to = if is_said { &mut self.data } else { &mut self.programs };
            put(to, &without_entities(value));
            rest = behind;
        }
    }
}

/// Attributes with words, or with an address. Values of others are words of programs.
const SAYING: [&str; 18] = [
    "abbr",
    "action",
    "alt",
    "aria-description",
    "aria-label",
    "cite",
    "content",
    "data",
    "href",
    "label",
    "placeholder",
    "poster",
    "src",
    "srcdoc",
    "srcset",
    "summary",
    "title",
    "value",
];

fn put(to: &mut String, text: &str) {
    to.push_str(text);
    to.push(BREAK);
}

/// Whether a text begins with a tag that parts words.
pub(super) fn is_parting(text: &str) -> bool {
    let name = text[1..].trim_start_matches('/').as_bytes();
    let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
    let length = name.iter().take_while(is_of_name).count();
    PARTING.iter().any(|part| part.as_bytes().eq_ignore_ascii_case(&name[..length]))
}

/// Where a tag ends: at the first `>` outside of quotes, or where there is none the text.
pub(super) fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            (b'>', None) => return at,
            _ => {}
        }
    }
    // A quote that nobody closes ends with the tag all the same.
    text.find('>').unwrap_or(text.len())
}

fn without_entities(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return value.into();
    }
    let (mut decoded, mut rest) = (String::with_capacity(value.len()), value);
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        decoded.push_str(&rest[..at]);
        let (c, length) = entity(&rest[at..]);
        decoded.push(c.unwrap_or('&'));
        rest = &rest[at + length..];
    }
    decoded.push_str(rest);
    decoded.into()
}

fn find_ignoring_case(text: &str, wanted: &str) -> Option<usize> {
    let mut starts = memchr::memmem::find_iter(text.as_bytes(), "</");
    starts.find(|at| {
        let found = text.as_bytes().get(*at..at + wanted.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(wanted.as_bytes()))
    })
}

/// The character that the entity at the start of a text stands for, and how long it is; of what is none, `None` and
/// the `&`.
pub(super) fn entity(text: &str) -> (Option<char>, usize) {
    let rest = &text[1..];
    if let Some(number) = rest.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let length =
            digits.bytes().take_while(|b| char::from(*b).is_digit(radix)).count();
        let value = u32::from_str_radix(&digits[..length], radix).ok();
        let before = text.len() - digits.len();
        let semicolon = usize::from(digits[length..].starts_with(';'));
        return match value.and_then(char::from_u32) {
            Some(c) => (Some(c), before + length + semicolon),
            None => (None, 1),
        };
    }
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).take(32).count();
    match named(&rest[..length]) {
        Some(c) => {
            let semicolon = usize::from(rest[length..].starts_with(';'));
            (Some(c), 1 + length + semicolon)
        }
        None => (None, 1),
    }
}

/// What HTML calls a letter with a sign on it, or one of another shape, ends in.
const SHAPES: [&str; 18] = [
    "grave", "acute", "circ", "tilde", "uml", "ring", "cedil", "caron", "macr", "breve",
    "ogon", "dot", "dblac", "fr", "scr", "opf", "strok", "slash",
];

/// The character of a name, as far as names are made of such: letters without what stands on them.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" | "AMP" => '&',
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "nbsp" | "NonBreakingSpace" | "ensp" | "emsp" | "thinsp" | "hairsp" | "numsp"
        | "puncsp" | "emsp13" | "emsp14" | "MediumSpace" | "Tab" | "NewLine" => ' ',
        "shy"
        | "zwj"
        | "zwnj"
        | "lrm"
        | "rlm"
        | "NoBreak"
        | "ZeroWidthSpace"
        | "NegativeThinSpace"
        | "NegativeMediumSpace"
        | "NegativeThickSpace"
        | "NegativeVeryThinSpace"
        | "it"
        | "ic"
        | "af"
        | "ApplyFunction"
        | "InvisibleComma"
        | "InvisibleTimes" => '\u{ad}',
        "szlig" => 'ß',
        "aelig" | "AElig" => 'æ',
        "oslash" | "Oslash" => 'ø',
        "eth" | "ETH" => 'ð',
        "thorn" | "THORN" => 'þ',
        "lowbar" | "UnderBar" => '_',
        "hyphen" | "dash" | "ndash" | "mdash" | "minus" => '-',
        "comma" => ',',
        "period" => '.',
        "commat" => '@',
        "percnt" => '%',
        "deg" => '°',
        "prime" => '′',
        "Prime" => '″',
        "inodot" | "imath" => 'i',
        "fflig" => 'ﬀ',
        "filig" => 'ﬁ',
        "fllig" => 'ﬂ',
        "ffilig" => 'ﬃ',
        "ffllig" => 'ﬄ',
        _ => {
            let mut letters = name.chars();
            let first = letters.next().filter(char::is_ascii_alphabetic)?;
            SHAPES.contains(&letters.as_str()).then_some(first)?
        }
    })
}

/// The same with what is written as `%4A` undone; nothing where nothing is.
fn in_percent(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_one = |at: usize| {
        let digits = bytes.get(at + 1..at + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let has_one = memchr::memchr_iter(b'%', bytes).any(is_one);
    has_one.then(|| String::from_utf8_lossy(&percent_bytes(text)).into_owned())
}

/// The same with the escapes of JSON, of scripts and of style sheets undone; nothing where there are none.
fn escapes(text: &str) -> Vec<String> {
    if !text.contains('\\') {
        return Vec::new();
    }
    let scripts = unescaped(text, |text| match half(text) {
        Some(unit) => Some((vec![unit], "\\ud835".len())),
        None => script_escape(text).map(|(c, length)| (units(c), length)),
    });
    let styles =
        unescaped(text, |text| style_escape(text).map(|(c, length)| (units(c), length)));
    [scripts, styles].into_iter().filter(|one| one != text).collect()
}

/// What an escape stands for in UTF-16, and how long it is.
type Escape = Option<(Vec<u16>, usize)>;

fn unescaped(text: &str, escape: impl Fn(&str) -> Escape) -> String {
    let mut all: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        all.extend(rest[..at].encode_utf16());
        rest = &rest[at..];
        let (units, length) = escape(rest).unwrap_or_else(|| (units('\\'), 1));
        all.extend(units);
        rest = &rest[length..];
    }
    all.extend(rest.encode_utf16());
    String::from_utf16_lossy(&all)
}

fn units(c: char) -> Vec<u16> {
    c.encode_utf16(&mut [0; 2]).to_vec()
}

/// Half of a character above U+FFFF: `\ud835`.
fn half(text: &str) -> Option<u16> {
    let unit = u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()?;
    (0xd800..0xe000).contains(&unit).then_some(unit)
}

/// What an escape of JSON or of a script stands for, and how long it is.
fn script_escape(text: &str) -> Option<(char, usize)> {
    let hex = |from: usize, length: usize| {
        let digits = text.get(from..from + length)?;
        let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        let number = is_hex.then(|| u32::from_str_radix(digits, 16).ok())??;
        Some((char::from_u32(number)?, from + length))
    };
    let second = text.chars().nth(1)?;
    match second {
        'u' if text[2..].starts_with('{') => {
            let length = text[3..].find('}').filter(|length| *length <= 6)?;
            hex(3, length).map(|(c, end)| (c, end + 1))
        }
        'u' => hex(2, 4),
        'x' => hex(2, 2),
        'n' | 't' | 'r' | 'b' | 'f' | 'v' => Some((' ', 2)),
        // A line that goes on in the next.
        '\n' => Some(('\u{ad}', 2)),
        c => Some((c, 1 + c.len_utf8())),
    }
}

/// What an escape of a style sheet stands for, and how long it is.
fn style_escape(text: &str) -> Option<(char, usize)> {
    let digits = text[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if digits == 0 {
        let c = text.chars().nth(1)?;
        return Some((c, 1 + c.len_utf8()));
    }
    let number = u32::from_str_radix(&text[1..1 + digits], 16).ok()?;
    let space = usize::from(text[1 + digits..].starts_with([' ', '\n', '\t']));
    Some((char::from_u32(number)?, 1 + digits + space))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needles::SearchForm;

    fn tells(bytes: &[u8]) -> bool {
        readings(bytes, Showing::Words).iter().any(|reading| {
            let folded = SearchForm::words(&reading.text);
            format!(" {} ", folded.replace('\n', " | ")).contains(" jane doe ")
        })
    }

    #[test]
    fn words_are_whole_again_however_they_are_coded() {
        for text in [
            "Ja<b>ne</b> <i>Doe</i>",
            "Jane<br>Doe",
            "<td>Jane</td><td>Doe</td>",
            "Ja<!-- x -->ne Doe",
            "<!-- Jane Doe -->",
            "<a title='Jane Doe'>x</a>",
            "<a title=Jane&#32;Doe>x</a>",
            "<a href=\"jane%20doe.html\">x</a>",
            "<a href=\"x?q=%4aane+d%6Fe\">x</a>",
            "J&#97;ne D&#x6F;e",
            "J&#97ne&nbsp;Doe",
            "Ja&shy;ne D&ouml;e",
            "Ja&zwnj;ne D&oacute;e",
            "<script>let a = \"\\u004aane \\x44oe\"</script>",
            "<script type=application/ld+json>{\"a\": \"J\\u0061ne Doe\"}</script>",
            "<style>p { content: \"\\4a ane Doe\" }</style>",
            "<content type=\"html\">&lt;p&gt;Ja&lt;b&gt;ne&lt;/b&gt; Doe</content>",
            "<summary><![CDATA[Ja<em>ne</em> Doe]]></summary>",
            "{\"html\": \"<b>Ja\\u003cb>ne<\\/b> Doe\"}",
            "<p title='a > b'>Jane Doe",
            "<p title='never closed>Jane Doe",
            "a < b, Jane Doe > c",
            "<textarea>Jane Doe</textarea><title>x",
            "<</Author (Jane Doe)>>",
            "a <Jane Doe> c",
            "<iframe srcdoc=\"&lt;p&gt;J&amp;#97;ne Doe\"></iframe>",
            "https://x.example/?next=%2Fjane%2520doe",
            "<svg><text>Ja<tspan>ne</tspan> Doe</text></svg>",
            "\\ud835\\udc09ane Doe",
        ] {
            assert!(
                tells(text.as_bytes()),
                "{text}: {:?}",
                readings(text.as_bytes(), Showing::Words)
            );
        }
    }

    #[test]
    fn letters_are_read_in_other_codings() {
        let wide: Vec<u8> =
            "Jane Doe".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(tells(&wide));
        assert!(tells(&[&[0xff, 0xfe][..], &wide].concat()));
        let wide: Vec<u8> =
            "Jane Doe".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(tells(&[&[0xfe, 0xff][..], &wide].concat()));
        assert!(tells(b"\x89PNG\0\xff\xfeJane Doe\0"));
        assert!(tells(b"J\xe1ne D\xf6e"));
    }

    #[test]
    fn what_stands_apart_is_not_put_together() {
        for text in [
            "<a title=\"Jane\" class=\"Doe\">x</a>",
            "<!-- Jane --> Doe",
            "<a title=\"x Jane\">Doe</a>",
        ] {
            assert!(
                !tells(text.as_bytes()),
                "{text}: {:?}",
                readings(text.as_bytes(), Showing::Words)
            );
        }
    }

    #[test]
    fn nothing_that_is_cut_off_is_lost() {
        for text in [
            "<",
            "&",
            "&#",
            "&#x",
            "<a",
            "<!--",
            "<![CDATA[",
            "<script>",
            "\\",
            "%",
            "\\u",
            "<a b='",
        ] {
            readings(text.as_bytes(), Showing::Words);
            assert!(tells(format!("Jane Doe {text}").as_bytes()), "{text}");
        }
    }

    #[test]
    fn parting_elements_are_in_order() {
        assert!(PARTING.is_sorted());
    }
}
