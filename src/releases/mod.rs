//! Releases: what a site said when it was released, and what it says otherwise now.
//!
//! An [`EditionRecord`] is a file of the folder `releases/` in a site's root. It is [taken](Recorder) from the edition,
//! so it has nothing that was not published. [`compare()`] says what differs between two of them, and what of
//! that readers have not been told. The words of a change are weighed by one rule ([`Weight`]), which
//! `docs/guide.md` tells writers.

mod compare;
mod lexicon;
mod record;
mod recorder;
mod report;
mod sentences;
mod shelf;
mod weight;
mod words;

pub use compare::{Difference, Happened, ItemChange, compare};
pub use record::{
    EditionRecord, RecordedChange, RecordedCorrection, RecordedItem, RecordedStatus,
    RecordedWithdrawal,
};
pub use recorder::{Recorder, items};
pub use report::{markdown, text};
pub use sentences::SentenceChange;
pub use shelf::{FOLDER, Release, Releases, free_name};
pub use weight::Weight;
