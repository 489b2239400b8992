//! From a text to a date.

use super::error::{DateError, DateText};
use super::value::{Edtf, Value};
use super::{moment, parse};

impl Edtf {
    /// Reads a date: EDTF levels 0 and 1, one-of sets, or the writers' words (letters' case
    /// doesn't count).
    ///
    /// A time of day is refused: where one may stand, [`Edtf::parse_moment`] reads it.
    ///
    /// ```
    /// use dateline::dates::{DateErrorKind, Edtf};
    ///
    /// assert_eq!(Edtf::parse("before 2022-09-12"), Edtf::parse("[..2022-09-11]"));
    /// assert_eq!(Edtf::parse("26 October 2022"), Edtf::parse("2022-10-26"));
    /// let error = Edtf::parse("2022-02-30").unwrap_err();
    /// assert_eq!(error.reason, "February 2022 has 28 days");
    /// assert_eq!(error.range, 8..10);
    /// assert_eq!(Edtf::parse("2019/2016").unwrap_err().kind, DateErrorKind::Reversed);
    /// ```
    ///
    /// # Errors
    /// What is wrong, where in `text`, and what to write instead.
    pub fn parse(text: &str) -> Result<Edtf, DateError> {
        let value = parse::value(DateText::new(text))?;
        Ok(Edtf { value, written: text.trim().into() })
    }

    /// Reads a date, or a date with a time of day (EDTF level 0, "Date and Time").
    ///
    /// A moment keeps its clock reading and its shift from UTC as they were written. For the
    /// sake of files from other generators a space may stand for the `T`, seconds may be
    /// missing or have decimals, and so may the zone: then the clock is a local one.
    ///
    /// ```
    /// use dateline::dates::Edtf;
    ///
    /// let date = Edtf::parse_moment("1985-04-12T23:20:30-04").unwrap();
    /// assert_eq!(date.machine().unwrap(), "1985-04-12T23:20:30-04:00");
    /// assert_eq!(date.earliest().unwrap().to_string(), "1985-04-12");
    /// ```
    ///
    /// # Errors
    /// As [`Edtf::parse`].
    pub fn parse_moment(text: &str) -> Result<Edtf, DateError> {
        match parse::date_and_time(DateText::new(text)) {
            Some((date, time)) => {
                let value = Value::Moment(moment::parse(date, time)?);
                Ok(Edtf { value, written: text.trim().into() })
            }
            None => Edtf::parse(text),
        }
    }
}
