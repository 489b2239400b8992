//! The plans of a theme's page templates and of the components that show cards.

use super::reading::{Library, Plan};
use std::collections::BTreeMap;

/// What each template of a theme does with what it is given, as far as that can be told.
#[derive(Debug, Default)]
pub(super) struct Plans {
    pages: BTreeMap<String, Plan>,
    /// The components that show cards, and the number of each one's plan.
    numbers: BTreeMap<String, usize>,
    cards: Vec<Option<Plan>>,
}

/// The folders of templates that are rendered by themselves.
const RENDERED: [&str; 2] = ["pages/", "embeds/"];

impl Plans {
    /// The plans of these templates, of the themes `names`, nearest first.
    pub(super) fn new<'t>(
        texts: impl Iterator<Item = (&'t str, &'t str)>,
        names: &'t [String],
    ) -> Self {
        let texts: Vec<_> = texts.collect();
        let mut plans = Plans::default();
        let Some(library) = Library::new(texts.iter().copied(), names) else {
            return plans;
        };
        let mut shown = Shown::default();
        for (name, _) in &texts {
            let short = name.split_once('/').map_or("", |(_, short)| short);
            let is_page = RENDERED.iter().any(|folder| short.starts_with(folder));
            if is_page && !plans.pages.contains_key(short) {
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

    /// The templates that have a plan.
    pub(super) fn pages(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// What the template `name` does with its view.
    pub(super) fn page(&self, name: &str) -> Option<&Plan> {
        self.pages.get(name)
    }

    /// What the component `name` does with a card.
    pub(super) fn card(&self, name: &str) -> Option<&Plan> {
        self.cards.get(*self.numbers.get(name)?)?.as_ref()
    }

    /// The plans of components by their numbers.
    pub(super) fn cards(&self) -> &[Option<Plan>] {
        &self.cards
    }
}

/// The components that show cards, in the order in which they were met.
#[derive(Default)]
struct Shown {
    names: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Shown {
    fn number(&mut self, component: &str) -> usize {
        if let Some(number) = self.numbers.get(component) {
            return *number;
        }
        self.names.push(component.to_owned());
        self.numbers.insert(component.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }
}
