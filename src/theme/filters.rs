//! Filters and functions that templates have beside the engine's own.

use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, Value};

/// Gives the engine the filters and functions.
pub(super) fn register(engine: &mut Tera) {
    engine.register_filter("links", links);
    // The engine of a site has one that shows cards (`fragments`).
    engine.register_function("kept", |_: Kwargs, _: &State| -> Result<Value, Error> {
        Err(Error::message("`kept` is for pages"))
    });
}

/// Links with commas between them: what each has as its `html`.
fn links(items: &Value, _: Kwargs, _: &State) -> Result<Value, Error> {
    let wrong = || Error::message("`links` needs a list of links");
    let mut html = String::new();
    for item in items.as_array().ok_or_else(wrong)? {
        let link = item.as_map().and_then(|link| link.get(&Key::Str("html")));
        if !html.is_empty() {
            html.push_str(", ");
        }
        html.push_str(link.and_then(Value::as_str).ok_or_else(wrong)?);
    }
    Ok(Value::safe_string(&html))
}
