//! The language and the direction of words, where they are not the page's.

use super::{Markup, Views};
use crate::letters::Direction;
use crate::model::Item;
use crate::render::Html;

impl Views<'_> {
    /// The direction of the site's own words.
    pub(super) fn direction(&self) -> Direction {
        Direction::of_language(&self.config().lang)
    }

    /// Attributes for the element that holds some words: their language, where it is not the site's, and
    /// their direction, where the words around them have another. An element with a direction of its own is
    /// kept apart from these (HTML, section 15.3.5), so that no bracket or full stop changes sides.
    pub(super) fn spoken(&self, words: &str, lang: Option<&str>) -> Markup {
        let mut attributes = String::new();
        let foreign = lang.filter(|lang| !lang.eq_ignore_ascii_case(&self.config().lang));
        if let Some(lang) = foreign {
            attributes.push_str(" lang=\"");
            Html::escape(lang, &mut attributes);
            attributes.push('"');
        }
        let around = self.direction();
        match lang.map(Direction::of_language) {
            Some(own) if own != around => {
                attributes.push_str(&format!(" dir=\"{}\"", own.word()));
            }
            None if Direction::of_text(words).is_some_and(|own| own != around) => {
                attributes.push_str(" dir=\"auto\"");
            }
            _ => {}
        }
        Markup::new(&attributes)
    }

    /// The language of a text that tells it, or doesn't; none where it is the readers'.
    pub(super) fn text_lang<'l>(&'l self, told: Option<&'l str>) -> Option<&'l str> {
        let (main, own) = (self.config().main_lang(), &self.config().lang);
        told.or_else(|| (main != own).then_some(main))
    }

    /// The same for an item's title.
    pub(super) fn spoken_title(&self, item: Item) -> Markup {
        self.spoken(self.edition.title(item), self.edition.lang(item))
    }
}
