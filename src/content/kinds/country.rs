//! Countries and territories: what a site says about one, beside what the atlas knows.

use crate::content::kinds::common::{ItemFields, TextFields};
use crate::content::kinds::event::EventFields;
use crate::content::kinds::location::Confidence;
use crate::content::kinds::number::NumberFields;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::Image;
use crate::content::{Kind, KindFields};
use crate::dates::{Edtf, Published};
use crate::fields::Spanned;
use crate::record;

record! {
    /// What a country's authorities answered.
    pub struct ResponseFields: "official response" {
        /// When.
        date: Optional<Spanned<Edtf>> = "2022-10-26";
        /// Of what sort: a word of the vocabulary in `site.toml`.
        stance: Required<Spanned<String>> = "ordered-closed";
        /// In a sentence.
        text: Optional<String> = "The ministry told the embassy to close the office.";
        /// On whose word.
        sources: List<SourceEntry> = "[rte-capel]";
    }
}

record! {
    /// The front matter of a country's page.
    pub struct CountryFields: "country" {
        /// The heading, where it is not the country's name.
        title: Optional<Spanned<String>> = "Ireland";
        /// The standfirst.
        summary: Optional<String> also "description" = "One office in Dublin, told to close.";
        /// What the country's authorities answered.
        response: Optional<ResponseFields> = "{stance: closed, date: 2022-10-26}";
        /// Its sources in order, so that `[@1]` is the first.
        sources: List<SourceEntry> = "[rte-capel]";
        /// Dated facts.
        dates: List<Spanned<EventFields>> = "[{date: 2022-10-26, text: The office has to close}]";
        /// What is counted of the country, by property.
        numbers: Optional<Vec<(Spanned<String>, Vec<NumberFields>)>> = "{stations: [{value: 11, date: 2022-12}]}";
        /// How sure the account is.
        confidence: Optional<Confidence> = "high";
        /// The lead picture.
        image: Optional<Image> = "media/dublin.jpg";
        /// When its text last changed.
        updated: Optional<Spanned<Published>> also "lastmod" = "2022-12-14";
        /// When somebody last checked that it still holds.
        reviewed: Optional<Spanned<Edtf>> = "2023-06-01";
        ..text: TextFields
    }
}

impl KindFields for CountryFields {
    const KIND: Kind = Kind::Country;

    fn item(&self) -> &ItemFields {
        &self.text.item
    }

    fn item_mut(&mut self) -> &mut ItemFields {
        &mut self.text.item
    }

    fn text(&self) -> Option<&TextFields> {
        Some(&self.text)
    }
}
