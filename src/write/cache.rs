//! The folder `.dateline` in a site's root: what a build keeps for the next.
//!
//! It holds nothing that could not be made again. It may be deleted at any time, and what is
//! damaged, of another program or of another output folder counts as not there.

use super::{Ledger, Target, place};
use crate::content::CacheSink;
use crate::files::{self, Error};
use crate::keys::Key;
use crate::model::PictureSizes;
use crate::search::WordParts;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The name of the folder in the site's root.
const FOLDER: &str = ".dateline";

/// The name of the ledger in it.
const LEDGER: &str = "ledger";

/// The name of the file of what the site's files became, and the number of its form.
const DOCUMENTS: (&str, u32) = ("documents", 5);

/// The name of the file of the words that are searched, and the number of its form.
const WORDS: (&str, u32) = ("words", 1);

/// The name of the file of what is known of pictures, and the number of its form.
const PICTURES: (&str, u32) = ("pictures", 1);

/// What the folder says of itself, to people and to git.
const EXPLAINED: [(&str, &str); 2] = [
    (
        "README.txt",
        "Dateline keeps here what a build can have of the last one.\n\n\
         It holds UNPUBLISHED TEXT: drafts, what is under embargo, private notes, names of\n\
         people who may not be named, and of confidential sources. Don't share it, don't\n\
         publish it, don't keep it in version control. It may be deleted at any time.\n",
    ),
    (".gitignore", "*\n"),
];

/// What builds of one site, by one program, keep for each other.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    program: String,
}

impl Cache {
    /// The cache of the site at `root`; `program` tells this program from every other version
    /// of it, in one line.
    pub fn new(root: &Path, program: &str) -> Self {
        let program = program.replace(['\n', '\r'], " ");
        Cache { folder: root.join(FOLDER), program }
    }

    /// What the last build of this site to `target` made; an empty ledger where that isn't known.
    pub fn ledger(&self, target: &Target) -> Ledger {
        let bytes = place::read(&self.folder.join(LEDGER)).unwrap_or_default();
        Ledger::read(&bytes, &self.of(target)).unwrap_or_default()
    }

    /// Keeps the ledger for the next build, in place of the last one's. Where that can't be done
    /// the next build makes everything: no reason to call this one failed.
    pub fn keep_ledger(&self, target: &Target, ledger: &Ledger) {
        let bytes = ledger.bytes(&self.of(target));
        self.replace(LEDGER, |out| out.write_all(&bytes));
    }

    /// What a build before has kept of the site's files; empty where there is nothing of it.
    pub fn documents(&self) -> Vec<u8> {
        let path = self.folder.join(DOCUMENTS.0);
        place::read_behind(&path, self.header(DOCUMENTS).as_bytes()).unwrap_or_default()
    }

    /// The words that a build before has read for the search, as [`WordParts::bytes`]; empty where there are none, or
    /// they are damaged.
    pub fn words(&self) -> Vec<u8> {
        self.summed(WORDS)
    }

    /// Keeps the words for the next build, unless these are the last one's.
    pub fn keep_words(&self, words: &WordParts) {
        if words.has_news() {
            self.keep_summed(WORDS, &words.bytes());
        }
    }

    /// What a build before knew of pictures, as [`PictureSizes::bytes`]; empty where there is nothing, or it is damaged.
    pub fn pictures(&self) -> Vec<u8> {
        self.summed(PICTURES)
    }

    /// Keeps what is known of pictures for the next build, unless the last one knew it.
    pub fn keep_pictures(&self, sizes: &PictureSizes) {
        if sizes.has_news() {
            self.keep_summed(PICTURES, &sizes.bytes());
        }
    }

    /// What is kept in a file that ends with the sum of it.
    fn summed(&self, file: (&str, u32)) -> Vec<u8> {
        let path = self.folder.join(file.0);
        let kept = place::read_behind(&path, self.header(file).as_bytes());
        let mut kept = kept.unwrap_or_default();
        let Some(sum_at) = kept.len().checked_sub(size_of::<u64>()) else {
            return Vec::new();
        };
        let sum = kept.split_off(sum_at);
        let is_whole = Key::of(&*kept).number().to_le_bytes()[..] == *sum;
        if is_whole { kept } else { Vec::new() }
    }

    fn keep_summed(&self, file: (&str, u32), bytes: &[u8]) {
        self.replace(file.0, |out| {
            out.write_all(self.header(file).as_bytes())?;
            out.write_all(bytes)?;
            out.write_all(&Key::of(bytes).number().to_le_bytes())
        });
    }

    /// Lets the next build do all of the work again, whatever the last one kept.
    pub fn forget(&self) {
        for (name, _) in [DOCUMENTS, WORDS, PICTURES] {
            let _ = place::remove_file(&self.folder.join(name));
        }
    }

    /// Takes away drafts of builds that were interrupted. One that a build is still writing is locked by it.
    pub fn tidy(&self) {
        let names = [LEDGER, DOCUMENTS.0, WORDS.0, PICTURES.0];
        let is_draft = |name: &str| {
            let parts = name.rsplit_once('-');
            parts.is_some_and(|(name, process)| {
                names.contains(&name) && process.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries.filter(|it| it.file_name().to_str().is_some_and(is_draft)) {
            let path = entry.path();
            if File::open(&path).is_ok_and(|file| files::try_lock(&file).is_ok()) {
                let _ = place::remove_file(&path);
            }
        }
    }

    /// Puts a file in the place of the last build's, whole or not at all.
    fn replace(&self, name: &str, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        let draft = self.folder.join(format!("{name}-{}", files::process_number()));
        let write = || -> Result<(), Error> {
            place::make_folder(&self.folder)?;
            self.explain();
            place::remove_file(&draft)?;
            place::fill_new(&draft, |file| {
                files::lock(file)?;
                let mut out = BufWriter::with_capacity(1 << 18, file);
                fill(&mut out)?;
                out.flush()
            })?;
            place::rename(&draft, &self.folder.join(name))
        };
        if write().is_err() {
            let _ = place::remove_file(&draft);
        }
    }

    /// Says in the folder what is in it, unless something says so already. Without it the builds are the same.
    fn explain(&self) {
        for (name, text) in EXPLAINED {
            let path = self.folder.join(name);
            if matches!(place::look(&path), Ok(None)) {
                let _ = place::write_new(&path, text.as_bytes());
            }
        }
    }

    /// What a ledger is one of: the program, and the folder it wrote to.
    fn of(&self, target: &Target) -> String {
        let folder = target.folder().to_string_lossy().replace(['\n', '\r'], " ");
        format!("{} {folder}", self.program)
    }

    /// The first lines of a file of this name and form.
    fn header(&self, (name, form): (&str, u32)) -> String {
        format!("dateline {name} {form}\n{}\n", self.program)
    }
}

impl CacheSink for Cache {
    fn keep(&self, write: &dyn Fn(&mut dyn Write) -> io::Result<()>) {
        self.replace(DOCUMENTS.0, |out| {
            out.write_all(self.header(DOCUMENTS).as_bytes())?;
            write(out)
        });
    }
}
