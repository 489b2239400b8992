//! What is noted of saved copies, and the sources that they are copies of.

use super::resolver::Resolver;
use crate::content::Documents;
use crate::diag::Diagnostics;
use crate::files::{FilePath, Span, TextFiles};
use crate::model::nouns::{Archive, CopyNote, SourceId, sha256};
use crate::model::site::Site;
use std::collections::BTreeMap;

/// What sidecars note, by the copy's path. A copy that names its source is added to those of the source.
pub(super) fn noted(
    documents: &Documents,
    resolver: &Resolver<'_>,
    texts: &TextFiles,
    site: &mut Site,
    diags: &mut Diagnostics,
) -> BTreeMap<FilePath, CopyNote> {
    let mut all = BTreeMap::new();
    for noted in &documents.copies {
        let Some(fields) = &noted.fields else { continue };
        let sidecar = texts.path(noted.file).as_str();
        let of = sidecar.rsplit_once('.').map_or("", |(of, _)| of);
        let Ok(path) = FilePath::new(of) else { continue };
        let source: Option<SourceId> =
            fields.source.as_ref().and_then(|one| resolver.meant(one, diags));
        if let Some(source) = source.and_then(|id| site.sources.get_mut(id.index()))
            && !source.vault_copies().any(|known| *known == path)
        {
            source.archives.push(Archive::Vault(path.clone()));
        }
        let sum = fields.sha256.as_ref().and_then(|sum| sha256(sum, diags));
        if let Some(source) = source.and_then(|id| site.sources.get_mut(id.index())) {
            // Two sources with one file are one text, wherever its sum is written.
            source.sha256 = source.sha256.take().or_else(|| sum.clone());
        }
        let note = CopyNote {
            place: Span::start_of(noted.file),
            source,
            sum,
            saved: fields.saved.as_ref().map(|day| day.value.clone()),
        };
        all.insert(path, note);
    }
    all
}
