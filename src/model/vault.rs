//! The vault: saved copies of sources that lie in `content/vault/`, as this build has read them.
//!
//! Nothing of it is published. What a source says of its copy holds only if the bytes are there and have the
//! sum that it names, so they are read in every build that has anything to do. Words that are quoted from a source
//! are looked for in those of its copies whose bytes are the ones that were saved.

use super::nouns::SourceId;
use super::quoted::Quoted;
use super::site::Site;
use super::verdict::{Opened, Verdict, settled};
use crate::config::Config;
use crate::content::values::WebUrl;
use crate::copies::{self, NamedPlace, Transcript, Unread};
use crate::dates::Edtf;
use crate::files::{FilePath, Files, TextFiles};
use crate::keys::Key;
use crate::manifest::Sum;
use foldhash::HashMap;
use rayon::prelude::*;
use serde::Serialize;

/// The copies that sources name, each read once.
#[derive(Debug, Default)]
pub struct Vault {
    copies: HashMap<FilePath, Saved>,
    /// By source, the copies whose bytes are those that were saved.
    verified: HashMap<SourceId, Vec<VerifiedCopy>>,
    /// What became of the words that are quoted from a source and said to stand somewhere in it.
    verdicts: HashMap<(SourceId, Key), Verdict>,
}

/// A saved copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is there; its SHA-256 in lower-case hexadecimal.
    Sum(String),
    /// It is there, and can't be read, for this reason.
    Unreadable(String),
}

/// A copy that was read in this build, and whose bytes have the sum that was written down when it was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifiedCopy {
    /// Where it lies.
    pub path: FilePath,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sum: String,
    /// When it was made, where that is known.
    pub saved: Option<Edtf>,
    /// Why there is no text of it, where it was asked for.
    #[serde(skip)]
    pub unread: Option<Unread>,
}

/// So many digits of a sum are shown where it is not shown whole.
const SHORT: usize = 12;

impl VerifiedCopy {
    /// The first digits of its sum.
    pub fn short_sum(&self) -> &str {
        self.sum.get(..SHORT).unwrap_or(&self.sum)
    }
}

/// What reading one copy gave.
struct ReadCopy {
    path: FilePath,
    saved: Saved,
    /// The day on which it was made, where it says so.
    made: Option<Edtf>,
    unread: Option<Unread>,
    verdicts: Vec<((SourceId, Key), Verdict)>,
}

/// What is asked of the copies: of each source, which words are to stand where.
type Asked<'s> = HashMap<SourceId, Vec<(&'s str, NamedPlace)>>;

impl Vault {
    /// Reads every copy that a source names and that is there, and looks for what is quoted from it.
    pub fn read(
        files: &dyn Files,
        texts: &TextFiles,
        site: &Site,
        config: &Config,
    ) -> Self {
        let mut owners: HashMap<&FilePath, Vec<SourceId>> = HashMap::default();
        for (id, source) in site.sources_with_ids() {
            source
                .vault_copies()
                .for_each(|path| owners.entry(path).or_default().push(id));
        }
        let is_there = |path: &FilePath| {
            texts.others().binary_search_by(|one| one.path.cmp(path)).is_ok()
        };
        let mut named: Vec<_> =
            owners.into_iter().filter(|(path, _)| is_there(path)).collect();
        if named.is_empty() {
            return Vault::default();
        }
        named.sort_unstable();
        let asked = asked(site, config);
        let read = named
            .into_par_iter()
            .map(|(path, owners)| read_copy(files, path, &owners, site, &asked));
        Vault::of(read.collect(), site)
    }

    fn of(read: Vec<ReadCopy>, site: &Site) -> Self {
        let mut vault = Vault::default();
        let mut made: HashMap<FilePath, (Option<Edtf>, Option<Unread>)> =
            HashMap::default();
        for one in read {
            for (asked, verdict) in one.verdicts {
                let known = vault.verdicts.remove(&asked);
                vault.verdicts.insert(asked, settled(known, verdict));
            }
            made.insert(one.path.clone(), (one.made, one.unread));
            vault.copies.insert(one.path, one.saved);
        }
        for (id, source) in site.sources_with_ids() {
            let copies = source.vault_copies().filter_map(|path| {
                let Some(Saved::Sum(sum)) = vault.copies.get(path) else { return None };
                let (said, unread) = made.get(path).cloned().unwrap_or_default();
                site.is_saved(id, path, sum).then(|| VerifiedCopy {
                    path: path.clone(),
                    sum: sum.clone(),
                    saved: site
                        .saved_on(path)
                        .cloned()
                        .or(said)
                        .or(source.accessed.clone()),
                    unread,
                })
            });
            let copies: Vec<VerifiedCopy> = copies.collect();
            if !copies.is_empty() {
                vault.verified.insert(id, copies);
            }
        }
        vault
    }

    /// How many copies were read.
    pub fn len(&self) -> usize {
        self.copies.len()
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.copies.is_empty()
    }

    /// The copy at a path; `None` where there is none.
    pub fn copy(&self, path: &FilePath) -> Option<&Saved> {
        self.copies.get(path)
    }

    /// The copies of a source that were read in this build, and are what was saved.
    pub fn verified(&self, source: SourceId) -> &[VerifiedCopy] {
        self.verified.get(&source).map_or(&[], Vec::as_slice)
    }

    /// What became of words that are quoted from a source and said to stand there.
    pub fn verdict(&self, source: SourceId, words: &str, sought: &NamedPlace) -> Verdict {
        let known = self.verdicts.get(&(source, asked_key(words, sought)));
        known.cloned().unwrap_or_else(|| match self.verified(source).first() {
            None => Verdict::NoCopy,
            Some(copy) => Verdict::Unread(copy.unread.clone().unwrap_or(Unread::NoText)),
        })
    }

    /// What became of a quotation that is from one of several sources: it need stand in one of them.
    pub fn verdict_of(&self, site: &Site, quoted: &Quoted<'_>) -> (SourceId, Verdict) {
        let all = quoted.sources.iter().map(|(source, sought)| {
            let verdict = self.verdict(*source, quoted.words, sought);
            (*source, verdict.in_language(&site[*source], quoted))
        });
        // The first of those that say most: the words stand in it, or it can't be told, or they don't.
        let most = all.min_by_key(|(_, verdict)| verdict.rank());
        most.unwrap_or((SourceId(0), Verdict::NoCopy))
    }

    /// The key of all that is known of a source's copies; of it and of the words follows what became of these.
    pub(super) fn key(&self, source: SourceId) -> Key {
        let of = |copy: &VerifiedCopy| {
            let unread = copy.unread.as_ref().map(Unread::to_string);
            (
                copy.path.to_string(),
                copy.sum.clone(),
                copy.saved.as_ref().map(Edtf::as_edtf),
                unread,
            )
        };
        Key::of(&self.verified(source).iter().map(of).collect::<Vec<_>>())
    }
}

/// What is quoted of each source that has a copy in the vault.
fn asked<'s>(site: &'s Site, config: &'s Config) -> Asked<'s> {
    let mut asked: Asked<'_> = HashMap::default();
    for quoted in site.quoted(config) {
        for (source, sought) in quoted.sources {
            if site[source].vault_copies().next().is_some() {
                asked.entry(source).or_default().push((quoted.words, sought));
            }
        }
    }
    #[expect(clippy::iter_over_hash_type, reason = "each is put in order by itself")]
    for all in asked.values_mut() {
        all.sort_unstable();
        all.dedup();
    }
    asked
}

/// Reads one copy, and looks in it for what is quoted of the sources whose copy it is.
fn read_copy(
    files: &dyn Files,
    path: &FilePath,
    owners: &[SourceId],
    site: &Site,
    asked: &Asked<'_>,
) -> ReadCopy {
    let mut read = ReadCopy {
        path: path.clone(),
        saved: Saved::Unreadable(String::new()),
        made: None,
        unread: None,
        verdicts: Vec::new(),
    };
    let bytes = match files.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return ReadCopy { saved: Saved::Unreadable(error.reason), ..read },
    };
    let sum = Sum::of(&bytes).to_string();
    let owners = owners.iter().copied().filter(|id| site.is_saved(*id, path, &sum));
    let owners: Vec<SourceId> = owners.collect();
    let asking: Vec<SourceId> =
        owners.iter().copied().filter(|id| asked.contains_key(id)).collect();
    read.saved = Saved::Sum(sum);
    if asking.is_empty() && !copies::has_own_sums(path.name(), &bytes) {
        return read;
    }
    let whose = if asking.is_empty() {
        owners.first().copied().into_iter().collect()
    } else {
        asking
    };
    for source in whose {
        read.ask(&bytes, source, site, asked);
    }
    read
}

impl ReadCopy {
    /// Looks in the copy for what is quoted of a source.
    fn ask(&mut self, bytes: &[u8], id: SourceId, site: &Site, asked: &Asked<'_>) {
        let source = &site[id];
        let address = source.url.as_ref().map(WebUrl::as_str);
        let transcript = match copies::read(self.path.name(), bytes, address) {
            Ok(transcript) => transcript,
            Err(unread) => return self.unread = Some(unread),
        };
        self.made = transcript.saved.as_deref().and_then(|day| Edtf::parse(day).ok());
        let Some(asked) = asked.get(&id) else { return };
        let opened = Opened::of(&self.path, transcript, source);
        for (words, sought) in asked {
            let verdict = opened.verdict(words, sought);
            self.verdicts.push(((id, asked_key(words, sought)), verdict));
        }
    }
}

/// What is quoted of a source, in order, and what becomes of it in a copy with this text.
pub fn quotations_in(
    site: &Site,
    config: &Config,
    source: SourceId,
    path: &FilePath,
    transcript: Transcript,
) -> Vec<(String, Verdict)> {
    let opened = Opened::of(path, transcript, &site[source]);
    let mut found: Vec<(String, Verdict)> = Vec::new();
    for quoted in site.quoted(config) {
        let of_source = quoted.sources.iter().filter(|(id, _)| *id == source);
        for (_, sought) in of_source {
            let verdict = opened.verdict(quoted.words, sought);
            let verdict = verdict.in_language(&site[source], &quoted);
            let one = (quoted.words.to_owned(), verdict);
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}

/// What a quotation is known by: its words, and where they are said to stand.
fn asked_key(words: &str, sought: &NamedPlace) -> Key {
    Key::of(&(words, sought))
}

impl Site {
    /// Whether a copy of a source with this sum is the one that was saved. One that is noted as another source's is
    /// none of this.
    fn is_saved(&self, id: SourceId, path: &FilePath, sum: &str) -> bool {
        let (source, noted) = (&self[id], self.copies.get(path));
        if noted.and_then(|noted| noted.source).is_some_and(|own| own != id) {
            return false;
        }
        let noted = self.copies.get(path).and_then(|noted| noted.sum.as_deref());
        match noted {
            Some(noted) => noted == sum,
            None => source.sha256.as_deref() == Some(sum),
        }
    }

    /// When a copy was saved, as it is noted beside it.
    fn saved_on(&self, path: &FilePath) -> Option<&Edtf> {
        self.copies.get(path).and_then(|noted| noted.saved.as_ref())
    }
}
