//! How places in texts are kept between builds: without their file.
//!
//! The number of a file is its place in the list of one run. What is kept of a file names no
//! other, so the number is left out, and given by whoever reads what was kept.

use super::in_file::{FILE, InFile};
use super::{FileId, Span};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;

impl FileId {
    /// The value that was written as `bytes`. Every file in it is this one, and every place lies in this one.
    pub fn read<'de, T: Deserialize<'de>>(self, bytes: &'de [u8]) -> postcard::Result<T> {
        let mut reader = postcard::Deserializer::from_bytes(bytes);
        T::deserialize(InFile { of: &mut reader, file: self })
    }
}

impl Serialize for FileId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for FileId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Only `InFile` knows the number; any other says that a file is not what it has.
        deserializer.deserialize_newtype_struct(FILE, FileNumber)
    }
}

/// Takes the number of a file.
struct FileNumber;

impl Visitor<'_> for FileNumber {
    type Value = FileId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number of a file")
    }

    fn visit_u32<E: Error>(self, number: u32) -> Result<FileId, E> {
        Ok(FileId(number))
    }
}

/// The first byte and the length, which is a smaller number than the end.
impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = (self.file, self.start, self.end.wrapping_sub(self.start));
        // By this name, who wants to know only what is written passes it over.
        serializer.serialize_newtype_struct("Span", &place)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (file, start, length) = <(FileId, u32, u32)>::deserialize(deserializer)?;
        Ok(Span { file, start, end: start.wrapping_add(length) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_place_is_read_back_in_the_file_that_is_read() {
        let kept = postcard::to_allocvec(&Span::new(FileId(7), 300, 310)).unwrap();
        assert_eq!(kept.len(), 3);
        assert_eq!(FileId(2).read(&kept), Ok(Span::new(FileId(2), 300, 310)));
        assert!(postcard::from_bytes::<Span>(&kept).is_err());
    }

    #[test]
    fn places_are_read_back_in_whatever_holds_them() {
        let place = |file, at| Span::new(FileId(file), at, at + 1);
        let all = |file| {
            let map = BTreeMap::from([("a".to_owned(), Some(place(file, 4)))]);
            let either = [Ok(place(file, 3)), Err(Box::new((true, 'c', place(file, 5))))];
            (vec![place(file, 1), place(file, 2)], map, either, None::<FileId>)
        };
        let kept = postcard::to_allocvec(&all(7)).unwrap();
        assert_eq!(FileId(2).read(&kept), Ok(all(2)));
    }
}
