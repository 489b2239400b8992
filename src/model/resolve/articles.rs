//! Articles from their records, with authors and tags shared between them.

use super::addresses::{Owner, address, with_slug};
use super::names::Miss;
use super::once::Once;
use super::register::Order;
use super::{Desk, Kind, claims, each};
use crate::config::Urls;
use crate::content::kinds::article::ArticleFields;
use crate::content::kinds::correction::CorrectionFields;
use crate::content::values::{AuthorRecord, Reference};
use crate::content::{self, KindFields};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::{OutPath, Span};
use crate::letters::{composed, own_word, same};
use crate::model::nouns::{
    Article, ArticleId, Author, AuthorId, Correction, CountryId, Item, LocationId,
    Matter, Tag, TagId,
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
        let authors = fields.authors.iter();
        article.authors = distinct(authors.map(|one| desk.author(&one.0, diags)));
        let tags = fields.tags.iter().flat_map(|tags| &tags.0);
        article.tags = distinct(tags.map(|name| desk.tag(name, diags)));
    }
    desk.claim_shared();
    articles
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

/// An article without its authors and tags: who is first decides on how they are written.
fn article(
    item: &content::Item<ArticleFields>,
    fields: &ArticleFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Article {
    let path = with_slug(&item.id, fields.slug.as_ref());
    let names = desk.names("articles", &item.id, &path, fields.aliases(), diags);
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
        translation_of: fields
            .translation_of
            .as_ref()
            .and_then(|reference| desk.article(reference, diags)),
        methods: fields.methods.clone(),
        funding: fields.funding.clone(),
        content_warning: fields.content_warning.clone(),
        license: fields.license.clone(),
        matter: Matter::of(
            Some(&fields.item().common),
            fields.text(),
            item.prose.as_ref(),
        ),
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
        let mut ids = Once::of(references.len());
        for reference in references {
            if let Some(Item::Country(id)) =
                self.names.field(reference, Kind::Country, diags)
            {
                ids.add(id);
            }
        }
        ids.list()
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

    /// The article that is meant; what is held back is left out.
    pub(super) fn article(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<ArticleId> {
        let (name, span) = (&reference.value, reference.span);
        match self.names.listed(name, span, Kind::Article, diags) {
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

    /// Whatever is meant; what is held back is left out.
    pub(super) fn any(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<Item> {
        match self.names.find(reference, None) {
            Ok(item) => Some(item),
            Err(Miss::Unpublished(..)) => None,
            Err(miss) => {
                self.names.report(&reference.value, reference.span, None, miss, diags);
                None
            }
        }
    }

    fn author(
        &mut self,
        record: &Spanned<AuthorRecord>,
        diags: &mut Diagnostics,
    ) -> AuthorId {
        self.authors.add(record, self.config.urls, diags)
    }

    fn tag(&mut self, name: &Spanned<String>, diags: &mut Diagnostics) -> TagId {
        self.tags.add(name, self.config.urls, diags)
    }

    /// Asks for the addresses of authors and tags, each where it is first named.
    fn claim_shared(&mut self) {
        for author in &self.authors.list {
            self.addresses.claim(&author.address, Owner::Author(author.place));
        }
        for tag in &self.tags.list {
            self.addresses.claim(&tag.address, Owner::Tag(tag.place));
        }
    }
}

/// Names that articles share, and the word that each has in addresses. A name is one with another where
/// they differ in the case of letters and the like only; two names of which one word would be made are
/// told, because the second's articles would stand under the first.
#[derive(Debug, Default)]
struct Words {
    /// The number of each name.
    known: HashMap<String, u32>,
    /// Who has a word: its number.
    by_word: HashMap<String, u32>,
}

/// What became of a name.
enum Named {
    /// It has this number.
    Known(u32),
    /// It is a new one, and has this word in its address.
    New(String),
    /// Another name, with this number, has the word that would be made of it.
    Met(u32),
}

impl Words {
    /// What became of `name`; a new one gets the number `next`.
    fn name(&mut self, name: &str, next: usize) -> Named {
        let same = same(name);
        if let Some(known) = self.known.get(&same) {
            return Named::Known(*known);
        }
        let (word, number) = (own_word(name), next as u32);
        match self.by_word.get(&word) {
            Some(other) => {
                // It is told once.
                self.known.insert(same, *other);
                Named::Met(*other)
            }
            None => {
                self.known.insert(same, number);
                self.by_word.insert(word.clone(), number);
                Named::New(word)
            }
        }
    }
}

/// Reports two names of which one address would be made.
fn report_met(
    kind: &str,
    (first, first_place): (&str, Span),
    (second, second_place): (&str, Span),
    address: &OutPath,
    diags: &mut Diagnostics,
) {
    let message =
        format!("the {kind} `{first}` and `{second}` would have one page, `{address}`");
    diags.push(
        Diagnostic::new(codes::PATH_COLLISION, second_place, message)
            .also(first_place, format!("`{first}` is first named here"))
            .help("if the two are one, write the name the same way everywhere")
            .help("if not, tell them apart by a letter or a digit"),
    );
}

/// The authors met so far.
#[derive(Debug, Default)]
pub(super) struct Authors {
    list: Vec<Author>,
    words: Words,
}

impl Authors {
    /// The author of this name; what a later record adds is kept.
    fn add(
        &mut self,
        record: &Spanned<AuthorRecord>,
        urls: Urls,
        diags: &mut Diagnostics,
    ) -> AuthorId {
        let (name, place) = (&record.name, record.span);
        let number = match self.words.name(name, self.list.len()) {
            Named::Known(number) => number,
            Named::New(word) => {
                self.list.push(Author {
                    name: composed(name).into_owned(),
                    url: None,
                    expertise: None,
                    address: address("authors", &word, urls),
                    place,
                });
                self.list.len() as u32 - 1
            }
            Named::Met(other) => {
                let author = &self.list[other as usize];
                let first = (&*author.name, author.place);
                report_met("authors", first, (name, place), &author.address, diags);
                other
            }
        };
        let author = &mut self.list[number as usize];
        let url = record.url.as_ref().map(|url| url.as_str().to_owned());
        author.url = author.url.take().or(url);
        author.expertise = author.expertise.take().or(record.expertise.clone());
        AuthorId(number)
    }

    pub(super) fn take(&mut self) -> Vec<Author> {
        std::mem::take(&mut self.list)
    }
}

/// The tags met so far.
#[derive(Debug, Default)]
pub(super) struct Tags {
    list: Vec<Tag>,
    words: Words,
}

impl Tags {
    /// The tag of this name.
    fn add(
        &mut self,
        name: &Spanned<String>,
        urls: Urls,
        diags: &mut Diagnostics,
    ) -> TagId {
        TagId(match self.words.name(name, self.list.len()) {
            Named::Known(number) => number,
            Named::New(word) => {
                let address = address("tags", &word, urls);
                let (name, place) = (composed(name).into_owned(), name.span);
                self.list.push(Tag { name, address, place });
                self.list.len() as u32 - 1
            }
            Named::Met(other) => {
                let tag = &self.list[other as usize];
                let first = (&*tag.name, tag.place);
                report_met("tags", first, (name, name.span), &tag.address, diags);
                other
            }
        })
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
