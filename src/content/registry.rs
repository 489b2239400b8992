//! Registries: one YAML file with many records, each under its id.

use super::front_matter::report_comments;
use super::id::Id;
use super::{Item, Sink};
use crate::diag::{Diagnostic, codes};
use crate::fields::{Decode, Node, Value, report_hidden, yaml};
use crate::files::{FileId, Span, TextFile};

/// Reads a registry: a mapping from id to record.
pub(super) fn read<F: Decode>(
    file: FileId,
    text: &TextFile,
    sink: &mut Sink,
) -> Vec<Item<F>> {
    let Some(node) = yaml::read(&text.text, 0..text.text.len(), file, &mut sink.diags)
    else {
        sink.diags.lose(text.whole(file));
        return Vec::new();
    };
    report_comments(&node, &mut sink.diags);
    report_hidden(&node, &mut sink.diags);
    match &node.value {
        Value::Map(_) => records(&node, file, sink),
        Value::Null | Value::Unread => Vec::new(),
        _ => {
            let message = format!(
                "a registry is a mapping of ids to records, not {}",
                node.described()
            );
            sink.diags.push(Diagnostic::new(codes::WRONG_SHAPE, node.span, message));
            sink.diags.lose(text.whole(file));
            Vec::new()
        }
    }
}

fn records<F: Decode>(node: &Node, file: FileId, sink: &mut Sink) -> Vec<Item<F>> {
    let entries = node.entries().unwrap_or_default();
    let mut items = Vec::with_capacity(entries.len());
    for entry in entries {
        let written = Span { end: entry.value.span.end, ..entry.key_span };
        let Some(id) = Id::new(&entry.key) else {
            let message = format!("`{}` can't be an id", entry.key);
            sink.diags.push(Diagnostic::new(
                codes::INVALID_VALUE,
                entry.key_span,
                message,
            ));
            sink.diags.lose(written);
            continue;
        };
        report_other_id(&entry.value, &id, sink);
        let fields = F::decode(&entry.value, &mut sink.diags);
        if fields.is_none() {
            sink.diags.lose(written);
        }
        items.push(Item {
            id,
            place: entry.key_span,
            file,
            fields: fields.map(Box::new),
            prose: None,
        });
    }
    items
}

/// In a registry the key is the id: an `id` that says something else can't be true as well.
fn report_other_id(record: &Node, key: &Id, sink: &mut Sink) {
    let Some(own) = record.get("id") else { return };
    if own.text().is_none_or(|text| text.trim() == key.as_str()) {
        return;
    }
    let message = format!("the record's key is `{key}`, its `id` says something else");
    sink.diags.push(
        Diagnostic::new(codes::INVALID_VALUE, own.span, message)
            .help("take `id` out; give names it was known by under `aliases:`"),
    );
}
