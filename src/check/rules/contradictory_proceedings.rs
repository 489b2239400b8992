//! `contradictory-proceedings`: one party, one date, one outcome.
//!
//! # What it does
//! Two steps of the law against one party on one date exclude each other: convicted and
//! acquitted, a plea of guilty and of not guilty.
//!
//! # Why
//! A proceeding is the gravest thing a site says of anybody. Where it says both, one is
//! wrong, and readers can't know which.
//!
//! # Example
//! ```yaml
//! proceedings:
//!   - {party: first defendant, date: 2024-12-18, is: convicted}
//!   - {party: first defendant, date: 2024-12-18, is: acquitted}
//! ```
//!
//! # Use instead
//! Take out the wrong one. Where both are so, on different counts, say in the `note` of
//! each which count it is.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::content::kinds::claim::Standing;
use crate::diag::{Diagnostic, codes};
use crate::model::{Proceeding, Who};
use foldhash::HashMap;

pub(super) const RULE: Rule = Rule {
    code: codes::CONTRADICTORY_PROCEEDINGS,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

/// Steps of which no two can be taken on one date, in one matter.
const EXCLUDING: [(Standing, Standing); 6] = [
    (Standing::Convicted, Standing::Acquitted),
    (Standing::Convicted, Standing::Dismissed),
    (Standing::Sentenced, Standing::Acquitted),
    (Standing::Sentenced, Standing::Dismissed),
    (Standing::PleadedGuilty, Standing::PleadedNotGuilty),
    (Standing::Charged, Standing::ClosedWithoutCharges),
];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for claim in &subject.site.claims {
        // They are sorted by date, so that those of one date stand together.
        for day in claim.proceedings.chunk_by(|a, b| a.date.written() == b.date.written())
        {
            for (first, second) in EXCLUDING {
                report(day, first, second, findings);
            }
        }
    }
}

fn report(
    day: &[Proceeding],
    first: Standing,
    second: Standing,
    findings: &mut Findings,
) {
    let mut others: HashMap<&Who, &Proceeding> = HashMap::default();
    for step in day.iter().filter(|step| step.standing == second) {
        others.entry(&step.party).or_insert(step);
    }
    for one in day.iter().filter(|step| step.standing == first) {
        let Some(other) = others.get(&one.party) else { continue };
        if one.note.is_some() && other.note.is_some() {
            continue;
        }
        let message = format!(
            "one party is `{}` and `{}` on one date, {}",
            first.word(),
            second.word(),
            one.date.written()
        );
        findings.push(
            Diagnostic::new(codes::CONTRADICTORY_PROCEEDINGS, other.place, message)
                .also(one.place, "the same party, the same date")
                .help("take the wrong one out")
                .help("where both are so, say in the `note` of each which count it is"),
        );
    }
}
