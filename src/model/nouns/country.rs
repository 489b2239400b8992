//! Countries and territories of the site: those that something refers to or that have a page of prose.

use super::{CountryId, Matter, Names, Noun, NumberOf, Picture, SourceId};
use crate::atlas::{self, Code};
use crate::content::kinds::country::{CountryFields, ResponseFields};
use crate::content::kinds::location::Confidence;
use crate::content::{Id, Kind, KindFields};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::resolve::{Record, Resolver};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A country or territory.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Country {
    /// Its code; what else is known of it is in the atlas.
    pub code: Code,
    /// Its code in lower case as id, and its addresses.
    pub names: Names,
    /// Its name on this site.
    pub name: String,
    /// A note on the territory, from `site.toml`.
    pub territory_note: Option<String>,
    /// The standfirst.
    pub summary: Option<String>,
    /// What its authorities answered.
    pub response: Option<Response>,
    /// The sources of its page in the order of the front matter.
    pub sources: Vec<SourceId>,
    /// What is counted of it.
    pub numbers: Vec<NumberOf>,
    /// How sure the account is.
    pub confidence: Option<Confidence>,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// When the text last changed.
    pub updated: Option<Edtf>,
    /// When somebody last checked that it still holds.
    pub reviewed: Option<Edtf>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Country {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    fn numbers(&self) -> &[NumberOf] {
        &self.numbers
    }
}

/// A country's place in the site's list is that in the atlas.
impl From<Code> for CountryId {
    fn from(code: Code) -> Self {
        CountryId(code.place() as u32)
    }
}

/// What a country's authorities answered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Response {
    /// When.
    pub date: Option<Edtf>,
    /// Of what sort: a word of the vocabulary `responses`.
    pub stance: String,
    /// In a sentence.
    pub text: Option<String>,
    /// On whose word.
    pub sources: Vec<SourceId>,
}

impl Country {
    /// Every country and territory of the atlas, with what the site says of it.
    pub(in crate::model) fn all(
        records: &[&Record<'_, CountryFields>],
        resolver: &mut Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Vec<Self> {
        let written = by_code(records, diags);
        let all = atlas::all().iter().map(|territory| territory.code);
        all.map(|code| country(code, written.get(&code), resolver, diags)).collect()
    }
}

/// The country files by code; a file's stem is a code or an English name.
fn by_code<'d>(
    records: &[&'d Record<'d, CountryFields>],
    diags: &mut Diagnostics,
) -> BTreeMap<Code, &'d Record<'d, CountryFields>> {
    let mut written: BTreeMap<Code, &Record<'_, CountryFields>> = BTreeMap::new();
    for record in records {
        let Some(code) = atlas::find(record.id.as_str()) else {
            let message = format!("`{}` is no country or territory", record.id);
            diags.push(
                Diagnostic::new(codes::UNKNOWN_COUNTRY, record.place, message)
                    .did_you_mean(record.id.as_str(), atlas::names())
                    .help("name the file after the ISO 3166-1 code: `countries/ie.md`"),
            );
            continue;
        };
        match written.get(&code) {
            Some(first) => diags.push(
                Diagnostic::new(
                    codes::DUPLICATE_ID,
                    record.place,
                    format!("the country `{}` is described twice", code.lower()),
                )
                .also(first.place, "first described here")
                .help("join the two files"),
            ),
            None => {
                written.insert(code, record);
            }
        }
    }
    written
}

fn country(
    code: Code,
    record: Option<&&Record<'_, CountryFields>>,
    resolver: &mut Resolver<'_>,
    diags: &mut Diagnostics,
) -> Country {
    let fields = record.and_then(|record| record.written());
    let place = record.map(|record| record.place);
    let aliases = fields.map_or(&[][..], |fields| fields.aliases());
    // A code is two letters, which make an id.
    let id =
        Id::new(code.lower()).unwrap_or_else(|| unreachable!("a code is no empty text"));
    let names = resolver.names(Kind::Country, &id, id.as_str(), aliases, diags);
    resolver.claim_own(Kind::Country, &names, place, aliases);
    let own = resolver.config.territories.get(&code);
    let title = fields.and_then(|fields| fields.title.as_ref());
    Country {
        code,
        names,
        name: title
            .map_or_else(|| resolver.territory_name(code), |title| title.value.clone()),
        territory_note: own.and_then(|own| own.note.clone()),
        summary: fields.and_then(|fields| fields.summary.clone()),
        response: fields
            .and_then(|fields| fields.response.as_ref())
            .map(|written| response(written, resolver, diags)),
        sources: fields
            .map_or_else(Vec::new, |fields| resolver.sources(&fields.sources, diags)),
        numbers: fields.map_or_else(Vec::new, |fields| {
            NumberOf::all(&fields.numbers, resolver, diags)
        }),
        confidence: fields.and_then(|fields| fields.confidence),
        picture: fields
            .and_then(|fields| fields.image.as_ref())
            .and_then(|image| resolver.picture(image, diags)),
        updated: fields
            .and_then(|fields| fields.updated.as_ref())
            .map(|date| date.value.0.clone()),
        reviewed: fields
            .and_then(|fields| fields.reviewed.as_ref().map(|date| date.value.clone())),
        matter: record.map_or_else(Matter::default, |record| record.matter()),
    }
}

fn response(
    written: &ResponseFields,
    resolver: &Resolver<'_>,
    diags: &mut Diagnostics,
) -> Response {
    Response {
        date: written.date.as_ref().map(|date| date.value.clone()),
        stance: resolver.word(
            &written.stance,
            &resolver.config.responses,
            "responses",
            diags,
        ),
        text: written.text.clone(),
        sources: resolver.sources(&written.sources, diags),
    }
}
