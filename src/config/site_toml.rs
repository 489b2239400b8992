//! The field tables of `site.toml`.

use crate::dates::Edtf;
use crate::fields::{Language, Node, Spanned, Table};
use crate::{record, words};

words! {
    /// What the addresses of pages look like.
    pub enum Urls {
        /// `countries/ie.html`: works from a folder or a USB stick.
        File = "file",
        /// `countries/ie/index.html`.
        Directory = "directory",
    }
}

words! {
    /// What becomes of raw HTML in Markdown.
    pub enum RawHtml {
        /// It is shown as text.
        Escape = "escape",
        /// It is published as it is, its addresses checked and followed like those of links.
        Allow = "allow",
    }
}

words! {
    /// How a word of a vocabulary looks: never by colour alone.
    pub enum Tone {
        /// A plain fact.
        Neutral = "neutral",
        /// Not settled.
        Open = "open",
        /// To be read with care.
        Caution = "caution",
        /// Grave.
        Alert = "alert",
        /// Settled.
        Resolved = "resolved",
    }
}

words! {
    /// A lane of the timeline.
    pub enum Lane {
        /// What was announced and reported.
        Reported = "reported",
        /// What governments and courts did.
        Official = "official",
        /// What those concerned answered.
        Answer = "answer",
    }
}

words! {
    /// What a rule's breach counts as.
    pub enum RuleLevel {
        /// Nothing is written.
        Error = "error",
        /// It is told.
        Warning = "warning",
        /// It is not told.
        Off = "off",
    }
}

record! {
    /// Who publishes the site.
    pub struct Publisher: "[publisher]" {
        /// The name.
        name: Optional<String> = "\"Example Newsroom\"";
        /// Its address on the web.
        url: Optional<Spanned<String>> = "\"https://example.org/\"";
        /// How to reach it.
        contact: Optional<String> = "\"desk@example.org\"";
        /// An id or address of its policies, by name: corrections, ethics, funding.
        policies: Optional<Vec<(Spanned<String>, Spanned<String>)>> = "{corrections = \"corrections-policy\"}";
    }
}

record! {
    /// An entry of the menu.
    pub struct MenuEntry: "[[menu]]" {
        /// What it is called.
        title: Required<String> = "\"About\"";
        /// Where it leads: an id, a page of the site, or a URL.
        link: Required<Spanned<String>> = "\"about\"";
    }
}

record! {
    /// A word of a vocabulary.
    pub struct Word: "vocabulary word" {
        /// What readers see.
        label: Required<String> = "\"Ordered closed\"";
        /// What it means.
        definition: Optional<String> = "\"The government asked for the activity to end.\"";
        /// How it looks.
        tone: Optional<Tone> = "\"alert\"";
        /// Of a kind of dated fact: in which lane of the timeline it stands.
        lane: Optional<Lane> = "\"official\"";
    }
}

record! {
    /// What a site says of a territory beside what the atlas knows.
    pub struct TerritoryWords: "[territories]" {
        /// Its name on this site.
        name: Optional<String> = "\"Taiwan\"";
        /// A note printed on its page.
        note: Optional<String> = "\"Listed by its customary name.\"";
        /// Whether maps hatch it.
        hatched: Optional<bool> = "true";
    }
}

record! {
    /// What a site says in another of its languages.
    pub struct LanguageWords: "[language]" {
        /// What the site is called.
        title: Optional<String> = "\"110 de ultramar, explicado\"";
        /// What it is about, in a sentence.
        description: Optional<String> = "\"Lo que se sabe, país por país.\"";
        /// The kinds of location, by their words.
        kinds: Optional<Vec<(Spanned<String>, Word)>> = "{overseas-110 = {label = \"Comisaría de servicio\"}}";
        /// What a location's status may be.
        statuses: Optional<Vec<(Spanned<String>, Word)>> = "{ordered-closed = {label = \"Cierre ordenado\"}}";
        /// What a country's official response may be.
        responses: Optional<Vec<(Spanned<String>, Word)>> = "{investigation = {label = \"Investigación\"}}";
        /// The kinds of dated fact.
        event_kinds: Optional<Vec<(Spanned<String>, Word)>> = "{inquiry = {label = \"Investigación\"}}";
    }
}

record! {
    /// How borders are shown.
    pub struct Borders: "[borders]" {
        /// Printed under every map.
        note: Optional<String> = "\"Borders are shown for orientation only.\"";
    }
}

record! {
    /// Words that titles are read by, instead of the English ones that Dateline has.
    pub struct Wording: "[wording]" {
        /// Words that state as fact what a claim may only allege.
        as_fact: List<String> = "[\"ran\", \"exposed\"]";
        /// Words of guilt, for those whom a court has convicted.
        guilt: List<String> = "[\"guilty\", \"spy\"]";
        /// Words that say whose word it is.
        attributing: List<String> = "[\"alleged\", \"said\"]";
    }
}

record! {
    /// What feeds carry.
    pub struct Feeds: "[feeds]" {
        /// Whether entries carry the whole text; otherwise the summary.
        full: Optional<bool> = "true";
        /// What readers' programs know the site's entries by; the site's title where it isn't given. Never change it: they would show each entry again as new.
        id: Optional<String> = "\"example-newsroom\"";
        /// How many of the newest articles.
        limit: Optional<u32> = "50";
    }
}

record! {
    /// The search.
    pub struct SearchToml: "[search]" {
        /// Whether the site has one: a page, a field in the head of every page, and an index.
        enabled: Optional<bool> = "false";
    }
}

record! {
    /// What is taken from bibliographies.
    pub struct Sources: "[sources]" {
        /// Whether readers see the notes and annotations that reference managers keep.
        publish_notes: Optional<bool> = "true";
    }
}

record! {
    /// Words that the firewall lets through, and why.
    pub struct FirewallException: "[[firewall.allow]]" {
        /// Whose words: the kind and the id of the record that they are protected by, or `never`.
        of: Required<Spanned<String>> = "\"entity:witness\"";
        /// In which file of the site they may stand, or in which folder, with `/` behind it; in every one where this isn't given.
        r#in: Optional<Spanned<String>> = "\"articles/court.html\"";
        /// Why: `dateline check` prints it.
        reason: Required<Spanned<String>> = "\"The court named her in the judgment that the page quotes.\"";
    }
}

record! {
    /// What must not be in any file of the site.
    pub struct FirewallToml: "[firewall]" {
        /// Words that nothing of the site may say, whatever they stand in.
        never: List<Spanned<String>> = "[\"Operation Heron\"]";
        /// Exceptions: what is protected and may be told all the same.
        allow: List<FirewallException> = "[{of = \"entity:witness\", reason = \"She agreed.\"}]";
    }
}

record! {
    /// `site.toml`.
    pub struct SiteToml: "site.toml" {
        /// What the site is called.
        title: Required<Spanned<String>> = "\"110 Overseas, explained\"";
        /// Where it will be on the web; needed by feeds, the sitemap and other absolute addresses.
        base_url: Optional<Spanned<String>> = "\"https://example.org/\"";
        /// The language of its texts.
        lang: Optional<Language> = "\"en\"";
        /// Every language in which the site is published, that of `lang` among them: each other one in a folder of its name.
        languages: List<Spanned<Language>> = "[\"en\", \"es\"]";
        /// What the site says in each other language, by its tag.
        language: Optional<Vec<(Spanned<String>, LanguageWords)>> = "{es = {title = \"110 de ultramar, explicado\"}}";
        /// What it is about, in a sentence.
        description: Optional<String> = "\"What is known, country by country.\"";
        /// The theme: a folder under `themes/`, or one that is compiled in.
        theme: Optional<Spanned<String>> = "\"broadsheet\"";
        /// What the addresses of pages look like.
        urls: Optional<Urls> = "\"file\"";
        /// How many entries a page of a list has.
        paginate: Optional<Spanned<u32>> = "30";
        /// What becomes of raw HTML in Markdown.
        raw_html: Optional<RawHtml> = "\"escape\"";
        /// The folder of files that are published beside the pages as they are, metadata of pictures taken out. Not
        /// `content`, `themes`, `public` or a folder in them.
        r#static: Optional<Spanned<String>> = "\"static\"";
        /// The day that relative checks take for today.
        as_of: Optional<Spanned<Edtf>> = "\"2026-11-23\"";
        /// Who publishes the site.
        publisher: Optional<Publisher> = "{name = \"Example Newsroom\"}";
        /// The menu.
        menu: List<MenuEntry> = "[{title = \"About\", link = \"about\"}]";
        /// The kinds of location.
        kinds: Optional<Vec<(Spanned<String>, Word)>> = "{overseas-110 = {label = \"Police service station\"}}";
        /// What a location's status may be.
        statuses: Optional<Vec<(Spanned<String>, Word)>> = "{ordered-closed = {label = \"Ordered closed\"}}";
        /// What a country's official response may be.
        responses: Optional<Vec<(Spanned<String>, Word)>> = "{investigation = {label = \"Investigation\"}}";
        /// The kinds of dated fact.
        event_kinds: Optional<Vec<(Spanned<String>, Word)>> = "{inquiry = {label = \"Inquiry\"}}";
        /// What a rule's breach counts as, by the rule's name.
        rules: Optional<Vec<(Spanned<String>, Spanned<RuleLevel>)>> = "{foreign-field = \"off\"}";
        /// Territories whose name or note differs on this site.
        territories: Optional<Vec<(Spanned<String>, TerritoryWords)>> = "{tw = {name = \"Taiwan\"}}";
        /// How borders are shown.
        borders: Optional<Borders> = "{note = \"Borders are shown for orientation only.\"}";
        /// Words that titles are read by.
        wording: Optional<Wording> = "{guilt = [\"guilty\", \"spy\"]}";
        /// What feeds carry.
        feeds: Optional<Feeds> = "{full = true}";
        /// The search.
        search: Optional<SearchToml> = "{enabled = false}";
        /// What is taken from bibliographies.
        sources: Optional<Sources> = "{publish_notes = true}";
        /// What must not be in any file of the site.
        firewall: Optional<FirewallToml> = "{never = [\"Operation Heron\"]}";
        /// The theme's own options: its `theme.toml` declares them with their defaults, and templates read them as `site.params`.
        params: Optional<Node> = "{colour = \"green\"}";
    }
}

/// The field tables of the reference, in reading order.
pub fn tables() -> Vec<&'static Table> {
    vec![
        SiteToml::TABLE,
        Publisher::TABLE,
        MenuEntry::TABLE,
        LanguageWords::TABLE,
        Word::TABLE,
        TerritoryWords::TABLE,
        Borders::TABLE,
        Wording::TABLE,
        Feeds::TABLE,
        SearchToml::TABLE,
        Sources::TABLE,
        FirewallToml::TABLE,
        FirewallException::TABLE,
    ]
}
