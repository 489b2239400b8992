//! The table of diagnostic codes. Each line is one rule; its page is `docs/codes/<id>.md`.
//!
//! Ids are for ever: a rule that goes leaves its number unused. Ranges: `00` site.toml, `01` YAML,
//! front matter and values, `02` references, `03` evidence, `04` Markdown, `05` media, `06` theme
//! and templates, `07` output. `E` is an error by itself, `W` a warning.

use super::Severity;
use std::fmt;

/// One rule: its id, its name, and its page of documentation.
#[derive(Clone, Copy)]
pub struct Code(&'static CodeEntry);

struct CodeEntry {
    id: &'static str,
    name: &'static str,
    matters: bool,
    eased: bool,
    page: &'static str,
}

impl Code {
    /// `E0105`: what is printed and asked for with `dateline explain`.
    pub fn id(self) -> &'static str {
        self.0.id
    }

    /// `unknown-field`: the rule's name, as `site.toml` may set it; named for the problem.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The rule's page, in Markdown.
    pub fn page(self) -> &'static str {
        self.0.page
    }

    /// How grave a breach is where nothing else is said.
    pub fn severity(self) -> Severity {
        if self.0.id.starts_with('E') { Severity::Error } else { Severity::Warning }
    }

    /// Whether readers of the site would see something of a breach: then a warning is an error with
    /// `--release`.
    pub fn matters(self) -> bool {
        self.0.matters
    }

    /// Whether a breach is an error only where somebody checks, by `dateline check` or with `--release`, and a
    /// warning while the site is written.
    pub fn is_eased(self) -> bool {
        self.0.eased
    }

    /// Whether a breach is an error whatever `site.toml` says. Rules of evidence, E0301 to E0349,
    /// are judgements: a newsroom may hold other ones.
    pub fn is_fixed(self) -> bool {
        let is_judgement = ("E0301".."E0350").contains(&self.0.id);
        self.severity() == Severity::Error && !is_judgement && !self.is_eased()
    }

    /// The code with this id or name, in any case of letters.
    pub fn find(text: &str) -> Option<Code> {
        ALL.iter()
            .copied()
            .find(|code| code.id().eq_ignore_ascii_case(text) || code.name() == text)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Code {}

macro_rules! codes {
    ($($constant:ident = $id:literal $name:literal $($how:ident)?;)*) => {
        $(
            #[doc = concat!("`", $id, "`: ", $name, ". See `docs/codes/", $id, ".md`.")]
            pub const $constant: Code = Code(&CodeEntry {
                id: $id,
                name: $name,
                matters: codes!(@matters $($how)?),
                eased: codes!(@eased $($how)?),
                page: include_str!(concat!("../../docs/codes/", $id, ".md")),
            });
        )*

        /// Every code, in the order of the table.
        pub const ALL: &[Code] = &[$($constant),*];
    };
    (@matters matters) => { true };
    (@eased eased) => { true };
    (@$asked:ident $($how:ident)?) => { false };
}

codes! {
    NO_SITE_TOML = "E0001" "no-site-toml";
    INVALID_BASE_URL = "E0002" "invalid-base-url";
    UNKNOWN_RULE = "E0003" "unknown-rule";
    RULE_IS_FIXED = "E0004" "rule-is-fixed";
    UNREADABLE_FILE = "E0101" "unreadable-file";
    NOT_UTF8 = "E0102" "not-utf8";
    FILE_TOO_LARGE = "E0103" "file-too-large";
    LINK_OUTSIDE_ROOT = "E0104" "link-outside-root";
    UNKNOWN_FIELD = "E0105" "unknown-field";
    MISSING_FIELD = "E0106" "missing-field";
    WRONG_SHAPE = "E0107" "wrong-shape";
    DUPLICATE_KEY = "E0108" "duplicate-key";
    UNCLOSED_FRONT_MATTER = "E0109" "unclosed-front-matter";
    YAML_SYNTAX = "E0110" "yaml-syntax";
    YAML_TAB = "E0111" "yaml-tab";
    YAML_COLON = "E0112" "yaml-colon";
    YAML_ALIAS = "E0113" "yaml-alias";
    TOO_DEEP = "E0114" "too-deep";
    TOML_SYNTAX = "E0115" "toml-syntax";
    INVALID_DATE = "E0116" "invalid-date";
    DATES_REVERSED = "E0117" "dates-reversed";
    UNKNOWN_WORD = "E0118" "unknown-word";
    INVALID_VALUE = "E0119" "invalid-value";
    MISSING_FRONT_MATTER = "E0120" "missing-front-matter";
    UNKNOWN_FOLDER = "E0121" "unknown-folder";
    UNKNOWN_FILE = "E0122" "unknown-file";
    OUTSIDE_COUNTRY = "E0123" "outside-country";
    BIBTEX_SYNTAX = "E0124" "bibtex-syntax";
    JSON_SYNTAX = "E0125" "json-syntax";
    PLACE_NAMED_TOO_FINELY = "E0126" "place-named-too-finely";
    PLACE_TOLD_TOO_FINELY = "E0127" "place-told-too-finely";
    UNCITABLE_KEY = "E0128" "uncitable-key";
    UNREAD_TEX = "E0129" "unread-tex";
    INVALID_NAME = "E0130" "invalid-name";
    RESERVED_NAME = "E0131" "reserved-name";
    UNKNOWN_REFERENCE = "E0201" "unknown-reference";
    AMBIGUOUS_REFERENCE = "E0202" "ambiguous-reference";
    UNKNOWN_SOURCE = "E0203" "unknown-source";
    UNKNOWN_COUNTRY = "E0204" "unknown-country";
    DUPLICATE_ID = "E0205" "duplicate-id";
    ALIAS_TAKEN = "E0206" "alias-taken";
    UNKNOWN_HEADING = "E0207" "unknown-heading";
    CITATION_NUMBER = "E0208" "citation-number";
    BROKEN_LINK = "E0209" "broken-link";
    UNPUBLISHED_REFERENCE = "E0210" "unpublished-reference";
    EVENT_CONFLICT = "E0211" "event-conflict";
    WRONG_KIND = "E0212" "wrong-kind";
    PRIVATE_ENTITY_NAMED = "E0213" "private-entity-named";
    ALLEGED_WITHOUT_MAKER = "E0301" "alleged-without-maker";
    REPORTED_BY_MAKER_ONLY = "E0302" "reported-by-maker-only";
    CORROBORATED_BY_ONE_ORIGIN = "E0303" "corroborated-by-one-origin";
    CONFIRMED_WITHOUT_BASIS = "E0304" "confirmed-without-basis";
    CONFIRMED_WITHOUT_COPY = "E0305" "confirmed-without-copy";
    DISPUTED_WITHOUT_CONTRARY = "E0306" "disputed-without-contrary";
    UNSUBSTANTIATED_WITHOUT_INQUIRY = "E0307" "unsubstantiated-without-inquiry";
    OVERTURNED_WITHOUT_FINDING = "E0308" "overturned-without-finding";
    PARTY_UNHEARD = "E0309" "party-unheard";
    ORIGINAL_REPEATS_ANOTHER = "E0310" "original-repeats-another";
    CIRCULAR_SOURCES = "E0351" "circular-sources";
    CIRCULAR_CLAIMS = "E0352" "circular-claims";
    HISTORY_ENDS_ELSEWHERE = "E0353" "history-ends-elsewhere";
    CONTRADICTORY_PROCEEDINGS = "E0354" "contradictory-proceedings";
    ANSWER_TO_NOTHING = "E0355" "answer-to-nothing";
    CONFIDENTIAL_SOURCE_WITH_URL = "E0356" "confidential-source-with-url";
    PRIVATE_ENTITY_LINKED = "E0357" "private-entity-linked";
    ARCHIVE_OUT_OF_TIME = "E0358" "archive-out-of-time";
    MISSING_COPY = "E0359" "missing-copy";
    COPY_DIFFERS = "E0360" "copy-differs";
    QUOTATION_NOT_FOUND = "E0361" "quotation-not-found" eased;
    SUM_OF_NO_COPY = "E0362" "sum-of-no-copy";
    COPY_DAMAGED = "E0363" "copy-damaged";
    COPY_OF_ANOTHER = "E0364" "copy-of-another";
    MALFORMED_CITATION = "E0401" "malformed-citation";
    DANGEROUS_LINK = "E0402" "dangerous-link";
    DUPLICATE_HEADING_ID = "E0403" "duplicate-heading-id";
    CUT_LINK = "E0404" "cut-link";
    UNCLOSED_COMMENT = "E0405" "unclosed-comment";
    UNCLOSED_TAG = "E0406" "unclosed-tag";
    COMMENT_IN_FIELD = "E0407" "comment-in-field";
    UNLINKED_ADDRESS = "E0409" "unlinked-address";
    UNKNOWN_MARK = "E0411" "unknown-mark";
    UNKNOWN_REASON = "E0412" "unknown-reason";
    MARK_CONTRADICTS_CLAIM = "E0413" "mark-contradicts-claim";
    MALFORMED_MARK = "E0414" "malformed-mark";
    MISSING_MEDIA = "E0501" "missing-media";
    NOT_A_PICTURE = "E0502" "not-a-picture";
    PICTURE_WITHOUT_ALT = "E0503" "picture-without-alt";
    SIDECAR_OF_NOTHING = "E0504" "sidecar-of-nothing";
    ACTIVE_CONTENT = "E0505" "active-content";
    PICTURE_NOT_CLEANED = "E0506" "picture-not-cleaned";
    DAMAGED_PICTURE = "E0507" "damaged-picture";
    UNKNOWN_THEME = "E0601" "unknown-theme";
    THEME_CYCLE = "E0602" "theme-cycle";
    TEMPLATE_SYNTAX = "E0603" "template-syntax";
    UNKNOWN_IN_TEMPLATE = "E0604" "unknown-in-template";
    TEMPLATE_FAILED = "E0605" "template-failed";
    MISSING_TEMPLATE = "E0606" "missing-template";
    STYLE_IMPORT = "E0607" "style-import";
    THEME_PHRASE = "E0608" "theme-phrase";
    EXAMPLE_MISFIT = "E0609" "example-misfit";
    PATH_COLLISION = "E0701" "path-collision";
    FOREIGN_OUTPUT = "E0702" "foreign-output-folder";
    OUTPUT_IN_SITE = "E0703" "output-folder-in-site";
    FILE_IN_THE_WAY = "E0704" "file-in-the-way";
    PROTECTED_IN_OUTPUT = "E0711" "protected-in-output";
    DAMAGED_RELEASE = "E0801" "damaged-release";
    FOREIGN_FIELD = "W0101" "foreign-field";
    UNKNOWN_SOURCE_TYPE = "W0102" "unknown-source-type";
    DROPPED_TEX = "W0103" "dropped-tex";
    HELD_BACK = "W0105" "held-back";
    HIDDEN_CHARACTER = "W0106" "hidden-character" matters;
    UNREAD_FILE = "W0108" "unread-file";
    TITLE_FROM_HEADING = "W0109" "title-from-heading";
    EMBED_AS_LINK = "W0201" "embed-as-link" matters;
    UNUSED_EXCEPTION = "W0301" "unused-exception" matters;
    WORDING_AS_FACT = "W0302" "wording-as-fact" matters;
    WORDS_OF_GUILT = "W0303" "words-of-guilt" matters;
    SOURCES_DISAGREE = "W0304" "sources-disagree";
    UNUSED_SOURCE = "W0305" "unused-source";
    UNARCHIVED_SOURCE = "W0306" "unarchived-source";
    CLAIM_WITHOUT_RESPONSE = "W0307" "claim-without-response";
    COUNTRY_WITHOUT_ARTICLE = "W0308" "country-without-article";
    RECORD_AHEAD_OF_TEXT = "W0309" "record-ahead-of-text";
    PLACE_TOLD_ELSEWHERE = "W0311" "place-told-elsewhere" matters;
    ARCHIVE_OF_SOMETHING_ELSE = "W0313" "archive-of-something-else";
    SOURCE_OF_TOO_MANY = "W0314" "source-of-too-many" matters;
    UNTRACED_SOURCE = "W0315" "untraced-source";
    SOURCE_ON_BOTH_SIDES = "W0316" "source-on-both-sides" matters;
    CONTRARY_OUT_OF_DATE = "W0317" "contrary-out-of-date" matters;
    CONTRARY_IS_OPINION = "W0318" "contrary-is-opinion" matters;
    SAME_TITLE_AND_DATE = "W0319" "same-title-and-date";
    SOURCE_RECORDED_TWICE = "W0320" "source-recorded-twice";
    UNCHECKED_QUOTATION = "W0331" "unchecked-quotation";
    UNDEFINED_NOTE = "W0401" "undefined-note" matters;
    UNUSED_NOTE = "W0402" "unused-note";
    FOREIGN_SYNTAX = "W0403" "foreign-syntax" matters;
    RAW_HTML = "W0404" "raw-html" matters;
    UNKNOWN_CALLOUT = "W0405" "unknown-callout";
    DATE_TO_COME = "W0406" "date-to-come";
    HEADING_ATTRIBUTES = "W0407" "heading-attributes";
    MISSED_CITATION = "W0408" "missed-citation" matters;
    MARKUP_IN_WORDS = "W0409" "markup-in-words" matters;
    MARK_WITHOUT_SOURCE = "W0411" "mark-without-source" matters;
    CITATION_NEEDED = "W0412" "citation-needed" matters;
    METADATA_KEPT = "W0501" "metadata-kept" matters;
    HIDDEN_STATIC_FILE = "W0502" "hidden-static-file";
    DOCUMENT_TELLS_MORE = "W0503" "document-tells-more" matters;
    COMPONENT_FILE_WITHOUT_COMPONENT = "W0601" "component-file-without-component";
    UNUSED_COMPONENT = "W0602" "unused-component";
    UNUSED_TEMPLATE = "W0603" "unused-template";
    UNUSED_STYLE_SHEET = "W0604" "unused-style-sheet";
    UNUSED_SCRIPT = "W0605" "unused-script";
    OVERRIDE_MISFIT = "W0606" "override-misfit" matters;
    FIREWALL_EXCEPTION = "W0711" "firewall-exception";
    UNUSED_FIREWALL_EXCEPTION = "W0712" "unused-firewall-exception" matters;
    NOT_LOOKED_FOR = "W0713" "not-looked-for";
    TRANSLATION_OUT_OF_DATE = "W0721" "translation-out-of-date";
    TRANSLATION_OF_OTHER_CLAIMS = "W0722" "translation-of-other-claims";
    TRANSLATION_WITH_OTHER_STATUSES = "W0723" "translation-with-other-statuses";
    TRANSLATION_CITES_LESS = "W0724" "translation-cites-less";
    STATUS_CHANGED_SILENTLY = "W0801" "status-changed-silently" matters;
    WORDS_CHANGED_SILENTLY = "W0802" "words-changed-silently" matters;
    NUMBER_CHANGED_SILENTLY = "W0803" "number-changed-silently" matters;
    ADDRESS_GONE = "W0804" "address-gone" matters;
    SOURCE_DROPPED_SILENTLY = "W0805" "source-dropped-silently" matters;
    SLIGHT_CHANGE = "W0806" "slight-change";
}
