//! Whether a text can stand in HTML as it is: most do, and most are short.

/// So many bytes are looked at one word at a time; for more it takes less time to start a search by the
/// processor's widest registers.
const SHORT: usize = 64;

/// Whether nothing in `text` has to be escaped in a page's text or in an attribute in `"…"`.
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > SHORT {
        return memchr::memchr3(b'&', b'<', b'>', bytes).is_none()
            && memchr::memchr2(b'"', 0, bytes).is_none();
    }
    none(bytes, special)
}

/// Whether nothing in `text` has to be escaped in an attribute in `'…'` either.
pub fn is_plain_in_any_quotes(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > SHORT {
        return memchr::memchr3(b'&', b'<', b'>', bytes).is_none()
            && memchr::memchr3(b'"', b'\'', 0, bytes).is_none();
    }
    none(bytes, |word| special(word) | zeros(word ^ all(b'\'')))
}

/// Whether `marks` marks no byte; it is given eight of them at a time.
#[inline(always)]
fn none(bytes: &[u8], marks: impl Fn(u64) -> u64) -> bool {
    let (words, rest) = bytes.as_chunks::<8>();
    let found =
        words.iter().fold(0, |found, word| found | marks(u64::from_le_bytes(*word)));
    if rest.is_empty() {
        return found == 0;
    }
    // The last eight bytes, some of which have been looked at; or all there are, among spaces.
    let last = bytes.last_chunk::<8>().copied().unwrap_or_else(|| {
        let mut padded = [b' '; 8];
        padded[..rest.len()].copy_from_slice(rest);
        padded
    });
    found | marks(u64::from_le_bytes(last)) == 0
}

/// Marks `&`, `<`, `>`, `"` and NUL. One bit tells `&` from `"`, and another `<` from `>`.
fn special(word: u64) -> u64 {
    zeros((word | all(b'&' ^ b'"')) ^ all(b'&'))
        | zeros((word | all(b'<' ^ b'>')) ^ all(b'>'))
        | zeros(word)
}

/// Eight times the same byte.
const fn all(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Nothing if no byte is zero; else the highest bit of the first that is, and perhaps of others above it
/// (Mycroft's test: Warren, *Hacker's Delight*, 6-1).
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(all(1)) & !word & all(0x80)
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
