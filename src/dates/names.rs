//! The names of months and seasons, by language.
//!
//! From the Unicode Common Locale Data Repository (CLDR 48, `ca-gregorian`, formats "wide"
//! and "abbreviated"), © Unicode, Inc., Unicode License v3. CLDR has no seasons: these are
//! the words of the EDTF specification.

/// The names that one language gives to parts of the year.
pub(super) struct Names {
    /// January to December.
    pub(super) months: [&'static str; 12],
    /// The same, for tables.
    pub(super) short_months: [&'static str; 12],
    /// Spring to winter, as they stand within a sentence.
    pub(super) seasons: [&'static str; 4],
}

impl Names {
    /// The name of a month, 1 to 12.
    pub(super) fn month(&self, month: i8, short: bool) -> &'static str {
        let names = if short { &self.short_months } else { &self.months };
        // A month is 1 to 12 wherever a `Calendar` is made.
        names[usize::from(month.unsigned_abs() - 1)]
    }
}

/// English. Months' abbreviations are those of `en`; `en-GB` differs by "Sept".
pub(super) const EN: Names = Names {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short_months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec",
    ],
    seasons: ["spring", "summer", "autumn", "winter"],
};
