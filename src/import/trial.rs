//! The new site, built in memory: which of its texts stand in the way.

use super::new_site::NewSite;
use super::notes::Fate;
use crate::diag::{Place, Severity};
use crate::files::{Error, FilePath, Files, Found, Look, Memory, Reader};
use crate::pipeline::{self, Options};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of a site that isn't written yet.
struct Planned<'f> {
    texts: Memory,
    copies: &'f BTreeMap<FilePath, FilePath>,
    from: &'f dyn Files,
}

impl Planned<'_> {
    fn look_at(&self, to: &FilePath) -> Option<Look> {
        let from = self.copies.get(to)?;
        let size = self.from.look(from).map_or(0, |look| look.size);
        Some(Look { size, seen: None })
    }
}

impl Files for Planned<'_> {
    fn walk(&self, folder: &FilePath) -> Result<Vec<Found>, Error> {
        let mut found = self.texts.walk(folder)?;
        let inside = self.copies.keys().filter(|to| to.below(folder.as_str()).is_some());
        found.extend(
            inside.filter_map(|to| Some(Found::File(to.clone(), self.look_at(to)?))),
        );
        found.sort_by(|a, b| path(a).cmp(path(b)));
        Ok(found)
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, Error> {
        match self.copies.get(path) {
            Some(from) => self.from.read(from),
            None => self.texts.read(path),
        }
    }

    fn reader(&self) -> Reader {
        let (texts, from) = (self.texts.reader(), self.from.reader());
        let copies = self.copies.clone();
        Arc::new(move |path, size| match copies.get(path) {
            Some(source) => from(source, size),
            None => texts(path, size),
        })
    }

    fn head(&self, path: &FilePath, limit: usize) -> Result<Vec<u8>, Error> {
        match self.copies.get(path) {
            Some(from) => self.from.head(from, limit),
            None => self.texts.head(path, limit),
        }
    }
}

fn path(found: &Found) -> &str {
    match found {
        Found::File(path, _) => path.as_str(),
        Found::Unusable(path, _) => path,
    }
}

/// The files from which texts were made that have errors, each with the first of them.
pub(super) fn failures(made: &NewSite, files: &dyn Files) -> Vec<(String, String)> {
    let mut texts = Memory::default();
    for (path, text) in &made.texts {
        texts.insert(path.clone(), text.clone().into_bytes());
    }
    let planned = Planned { texts, copies: &made.copies, from: files };
    let Ok(built) = pipeline::build(&planned, &Options::default(), |_, _| ()) else {
        return Vec::new();
    };
    let sources: BTreeMap<&str, &str> = (made.report.fates.iter())
        .filter_map(|(source, fate)| match fate {
            Fate::Written(to) | Fate::Held(to, _) => Some((to.as_str(), source.as_str())),
            _ => None,
        })
        .collect();
    let mut failed: BTreeMap<&str, String> = BTreeMap::new();
    for found in
        built.diagnostics.iter().filter(|found| found.severity == Severity::Error)
    {
        let path = match &found.place {
            Place::Text(span) => built.texts.path(span.file).as_str(),
            Place::Path(path, _) => path,
            Place::Site => continue,
        };
        if let Some(source) = sources.get(path) {
            let why = || format!("{}: {}", found.code.id(), found.message);
            failed.entry(source).or_insert_with(why);
        }
    }
    failed.into_iter().map(|(source, why)| (source.to_owned(), why)).collect()
}
