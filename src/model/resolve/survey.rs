//! Finding out what is held back, and what only that refers to.

use super::lost::Lost;
use super::names::Named;
use super::resolver::Scope;
use super::unpublished::Unpublished;
use super::{gather, made, secrets};
use crate::atlas;
use crate::config::Config;
use crate::content::{Documents, HeldBy, HeldPlaces, Kind, Policy};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::files::{Span, TextFiles};
use crate::letters::folded;
use crate::model::nouns::{CountryId, Tombstone};
use foldhash::{HashMap, HashSet};
use std::borrow::Cow;

/// Finds out what of the documents is held back, and reports what is wrong with that. Where nothing is, that
/// costs nothing; else all documents are resolved for it, but for the texts of those that are published.
pub fn survey(
    documents: &Documents,
    policy: &Policy,
    texts: &TextFiles,
    config: &Config,
    diags: &mut Diagnostics,
) -> Unpublished {
    let (policy, places) = (policy.clone(), documents.held(policy));
    if places.is_empty() {
        return Unpublished { policy, ..Unpublished::default() };
    }
    let mut found = Diagnostics::default();
    // An inline source that is held back is reported when what stands on it is published.
    let gathered = gather::gather(documents, None, &mut found);
    let scope = Scope::HeldBack(&places);
    let lost = Lost::told(diags, texts);
    let (site, order, names) =
        made(documents, &gathered, scope, (texts, lost), config, &mut found);
    diags.extend(found.iter().filter(|one| is_of(one, &places)).cloned());
    let asked = names.asked();
    let mut addresses = HashMap::default();
    let mut referred = HashSet::default();
    let mut tombstones = Vec::new();
    for (item, place, has_own) in order.places() {
        let Some(by) = places.by(place) else {
            if has_own && asked.contains(&item) {
                referred.insert(place);
            }
            continue;
        };
        if let Some(names) = site.names(item) {
            tombstones.extend(Tombstone::of(Kind::of(item), names, by));
            let of = (Kind::of(item), names.id.to_string(), by.clone());
            addresses.insert(names.address.clone(), of);
        }
    }
    for country in &documents.countries {
        let names = atlas::find(country.id.as_str())
            .map(|code| &site[CountryId::from(code)].names);
        let by = places.by(Span::start_of(country.file));
        if let (Some(names), Some(by)) = (names, by) {
            tombstones.extend(Tombstone::of(Kind::Country, names, by));
        }
    }
    tombstones.sort_by(|a, b| a.names.address.cmp(&b.names.address));
    let mut called: HashMap<String, Vec<(Kind, HeldBy)>> = HashMap::default();
    let mut all: Vec<(&str, &Named)> = names.all().collect();
    all.sort_by_key(|(name, of)| (*name, of.kind));
    for (name, Named { kind, place, .. }) in all {
        let Some(by) = places.by(*place) else { continue };
        let mut add = |name: &str| {
            called.entry(name.to_owned()).or_default().push((*kind, by.clone()));
        };
        add(name);
        if let Cow::Owned(small) = folded(name) {
            add(&small);
        }
    }
    let mut protected = secrets::private(documents, &gathered, config.publish_notes);
    protected.retain(|one| places.by(one.place).is_some());
    protected.extend(secrets::held(&site, &order, &places));
    let texts = site.items().filter_map(|item| site.prose(item));
    let texts = texts.filter(|prose| places.by(Span::start_of(prose.file)).is_some());
    let texts = texts.cloned().collect();
    Unpublished {
        policy,
        names: called,
        addresses,
        referred,
        texts,
        protected,
        tombstones,
        places,
    }
}

/// Whether something that was found is about what is held back.
fn is_of(found: &Diagnostic, places: &HeldPlaces) -> bool {
    let is_held = |place: &Place| match place {
        Place::Text(span) => places.by(*span).is_some(),
        Place::Path(..) | Place::Site => false,
    };
    let mut others = found.also.iter().map(|also| &also.place);
    if found.code == codes::EVENT_CONFLICT {
        // What is held back may say that what is published is wrong.
        is_held(&found.place) && others.all(is_held)
    } else {
        let clashes = CLASHES.contains(&found.code);
        is_held(&found.place) || clashes && others.any(is_held)
    }
}

/// Mistakes of two records that are told wherever one of them is held back: one day they would meet.
const CLASHES: [Code; 3] =
    [codes::DUPLICATE_ID, codes::ALIAS_TAKEN, codes::PATH_COLLISION];
