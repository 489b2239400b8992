//! The pages of one site: what a theme's templates make of their data.

use super::engine::Engine;
use super::fragments::FragmentCache;
use super::maker::{Maker, Task};
use super::mould::Moulds;
use super::stand_in::StandIn;
use super::walker::{CardSource, TemplateData, Texts, Walker};
use super::{fault, stand_in};
use crate::diag::Diagnostic;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, Error, Tera, Value};

/// A theme that renders the pages of one site. What it has made of that is kept here, and nowhere else.
pub struct Pages<'t> {
    engine: &'t Engine,
    tera: Arc<Tera>,
    site: Value,
    /// What `kept` has made.
    fragments: Arc<FragmentCache>,
    /// What each template makes of data of each shape.
    pub(super) moulds: BTreeMap<String, Moulds>,
}

impl<'t> Pages<'t> {
    /// The pages of a site; `site` is what every page reads by that name.
    pub(super) fn new(engine: &'t Engine, site: Value) -> Self {
        let names = engine.planner.rendered();
        let moulds = names.map(|name| (name.to_owned(), Moulds::default())).collect();
        let (tera, fragments) = FragmentCache::begin(&engine.tera, !engine.is_alone);
        Pages { engine, tera, site, fragments, moulds }
    }

    /// Renders the template `name` with the fields of `data` as its variables, and with `texts`; or
    /// tells where in the theme it fails.
    pub fn render(
        &self,
        name: &str,
        data: &dyn TemplateData,
        texts: Texts<'_>,
        cards: &dyn CardSource,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let by_engine = || self.by_engine(name, data.value(), texts);
        let Some((plans, moulds)) = self.engine.plans().zip(self.moulds.get(name)) else {
            return by_engine();
        };
        let walk = |makes_stand_in| {
            let plan = plans.page(name)?;
            let walker = Walker::new(plans, plan, cards, Some(texts), makes_stand_in);
            walker.walked(data)
        };
        let maker = Maker { plans, fragments: &self.fragments, cards };
        maker.make(&Task {
            moulds,
            texts,
            walk: &walk,
            by_engine: &by_engine,
            cast: &|stand_in| self.run(name, &self.context(stand_in.clone())),
        })
    }

    /// What the engine makes of data, with texts in the places of their stand-ins.
    fn by_engine(
        &self,
        name: &str,
        data: Value,
        texts: Texts<'_>,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = self.context(data);
        for (number, (variable, html)) in texts.iter().enumerate() {
            let text = StandIn::Text(number).text();
            let text = if html.is_empty() { "" } else { &text };
            context.insert_value(*variable, Value::safe_string(text));
        }
        let made = self.run(name, &context).map_err(|error| {
            let files = &self.engine.files;
            self.fragments
                .with_inner(&error, |inner| fault::rendering(&error, inner, files))
        })?;
        let page = context.get("page");
        let root = page.and_then(|page| page.get_from_path("root")?.as_str());
        let of_texts: usize = texts.iter().map(|(_, html)| html.len()).sum();
        let mut html = Vec::with_capacity(made.len() + of_texts);
        stand_in::place(&made, root.unwrap_or_default(), texts, &mut html);
        Ok(html)
    }

    fn run(&self, name: &str, context: &Context) -> Result<Vec<u8>, Error> {
        let mut made = Vec::new();
        self.tera.render_to(name, context, &mut made)?;
        Ok(made)
    }

    /// The variables of a template: the fields of its data, and the site.
    fn context(&self, data: Value) -> Context {
        let mut context = Context::new();
        for (name, value) in data.into_map().unwrap_or_default() {
            context.insert_value(name.to_string(), value);
        }
        context.insert_value("site", self.site.clone());
        context
    }
}
