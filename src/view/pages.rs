//! The register of pages: every file of the room that has pages lists its own.

use super::Views;
use super::listing::{Listing, Page};

/// Every kind of page, by the file that lists its pages.
const KINDS: [fn(&mut Listing<'_>); 20] = [
    super::home::pages,
    super::countries::pages,
    super::claims::pages,
    super::timeline::pages,
    super::not_found::pages,
    super::articles::pages,
    super::locations::pages,
    super::sources::pages,
    super::corrections::pages,
    super::tags::pages,
    super::authors::pages,
    super::entity::pages,
    super::number::pages,
    super::claim::pages,
    super::article::pages,
    super::country::pages,
    super::location::pages,
    super::source::pages,
    super::free_page::pages,
    super::redirect::pages,
];

/// Every page that the site has.
pub fn pages(views: &Views<'_>) -> Vec<Page> {
    let mut listing = Listing::new(views);
    KINDS.iter().for_each(|list| list(&mut listing));
    listing.into_pages()
}
