//! Components that take the place of others, and examples that are the site's own: whether they fit.
//!
//! Templates of the theme that is extended go on calling a component as its own theme wrote it. So one that takes
//! its place takes all that the original took, and asks for no more. The examples of the original show where that fails.

use super::built_in::built_in_text;
use super::engine::Engine;
use super::example_stage::ExampleStage;
use super::examples::{self, Example};
use super::fault::TemplateFiles;
use super::reading::{Signature, signatures};
use super::unused::place_of;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span, TextFiles};

/// Reports the examples of the site's own that do not fit their components, and the components of its own that do
/// not fit where those stood whose place they take. `themes` are nearest first.
pub(super) fn report(
    texts: &TextFiles,
    themes: &[String],
    engine: &Engine,
    diags: &mut Diagnostics,
) {
    let examples = themes.iter().enumerate().flat_map(|(at, theme)| {
        examples::files(texts, theme).map(move |(_, file)| (at, file))
    });
    let examples: Vec<(usize, FileId)> = examples.collect();
    let own = examples.iter().filter(|(_, file)| is_own(texts, *file)).copied();
    let own: Vec<(usize, FileId)> = own.collect();
    if own.is_empty() && !engine.files.values().any(|file| is_own(texts, *file)) {
        return;
    }
    let chain = Chain::read(texts, themes, &engine.files, examples);
    for head in chain.heads.iter().filter(|head| head.is_own) {
        chain.compare(head, diags);
    }
    if own.is_empty() {
        return;
    }
    let stage = ExampleStage::new(engine);
    for (theme, file) in own {
        for example in examples::read(texts, file, diags) {
            // Where a nearer theme has the component, that is told of the component.
            let is_hidden =
                chain.nearest(&example.component).is_some_and(|at| at < theme);
            if is_hidden || example.is_flawed {
                continue;
            }
            if let Err(misfit) = stage.show(&example) {
                diags.push(*misfit);
            }
        }
    }
}

/// Whether a file is not that of the compiled-in theme.
fn is_own(texts: &TextFiles, file: FileId) -> bool {
    built_in_text(texts.path(file).as_str()) != Some(&texts.get(file).text)
}

/// What a chain of themes has of components and examples.
struct Chain<'t> {
    texts: &'t TextFiles,
    heads: Vec<ComponentHead<'t>>,
    /// The files of examples, each with the place of its theme in the chain.
    examples: Vec<(usize, FileId)>,
}

/// The head of a component.
struct ComponentHead<'t> {
    /// The place of its theme in the chain.
    theme: usize,
    file: FileId,
    is_own: bool,
    signature: Signature<'t>,
}

impl<'t> Chain<'t> {
    fn read(
        texts: &'t TextFiles,
        themes: &[String],
        files: &TemplateFiles,
        examples: Vec<(usize, FileId)>,
    ) -> Self {
        let place = |name: &str| {
            let (theme, _) = name.split_once('/')?;
            themes.iter().position(|one| one == theme)
        };
        let mut heads = Vec::new();
        for (name, file) in files {
            let Some(theme) = place(name) else { continue };
            let is_own = is_own(texts, *file);
            let found = signatures(&texts.get(*file).text).unwrap_or_default();
            heads.extend(found.into_iter().map(|signature| ComponentHead {
                theme,
                file: *file,
                is_own,
                signature,
            }));
        }
        Chain { texts, heads, examples }
    }

    /// The place in the chain of the nearest theme that has a component.
    fn nearest(&self, component: &str) -> Option<usize> {
        let named =
            self.heads.iter().filter(|head| head.signature.component == component);
        named.map(|head| head.theme).min()
    }

    /// Reports where a component does not fit in the place of that of the next theme in the chain.
    fn compare(&self, own: &ComponentHead<'_>, diags: &mut Diagnostics) {
        let name = &own.signature.component;
        let farther = self
            .heads
            .iter()
            .filter(|head| head.signature.component == *name && head.theme > own.theme);
        // A site may have the compiled-in theme's own file, changed.
        let hidden = built_in_text(self.texts.path(own.file).as_str());
        let hidden = hidden.and_then(signatures).unwrap_or_default();
        let hidden = hidden.iter().find(|signature| signature.component == *name);
        let original = farther.min_by_key(|head| head.theme).map(|head| &head.signature);
        let Some(original) = hidden.or(original) else { return };
        let Some((why, parameter)) = misfit(&own.signature, original) else { return };
        let place = place_of(name, own.file, self.texts);
        let message =
            format!("`{name}` doesn't fit where it takes the place of another: {why}");
        let mut found = Diagnostic::new(codes::OVERRIDE_MISFIT, place, message);
        if let Some(example) = self.example(name, parameter, own.theme) {
            found = found.also(example, "an example of the original gives it");
        }
        let heads = original
            .parameters
            .iter()
            .map(|one| format!("`{}`", one.name))
            .collect::<Vec<_>>();
        diags.push(found.note(format!("the original takes {}", heads.join(", "))).help(
            "take what the original takes, under the same names, and give what is new a default",
        ));
    }

    /// Where an example of a theme behind `theme` gives the component this argument.
    fn example(&self, component: &str, argument: &str, theme: usize) -> Option<Span> {
        let behind = self.examples.iter().filter(|(at, _)| *at >= theme);
        let read = |(_, file): &(usize, FileId)| {
            examples::read(self.texts, *file, &mut Diagnostics::default())
        };
        let mut all =
            behind.flat_map(read).filter(|one: &Example| one.component == component);
        all.find_map(|example| {
            let mut arguments = example.arguments();
            arguments.find(|(name, ..)| *name == argument).map(|(_, at, _)| at)
        })
    }
}

/// Why a component doesn't fit in the place of another, with the name of the parameter.
fn misfit<'s>(
    own: &'s Signature<'_>,
    original: &'s Signature<'_>,
) -> Option<(String, &'s str)> {
    let of = |all: &'s Signature<'_>, name: &str| {
        all.parameters.iter().find(|parameter| parameter.name == name)
    };
    for parameter in &original.parameters {
        let name = parameter.name;
        match of(own, name) {
            None if !own.takes_all => {
                return Some((format!("it has no parameter `{name}`"), name));
            }
            Some(taken) if taken.required && !parameter.required => {
                return Some((
                    format!("`{name}` has no default here, and need not be given"),
                    name,
                ));
            }
            Some(taken) => match (taken.kind, parameter.kind) {
                (Some(kind), Some(given)) if kind != given => {
                    return Some((
                        format!("`{name}` is `{kind}` here, and `{given}` is given"),
                        name,
                    ));
                }
                _ => {}
            },
            None => {}
        }
    }
    let new = own
        .parameters
        .iter()
        .find(|one| one.required && of(original, one.name).is_none())?;
    Some((format!("it needs `{}`, which is not given", new.name), new.name))
}
