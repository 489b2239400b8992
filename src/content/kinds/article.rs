//! The front matter of an article.

use crate::content::id::Id;
use crate::content::kinds::claim::ClaimEntry;
use crate::content::kinds::common::{ItemFields, TextFields};
use crate::content::kinds::correction::CorrectionFields;
use crate::content::kinds::event::EventFields;
use crate::content::kinds::location::LocationEntry;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::{Author, Image, Reference, Tags};
use crate::content::{Kind, KindFields};
use crate::dates::{Edtf, Published};
use crate::fields::Spanned;
use crate::{record, words};

words! {
    /// What sort of text an article is; shown to the reader.
    pub enum ArticleType {
        /// What happened.
        Report = "report",
        /// What one has to know to understand it.
        Explainer = "explainer",
        /// What it means.
        Analysis = "analysis",
        /// What the author thinks.
        Opinion = "opinion",
        /// A few lines.
        Brief = "brief",
    }
}

record! {
    /// An article's front matter.
    pub struct ArticleFields: "article" {
        /// The headline.
        title: Required<Spanned<String>> = "\"Dublin: the Capel Street office\"";
        /// When it was first published: a day, or an instant with its zone.
        date: Required<Spanned<Published>> = "2022-10-27";
        /// When its text last changed.
        updated: Optional<Spanned<Published>> also "lastmod" = "2022-12-14";
        /// When somebody last checked that it still holds.
        reviewed: Optional<Spanned<Edtf>> = "2023-06-01";
        /// The standfirst; used in lists, feeds and meta tags.
        summary: Optional<Spanned<String>> also "description" = "Ireland told the embassy to close the office.";
        /// Who wrote it: names, or records with `url` and `expertise`.
        authors: List<Author> also "author" = "[A. Reporter]";
        /// Whose material it draws on, as it is to be printed.
        credit: Optional<String> = "With information from an agency";
        /// What sort of text it is; shown to the reader.
        r#type: Optional<ArticleType> = "report";
        /// The countries it is about, by code or English name; those of its locations are added.
        countries: List<Reference> = "[ie]";
        /// The locations it is about: ids, texts like `Dublin, IE`, or records.
        locations: List<LocationEntry> = "[ie/dublin-capel-street]";
        /// Its sources in order, so that `[@1]` is the first: ids, URLs, or records.
        sources: List<SourceEntry> = "[rte-capel]";
        /// Dated facts: the article's part of the timeline.
        dates: List<Spanned<EventFields>> = "[{date: 2022-10-26, text: The office has to close}]";
        /// The claims it deals with: ids, or records. The first is its main claim.
        claims: List<ClaimEntry> = "[us/nyc-station]";
        /// The people and organisations it is about.
        entities: List<Reference> = "[fuzhou-psb]";
        /// Words to find it by: a list, or a text split at commas.
        tags: Optional<Tags> also "categories", "keywords" = "[embassies]";
        /// The lead picture: a path, or a record with `alt`, `caption` and `credit`.
        image: Optional<Image> also "cover" = "media/sign.jpg";
        /// What to read next, by id; computed where absent.
        related: List<Reference> = "[canada-rcmp]";
        /// What was wrong, or has changed.
        corrections: List<CorrectionFields> = "[{date: 2022-12-14, kind: clarification, now: The office was told to close in October.}]";
        /// The article this one translates.
        translation_of: Optional<Reference> = "dublin-capel-street";
        /// The last part of its address, where it is not the file's name.
        slug: Optional<Spanned<Id>> = "dublin-capel-street";
        /// How the work was done.
        methods: Optional<String> = "We read the parliamentary record.";
        /// Who paid for it.
        funding: Optional<String> = "Readers' donations";
        /// What readers should be warned of.
        content_warning: Optional<String> = "Describes threats.";
        /// Under which licence it may be used.
        license: Optional<String> = "CC BY 4.0";
        ..text: TextFields
    }
}

impl KindFields for ArticleFields {
    const KIND: Kind = Kind::Article;

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
