//! Names of nothing but short words, such as `Bo Li`: what tells them is that one stands behind the other.

use super::joints::{FAR, SplitWord, is_plain, tag};
use aho_corasick::AhoCorasick;

/// The first two words of such names.
#[derive(Debug, Default)]
pub(super) struct ShortNames {
    names: Vec<(String, String)>,
    firsts: Option<AhoCorasick>,
}

/// So many bytes behind the first word, or behind what stands between the two, are decoded.
const BEHIND: usize = 96;

impl ShortNames {
    pub(super) fn new(names: Vec<(String, String)>) -> Self {
        let mut builder = AhoCorasick::builder();
        let firsts =
            builder.ascii_case_insensitive(true).build(names.iter().map(|it| &it.0));
        let firsts = firsts.ok().filter(|_| !names.is_empty());
        ShortNames { names, firsts }
    }

    /// All places where a first word stands that the second may follow, until one `is_it`; whether one was.
    pub(super) fn any(
        &self,
        text: &str,
        mut is_it: impl FnMut(SplitWord) -> bool,
    ) -> bool {
        let Some(firsts) = &self.firsts else { return false };
        let bytes = text.as_bytes();
        firsts.find_overlapping_iter(text).any(|found| {
            let before = found.start().checked_sub(1).map(|at| bytes[at]);
            let next = bytes.get(found.end());
            if before.is_some_and(|it| it.is_ascii_alphabetic())
                || next.is_none_or(u8::is_ascii_alphanumeric)
            {
                return false;
            }
            let Some(second) = behind(text, found.end()) else {
                return is_it(SplitWord::All);
            };
            let wanted = self.names[found.pattern().as_usize()].1.as_bytes();
            let is_other = bytes.get(second).is_none_or(|byte| {
                byte.is_ascii_alphanumeric() && !byte.eq_ignore_ascii_case(&wanted[0])
            });
            let end = text.ceil_char_boundary((second + BEHIND).min(text.len()));
            !is_other && is_it(SplitWord::Word { start: found.start(), end })
        })
    }
}

/// Where the next word begins, or a code, behind signs, spaces and tags; nothing where that is not plain.
fn behind(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            _ if at - from > FAR => return None,
            b'<' => at += tag(&text[at..])?,
            byte if is_plain(*byte) => at += 1,
            _ => break,
        }
    }
    Some(at)
}
