//! Which form of a phrase a number has, by the plural rules of CLDR 48 for whole numbers.

use super::catalogue::Plural;

/// English, German: one, and all else.
pub(super) fn one_or_more(number: u64) -> Plural {
    if number == 1 { Plural::One } else { Plural::Other }
}

/// Spanish: one, whole millions, and all else.
pub(super) fn spanish(number: u64) -> Plural {
    if is_millions(number) { Plural::Many } else { one_or_more(number) }
}

/// French: none and one, whole millions, and all else.
pub(super) fn french(number: u64) -> Plural {
    match number {
        0 | 1 => Plural::One,
        _ if is_millions(number) => Plural::Many,
        _ => Plural::Other,
    }
}

/// Chinese: one form for all.
pub(super) fn one_form(_: u64) -> Plural {
    Plural::Other
}

/// Arabic: none, one, two, a few (3 to 10, 103 to 110 …), many (11 to 99, 111 to 199 …), whole hundreds.
pub(super) fn arabic(number: u64) -> Plural {
    match (number, number % 100) {
        (0, _) => Plural::Zero,
        (1, _) => Plural::One,
        (2, _) => Plural::Two,
        (_, 3..=10) => Plural::Few,
        (_, 11..=99) => Plural::Many,
        _ => Plural::Other,
    }
}

fn is_millions(number: u64) -> bool {
    number != 0 && number.is_multiple_of(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CLDR's own examples of whole numbers for each form.
    #[test]
    fn forms_are_those_of_cldr() {
        let arabic_forms = [
            (Plural::Zero, &[0][..]),
            (Plural::One, &[1]),
            (Plural::Two, &[2]),
            (Plural::Few, &[3, 10, 103, 110, 1003]),
            (Plural::Many, &[11, 26, 99, 111, 1011]),
            (Plural::Other, &[100, 102, 200, 202, 1000, 10_000, 1_000_000]),
        ];
        let french_forms = [
            (Plural::One, &[0, 1][..]),
            (Plural::Many, &[1_000_000, 2_000_000]),
            (Plural::Other, &[2, 17, 100, 1_000]),
        ];
        let spanish_forms = [
            (Plural::One, &[1][..]),
            (Plural::Many, &[1_000_000]),
            (Plural::Other, &[0, 2, 16, 100]),
        ];
        let check = |rule: fn(u64) -> Plural, forms: &[(Plural, &[u64])]| {
            for (form, numbers) in forms {
                for number in *numbers {
                    assert_eq!(rule(*number), *form, "{number}");
                }
            }
        };
        check(arabic, &arabic_forms);
        check(french, &french_forms);
        check(spanish, &spanish_forms);
        check(one_form, &[(Plural::Other, &[0, 1, 2, 11])]);
        check(one_or_more, &[(Plural::One, &[1]), (Plural::Other, &[0, 2, 101])]);
    }
}
