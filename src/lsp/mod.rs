//! The site in an editor: a language server (Language Server Protocol 3.17) over all of a site.
//!
//! Two threads share the work. The `reader` holds a [`Workspace`](crate::pipeline::Workspace): whenever a text changes
//! in the editor it builds the site without writing it, tells the editor what is wrong, and leaves behind what is known
//! now (`known`). The `session` answers what the editor asks from that and from the texts as they stand in the editor
//! (`buffers`), and so never waits for a build.
//!
//! What a text says at a place is found in the text itself: `layout` tells where its fields stand, `fields` walks
//! through them along the field tables, `cursor` reads a field that is still being written, and `uses` lists what a text
//! names. Each answer has a file: `completion`, `hover`, `places` (definition, references, links), `rename`, `fixes`.

mod buffers;
mod completion;
mod cursor;
mod fields;
mod findings;
mod fixes;
mod hover;
mod known;
mod layout;
mod lines;
mod places;
mod reader;
mod rename;
mod session;
mod uris;
mod uses;

pub use session::{EditorSetup, serve};
