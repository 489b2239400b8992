//! Bytes into text, in the encoding that they are told to be in or seem to be in.

use super::transcript::Unread;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// The text that some bytes are. What they say themselves goes first, then what is told of them; what is told
/// neither and is no UTF-8 is taken for Windows-1252, as browsers do.
pub(super) fn decode(bytes: &[u8], told: Option<&str>) -> Result<String, Unread> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned());
    }
    let told = told.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let encoding = match (told, std::str::from_utf8(bytes)) {
        // What is UTF-8 by its bytes is so by no accident.
        (_, Ok(text)) if !text.contains('\u{1b}') => return words(text.into()),
        (Some(told), _) if told != UTF_8 => told,
        _ => WINDOWS_1252,
    };
    words(encoding.decode_without_bom_handling(bytes).0)
}

/// A text, if it is one: what holds zeros is none.
fn words(text: Cow<'_, str>) -> Result<String, Unread> {
    match text.contains('\0') {
        true => Err(Unread::Damaged("it holds bytes that are no text")),
        false => Ok(text.into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn encodings_are_told_or_seen() {
        let text = |bytes: &[u8], told| decode(bytes, told).unwrap();
        assert_eq!(text("é".as_bytes(), None), "é");
        assert_eq!(text("é".as_bytes(), Some("iso-8859-1")), "é");
        assert_eq!(text(b"caf\xe9 \x93x\x94", None), "café “x”");
        assert_eq!(text(b"\xfe\xff\x00a\x8b\x66", None), "a警");
        assert_eq!(text(b"\xff\xfea\x00", None), "a");
        assert_eq!(text(b"\xbe\xaf\xb7\xbd", Some("gb2312")), "警方");
        assert_eq!(text(b"\xcf\xee\xeb\xe8", Some(" windows-1251 ")), "Поли");
        assert_eq!(text(b"caf\xe9", Some("utf-8")), "café");
        assert_eq!(text(b"x", Some("no-such-thing")), "x");
        assert!(decode(b"a\0b\0", None).is_err());
    }
}
