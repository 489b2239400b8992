//! The words of all documents, in parts that several threads make and that the next build has again.
//!
//! A part is of some hundred documents, and knows for each shard which of them has which word, packed into bytes. A
//! shard is joined of what all parts have for it. What was read of the edition for a part is kept with it: as long as
//! that is the same, so are its words. After an edit of one text only its part is read, and only shards of which
//! a part has other words than before are joined again.

use super::findable::Findable;
use super::packed::{PackedShards, PackedWords, push_number};
use super::postings::{Posting, PostingWriter, WordPlace};
use super::told::{ClaimWords, DocumentReader, Listener};
use super::words::{WordReader, shard_of};
use crate::files::TextFiles;
use crate::keys::{Key, KeyHasher};
use crate::model::{Directory, Item, Notes, Publication};
use foldhash::HashMap;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

/// What words are read from.
#[derive(Clone, Copy)]
pub struct WordSource<'s> {
    /// What is published.
    pub publication: &'s Publication<'s>,
    /// What can be read of it.
    pub directory: &'s Directory,
    /// The texts.
    pub texts: &'s TextFiles,
    /// The key of the site's settings.
    pub settings: Key,
    /// What readers see of a claim's status.
    pub claim_status: ClaimWords,
}

/// So many documents are in a part.
const IN_PART: usize = 256;

/// The words of some documents.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct WordPart {
    /// The key of which documents these are, and of how their words are parted.
    of: Key,
    /// The names of all that was read for it.
    reads: Vec<Key>,
    /// The key of what was found there.
    found: Key,
    /// For each shard, its words in order.
    words: PackedShards,
}

/// The words of all documents.
#[derive(Debug, Clone, Default)]
pub struct WordParts {
    parts: Vec<Arc<WordPart>>,
    /// Whether any of them is not of the last build.
    has_news: bool,
}

impl WordParts {
    /// The words of all that is published. Of the `last` build's parts those serve again of which all that was read is
    /// the same.
    pub fn of(source: WordSource<'_>, last: &WordParts) -> Self {
        let findable = Findable::of(&source.publication.edition());
        let last_parts: HashMap<Key, &Arc<WordPart>> =
            last.parts.iter().map(|part| (part.of, part)).collect();
        let found = FoundKeys::of(source.directory);
        let part = |notes: &mut Notes, items: &[Item]| {
            let of = key_of_part(source, &findable, items);
            let same = last_parts.get(&of);
            let same = same.filter(|part| found.at(&part.reads) == Some(part.found));
            match same {
                Some(same) => (Arc::clone(same), false),
                None => {
                    let part = WordPart::new(of, items, &findable, source, notes);
                    (Arc::new(part), true)
                }
            }
        };
        let chunks = findable.items.par_chunks(IN_PART);
        let made: Vec<_> = chunks.map_init(Notes::default, part).collect();
        let has_news = made.len() != last.parts.len() || made.iter().any(|one| one.1);
        WordParts { parts: made.into_iter().map(|one| one.0).collect(), has_news }
    }

    /// Whether anything of it is not of the last build.
    pub fn has_news(&self) -> bool {
        self.has_news
    }

    /// The words as they are kept for another process.
    pub fn bytes(&self) -> Vec<u8> {
        let parts: Vec<&WordPart> = self.parts.iter().map(|part| &**part).collect();
        // All of it is of the kinds that can be written.
        postcard::to_allocvec(&parts).unwrap_or_default()
    }

    /// The words that were kept as `bytes`; none where these are damaged.
    pub fn read(bytes: &[u8]) -> Self {
        let parts: Vec<WordPart> = postcard::from_bytes(bytes).unwrap_or_default();
        let parts = parts.into_iter().map(Arc::new).collect();
        WordParts { parts, has_news: false }
    }

    /// The key of all that a shard's words are made from.
    pub fn shard_key(&self, shard: usize) -> Key {
        let mut hasher = KeyHasher::new();
        self.parts.iter().for_each(|part| part.words.of(shard).hash(&mut hasher));
        hasher.key()
    }

    /// The words of a shard in order, each with its postings as a line of letters.
    pub(super) fn shard(&self, shard: usize) -> BTreeMap<&str, String> {
        let mut lines: HashMap<&str, PostingWriter> = HashMap::default();
        for (number, part) in self.parts.iter().enumerate() {
            let first = (number * IN_PART) as u32;
            let mut unpacked = PackedWords::of(part.words.of(shard));
            while let Some((word, count)) = unpacked.word() {
                let line = lines.entry(word).or_default();
                for _ in 0..count {
                    line.add(unpacked.posting().behind(first));
                }
            }
        }
        lines.into_iter().map(|(word, writer)| (word, writer.line)).collect()
    }
}

/// The key of which documents a part is of, and of how their words are parted.
fn key_of_part(source: WordSource<'_>, findable: &Findable, items: &[Item]) -> Key {
    let edition = source.publication.edition();
    let mut hasher = KeyHasher::new();
    (source.settings, findable.shards(), findable.letters()).hash(&mut hasher);
    items.iter().for_each(|item| edition.address(*item).hash(&mut hasher));
    hasher.key()
}

/// The keys of all that can be read, by name.
struct FoundKeys(HashMap<Key, Key>);

impl FoundKeys {
    fn of(directory: &Directory) -> Self {
        let Directory { names, keys } = directory;
        FoundKeys(names.iter().copied().zip(keys.iter().copied()).collect())
    }

    /// The key of what is found under these names; `None` where one of them is gone.
    fn at(&self, names: &[Key]) -> Option<Key> {
        let mut hasher = KeyHasher::new();
        for name in names {
            self.0.get(name)?.hash(&mut hasher);
        }
        Some(hasher.key())
    }
}

/// The documents of a part that have a word.
#[derive(Debug, Default)]
struct WordPostings {
    postings: Vec<Posting>,
    /// How often it stands in the text of the last of them.
    often: u8,
}

/// So often stands a word in a text that stands there often.
const OFTEN: u8 = 3;

impl WordPostings {
    fn add(&mut self, document: u32, standing: WordPlace) {
        match self.postings.last_mut().filter(|last| last.document() == document) {
            None => {
                self.postings.push(Posting::new(document, standing));
                self.often = u8::from(standing == WordPlace::Text);
            }
            Some(last) if standing == WordPlace::Text => {
                self.often = self.often.saturating_add(1);
                if self.often == OFTEN {
                    *last = last.raised(WordPlace::Often);
                }
            }
            Some(last) => *last = last.raised(standing),
        }
    }
}

/// Gathers the words of documents.
#[derive(Default)]
struct WordGatherer {
    words: HashMap<Box<str>, WordPostings>,
    reader: WordReader,
    /// The number of the document that is read.
    document: u32,
}

impl WordGatherer {
    fn gather(&mut self, text: &str, place: WordPlace) {
        let WordGatherer { words, reader, document } = self;
        reader.read(text, &mut |word| match words.get_mut(word) {
            Some(postings) => postings.add(*document, place),
            None => words.entry(word.into()).or_default().add(*document, place),
        });
    }
}

impl Listener for WordGatherer {
    fn name(&mut self, name: &str) {
        self.gather(name, WordPlace::Name);
    }

    fn head(&mut self, words: &str) {
        self.gather(words, WordPlace::Head);
    }

    fn text(&mut self, text: &str) {
        self.gather(text, WordPlace::Text);
    }
}

impl WordPart {
    fn new(
        of: Key,
        items: &[Item],
        findable: &Findable,
        source: WordSource<'_>,
        notes: &mut Notes,
    ) -> Self {
        let mut gatherer = WordGatherer::default();
        let reader = DocumentReader {
            edition: source.publication.noting(notes),
            claim_status: source.claim_status,
        };
        for (document, item) in (0..).zip(items) {
            gatherer.document = document;
            reader.tell(*item, source.texts, &mut gatherer);
        }
        let Directory { names, keys } = source.directory;
        let mut hasher = KeyHasher::new();
        let name = |read: usize| {
            keys[read].hash(&mut hasher);
            names[read]
        };
        let reads = notes.take_reads().into_iter().map(|read| read.index());
        let reads = reads.map(name).collect();
        let words = packed(gatherer.words, findable);
        WordPart { of, reads, found: hasher.key(), words }
    }
}

/// Words with their postings, parted into shards.
fn packed(words: HashMap<Box<str>, WordPostings>, findable: &Findable) -> PackedShards {
    let (shards, letters) = (findable.shards(), findable.letters());
    let mut of_shards: Vec<Vec<u8>> = vec![Vec::new(); shards];
    for (word, WordPostings { postings, .. }) in
        words.into_iter().collect::<BTreeMap<_, _>>()
    {
        let bytes = &mut of_shards[shard_of(&word, letters, shards as u32) as usize];
        push_number(word.len() as u32, bytes);
        bytes.extend_from_slice(word.as_bytes());
        push_number(postings.len() as u32, bytes);
        postings.iter().for_each(|posting| push_number(posting.number(), bytes));
    }
    PackedShards::new(&of_shards)
}
