//! The kinds of content: the table of them, and one file per kind with its fields and what these may hold.

pub mod article;
pub mod claim;
pub mod common;
pub mod copy;
pub mod correction;
pub mod country;
pub mod entity;
pub mod event;
pub mod location;
pub mod media;
pub mod number;
pub mod page;
pub mod source;
mod table;

pub(super) use table::KindFiles;
pub(crate) use table::kinds;
pub use table::{Kind, KindFields};

use crate::fields::Table;

/// The field tables of the reference, in reading order.
pub fn tables() -> Vec<&'static Table> {
    use crate::content::hold::Withdrawal;
    use crate::content::values::{AuthorRecord, ImageRecord, TitleRecord};
    vec![
        article::ArticleFields::TABLE,
        AuthorRecord::TABLE,
        ImageRecord::TABLE,
        event::EventFields::TABLE,
        correction::CorrectionFields::TABLE,
        source::SourceFields::TABLE,
        TitleRecord::TABLE,
        source::QuoteFields::TABLE,
        location::LocationFields::TABLE,
        location::Radius::TABLE,
        location::StatusChange::TABLE,
        country::CountryFields::TABLE,
        country::ResponseFields::TABLE,
        page::PageFields::TABLE,
        page::HomeFields::TABLE,
        page::FigureFields::TABLE,
        entity::EntityFields::TABLE,
        claim::ClaimFields::TABLE,
        claim::ClaimChange::TABLE,
        claim::ProceedingFields::TABLE,
        claim::AnswerFields::TABLE,
        claim::ReplyFields::TABLE,
        number::NumberFields::TABLE,
        media::MediaFields::TABLE,
        copy::CopyFields::TABLE,
        Withdrawal::TABLE,
    ]
}
