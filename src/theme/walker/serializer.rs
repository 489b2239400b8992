//! Walking through data as the struct it is.
//!
//! Views are serialized in two forms. A serializer that is human-readable gets what templates read. This walk, the
//! only one that is not, gets HTML as bytes, and a card that has a number as a unit variant called [`CARD`] with
//! that number.

use super::super::fragments::CARD;
use super::super::reading::{Plan, Usage};
use super::{OpenCard, OpenLinks, ShownCard, Walker, Within, sort};
use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeStruct, Serializer};
use std::fmt;
use std::ops::Range;
use tera::{Map, Value};

impl<'w> Walker<'w> {
    /// Walks through data that is a struct.
    pub fn walk(&mut self, data: &impl Serialize) {
        let (plan, usage, within) = self.next;
        match At::new(self, plan, usage, within).visit(data) {
            Ok(stand_in) => self.walked.stand_in = stand_in,
            Err(NoSuchValue) => self.fits = false,
        }
    }
}

/// A value that is met, and what is done with it.
struct At<'a, 'w> {
    walker: &'a mut Walker<'w>,
    plan: &'w Plan,
    usage: &'w Usage,
    within: Within,
    /// The value as templates read it, where stand-ins are made for cards.
    value: Option<Value>,
}

/// A sort of value that no view has.
#[derive(Debug)]
struct NoSuchValue;

impl fmt::Display for NoSuchValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no view has such a value")
    }
}

impl std::error::Error for NoSuchValue {}

impl serde::ser::Error for NoSuchValue {
    fn custom<T: fmt::Display>(_: T) -> Self {
        NoSuchValue
    }
}

/// What stands for a value in the engine; nothing of use where the walker makes no stand-ins.
type Visited = Result<Value, NoSuchValue>;
type No = Impossible<Value, NoSuchValue>;

impl<'a, 'w> At<'a, 'w> {
    fn new(
        walker: &'a mut Walker<'w>,
        plan: &'w Plan,
        usage: &'w Usage,
        within: Within,
    ) -> Self {
        At { walker, plan, usage, within, value: None }
    }

    fn visit<T: Serialize + ?Sized>(mut self, value: &T) -> Visited {
        if self.usage.cards.is_some()
            && self.walker.makes_stand_in
            && self.value.is_none()
        {
            self.value = Some(Value::from_serializable(value));
        }
        value.serialize(self)
    }

    /// The place of this card among the cards, and its list where it fills a gap alone.
    fn place(&mut self) -> (usize, Option<Range<usize>>) {
        if let Within::Cards(place) = self.within {
            return (place, None);
        }
        let list = self.walker.cards(self.usage, 1);
        (list.start, Some(list))
    }
}

/// A card has been seen to, which fills a gap alone where it has a list: what stands for it.
fn stand_in_of_card(walker: &mut Walker<'_>, list: Option<Range<usize>>) -> Value {
    let gap = list.and_then(|list| walker.cards_end(list));
    walker.stand_in(|| Value::from(Map::from_iter(gap.map(|gap| (CARD.into(), gap)))))
}

/// Refuses each of these sorts.
macro_rules! refuse {
    ($($name:ident($($given:ty),*) -> $ok:ty;)*) => {
        $(fn $name(self, $(_: $given),*) -> Result<$ok, NoSuchValue> {
            Err(NoSuchValue)
        })*
    };
}

/// Takes each of these sorts of number.
macro_rules! numbers {
    ($($name:ident($given:ty);)*) => {
        $(fn $name(self, number: $given) -> Visited {
            let mut digits = itoa::Buffer::new();
            let digits = digits.format(number);
            Ok(self.walker.number(self.usage, digits, Value::from(number)))
        })*
    };
}

impl<'a, 'w> Serializer for At<'a, 'w> {
    type Ok = Value;
    type Error = NoSuchValue;
    type SerializeSeq = Elements<'a, 'w>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = FieldWalk<'a, 'w>;
    type SerializeStructVariant = No;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, is: bool) -> Visited {
        Ok(self.walker.flag(is))
    }

    numbers! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
    }

    fn serialize_str(self, text: &str) -> Visited {
        Ok(self.walker.text(self.usage, text))
    }

    fn serialize_bytes(self, html: &[u8]) -> Visited {
        Ok(self.walker.html(self.usage, html))
    }

    fn serialize_none(self) -> Visited {
        Ok(self.walker.none())
    }

    fn serialize_unit(self) -> Visited {
        Ok(self.walker.none())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Visited {
        value.serialize(self)
    }

    /// A card that has a number, or a word.
    fn serialize_unit_variant(
        mut self,
        name: &'static str,
        number: u32,
        word: &'static str,
    ) -> Visited {
        if name != CARD {
            return self.serialize_str(word);
        }
        let number = u64::from(number);
        if self.usage.cards.is_some() {
            let (place, list) = self.place();
            self.walker.walked.cards[place] = ShownCard::Numbered(number);
            return Ok(stand_in_of_card(self.walker, list));
        }
        let card = self.walker.source.card(number).ok_or(NoSuchValue)?;
        self.walker.next = (self.plan, self.usage, Within::Other);
        card.walk(self.walker);
        Ok(std::mem::replace(&mut self.walker.walked.stand_in, Value::none()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Visited {
        value.serialize(self)
    }

    fn serialize_seq(
        self,
        length: Option<usize>,
    ) -> Result<Elements<'a, 'w>, NoSuchValue> {
        let length = length.ok_or(NoSuchValue)?;
        let At { walker, plan, usage, within, value } = self;
        let (plan, usage, kind) = if usage.cards.is_some() {
            walker.fits &= !matches!(within, Within::Cards(_));
            (plan, usage, ElementKind::Cards(walker.cards(usage, length), value))
        } else if usage.links {
            let link = Plan::link();
            (link, link.root(), ElementKind::Links(walker.links(usage, length)))
        } else {
            walker.list(usage, length);
            (plan, plan.each(usage), ElementKind::Values(Vec::new()))
        };
        Ok(Elements { walker, plan, usage, kind, done: 0, length })
    }

    fn serialize_struct(
        mut self,
        _: &'static str,
        length: usize,
    ) -> Result<FieldWalk<'a, 'w>, NoSuchValue> {
        let Some(component) = self.usage.cards else {
            let At { walker, plan, usage, within, .. } = self;
            walker.map(usage, length == 0);
            return Ok(FieldWalk::new(walker, plan, usage, within, None));
        };
        let (place, list) = self.place();
        let At { walker, value, .. } = self;
        let open = walker.card(component).ok_or(NoSuchValue)?;
        let (plan, usage) = (open.plan, open.plan.root());
        walker.map(usage, length == 0);
        let card = WalkedCard { open, place, list, value };
        Ok(FieldWalk::new(walker, plan, usage, Within::Other, Some(card)))
    }

    refuse! {
        serialize_f32(f32) -> Value;
        serialize_f64(f64) -> Value;
        serialize_char(char) -> Value;
        serialize_unit_struct(&'static str) -> Value;
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Visited {
        Err(NoSuchValue)
    }
}

/// The elements of a list.
struct Elements<'a, 'w> {
    walker: &'a mut Walker<'w>,
    plan: &'w Plan,
    usage: &'w Usage,
    kind: ElementKind,
    done: usize,
    length: usize,
}

/// What the elements of a list are.
enum ElementKind {
    /// Cards, with these places among the cards; and the list as templates read it.
    Cards(Range<usize>, Option<Value>),
    /// Links with commas between.
    Links(OpenLinks),
    /// Others; and what stands for them.
    Values(Vec<Value>),
}

impl SerializeSeq for Elements<'_, '_> {
    type Ok = Value;
    type Error = NoSuchValue;

    fn serialize_element<T: Serialize + ?Sized>(
        &mut self,
        element: &T,
    ) -> Result<(), NoSuchValue> {
        if self.done == self.length {
            return Err(NoSuchValue);
        }
        let (within, value) = match &self.kind {
            ElementKind::Cards(places, cards) => {
                let card =
                    cards.as_ref().and_then(|cards| cards.as_array()?.get(self.done));
                (Within::Cards(places.start + self.done), card.cloned())
            }
            ElementKind::Links(_) => {
                self.walker.next_link(self.done == 0);
                (Within::Other, None)
            }
            ElementKind::Values(_) => (Within::Other, None),
        };
        self.done += 1;
        let (walker, plan, usage) = (&mut *self.walker, self.plan, self.usage);
        let makes_stand_in = walker.makes_stand_in;
        let stand_in = At { walker, plan, usage, within, value }.visit(element)?;
        if let ElementKind::Values(values) = &mut self.kind
            && makes_stand_in
        {
            values.push(stand_in);
        }
        Ok(())
    }

    fn end(self) -> Visited {
        let Elements { walker, kind, done, length, .. } = self;
        walker.fits &= done == length;
        let gap = match kind {
            ElementKind::Cards(places, _) => walker.cards_end(places),
            ElementKind::Links(open) => walker
                .links_end(&open)
                .map(|html| Value::from(Map::from_iter([("html".into(), html)]))),
            ElementKind::Values(values) => return Ok(Value::from(values)),
        };
        Ok(walker.stand_in(|| Value::from(Vec::from_iter(gap))))
    }
}

/// A card without a number whose fields are gone through.
struct WalkedCard<'w> {
    open: OpenCard<'w>,
    place: usize,
    /// Its list, where it is the only one of it.
    list: Option<Range<usize>>,
    /// It as templates read it.
    value: Option<Value>,
}

/// The fields of a struct.
struct FieldWalk<'a, 'w> {
    walker: &'a mut Walker<'w>,
    plan: &'w Plan,
    usage: &'w Usage,
    within: Within,
    /// What stands for it, where stand-ins are made.
    made: Option<Map>,
    card: Option<WalkedCard<'w>>,
}

impl<'a, 'w> FieldWalk<'a, 'w> {
    fn new(
        walker: &'a mut Walker<'w>,
        plan: &'w Plan,
        usage: &'w Usage,
        within: Within,
        card: Option<WalkedCard<'w>>,
    ) -> Self {
        let made = walker.makes_stand_in.then(Map::new);
        FieldWalk { walker, plan, usage, within, made, card }
    }
}

impl SerializeStruct for FieldWalk<'_, '_> {
    type Ok = Value;
    type Error = NoSuchValue;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), NoSuchValue> {
        let Some(usage) = self.walker.field(self.plan, self.usage, name) else {
            // A map counts as true, also where a template uses nothing that is in it.
            if let Some(made) = self.made.as_mut().filter(|made| made.is_empty()) {
                made.insert(UNUSED.into(), Value::from(true));
            }
            return Ok(());
        };
        let given = match self.within {
            Within::Page => self.walker.give(usage, name),
            _ => None,
        };
        self.walker.at_root = self.within == Within::Head && name == "root";
        let within = match (self.within, name) {
            (Within::Page, "page") => Within::Head,
            _ => Within::Other,
        };
        let stand_in = match given {
            Some(gap) => gap,
            None => At::new(self.walker, self.plan, usage, within).visit(value)?,
        };
        if let Some(made) = &mut self.made {
            made.insert(name.into(), stand_in);
        }
        Ok(())
    }

    fn end(self) -> Visited {
        let FieldWalk { walker, made, card, .. } = self;
        walker.shape.push(sort::END);
        let stand_in = made.map_or_else(Value::none, Value::from);
        let Some(WalkedCard { open, place, list, value }) = card else {
            return Ok(stand_in);
        };
        walker.card_end(&open, place, value.map(|value| (value, stand_in)));
        Ok(stand_in_of_card(walker, list))
    }
}

/// The name of a field that stands for those that a template doesn't use: no template can.
const UNUSED: &str = "";
