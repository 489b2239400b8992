//! The plans of a theme's page templates and of the components that show cards.

use super::phrases::ThemePhrases;
use super::reading::{IsCounted, Plan, TemplateLibrary};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// What each template of a theme does with what it is given, as far as that can be told.
#[derive(Debug, Default)]
pub(super) struct Plans {
    pages: BTreeMap<String, Plan>,
    /// The components that show cards, and the number of each one's plan.
    numbers: BTreeMap<String, usize>,
    cards: Vec<Option<Plan>>,
    /// What stands between the links of a list.
    separator: &'static str,
}

/// Makes the plans of a theme, once there is use for them.
#[derive(Debug)]
pub(super) struct Planner {
    /// The name and the text of each template.
    templates: Vec<(String, String)>,
    /// The themes, nearest first.
    themes: Vec<String>,
    phrases: Arc<ThemePhrases>,
    /// How often they have been asked for.
    asked: AtomicUsize,
    plans: OnceLock<Plans>,
}

/// So many pages and cards are rendered without plans: a build after an edit has hardly more, and to read
/// the templates costs more than that. In debug builds it is one: there all that moulds make is tested.
const FEW: usize = if cfg!(debug_assertions) { 1 } else { 64 };

impl Planner {
    /// For these templates, of the themes `themes`, nearest first.
    pub(super) fn new(
        templates: Vec<(String, String)>,
        themes: &[String],
        phrases: Arc<ThemePhrases>,
    ) -> Self {
        let (asked, plans) = (AtomicUsize::new(0), OnceLock::new());
        Planner { templates, themes: themes.to_vec(), phrases, asked, plans }
    }

    /// The plans; none for the first few who ask.
    pub(super) fn plans(&self) -> Option<&Plans> {
        if let Some(plans) = self.plans.get() {
            return Some(plans);
        }
        if self.asked.fetch_add(1, Ordering::Relaxed) < FEW {
            return None;
        }
        let templates = self.templates.iter();
        let templates = templates.map(|(name, text)| (&**name, &**text));
        let is_counted = |name: &str, of: &str| self.phrases.is_counted(name, of);
        let plans = || Plans {
            separator: self.phrases.separator(),
            ..Plans::new(templates, &self.themes, &is_counted)
        };
        Some(self.plans.get_or_init(plans))
    }

    /// The templates that are rendered by themselves, without their theme's name.
    pub(super) fn rendered(&self) -> impl Iterator<Item = &str> {
        self.templates.iter().filter_map(|(name, _)| rendered(name))
    }
}

/// The folders of templates that are rendered by themselves.
const RENDERED: [&str; 2] = ["pages/", "embeds/"];

/// The name without its theme, of a template that is rendered by itself.
pub(super) fn rendered(name: &str) -> Option<&str> {
    let (_, short) = name.split_once('/')?;
    RENDERED.iter().any(|folder| short.starts_with(folder)).then_some(short)
}

impl Plans {
    /// What stands between the links of a list.
    pub(super) fn separator(&self) -> &'static str {
        self.separator
    }

    fn new<'t>(
        templates: impl Iterator<Item = (&'t str, &'t str)> + Clone,
        themes: &'t [String],
        is_counted: IsCounted<'t>,
    ) -> Self {
        let mut plans = Plans::default();
        let Some(library) = TemplateLibrary::new(templates.clone(), themes, is_counted)
        else {
            return plans;
        };
        let mut shown = Components::default();
        for short in templates.filter_map(|(name, _)| rendered(name)) {
            if !plans.pages.contains_key(short) {
                let plan = library.page(short, &mut |component| shown.number(component));
                plan.map(|plan| plans.pages.insert(short.to_owned(), plan));
            }
        }
        // Components may show others.
        while let Some(component) = shown.names.get(plans.cards.len()).cloned() {
            let plan = library.card(&component, &mut |inner| shown.number(inner));
            plans.cards.push(plan);
        }
        plans.numbers = shown.numbers;
        plans
    }

    /// What the template `name` does with its view.
    pub(super) fn page(&self, name: &str) -> Option<&Plan> {
        self.pages.get(name)
    }

    /// What the component `name` does with a card.
    pub(super) fn card(&self, name: &str) -> Option<&Plan> {
        self.cards.get(*self.numbers.get(name)?)?.as_ref()
    }

    /// The plan of the component with this number.
    pub(super) fn numbered(&self, component: usize) -> Option<&Plan> {
        self.cards.get(component)?.as_ref()
    }
}

/// The components that show cards, in the order in which they were met.
#[derive(Default)]
struct Components {
    names: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Components {
    fn number(&mut self, component: &str) -> usize {
        if let Some(number) = self.numbers.get(component) {
            return *number;
        }
        self.names.push(component.to_owned());
        self.numbers.insert(component.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }
}
