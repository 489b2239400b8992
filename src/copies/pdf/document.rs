//! The objects of a file by number, and its pages.

use super::filters;
use super::lexer::{Lexer, is_space};
use super::object::{ByteRange, PdfRecord, PdfValue};
use crate::copies::transcript::{LARGEST, Unread};
use foldhash::{HashMap, HashSet};
use std::cell::Cell;

/// A file, with where its objects are.
pub(super) struct PdfFile<'b> {
    bytes: &'b [u8],
    objects: HashMap<u32, PdfValue>,
    root: PdfValue,
    /// How many bytes may still be unpacked.
    room: Cell<usize>,
}

/// A page with what it has from those above it.
pub(super) struct PageObject<'d> {
    pub(super) page: &'d PdfValue,
    pub(super) resources: &'d PdfValue,
}

/// A reference may lead to a reference so often.
const MOST_STEPS: usize = 16;

/// So many objects are read.
const MOST_OBJECTS: usize = 2_000_000;

impl<'b> PdfFile<'b> {
    /// Finds every object of a file. The last of a number holds.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unread> {
        let mut document = PdfFile {
            bytes,
            objects: HashMap::default(),
            root: PdfValue::Null,
            room: Cell::new(LARGEST),
        };
        let mut at = 0;
        while let Some(found) = memchr::memmem::find(&bytes[at..], b"obj") {
            let word = at + found;
            at = word + b"obj".len();
            let Some(number) = number_before(bytes, word) else { continue };
            let (object, end) = object_at(bytes, at);
            at = end.max(at);
            document.keep(number, object)?;
            if document.objects.len() > MOST_OBJECTS {
                return Err(Unread::TooLarge);
            }
        }
        for at in memchr::memmem::find_iter(bytes, b"trailer") {
            let trailer = Lexer::new(bytes, at + b"trailer".len()).next();
            document.keep_trailer(trailer.as_ref().and_then(PdfValue::record))?;
        }
        if document.objects.is_empty() {
            return Err(Unread::Damaged("it holds nothing that a PDF is made of"));
        }
        Ok(document)
    }

    fn keep(&mut self, number: u32, object: PdfValue) -> Result<(), Unread> {
        if let PdfValue::Stream(record, source) = &object {
            if record.is("XRef") {
                self.keep_trailer(Some(record))?;
            } else if record.is("ObjStm") {
                let packed = self.packed_objects(record, source);
                self.objects.extend(packed);
            }
        }
        self.objects.insert(number, object);
        Ok(())
    }

    /// Keeps what the end of the file says: where the pages are, and whether it is locked.
    fn keep_trailer(&mut self, record: Option<&PdfRecord>) -> Result<(), Unread> {
        let Some(record) = record else { return Ok(()) };
        if *record.get("Encrypt") != PdfValue::Null {
            return Err(Unread::Encrypted);
        }
        if *record.get("Root") != PdfValue::Null {
            self.root = record.get("Root").clone();
        }
        Ok(())
    }

    /// The objects that are packed in a stream.
    fn packed_objects(
        &self,
        record: &PdfRecord,
        source: &ByteRange,
    ) -> Vec<(u32, PdfValue)> {
        let Some(bytes) = self.unpacked(record, source) else { return Vec::new() };
        let (count, first) = (record.get("N").index(), record.get("First").index());
        let (Some(count), Some(first)) = (count, first) else { return Vec::new() };
        let mut head = Lexer::new(&bytes, 0);
        let mut found = Vec::new();
        for _ in 0..count.min(MOST_OBJECTS) {
            let (Some(number), Some(offset)) = (head.next(), head.next()) else { break };
            let (Some(number), Some(offset)) = (number.index(), offset.index()) else {
                break;
            };
            if let Some(object) = Lexer::new(&bytes, first + offset).next() {
                found.push((number as u32, object));
            }
        }
        found
    }

    /// The bytes of a stream, unpacked.
    pub(super) fn unpacked(
        &self,
        record: &PdfRecord,
        source: &ByteRange,
    ) -> Option<Vec<u8>> {
        let packed = self.bytes.get(source.clone())?;
        let found = filters::unpacked(record, packed, self.room.get())?;
        self.room.set(self.room.get().saturating_sub(found.len()));
        Some(found)
    }

    /// Whether so much was unpacked that nothing more is.
    pub(super) fn is_spent(&self) -> bool {
        self.room.get() == 0
    }

    /// Every record, in no order.
    pub(super) fn records(&self) -> impl Iterator<Item = &PdfRecord> {
        self.objects.values().filter_map(PdfValue::record)
    }

    /// Every stream, in no order: its record, and where its bytes are.
    pub(super) fn streams(&self) -> impl Iterator<Item = (&PdfRecord, &ByteRange)> {
        self.objects.values().filter_map(|object| match object {
            PdfValue::Stream(record, source) => Some((record, source)),
            _ => None,
        })
    }

    /// What a value is: what it refers to, where it is a reference.
    pub(super) fn at<'d>(&'d self, object: &'d PdfValue) -> &'d PdfValue {
        let mut object = object;
        for _ in 0..MOST_STEPS {
            let PdfValue::Reference(number) = object else { return object };
            object = self.objects.get(number).unwrap_or(&PdfValue::Null);
        }
        &PdfValue::Null
    }

    /// The value of a name in a record, whatever it refers to.
    pub(super) fn get<'d>(&'d self, record: &'d PdfRecord, name: &str) -> &'d PdfValue {
        self.at(record.get(name))
    }

    /// The record at the root of all.
    pub(super) fn catalog(&self) -> Option<&PdfRecord> {
        self.at(&self.root).record().or_else(|| {
            let records =
                self.objects.iter().filter_map(|(n, one)| Some((n, one.record()?)));
            let catalogs = records.filter(|(_, record)| record.is("Catalog"));
            catalogs.max_by_key(|(number, _)| **number).map(|(_, record)| record)
        })
    }

    /// The pages in their order, each with what it has from those above it.
    pub(super) fn pages(&self, most: usize) -> Vec<PageObject<'_>> {
        let tree = self.catalog().map(|catalog| catalog.get("Pages"));
        let mut open: Vec<(&PdfValue, &PdfValue)> =
            tree.map(|tree| (tree, &PdfValue::Null)).into_iter().collect();
        let mut seen: HashSet<u32> = HashSet::default();
        let mut pages = Vec::new();
        while let Some((object, above)) = open.pop() {
            if let PdfValue::Reference(number) = object
                && !seen.insert(*number)
            {
                continue;
            }
            let node = self.at(object);
            let Some(record) = node.record() else { continue };
            let resources = match record.get("Resources") {
                PdfValue::Null => above,
                own => own,
            };
            let kids = self.get(record, "Kids").list();
            if kids.is_empty() && !record.is("Pages") {
                pages.push(PageObject { page: node, resources });
                if pages.len() >= most {
                    break;
                }
            }
            open.extend(kids.iter().rev().map(|kid| (kid, resources)));
        }
        if pages.is_empty() { self.stray_pages(most) } else { pages }
    }

    /// The pages of a file in which nothing leads to them, by their numbers.
    fn stray_pages(&self, most: usize) -> Vec<PageObject<'_>> {
        let is_page =
            |object: &&PdfValue| object.record().is_some_and(|one| one.is("Page"));
        let mut numbers: Vec<&u32> = self.objects.keys().collect();
        numbers.sort_unstable();
        let all = numbers.into_iter().filter_map(|number| self.objects.get(number));
        let pages = all.filter(is_page).take(most).map(|page| PageObject {
            page,
            resources: page.record().map_or(&PdfValue::Null, |one| one.get("Resources")),
        });
        pages.collect()
    }
}

/// The number of the object of which `obj` stands at a byte: `12 0 obj`.
fn number_before(bytes: &[u8], word: usize) -> Option<u32> {
    let from = word.saturating_sub(24);
    let text = std::str::from_utf8(bytes.get(from..word)?).ok();
    let text = text.map_or_else(|| last_ascii(&bytes[from..word]), str::to_owned);
    let mut words = text.split_ascii_whitespace().rev();
    let generation = words.next()?;
    let number = words.next()?;
    let is_apart = text.ends_with(|c: char| c.is_ascii_whitespace());
    let digits = number
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(number, |at| &number[at + 1..]);
    (is_apart && generation.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// The ASCII at the end of some bytes.
fn last_ascii(bytes: &[u8]) -> String {
    let start = bytes.iter().rposition(|byte| !byte.is_ascii()).map_or(0, |at| at + 1);
    String::from_utf8_lossy(&bytes[start..]).into_owned()
}

/// The object that begins at a byte, with the bytes that belong to it, and where it ends.
fn object_at(bytes: &[u8], at: usize) -> (PdfValue, usize) {
    let mut lexer = Lexer::new(bytes, at);
    let Some(object) = lexer.next() else { return (PdfValue::Null, at) };
    let PdfValue::Record(record) = object else { return (object, lexer.at) };
    lexer.skip_space();
    let Some(rest) = bytes[lexer.at..].strip_prefix(b"stream") else {
        return (PdfValue::Record(record), lexer.at);
    };
    let start = bytes.len() - rest.len();
    let start = match rest {
        [b'\r', b'\n', ..] => start + 2,
        [b'\n' | b'\r', ..] => start + 1,
        _ => start,
    };
    let end = stream_end(bytes, start, record.get("Length").index());
    (PdfValue::Stream(record, start..end), end)
}

/// Where a stream ends that begins at a byte: where its length says, if `endstream` is there.
fn stream_end(bytes: &[u8], start: usize, length: Option<usize>) -> usize {
    const END: &[u8] = b"endstream";
    if let Some(end) = length.and_then(|length| start.checked_add(length))
        && let Some(behind) = bytes.get(end..)
    {
        let space = behind.iter().take_while(|byte| is_space(**byte)).take(4).count();
        if behind[space..].starts_with(END) {
            return end;
        }
    }
    let rest = &bytes[start.min(bytes.len())..];
    memchr::memmem::find(rest, END).map_or(bytes.len(), |at| start + at)
}
