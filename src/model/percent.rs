//! Percent-encoding (RFC 3986, section 2.1): bytes that an address can't hold, written `%XX`.

/// `path` with every byte percent-encoded that could mean something else in an address.
pub fn percent_encoded(path: &str) -> String {
    encoded(path, b"-._~/!$()*+,;=@")
}

/// `address` with every byte percent-encoded that no address may hold; `%` stays.
pub(super) fn percent_encoded_address(address: &str) -> String {
    encoded(address, b"-._~:/?#[]@!$&'()*+,;=%")
}

fn encoded(text: &str, kept: &[u8]) -> String {
    let stays = |byte: u8| byte.is_ascii_alphanumeric() || kept.contains(&byte);
    if text.bytes().all(stays) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if stays(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A path with its percent escapes undone; as it is where they make no text.
pub(super) fn percent_decoded(path: &str) -> String {
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
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
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
    fn what_is_no_escape_stays() {
        for path in ["100%", "%4", "%zz", "%+5", "%ff"] {
            assert_eq!(percent_decoded(path), path);
        }
    }
}
