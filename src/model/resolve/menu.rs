//! Links of `site.toml` to what can't be referred to: what is held back, and what has mistakes.
//!
//! What they lead to else is found when all pages are known.

use super::names::Miss;
use super::resolver::Resolver;
use crate::diag::Diagnostics;
use crate::model::menu::{ids, links};

/// Reports links to what is not published. That one to a record with mistakes leads nowhere is not told.
pub(super) fn report(resolver: &Resolver<'_>, diags: &mut Diagnostics) {
    for link in links(resolver.config) {
        let Some(ids) = ids(link) else { continue };
        let mut misses = ids
            .into_iter()
            .filter_map(|id| Some((id, resolver.names.find(id, None).err()?)));
        let is_told = |(_, miss): &(&str, Miss)| {
            matches!(miss, Miss::Known | Miss::Unpublished(..))
        };
        if let Some((id, miss)) = misses.find(is_told) {
            resolver.names.report(id, link.span, None, miss, diags);
        } else if ids.iter().any(|id| resolver.names.may_be_lost(id)) {
            diags.hold_back(link.span);
        }
    }
}
