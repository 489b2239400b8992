//! Whether any byte of a text is of a sort: one that HTML has to escape, say.
//!
//! Nearly every text is asked for what it hardly ever holds, and most texts are short. A search takes some time to
//! begin, and a loop that may end at each byte can't look at several in one step. So a fixed number of bytes is looked
//! at from the text's beginning on, as many up to its end, and both always to the last: the compiler makes that a
//! few instructions. The two parts overlap where the text is shorter than both.

/// Whether any of `bytes` is of the sort that `is` tells. It is quickest where that is told without
/// branches.
#[inline(always)]
pub fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    any_two(bytes, bytes, &|byte, _| is(byte))
}

/// Whether any of `bytes` and the one behind it are of the sort that `is` tells.
#[inline(always)]
pub fn any_pair(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> bool {
    match bytes {
        [before @ .., _] => any_two(before, &bytes[1..], &is),
        [] => false,
    }
}

/// Whether a text has nothing but printable ASCII and line ends.
pub fn is_printable(text: &str) -> bool {
    let is_other = |byte: u8| (byte.wrapping_sub(b' ') > b'~' - b' ') & (byte != b'\n');
    !any(text.as_bytes(), is_other)
}

/// Whether anything in `text` has to be escaped in HTML: in a page's text, or in an attribute in `"…"`.
pub fn needs_escape(text: &str) -> bool {
    any(text.as_bytes(), is_special)
}

/// The same where an attribute may stand in `'…'` too.
pub fn needs_escape_in_any_quotes(text: &str) -> bool {
    any(text.as_bytes(), |byte| is_special(byte) | (byte == b'\''))
}

/// Whether it is `&`, `<`, `>`, `"` or NUL. One bit tells `&` from `"`, and another `<` from `>`.
const fn is_special(byte: u8) -> bool {
    (byte | (b'&' ^ b'"') == b'&') | (byte | (b'<' ^ b'>') == b'>') | (byte == 0)
}

/// The most bytes that are looked at in one step.
const MOST: usize = 128;

/// Whether two bytes that stand in the same place of two texts of one length are of the sort that `is` tells.
#[inline(always)]
fn any_two(one: &[u8], other: &[u8], is: &impl Fn(u8, u8) -> bool) -> bool {
    match one.len() {
        0..4 => one.iter().zip(other).any(|(one, other)| is(*one, *other)),
        4..=8 => in_ends::<4>(one, other, is),
        9..=16 => in_ends::<8>(one, other, is),
        17..=32 => in_ends::<16>(one, other, is),
        33..=64 => in_ends::<32>(one, other, is),
        65..=128 => in_ends::<64>(one, other, is),
        129..=256 => in_ends::<MOST>(one, other, is),
        length => {
            let both = |one, other| in_ends::<MOST>(one, other, is);
            let last = length - 2 * MOST;
            let mut parts = one.chunks_exact(2 * MOST).zip(other.chunks_exact(2 * MOST));
            both(&one[last..], &other[last..])
                || parts.any(|(one, other)| both(one, other))
        }
    }
}

/// The same of their first `N` bytes and their last; they have as many at least. It is a function by itself, so that
/// the compiler sees a loop of one length.
#[inline(never)]
fn in_ends<const N: usize>(
    one: &[u8],
    other: &[u8],
    is: &impl Fn(u8, u8) -> bool,
) -> bool {
    let first = one.first_chunk::<N>().zip(other.first_chunk::<N>());
    let last = one.last_chunk::<N>().zip(other.last_chunk::<N>());
    let (Some((one, other)), Some((last_one, last_other))) = (first, last) else {
        return false;
    };
    let mut found = [0; N];
    for at in 0..N {
        found[at] = u8::from(is(one[at], other[at]) | is(last_one[at], last_other[at]));
    }
    found.iter().fold(0, |all, one| all | one) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        for length in (0..300).chain([511, 512, 513, 700]) {
            let mut bytes = vec![b'.'; length];
            assert!(!any(&bytes, |byte| byte == b'x'));
            for at in 0..length {
                bytes[at] = b'x';
                assert!(any(&bytes, |byte| byte == b'x'), "{at} of {length}");
                bytes[at] = b'.';
            }
        }
    }

    #[test]
    fn what_html_escapes_is_found_wherever_it_stands() {
        for length in (0..150).chain([256, 257, 512, 513]) {
            for c in (0..=0x7f_u8).map(char::from).chain(['é', '“', '\u{1f}']) {
                let rest = "x~".repeat(length);
                for at in [0, length / 2, length] {
                    let text = format!("{}{c}{}", &rest[..at], &rest[at..length]);
                    let is_special = "&<>\"\0".contains(c);
                    assert_eq!(needs_escape(&text), is_special, "{text:?}");
                    let is_special = is_special || c == '\'';
                    assert_eq!(needs_escape_in_any_quotes(&text), is_special, "{text:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_printable_can_be_typed() {
        let is_one = |byte: u8| is_printable(&char::from(byte).to_string());
        let all: String =
            (0..=255).filter(|byte| is_one(*byte)).map(char::from).collect();
        let typed: String = (' '..='~').collect();
        assert_eq!(all, format!("\n{typed}"));
    }

    #[test]
    fn a_pair_is_found_wherever_it_stands_and_in_its_order() {
        let is = |one, next| one == b'x' && next == b'y';
        for length in (0..300).chain([511, 512, 513, 700]) {
            let mut bytes = vec![b'.'; length];
            assert!(!any_pair(&bytes, is));
            for at in 1..length {
                (bytes[at - 1], bytes[at]) = (b'x', b'y');
                assert!(any_pair(&bytes, is), "{at} of {length}");
                (bytes[at - 1], bytes[at]) = (b'y', b'x');
                assert!(!any_pair(&bytes, is), "{at} of {length}");
                (bytes[at - 1], bytes[at]) = (b'.', b'.');
            }
        }
    }
}
