//! What no reader may learn that is in no noun: notes for the newsroom, and what is held back.

use super::gather::{Gathered, Record};
use super::register::Order;
use crate::content::kinds::common::{CommonFields, Private};
use crate::content::kinds::kinds;
use crate::content::{Documents, HeldBy, HeldPlaces, Id, Kind, KindFields};
use crate::fields::{Node, Value};
use crate::model::nouns::{Item, Names, Source};
use crate::model::protected::{SecretList, stem};
use crate::model::secret::{Protected, SecretKind};
use crate::model::site::Site;
use crate::needles::SearchForm;

/// The notes for the newsroom of all records. Those that reference managers keep are published where the site
/// says so.
pub(super) fn private(
    documents: &Documents,
    gathered: &Gathered<'_>,
    publishes_notes: bool,
) -> Vec<Protected> {
    let mut list = Vec::new();
    macro_rules! all {
        ($($kind:ident)*) => { $(of_kind(&gathered.$kind, publishes_notes, &mut list);)* };
    }
    kinds!(lists all);
    let home = documents.home.as_ref();
    if let Some((home, fields)) = home.and_then(|it| Some((it, it.fields.as_deref()?))) {
        let mut secrets = SecretList::of(None, home.place, &mut list);
        notes(&fields.common, publishes_notes, &mut secrets);
    }
    list
}

fn of_kind<F: KindFields>(
    records: &[Record<'_, F>],
    publishes_notes: bool,
    list: &mut Vec<Protected>,
) {
    for record in records {
        let Some(fields) = record.written() else { continue };
        let common = &fields.item().common;
        if common.private.is_some() {
            let of = Some((F::KIND, record.id.clone()));
            let mut secrets = SecretList::of(of, record.place, list);
            notes(common, publishes_notes, &mut secrets);
        }
    }
}

fn notes(fields: &CommonFields, publishes_notes: bool, secrets: &mut SecretList<'_>) {
    match &fields.private {
        Some(Private::Written(node)) => texts(node, secrets),
        Some(Private::Notes(notes)) if !publishes_notes => sentences(notes, secrets),
        Some(Private::Notes(_)) | None => {}
    }
}

/// The texts in a value. Values are no deeper than front matter may be.
fn texts(node: &Node, secrets: &mut SecretList<'_>) {
    match &node.value {
        Value::Text(text) => sentences(&text.text, secrets),
        Value::List(items) => items.iter().for_each(|item| texts(item, secrets)),
        Value::Map(entries) => {
            entries.iter().for_each(|entry| texts(&entry.value, secrets));
        }
        Value::Null | Value::Unread => {}
    }
}

/// A text by lines and sentences: one of them is enough to tell it.
fn sentences(text: &str, secrets: &mut SecretList<'_>) {
    let parts = text.lines().flat_map(|line| line.split_inclusive(['.', '!', '?', '。']));
    // What is cut at every dot is an address or a number as well.
    let is_words = text.contains(". ") || text.contains('\n') || text.contains('。');
    match is_words {
        true => secrets.add(SecretKind::Private, parts),
        false => secrets.add(SecretKind::Private, [text]),
    }
}

/// What tells of things that are held back: their titles, names, ids and addresses.
pub(super) fn held(
    site: &Site,
    order: &Order<'_>,
    places: &HeldPlaces,
) -> Vec<Protected> {
    let mut list = Vec::new();
    for (item, place, _) in order.places() {
        let Some((names, by)) = site.names(item).zip(places.by(place)) else { continue };
        let of = Some((Kind::of(item), names.id.clone()));
        let first = list.len();
        let mut secrets = SecretList::of(of, place, &mut list);
        if let HeldBy::Withdrawn(..) = by {
            // Its address says that it was there, and who it was about may be told elsewhere.
            if matches!(item, Item::Article(_) | Item::Claim(_) | Item::Page(_)) {
                of_item(site, item, &mut secrets);
                untold(names, first, &mut list);
            }
            continue;
        }
        secrets.add(SecretKind::HeldKey, [names.id.as_str(), names.first.as_str()]);
        let pages = names.redirects.iter().chain([&names.address]);
        secrets.add(SecretKind::HeldKey, pages.map(|path| stem(path.as_str())));
        of_item(site, item, &mut secrets);
    }
    for event in site.events.iter().filter(|event| places.by(event.place).is_some()) {
        let mut secrets = SecretList::of(event_id(site, event), event.place, &mut list);
        secrets.add(SecretKind::HeldTitle, [event.text.as_str()]);
        secrets.add(SecretKind::HeldKey, event.id.as_ref().map(Id::as_str));
    }
    list
}

/// Takes out of what is kept back of something withdrawn, which begins at `first`, what its address tells: that stays.
fn untold(names: &Names, first: usize, list: &mut Vec<Protected>) {
    let pages = names.redirects.iter().chain([&names.address]);
    let told: Vec<String> =
        pages.map(|path| SearchForm::words(stem(path.as_str()))).collect();
    let kept = list.split_off(first).into_iter().filter(|one| {
        let words = SearchForm::words(&one.words);
        !told.iter().any(|address| address.contains(&words))
    });
    list.extend(kept);
}

/// The record that a dated fact stands in.
fn event_id(site: &Site, event: &crate::model::nouns::Event) -> Option<(Kind, Id)> {
    let item = event.tellers.first()?.item();
    Some((Kind::of(item), site.names(item)?.id.clone()))
}

fn of_item(site: &Site, item: Item, secrets: &mut SecretList<'_>) {
    match item {
        Item::Article(id) => {
            let article = &site[id];
            let summary = article.summary.as_deref();
            secrets.add(SecretKind::HeldTitle, [article.title.as_str()]);
            secrets.add(SecretKind::HeldTitle, summary);
        }
        Item::Entity(id) => {
            let what =
                if site.shows(item) { SecretKind::HeldName } else { SecretKind::Name };
            secrets.add(what, site[id].all_names());
        }
        Item::Source(id) if !site.shows(item) => secrets.source(&site[id]),
        Item::Source(id) => source(&site[id], secrets),
        Item::Location(id) => {
            let recorded = &site[id].recorded;
            let public = recorded.public_name.as_deref();
            let names = [Some(recorded.name.as_str()), public];
            secrets.add(SecretKind::HeldTitle, names.into_iter().flatten());
        }
        Item::Claim(_) | Item::Page(_) => {
            secrets.add(SecretKind::HeldTitle, [site.title(item)]);
        }
        // Everybody knows what a country is called.
        Item::Country(_) | Item::Home => {}
    }
}

fn source(source: &Source, secrets: &mut SecretList<'_>) {
    let titles =
        source.title.iter().flat_map(|it| [Some(&it.original), it.english.as_ref()]);
    secrets.add(SecretKind::HeldTitle, titles.flatten().map(String::as_str));
    let urls = source.url.iter().chain(source.web_copies());
    secrets.add(SecretKind::HeldKey, urls.map(|url| url.as_str()));
}
