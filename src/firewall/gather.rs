//! Gathering what is protected, and how each thing is looked for.

use super::points::{self, Points};
use crate::config::{Config, FirewallException};
use crate::content::{Id, Kind};
use crate::fields::Spanned;
use crate::files::Span;
use crate::keys::Key;
use crate::model::{Protected, SecretKind, Site};
use crate::needles::{Needle, NeedleSet, PlainWords, SearchForm, Veil, Weakness};
use foldhash::HashSet;

/// Something that is protected, as messages tell it.
#[derive(Debug, Clone)]
pub(super) struct ProtectedThing {
    /// What it is: `the name of somebody who may not be named`.
    pub(super) told: &'static str,
    /// The record, as `[[firewall.allow]]` names it: `entity:witness`, `never`.
    pub(super) of: String,
    /// Whether that may be told in a message.
    pub(super) is_told: bool,
    /// Where it is written.
    pub(super) place: Span,
}

/// Something that is protected and can't be looked for.
#[derive(Debug, Clone)]
pub struct Unsearched {
    /// What it is.
    pub what: &'static str,
    /// Why not.
    pub why: &'static str,
    /// Where it is written.
    pub place: Span,
}

/// All that was gathered.
#[derive(Debug, Default)]
pub(super) struct Guarded {
    pub(super) things: Vec<ProtectedThing>,
    pub(super) needles: NeedleSet,
    pub(super) points: Points,
    pub(super) unsearched: Vec<Unsearched>,
    pub(super) veil: Veil,
    /// The words that it covers.
    pub(super) veiled: Vec<String>,
    /// The key of all that is looked for.
    pub(super) key: Key,
}

/// A word of `[firewall] never`.
const NEVER: &str = "never";

/// What can't be kept from readers.
const OPEN: &str = "also told openly by the site";

impl Guarded {
    /// What the site and what is `held` back protect, and what `site.toml` does.
    pub(super) fn of(site: &Site, held: &[Protected], config: &Config) -> Self {
        let mut protected = site.protected();
        protected.extend(held.iter().cloned());
        let hidden_points = site.protected_points();
        if protected.is_empty() && hidden_points.is_empty() && config.never.is_empty() {
            return Guarded::default();
        }
        let open = if protected.is_empty() {
            Open::default()
        } else {
            Open::of(site, &protected)
        };
        let mut gathering = Gathering { open, ..Gathering::default() };
        protected.iter().for_each(|one| gathering.add(one));
        config.never.iter().for_each(|words| gathering.never(words));
        let first = gathering.things.len() as u32;
        for point in &hidden_points {
            let of = (Kind::Location, point.of.clone());
            let thing = gathering.thing(POINT, Some(&of), point.place);
            let codes = points::codes(point).into_iter();
            gathering.needles.extend(codes.map(|needle| (needle, thing)));
        }
        let points = Points::new(hidden_points.iter().zip(first..), site.open_points());
        let veiled = protected.iter().filter(|one| is_veiled(one));
        let never = config.never.iter().map(|words| words.value.clone());
        let veiled: Vec<String> =
            veiled.map(|one| one.words.clone()).chain(never).collect();
        let needles = NeedleSet::new(gathering.needles);
        let all: Vec<&Needle> = needles.needles().collect();
        let key = Key::of(&(all, points.beginnings()));
        Guarded {
            veil: Veil::new(veiled.iter().map(String::as_str)),
            veiled,
            things: gathering.things,
            unsearched: gathering.unsearched,
            needles,
            points,
            key,
        }
    }
}

/// What of a location is protected.
const POINT: &str = "where a location is, more finely than its `publish` allows";

/// Whether messages cover the words. Ids of entities and of what is held back are told, because an editor has to find
/// them, and a title of one common word is no secret by itself.
fn is_veiled(one: &Protected) -> bool {
    match one.what {
        SecretKind::HeldKey => false,
        SecretKind::HeldTitle | SecretKind::HeldName => Needle::title(&one.words).is_ok(),
        _ => true,
    }
}

/// What readers are told openly, in the form that texts are searched in.
#[derive(Default)]
struct Open {
    names: HashSet<String>,
    makers: HashSet<String>,
    titles: HashSet<String>,
    ids: HashSet<String>,
}

impl Open {
    /// What is told openly, as far as it may be what is `protected`: there is far more of it.
    fn of(site: &Site, protected: &[Protected]) -> Self {
        let mut sought = PlainWords::default();
        for needle in protected.iter().flat_map(|one| needles(one).unwrap_or_default()) {
            let longest = needle.words().split([' ', '\n']).max_by_key(|word| word.len());
            sought.add(longest.unwrap_or_default().as_bytes());
        }
        // Words of ASCII stand in a text of ASCII as they are.
        let may_be = |text: &&str| !text.is_ascii() || sought.stand_in(text.as_bytes());
        let words = |text: &str| SearchForm::words(text);
        Open {
            names: site.open_names().filter(may_be).map(words).collect(),
            makers: site.open_makers().filter(may_be).map(words).collect(),
            titles: site.open_titles().map(address).filter(may_be).map(words).collect(),
            ids: site.open_ids().filter(may_be).map(words).collect(),
        }
    }

    /// Whether words of this sort are told openly. A title doesn't make a name public: it may be what tells it.
    fn has(&self, what: SecretKind, words: &str) -> bool {
        let is_name = self.names.contains(words);
        match what {
            SecretKind::Name => is_name,
            SecretKind::SourceAuthor => is_name || self.makers.contains(words),
            SecretKind::HeldKey => {
                self.ids.contains(words) || self.titles.contains(words)
            }
            _ => is_name || self.makers.contains(words) || self.titles.contains(words),
        }
    }
}

#[derive(Default)]
struct Gathering {
    open: Open,
    things: Vec<ProtectedThing>,
    needles: Vec<(Needle, u32)>,
    unsearched: Vec<Unsearched>,
}

impl Gathering {
    fn thing(&mut self, told: &'static str, of: Option<&(Kind, Id)>, place: Span) -> u32 {
        let of =
            of.map_or("home".to_owned(), |(kind, id)| format!("{}:{id}", kind.word()));
        let is_told = of.starts_with("entity:") || of.starts_with("location:");
        self.things.push(ProtectedThing { told, of, is_told, place });
        self.things.len() as u32 - 1
    }

    fn never(&mut self, words: &Spanned<String>) {
        let thing = self.thing("words of `[firewall] never`", None, words.span);
        if let Some(last) = self.things.last_mut() {
            last.of = NEVER.to_owned();
            last.is_told = true;
        }
        self.needles.extend(Needle::exactly(words).map(|needle| (needle, thing)));
    }

    fn add(&mut self, one: &Protected) {
        let needles = needles(one);
        let unsearched =
            |why| Unsearched { what: one.what.told(), why, place: one.place };
        let needles = match needles {
            Ok(needles) => needles,
            // Where its page would be is looked for.
            Err(_) if one.what == SecretKind::HeldKey => return,
            Err(weak) => return self.unsearched.push(unsearched(weak.told())),
        };
        let is_open = |needle: &Needle| self.open.has(one.what, needle.words());
        if needles.iter().any(is_open) {
            // What is held back may show what is published too: that is no secret.
            if !matches!(one.what, SecretKind::HeldKey | SecretKind::HeldTitle) {
                self.unsearched.push(unsearched(OPEN));
            }
            return;
        }
        if !needles.is_empty() {
            let thing = self.thing(one.what.told(), one.of.as_ref(), one.place);
            self.needles.extend(needles.into_iter().map(|needle| (needle, thing)));
        }
    }
}

/// How a protected value is looked for.
fn needles(one: &Protected) -> Result<Vec<Needle>, Weakness> {
    let words = one.words.as_str();
    match one.what {
        SecretKind::Name | SecretKind::SourceAuthor | SecretKind::HeldName => {
            Needle::name(words)
        }
        SecretKind::SourceTitle | SecretKind::HeldTitle => Needle::title(words),
        SecretKind::SourceAddress => Needle::key(address(words)),
        SecretKind::SourceKey => source_key(words),
        SecretKind::HeldKey => held_key(address(words)),
        SecretKind::Private => private(words),
    }
}

/// An address as it may be written without its scheme; other words as they are.
fn address(url: &str) -> &str {
    match url.split_once("://") {
        Some((_, rest)) => rest.strip_prefix("www.").unwrap_or(rest),
        None => url,
    }
}

/// The key of a confidential source: as it is, and as the address of a page that it must not have.
fn source_key(id: &str) -> Result<Vec<Needle>, Weakness> {
    let page = format!("{}/{id}", Kind::Source.folder());
    let mut all = Needle::id(id).unwrap_or_default();
    all.extend(Needle::key(&page)?.into_iter().map(Needle::in_code));
    Ok(all)
}

/// The id or the address of something that is held back. An id of common words is looked for in the address alone:
/// headings have ids of the same form.
fn held_key(key: &str) -> Result<Vec<Needle>, Weakness> {
    let is_address = key.contains('/');
    let words = SearchForm::words(key);
    let is_distinct = words.contains(|c: char| c.is_ascii_digit());
    match is_address || is_distinct {
        true => Ok(Needle::key(key)?.into_iter().map(Needle::in_code).collect()),
        false => Err(Weakness::Common),
    }
}

/// A note: a name or a number, or a sentence.
fn private(words: &str) -> Result<Vec<Needle>, Weakness> {
    let is_key = words.contains(['@', '/']);
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let parts = words.split_whitespace();
    let is_cased = |part: &str| part.starts_with(|c: char| !c.is_lowercase());
    let is_name = parts.clone().count() <= 4 && parts.clone().all(is_cased);
    if is_key || digits >= 6 {
        return Needle::key(address(words));
    }
    if is_name { Needle::name(words) } else { Needle::title(words) }
}

/// The exceptions of a site, as far as they name something.
pub(super) fn is_of(exception: &FirewallException, thing: &ProtectedThing) -> bool {
    exception.of.value.trim() == thing.of
}
