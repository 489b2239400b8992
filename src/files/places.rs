//! How places in texts are kept between builds: without their file.
//!
//! The number of a file is its place in the list of one run. What is kept of a file names no
//! other, so the number is left out, and given by whoever reads what was kept.

use super::{FileId, Span};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use std::cell::Cell;

thread_local! {
    /// Whether places are left out of what is written.
    static BARE: Cell<bool> = const { Cell::new(false) };
    /// The file that everything read here is about; serde has no way to hand it down.
    static READ: Cell<Option<FileId>> = const { Cell::new(None) };
}

impl FileId {
    /// Runs `read`; every file and every place that it deserialises is this one, or in it.
    pub fn within<T>(self, read: impl FnOnce() -> T) -> T {
        let outer = READ.replace(Some(self));
        let value = read();
        READ.set(outer);
        value
    }
}

/// Runs `write`; every place that it serialises is left out.
pub fn without_places<T>(write: impl FnOnce() -> T) -> T {
    let outer = BARE.replace(true);
    let value = write();
    BARE.set(outer);
    value
}

impl Serialize for FileId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for FileId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <()>::deserialize(deserializer)?;
        READ.get().ok_or_else(|| D::Error::custom("a place outside of any file"))
    }
}

/// The first byte and the length, which is a smaller number than the end.
impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if BARE.get() {
            return serializer.serialize_unit();
        }
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

    #[test]
    fn a_place_can_be_left_out() {
        let write = |at| postcard::to_allocvec(&(1, Span::new(FileId(7), at, at), 2));
        assert_ne!(write(3), write(4));
        assert_eq!(without_places(|| write(3)), without_places(|| write(4)));
    }

    #[test]
    fn a_place_is_read_back_in_the_file_that_is_read() {
        let kept = postcard::to_allocvec(&Span::new(FileId(7), 300, 310)).unwrap();
        assert_eq!(kept.len(), 3);
        let read = || postcard::from_bytes::<Span>(&kept);
        assert_eq!(FileId(2).within(read), Ok(Span::new(FileId(2), 300, 310)));
        assert!(read().is_err());
    }
}
