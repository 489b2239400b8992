//! The order of dates: by their bounds, and never by a day that nobody wrote.

use std::cmp::Ordering;

use super::bounds::{self, Day};
use super::value::{Edtf, Value};

/// Where a date stands among others.
///
/// By the earliest day, then by the latest, so that of two that begin together the more exact
/// comes first; a date without a known start stands by its latest day, one without a known
/// end by its earliest. Moments of one day follow what is known of the day alone, in the
/// order of their instants. If one date is definitely before another that is not a moment,
/// its key is the lesser.
///
/// Different dates may have one key (`2022`, `2022?`); [`Edtf`]'s own order parts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SortKey {
    first: Day,
    last: Day,
    instant: Option<i128>,
}

impl Edtf {
    /// Its place in a chronology.
    pub fn sort_key(&self) -> SortKey {
        let (first, last) = bounds::known_days(&self.value);
        let instant = match self.value {
            Value::Moment(moment) => Some(moment.instant()),
            _ => None,
        };
        SortKey { first, last, instant }
    }
}

impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        let keys = self.sort_key().cmp(&other.sort_key());
        keys.then_with(|| self.value.cmp(&other.value))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::Edtf;

    #[test]
    fn dates_stand_in_the_order_of_their_bounds() {
        let order = [
            "Y-170000002",
            "-0043",
            "until 2015",
            "2016/2019",
            "2016-05-02",
            "202X/2050",
            "before 2022",
            "2022-01-01",
            "2022-01-01T09:00:00+02:00",
            "2022-01-01T08:00:00Z",
            "2022-01",
            "early 2022",
            "2022",
            "2022?",
            "2022-21",
            "2022-XX",
            "2022-10",
            "2022-10-26/..",
            "2022-10-26/2022-10-27",
            "after 2022",
            "Y170000002",
        ];
        let mut dates: Vec<Edtf> =
            order.iter().map(|text| Edtf::parse_moment(text).expect(text)).collect();
        dates.reverse();
        dates.sort();
        let sorted: Vec<&str> = dates.iter().map(Edtf::written).collect();
        assert_eq!(sorted, order);
    }
}
