//! "Did you mean": the known name nearest to what was written.

use crate::steps;

/// A slip changes no more letters than this, however long the name is.
const MOST_CHANGES: usize = 6;

/// The name of `known` nearest to `written`, if one is near enough to be a slip of the pen.
///
/// Near is a Damerau-Levenshtein distance of at most a third of the written length (at
/// least one, at most six, and never all of it), letters' case and the difference of `-`, `_` and
/// space not counted; the first of equals in the order given.
pub fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let fold = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let folded = fold(written);
    let length = folded.chars().count();
    let limit = (length / 3).clamp(1, MOST_CHANGES).min(length.saturating_sub(1));
    let letters = Letters::of(written);
    known
        .into_iter()
        .inspect(|name| steps::took(name.len()))
        // Cheap first, because nearly every name is another.
        .filter(|name| letters.changes(&Letters::of(name)) <= limit)
        .inspect(|name| steps::took(name.len() * folded.len()))
        .map(|name| (strsim::damerau_levenshtein(&folded, &fold(name)), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How often a name has each ASCII letter and digit, letters' case not counted, and how many other
/// characters it has.
struct Letters {
    each: [u8; 36],
    others: usize,
}

impl Letters {
    fn of(name: &str) -> Self {
        let mut all = Letters { each: [0; 36], others: 0 };
        for c in name.chars() {
            let at = match c.to_ascii_lowercase() {
                letter @ 'a'..='z' => letter as usize - 'a' as usize,
                digit @ '0'..='9' => 26 + digit as usize - '0' as usize,
                _ => {
                    all.others += 1;
                    continue;
                }
            };
            all.each[at] = all.each[at].saturating_add(1);
        }
        all
    }

    /// At least so many changes make one name of the other: each adds one letter, takes one away,
    /// or does both.
    fn changes(&self, other: &Letters) -> usize {
        let pairs = self.each.iter().zip(&other.each);
        let (mut more, mut less) = (
            self.others.saturating_sub(other.others),
            other.others.saturating_sub(self.others),
        );
        for (a, b) in pairs {
            more += usize::from(a.saturating_sub(*b));
            less += usize::from(b.saturating_sub(*a));
        }
        more.max(less)
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        assert_eq!(nearest("sumary", ["title", "summary"]), Some("summary"));
        assert_eq!(nearest("Url_Status", ["url", "url-status"]), Some("url-status"));
        assert_eq!(nearest("dates", ["date", "dates"]), Some("dates"));
        assert_eq!(nearest("sgin", ["sign", "song"]), Some("sign"));
    }

    #[test]
    fn letters_of_any_script_count() {
        assert_eq!(nearest("Ciudád", ["ciudad"]), Some("ciudad"));
        assert_eq!(nearest("福州公安局", ["福州市公安局"]), Some("福州市公安局"));
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(nearest("photographer", ["title", "summary"]), None);
    }

    #[test]
    fn a_long_name_is_no_slip_of_another_with_a_third_of_it_changed() {
        let written = "an office in the centre of the old city";
        assert_eq!(nearest(written, ["an office in the suburbs of the big city"]), None);
    }
}
