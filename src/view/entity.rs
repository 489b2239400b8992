//! An entity and its card: a person, an organisation or a public body that may be named.

use super::backlink::BACKLINKS;
use super::extra::Extra;
use super::list::Entries;
use super::listing::Listing;
use super::{
    ArticleCard, Backlink, Card, ClaimCard, EventView, LinkView, LocationCard, Markup,
    NumberView, PageHead, Pagination, Part, Reference, TextHtml, TextView, View, Views,
    language,
};
use crate::content::kinds::entity::Schema;
use crate::diag::Place;
use crate::model::{Item, NamedEntity};
use crate::phrases::Phrases;
use crate::routes::{self, OwnPage};
use serde::Serialize;

/// A name in another language or script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NameView {
    /// The language (BCP 47), for a `lang` attribute.
    pub lang: String,
    /// Attributes that tell its language and direction.
    pub spoken: Markup,
    /// The name of the language.
    pub language: String,
    /// The name.
    pub name: String,
}

/// An entity in short, as lists show it.
#[derive(Debug, Clone, Serialize)]
pub struct EntityCard {
    /// Its id.
    pub id: String,
    /// The path of its page.
    pub path: String,
    /// Its name in the site's language.
    pub name: String,
    /// Its names in other languages.
    pub names: Vec<NameView>,
    /// What sort of entity it is: `Public body`.
    pub kind: &'static str,
    /// What it does.
    pub role: Option<String>,
    /// The country it belongs to.
    pub country: Option<Card<LinkView>>,
    /// The body that it belongs to and speaks with.
    pub part_of: Option<Card<LinkView>>,
    /// How many claims concern it or come from it.
    pub claims: usize,
    /// How many locations it is said to run.
    pub locations: usize,
}

/// `pages/entities.html`: one page of all entities that may be named, by name.
#[derive(Debug, Clone, Serialize)]
pub struct EntitiesPage {
    /// What every page has.
    pub page: PageHead,
    /// The entities on this page.
    pub entities: Vec<Card<EntityCard>>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
}

impl View for EntitiesPage {
    const TEMPLATE: &'static str = "pages/entities.html";
}

/// `pages/entity.html`: one entity.
#[derive(Debug, Clone, Serialize)]
pub struct EntityPage<'e> {
    /// What every page has.
    pub page: PageHead,
    /// The entity.
    pub entity: Card<EntityCard>,
    /// What has to be added.
    pub note: Option<String>,
    /// Its prose; empty where nobody has written any.
    pub body_html: TextHtml,
    /// The sources on it, in the order of their numbers.
    pub references: Vec<Reference>,
    /// The locations it is said to run.
    pub locations: Part<Card<LocationCard>>,
    /// The claims that concern it or come from it, by id.
    pub claims: Part<Card<ClaimCard>>,
    /// What is counted of it.
    pub numbers: Vec<NumberView>,
    /// Its dated facts, oldest first.
    pub events: Part<EventView>,
    /// The articles about it, newest first.
    pub articles: Part<Card<ArticleCard>>,
    /// The writer's own fields.
    pub extra: Extra,
    /// Where else on the site it is named.
    pub backlinks: Part<Backlink<'e>>,
    /// How to cite the page, in one line without the address.
    pub citation: String,
}

impl View for EntityPage<'_> {
    const TEMPLATE: &'static str = "pages/entity.html";
}

/// The list of entities, the page of each, and what is too long for that.
pub(super) fn pages(all: &mut Listing<'_>) {
    let (first, entities) = (OwnPage::Entities.address(), all.edition.entities());
    let count = entities.len();
    all.list(&first, Place::Site, count, |views, n| Box::new(views.entities(n)));
    for entity in entities {
        let (entity, item) = (*entity, entity.item());
        let place = all.edition.entity(entity).place;
        all.item(item, Some(place), move |views, text| {
            Box::new(views.entity(entity, text))
        });
        all.long(item, "articles", Phrases::articles, move |edition| {
            Entries::Articles(&edition.of_entity(entity).articles)
        });
        all.long(item, "locations", Phrases::locations, move |edition| {
            Entries::Locations(&edition.of_entity(entity).locations)
        });
        all.long(item, "claims", Phrases::claims, move |edition| {
            Entries::Claims(edition.claims_about(item))
        });
        all.long(item, "dates", Phrases::dates, move |edition| {
            Entries::Events(&edition.of_entity(entity).events)
        });
        all.long(item, BACKLINKS, Phrases::mentioned_in, move |_| {
            Entries::Mentions(item)
        });
    }
}

impl<'e> Views<'e> {
    pub(super) fn entity_card_view(&self, named: NamedEntity) -> EntityCard {
        let entity = self.edition.entity(named);
        let name = |(lang, name): &(String, String)| NameView {
            spoken: self.spoken(name, Some(lang)),
            lang: lang.clone(),
            language: language::name(lang, self.shared.phrases).to_owned(),
            name: name.clone(),
        };
        EntityCard {
            id: entity.names.id.to_string(),
            path: self.path(&entity.names.address, None),
            name: entity.name.clone(),
            names: entity.other_names.iter().map(name).collect(),
            kind: kind(entity.schema, self.shared.phrases),
            role: entity.role.clone(),
            country: self.links(entity.country.map(Item::Country)).pop(),
            part_of: self.links(entity.part_of.map(Item::Entity)).pop(),
            claims: self.edition.claims_about(named.item()).len(),
            locations: self.edition.of_entity(named).locations.len(),
        }
    }

    /// Page `number` (from 1) of the list of entities.
    pub fn entities(&self, number: usize) -> EntitiesPage {
        let (first, all) = (OwnPage::Entities.address(), self.edition.entities());
        let path = routes::numbered(&first, number);
        let shown = self.on_page(all, number).iter();
        EntitiesPage {
            page: self.head(
                "entities",
                "entities",
                self.shared.phrases.people_and_bodies(),
                &path,
                &[],
            ),
            entities: shown.map(|id| Card::new(self.entity_card_view(*id))).collect(),
            pagination: self.pagination(&first, number, all.len()),
        }
    }

    /// The page of an entity that may be named, with its rendered text.
    pub fn entity(&self, named: NamedEntity, text: TextView<'e>) -> EntityPage<'e> {
        let entity = self.edition.entity(named);
        let (item, path) = (named.item(), &entity.names.address);
        let facts = self.edition.of_entity(named);
        let above = [self.section_link(OwnPage::Entities)];
        let mut page = self.head("entity", "entities", &entity.name, path, &above);
        page.description.clone_from(&entity.role);
        let claims = self.edition.claims_about(item);
        EntityPage {
            page,
            entity: Card::new(self.entity_card_view(named)),
            note: entity.note.clone(),
            body_html: text.html,
            references: text.references,
            locations: self.part(&facts.locations, path, "locations", |ids| {
                self.location_cards(ids)
            }),
            claims: self.part(claims, path, "claims", |ids| self.claim_cards(ids)),
            numbers: self.numbers(item),
            events: self.part(&facts.events, path, "dates", |ids| {
                ids.iter().map(|id| self.event_view(*id, Some(item))).collect()
            }),
            articles: self
                .part(&facts.articles, path, "articles", |ids| self.article_cards(ids)),
            extra: Extra::new(entity.matter.extra.as_ref()),
            backlinks: self.backlinks(item),
            citation: self.citation(&[], &entity.name, None),
        }
    }
}

fn kind(schema: Schema, phrases: &'static Phrases) -> &'static str {
    match schema {
        Schema::Person => phrases.person(),
        Schema::Organization => phrases.organisation(),
        Schema::PublicBody => phrases.public_body(),
        Schema::Company => phrases.company(),
        Schema::LegalEntity => phrases.legal_entity(),
    }
}
