//! What an entry takes over from others: `crossref` and `xdata`, over as many steps as there are.
//!
//! After BibLaTeX ("Data Inheritance Setup" in its manual): of a parent, its title becomes the title of what the entry is in.

use super::syntax::{Entry, LARGEST, Value};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// How many steps an entry may be from what it takes over.
const FURTHEST: usize = 16;

/// How many bytes an inherited field counts as, beside those of its value.
const FIELD: usize = 16;

/// The fields by which an entry takes over those of others.
const INHERITING: [&str; 2] = ["crossref", "xdata"];

/// The fields that say when: an entry with one of them has a date of its own.
const DATES: [&str; 4] = ["date", "year", "month", "day"];

/// What is an entry's own business.
const OWN: [&str; 14] = [
    "crossref",
    "xdata",
    "xref",
    "ids",
    "entryset",
    "entrysubtype",
    "execute",
    "label",
    "options",
    "presort",
    "related",
    "shorthand",
    "sortkey",
    "file",
];

/// A field of an entry or of one that it inherits from.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) name: Range<usize>,
    pub(super) value: Rc<Value>,
}

/// The fields of an entry by name, in small letters.
pub(super) type Fields = BTreeMap<String, Given>;

/// Why an entry can't take over what it names.
pub(super) enum Problem {
    /// There is no such entry.
    Unknown(String),
    /// The entry would inherit from itself.
    Ring(String),
    /// There are too many steps between.
    TooFar,
    /// It would make too much of the file.
    TooLong,
}

/// The fields of all entries, each with what it takes over, and what is wrong with that.
pub(super) fn inherit(
    entries: &[Entry<'_>],
) -> (Vec<Fields>, Vec<(Range<usize>, Problem)>) {
    let own = entries.iter().map(|entry| {
        let given = |field: &super::syntax::Field<'_>| {
            let given = Given {
                name: field.name.bytes.clone(),
                value: Rc::new(field.value.clone()),
            };
            (field.name.text.to_ascii_lowercase(), given)
        };
        entry.fields.iter().map(given).collect()
    });
    let mut family = Family {
        entries,
        own: own.collect(),
        by_key: entries.iter().enumerate().map(|(at, e)| (e.key.text, at)).collect(),
        states: vec![State::New; entries.len()],
        problems: Vec::new(),
        budget: LARGEST,
    };
    for at in 0..entries.len() {
        family.complete(at, 0);
    }
    (family.own, family.problems)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Begun,
    Done,
}

struct Family<'e, 't> {
    entries: &'e [Entry<'t>],
    own: Vec<Fields>,
    by_key: BTreeMap<&'t str, usize>,
    states: Vec<State>,
    problems: Vec<(Range<usize>, Problem)>,
    budget: usize,
}

impl Family<'_, '_> {
    /// Completes the entry at a place, those that it inherits from first; `steps` bounds the recursion.
    fn complete(&mut self, at: usize, steps: usize) {
        if self.states[at] == State::Done {
            return;
        }
        self.states[at] = State::Begun;
        for by in INHERITING {
            let Some(given) = self.own[at].get(by).cloned() else { continue };
            let keys = given.value.text.replace(['{', '}'], "");
            for key in keys.split(',').map(str::trim).filter(|key| !key.is_empty()) {
                if let Err(problem) = self.take_over(at, by, key, steps) {
                    self.problems.push((given.value.bytes.clone(), problem));
                }
            }
        }
        self.states[at] = State::Done;
    }

    fn take_over(
        &mut self,
        at: usize,
        by: &str,
        key: &str,
        steps: usize,
    ) -> Result<(), Problem> {
        let parent = self.by_key.get(key).copied();
        let parent = parent.ok_or_else(|| Problem::Unknown(key.to_owned()))?;
        match self.states[parent] {
            State::Begun => return Err(Problem::Ring(key.to_owned())),
            State::New if steps >= FURTHEST => return Err(Problem::TooFar),
            State::New => self.complete(parent, steps + 1),
            State::Done => {}
        }
        let kinds =
            [parent, at].map(|at| self.entries[at].kind.text.to_ascii_lowercase());
        let has_date = DATES.iter().any(|name| self.own[at].contains_key(*name));
        let mut taken = Vec::new();
        for (name, given) in &self.own[parent] {
            if OWN.contains(&name.as_str())
                || (has_date && DATES.contains(&name.as_str()))
            {
                continue;
            }
            let renamed = if by == "xdata" { name } else { renamed(name, &kinds) };
            if !self.own[at].contains_key(renamed) {
                let size = given.value.text.len() + FIELD;
                self.budget = self.budget.checked_sub(size).ok_or(Problem::TooLong)?;
                taken.push((renamed.to_owned(), given.clone()));
            }
        }
        self.own[at].extend(taken);
        Ok(())
    }
}

/// What a parent's field is called in an entry of another kind (BibLaTeX, appendix B).
fn renamed<'n>(name: &'n str, [parent, entry]: &[String; 2]) -> &'n str {
    let parts = ["inbook", "bookinbook", "suppbook"];
    let collected = ["incollection", "inreference", "suppcollection"];
    let papers = ["inproceedings", "conference"];
    let kind = entry.as_str();
    let part = match parent.as_str() {
        "book" => parts.contains(&kind),
        "collection" | "reference" => collected.contains(&kind),
        "proceedings" => papers.contains(&kind),
        _ => false,
    };
    let volume = match parent.as_str() {
        "mvbook" => kind == "book" || parts.contains(&kind),
        "mvcollection" | "mvreference" => {
            matches!(kind, "collection" | "reference") || collected.contains(&kind)
        }
        "mvproceedings" => kind == "proceedings" || papers.contains(&kind),
        _ => false,
    };
    let issue = parent == "periodical" && matches!(kind, "article" | "suppperiodical");
    match name {
        "title" if part => "booktitle",
        "title" if volume => "maintitle",
        "title" if issue => "journaltitle",
        "subtitle" if part => "booksubtitle",
        "subtitle" if volume => "mainsubtitle",
        "subtitle" if issue => "journalsubtitle",
        name => name,
    }
}
