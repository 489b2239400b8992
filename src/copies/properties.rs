//! What holds of all files: none can stop the program, whatever its bytes.

use super::read;
use proptest::prelude::*;

const NAMES: [&str; 12] = [
    "a.txt",
    "a.md",
    "a.html",
    "a.srt",
    "a.vtt",
    "a.eml",
    "a.mht",
    "a.warc",
    "a.warc.gz",
    "a.wacz",
    "a.pdf",
    "a",
];

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        name in prop::sample::select(&NAMES[..]),
    ) {
        let _ = read(name, &bytes, None);
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "(<|>|&|/|\"|'|!|-|=|[a-z]|script|title|p|\\PC|\n){0,80}",
        name in prop::sample::select(&NAMES[..]),
    ) {
        let _ = read(name, text.as_bytes(), Some("https://a.example/"));
    }
}
