//! Feeds in Atom (RFC 4287).

use crate::files::OutPath;
use crate::keys::Key;
use crate::model::{Address, Feed, Notes, Publication};
use crate::output::entries::{
    EntryContent, FeedAuthor, FeedCategory, FeedContent, FeedEntry, FeedMaker,
};
use crate::output::planned::{MakeBody, PlannedFile};
use crate::output::xml::Xml;
use crate::output::{Body, Made};
use crate::releases::{Release, Releases};
use std::sync::Arc;

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
                let feeds = FeedMaker { edition, texts, config, base, naming };
                let bytes = atom(&feeds.feed(feed)?, &config.lang);
                Ok(Made { bytes, reads: notes.take_reads() })
            };
            // What releases say is no part of the edition.
            let releases: Vec<Key> = match feed {
                Feed::Changes => {
                    Releases::of(texts).all().iter().map(Release::key).collect()
                }
                _ => Vec::new(),
            };
            Body::Job(Key::of(&(context.settings, releases)), Box::new(make))
        });
        PlannedFile { path: edition.feed_address(feed), gives_way: false, body }
    };
    edition.feeds().into_iter().map(file).collect()
}

/// A feed whose words are in the language `lang` where no entry says otherwise.
fn atom(feed: &FeedContent, lang: &str) -> Vec<u8> {
    let namespace = ("xmlns", "http://www.w3.org/2005/Atom");
    let mut xml = Xml::new("feed", &[namespace, ("xml:lang", lang)]);
    xml.text("id", &[], &feed.id);
    xml.text("title", &[], &feed.title);
    if let Some(description) = &feed.description {
        xml.text("subtitle", &[], description);
    }
    xml.text("updated", &[], &feed.updated);
    let atom = "application/atom+xml";
    xml.empty("link", &[("rel", "self"), ("type", atom), ("href", &feed.address)]);
    alternate(&feed.page, &mut xml);
    // The author of every entry that names none (section 4.2.1).
    person(&feed.publisher, &mut xml);
    // Without a version: another program that writes the same is no news.
    xml.text("generator", &[], "Dateline");
    feed.entries.iter().for_each(|one| entry(one, &mut xml));
    xml.finish("feed")
}

fn entry(entry: &FeedEntry, xml: &mut Xml) {
    match &entry.lang {
        Some(lang) => xml.open("entry", &[("xml:lang", lang)]),
        None => xml.open("entry", &[]),
    }
    xml.text("id", &[], &entry.id);
    xml.text("title", &[], &entry.title);
    xml.text("published", &[], &entry.published);
    xml.text("updated", &[], &entry.updated);
    alternate(&entry.page, xml);
    entry.authors.iter().for_each(|author| person(author, xml));
    entry.categories.iter().for_each(|one| category(one, xml));
    if let Some(license) = &entry.license {
        xml.text("rights", &[], license);
    }
    if let Some(summary) = &entry.summary {
        xml.text("summary", &[], summary);
    }
    match &entry.content {
        Some(EntryContent::Text(words)) => xml.text("content", &[], words),
        Some(EntryContent::Html { base, html }) => {
            xml.text("content", &[("type", "html"), ("xml:base", base)], html);
        }
        None => {}
    }
    xml.close("entry");
}

fn alternate(href: &str, xml: &mut Xml) {
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", href)]);
}

fn category(FeedCategory { term, listed }: &FeedCategory, xml: &mut Xml) {
    match listed {
        Some((scheme, label)) => {
            let attributes = [("term", &**term), ("scheme", scheme), ("label", label)];
            xml.empty("category", &attributes);
        }
        None => xml.empty("category", &[("term", term)]),
    }
}

fn person(FeedAuthor { name, url }: &FeedAuthor, xml: &mut Xml) {
    xml.open("author", &[]);
    xml.text("name", &[], name);
    if let Some(url) = url.as_deref().and_then(Address::new) {
        xml.text("uri", &[], url.as_str());
    }
    xml.close("author");
}
