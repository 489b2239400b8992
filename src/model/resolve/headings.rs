//! What `#…` behind a name means: a heading of a text, or a block in it.

use super::heading_index::{self, below};
use super::lookup::Lookup;
use super::slips::{Among, Slip};
use crate::content;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::Span;
use crate::letters::{anchor, composed};
use crate::markdown::Heading;

impl Lookup<'_> {
    /// The id of a heading that is named by its id or its words, or of a block: `^id`.
    pub(super) fn heading(
        &self,
        prose: &content::Prose,
        wanted: &str,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Option<Box<str>> {
        let headings = &prose.outline.headings;
        if let Some((above, last)) = wanted.rsplit_once('#')
            && let Some(found) = below(headings, above, last)
        {
            return Some(found.id.as_str().into());
        }
        // Of `Early life#School` the last is meant; what stands above it may have been renamed.
        let wanted = wanted.rsplit('#').next().unwrap_or(wanted).trim();
        if wanted.starts_with('^') && self.named_heading(prose, wanted, wanted).is_none()
        {
            return self.block(prose, wanted, span, diags);
        }
        let (wanted, word) = (&*composed(wanted), anchor(wanted));
        let found = self.named_heading(prose, wanted, &word);
        if found.is_none() && prose.outline.ids.iter().any(|id| **id == *wanted) {
            return Some(wanted.into());
        }
        if found.is_none() {
            let missed = (word, Among::Headings(prose.file));
            let message = format!("there is no heading `{wanted}`");
            self.report_missed(missed, message, choice(headings), span, diags);
        }
        found.map(|heading| heading.id.as_str().into())
    }

    /// The id of a block, `^id`; its letters are not told apart by their case.
    fn block(
        &self,
        prose: &content::Prose,
        wanted: &str,
        span: Span,
        diags: &mut Diagnostics,
    ) -> Option<Box<str>> {
        let id = wanted.to_ascii_lowercase();
        let found = prose.outline.anchor(&id);
        if found.is_none() {
            let missed = (id, Among::Blocks(prose.file));
            let message = format!("there is no block `{wanted}`");
            let help = format!("write ` {wanted}` at the end of the block that is meant");
            self.report_missed(missed, message, help, span, diags);
        }
        found.map(|anchor| anchor.id.as_str().into())
    }

    /// Reports that nothing is called so, and asks for what may have been meant.
    fn report_missed(
        &self,
        (written, among): (String, Among),
        message: String,
        help: String,
        place: Span,
        diags: &mut Diagnostics,
    ) {
        let code = codes::UNKNOWN_HEADING;
        self.resolver.names.slips.note(Slip { place, code, written, among });
        diags.push(Diagnostic::new(code, place, message).help(help));
    }

    /// As [`heading_index::named`].
    fn named_heading<'p>(
        &self,
        prose: &'p content::Prose,
        wanted: &str,
        word: &str,
    ) -> Option<&'p Heading> {
        let index = self.by_heading.get(prose.file.0 as usize);
        heading_index::named(&prose.outline.headings, index, wanted, word)
    }
}

pub(super) fn report_no_heading(heading: &str, span: Span, diags: &mut Diagnostics) {
    let message =
        format!("there is no heading `{heading}`: the page has no text of its own");
    diags.push(Diagnostic::new(codes::UNKNOWN_HEADING, span, message));
}

/// What to write instead of a heading that isn't there.
fn choice(headings: &[Heading]) -> String {
    let ids: Vec<String> =
        headings.iter().take(8).map(|heading| format!("`#{}`", heading.id)).collect();
    match ids.as_slice() {
        [] => "the text has no headings: leave `#…` out".to_owned(),
        ids => format!("the headings are {}", ids.join(", ")),
    }
}
