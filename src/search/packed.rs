//! The words of some documents, packed into bytes shard by shard, and read of them again.

use super::postings::Posting;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What each shard has, packed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PackedShards {
    /// The bytes of one shard behind those of another.
    bytes: PackedBytes,
    /// Where those of each shard end.
    ends: Vec<u32>,
}

impl PackedShards {
    pub(super) fn new(shards: &[Vec<u8>]) -> Self {
        let ends = shards.iter().scan(0, |end, shard| {
            *end += shard.len() as u32;
            Some(*end)
        });
        PackedShards { ends: ends.collect(), bytes: PackedBytes(shards.concat()) }
    }

    /// What a shard has; nothing where there is no such shard.
    pub(super) fn of(&self, shard: usize) -> &[u8] {
        let end = |shard: usize| self.ends.get(shard).map(|end| *end as usize);
        let start = shard.checked_sub(1).map_or(Some(0), end);
        let range = start.zip(end(shard)).map(|(start, end)| start..end);
        range.and_then(|range| self.bytes.0.get(range)).unwrap_or_default()
    }
}

/// Bytes that are written and read at once, and not one by one as a list of numbers would be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PackedBytes(Vec<u8>);

impl Serialize for PackedBytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for PackedBytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Copied;
        impl Visitor<'_> for Copied {
            type Value = PackedBytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<PackedBytes, E> {
                Ok(PackedBytes(bytes.to_vec()))
            }
        }
        from.deserialize_bytes(Copied)
    }
}

/// Adds a number in groups of seven bits, the lowest first.
pub(super) fn push_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 128 {
        bytes.push((number & 127 | 128) as u8);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// What is packed, as far as it is not read yet.
pub(super) struct PackedWords<'b>(&'b [u8]);

impl<'b> PackedWords<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        PackedWords(bytes)
    }

    /// The next word, and how many documents have it.
    pub(super) fn word(&mut self) -> Option<(&'b str, u32)> {
        let length = (!self.0.is_empty()).then(|| self.number() as usize)?;
        let (word, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some((std::str::from_utf8(word).ok()?, self.number()))
    }

    pub(super) fn posting(&mut self) -> Posting {
        Posting::from_number(self.number())
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0u32);
        while let [byte, rest @ ..] = self.0 {
            self.0 = rest;
            number |= u32::from(byte & 127).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if *byte < 128 {
                break;
            }
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_packed() {
        let mut bytes = Vec::new();
        let numbers = [0, 1, 127, 128, 16_384, u32::MAX];
        numbers.iter().for_each(|number| push_number(*number, &mut bytes));
        let mut unpacked = PackedWords::of(&bytes);
        assert_eq!(numbers.map(|_| unpacked.number()), numbers);
    }

    #[test]
    fn each_shard_has_its_own_bytes() {
        let shards = PackedShards::new(&[b"ab".to_vec(), Vec::new(), b"c".to_vec()]);
        let kept = postcard::to_allocvec(&shards).unwrap_or_default();
        assert_eq!(postcard::from_bytes(&kept), Ok(shards.clone()));
        let all: [&[u8]; 4] = [0, 1, 2, 3].map(|shard| shards.of(shard));
        assert_eq!(all, [&b"ab"[..], b"", b"c", b""]);
    }
}
