//! How days and clocks are kept between builds: by their numbers, which are read faster than words.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

/// A day as year, month and day.
pub(super) mod day {
    use super::*;
    use jiff::civil::Date;

    pub(in crate::dates) fn serialize<S: Serializer>(
        day: &Date,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        (day.year(), day.month(), day.day()).serialize(serializer)
    }

    pub(in crate::dates) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        let (year, month, day) = <(i16, i8, i8)>::deserialize(deserializer)?;
        Date::new(year, month, day).map_err(D::Error::custom)
    }
}

/// A day with a time: year, month and day; hour, minute, second and billionths.
pub(super) mod clock {
    use super::*;
    use jiff::civil::DateTime;

    type Numbers = ((i16, i8, i8), (i8, i8, i8, i32));

    pub(in crate::dates) fn serialize<S: Serializer>(
        at: &DateTime,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let time = (at.hour(), at.minute(), at.second(), at.subsec_nanosecond());
        ((at.year(), at.month(), at.day()), time).serialize(serializer)
    }

    pub(in crate::dates) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<DateTime, D::Error> {
        let ((year, month, day), (hour, minute, second, billionths)) =
            Numbers::deserialize(deserializer)?;
        DateTime::new(year, month, day, hour, minute, second, billionths)
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::Edtf;

    #[test]
    fn a_date_is_read_back_as_it_was() {
        let texts = ["2022-10", " before 2022-09-12 ", "[1667,1670..1672]", "../2019?"];
        let moments = ["1985-04-12T23:20:30.5-04", "2022-10-26 09:30", "-0044-03-15"];
        let dates = texts.map(|text| Edtf::parse(text).unwrap());
        let moments = moments.map(|text| Edtf::parse_moment(text).unwrap());
        for date in dates.iter().chain(&moments) {
            let kept = postcard::to_allocvec(date).unwrap();
            let read: Edtf = postcard::from_bytes(&kept).unwrap();
            assert_eq!((&read, read.written()), (date, date.written()));
        }
    }
}
