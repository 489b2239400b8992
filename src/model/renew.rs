//! Giving a site new running words, where nothing else has changed.

use super::nouns::Prose;
use super::resolve::report_unsourced;
use super::site::Site;
use crate::content;
use crate::diag::Diagnostics;
use crate::files::FileId;
use foldhash::HashMap;

/// Gives the site, and the texts that are `held` back, those texts that were read anew: their references, in
/// order, are the same as before. What is to be said of their words is reported. Returns whether each was
/// found.
pub fn renew<'p>(
    site: &mut Site,
    held: &mut [Prose],
    read: impl Iterator<Item = &'p content::Prose>,
    diags: &mut Diagnostics,
) -> bool {
    let mut read: HashMap<FileId, &content::Prose> =
        read.map(|prose| (prose.file, prose)).collect();
    if read.is_empty() {
        return true;
    }
    let mut renew = |prose: &mut Prose| {
        let Some(now) = read.remove(&prose.file) else { return };
        *prose = Prose::of(now, std::mem::take(&mut prose.links));
        report_unsourced(&prose.outline, &prose.links, diags);
    };
    held.iter_mut().for_each(&mut renew);
    site.texts.iter_mut().flatten().for_each(&mut renew);
    read.is_empty()
}
