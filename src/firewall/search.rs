//! Looking for what is protected in the bytes of one file.

use super::gather::{Guarded, ProtectedThing, Unsearched, is_of};
use super::readings::{Said, readings};
use super::sieve::Sieve;
use super::told::{self, Leak};
use crate::config::{Config, FirewallException};
use crate::diag::{Diagnostic, Place};
use crate::files::{OutPath, TextFiles};
use crate::keys::Key;
use crate::model::{Protected, Site};
use crate::needles::{JOINT, SearchForm, Showing, Veil};
use crate::routes::SearchFile;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What must not be in any file of a site.
#[derive(Debug, Default)]
pub struct Firewall<'t> {
    gathered: Guarded,
    sieve: Sieve,
    let_through: Vec<FirewallException>,
    /// Where the content is read again that something may come from.
    texts: Option<&'t TextFiles>,
}

impl<'t> Firewall<'t> {
    /// What a site and what is `held` back protect, and what `site.toml` does.
    pub fn of(
        site: &Site,
        held: &[Protected],
        config: &Config,
        texts: &'t TextFiles,
    ) -> Self {
        let gathered = Guarded::of(site, held, config);
        let sieve = Sieve::new(&gathered.needles, &gathered.points.beginnings());
        let let_through = config.let_through.clone();
        Firewall { gathered, sieve, let_through, texts: Some(texts) }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.gathered.things.is_empty()
    }

    /// The key of all that is looked for, and of what is let through: a file in which nothing was found need not
    /// be searched again.
    pub fn key(&self) -> Key {
        let exceptions = self.let_through.iter();
        let within =
            exceptions.map(|it| (&it.of.value, it.r#in.as_ref().map(|it| &it.value)));
        match self.is_empty() {
            true => Key::default(),
            false => Key::of(&(self.gathered.key, within.collect::<Vec<_>>())),
        }
    }

    /// What messages cover.
    pub fn veil(&self) -> &Veil {
        &self.gathered.veil
    }

    /// The words that messages cover.
    pub fn veiled(&self) -> &[String] {
        &self.gathered.veiled
    }

    /// What is protected and can't be looked for.
    pub fn unsearched(&self) -> &[Unsearched] {
        &self.gathered.unsearched
    }

    /// Whether an exception is of something that is protected.
    pub(super) fn protects(&self, exception: &FirewallException) -> bool {
        self.gathered.things.iter().any(|thing| is_of(exception, thing))
    }

    /// What the file at `path`, which is made from `from`, would tell.
    pub fn search(&self, path: &OutPath, from: &Place, bytes: &[u8]) -> Vec<Diagnostic> {
        if self.is_empty() {
            return Vec::new();
        }
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        let showing = match &*ending {
            "html" | "htm" | "xhtml" => Showing::Words,
            // What readers search is no program.
            "js" if SearchFile::tells(path) => Showing::Data,
            "css" | "js" | "mjs" => Showing::Programs,
            _ => Showing::Data,
        };
        let mut found = self.in_bytes(path.as_str().as_bytes(), Showing::Data);
        let in_path = found.clone();
        found.extend(self.in_bytes(bytes, showing));
        found.retain(|number| !self.is_let_through(path, self.thing(*number)));
        let veil = self.veil();
        let leak = |number: &u32| {
            let (from, line) = self.source(*number, from);
            let thing = self.thing(*number)?;
            let place = self.texts.map(|texts| told::written(texts, thing.place));
            let in_path = in_path.contains(number);
            Some(Leak { thing, place, path, in_path, from, line }.told(veil))
        };
        found.iter().filter_map(leak).collect()
    }

    fn thing(&self, number: u32) -> Option<&ProtectedThing> {
        self.gathered.things.get(number as usize)
    }

    fn is_let_through(&self, path: &OutPath, thing: Option<&ProtectedThing>) -> bool {
        let is_within = |within: &str| match within.strip_suffix('/') {
            Some(folder) => {
                let rest = path.as_str().strip_prefix(folder);
                rest.is_some_and(|rest| rest.starts_with('/'))
            }
            None => within == path.as_str(),
        };
        let of =
            |exception: &&FirewallException| thing.is_some_and(|it| is_of(exception, it));
        self.let_through.iter().filter(of).any(|exception| {
            exception.r#in.as_ref().is_none_or(|within| is_within(within.trim()))
        })
    }

    /// The numbers of the things that some bytes tell.
    fn in_bytes(&self, bytes: &[u8], showing: Showing) -> BTreeSet<u32> {
        if !self.sieve.may_tell(bytes) {
            return BTreeSet::new();
        }
        let mut found = BTreeSet::new();
        for reading in readings(bytes, showing) {
            self.in_reading(&reading, &mut found);
        }
        found
    }

    fn in_reading(&self, Said { text, showing }: &Said, found: &mut BTreeSet<u32>) {
        let folded = SearchForm::of(text);
        for one in self.gathered.needles.find(&folded, *showing) {
            found.extend(one.of);
        }
        found.extend(self.gathered.points.find(text));
    }

    /// The file that a page is made from, and the line there that says it too.
    fn source(&self, number: u32, from: &Place) -> (Place, Option<u32>) {
        let path = match (from, self.texts) {
            (Place::Path(path, _), _) => path.clone(),
            (Place::Text(span), Some(texts)) => texts.path(span.file).to_string(),
            (place, _) => return (place.clone(), None),
        };
        let line =
            self.texts.and_then(|texts| self.line(number, &texts.find(&path)?.1.text));
        (Place::Path(path, line), line)
    }

    /// The line of a text that says it.
    fn line(&self, number: u32, text: &str) -> Option<u32> {
        // A text is read as Markdown, in which a word may be split as in HTML.
        let whole: Cow<'_, str> = match text.contains(['*', '~']) {
            true => text.chars().map(joined).collect::<String>().into(),
            false => text.into(),
        };
        let folded = SearchForm::of(&whole);
        let mut found = self.gathered.needles.find(&folded, Showing::Data);
        if let Some(one) = found.find(|one| one.of.contains(&number)) {
            let start = folded.source(one.at.start, one.at.end).start;
            let before = text.as_bytes().get(..start)?;
            return Some(memchr::memchr_iter(b'\n', before).count() as u32 + 1);
        }
        // What is coded is decoded line by line.
        let says =
            |line: &str| self.in_bytes(line.as_bytes(), Showing::Data).contains(&number);
        whole.lines().position(says).map(|line| line as u32 + 1)
    }
}

/// A letter of Markdown, and in the place of emphasis what words go on across.
fn joined(c: char) -> char {
    if matches!(c, '*' | '~') { JOINT } else { c }
}
