//! Cards in their HTML, made once and shown on many pages: the template function `kept`.
//!
//! `{{ kept(show="article_card", of=related, level=3) }}` is what the component `article_card`
//! makes of each card in the list, one after the other. A component that is shown this way is
//! given the card as `of`, the other arguments under their own names, and of `page` only
//! `root`: what it makes is the same on every page. A value that is no card is shown all
//! the same, but not kept.
//!
//! What the function gives the engine are marks; the HTML comes in their place when the page is
//! whole (`assembly`).

use super::assembly::{self, Kept, Parts, ROOT};
use super::shelf::Shelf;
use foldhash::HashMap;
use std::cell::RefCell;
use std::fmt::Write;
use std::sync::{Arc, OnceLock, RwLock, Weak};
use tera::{Context, Error, Function, Kwargs, Map, State, Tera, Value};

/// The name of the field that tells a card from all others; it is the first of a card's.
pub const CARD: &str = "card_number";

thread_local! {
    /// The error of a component within the page that this thread renders: the engine passes on
    /// only its words.
    static INNER: RefCell<Option<Error>> = const { RefCell::new(None) };
}

/// The error of a component that `kept` has just met on this thread, with its place.
pub(super) fn inner_error() -> Option<Error> {
    INNER.take()
}

/// What the function `kept` has made so far.
pub(super) struct Keeper {
    tera: Arc<OnceLock<Weak<Tera>>>,
    shelves: RwLock<HashMap<String, Arc<Shelf>>>,
    /// What a kept component knows beside its arguments.
    implicits: Context,
}

/// What `kept` was asked for.
struct Call<'c> {
    /// The component.
    show: &'c str,
    /// The cards.
    of: &'c Value,
    /// The other arguments.
    others: Vec<(&'c str, Value)>,
}

impl<'c> Call<'c> {
    fn new(arguments: &'c Kwargs) -> Result<Self, Error> {
        let show: &str = arguments.must_get("show")?;
        let mut others = Vec::new();
        let mut of = None;
        for (name, value) in arguments.iter() {
            match name.as_str() {
                Some("show") | None => {}
                Some("of") => of = Some(value),
                Some(name) => others.push((name, on_any_page(value))),
            }
        }
        let of = of.ok_or_else(|| {
            Error::message("`kept` needs the argument `of`: a card, or a list of them")
        })?;
        Ok(Call { show, of, others })
    }

    /// What tells the component and its other arguments from all others.
    fn signature(&self) -> String {
        let mut signature = self.show.to_owned();
        for (name, value) in &self.others {
            signature.push(' ');
            signature.push_str(name);
            signature.push('=');
            match value.as_str() {
                Some(text) => signature.push_str(text),
                // Writing to a string can't fail.
                None => drop(write!(signature, "{value:?}")),
            }
            signature.push('\0');
        }
        signature
    }
}

/// An argument with what was kept in it spelt out: marks of parts differ from page to page.
fn on_any_page(value: &Value) -> Value {
    match value.as_str().filter(|text| value.is_safe() && assembly::has_marks(text)) {
        Some(html) => Value::safe_string(&assembly::flat(html)),
        None => value.clone(),
    }
}

impl Keeper {
    /// Gives the engine the function `kept`, which uses the engine that `tera` will hold.
    pub(super) fn register(engine: &mut Tera, tera: &Arc<OnceLock<Weak<Tera>>>) {
        let page = Map::from_iter([("root".into(), Value::safe_string(ROOT))]);
        let mut implicits = Context::new();
        implicits.insert_value("page", Value::from(page));
        let keeper =
            Keeper { tera: Arc::clone(tera), shelves: RwLock::default(), implicits };
        engine.register_function("kept", keeper);
    }

    fn shelf(&self, signature: String) -> Arc<Shelf> {
        // A thread that panicked has left whole entries or none.
        let shelves = self.shelves.read().unwrap_or_else(|broken| broken.into_inner());
        if let Some(shelf) = shelves.get(&signature) {
            return Arc::clone(shelf);
        }
        drop(shelves);
        let mut shelves =
            self.shelves.write().unwrap_or_else(|broken| broken.into_inner());
        Arc::clone(shelves.entry(signature).or_default())
    }

    fn render(&self, call: &Call<'_>, card: &Value) -> Result<Kept, Error> {
        // The engine outlives every page it renders.
        let tera = self.tera.get().and_then(Weak::upgrade);
        let tera = tera.ok_or_else(|| Error::message("the theme is gone"))?;
        let mut arguments = Context::new();
        for (name, value) in &call.others {
            arguments.insert_value((*name).to_owned(), value.clone());
        }
        arguments.insert_value("of", card.clone());
        let parts = Parts::begin();
        let made = tera.render_component_with_implicits(
            call.show,
            &arguments,
            &self.implicits,
            None,
            true,
        );
        match made {
            Ok(made) => Ok(parts.keep(&made)),
            Err(error) => {
                let told = Error::message(error.to_string());
                INNER.with_borrow_mut(|inner| {
                    inner.get_or_insert(error);
                });
                Err(told)
            }
        }
    }

    /// What the component makes of a card.
    fn part(&self, call: &Call<'_>, shelf: &Shelf, card: &Value) -> Result<Kept, Error> {
        let Some(place) = number(card).and_then(|number| shelf.place(number)) else {
            return self.render(call, card);
        };
        if let Some(kept) = place.get() {
            return Ok(Arc::clone(kept));
        }
        // Two threads may make the same at once; they make the same.
        let made = self.render(call, card)?;
        Ok(Arc::clone(place.get_or_init(|| made)))
    }
}

/// The number of a card, its first field; none where a value is no card.
fn number(card: &Value) -> Option<u64> {
    let (name, number) = card.as_map()?.first()?;
    if name.as_str() == Some(CARD) { number.as_u64() } else { None }
}

impl Function<Result<Value, Error>> for Keeper {
    fn call(&self, arguments: Kwargs, _: &State) -> Result<Value, Error> {
        let call = Call::new(&arguments)?;
        let shelf = self.shelf(call.signature());
        let mut marks = String::new();
        let cards = call.of.as_array().unwrap_or(std::slice::from_ref(call.of));
        for card in cards {
            Parts::add(self.part(&call, &shelf, card)?, &mut marks);
        }
        Ok(Value::safe_string(&marks))
    }

    fn is_safe(&self) -> bool {
        true
    }
}
