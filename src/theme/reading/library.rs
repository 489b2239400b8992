//! The templates and components of a theme, cut into tags.

use super::tokens::{TemplateTag, Token, closing, split, tags};
use Token::{Sign, Word};
use std::collections::BTreeMap;

/// Whether the form of a phrase depends on what is given for a placeholder: the names of both.
pub(in crate::theme) type IsCounted<'t> = &'t dyn Fn(&str, &str) -> bool;

/// The templates and components of a theme.
pub(in crate::theme) struct TemplateLibrary<'t> {
    templates: BTreeMap<&'t str, Vec<TemplateTag<'t>>>,
    /// By name, every component that has it: the nearest theme's is the one that is used.
    components: BTreeMap<String, Vec<Component<'t>>>,
    /// The themes, nearest first: a template may be named without its theme.
    themes: &'t [String],
    pub(super) is_counted: IsCounted<'t>,
}

/// A component.
pub(super) struct Component<'t> {
    /// What it may be given.
    pub(super) parameters: Vec<Parameter<'t>>,
    /// What stands in it.
    pub(super) tags: Vec<TemplateTag<'t>>,
}

/// What a component may be given.
#[derive(Clone, Copy)]
pub(super) struct Parameter<'t> {
    /// Its name.
    pub(super) name: &'t str,
    /// Whether it is taken from where the component is called, if it isn't given: `@page`.
    pub(super) implicit: bool,
}

impl<'t> TemplateLibrary<'t> {
    /// The library of these templates; none where one of them isn't understood, for a component of it
    /// might be the one that is used.
    pub(in crate::theme) fn new(
        texts: impl Iterator<Item = (&'t str, &'t str)>,
        themes: &'t [String],
        is_counted: IsCounted<'t>,
    ) -> Option<Self> {
        let (templates, components) = (BTreeMap::new(), BTreeMap::new());
        let mut library = TemplateLibrary { templates, components, themes, is_counted };
        for (name, text) in texts {
            let rest = library.take_components(tags(text)?)?;
            library.templates.insert(name, rest);
        }
        Some(library)
    }

    /// Takes the components out of a template, and returns what is left.
    fn take_components(
        &mut self,
        tags: Vec<TemplateTag<'t>>,
    ) -> Option<Vec<TemplateTag<'t>>> {
        let mut rest = Vec::new();
        let mut tags = tags.into_iter();
        while let Some(tag) = tags.next() {
            let [Word("component"), head @ ..] = &*tag.tokens else {
                rest.push(tag);
                continue;
            };
            let open = head.iter().position(|token| *token == Sign("("))?;
            let name = dotted(&head[..open])?;
            let parameters = parameters(&head[open..])?;
            let inner = tags.by_ref();
            let end =
                |tag: &TemplateTag<'_>| tag.tokens.first() == Some(&Word("endcomponent"));
            let tags = inner.take_while(|tag| !end(tag)).collect();
            self.components.entry(name).or_default().push(Component { parameters, tags });
        }
        Some(rest)
    }

    /// The components called `name`; none where there is none.
    pub(super) fn components(&self, name: &str) -> Option<&[Component<'t>]> {
        self.components.get(name).map(Vec::as_slice)
    }

    /// The template that `name` means.
    pub(super) fn template(&self, name: &str) -> Option<&[TemplateTag<'t>]> {
        let full = self.themes.iter().map(|theme| format!("{theme}/{name}"));
        let mut names = std::iter::once(name.to_owned()).chain(full);
        names.find_map(|name| self.templates.get(&*name)).map(Vec::as_slice)
    }
}

/// A name with points in it.
pub(super) fn dotted(tokens: &[Token<'_>]) -> Option<String> {
    let words = tokens.iter().map(|token| match token {
        Word(word) | Sign(word @ ".") => Some(*word),
        _ => None,
    });
    words.collect()
}

/// The parameters of a component, from its `(` on; none where it takes whatever it is given.
fn parameters<'t>(tokens: &[Token<'t>]) -> Option<Vec<Parameter<'t>>> {
    let mut parameters = Vec::new();
    let inside = &tokens[1..];
    let end = closing(inside, "(", ")")?;
    for part in split(&inside[..end], |token| *token == Sign(",")) {
        match part {
            [] => {}
            [Word(name), ..] => parameters.push(Parameter { name, implicit: false }),
            [Sign("@"), Word(name), ..] => {
                parameters.push(Parameter { name, implicit: true });
            }
            _ => return None,
        }
    }
    Some(parameters)
}
