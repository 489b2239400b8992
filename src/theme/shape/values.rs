//! Walking through a view as the value that a template reads, and making one that stands for its shape.

use super::super::assembly::text_mark;
use super::super::keep::{CARD, number};
use super::super::reading::{Node, Plan};
use super::{Item, Leaf, Walker, sort};
use std::borrow::Cow;
use tera::value::ValueKind;
use tera::{Map, Value};

impl<'p> Walker<'p> {
    /// Walks through the view of a page; what stands for it in the engine.
    pub(in super::super) fn page_value(&mut self, view: &Value) -> Value {
        self.any(view, self.plan, self.plan.root(), true)
    }

    /// Walks through what is on a card; what stands for it in the engine.
    pub(in super::super) fn card_value(&mut self, card: &Value) -> Value {
        self.any(card, self.plan, self.plan.root(), false)
    }

    fn any(
        &mut self,
        value: &Value,
        plan: &'p Plan,
        node: &'p Node,
        is_page: bool,
    ) -> Value {
        if let Some(list) = value.as_array() {
            return self.list(value, list, plan, node);
        }
        if let Some(map) = value.as_map() {
            return match node.cards {
                Some(component) => {
                    let places = self.cards(node, 1);
                    self.card_at(value, component, places.start);
                    match self.cards_end(places) {
                        Leaf::Itself => value.clone(),
                        Leaf::Slot(slot) => {
                            Value::from(Map::from_iter([(CARD.into(), mark(slot))]))
                        }
                    }
                }
                None => self.fields(map, plan, node, is_page),
            };
        }
        let leaf = match value.as_str() {
            Some(html) if value.is_safe() => self.html(node, html.as_bytes()),
            Some(text) => self.text(node, text),
            None => match value.kind() {
                ValueKind::Bool => self.flag(value.is_truthy()),
                ValueKind::None | ValueKind::Undefined => self.none(),
                _ if value.is_number() => self.number(node, &value.to_string()),
                _ => {
                    self.fits = false;
                    Leaf::Itself
                }
            },
        };
        match leaf {
            Leaf::Itself => value.clone(),
            Leaf::Slot(number) => mark(number),
        }
    }

    fn list(
        &mut self,
        value: &Value,
        list: &[Value],
        plan: &'p Plan,
        node: &'p Node,
    ) -> Value {
        if let Some(component) = node.cards {
            let places = self.cards(node, list.len());
            for (item, place) in list.iter().zip(places.clone()) {
                self.card_at(item, component, place);
            }
            return match self.cards_end(places) {
                Leaf::Itself => value.clone(),
                Leaf::Slot(number) => Value::from(vec![mark(number)]),
            };
        }
        if node.links {
            let joined = self.links(node, list.len());
            for (at, link) in list.iter().enumerate() {
                self.next_link(at == 0);
                self.any(link, Plan::link(), Plan::link().root(), false);
            }
            return match self.links_end(joined) {
                Leaf::Itself => value.clone(),
                Leaf::Slot(number) => {
                    let link = Map::from_iter([("html".into(), mark(number))]);
                    Value::from(vec![Value::from(link)])
                }
            };
        }
        self.length(node, list.len());
        let each = plan.each(node);
        let items = list.iter().map(|item| self.any(item, plan, each, false));
        Value::from(items.collect::<Vec<_>>())
    }

    /// One card of those that a component shows.
    fn card_at(&mut self, card: &Value, component: usize, place: usize) {
        if number(card).is_some() {
            self.found.items[place] = Item::Value(card.clone());
            return;
        }
        let Some(map) = card.as_map() else {
            self.fits = false;
            return;
        };
        let Some(begun) = self.item(component) else { return };
        let plan = begun.plan;
        self.fields(map, plan, plan.root(), false);
        self.item_end(&begun, place);
    }

    fn fields(
        &mut self,
        map: &Map,
        plan: &'p Plan,
        node: &'p Node,
        is_page: bool,
    ) -> Value {
        self.map(node, map.is_empty());
        let mut made = Map::with_capacity(map.len());
        for (key, value) in map {
            let name = key.as_str().map_or_else(|| Cow::from(key.to_string()), Cow::from);
            let found = plan.field(node, &name);
            let Some(of) = self.field(node, &name, found) else {
                if name == CARD {
                    made.insert(key.clone(), value.clone());
                }
                continue;
            };
            let given = if is_page { self.give(of, &name) } else { None };
            let value = match given {
                Some(Leaf::Itself) => Value::from(""),
                Some(Leaf::Slot(number)) => mark(number),
                None => self.any(value, plan, of, false),
            };
            made.insert(key.clone(), value);
        }
        // A map counts as true, also where a template uses nothing that is in it.
        if made.is_empty()
            && let Some((key, _)) = map.iter().next()
        {
            made.insert(key.clone(), Value::from(true));
        }
        self.found.shape.push(sort::END);
        Value::from(made)
    }
}

fn mark(number: usize) -> Value {
    Value::safe_string(&text_mark(number))
}
