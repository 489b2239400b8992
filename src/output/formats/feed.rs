//! Feeds (Atom, RFC 4287): the newest articles, a country's, the newest corrections, and the
//! newest changes of claims' statuses.

use crate::config::Config;
use crate::dates::Edtf;
use crate::diag::Diagnostic;
use crate::files::{OutPath, TextFiles};
use crate::model::{
    Address, Article, ArticleId, ClaimAt, ClaimId, Correction, Edition, Feed, Item,
    Linker, Naming, Notes, Prose, Publication, SourceId,
};
use crate::output::planned::{MakeBody, PlannedFile};
use crate::output::text::text;
use crate::output::xml::Xml;
use crate::output::{Body, Made};
use crate::phrases::Phrases;
use crate::render::{self, Graphic, RenderOptions};
use crate::routes::OwnPage;
use crate::view::{claim_status, correction_kind};
use foldhash::HashMap;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Writes one feed.
struct Wire<'s> {
    edition: Edition<'s>,
    texts: &'s TextFiles,
    config: &'s Config,
    base: &'s str,
    naming: Naming,
}

/// Every feed that the site has.
pub(super) fn files<'s>(
    publication: &'s Publication<'s>,
    _: &Arc<[OutPath]>,
) -> Vec<PlannedFile<'s>> {
    let (edition, config) = (publication.edition(), publication.config());
    let Some(base) = &config.base_url else { return Vec::new() };
    let base = base.as_str();
    let file = |feed: Feed| {
        let body: MakeBody<'s> = Box::new(move |context| {
            let texts = context.texts;
            let make = move || {
                let mut notes = Notes::default();
                let edition = publication.noting(&notes);
                let naming = config.urls.into();
                let wire = Wire { edition, texts, config, base, naming };
                let bytes = wire.made(feed)?;
                Ok(Made { bytes, reads: notes.take_reads() })
            };
            Body::Job(context.settings, Box::new(make))
        });
        PlannedFile { path: edition.feed_address(feed), gives_way: false, body }
    };
    edition.feeds().into_iter().map(file).collect()
}

impl Wire<'_> {
    fn made(&self, feed: Feed) -> Result<Vec<u8>, Box<Diagnostic>> {
        for prose in self.prose_of(feed) {
            text(self.texts, prose)?;
        }
        Ok(self.feed(feed))
    }

    /// The texts that stand in a feed.
    fn prose_of(&self, feed: Feed) -> impl Iterator<Item = &Prose> {
        let articles = match feed {
            Feed::Articles | Feed::Country(_) if self.config.feeds_full => {
                self.newest(self.edition.feed_articles(feed))
            }
            _ => &[],
        };
        articles.iter().filter_map(|id| self.edition.prose(Item::Article(*id)))
    }

    fn feed(&self, feed: Feed) -> Vec<u8> {
        let attributes = [
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", self.config.lang.as_str()),
        ];
        let mut xml = Xml::new("feed", &attributes);
        match feed {
            Feed::Articles | Feed::Country(_) => {
                let shown = self.newest(self.edition.feed_articles(feed));
                let dates = shown.iter().map(|id| changed(self.edition.article(*id)));
                self.about(feed, newest(dates), &mut xml);
                shown.iter().for_each(|id| self.article(*id, &mut xml));
            }
            Feed::Corrections => {
                let shown = self.newest(self.edition.corrections());
                let of =
                    |(item, n): &(Item, usize)| &self.edition.corrections_of(*item)[*n];
                let dates = shown.iter().map(|one| &of(one).date);
                self.about(feed, newest(dates), &mut xml);
                let mut days = Days::default();
                shown.iter().for_each(|one| self.correction(*one, &mut days, &mut xml));
            }
            Feed::Changes => {
                let shown = self.newest(self.edition.claim_changes());
                let dates =
                    shown.iter().map(|(id, n)| &self.edition.claim(*id).history[*n].date);
                self.about(feed, newest(dates), &mut xml);
                let mut days = Days::default();
                shown.iter().for_each(|one| self.change(*one, &mut days, &mut xml));
            }
        }
        xml.finish("feed")
    }

    /// As many of the newest as a feed holds.
    fn newest<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        &all[..self.config.feeds_limit.min(all.len())]
    }

    /// What is said of the feed as a whole. `updated` is the date of its newest entry: the clock
    /// would make every build another.
    fn about(&self, feed: Feed, updated: Option<&Edtf>, xml: &mut Xml) {
        let here = self.address(&self.edition.feed_address(feed));
        let (title, page) = self.subject(feed);
        let own = self.edition.feed_address(feed);
        xml.text("id", &[], &self.urn(&format!("feed/{}", own.as_str())));
        xml.text("title", &[], &title);
        if let Some(description) =
            self.config.description.as_ref().filter(|_| feed == Feed::Articles)
        {
            xml.text("subtitle", &[], description);
        }
        // There is no feed without an entry, nor an entry without a date.
        xml.text("updated", &[], &updated.map(Edtf::feed_instant).unwrap_or_default());
        let atom = "application/atom+xml";
        xml.empty("link", &[("rel", "self"), ("type", atom), ("href", &here)]);
        self.alternate(&self.address(&page), xml);
        self.publisher(xml);
        // Without a version: another program that writes the same is no news.
        xml.text("generator", &[], "Dateline");
    }

    /// The feed's title, and the page that shows the same.
    fn subject(&self, feed: Feed) -> (String, OutPath) {
        let (site, phrases) = (&self.config.title, self.config.phrases);
        match feed {
            Feed::Articles => (site.clone(), OwnPage::Home.address()),
            Feed::Corrections => {
                (phrases.corrections_of_site(site), OwnPage::Corrections.address())
            }
            Feed::Changes => (phrases.changes_of_site(site), OwnPage::Claims.address()),
            Feed::Country(id) => {
                let country = self.edition.country(id);
                (
                    phrases.country_of_site(&country.name, site),
                    country.names.address.clone(),
                )
            }
        }
    }

    /// The author of every entry that names none (RFC 4287, 4.2.1).
    fn publisher(&self, xml: &mut Xml) {
        let publisher = &self.config.publisher;
        let name = publisher.name.as_ref().unwrap_or(&self.config.title);
        person(name, publisher.url.as_ref().map(|url| url.as_str()), xml);
    }

    fn article(&self, id: ArticleId, xml: &mut Xml) {
        let article = self.edition.article(id);
        let published = article.date.feed_instant();
        let updated = article.updated.as_ref().map(Edtf::feed_instant);
        open_entry(article.matter.lang.as_deref(), xml);
        xml.text("id", &[], &self.identity(Item::Article(id)));
        xml.text("title", &[], &article.title);
        xml.text("published", &[], &published);
        xml.text("updated", &[], updated.as_ref().unwrap_or(&published));
        self.alternate(&self.address(&article.names.address), xml);
        for author in &article.authors {
            let author = self.edition.author(*author);
            person(&author.name, author.url.as_deref(), xml);
        }
        self.categories(article, xml);
        if let Some(license) = &article.license {
            xml.text("rights", &[], license);
        }
        if let Some(summary) = &article.summary {
            xml.text("summary", &[], summary);
        }
        if self.config.feeds_full {
            self.content(id, xml);
        }
        xml.close("entry");
    }

    /// The article's tags, and its countries as terms of the index of countries.
    fn categories(&self, article: &Article, xml: &mut Xml) {
        for tag in &article.tags {
            xml.empty("category", &[("term", &self.edition.tag(*tag).name)]);
        }
        let scheme = self.address(&OwnPage::Countries.address());
        for country in &article.countries {
            let country = self.edition.country(*country);
            let code = country.code.upper();
            xml.empty(
                "category",
                &[("term", code), ("scheme", &scheme), ("label", &country.name)],
            );
        }
    }

    /// The whole text. Its addresses are complete, those of citations and footnotes too;
    /// `xml:base` is for those in raw HTML.
    fn content(&self, id: ArticleId, xml: &mut Xml) {
        let item = Item::Article(id);
        let Some(prose) = self.edition.prose(item) else { return };
        let text = prose.manuscript(&self.texts.get(prose.file).text);
        let (tree, text) = (prose.tree(&text), text.text());
        let page = self.edition.address(item);
        let to = Linker::absolute(page, self.base, self.naming);
        let raw_html = self.config.raw_html;
        let options = RenderOptions {
            raw_html,
            graphic: Graphic::Linked,
            phrases: self.config.phrases,
            ..RenderOptions::default()
        };
        let targets = self.edition.reading(item).targets;
        let html =
            render::body(&tree, text, &prose.outline.headings, &targets, &to, &options)
                .whole();
        let base = to.href(page, None);
        xml.text("content", &[("type", "html"), ("xml:base", &base)], html.as_str());
    }

    fn correction(&self, (item, n): (Item, usize), days: &mut Days, xml: &mut Xml) {
        let correction = &self.edition.corrections_of(item)[n];
        let instant = correction.date.feed_instant();
        let lang = match item {
            Item::Article(id) => self.edition.article(id).matter.lang.as_deref(),
            _ => None,
        };
        open_entry(lang, xml);
        let all = self.edition.corrections_of(item).iter();
        let nth = days.nth(item, n, all.map(|one| &one.date));
        xml.text(
            "id",
            &[],
            &self.identity_of_one(item, "correction", &correction.date, nth),
        );
        let title = self.edition.title(item);
        let title =
            format!("{}: {title}", correction_kind(correction.kind, self.config.phrases));
        xml.text("title", &[], &title);
        xml.text("published", &[], &instant);
        xml.text("updated", &[], &instant);
        self.alternate(&self.address(self.edition.address(item)), xml);
        xml.text("content", &[], &wording(correction, self.config.phrases));
        xml.close("entry");
    }

    /// What a claim's status was, and is from a date on.
    fn change(&self, (id, n): (ClaimId, usize), days: &mut Days, xml: &mut Xml) {
        let claim = self.edition.claim(id);
        let change = &claim.history[n];
        let before = n.checked_sub(1).map(|n| claim.history[n].status);
        let instant = change.date.feed_instant();
        open_entry(None, xml);
        let all = claim.history.iter().map(|one| &one.date);
        let nth = days.nth(Item::Claim(id), n, all);
        xml.text(
            "id",
            &[],
            &self.identity_of_one(Item::Claim(id), "status", &change.date, nth),
        );
        let label = |status| claim_status(status, self.config.phrases);
        let (is, text) = (label(change.status), &claim.text);
        let title = match before.map(label) {
            Some(was) => format!("{was} → {is}: {text}"),
            None => format!("{is}: {text}"),
        };
        xml.text("title", &[], &title);
        xml.text("published", &[], &instant);
        xml.text("updated", &[], &instant);
        self.alternate(&self.address(&claim.names.address), xml);
        xml.text("content", &[], &self.grounds(change));
        xml.close("entry");
    }

    /// When a claim's status changed and on whose word, in plain text. The date is told as it is
    /// known: the instant that a feed demands may be more exact.
    fn grounds(&self, change: &ClaimAt) -> String {
        let phrases = self.config.phrases;
        let mut lines = vec![phrases.since(&change.date.words(phrases))];
        lines.extend(change.note.as_ref().map(|note| phrases.reason(note)));
        let source = |id: &SourceId| {
            let label = self.edition.source(*id).label();
            match label.maker.filter(|maker| *maker != label.title) {
                Some(maker) => phrases.taken_from(&format!("{maker}, {}", label.title)),
                None => phrases.taken_from(label.title),
            }
        };
        lines.extend(change.sources.iter().map(source));
        lines.join("\n")
    }

    fn alternate(&self, href: &str, xml: &mut Xml) {
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", href)]);
    }

    fn address(&self, to: &OutPath) -> String {
        Linker::absolute(to, self.base, self.naming).href(to, None)
    }

    /// The identity of an article or a claim: what the site is known by, and the id that the item had
    /// first. It stays when the title, the date, the slug, the id (where the old one is an alias) or the address of
    /// the site changes (RFC 4287, 4.2.6).
    fn identity(&self, item: Item) -> String {
        let first = match item {
            Item::Article(id) => self.edition.article(id).names.first.as_str(),
            Item::Claim(id) => self.edition.claim(id).names.first.as_str(),
            _ => "",
        };
        self.urn(&format!("{}/{first}", item.kind()))
    }

    /// The identity of one of several that happened to an item: what it is, its day, and its number among
    /// those of that day. What happens on other days doesn't change it, nor does a better wording.
    fn identity_of_one(&self, item: Item, what: &str, date: &Edtf, nth: usize) -> String {
        let (whole, date) = (self.identity(item), date.as_edtf());
        self.urn(&format!("{whole}/{what}/{date}/{nth}"))
    }

    /// A name of the site's own for what `words` mean: a UUID (RFC 9562, version 8) of their SHA-256.
    fn urn(&self, words: &str) -> String {
        let site = self.config.feeds_id.as_ref().unwrap_or(&self.config.title);
        let digest = Sha256::digest(format!("{site}\n{words}"));
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex = |range: std::ops::Range<usize>| {
            bytes[range].iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        let parts = [hex(0..4), hex(4..6), hex(6..8), hex(8..10), hex(10..16)];
        format!("urn:uuid:{}", parts.join("-"))
    }
}

/// By item: which of those of its own day each thing is that happened to it, from 0.
#[derive(Default)]
struct Days(HashMap<Item, Vec<usize>>);

impl Days {
    /// Which of its day the `n`th is, of an item to which things happened on these dates.
    fn nth<'d>(
        &mut self,
        item: Item,
        n: usize,
        dates: impl Iterator<Item = &'d Edtf>,
    ) -> usize {
        let nths = self.0.entry(item).or_insert_with(|| {
            let mut before: HashMap<String, usize> = HashMap::default();
            let nth = |date: &Edtf| {
                let count = before.entry(date.as_edtf().to_string()).or_default();
                *count += 1;
                *count - 1
            };
            dates.map(nth).collect()
        });
        nths.get(n).copied().unwrap_or_default()
    }
}

/// When an article's text last changed.
fn changed(article: &Article) -> &Edtf {
    article.updated.as_ref().unwrap_or(&article.date)
}

fn newest<'d>(dates: impl Iterator<Item = &'d Edtf>) -> Option<&'d Edtf> {
    dates.max_by_key(|date| date.sort_key())
}

fn open_entry(lang: Option<&str>, xml: &mut Xml) {
    match lang {
        Some(lang) => xml.open("entry", &[("xml:lang", lang)]),
        None => xml.open("entry", &[]),
    }
}

fn person(name: &str, url: Option<&str>, xml: &mut Xml) {
    xml.open("author", &[]);
    xml.text("name", &[], name);
    if let Some(url) = url.and_then(Address::new) {
        xml.text("uri", &[], url.as_str());
    }
    xml.close("author");
}

/// What a correction says, in plain text.
fn wording(correction: &Correction, phrases: &Phrases) -> String {
    let mut lines = vec![correction.now.clone()];
    lines.extend(correction.was.as_ref().map(|was| phrases.was(was)));
    lines.extend(correction.why.as_ref().map(|why| phrases.reason(why)));
    lines.join("\n")
}
