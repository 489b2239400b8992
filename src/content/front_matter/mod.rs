//! The head of a Markdown file: where it ends, and what other generators call its fields.

mod comments;
mod dialect;
mod holds;
mod split;

pub use split::{Head, Syntax, Unclosed, split};

use crate::diag::Diagnostics;
use crate::fields::{Node, report_hidden, toml, yaml};
use crate::files::{FileId, TextFile};

pub(super) use comments::report_comments;
pub(super) use dialect::translate;

/// Reads a head into nodes; `None` where it can't be read, which has been reported.
pub fn read(
    head: &Head,
    file: FileId,
    text: &TextFile,
    diags: &mut Diagnostics,
) -> Option<Node> {
    let node = match head.syntax {
        Syntax::Yaml => yaml::read(&text.text, head.fields.clone(), file, diags),
        Syntax::Toml => toml::read(&text.text, head.fields.clone(), file, diags),
    }?;
    report_hidden(&node, diags);
    Some(node)
}
