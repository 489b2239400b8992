//! Views and the templates that show them.

use crate::diag::Diagnostic;
use crate::theme;
use serde::Serialize;

/// A page's view: the variables of one template.
pub trait View: Serialize {
    /// The template that shows it, as a theme's `templates/` folder names it.
    const TEMPLATE: &'static str;
}

/// A view of whatever kind of page.
pub trait AnyView {
    /// The HTML that `pages` makes of it with these texts, and with these cards where it shows some.
    fn render(
        &self,
        pages: &theme::Pages<'_>,
        texts: theme::Texts<'_>,
        cards: &dyn theme::CardSource,
    ) -> Result<Vec<u8>, Box<Diagnostic>>;
}

impl<V: View> AnyView for V {
    fn render(
        &self,
        pages: &theme::Pages<'_>,
        texts: theme::Texts<'_>,
        cards: &dyn theme::CardSource,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        pages.render(V::TEMPLATE, self, texts, cards)
    }
}
