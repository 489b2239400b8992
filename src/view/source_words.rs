//! The words of sources: what one is, its role, what stands between it and a reader.

use crate::content::kinds::source::{Access, Role, SourceType, UrlStatus};
use crate::phrases::Phrases;

/// What a source is: "Newspaper article".
pub(super) fn source_kind(kind: SourceType, phrases: &Phrases) -> &str {
    match kind {
        SourceType::Article => phrases.kind_article(),
        SourceType::ArticleJournal => phrases.journal_article(),
        SourceType::ArticleMagazine => phrases.magazine_article(),
        SourceType::ArticleNewspaper => phrases.newspaper_article(),
        SourceType::Bill => phrases.kind_bill(),
        SourceType::Book => phrases.kind_book(),
        SourceType::Broadcast => phrases.kind_broadcast(),
        SourceType::Chapter => phrases.kind_chapter(),
        SourceType::Collection => phrases.kind_collection(),
        SourceType::Dataset => phrases.kind_dataset(),
        SourceType::Document => phrases.kind_document(),
        SourceType::Entry => phrases.kind_entry(),
        SourceType::EntryDictionary => phrases.dictionary_entry(),
        SourceType::EntryEncyclopedia => phrases.encyclopaedia_entry(),
        SourceType::Event => phrases.kind_event(),
        SourceType::Figure => phrases.kind_figure(),
        SourceType::Graphic => phrases.kind_graphic(),
        SourceType::Hearing => phrases.kind_hearing(),
        SourceType::Interview => phrases.kind_interview(),
        SourceType::LegalCase => phrases.court_record(),
        SourceType::Legislation => phrases.kind_legislation(),
        SourceType::Manuscript => phrases.kind_manuscript(),
        SourceType::Map => phrases.kind_map(),
        SourceType::MotionPicture => phrases.film_or_video(),
        SourceType::MusicalScore => phrases.kind_musical_score(),
        SourceType::Opinion => phrases.kind_opinion(),
        SourceType::Pamphlet => phrases.kind_pamphlet(),
        SourceType::PaperConference => phrases.conference_paper(),
        SourceType::Patent => phrases.kind_patent(),
        SourceType::Performance => phrases.kind_performance(),
        SourceType::Periodical => phrases.kind_periodical(),
        SourceType::PersonalCommunication => phrases.kind_personal_communication(),
        SourceType::Post => phrases.kind_post(),
        SourceType::PostWeblog => phrases.weblog_post(),
        SourceType::Regulation => phrases.kind_regulation(),
        SourceType::Report => phrases.kind_report(),
        SourceType::Review => phrases.kind_review(),
        SourceType::ReviewBook => phrases.book_review(),
        SourceType::Software => phrases.kind_software(),
        SourceType::Song => phrases.kind_song(),
        SourceType::Speech => phrases.kind_speech(),
        SourceType::Standard => phrases.kind_standard(),
        SourceType::Thesis => phrases.kind_thesis(),
        SourceType::Treaty => phrases.kind_treaty(),
        SourceType::Webpage => phrases.web_page(),
    }
}

/// How close a source is to what it tells.
pub(super) fn source_role(role: Role, phrases: &Phrases) -> &str {
    match role {
        Role::Primary => phrases.primary_source(),
        Role::Secondary => phrases.secondary_source(),
        Role::Tertiary => phrases.tertiary_source(),
    }
}

/// What stands between a reader and a source; nothing where it is public.
pub(super) fn source_access(access: Access, phrases: &Phrases) -> Option<&str> {
    match access {
        Access::Public => None,
        Access::Paywalled => Some(phrases.paywalled()),
        Access::Login => Some(phrases.login_needed()),
        Access::Offline => Some(phrases.offline()),
        Access::Confidential => Some(phrases.confidential()),
    }
}

/// What has become of an address, within a sentence.
pub(super) fn url_status(status: UrlStatus, phrases: &Phrases) -> &str {
    match status {
        UrlStatus::Live => phrases.url_live(),
        UrlStatus::Dead => phrases.url_dead(),
        UrlStatus::Usurped => phrases.url_usurped(),
        UrlStatus::Unfit => phrases.url_unfit(),
    }
}
