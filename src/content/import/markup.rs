//! The HTML that stands in titles of CSL and of many a publisher, taken out: `<i>`, `<span class="nocase">`, `&amp;`.

use super::scripts;

/// The elements that only say how words look.
const ELEMENTS: [&str; 22] = [
    "a", "b", "br", "cite", "div", "em", "font", "i", "inf", "italic", "p", "q", "s",
    "sc", "scp", "small", "span", "strong", "sub", "sup", "tt", "u",
];

/// Entities by name, and the character that each is.
const ENTITIES: [(&str, char); 24] = [
    ("amp", '&'),
    ("apos", '\''),
    ("bdquo", '„'),
    ("bull", '•'),
    ("copy", '©'),
    ("deg", '°'),
    ("euro", '€'),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("rsquo", '’'),
    ("sect", '§'),
    ("shy", '\u{ad}'),
    ("times", '×'),
];

/// How many bytes are looked at for the end of a tag.
const LONGEST_TAG: usize = 200;

/// A text without tags, and with its entities as characters. What is neither is left as it is.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    // Where the letters below or above the line begin, and which.
    let mut script: Option<(usize, bool)> = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '<'
            && let Some((name, length)) = tag(rest)
        {
            match name.as_str() {
                "sub" | "inf" | "sup" => script = Some((out.len(), name == "sup")),
                "/sub" | "/inf" | "/sup" => set(&mut out, script.take()),
                "br" | "/p" | "/div" => out.push(' '),
                _ => {}
            }
            rest = &rest[length..];
            continue;
        }
        if c == '&'
            && let Some((entity, length)) = entity(rest)
        {
            out.push(entity);
            rest = &rest[length..];
            continue;
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out.trim().to_owned()
}

fn set(out: &mut String, script: Option<(usize, bool)>) {
    let Some((start, is_above)) = script else { return };
    let letters = out.split_off(start);
    let set = if is_above { scripts::above } else { scripts::below };
    out.push_str(&set(&letters));
}

/// The name of the tag that a text begins with, with its `/`, and its length.
fn tag(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    let inner = text.get(1..end)?;
    if inner.contains('<') {
        return None;
    }
    let (slash, inner) = match inner.strip_prefix('/') {
        Some(inner) => ("/", inner),
        None => ("", inner),
    };
    let name =
        inner.split([' ', '/', '\n']).next().unwrap_or_default().to_ascii_lowercase();
    // Publishers send titles in JATS, whose elements are these with a prefix.
    let name = name.strip_prefix("jats:").unwrap_or(&name);
    ELEMENTS.contains(&name).then(|| (format!("{slash}{name}"), end + 1))
}

/// The entity that a text begins with, and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let number = name.strip_prefix('#');
    let found = match number.map(|number| (number, number.strip_prefix(['x', 'X']))) {
        Some((_, Some(digits))) => {
            u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
        }
        Some((digits, None)) => digits.parse().ok().and_then(char::from_u32),
        None => ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
    };
    found.filter(|c| !c.is_control()).map(|c| (c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_entities_are_undone_and_nothing_else() {
        for (raw, text) in [
            ("On <i>stations</i> <3 & <x>", "On stations <3 & <x>"),
            ("<span class=\"nocase\">iPhone</span> <b>b</b>", "iPhone b"),
            ("<span style=\"font-variant: small-caps;\">Nato</span>", "Nato"),
            ("CO<sub>2</sub>, m<SUP>2</SUP>, 4<sup>th</sup>", "CO₂, m², 4th"),
            ("Rock &amp; roll &#8211; &#x2013; &lt;b&gt;", "Rock & roll – – <b>"),
            ("AT&T; R&D;", "AT&T; R&D;"),
            ("<jats:italic>Homo</jats:italic><br/>x", "Homo x"),
            ("<p>One</p><p>Two</p>", "One Two"),
            ("a < b > c", "a < b > c"),
            ("&#0;&#55296;", "&#0;&#55296;"),
        ] {
            assert_eq!(plain(raw), text, "{raw}");
        }
    }
}
