//! TIFF (revision 6.0): a chain of tables, one for each page, that say where its pixels lie.
//!
//! Browsers don't show it, but scans are handed on in it. Everything in a TIFF is found by its place in the file, so it is
//! written anew: of each page the tags that its pixels need, and the pixels.

use super::format::CUT;
use super::jpeg;
use std::collections::BTreeSet;

/// Tags that say how the pixels of a page are coded, and which way up and how large they are shown.
const KEPT: [u16; 34] = [
    KIND,
    255,
    256,
    257,
    258,
    COMPRESSION,
    COLOURS,
    266,
    274,
    277,
    278,
    280,
    281,
    282,
    283,
    284,
    290,
    291,
    292,
    293,
    296,
    297,
    301,
    317,
    318,
    319,
    320,
    322,
    323,
    332,
    338,
    339,
    530,
    531,
];

/// Of the tags that are kept: colours of the page, as bytes of a form of their own.
const PROFILE: u16 = 34_675;
const RATIONALS: [u16; 2] = [529, 532];

const KIND: u16 = 254;
const COMPRESSION: u16 = 259;
const COLOURS: u16 = 262;
const TABLES_OF_JPEG: u16 = 347;

/// Where pixels lie and how long they are: in strips, and in tiles.
const PLACES: [(u16, u16); 2] = [(273, 279), (324, 325)];

/// Forms in which pixels may be compressed that hold nothing but pixels: none, those of fax, LZW, deflate, runs.
const PLAIN: [u32; 8] = [1, 2, 3, 4, 5, 8, 32_773, 32_946];
const JPEG: u32 = 7;

/// Colours as pictures have them. What a camera's sensor saw has others.
const SHOWN: [u32; 8] = [0, 1, 2, 3, 4, 5, 6, 8];

/// Types of values.
const SHORT: u16 = 3;
const LONG: u16 = 4;
const BYTES: u16 = 7;

/// One tag of a page.
struct TiffTag<'b> {
    tag: u16,
    kind: u16,
    count: u32,
    value: &'b [u8],
}

struct Tiff<'b> {
    bytes: &'b [u8],
    is_little: bool,
}

/// The picture with the pixels of its pages and no more; nothing where it holds what can't be told from metadata.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Option<Vec<u8>>, &'static str> {
    let tiff = Tiff { bytes, is_little: bytes.starts_with(b"II") };
    let mut out = bytes.get(..4).ok_or(CUT)?.to_vec();
    out.extend([0; 4]);
    let (mut link, mut at, mut seen) = (4, tiff.long_at(4)?, BTreeSet::new());
    while at != 0 {
        if !seen.insert(at) {
            return Err("its pages go round in a circle");
        }
        let (page, next) = tiff.page(at)?;
        at = next;
        let is_preview = tiff.number(&page, KIND).unwrap_or(0) & 1 == 1;
        if is_preview && seen.len() > 1 {
            continue;
        }
        // A camera's own form has a preview first.
        let colours = tiff.number(&page, COLOURS);
        if is_preview || !colours.is_some_and(|one| SHOWN.contains(&one)) {
            return Ok(None);
        }
        let Some(parts) = tiff.pixels(&page)? else { return Ok(None) };
        link = tiff.put(&mut out, link, &page, &parts)?;
        if out.len() > bytes.len().saturating_mul(2) {
            return Err("its parts lie upon each other");
        }
    }
    if link == 4 { Err("it has no page") } else { Ok(Some(out)) }
}

impl<'b> Tiff<'b> {
    fn short_at(&self, at: usize) -> Result<u16, &'static str> {
        let bytes = *self.bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or(CUT)?;
        Ok(if self.is_little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    fn long_at(&self, at: usize) -> Result<u32, &'static str> {
        let bytes = *self.bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or(CUT)?;
        Ok(if self.is_little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    /// The table at a place, and where the next is.
    fn page(&self, at: u32) -> Result<(Vec<TiffTag<'b>>, u32), &'static str> {
        let at = at as usize;
        let end = at + 2 + 12 * usize::from(self.short_at(at)?);
        let mut page = Vec::new();
        for at in (at + 2..end).step_by(12) {
            page.extend(self.entry(at)?);
        }
        page.sort_by_key(|entry| entry.tag);
        page.dedup_by_key(|entry| entry.tag);
        // Some programs leave out that there is no other.
        Ok((page, self.long_at(end).unwrap_or(0)))
    }

    /// The tag at a place, if its value is of a type that is known.
    fn entry(&self, at: usize) -> Result<Option<TiffTag<'b>>, &'static str> {
        let (tag, kind, count) =
            (self.short_at(at)?, self.short_at(at + 2)?, self.long_at(at + 4)?);
        let Some(size) = size(kind) else { return Ok(None) };
        let length = (count as usize).saturating_mul(size);
        let start = if length <= 4 { at + 8 } else { self.long_at(at + 8)? as usize };
        let value = self.bytes.get(start..start.saturating_add(length));
        Ok(value.map(|value| TiffTag { tag, kind, count, value }))
    }

    /// The whole numbers of a tag.
    fn numbers(&self, page: &[TiffTag<'_>], tag: u16) -> Vec<u32> {
        let Some(entry) = page.iter().find(|entry| entry.tag == tag) else {
            return Vec::new();
        };
        let value = Tiff { bytes: entry.value, is_little: self.is_little };
        let number = |nth: usize| match entry.kind {
            SHORT => value.short_at(2 * nth).map(u32::from),
            LONG => value.long_at(4 * nth),
            _ => Err(CUT),
        };
        (0..entry.count as usize).map_while(|nth| number(nth).ok()).collect()
    }

    fn number(&self, page: &[TiffTag<'_>], tag: u16) -> Option<u32> {
        self.numbers(page, tag).first().copied()
    }

    /// The pixels of a page, strip by strip; nothing where they are in a form that may hold more than pixels.
    fn pixels(&self, page: &[TiffTag<'_>]) -> Result<Option<Vec<Vec<u8>>>, &'static str> {
        let form = self.number(page, COMPRESSION).unwrap_or(1);
        if form != JPEG && !PLAIN.contains(&form) {
            return Ok(None);
        }
        let (offsets, lengths) = place_tags(page);
        let (offsets, lengths) =
            (self.numbers(page, offsets), self.numbers(page, lengths));
        if offsets.is_empty() || offsets.len() != lengths.len() {
            return Err("it doesn't say where its pixels are");
        }
        let all: usize = lengths.iter().map(|length| *length as usize).sum();
        if all > self.bytes.len() {
            return Err("its parts lie upon each other");
        }
        let strip = |(at, length): (&u32, &u32)| {
            let (at, length) = (*at as usize, *length as usize);
            let strip = self.bytes.get(at..at.saturating_add(length)).ok_or(CUT)?;
            if form == JPEG { jpeg::cleaned(strip) } else { Ok(strip.to_vec()) }
        };
        offsets.iter().zip(&lengths).map(strip).collect::<Result<_, _>>().map(Some)
    }

    /// Writes a page behind the others, and its place at `link`; where the place of the next is to be written.
    fn put(
        &self,
        out: &mut Vec<u8>,
        link: usize,
        page: &[TiffTag<'_>],
        parts: &[Vec<u8>],
    ) -> Result<usize, &'static str> {
        let (mut places, mut lengths) = (Vec::new(), Vec::new());
        for part in parts {
            places.extend(self.long(self.room(out, part)?));
            lengths.extend(self.long(part.len() as u32));
        }
        let (place_tag, length_tag) = place_tags(page);
        let mut kept = Vec::new();
        for TiffTag { tag, kind, count, value } in page {
            let parts = parts.len() as u32;
            match *tag {
                tag if tag == place_tag => kept.push((tag, LONG, parts, places.clone())),
                tag if tag == length_tag => {
                    kept.push((tag, LONG, parts, lengths.clone()));
                }
                TABLES_OF_JPEG => {
                    let tables = jpeg::cleaned(value)?;
                    kept.push((*tag, BYTES, tables.len() as u32, tables));
                }
                tag if is_kept(tag, *kind) => {
                    kept.push((tag, *kind, *count, value.to_vec()));
                }
                _ => {}
            }
        }
        let mut table = self.short(kept.len() as u16).to_vec();
        for (tag, kind, count, mut value) in kept {
            if value.len() > 4 {
                value = self.long(self.room(out, &value)?).to_vec();
            }
            value.resize(4, 0);
            table.extend(self.short(tag));
            table.extend(self.short(kind));
            table.extend(self.long(count));
            table.extend(value);
        }
        table.extend([0; 4]);
        let at = self.long(self.room(out, &table)?);
        out[link..link + 4].copy_from_slice(&at);
        Ok(out.len() - 4)
    }

    /// Writes bytes at the next even place; where that is.
    fn room(&self, out: &mut Vec<u8>, bytes: &[u8]) -> Result<u32, &'static str> {
        out.extend(&[0][..out.len() % 2]);
        let at = u32::try_from(out.len()).map_err(|_| "it is too large")?;
        out.extend(bytes);
        Ok(at)
    }

    fn short(&self, value: u16) -> [u8; 2] {
        if self.is_little { value.to_le_bytes() } else { value.to_be_bytes() }
    }

    fn long(&self, value: u32) -> [u8; 4] {
        if self.is_little { value.to_le_bytes() } else { value.to_be_bytes() }
    }
}

/// The tags that say where the pixels of a page are.
fn place_tags(page: &[TiffTag<'_>]) -> (u16, u16) {
    let has = |tag: u16| page.iter().any(|entry| entry.tag == tag);
    if has(PLACES[1].0) { PLACES[1] } else { PLACES[0] }
}

/// Whether a tag is one that pixels need, with a value that is no text.
fn is_kept(tag: u16, kind: u16) -> bool {
    match kind {
        2 => false,
        BYTES => tag == PROFILE,
        _ => KEPT.contains(&tag) || RATIONALS.contains(&tag),
    }
}

/// How many bytes a value of a type has.
fn size(kind: u16) -> Option<usize> {
    match kind {
        1 | 2 | 6 | BYTES => Some(1),
        SHORT | 8 => Some(2),
        LONG | 9 | 11 => Some(4),
        5 | 10 | 12 => Some(8),
        _ => None,
    }
}
