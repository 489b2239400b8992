//! Where things are: what a name leads to, every place that names an item, and the links of a text.

use super::buffers::Buffers;
use super::known::KnownItem;
use super::layout::Layout;
use super::lines::{EditorLines, Units};
use super::reader::SiteReading;
use super::uris::SiteFolder;
use super::uses::{Use, UsedName, holds, uses};
use crate::content::Kind;
use crate::files::FilePath;
use aho_corasick::AhoCorasick;
use lsp_types::{DocumentLink, Location, Range, Uri};
use rayon::prelude::*;
use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;

/// The site as it stands in the editor.
pub(super) struct Stand<'a> {
    pub(super) folder: &'a SiteFolder,
    pub(super) units: Units,
    pub(super) open: &'a Buffers,
    pub(super) reading: &'a Arc<SiteReading>,
}

impl Stand<'_> {
    /// The text of a file as it stands now.
    pub(super) fn text(&self, file: &FilePath) -> Option<Cow<'_, str>> {
        if let Some(open) = self.open.text(file) {
            return Some(Cow::Borrowed(open));
        }
        let texts = &self.reading.texts;
        let (_, text) = texts.find(file.as_str())?;
        Some(Cow::Borrowed(&text.text))
    }

    /// What is named at a byte of a text.
    fn named_at(&self, file: &FilePath, text: &str, byte: usize) -> Option<Use> {
        let layout = Layout::of(file, text)?;
        let mut all =
            uses(&layout, text).into_iter().filter(|one| holds(&one.around, byte));
        let first = all.next();
        // Of two names that touch, the one that begins here is meant.
        all.find(|one| one.span.start == byte).or(first)
    }

    /// The item that is named, or written, at a byte of a text.
    pub(super) fn item_at(
        &self,
        file: &FilePath,
        text: &str,
        byte: usize,
    ) -> Option<(&KnownItem, Use)> {
        let named = self.named_at(file, text, byte)?;
        let known = &self.reading.known;
        let item = match &named.what {
            UsedName::File(path) => known.in_file(&self.beside(file, path)?)?,
            other => known.meant(other)?,
        };
        Some((item, named))
    }

    /// The file that a path in another means: beside it, or below `content/`.
    pub(super) fn beside(&self, from: &FilePath, path: &str) -> Option<FilePath> {
        let path = crate::model::percent_decoded(path);
        let under =
            || FilePath::new(&format!("content/{}", path.trim_start_matches('/'))).ok();
        let is_there = |path: &FilePath| {
            let texts = &self.reading.texts;
            texts.id(path.as_str()).is_some() || texts.other(path).is_some()
        };
        let beside = from.sibling(&path).ok().filter(|path| is_there(path));
        beside.or_else(|| under().filter(is_there))
    }

    /// Where what is named at a byte is written.
    pub(super) fn definition(
        &self,
        file: &FilePath,
        text: &str,
        byte: usize,
    ) -> Option<Location> {
        let (path, range) = match self.named_at(file, text, byte)?.what {
            UsedName::File(path) => (self.beside(file, &path)?, Range::default()),
            name => {
                let (path, span) = self.reading.known.meant(&name)?.place.clone()?;
                let text = self.text(&path)?;
                let range = EditorLines::new(&text, self.units).range(span.range());
                (path, range)
            }
        };
        Some(Location::new(self.folder.uri(&path)?, range))
    }

    /// Every place that names an item, with the places where it is written.
    pub(super) fn uses_of(&self, item: &KnownItem) -> Vec<(FilePath, Vec<Use>)> {
        let texts = &self.reading.texts;
        let known = &self.reading.known;
        let is_named = |one: &Use, file: &FilePath| match &one.what {
            UsedName::File(path) => item.place.as_ref().is_some_and(|(place, _)| {
                place.ending() == "md" && self.beside(file, path).as_ref() == Some(place)
            }),
            other => known
                .meant(other)
                .is_some_and(|found| found.kind == item.kind && found.id == item.id),
        };
        let last = item.id.rsplit('/').next().unwrap_or(&item.id);
        // A country goes by more names than these.
        let some: &[&str] = match item.kind {
            Kind::Country => &[""],
            _ => &[last, &item.title],
        };
        let Ok(named) = AhoCorasick::builder().ascii_case_insensitive(true).build(some)
        else {
            return Vec::new();
        };
        let files: Vec<FilePath> =
            texts.ids_below("content").map(|id| texts.path(id).clone()).collect();
        let found = files.par_iter().filter_map(|file| {
            let text = self.text(file)?;
            // Most texts name it nowhere, and need not be read.
            if !named.is_match(&*text) {
                return None;
            }
            let layout = Layout::of(file, &text)?;
            let all = uses(&layout, &text).into_iter().filter(|one| is_named(one, file));
            let all: Vec<Use> = all.collect();
            (!all.is_empty()).then(|| (file.clone(), all))
        });
        found.collect()
    }

    /// The places that name the item at a byte.
    pub(super) fn references(
        &self,
        file: &FilePath,
        text: &str,
        byte: usize,
    ) -> Vec<Location> {
        let Some((item, _)) = self.item_at(file, text, byte) else { return Vec::new() };
        let mut all = Vec::new();
        for (file, found) in self.uses_of(item) {
            let (Some(text), Some(uri)) = (self.text(&file), self.folder.uri(&file))
            else {
                continue;
            };
            let lines = EditorLines::new(&text, self.units);
            all.extend(
                found
                    .into_iter()
                    .map(|one| Location::new(uri.clone(), lines.range(one.span))),
            );
        }
        all
    }

    /// The links of a text: to addresses elsewhere, and to files of the site.
    pub(super) fn links(&self, file: &FilePath, text: &str) -> Vec<DocumentLink> {
        let Some(layout) = Layout::of(file, text) else { return Vec::new() };
        let lines = EditorLines::new(text, self.units);
        let link = |one: Use| {
            let target = match one.what {
                UsedName::Web(address) => Uri::from_str(&address).ok()?,
                UsedName::File(path) => self.folder.uri(&self.beside(file, &path)?)?,
                _ => return None,
            };
            Some(DocumentLink {
                range: lines.range(one.span),
                target: Some(target),
                tooltip: None,
                data: None,
            })
        };
        uses(&layout, text).into_iter().filter_map(link).collect()
    }
}
