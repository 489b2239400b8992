//! What the components of a template take, as their heads say it.

use super::library::dotted;
use super::tokens::{Token, closing, split, tags};
use Token::{Sign, Word};

/// What a component takes.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::theme) struct Signature<'t> {
    /// The component.
    pub(in crate::theme) component: String,
    /// What it may be given, in the order of its head.
    pub(in crate::theme) parameters: Vec<SignatureParameter<'t>>,
    /// Whether it takes whatever else it is given: `...rest`.
    pub(in crate::theme) takes_all: bool,
}

/// One thing that a component takes.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::theme) struct SignatureParameter<'t> {
    /// Its name.
    pub(in crate::theme) name: &'t str,
    /// The engine's word for its type, where the head has one.
    pub(in crate::theme) kind: Option<&'t str>,
    /// Whether it has to be given.
    pub(in crate::theme) required: bool,
}

/// What each component of `template` takes; none where the template isn't understood.
pub(in crate::theme) fn signatures(template: &str) -> Option<Vec<Signature<'_>>> {
    let mut all = Vec::new();
    for tag in tags(template)? {
        let [Word("component"), head @ ..] = &*tag.tokens else { continue };
        let open = head.iter().position(|token| *token == Sign("("))?;
        let inside = &head[open + 1..];
        let inside = &inside[..closing(inside, "(", ")")?];
        let (mut parameters, mut takes_all) = (Vec::new(), false);
        for part in split(inside, |token| *token == Sign(",")) {
            match part {
                [] | [Sign("@"), ..] => {}
                [Sign("..."), ..] => takes_all = true,
                [Word(name), rest @ ..] => parameters.push(parameter(name, rest)),
                _ => return None,
            }
        }
        let component = dotted(&head[..open])?;
        all.push(Signature { component, parameters, takes_all });
    }
    Some(all)
}

/// The parameter `name`, behind which its type and its default stand.
fn parameter<'t>(name: &'t str, rest: &[Token<'t>]) -> SignatureParameter<'t> {
    let kind = match rest {
        [Sign(":"), Word(kind), ..] => Some(*kind),
        _ => None,
    };
    SignatureParameter { name, kind, required: !rest.contains(&Sign("=")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_component_tells_what_it_takes() {
        let template = "{% component card(of: map, level: integer = 3, free, @page) -%}a{% endcomponent card %}\
                        {% component own.row(...rest) %}{% endcomponent own.row %}";
        let parameter =
            |name, kind, required| SignatureParameter { name, kind, required };
        let expected = [
            Signature {
                component: "card".to_owned(),
                parameters: vec![
                    parameter("of", Some("map"), true),
                    parameter("level", Some("integer"), false),
                    parameter("free", None, true),
                ],
                takes_all: false,
            },
            Signature {
                component: "own.row".to_owned(),
                parameters: vec![],
                takes_all: true,
            },
        ];
        assert_eq!(signatures(template), Some(expected.into()));
    }
}
