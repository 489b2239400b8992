//! Whether a source has a copy that will be there when the source is gone: what each copy is worth.

use super::Subject;
use crate::dates::Edtf;
use crate::model::{Archive, Capture, Made, Saved, Source, WebPage};
use std::collections::BTreeSet;

/// Why an address of a source's `archive` is not that of a copy of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault<'a> {
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

/// What is wrong with an address that a source names as that of its copy, if anything is.
pub(super) fn fault<'a>(
    source: &'a Source,
    capture: &Capture<'a>,
    address: &WebPage,
    today: Option<&'a Edtf>,
) -> Option<Fault<'a>> {
    let page = source.url.as_ref().map(WebPage::at);
    if capture.archive.is_none() {
        let is_itself = page.as_ref() == Some(address);
        return Some(if is_itself { Fault::Itself } else { Fault::NoArchive });
    }
    match &capture.made {
        Made::Never(time) => return Some(Fault::Never(time)),
        Made::NoCopy => return Some(Fault::NoCopy),
        Made::On(day) => {
            let published = source.date.as_ref();
            if let Some(date) = published.filter(|date| day.is_definitely_before(date)) {
                return Some(Fault::Before(day.clone(), date));
            }
            if let Some(today) = today.filter(|today| today.is_definitely_before(day)) {
                return Some(Fault::After(day.clone(), today));
            }
        }
        Made::Unsaid => {}
    }
    let other = capture.page.filter(|_| page.is_some_and(|page| page != *address));
    other.map(Fault::OtherPage)
}

/// Whether a copy of the source is kept that can be checked: one in the vault whose bytes have the
/// sum that the source names, or one in each of two archives of the web.
pub(super) fn is_kept(subject: &Subject<'_>, source: &Source) -> bool {
    let has_sum = |saved: &Saved| match saved {
        Saved::Sum(sum) => source.sha256.as_ref() == Some(sum),
        Saved::Unreadable(_) => false,
    };
    let mut archives = BTreeSet::new();
    for archive in &source.archives {
        match archive {
            Archive::Vault(path) if subject.vault.copy(path).is_some_and(has_sum) => {
                return true;
            }
            Archive::Vault(_) => {}
            Archive::Web(url) => {
                let capture = Capture::read(url);
                let fault = fault(source, &capture, &WebPage::at(url), subject.today);
                archives.extend(capture.archive.filter(|_| fault.is_none()));
            }
        }
    }
    archives.len() >= 2
}
