//! The index that readers search, as scripts.

use crate::diag::Diagnostic;
use crate::files::{OutPath, TextFiles};
use crate::keys::Key;
use crate::model::{Edition, Item, Notes, Publication};
use crate::output::planned::{MakeBody, PlannedFile};
use crate::output::text::text;
use crate::output::{Body, Made};
use crate::render::status_label;
use crate::routes::SearchFile;
use crate::search::{
    Findable, FoundIn, card_shards, cards_script, documents_script, index_script,
    words_script,
};
use std::sync::{Arc, Mutex, PoisonError};

/// Every script of the index, where the site has one.
pub(super) fn files<'s>(
    publication: &'s Publication<'s>,
    _: &Arc<[OutPath]>,
) -> Vec<PlannedFile<'s>> {
    if !publication.config().search {
        return Vec::new();
    }
    let findable = Findable::of(&publication.edition());
    let index =
        Arc::new(SearchScripts { publication, findable, free_notes: Mutex::default() });
    let mut files = vec![index.of_all(SearchFile::Index, index_script)];
    for shard in 0..index.findable.shards() {
        files.push(words(shard));
    }
    for (number, items) in index.findable.files().enumerate() {
        let make = move |items: &[Item], of: FoundIn<'_>, texts: &_| {
            documents_script(number, items, of, texts)
        };
        files.push(index.of_some(SearchFile::Documents(number), items.into(), make));
    }
    let cards = card_shards(index.found_in(publication.edition()));
    for (shard, items) in cards.into_iter().enumerate() {
        let make =
            move |items: &[Item], of: FoundIn<'_>, _: &_| cards_script(shard, items, of);
        files.push(index.of_some(SearchFile::Cards(shard), items, make));
    }
    files
}

/// A shard of words.
fn words<'s>(shard: usize) -> PlannedFile<'s> {
    let body: MakeBody<'s> = Box::new(move |context| {
        let words = Arc::clone(&context.words);
        let key = words.shard_key(shard);
        let make = move || {
            let bytes = words_script(shard, &words);
            Ok(Made { bytes, reads: Vec::new() })
        };
        Body::Job(key, Box::new(make))
    });
    let path = SearchFile::Words(shard).address();
    PlannedFile { path, gives_way: false, body }
}

/// What the scripts of an index share.
struct SearchScripts<'s> {
    publication: &'s Publication<'s>,
    findable: Findable,
    /// Notes that no script is being made with.
    free_notes: Mutex<Vec<Notes>>,
}

impl<'s> SearchScripts<'s> {
    fn found_in<'c>(&'c self, edition: Edition<'c>) -> FoundIn<'c> {
        FoundIn { edition, findable: &self.findable, claim_status: status_label }
    }

    /// A script that is made from all that can be found. To note each of it for each shard would take longer than to make
    /// it.
    fn of_all(
        self: &Arc<Self>,
        file: SearchFile,
        make: impl Fn(FoundIn<'_>) -> Vec<u8> + Send + Sync + 's,
    ) -> PlannedFile<'s> {
        let index = Arc::clone(self);
        let body: MakeBody<'s> = Box::new(move |context| {
            let job = move || {
                index.noting(|edition| {
                    edition.note_all_words();
                    Ok(make(index.found_in(index.publication.edition())))
                })
            };
            Body::Job(context.settings, Box::new(job))
        });
        PlannedFile { path: file.address(), gives_way: false, body }
    }

    /// A script that is made from some items.
    fn of_some(
        self: &Arc<Self>,
        file: SearchFile,
        items: Vec<Item>,
        make: impl Fn(&[Item], FoundIn<'_>, &TextFiles) -> Vec<u8> + Send + Sync + 's,
    ) -> PlannedFile<'s> {
        let index = Arc::clone(self);
        let body: MakeBody<'s> = Box::new(move |context| {
            let texts = context.texts;
            let edition = index.publication.edition();
            let addresses = items.iter().map(|item| edition.address(*item));
            let key = Key::of(&(context.settings, addresses.collect::<Vec<_>>()));
            let job = move || {
                index.noting(|edition| {
                    let proses = items.iter().filter_map(|item| edition.prose(*item));
                    for prose in proses {
                        text(texts, prose)?;
                    }
                    Ok(make(&items, index.found_in(edition), texts))
                })
            };
            Body::Job(key, Box::new(job))
        });
        PlannedFile { path: file.address(), gives_way: false, body }
    }

    /// The bytes that `make` makes, with what it reads of the edition it is given.
    fn noting(
        &self,
        make: impl FnOnce(Edition<'_>) -> Result<Vec<u8>, Box<Diagnostic>>,
    ) -> Result<Made, Box<Diagnostic>> {
        let free = || self.free_notes.lock().unwrap_or_else(PoisonError::into_inner);
        let mut notes = free().pop().unwrap_or_default();
        let bytes = make(self.publication.noting(&notes));
        let reads = notes.take_reads();
        free().push(notes);
        Ok(Made { bytes: bytes?, reads })
    }
}
