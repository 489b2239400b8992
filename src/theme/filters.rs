//! Functions that templates have beside the engine's own.

use tera::{Error, Kwargs, State, Tera, Value};

/// Gives the engine the functions.
pub(super) fn register(engine: &mut Tera) {
    // The engine of a site has one that shows cards (`fragments`).
    engine.register_function("kept", |_: Kwargs, _: &State| -> Result<Value, Error> {
        Err(Error::message("`kept` is for pages"))
    });
}
