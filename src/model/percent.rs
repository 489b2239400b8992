//! Percent-encoding (RFC 3986, section 2.1): bytes that an address can't hold, written `%XX`.

use crate::bytes;
use std::borrow::Cow;

/// The bytes that stay as they are.
type Unencoded = [bool; 256];

/// Those of a path.
const IN_PATH: Unencoded = kept(b"-._~/!$()*+,;=@");

/// Those of a whole address.
const IN_ADDRESS: Unencoded = kept(b"-._~:/?#[]@!$&'()*+,;=%");

/// Letters, digits and `marks`.
const fn kept(marks: &[u8]) -> Unencoded {
    let mut kept = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        kept[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    let mut at = 0;
    while at < marks.len() {
        kept[marks[at] as usize] = true;
        at += 1;
    }
    kept
}

/// `path` with every byte percent-encoded that could mean something else in an address.
pub fn percent_encoded(path: &str) -> Cow<'_, str> {
    if stays(path, &IN_PATH) {
        return path.into();
    }
    let mut out = String::with_capacity(path.len());
    push_percent_encoded(path, &mut out);
    out.into()
}

/// As [`percent_encoded`], at the end of `out`.
pub(super) fn push_percent_encoded(path: &str, out: &mut String) {
    push_encoded(path, &IN_PATH, out);
}

/// `address` with every byte percent-encoded that no address may hold; `%` stays.
pub(super) fn percent_encoded_address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    push_encoded(address, &IN_ADDRESS, &mut out);
    out
}

/// Whether a whole text stays as it is.
fn stays(text: &str, kept: &Unencoded) -> bool {
    let bytes = text.as_bytes();
    !bytes::any(bytes, |byte| !is_usual(byte))
        || bytes.iter().all(|byte| kept[usize::from(*byte)])
}

/// Whether an address mostly consists of it, and keeps it: small letters, digits, `-`, `.` and `/`.
const fn is_usual(byte: u8) -> bool {
    (byte.wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'-') <= b'9' - b'-')
}

fn push_encoded(text: &str, kept: &Unencoded, out: &mut String) {
    if stays(text, kept) {
        out.push_str(text);
        return;
    }
    for byte in text.bytes() {
        if kept[usize::from(byte)] {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(digit(byte >> 4));
            out.push(digit(byte & 0xf));
        }
    }
}

/// A hexadecimal digit, as RFC 3986 would have it: in capital letters.
fn digit(value: u8) -> char {
    char::from(b"0123456789ABCDEF"[usize::from(value)])
}

/// A path with its percent escapes undone; as it is where they make no text.
pub fn percent_decoded(path: &str) -> String {
    String::from_utf8(percent_bytes(path)).unwrap_or_else(|_| path.to_owned())
}

/// The bytes that a path stands for, its percent escapes undone.
pub fn percent_bytes(path: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, behind @ ..] = rest {
        let escaped = match behind {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        rest = match escaped {
            Some((high, low)) => {
                out.push(high << 4 | low);
                &behind[2..]
            }
            None => {
                out.push(*first);
                behind
            }
        };
    }
    out
}

/// The value of a hexadecimal digit.
fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_decoded_to_the_same() {
        for path in ["a b/é.md", "100%.md", "媒體.png", "a+b", "%", ""] {
            assert_eq!(percent_decoded(&percent_encoded(path)), path);
        }
    }

    #[test]
    fn what_is_usual_stays_everywhere() {
        let usual = |byte: &u8| is_usual(*byte);
        for byte in (0..=255).filter(usual).map(usize::from) {
            assert!(IN_PATH[byte] && IN_ADDRESS[byte], "{byte}");
        }
    }

    #[test]
    fn what_is_no_escape_stays() {
        for path in ["100%", "%4", "%zz", "%+5", "%ff"] {
            assert_eq!(percent_decoded(path), path);
        }
    }
}
