//! Entities: people, organisations and public bodies that claims and locations name.

use crate::content::id::Id;
use crate::content::kinds::common::ItemFields;
use crate::content::kinds::number::NumberFields;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::Reference;
use crate::content::{Kind, KindFields};
use crate::fields::Spanned;
use crate::{record, words};

words! {
    /// What sort of entity it is: FollowTheMoney's schemata.
    pub enum Schema {
        /// A human being.
        Person = "Person",
        /// A group of people with a name.
        Organization = "Organization",
        /// A ministry, a police force, a court.
        PublicBody = "PublicBody",
        /// A business.
        Company = "Company",
        /// Something that the law treats as a person.
        LegalEntity = "LegalEntity",
    }
}

words! {
    /// How far an entity has to bear being named.
    pub enum Privacy {
        /// A person who acts in public office or sought the public.
        PublicFigure = "public-figure",
        /// A body of a state, or an organisation.
        PublicBody = "public-body",
        /// A person without public role: linked to nothing, listed nowhere.
        PrivatePerson = "private-person",
        /// A child.
        Minor = "minor",
        /// A person who is in danger: nothing of the record leaves the build.
        Protected = "protected",
    }
}

impl Privacy {
    /// Whether whoever it is may be named: not a person without public role, not a child, nobody in
    /// danger.
    pub fn is_named(self) -> bool {
        matches!(self, Privacy::PublicFigure | Privacy::PublicBody)
    }
}

record! {
    /// An entity.
    pub struct EntityFields: "entity" {
        /// The id of an inline record; in a registry, its key.
        id: Optional<Spanned<Id>> = "fuzhou-psb";
        /// What it is called in the site's language.
        name: Required<Spanned<String>> also "title" = "Fuzhou Public Security Bureau";
        /// The same in other languages, by language tag.
        names: Optional<Vec<(Spanned<String>, String)>> = "{zh-Hans: 福州市公安局}";
        /// What sort of entity it is.
        schema: Required<Schema> = "PublicBody";
        /// How far it has to bear being named.
        privacy: Required<Spanned<Privacy>> = "public-body";
        /// The body that it belongs to and speaks with: what both say counts once.
        part_of: Optional<Reference> also "parent" = "cn-mps";
        /// The country it belongs to.
        country: Optional<Reference> = "cn";
        /// What it does, in a few words.
        role: Optional<String> = "Police of the city of Fuzhou";
        /// Who says so.
        sources: List<SourceEntry> = "[sd-110-overseas]";
        /// What is counted of it, by property.
        numbers: Optional<Vec<(Spanned<String>, Vec<NumberFields>)>> = "{stations: [{value: 38, date: 2022-06}]}";
        /// What has to be added.
        note: Optional<String> = "Announced 30 stations in January 2022.";
        ..item: ItemFields
    }
}

impl KindFields for EntityFields {
    const KIND: Kind = Kind::Entity;

    fn item(&self) -> &ItemFields {
        &self.item
    }

    fn item_mut(&mut self) -> &mut ItemFields {
        &mut self.item
    }
}
