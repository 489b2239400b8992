//! The dated facts of one item, as timelines in texts show them.

use super::Edition;
use super::select::each_shown;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::markdown::{Ref, RefKind};
use crate::model::nouns::{EventId, Item, Link, Shown};

impl Edition<'_> {
    /// The dated facts of an item, oldest first.
    pub fn events_of(&self, item: Item) -> &[EventId] {
        match item {
            Item::Article(id) => &self.site[id].events,
            Item::Claim(id) => &self.site[id].events,
            Item::Country(id) => &self.of_country(id).events,
            Item::Location(id) => &self.of_location(id).events,
            Item::Entity(id) => &self.of_entity(id).events,
            Item::Source(_) | Item::Page(_) | Item::Home => &[],
        }
    }
}

/// Reports timelines in shown texts that have nothing to show.
pub(super) fn report_empty(edition: &Edition<'_>, diags: &mut Diagnostics) {
    diags.append(each_shown(edition.site, |item, diags| {
        let Some(prose) = edition.prose(item) else { return };
        for (nth, link) in prose.links.iter().enumerate() {
            let Link::Embed(Shown::Timeline(of)) = link else { continue };
            if edition.is_shown(*of) && edition.events_of(*of).is_empty() {
                let one = prose.outline.refs.get(nth);
                one.into_iter().for_each(|one| report(one, *of, diags));
            }
        }
    }));
}

fn report(one: &Ref, of: Item, diags: &mut Diagnostics) {
    let RefKind::Wiki(wiki) = &one.kind else { return };
    let message = format!("`{}` is shown as a link", wiki.target);
    let name = wiki.target.split_once(':').map_or("", |(_, name)| name.trim());
    diags.push(
        Diagnostic::new(codes::EMBED_AS_LINK, one.span, message)
            .note(format!("no published fact with a date is of this {}", of.kind()))
            .help("write what is known under `dates:`, each with its day and its sources")
            .help(format!("or write `[[{name}]]`")),
    );
}
