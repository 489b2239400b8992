//! The fields of a file of another generator, as ours.

use super::days::{WrittenDay, day};
use super::html::{decoded, without_tags};
use super::notes::FileNotes;
use crate::content::front_matter::{Head, Syntax, split};
use crate::diag::Diagnostics;
use crate::fields::{Entry, Node, Text, Value, json, toml, yaml};
use crate::files::{FileId, Span};
use std::collections::BTreeMap;

/// A file's fields, and where its text begins.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) entries: Vec<Entry>,
    /// The first byte of the text beneath.
    pub(super) body: usize,
}

/// Splits a file, and reads its fields as far as they can be read.
pub(super) fn read(text: &str, notes: &mut FileNotes) -> Front {
    if let Some(front) = json_front(text) {
        return front;
    }
    let mut diags = Diagnostics::default();
    let head = split(text, FileId(0), &mut diags);
    let Ok(Some(head)) = head else {
        if head.is_err() {
            notes.lost(
                "field",
                1,
                "the front matter never ends, so all of the file is read as text",
            );
        }
        return Front::default();
    };
    let node = nodes(&head, text, &mut diags);
    let entries = match node.map(|node| node.value) {
        Some(Value::Map(entries)) => entries,
        Some(Value::Null) => Vec::new(),
        _ => {
            let why =
                diags.iter().next().map_or(String::new(), |found| found.message.clone());
            let line = line_of(text, head.fields.start);
            notes.lost("field", line, format!("only the simple fields are read: {why}"));
            simple_fields(text, &head)
        }
    };
    Front { entries, body: head.body }
}

fn nodes(head: &Head, text: &str, diags: &mut Diagnostics) -> Option<Node> {
    match head.syntax {
        Syntax::Yaml => yaml::read(text, head.fields.clone(), FileId(0), diags),
        Syntax::Toml => toml::read(text, head.fields.clone(), FileId(0), diags),
    }
}

/// Front matter that is one object of JSON, as Hugo reads it.
fn json_front(text: &str) -> Option<Front> {
    if !text.starts_with('{') {
        return None;
    }
    let end = text.find("\n}").map(|end| end + 2)?;
    let node = json::read(&text[..end], FileId(0), &mut Diagnostics::default())?;
    let Value::Map(entries) = node.value else { return None };
    Some(Front { entries, body: end })
}

/// The fields of a head that can't be read as a whole: those of which key and value stand on one line.
fn simple_fields(text: &str, head: &Head) -> Vec<Entry> {
    let sign = if head.syntax == Syntax::Yaml { ':' } else { '=' };
    let mut entries: Vec<Entry> = Vec::new();
    let mut at = head.fields.start;
    for line in text[head.fields.clone()].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some((key, value)) = line.split_once(sign) else { continue };
        let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let value = value.trim().trim_matches(['"', '\'']);
        let is_simple = !key.is_empty() && key.trim_end().chars().all(is_key);
        let key: Box<str> = key.trim_end().into();
        if !is_simple || value.is_empty() || entries.iter().any(|entry| entry.key == key)
        {
            continue;
        }
        let value =
            match value.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
                Some(inner) => {
                    let items = inner
                        .split(',')
                        .map(|item| item.trim().trim_matches(['"', '\'']));
                    Value::List(items.map(|item| text_node(item, start)).collect())
                }
                None => Value::Text(Text { text: value.into(), plain: true }),
            };
        let span = Span::new(FileId(0), start, start);
        entries.push(Entry { key, key_span: span, value: Node { span, value } });
    }
    entries
}

fn text_node(text: &str, at: usize) -> Node {
    let value = Value::Text(Text { text: text.into(), plain: true });
    Node { span: Span::new(FileId(0), at, at), value }
}

/// The line of a text that a byte stands in, from 1.
pub(super) fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    memchr::memchr_iter(b'\n', before).count() as u32 + 1
}

/// A picture that a file names as its own.
#[derive(Debug, Clone, Default)]
pub(super) struct LeadPicture {
    pub(super) src: String,
    pub(super) alt: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) line: u32,
    pub(super) key: String,
}

/// What a file says of itself, in our words.
#[derive(Debug, Default)]
pub(super) struct OurFields {
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) expires: Option<String>,
    pub(super) summary: Option<String>,
    /// Names, each with an address of their own.
    pub(super) authors: Vec<(String, Option<String>)>,
    pub(super) tags: Vec<String>,
    pub(super) image: Option<LeadPicture>,
    pub(super) slug: Option<String>,
    /// Where it lies, as it says itself: `url`, `permalink`, `path`.
    pub(super) address: Option<String>,
    /// Old addresses and other names.
    pub(super) aliases: Vec<String>,
    pub(super) lang: Option<String>,
    pub(super) license: Option<String>,
    /// Why it is held back.
    pub(super) held: Option<String>,
    /// Fields that mean nothing here, in order.
    pub(super) extra: Vec<(String, Node)>,
}

/// What holds a page back: a field, and its value.
const HOLDS: [(&str, &str); 14] = [
    ("draft", "true"),
    ("isdraft", "true"),
    ("published", "false"),
    ("publish", "false"),
    ("dg-publish", "false"),
    ("unpublished", "true"),
    ("unlisted", "true"),
    ("hidden", "true"),
    ("headless", "true"),
    ("private", "true"),
    ("render", "false"),
    ("listed", "false"),
    ("visible", "false"),
    ("public", "false"),
];

/// States that hold a page back.
const HELD_STATES: [&str; 9] = [
    "draft",
    "hidden",
    "internal",
    "pending",
    "private",
    "trash",
    "unlisted",
    "unpublished",
    "password",
];

/// Reads the fields. `authors` knows those that are named by a word.
pub(super) fn ours(
    front: &Front,
    text: &str,
    authors: &BTreeMap<String, (String, Option<String>)>,
    notes: &mut FileNotes,
) -> OurFields {
    let mut reader = FieldReader { text, authors, notes, ours: OurFields::default() };
    for entry in &front.entries {
        let key = entry.key.to_lowercase();
        if !reader.take(&key, &entry.value) {
            reader.notes.lost(
                "field",
                reader.line(entry.key_span),
                format!("`{}` is under `extra` now", entry.key),
            );
            reader.ours.extra.push((entry.key.to_string(), entry.value.clone()));
        } else {
            reader.notes.mapped("field");
        }
    }
    let mut ours = reader.ours;
    // What was changed before it was published was not changed since.
    let first = |day: &Option<String>| {
        day.as_deref().and_then(|day| day.get(..10)).map(str::to_owned)
    };
    if let (Some(date), Some(updated)) = (first(&ours.date), first(&ours.updated))
        && updated < date
    {
        notes.lost(
            "date",
            1,
            format!("it was changed on {updated}, before its date: left out"),
        );
        ours.updated = None;
    }
    ours
}

struct FieldReader<'a> {
    text: &'a str,
    authors: &'a BTreeMap<String, (String, Option<String>)>,
    notes: &'a mut FileNotes,
    ours: OurFields,
}

impl FieldReader<'_> {
    fn line(&self, span: Span) -> u32 {
        line_of(self.text, span.range().start)
    }

    /// Takes a field; whether it means something here.
    fn take(&mut self, key: &str, node: &Node) -> bool {
        if matches!(node.value, Value::Null) {
            return true;
        }
        let words = node.text().map(str::trim);
        let is_switch = words.is_some_and(|word| {
            matches!(word, "true" | "false" | "True" | "False" | "yes" | "no")
        });
        if let Some((_, held)) = HOLDS.iter().find(|(name, _)| *name == key)
            && is_switch
        {
            let is_held = words.is_some_and(|word| word.eq_ignore_ascii_case(held));
            if is_held {
                self.hold(format!("`{key}: {held}`"), node);
            }
            return true;
        }
        match key {
            "title" | "headline" | "heading" => self.title(words),
            "linktitle" | "sidebar_label" if self.ours.title.is_none() => {
                self.title(words);
                false
            }
            "date" | "pubdate" | "publishdate" | "published" | "created"
            | "date_created" | "creation_date" | "pub_date" | "publish_date"
            | "created_at" | "published_at" => self.date(key, node),
            "updated" | "lastmod" | "last_modified_at" | "modified" | "last_update"
            | "last_updated" | "updated_at" | "date_modified" | "lastupdated" => {
                self.updated(key, node)
            }
            "expirydate" | "unpublishdate" | "expires" => {
                let found = self.read_day(key, node);
                self.ours.expires = found;
                self.ours.expires.is_some()
            }
            "description" | "summary" | "excerpt" | "deck" | "dek" | "subtitle"
            | "tagline" | "standfirst" | "lead" | "abstract" => self.summary(words),
            "author" | "authors" | "byline" => self.author(node),
            "tags" | "tag" | "categories" | "category" | "topics" | "topic"
            | "keywords" => self.tags(node),
            "taxonomies" => {
                let entries = node.entries().unwrap_or_default();
                entries
                    .iter()
                    .all(|entry| self.take(&entry.key.to_lowercase(), &entry.value))
                    && !entries.is_empty()
            }
            "image" | "cover" | "featureimage" | "featured_image" | "featuredimage"
            | "primary_image" | "hero" | "header_image" | "thumbnail" | "banner"
            | "images" | "og_image" | "feature_image" | "featured" | "header"
            | "hero_image" | "coverimage" | "teaser" => self.image(key, node),
            "slug" => self.slug(words),
            "id" if self.ours.slug.is_none() => self.slug(words),
            "url" | "permalink" | "path" => {
                let is_own =
                    words.filter(|word| !word.contains("://") && !word.is_empty());
                self.ours.address = is_own.map(str::to_owned);
                is_own.is_some()
            }
            "aliases" | "alias" | "redirect_from" | "redirects" => self.aliases(node),
            "lang" | "language" | "locale" => {
                let is_tag = |word: &&str| {
                    (2..=8).contains(&word.len())
                        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                };
                self.ours.lang = words.filter(is_tag).map(str::to_owned);
                self.ours.lang.is_some()
            }
            "license" | "licence" => {
                self.ours.license = words.map(str::to_owned);
                words.is_some()
            }
            "status" | "visibility" => {
                let held =
                    words.filter(|word| HELD_STATES.contains(&&*word.to_lowercase()));
                if let Some(word) = held {
                    self.hold(format!("`{key}: {word}`"), node);
                }
                false
            }
            "_build" | "build" => {
                let is_held = |name: &str| {
                    node.get(name)
                        .and_then(Node::text)
                        .is_some_and(|word| matches!(word, "false" | "never" | "link"))
                };
                if is_held("render") || is_held("list") {
                    self.hold(format!("`{key}`"), node);
                }
                false
            }
            _ => false,
        }
    }

    fn hold(&mut self, why: String, node: &Node) {
        let line = self.line(node.span);
        self.notes.tell("held back", line, format!("{why}, so this is a draft"));
        self.ours.held.get_or_insert(why);
    }

    fn title(&mut self, words: Option<&str>) -> bool {
        let title = words.map(plain).filter(|title| !title.is_empty());
        let is_first = self.ours.title.is_none();
        if let Some(title) = title.filter(|_| is_first) {
            self.ours.title = Some(title);
            return true;
        }
        false
    }

    fn summary(&mut self, words: Option<&str>) -> bool {
        let words = words.map(plain).filter(|words| !words.is_empty());
        match words {
            Some(words) if self.ours.summary.is_none() => {
                self.ours.summary = Some(words);
                true
            }
            _ => false,
        }
    }

    fn read_day(&mut self, key: &str, node: &Node) -> Option<String> {
        let text = node.text()?.trim();
        match day(text) {
            WrittenDay::Known(day) => Some(day),
            WrittenDay::Reworded(day) => {
                let line = self.line(node.span);
                self.notes.tell(
                    "date",
                    line,
                    format!("`{key}: {text}` is read as {day}"),
                );
                Some(day)
            }
            WrittenDay::Unclear => {
                let line = self.line(node.span);
                self.notes.lost(
                    "date",
                    line,
                    format!("`{key}: {text}` can't be read as one day"),
                );
                None
            }
        }
    }

    fn date(&mut self, key: &str, node: &Node) -> bool {
        if let Some(entries) = node.entries() {
            let part = |names: &[&str]| {
                entries
                    .iter()
                    .find(|one| names.contains(&&*one.key.to_lowercase()))
                    .map(|one| one.value.clone())
            };
            let (made, changed) =
                (part(&["created", "published"]), part(&["updated", "modified"]));
            let found = made.as_ref().and_then(|node| self.read_day(key, node));
            self.ours.date = self.ours.date.take().or(found);
            if let Some(changed) = changed {
                self.ours.updated = self.read_day(key, &changed);
            }
            return self.ours.date.is_some();
        }
        let found = self.read_day(key, node);
        // `date` goes before what only means the same.
        let is_free = self.ours.date.is_none() || key == "date";
        match found {
            Some(day) if is_free => {
                self.ours.date = Some(day);
                true
            }
            Some(_) => false,
            None => false,
        }
    }

    fn updated(&mut self, key: &str, node: &Node) -> bool {
        let part = node.get("date").cloned();
        let found = self.read_day(key, part.as_ref().unwrap_or(node));
        self.ours.updated = self.ours.updated.take().or(found);
        self.ours.updated.is_some()
    }

    fn author(&mut self, node: &Node) -> bool {
        match &node.value {
            Value::Text(text) => {
                let word = text.text.trim();
                if let Some(known) = self.authors.get(word) {
                    self.ours.authors.push(known.clone());
                    return true;
                }
                let is_key = !self.authors.is_empty()
                    && !word.contains(' ')
                    && word.chars().all(|c| {
                        c.is_ascii_lowercase()
                            || c.is_ascii_digit()
                            || matches!(c, '-' | '_')
                    });
                if is_key {
                    let line = self.line(node.span);
                    self.notes.lost(
                        "author",
                        line,
                        format!("nobody is known as `{word}`"),
                    );
                }
                let name = plain(word);
                if !name.is_empty() {
                    self.ours.authors.push((name, None));
                }
                true
            }
            Value::List(items) => items.iter().all(|item| self.author(item)),
            Value::Map(_) => {
                let text =
                    |name: &str| node.get(name).and_then(Node::text).map(str::to_owned);
                let key = text("key").and_then(|key| self.authors.get(&key).cloned());
                let name = text("name").or_else(|| text("title"));
                let url = text("url").filter(|url| {
                    url.starts_with("http") && !url.contains(char::is_whitespace)
                });
                let found = key.or(name.map(|name| (plain(&name), url)));
                let is_found = found.is_some();
                self.ours.authors.extend(found.filter(|(name, _)| !name.is_empty()));
                is_found
            }
            Value::Null | Value::Unread => true,
        }
    }

    fn tags(&mut self, node: &Node) -> bool {
        let mut add = |word: &str| {
            let word = plain(word.trim().trim_start_matches('#'));
            if !word.is_empty()
                && !self.ours.tags.iter().any(|tag| tag.eq_ignore_ascii_case(&word))
            {
                self.ours.tags.push(word);
            }
        };
        match &node.value {
            Value::Text(text) => {
                let sign = if text.text.contains(',') { ',' } else { ' ' };
                text.text.split(sign).for_each(add);
                true
            }
            Value::List(items) => {
                let word = |item: &Node| {
                    let named =
                        ["name", "title", "label"].iter().find_map(|name| item.get(name));
                    named.unwrap_or(item).text().map(str::to_owned)
                };
                items.iter().filter_map(word).for_each(|word| add(&word));
                true
            }
            _ => false,
        }
    }

    fn image(&mut self, key: &str, node: &Node) -> bool {
        if self.ours.image.is_some() {
            return false;
        }
        let of = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| node.get(name))
                .and_then(Node::text)
                .map(str::to_owned)
        };
        let first = match &node.value {
            Value::List(items) => items.first().and_then(Node::text).map(str::to_owned),
            Value::Text(text) => Some(text.text.to_string()),
            _ => of(&[
                "src",
                "path",
                "image",
                "url",
                "feature",
                "file",
                "overlay_image",
                "teaser",
            ]),
        };
        let is_file = |src: &String| {
            let src = src.split(['?', '#']).next().unwrap_or_default();
            src.rsplit_once('.')
                .is_some_and(|(_, ending)| (3..=4).contains(&ending.len()))
        };
        let Some(src) = first.filter(is_file) else { return false };
        let (alt, caption) = (of(&["alt", "image_alt"]), of(&["caption", "title"]));
        let (line, key) = (self.line(node.span), key.to_owned());
        self.ours.image = Some(LeadPicture { src, alt, caption, line, key });
        true
    }

    fn slug(&mut self, words: Option<&str>) -> bool {
        self.ours.slug = words.map(str::to_owned).filter(|slug| !slug.is_empty());
        self.ours.slug.is_some()
    }

    fn aliases(&mut self, node: &Node) -> bool {
        match &node.value {
            Value::Text(text) => self.ours.aliases.push(text.text.trim().to_owned()),
            Value::List(items) => {
                let words = items
                    .iter()
                    .filter_map(Node::text)
                    .map(|word| word.trim().to_owned());
                self.ours.aliases.extend(words.filter(|word| !word.is_empty()));
            }
            Value::Null => {}
            _ => return false,
        }
        true
    }
}

/// A text in one line without marks, tags and variables.
pub(super) fn plain(text: &str) -> String {
    let mut words = without_tags(text);
    for (begin, end) in
        [("{{", "}}"), ("{%", "%}"), ("%%", "%%"), ("{/*", "*/}"), ("{#", "}")]
    {
        while let Some(at) = words.find(begin) {
            let Some(close) = words[at + begin.len()..].find(end) else { break };
            words.replace_range(at..at + begin.len() + close + end.len(), "");
        }
    }
    let words = unlinked(&words);
    let words = words.replace("**", "").replace("__", "").replace('`', "");
    let words = decoded(&words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `[words](address)` as its words.
fn unlinked(text: &str) -> String {
    let mut out = text.to_owned();
    while let Some(middle) = out.find("](") {
        let (Some(open), Some(close)) =
            (out[..middle].rfind('['), out[middle..].find(')'))
        else {
            break;
        };
        let label = out[open + 1..middle].to_owned();
        out.replace_range(open..middle + close + 1, &label);
    }
    out
}
