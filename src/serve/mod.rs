//! A site shown to those who write it, while they write.
//!
//! Two presses hold a [`Workspace`](crate::pipeline::Workspace) each (`press`). One shows the last edition without a
//! mistake and makes a page when somebody asks for it; the other builds what has changed since. When that has
//! no mistake they change places (`desk`), so the last good page is there until a better one is. The
//! `listener` answers on the loopback address alone, and only whom `guard` lets in; pages in browsers hear of news
//! by server-sent events (`readers`).
//!
//! What needs neither a socket nor a disk is in files of its own: `address` for what is asked for, `guard` for who
//! may ask, `answer` for what is sent, `overlay` and `ansi` for a mistake as HTML, `editor` for links to the
//! place of it, `page` for what is put into a page.

mod address;
mod ansi;
mod answer;
mod changes;
mod desk;
mod editor;
mod faults;
mod guard;
mod listener;
mod overlay;
mod page;
mod press;
mod readers;

pub use desk::{News, Setup, serve};
pub use editor::Editor;
