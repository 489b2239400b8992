//! `place-told-too-finely`: no text of a location says more than its `publish` allows.
//!
//! # What it does
//! Where `publish` is coarser than what is recorded, a note, a dated fact, the text or a field of `extra`
//! of the location itself says the `area`, the `city` or the `name` that is not shown.
//!
//! # Why
//! What one field of a record withholds, the next would tell. Whoever wrote both knows which is meant.
//!
//! # Example
//! ```yaml
//! ie/office:
//!   name: An office
//!   city: Dublin
//!   country: ie
//!   precision: street
//!   publish: country
//!   note: The police of Dublin were told.
//! ```
//!
//! # Use instead
//! Say it without the place, or under `private`, which never leaves the build.

use crate::check::place::{Printed, line};
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::Id;
use crate::diag::codes;
use crate::fields::{Node, Value};
use crate::files::Span;
use crate::model::{Event, HeldBack, Item, Location, LocationId, Teller};

pub(super) const RULE: Rule = Rule {
    code: codes::PLACE_TOLD_TOO_FINELY,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for event in subject.edition().events().iter().map(|id| subject.edition().event(*id))
    {
        for teller in &event.tellers {
            let Teller::Location(id) = *teller else { continue };
            let location = &subject.site[id];
            let Some(held_back) = location.held_back() else { continue };
            for printed in texts(subject, event) {
                report(location, &held_back, &printed, findings);
            }
        }
    }
    for id in subject.edition().locations() {
        let location = &subject.site[*id];
        let Some(held_back) = location.held_back() else { continue };
        for printed in notes(subject, location) {
            report(location, &held_back, &printed, findings);
        }
        if let Some(extra) = &location.matter.extra {
            extras(location, &held_back, extra, findings);
        }
        prose(subject, *id, &held_back, findings);
    }
}

fn report(
    location: &Location,
    held_back: &HeldBack,
    printed: &Printed<'_>,
    findings: &mut Findings,
) {
    if let Some(finer) = held_back.in_text(printed.text) {
        findings.push(
            printed
                .told(RULE.code, location, held_back, &finer)
                .help("say it without the place, or under `private`"),
        );
    }
}

/// What is added to the record, to its status and to what is counted of it.
fn notes<'s>(subject: &Subject<'s>, location: &'s Location) -> Vec<Printed<'s>> {
    let of_history = location.history.iter().filter_map(|one| one.note.as_deref());
    let counted = location.numbers.iter().flat_map(|one| &one.statements);
    let of_numbers = counted.filter_map(|one| Some((one.note.as_deref()?, one.place)));
    let own = location.note.as_deref().into_iter().chain(of_history);
    own.map(|text| (text, location.place))
        .chain(of_numbers)
        .map(|(text, place)| Printed {
            what: "note",
            text,
            place: subject.written(place, text),
        })
        .collect()
}

/// What a dated fact says; its id is in addresses.
pub(super) fn texts<'s>(subject: &Subject<'s>, event: &'s Event) -> Vec<Printed<'s>> {
    let id = event.id.as_ref().map(Id::as_str);
    let texts = [Some(event.text.as_str()), event.note.as_deref(), id];
    let texts = texts.into_iter().flatten();
    let printed = |text: &'s str| {
        let place = subject.written(event.place, text);
        Printed { what: "dated fact", text, place }
    };
    texts.map(printed).collect()
}

/// The texts of the writer's own fields, which a theme may show.
fn extras(
    location: &Location,
    held_back: &HeldBack,
    node: &Node,
    findings: &mut Findings,
) {
    match &node.value {
        Value::Text(text) => {
            let printed =
                Printed { what: "field of `extra`", text: &text.text, place: node.span };
            report(location, held_back, &printed, findings);
        }
        Value::List(items) => {
            items.iter().for_each(|item| extras(location, held_back, item, findings));
        }
        Value::Map(entries) => {
            let values = entries.iter().map(|entry| &entry.value);
            values.for_each(|value| extras(location, held_back, value, findings));
        }
        Value::Null | Value::Unread => {}
    }
}

fn prose(
    subject: &Subject<'_>,
    id: LocationId,
    held_back: &HeldBack,
    findings: &mut Findings,
) {
    let Some(prose) = subject.site.prose(Item::Location(id)) else { return };
    let all = &subject.texts.get(prose.file).text;
    let Some(text) = all.get(prose.range.clone()) else { return };
    let start = Span::new(prose.file, prose.range.start, prose.range.start);
    if let Some((place, finer)) = line(text, start, |text| held_back.in_text(text)) {
        let printed = Printed { what: "text", text, place };
        findings.push(
            printed
                .told(RULE.code, &subject.site[id], held_back, &finer)
                .help("say it without the place"),
        );
    }
}
