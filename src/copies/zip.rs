//! ZIP files, as far as saved pages need them: the list at the end, and parts that are stored or deflated.

use super::packed;
use super::transcript::{LARGEST, Unread};

/// A ZIP file that lies in memory.
pub(super) struct Zip<'b> {
    bytes: &'b [u8],
    entries: Vec<ZipPart>,
}

/// A part.
struct ZipPart {
    name: String,
    method: u16,
    packed: u64,
    unpacked: u64,
    /// Where its own header is.
    header: u64,
    is_encrypted: bool,
}

/// So many parts of one are listed.
const MOST: usize = 100_000;

const DAMAGED: Unread = Unread::Damaged("the list of its parts can't be read");

impl<'b> Zip<'b> {
    /// Reads the list of the parts.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unread> {
        let end = memchr::memmem::rfind(bytes, b"PK\x05\x06").ok_or(DAMAGED)?;
        let (mut count, mut list) =
            (number(bytes, end + 10, 2)?, number(bytes, end + 16, 4)?);
        // Where a number is too large, it stands in a second list before the first.
        if let Some(more) = memchr::memmem::rfind(&bytes[..end], b"PK\x06\x06")
            && (count == 0xffff || list == 0xffff_ffff)
        {
            (count, list) = (number(bytes, more + 32, 8)?, number(bytes, more + 48, 8)?);
        }
        let mut at = usize::try_from(list).map_err(|_| DAMAGED)?;
        let mut entries = Vec::new();
        for _ in 0..count.min(MOST as u64) {
            let (entry, next) = entry(bytes, at)?;
            entries.push(entry);
            at = next;
        }
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Zip { bytes, entries })
    }

    /// The names of the parts, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The bytes of a part.
    pub(super) fn read(&self, name: &str) -> Result<Vec<u8>, Unread> {
        let at = self.entries.binary_search_by(|entry| entry.name.as_str().cmp(name));
        let entry =
            &self.entries[at.map_err(|_| Unread::Damaged("a part of it lacks"))?];
        if entry.is_encrypted {
            return Err(Unread::Encrypted);
        }
        if entry.unpacked > LARGEST as u64 {
            return Err(Unread::TooLarge);
        }
        let header = usize::try_from(entry.header).map_err(|_| DAMAGED)?;
        let (name, extra) =
            (number(self.bytes, header + 26, 2)?, number(self.bytes, header + 28, 2)?);
        let start = header + 30 + (name + extra) as usize;
        let length = usize::try_from(entry.packed).map_err(|_| DAMAGED)?;
        let end = start.checked_add(length).ok_or(DAMAGED)?;
        let bytes = self.bytes.get(start..end).ok_or(DAMAGED)?;
        match entry.method {
            0 => Ok(bytes.to_vec()),
            8 => packed::inflated(bytes),
            _ => {
                Err(Unread::Damaged("a part of it is packed in a way that is not known"))
            }
        }
    }
}

/// The part that is listed at a byte, and where the next is.
fn entry(bytes: &[u8], at: usize) -> Result<(ZipPart, usize), Unread> {
    if bytes.get(at..).is_none_or(|rest| !rest.starts_with(b"PK\x01\x02")) {
        return Err(DAMAGED);
    }
    let short = |offset| number(bytes, at + offset, 2);
    let long = |offset| number(bytes, at + offset, 4);
    let (name, extra, comment) =
        (short(28)? as usize, short(30)? as usize, short(32)? as usize);
    let words = bytes.get(at + 46..at + 46 + name).ok_or(DAMAGED)?;
    let mut entry = ZipPart {
        name: String::from_utf8_lossy(words).into_owned(),
        method: short(10)? as u16,
        packed: long(20)?,
        unpacked: long(24)?,
        header: long(42)?,
        is_encrypted: short(8)? & 1 != 0,
    };
    let start = at + 46 + name;
    entry.widen(bytes.get(start..start + extra).ok_or(DAMAGED)?);
    Ok((entry, start + extra + comment))
}

impl ZipPart {
    /// Takes the numbers that are too large for the list from what stands behind the name.
    fn widen(&mut self, extra: &[u8]) {
        let mut rest = extra;
        while let (Ok(kind), Ok(length)) = (number(rest, 0, 2), number(rest, 2, 2)) {
            let Some(field) = rest.get(4..4 + length as usize) else { return };
            rest = &rest[4 + length as usize..];
            if kind != 1 {
                continue;
            }
            let mut at = 0;
            for value in [&mut self.unpacked, &mut self.packed, &mut self.header] {
                if *value == 0xffff_ffff
                    && let Ok(wide) = number(field, at, 8)
                {
                    *value = wide;
                    at += 8;
                }
            }
        }
    }
}

/// A number of so many bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Result<u64, Unread> {
    let end = at.checked_add(length).ok_or(DAMAGED)?;
    let bytes = bytes.get(at..end).ok_or(DAMAGED)?;
    Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A ZIP with these parts, stored.
    pub(in crate::copies) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut out, mut list) = (Vec::new(), Vec::new());
        for (name, bytes) in parts {
            let header = out.len() as u32;
            let sizes =
                [(bytes.len() as u32).to_le_bytes(), (bytes.len() as u32).to_le_bytes()]
                    .concat();
            let name_length = (name.len() as u16).to_le_bytes();
            out.extend(
                [
                    b"PK\x03\x04".as_slice(),
                    &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                    &sizes,
                    &name_length,
                    &[0, 0],
                    name.as_bytes(),
                    bytes,
                ]
                .concat(),
            );
            list.extend(
                [
                    b"PK\x01\x02".as_slice(),
                    &[20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                    &sizes,
                    &name_length,
                    &[0; 12],
                    &header.to_le_bytes(),
                    name.as_bytes(),
                ]
                .concat(),
            );
        }
        let start = (out.len() as u32).to_le_bytes();
        let count = (parts.len() as u16).to_le_bytes();
        let length = (list.len() as u32).to_le_bytes();
        out.extend(list);
        out.extend(
            [b"PK\x05\x06".as_slice(), &[0; 4], &count, &count, &length, &start, &[0, 0]]
                .concat(),
        );
        out
    }

    #[test]
    fn parts_are_listed_and_read() {
        let bytes = zipped(&[("b", b"two"), ("a/c.txt", b"one")]);
        let zip = Zip::open(&bytes).unwrap();
        assert_eq!(zip.names().collect::<Vec<_>>(), ["a/c.txt", "b"]);
        assert_eq!(zip.read("b").unwrap(), b"two");
        assert!(zip.read("c").is_err());
    }

    #[test]
    fn no_cut_of_one_is_a_danger() {
        let bytes = zipped(&[("b", b"two"), ("a", b"one")]);
        for end in 0..bytes.len() {
            if let Ok(zip) = Zip::open(&bytes[..end]) {
                let _ = zip.read("b");
            }
        }
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] = 0xff;
            if let Ok(zip) = Zip::open(&changed) {
                let names: Vec<String> = zip.names().map(str::to_owned).collect();
                names.iter().for_each(|name| drop(zip.read(name)));
            }
        }
    }
}
