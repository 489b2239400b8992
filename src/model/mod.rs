//! The model: everything a site holds, resolved, and what each reference means.

mod linker;
mod target;

pub use linker::{Linker, Naming};
pub use target::*;
