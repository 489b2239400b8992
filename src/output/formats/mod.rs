//! Formats: the kinds of file that a site has beside its pages, each in a file of its own.

mod feed;
mod robots;
mod search;
mod sitemap;

use super::planned::PlannedFile;
use crate::files::OutPath;
use crate::model::Publication;
use std::sync::Arc;

/// Lists the files of one format. It is given where the pages of the site are, in order.
type Format = for<'s> fn(&'s Publication<'s>, &Arc<[OutPath]>) -> Vec<PlannedFile<'s>>;

/// Every format.
const FORMATS: &[Format] = &[robots::files, sitemap::files, feed::files, search::files];

/// The files of every format, of a site whose pages are at these paths.
pub(super) fn planned_files<'s>(
    publication: &'s Publication<'s>,
    pages: &Arc<[OutPath]>,
) -> impl Iterator<Item = PlannedFile<'s>> {
    FORMATS.iter().flat_map(move |files| files(publication, pages))
}
