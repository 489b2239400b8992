//! Entities.

use super::noun::FromRecord;
use super::{CountryId, EntityId, Matter, Names, Noun, NumberOf, SourceId};
use crate::content::KindFields;
use crate::content::kinds::entity::{EntityFields, Privacy, Schema};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Language;
use crate::files::Span;
use crate::model::resolve::{Record, Resolver};
use serde::{Deserialize, Serialize};

/// A person, an organisation or a public body.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entity {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// What it is called in the site's language.
    pub name: String,
    /// What it is called in other languages, by language tag, in the order written.
    pub other_names: Vec<(String, String)>,
    /// What else it was called: the names among its aliases.
    pub aliases: Vec<String>,
    /// What sort of entity it is.
    pub schema: Schema,
    /// How far it has to bear being named.
    pub privacy: Privacy,
    /// The body that it belongs to and speaks with.
    pub part_of: Option<EntityId>,
    /// The country it belongs to.
    pub country: Option<CountryId>,
    /// What it does.
    pub role: Option<String>,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What is counted of it.
    pub numbers: Vec<NumberOf>,
    /// What has to be added.
    pub note: Option<String>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Entity {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn numbers(&self) -> &[NumberOf] {
        &self.numbers
    }

    fn is_shown(&self) -> bool {
        self.is_named()
    }
}

impl Entity {
    /// Everything that it is or was called.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        let others = self.other_names.iter().map(|(_, name)| name);
        let all = std::iter::once(&self.name).chain(others).chain(&self.aliases);
        all.map(String::as_str)
    }

    /// Whether the entity has a page and may be named.
    pub fn is_named(&self) -> bool {
        self.privacy.is_named()
    }
}

impl FromRecord for Entity {
    type Fields = EntityFields;

    fn of(
        record: &Record<'_, EntityFields>,
        fields: &EntityFields,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        let aliases = fields.aliases().iter().map(|alias| &alias.value);
        let aliases =
            aliases.filter(|alias| !alias.contains('/') && !alias.ends_with(".html"));
        Entity {
            names: resolver.names_of(record, fields, diags),
            place: record.place,
            name: fields.name.value.clone(),
            other_names: other_names(fields, diags),
            aliases: aliases.cloned().collect(),
            schema: fields.schema,
            privacy: fields.privacy.value,
            part_of: fields
                .part_of
                .as_ref()
                .and_then(|above| resolver.meant(above, diags)),
            country: fields
                .country
                .as_ref()
                .and_then(|country| resolver.meant(country, diags)),
            role: fields.role.clone(),
            sources: resolver.sources(&fields.sources, diags),
            numbers: NumberOf::all(&fields.numbers, resolver, diags),
            note: fields.note.clone(),
            matter: record.matter(),
        }
    }
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
