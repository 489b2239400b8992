//! What other generators write into Markdown: notes to oneself, shortcodes, tags, admonitions.
//!
//! Notes are taken out of the text before it is read, so that nothing of them gets anywhere.
//! Admonitions become alerts. What has no meaning here is taken out too, and reported: its place,
//! and what to write instead. What stands in code stays as it is.
//!
//! [`lines`] goes through a text line by line and knows where code begins and ends; [`inline`]
//! looks for what may stand within a line, [`blocks`] for what begins one. [`report`] words the findings.

mod blocks;
mod inline;
mod lines;
mod names;
mod report;
#[cfg(test)]
mod tests;

use super::manuscript::Edit;
use std::ops::Range;

pub(super) use names::look;
pub(super) use report::{leftovers, report};

/// Something in a text that another generator would have understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// Where it is written.
    pub(super) at: Range<usize>,
    /// What it is.
    pub(super) what: What,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A note to oneself that never ends: how it begins, and how it would end.
    OpenNote(&'static str, &'static str),
    /// A shortcode or tag that never ends: how it begins, and how it would end.
    OpenTag(&'static str, &'static str),
    /// A note between `%%` that stand behind numbers, so that per cent may be meant.
    PerCent,
    /// `{{< name … >}}` or `{{% name … %}}`, with its name.
    Shortcode(String),
    /// Such a pair, or a pair of tags, of which the name says that readers are not to see what it holds.
    Withheld(String),
    /// `{% name … %}` or `<% … %>`, with its name.
    Tag(String),
    /// `{{ … }}`
    Variable,
    /// `{: .class}`, `{.class}`
    Attributes,
    /// An edit that is not made yet: `{++…++}`, `{--…--}`, `{~~…~~}`, `{==…==}`.
    Revision,
    /// `<Component …>`, with its name.
    Component(String),
    /// `import …` and `export …` of MDX.
    Module,
    /// `:::name` of which the name is no alert's.
    Container(String),
    /// `:::`, `///`: a container that never ends.
    OpenContainer(&'static str),
    /// A `:::` that ends nothing.
    StrayEnd,
    /// `::name[…]{…}`
    Directive(String),
    /// `=== "Tab"`
    Tab,
    /// `--8<--`, `<<< file`
    Include,
    /// `[TOC]`
    Contents,
    /// `+++`
    Break,
    /// `% …`: a note of MyST.
    LineNote,
}

/// How `range` of `text` is to be changed before it is read, and what was found in it.
/// Time is linear in the length of the text.
pub(super) fn scan(text: &str, range: Range<usize>) -> (Vec<Edit>, Vec<Finding>) {
    let part = text.get(range.clone()).unwrap_or_default();
    match lines::may_be_foreign(part) {
        true => lines::Lines::new(text, range).scan(),
        false => (Vec::new(), Vec::new()),
    }
}
