//! What articles share: authors and tags, each once however often it is named.

use crate::config::Urls;
use crate::content::values::AuthorRecord;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::Spanned;
use crate::files::{OutPath, Span};
use crate::letters::{composed, own_word, same};
use crate::model::nouns::{Author, AuthorId, Tag, TagId};
use crate::routes;
use foldhash::HashMap;

/// Names that articles share, and the word that each has in addresses. A name is one with another where
/// they differ in the case of letters and the like only; two names of which one word would be made are
/// told, because the second's articles would stand under the first.
#[derive(Debug, Default)]
struct NameList {
    /// The number of each name.
    known: HashMap<String, u32>,
    /// Who has a word: its number.
    by_word: HashMap<String, u32>,
}

/// What became of a name.
enum NameEntry {
    /// It has this number.
    Known(u32),
    /// It is a new one, and has this word in its address.
    New(String),
    /// Another name, with this number, has the word that would be made of it.
    Met(u32),
}

impl NameList {
    /// What became of `name`; a new one gets the number `next`.
    fn name(&mut self, name: &str, next: usize) -> NameEntry {
        let same = same(name);
        if let Some(known) = self.known.get(&same) {
            return NameEntry::Known(*known);
        }
        let (word, number) = (own_word(name), next as u32);
        match self.by_word.get(&word) {
            Some(other) => {
                // It is told once.
                self.known.insert(same, *other);
                NameEntry::Met(*other)
            }
            None => {
                self.known.insert(same, number);
                self.by_word.insert(word.clone(), number);
                NameEntry::New(word)
            }
        }
    }
}

/// Reports two names of which one address would be made.
fn report_met(
    kind: &str,
    (first, first_place): (&str, Span),
    (second, second_place): (&str, Span),
    address: &OutPath,
    diags: &mut Diagnostics,
) {
    let message =
        format!("the {kind} `{first}` and `{second}` would have one page, `{address}`");
    diags.push(
        Diagnostic::new(codes::PATH_COLLISION, second_place, message)
            .also(first_place, format!("`{first}` is first named here"))
            .help("if the two are one, write the name the same way everywhere")
            .help("if not, tell them apart by a letter or a digit"),
    );
}

/// The authors met so far.
#[derive(Debug, Default)]
pub(super) struct Authors {
    pub(super) list: Vec<Author>,
    words: NameList,
}

impl Authors {
    /// The author of this name; what a later record adds is kept.
    pub(super) fn add(
        &mut self,
        record: &Spanned<AuthorRecord>,
        urls: Urls,
        diags: &mut Diagnostics,
    ) -> AuthorId {
        let (name, place) = (&record.name, record.span);
        let number = match self.words.name(name, self.list.len()) {
            NameEntry::Known(number) => number,
            NameEntry::New(word) => {
                self.list.push(Author {
                    name: composed(name).into_owned(),
                    url: None,
                    expertise: None,
                    address: routes::author(&word, urls),
                    place,
                });
                self.list.len() as u32 - 1
            }
            NameEntry::Met(other) => {
                let author = &self.list[other as usize];
                let first = (&*author.name, author.place);
                report_met("authors", first, (name, place), &author.address, diags);
                other
            }
        };
        let author = &mut self.list[number as usize];
        let url = record.url.as_ref().map(|url| url.as_str().to_owned());
        author.url = author.url.take().or(url);
        author.expertise = author.expertise.take().or(record.expertise.clone());
        AuthorId(number)
    }

    pub(super) fn take(&mut self) -> Vec<Author> {
        std::mem::take(&mut self.list)
    }
}

/// The tags met so far.
#[derive(Debug, Default)]
pub(super) struct Tags {
    pub(super) list: Vec<Tag>,
    words: NameList,
}

impl Tags {
    /// The tag of this name.
    pub(super) fn add(
        &mut self,
        name: &Spanned<String>,
        urls: Urls,
        diags: &mut Diagnostics,
    ) -> TagId {
        TagId(match self.words.name(name, self.list.len()) {
            NameEntry::Known(number) => number,
            NameEntry::New(word) => {
                let address = routes::tag(&word, urls);
                let (name, place) = (composed(name).into_owned(), name.span);
                self.list.push(Tag { name, address, place });
                self.list.len() as u32 - 1
            }
            NameEntry::Met(other) => {
                let tag = &self.list[other as usize];
                let first = (&*tag.name, tag.place);
                report_met("tags", first, (name, name.span), &tag.address, diags);
                other
            }
        })
    }

    pub(super) fn take(&mut self) -> Vec<Tag> {
        std::mem::take(&mut self.list)
    }
}
