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
mod signatures;
mod tokens;

pub(super) use library::{IsCounted, TemplateLibrary};
pub(super) use names::{SaidPhrase, TemplateNames, names, shown_by_component};
pub(super) use signatures::{Signature, signatures};

use std::sync::LazyLock;

/// What a template does with the values of a view.
#[derive(Debug)]
pub(super) struct Plan {
    usages: Vec<Usage>,
}

/// What is done with one value.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Usage {
    /// It is looked at, with all that is in it.
    pub(super) whole: bool,
    /// It is written.
    pub(super) written: bool,
    /// It is the argument of a component, which may ask whether it is a number.
    pub(super) given: bool,
    /// Its length is asked for.
    counted: bool,
    /// It is written by the filter `links`; in a plan, that is all that is done with it.
    pub(super) links: bool,
    /// It is a card or a list of cards that a component shows: the one with this number. In a plan, that is all that
    /// is done with it.
    pub(super) cards: Option<usize>,
    /// What is done with its fields, by their names; those that are not here are not used.
    fields: Vec<(Box<str>, usize)>,
    /// What is done with the items of a list.
    each: Option<usize>,
}

impl Usage {
    /// One that is looked at, or not used at all.
    const fn new(whole: bool) -> Self {
        Usage {
            whole,
            written: false,
            given: false,
            counted: false,
            links: false,
            cards: None,
            fields: Vec::new(),
            each: None,
        }
    }

    /// Whether its items are gone through, or counted.
    pub(super) fn is_list(&self) -> bool {
        self.counted || self.each.is_some()
    }
}

/// Any value within one that is looked at.
static WHOLE: Usage = Usage::new(true);

/// Any item of a list of which only the length is asked for.
static UNUSED: Usage = Usage::new(false);

/// What the filter `links` does with a link.
static LINK: LazyLock<Plan> = LazyLock::new(|| Plan {
    usages: vec![
        Usage { fields: vec![("html".into(), 1)], ..Usage::new(false) },
        Usage { written: true, ..Usage::new(false) },
    ],
});

impl Plan {
    /// What the filter `links` does with a link.
    pub(super) fn link() -> &'static Self {
        &LINK
    }

    /// What is done with the view itself.
    pub(super) fn root(&self) -> &Usage {
        &self.usages[0]
    }

    /// What is done with the field `name` of a value, and which it is; none where it is not used.
    pub(super) fn field(&self, of: &Usage, name: &str) -> Option<(usize, &Usage)> {
        if of.whole {
            return Some((0, &WHOLE));
        }
        let at = of.fields.iter().position(|(known, _)| **known == *name)?;
        Some((at, &self.usages[of.fields[at].1]))
    }

    /// What is done with the items of a list.
    pub(super) fn each(&self, of: &Usage) -> &Usage {
        match of.each {
            _ if of.whole => &WHOLE,
            Some(each) => &self.usages[each],
            None => &UNUSED,
        }
    }
}
