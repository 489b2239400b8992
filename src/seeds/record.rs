//! A new record: what its kind requires, and what is useful as comments, from the field table.

use super::yaml;
use crate::content::Kind;
use crate::fields::{Field, Shape, Table};
use crate::letters;

/// A record to be written.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The values of its fields, by name.
    pub values: Vec<(&'static str, Vec<String>)>,
}

/// A field that has to be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedField {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub note: &'static str,
}

/// The fields without which a record of the kind can't be.
pub fn asked(kind: Kind) -> impl Iterator<Item = AskedField> {
    let required = kind.table().all().filter(|field| field.required);
    required.map(|field| AskedField { name: field.name, note: field.note.trim() })
}

/// The field that a title is for.
pub fn title_field(kind: Kind) -> &'static str {
    let names: Vec<&str> = kind.table().all().map(|field| field.name).collect();
    let found = ["title", "name", "text"].into_iter().find(|name| names.contains(name));
    found.unwrap_or("title")
}

/// The names of fields that most records of a kind have in the end, where that is known. The rest is in the reference.
fn useful(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Article => &[
            "summary",
            "authors",
            "type",
            "countries",
            "locations",
            "sources",
            "claims",
            "dates",
            "tags",
            "image",
        ],
        Kind::Country => &["title", "summary", "response", "sources", "dates"],
        Kind::Location => &[
            "city",
            "lat",
            "lon",
            "precision",
            "publish",
            "kind",
            "status",
            "operator",
            "sources",
        ],
        Kind::Source => &[
            "title",
            "type",
            "by",
            "in",
            "publisher",
            "date",
            "lang",
            "url",
            "archive",
            "role",
            "original",
            "based_on",
            "quotes",
        ],
        Kind::Entity => &["names", "part_of", "country", "role", "sources"],
        Kind::Claim => &[
            "about",
            "parties",
            "made_by",
            "basis",
            "sources",
            "contrary",
            "responses",
            "right_of_reply",
        ],
        Kind::Page => &["summary", "updated", "sources"],
        #[allow(unreachable_patterns, reason = "there is no other kind yet")]
        _ => &[],
    }
}

impl NewRecord {
    /// Where its file lies, below the site's folder.
    pub fn path(&self) -> String {
        let ending = if self.kind.is_text() { "md" } else { "yaml" };
        format!("content/{}/{}.{ending}", self.kind.folder(), self.id)
    }

    /// What stands in its file.
    pub fn text(&self) -> String {
        if !self.kind.is_text() {
            return format!("{}:\n{}", yaml::scalar(&self.id), self.fields("  "));
        }
        let fields = self.fields("");
        let draft = if self.kind == Kind::Article { DRAFT } else { "" };
        format!("---\n{fields}{draft}---\n\nWrite here.\n")
    }

    /// Its fields: those that have a value in the order of the table, then what may be added.
    fn fields(&self, indent: &str) -> String {
        let table = self.kind.table();
        let value_of = |field: &Field| {
            let given = self.values.iter().find(|(name, _)| *name == field.name);
            given.map(|(_, values)| values.as_slice())
        };
        let given = table.all().filter_map(|field| {
            let value = yaml::written(&(field.shape)(), value_of(field)?);
            Some(format!("{indent}{}: {value}\n", field.name))
        });
        let useful = useful_fields(self.kind);
        let open = useful.into_iter().filter(|field| value_of(field).is_none());
        let open = open.map(|field| format!("{indent}# {}\n", line(field)));
        given.chain(open).collect()
    }
}

/// The fields that stand in a new record as comments: those that are called useful, else all that are the kind's own.
fn useful_fields(kind: Kind) -> Vec<&'static Field> {
    let table = kind.table();
    match useful(kind) {
        [] => table.fields.iter().filter(|field| field.name != "id").collect(),
        names => names.iter().filter_map(|name| find(table, name)).collect(),
    }
}

/// What keeps a new article from readers.
const DRAFT: &str = "draft: true # Take this line out, and readers see the article.\n";

fn find(table: &Table, name: &str) -> Option<&'static Field> {
    table.all().find(|field| field.name == name)
}

/// `summary: …  # The standfirst; used in lists, feeds and meta tags.`
fn line(field: &Field) -> String {
    let shape = (field.shape)();
    let note = field.note.trim();
    let words = match choices(&shape) {
        Some(words) => format!(" One of: {}.", words.join(", ")),
        None => String::new(),
    };
    format!("{}: {} # {note}{words}", field.name, shape.blank(false))
}

/// The words of a field, where they are few enough to be read.
fn choices(shape: &Shape) -> Option<Vec<&'static str>> {
    match shape {
        Shape::Words(words) if (3..=9).contains(&words.len()) => {
            Some(words.iter().map(|choice| choice.word).collect())
        }
        Shape::Either(shapes) => shapes.iter().find_map(choices),
        Shape::ListOf(shape) => choices(shape),
        _ => None,
    }
}

/// So long is an id at most that is made of words.
const LONGEST_ID: usize = 48;

impl NewRecord {
    /// An id made of what the record is called, and not taken yet.
    pub fn free_id(kind: Kind, words: &str, is_taken: impl Fn(&str) -> bool) -> String {
        let stem = match kind {
            Kind::Country => words.to_ascii_lowercase(),
            _ => shortened(&letters::slug(words)),
        };
        let stem = if stem.is_empty() { kind.word().to_owned() } else { stem };
        let numbered = (2..).map(|n: u32| format!("{stem}-{n}"));
        let mut all = std::iter::once(stem.clone()).chain(numbered);
        all.find(|id| !is_taken(id)).unwrap_or(stem)
    }
}

/// As many whole words of a slug as an id may have.
fn shortened(slug: &str) -> String {
    if slug.len() <= LONGEST_ID {
        return slug.to_owned();
    }
    let cut = &slug[..slug.floor_char_boundary(LONGEST_ID)];
    cut.rsplit_once('-').map_or(cut, |(whole, _)| whole).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{self, ParseCache};
    use crate::diag::Diagnostics;
    use crate::files::{FilePath, Memory, scan};

    fn record(kind: Kind, values: &[(&'static str, &str)]) -> NewRecord {
        let values =
            values.iter().map(|(name, value)| (*name, vec![(*value).to_owned()]));
        NewRecord { kind, id: "ie/one".into(), values: values.collect() }
    }

    /// What reading the file of a record says.
    fn said(record: &NewRecord) -> Vec<String> {
        let mut files = Memory::default();
        let path = FilePath::new(&record.path()).unwrap();
        files.insert(path, record.text().into_bytes());
        let texts = scan(&files).unwrap();
        let mut diags = Diagnostics::default();
        let parsed = content::parse(&texts, &ParseCache::default(), &mut diags);
        parsed.records.documents(&parsed.kept, &texts, &mut diags);
        diags.sorted().into_iter().map(|one| one.message).collect()
    }

    #[test]
    fn a_record_with_what_is_required_is_read_without_a_word() {
        let all = [
            record(
                Kind::Article,
                &[("title", "Dublin: an office"), ("date", "2022-10-27")],
            ),
            record(Kind::Country, &[]),
            record(Kind::Location, &[("name", "An office"), ("country", "no")]),
            record(Kind::Source, &[("url", "https://example.org/a?b=c#d")]),
            record(
                Kind::Entity,
                &[
                    ("name", "A body"),
                    ("schema", "PublicBody"),
                    ("privacy", "public-body"),
                ],
            ),
            record(Kind::Claim, &[("text", "It is so."), ("status", "alleged")]),
            record(Kind::Page, &[("title", "About \"us\"")]),
        ];
        for record in all {
            assert_eq!(said(&record), [""; 0], "{}", record.text());
            let required: Vec<_> = asked(record.kind).map(|one| one.name).collect();
            for name in required {
                assert!(record.text().contains(&format!("{name}: ")), "{name}");
            }
        }
    }

    #[test]
    fn what_is_useful_is_a_comment_with_what_it_means() {
        let text =
            record(Kind::Article, &[("title", "A"), ("date", "2022"), ("tags", "x")])
                .text();
        let expected =
            "# summary: … # The standfirst; used in lists, feeds and meta tags.\n";
        assert!(text.contains(expected), "{text}");
        assert!(text.contains("tags: [x]\n") && !text.contains("# tags:"), "{text}");
        assert!(text.contains("One of: report, explainer, analysis, opinion, brief.\n"));
    }

    #[test]
    fn what_is_called_useful_is_in_the_table() {
        for kind in Kind::ALL {
            for name in useful(*kind) {
                assert!(find(kind.table(), name).is_some(), "{} {name}", kind.word());
            }
        }
    }

    #[test]
    fn an_id_is_made_of_the_words_and_free() {
        let free = |words, taken: &[&str]| {
            NewRecord::free_id(Kind::Article, words, |id| taken.contains(&id))
        };
        assert_eq!(free("Dublin: an office", &[]), "dublin-an-office");
        assert_eq!(free("Dublin", &["dublin", "dublin-2"]), "dublin-3");
        assert_eq!(free("!?", &[]), "article");
        let long =
            "an article with a title that has many more words than an id should have";
        assert_eq!(free(long, &[]), "an-article-with-a-title-that-has-many-more");
    }
}
