//! Locations, and how precisely they may be shown.

use super::noun::FromRecord;
use super::place::Point;
use super::place::{HeldBack, PublishedPlace, RecordedPlace};
use super::{CountryId, Matter, Names, Noun, NumberOf, SourceId, Who};
use crate::atlas::{self, Code, Position};
use crate::content::kinds::location::{
    Confidence, Coordinate, LocationFields, StatusChange,
};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::Span;
use crate::model::resolve::{Record, Resolver};
use serde::{Deserialize, Serialize};

/// A location.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Location {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// The country it lies in.
    pub country: CountryId,
    /// What it is called and where it is, as recorded; what may be shown is
    /// [`Location::published`].
    pub(in crate::model) recorded: RecordedPlace,
    /// What sort of place it is: a word of the vocabulary `kinds`.
    pub kind: Option<String>,
    /// How things stand: a word of the vocabulary `statuses`.
    pub status: Option<String>,
    /// Who is said to run it.
    pub operator: Option<Who>,
    /// How many are counted at this place.
    pub stations: Option<u32>,
    /// What is counted of it.
    pub numbers: Vec<NumberOf>,
    /// When it was first told of.
    pub first_reported: Option<Edtf>,
    /// How its status changed, by date.
    pub history: Vec<StatusAt>,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
    /// How sure the record is.
    pub confidence: Option<Confidence>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Location {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        self.recorded.published_name()
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn numbers(&self) -> &[NumberOf] {
        &self.numbers
    }
}

/// What a location's status was from a date on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StatusAt {
    /// From when.
    pub date: Edtf,
    /// The status: a word of the vocabulary `statuses`.
    pub status: String,
    /// On whose word.
    pub sources: Vec<SourceId>,
    /// What has to be added.
    pub note: Option<String>,
}

impl Location {
    /// Where it is, as finely as that may be shown.
    pub fn published(&self) -> PublishedPlace<'_> {
        self.recorded.published()
    }

    /// What its `publish` keeps from readers; none where that is nothing.
    pub fn held_back(&self) -> Option<HeldBack> {
        let country = atlas::all().get(self.country.index());
        self.recorded.held_back(country.map_or("", |country| country.name))
    }
}

impl FromRecord for Location {
    type Fields = LocationFields;

    fn of(
        record: &Record<'_, LocationFields>,
        fields: &LocationFields,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        let config = resolver.config;
        let word = |word: &Option<Spanned<String>>,
                    vocabulary,
                    table,
                    diags: &mut Diagnostics| {
            word.as_ref().map(|word| resolver.word(word, vocabulary, table, diags))
        };
        Location {
            names: resolver.names_of(record, fields, diags),
            place: record.place,
            country: fields.country.into(),
            recorded: RecordedPlace {
                name: fields.name.value.clone(),
                public_name: fields.public_name.as_ref().map(|name| name.value.clone()),
                city: fields.city.clone(),
                area: fields.area.clone(),
                point: point(fields, diags),
                precision: fields.precision,
                publish: fields.publish,
            },
            kind: word(&fields.kind, &config.kinds, "kinds", diags),
            status: word(&fields.status, &config.statuses, "statuses", diags),
            operator: fields.operator.as_ref().and_then(|who| resolver.who(who, diags)),
            stations: fields.stations,
            numbers: NumberOf::all(&fields.numbers, resolver, diags),
            first_reported: fields.first_reported.as_ref().map(|date| date.value.clone()),
            history: history(&fields.history, resolver, diags),
            sources: resolver.sources(&fields.sources, diags),
            note: fields.note.clone(),
            confidence: fields.confidence,
            matter: record.matter(),
        }
    }
}

fn history(
    written: &[StatusChange],
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Vec<StatusAt> {
    let mut history: Vec<StatusAt> = written
        .iter()
        .map(|change| StatusAt {
            date: change.date.value.clone(),
            status: resolver.word(
                &change.status,
                &resolver.config.statuses,
                "statuses",
                diags,
            ),
            sources: resolver.sources(&change.sources, diags),
            note: change.note.clone(),
        })
        .collect();
    history.sort_by_key(|change| change.date.sort_key());
    history
}

/// The place, if both coordinates are given and lie in the country.
fn point(fields: &LocationFields, diags: &mut Diagnostics) -> Option<Point> {
    let code = fields.country;
    let (lat, lon) = match (fields.lat, fields.lon) {
        (None, None) => return None,
        (Some(Coordinate::Degrees(lat)), Some(Coordinate::Degrees(lon))) => (lat, lon),
        (Some(Coordinate::Unread), _) | (_, Some(Coordinate::Unread)) => return None,
        (Some(Coordinate::Degrees(only)), None)
        | (None, Some(Coordinate::Degrees(only))) => {
            let lacking = if fields.lat.is_none() { "lat" } else { "lon" };
            let message = format!("the location has one coordinate and no `{lacking}`");
            diags.push(Diagnostic::new(codes::MISSING_FIELD, only.span, message));
            return None;
        }
    };
    let in_range =
        |value: Spanned<f64>, limit: f64, name: &str, diags: &mut Diagnostics| {
            let fits = value.value.abs() <= limit;
            if !fits {
                let message =
                    format!("`{name}` is {}, beyond {limit} degrees", value.value);
                diags.push(Diagnostic::new(codes::INVALID_VALUE, value.span, message));
            }
            fits
        };
    let lat_fits = in_range(lat, 90.0, "lat", diags);
    let lon_fits = in_range(lon, 180.0, "lon", diags);
    if !(lat_fits && lon_fits) {
        return None;
    }
    if let Position::Outside(km) = atlas::position(code, lat.value, lon.value) {
        report_outside(lat, lon, code, km, diags);
    }
    Some(Point { lat: lat.value, lon: lon.value })
}

fn report_outside(
    lat: Spanned<f64>,
    lon: Spanned<f64>,
    code: Code,
    km: u32,
    diags: &mut Diagnostics,
) {
    let name = atlas::territory(code).name;
    let message =
        format!("{}, {} is not in {name}, but {km} km off", lat.value, lon.value);
    let found = Diagnostic::new(codes::OUTSIDE_COUNTRY, lat.span, message)
        .also(lon.span, "the longitude");
    let swapped = atlas::swapped(code, lat.value, lon.value);
    diags.push(if swapped {
        found.help(format!(
            "the two are swapped: write `lat: {}` and `lon: {}`",
            lon.value, lat.value
        ))
    } else {
        found.help(
            "check the coordinates and the country; west of Greenwich `lon` is negative",
        )
    });
}
