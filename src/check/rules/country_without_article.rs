//! `country-without-article`: each country has its account.
//!
//! # What it does
//! A country has locations and no article. Asked by `dateline check` only.
//!
//! # Why
//! A list of places is not an account. Readers of that country find nothing that explains
//! them.
//!
//! # Example
//! ```yaml
//! # locations/l.yaml; no article has `countries: [ie]`
//! dublin: {name: Capel Street, city: Dublin, country: ie}
//! ```
//!
//! # Use instead
//! Write an article with the country in its `countries`, be it short.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};

pub(super) const RULE: Rule = Rule {
    code: codes::COUNTRY_WITHOUT_ARTICLE,
    when: When::OnCheck,
    seeks: Sought::Use,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for id in subject.edition().countries() {
        let of = subject.edition().of_country(*id);
        let Some(first) = of.locations.first().filter(|_| of.articles.is_empty()) else {
            continue;
        };
        let name = &subject.site[*id].name;
        let message = format!("no article is about {name}, which has locations");
        findings.push(
            Diagnostic::new(
                codes::COUNTRY_WITHOUT_ARTICLE,
                subject.site[*first].place,
                message,
            )
            .help("write one with the country in its `countries`"),
        );
    }
}
