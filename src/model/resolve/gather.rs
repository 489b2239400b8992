//! Every record of the site, those inline in other records too.

use super::unpublished::unpublished;
use crate::atlas;
use crate::content::kinds::claim::{ClaimEntry, ClaimFields};
use crate::content::kinds::event::EventFields;
use crate::content::kinds::location::{Grade, LocationEntry, LocationFields};
use crate::content::kinds::number::NumberFields;
use crate::content::kinds::source::{SourceEntry, SourceFields};
use crate::content::kinds::{self, kinds};
use crate::content::values::{Reference, WebUrl};
use crate::content::{Documents, Held, Id, Item, KindFields, Policy};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Entry, Node, Spanned, Text, Value};
use crate::files::Span;
use crate::letters::{self, same, slug, word};
use crate::model::nouns::Matter;
use crate::model::percent::percent_decoded;
use foldhash::HashMap;
use std::borrow::Cow;
use std::collections::hash_map;

macro_rules! gathered {
    ($($(#[$note:meta])* $noun:ident($id:ident) in $list:ident:
        $word:ident::$fields:ident, $files:ident;)*) => {
        /// The records of each kind, with what inline records and bare texts came to be called.
        pub(super) struct Gathered<'d> {
            $(pub(super) $list: Vec<Record<'d, kinds::$word::$fields>>,)*
            /// The source that stands for a bare URL.
            by_url: HashMap<&'d str, Id>,
        }

        impl<'d> Gathered<'d> {
            /// The records that have a file or an entry of their own.
            fn of(documents: &'d Documents) -> Self {
                Gathered { $($list: own(&documents.$list),)* by_url: HashMap::default() }
            }
        }
    };
}

kinds!(gathered);

/// A record that has an id, wherever it is written.
pub(in crate::model) struct Record<'d, F> {
    pub(in crate::model) id: Id,
    pub(in crate::model) place: Span,
    /// What it covers in its file, without a text beneath it.
    pub(super) extent: Span,
    fields: Fields<'d, F>,
    /// The item, where the record has a file or an entry in a registry of its own.
    pub(super) item: Option<&'d Item<F>>,
}

/// What is known of a record.
enum Fields<'d, F> {
    /// Its fields.
    Written(&'d F),
    /// The fields that are meant by a bare URL, or by a place named in a text like `Dublin, IE`.
    Meant(Box<F>),
    /// It has mistakes, which have been reported.
    Broken,
}

impl<F: KindFields> Record<'_, F> {
    /// Its fields; none where it has mistakes.
    pub(in crate::model) fn written(&self) -> Option<&F> {
        match &self.fields {
            Fields::Written(fields) => Some(fields),
            Fields::Meant(fields) => Some(fields),
            Fields::Broken => None,
        }
    }

    /// Whether a noun can be made of it.
    pub(super) fn is_usable(&self) -> bool {
        self.written().is_some()
    }

    /// Where its address is decided on: at its `slug`, if it has one.
    pub(in crate::model) fn named(&self) -> Span {
        let slug = self.written().and_then(F::slug);
        slug.map_or(self.place, |slug| slug.span)
    }

    /// Names it was known by, as they are written.
    pub(super) fn aliases(&self) -> &[Spanned<String>] {
        self.written().map_or(&[], F::aliases)
    }

    /// What its item has as every item has.
    pub(in crate::model) fn matter(&self) -> Matter {
        let fields = self.written();
        let common = fields.map(|fields| &fields.item().common);
        Matter::of(common, fields.and_then(F::text))
    }
}

impl<'d> Gathered<'d> {
    /// The id of the source that an entry names or defines, and where it is written.
    pub(super) fn source_id<'e>(
        &'e self,
        entry: &'e SourceEntry,
    ) -> Option<(Cow<'e, str>, Span)> {
        match entry {
            SourceEntry::Reference(reference) => Some(as_written(reference)),
            SourceEntry::Url(url) => {
                let id = self.by_url.get(url_key(url))?;
                Some((id.as_str().into(), url.span))
            }
            SourceEntry::Inline(fields) => {
                let id = inline_source_id(fields)?;
                Some((id.to_string().into(), fields.span))
            }
        }
    }
}

/// The id of the location that an entry names or defines, and where it is written.
pub(super) fn location_id(entry: &LocationEntry) -> Option<(Cow<'_, str>, Span)> {
    match entry {
        LocationEntry::Reference(reference) => match named_place(reference) {
            Some((id, ..)) => Some((id.to_string().into(), reference.span)),
            None => Some(as_written(reference)),
        },
        LocationEntry::Inline(fields) => {
            let id = inline_location_id(fields)?;
            Some((id.to_string().into(), fields.span))
        }
    }
}

fn as_written(reference: &Reference) -> (Cow<'_, str>, Span) {
    (reference.value.as_str().into(), reference.span)
}

/// An address without what doesn't tell pages apart.
fn url_key(url: &WebUrl) -> &str {
    url.as_str().trim_end_matches('/')
}

/// Gathers the records of registries and files first, then what stands inline. An inline source that
/// `policy` holds back is reported: what stands on it is published.
pub(super) fn gather<'d>(
    documents: &'d Documents,
    policy: Option<&Policy>,
    diags: &mut Diagnostics,
) -> Gathered<'d> {
    let mut gathered = Gathered::of(documents);
    for record in &gathered.sources {
        if let Fields::Written(SourceFields { url: Some(url), .. }) = record.fields {
            gathered.by_url.entry(url_key(url)).or_insert_with(|| record.id.clone());
        }
    }
    let mut inline = Inline { gathered, places: HashMap::default(), policy, diags };
    inline.documents(documents);
    inline.gathered
}

/// The records that have a file or an entry of their own. An entry ends where the next begins.
fn own<F>(items: &[Item<F>]) -> Vec<Record<'_, F>> {
    let next = items.iter().skip(1).map(Some).chain([None]);
    let record = |(item, next): (&'_ Item<F>, Option<&Item<F>>)| {
        let next = next.filter(|next| next.file == item.file);
        let end = next.map_or(u32::MAX, |next| next.place.start);
        item.prose.as_ref().map_or(Span { end, ..item.place }, |prose| {
            Span::new(item.file, 0, prose.range.start)
        })
    };
    let extents: Vec<Span> = items.iter().zip(next).map(record).collect();
    let records = items.iter().zip(extents).map(|(item, extent)| {
        let fields = item.fields.as_deref().map_or(Fields::Broken, Fields::Written);
        let (id, place) = (item.id.clone(), item.place);
        Record { id, place, extent, fields, item: Some(item) }
    });
    records.collect()
}

struct Inline<'d, 'g> {
    gathered: Gathered<'d>,
    /// The places that have a record already; of those named in bare texts, their name and where it
    /// stands.
    places: HashMap<Id, Option<(String, Span)>>,
    policy: Option<&'g Policy>,
    diags: &'g mut Diagnostics,
}

impl<'d> Inline<'d, '_> {
    fn documents(&mut self, documents: &'d Documents) {
        for location in &documents.locations {
            self.places.insert(location.id.clone(), None);
        }
        for fields in documents.articles.iter().filter_map(|item| item.fields.as_deref())
        {
            self.sources(&fields.sources);
            self.locations(&fields.locations);
            self.events(&fields.dates);
            self.claims(&fields.claims);
            for correction in &fields.corrections {
                self.sources(&correction.sources);
            }
        }
        for fields in documents.countries.iter().filter_map(|item| item.fields.as_deref())
        {
            self.sources(&fields.sources);
            self.events(&fields.dates);
            self.numbers(&fields.numbers);
            if let Some(response) = &fields.response {
                self.sources(&response.sources);
            }
        }
        for fields in documents.locations.iter().filter_map(|item| item.fields.as_deref())
        {
            self.location_parts(fields);
        }
        for fields in documents.claims.iter().filter_map(|item| item.fields.as_deref()) {
            self.claim_parts(fields);
        }
        for fields in documents.entities.iter().filter_map(|item| item.fields.as_deref())
        {
            self.sources(&fields.sources);
            self.numbers(&fields.numbers);
        }
        for fields in documents.pages.iter().filter_map(|item| item.fields.as_deref()) {
            self.sources(&fields.sources);
            self.claims(&fields.claims);
        }
        if let Some(fields) =
            documents.home.as_ref().and_then(|item| item.fields.as_deref())
        {
            self.sources(&fields.sources);
            self.claims(&fields.claims);
            self.numbers(&fields.numbers);
            for figure in &fields.figures {
                self.sources(&figure.sources);
            }
        }
    }

    fn location_parts(&mut self, fields: &'d LocationFields) {
        self.sources(&fields.sources);
        self.events(&fields.dates);
        self.numbers(&fields.numbers);
        for change in &fields.history {
            self.sources(&change.sources);
        }
    }

    fn claims(&mut self, entries: &'d [ClaimEntry]) {
        for entry in entries {
            let ClaimEntry::Inline(fields) = entry else { continue };
            // A claim has a text, so it has an id.
            if let Some(id) = inline_claim_id(fields) {
                let place = fields.id.as_ref().map_or(fields.span, |id| id.span);
                let (extent, fields) = (fields.span, Fields::Written(&fields.value));
                let record = Record { id, place, extent, fields, item: None };
                self.gathered.claims.push(record);
            }
            self.claim_parts(&fields.value);
        }
    }

    fn claim_parts(&mut self, fields: &'d ClaimFields) {
        self.sources(&fields.sources);
        self.sources(&fields.contrary);
        self.sources(&fields.finding);
        self.events(&fields.dates);
        fields.history.iter().for_each(|one| self.sources(&one.sources));
        fields.proceedings.iter().for_each(|one| self.sources(&one.sources));
        fields.responses.iter().for_each(|one| self.sources(&one.sources));
        fields.corrections.iter().for_each(|one| self.sources(&one.sources));
    }

    fn numbers(
        &mut self,
        numbers: &'d Option<Vec<(Spanned<String>, Vec<NumberFields>)>>,
    ) {
        let all = numbers.iter().flatten().flat_map(|(_, statements)| statements);
        all.for_each(|one| self.sources(&one.sources));
    }

    fn events(&mut self, events: &'d [Spanned<EventFields>]) {
        for event in events {
            self.sources(&event.sources);
            self.locations(&event.locations);
        }
    }

    fn sources(&mut self, entries: &'d [SourceEntry]) {
        for entry in entries {
            match entry {
                SourceEntry::Reference(_) => {}
                SourceEntry::Url(url) => self.bare_url(url),
                SourceEntry::Inline(fields) => self.inline_source(fields),
            }
        }
    }

    fn bare_url(&mut self, url: &'d Spanned<WebUrl>) {
        if self.gathered.by_url.contains_key(url_key(url)) {
            return;
        }
        let Some(id) = Id::new(&url_slug(url)) else { return };
        self.gathered.by_url.insert(url_key(url), id.clone());
        let Some(fields) = url_fields(url) else { return };
        let fields = Fields::Meant(Box::new(fields));
        let (place, extent) = (url.span, url.span);
        self.gathered.sources.push(Record { id, place, extent, fields, item: None });
    }

    fn inline_source(&mut self, fields: &'d Spanned<SourceFields>) {
        let Some(id) = inline_source_id(fields) else {
            // One without any of the three has been reported when it was read.
            if fields.title.is_some() {
                let message =
                    "the source's title has no letter that an id could be made of";
                let found = Diagnostic::new(codes::MISSING_FIELD, fields.span, message);
                self.diags.push(found.help("add `id: …`"));
            }
            return;
        };
        let place = fields.id.as_ref().map_or(fields.span, |id| id.span);
        if let Some(by) = self.policy.and_then(|policy| fields.hold().by(policy)) {
            self.diags.push(
                unpublished("source", id.as_str(), &by, place)
                    .help("or hold back the record that rests on it"),
            );
        }
        let (extent, fields) = (fields.span, Fields::Written(&fields.value));
        self.gathered.sources.push(Record { id, place, extent, fields, item: None });
    }

    fn locations(&mut self, entries: &'d [LocationEntry]) {
        for entry in entries {
            match entry {
                LocationEntry::Reference(reference) => self.named_location(reference),
                LocationEntry::Inline(fields) => self.inline_location(fields),
            }
        }
    }

    /// Makes a record of `Dublin, IE` where it is the first to name that place.
    fn named_location(&mut self, reference: &'d Reference) {
        let Some((id, name, code)) = named_place(reference) else { return };
        let place = reference.span;
        match self.places.entry(id.clone()) {
            hash_map::Entry::Occupied(known) => {
                if let Some((other, first)) = known.get()
                    && same(other) != same(&name)
                {
                    self.diags.push(met(&id, (other, *first), (&name, place)));
                }
            }
            hash_map::Entry::Vacant(free) => {
                let Some(fields) = place_fields(&name, code, place) else { return };
                free.insert(Some((name, place)));
                let fields = Fields::Meant(Box::new(fields));
                let extent = place;
                let record = Record { id, place, extent, fields, item: None };
                self.gathered.locations.push(record);
            }
        }
    }

    fn inline_location(&mut self, fields: &'d Spanned<LocationFields>) {
        // A location has a name and a country, so it has an id.
        if let Some(id) = inline_location_id(fields) {
            let place = fields.id.as_ref().map_or(fields.span, |id| id.span);
            let (extent, fields) = (fields.span, Fields::Written(&fields.value));
            let record = Record { id, place, extent, fields, item: None };
            self.gathered.locations.push(record);
        }
        self.location_parts(&fields.value);
    }
}

/// Reports two names of places of which one id would be made.
fn met(id: &Id, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    let message = format!("`{}` and `{}` would both be `{id}`", first.0, second.0);
    Diagnostic::new(codes::DUPLICATE_ID, second.1, message)
        .also(first.1, "the first is named here")
        .help("if they are one place, write its name the same way everywhere")
        .help("else give one of them an id of its own in `content/locations/`")
}

/// The host and path of an address as a word: `example.org-news-123`.
fn url_slug(url: &WebUrl) -> String {
    let rest = url.as_str().split_once("://").map_or("", |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = slug(&percent_decoded(path));
    let name = if path.is_empty() { host.to_owned() } else { format!("{host}-{path}") };
    letters::fitted(name, url.as_str())
}

fn inline_source_id(fields: &SourceFields) -> Option<Id> {
    let given = fields.id.as_ref().map(|id| id.value.clone());
    let from_url = || fields.url.as_ref().and_then(|url| Id::new(&url_slug(url)));
    let from_title =
        || fields.title.as_ref().and_then(|title| Id::new(&titled(&title.original)));
    given.or_else(from_url).or_else(from_title)
}

/// An id from a title; empty where that has no letter.
fn titled(title: &str) -> String {
    letters::fitted(slug(title), title)
}

fn inline_location_id(fields: &LocationFields) -> Option<Id> {
    let given = fields.id.as_ref().map(|id| id.value.clone());
    given.or_else(|| {
        let name = fields.public_name.as_ref().unwrap_or(&fields.name);
        Id::new(&format!("{}/{}", fields.country.lower(), word(name)))
    })
}

/// The id of the claim that an entry names or defines, and where it is written.
pub(super) fn claim_id(entry: &ClaimEntry) -> Option<(Cow<'_, str>, Span)> {
    match entry {
        ClaimEntry::Reference(reference) => Some(as_written(reference)),
        ClaimEntry::Inline(fields) => {
            let id = inline_claim_id(fields)?;
            Some((id.to_string().into(), fields.span))
        }
    }
}

fn inline_claim_id(fields: &ClaimFields) -> Option<Id> {
    let given = fields.id.as_ref().map(|id| id.value.clone());
    given.or_else(|| {
        let words: Vec<&str> = fields.text.split_whitespace().take(8).collect();
        Id::new(&word(&words.join(" ")))
    })
}

/// `Dublin, IE` as the id, name and country of a place; `None` for anything else.
fn named_place(text: &str) -> Option<(Id, String, atlas::Code)> {
    let (name, country) = text.rsplit_once(',')?;
    let code = atlas::find(country.trim())?;
    let name = name.trim();
    let id = Id::new(&format!("{}/{}", code.lower(), word(name)))?;
    (!name.is_empty()).then(|| (id, name.to_owned(), code))
}

/// The fields of a source of which nothing but its URL is known.
fn url_fields(url: &Spanned<WebUrl>) -> Option<SourceFields> {
    let nothing = Node { span: url.span, value: Value::Null };
    let fields = SourceFields::decode(&nothing, &mut Diagnostics::default())?;
    Some(SourceFields { url: Some(url.clone()), ..fields })
}

/// The fields of a place that is named in a text like `Dublin, IE`: it is known to the city.
fn place_fields(name: &str, code: atlas::Code, span: Span) -> Option<LocationFields> {
    let entry = |(key, text): (&str, &str)| {
        let value = Value::Text(Text { text: text.into(), plain: false });
        Entry { key: key.into(), key_span: span, value: Node { span, value } }
    };
    let precision = Grade::City.word();
    let fields = [
        ("name", name),
        ("city", name),
        ("country", code.lower()),
        ("precision", precision),
    ];
    let value = Value::Map(fields.map(entry).into());
    LocationFields::decode(&Node { span, value }, &mut Diagnostics::default())
}
