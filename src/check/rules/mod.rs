//! The rules, one file each: what it does, why, an example, what to write instead.

mod alleged_without_maker;
mod confirmed_without_basis;
mod confirmed_without_copy;
mod corroborated_by_one_origin;
mod disputed_without_contrary;
mod overturned_without_finding;
mod party_unheard;
mod reported_by_maker_only;
mod unsubstantiated_without_inquiry;

use super::Rule;

/// Every rule, in the order of their codes.
pub const RULES: &[&Rule] = &[
    &alleged_without_maker::RULE,
    &reported_by_maker_only::RULE,
    &corroborated_by_one_origin::RULE,
    &confirmed_without_basis::RULE,
    &confirmed_without_copy::RULE,
    &disputed_without_contrary::RULE,
    &unsubstantiated_without_inquiry::RULE,
    &overturned_without_finding::RULE,
    &party_unheard::RULE,
];
