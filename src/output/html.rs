//! The pages of the site, as jobs that make them.

use super::text::text;
use super::{Artifact, Body, Made, OutputContext};
use crate::diag::Diagnostic;
use crate::files::OutPath;
use crate::keys::Key;
use crate::model::{
    Embed, Item, LanguageTree, Linker, Naming, Notes, Publication, Reading, Shown,
};
use crate::render::{self, Apparatus, Html, RenderOptions};
use crate::theme::Pages;
use crate::view::{self, AnyView, Page, SharedViews, SiteView, TextView, View, Views};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What every page job shares.
struct Printer<'s> {
    context: &'s OutputContext<'s>,
    in_menu: Vec<String>,
    pages: Pages<'s>,
    options: RenderOptions,
    naming: Naming,
    /// The number of the first read.
    reads_from: u32,
    /// Notes that no page is being made with. Room for all that can be read is had once, not for each page.
    free_notes: Mutex<Vec<Notes>>,
}

/// Every page of the site.
///
/// Of several publications the reads of this one are numbered from `reads_from` on.
pub(super) fn pages<'s>(
    context: &'s OutputContext<'s>,
    reads_from: u32,
) -> Vec<Artifact<'s>> {
    let config = context.publication.config();
    let notes = Notes::default();
    let views = Views::new(context.publication.noting(&notes), context.shared, &[]);
    let site = views.site(context.assets, context.theme.params());
    let raw_html = config.raw_html;
    // A view is written as JSON without fail: it has texts, numbers and lists.
    // What it says of the style sheet is the path, which is told apart.
    let without_css = SiteView { css: String::new(), ..site.clone() };
    let shown = serde_json::to_string(&without_css).unwrap_or_default();
    let trees = context.shared.trees_key();
    let common = Key::of(&(context.settings, shown, context.theme.key(), trees));
    let printer = Arc::new(Printer {
        context,
        in_menu: site.in_menu(),
        pages: context.theme.pages(view::Card::new(site).value().clone()),
        options: RenderOptions {
            raw_html,
            phrases: config.phrases,
            ..RenderOptions::default()
        },
        naming: config.urls.into(),
        reads_from,
        free_notes: Mutex::default(),
    });
    let artifact = |page: Page| {
        let (path, from) = (printer.place(&page.path), page.from.clone());
        let printer = Arc::clone(&printer);
        let job = move || printer.print(&page);
        Artifact { path, from, body: Body::Job(common, Box::new(job)) }
    };
    view::pages(&views).into_iter().map(artifact).collect()
}

/// The pages that the readers of each language have of their own.
pub(super) fn language_trees(publications: &[Publication<'_>]) -> Vec<LanguageTree> {
    let tree = |publication: &Publication<'_>| {
        let config = publication.config();
        let folder =
            config.languages.folder_of_text(Some(&config.lang)).map(str::to_owned);
        // Articles of other languages than the main one are in the folder by their own address.
        let own = folder.as_ref().map(|folder| format!("{folder}/"));
        let is_own = |path: &OutPath| {
            own.as_ref().is_some_and(|own| path.as_str().starts_with(own))
        };
        let pages = addresses(publication).filter(|path| !is_own(path)).collect();
        LanguageTree { lang: config.lang.clone(), folder, pages }
    };
    publications.iter().map(tree).collect()
}

/// Where every page of a site is.
pub(super) fn addresses(publication: &Publication<'_>) -> impl Iterator<Item = OutPath> {
    let (shared, notes) = (SharedViews::new(publication), Notes::default());
    let views = Views::new(publication.noting(&notes), &shared, &[]);
    view::pages(&views).into_iter().map(|page| page.path)
}

impl Printer<'_> {
    /// Where a page really is.
    fn place(&self, path: &OutPath) -> OutPath {
        let tree = self.context.shared.tree();
        tree.map_or_else(|| path.clone(), |tree| tree.place(path).into_owned())
    }

    /// A page, with what was read for it.
    fn print(&self, page: &Page) -> Result<Made, Box<Diagnostic>> {
        let mut notes = self.free_notes().pop().unwrap_or_default();
        let bytes = self.bytes(page, &notes);
        let reads = notes.take_reads();
        let reads = reads.into_iter().map(|read| read.behind(self.reads_from)).collect();
        self.free_notes().push(notes);
        Ok(Made { bytes: bytes?, reads })
    }

    fn free_notes(&self) -> MutexGuard<'_, Vec<Notes>> {
        self.free_notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The bytes of a page; what is read for it is noted.
    fn bytes(&self, page: &Page, notes: &Notes) -> Result<Vec<u8>, Box<Diagnostic>> {
        let edition = self.context.publication.noting(notes);
        let views = Views::new(edition, self.context.shared, &self.in_menu);
        match page.text_of {
            Some(item) => {
                let reading = edition.reading(item);
                let view = page.view(&views, views.text(item, &reading));
                let sources = views.rail(&reading);
                let html =
                    self.text(&views, item, &reading, Apparatus::Beside(&sources))?;
                let texts = [("body_html", html.as_str())];
                view.render(&self.pages, &texts, self.context.shared)
            }
            None => {
                let view = page.view(&views, TextView::default());
                view.render(&self.pages, &[], self.context.shared)
            }
        }
    }

    /// The rendered text of an item.
    fn text(
        &self,
        views: &Views<'_>,
        item: Item,
        reading: &Reading,
        apparatus: Apparatus<'_>,
    ) -> Result<Html, Box<Diagnostic>> {
        let edition = views.edition();
        let Some(prose) = edition.prose(item) else { return Ok(Html::default()) };
        let text = prose.manuscript(text(self.context.texts, prose)?);
        let tree = prose.tree(&text);
        let from = edition.address(item);
        let pages = self.context.shared.tree();
        let placed = pages.map(|pages| pages.place(from));
        let from = placed.as_deref().unwrap_or(from);
        let to = Linker::relative(from, self.naming).within(pages);
        let body = render::body(
            &tree,
            text.text(),
            &prose.outline.headings,
            &reading.targets,
            &to,
            &self.options,
            apparatus,
        );
        let shown: Result<Vec<Html>, _> =
            body.slots.iter().map(|slot| self.embed(views, item, &slot.embed)).collect();
        Ok(body.filled(&shown?).whole())
    }

    /// The HTML of what is shown in place in the text of `item`.
    fn embed(
        &self,
        views: &Views<'_>,
        item: Item,
        embed: &Embed,
    ) -> Result<Html, Box<Diagnostic>> {
        let html = match &embed.shown {
            Shown::Claim(id) => self.show(&views.claim_embed(item, embed, *id)),
            Shown::Source(id) => self.show(&views.source_embed(item, embed, *id)),
            Shown::Location(id) => self.show(&views.location_embed(item, embed, *id)),
            Shown::Timeline(of) => self.show(&views.timeline_embed(item, embed, *of)),
            Shown::Map(of) => self.show(&views.map_embed(item, embed, *of)),
            Shown::Places(ids) => self.show(&views.places_embed(item, embed, ids)),
            Shown::World => self.show(&views.world_embed(item, embed)),
        };
        // A template's text and all that it is given is UTF-8.
        html.map(|html| Html::templated(String::from_utf8(html).unwrap_or_default()))
    }

    fn show<V: View>(&self, view: &V) -> Result<Vec<u8>, Box<Diagnostic>> {
        view.render(&self.pages, &[], self.context.shared)
    }
}
