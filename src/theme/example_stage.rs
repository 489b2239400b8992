//! Where examples of components are shown: what each component takes, and what it makes of an example.

use super::engine::Engine;
use super::example_values::{fields, value};
use super::examples::Example;
use super::fragments::FragmentCache;
use super::stand_in::ROOT;
use super::{fault, params};
use crate::diag::{Diagnostic, codes};
use crate::fields::Node;
use std::sync::Arc;
use tera::{ComponentArgType, ComponentInfo, Context, Map, Tera, Value};

/// A theme's components, ready to be shown.
pub(super) struct ExampleStage<'e> {
    engine: &'e Engine,
    tera: Arc<Tera>,
    fragments: Arc<FragmentCache>,
}

impl<'e> ExampleStage<'e> {
    pub(super) fn new(engine: &'e Engine) -> Self {
        let (tera, fragments) = FragmentCache::begin(&engine.tera, false);
        ExampleStage { engine, tera, fragments }
    }

    /// What the component takes, if there is one of this name.
    pub(super) fn component(&self, name: &str) -> Option<ComponentInfo> {
        self.tera.get_component_definition(name)
    }

    /// What the component makes of the example; or what of the example does not fit it. Links in it begin with
    /// [`ROOT`].
    pub(super) fn show(&self, example: &Example) -> Result<String, Box<Diagnostic>> {
        let name = &example.component;
        let Some(component) = self.component(name) else {
            let message = format!("there is no component `{name}`");
            let found = Diagnostic::new(codes::EXAMPLE_MISFIT, example.named_at, message);
            return Err(Box::new(
                found.did_you_mean(name, self.tera.get_component_names()),
            ));
        };
        if let Some(misfit) = misfit(example, &component) {
            return Err(Box::new(misfit));
        }
        let mut arguments = Context::new();
        for (name, _, node) in example.arguments() {
            arguments.insert_value(name.to_owned(), value(name, node));
        }
        let root = Map::from_iter([("root".into(), Value::safe_string(ROOT))]);
        let page = example.record.page.as_ref().map(fields).unwrap_or_default();
        let mut around = Context::new();
        around.insert_value(
            "page",
            Value::from(root.into_iter().chain(page).collect::<Map>()),
        );
        let body = example.record.body.as_deref();
        let made = self
            .tera
            .render_component_with_implicits(name, &arguments, &around, body, true)
            .map_err(|error| Box::new(self.failed(example, &error)))?;
        match example.record.inside.as_deref() {
            None => Ok(made),
            Some(inside) => framed(inside, &made).ok_or_else(|| {
                let message =
                    format!("`inside` is no element that holds rows: `{inside}`");
                let found = Diagnostic::new(codes::EXAMPLE_MISFIT, example.head, message);
                let help = "name `ul`, `ol` or `dl` with its classes, as in `ul.changes`";
                Box::new(found.help(help))
            }),
        }
    }

    /// Says that the component can't be shown with what the example gives it.
    fn failed(&self, example: &Example, error: &tera::Error) -> Diagnostic {
        let files = &self.engine.files;
        let fault = self
            .fragments
            .with_inner(error, |inner| fault::rendering(error, inner, files));
        let message = format!(
            "`{}` can't show the example “{}”: {}",
            example.component, example.record.title, fault.message
        );
        let mut found = Diagnostic::new(codes::EXAMPLE_MISFIT, example.head, message)
            .also(fault.place, "here");
        found.notes = fault.notes;
        found.help("an example gives all that the template writes: an empty text where there is nothing")
    }
}

/// HTML inside of an element that is named with its classes; none where that is no element for rows.
fn framed(inside: &str, html: &str) -> Option<String> {
    let (element, classes) = inside.split_once('.').unwrap_or((inside, ""));
    let is_class = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if !["ul", "ol", "dl"].contains(&element) || !classes.chars().all(is_class) {
        return None;
    }
    let class = match classes {
        "" => String::new(),
        classes => format!(" class=\"{}\"", classes.replace('.', " ")),
    };
    Some(format!("<{element}{class}>\n{html}\n</{element}>"))
}

/// What of an example the head of its component does not allow.
fn misfit(example: &Example, component: &ComponentInfo) -> Option<Diagnostic> {
    let name = component.name();
    let tell = |place, message| Diagnostic::new(codes::EXAMPLE_MISFIT, place, message);
    let known = || {
        let given = component.args().iter().filter(|one| !one.is_implicit());
        given.map(tera::ComponentArg::name)
    };
    let takes = || match &known().map(|one| format!("`{one}`")).collect::<Vec<_>>()[..] {
        [] => "it takes nothing".to_owned(),
        all => format!("it takes {}", all.join(", ")),
    };
    if let Some(with) =
        example.record.with.as_ref().filter(|with| with.entries().is_none())
    {
        let message = format!("`with` has to be a table, and is {}", params::kind(with));
        return Some(
            tell(with.span, message).help("write `with.of = …`, or a table `[…with]`"),
        );
    }
    for (given, at, node) in example.arguments() {
        let Some(parameter) = component.args().iter().find(|one| one.name() == given)
        else {
            if component.rest_param().is_some() {
                continue;
            }
            let message = format!("the component `{name}` has no parameter `{given}`");
            return Some(tell(at, message).note(takes()).did_you_mean(given, known()));
        };
        if let Some(kind) = parameter.arg_type().filter(|kind| !fits(*kind, node)) {
            let message = format!(
                "`{given}` has to be {}, and is {}",
                words(kind),
                params::kind(node)
            );
            return Some(
                tell(node.span, message).note(format!("the component `{name}` says so")),
            );
        }
    }
    let is_given = |name: &str| example.arguments().any(|(given, ..)| given == name);
    let missing =
        component.args().iter().find(|one| one.is_required() && !is_given(one.name()))?;
    let missing = missing.name();
    let message = format!("the component `{name}` needs `{missing}`");
    Some(
        tell(example.head, message)
            .note(takes())
            .help(format!("give it: `with.{missing} = …`")),
    )
}

/// Whether a value is of a type.
fn fits(kind: ComponentArgType, node: &Node) -> bool {
    let value = value("", node);
    match kind {
        ComponentArgType::String => value.is_string(),
        ComponentArgType::Bool => value.is_bool(),
        ComponentArgType::Integer => value.is_number() && !value.is_f64(),
        ComponentArgType::Float => value.is_f64(),
        ComponentArgType::Number => value.is_number(),
        ComponentArgType::Array => value.is_array(),
        ComponentArgType::Map => value.is_map(),
        _ => false,
    }
}

/// A type in words for a message.
fn words(kind: ComponentArgType) -> &'static str {
    match kind {
        ComponentArgType::String => "a text",
        ComponentArgType::Bool => "`true` or `false`",
        ComponentArgType::Integer => "a whole number",
        ComponentArgType::Float | ComponentArgType::Number => "a number",
        ComponentArgType::Array => "a list",
        ComponentArgType::Map => "a table",
        _ => "bytes",
    }
}
