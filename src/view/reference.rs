//! Sources as they are cited.

use super::source_mark::{self, SourceMark};
use super::{
    Card, CardNumber, DateView, Markup, PassageView, Views, WaysBack, language,
    source_words,
};
use crate::content::kinds::source::UrlStatus;
use crate::model::{Capture, Item, Made, Source, SourceId};
use serde::Serialize;

/// A source in short, as lists and references show it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceCard {
    /// What `kept` knows it by.
    pub card_number: CardNumber,
    /// Its id, which citations use.
    pub id: String,
    /// The path of its own page; a confidential source has none.
    pub path: Option<String>,
    /// Its title in the site's language where it has one there; the host of its address where
    /// it has no title.
    pub title: String,
    /// Its title in its own language, where that differs.
    pub original_title: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// What it appeared in, or who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<Card<DateView>>,
    /// When it was seen.
    pub accessed: Option<Card<DateView>>,
    /// Its language (BCP 47).
    pub lang: Option<String>,
    /// Attributes that tell the language and direction of its title in its own language.
    pub spoken: Markup,
    /// The name of its language, where it is another than the site's.
    pub language: Option<String>,
    /// What it is, in a word or two: `Report`, `Newspaper article`.
    pub kind: Option<String>,
    /// `Primary source`, where its role is known.
    pub role: Option<String>,
    /// What readers should see of it at once: that it is primary, of an agency, of state media, a copy.
    pub marks: Vec<SourceMark>,
    /// Where it is to be read: the archive's copy where its own address is dead.
    pub url: Option<String>,
    /// Its own address where that no longer leads to it: dead, usurped or unfit.
    pub dead_url: Option<String>,
    /// What is wrong with `dead_url`, in a word: `dead`.
    pub url_status: Option<String>,
    /// Copies kept elsewhere, beside `url`.
    pub archives: Vec<ArchiveView>,
    /// What stands between a reader and it: `Paywalled`, `Login needed`, `Offline`.
    pub access: Option<String>,
    /// What readers should know of it.
    pub note: Option<String>,
    /// That a copy of it was read in this build and is what was saved: `Verified copy`.
    pub verified: Option<String>,
}

/// A copy of a source kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArchiveView {
    /// Who keeps it: `Wayback Machine`.
    pub label: String,
    /// Its address.
    pub url: String,
    /// When it was taken, where the address tells.
    pub date: Option<Card<DateView>>,
}

/// One numbered source of a text, with the way back to each place that cites it.
#[derive(Debug, Clone, Serialize)]
pub struct Reference {
    /// Its number in the text.
    pub number: usize,
    /// The fragment that citations lead to: `source-1`.
    pub anchor: String,
    /// The source.
    pub source: Card<SourceCard>,
    /// What readers should know of the source.
    pub note: Option<String>,
    /// What the text quotes of the source, each with whether it was checked.
    pub quotations: Vec<PassageView>,
    /// The ways back to the places of the text that cite it, in order, each with the place in the
    /// source that it names; empty where the source is listed only.
    pub places_html: WaysBack,
}

impl Views<'_> {
    pub(super) fn source_card_view(&self, id: SourceId) -> SourceCard {
        let source = self.edition.source(id);
        let label = source.label();
        let gone = source.url_status.filter(|status| *status != UrlStatus::Live);
        let first = source.first_link();
        let own = source.url.as_ref();
        let dead = own.filter(|url| gone.is_some() && Some(*url) != first);
        let by = source.byline();
        let publisher = source.outlet().map(str::to_owned);
        // Who reads the language of a source is not given its title in English.
        let english = label.english.filter(|_| self.is_foreign(source.lang.as_deref()));
        let original = english.is_some().then(|| label.title.to_owned());
        SourceCard {
            card_number: CardNumber::default(),
            id: source.names.id.to_string(),
            path: self.link(Item::Source(id)).path.clone(),
            title: english.unwrap_or(label.title).to_owned(),
            original_title: original,
            publisher: publisher.filter(|publisher| *publisher != by),
            by: Some(by).filter(|by| !by.is_empty()),
            date: self.date_of(source.date.as_ref()),
            accessed: self.date_of(source.accessed.as_ref()),
            language: self.foreign(source.lang.as_deref()),
            spoken: self.spoken(
                source.title.as_ref().map_or("", |title| title.original.as_str()),
                source.lang.as_deref(),
            ),
            lang: source.lang.clone(),
            kind: source.kind.map(|kind| {
                source_words::source_kind(kind, self.shared.phrases).to_owned()
            }),
            role: source.role.map(|role| {
                source_words::source_role(role, self.shared.phrases).to_owned()
            }),
            marks: source_mark::marks(source, self.shared.phrases),
            url: first.map(|url| url.as_str().to_owned()),
            // What is there now should not be read in its place, so it is not linked.
            dead_url: dead
                .filter(|_| gone == Some(UrlStatus::Dead))
                .map(|url| url.as_str().to_owned()),
            url_status: gone.map(|status| {
                source_words::url_status(status, self.shared.phrases).to_owned()
            }),
            archives: self.archives(source),
            access: source
                .access
                .and_then(|access| {
                    source_words::source_access(access, self.shared.phrases)
                })
                .map(str::to_owned),
            note: source.note.clone(),
            verified: self
                .edition
                .verified_copies(id)
                .first()
                .map(|_| self.shared.phrases.verified_copy().to_owned()),
        }
    }

    /// The name of a language that is not the site's.
    pub(super) fn foreign(&self, tag: Option<&str>) -> Option<String> {
        let tag = tag.filter(|tag| self.is_foreign(Some(tag)))?;
        Some(language::name(tag, self.shared.phrases).to_owned())
    }

    /// Whether a language is another than the readers', as far as it is told.
    fn is_foreign(&self, tag: Option<&str>) -> bool {
        let primary = |tag: &str| tag.split('-').next().map(str::to_lowercase);
        tag.is_none_or(|tag| primary(tag) != primary(&self.config().lang))
    }

    /// Copies on the web beside the one that is linked first.
    fn archives(&self, source: &Source) -> Vec<ArchiveView> {
        let first = source.first_link();
        let urls = source.web_copies().filter(|url| Some(*url) != first);
        urls.map(|url| {
            let capture = Capture::read(url);
            let made = match &capture.made {
                Made::On(day) => Some(day),
                Made::Never(_) | Made::NoCopy | Made::Unsaid => None,
            };
            ArchiveView {
                label: capture.archive.unwrap_or(url.host()).to_owned(),
                url: url.as_str().to_owned(),
                date: self.date_of(made),
            }
        })
        .collect()
    }
}
