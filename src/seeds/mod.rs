//! What a writer begins with: new records, a whole small site, a file of the theme to change.
//!
//! Everything here is made as texts and paths; who asked for them puts them in place
//! ([`write::add`](crate::write::add)), which never takes the place of what is there. What a record may hold is said by its field
//! table, so a new record knows a new field.
//!
//! In one circle, since what an address tells is completed by records of the same host, and these are known by their addresses:
//! `address`, `known`.

mod address;
mod known;
mod record;
mod site;
mod theme_files;
mod yaml;

pub use address::{ToldByAddress, told};
pub use known::KnownRecords;
pub use record::{AskedField, NewRecord, asked, title_field};
pub use site::{Host, files};
pub use theme_files::{ThemeFile, ThemeShelf};
