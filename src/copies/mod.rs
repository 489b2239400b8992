//! Copies: the text of a saved file, page by page, and why there is none where there is none.
//!
//! [`read`] knows a form by the file's first bytes, else by its ending. What it reads may be damaged, or made to
//! harm: nothing is read without bound, nothing in it is run, and no address in it is fetched.

mod aside;
mod charset;
mod entities;
mod form;
mod headers;
mod html;
mod mime;
mod named_place;
mod packed;
mod pdf;
mod plain;
mod subtitles;
mod sums;
mod transcript;
mod wacz;
mod warc;
mod zip;

pub use aside::Aside;
pub use named_place::NamedPlace;
pub use transcript::{CopyPart, LARGEST, PartPlace, Transcript, Unread};

use form::CopyForm;
use std::collections::BTreeSet;

/// So many bytes of text at most are taken out of one.
const MOST_TEXT: usize = 32 << 20;

/// The text of a copy with this name. Of a web archive with many pages it is that of the page with the source's
/// `address`, where it has that.
pub fn read(
    name: &str,
    bytes: &[u8],
    address: Option<&str>,
) -> Result<Transcript, Unread> {
    if bytes.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    let found = match CopyForm::of(name, bytes).ok_or(Unread::UnknownForm)? {
        CopyForm::Plain => Transcript::whole(charset::decode(bytes, None)?),
        CopyForm::Markdown => {
            Transcript::whole(plain::markdown(&charset::decode(bytes, None)?))
        }
        CopyForm::Html => Transcript::whole(html::read(bytes, None)?),
        CopyForm::Pdf => pdf::read(bytes)?,
        CopyForm::Mail => mime::read(bytes)?,
        CopyForm::WebArchive => warc::read(bytes, address)?,
        CopyForm::PackedArchive => wacz::read(bytes, address)?,
        CopyForm::Subtitles => subtitles::read(&charset::decode(bytes, None)?),
        CopyForm::Pictures => return Err(Unread::NoText),
    };
    if found.parts.iter().map(|part| part.text.len()).sum::<usize>() > MOST_TEXT {
        return Err(Unread::TooLarge);
    }
    let has_words = |part: &CopyPart| part.text.contains(char::is_alphanumeric);
    found.parts.iter().any(has_words).then_some(found).ok_or(Unread::NoText)
}

/// What a PDF tells beside what its pages show; or why nobody can tell.
pub fn told_beside(bytes: &[u8]) -> Result<BTreeSet<Aside>, Unread> {
    match CopyForm::of("", bytes) {
        _ if bytes.len() > LARGEST => Err(Unread::TooLarge),
        Some(CopyForm::Pdf) => pdf::told(bytes),
        _ => Err(Unread::UnknownForm),
    }
}

/// Whether a copy holds sums of its own parts, which [`read`] compares.
pub fn has_own_sums(name: &str, bytes: &[u8]) -> bool {
    matches!(
        CopyForm::of(name, bytes),
        Some(CopyForm::WebArchive | CopyForm::PackedArchive)
    )
}

#[cfg(test)]
mod properties;
