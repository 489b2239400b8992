//! The whole build: the order of its stages, and nothing else.
//!
//! Start at [`Workspace`], which goes through them.

mod counts;
mod covered;
mod inputs;
mod inquiry;
mod options;
mod read_site;
mod stage;
mod workspace;

pub use inputs::{Inputs, look};
pub use inquiry::Inquiry;
pub use options::Options;
pub use stage::{Count, Observer, Stage};
pub use workspace::{Outcome, Workspace};

use crate::files::{Error, Files};
use crate::output::Output;
use crate::releases::EditionRecord;

/// Builds the site up to its artifacts and, where there is no error, hands these to `finish`, which
/// writes them ([`crate::write::disk`]), keeps them or only makes them. The `files` that `finish` is
/// given hold the compiled-in theme as well. It is a [`Workspace`] that is used once.
pub fn build<R>(
    files: &dyn Files,
    options: &Options,
    finish: impl FnOnce(&Output<'_>, &dyn Files) -> R,
) -> Result<Outcome<R>, Error> {
    // Nothing is kept, so nothing has to be told from what was.
    let inputs = look(files, 0)?;
    Workspace::new(options.clone()).build(files, inputs, &mut (), &(), finish)
}

/// The record of the edition of these files, as far as one can be made of them; nothing is made where `site.toml`
/// can't be used.
pub fn record(
    files: &dyn Files,
    options: &Options,
) -> Result<Outcome<EditionRecord>, Error> {
    Workspace::new(options.clone()).record(files, look(files, 0)?)
}
