//! What the vault holds and lacks: copies that are missing or are no longer what was saved, and addresses to save.

use super::subject::Subject;
use crate::files::FilePath;
use crate::model::{Item, Saved, Source, SourceId, Verdict};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VaultEntry {
    /// How it stands.
    pub state: CopyState,
    /// The source, by its id; none where it is confidential, or where no source names the file.
    pub source: Option<String>,
    /// Where the copy lies or should lie.
    pub path: Option<String>,
    /// The address to save.
    pub address: Option<String>,
    /// What is to be known besides.
    pub note: Option<String>,
    /// How many quotations of the source are not checked.
    pub quotations: usize,
    /// How many claims rest on the source.
    pub claims: usize,
}

/// How a copy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CopyState {
    /// A source names it, and it is not there.
    Missing,
    /// It is there, and not what was saved; or nobody wrote down what was.
    Differs,
    /// It is there, and no source names it.
    Unnamed,
    /// No copy of a source is kept in the vault.
    ToSave,
    /// It was read, and is what was saved.
    Verified,
}

/// What the vault holds and lacks, what is needed most first.
pub fn vault_list(subject: &Subject<'_>) -> Vec<VaultEntry> {
    let unchecked = unchecked(subject);
    let mut list = Vec::new();
    for (id, source) in subject.site.sources_with_ids() {
        let needed = Needed {
            quotations: unchecked.get(&id).copied().unwrap_or_default(),
            claims: subject.edition().claims_resting_on(id).len(),
        };
        list.extend(copies(subject, id, source, needed));
        list.extend(to_save(subject, id, source, needed));
    }
    list.extend(unnamed(subject));
    list.sort_by(|one, other| {
        let need =
            |entry: &VaultEntry| std::cmp::Reverse((entry.quotations, entry.claims));
        let key = |entry: &VaultEntry| (entry.state, need(entry));
        key(one)
            .cmp(&key(other))
            .then_with(|| (&one.source, &one.path).cmp(&(&other.source, &other.path)))
    });
    list
}

/// What rests on a source.
#[derive(Clone, Copy)]
struct Needed {
    quotations: usize,
    claims: usize,
}

impl Needed {
    /// A line about the source, of which a confidential one is not named.
    fn entry(self, source: &Source, state: CopyState) -> VaultEntry {
        let name = source.names.id.to_string();
        VaultEntry {
            state,
            source: Some(name).filter(|_| !source.is_confidential()),
            path: None,
            address: None,
            note: None,
            quotations: self.quotations,
            claims: self.claims,
        }
    }
}

/// How many quotations of each source are not checked.
fn unchecked(subject: &Subject<'_>) -> BTreeMap<SourceId, usize> {
    let mut counts = BTreeMap::new();
    for quoted in subject.site.quoted(subject.config) {
        let (source, verdict) = subject.vault.verdict_of(subject.site, &quoted);
        if matches!(verdict, Verdict::NoCopy | Verdict::Unread(_)) {
            *counts.entry(source).or_default() += 1;
        }
    }
    counts
}

/// The copies that a source names.
fn copies(
    subject: &Subject<'_>,
    id: SourceId,
    source: &Source,
    needed: Needed,
) -> Vec<VaultEntry> {
    let verified = subject.vault.verified(id);
    let of = |path: &FilePath| {
        let is_verified = verified.iter().any(|copy| copy.path == *path);
        let (state, note) = match subject.vault.copy(path) {
            None => (CopyState::Missing, None),
            Some(Saved::Unreadable(reason)) => (CopyState::Differs, Some(reason.clone())),
            Some(Saved::Sum(_)) if is_verified => (CopyState::Verified, None),
            Some(Saved::Sum(sum)) => {
                (CopyState::Differs, Some(format!("its sha256 is {sum}")))
            }
        };
        VaultEntry { path: Some(path.to_string()), note, ..needed.entry(source, state) }
    };
    source.vault_copies().map(of).collect()
}

/// The address of a source of which no copy is kept in the vault. A confidential one has none.
fn to_save(
    subject: &Subject<'_>,
    id: SourceId,
    source: &Source,
    needed: Needed,
) -> Option<VaultEntry> {
    let is_shown = subject.edition().is_shown(Item::Source(id));
    let url = source.first_link().filter(|_| is_shown)?;
    if source.vault_copies().next().is_some() {
        return None;
    }
    let named = source.web_copies().count();
    let note = (named > 0).then(|| match named {
        1 => "a copy in a web archive is named".to_owned(),
        n => format!("{n} copies in web archives are named"),
    });
    let address = Some(url.as_str().to_owned());
    Some(VaultEntry { address, note, ..needed.entry(source, CopyState::ToSave) })
}

/// The files of the vault that no source names.
fn unnamed(subject: &Subject<'_>) -> impl Iterator<Item = VaultEntry> {
    let named: BTreeSet<&str> = subject
        .site
        .sources
        .iter()
        .flat_map(Source::vault_copies)
        .map(|path| path.as_str())
        .collect();
    let files = subject.texts.others().iter().map(|file| &file.path);
    let files = files.filter(|path| path.below("content/vault").is_some());
    files.filter(move |path| !named.contains(path.as_str())).map(|path| VaultEntry {
        state: CopyState::Unnamed,
        source: None,
        path: Some(path.to_string()),
        address: None,
        note: None,
        quotations: 0,
        claims: 0,
    })
}
