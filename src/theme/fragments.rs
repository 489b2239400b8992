//! Cards in their HTML, made once and shown on many pages: the template function `kept`.
//!
//! `{{ kept(show="article_card", of=related, level=3) }}` is what the component `article_card`
//! makes of each card in the list, one after the other. A component that is shown this way is
//! given the card as `of`, the other arguments under their own names, and of `page` only
//! `root`: what it makes is the same on every page. A value that is no card is shown all
//! the same, but not kept.

use super::mould::{ComponentCall, Moulds};
use super::shelf::Shelf;
use super::stand_in::{ROOT, StandIn};
use crate::keys::Key;
use foldhash::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};
use tera::{Context, Error, Kwargs, Map, State, Tera, Value};

/// The name of the field that tells a card from all others; it is the first of a card's.
pub const CARD: &str = "card_number";

/// What `kept` has made of the cards of one site.
pub(super) struct FragmentCache {
    /// The engine that has the function; it outlives every page it renders.
    engine: Weak<Tera>,
    /// What a component that is shown knows beside its arguments.
    implicits: Context,
    /// The calls of the function, by their signatures.
    calls: RwLock<HashMap<Key, Arc<ComponentCall>>>,
    /// The errors of components: of what a function returns the engine passes on only the words.
    errors: Mutex<Vec<Error>>,
    /// Whether what is made of a card is kept.
    keeps: bool,
}

/// The function, as the engine has it.
struct KeptFunction(Arc<FragmentCache>);

impl FragmentCache {
    /// An engine with the templates of `engine` and the function `kept`, and what the function has made so far:
    /// nothing. Where it `keeps` nothing, each card is rendered wherever it is shown.
    pub(super) fn begin(engine: &Tera, keeps: bool) -> (Arc<Tera>, Arc<Self>) {
        let page = Map::from_iter([("root".into(), Value::safe_string(ROOT))]);
        let mut implicits = Context::new();
        implicits.insert_value("page", Value::from(page));
        let mut fragments = None;
        let engine = Arc::new_cyclic(|itself| {
            let made = fragments.insert(Arc::new(FragmentCache {
                engine: Weak::clone(itself),
                implicits,
                calls: RwLock::default(),
                errors: Mutex::default(),
                keeps,
            }));
            let mut engine = engine.clone();
            engine.register_function("kept", KeptFunction(Arc::clone(made)));
            engine
        });
        // The closure has been called, so they are there.
        (engine, fragments.unwrap())
    }

    /// The call with this signature, if there has been one.
    pub(super) fn call(&self, signature: Key) -> Option<Arc<ComponentCall>> {
        // A thread that panicked has left whole entries or none.
        let calls = self.calls.read().unwrap_or_else(PoisonError::into_inner);
        calls.get(&signature).map(Arc::clone)
    }

    /// What the engine makes of a card.
    pub(super) fn render(
        &self,
        call: &ComponentCall,
        card: &Value,
    ) -> Result<String, Error> {
        let engine = self.engine.upgrade();
        let engine = engine.ok_or_else(|| Error::message("the theme is gone"))?;
        let mut arguments = Context::new();
        for (name, value) in &call.arguments {
            arguments.insert_value(name.clone(), value.clone());
        }
        arguments.insert_value("of", card.clone());
        engine
            .render_component_with_implicits(
                &call.component,
                &arguments,
                &self.implicits,
                None,
                true,
            )
            .map_err(|error| self.numbered(error))
    }

    /// Adds what a component makes of a card to `html`.
    fn add(
        &self,
        call: &ComponentCall,
        card: &Value,
        html: &mut String,
    ) -> Result<(), Error> {
        let number = card_number(card).and_then(Value::as_u64).filter(|_| self.keeps);
        match number.and_then(|number| call.fragments.place(number)) {
            Some(place) => {
                if place.get().is_none() {
                    // Two threads may make the same at once; they make the same.
                    let _ = place.set(self.render(call, card)?);
                }
                html.push_str(place.get().map_or("", String::as_str));
            }
            None => html.push_str(&self.render(call, card)?),
        }
        Ok(())
    }

    /// An error whose words lead back to this one, and to the one within it if it has been met before.
    fn numbered(&self, error: Error) -> Error {
        let words = error.to_string();
        if number_of_error(&words).is_some() {
            return Error::message(words);
        }
        let mut errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        errors.push(error);
        Error::message(format!("{ERROR}{};{words}", errors.len() - 1))
    }

    /// Calls `tell` with the error of the component that `kept` was to show where `error` comes from that.
    pub(super) fn with_inner<T>(
        &self,
        error: &Error,
        tell: impl FnOnce(Option<&Error>) -> T,
    ) -> T {
        let number = number_of_error(&error.to_string());
        let errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        tell(number.and_then(|number| errors.get(number)))
    }
}

/// What the words of an error begin with, before its number.
const ERROR: &str = "\0!";

fn number_of_error(words: &str) -> Option<usize> {
    let (_, behind) = words.split_once(ERROR)?;
    behind.split_once(';')?.0.parse().ok()
}

/// What the function was asked for.
struct Asked<'a> {
    component: &'a str,
    /// The cards.
    of: &'a Value,
    /// The other arguments.
    others: Vec<(&'a str, &'a Value)>,
    /// The key of the component and of the other arguments.
    signature: Key,
}

impl<'a> Asked<'a> {
    fn new(arguments: &'a Kwargs) -> Result<Self, Error> {
        let component: &str = arguments.must_get("show")?;
        let mut signature = String::new();
        sign_text(component, &mut signature);
        let (mut others, mut of) = (Vec::new(), None);
        for (name, value) in arguments.iter() {
            match name.as_str() {
                Some("show") | None => {}
                Some("of") => of = Some(value),
                Some(name) => {
                    sign_text(name, &mut signature);
                    sign(value, &mut signature);
                    others.push((name, value));
                }
            }
        }
        let of = of.ok_or_else(|| {
            Error::message("`kept` needs the argument `of`: a card, or a list of them")
        })?;
        Ok(Asked { component, of, others, signature: Key::of(&signature) })
    }

    fn call(&self) -> Arc<ComponentCall> {
        let others = self.others.iter();
        let others = others.map(|(name, value)| ((*name).to_owned(), (*value).clone()));
        Arc::new(ComponentCall {
            component: self.component.to_owned(),
            arguments: others.collect(),
            fragments: Shelf::default(),
            moulds: Moulds::default(),
        })
    }
}

/// Adds what tells a value from all others to a template: also its type, and whether a text is HTML.
fn sign(value: &Value, out: &mut String) {
    if let Some(text) = value.as_str() {
        out.push(if value.is_safe() { 'h' } else { 't' });
        sign_text(text, out);
    } else if let Some(items) = value.as_array() {
        sign_text("[", out);
        items.iter().for_each(|item| sign(item, out));
        out.push(']');
    } else if let Some(map) = value.as_map() {
        // A template may go through it, so the order counts.
        sign_text("{", out);
        for (key, item) in map {
            sign_text(&format!("{key:?}"), out);
            sign(item, out);
        }
        out.push('}');
    } else {
        sign_text(&format!("{:?} {value}", value.kind()), out);
    }
}

/// Adds a text with its length, so that none can be taken for two.
fn sign_text(text: &str, out: &mut String) {
    // Writing to a string can't fail.
    let _ = write!(out, "{}:{text}", text.len());
}

/// The first field of a card, which is its number or what stands for that; none where a value is no card.
fn card_number(card: &Value) -> Option<&Value> {
    let (name, number) = card.as_map()?.first()?;
    (name.as_str() == Some(CARD)).then_some(number)
}

/// The gap whose cards these are, in what is rendered for a mould.
fn gap(of: &Value) -> Option<usize> {
    let stand_in = match of.as_array() {
        Some(cards) => cards.first()?,
        None => card_number(of)?,
    };
    StandIn::gap(stand_in.as_str().filter(|_| stand_in.is_safe())?)
}

impl tera::Function<Result<Value, Error>> for KeptFunction {
    fn call(&self, arguments: Kwargs, _: &State) -> Result<Value, Error> {
        let KeptFunction(fragments) = self;
        let asked = Asked::new(&arguments)?;
        let Asked { of, signature, .. } = asked;
        let known = || {
            let mut calls =
                fragments.calls.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(calls.entry(signature).or_insert_with(|| asked.call()))
        };
        let call = match fragments.keeps {
            true => fragments.call(signature).unwrap_or_else(known),
            false => asked.call(),
        };
        if let Some(gap) = gap(of) {
            let cards = StandIn::Cards { gap, call: signature };
            return Ok(Value::safe_string(&cards.text()));
        }
        let mut html = String::new();
        for card in of.as_array().unwrap_or(std::slice::from_ref(of)) {
            fragments.add(&call, card, &mut html)?;
        }
        Ok(Value::safe_string(&html))
    }

    fn is_safe(&self) -> bool {
        true
    }
}
