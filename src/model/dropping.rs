//! Sources that are taken away, to see what rests on them.

use super::nouns::{Archive, Claim, SourceId};
use super::site::Site;
use super::vault::Vault;
use crate::content::values::WebUrl;
use std::collections::BTreeSet;

impl Site {
    /// These sources, with those that fall with them: what merely repeats them, and nothing else.
    pub fn fallen(&self, dropped: &BTreeSet<SourceId>) -> BTreeSet<SourceId> {
        let mut above: Vec<Vec<SourceId>> = vec![Vec::new(); self.sources.len()];
        let mut below: Vec<usize> = vec![0; self.sources.len()];
        for (id, source) in self.sources_with_ids() {
            let repeated: BTreeSet<SourceId> = source.based_on.iter().copied().collect();
            below[id.index()] = repeated.len();
            repeated.into_iter().for_each(|one| above[one.index()].push(id));
        }
        let (mut fallen, mut open) =
            (BTreeSet::new(), Vec::from_iter(dropped.iter().copied()));
        while let Some(id) = open.pop() {
            if !fallen.insert(id) {
                continue;
            }
            for one in &above[id.index()] {
                let left = &mut below[one.index()];
                *left = left.saturating_sub(1);
                if *left == 0 {
                    open.push(*one);
                }
            }
        }
        fallen
    }

    /// The sources that nobody can read any more where some hosts are gone: they stand there, and no copy of them is
    /// kept elsewhere.
    pub fn lost_with(&self, hosts: &[String], vault: &Vault) -> BTreeSet<SourceId> {
        let is_gone = |url: &WebUrl| hosts.iter().any(|host| is_at(url, host));
        let lost = self.sources_with_ids().filter(|(id, source)| {
            let stands_there = source.url.as_ref().is_some_and(is_gone);
            let is_kept = source.web_copies().any(|copy| !is_gone(copy));
            stands_there && !is_kept && vault.verified(*id).is_empty()
        });
        lost.map(|(id, _)| id).collect()
    }

    /// Takes sources out of the claims that rest on them. What they repeat and who made them stays known, so that no
    /// two others grow apart.
    pub fn drop_sources(&mut self, dropped: &BTreeSet<SourceId>) {
        let is_left = |id: &SourceId| !dropped.contains(id);
        for claim in &mut self.claims {
            each_list(claim, |list| list.retain(is_left));
        }
    }

    /// Takes away the copies that a host keeps.
    pub fn drop_host(&mut self, host: &str) {
        let is_left = |archive: &Archive| match archive {
            Archive::Web(url) => !is_at(url, host),
            Archive::Vault(_) => true,
        };
        self.sources.iter_mut().for_each(|source| source.archives.retain(is_left));
    }
}

/// Every list of sources that a claim has.
fn each_list(claim: &mut Claim, mut change: impl FnMut(&mut Vec<SourceId>)) {
    let own = [&mut claim.sources, &mut claim.contrary, &mut claim.finding];
    own.into_iter().for_each(&mut change);
    claim.history.iter_mut().for_each(|one| change(&mut one.sources));
    claim.proceedings.iter_mut().for_each(|one| change(&mut one.sources));
    claim.responses.iter_mut().for_each(|one| change(&mut one.sources));
}

/// Whether an address is at a host, or at one below it.
fn is_at(url: &WebUrl, host: &str) -> bool {
    let plain = |name: &str| {
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        name.strip_prefix("www.").map_or(name.clone(), str::to_owned)
    };
    let (own, host) = (plain(url.host()), plain(host));
    own == host || own.strip_suffix(&host).is_some_and(|below| below.ends_with('.'))
}
