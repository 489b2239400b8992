//! Examples of components: what `components/<folder>/examples.toml` has.
//!
//! Each is a table of the list that bears the component's name: `[[status]]`. Its arguments are values as a page's view
//! would hand them over ([`super::example_values`]).

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Decode, Node, Value, toml};
use crate::files::{FileId, Span, TextFiles};

crate::record! {
    /// One example of a component.
    pub struct ExampleRecord: "[example]" {
        /// What it shows, in a few words.
        title: Required<String> = "\"Closed\"";
        /// When the component is used so, in a sentence.
        when: Required<String> = "\"Beside the name of a location.\"";
        /// The arguments, by the names of the component's parameters.
        with: Optional<Node> = "{of = {label = \"Closed\"}}";
        /// What the component reads of `page`, beside the way to the root.
        page: Optional<Node> = "{title = \"Dublin\"}";
        /// HTML that stands between the component's tags.
        body: Optional<String> = "\"<p>Words</p>\"";
        /// The element that it needs around it, with its classes; for one that makes a row of a list.
        inside: Optional<String> = "\"ul.changes\"";
        /// Whether what it makes is nothing that a reader sees, so that the style guide shows the source alone.
        source_only: Optional<bool> = "true";
    }
}

/// An example, with where it stands.
pub(super) struct Example {
    /// The component that it is of, as it is written there.
    pub(super) component: String,
    /// Where that stands.
    pub(super) named_at: Span,
    /// What it says.
    pub(super) record: ExampleRecord,
    /// All of it in its file.
    pub(super) span: Span,
    /// Its first line, which says what it is of.
    pub(super) head: Span,
    /// Whether something was reported when it was read.
    pub(super) is_flawed: bool,
}

/// What files of examples are called.
const NAME: &str = "examples.toml";

/// The files of examples of a theme, each with its folder's name, in order of path.
pub(super) fn files<'t>(
    texts: &'t TextFiles,
    theme: &str,
) -> impl Iterator<Item = (&'t str, FileId)> + use<'t> {
    let folder = format!("themes/{theme}/components");
    let below = texts.ids_below(&folder).collect::<Vec<_>>();
    below.into_iter().filter_map(move |file| {
        let (inside, name) = texts.path(file).below(&folder)?.rsplit_once('/')?;
        (name == NAME).then_some((inside, file))
    })
}

/// The examples of a file, in the order in which they are written; what can't be read is reported.
pub(super) fn read(
    texts: &TextFiles,
    file: FileId,
    diags: &mut Diagnostics,
) -> Vec<Example> {
    let text = &texts.get(file).text;
    let node = toml::read(text, 0..text.len(), file, diags);
    let entries = node.as_ref().and_then(Node::entries).unwrap_or_default();
    let mut examples = Vec::new();
    for entry in entries {
        let Value::List(items) = &entry.value.value else {
            let message = format!("`{}` is no list of examples", entry.key);
            diags.push(
                Diagnostic::new(codes::EXAMPLE_MISFIT, entry.key_span, message)
                    .help(format!("write `[[{}]]` before each example of it", entry.key)),
            );
            continue;
        };
        for item in items {
            let mut own = Diagnostics::default();
            let record = ExampleRecord::decode(item, &mut own);
            let is_flawed = !own.is_empty();
            diags.append(own);
            let Some(record) = record else { continue };
            let (start, end) = (item.span.start as usize, item.span.end as usize);
            let line = text[start..end].find('\n').map_or(end, |length| start + length);
            examples.push(Example {
                component: entry.key.to_string(),
                named_at: entry.key_span,
                record,
                span: item.span,
                head: Span::new(file, start, line),
                is_flawed,
            });
        }
    }
    examples.sort_by_key(|example| example.span);
    examples
}

impl Example {
    /// The name and the value of each argument, with where the name stands.
    pub(super) fn arguments(&self) -> impl Iterator<Item = (&str, Span, &Node)> {
        let entries = self.record.with.as_ref().and_then(Node::entries);
        let entries = entries.unwrap_or_default().iter();
        entries.map(|entry| (&*entry.key, entry.key_span, &entry.value))
    }
}
