//! Entities, whoever is named, and what is counted.

use super::gather::{Fields, Record};
use super::names::Miss;
use super::once::Once;
use super::register::Order;
use super::{Desk, Kind, each};
use crate::content::KindFields;
use crate::content::kinds::entity::EntityFields;
use crate::content::kinds::number::{NumberFields, Rank};
use crate::content::values::Reference;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Language, Spanned};
use crate::model::nouns::{Entity, EntityId, Item, Number, NumberOf, Who};

pub(super) fn entities(
    order: &Order<'_>,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Entity> {
    // Only usable records are in the order.
    let written = order.entities.iter().filter_map(|record| match record.fields {
        Fields::Written(fields) => Some((*record, fields)),
        _ => None,
    });
    let written: Vec<_> = written.collect();
    let entities = each(&written, diags, |(record, fields), diags| {
        entity(record, fields, desk, diags)
    });
    desk.claim_addresses(
        "entities",
        &order.entities,
        entities.iter().map(|one| &one.names),
    );
    entities
}

fn entity(
    record: &Record<'_, EntityFields>,
    fields: &EntityFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Entity {
    let id = &record.id;
    let aliases = fields.aliases().iter().map(|alias| &alias.value);
    let aliases =
        aliases.filter(|alias| !alias.contains('/') && !alias.ends_with(".html"));
    Entity {
        names: desk.names("entities", id, id.as_str(), fields.aliases(), diags),
        place: record.place,
        name: fields.name.value.clone(),
        other_names: other_names(fields, diags),
        aliases: aliases.cloned().collect(),
        schema: fields.schema,
        privacy: fields.privacy.value,
        country: fields.country.as_ref().and_then(|country| desk.country(country, diags)),
        role: fields.role.clone(),
        sources: desk.sources(&fields.sources, diags),
        numbers: desk.numbers(&fields.numbers, diags),
        note: fields.note.clone(),
        matter: record.matter(),
    }
}

/// The entities among items, each once.
fn entities_of(items: impl Iterator<Item = Option<Item>>) -> Vec<EntityId> {
    let mut ids = Once::of(items.size_hint().0);
    for item in items {
        if let Some(Item::Entity(id)) = item {
            ids.add(id);
        }
    }
    ids.list()
}

fn other_names(fields: &EntityFields, diags: &mut Diagnostics) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for (lang, name) in fields.names.iter().flatten() {
        if Language::new(lang).is_none() {
            let message = format!("`{}` is not a language tag", lang.value);
            diags.push(
                Diagnostic::new(codes::INVALID_VALUE, lang.span, message)
                    .help("write a BCP 47 tag: `en`, `pt-BR`, `zh-Hans`"),
            );
            continue;
        }
        names.push((lang.value.clone(), name.clone()));
    }
    names
}

impl Desk<'_> {
    /// The entities that a list names; what is held back is left out.
    pub(super) fn entities(
        &self,
        references: &[Reference],
        diags: &mut Diagnostics,
    ) -> Vec<EntityId> {
        let found = references.iter().map(|reference| {
            self.names.listed(&reference.value, reference.span, Kind::Entity, diags)
        });
        entities_of(found)
    }

    /// The parties of a claim, of which none may lack.
    pub(super) fn parties(
        &self,
        references: &[Reference],
        diags: &mut Diagnostics,
    ) -> Vec<EntityId> {
        let found = references
            .iter()
            .map(|reference| self.names.field(reference, Kind::Entity, diags));
        entities_of(found)
    }

    /// Whoever a reference names. What looks like an id must be one; anything with a space or
    /// a capital letter is words.
    pub(super) fn who(
        &self,
        written: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<Who> {
        let found = self.names.find(written, Some(Kind::Entity));
        let is_id = !written.contains(|c: char| c.is_whitespace() || c.is_uppercase());
        match found {
            Ok(Item::Entity(id)) => Some(Who::Entity(id)),
            Err(Miss::Unknown | Miss::WrongKind(_)) if !is_id => {
                Some(Who::Words(written.value.clone()))
            }
            Ok(_) => None,
            Err(miss) => {
                self.names.report(
                    &written.value,
                    written.span,
                    Some(Kind::Entity),
                    miss,
                    diags,
                );
                None
            }
        }
    }

    /// What is counted of a subject.
    pub(super) fn numbers(
        &self,
        written: &Option<Vec<(Spanned<String>, Vec<NumberFields>)>>,
        diags: &mut Diagnostics,
    ) -> Vec<NumberOf> {
        let of = |(property, fields): &(Spanned<String>, Vec<NumberFields>),
                  diags: &mut Diagnostics| {
            let mut statements: Vec<Number> =
                fields.iter().map(|one| self.number(one, diags)).collect();
            statements.sort_by_key(|one| one.date.as_ref().map(|date| date.sort_key()));
            NumberOf { property: property.value.clone(), statements }
        };
        written.iter().flatten().map(|one| of(one, diags)).collect()
    }

    fn number(&self, fields: &NumberFields, diags: &mut Diagnostics) -> Number {
        Number {
            value: fields.value.value.clone(),
            place: fields.value.span,
            date: fields.date.as_ref().map(|date| date.value.clone()),
            by: fields.by.as_ref().and_then(|by| self.who(by, diags)),
            sources: self.sources(&fields.sources, diags),
            rank: fields.rank.unwrap_or(Rank::Normal),
            note: fields.note.clone(),
        }
    }
}
