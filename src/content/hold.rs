//! What holds a record back: a draft, an embargo, a day after which it is no longer shown.

use crate::dates::{Certainty, Edtf, Published};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Node, Shape, Spanned};
use crate::record;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

record! {
    /// What every kind of record may say of when it is published.
    pub struct Hold: "hold" {
        /// Not to be published yet.
        draft: Optional<bool> = "true";
        /// Not to be published before this day.
        embargo: Optional<Spanned<Published>> = "2026-12-01";
        /// Not to be published from this day on.
        expires: Optional<Spanned<Published>> = "2027-12-01";
        /// Taken back after it was published: when, and why. Its page says so and nothing else; what has no page is
        /// gone.
        withdrawn: Optional<Withdrawal> = "{date: 2026-12-01, reason: A court has ordered it.}";
    }
}

record! {
    /// When and why something is taken back that was published.
    pub struct Withdrawal: "withdrawal" {
        /// When.
        date: Required<Spanned<Edtf>> = "2026-12-01";
        /// Why; readers are told.
        reason: Required<Reason> = "A court has ordered it.";
    }
}

/// A reason, which has a word in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason(String);

impl Decode for Reason {
    fn shape() -> Shape {
        String::shape()
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        let text = String::decode(node, diags)?;
        if text.contains(char::is_alphanumeric) {
            return Some(Reason(text));
        }
        diags.push(
            Diagnostic::new(codes::INVALID_VALUE, node.span, "the reason says nothing")
                .help("say why, in words: readers see them at the address of what was withdrawn"),
        );
        None
    }
}

/// What is published that otherwise would be held back.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether what is under embargo is shown.
    pub embargoed: bool,
    /// The day for which the site is made. Without it every embargo holds, and what expires
    /// has expired: whether it has is not known.
    pub as_of: Option<Edtf>,
}

/// Why a record is held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeldBy {
    /// It is a draft.
    Draft,
    /// It is not to be published before this day.
    Embargo(Edtf),
    /// It was withdrawn on this day, for this reason.
    Withdrawn(Edtf, String),
    /// It is not to be published from this day on.
    Expiry(Edtf),
}

impl Policy {
    /// The same for readers: without drafts and what is under embargo.
    pub fn for_readers(&self) -> Policy {
        Policy { drafts: false, embargoed: false, as_of: self.as_of.clone() }
    }
}

impl Hold {
    /// Why the record is held back under `policy`; `None` where it may be published. A date that leaves room for
    /// doubt holds for as long as there is any.
    pub fn by(&self, policy: &Policy) -> Option<HeldBy> {
        if self.draft == Some(true) && !policy.drafts {
            return Some(HeldBy::Draft);
        }
        let today = policy.as_of.as_ref();
        let is_over =
            |embargo: &Edtf| today.is_some_and(|today| has_come(embargo, today));
        let is_ahead =
            |expiry: &Edtf| today.is_some_and(|today| today.is_definitely_before(expiry));
        let (embargo, expires) = (self.embargo.as_ref(), self.expires.as_ref());
        let embargo = embargo.filter(|_| !policy.embargoed).map(|day| &day.value.0);
        let embargo = embargo.filter(|day| !is_over(day));
        let expires = expires.map(|day| &day.value.0).filter(|day| !is_ahead(day));
        let embargo = embargo.map(|day| HeldBy::Embargo(day.clone()));
        // What nobody has seen yet can't be taken back.
        let withdrawn = self.withdrawn.as_ref().map(|Withdrawal { date, reason }| {
            HeldBy::Withdrawn(date.value.clone(), reason.0.clone())
        });
        let expired = || expires.map(|day| HeldBy::Expiry(day.clone()));
        embargo.or(withdrawn).or_else(expired)
    }
}

/// Whether an embargo is over today, beyond doubt.
fn has_come(embargo: &Edtf, today: &Edtf) -> bool {
    // Of two instants the clock decides.
    !today.is_definitely_before(embargo)
        && first_day(embargo).zip(today.earliest()).is_some_and(|(day, now)| day <= now)
}

/// The first day on which an embargo is over: of `2026-12` the first day counts, of `2026-12?` the last.
fn first_day(embargo: &Edtf) -> Option<Date> {
    match embargo.certainty() {
        Certainty::Certain => embargo.earliest(),
        _ => embargo.latest(),
    }
}

impl HeldBy {
    /// Why it is held, in words that go on after "it": `is a draft`.
    pub fn words(&self) -> String {
        match self {
            HeldBy::Draft => "is a draft".to_owned(),
            HeldBy::Embargo(day) => format!("is under embargo until {}", day.written()),
            HeldBy::Withdrawn(day, _) => format!("was withdrawn on {}", day.written()),
            HeldBy::Expiry(day) => format!("expires on {}", day.written()),
        }
    }

    /// The option of the program that shows it all the same, if one does.
    pub fn option(&self) -> Option<String> {
        let day = match self {
            HeldBy::Draft => return Some("--drafts".to_owned()),
            HeldBy::Withdrawn(..) => return None,
            HeldBy::Embargo(day) => first_day(day),
            HeldBy::Expiry(day) => day.earliest().and_then(|day| day.yesterday().ok()),
        };
        Some(day.map_or("--as-of".to_owned(), |day| format!("--as-of {day}")))
    }
}

/// A record that says when it is published.
pub trait Held {
    /// What it says.
    fn hold(&self) -> &Hold;

    /// The same, of a record that is held back once it is read.
    fn hold_mut(&mut self) -> &mut Hold;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::yaml;
    use crate::files::FileId;

    fn read(hold: &str) -> Hold {
        let mut diags = Diagnostics::default();
        let node = yaml::read(hold, 0..hold.len(), FileId(0), &mut diags).unwrap();
        Hold::decode(&node, &mut diags).unwrap()
    }

    fn held(hold: &str, as_of: Option<&str>, drafts: bool) -> Option<HeldBy> {
        let hold = read(hold);
        let as_of = as_of.map(|day| Edtf::parse(day).unwrap());
        hold.by(&Policy { drafts, as_of, ..Policy::default() })
    }

    #[test]
    fn a_draft_is_held_until_drafts_are_asked_for() {
        assert_eq!(held("draft: true", Some("2026"), false), Some(HeldBy::Draft));
        assert_eq!(held("draft: true", None, true), None);
        assert_eq!(held("draft: false", None, false), None);
        // Drafts are no embargoes.
        assert!(held("{draft: true, embargo: 2026-12-01}", None, true).is_some());
    }

    #[test]
    fn an_embargo_holds_until_its_day_has_come_beyond_doubt() {
        for (embargo, last_held, first_shown) in [
            ("2026-12-01", "2026-11-30", "2026-12-01"),
            ("2026-12", "2026-11-30", "2026-12-01"),
            ("2026-12-01T09:00:00Z", "2026-11-30", "2026-12-01"),
            ("2026-12-01?", "2026-11-30", "2026-12-01"),
            ("2026-12?", "2026-12-30", "2026-12-31"),
            ("about 2026", "2026-12-30", "2026-12-31"),
        ] {
            let hold = format!("embargo: {embargo}");
            assert!(held(&hold, Some(last_held), true).is_some(), "{embargo}");
            assert_eq!(held(&hold, Some(first_shown), false), None, "{embargo}");
            assert!(held(&hold, None, true).is_some(), "{embargo}");
        }
        // A month is not sure to have come to its middle.
        assert!(held("embargo: 2026-12-15", Some("2026-12"), false).is_some());
        assert!(held("embargo: 2026-12/..", Some("2026-11-30"), false).is_some());
        assert!(held("embargo: ../2026-12", Some("2026-11-30"), false).is_some());
    }

    #[test]
    fn who_writes_sees_what_is_under_embargo_and_readers_do_not() {
        let writers = Policy { drafts: true, embargoed: true, as_of: None };
        for hold in ["embargo: 2026-12-01", "draft: true"] {
            let hold = read(hold);
            assert_eq!(hold.by(&writers), None);
            assert!(hold.by(&writers.for_readers()).is_some());
        }
        assert!(read("expires: 2026-12-01").by(&writers).is_some());
    }

    #[test]
    fn what_was_withdrawn_is_held_once_it_could_be_seen() {
        let withdrawn = "withdrawn: {date: 2026-12-01, reason: Wrong.}";
        let by = Edtf::parse("2026-12-01").unwrap();
        let by = Some(HeldBy::Withdrawn(by, "Wrong.".into()));
        assert_eq!(held(withdrawn, None, true), by);
        // Whatever the day.
        assert_eq!(held(withdrawn, Some("2026-01-01"), false), by);
        assert_eq!(held(&format!("{withdrawn}\nexpires: 2025"), None, false), by);
        let draft = held(&format!("{withdrawn}\ndraft: true"), None, false);
        assert_eq!(draft, Some(HeldBy::Draft));
        let embargo = held(&format!("{withdrawn}\nembargo: 2027"), None, false);
        assert!(matches!(embargo, Some(HeldBy::Embargo(_))));
    }

    #[test]
    fn what_expires_is_held_from_its_day_on_and_without_a_day() {
        assert_eq!(held("expires: 2026-12-01", Some("2026-11-30"), false), None);
        for today in [Some("2026-12-01"), Some("2027-01-01"), Some("2026"), None] {
            assert!(held("expires: 2026-12-01", today, false).is_some(), "{today:?}");
        }
    }
}
