//! Where a site's pages and files are.
//!
//! Every path of a page, a list or a file that the program makes up comes from here. So whoever makes it, links to it, or
//! reads a link to it means the same. Which of them a site has follows from what is in it, which nobody knows here.

mod form;
mod grouping;
mod items;
mod lists;
mod own_file;
mod own_page;
mod search;

pub use form::may_be_made;
pub use grouping::{Grouping, locations_in};
pub use items::{author, in_folder, tag};
pub use lists::{
    below, claims_of, feed_beside, letter, numbered, of_language, on_page, page_count,
    year, year_words,
};
pub use own_file::{OwnFile, sitemap_part, top};
pub use own_page::OwnPage;
pub use search::SearchFile;

use crate::files::OutPath;

/// A path that is made of parts of paths and of literals.
fn fixed(path: &str) -> OutPath {
    // This room gives it nothing else.
    OutPath::new(path).unwrap_or_else(|_| unreachable!("{path} is a path"))
}
