//! `place-named-too-finely`: no name, id or address of a location is finer than its `publish`.
//!
//! # What it does
//! Where `publish` is coarser than what is recorded, the name that readers see, the id (which makes the
//! address of the page) or an alias repeats the `area`, the `city` or the `name` that is not shown.
//! Or one of them has the number of a house or the name of a street, and `publish` is coarser than that.
//!
//! # Why
//! A street in a headline, or in the address of a page, is as public as a point on a map.
//!
//! # Example
//! ```yaml
//! ie/12-mill-lane:
//!   name: House in Mill Lane
//!   city: Dublin
//!   area: Mill Lane
//!   country: ie
//!   precision: building
//!   publish: city
//! ```
//!
//! # Use instead
//! Give it an id that is not the street, and a `public_name` for readers; `name` stays in the newsroom then.

use crate::check::place::Printed;
use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::codes;
use crate::letters::slug;
use crate::model::{HeldBack, Location};

pub(super) const RULE: Rule = Rule {
    code: codes::PLACE_NAMED_TOO_FINELY,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for id in subject.edition().locations() {
        let location = &subject.site[*id];
        if let Some(held_back) = location.held_back() {
            name(subject, location, &held_back, findings);
            own_id(location, &held_back, findings);
            aliases(subject, location, &held_back, findings);
        }
    }
}

fn name(
    subject: &Subject<'_>,
    location: &Location,
    held_back: &HeldBack,
    findings: &mut Findings,
) {
    let text = location.published().name;
    let Some(finer) = held_back.in_name(text) else { return };
    let place = subject.written(location.place, text);
    let has_other = held_back.has_public_name();
    let what = if has_other { "public name" } else { "name" };
    let found =
        Printed { what, text, place }.told(RULE.code, location, held_back, &finer);
    findings.push(if has_other {
        found.help("take it out of `public_name`")
    } else {
        found.help(
            "give readers another: `public_name: …`; they are not shown `name` then",
        )
    });
}

fn own_id(location: &Location, held_back: &HeldBack, findings: &mut Findings) {
    let text = location.names.id.as_str();
    let Some(finer) = held_back.in_name(text) else { return };
    // An inline record without an id is called after its name, which has been reported.
    let last = text.rsplit('/').next().unwrap_or(text);
    if last == slug(location.published().name) {
        return;
    }
    let printed = Printed { what: "id", text, place: location.place };
    let found = printed.told(RULE.code, location, held_back, &finer);
    findings.push(
        found
            .note(format!("the address of its page is `{}`", location.names.address))
            .help("give it an id that does not tell where it is"),
    );
}

fn aliases(
    subject: &Subject<'_>,
    location: &Location,
    held_back: &HeldBack,
    findings: &mut Findings,
) {
    for redirect in &location.names.redirects {
        let path = redirect.as_str();
        let stem = path.strip_suffix("/index.html").or(path.strip_suffix(".html"));
        let text = stem.unwrap_or(path);
        let Some(finer) = held_back.in_name(text) else { continue };
        let alias = text.strip_prefix("locations/").unwrap_or(text);
        let place = subject.written(location.place, alias);
        let printed = Printed { what: "alias", text, place };
        let found = printed.told(RULE.code, location, held_back, &finer);
        findings.push(
            found
                .note(format!("a page would be written to `{path}`"))
                .help("take the alias away"),
        );
    }
}
