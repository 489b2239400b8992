//! Keys of what the model's values say, the same from build to build.
//!
//! A value of the model names others by their places in lists, which change when anything is added.
//! [`outward_key`] walks through a value by `serde` and takes the name of what is meant in place of its number.
//! Where something is written in its file is left out: it changes with every edit, and no page shows it.

use crate::content::Kind;
use crate::keys::{Key, KeyHasher};
use crate::model::nouns::{AuthorId, Event, EventId, Item, MediaId, TagId};
use crate::model::site::Site;
use foldhash::HashMap;
use serde::Serialize;
use serde::ser::{self, Serializer};
use std::fmt;
use std::hash::Hasher;

/// The names of everything of a site, by its number.
pub(super) struct Stable {
    /// Every item, by its number.
    items: Vec<(Item, Key)>,
    /// The number of the first item of each kind.
    firsts: Vec<usize>,
    events: Vec<Key>,
    media: Vec<Key>,
    authors: Vec<Key>,
    tags: Vec<Key>,
}

impl Stable {
    pub(super) fn of(site: &Site) -> Self {
        let name = |item: Item| {
            let id = site.names(item).map(|names| names.id.as_str());
            (item, Key::of(&(item.kind(), id)))
        };
        let first = |kind: &Kind| site.number(kind.item(0));
        let items: Vec<(Item, Key)> = site.items().map(name).collect();
        let of_item = |item: Item| items[site.number(item)].1;
        Stable {
            events: event_names(site, of_item),
            items,
            firsts: Kind::ALL.iter().map(first).collect(),
            media: site.media.iter().map(|one| Key::of(one.path.as_str())).collect(),
            authors: site.authors.iter().map(|one| Key::of(&one.address)).collect(),
            tags: site.tags.iter().map(|one| Key::of(&one.address)).collect(),
        }
    }

    /// The item with this number.
    pub(super) fn at(&self, number: usize) -> Item {
        self.items[number].0
    }

    /// The name of the item with this number.
    pub(super) fn item_at(&self, number: usize) -> Key {
        self.items[number].1
    }

    /// The name of an item.
    pub(super) fn item(&self, item: Item) -> Key {
        match item {
            Item::Home => self.item_at(0),
            _ => self.item_at(self.firsts[Kind::of(item) as usize] + item.place()),
        }
    }

    pub(super) fn event(&self, id: EventId) -> Key {
        self.events[id.index()]
    }

    pub(super) fn media(&self, id: MediaId) -> Key {
        self.media[id.index()]
    }

    pub(super) fn author(&self, id: AuthorId) -> Key {
        self.authors[id.index()]
    }

    pub(super) fn tag(&self, id: TagId) -> Key {
        self.tags[id.index()]
    }

    /// The name of what a number of this sort stands for; none where it is a number like any other.
    fn find(&self, sort: &str, number: u32) -> Option<Key> {
        let number = number as usize;
        match sort {
            "EventId" => self.events.get(number).copied(),
            "MediaId" => self.media.get(number).copied(),
            "AuthorId" => self.authors.get(number).copied(),
            "TagId" => self.tags.get(number).copied(),
            _ => {
                let first = self.firsts[Kind::of_id(sort)? as usize];
                self.items.get(first + number).map(|(_, key)| *key)
            }
        }
    }
}

/// The names of the dated facts: who tells each, its day, and its number among those of the same. Its words may
/// change, and with them its anchor, but lists in which it stands show no more of it than before.
fn event_names(site: &Site, of_item: impl Fn(Item) -> Key) -> Vec<Key> {
    let mut seen: HashMap<Key, u32> = HashMap::default();
    let name = |one: &Event| {
        let teller = one.tellers.first().map(|teller| of_item(teller.item()));
        let alike = Key::of(&(teller, one.date.as_edtf()));
        let nth = seen.entry(alike).or_default();
        *nth += 1;
        Key::of(&(alike, *nth))
    };
    site.events.iter().map(name).collect()
}

/// The key of all that `value` says.
pub(super) fn outward_key(value: &(impl Serialize + ?Sized), stable: &Stable) -> Key {
    let mut walk = OutwardWalk { hasher: KeyHasher::new(), stable, sort: "" };
    match value.serialize(&mut walk) {
        Ok(()) => walk.hasher.key(),
        // No value of the model refuses to be written.
        Err(Unwritable) => Key::default(),
    }
}

/// A walk through a value.
struct OutwardWalk<'s> {
    hasher: KeyHasher,
    stable: &'s Stable,
    /// The sort of id whose number comes next; empty where none does.
    sort: &'static str,
}

/// A value refuses to be written.
#[derive(Debug)]
struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that can't be written")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unwritable
    }
}

type Done = Result<(), Unwritable>;

/// Takes each of these numbers.
macro_rules! numbers {
    ($($name:ident($given:ty) by $write:ident;)*) => {
        $(fn $name(self, number: $given) -> Done {
            self.hasher.$write(number);
            Ok(())
        })*
    };
}

impl<'w, 's> Serializer for &'w mut OutwardWalk<'s> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn is_human_readable(&self) -> bool {
        false
    }

    numbers! {
        serialize_i8(i8) by write_i8;
        serialize_i16(i16) by write_i16;
        serialize_i32(i32) by write_i32;
        serialize_i64(i64) by write_i64;
        serialize_u8(u8) by write_u8;
        serialize_u16(u16) by write_u16;
        serialize_u64(u64) by write_u64;
    }

    fn serialize_u32(self, number: u32) -> Done {
        match self.stable.find(std::mem::take(&mut self.sort), number) {
            Some(name) => self.hasher.write_u64(name.number()),
            None => self.hasher.write_u32(number),
        }
        Ok(())
    }

    fn serialize_bool(self, is: bool) -> Done {
        self.hasher.write_u8(u8::from(is));
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Done {
        self.hasher.write_u32(number.to_bits());
        Ok(())
    }

    fn serialize_f64(self, number: f64) -> Done {
        self.hasher.write_u64(number.to_bits());
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Done {
        self.hasher.write_u32(u32::from(letter));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Done {
        self.serialize_bytes(text.as_bytes())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Done {
        self.hasher.write_usize(bytes.len());
        self.hasher.write(bytes);
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.serialize_u8(0)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        self.hasher.write_u8(1);
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, number: u32, _: &str) -> Done {
        self.hasher.write_u32(number);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Done {
        if name == PLACE {
            return Ok(());
        }
        self.sort = name;
        let done = value.serialize(&mut *self);
        self.sort = "";
        done
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        value: &T,
    ) -> Done {
        self.hasher.write_u32(number);
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Unwritable> {
        self.hasher.write_usize(length.unwrap_or_default());
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Unwritable> {
        self.hasher.write_u32(number);
        Ok(self)
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self, Unwritable> {
        self.serialize_seq(length)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unwritable> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Unwritable> {
        self.hasher.write_u32(number);
        Ok(self)
    }
}

/// How places in files name themselves to `serde`.
const PLACE: &str = "Span";

/// Goes on with the parts of a list, a tuple or a map.
macro_rules! parts {
    ($($of:ident: $($each:ident),*;)*) => {$(
        impl ser::$of for &mut OutwardWalk<'_> {
            type Ok = ();
            type Error = Unwritable;

            $(fn $each<T: Serialize + ?Sized>(&mut self, part: &T) -> Done {
                part.serialize(&mut **self)
            })*

            fn end(self) -> Done {
                Ok(())
            }
        }
    )*};
}

parts! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleStruct: serialize_field;
    SerializeTupleVariant: serialize_field;
    SerializeMap: serialize_key, serialize_value;
}

/// Goes on with the fields of a struct.
macro_rules! fields {
    ($($of:ident;)*) => {$(
        impl ser::$of for &mut OutwardWalk<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                _: &'static str,
                value: &T,
            ) -> Done {
                value.serialize(&mut **self)
            }

            fn end(self) -> Done {
                Ok(())
            }
        }
    )*};
}

fields! { SerializeStruct; SerializeStructVariant; }
