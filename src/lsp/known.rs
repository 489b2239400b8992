//! What is known of the site's items: their names, where they are written, and a few words on each.

use super::uses::UsedName;
use crate::atlas;
use crate::config::{Config, Vocabulary};
use crate::content::Kind;
use crate::content::kinds::claim::ClaimStatus;
use crate::files::{FilePath, Span, TextFiles};
use crate::letters::{composed, folded, plain};
use crate::model::{Claim, Item, Names, Site, Source, Who};
use foldhash::HashMap;
use rayon::prelude::*;
use std::borrow::Cow;

/// An item of the site.
#[derive(Debug, Clone)]
pub(super) struct KnownItem {
    pub(super) kind: Kind,
    pub(super) id: String,
    /// What it is called. Of a confidential source and of whoever may not be named it is the id.
    pub(super) title: String,
    /// A word or two beside the title: a status, an outlet and a date.
    pub(super) detail: String,
    /// Lines of its card, in Markdown.
    pub(super) card: Vec<String>,
    /// Where it is written; a country without a text is nowhere.
    pub(super) place: Option<(FilePath, Span)>,
    /// What a search for it looks at.
    searched: String,
}

/// Every item, and the words of the site's vocabularies.
#[derive(Debug, Default)]
pub(super) struct KnownSite {
    items: Vec<KnownItem>,
    names: HashMap<String, Vec<(Strength, u32)>>,
    /// `kinds`, `statuses`, `responses` and `event_kinds` of `site.toml`, in this order.
    vocabularies: [Vocabulary; 4],
}

/// How an item came by a name; the first is the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Id,
    Alias,
    Title,
    OtherCase,
}

impl KnownSite {
    /// What is known of a site.
    pub(super) fn of(site: &Site, texts: &TextFiles, config: &Config) -> Self {
        let all: Vec<Item> = site.items().collect();
        let items: Vec<(KnownItem, &Names)> = all
            .par_iter()
            .filter_map(|item| {
                let names = site.names(*item)?;
                Some((known(site, *item, names, texts, config)?, names))
            })
            .collect();
        let mut names: HashMap<String, Vec<(Strength, u32)>> = HashMap::default();
        for (at, (item, own)) in (0..).zip(&items) {
            let mut add = |name: &str, strength| {
                names
                    .entry(composed(name).into_owned())
                    .or_default()
                    .push((strength, at));
                if let Cow::Owned(small) = folded(name) {
                    names.entry(small).or_default().push((Strength::OtherCase, at));
                }
            };
            add(&item.id, Strength::Id);
            own.others.iter().for_each(|name| add(name, Strength::Alias));
            if item.title != item.id {
                add(&item.title, Strength::Title);
            }
        }
        let items = items.into_iter().map(|(item, _)| item).collect();
        let vocabularies =
            [&config.kinds, &config.statuses, &config.responses, &config.event_kinds]
                .map(Clone::clone);
        KnownSite { items, names, vocabularies }
    }

    /// The item that `written` means, of one of these kinds where some are given: an id, `kind:id`, an alias, a title, a
    /// country's code or name. The rule is that of `model/resolve/names.rs`.
    fn find(&self, written: &str, kinds: &[Kind]) -> Option<&KnownItem> {
        let (given, name) = Kind::before_name(written);
        let fits = |kind: Kind| {
            given.map_or(kinds.is_empty() || kinds.contains(&kind), |given| given == kind)
        };
        let name = composed(name);
        let named = self.names.get(&*name).or_else(|| self.names.get(&*folded(&name)));
        let items = named
            .into_iter()
            .flatten()
            .map(|(strength, at)| (strength, &self.items[*at as usize]));
        let best = items
            .filter(|(_, item)| fits(item.kind))
            .min_by_key(|(strength, _)| **strength);
        best.map(|(_, item)| item).or_else(|| {
            let code = atlas::find(&name).filter(|_| fits(Kind::Country))?;
            self.by_id(Kind::Country, code.lower())
        })
    }

    /// The item that a name means where it is used or given.
    pub(super) fn meant(&self, name: &UsedName) -> Option<&KnownItem> {
        match name {
            UsedName::Item(name, kinds) => self.find(name, kinds),
            UsedName::Definition(kind, id) => self.by_id(*kind, id),
            UsedName::File(_) | UsedName::Web(_) => None,
        }
    }

    /// The item of a kind with this id.
    pub(super) fn by_id(&self, kind: Kind, id: &str) -> Option<&KnownItem> {
        let named = self.names.get(id)?.iter();
        let mut items = named.map(|(_, at)| &self.items[*at as usize]);
        items.find(|item| item.kind == kind && item.id == id)
    }

    /// The item that is written in a file of its own.
    pub(super) fn in_file(&self, file: &FilePath) -> Option<&KnownItem> {
        self.items
            .iter()
            .find(|item| item.place.as_ref().is_some_and(|(path, _)| path == file))
    }

    /// At most `most` items of these kinds (all where none is given) that are searched by `written`, the nearest
    /// first, and whether there are more.
    pub(super) fn search(
        &self,
        written: &str,
        kinds: &[Kind],
        most: usize,
    ) -> (Vec<&KnownItem>, bool) {
        let wanted = plain(written);
        let rank = |item: &KnownItem| match item.searched.find(&wanted) {
            Some(0) => Some(0),
            Some(_) => Some(1),
            None => None,
        };
        let of_kind = self
            .items
            .iter()
            .filter(|item| kinds.is_empty() || kinds.contains(&item.kind));
        let mut found: Vec<(u8, &KnownItem)> =
            of_kind.filter_map(|item| Some((rank(item)?, item))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        let has_more = found.len() > most;
        (found.into_iter().take(most).map(|(_, item)| item).collect(), has_more)
    }

    /// The words of `site.toml` for a field: of a location its kind and status, of a country its response, of a
    /// dated fact its kind.
    pub(super) fn vocabulary(&self, record: &str, field: &str) -> Option<&Vocabulary> {
        let [kinds, statuses, responses, event_kinds] = &self.vocabularies;
        match (record, field) {
            ("location", "kind") => Some(kinds),
            ("location" | "status change", "status") => Some(statuses),
            ("official response", "stance") => Some(responses),
            ("dated fact", "kind") => Some(event_kinds),
            _ => None,
        }
    }
}

fn known(
    site: &Site,
    item: Item,
    names: &Names,
    texts: &TextFiles,
    config: &Config,
) -> Option<KnownItem> {
    let id = names.id.to_string();
    let kind = Kind::of_word(item.kind())?;
    let (title, detail, card, place) = match item {
        Item::Article(of) => {
            let one = &site[of];
            (
                one.title.clone(),
                one.date.words(config.phrases),
                one.summary.iter().cloned().collect(),
                Some(one.place),
            )
        }
        Item::Country(of) => {
            let one = &site[of];
            (
                one.name.clone(),
                String::new(),
                one.summary.iter().cloned().collect(),
                site.prose(item).map(|prose| Span::start_of(prose.file)),
            )
        }
        Item::Location(of) => {
            let one = &site[of];
            let status =
                one.status.as_ref().map(|status| config.statuses.term(status).label);
            (
                site.title(item).to_owned(),
                status.unwrap_or_default(),
                one.note.iter().cloned().collect(),
                Some(one.place),
            )
        }
        Item::Source(of) => source(&site[of], config),
        Item::Entity(of) if !site[of].is_named() => {
            (id.clone(), "may not be named".to_owned(), Vec::new(), Some(site[of].place))
        }
        Item::Entity(of) => {
            let one = &site[of];
            (
                one.name.clone(),
                one.role.clone().unwrap_or_default(),
                one.note.iter().cloned().collect(),
                Some(one.place),
            )
        }
        Item::Claim(of) => claim(site, &site[of]),
        Item::Page(of) => {
            (site.title(item).to_owned(), String::new(), Vec::new(), Some(site[of].place))
        }
        Item::Home => return None,
    };
    let searched = plain(&format!("{id} {title}"));
    let place = place.map(|span| (texts.path(span.file).clone(), span));
    Some(KnownItem { kind, id, title, detail, card, place, searched })
}

type Told = (String, String, Vec<String>, Option<Span>);

fn source(one: &Source, config: &Config) -> Told {
    let id = one.names.id.to_string();
    if one.is_confidential() {
        return (id, "confidential source".to_owned(), Vec::new(), Some(one.place));
    }
    let label = one.label();
    let date = one.date.as_ref().map(|date| date.words(config.phrases));
    let outlet = label.maker.map(str::to_owned);
    let detail: Vec<String> = outlet.into_iter().chain(date).collect();
    let english = label.english.map(|title| format!("*{title}*"));
    let address = one.url.as_ref().map(|url| format!("<{}>", url.as_str()));
    let copies = match one.archives.len() {
        0 => "no saved copy".to_owned(),
        1 => "1 saved copy".to_owned(),
        many => format!("{many} saved copies"),
    };
    let traced = match one.is_traced() {
        true => "its own work",
        false if one.based_on.is_empty() => "its origin is not traced",
        false => "repeats others",
    };
    let state = format!("{copies}; {traced}");
    let card = english.into_iter().chain(one.note.clone()).chain([state]).chain(address);
    (label.title.to_owned(), detail.join(", "), card.collect(), Some(one.place))
}

fn claim(site: &Site, one: &Claim) -> Told {
    let status = one.status.word();
    let count =
        |word: &str, of: usize| format!("{of} {word}{}", if of == 1 { "" } else { "s" });
    let by = one.made_by.as_ref().map(|who| match who {
        Who::Entity(id) if site[*id].is_named() => {
            format!("says {}", site[*id].name)
        }
        Who::Entity(id) => format!("says `{}`", site[*id].names.id),
        Who::Words(words) => format!("says {words}"),
    });
    let basis = one.basis.map(|basis| format!("basis: {}", basis.word()));
    let evidence = format!(
        "{}, {} against it, {}",
        count("source", one.sources.len()),
        one.contrary.len(),
        count("answer", one.responses.len())
    );
    let ladder = format!("`{}` {status}", ladder(one.status));
    let card = [ladder]
        .into_iter()
        .chain(by)
        .chain(basis)
        .chain([evidence])
        .chain(one.note.clone());
    (one.text.clone(), status.to_owned(), card.collect(), Some(one.place))
}

/// The ladder of a status in letters: as many of its four segments as it has, filled.
fn ladder(status: ClaimStatus) -> &'static str {
    match status {
        ClaimStatus::Alleged => "▰▱▱▱",
        ClaimStatus::Reported => "▰▰▱▱",
        ClaimStatus::Corroborated => "▰▰▰▱",
        ClaimStatus::Confirmed => "▰▰▰▰",
        ClaimStatus::Disputed => "▨▨▱▱",
        ClaimStatus::Unsubstantiated => "▱▱▱▱",
        ClaimStatus::Refuted => "╳╳╳╳",
        ClaimStatus::Retracted | ClaimStatus::Superseded => "╌╌╌╌",
    }
}
