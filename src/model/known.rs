//! What is known of a site from the builds before, so that a build after an edit has little to find out.
//!
//! What the records are and what their references mean follows from all that is not running text: front matter,
//! names, headings, what references are written. As long as that, the ground, is the same, so is the
//! site, but for the running text itself; and a text that is the same names the same items in the same sentences.
//! A site of which something was to be said when it was parsed and resolved is not kept, since that has to
//! be said in every build. What is damaged counts as not there.

use super::flaws::Flaws;
use super::nouns::{ArticleId, Home, Prose};
use super::resolve::report_unsourced;
use super::site::Site;
use crate::content::{FEW, Kept, Now, Proses, Records};
use crate::diag::Diagnostics;
use crate::files::with_numbers;
use crate::keys::Key;
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::ops::Range;

/// What is known of a site on one ground.
#[derive(Debug, Default)]
pub struct Known {
    ground: Key,
    written: Option<Written>,
    /// Whether what is found out is to be gathered, for the next build to know it.
    pub is_wanted: bool,
}

/// A site as it was written.
#[derive(Debug)]
struct Written {
    bytes: Vec<u8>,
    home: Range<usize>,
    /// What only that refers to which is held back, and the texts of that.
    behind: Range<usize>,
    lists: Vec<List>,
    /// By the item's number: the key of its text, and where it stands what that names.
    naming: Vec<Option<(Key, Range<usize>)>>,
    related: Range<usize>,
}

/// Where a list of nouns stands: where it begins, and how many bytes each has.
#[derive(Debug, Serialize, Deserialize)]
struct List {
    start: usize,
    lengths: Vec<u32>,
}

/// The index of what is written before it.
#[derive(Serialize, Deserialize)]
struct Index {
    ground: Key,
    /// The pieces of all that is before it.
    pieces: Vec<Piece>,
    home: Range<usize>,
    behind: Range<usize>,
    lists: Vec<List>,
    /// For the texts of items, by number: the key of the text, and where it stands what that names.
    naming: Vec<(u32, Key, Range<usize>)>,
    related: Range<usize>,
}

/// What a text names: the number of an item, which of the text's references names it, and the
/// key of the sentence.
pub(super) type Naming = (u32, u32, Key);

/// What was found out for an edition and is the same for the next, as far as that was asked for.
#[derive(Debug, Default)]
pub struct Findings {
    /// What texts name.
    pub(super) chapters: Vec<Chapter>,
    /// By article: what to read next.
    pub(super) related: Vec<Vec<ArticleId>>,
}

/// What some texts name.
#[derive(Debug, Default)]
pub(super) struct Chapter {
    texts: Vec<(u32, Key, Range<usize>)>,
    bytes: Vec<u8>,
}

/// A site that was known.
#[derive(Debug)]
pub struct Found {
    /// The site with the texts as they are now.
    pub site: Site,
    /// The texts that are held back, as they are now.
    pub held: Vec<Prose>,
    /// Whether so many of them have changed that it is worth keeping it anew.
    pub is_old: bool,
}

/// So many nouns are written by one thread at a time.
const AT_ONCE: usize = 256;

/// So many times that is in memory at once.
const PARTS: usize = 8;

/// Does something with each list of the site, in the order in which they are written.
macro_rules! lists {
    ($do:ident) => {
        $do!(
            articles, countries, locations, sources, events, entities, claims, pages,
            media, authors, tags
        )
    };
}

impl Known {
    /// What was written as `bytes`, if it is of this ground and whole; else nothing.
    pub fn read(bytes: Vec<u8>, ground: Key) -> Self {
        Known { ground, written: Written::read(bytes, ground), is_wanted: false }
    }

    /// The site, where it is known. The texts are those of `records`; what is to be said of those that
    /// have changed is reported.
    pub fn site(
        &self,
        records: &Records,
        kept: &Kept,
        diags: &mut Diagnostics,
    ) -> Option<Found> {
        let (mut site, mut held) = self.written.as_ref()?.site()?;
        let now = records.proses(kept);
        let mut all = Renewed::default();
        macro_rules! renew {
            ($($list:ident),*) => {
                $(all.add(renewed(&mut site.$list, |one| one.matter.prose.as_mut(), &now))?;)*
            };
        }
        renew!(articles, countries, locations, sources, entities, claims, pages);
        let home = std::slice::from_mut(&mut site.home);
        all.add(renewed(home, |home| home.matter.prose.as_mut(), &now))?;
        all.add(renewed(&mut held, |prose| Some(prose), &now))?;
        diags.append(all.diags);
        Some(Found { site, held, is_old: all.changed * FEW > all.texts })
    }

    /// What the text of the item with this number names, in order, where that is known.
    pub(super) fn naming(&self, item: usize, prose: &Prose) -> Option<Vec<Naming>> {
        let written = self.written.as_ref()?;
        let (key, range) = written.naming.get(item)?.as_ref()?;
        let range = Some(range.clone()).filter(|_| *key == prose.key);
        postcard::from_bytes(written.bytes.get(range?)?).ok()
    }

    /// What to read after each article, where that is known.
    pub(super) fn related(&self) -> Option<Vec<Vec<ArticleId>>> {
        let written = self.written.as_ref()?;
        postcard::from_bytes(written.bytes.get(written.related.clone())?).ok()
    }

    /// Writes `site`, which is on this ground, with the texts that are `held` back and what was found out for
    /// its edition.
    pub fn write(
        &self,
        out: &mut dyn Write,
        site: &Site,
        held: &[Prose],
        findings: &Findings,
    ) -> io::Result<()> {
        let mut body = Body { out, length: 0, pieces: Vec::new() };
        let home = with_numbers(|| postcard::to_allocvec(&site.home));
        let home = body.add(&home.map_err(io::Error::other)?)?;
        let behind = with_numbers(|| postcard::to_allocvec(&(&site.ahead, held)));
        let behind = body.add(&behind.map_err(io::Error::other)?)?;
        macro_rules! write {
            ($($list:ident),*) => { vec![$(List::write(&site.$list, &mut body)?),*] };
        }
        let lists = lists!(write);
        let mut naming = Vec::new();
        for Chapter { texts, bytes } in &findings.chapters {
            let start = body.add(bytes)?.start;
            let place = |range: &Range<usize>| start + range.start..start + range.end;
            naming.extend(texts.iter().map(|(item, key, at)| (*item, *key, place(at))));
        }
        let related = postcard::to_allocvec(&findings.related);
        let related = body.add(&related.map_err(io::Error::other)?)?;
        let Body { out, pieces, .. } = body;
        let ground = self.ground;
        let index = Index { ground, pieces, home, behind, lists, naming, related };
        let index = postcard::to_allocvec(&index).map_err(io::Error::other)?;
        out.write_all(&index)?;
        out.write_all(&(index.len() as u64).to_le_bytes())?;
        out.write_all(&Key::of(&*index).number().to_le_bytes())
    }
}

/// A piece of what is written: how many bytes it has, and their key.
type Piece = (u32, Key);

/// What is written before the index. It goes out piece by piece, for it is much where a site is large.
struct Body<'o> {
    out: &'o mut dyn Write,
    length: usize,
    pieces: Vec<Piece>,
}

impl Body<'_> {
    /// Adds a piece; gives where it is.
    fn add(&mut self, bytes: &[u8]) -> io::Result<Range<usize>> {
        self.add_known(bytes, Key::of(bytes))
    }

    /// The same, where the key of the bytes is known.
    fn add_known(&mut self, bytes: &[u8], key: Key) -> io::Result<Range<usize>> {
        self.out.write_all(bytes)?;
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.pieces.push((length, key));
        let start = self.length;
        self.length += bytes.len();
        Ok(start..self.length)
    }
}

impl Written {
    fn read(mut bytes: Vec<u8>, ground: Key) -> Option<Self> {
        let (rest, index_sum) = bytes.split_last_chunk()?;
        let (rest, length) = rest.split_last_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (body, index) = rest.split_at_checked(rest.len().checked_sub(length)?)?;
        if Key::of(index).number() != u64::from_le_bytes(*index_sum) {
            return None;
        }
        let index: Index = postcard::from_bytes(index).ok()?;
        if index.ground != ground || !is_whole(body, &index.pieces) {
            return None;
        }
        let body = body.len();
        bytes.truncate(body);
        let Index { home, behind, lists, naming: texts, related, .. } = index;
        let mut naming = Vec::new();
        for (item, key, range) in texts {
            let item = item as usize;
            naming.resize_with(naming.len().max(item + 1), || None);
            naming[item] = Some((key, range));
        }
        Some(Written { bytes, home, behind, lists, naming, related })
    }

    /// The site, and the texts that are held back.
    fn site(&self) -> Option<(Site, Vec<Prose>)> {
        let home: Home = read(self.bytes.get(self.home.clone())?)?;
        let (ahead, held) = read(self.bytes.get(self.behind.clone())?)?;
        let mut lists = self.lists.iter();
        macro_rules! read {
            ($($list:ident),*) => {
                Site { home, ahead, flaws: Flaws::default(), $($list: lists.next()?.read(&self.bytes)?,)* }
            };
        }
        Some((lists!(read), held))
    }
}

/// Some nouns as they are written: how many bytes each has, all of these, and their key.
type Part = (Vec<u32>, Vec<u8>, Key);

impl List {
    fn write<T: Serialize + Sync>(list: &[T], body: &mut Body<'_>) -> io::Result<Self> {
        let written = |some: &[T]| {
            let (mut lengths, mut bytes) = (Vec::with_capacity(some.len()), Vec::new());
            for one in some {
                let start = bytes.len();
                bytes = with_numbers(|| postcard::to_extend(one, bytes))?;
                lengths.push((bytes.len() - start) as u32);
            }
            let key = Key::of(&*bytes);
            Ok((lengths, bytes, key))
        };
        let (start, mut lengths) = (body.length, Vec::with_capacity(list.len()));
        for some in list.chunks(AT_ONCE * PARTS) {
            let parts = some.par_chunks(AT_ONCE).map(written);
            let parts: Vec<postcard::Result<Part>> = parts.collect();
            for part in parts {
                let (some, bytes, key) = part.map_err(io::Error::other)?;
                lengths.extend(some);
                body.add_known(&bytes, key)?;
            }
        }
        Ok(List { start, lengths })
    }

    fn read<T: DeserializeOwned + Send>(&self, bytes: &[u8]) -> Option<Vec<T>> {
        let mut end = self.start;
        let places = self.lengths.iter().map(|length| {
            let start = end;
            end += *length as usize;
            start..end
        });
        let places: Vec<Range<usize>> = places.collect();
        let places = places.into_par_iter().with_min_len(16);
        let nouns: Vec<Option<T>> = places.map(|place| read(bytes.get(place)?)).collect();
        nouns.into_iter().collect()
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    with_numbers(|| postcard::from_bytes(bytes)).ok()
}

/// Whether bytes are in these pieces, which are looked at side by side.
fn is_whole(bytes: &[u8], pieces: &[Piece]) -> bool {
    let mut rest = bytes;
    let cut = |(length, key): &Piece| {
        let (piece, behind) = rest.split_at_checked(*length as usize)?;
        rest = behind;
        Some((piece, *key))
    };
    let Some(pieces) = pieces.iter().map(cut).collect::<Option<Vec<_>>>() else {
        return false;
    };
    rest.is_empty() && pieces.into_par_iter().all(|(piece, key)| Key::of(piece) == key)
}

/// What came of giving nouns their texts.
#[derive(Default)]
struct Renewed {
    texts: usize,
    changed: usize,
    diags: Diagnostics,
}

impl Renewed {
    /// Counts in some more; none where one of them has no text.
    fn add(&mut self, more: Option<Renewed>) -> Option<()> {
        let more = more?;
        self.texts += more.texts;
        self.changed += more.changed;
        self.diags.append(more.diags);
        Some(())
    }
}

/// Gives each of `nouns` its text as it is now; none where one has none any more.
fn renewed<N: Send>(
    nouns: &mut [N],
    prose: impl Fn(&mut N) -> Option<&mut Prose> + Sync,
    now: &Proses<'_>,
) -> Option<Renewed> {
    let renew = |mut all: Renewed, noun: &mut N| {
        let Some(prose) = prose(noun) else { return Some(all) };
        all.texts += 1;
        match now.of(prose.file, prose.key)? {
            Now::Same(outline) => prose.outline = outline,
            Now::Other(other) => {
                all.changed += 1;
                (prose.key, prose.range) = (other.key, other.range);
                (prose.outline, prose.packed) = (other.outline, other.packed);
                report_unsourced(&prose.outline, &prose.links, &mut all.diags);
            }
        }
        Some(all)
    };
    let parts = nouns.par_chunks_mut(AT_ONCE);
    let parts: Vec<Option<Renewed>> =
        parts.map(|some| some.iter_mut().try_fold(Renewed::default(), &renew)).collect();
    let mut all = Renewed::default();
    parts.into_iter().try_for_each(|part| all.add(part))?;
    Some(all)
}

impl Chapter {
    /// Adds what the text of the item with this number names.
    pub(super) fn add(&mut self, item: usize, prose: &Prose, naming: &[Naming]) {
        let start = self.bytes.len();
        // To a list in memory all of it can be written.
        if let Ok(bytes) = postcard::to_extend(naming, std::mem::take(&mut self.bytes)) {
            self.bytes = bytes;
            self.texts.push((item as u32, prose.key, start..self.bytes.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{self, Config};
    use crate::content::{Parsed, Policy, parse};
    use crate::files::{Disk, FilePath, Files, Memory, TextFiles, every_site, scan};
    use crate::model::{Edition, Item, publish, resolve, survey};

    const GROUND: Key = Key::from_number(7);

    /// A site on its way: what was read of its files.
    struct Read {
        texts: TextFiles,
        config: Config,
        parsed: Parsed,
        diags: Diagnostics,
    }

    fn read(files: &dyn Files, last: &Kept) -> Option<Read> {
        let texts = scan(files).unwrap();
        let mut diags = Diagnostics::default();
        let config = config::load(&texts, &mut diags)?;
        let parsed = parse(&texts, last, &mut diags);
        Some(Read { texts, config, parsed, diags })
    }

    impl Read {
        /// The site that all records make, and what is said of it.
        fn resolved(self) -> (Site, Vec<Prose>, Diagnostics) {
            let Read { texts, config, parsed: Parsed { records, kept, .. }, mut diags } =
                self;
            let (policy, found) = (Policy::default(), &mut diags);
            let documents = records.documents(&kept, &texts, found);
            let unpublished = survey(&documents, &policy, &texts, &config, found);
            let documents = documents.published(&policy);
            let site = resolve(&documents, &unpublished, &texts, &config, found);
            (site, unpublished.texts, diags)
        }

        /// The site that is known.
        fn known(&mut self, known: &Known) -> Option<Found> {
            let Parsed { records, kept, .. } = &self.parsed;
            known.site(records, kept, &mut self.diags)
        }
    }

    fn edition<'s>(
        site: &'s Site,
        config: &'s Config,
        known: &Known,
    ) -> (Edition<'s>, Findings) {
        publish(site, config, known, &mut Diagnostics::default())
    }

    fn written(site: &Site, held: &[Prose], config: &Config) -> Vec<u8> {
        let known = Known { ground: GROUND, written: None, is_wanted: true };
        let findings = edition(site, config, &known).1;
        let mut bytes = Vec::new();
        known.write(&mut bytes, site, held, &findings).unwrap();
        bytes
    }

    /// A site in words; trees are not kept, and left out.
    fn shown(mut site: Site) -> String {
        macro_rules! cut {
            ($($list:ident),*) => {
                $(for one in &mut site.$list {
                    one.matter.prose.iter_mut().for_each(|prose| prose.packed = None);
                })*
            };
        }
        cut!(articles, countries, locations, sources, entities, claims, pages);
        site.home.matter.prose.iter_mut().for_each(|prose| prose.packed = None);
        format!("{site:#?}")
    }

    /// All that is said elsewhere of each item.
    fn mentions(edition: &Edition<'_>, site: &Site) -> String {
        let told = |item: Item| {
            let mentions = edition.mentions(item).iter();
            let told = mentions.map(|it| (it.from, it.nth, it.heading(), it.sentence()));
            format!("{:?} {:#?}", edition.mentions_key(item), told.collect::<Vec<_>>())
        };
        let related = site.articles.iter().enumerate();
        let related = related.map(|(n, _)| edition.related(ArticleId(n as u32)).to_vec());
        let told: String = site.items().map(told).collect();
        format!("{told}{:?}", related.collect::<Vec<_>>())
    }

    #[test]
    fn what_is_known_is_what_would_be_found() {
        let mut count = 0;
        for path in every_site() {
            let files = Disk::open(&path).unwrap();
            let Some(first) = read(&files, &Kept::default()) else { continue };
            let (mut kept, config) = (Vec::new(), first.config.clone());
            first.parsed.kept.write(&mut kept).unwrap();
            let (site, held, diags) = first.resolved();
            if !diags.is_empty() {
                continue;
            }
            let known = Known::read(written(&site, &held, &config), GROUND);
            let mut again = read(&files, &Kept::read(kept).unwrap()).unwrap();
            let found = again.known(&known).unwrap();
            assert!(!found.is_old && again.diags.is_empty());
            let nothing = Known::default();
            let mentioned = mentions(&edition(&site, &config, &nothing).0, &site);
            let kept = mentions(&edition(&found.site, &config, &known).0, &found.site);
            assert!(kept == mentioned, "{}", path.display());
            assert!(shown(found.site) == shown(site), "{}", path.display());
            count += 1;
        }
        assert!(count > 10, "{count} sites");
    }

    const FILES: [(&str, &str); 5] = [
        ("site.toml", "title = \"S\"\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022-10-27\nsources: [{id: s, title: S, url: https://s.example/}]\n---\nWords [@s].\n\n## H\n\nMore of [[b]].\n",
        ),
        (
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022-10-28\n---\nIt is [so]{.confirmed} [@s], says [[a#h]].\n",
        ),
        ("content/locations/l.yaml", "ie/l: {name: L, country: ie}\n"),
        (
            "content/pages/held.md",
            "---\ntitle: Held\ndraft: true\n---\nIt is [so]{.confirmed} [@s], says [[a#h]].\n",
        ),
    ];

    fn memory(files: &[(&str, &str)]) -> Memory {
        let mut memory = Memory::default();
        for (path, text) in files {
            memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        memory
    }

    /// The small site as it was written, and what was kept of its files.
    fn small() -> (Vec<u8>, Kept) {
        let read = read(&memory(&FILES), &Kept::default()).unwrap();
        let (mut kept, config) = (Vec::new(), read.config.clone());
        read.parsed.kept.write(&mut kept).unwrap();
        let (site, held, diags) = read.resolved();
        assert!(diags.is_empty(), "{diags:?}");
        (written(&site, &held, &config), Kept::read(kept).unwrap())
    }

    #[test]
    fn a_text_that_was_edited_is_as_it_is_now() {
        let (bytes, kept) = small();
        let known = Known::read(bytes, GROUND);
        let mut files = FILES;
        let edited = files[2].1.replace("It is", "They say that it is");
        files[2].1 = &edited;
        let mut now = read(&memory(&files), &kept).unwrap();
        let found = now.known(&known).unwrap();
        assert!(found.is_old && now.diags.is_empty());
        let clean = read(&memory(&files), &Kept::default()).unwrap();
        let (config, (site, ..)) = (clean.config.clone(), clean.resolved());
        let mentioned = mentions(&edition(&site, &config, &Known::default()).0, &site);
        let kept = mentions(&edition(&found.site, &config, &known).0, &found.site);
        assert_eq!(kept, mentioned);
        assert_eq!(shown(found.site), shown(site));
    }

    #[test]
    fn a_mark_whose_source_is_in_another_sentence_now_is_reported() {
        let (bytes, kept) = small();
        // Whether the text is published or not.
        for file in [2, 4] {
            let mut files = FILES;
            let edited = files[file].1.replace("[@s], says", "truly. So [@s] says");
            files[file].1 = &edited;
            let mut now = read(&memory(&files), &kept).unwrap();
            now.known(&Known::read(bytes.clone(), GROUND)).unwrap();
            let clean = read(&memory(&files), &Kept::default()).unwrap().resolved().2;
            assert_eq!(clean.iter().count(), 1);
            assert_eq!(now.diags.sorted(), clean.sorted());
        }
    }

    #[test]
    fn what_is_of_another_ground_or_damaged_is_not_known() {
        let (bytes, kept) = small();
        let site = |bytes: &[u8], ground| {
            let mut now = read(&memory(&FILES), &kept).unwrap();
            now.known(&Known::read(bytes.to_vec(), ground)).map(|found| found.site)
        };
        assert!(site(&bytes, GROUND).is_some());
        assert!(site(&bytes, Key::from_number(8)).is_none());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 8);
            assert!(site(&damaged, GROUND).is_none(), "byte {at}");
            assert!(site(&bytes[..at], GROUND).is_none(), "up to {at}");
        }
    }
}
