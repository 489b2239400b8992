//! Walking through a view as the struct it is.
//!
//! Views tell themselves to `serde` in two ways. To one that reads for people they are what templates
//! read. To one that doesn't, which is this walk alone, HTML is bytes, and a card hands itself over
//! where that is wanted.

use super::super::reading::{Node, Plan, Steps};
use super::{Begun, Item, Joined, Shown, Walker, sort};
use serde::Serialize;
use serde::ser::{Error as _, Impossible, SerializeSeq, SerializeStruct, Serializer};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

thread_local! {
    /// Whether a card that is met next is to hand itself over.
    static WANTED: Cell<bool> = const { Cell::new(false) };
    /// The card that has.
    static HANDED: RefCell<Option<Arc<dyn Shown>>> = const { RefCell::new(None) };
}

/// Whether a card is to [hand itself over](hand_over) and tell nothing, rather than what is on it.
pub fn is_wanted() -> bool {
    WANTED.take()
}

/// Hands a card over.
pub fn hand_over(card: Arc<dyn Shown>) {
    HANDED.set(Some(card));
}

impl Walker<'_> {
    /// Walks through the view of a page, which is a struct.
    pub(in super::super) fn page(&mut self, view: &impl Serialize) {
        self.start(view, Within::Page);
    }

    /// Walks through what is on a card, which is a struct.
    pub fn card(&mut self, view: &impl Serialize) {
        self.start(view, Within::View);
    }

    fn start(&mut self, view: &impl Serialize, within: Within) {
        let (plan, node) = (self.plan, self.plan.root());
        let told = At { plan, node, walker: self, within }.tell(view);
        self.fits &= told.is_ok();
    }
}

/// What a value is a part of, as far as that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// It is the view of a page.
    Page,
    /// It is the head of one.
    Head,
    /// It is one of several cards, with this place among the items.
    Cards(usize),
    /// It is anything else.
    View,
}

/// A value of a view, and what is done with it.
struct At<'w, 'p> {
    walker: &'w mut Walker<'p>,
    plan: &'p Plan,
    node: &'p Node,
    within: Within,
}

/// A sort of value that no view has.
#[derive(Debug)]
struct NoSuch(String);

impl fmt::Display for NoSuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoSuch {}

impl serde::ser::Error for NoSuch {
    fn custom<T: fmt::Display>(message: T) -> Self {
        NoSuch(message.to_string())
    }
}

type Told = Result<(), NoSuch>;
type No = Impossible<(), NoSuch>;

impl<'w, 'p> At<'w, 'p> {
    fn tell<T: Serialize + ?Sized>(self, value: &T) -> Told {
        WANTED.set(self.node.cards.is_some());
        value.serialize(self)
    }

    /// The place of this card among the items, and its list where it is one of its own.
    fn place(&mut self) -> (usize, Option<Range<usize>>) {
        match self.within {
            Within::Cards(place) => (place, None),
            _ => {
                let list = self.walker.cards(self.node, 1);
                (list.start, Some(list))
            }
        }
    }
}

/// Refuses each of these sorts.
macro_rules! refuse {
    ($($name:ident($($given:ty),*) -> $ok:ty;)*) => {
        $(fn $name(self, $(_: $given),*) -> Result<$ok, NoSuch> {
            Err(NoSuch::custom("no view has such a value"))
        })*
    };
}

/// Takes each of these sorts of number.
macro_rules! numbers {
    ($($name:ident($given:ty);)*) => {
        $(fn $name(self, number: $given) -> Told {
            self.walker.number(self.node, itoa::Buffer::new().format(number));
            Ok(())
        })*
    };
}

impl<'w, 'p> Serializer for At<'w, 'p> {
    type Ok = ();
    type Error = NoSuch;
    type SerializeSeq = Items<'w, 'p>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = Fields<'w, 'p>;
    type SerializeStructVariant = No;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, is: bool) -> Told {
        self.walker.flag(is);
        Ok(())
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

    fn serialize_str(self, text: &str) -> Told {
        self.walker.text(self.node, text);
        Ok(())
    }

    fn serialize_bytes(self, html: &[u8]) -> Told {
        self.walker.html(self.node, html);
        Ok(())
    }

    fn serialize_none(self) -> Told {
        self.walker.none();
        Ok(())
    }

    /// A card has handed itself over; or there is nothing.
    fn serialize_unit(mut self) -> Told {
        let Some(card) = HANDED.take() else {
            self.walker.none();
            return Ok(());
        };
        let (place, list) = self.place();
        self.walker.found.items[place] = Item::Card(card);
        if let Some(list) = list {
            self.walker.cards_end(list);
        }
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Told {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Told {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Told {
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items<'w, 'p>, NoSuch> {
        let length = length.ok_or_else(|| NoSuch::custom("a list of unknown length"))?;
        let At { walker, plan, node, within } = self;
        if node.cards.is_some() {
            walker.fits &= !matches!(within, Within::Cards(_));
            let kind = Kind::Cards(walker.cards(node, length));
            return Ok(Items { walker, plan, each: node, kind, done: 0, length });
        }
        if node.links {
            let kind = Kind::Links(walker.links(node, length));
            let plan = Plan::link();
            return Ok(Items { walker, plan, each: plan.root(), kind, done: 0, length });
        }
        walker.length(node, length);
        let each = plan.each(node);
        Ok(Items { walker, plan, each, kind: Kind::Values, done: 0, length })
    }

    fn serialize_struct(
        mut self,
        _: &'static str,
        length: usize,
    ) -> Result<Fields<'w, 'p>, NoSuch> {
        let Some(component) = self.node.cards else {
            let At { walker, plan, node, within } = self;
            walker.map(node, length == 0);
            let steps = Steps::new(plan, node);
            return Ok(Fields { walker, plan, node, steps, within, card: None });
        };
        let (place, list) = self.place();
        let walker = self.walker;
        let begun = walker.item(component);
        let begun = begun.ok_or_else(|| NoSuch::custom("no plan for a component"))?;
        let (plan, node) = (begun.plan, begun.plan.root());
        walker.map(node, length == 0);
        let card = Some(OpenCard { begun, place, list });
        let steps = Steps::new(plan, node);
        Ok(Fields { walker, plan, node, steps, within: Within::View, card })
    }

    refuse! {
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_unit_struct(&'static str) -> ();
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
    ) -> Told {
        Err(NoSuch::custom("no view has such a value"))
    }
}

/// The items of a list.
struct Items<'w, 'p> {
    walker: &'w mut Walker<'p>,
    plan: &'p Plan,
    each: &'p Node,
    kind: Kind,
    done: usize,
    length: usize,
}

/// What the items of a list are.
enum Kind {
    /// Cards, with these places among the items.
    Cards(Range<usize>),
    /// Links with commas between.
    Links(Joined),
    Values,
}

impl SerializeSeq for Items<'_, '_> {
    type Ok = ();
    type Error = NoSuch;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Told {
        if self.done == self.length {
            return Err(NoSuch::custom("a list that is longer than it says"));
        }
        let within = match &self.kind {
            Kind::Cards(places) => Within::Cards(places.start + self.done),
            Kind::Links(_) => {
                self.walker.next_link(self.done == 0);
                Within::View
            }
            Kind::Values => Within::View,
        };
        self.done += 1;
        At { walker: self.walker, plan: self.plan, node: self.each, within }.tell(value)
    }

    fn end(self) -> Told {
        self.walker.fits &= self.done == self.length;
        match self.kind {
            Kind::Cards(places) => drop(self.walker.cards_end(places)),
            Kind::Links(joined) => drop(self.walker.links_end(joined)),
            Kind::Values => {}
        }
        Ok(())
    }
}

/// A card whose fields are gone through.
struct OpenCard<'p> {
    begun: Begun<'p>,
    place: usize,
    /// Its list, where it is the only one of it.
    list: Option<Range<usize>>,
}

/// The fields of a struct.
struct Fields<'w, 'p> {
    walker: &'w mut Walker<'p>,
    plan: &'p Plan,
    node: &'p Node,
    steps: Steps<'p>,
    within: Within,
    card: Option<OpenCard<'p>>,
}

impl SerializeStruct for Fields<'_, '_> {
    type Ok = ();
    type Error = NoSuch;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Told {
        let found = self.steps.next(name);
        let Some(node) = self.walker.field(self.node, name, found) else {
            return Ok(());
        };
        if self.within == Within::Page && self.walker.give(node, name).is_some() {
            return Ok(());
        }
        self.walker.at_root = self.within == Within::Head && name == "root";
        let within = match (self.within, name) {
            (Within::Page, "page") => Within::Head,
            _ => Within::View,
        };
        At { walker: self.walker, plan: self.plan, node, within }.tell(value)
    }

    fn end(self) -> Told {
        self.steps.end();
        self.walker.found.shape.push(sort::END);
        if let Some(OpenCard { begun, place, list }) = self.card {
            self.walker.item_end(&begun, place);
            if let Some(list) = list {
                self.walker.cards_end(list);
            }
        }
        Ok(())
    }
}
