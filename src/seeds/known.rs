//! What a site has already: ids that are taken, and who publishes at which host.

use crate::content::kinds::kinds;
use crate::content::{self, Documents, Kind, ParseCache};
use crate::diag::Diagnostics;
use crate::files::{self, Error, Files};
use std::collections::{BTreeMap, BTreeSet};

/// The records of a site, by what a new one has to know of them.
#[derive(Debug, Default)]
pub struct KnownRecords {
    ids: BTreeSet<(Kind, String)>,
    publishers: BTreeMap<String, String>,
}

impl KnownRecords {
    /// Reads the records of a site; what is wrong with them is of no concern here.
    pub fn of(files: &dyn Files) -> Result<Self, Error> {
        let texts = files::scan(files)?;
        let mut unheard = Diagnostics::default();
        let parsed = content::parse(&texts, &ParseCache::default(), &mut unheard);
        let documents = parsed.records.documents(&parsed.kept, &texts, &mut unheard);
        Ok(KnownRecords { ids: ids(&documents), publishers: publishers(&documents) })
    }

    /// Whether a record of this kind has the id.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        self.ids.contains(&(kind, id.to_owned()))
    }

    /// Who published the first of the sources at this host.
    pub fn publisher(&self, host: &str) -> Option<&str> {
        self.publishers.get(host).map(String::as_str)
    }
}

fn ids(documents: &Documents) -> BTreeSet<(Kind, String)> {
    let mut ids = BTreeSet::new();
    macro_rules! all {
        ($($list:ident)*) => {
            $(if let Some(kind) = Kind::of_folder(stringify!($list)) {
                ids.extend(documents.$list.iter().map(|item| (kind, item.id.to_string())));
            })*
        };
    }
    kinds!(lists all);
    ids
}

fn publishers(documents: &Documents) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for fields in documents.sources.iter().filter_map(|one| one.fields.as_deref()) {
        if let (Some(url), Some(publisher)) = (&fields.url, &fields.publisher) {
            let host = super::address::bare(url.value.host());
            found.entry(host).or_insert_with(|| publisher.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{FilePath, Memory};

    #[test]
    fn ids_and_publishers_are_known() {
        let mut files = Memory::default();
        let registry = "a:\n  url: https://www.rte.ie/x\n  publisher: RTÉ\n";
        let path = FilePath::new("content/sources/all.yaml").unwrap();
        files.insert(path, registry.as_bytes().to_vec());
        let known = KnownRecords::of(&files).unwrap();
        assert!(known.has(Kind::Source, "a") && !known.has(Kind::Article, "a"));
        assert_eq!(known.publisher("rte.ie"), Some("RTÉ"));
    }
}
