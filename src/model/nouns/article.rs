//! Articles.

use super::claim::report_order_in;
use super::correction::report_early;
use super::noun::{claim_own, usable};
use super::{
    ArticleId, AuthorId, ClaimId, Correction, CountryId, EntityId, LocationId, Matter,
    Names, Noun, Picture, SourceId, TagId,
};
use crate::content::kinds::article::{ArticleFields, ArticleType};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use crate::model::resolve::{Record, Resolver, each};
use serde::{Deserialize, Serialize};

/// An article.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Article {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// The headline.
    pub title: String,
    /// Where the headline is written.
    pub title_place: Span,
    /// When it was first published.
    pub date: Edtf,
    /// When its text last changed.
    pub updated: Option<Edtf>,
    /// When somebody last checked that it still holds.
    pub reviewed: Option<Edtf>,
    /// The standfirst.
    pub summary: Option<String>,
    /// Where the standfirst is written.
    pub summary_place: Option<Span>,
    /// Who wrote it, in order.
    pub authors: Vec<AuthorId>,
    /// Whose material it draws on.
    pub credit: Option<String>,
    /// What sort of text it is.
    pub kind: Option<ArticleType>,
    /// The countries it is about: those given, then those of its locations, each once.
    pub countries: Vec<CountryId>,
    /// The locations it is about.
    pub locations: Vec<LocationId>,
    /// Its sources in the order of its front matter.
    pub sources: Vec<SourceId>,
    /// Its claims in order; the first is its main claim.
    pub claims: Vec<ClaimId>,
    /// The people and organisations it is about.
    pub entities: Vec<EntityId>,
    /// Tags, in order.
    pub tags: Vec<TagId>,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// What to read next, where the writer says so.
    pub related: Vec<ArticleId>,
    /// What was wrong, or has changed, newest first.
    pub corrections: Vec<Correction>,
    /// The article it translates.
    pub translation_of: Option<ArticleId>,
    /// How the work was done.
    pub methods: Option<String>,
    /// Who paid for it.
    pub funding: Option<String>,
    /// What readers should be warned of.
    pub content_warning: Option<String>,
    /// Under which licence it may be used.
    pub license: Option<String>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Article {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    fn corrections(&self) -> &[Correction] {
        &self.corrections
    }
}

/// Who wrote an article, and its tags: what it shares with others.
struct SharedNames {
    authors: Vec<AuthorId>,
    tags: Vec<TagId>,
}

impl SharedNames {
    fn of(
        fields: &ArticleFields,
        resolver: &mut Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        let authors = fields.authors.iter().map(|one| resolver.author(&one.0, diags));
        let authors = distinct(authors);
        let tags = fields.tags.iter().flat_map(|tags| &tags.0);
        SharedNames {
            authors,
            tags: distinct(tags.map(|name| resolver.tag(name, diags))),
        }
    }
}

impl Article {
    /// All articles, of their records. Which is the first to name an author or a tag decides on how the name
    /// is written, so these are gone through one after another, before any article is made.
    pub(in crate::model) fn all(
        records: &[&Record<'_, ArticleFields>],
        resolver: &mut Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Vec<Self> {
        let usable = usable(records);
        let shared =
            usable.iter().map(|(_, fields)| SharedNames::of(fields, resolver, diags));
        let shared: Vec<SharedNames> = shared.collect();
        let with: Vec<_> = usable.iter().zip(&shared).collect();
        let articles = each(&with, diags, |((record, fields), shared), diags| {
            Article::of(record, fields, shared, resolver, diags)
        });
        claim_own(&usable, &articles, resolver);
        resolver.claim_shared();
        articles
    }

    fn of(
        record: &Record<'_, ArticleFields>,
        fields: &ArticleFields,
        shared: &SharedNames,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        report_order(fields, diags);
        let locations = resolver.locations(&fields.locations, diags);
        let given = resolver.all_meant(&fields.countries, diags);
        let of_locations = locations.iter().map(|id| resolver.country_of(*id));
        Article {
            names: resolver.article_names(record, fields, diags),
            place: record.place,
            title: fields.title.value.clone(),
            title_place: fields.title.span,
            date: fields.date.value.0.clone(),
            updated: fields.updated.as_ref().map(|date| date.value.0.clone()),
            reviewed: fields.reviewed.as_ref().map(|date| date.value.clone()),
            summary: fields.summary.as_ref().map(|summary| summary.value.clone()),
            summary_place: fields.summary.as_ref().map(|summary| summary.span),
            authors: shared.authors.clone(),
            credit: fields.credit.clone(),
            kind: fields.r#type,
            countries: distinct(given.into_iter().chain(of_locations)),
            locations,
            sources: resolver.sources(&fields.sources, diags),
            claims: resolver.claims(&fields.claims, diags),
            entities: resolver.all_listed(&fields.entities, diags),
            tags: shared.tags.clone(),
            picture: fields
                .image
                .as_ref()
                .and_then(|image| resolver.picture(image, diags)),
            related: fields
                .related
                .iter()
                .filter_map(|one| resolver.listed(one, diags))
                .collect(),
            corrections: Correction::all(&fields.corrections, resolver, diags),
            translation_of: fields
                .translation_of
                .as_ref()
                .and_then(|reference| resolver.listed(reference, diags)),
            methods: fields.methods.clone(),
            funding: fields.funding.clone(),
            content_warning: fields.content_warning.clone(),
            license: fields.license.clone(),
            matter: record.matter(),
        }
    }
}

/// Each once, in the order in which they are first named.
fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}

/// An article can't have been updated before it was published.
fn report_order(fields: &ArticleFields, diags: &mut Diagnostics) {
    for correction in &fields.corrections {
        if correction.date.is_definitely_before(&fields.date) {
            let message = "the article was corrected before it was published";
            report_early(correction, message, fields.date.span, "first published", diags);
        }
    }
    report_order_in(&fields.claims, &fields.date, fields.date.span, diags);
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
