//! The names in a template: the components that it has and shows, and the templates that it extends or includes.

use super::library::dotted;
use super::tokens::{Token, closing, split, tags};
use Token::{Sign, Text, Word};

/// The names in a template.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::theme) struct TemplateNames<'t> {
    /// The components that it has.
    pub(in crate::theme) components: Vec<String>,
    /// TemplateNames that may be those of components that it shows.
    pub(in crate::theme) shown: Vec<String>,
    /// Those among them that the function `kept` is to show.
    pub(in crate::theme) kept: Vec<&'t str>,
    /// Whether it shows a component whose name isn't written there.
    pub(in crate::theme) any_component: bool,
    /// The templates that it extends or includes, as written.
    pub(in crate::theme) named: Vec<&'t str>,
    /// The phrases that it says.
    pub(in crate::theme) phrases: Vec<SaidPhrase<'t>>,
    /// Whether it says a phrase whose name isn't written there.
    pub(in crate::theme) any_phrase: bool,
}

/// A phrase that a template says.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::theme) struct SaidPhrase<'t> {
    /// Its name.
    pub(in crate::theme) name: &'t str,
    /// The placeholders for which something is given.
    pub(in crate::theme) given: Vec<&'t str>,
}

/// The names in `template`; none where it isn't understood.
pub(in crate::theme) fn names(template: &str) -> Option<TemplateNames<'_>> {
    let mut names = TemplateNames::default();
    for tag in tags(template)? {
        match &*tag.tokens {
            [Word("component"), head @ ..] => {
                let open = head.iter().position(|token| *token == Sign("("))?;
                names.components.push(dotted(&head[..open])?);
            }
            [Word("extends" | "include"), rest @ ..] => {
                names.named.extend(rest.iter().filter_map(|token| match token {
                    Text(name) => Some(*name),
                    Word(_) | Sign(_) | Token::Number => None,
                }));
            }
            tokens => names.add_shown(tokens),
        }
    }
    Some(names)
}

/// The components that `template` has, each with the names of those that it may show; none where it isn't understood.
pub(in crate::theme) fn shown_by_component(
    template: &str,
) -> Option<Vec<(String, Vec<String>)>> {
    let mut components = Vec::new();
    let mut is_inside = false;
    for tag in tags(template)? {
        match &*tag.tokens {
            [Word("component"), head @ ..] => {
                let open = head.iter().position(|token| *token == Sign("("))?;
                components.push((dotted(&head[..open])?, Vec::new()));
                is_inside = true;
            }
            [Word("endcomponent"), ..] => is_inside = false,
            tokens => {
                let mut names = TemplateNames::default();
                names.add_shown(tokens);
                if let Some((_, shown)) = components.last_mut().filter(|_| is_inside) {
                    shown.append(&mut names.shown);
                }
            }
        }
    }
    Some(components)
}

/// Whether the second of two tokens belongs to the name in which the first stands.
fn goes_on(two: &[Token<'_>]) -> bool {
    matches!(two, [Word(_), Sign(".")] | [Sign("."), Word(_)])
}

impl<'t> TemplateNames<'t> {
    fn add_shown(&mut self, tokens: &[Token<'t>]) {
        for at in 0..tokens.len() {
            match &tokens[at..] {
                [Sign("<"), rest @ ..] => {
                    let next = rest.windows(2).take_while(|two| goes_on(two)).count();
                    self.shown.extend(dotted(&rest[..rest.len().min(next + 1)]));
                }
                [Word("show"), Sign("="), Text(name), ..] => {
                    self.shown.push((*name).to_owned());
                    self.kept.push(name);
                }
                [Word("show"), Sign("="), ..] => self.any_component = true,
                [Text(name), Sign("|"), Word("phrase"), rest @ ..] => {
                    self.phrases.push(SaidPhrase { name, given: given(rest) });
                }
                [before, Sign("|"), Word("phrase"), ..] => {
                    self.any_phrase |= !matches!(before, Text(_));
                }
                _ => {}
            }
        }
    }
}

/// The names of the arguments in the brackets with which `tokens` begin, if they do.
fn given<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    let [Sign("("), inside @ ..] = tokens else { return Vec::new() };
    let end = closing(inside, "(", ")").unwrap_or(inside.len());
    let arguments = split(&inside[..end], |token| *token == Sign(","));
    let names = arguments.into_iter().filter_map(|argument| match argument {
        [Word(name), Sign("="), ..] => Some(*name),
        _ => None,
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_says_phrases() {
        let template = "{% if a %}{{ \"a\" | phrase }}{% endif %}\
                        {{ <part x={\"b\" | phrase(n=(1), of=a | links)} /> }}";
        let found = names(template).unwrap();
        let expected = [("a", vec![]), ("b", vec!["n", "of"])];
        let expected = expected.map(|(name, given)| SaidPhrase { name, given });
        assert_eq!((&*found.phrases, found.any_phrase), (&expected[..], false));
        assert!(names("{{ a | phrase }}").unwrap().any_phrase);
    }

    #[test]
    fn a_template_has_shows_and_includes_names() {
        let template = "{% extends \"base.html\" %}{% component card(of: map) %}\
                        {{ <status of={of} /> }}{% <frame> %}{% include \"a.html\" %}{% </frame> %}\
                        {{ <own.part a=1 /> }}{{ kept(show=\"row\", of=list) }}{% endcomponent card %}";
        let expected = TemplateNames {
            components: vec!["card".to_owned()],
            shown: ["status", "frame", "own.part", "row"].map(str::to_owned).into(),
            kept: vec!["row"],
            any_component: false,
            named: vec!["base.html", "a.html"],
            phrases: vec![],
            any_phrase: false,
        };
        assert_eq!(names(template), Some(expected));
        assert!(names("{{ kept(show=kind, of=list) }}").unwrap().any_component);
    }
}
