//! The sources beside a text: each told in a few words, next to the paragraph that cites it.

use super::Views;
use super::source_mark;
use crate::model::{Item, Numbered, Reading, SourceId};
use crate::render::Html;

impl Views<'_> {
    /// The sources of a text in the order of their numbers, each as the item of a list that stands beside the
    /// paragraphs that cite it.
    pub fn rail(&self, reading: &Reading) -> Vec<Html> {
        let item = |one: &Numbered| {
            let place = self.edition.number(Item::Source(one.source));
            let told = self
                .shared
                .rail
                .card(place, self.edition, || self.told_beside(one.source));
            let mut html = String::with_capacity(told.len() + 96);
            let mut digits = itoa::Buffer::new();
            let number = digits.format(one.number);
            html.push_str("<li><button tabindex=\"-1\" popovertarget=\"source-");
            for part in
                [number, "\"><b>", number, "</b> ", told.as_str(), "</button></li>\n"]
            {
                html.push_str(part);
            }
            Html::templated(html)
        };
        reading.sources.iter().map(item).collect()
    }

    /// Who published a source, when, in which language where that is another, and what sort of source it is.
    fn told_beside(&self, id: SourceId) -> String {
        let source = self.edition.source(id);
        let label = source.label();
        let maker = label.maker.unwrap_or(label.english.unwrap_or(label.title));
        let mut html = String::new();
        Html::escape(maker, &mut html);
        for mark in source_mark::marks(source, self.shared.phrases) {
            html.push(' ');
            html.push_str(mark.shape.as_str());
        }
        let date = source.date.as_ref().map(|date| date.words(self.shared.phrases));
        let language = self.foreign(source.lang.as_deref());
        let apart: Vec<String> = date.into_iter().chain(language).collect();
        if !apart.is_empty() {
            html.push_str(" · <i>");
            Html::escape(&apart.join(" · "), &mut html);
            html.push_str("</i>");
        }
        html
    }
}
