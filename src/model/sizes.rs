//! The sizes in which pictures are offered: smaller versions beside the originals, made at build.
//!
//! A page names only versions that there are, and whether there is one is known when it is made: it has to be smaller in
//! bytes than the original. So they are made before the pages, in parallel, once: what came of it is kept for the next
//! build by the sum of the original, which is not even read as long as it looks the same.

use super::nouns::{Media, MediaId};
use super::site::Site;
use crate::files::{FilePath, Files, Look, OutPath, TextFiles};
use crate::keys::Key;
use crate::manifest::Sum;
use crate::pictures;
use foldhash::HashMap;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The sizes of all pictures that readers are shown.
#[derive(Debug, Default)]
pub struct PictureSizes {
    /// By where the original lies.
    known: BTreeMap<FilePath, KnownSizes>,
    of_media: HashMap<MediaId, Vec<PictureSize>>,
    /// Versions that were made and not yet written, by where they go.
    made: Mutex<HashMap<OutPath, Vec<u8>>>,
    /// Whether any of it is not of the last build.
    has_news: bool,
}

/// A smaller version of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PictureSize {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Where it is published. Its name has the sum of the original in it, so another picture has another name.
    pub address: OutPath,
}

/// What is known of one original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KnownSizes {
    /// How it looked, where that tells whether it is still the same.
    seen: Option<Key>,
    /// The first digits of the SHA-256 of what is published of it.
    sum: String,
    /// The width and the height of each version, the narrowest first.
    sizes: Vec<(u32, u32)>,
}

/// So many bytes of versions are held until they are written; what is beyond is made again then.
const MOST_HELD: usize = 256 << 20;

/// What reading one picture gave.
struct ReadPicture {
    id: MediaId,
    path: FilePath,
    known: KnownSizes,
    /// Whether the last build did not know it.
    is_news: bool,
    sizes: Vec<PictureSize>,
    made: Vec<(OutPath, Vec<u8>)>,
}

impl PictureSizes {
    /// The sizes of every picture that something shown refers to. What the `last` build knew of a picture that is still
    /// the same holds. One that can't be read or is damaged has none, and is told where it is written.
    pub fn read(
        files: &dyn Files,
        texts: &TextFiles,
        site: &Site,
        last: &PictureSizes,
    ) -> Self {
        let shown: Vec<MediaId> = site.media_in_use();
        let held = AtomicUsize::new(0);
        let read = shown.par_iter().with_max_len(1).filter_map(|id| {
            let media = &site[*id];
            let known = last.known.get(&media.path);
            let look = look_of(media, texts);
            let read = || ReadPicture::of(*id, media, look, files, known, &held);
            media.is_picture.then(read)?
        });
        let read: Vec<ReadPicture> = read.collect();
        let is_new = read.iter().any(|one| one.is_news);
        let mut all = PictureSizes {
            has_news: is_new || read.len() != last.known.len(),
            ..PictureSizes::default()
        };
        let mut made = HashMap::default();
        for one in read {
            all.known.insert(one.path, one.known);
            all.of_media.insert(one.id, one.sizes);
            made.extend(one.made);
        }
        all.made = Mutex::new(made);
        all
    }

    /// The smaller versions of a picture, the narrowest first.
    pub(in crate::model) fn of(&self, id: MediaId) -> &[PictureSize] {
        self.of_media.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The bytes of the version at `address`, where they are still held; they are not afterwards.
    pub fn take(&self, address: &OutPath) -> Option<Vec<u8>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).remove(address)
    }

    /// Whether anything of it is not of the last build.
    pub fn has_news(&self) -> bool {
        self.has_news
    }

    /// What is known of the originals, as it is kept for another process.
    pub fn bytes(&self) -> Vec<u8> {
        // All of it is of the kinds that can be written.
        postcard::to_allocvec(&self.known).unwrap_or_default()
    }

    /// What was kept as `bytes`, for [`PictureSizes::read`]; nothing where these are damaged.
    pub fn kept(bytes: &[u8]) -> Self {
        let known = postcard::from_bytes(bytes).unwrap_or_default();
        PictureSizes { known, ..PictureSizes::default() }
    }
}

impl ReadPicture {
    /// Looks at one picture, and makes its versions where they are not known.
    fn of(
        id: MediaId,
        media: &Media,
        look: Look,
        files: &dyn Files,
        last: Option<&KnownSizes>,
        held: &AtomicUsize,
    ) -> Option<Self> {
        let path = media.path.clone();
        let seen = look.seen.map(|seen| seen.key);
        let same = last.filter(|last| seen.is_some() && last.seen == seen);
        if let Some(known) = same {
            let (known, sizes) = (known.clone(), known.sizes(media));
            return Some(ReadPicture {
                id,
                path,
                known,
                is_news: false,
                sizes,
                made: Vec::new(),
            });
        }
        let bytes = files.read_found(&path, look.size).ok()?;
        let bytes = pictures::cleaned(bytes).ok()?;
        let sum = Sum::of(&bytes).short();
        let mut made = Vec::new();
        let known = match last.filter(|last| last.sum == sum) {
            Some(last) => KnownSizes { seen, ..last.clone() },
            None => {
                let versions = pictures::smaller(&bytes);
                let sizes = versions.iter().map(|one| (one.width, one.height)).collect();
                made = versions;
                KnownSizes { seen, sum, sizes }
            }
        };
        let sizes = known.sizes(media);
        let made =
            sizes.iter().zip(made).map(|(size, one)| (size.address.clone(), one.bytes));
        let made = made.filter(|(_, bytes)| {
            held.fetch_add(bytes.len(), Ordering::Relaxed) + bytes.len() <= MOST_HELD
        });
        let made = made.collect();
        Some(ReadPicture { id, path, known, is_news: true, sizes, made })
    }
}

impl KnownSizes {
    /// The versions of a picture that is published as `media` says.
    fn sizes(&self, media: &Media) -> Vec<PictureSize> {
        let size = |(width, height): &(u32, u32)| {
            let address = address(&media.address, *width, &self.sum)?;
            Some(PictureSize { width: *width, height: *height, address })
        };
        self.sizes.iter().filter_map(size).collect()
    }
}

/// How the file of a picture looks.
pub fn look_of(media: &Media, texts: &TextFiles) -> Look {
    let file = match media.is_static {
        true => texts.published(&media.address).map(|file| &file.file),
        false => texts.other(&media.path),
    };
    file.map(|file| file.look).unwrap_or_default()
}

/// Where a version lies: beside the original. None where not every file system takes the name, which is longer than the
/// original's.
fn address(original: &OutPath, width: u32, sum: &str) -> Option<OutPath> {
    let (stem, ending) = (original.stem(), original.extension()?);
    let address = original.sibling(&format!("{stem}-{width}-{sum}.{ending}")).ok()?;
    address.unfit().is_none().then_some(address)
}
