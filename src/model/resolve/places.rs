//! Countries and locations from their records.

use super::addresses::Owner;
use super::gather::{Fields, Record};
use super::names::country_id;
use super::register::Order;
use super::{Desk, Kind, each, territory_name};
use crate::atlas::{self, Code, Position};
use crate::content::kinds::country::{CountryFields, ResponseFields};
use crate::content::kinds::location::{
    Coordinate, Grade, LocationFields, Precision, StatusChange,
};
use crate::content::{self, Documents, Id, KindFields};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::model::nouns::{
    Country, CountryId, Item, Location, Matter, Point, RecordedPlace, Response, StatusAt,
};
use std::collections::BTreeMap;

/// Every country and territory of the atlas, with what the site says of it.
pub(super) fn countries(
    documents: &Documents,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Country> {
    let written = by_code(documents, diags);
    atlas::all()
        .iter()
        .map(|territory| {
            country(territory.code, written.get(&territory.code), desk, diags)
        })
        .collect()
}

/// The country files by code; a file's stem is a code or an English name.
fn by_code<'d>(
    documents: &'d Documents,
    diags: &mut Diagnostics,
) -> BTreeMap<Code, &'d content::Item<CountryFields>> {
    let mut written: BTreeMap<Code, &content::Item<CountryFields>> = BTreeMap::new();
    for item in &documents.countries {
        let Some(code) = atlas::find(item.id.as_str()) else {
            let message = format!("`{}` is no country or territory", item.id);
            diags.push(
                Diagnostic::new(codes::UNKNOWN_COUNTRY, item.place, message)
                    .did_you_mean(item.id.as_str(), atlas::names())
                    .help("name the file after the ISO 3166-1 code: `countries/ie.md`"),
            );
            continue;
        };
        match written.get(&code) {
            Some(first) => diags.push(
                Diagnostic::new(
                    codes::DUPLICATE_ID,
                    item.place,
                    format!("the country `{}` is described twice", code.lower()),
                )
                .also(first.place, "first described here")
                .help("join the two files"),
            ),
            None => {
                written.insert(code, item);
            }
        }
    }
    written
}

fn country(
    code: Code,
    item: Option<&&content::Item<CountryFields>>,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Country {
    let fields = item.and_then(|item| item.fields.as_deref());
    let place = item.map(|item| item.place);
    let aliases = fields.map_or(&[][..], |fields| fields.aliases());
    // A code is two letters, which make an id.
    let id =
        Id::new(code.lower()).unwrap_or_else(|| unreachable!("a code is no empty text"));
    let names = desk.names("countries", &id, id.as_str(), aliases, diags);
    desk.claim_own(
        "countries",
        &names,
        place.map_or(Owner::Site, Owner::Record),
        aliases,
    );
    let own = desk.config.territories.get(&code);
    let title = fields.and_then(|fields| fields.title.as_ref());
    Country {
        code,
        names,
        name: title.map_or_else(
            || territory_name(desk.config, code),
            |title| title.value.clone(),
        ),
        territory_note: own.and_then(|own| own.note.clone()),
        summary: fields.and_then(|fields| fields.summary.clone()),
        response: fields
            .and_then(|fields| fields.response.as_ref())
            .map(|written| response(written, desk, diags)),
        sources: fields
            .map_or_else(Vec::new, |fields| desk.sources(&fields.sources, diags)),
        numbers: fields
            .map_or_else(Vec::new, |fields| desk.numbers(&fields.numbers, diags)),
        confidence: fields.and_then(|fields| fields.confidence),
        picture: fields
            .and_then(|fields| fields.image.as_ref())
            .and_then(|image| desk.picture(image, diags)),
        updated: fields
            .and_then(|fields| fields.updated.as_ref())
            .map(|date| date.value.0.clone()),
        reviewed: fields.and_then(|fields| date(&fields.reviewed)),
        matter: Matter::of(
            fields.map(|fields| &fields.item().common),
            fields.and_then(|fields| fields.text()),
            item.and_then(|item| item.prose.as_ref()),
        ),
    }
}

fn date(written: &Option<Spanned<crate::dates::Edtf>>) -> Option<crate::dates::Edtf> {
    written.as_ref().map(|date| date.value.clone())
}

fn response(
    written: &ResponseFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Response {
    Response {
        date: date(&written.date),
        stance: desk.word(&written.stance, &desk.config.responses, "responses", diags),
        text: written.text.clone(),
        sources: desk.sources(&written.sources, diags),
    }
}

/// The locations of the site, by id.
pub(super) fn locations(
    order: &Order<'_>,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Location> {
    let locations =
        each(&order.locations, diags, |record, diags| location(record, desk, diags));
    desk.claim_addresses(
        "locations",
        &order.locations,
        locations.iter().map(|one| &one.names),
    );
    locations
}

fn location(
    record: &Record<'_, LocationFields>,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Location {
    let id = &record.id;
    let names = desk.names("locations", id, id.as_str(), record.aliases(), diags);
    let mut location = Location {
        names,
        place: record.place,
        country: CountryId(0),
        recorded: RecordedPlace::default(),
        kind: None,
        status: None,
        operator: None,
        stations: None,
        numbers: Vec::new(),
        first_reported: None,
        history: Vec::new(),
        sources: Vec::new(),
        note: None,
        confidence: None,
        matter: record.matter(),
    };
    match &record.fields {
        Fields::Written(fields) => fill(&mut location, fields, desk, diags),
        Fields::Named(name, code) => {
            location.country = country_id(*code);
            location.recorded = RecordedPlace {
                name: name.clone(),
                city: Some(name.clone()),
                precision: Some(Precision::Grade(Grade::City)),
                ..RecordedPlace::default()
            };
        }
        // Only usable records are in the order, and only sources are bare URLs.
        Fields::Url(_) | Fields::Broken => {}
    }
    location
}

fn fill(
    location: &mut Location,
    fields: &LocationFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) {
    let config = desk.config;
    location.recorded = RecordedPlace {
        name: fields.name.value.clone(),
        public_name: fields.public_name.as_ref().map(|name| name.value.clone()),
        city: fields.city.clone(),
        area: fields.area.clone(),
        point: None,
        precision: fields.precision,
        publish: fields.publish,
    };
    if let Some(Item::Country(id)) =
        desk.names.field(&fields.country, Kind::Country, diags)
    {
        location.country = id;
        location.recorded.point = point(fields, atlas::all()[id.index()].code, diags);
    }
    let word =
        |word: &Option<Spanned<String>>, vocabulary, table, diags: &mut Diagnostics| {
            word.as_ref().map(|word| desk.word(word, vocabulary, table, diags))
        };
    location.kind = word(&fields.kind, &config.kinds, "kinds", diags);
    location.status = word(&fields.status, &config.statuses, "statuses", diags);
    location.operator = fields.operator.as_ref().and_then(|who| desk.who(who, diags));
    location.numbers = desk.numbers(&fields.numbers, diags);
    location.stations = fields.stations;
    location.first_reported = date(&fields.first_reported);
    location.history = history(&fields.history, desk, diags);
    location.sources = desk.sources(&fields.sources, diags);
    location.note.clone_from(&fields.note);
    location.confidence = fields.confidence;
}

fn history(
    written: &[StatusChange],
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<StatusAt> {
    let mut history: Vec<StatusAt> = written
        .iter()
        .map(|change| StatusAt {
            date: change.date.value.clone(),
            status: desk.word(&change.status, &desk.config.statuses, "statuses", diags),
            sources: desk.sources(&change.sources, diags),
            note: change.note.clone(),
        })
        .collect();
    history.sort_by_key(|change| change.date.sort_key());
    history
}

/// The place, if both coordinates are given and lie in the country.
fn point(fields: &LocationFields, code: Code, diags: &mut Diagnostics) -> Option<Point> {
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
