//! Numbers in digits.

use super::Phrases;

/// The fewest digits that are set in groups: a year has four and is never parted, so no number of four is.
const GROUPED_FROM: usize = 5;

impl Phrases {
    /// A whole number in digits, in groups of three where it has more than four: "170,000,002". The digits are
    /// the European ones in every language: Arabic newspapers use them beside the Eastern ones, and dates, codes and
    /// page numbers that are quoted have them too.
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        if digits.len() < GROUPED_FROM {
            return digits;
        }
        let mut text = String::with_capacity(2 * digits.len());
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(self.digit_group());
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_parted_as_the_language_does() {
        for (lang, number) in [
            ("en", "170,000,002"),
            ("es", "170.000.002"),
            ("fr", "170\u{202f}000\u{202f}002"),
            ("de", "170.000.002"),
            ("zh", "170,000,002"),
            ("ar", "170,000,002"),
        ] {
            let phrases = Phrases::find(lang);
            assert_eq!(phrases.number(170_000_002), number, "{lang}");
            assert_eq!(phrases.number(2022), "2022", "{lang}");
        }
    }
}
