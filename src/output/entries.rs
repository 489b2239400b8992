//! What feeds hold, whatever format they are written in: the newest articles, a country's, the newest
//! corrections, and the newest changes of claims' statuses.

use super::text::text;
use crate::config::Config;
use crate::content::Kind;
use crate::dates::Edtf;
use crate::diag::Diagnostic;
use crate::files::{OutPath, TextFiles};
use crate::model::{
    Article, ArticleId, ClaimAt, ClaimId, Correction, Edition, Feed, Item, Linker,
    Naming, Prose, SourceId, Tombstone,
};
use crate::phrases::Phrases;
use crate::releases::{self, Release, Releases};
use crate::render::{self, Apparatus, Graphic, RenderOptions, status_label};
use crate::routes::OwnPage;
use crate::view::correction_kind;
use foldhash::HashMap;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// A feed.
pub(super) struct FeedContent {
    /// Its identity, which stays when the site moves.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: Option<String>,
    /// The instant of its newest entry: the clock would make every build another.
    pub(super) updated: String,
    /// Its own address.
    pub(super) address: String,
    /// The address of the page that shows the same.
    pub(super) page: String,
    /// The author of every entry that names none.
    pub(super) publisher: FeedAuthor,
    /// The newest first.
    pub(super) entries: Vec<FeedEntry>,
}

/// Something that happened: an article was published, corrected, or a claim's status changed.
pub(super) struct FeedEntry {
    /// Its identity, which stays when its title, its date or its address changes.
    pub(super) id: String,
    /// The language of its words, where that is told.
    pub(super) lang: Option<String>,
    pub(super) title: String,
    pub(super) published: String,
    pub(super) updated: String,
    /// The address of its page.
    pub(super) page: String,
    pub(super) authors: Vec<FeedAuthor>,
    pub(super) categories: Vec<FeedCategory>,
    pub(super) license: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) content: Option<EntryContent>,
}

/// Somebody who writes or publishes.
pub(super) struct FeedAuthor {
    pub(super) name: String,
    /// An address of theirs, as it is written.
    pub(super) url: Option<String>,
}

/// What an entry is about: a tag, or a term of a list of terms.
pub(super) struct FeedCategory {
    pub(super) term: String,
    /// The address of the list, and what the term is called there.
    pub(super) listed: Option<(String, String)>,
}

/// What an entry says.
pub(super) enum EntryContent {
    /// Plain text.
    Text(String),
    /// HTML, with the address that those in raw HTML are relative to.
    Html { base: String, html: String },
}

/// Fills feeds from an edition.
pub(super) struct FeedMaker<'s> {
    pub(super) edition: Edition<'s>,
    pub(super) texts: &'s TextFiles,
    pub(super) config: &'s Config,
    /// The address of the site.
    pub(super) base: &'s str,
    pub(super) naming: Naming,
}

impl FeedMaker<'_> {
    /// A feed; an error where a text that stands in it can't be read any more.
    pub(super) fn feed(&self, feed: Feed) -> Result<FeedContent, Box<Diagnostic>> {
        for prose in self.prose_of(feed) {
            text(self.texts, prose)?;
        }
        let (entries, updated) = self.entries(feed);
        let own = self.edition.feed_address(feed);
        let (title, page) = self.subject(feed);
        let description = self.config.description.clone();
        let publisher = &self.config.publisher;
        Ok(FeedContent {
            id: self.urn(&format!("feed/{}", own.as_str())),
            title,
            description: description.filter(|_| feed == Feed::Articles),
            // There is no feed without an entry, nor an entry without a date.
            updated: updated.as_ref().map(Edtf::feed_instant).unwrap_or_default(),
            address: self.address(&own),
            page: self.address(&page),
            publisher: FeedAuthor {
                name: publisher.name.as_ref().unwrap_or(&self.config.title).clone(),
                url: publisher.url.as_ref().map(|url| url.as_str().to_owned()),
            },
            entries,
        })
    }

    /// The entries of a feed, and the date of the newest.
    fn entries(&self, feed: Feed) -> (Vec<FeedEntry>, Option<Edtf>) {
        let mut days = Days::default();
        match feed {
            Feed::Articles | Feed::Country(_) => {
                let shown = self.newest(self.edition.feed_articles(feed));
                let stones = self.withdrawn(feed);
                let dates = shown.iter().map(|id| changed(self.edition.article(*id)));
                let dates = dates.chain(stones.iter().map(|stone| &stone.date));
                let entries = shown.iter().map(|id| self.article(*id));
                let gone = stones.iter().map(|stone| self.tombstone(stone));
                (entries.chain(gone).collect(), newest(dates))
            }
            Feed::Corrections => {
                let shown = self.newest(self.edition.corrections());
                let of =
                    |(item, n): &(Item, usize)| &self.edition.corrections_of(*item)[*n];
                let dates = shown.iter().map(|one| &of(one).date);
                let entry = |one: &(Item, usize)| self.correction(*one, &mut days);
                (shown.iter().map(entry).collect(), newest(dates))
            }
            Feed::Changes => {
                let shown = self.newest(self.edition.claim_changes());
                let date = |(id, n): &(ClaimId, usize)| {
                    self.edition.claim(*id).history[*n].date.clone()
                };
                let dated =
                    |one: &(ClaimId, usize)| (date(one), self.change(*one, &mut days));
                let mut all: Vec<(Edtf, FeedEntry)> = shown.iter().map(dated).collect();
                let stones = self.newest(self.edition.tombstones()).iter();
                all.extend(stones.map(|one| (one.date.clone(), self.tombstone(one))));
                let (releases, last) = self.releases();
                all.extend(releases);
                // Those of one day stay in their order.
                all.sort_by_cached_key(|(date, _)| std::cmp::Reverse(date.sort_key()));
                all.truncate(self.config.feeds_limit);
                let newest = newest(all.iter().map(|(date, _)| date).chain(&last));
                (all.into_iter().map(|(_, entry)| entry).collect(), newest)
            }
        }
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

    /// As many of the newest as a feed holds.
    fn newest<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        &all[..self.config.feeds_limit.min(all.len())]
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

    fn article(&self, id: ArticleId) -> FeedEntry {
        let article = self.edition.article(id);
        let published = article.date.feed_instant();
        let updated = article.updated.as_ref().map(Edtf::feed_instant);
        let author = |id: &_| {
            let author = self.edition.author(*id);
            FeedAuthor { name: author.name.clone(), url: author.url.clone() }
        };
        FeedEntry {
            id: self.identity(Item::Article(id)),
            lang: article.matter.lang.clone(),
            title: article.title.clone(),
            updated: updated.unwrap_or_else(|| published.clone()),
            published,
            page: self.address(&article.names.address),
            authors: article.authors.iter().map(author).collect(),
            categories: self.categories(article),
            license: article.license.clone(),
            summary: article.summary.clone(),
            content: self.config.feeds_full.then(|| self.content(id)).flatten(),
        }
    }

    /// The article's tags, and its countries as terms of the index of countries.
    fn categories(&self, article: &Article) -> Vec<FeedCategory> {
        let tag = |id: &_| FeedCategory {
            term: self.edition.tag(*id).name.clone(),
            listed: None,
        };
        let scheme = self.address(&OwnPage::Countries.address());
        let country = |id: &_| {
            let country = self.edition.country(*id);
            let listed = Some((scheme.clone(), country.name.clone()));
            FeedCategory { term: country.code.upper().to_owned(), listed }
        };
        let tags = article.tags.iter().map(tag);
        tags.chain(article.countries.iter().map(country)).collect()
    }

    /// The whole text. Its addresses are complete, those of citations and footnotes too.
    fn content(&self, id: ArticleId) -> Option<EntryContent> {
        let item = Item::Article(id);
        let prose = self.edition.prose(item)?;
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
        let html = render::body(
            &tree,
            text,
            &prose.outline.headings,
            &targets,
            &to,
            &options,
            Apparatus::Below,
        )
        .whole();
        let html = html.as_str().to_owned();
        Some(EntryContent::Html { base: to.href(page, None), html })
    }

    fn correction(&self, (item, n): (Item, usize), days: &mut Days) -> FeedEntry {
        let correction = &self.edition.corrections_of(item)[n];
        let lang = match item {
            Item::Article(id) => self.edition.article(id).matter.lang.as_deref(),
            _ => None,
        };
        let all = self.edition.corrections_of(item).iter();
        let nth = days.nth(item, n, all.map(|one| &one.date));
        let kind = correction_kind(correction.kind, self.config.phrases);
        let entry = self.notice(
            self.identity_of_one(item, "correction", &correction.date, nth),
            format!("{kind}: {}", self.edition.title(item)),
            correction.date.feed_instant(),
            self.edition.address(item),
            wording(correction, self.config.phrases),
        );
        FeedEntry { lang: lang.map(str::to_owned), ..entry }
    }

    /// What a claim's status was, and is from a date on.
    fn change(&self, (id, n): (ClaimId, usize), days: &mut Days) -> FeedEntry {
        let claim = self.edition.claim(id);
        let change = &claim.history[n];
        let before = n.checked_sub(1).map(|n| claim.history[n].status);
        let all = claim.history.iter().map(|one| &one.date);
        let nth = days.nth(Item::Claim(id), n, all);
        let label = |status| status_label(status, self.config.phrases);
        let (is, text) = (label(change.status), &claim.text);
        let title = match before.map(label) {
            Some(was) => format!("{was} → {is}: {text}"),
            None => format!("{is}: {text}"),
        };
        self.notice(
            self.identity_of_one(Item::Claim(id), "status", &change.date, nth),
            title,
            change.date.feed_instant(),
            &claim.names.address,
            self.grounds(change),
        )
    }

    /// The articles that were withdrawn: whoever had them from a feed of them all is told in their place.
    fn withdrawn(&self, feed: Feed) -> Vec<&Tombstone> {
        let is_told = |stone: &&Tombstone| {
            feed == Feed::Articles && stone.kind == Kind::Article.word()
        };
        let all = self.edition.tombstones().iter().filter(is_told);
        all.take(self.config.feeds_limit).collect()
    }

    /// That something was withdrawn, in the place of what it said.
    fn tombstone(&self, stone: &Tombstone) -> FeedEntry {
        let Tombstone { kind, names, date, reason } = stone;
        self.notice(
            self.urn(&format!("{kind}/{}", names.first)),
            self.config.phrases.withdrawn().to_owned(),
            date.feed_instant(),
            &names.address,
            self.config.phrases.reason(reason),
        )
    }

    /// What the newest releases have changed of what is still there, and the day of the newest. Words that stood
    /// there before are not repeated: they may have been taken out because nobody should read them.
    fn releases(&self) -> (Vec<(Edtf, FeedEntry)>, Option<Edtf>) {
        let shelf = Releases::of(self.texts);
        let items = releases::items(&self.edition);
        let mut all = Vec::new();
        let day = |release: &Release<'_>| Edtf::parse(&release.day().to_string()).ok();
        for release in shelf.all().iter().rev() {
            let Some(date) = day(release) else { continue };
            for change in release.changes() {
                let Some(item) = items.get(&change.item) else { continue };
                if let Some(words) = self.changed_words(&change.what) {
                    let entry = self.notice(
                        self.urn(&format!("release/{}/{}", release.name(), change.item)),
                        self.edition.title(*item).to_owned(),
                        date.feed_instant(),
                        self.edition.address(*item),
                        words,
                    );
                    all.push((date.clone(), entry));
                }
            }
            if all.len() >= self.config.feeds_limit {
                break;
            }
        }
        (all, shelf.newest().as_ref().and_then(day))
    }

    /// What sorts of changes mean for readers; of its status and its corrections they are told elsewhere.
    fn changed_words(&self, what: &BTreeSet<String>) -> Option<String> {
        let phrases = self.config.phrases;
        if what.contains("added") {
            return Some(phrases.new_on_this_site().to_owned());
        }
        let elsewhere = ["status", "corrections", "updated", "gone", "withdrawn"];
        let mut lines: Vec<&str> = Vec::new();
        for sort in what.iter().filter(|sort| !elsewhere.contains(&sort.as_str())) {
            let line = match sort.as_str() {
                "address" => phrases.address_has_changed(),
                "sources" => phrases.sources_have_changed(),
                _ => phrases.words_have_changed(),
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// An entry that says in plain text what happened, in the language of the site.
    fn notice(
        &self,
        id: String,
        title: String,
        instant: String,
        page: &OutPath,
        words: String,
    ) -> FeedEntry {
        FeedEntry {
            id,
            lang: None,
            title,
            published: instant.clone(),
            updated: instant,
            page: self.address(page),
            authors: Vec::new(),
            categories: Vec::new(),
            license: None,
            summary: None,
            content: Some(EntryContent::Text(words)),
        }
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

fn newest<'d>(dates: impl Iterator<Item = &'d Edtf>) -> Option<Edtf> {
    dates.max_by_key(|date| date.sort_key()).cloned()
}

/// What a correction says, in plain text.
fn wording(correction: &Correction, phrases: &Phrases) -> String {
    let mut lines = vec![correction.now.clone()];
    lines.extend(correction.was.as_ref().map(|was| phrases.was(was)));
    lines.extend(correction.why.as_ref().map(|why| phrases.reason(why)));
    lines.join("\n")
}
