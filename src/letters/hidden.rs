//! Characters that nobody sees, and that make a text read otherwise than it is written.

use super::slug::uses_joiners;
use crate::bytes;

/// A character of a text that is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hidden {
    /// Where it begins, in bytes.
    pub at: usize,
    /// The character.
    pub what: char,
}

impl Hidden {
    /// What the character does, in plain words.
    pub fn does(self) -> &'static str {
        match self.what {
            '\u{202d}' | '\u{202e}' => {
                "it turns the order of the letters behind it round"
            }
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => {
                "it changes the direction of what follows, and nothing ends that"
            }
            '\u{202c}' | '\u{2069}' => {
                "it ends a change of direction, and nothing began one"
            }
            '\0'..='\x1f' | '\x7f'..='\u{9f}' => {
                "it is a control character, which no page can show"
            }
            _ => "nobody sees it, and a text with it is not the one it looks like",
        }
    }
}

/// The characters of `text` that nobody sees and that have no business there.
///
/// The rules of Unicode's Technical Report 36 (section 2.5) and Standard Annex 9: an override of the
/// direction always counts; an isolate or embedding counts where it is not closed in its paragraph; a joiner
/// where it stands between no letters that are written with one and joins no emoji.
pub fn hidden(text: &str) -> Vec<Hidden> {
    if bytes::is_printable(text) || !may_hide(text.as_bytes()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut opened: Vec<Hidden> = Vec::new();
    let mut last = '\n';
    let mut chars = text.char_indices().peekable();
    while let Some((at, what)) = chars.next() {
        let next = chars.peek().map_or('\n', |(_, c)| *c);
        let one = Hidden { at, what };
        match what {
            '\n' => found.append(&mut opened),
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => opened.push(one),
            '\u{202c}' | '\u{2069}' => match opened.pop() {
                Some(begun) if closes(what, begun.what) => {}
                // What overrides a direction is told where it begins.
                begun => {
                    opened.extend(begun);
                    let overridden = found
                        .iter()
                        .any(|one| matches!(one.what, '\u{202d}' | '\u{202e}'));
                    if !(what == '\u{202c}' && overridden) {
                        found.push(one);
                    }
                }
            },
            '\u{200c}' | '\u{200d}' if joins(last, what, next) => {}
            // Thai, Lao, Khmer and their kin part no words; a mark like this says where a line may end.
            '\u{200b}' if is_unparted(last) && is_unparted(next) => {}
            // The marks of direction are of use beside letters that run from right to left.
            '\u{200e}' | '\u{200f}' | '\u{61c}' if text.chars().any(is_right_to_left) => {
            }
            '\u{180e}' if uses_joiners(last) => {}
            // A flag that is no country's is an emoji with a tag behind it.
            '\u{e0020}'..='\u{e007f}' if last == '\u{1f3f4}' => continue,
            _ if is_hidden(what) => found.push(one),
            _ => {}
        }
        last = what;
    }
    found.append(&mut opened);
    found.sort_by_key(|one| one.at);
    found
}

/// Whether any byte of a text that is not all printable ASCII may belong to such a character.
fn may_hide(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let is_plain = |byte: &u8| (0x20..0x7f).contains(byte) || *byte == b'\n';
    while let Some(at) = rest.iter().position(|byte| !is_plain(byte)) {
        match rest[at..] {
            [b'\t' | b'\r', ..] => {}
            [..=0x1f | 0x7f, ..] => return true,
            [0xc2, 0x80..=0x9f, ..] | [0xd8, 0x9c, ..] => return true,
            [0xe1, 0x85 | 0xa0, ..] => return true,
            [0xe2, 0x80, 0x8b..=0x8f | 0xa8..=0xae, ..]
            | [0xe2, 0x81, 0xa0..=0xaf, ..] => {
                return true;
            }
            [0xe3, 0x85, 0xa4, ..] | [0xef, 0xbb | 0xbe | 0xbf, ..] => return true,
            [0xf3, 0xa0, ..] => return true,
            _ => {}
        }
        rest = &rest[at + 1..];
    }
    false
}

/// Whether a character is never seen, wherever it stands.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}' | '\u{2029}' | '\u{202d}' | '\u{202e}' | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn closes(end: char, begin: char) -> bool {
    matches!(
        (end, begin),
        ('\u{202c}', '\u{202a}' | '\u{202b}')
            | ('\u{2069}', '\u{2066}' | '\u{2067}' | '\u{2068}')
    )
}

/// Whether a joiner stands where it is needed.
fn joins(before: char, joiner: char, after: char) -> bool {
    let is_emoji = |c: char| matches!(c, '\u{a9}' | '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}');
    // Persian writes a plural or the name of a letter with a joiner behind its last letter.
    uses_joiners(before) || (joiner == '\u{200d}' && is_emoji(before) && is_emoji(after))
}

fn is_unparted(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{1980}'..='\u{19df}' | '\u{1a20}'..='\u{1aaf}' | '\u{3040}'..='\u{9fff}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<char> {
        hidden(text).into_iter().map(|one| one.what).collect()
    }

    #[test]
    fn what_turns_or_hides_words_is_found() {
        assert_eq!(found("was \u{202e}ton\u{202c} closed"), ['\u{202e}']);
        assert_eq!(
            found("a\u{200b}b\u{2060}c\u{feff}d\u{e0041}"),
            ['\u{200b}', '\u{2060}', '\u{feff}', '\u{e0041}']
        );
        assert_eq!(found("\u{2067}open\n\u{2069}"), ['\u{2067}', '\u{2069}']);
        assert_eq!(found("a\u{200d}b\u{1b}[31m\u{85}"), ['\u{200d}', '\u{1b}', '\u{85}']);
        assert_eq!(found("left\u{200f} to right"), ['\u{200f}']);
    }

    #[test]
    fn what_scripts_need_is_not() {
        for text in [
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}🚒 and ❤\u{fe0f}\u{200d}🔥",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "ภาษา\u{200b}ไทย",
            "\u{2067}שלום\u{2069} and \u{202b}שלום\u{202c}",
            "שלום\u{200f}!",
            "soft\u{ad}ly, “quoted” — 媒體\t\r\n",
        ] {
            assert!(found(text).is_empty(), "{text:?}");
        }
    }
}
