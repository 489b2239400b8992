//! Sources from their records.

use super::gather::{Fields, Record};
use super::register::Order;
use super::{Desk, each};
use crate::content::kinds::common::Private;
use crate::content::kinds::source::{ET_AL, SourceFields};
use crate::content::values::WebUrl;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Language, Spanned};
use crate::files::FilePath;
use crate::model::nouns::{Archive, Item, Source};

pub(super) fn sources(
    order: &Order<'_>,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Source> {
    let sources =
        each(&order.sources, diags, |record, diags| source(record, desk, diags));
    desk.claim_addresses("sources", &order.sources, sources.iter().map(|one| &one.names));
    sources
}

fn source(
    record: &Record<'_, SourceFields>,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Source {
    let id = &record.id;
    let names = desk.names("sources", id, id.as_str(), record.aliases(), diags);
    let mut source = Source::unsaid(names, record.place, record.matter());
    match record.fields {
        Fields::Written(fields) => fill(&mut source, fields, desk, diags),
        Fields::Url(url) => source.url = Some(url.clone()),
        // Only usable records are in the order, and only places have names.
        Fields::Named(..) | Fields::Broken => {}
    }
    source
}

fn fill(
    source: &mut Source,
    fields: &SourceFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) {
    source.title.clone_from(&fields.title);
    source.kind = fields.r#type;
    let is_others = |name: &&String| name.trim() == ET_AL;
    source.has_others = fields.by.iter().any(|name| is_others(&name));
    source.by = fields.by.iter().filter(|name| !is_others(name)).cloned().collect();
    source.container.clone_from(&fields.r#in);
    source.publisher.clone_from(&fields.publisher);
    source.date = fields.date.as_ref().map(|date| date.value.clone());
    source.accessed = fields.accessed.as_ref().map(|date| date.value.clone());
    source.lang = fields.lang.as_ref().map(Language::to_string);
    source.url = fields.url.as_ref().map(|url| url.value.clone());
    source.url_status = fields.url_status;
    source.archives = fields.archive.iter().filter_map(|a| archive(a, diags)).collect();
    source.sha256 = fields.sha256.as_ref().and_then(|hash| sha256(hash, diags));
    source.role = fields.role;
    source.access = fields.access;
    source.quotes.clone_from(&fields.quotes);
    source.reliability =
        fields.reliability.as_ref().and_then(|code| admiralty(code, diags));
    source.note = fields.note.clone().or_else(|| match &fields.item.common.private {
        Some(Private::Notes(notes)) if desk.config.publish_notes => Some(notes.clone()),
        _ => None,
    });
    for reference in &fields.based_on {
        let item = desk.names.field(reference, super::Kind::Source, diags);
        if let Some(Item::Source(id)) = item {
            source.based_on.push(id);
        }
    }
}

fn archive(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<Archive> {
    if !written.contains("://") {
        return in_vault(written, diags);
    }
    match WebUrl::new(written) {
        Ok(url) => Some(Archive::Web(url)),
        Err(reason) => {
            let message = format!("`{}` is not a web address", written.value);
            let found = Diagnostic::new(codes::INVALID_VALUE, written.span, message);
            diags.push(found.note(reason));
            None
        }
    }
}

/// A path in the vault, as writers give it: below `content/`.
fn in_vault(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<Archive> {
    let path = FilePath::new(&format!("content/{}", written.trim())).ok();
    let path = path.filter(|path| path.below("content/vault").is_some());
    if path.is_none() {
        let message = format!("`{}` is no copy that is kept", written.value);
        diags.push(
            Diagnostic::new(codes::INVALID_VALUE, written.span, message)
                .note("a copy has a web address, or lies below `content/vault/`")
                .help("write the address, or a path like `vault/report.pdf`"),
        );
    }
    path.map(Archive::Vault)
}

fn sha256(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<String> {
    let hash = written.to_ascii_lowercase();
    if hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(hash);
    }
    let message = format!("`{}` is no SHA-256", written.value);
    diags.push(
        Diagnostic::new(codes::INVALID_VALUE, written.span, message)
            .note("it has 64 hexadecimal digits"),
    );
    None
}

/// The Admiralty code (NATO AJP-2.1): reliability of the source A to F, credibility of the
/// information 1 to 6.
fn admiralty(written: &Spanned<String>, diags: &mut Diagnostics) -> Option<String> {
    if let [b'A'..=b'F', b'1'..=b'6'] = written.as_bytes() {
        return Some(written.value.clone());
    }
    let message = format!("`{}` is no Admiralty code", written.value);
    diags.push(
        Diagnostic::new(codes::INVALID_VALUE, written.span, message)
            .help("write a letter from A to F and a digit from 1 to 6: `B2`"),
    );
    None
}
