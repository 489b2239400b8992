//! What a build reads, looked at before anything of it is read.

use crate::config;
use crate::diag::Diagnostics;
use crate::files::{self, Error, FilePath, Files, Found, Overlay, Seen, Statics};
use crate::keys::Key;
use crate::theme;
use std::collections::BTreeSet;

/// All that a build reads, looked at and not read.
#[derive(Debug)]
pub struct Inputs {
    pub(super) found: Vec<Found>,
    pub(super) statics: Statics,
    /// What the last build has kept of its files, for [`crate::content::ParseCache::read`]; empty where there was none.
    pub documents: Vec<u8>,
    /// The words that the last build has read, for [`crate::search::WordParts::read`]; empty where there was none.
    pub words: Vec<u8>,
    /// What the last build knew of pictures, for [`crate::model::PictureSizes::kept`]; empty where there was none.
    pub pictures: Vec<u8>,
    /// How all of it looks; none where that can't be told, or where `site.toml` can't be used.
    pub seen: Option<Key>,
}

impl Inputs {
    /// Has these files read, however they look.
    pub(super) fn forget(&mut self, changed: &BTreeSet<FilePath>) {
        for one in &mut self.found {
            if let Found::File(path, look) = one
                && changed.contains(path)
            {
                *look = look.settled(0);
            }
        }
    }
}

/// Looks at all that a build reads. How a file looks tells it from others only where its last change
/// was before `settled`, in nanoseconds since 1970: what is changed twice within a tick of the
/// system's clock looks the same. That has to be some time before now.
pub fn look(files: &dyn Files, settled: u64) -> Result<Inputs, Error> {
    let built_in = theme::built_in();
    let files = Overlay { over: files, under: &built_in };
    let settle = |found: &mut Vec<Found>| {
        for one in found {
            if let Found::File(_, look) = one {
                *look = look.settled(settled);
            }
        }
    };
    let mut found = files::look(&files)?;
    settle(&mut found);
    let texts = files::scan_config(&files);
    let (mut statics, mut seen) = (Statics::default(), None);
    if let Some(config) = config::load(&texts, &mut Diagnostics::default()) {
        let folder = &config.static_folder.value;
        let mut copied = files.walk_all(folder)?;
        settle(&mut copied);
        seen = Seen::all(&found).zip(Seen::all(&copied));
        statics = Statics { folder: folder.to_string(), found: copied };
    }
    let seen = seen.map(|(read, copied)| Key::of(&(read.key, copied.key)));
    Ok(Inputs {
        found,
        statics,
        documents: Vec::new(),
        words: Vec::new(),
        pictures: Vec::new(),
        seen,
    })
}
