//! "Did you mean": the known name nearest to what was written.

use crate::steps;

/// The name of `known` nearest to `written`, if one is near enough to be a slip of the pen.
///
/// Near is a Damerau-Levenshtein distance of at most a third of the written length (at
/// least one, and never all of it), letters' case and the difference of `-`, `_` and space not counted; the first
/// of equals in the order given.
pub fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let fold = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let folded = fold(written);
    let length = folded.chars().count();
    let limit = (length / 3).max(1).min(length.saturating_sub(1));
    let letters = letters(written);
    known
        .into_iter()
        .inspect(|name| steps::took(name.len()))
        // Cheap first: a slip changes at most two letters of what a name is made of.
        .filter(|name| (letters ^ self::letters(name)).count_ones() as usize <= 2 * limit)
        .filter(|name| name.chars().count().abs_diff(written.chars().count()) <= limit)
        .inspect(|name| steps::took(name.len() * folded.len()))
        .map(|name| (strsim::damerau_levenshtein(&folded, &fold(name)), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The ASCII letters and digits that a name has, a bit for each; letters' case not counted.
fn letters(name: &str) -> u64 {
    name.bytes().fold(0, |all, byte| match byte.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => all | 1 << (letter - b'a'),
        digit @ b'0'..=b'9' => all | 1 << (26 + digit - b'0'),
        _ => all,
    })
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        assert_eq!(nearest("sumary", ["title", "summary"]), Some("summary"));
        assert_eq!(nearest("Url_Status", ["url", "url-status"]), Some("url-status"));
        assert_eq!(nearest("dates", ["date", "dates"]), Some("dates"));
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(nearest("photographer", ["title", "summary"]), None);
    }
}
