//! The rules, one file each: what it does, why, an example, what to write instead.

mod address_gone;
mod alleged_without_maker;
mod answer_to_nothing;
mod archive_of_something_else;
mod archive_out_of_time;
mod broken_link;
mod circular_claims;
mod circular_sources;
mod claim_without_response;
mod confidential_source_with_url;
mod confirmed_without_basis;
mod confirmed_without_copy;
mod contradictory_proceedings;
mod contrary_is_opinion;
mod contrary_out_of_date;
mod copy_damaged;
mod copy_differs;
mod copy_of_another;
mod corroborated_by_one_origin;
mod country_without_article;
mod damaged_release;
mod date_to_come;
mod disputed_without_contrary;
mod document_tells_more;
mod history_ends_elsewhere;
mod markup_in_words;
mod missing_copy;
mod number_changed_silently;
mod original_repeats_another;
mod overturned_without_finding;
mod party_unheard;
mod place_named_too_finely;
mod place_told_elsewhere;
mod place_told_too_finely;
mod private_entity_linked;
mod private_entity_named;
mod quotation_not_found;
mod record_ahead_of_text;
mod reported_by_maker_only;
mod same_title_and_date;
mod slight_change;
mod source_dropped_silently;
mod source_of_too_many;
mod source_on_both_sides;
mod source_recorded_twice;
mod sources_disagree;
mod status_changed_silently;
mod sum_of_no_copy;
mod translation_cites_less;
mod translation_of_other_claims;
mod translation_out_of_date;
mod translation_with_other_statuses;
mod unarchived_source;
mod unchecked_quotation;
mod unread_file;
mod unsubstantiated_without_inquiry;
mod untraced_source;
mod unused_source;
mod wording_as_fact;
mod words_changed_silently;
mod words_of_guilt;

use super::Rule;

/// Every rule, in the order of their codes.
pub const RULES: &[&Rule] = &[
    &private_entity_named::RULE,
    &place_named_too_finely::RULE,
    &place_told_too_finely::RULE,
    &broken_link::RULE,
    &alleged_without_maker::RULE,
    &reported_by_maker_only::RULE,
    &corroborated_by_one_origin::RULE,
    &confirmed_without_basis::RULE,
    &confirmed_without_copy::RULE,
    &disputed_without_contrary::RULE,
    &unsubstantiated_without_inquiry::RULE,
    &overturned_without_finding::RULE,
    &party_unheard::RULE,
    &original_repeats_another::RULE,
    &circular_sources::RULE,
    &circular_claims::RULE,
    &history_ends_elsewhere::RULE,
    &contradictory_proceedings::RULE,
    &answer_to_nothing::RULE,
    &confidential_source_with_url::RULE,
    &private_entity_linked::RULE,
    &archive_out_of_time::RULE,
    &missing_copy::RULE,
    &copy_differs::RULE,
    &quotation_not_found::RULE,
    &sum_of_no_copy::RULE,
    &copy_damaged::RULE,
    &copy_of_another::RULE,
    &unread_file::RULE,
    &document_tells_more::RULE,
    &wording_as_fact::RULE,
    &words_of_guilt::RULE,
    &sources_disagree::RULE,
    &unused_source::RULE,
    &unarchived_source::RULE,
    &claim_without_response::RULE,
    &country_without_article::RULE,
    &record_ahead_of_text::RULE,
    &place_told_elsewhere::RULE,
    &archive_of_something_else::RULE,
    &source_of_too_many::RULE,
    &untraced_source::RULE,
    &source_on_both_sides::RULE,
    &contrary_out_of_date::RULE,
    &contrary_is_opinion::RULE,
    &same_title_and_date::RULE,
    &source_recorded_twice::RULE,
    &unchecked_quotation::RULE,
    &date_to_come::RULE,
    &markup_in_words::RULE,
    &damaged_release::RULE,
    &translation_out_of_date::RULE,
    &translation_of_other_claims::RULE,
    &translation_with_other_statuses::RULE,
    &translation_cites_less::RULE,
    &status_changed_silently::RULE,
    &words_changed_silently::RULE,
    &number_changed_silently::RULE,
    &address_gone::RULE,
    &source_dropped_silently::RULE,
    &slight_change::RULE,
];
