//! Another id for an item, everywhere, with the old one left behind as an alias.

use super::known::KnownItem;
use super::layout::Layout;
use super::lines::EditorLines;
use super::places::Stand;
use super::uses::{Use, UsedName};
use crate::content::{Id, Kind};
use crate::fields::{Node, Value};
use crate::files::FilePath;
use lsp_types::{
    DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, RenameFile, ResourceOp, TextDocumentEdit,
    TextEdit, WorkspaceEdit,
};
use std::ops::Range;

/// Why an item can't have another id.
pub(super) type Refusal = String;

/// Bytes of a file, and what stands there then.
type Change = (Range<usize>, String);

impl Stand<'_> {
    /// The bytes of the id that can be renamed at a byte of a text.
    pub(super) fn renamed_at(
        &self,
        file: &FilePath,
        text: &str,
        byte: usize,
    ) -> Option<Range<usize>> {
        let (item, named) = self.item_at(file, text, byte)?;
        id_in(&named, text, item).filter(|_| item.kind != Kind::Country)
    }

    /// The changes that give the item at a byte another id.
    pub(super) fn rename(
        &self,
        file: &FilePath,
        text: &str,
        byte: usize,
        new: &str,
    ) -> Result<WorkspaceEdit, Refusal> {
        let (item, _) = self.item_at(file, text, byte).ok_or("nothing here has an id")?;
        self.check(item, new)?;
        let (home, _) = item.place.as_ref().ok_or("it is written nowhere")?;
        let mut changed = Vec::new();
        let mut is_in_fields = false;
        for (file, uses) in self.uses_of(item) {
            let Some(text) = self.text(&file) else { continue };
            let mut changes: Vec<Change> = Vec::new();
            for one in &uses {
                is_in_fields |= matches!(one.what, UsedName::Definition(..));
                let id = id_in(one, &text, item).map(|at| (at, new.to_owned()));
                changes.extend(id.or_else(|| in_link(one, &text, home, item, new)));
            }
            changed.push((file, changes));
        }
        if !changed.iter().any(|(file, _)| file == home) {
            changed.push((home.clone(), Vec::new()));
        }
        let moved = (!is_in_fields).then(|| moved(home, item, new)).transpose()?;
        for (file, changes) in &mut changed {
            if file == home {
                let text = self.text(home).ok_or("its file can't be read")?;
                changes.push(alias(home, &text, item).ok_or("its fields can't be read")?);
            }
        }
        Ok(self.edit_of(changed, home, moved.as_ref()))
    }

    fn check(&self, item: &KnownItem, new: &str) -> Result<(), Refusal> {
        if item.kind == Kind::Country {
            return Err("a country has its code for an id".to_owned());
        }
        let is_plain =
            |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
        if Id::new(new).is_none()
            || !new.chars().all(is_plain)
            || new.starts_with(['/', '-', '.'])
        {
            return Err(format!(
                "`{new}` can't be an id: letters, digits, `-` and `/` can"
            ));
        }
        match self.reading.known.by_id(item.kind, new) {
            Some(_) => Err(format!("a {} is called `{new}` already", item.kind.word())),
            None => Ok(()),
        }
    }

    fn edit_of(
        &self,
        changed: Vec<(FilePath, Vec<Change>)>,
        home: &FilePath,
        moved: Option<&FilePath>,
    ) -> WorkspaceEdit {
        let mut operations = Vec::new();
        for (file, mut changes) in changed {
            let (Some(text), Some(uri)) = (self.text(&file), self.folder.uri(&file))
            else {
                continue;
            };
            let lines = EditorLines::new(&text, self.units);
            changes.sort_by_key(|(at, _)| at.start);
            changes.dedup();
            let edits = changes
                .into_iter()
                .map(|(at, new)| OneOf::Left(TextEdit::new(lines.range(at), new)));
            operations.push(DocumentChangeOperation::Edit(TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier {
                    uri,
                    version: None,
                },
                edits: edits.collect(),
            }));
        }
        let addresses =
            moved.and_then(|new| Some((self.folder.uri(home)?, self.folder.uri(new)?)));
        if let Some((old_uri, new_uri)) = addresses {
            let rename =
                RenameFile { old_uri, new_uri, options: None, annotation_id: None };
            operations.push(DocumentChangeOperation::Op(ResourceOp::Rename(rename)));
        }
        WorkspaceEdit {
            document_changes: Some(DocumentChanges::Operations(operations)),
            ..WorkspaceEdit::default()
        }
    }
}

/// The bytes of the id in what names the item; none where it is named otherwise, by its title or an old id.
fn id_in(one: &Use, text: &str, item: &KnownItem) -> Option<Range<usize>> {
    let written = &text[one.span.clone()];
    let is_whole = |from: usize| written[from..].trim_end() == item.id;
    match one.what {
        UsedName::Item(..) | UsedName::Definition(..) => {
            let from = written.find(&item.id).filter(|from| is_whole(*from))?;
            let before = &written[..from];
            let is_prefix = before.is_empty() || before.trim_end().ends_with(':');
            is_prefix
                .then(|| one.span.start + from..one.span.start + from + item.id.len())
        }
        UsedName::File(_) | UsedName::Web(_) => None,
    }
}

/// The name of the item's file in a link to it.
fn in_link(
    one: &Use,
    text: &str,
    home: &FilePath,
    item: &KnownItem,
    new: &str,
) -> Option<Change> {
    let UsedName::File(_) = one.what else { return None };
    let moved = moved(home, item, new).ok()?;
    let written = &text[one.span.clone()];
    let from = one.span.start + written.rfind(home.name())?;
    Some((from..from + home.name().len(), moved.name().to_owned()))
}

/// Where a file lies then that has its id by its name.
fn moved(home: &FilePath, item: &KnownItem, new: &str) -> Result<FilePath, Refusal> {
    let folder = |id: &str| {
        id.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned())
    };
    if folder(&item.id) != folder(new) {
        return Err("its file would lie in another folder; move it by hand, and give it the old id under `aliases`".to_owned());
    }
    let last = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
    let name = home.name().replacen(&last(&item.id), &last(new), 1);
    let refusal =
        || "its file has another name than its id; rename it by hand".to_owned();
    if name == home.name() {
        return Err(refusal());
    }
    home.sibling(&name).map_err(|_| refusal())
}

/// The change that adds the old id to the record's aliases; by it a page leads on from the old address too.
fn alias(home: &FilePath, text: &str, item: &KnownItem) -> Option<Change> {
    let layout = Layout::of(home, text)?;
    let node = layout.nodes(text)?;
    let of_kind = layout.kind == Some(item.kind);
    let record = match layout.is_registry {
        true if of_kind => node.get(&item.id),
        false if of_kind => Some(&node),
        _ => None,
    };
    let record = record.or_else(|| inline(&node, &item.id))?;
    let old = &item.id;
    if let Some(aliases) = record.get("aliases") {
        let at = aliases.span.range();
        return match &aliases.value {
            Value::List(all) if text[at.clone()].starts_with('[') => {
                let comma = if all.is_empty() { "" } else { ", " };
                Some((at.end - 1..at.end - 1, format!("{comma}{old}")))
            }
            Value::List(all) => {
                let first = all.first()?.span.start as usize;
                let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
                let lead = &text[line..first];
                Some((line..line, format!("{lead}{old}\n")))
            }
            _ => Some((at.clone(), format!("[{}, {old}]", &text[at]))),
        };
    }
    let first = record.entries()?.first()?.key_span.start as usize;
    let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
    let indent = &text[line..first];
    match indent.trim().is_empty() {
        true => Some((line..line, format!("{indent}aliases: [{old}]\n"))),
        // In brackets, or behind the dash of a list.
        false if indent.trim_end().ends_with('{') => {
            Some((first..first, format!("aliases: [{old}], ")))
        }
        false => Some((
            first..first,
            format!("aliases: [{old}]\n{}", " ".repeat(indent.chars().count())),
        )),
    }
}

/// The record with this `id`, written in another.
fn inline<'n>(node: &'n Node, id: &str) -> Option<&'n Node> {
    match &node.value {
        Value::Map(_) if node.get("id").and_then(Node::text) == Some(id) => Some(node),
        Value::Map(entries) => entries.iter().find_map(|entry| inline(&entry.value, id)),
        Value::List(items) => items.iter().find_map(|item| inline(item, id)),
        _ => None,
    }
}
