//! What is found in a text, and how it is changed before it is read.

use std::borrow::Cow;
use std::ops::Range;

/// Something in a text that another generator would have understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::markdown) struct Finding {
    /// Where it is written.
    pub(in crate::markdown) at: Range<usize>,
    /// What it is.
    pub(in crate::markdown) what: What,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::markdown) enum What {
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

/// A change on the way from what is written to what is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::markdown) struct Edit {
    /// The bytes of the file that are not read.
    pub(in crate::markdown) out: Range<usize>,
    /// What is read in their place.
    pub(in crate::markdown) put: Cow<'static, str>,
}
