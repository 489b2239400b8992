//! What a theme has of components, for the style guide: folder by folder, with every example as it looks.

use super::engine::Engine;
use super::example_stage::ExampleStage;
use super::examples::{self, Example};
use super::reading::{Signature, shown_by_component, signatures};
use crate::diag::Diagnostics;
use crate::files::{FileId, TextFiles};
use std::collections::{BTreeMap, BTreeSet};

/// A folder of components.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideFolder {
    /// Its name: `status`.
    pub name: String,
    /// Its components: those that have examples, then the others, in the order in which its template has them.
    pub components: Vec<GuideComponent>,
}

/// A component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideComponent {
    /// Its name: `status_counts`.
    pub name: String,
    /// Whether the nearest theme has it, rather than one that it extends.
    pub is_own: bool,
    /// What it takes.
    pub parameters: Vec<GuideParameter>,
    /// The components that show it.
    pub shown_in: Vec<String>,
    /// How it is used.
    pub examples: Vec<GuideExample>,
}

/// What a component takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideParameter {
    /// Its name.
    pub name: String,
    /// Its type, in the template engine's word, where it has one: `map`.
    pub kind: Option<&'static str>,
    /// What it is where it isn't given; none where it has to be.
    pub default: Option<String>,
    /// Whether it is taken from the page: `@page`.
    pub is_from_page: bool,
}

/// An example of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideExample {
    /// What it shows.
    pub title: String,
    /// When the component is used so.
    pub when: String,
    /// The example as it is written.
    pub source: String,
    /// What the component makes of it, in which links begin with [`ROOT`](super::ROOT); or why it can't.
    pub html: Result<String, String>,
    /// Whether readers see nothing of it.
    pub source_only: bool,
}

/// The components of the themes `themes`, nearest first, in order of their folders.
pub(super) fn folders(
    texts: &TextFiles,
    themes: &[String],
    engine: &Engine,
) -> Vec<GuideFolder> {
    let stage = ExampleStage::new(engine);
    let mut examples = examples_of(texts, themes);
    let (mut folders, mut taken) = (BTreeMap::new(), BTreeSet::new());
    let mut shown_in: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for theme in themes {
        for (folder, file) in templates(theme, engine) {
            let text = &texts.get(file).text;
            let heads = signatures(text).unwrap_or_default();
            for (name, shows) in shown_by_component(text).unwrap_or_default() {
                let Some(head) = stage.component(&name) else { continue };
                if !taken.insert(name.clone()) {
                    continue;
                }
                for shown in shows.into_iter().filter(|shown| *shown != name) {
                    let by = shown_in.entry(shown).or_default();
                    if !by.contains(&name) {
                        by.push(name.clone());
                    }
                }
                let own = examples.remove(&name).unwrap_or_default();
                let show = |example: &Example| shown(example, &stage, texts);
                let folder: &mut Vec<GuideComponent> =
                    folders.entry(folder.to_owned()).or_default();
                folder.push(GuideComponent {
                    is_own: Some(theme) == themes.first(),
                    parameters: parameters(&head, &heads),
                    shown_in: Vec::new(),
                    examples: own.iter().map(show).collect(),
                    name,
                });
            }
        }
    }
    for component in folders.values_mut().flatten() {
        component.shown_in = shown_in.remove(&component.name).unwrap_or_default();
        component.shown_in.sort_unstable();
    }
    let folder = |(name, mut components): (String, Vec<GuideComponent>)| {
        // Parts of others come behind what stands by itself.
        components.sort_by_key(|one| one.examples.is_empty());
        GuideFolder { name, components }
    };
    folders.into_iter().map(folder).collect()
}

/// The files of components of a theme, each with its folder's name.
fn templates<'e>(
    theme: &'e str,
    engine: &'e Engine,
) -> impl Iterator<Item = (&'e str, FileId)> {
    engine.files.iter().filter_map(move |(name, file)| {
        let inside = name.strip_prefix(theme)?.strip_prefix("/components/")?;
        Some((inside.split('/').next()?, *file))
    })
}

/// The examples of each component. Those of a nearer theme's file take the place of the whole file.
fn examples_of(texts: &TextFiles, themes: &[String]) -> BTreeMap<String, Vec<Example>> {
    let (mut of, mut seen) = (BTreeMap::<String, Vec<Example>>::new(), BTreeSet::new());
    for theme in themes {
        for (folder, file) in examples::files(texts, theme) {
            if !seen.insert(folder) {
                continue;
            }
            // What is wrong with a file is told by `dateline check`.
            for example in examples::read(texts, file, &mut Diagnostics::default()) {
                of.entry(example.component.clone()).or_default().push(example);
            }
        }
    }
    of
}

fn shown(example: &Example, stage: &ExampleStage<'_>, texts: &TextFiles) -> GuideExample {
    GuideExample {
        title: example.record.title.clone(),
        when: example.record.when.clone(),
        source: texts.slice(example.span).trim_end().to_owned(),
        html: stage.show(example).map_err(|misfit| misfit.message),
        source_only: example.record.source_only.unwrap_or_default(),
    }
}

/// What a component takes, in the order in which its head has it, and behind that what it takes from the page.
fn parameters(of: &tera::ComponentInfo, heads: &[Signature<'_>]) -> Vec<GuideParameter> {
    let head = heads.iter().find(|head| head.component == of.name());
    let place = |of: &tera::ComponentArg| {
        let written = head.and_then(|head| {
            head.parameters.iter().position(|parameter| parameter.name == of.name())
        });
        written.unwrap_or(usize::MAX)
    };
    let mut all: Vec<&tera::ComponentArg> = of.args().iter().collect();
    all.sort_by_key(|one| place(one));
    all.into_iter().map(parameter).collect()
}

fn parameter(of: &tera::ComponentArg) -> GuideParameter {
    let default = of.default().map(|value| match value.as_str() {
        Some(text) => format!("\"{text}\""),
        None => value.to_string(),
    });
    GuideParameter {
        name: of.name().to_owned(),
        kind: of.arg_type().map(|kind| kind.as_str()),
        default,
        is_from_page: of.is_implicit(),
    }
}
