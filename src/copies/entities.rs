//! Characters that HTML has names for.

use crate::files::FileId;
use crate::markdown;

/// The longest name has hardly more bytes.
const LONGEST: usize = 40;

/// What a name stands for: `eacute`, without `&` and `;`.
pub(super) fn named(name: &str) -> Option<String> {
    let common = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        _ => "",
    };
    if !common.is_empty() {
        return Some(common.to_owned());
    }
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_name || !(2..=LONGEST).contains(&name.len()) {
        return None;
    }
    // Markdown knows all of them.
    let written = format!("x&{name};");
    let tree = markdown::parse(&written, 0..written.len(), FileId(0));
    let read = markdown::words_in_lines(&tree, &written);
    let read = read.strip_prefix('x')?.strip_suffix('\n')?;
    (read != &written[1..] && !read.is_empty()).then(|| read.to_owned())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_are_those_of_the_standard() {
        let all = [
            "eacute",
            "Scaron",
            "hellip",
            "zwnj",
            "amp",
            "CounterClockwiseContourIntegral",
        ];
        let all = all.map(|name| named(name).unwrap_or_default());
        assert_eq!(all, ["é", "Š", "…", "\u{200c}", "&", "∳"]);
        for none in ["", "x", "nothing", "a&b", "Eacutes", "<b>"] {
            assert_eq!(named(none), None, "{none}");
        }
    }
}
