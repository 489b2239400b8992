//! The text of a PDF (ISO 32000), page by page.
//!
//! Only what has to do with text is read: objects, packed streams, fonts as far as they tell which letters their
//! codes stand for, and where on the page these are put. There is no trust in the file's own index: every object is
//! found by going through the file, and the last of a number holds. So a damaged file is read as far as it goes.

mod cmap;
mod document;
mod filters;
mod font;
mod glyphs;
mod labels;
mod lexer;
mod object;
mod page;
mod told;

use super::transcript::{CopyPart, PartPlace, Transcript, Unread};
use document::PdfFile;

pub(super) use told::told;

/// So many pages are read.
const MOST_PAGES: usize = 20_000;

/// Of so many letters one may be unknown; where more are, nothing of the text can be trusted.
const FEW: usize = 20;

/// The pages of a PDF.
pub(super) fn read(bytes: &[u8]) -> Result<Transcript, Unread> {
    let document = PdfFile::open(bytes)?;
    let labels = labels::of(&document);
    let mut budget = page::Budget::default();
    let (mut parts, mut letters, mut unknown) = (Vec::new(), 0, 0);
    for (n, page) in document.pages(MOST_PAGES).into_iter().enumerate() {
        let text = page::text(&document, &page, &mut budget)?;
        letters += text.chars().count();
        unknown += text.matches(char::REPLACEMENT_CHARACTER).count();
        let place = PartPlace::Page { number: n + 1, label: labels.get(&n).cloned() };
        parts.push(CopyPart { place, text });
    }
    if document.is_spent() {
        return Err(Unread::TooLarge);
    }
    if unknown * FEW > letters {
        return Err(Unread::Damaged("its fonts don't say which letters they show"));
    }
    Ok(Transcript { parts, ..Transcript::default() })
}

#[cfg(test)]
mod tests;
