//! Dates as journalists know them: incomplete, doubtful, open at one end – and never made
//! more exact than they are.
//!
//! An [`Edtf`] is one date as it was written, read by the rules of the Extended Date/Time
//! Format, which the Library of Congress publishes
//! (<https://www.loc.gov/standards/datetime/>, 4 February 2019) and ISO 8601-2:2019 took
//! over as its profile. Levels 0 and 1 are read whole; of level 2 the one-of sets
//! (`[1667,1670..1672]`, "Set representation"), because "on some day before the 12th" is a
//! set and can be said in no other way. The words that writers use instead ("before
//! 2022-09-12", "early 2022") are compiled to the same values.
//!
//! ```
//! use dateline::dates::{Certainty, Edtf};
//! use dateline::phrases::Phrases;
//!
//! let date = Edtf::parse("about 2022-10").unwrap();
//! assert_eq!(date.as_edtf(), "2022-10~");
//! assert_eq!(date.words(Phrases::find("en")), "about October 2022");
//! assert_eq!(date.certainty(), Certainty::Approximate);
//! assert_eq!(date.earliest().unwrap().to_string(), "2022-10-01");
//! assert_eq!(date.machine(), None);
//! ```
//!
//! The room refuses to know the clock, the time zone of the machine, files and diagnostics:
//! a mistake is a [`DateError`] whose range lies in the text that was given.
//! To read on: `value` is what a date can be, `parse` and `words` read it, `bounds`
//! and `order` place it in time, `canonical`, `machine` and `wording` write it.
//!
//! In one circle, since words stand around dates in figures ("before 2022"), and an interval or a set
//! in figures may hold words: `parse`, `words`.

mod value;

mod reading;

mod error;

mod parse;

mod words;

mod english;

mod slips;

mod moment;

mod decode;

mod kept;

pub use decode::Published;

mod bounds;

mod order;

mod canonical;

mod machine;

mod wording;

mod names;

#[cfg(test)]
mod official;
#[cfg(test)]
mod properties;

pub use bounds::{Extent, Precision};
pub use error::{DateError, DateErrorKind};
pub use names::MONTHS;
pub use order::SortKey;
pub use value::{Certainty, Edtf};
