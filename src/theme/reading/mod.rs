//! What a template does with each value it is given.
//!
//! Most of what a page is given is only shown: the template looks at whether it is there, and writes
//! it. Then the engine need not be asked again for a page that has the same things there: what it
//! would make differs in nothing but the texts (`mould`). [`Plan`] tells, for each value of a view,
//! whether that is so.
//!
//! A plan is found by reading the template and the components it calls, with what each is given
//! ([`reader`]). Whatever is not understood counts as looked at, or makes the whole template one of which
//! nothing is known: a plan that says too little costs time, never a wrong page.

mod library;
mod names;
mod reader;
mod tokens;

pub(super) use library::{IsCounted, Library};
pub(super) use names::{Names, SaidPhrase, names};

use std::sync::{LazyLock, OnceLock};

/// What a template does with the values of a view.
#[derive(Debug)]
pub(super) struct Plan {
    nodes: Vec<Node>,
}

/// What is done with one value.
#[derive(Debug)]
pub(super) struct Node {
    /// It is looked at, with all that is in it.
    pub(super) whole: bool,
    /// It is written.
    pub(super) written: bool,
    /// A component is given it, and may ask for its type.
    pub(super) given: bool,
    /// Its length is asked for.
    counted: bool,
    /// It is a list of links, and all that is done with it is to write them with commas between.
    pub(super) links: bool,
    /// It is a card or a list of cards, and all that is done with it is to show them by a component:
    /// the plan with this number.
    pub(super) cards: Option<usize>,
    /// What is done with its fields, by their names; those that are not here are not used.
    fields: Vec<(Box<str>, usize)>,
    order: OnceLock<Order>,
    /// What is done with the items of a list.
    each: Option<usize>,
}

/// Where the fields of a struct are in a plan, in the order in which the struct has them: found for the
/// first that is met, since a value is of the same struct on nearly every page.
type Order = Box<[Place]>;

/// A field of a struct.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Where its name is in memory, and how long it is: a name that never moves is known by that.
    name: (usize, usize),
    /// Its place among the fields of the plan, and that of what is done with it among all nodes.
    at: Option<(usize, usize)>,
}

fn address(name: &'static str) -> (usize, usize) {
    (name.as_ptr() as usize, name.len())
}

/// Goes through the fields of a struct.
pub(super) struct Steps<'p> {
    plan: &'p Plan,
    node: &'p Node,
    /// Those that follow, where that is known.
    known: &'p [Place],
    /// Where those are that have been met, if that isn't known yet.
    order: Option<Vec<Place>>,
}

impl<'p> Steps<'p> {
    /// Those of the value of which `node` tells.
    pub(super) fn new(plan: &'p Plan, node: &'p Node) -> Self {
        let known = node.order.get();
        let order = (!node.whole && known.is_none()).then(Vec::new);
        Steps { plan, node, known: known.map_or(&[], |order| order), order }
    }

    /// What is done with the next field, which is called `name`, as [`Plan::field`] says.
    #[inline]
    pub(super) fn next(&mut self, name: &'static str) -> Option<(usize, &'p Node)> {
        if let Some((place, rest)) = self.known.split_first()
            && place.name == address(name)
        {
            self.known = rest;
            return place.at.map(|(at, node)| (at, &self.plan.nodes[node]));
        }
        self.find(name)
    }

    /// The same where it isn't known: for the first struct of its kind, and for one of another kind.
    #[cold]
    fn find(&mut self, name: &'static str) -> Option<(usize, &'p Node)> {
        self.known = &[];
        if let Some(order) = &mut self.order {
            let at = self.plan.place(self.node, name);
            order.push(Place { name: address(name), at });
        }
        self.plan.field(self.node, name)
    }

    /// All have been met.
    pub(super) fn end(self) {
        if let Some(order) = self.order {
            // Another thread may have been first, with the same struct or another.
            let _ = self.node.order.set(order.into());
        }
    }
}

impl Node {
    const fn unused(whole: bool) -> Self {
        Node {
            whole,
            written: false,
            given: false,
            counted: false,
            links: false,
            cards: None,
            fields: Vec::new(),
            order: OnceLock::new(),
            each: None,
        }
    }

    /// Whether its items are gone through, or counted.
    pub(super) fn is_list(&self) -> bool {
        self.counted || self.each.is_some()
    }
}

/// Any value within one that is looked at.
static WHOLE: Node = Node::unused(true);

/// Any item of a list of which only the length is asked for.
static UNUSED: Node = Node::unused(false);

/// What the filter `links` does with a link.
static LINK: LazyLock<Plan> = LazyLock::new(|| Plan {
    nodes: vec![
        Node { fields: vec![("html".into(), 1)], ..Node::unused(false) },
        Node { written: true, ..Node::unused(false) },
    ],
});

impl Plan {
    /// What the filter `links` does with a link.
    pub(super) fn link() -> &'static Self {
        &LINK
    }

    /// What is done with the view itself.
    pub(super) fn root(&self) -> &Node {
        &self.nodes[0]
    }

    /// What is done with the field `name` of a value, and which it is; none where it is not used.
    pub(super) fn field(&self, of: &Node, name: &str) -> Option<(usize, &Node)> {
        if of.whole {
            return Some((0, &WHOLE));
        }
        let (at, node) = self.place(of, name)?;
        Some((at, &self.nodes[node]))
    }

    /// The place of a field among those of a value, and of what is done with it among all nodes.
    fn place(&self, of: &Node, name: &str) -> Option<(usize, usize)> {
        let at = of.fields.iter().position(|(known, _)| **known == *name)?;
        Some((at, of.fields[at].1))
    }

    /// What is done with the items of a list.
    pub(super) fn each(&self, of: &Node) -> &Node {
        match of.each {
            _ if of.whole => &WHOLE,
            Some(each) => &self.nodes[each],
            None => &UNUSED,
        }
    }
}
