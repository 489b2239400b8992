//! What files became, kept from one build for the next.
//!
//! Parsing one file never looks at another: as long as its path and its text are the same, it
//! becomes the same records. So these are kept under a [`Key`] of both. What is damaged counts
//! as not there.

use super::Outlined;
use super::documents::Sink;
use super::shared_bytes::SharedBytes;
use crate::files::FileId;
use crate::keys::Key;
use foldhash::HashMap;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

/// The records of each file that has no mistakes, in order of path.
#[derive(Debug, Default)]
pub struct ParseCache(Vec<KeptFile>);

/// Who keeps what files became from one build to the next.
pub trait CacheSink: Sync {
    /// Keeps what `write` writes for the next build. Where that can't be done, the next does
    /// all of the work again.
    fn keep(&self, write: &dyn Fn(&mut dyn Write) -> io::Result<()>);
}

/// Nothing is kept.
impl CacheSink for () {
    fn keep(&self, _: &dyn Fn(&mut dyn Write) -> io::Result<()>) {}
}

/// The records of one file.
#[derive(Debug, Clone)]
pub(super) struct KeptFile {
    keys: Keys,
    /// The key of the bytes, which tells whether they are still those that were written.
    sum: Key,
    /// The records, and behind them the outline of the text, where there is one.
    bytes: SharedBytes,
    /// Where the outline begins.
    outline: usize,
    /// Whether anything of it was not kept before.
    is_news: bool,
    /// Whether this process made it, or has looked whether it is as it was written.
    is_known_whole: bool,
    /// The outline as builds of this process share it, with the number that the file had when it was made.
    outlined: OnceLock<(FileId, Outlined)>,
}

/// What is known of a file besides its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Keys {
    /// The key of its path and text.
    pub(super) text: Key,
    /// The key of how it looked when it was last read, where that tells whether it was written to.
    pub(super) seen: Option<Key>,
    /// The key of what other pages show of it.
    pub(super) outward: Key,
}

/// What was kept, to be looked up.
pub(super) struct Index<'k> {
    by_text: HashMap<Key, &'k KeptFile>,
    by_seen: HashMap<Key, &'k KeptFile>,
}

impl<'k> Index<'k> {
    /// The records of a file with this path and text.
    pub(super) fn of(&self, text: Key) -> Option<&'k KeptFile> {
        self.by_text.get(&text).copied()
    }

    /// The records of a file that looks so; its path is part of its look.
    pub(super) fn seen(&self, seen: Option<Key>) -> Option<&'k KeptFile> {
        self.by_seen.get(&seen?).copied()
    }
}

/// The room in which the records of a file are written at first; few need more.
const ROOM: usize = 64 << 10;

/// One file in so many is few: what is kept is not written anew for it.
const FEW: usize = 64;

/// A file as it stands in the index: its keys, the key of its bytes, how many its records have, and
/// how many its outline has.
type IndexLine = (Keys, Key, u32, u32);

impl ParseCache {
    /// What was written as `bytes`; none where the index is damaged.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let (sum, behind) = bytes.split_first_chunk()?;
        let (lines, rest) = postcard::take_from_bytes::<Vec<IndexLine>>(behind).ok()?;
        let index = &behind[..behind.len() - rest.len()];
        if Key::of(index).number() != u64::from_le_bytes(*sum) {
            return None;
        }
        let mut start = bytes.len() - rest.len();
        let all = Arc::new(bytes);
        let mut files = Vec::with_capacity(lines.len());
        for (keys, sum, records, outline) in lines {
            let outline_at = records as usize;
            let range = start..start.checked_add(outline_at + outline as usize)?;
            start = range.end;
            all.get(range.clone())?;
            let bytes = SharedBytes::of(&all, range);
            files.push(KeptFile {
                keys,
                sum,
                bytes,
                outline: outline_at,
                is_news: false,
                is_known_whole: false,
                outlined: OnceLock::new(),
            });
        }
        (start == all.len()).then_some(ParseCache(files))
    }

    /// Writes all of it: the index, then the records of each file.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let line = |file: &KeptFile| -> IndexLine {
            // A text has 16 MiB at most, and its records not much more.
            let outline = file.bytes.len() - file.outline;
            (file.keys, file.sum, file.outline as u32, outline as u32)
        };
        let lines: Vec<IndexLine> = self.0.iter().map(line).collect();
        let index = postcard::to_allocvec(&lines).map_err(io::Error::other)?;
        out.write_all(&Key::of(&*index).number().to_le_bytes())?;
        out.write_all(&index)?;
        self.0.iter().try_for_each(|file| out.write_all(&file.bytes))
    }

    /// Whether so many files were read anew that it is worth being written. Reading a few again
    /// in each build takes less than writing all of them.
    pub fn has_news(&self) -> bool {
        self.0.iter().filter(|file| file.is_news).count() * FEW > self.0.len()
    }

    /// All of it, to be looked up.
    pub(super) fn index(&self) -> Index<'_> {
        let seen = |file: &'_ KeptFile| file.keys.seen;
        Index {
            by_text: self.0.iter().map(|file| (file.keys.text, file)).collect(),
            by_seen: self.0.iter().filter_map(|file| Some((seen(file)?, file))).collect(),
        }
    }

    pub(super) fn of(files: Vec<KeptFile>) -> Self {
        ParseCache(files)
    }

    /// The file with this place.
    pub(super) fn file(&self, place: usize) -> &KeptFile {
        &self.0[place]
    }
}

impl KeptFile {
    /// The records of a file under its keys; none where they can't be kept. They are written to
    /// `scratch` first, because their length is not known before.
    pub(super) fn new(keys: Keys, found: &Sink, scratch: &mut Vec<u8>) -> Option<Self> {
        loop {
            match written(found, scratch) {
                Ok((bytes, outline)) => {
                    let (sum, bytes) = (Key::of(bytes), SharedBytes::from(bytes));
                    let outlined = found.proses().next();
                    let outlined = outlined.map(|it| (it.file, it.outline.clone()));
                    return Some(KeptFile {
                        keys,
                        sum,
                        bytes,
                        outline,
                        is_news: true,
                        is_known_whole: true,
                        outlined: outlined.map(OnceLock::from).unwrap_or_default(),
                    });
                }
                Err(postcard::Error::SerializeBufferFull) => {
                    scratch.resize((2 * scratch.len()).max(ROOM), 0);
                }
                Err(_) => return None,
            }
        }
    }

    /// Whether it is as it was written.
    pub(super) fn is_whole(&self) -> bool {
        self.is_known_whole || Key::of(&*self.bytes) == self.sum
    }

    /// The records, in the file that has this number now; none where it is not [whole](Self::is_whole).
    pub(super) fn records(&self, file: FileId) -> Option<Sink> {
        let records = &self.bytes[..self.outline];
        let mut found: Sink = file.read(records).ok()?;
        if let Some(prose) = found.prose_mut() {
            let behind = || self.bytes.part(self.outline..self.bytes.len());
            let kept = || Outlined::kept(file, behind());
            let (of, shared) = self.outlined.get_or_init(|| (file, kept()));
            prose.outline = if *of == file { shared.clone() } else { kept() };
        }
        Some(found)
    }

    /// The key of what other pages show of the file.
    pub(super) fn outward_key(&self) -> Key {
        self.keys.outward
    }

    /// The same, which is [whole](Self::is_whole), of a file that looks so now.
    pub(super) fn again(&self, seen: Option<Key>) -> KeptFile {
        let is_news = seen.is_some() && seen != self.keys.seen;
        let keys = Keys { seen, ..self.keys };
        KeptFile { keys, is_news, is_known_whole: true, ..self.clone() }
    }
}

/// The records of a file and the outline behind them, in `room`, with the place where that begins.
fn written<'r>(found: &Sink, room: &'r mut [u8]) -> postcard::Result<(&'r [u8], usize)> {
    let records = postcard::to_slice(found, room)?.len();
    let outline = match found.proses().next() {
        Some(prose) => postcard::to_slice(&*prose.outline, &mut room[records..])?.len(),
        None => 0,
    };
    Ok((&room[..records + outline], records))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::kinds::kinds;
    use crate::content::{Documents, Item, Parsed, parse};
    use crate::diag::Diagnostics;
    use crate::files::{self, Disk, FilePath, Files, Found, Memory, every_site, scan};

    const ARTICLE: &str = "---\ntitle: A\ndate: about 2022-10\nsources: [{id: b, url: https://a.example/}]\nextra: {x: [1]}\n---\n# H\n\nSee [@b, p. 2] and [[ie|*it*]].\n";

    fn site(files: &[(&str, &str)]) -> Memory {
        let mut memory = Memory::default();
        for (path, text) in files {
            memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        memory
    }

    /// What was read, in words; trees are not kept, and left out.
    pub(in crate::content) fn shown(mut read: Documents, diags: &Diagnostics) -> String {
        fn cut<F>(items: &mut [Item<F>]) {
            items
                .iter_mut()
                .flat_map(|item| &mut item.prose)
                .for_each(|it| it.packed = None);
        }
        read.home.iter_mut().for_each(|home| cut(std::slice::from_mut(home)));
        macro_rules! cut_all {
            ($($list:ident)*) => { $(cut(&mut read.$list);)* };
        }
        kinds!(lists cut_all);
        format!("{read:#?}\n{diags:#?}")
    }

    /// The records of a site, what is said of it, and what is kept, given what was kept before.
    fn read(files: &dyn Files, last: &[u8]) -> (String, Vec<u8>, bool) {
        let texts = scan(files).unwrap();
        let last = ParseCache::read(last.to_vec()).unwrap_or_default();
        let mut diags = Diagnostics::default();
        let Parsed { records, kept, .. } = parse(&texts, &last, &mut diags);
        let documents = records.documents(&kept, &texts, &mut diags);
        let mut bytes = Vec::new();
        kept.write(&mut bytes).unwrap();
        (shown(documents, &diags), bytes, kept.has_news())
    }

    #[test]
    fn what_is_kept_is_what_would_be_read() {
        let mut count = 0;
        for path in every_site() {
            let files = Disk::open(&path).unwrap();
            let (first, bytes, _) = read(&files, &[]);
            let (second, same, has_news) = read(&files, &bytes);
            assert!(first == second, "{}", path.display());
            assert!(bytes == same && !has_news, "{}", path.display());
            count += 1;
        }
        assert!(count > 50, "{count} sites");
    }

    #[test]
    fn places_lie_in_the_file_wherever_it_is_now() {
        let (_, bytes, _) = read(&site(&[("content/articles/b.md", ARTICLE)]), &[]);
        let more =
            [("content/articles/a.md", ARTICLE), ("content/articles/b.md", ARTICLE)];
        let (clean, ..) = read(&site(&more), &[]);
        let (with_kept, _, has_news) = read(&site(&more), &bytes);
        assert!(clean == with_kept && has_news);
    }

    #[test]
    fn a_file_that_was_renamed_or_edited_is_read_again() {
        let (_, bytes, _) = read(&site(&[("content/articles/b.md", ARTICLE)]), &[]);
        let edited = ARTICLE.replace("title: A", "title: B");
        for (path, text) in [
            ("content/articles/c.md", ARTICLE),
            ("content/pages/b.md", ARTICLE),
            ("content/articles/b.md", &*edited),
        ] {
            let files = site(&[(path, text)]);
            assert!(read(&files, &bytes).0 == read(&files, &[]).0, "{path}");
        }
    }

    #[test]
    fn a_file_that_looks_as_it_did_is_not_opened() {
        let files =
            site(&[("content/articles/a.md", ARTICLE), ("content/index.md", "X")]);
        let (_, bytes, _) = read(&files, &[]);
        let (texts, last) = (scan(&files).unwrap(), ParseCache::read(bytes).unwrap());
        parse(&texts, &last, &mut Diagnostics::default());
        assert_eq!(texts.all_read().count(), 0);
    }

    #[test]
    fn a_file_of_which_no_look_is_known_is_read_and_known_by_its_text() {
        let files = site(&[("content/articles/a.md", ARTICLE)]);
        let found = files::look(&files).unwrap().into_iter().map(|one| match one {
            Found::File(path, look) => Found::File(path, look.settled(0)),
            other => other,
        });
        let texts = files::scan_found(&files, found.collect(), files::Statics::default());
        let nothing = ParseCache::default();
        let first = parse(&texts, &nothing, &mut Diagnostics::default()).kept;
        let again = parse(&texts, &first, &mut Diagnostics::default()).kept;
        assert!(first.has_news() && !again.has_news());
        // Its look is news too, so that the next build need not read it.
        let texts = scan(&files).unwrap();
        assert!(parse(&texts, &first, &mut Diagnostics::default()).kept.has_news());
        assert_eq!(texts.all_read().count(), 1);
    }

    #[test]
    fn the_face_of_a_file_is_all_of_it_but_its_running_words() {
        let outward = |path: &str, text: &str| {
            let texts = scan(&site(&[(path, text)])).unwrap();
            parse(&texts, &ParseCache::default(), &mut Diagnostics::default()).outward
        };
        let path = "content/articles/a.md";
        let first = outward(path, ARTICLE);
        for words in ["More.", "*More*, and `more`.", "> More.\n\n- still"] {
            assert_eq!(outward(path, &format!("{ARTICLE}\n{words}\n")), first, "{words}");
            let above = ARTICLE.replace("See", &format!("{words}\n\nSee"));
            assert_eq!(outward(path, &above), first, "{words}");
        }
        assert_eq!(outward(path, &ARTICLE.replace("See", "They saw")), first);
        for (from, to) in [
            ("title: A", "title: B"),
            ("x: [1]", "x: [1] # a remark"),
            ("# H", "# I"),
            ("# H", "## H"),
            ("# H", "# H {#own}"),
            ("# H\n\nSee", "See"),
            ("# H\n\nSee [@b, p. 2]", "See [@b, p. 2]\n\n# H\n\nIt"),
            ("@b, p. 2", "@b, p. 3"),
            ("@b, p. 2", "@c, p. 2"),
            ("[@b, p. 2]", "it"),
            ("[[ie|", "[[es|"),
            ("[[ie|", "![[ie|"),
            ("|*it*", ""),
            (" and [[", ". And [["),
        ] {
            assert_ne!(outward(path, &ARTICLE.replace(from, to)), first, "{to}");
        }
        assert_ne!(outward("content/articles/b.md", ARTICLE), first);
        let registry = "b: {title: T, url: https://b.example/}\n";
        let path = "content/sources/all.yaml";
        assert_ne!(
            outward(path, &format!("{registry}# a remark\n")),
            outward(path, registry)
        );
    }

    #[test]
    fn one_file_of_many_is_no_news() {
        let paths: Vec<String> =
            (0..FEW).map(|n| format!("content/articles/a{n}.md")).collect();
        let mut files: Vec<_> =
            paths.iter().map(|path| (path.as_str(), ARTICLE)).collect();
        let (_, bytes, has_news) = read(&site(&files), &[]);
        assert!(has_news);
        files[3].1 = "---\ntitle: A\ndate: 2022\n---\n";
        assert!(!read(&site(&files), &bytes).2);
        files.truncate(FEW - 1);
        assert!(read(&site(&files), &bytes).2);
    }

    #[test]
    fn a_file_with_a_message_is_not_kept() {
        let none = read(&site(&[]), &[]).1;
        for text in [
            "---\ntitle: A\ndate: 2022-13\n---\n",
            "---\ntitle: A\ndate: 2022\n---\nx[^1]",
        ] {
            let files = site(&[("content/articles/a.md", text)]);
            let (said, kept, has_news) = read(&files, &[]);
            assert!(kept == none && !has_news, "{said}");
        }
        // A text that can't be read is none with nothing in it.
        let mut files = site(&[("content/media/a.yaml", "")]);
        let kept = read(&files, &[]).1;
        files.insert(FilePath::new("content/media/a.yaml").unwrap(), vec![0xff]);
        assert!(read(&files, &kept).0 == read(&files, &[]).0);
    }

    #[test]
    fn what_is_damaged_is_read_again() {
        let files =
            site(&[("content/articles/a.md", ARTICLE), ("content/index.md", "X")]);
        let (clean, bytes, _) = read(&files, &[]);
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 8);
            assert!(read(&files, &damaged).0 == clean, "byte {at}");
            assert!(read(&files, &bytes[..at]).0 == clean, "up to {at}");
        }
    }
}
