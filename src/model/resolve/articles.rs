//! Articles from their records, with authors and tags shared between them.

use super::addresses::{address, with_slug};
use super::register::Order;
use super::{Desk, Kind, claims, each, links};
use crate::config::Urls;
use crate::content::kinds::article::ArticleFields;
use crate::content::kinds::correction::CorrectionFields;
use crate::content::values::{AuthorRecord, Language, Reference};
use crate::content::{self, slug};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::Span;
use crate::model::nouns::{
    Article, ArticleId, Author, AuthorId, Correction, CountryId, Item, LocationId, Tag,
    TagId,
};
use foldhash::HashMap;

pub(super) fn articles(
    order: &Order<'_>,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Article> {
    // Only usable records are in the order.
    let written =
        order.articles.iter().filter_map(|item| Some((*item, item.fields.as_deref()?)));
    let written: Vec<_> = written.collect();
    let mut articles =
        each(&written, diags, |(item, fields), diags| article(item, fields, desk, diags));
    desk.claim_addresses(
        "articles",
        &order.articles,
        articles.iter().map(|one| &one.names),
    );
    for (article, (_, fields)) in articles.iter_mut().zip(&written) {
        article.authors = fields.authors.iter().map(|one| desk.author(&one.0)).collect();
        let tags = fields.tags.iter().flat_map(|tags| &tags.0);
        article.tags = tags.filter_map(|name| desk.tag(name)).collect();
    }
    articles
}

/// An article without its authors and tags: who is first decides on how they are written.
fn article(
    item: &content::Item<ArticleFields>,
    fields: &ArticleFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Article {
    let path = with_slug(&item.id, fields.slug.as_ref());
    let names = desk.names("articles", &item.id, &path, &fields.aliases, diags);
    report_order(fields, diags);
    Article {
        names,
        place: item.place,
        title: fields.title.value.clone(),
        title_place: fields.title.span,
        date: fields.date.value.0.clone(),
        updated: fields.updated.as_ref().map(|date| date.value.0.clone()),
        reviewed: date(&fields.reviewed),
        summary: fields.summary.as_ref().map(|summary| summary.value.clone()),
        summary_place: fields.summary.as_ref().map(|summary| summary.span),
        authors: Vec::new(),
        credit: fields.credit.clone(),
        kind: fields.r#type,
        countries: desk.countries(&fields.countries, diags),
        locations: desk.locations(&fields.locations, diags),
        sources: desk.sources(&fields.sources, diags),
        events: Vec::new(),
        claims: desk.claims(&fields.claims, diags),
        entities: desk.entities(&fields.entities, diags),
        tags: Vec::new(),
        picture: fields.image.as_ref().and_then(|image| desk.picture(image, diags)),
        related: desk.articles(&fields.related, diags),
        corrections: corrections(&fields.corrections, desk, diags),
        lang: fields.lang.as_ref().map(Language::to_string),
        translation_of: fields
            .translation_of
            .as_ref()
            .and_then(|reference| desk.article(reference, diags)),
        draft: fields.hold.draft == Some(true),
        embargo: fields.hold.embargo.as_ref().map(|day| day.value.0.clone()),
        toc: fields.toc,
        methods: fields.methods.clone(),
        funding: fields.funding.clone(),
        content_warning: fields.content_warning.clone(),
        license: fields.license.clone(),
        extra: fields.extra.clone(),
        prose: item.prose.as_ref().map(links::unresolved),
    }
}

fn date(written: &Option<Spanned<Edtf>>) -> Option<Edtf> {
    written.as_ref().map(|date| date.value.clone())
}

/// An article can't have been updated before it was published.
fn report_order(fields: &ArticleFields, diags: &mut Diagnostics) {
    for correction in &fields.corrections {
        if correction.date.is_definitely_before(&fields.date) {
            let message = "the article was corrected before it was published";
            report_early(correction, message, fields.date.span, "first published", diags);
        }
    }
    claims::report_order_in(&fields.claims, &fields.date, fields.date.span, diags);
    let updated = fields.updated.as_ref().map(|date| (&date.value.0, date.span));
    let reviewed = fields.reviewed.as_ref().map(|date| (&date.value, date.span));
    let later = [("updated", updated), ("reviewed", reviewed)];
    for (name, date) in later {
        let Some((date, span)) = date else { continue };
        if date.is_definitely_before(&fields.date) {
            let message = format!("the article was {name} before it was published");
            diags.push(
                Diagnostic::new(codes::DATES_REVERSED, span, message)
                    .also(fields.date.span, "first published"),
            );
        }
    }
}

/// Reports a correction that is dated before there was anything to correct.
pub(super) fn report_early(
    correction: &CorrectionFields,
    message: &str,
    first: Span,
    label: &str,
    diags: &mut Diagnostics,
) {
    diags.push(
        Diagnostic::new(codes::DATES_REVERSED, correction.date.span, message)
            .also(first, label)
            .help("put one of the two dates right"),
    );
}

pub(super) fn corrections(
    written: &[CorrectionFields],
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Correction> {
    let mut corrections: Vec<Correction> = written
        .iter()
        .map(|fields| Correction {
            date: fields.date.value.clone(),
            kind: fields.kind,
            of: fields.of.as_ref().and_then(|reference| desk.any(reference, diags)),
            was: fields.was.clone(),
            now: fields.now.clone(),
            why: fields.why.clone(),
            sources: desk.sources(&fields.sources, diags),
        })
        .collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date.sort_key()));
    corrections
}

impl Desk<'_> {
    pub(super) fn countries(
        &self,
        references: &[Reference],
        diags: &mut Diagnostics,
    ) -> Vec<CountryId> {
        let mut ids = Vec::with_capacity(references.len());
        for reference in references {
            if let Some(Item::Country(id)) =
                self.names.field(reference, Kind::Country, diags)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    pub(super) fn country(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<CountryId> {
        match self.names.field(reference, Kind::Country, diags) {
            Some(Item::Country(id)) => Some(id),
            _ => None,
        }
    }

    pub(super) fn article(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<ArticleId> {
        match self.names.field(reference, Kind::Article, diags) {
            Some(Item::Article(id)) => Some(id),
            _ => None,
        }
    }

    fn articles(
        &self,
        references: &[Reference],
        diags: &mut Diagnostics,
    ) -> Vec<ArticleId> {
        references.iter().filter_map(|reference| self.article(reference, diags)).collect()
    }

    pub(super) fn any(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<Item> {
        match self.names.find(reference, None) {
            Ok(item) => Some(item),
            Err(miss) => {
                self.names.report(&reference.value, reference.span, None, miss, diags);
                None
            }
        }
    }

    fn author(&mut self, record: &AuthorRecord) -> AuthorId {
        self.authors.add(record, self.config.urls)
    }

    fn tag(&mut self, name: &str) -> Option<TagId> {
        self.tags.add(name, self.config.urls)
    }
}

/// The authors met so far.
#[derive(Debug, Default)]
pub(super) struct Authors {
    list: Vec<Author>,
    by_slug: HashMap<String, AuthorId>,
}

impl Authors {
    /// The author of this name; what a later record adds is kept.
    fn add(&mut self, record: &AuthorRecord, urls: Urls) -> AuthorId {
        let mut word = slug(&record.name);
        if word.is_empty() {
            word = "author".into();
        }
        let id = *self.by_slug.entry(word).or_insert_with_key(|word| {
            self.list.push(Author {
                name: record.name.clone(),
                url: None,
                expertise: None,
                address: address("authors", word, urls),
            });
            AuthorId(self.list.len() as u32 - 1)
        });
        let author = &mut self.list[id.index()];
        let url = record.url.as_ref().map(|url| url.as_str().to_owned());
        author.url = author.url.take().or(url);
        author.expertise = author.expertise.take().or(record.expertise.clone());
        id
    }

    pub(super) fn take(&mut self) -> Vec<Author> {
        std::mem::take(&mut self.list)
    }
}

/// The tags met so far.
#[derive(Debug, Default)]
pub(super) struct Tags {
    list: Vec<Tag>,
    by_slug: HashMap<String, TagId>,
}

impl Tags {
    /// The tag of this name; `None` where the name has no letter or digit.
    fn add(&mut self, name: &str, urls: Urls) -> Option<TagId> {
        let word = slug(name);
        if word.is_empty() {
            return None;
        }
        Some(*self.by_slug.entry(word).or_insert_with_key(|word| {
            let address = address("tags", word, urls);
            self.list.push(Tag { name: name.to_owned(), address });
            TagId(self.list.len() as u32 - 1)
        }))
    }

    pub(super) fn take(&mut self) -> Vec<Tag> {
        std::mem::take(&mut self.list)
    }
}

/// Adds to an article's countries those of its locations.
pub(super) fn add_countries(
    article: &mut Article,
    country_of: impl Fn(LocationId) -> CountryId,
) {
    for location in &article.locations {
        let country = country_of(*location);
        if !article.countries.contains(&country) {
            article.countries.push(country);
        }
    }
}
