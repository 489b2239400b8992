//! Sources: evidence, never an input file.

use crate::content::doi::Doi;
use crate::content::id::Id;
use crate::content::kinds::common::ItemFields;
use crate::content::values::{Reference, Title, WebUrl};
use crate::content::{Kind, KindFields};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Language, Node, Shape, Spanned, Value};
use crate::{record, words};
use serde::{Deserialize, Serialize};

words! {
    /// Whether the address still leads to the source.
    pub enum UrlStatus {
        /// It does.
        Live = "live",
        /// It is gone.
        Dead = "dead",
        /// Something else is there now.
        Usurped = "usurped",
        /// What is there should not be linked.
        Unfit = "unfit",
    }
}

words! {
    /// How near the source is to what it tells.
    pub enum Role {
        /// It made or witnessed it: an official record, an announcement.
        Primary = "primary",
        /// It reports what others made or saw.
        Secondary = "secondary",
        /// It gathers what others report.
        Tertiary = "tertiary",
    }
}

words! {
    /// What sort of outlet published the source, where readers should know.
    pub enum Outlet {
        /// A news agency, whose text others print.
        NewsAgency = "news-agency",
        /// A medium that a state owns or directs.
        StateMedia = "state-media",
    }
}

words! {
    /// In which form the source was read.
    pub enum ReadAs {
        /// Where it came out.
        Original = "original",
        /// In a copy elsewhere; the original was not seen.
        Copy = "copy",
        /// Not at all: it is known through what others tell of it.
        Reported = "reported",
    }
}

words! {
    /// Who can read the source.
    pub enum Access {
        /// Anyone.
        Public = "public",
        /// Those who pay.
        Paywalled = "paywalled",
        /// Those who have an account.
        Login = "login",
        /// Those who go there, or hold a copy.
        Offline = "offline",
        /// Nobody outside the newsroom: nothing but a generic label is published.
        Confidential = "confidential",
    }
}

words! {
    /// What sort of thing a source is: the types of CSL 1.0.2 (Citation Style Language,
    /// specification, appendix III).
    pub enum SourceType {
        /// An article, where nothing more exact fits.
        Article = "article",
        /// In a journal.
        ArticleJournal = "article-journal",
        /// In a magazine.
        ArticleMagazine = "article-magazine",
        /// In a newspaper or from a news agency.
        ArticleNewspaper = "article-newspaper",
        /// A bill.
        Bill = "bill",
        /// A book.
        Book = "book",
        /// A radio or television broadcast.
        Broadcast = "broadcast",
        /// A chapter of a book.
        Chapter = "chapter",
        /// A collection.
        Collection = "collection",
        /// Data.
        Dataset = "dataset",
        /// A document of any other sort.
        Document = "document",
        /// An entry in a reference work.
        Entry = "entry",
        /// An entry in a dictionary.
        EntryDictionary = "entry-dictionary",
        /// An entry in an encyclopaedia.
        EntryEncyclopedia = "entry-encyclopedia",
        /// A happening itself: an exhibition, a conference.
        Event = "event",
        /// A figure.
        Figure = "figure",
        /// A picture.
        Graphic = "graphic",
        /// A hearing.
        Hearing = "hearing",
        /// An interview.
        Interview = "interview",
        /// A court's decision or record.
        LegalCase = "legal_case",
        /// A law.
        Legislation = "legislation",
        /// A manuscript.
        Manuscript = "manuscript",
        /// A map.
        Map = "map",
        /// A film or video.
        MotionPicture = "motion_picture",
        /// A score.
        MusicalScore = "musical_score",
        /// An opinion piece: a column, an editorial, a letter to the editor. CSL has no type for it.
        Opinion = "opinion",
        /// A pamphlet.
        Pamphlet = "pamphlet",
        /// A conference paper.
        PaperConference = "paper-conference",
        /// A patent.
        Patent = "patent",
        /// A performance.
        Performance = "performance",
        /// A periodical.
        Periodical = "periodical",
        /// A letter or message.
        PersonalCommunication = "personal_communication",
        /// A post on a forum or social network.
        Post = "post",
        /// A post on a weblog.
        PostWeblog = "post-weblog",
        /// A regulation.
        Regulation = "regulation",
        /// A report.
        Report = "report",
        /// A review.
        Review = "review",
        /// A review of a book.
        ReviewBook = "review-book",
        /// Software.
        Software = "software",
        /// A song or recording.
        Song = "song",
        /// A speech.
        Speech = "speech",
        /// A standard.
        Standard = "standard",
        /// A thesis.
        Thesis = "thesis",
        /// A treaty.
        Treaty = "treaty",
        /// A page on the web.
        Webpage = "webpage",
    }
}

/// What stands behind the names of those who made a source, where there are others.
pub const ET_AL: &str = "et al.";

record! {
    /// A quotation from a source.
    pub struct QuoteFields: "quotation" {
        /// The words, letter by letter.
        exact: Required<String> = "should close and cease operations";
        /// Where they stand.
        page: Optional<String> = "12";
        /// The same in the site's language.
        translation: Optional<String> = "doit fermer et cesser ses activités";
    }
}

record! {
    /// A source.
    pub struct SourceFields: "source" {
        /// The id of an inline record; in a registry, its key.
        id: Optional<Spanned<Id>> = "rte-capel";
        /// The title: a text, or a record with the original and its English. Where it lacks, the host of the address is shown.
        title: Optional<Title> = "Embassy told to close Dublin office";
        /// What sort of thing it is: a CSL type.
        r#type: Optional<SourceType> = "article-newspaper";
        /// Who wrote it: names, or ids of entities; `et al.` behind the last name stands for others.
        by: List<String> also "author", "authors" = "[A. Reporter]";
        /// What it appeared in: a name, or the id of an entity.
        r#in: Optional<String> also "container-title", "container" = "The Example Times";
        /// Who published it: a name, or the id of an entity.
        publisher: Optional<String> = "Example Broadcasting";
        /// When it was published.
        date: Optional<Spanned<Edtf>> also "issued" = "2022-10-26";
        /// When it was seen.
        accessed: Optional<Spanned<Edtf>> = "2026-11-20";
        /// Its language.
        lang: Optional<Language> also "language" = "en";
        /// Its address.
        url: Optional<Spanned<WebUrl>> also "URL" = "https://www.example.org/news/123";
        /// Its Digital Object Identifier.
        doi: Optional<Spanned<Doi>> also "DOI" = "10.1000/182";
        /// Whether the address still leads to it.
        url_status: Optional<UrlStatus> = "live";
        /// Saved copies: addresses, or paths in the vault.
        archive: List<Spanned<String>> = "[https://web.archive.org/web/20221026120000/https://www.example.org/news/123]";
        /// The SHA-256 of the copy in the vault, in hexadecimal.
        sha256: Optional<Spanned<String>> = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        /// How near it is to what it tells.
        role: Optional<Role> = "secondary";
        /// What sort of outlet published it, where readers should know.
        outlet: Optional<Outlet> = "news-agency";
        /// In which form it was read: the original, a copy elsewhere, or only what others tell of it.
        seen: Optional<ReadAs> = "copy";
        /// The sources that it merely repeats.
        based_on: List<Reference> = "[sd-110-overseas]";
        /// Whether it is its own work, and repeats nobody: a reporter was there, or asked. What says neither this nor `based_on`, and is not `role: primary`, corroborates nothing.
        original: Optional<bool> = "true";
        /// Who can read it.
        access: Optional<Access> = "public";
        /// Quotations from it.
        quotes: List<QuoteFields> = "[{exact: should close and cease operations, page: 12}]";
        /// The Admiralty code: `A1` (reliable, confirmed) to `F6` (neither can be judged).
        reliability: Optional<Spanned<String>> = "B2";
        /// What readers should know about it.
        note: Optional<String> = "A repost; the original was not seen.";
        ..item: ItemFields
    }
}

impl KindFields for SourceFields {
    const KIND: Kind = Kind::Source;

    fn item(&self) -> &ItemFields {
        &self.item
    }

    fn item_mut(&mut self) -> &mut ItemFields {
        &mut self.item
    }

    fn own_id(&self) -> Option<&Spanned<Id>> {
        self.id.as_ref()
    }
}

/// A source as another record names it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum SourceEntry {
    /// By its id.
    Reference(Reference),
    /// By a bare URL.
    Url(Spanned<WebUrl>),
    /// In full, where it is used.
    Inline(Box<Spanned<SourceFields>>),
}

impl Decode for SourceEntry {
    fn shape() -> Shape {
        let url = Shape::Named("URL");
        Shape::Either(vec![Shape::Named("id"), url, SourceFields::shape()])
    }

    fn decode(node: &Node, diags: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Map(_) => {
                let mut own = Diagnostics::default();
                let fields: Option<Spanned<SourceFields>> =
                    Spanned::decode(node, &mut own);
                let is_nameless = |fields: &Spanned<SourceFields>| {
                    fields.id.is_none() && fields.url.is_none() && fields.title.is_none()
                };
                if own.is_empty() && fields.as_ref().is_some_and(is_nameless) {
                    let message =
                        "a source written here needs an `id`, a `url` or a `title`";
                    own.push(
                        Diagnostic::new(codes::MISSING_FIELD, node.span, message)
                            .help("add `url: https://www.example.org/page`"),
                    );
                }
                diags.append(own);
                fields.map(|fields| SourceEntry::Inline(Box::new(fields)))
            }
            Value::Text(text) if text.text.contains("://") => {
                Spanned::decode(node, diags).map(SourceEntry::Url)
            }
            _ => Reference::decode(node, diags).map(SourceEntry::Reference),
        }
    }
}
