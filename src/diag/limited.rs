//! The first of many diagnostics of each code, and how many more there are.

use super::{Code, Diagnostic, Severity, codes};

/// The diagnostics that are shown of many.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Limited {
    /// Of each code the first, in the order given.
    pub shown: Vec<Diagnostic>,
    /// What isn't shown, in the order of the table of codes.
    pub more: Vec<More>,
}

/// Diagnostics of one code that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct More {
    /// Their code.
    pub code: Code,
    /// How many they are.
    pub count: usize,
}

/// The first `most` of each code. A code's errors are counted apart from its warnings, so that no error
/// is hidden by them.
pub fn limited(found: &[Diagnostic], most: usize) -> Limited {
    let mut seen = vec![[0; 2]; codes::ALL.len()];
    let place = |one: &Diagnostic| codes::ALL.iter().position(|code| *code == one.code);
    let mut shown = Vec::new();
    for one in found {
        let Some(place) = place(one) else { continue };
        let seen = &mut seen[place][usize::from(one.severity == Severity::Error)];
        *seen += 1;
        if *seen <= most {
            shown.push(one.clone());
        }
    }
    let more = codes::ALL.iter().zip(&seen).map(|(code, seen)| More {
        code: *code,
        count: seen.iter().map(|count| count.saturating_sub(most)).sum(),
    });
    Limited { shown, more: more.filter(|more| more.count > 0).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;

    fn found(code: Code, count: usize) -> Vec<Diagnostic> {
        let one = |n: usize| Diagnostic::new(code, Place::Site, n.to_string());
        (0..count).map(one).collect()
    }

    #[test]
    fn of_many_the_first_are_shown_and_the_rest_is_counted() {
        let all = [found(codes::FOREIGN_FIELD, 5), found(codes::BROKEN_LINK, 2)].concat();
        let limited = limited(&all, 3);
        let shown: Vec<&str> =
            limited.shown.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(shown, ["0", "1", "2", "0", "1"]);
        assert_eq!(limited.more, [More { code: codes::FOREIGN_FIELD, count: 2 }]);
    }

    #[test]
    fn warnings_hide_no_error_of_the_same_code() {
        let mut all = found(codes::FOREIGN_FIELD, 5);
        all[4].severity = Severity::Error;
        let limited = limited(&all, 2);
        assert_eq!(limited.shown.last().map(|one| one.message.as_str()), Some("4"));
        assert_eq!(limited.more, [More { code: codes::FOREIGN_FIELD, count: 2 }]);
    }
}
