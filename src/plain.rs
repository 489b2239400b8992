//! Whether a text can stand in HTML as it is: most do, and most are short.

use crate::rows;

/// So many bytes are looked at [row by row](rows); for more it takes less time to start a search by the processor's
/// widest registers.
const SHORT: usize = 256;

/// Whether nothing in `text` has to be escaped in a page's text or in an attribute in `"…"`.
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > SHORT {
        return memchr::memchr3(b'&', b'<', b'>', bytes).is_none()
            && memchr::memchr2(b'"', 0, bytes).is_none();
    }
    !rows::any(bytes, is_special)
}

/// Whether nothing in `text` has to be escaped in an attribute in `'…'` either.
pub fn is_plain_in_any_quotes(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > SHORT {
        return memchr::memchr3(b'&', b'<', b'>', bytes).is_none()
            && memchr::memchr3(b'"', b'\'', 0, bytes).is_none();
    }
    !rows::any(bytes, |byte| is_special(byte) | (byte == b'\''))
}

/// Whether it is `&`, `<`, `>`, `"` or NUL. One bit tells `&` from `"`, and another `<` from `>`.
const fn is_special(byte: u8) -> bool {
    (byte | (b'&' ^ b'"') == b'&') | (byte | (b'<' ^ b'>') == b'>') | (byte == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_special_character_is_found_wherever_it_stands() {
        for length in 0..2 * SHORT {
            for c in (0..=0x7f_u8).map(char::from).chain(['é', '“', '\u{1f}']) {
                let rest = "x~".repeat(length);
                for at in [0, length / 2, length] {
                    let text = format!("{}{c}{}", &rest[..at], &rest[at..length]);
                    let is_special = "&<>\"\0".contains(c);
                    assert_eq!(is_plain(&text), !is_special, "{text:?}");
                    let is_special = is_special || c == '\'';
                    assert_eq!(is_plain_in_any_quotes(&text), !is_special, "{text:?}");
                }
            }
        }
    }
}
