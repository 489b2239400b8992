//! Cards in their HTML, made once and shown on many pages: the template function `kept`.
//!
//! `{{ kept(show="article_card", of=related, level=3) }}` is what the component `article_card`
//! makes of each card in the list, one after the other. A component that is shown this way is
//! given the card as `of`, the other arguments under their own names, and of `page` only
//! `root`: what it makes is the same on every page. A value that is no card is shown all
//! the same, but not kept.
//!
//! The way to the root differs from folder to folder, so kept HTML has [`ROOT`] in its place
//! until it is on a page.

use foldhash::HashMap;
use std::cell::RefCell;
use std::sync::{Arc, OnceLock, RwLock, Weak};
use tera::{Context, Error, Function, Kwargs, Map, State, Tera, Value};

/// The name of the field that tells a card from all others.
pub const CARD: &str = "card_number";

/// Stands for the way to the root in HTML that is kept. HTML has no place for it, nor have
/// Markdown, YAML or TOML.
const ROOT: u8 = 0;

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
    page: Value,
}

/// What one component, with the same other arguments, has made of each card.
struct Shelf {
    parts: [RwLock<HashMap<u64, Arc<str>>>; PARTS],
}

impl Default for Shelf {
    fn default() -> Self {
        Shelf { parts: std::array::from_fn(|_| RwLock::default()) }
    }
}

/// A shelf is parted so that threads seldom wait for each other.
const PARTS: usize = 64;

impl Keeper {
    /// Gives the engine the function `kept`, which uses the engine that `tera` will hold.
    pub(super) fn register(engine: &mut Tera, tera: &Arc<OnceLock<Weak<Tera>>>) {
        let root = (char::from(ROOT)).to_string();
        let page = Map::from_iter([("root".into(), Value::from(root))]);
        let keeper = Keeper {
            tera: Arc::clone(tera),
            shelves: RwLock::default(),
            page: Value::from(page),
        };
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

    fn render(
        &self,
        show: &str,
        card: &Value,
        others: &Context,
    ) -> Result<String, Error> {
        // The engine outlives every page it renders.
        let tera = self.tera.get().and_then(Weak::upgrade);
        let tera = tera.ok_or_else(|| Error::message("the theme is gone"))?;
        let mut arguments = others.clone();
        arguments.insert_value("of", card.clone());
        let mut implicits = Context::new();
        implicits.insert_value("page", self.page.clone());
        let made = tera
            .render_component_with_implicits(show, &arguments, &implicits, None, true);
        made.map_err(|error| {
            let told = Error::message(error.to_string());
            INNER.with_borrow_mut(|inner| {
                inner.get_or_insert(error);
            });
            told
        })
    }

    fn add(
        &self,
        out: &mut String,
        shelf: &Shelf,
        show: &str,
        card: &Value,
        others: &Context,
    ) -> Result<(), Error> {
        let Some(number) = card.get_from_path(CARD).and_then(Value::as_u64) else {
            out.push_str(&self.render(show, card, others)?);
            return Ok(());
        };
        let part = &shelf.parts[(number % PARTS as u64) as usize];
        let kept = part.read().unwrap_or_else(|broken| broken.into_inner());
        if let Some(html) = kept.get(&number) {
            out.push_str(html);
            return Ok(());
        }
        drop(kept);
        let html: Arc<str> = self.render(show, card, others)?.into();
        out.push_str(&html);
        let mut kept = part.write().unwrap_or_else(|broken| broken.into_inner());
        kept.insert(number, html);
        Ok(())
    }
}

impl Function<Result<Value, Error>> for Keeper {
    fn call(&self, arguments: Kwargs, _: &State) -> Result<Value, Error> {
        let show: &str = arguments.must_get("show")?;
        let mut signature = show.to_owned();
        let mut others = Context::new();
        let mut of = None;
        for (name, value) in arguments.iter() {
            match name.as_str() {
                Some("show") | None => {}
                Some("of") => of = Some(value),
                Some(name) => {
                    signature.push_str(&format!(" {name}={value:?}"));
                    others.insert_value(name.to_owned(), value.clone());
                }
            }
        }
        let of = of.ok_or_else(|| {
            Error::message("`kept` needs the argument `of`: a card, or a list of them")
        })?;
        let shelf = self.shelf(signature);
        let mut out = String::new();
        match of.as_array() {
            Some(cards) => cards
                .iter()
                .try_for_each(|card| self.add(&mut out, &shelf, show, card, &others))?,
            None => self.add(&mut out, &shelf, show, of, &others)?,
        }
        Ok(Value::safe_string(&out))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// Adds `made` to `html` with the way to the root wherever kept HTML has [`ROOT`].
pub(super) fn place(made: &[u8], root: &str, html: &mut Vec<u8>) {
    html.reserve(made.len() + made.len() / 16);
    let mut from = 0;
    for at in memchr::memchr_iter(ROOT, made) {
        html.extend_from_slice(&made[from..at]);
        html.extend_from_slice(root.as_bytes());
        from = at + 1;
    }
    html.extend_from_slice(&made[from..]);
}
