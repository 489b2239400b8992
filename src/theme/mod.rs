//! Themes: how pages look. Finds a theme and those it extends, and renders with their templates.
//!
//! A theme is a folder below `themes/` with `theme.toml`, `templates/`, `components/`, `css/` and
//! `static/`. One that says `extends = "broadsheet"` holds only the files it changes: a
//! template, a component or a style sheet is looked for in the theme itself first, then in those
//! it extends. The theme `broadsheet` is compiled in ([`built_in`]) and lies under the site's own
//! files, so that nothing here knows the difference. What a template is given is no
//! concern of this room: that is `view`'s. Start at [`load`].

mod built_in;
mod chain;
mod engine;
mod example_stage;
mod example_values;
mod examples;
mod fault;
mod filters;
mod fragments;
mod guide;
mod maker;
mod manifest;
mod mould;
mod of_site;
mod overrides;
mod pages;
mod params;
mod phrases;
mod plans;
mod reading;
mod scripts;
mod shelf;
mod stand_in;
mod unused;
mod walker;

pub use built_in::built_in;
pub use example_values::HTML_FIELDS;
pub use examples::ExampleRecord;
pub use fragments::CARD;
pub use guide::{GuideComponent, GuideExample, GuideFolder, GuideParameter};
pub use manifest::Manifest;
pub use of_site::SiteTheme;
pub use pages::Pages;
pub use scripts::{ScriptFile, said_in, scripts};
pub use stand_in::ROOT;
pub use walker::{CardSource, TemplateData, Texts, Walker};

use crate::diag::{Diagnostics, Place};
use crate::fields::Node;
use crate::files::TextFiles;
use crate::keys::Key;
use crate::phrases::{Phrases, scripted};
use engine::Engine;
use tera::Value;

/// A theme that is ready to render.
pub struct Theme {
    names: Vec<String>,
    params: Value,
    engine: Engine,
    key: Key,
}

/// Loads the theme `name`, which `named_at` asks for, with its options as `params` of `site.toml` sets
/// them, and with `phrases` for what its templates say. Every mistake in its files is reported; there is
/// no theme where one keeps it from rendering.
pub fn load(
    texts: &TextFiles,
    name: &str,
    named_at: Place,
    params: Option<&Node>,
    phrases: &'static Phrases,
    diags: &mut Diagnostics,
) -> Option<Theme> {
    let (names, declared) = chain::find(texts, name, named_at, diags)?;
    let params = params::settle(&declared, params, diags);
    let engine = engine::build(texts, &names, phrases, diags)?;
    unused::report(texts, &names, &engine.files, diags);
    overrides::report(texts, &names, &engine, diags);
    let key = Key::of(&engine.texts(texts).collect::<Vec<_>>());
    Some(Theme { names, params, engine, key })
}

impl Theme {
    /// The theme's name, then those it extends, nearest first.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Its options as the site sets them, for templates.
    pub fn params(&self) -> &Value {
        &self.params
    }

    /// The language of its phrases (BCP 47).
    pub fn lang(&self) -> &'static str {
        self.engine.lang()
    }

    /// A phrase as scripts are given it, if the theme or the site's language has it.
    pub fn scripted(&self, name: &str) -> Option<serde_json::Value> {
        self.engine.phrase(name).map(scripted)
    }

    /// The key of its templates.
    pub fn key(&self) -> Key {
        self.key
    }

    /// The theme, ready to render the pages of a site. `site` is what every page reads by that name.
    pub fn pages(&self, site: Value) -> Pages<'_> {
        Pages::new(&self.engine, site)
    }

    /// Its components with their examples, in order of their folders. `texts` are those that it was loaded from.
    pub fn guide(&self, texts: &TextFiles) -> Vec<GuideFolder> {
        guide::folders(texts, &self.names, &self.engine)
    }

    /// The same theme, of which the engine makes every page from nothing, without moulds and without what has been
    /// made before. It makes the same pages: tests compare them.
    pub fn by_engine_alone(mut self) -> Self {
        self.engine.is_alone = true;
        self
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("names", &self.names).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
