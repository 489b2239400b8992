//! Cards in their HTML, made once and shown on many pages: the template function `kept`.
//!
//! `{{ kept(show="article_card", of=related, level=3) }}` is what the component `article_card`
//! makes of each card in the list, one after the other. A component that is shown this way is
//! given the card as `of`, the other arguments under their own names, and of `page` only
//! `root`: what it makes is the same on every page. A value that is no card is shown all
//! the same, but not kept.
//!
//! What the function gives the engine are marks; the HTML comes in their place when the page is
//! whole (`assembly`). Cards whose component has a plan are made in a mould (`mould`), whether they
//! are kept or not.

use super::assembly::{self, Hole, Kept, Parts, ROOT};
use super::mould::{Mould, Moulds};
use super::plans::Planner;
use super::shape::{Shown, Walker};
use super::shelf::Shelf;
use crate::keys::Key;
use foldhash::HashMap;
use std::cell::RefCell;
use std::collections::hash_map::Entry;
use std::fmt::Write;
use std::ops::Deref;
use std::sync::{Arc, OnceLock, RwLock, Weak};
use tera::{Context, Error, Kwargs, Map, State, Tera, Value};

/// The name of the field that tells a card from all others; it is the first of a card's.
pub const CARD: &str = "card_number";

thread_local! {
    /// The error of a component within the page that this thread renders: the engine passes on
    /// only its words.
    static INNER: RefCell<Option<Error>> = const { RefCell::new(None) };
    /// The calls whose cards are those of a slot, in the template that this thread renders for its
    /// shape: the slot of each, and the number of its draw.
    static DRAWS: RefCell<Vec<(usize, u64)>> = const { RefCell::new(Vec::new()) };
}

/// The error of a component that `kept` has just met on this thread, with its place.
pub(super) fn inner_error() -> Option<Error> {
    INNER.take()
}

/// Makes a mould of what `render` renders, which is given slots for texts; none where it fails: then it
/// fails without a mould too, and tells of that.
pub(super) fn cast(render: impl FnOnce() -> Result<Vec<u8>, Error>) -> Option<Mould> {
    let before = DRAWS.take();
    let parts = Parts::begin();
    let made = render();
    let draws = DRAWS.replace(before);
    INNER.take();
    Some(Mould::new(&made.ok()?, parts, &draws))
}

/// What the function `kept` has made so far.
pub(super) struct Keeper {
    tera: Arc<OnceLock<Weak<Tera>>>,
    /// What a kept component knows beside its arguments.
    implicits: Context,
    planner: Arc<Planner>,
    /// The number of each draw, by its signature.
    numbers: RwLock<HashMap<String, u64>>,
    draws: Shelf<Draw>,
}

/// The function, as the engine has it.
struct Function(Arc<Keeper>);

/// What one component makes of cards, with the same other arguments.
struct Draw {
    show: String,
    others: Vec<(String, Value)>,
    shelf: Shelf<Kept>,
    /// What it makes of cards of each shape.
    moulds: Moulds,
}

/// A draw of a keeper's.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'k> {
    keeper: &'k Keeper,
    draw: &'k Draw,
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
        let mut signature = String::new();
        sign_text(self.show, &mut signature);
        for (name, value) in &self.others {
            sign_text(name, &mut signature);
            sign(value, &mut signature);
        }
        signature
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

/// An argument with what was kept in it spelt out: marks of parts differ from page to page.
fn on_any_page(value: &Value) -> Value {
    match value.as_str().filter(|text| value.is_safe() && assembly::has_marks(text)) {
        Some(html) => Value::safe_string(&assembly::flat(html)),
        None => value.clone(),
    }
}

impl Keeper {
    /// Gives the engine the function `kept`, which uses the engine that `tera` will hold.
    pub(super) fn register(
        engine: &mut Tera,
        tera: &Arc<OnceLock<Weak<Tera>>>,
        planner: &Arc<Planner>,
    ) -> Arc<Self> {
        let page = Map::from_iter([("root".into(), Value::safe_string(ROOT))]);
        let mut implicits = Context::new();
        implicits.insert_value("page", Value::from(page));
        let keeper = Arc::new(Keeper {
            tera: Arc::clone(tera),
            implicits,
            planner: Arc::clone(planner),
            numbers: RwLock::default(),
            draws: Shelf::default(),
        });
        engine.register_function("kept", Function(Arc::clone(&keeper)));
        keeper
    }

    /// The draw with this number, if there is one.
    pub(super) fn drawn(&self, number: u64) -> Option<Drawn<'_>> {
        let draw = self.draws.place(number)?.get()?;
        Some(Drawn { keeper: self, draw })
    }

    /// The number of the draw that a call is about.
    fn number(&self, call: &Call<'_>) -> u64 {
        let signature = call.signature();
        // A thread that panicked has left whole entries or none.
        let numbers = self.numbers.read().unwrap_or_else(|broken| broken.into_inner());
        if let Some(number) = numbers.get(&signature) {
            return *number;
        }
        drop(numbers);
        let mut numbers =
            self.numbers.write().unwrap_or_else(|broken| broken.into_inner());
        let number = numbers.len() as u64;
        match numbers.entry(signature) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                if let Some(place) = self.draws.place(number) {
                    place.get_or_init(|| Draw::new(call));
                }
                *new.insert(number)
            }
        }
    }
}

impl Draw {
    fn new(call: &Call<'_>) -> Self {
        let others = call.others.iter();
        let others = others.map(|(name, value)| ((*name).to_owned(), value.clone()));
        Draw {
            show: call.show.to_owned(),
            others: others.collect(),
            shelf: Shelf::default(),
            moulds: Moulds::default(),
        }
    }
}

impl<'k> Drawn<'k> {
    /// What the engine makes of a card.
    fn render(self, card: &Value) -> Result<String, Error> {
        // The engine outlives every page it renders.
        let tera = self.keeper.tera.get().and_then(Weak::upgrade);
        let tera = tera.ok_or_else(|| Error::message("the theme is gone"))?;
        let mut arguments = Context::new();
        for (name, value) in &self.draw.others {
            arguments.insert_value(name.clone(), value.clone());
        }
        arguments.insert_value("of", card.clone());
        let implicits = &self.keeper.implicits;
        let made = tera.render_component_with_implicits(
            &self.draw.show,
            &arguments,
            implicits,
            None,
            true,
        );
        made.map_err(|error| {
            let told = Error::message(error.to_string());
            INNER.with_borrow_mut(|inner| {
                inner.get_or_insert(error);
            });
            told
        })
    }

    /// One that walks through a card of its component, if there is a plan.
    fn walker(self) -> Option<Walker<'k>> {
        let plans = self.keeper.planner.plans()?;
        Some(Walker::new(plans.cards(), plans.card(&self.draw.show)?, &[]))
    }

    /// What the component makes of a card.
    fn make(self, card: &Value) -> Result<Kept, Error> {
        if let Some(made) = self.moulded(card) {
            return Ok(made);
        }
        let parts = Parts::begin();
        self.render(card).map(|made| parts.keep(&made))
    }

    /// What the mould of its shape makes of a card.
    fn moulded(self, card: &Value) -> Option<Kept> {
        let mut walker = self.walker()?;
        let stand_in = walker.card_value(card);
        let walked = walker.end()?;
        let cast = || cast(|| self.render(&stand_in).map(String::into_bytes));
        let mould = self.draw.moulds.mould(walked.shape, cast)?;
        mould.kept(&walked, self.keeper)
    }

    /// What the component makes of a card as templates read it.
    pub(super) fn part(self, card: &Value) -> Result<Part<'k>, Error> {
        self.kept(number(card), || self.make(card))
    }

    /// The mould of a shape, if it has been made.
    pub(super) fn mould(self, shape: Key) -> Option<&'k Mould> {
        self.draw.moulds.ready(shape)
    }

    /// What the component makes of a card; none where it fails.
    pub(super) fn card(self, card: &dyn Shown) -> Option<Part<'k>> {
        let make = || match self.filled(card) {
            Some(made) => Ok(made),
            None => self.make(card.value()),
        };
        self.kept(card.number(), make).ok()
    }

    /// What is kept under a number; `make` makes it where it is the first to be asked for.
    fn kept(
        self,
        number: Option<u64>,
        make: impl FnOnce() -> Result<Kept, Error>,
    ) -> Result<Part<'k>, Error> {
        let Some(place) = number.and_then(|number| self.draw.shelf.place(number)) else {
            return make().map(Part::Made);
        };
        if let Some(kept) = place.get() {
            return Ok(Part::Kept(kept));
        }
        // Two threads may make the same at once; they make the same.
        let made = make()?;
        Ok(Part::Kept(place.get_or_init(|| made)))
    }

    /// What the mould of its shape makes of a card, where there is one.
    fn filled(self, card: &dyn Shown) -> Option<Kept> {
        let mut walker = self.walker()?;
        card.walk(&mut walker);
        let walked = walker.end()?;
        let mould = self.draw.moulds.ready(walked.shape)?;
        mould.kept(&walked, self.keeper)
    }
}

/// What a component makes of a card.
pub(super) enum Part<'d> {
    /// For this page alone.
    Made(Kept),
    /// For every page: a page that counted who holds it would keep other threads from reading it.
    Kept(&'d Kept),
}

impl Deref for Part<'_> {
    type Target = Kept;

    fn deref(&self) -> &Kept {
        match self {
            Part::Made(made) => made,
            Part::Kept(kept) => kept,
        }
    }
}

/// The number of a card, its first field; none where a value is no card.
pub(super) fn number(card: &Value) -> Option<u64> {
    first_field(card)?.as_u64()
}

fn first_field(card: &Value) -> Option<&Value> {
    let (name, number) = card.as_map()?.first()?;
    (name.as_str() == Some(CARD)).then_some(number)
}

/// The slot that stands for cards, in a template that is rendered for its shape.
fn slot(of: &Value) -> Option<usize> {
    let stand_in = match of.as_array() {
        Some(cards) => cards.first()?,
        None => first_field(of)?,
    };
    assembly::slot(stand_in.as_str().filter(|_| stand_in.is_safe())?)
}

impl tera::Function<Result<Value, Error>> for Function {
    fn call(&self, arguments: Kwargs, _: &State) -> Result<Value, Error> {
        let call = Call::new(&arguments)?;
        let number = self.0.number(&call);
        let mut marks = String::new();
        if let Some(slot) = slot(call.of) {
            let place = DRAWS.with_borrow_mut(|draws| {
                draws.push((slot, number));
                draws.len() - 1
            });
            Hole::Cards(place).mark(&mut marks);
            return Ok(Value::safe_string(&marks));
        }
        let cards = call.of.as_array().unwrap_or(std::slice::from_ref(call.of));
        let drawn = self.0.drawn(number);
        let drawn = drawn.ok_or_else(|| Error::message("too many components"))?;
        for card in cards {
            Parts::add(drawn.part(card)?.clone(), &mut marks);
        }
        Ok(Value::safe_string(&marks))
    }

    fn is_safe(&self) -> bool {
        true
    }
}
