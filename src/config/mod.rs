//! Configuration: `site.toml` as checked values with every default filled in.
//!
//! [`load`] reads the file into [`Config`]; the tables are in [`site_toml`], the words for kinds and
//! statuses in [`vocabulary`].

mod languages;
pub mod site_toml;
mod static_folder;
pub mod vocabulary;

pub use languages::Languages;
pub use site_toml::{FirewallException, Lane, RawHtml, RuleLevel, Tone, Urls, Wording};
pub use static_folder::report_in_output;
pub use vocabulary::{Term, Vocabulary};

use crate::atlas::{self, Code};
use crate::dates::Edtf;
use crate::diag::{self, Diagnostic, Diagnostics, Place, codes};
use crate::fields::{Decode, Node, Spanned, Value, report_hidden, toml};
use crate::files::{FilePath, Span, TextFiles};
use crate::phrases::Phrases;
use site_toml::{MenuEntry, SiteToml};
use std::collections::BTreeMap;

/// The configuration of a site.
#[derive(Debug, Clone)]
pub struct Config {
    /// Whether `site.toml` could be read. Where it could not, which has been reported, this holds what
    /// a site has without saying so, with every word allowed: enough to tell what is wrong elsewhere.
    pub is_read: bool,
    /// What the site is called.
    pub title: String,
    /// Where it will be on the web, ending in `/`.
    pub base_url: Option<BaseUrl>,
    /// The language of its texts.
    pub lang: String,
    /// All its languages, where it has several.
    pub languages: Languages,
    /// Whether this is what the readers of one of several languages are shown ([`Config::for_readers_of`]).
    pub is_tree: bool,
    /// Whether its words for a location's status are Dateline's own.
    pub has_own_statuses: bool,
    /// What its readers see beside its texts, in that language if there is a catalogue for it.
    pub phrases: &'static Phrases,
    /// What it is about.
    pub description: Option<String>,
    /// The theme's name, and where it is chosen.
    pub theme: Spanned<String>,
    /// What addresses look like.
    pub urls: Urls,
    /// How many entries a page of a list has.
    pub paginate: usize,
    /// What becomes of raw HTML.
    pub raw_html: RawHtml,
    /// The folder of files that are published beside the pages, and where it is chosen.
    pub static_folder: Spanned<FilePath>,
    /// The day that relative checks take for today.
    pub as_of: Option<Edtf>,
    /// Who publishes the site.
    pub publisher: PublisherConfig,
    /// The menu as written; links are resolved with the content.
    pub menu: Vec<MenuEntry>,
    /// The kinds of location.
    pub kinds: Vocabulary,
    /// What a location's status may be.
    pub statuses: Vocabulary,
    /// What a country's official response may be.
    pub responses: Vocabulary,
    /// The kinds of dated fact.
    pub event_kinds: Vocabulary,
    /// What a rule's breach counts as, by the code's name.
    pub rules: BTreeMap<String, RuleLevel>,
    /// Words that titles are read by; an empty list stands for Dateline's own.
    pub wording: Option<Wording>,
    /// Territories whose name or note differs on this site.
    pub territories: BTreeMap<Code, TerritoryConfig>,
    /// Printed under every map.
    pub borders_note: Option<String>,
    /// What entries of feeds are known by beside their own ids, where the site says so.
    pub feeds_id: Option<String>,
    /// Whether feeds carry whole texts.
    pub feeds_full: bool,
    /// How many entries a feed has.
    pub feeds_limit: usize,
    /// Whether the site has a search.
    pub search: bool,
    /// Whether readers see the notes that reference managers keep.
    pub publish_notes: bool,
    /// Words that nothing of the site may say.
    pub never: Vec<Spanned<String>>,
    /// What is protected and may be told all the same.
    pub let_through: Vec<FirewallException>,
    /// The theme's options as written.
    pub params: Option<Node>,
}

/// Who publishes the site.
#[derive(Debug, Clone, Default)]
pub struct PublisherConfig {
    /// The name.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<Spanned<String>>,
    /// How to reach it.
    pub contact: Option<String>,
    /// Policies by name, as written; links are resolved with the content.
    pub policies: Vec<(String, Spanned<String>)>,
}

/// What a site says of a territory.
#[derive(Debug, Clone, Default)]
pub struct TerritoryConfig {
    /// Its name on this site.
    pub name: Option<String>,
    /// A note printed on its page.
    pub note: Option<String>,
    /// Whether maps hatch it.
    pub hatched: bool,
}

/// An absolute address of the site: `http` or `https`, a host, ending in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address in `text`, a `/` added where it lacks, or why it is none.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let rest = rest.ok_or("it begins with neither `https://` nor `http://`")?;
        if rest.is_empty() || rest.starts_with('/') {
            return Err("it has no host");
        }
        if rest.contains(['?', '#', ' ', '"', '<', '>']) {
            return Err("it may have a host and a path only");
        }
        Ok(BaseUrl(format!("{}/", text.trim_end_matches('/'))))
    }

    /// Its path, from the host's root on, beginning and ending in `/`.
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |scheme| scheme + 3);
        self.0[host..].find('/').map_or("/", |path| &self.0[host + path..])
    }

    /// The address, ending in `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The most entries of a list that stand on the page of a country.
const EXCERPT: usize = 5;

impl Config {
    /// How many entries of a list stand on the page of a country, which leads to the whole of it.
    pub fn excerpt(&self) -> usize {
        self.paginate.min(EXCERPT)
    }

    /// The language of all that says nothing of its own (BCP 47).
    pub fn main_lang(&self) -> &str {
        self.languages.tags().first().unwrap_or(&self.lang)
    }

    /// Whether readers of this language are shown a text in that one: of a site with several languages.
    pub fn shows_text_in(&self, lang: Option<&str>) -> bool {
        !self.is_tree || self.languages.of_text(lang) == Some(&self.lang)
    }

    /// The same site for the readers of one of its languages: its articles, labels and vocabularies.
    pub fn for_readers_of(&self, lang: &str) -> Config {
        let mut config = Config { is_tree: true, ..self.clone() };
        if lang == self.main_lang() {
            return config;
        }
        lang.clone_into(&mut config.lang);
        config.phrases = Phrases::find(lang);
        config.description = None;
        let own = own_statuses(config.phrases);
        let own = own.iter().map(|(word, label, _)| (*word, *label));
        if self.has_own_statuses {
            config.statuses.relabel(own);
        }
        let Some(words) = self.languages.words(lang) else { return config };
        if let Some(title) = &words.title {
            title.clone_into(&mut config.title);
        }
        config.description.clone_from(&words.description);
        for (vocabulary, given) in [
            (&mut config.kinds, &words.kinds),
            (&mut config.statuses, &words.statuses),
            (&mut config.responses, &words.responses),
            (&mut config.event_kinds, &words.event_kinds),
        ] {
            for (word, given) in given.iter().flatten() {
                vocabulary.reword(word, given);
            }
        }
        config
    }
}

/// The words for a location's status that a site has without saying so.
fn own_statuses(phrases: &Phrases) -> [(&'static str, &str, Tone); 5] {
    [
        ("reported", phrases.location_reported(), Tone::Open),
        ("under-investigation", phrases.location_under_investigation(), Tone::Caution),
        ("ordered-closed", phrases.location_ordered_closed(), Tone::Alert),
        ("closed", phrases.location_closed(), Tone::Resolved),
        ("disputed", phrases.location_disputed(), Tone::Open),
    ]
}

/// Reads `site.toml`; `None` where there is none. What is wrong with it is reported.
pub fn load(texts: &TextFiles, diags: &mut Diagnostics) -> Option<Config> {
    let Some((file, text)) = texts.find("site.toml") else {
        let place = Place::Path("site.toml".into(), None);
        let found =
            Diagnostic::new(codes::NO_SITE_TOML, place, "there is no `site.toml`");
        diags.push(found.help("write one with a line `title = \"…\"`"));
        return None;
    };
    let node = match text.problem {
        Some(_) => None,
        None => toml::read(&text.text, 0..text.text.len(), file, diags),
    };
    if let Some(node) = &node {
        report_hidden(node, diags);
        return Some(checked(SiteToml::decode(node, diags)?, node.span, diags));
    }
    unread(Span::start_of(file))
}

/// What a site has whose `site.toml` can't be read, so that the rest can be looked at.
fn unread(place: Span) -> Option<Config> {
    let empty = Node { span: place, value: Value::Map(Vec::new()) };
    // That it has no title follows from what has been reported.
    let mut follows = Diagnostics::default();
    let written = SiteToml::decode(&empty, &mut follows)?;
    let config = checked(written, place, &mut follows);
    Some(Config { is_read: false, statuses: Vocabulary::default(), ..config })
}

fn checked(mut written: SiteToml, whole: Span, diags: &mut Diagnostics) -> Config {
    let lang = written.lang.take().map_or_else(|| "en".into(), |lang| lang.to_string());
    let languages = Languages::of(&mut written, &lang, diags);
    let publisher =
        written.publisher.map_or_else(PublisherConfig::default, |p| PublisherConfig {
            name: p.name,
            url: p.url,
            contact: p.contact,
            policies: p
                .policies
                .into_iter()
                .flatten()
                .map(|(n, link)| (n.value, link))
                .collect(),
        });
    let feeds = written.feeds;
    let firewall = written.firewall.map(|it| (it.never, it.allow));
    let (never, let_through) = firewall.unwrap_or_default();
    let phrases = Phrases::find(&lang);
    Config {
        is_read: true,
        title: written.title.value,
        base_url: written.base_url.and_then(|url| base_url(&url, diags)),
        phrases,
        lang,
        languages,
        is_tree: false,
        has_own_statuses: written.statuses.as_ref().is_none_or(Vec::is_empty),
        description: written.description,
        theme: written.theme.unwrap_or_else(|| Spanned::new("broadsheet".into(), whole)),
        urls: written.urls.unwrap_or(Urls::File),
        paginate: written.paginate.map_or(30, |n| at_least_one(&n, diags)),
        raw_html: written.raw_html.unwrap_or(RawHtml::Escape),
        static_folder: static_folder::checked(written.r#static, whole, diags),
        as_of: written.as_of.map(|date| date.value),
        publisher,
        menu: written.menu,
        kinds: Vocabulary::new(written.kinds, &[]),
        statuses: Vocabulary::new(written.statuses, &own_statuses(phrases)),
        responses: Vocabulary::new(written.responses, &[]),
        event_kinds: Vocabulary::new(written.event_kinds, &[]),
        rules: rules(written.rules.unwrap_or_default(), diags),
        wording: written.wording,
        territories: territories(written.territories.unwrap_or_default(), diags),
        borders_note: written.borders.and_then(|borders| borders.note),
        feeds_id: feeds.as_ref().and_then(|feeds| feeds.id.clone()),
        feeds_full: feeds.as_ref().and_then(|feeds| feeds.full).unwrap_or(false),
        feeds_limit: feeds.and_then(|feeds| feeds.limit).unwrap_or(50) as usize,
        search: written.search.and_then(|search| search.enabled).unwrap_or(true),
        publish_notes: written.sources.and_then(|all| all.publish_notes).unwrap_or(false),
        never,
        let_through,
        params: written.params,
    }
}

fn base_url(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<BaseUrl> {
    BaseUrl::new(written)
        .map_err(|reason| {
            let message = format!("`{}` can't be a site's address", written.value);
            diags.push(
                Diagnostic::new(codes::INVALID_BASE_URL, written.span, message)
                    .note(reason)
                    .help(
                        "write the whole address: `base_url = \"https://example.org/\"`",
                    ),
            );
        })
        .ok()
}

fn at_least_one(number: &Spanned<u32>, diags: &mut Diagnostics) -> usize {
    if number.value == 0 {
        let message = "a page of a list has at least one entry";
        diags.push(Diagnostic::new(codes::INVALID_VALUE, number.span, message));
    }
    number.value.max(1) as usize
}

fn rules(
    written: Vec<(Spanned<String>, Spanned<RuleLevel>)>,
    diags: &mut Diagnostics,
) -> BTreeMap<String, RuleLevel> {
    let mut rules = BTreeMap::new();
    for (name, level) in written {
        let Some(code) = diag::Code::find(&name) else {
            let message = format!("there is no rule `{}`", name.value);
            let known = codes::ALL.iter().map(|code| code.name());
            let found = Diagnostic::new(codes::UNKNOWN_RULE, name.span, message);
            diags.push(found.did_you_mean(&name, known));
            continue;
        };
        if code.is_fixed() && level.value != RuleLevel::Error {
            let message = format!("`{}` is always an error", code.name());
            diags.push(
                Diagnostic::new(codes::RULE_IS_FIXED, level.span, message)
                    .note("no correct site can be built where it is broken")
                    .help("take the line out, and put right what the rule reports"),
            );
            continue;
        }
        rules.insert(code.name().to_owned(), level.value);
    }
    rules
}

fn territories(
    written: Vec<(Spanned<String>, site_toml::TerritoryWords)>,
    diags: &mut Diagnostics,
) -> BTreeMap<Code, TerritoryConfig> {
    let mut territories = BTreeMap::new();
    for (name, words) in written {
        let Some(code) = atlas::find(&name) else {
            let message = format!("`{}` is no country or territory", name.value);
            let found = Diagnostic::new(codes::UNKNOWN_COUNTRY, name.span, message);
            diags.push(found.did_you_mean(&name, atlas::names()));
            continue;
        };
        let hatched = words.hatched.unwrap_or(false);
        let words = TerritoryConfig { name: words.name, note: words.note, hatched };
        territories.insert(code, words);
    }
    territories
}
