//! `private-entity-named`: who may not be named is not named in words either.
//!
//! # What it does
//! The name of an entity that may not be named (a private person, a minor, somebody protected) stands in something that
//! is published: in a text, a title, a tag, in `made_by`, `by`, `party` or `operator`, in a claim, a fact, a caption.
//! Its `name`, `names` and `aliases` are looked for as they are written, as whole words.
//!
//! # Why
//! The record says that nobody may learn who it is. One sentence that names them undoes that for ever.
//!
//! # Example
//! ```markdown
//! The shop belongs to J. Doe.
//! ```
//!
//! # Use instead
//! Write who they are without the name, or name the record by its id in `made_by`, `by`, `party` and `operator`: readers see
//! `a person`. Where somebody else of the same name is meant, link to them.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, Place, codes};
use crate::files::{FileId, Span};
use crate::markdown::{Kind, Tree};
use crate::model::{EntityId, Item, Link, Prose, Site};
use crate::needles::PlainWords;
use aho_corasick::AhoCorasick;
use foldhash::HashMap;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: codes::PRIVATE_ENTITY_NAMED,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(secrets) = Secrets::of(subject.site) else { return };
    let mut found: BTreeSet<NamedAt> = BTreeSet::new();
    let items: Vec<Item> = subject.site.items().collect();
    let shown = items.par_iter().filter(|item| subject.edition().is_shown(**item));
    let in_texts = shown.map(|item| in_text(subject, &secrets, *item));
    found.extend(in_texts.collect::<Vec<_>>().into_iter().flatten());
    found.extend(in_records(subject, &secrets));
    found.extend(in_settings(subject, &secrets));
    for (file, line, id) in found {
        findings.push(told(subject, file, line, id));
    }
}

/// Where somebody is named: the file and the line.
type NamedAt = (FileId, u32, EntityId);

/// A name that nobody may read.
struct Secret<'s> {
    entity: EntityId,
    words: Vec<&'s str>,
}

impl Secret<'_> {
    fn is(&self, name: &str) -> bool {
        name.split_whitespace().eq(self.words.iter().copied())
    }
}

/// The names that nobody may read.
struct Secrets<'s> {
    names: Vec<Secret<'s>>,
    /// The first words of all, by the place of the name.
    first_words: AhoCorasick,
    /// Of each the longest part of letters and digits of ASCII, which has one form: where none of these stands, nobody
    /// is named.
    parts: PlainWords,
    /// Whether one has no such part.
    has_others: bool,
}

impl<'s> Secrets<'s> {
    /// The names of all entities that may not be named; none where there is no such entity.
    fn of(site: &'s Site) -> Option<Self> {
        let mut names = Vec::new();
        for item in site.items() {
            let Item::Entity(id) = item else { continue };
            let entity = &site[id];
            if entity.is_named() {
                continue;
            }
            for name in entity.all_names() {
                let words: Vec<&str> = name.split_whitespace().collect();
                if !words.is_empty() {
                    names.push(Secret { entity: id, words });
                }
            }
        }
        if names.is_empty() {
            return None;
        }
        let first_words =
            AhoCorasick::new(names.iter().map(|name| name.words[0])).ok()?;
        let (mut parts, mut has_others) = (PlainWords::default(), false);
        for name in &names {
            let all = name.words.iter();
            let all =
                all.flat_map(|word| word.split(|c: char| !c.is_ascii_alphanumeric()));
            let longest = all.max_by_key(|part| part.len()).unwrap_or_default();
            parts.add(longest.as_bytes());
            has_others |= longest.is_empty();
        }
        Some(Secrets { names, first_words, parts, has_others })
    }

    /// Where in a text a name stands, and whose it is. Words may stand on lines of their own.
    fn each<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (Range<usize>, &'t Secret<'s>)> + 't {
        let may_be = self.has_others || self.parts.stand_in(text.as_bytes());
        let text_of_one = may_be.then_some(text);
        let found = text_of_one.into_iter();
        let found = found.flat_map(|text| self.first_words.find_overlapping_iter(text));
        found.filter_map(move |first| {
            let secret = &self.names[first.pattern().as_usize()];
            let mut end = first.end();
            for word in &secret.words[1..] {
                let rest = &text[end..];
                let behind = rest.trim_start();
                if behind.len() == rest.len() || !behind.starts_with(word) {
                    return None;
                }
                end += rest.len() - behind.len() + word.len();
            }
            let is_whole = !joins(text, first.start()) && !joins(text, end);
            is_whole.then_some((first.start()..end, secret))
        })
    }

    /// Whether the records of a file may have a name: as it is, or put together of what is written otherwise. There
    /// are many files, and in hardly any is a name.
    fn may_be_in_file(&self, subject: &Subject<'_>, file: FileId) -> bool {
        let path = subject.texts.path(file);
        let text = subject.texts.get(file).text.as_bytes();
        let is_plain = ["md", "yaml", "yml", "toml"].contains(&&*path.ending());
        !is_plain
            || self.has_others
            || self.parts.stand_in(path.as_str().as_bytes())
            || self.parts.stand_in(text)
            || memchr::memchr3(b'\\', b'&', b'%', text).is_some()
            || memchr::memchr(b'<', text).is_some()
    }

    fn are_in(&self, text: &str) -> Option<EntityId> {
        self.each(text).next().map(|(_, secret)| secret.entity)
    }
}

/// Whether a word goes on at a place in a text.
fn joins(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    before.zip(after).is_some_and(|(a, b)| in_a_word(a) && in_a_word(b))
}

/// Whether letters of this kind stand together as words with spaces between them: not in Thai, Chinese and
/// their like, where any place may be the end of a word.
fn in_a_word(letter: char) -> bool {
    let is_spaced = letter < '\u{e00}' || ('\u{1e00}'..'\u{2000}').contains(&letter);
    is_spaced && letter.is_alphanumeric()
}

/// Who is named in the words of an item's text.
fn in_text(subject: &Subject<'_>, secrets: &Secrets<'_>, item: Item) -> Vec<NamedAt> {
    let Some(prose) = subject.site.prose(item) else { return Vec::new() };
    let text = &subject.texts.get(prose.file).text;
    let body = text.get(prose.range.clone()).unwrap_or_default();
    if secrets.each(body).next().is_none() {
        return Vec::new();
    }
    let manuscript = prose.manuscript(text);
    let tree = prose.tree(&manuscript);
    let (read, start) = (manuscript.text(), manuscript.range().start);
    let mut found = Vec::new();
    for (at, secret) in secrets.each(&read[manuscript.range()]) {
        let at = start + at.start;
        let written = manuscript.span(Span::new(prose.file, at, at + 1)).start as usize;
        let links = links_at(prose, written);
        let is_read = !links.is_empty() || is_read(&tree, read, at);
        if is_read && !links.iter().any(|link| is_meant(subject, secret, link)) {
            found.push((prose.file, line(text, written), secret.entity));
        }
    }
    found
}

/// Whether readers see the words at a place: comments and addresses are not shown.
fn is_read(tree: &Tree, text: &str, at: usize) -> bool {
    let shows = |kind: Kind| match kind {
        Kind::Text(_) | Kind::Code(_) => true,
        Kind::Html(piece) => !tree.text(piece, text).starts_with("<!--"),
        _ => false,
    };
    let mut nodes = tree.nodes().iter().filter(|node| shows(node.kind));
    nodes.any(|node| tree.span(node).range().contains(&at))
}

/// What the words at a place refer to.
fn links_at(prose: &Prose, at: usize) -> Vec<&Link> {
    let refs = prose.outline.refs.iter().zip(&prose.links);
    let here = refs.filter(|(one, _)| one.span.range().contains(&at));
    here.map(|(_, link)| link).collect()
}

/// Whether a link tells who is meant: somebody else of the same name, or the very entity, which is told elsewhere.
fn is_meant(subject: &Subject<'_>, secret: &Secret<'_>, link: &Link) -> bool {
    let Some(Item::Entity(id)) = link.item() else { return false };
    id == secret.entity || subject.site[id].all_names().any(|name| secret.is(name))
}

/// Who is named in what records say.
fn in_records(subject: &Subject<'_>, secrets: &Secrets<'_>) -> Vec<NamedAt> {
    let (site, edition) = (subject.site, subject.edition());
    let mut found = Vec::new();
    let mut may_name = HashMap::default();
    let mut may_be_in = |place: Span| {
        let found = may_name.entry(place.file);
        *found.or_insert_with(|| secrets.may_be_in_file(subject, place.file))
    };
    let mut look = |noun: Option<Value>, place: Option<Span>| {
        let Some(place) = place else { return };
        let named = noun.as_ref().and_then(|noun| named(noun, secrets));
        found.extend(
            named.map(|id| (place.file, place_of(subject, secrets, id, place), id)),
        );
    };
    for item in site.items().filter(|item| edition.is_shown(*item)) {
        let written = match item {
            Item::Article(id) => Some(site[id].place),
            Item::Location(id) => Some(site[id].place),
            Item::Source(id) => Some(site[id].place),
            Item::Claim(id) => Some(site[id].place),
            _ => None,
        };
        if !written.is_none_or(&mut may_be_in) {
            continue;
        }
        let prose = site.prose(item);
        // An address that the text links to may name somebody too.
        let links = prose.map(|prose| &prose.links);
        let prose = prose.map(|prose| Span::start_of(prose.file));
        match item {
            Item::Article(id) => {
                let article = &site[id];
                look(json(&(article, links), secrets), Some(article.place));
                for tag in &article.tags {
                    look(json(&site[*tag].name, secrets), Some(article.place));
                }
                for author in &article.authors {
                    look(json(&site[*author].name, secrets), Some(article.place));
                }
            }
            Item::Country(id) => look(json(&(&site[id], links), secrets), prose),
            Item::Location(id) => {
                look(json(&(&site[id], links), secrets), Some(site[id].place));
            }
            Item::Source(id) => {
                look(json(&(&site[id], links), secrets), Some(site[id].place));
            }
            // Of an entity that may be named its own names are no others'.
            Item::Entity(id) => {
                let entity = &site[id];
                let words =
                    (&entity.role, &entity.note, &entity.numbers, &entity.matter.extra);
                look(json(&words, secrets), Some(entity.place));
            }
            Item::Claim(id) => {
                look(json(&(&site[id], links), secrets), Some(site[id].place));
            }
            Item::Page(id) => {
                look(json(&(&site[id], links), secrets), Some(site[id].place));
            }
            Item::Home => look(json(&(&site.home, links), secrets), prose),
        }
    }
    for event in edition.events().iter().map(|id| edition.event(*id)) {
        if may_be_in(event.place) {
            look(json(event, secrets), Some(event.place));
        }
    }
    for id in edition.media_in_use() {
        let media = edition.media(*id);
        let sidecar = subject.texts.id(&format!("{}.yaml", media.path));
        look(json(&media.about, secrets), sidecar.map(Span::start_of));
    }
    found
}

/// A noun as a value, where one of the words that are looked for stands in it.
fn json(noun: &impl Serialize, secrets: &Secrets<'_>) -> Option<Value> {
    let text = serde_json::to_vec(noun).ok()?;
    let may_name = secrets.has_others || secrets.parts.stand_in(&text);
    may_name.then(|| serde_json::to_value(noun).ok())?
}

/// Who is named in a value, or in what it holds. Values are no deeper than front matter may be.
fn named(value: &Value, secrets: &Secrets<'_>) -> Option<EntityId> {
    match value {
        Value::String(text) => secrets.are_in(text),
        Value::Array(all) => all.iter().find_map(|one| named(one, secrets)),
        Value::Object(all) => all
            .iter()
            .find_map(|(key, one)| secrets.are_in(key).or_else(|| named(one, secrets))),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// The line from `place` on in which somebody is named, else that of the place.
fn place_of(
    subject: &Subject<'_>,
    secrets: &Secrets<'_>,
    id: EntityId,
    place: Span,
) -> u32 {
    let text = &subject.texts.get(place.file).text;
    let start = place.start as usize;
    let mut behind = secrets.each(text.get(start..).unwrap_or_default());
    let at = behind.find(|(_, secret)| secret.entity == id).map_or(0, |(at, _)| at.start);
    line(text, start + at)
}

/// Who is named in `site.toml`, but in a comment.
fn in_settings(subject: &Subject<'_>, secrets: &Secrets<'_>) -> Vec<NamedAt> {
    let Some(file) = subject.texts.id("site.toml") else { return Vec::new() };
    let lines = (1..).zip(subject.texts.get(file).text.lines());
    let lines = lines.filter(|(_, line)| !line.trim_start().starts_with('#'));
    lines.filter_map(|(n, line)| Some((file, n, secrets.are_in(line)?))).collect()
}

/// The number of the line in which a byte stands.
fn line(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    memchr::memchr_iter(b'\n', before).count() as u32 + 1
}

/// What is said has neither the name nor the line in which it stands: messages end in logs.
fn told(subject: &Subject<'_>, file: FileId, line: u32, id: EntityId) -> Diagnostic {
    let entity = &subject.site[id];
    let place = Place::Path(subject.texts.path(file).to_string(), Some(line));
    let message = format!("the words name `{}`, who may not be named", entity.names.id);
    let namesake = subject.site.items().find_map(|item| match item {
        Item::Entity(other) if subject.site[other].is_named() => {
            let other = &subject.site[other];
            (other.name == entity.name).then_some(&other.names.id)
        }
        _ => None,
    });
    let found = Diagnostic::new(codes::PRIVATE_ENTITY_NAMED, place, message)
        .note(format!("it is `privacy: {}`", entity.privacy.word()))
        .help("write what they are instead; as `made_by`, `by`, `party` or `operator` write the id");
    match namesake {
        Some(other) => found
            .help(format!("where `{other}` is meant, link to it: `[[entity:{other}]]`")),
        None => found,
    }
}
