//! The site that comes out, as a list of files: what should exist, and how each is made.
//!
//! An [`Artifact`] is a promise of one file. Its bytes are made when it is written, so that the
//! pages of a large site are never all in memory. [`check_paths`] sees to it that no two
//! artifacts claim one file.

mod artifact;
mod context;
mod emit;
mod entries;
mod formats;
mod html;
mod planned;
mod text;
mod xml;

pub use artifact::{
    Artifact, Body, Job, Made, Original, Output, RECORD, SmallerCopy, WORKSHOP,
    check_paths, fold,
};
pub use context::OutputContext;
pub use emit::{addresses, emit, language_trees};
