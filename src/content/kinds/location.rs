//! Locations: places, with how precisely they are known and how precisely they may be shown.

use crate::atlas::Code;
use crate::content::id::Id;
use crate::content::kinds::common::ItemFields;
use crate::content::kinds::event::EventFields;
use crate::content::kinds::number::NumberFields;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::Reference;
use crate::content::{Kind, KindFields};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Node, Shape, Spanned, Value, wrong_shape};
use crate::{record, words};
use serde::{Deserialize, Serialize};

words! {
    /// How precisely a place is known, from the finest to the coarsest.
    pub enum Grade {
        /// To the metre.
        Exact = "exact",
        /// Which building.
        Building = "building",
        /// Which street.
        Street = "street",
        /// Which city.
        City = "city",
        /// Which region.
        Region = "region",
        /// Which country.
        Country = "country",
    }
}

/// How precisely a place is known or may be shown: a grade, or a radius in metres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Precision {
    /// One of the grades.
    Grade(Grade),
    /// Somewhere within so many metres.
    Metres(f64),
}

impl Precision {
    /// The precision as it is written: `city`, `{metres: 50}`.
    pub fn written(self) -> String {
        match self {
            Precision::Grade(grade) => grade.word().to_owned(),
            Precision::Metres(metres) => format!("{{metres: {metres}}}"),
        }
    }

    /// The radius that the precision stands for, in metres. The grades' radii are the
    /// model's own: a place given "to the street" is not better known than 250 m.
    pub fn metres(self) -> f64 {
        match self {
            Precision::Metres(metres) => metres,
            Precision::Grade(Grade::Exact) => 5.0,
            Precision::Grade(Grade::Building) => 50.0,
            Precision::Grade(Grade::Street) => 250.0,
            Precision::Grade(Grade::City) => 10_000.0,
            Precision::Grade(Grade::Region) => 100_000.0,
            Precision::Grade(Grade::Country) => 1_000_000.0,
        }
    }
}

record! {
    /// A radius.
    pub struct Radius: "radius" {
        /// In metres, more than none.
        metres: Required<Spanned<f64>> = "50";
    }
}

impl Decode for Precision {
    fn shape() -> Shape {
        Shape::Either(vec![Grade::shape(), Radius::shape()])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) {
            return Grade::decode(node, diags).map(Precision::Grade);
        }
        let metres = Radius::decode(node, diags)?.metres;
        if metres.value <= 0.0 {
            let message = "a radius has to be more than 0 metres";
            diags.push(Diagnostic::new(codes::INVALID_VALUE, metres.span, message));
            return None;
        }
        Some(Precision::Metres(metres.value))
    }
}

/// One coordinate of a place, in degrees.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Coordinate {
    /// It is a number.
    Degrees(Spanned<f64>),
    /// It is none, which has been reported.
    Unread,
}

impl Decode for Coordinate {
    fn shape() -> Shape {
        f64::shape()
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let degrees = Spanned::decode(node, diags);
        Some(degrees.map_or(Coordinate::Unread, Coordinate::Degrees))
    }
}

record! {
    /// What a location's status was from a date on.
    pub struct StatusChange: "status change" {
        /// From when.
        date: Required<Spanned<Edtf>> = "2022-10-26";
        /// The status: a word of the vocabulary in `site.toml`.
        status: Required<Spanned<String>> = "ordered-closed";
        /// On whose word.
        sources: List<SourceEntry> = "[rte-capel]";
        /// What has to be added.
        note: Optional<String> = "The embassy says that activity had ceased.";
    }
}

words! {
    /// How sure the record is.
    pub enum Confidence {
        /// Several good sources agree.
        High = "high",
        /// One good source, or several that depend on each other.
        Medium = "medium",
        /// Second hand, or incomplete.
        Low = "low",
    }
}

record! {
    /// A location.
    pub struct LocationFields: "location" {
        /// The id of an inline record; in a registry, its key.
        id: Optional<Spanned<Id>> = "ie/dublin-capel-street";
        /// What it is called.
        name: Required<Spanned<String>> also "title" = "Capel Street premises";
        /// What readers are told it is called, where `name` says more than `publish` allows.
        public_name: Optional<Spanned<String>> = "An office in Dublin";
        /// The city it lies in; shown unless `publish` is coarser than a city.
        city: Optional<String> = "Dublin";
        /// The part of the city or the region; beside a city it is shown where `publish` is a street or finer.
        area: Optional<String> = "Capel Street";
        /// The country, by code or English name.
        country: Required<Code> = "ie";
        /// Degrees north of the equator, -90 to 90.
        lat: Optional<Coordinate> = "53.35";
        /// Degrees east of Greenwich, -180 to 180.
        lon: Optional<Coordinate> also "lng" = "-6.27";
        /// How precisely the place is known.
        precision: Optional<Precision> = "street";
        /// How precisely it may be shown; no output is ever finer, in words or on a map.
        publish: Optional<Precision> = "city";
        /// What sort of place it is: a word of the vocabulary in `site.toml`.
        kind: Optional<Spanned<String>> = "overseas-110";
        /// How things stand: a word of the vocabulary in `site.toml`.
        status: Optional<Spanned<String>> = "closed";
        /// Who is said to run it: an entity, or a name.
        operator: Optional<Reference> = "fuzhou-psb";
        /// How many are counted at this place, where more than one.
        stations: Optional<u32> = "2";
        /// What is counted of the place, by property.
        numbers: Optional<Vec<(Spanned<String>, Vec<NumberFields>)>> = "{stations: [{value: 2, date: 2022-12}]}";
        /// When it was first told of.
        first_reported: Optional<Spanned<Edtf>> = "2022-09-12";
        /// How its status changed.
        history: List<StatusChange> = "[{date: 2022-10-26, status: ordered-closed, sources: [rte-capel]}]";
        /// Who says so.
        sources: List<SourceEntry> = "[rte-capel]";
        /// Dated facts about it.
        dates: List<Spanned<EventFields>> = "[{date: 2022-10-26, text: The office has to close}]";
        /// What has to be added.
        note: Optional<String> = "Not on the first list.";
        /// How sure the record is.
        confidence: Optional<Confidence> = "high";
        ..item: ItemFields
    }
}

impl KindFields for LocationFields {
    const KIND: Kind = Kind::Location;

    fn item(&self) -> &ItemFields {
        &self.item
    }

    fn item_mut(&mut self) -> &mut ItemFields {
        &mut self.item
    }

    fn own_id(&self) -> Option<&Spanned<Id>> {
        self.id.as_ref()
    }
}

/// A location as another record names it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum LocationEntry {
    /// By its id, or as a text like `Dublin, IE`.
    Reference(Reference),
    /// In full, where it is used.
    Inline(Box<Spanned<LocationFields>>),
}

impl Decode for LocationEntry {
    fn shape() -> Shape {
        let text = Shape::Named("text like `Dublin, IE`");
        Shape::Either(vec![Shape::Named("id"), text, LocationFields::shape()])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Map(_) => {
                Spanned::decode(node, diags).map(|l| LocationEntry::Inline(Box::new(l)))
            }
            Value::Text(_) => {
                Reference::decode(node, diags).map(LocationEntry::Reference)
            }
            _ => {
                wrong_shape::<Self>(node, diags);
                None
            }
        }
    }
}
