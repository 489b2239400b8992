//! The words of all documents, in parts that several threads make.
//!
//! A part is of some hundred documents, and knows for each shard which of them has which word, packed into bytes. A
//! shard is joined of what all parts have for it. Whoever needs the parts first makes them, and whoever comes
//! then makes others of them, until none is left: nobody waits while there is something to do.

use super::findable::Findable;
use super::postings::{Posting, PostingWriter, WordPlace};
use super::told::{DocumentReader, Listener};
use super::words::{WordReader, shard_of};
use crate::files::TextFiles;
use foldhash::HashMap;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What words are read from.
pub(super) struct WordSource<'e> {
    pub(super) reader: DocumentReader<'e>,
    pub(super) texts: &'e TextFiles,
}

/// So many documents are in a part.
const IN_PART: usize = 256;

/// The words of some documents: for each shard, its words in order, packed.
#[derive(Debug)]
struct WordPart(Vec<Box<[u8]>>);

/// The words of all documents.
#[derive(Debug)]
pub struct WordParts {
    parts: Vec<OnceLock<WordPart>>,
    /// The first part that nobody has begun with.
    next: AtomicUsize,
}

impl WordParts {
    /// The words of so many documents, of which nothing is made yet.
    pub fn of(documents: &Findable) -> Self {
        let mut parts = Vec::new();
        parts.resize_with(documents.count().div_ceil(IN_PART), OnceLock::new);
        WordParts { parts, next: AtomicUsize::new(0) }
    }

    /// Sees to it that all are made.
    fn make(&self, documents: &Findable, source: &WordSource<'_>) {
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(part) = self.parts.get(number) else { break };
            part.get_or_init(|| WordPart::new(number, documents, source));
        }
        for part in &self.parts {
            part.wait();
        }
    }

    /// The words of a shard in order, each with its postings as a line of letters.
    pub(super) fn shard(
        &self,
        shard: usize,
        documents: &Findable,
        source: &WordSource<'_>,
    ) -> BTreeMap<&str, String> {
        self.make(documents, source);
        let mut lines: HashMap<&str, PostingWriter> = HashMap::default();
        for (number, part) in self.parts.iter().map(OnceLock::wait).enumerate() {
            let first = (number * IN_PART) as u32;
            let mut unpacked = PackedWords(&part.0[shard]);
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
    fn new(number: usize, documents: &Findable, source: &WordSource<'_>) -> Self {
        let items = documents.items.iter().skip(number * IN_PART).take(IN_PART);
        let mut gatherer = WordGatherer::default();
        for (document, item) in (0..).zip(items) {
            gatherer.document = document;
            source.reader.tell(*item, source.texts, &mut gatherer);
        }
        WordPart::packed(gatherer.words, documents)
    }

    fn packed(words: HashMap<Box<str>, WordPostings>, documents: &Findable) -> Self {
        let (shards, letters) = (documents.shards(), documents.letters());
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
        WordPart(of_shards.into_iter().map(Vec::into_boxed_slice).collect())
    }
}

/// Adds a number in groups of seven bits, the lowest first.
fn push_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 128 {
        bytes.push((number & 127 | 128) as u8);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// What is packed, as far as it is not read yet.
struct PackedWords<'b>(&'b [u8]);

impl<'b> PackedWords<'b> {
    /// The next word, and how many documents have it.
    fn word(&mut self) -> Option<(&'b str, u32)> {
        let length = (!self.0.is_empty()).then(|| self.number() as usize)?;
        let (word, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((std::str::from_utf8(word).ok()?, self.number()))
    }

    fn posting(&mut self) -> Posting {
        Posting::from_number(self.number())
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let [byte, rest @ ..] = self.0 {
            self.0 = rest;
            number |= u32::from(byte & 127) << shift;
            shift += 7;
            if *byte < 128 {
                break;
            }
        }
        number
    }
}
