//! Free pages, and the home page.

use crate::content::hold::{Held, Hold};
use crate::content::id::Id;
use crate::content::kinds::claim::ClaimEntry;
use crate::content::kinds::common::{CommonFields, ItemFields, TextFields};
use crate::content::kinds::number::NumberFields;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::{Image, Reference};
use crate::content::{Kind, KindFields};
use crate::dates::{Edtf, Published};
use crate::fields::Spanned;
use crate::record;

record! {
    /// The front matter of a page.
    pub struct PageFields: "page" {
        /// The heading.
        title: Required<Spanned<String>> = "About";
        /// The standfirst.
        summary: Optional<String> also "description" = "Who we are and how we work.";
        /// When it was first published.
        date: Optional<Spanned<Published>> = "2026-11-23";
        /// When its text last changed.
        updated: Optional<Spanned<Published>> also "lastmod" = "2026-11-23";
        /// Its sources in order, so that `[@1]` is the first.
        sources: List<SourceEntry> = "[rte-capel]";
        /// The claims it deals with: ids, or records.
        claims: List<ClaimEntry> = "[us/nyc-station]";
        /// The lead picture.
        image: Optional<Image> also "cover" = "media/desk.jpg";
        /// The last part of its address, where it is not the file's name.
        slug: Optional<Spanned<Id>> = "about";
        ..text: TextFields
    }
}

impl KindFields for PageFields {
    const KIND: Kind = Kind::Page;

    fn item(&self) -> &ItemFields {
        &self.text.item
    }

    fn item_mut(&mut self) -> &mut ItemFields {
        &mut self.text.item
    }

    fn text(&self) -> Option<&TextFields> {
        Some(&self.text)
    }

    fn slug(&self) -> Option<&Spanned<Id>> {
        self.slug.as_ref()
    }
}

record! {
    /// A figure on the home page.
    pub struct FigureFields: "figure" {
        /// The number, as it is to be printed.
        value: Required<String> = "102";
        /// What it counts.
        label: Required<String> = "stations in 53 countries, by the second report";
        /// As of when.
        date: Optional<Spanned<Edtf>> = "2022-12";
        /// Who says so.
        sources: List<SourceEntry> = "[sd-patrol]";
    }
}

record! {
    /// The front matter of the home page.
    pub struct HomeFields: "home page" {
        /// The heading, where it is not the site's title.
        title: Optional<Spanned<String>> = "110 Overseas, explained";
        /// The standfirst.
        summary: Optional<String> also "description" = "What is known, country by country.";
        /// The article that leads the page; the newest where absent.
        lead: Optional<Reference> = "what-are-they";
        /// Key figures, each with its date and sources.
        figures: List<FigureFields> = "[{value: 102, label: stations, date: 2022-12}]";
        /// The claims that the site as a whole deals with: ids, or records.
        claims: List<ClaimEntry> = "[us/nyc-station]";
        /// What is counted of the site's subject as a whole, by property.
        numbers: Optional<Vec<(Spanned<String>, Vec<NumberFields>)>> = "{stations: [{value: 54, date: 2022-09-12}]}";
        /// Its sources in order, so that `[@1]` is the first.
        sources: List<SourceEntry> = "[rte-capel]";
        ..common: CommonFields
    }
}

impl Held for HomeFields {
    fn hold(&self) -> &Hold {
        &self.common.hold
    }

    fn hold_mut(&mut self) -> &mut Hold {
        &mut self.common.hold
    }
}
