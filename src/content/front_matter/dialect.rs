//! What Hugo, Zola, Jekyll and Obsidian call the fields of a record, in our words.
//!
//! Names that simply mean the same stand in the field tables (`also`). Here is what depends on
//! the value: where two generators use one name for different things, the value decides. What
//! has no meaning here is left out with a warning, because it is lost. A name that the record's
//! own table knows is never touched: a source has a `url`, an article has not.

use super::holds;
use crate::content::values::split_tags;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Entry, Field, Node, Shape, Table, Text, Value};
use crate::files::Span;

/// Other generators' names of our fields, beside those in the tables: names that nobody should
/// be taught by "did you mean".
const SAME: [(&str, &str); 12] = [
    ("publishDate", "date"),
    ("pubDate", "date"),
    ("published", "date"),
    ("created", "date"),
    ("last_modified_at", "updated"),
    ("modified", "updated"),
    ("excerpt", "summary"),
    ("category", "tags"),
    ("tag", "tags"),
    ("alias", "aliases"),
    ("redirect_from", "aliases"),
    ("params", "extra"),
];

/// Fields of other generators that say how a page is built, not what it says.
const NO_MEANING: [&str; 90] = [
    "ShowBreadCrumbs",
    "ShowPostNavLinks",
    "ShowReadingTime",
    "ShowToc",
    "ShowWordCount",
    "TocOpen",
    "_build",
    "audio",
    "author_profile",
    "banner",
    "banner_path",
    "build",
    "cascade",
    "classes",
    "comments",
    "cssclass",
    "cssclasses",
    "custom_edit_url",
    "disableShare",
    "displayed_sidebar",
    "editPost",
    "excerpt_separator",
    "featured_image",
    "generate_feed",
    "generate_feeds",
    "grand_parent",
    "has_children",
    "has_toc",
    "hide",
    "hideSummary",
    "hide_reading_time",
    "hide_table_of_contents",
    "hide_title",
    "hidemeta",
    "icon",
    "images",
    "in_search_index",
    "insert_anchor_links",
    "isCJKLanguage",
    "kanban-plugin",
    "katex",
    "layout",
    "linkTitle",
    "linktitle",
    "markup",
    "math",
    "mathjax",
    "menu",
    "menus",
    "mermaid",
    "nav_exclude",
    "nav_order",
    "outputs",
    "page_template",
    "paginate_by",
    "paginate_path",
    "pagination_label",
    "pagination_next",
    "pagination_prev",
    "parent",
    "parse_number_prefixes",
    "path",
    "permalink",
    "pin",
    "read_time",
    "readtime",
    "redirect_to",
    "render_with_liquid",
    "resources",
    "searchHidden",
    "series",
    "share",
    "sidebar",
    "sidebar_class_name",
    "sidebar_custom_props",
    "sidebar_label",
    "sidebar_position",
    "sitemap",
    "sort_by",
    "template",
    "thumbnail",
    "toc_icon",
    "toc_label",
    "toc_max_heading_level",
    "toc_min_heading_level",
    "toc_sticky",
    "translationKey",
    "transparent",
    "url",
    "weight",
];

/// Fields that writers give to themselves, which may be what one of ours is.
const OURS: [(&str, &str); 17] = [
    ("byline", "authors"),
    ("deck", "summary"),
    ("dek", "summary"),
    ("featureImage", "image"),
    ("featured", "image"),
    ("header_image", "image"),
    ("heading", "title"),
    ("headline", "title"),
    ("hero", "image"),
    ("id", "slug"),
    ("last_update", "updated"),
    ("primary_image", "image"),
    ("standfirst", "summary"),
    ("subtitle", "summary"),
    ("tagline", "summary"),
    ("topics", "tags"),
    ("topic", "tags"),
];

/// The fields that a file written for two generators gives twice, under two names.
const TWICE: [&str; 6] = ["date", "updated", "summary", "authors", "image", "extra"];

/// Rewrites the fields of another generator in place; `table` is that of the record.
pub(in crate::content) fn translate(
    node: &mut Node,
    table: &'static Table,
    diags: &mut Diagnostics,
) {
    let Value::Map(entries) = &mut node.value else { return };
    let mut dialect = Dialect { table, diags };
    if entries.iter().all(|entry| dialect.is_plain(entry)) {
        return;
    }
    dialect.fold_case(entries);
    dialect.lift_taxonomies(entries);
    dialect.part_dates(entries);
    holds::translate(entries, table, dialect.diags);
    dialect.join_lists(entries, "tags");
    dialect.join_lists(entries, "aliases");
    dialect.drop_seconds(entries);
    dialect.rename(entries);
    dialect.drop_meaningless(entries);
}

struct Dialect<'a> {
    table: &'static Table,
    diags: &'a mut Diagnostics,
}

impl Dialect<'_> {
    /// Whether a key is a field's first name, and means the same in other generators.
    fn is_plain(&self, entry: &Entry) -> bool {
        let is_text = || entry.value.text().is_some();
        let is_plain = match &*entry.key {
            "draft" | "published" | "publish" | "type" => false,
            "private" => !is_text(),
            "date" => is_text(),
            _ => true,
        };
        is_plain && self.field(&entry.key).is_some()
    }

    /// Hugo's fields are the same in any case of letters.
    fn fold_case(&mut self, entries: &mut [Entry]) {
        for entry in entries {
            let key = &entry.key;
            let is_exact = |name: &str| name == &**key;
            if self.names().any(is_exact) {
                continue;
            }
            let Some(name) = self.names().find(|name| name.eq_ignore_ascii_case(key))
            else {
                continue;
            };
            // Hugo's own books write its fields so.
            let is_usual = key.bytes().all(|byte| !byte.is_ascii_uppercase());
            if !is_usual && self.knows(name) {
                let message = format!("`{key}` is read as `{name}`");
                self.diags.push(
                    Diagnostic::new(codes::FOREIGN_FIELD, entry.key_span, message)
                        .help(format!("write `{name}`")),
                );
            }
            entry.key = name.into();
        }
    }

    /// Every name that is understood, ours first.
    fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let table = self.table;
        let same = SAME.iter().map(|(theirs, _)| *theirs);
        let others = same.chain(NO_MEANING).chain(OURS.iter().map(|(theirs, _)| *theirs));
        table.names().chain(holds::names()).chain(others)
    }

    /// `date: {created: …, updated: …}` is two fields of ours.
    fn part_dates(&mut self, entries: &mut Vec<Entry>) {
        const PARTS: [(&str, &str); 4] = [
            ("created", "date"),
            ("published", "date"),
            ("updated", "updated"),
            ("modified", "updated"),
        ];
        let ours = |part: &Entry| {
            let part = PARTS.iter().find(|(theirs, _)| *theirs == &*part.key);
            part.map(|(_, ours)| *ours)
        };
        let is_parted = |entry: &Entry| {
            let parts = entry.value.entries().unwrap_or_default();
            &*entry.key == "date"
                && !parts.is_empty()
                && parts.iter().all(|part| ours(part).is_some())
        };
        let Some(at) = entries.iter().position(is_parted) else { return };
        let Value::Map(parts) = entries.remove(at).value.value else { return };
        for part in parts {
            let key = ours(&part).map_or(part.key.clone(), Into::into);
            entries.push(Entry { key, ..part });
        }
    }

    fn knows(&self, key: &str) -> bool {
        self.table.names().any(|name| name == key)
    }

    fn field(&self, name: &str) -> Option<&'static Field> {
        self.table.all().find(|field| field.name == name)
    }

    /// Which of the names of `field` the key is, from the strongest; `None` where it is none.
    fn rank(&self, field: &Field, key: &str) -> Option<usize> {
        let own = std::iter::once(field.name).chain(field.also.iter().copied());
        if let Some(rank) = own.clone().position(|name| name == key) {
            return Some(rank);
        }
        let foreign = SAME.iter().position(|same| *same == (key, field.name));
        foreign.filter(|_| !self.knows(key)).map(|rank| own.count() + rank)
    }

    /// Zola's `[taxonomies]` holds tags and categories; ours stand at the top.
    fn lift_taxonomies(&mut self, entries: &mut Vec<Entry>) {
        let is_map = |entry: &Entry| matches!(entry.value.value, Value::Map(_));
        let at =
            entries.iter().position(|entry| &*entry.key == "taxonomies" && is_map(entry));
        let Some(at) = at else { return };
        let Value::Map(inner) = entries.remove(at).value.value else { return };
        for entry in inner {
            let mut fields = self.table.all();
            if fields.any(|field| self.rank(field, &entry.key).is_some()) {
                entries.push(entry);
            } else {
                self.report_lost(&entry);
            }
        }
    }

    /// Lists given under several names (`tags`, `categories`, `keywords`) become one.
    fn join_lists(&self, entries: &mut Vec<Entry>, name: &str) {
        let Some(field) = self.field(name) else { return };
        let named = |entry: &Entry| self.rank(field, &entry.key).is_some();
        let places: Vec<Span> =
            entries.iter().filter(|entry| named(entry)).map(|e| e.key_span).collect();
        let [first, _, ..] = places[..] else { return };
        let all = entries.iter().filter(|entry| named(entry));
        let mut all: Vec<Node> =
            all.flat_map(|entry| items(&entry.value, name)).collect();
        entries.retain_mut(|entry| {
            if entry.key_span == first {
                entry.key = name.into();
                entry.value.value = Value::List(std::mem::take(&mut all));
            }
            entry.key_span == first || !named(entry)
        });
    }

    /// Keeps the strongest of two names of one field; the other value is lost unless it is
    /// the same.
    fn drop_seconds(&mut self, entries: &mut Vec<Entry>) {
        for name in TWICE {
            let Some(field) = self.field(name) else { continue };
            let named = entries
                .iter()
                .filter_map(|entry| Some((self.rank(field, &entry.key)?, entry)));
            let Some((_, kept)) = named.min_by_key(|(rank, _)| *rank) else { continue };
            let kept = kept.clone();
            entries.retain(|entry| {
                let named = self.rank(field, &entry.key).is_some();
                if !named || entry.key_span == kept.key_span {
                    return true;
                }
                if entry.value.text() != kept.value.text() {
                    self.report_second(entry, &kept);
                }
                false
            });
        }
    }

    fn rename(&self, entries: &mut [Entry]) {
        for entry in entries {
            let same = SAME.iter().find(|(theirs, _)| *theirs == &*entry.key);
            let Some((theirs, ours)) = same else { continue };
            if self.knows(ours) && !self.knows(theirs) {
                entry.key = (*ours).into();
            }
        }
    }

    fn drop_meaningless(&mut self, entries: &mut Vec<Entry>) {
        entries.retain(|entry| {
            if let Some(ours) = self.ours(&entry.key) {
                self.report_ours(entry, ours);
                return false;
            }
            let foreign = NO_MEANING.contains(&&*entry.key) && !self.knows(&entry.key);
            let lost = foreign || self.is_foreign_type(entry);
            if lost {
                self.report_lost(entry);
            }
            !lost
        });
    }

    /// Hugo's `type` names a folder of layouts (`posts`), not a sort of text.
    fn is_foreign_type(&self, entry: &Entry) -> bool {
        let word = entry.value.text().unwrap_or_default();
        &*entry.key == "type"
            && ["article", "blog", "note", "page", "post", "posts"].contains(&word)
            && self.field("type").is_none_or(|field| !takes((field.shape)(), word))
    }

    /// What a field that nobody but its writer knows would be here.
    fn ours(&self, key: &str) -> Option<&'static str> {
        let (_, ours) = OURS.iter().find(|(theirs, _)| *theirs == key)?;
        (!self.knows(key) && self.knows(ours)).then_some(*ours)
    }

    fn report_ours(&mut self, entry: &Entry, ours: &str) {
        let message = format!("unknown field `{}` in {}", entry.key, self.table.kind);
        self.diags.push(
            Diagnostic::new(codes::UNKNOWN_FIELD, entry.key_span, message)
                .help(format!("if it is what `{ours}` is here, write `{ours}:`"))
                .help("else put it under `extra:`, where your templates may read it"),
        );
    }

    fn report_lost(&mut self, entry: &Entry) {
        let message = format!("`{}` has no meaning here and is left out", entry.key);
        self.diags.push(
            Diagnostic::new(codes::FOREIGN_FIELD, entry.key_span, message)
                .note("it tells another generator how to build the page")
                .help("take the line out, or put it under `extra:` for your templates"),
        );
    }

    fn report_second(&mut self, entry: &Entry, kept: &Entry) {
        let message =
            format!("`{}` is left out, because `{}` is given", entry.key, kept.key);
        self.diags.push(
            Diagnostic::new(codes::FOREIGN_FIELD, entry.key_span, message)
                .also(kept.key_span, "this one is used")
                .note("the two are one field here")
                .help("take one of the lines out"),
        );
    }
}

/// Whether a field of this shape takes `word`.
fn takes(shape: Shape, word: &str) -> bool {
    matches!(shape, Shape::Words(choices) if choices.iter().any(|one| one.word == word))
}

/// The items of a list, however it is written; a text of tags is split as [`Tags`] splits it.
///
/// [`Tags`]: crate::content::values::Tags
fn items(node: &Node, name: &str) -> Vec<Node> {
    match &node.value {
        Value::List(items) => items.clone(),
        Value::Null => Vec::new(),
        Value::Text(text) if name == "tags" => {
            let item = |word: &str| Node {
                span: node.span,
                value: Value::Text(Text { text: word.into(), plain: text.plain }),
            };
            split_tags(&text.text).map(item).collect()
        }
        _ => vec![node.clone()],
    }
}
