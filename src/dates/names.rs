//! The names of months and seasons by which authors may write dates, in English.
//!
//! From the Unicode Common Locale Data Repository (CLDR 48, `ca-gregorian`, formats "wide"
//! and "abbreviated"), © Unicode, Inc., Unicode License v3. CLDR has no seasons: these are
//! the words of the EDTF specification. What readers see is in the catalogue of phrases.

/// January to December.
pub const MONTHS: [&str; 12] = [
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
];

/// The same, abbreviated as in `en`; `en-GB` differs by "Sept".
pub(super) const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Spring to winter.
pub(super) const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// The name of a month, 1 to 12.
pub(super) fn month_name(month: i8) -> &'static str {
    // A month is 1 to 12 wherever a `Calendar` is made.
    MONTHS[usize::from(month.unsigned_abs() - 1)]
}
