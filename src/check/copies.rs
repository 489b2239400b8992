//! Whether a source has a copy that will be there when the source is gone: what each copy is worth.

use super::Subject;
use crate::content::values::WebUrl;
use crate::dates::Edtf;
use crate::model::{Capture, Made, Source, SourceId, WebPage};
use std::collections::BTreeSet;

/// Why an address of a source's `archive` is not that of a copy of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CopyFault<'a> {
    /// It is the source's own address.
    Itself,
    /// Its host is no web archive that is known.
    NoArchive,
    /// The archive has it for a copy of this page.
    OtherPage(&'a str),
    /// It leads to a list of copies, or to whichever is the newest.
    NoCopy,
    /// It names a time that no calendar has.
    Never(&'a str),
    /// It was made before the source was published.
    Before(Edtf, &'a Edtf),
    /// It was made after the day for which the site is built.
    After(Edtf, &'a Edtf),
}

/// A copy of a source on the web, as the source names it.
pub(super) struct WebCopy<'a> {
    /// Its address.
    pub(super) url: &'a WebUrl,
    /// Whose copy it is, where that archive is known.
    pub(super) archive: Option<&'a str>,
    /// What is wrong with it, if anything is.
    pub(super) fault: Option<CopyFault<'a>>,
}

/// The copies on the web that a source names, in the order in which it does.
pub(super) fn on_the_web<'a>(
    subject: &Subject<'a>,
    source: &'a Source,
) -> impl Iterator<Item = WebCopy<'a>> {
    let today = subject.today;
    source.web_copies().map(move |url| {
        let capture = Capture::read(url);
        let fault = fault(source, &capture, &WebPage::at(url), today);
        WebCopy { url, archive: capture.archive, fault }
    })
}

/// What is wrong with an address that a source names as that of its copy, if anything is.
fn fault<'a>(
    source: &'a Source,
    capture: &Capture<'a>,
    address: &WebPage,
    today: Option<&'a Edtf>,
) -> Option<CopyFault<'a>> {
    let page = source.url.as_ref().map(WebPage::at);
    if capture.archive.is_none() {
        let is_itself = page.as_ref() == Some(address);
        return Some(if is_itself { CopyFault::Itself } else { CopyFault::NoArchive });
    }
    match &capture.made {
        Made::Never(time) => return Some(CopyFault::Never(time)),
        Made::NoCopy => return Some(CopyFault::NoCopy),
        Made::On(day) => {
            let published = source.date.as_ref();
            if let Some(date) = published.filter(|date| day.is_definitely_before(date)) {
                return Some(CopyFault::Before(day.clone(), date));
            }
            if let Some(today) = today.filter(|today| today.is_definitely_before(day)) {
                return Some(CopyFault::After(day.clone(), today));
            }
        }
        Made::Unsaid => {}
    }
    let other = capture.page.filter(|_| page.is_some_and(|page| page != *address));
    other.map(CopyFault::OtherPage)
}

/// Whether a copy of the source is kept: one in the vault that was read in this build and is what was saved, or one in
/// each of two archives of the web.
pub(super) fn is_kept(subject: &Subject<'_>, id: SourceId) -> bool {
    let sound = on_the_web(subject, &subject.site[id]);
    let sound = sound.filter(|copy| copy.fault.is_none());
    let archives: BTreeSet<&str> = sound.filter_map(|copy| copy.archive).collect();
    !subject.vault.verified(id).is_empty() || archives.len() >= 2
}
