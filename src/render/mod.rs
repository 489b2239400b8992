//! Rendering: a tree and the targets of its references become the HTML of one page's text.
//!
//! Rendering is total: nothing is looked up or read, so nothing can fail. What comes out is
//! clean HTML5 without a style or a script in it; a theme styles elements and a few classes
//! (`cites`, `cite`, `note-ref`, `notes`, `rail`, `rail__sources`, `footnote`, `alert`, `task`, `table-scroll`, `code`, `hl-…`,
//! `align-…`, `quote`, `figure__caption`, `figure__credit`, `figure__edits`,
//! `figure__source`, `figure__license`, `graphic`, `claim-mark`, `withheld`, `citation-needed`). Headings begin at level 2, because the
//! title of the page is its level 1. Ids made here never hold `--`, so a theme's may.
//!
//! In one circle, since the writer hands each node to the file of its construct, and a construct writes
//! with the writer: `mod`, `alerts`, `citations`, `code`, `embeds`, `figures`, `headings`, `links`, `marks`, `notes`, `quotes`, `rail`, `raw`, `tables`, `tasks`, `writer`.

mod html;
#[cfg(test)]
mod tests;
mod writer;

mod alerts;
mod citations;
mod code;
mod embeds;
mod figures;
mod headings;
mod ladder;
mod links;
mod marks;
mod notes;
mod quotes;
mod rail;
mod raw;
mod tables;
mod tasks;

pub use code::coloured_code;
pub use embeds::Slot;
pub use headings::{TocEntry, contents};
pub use html::Html;
pub use ladder::{ladder, status_label};

use crate::config::RawHtml;
use crate::markdown::{Heading, Tree};
use crate::model::{Linker, Target};
use crate::phrases::Phrases;

/// The text of a page, rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body<'h> {
    /// The text without its footnotes.
    pub html: Html,
    /// Where in `html` something is shown in place, in order.
    pub slots: Vec<Slot>,
    /// The footnotes that are referred to, as a section; empty where there are none, and where they
    /// stand beside the text.
    pub notes: Html,
    /// The headings in order, for a list of contents.
    pub toc: Vec<TocEntry<'h>>,
}

impl Body<'_> {
    /// The text with its footnotes below it.
    pub fn whole(self) -> Html {
        let mut html = self.html.into_string();
        html.push_str(self.notes.as_str());
        Html::written(html)
    }
}

/// How texts are rendered: one value for all texts of a site in one language.
#[derive(Debug, Clone)]
pub struct RenderOptions {
    /// Which HTML is written.
    pub dialect: Dialect,
    /// What becomes of raw HTML. Its comments are left out either way: what an author notes
    /// for colleagues is not to be published.
    pub raw_html: RawHtml,
    /// What stands before each id made here, where a page holds several texts.
    pub prefix: String,
    /// How a picture is shown that nobody should be made to see.
    pub graphic: Graphic,
    /// The words that are added to a text, in the language of the page.
    pub phrases: &'static Phrases,
}

impl Default for RenderOptions {
    /// A page in English that shows raw HTML as text.
    fn default() -> Self {
        RenderOptions {
            dialect: Dialect::default(),
            raw_html: RawHtml::Escape,
            prefix: String::new(),
            graphic: Graphic::Folded,
            phrases: Phrases::find("en"),
        }
    }
}

/// Which HTML is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// The HTML of a page of the site.
    #[default]
    Page,
    /// The HTML that the CommonMark specification shows: references are links as written,
    /// headings keep their level, and nothing has an id.
    CommonMark,
}

/// Where a text shows its sources and footnotes.
#[derive(Debug, Clone, Copy)]
pub enum Apparatus<'n> {
    /// Below it: numbers are links to them. For programs that show a text without its page.
    Below,
    /// Beside each block that cites them: numbers open the entry of a source (`source-1`), which the page
    /// has, and the footnote. Each of these is the item of a list that tells a source in a few words, in
    /// the order of their numbers.
    Beside(&'n [Html]),
}

/// How a picture that stands alone is shown that nobody should be made to see. In the line it
/// is a link to its file, because nothing can be folded there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Graphic {
    /// Folded, with what it shows in words.
    #[default]
    Folded,
    /// As a link to its file: for programs that may show what is folded, as readers of feeds do.
    Linked,
}

/// Renders `tree`, made from `text`. `headings` are the tree's, and `targets` has one target for
/// each of its references, in order; a reference without one stays as it is written. `to` makes
/// addresses, and `apparatus` tells where sources and footnotes are shown.
pub fn body<'h>(
    tree: &Tree,
    text: &str,
    headings: &'h [Heading],
    targets: &[Target],
    to: &Linker<'_>,
    options: &RenderOptions,
    apparatus: Apparatus<'_>,
) -> Body<'h> {
    let toc = headings::toc(headings, options);
    let mut writer =
        writer::Writer::new(tree, text, targets, to, options, &toc, apparatus);
    writer.text();
    let notes = notes::section(&mut writer);
    let (html, slots) = writer.into_parts();
    Body { html: Html::written(html), slots, notes: Html::written(notes), toc }
}
