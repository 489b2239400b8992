//! Pictures and other files that readers get as they are: what one is by its bytes, whether a browser would do more
//! than show it, and the same picture without what it tells beside what is to be seen.
//!
//! [`recognise`] tells of the first bytes whether they are a picture, and how large it is shown. [`cleaned`] takes
//! metadata out without touching a pixel: of each form of picture only those parts are copied that browsers need to
//! show it, so what nobody has heard of does not get through. [`smaller`] makes versions with fewer pixels. [`active`] finds
//! what would run. All are pure.

mod active;
mod address;
mod avif;
mod css;
mod exif;
mod format;
mod gif;
mod jpeg;
#[cfg(feature = "images")]
mod pixels;
mod png;
mod running;
mod smaller;
mod svg;
mod tiff;
mod webp;

pub use active::active;
pub use format::opaque;
pub use running::Active;
pub use smaller::{SmallerPicture, smaller};

use exif::Orientation;
use format::Format;

/// What a picture tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Width and height in pixels as it is shown, turned upright, where they are told.
    pub pixels: Option<(u32, u32)>,
}

/// How many of a file's first bytes are looked at: a JPEG's size may stand behind its metadata.
pub const HEAD: usize = 512 << 10;

/// The picture that begins with these bytes, if they are those of one that browsers show.
pub fn recognise(head: &[u8]) -> Option<Picture> {
    let format = Format::of(head)?;
    let pixels = match format {
        Format::Svg => svg::size(head),
        Format::Jpeg | Format::Png | Format::Gif | Format::Webp | Format::Avif => {
            Some(upright(stored(format, head)?, orientation(format, head)))
        }
        Format::Tiff | Format::Opaque(_) => return None,
    };
    Some(Picture { pixels })
}

/// Whether the first bytes of a file don't tell what [`recognise`] and [`active`] have to know. `ending` is its name's.
pub fn needs_all(ending: &str, head: &[u8]) -> bool {
    match Format::of(head) {
        Some(Format::Jpeg) => stored(Format::Jpeg, head).is_none(),
        // How a WebP is turned stands behind its pixels.
        Some(Format::Webp | Format::Svg) => true,
        Some(
            Format::Png | Format::Gif | Format::Avif | Format::Tiff | Format::Opaque(_),
        ) => false,
        None => active::is_markup(ending, head),
    }
}

/// Width and height as they are stored.
fn stored(format: Format, head: &[u8]) -> Option<(u32, u32)> {
    if format == Format::Jpeg {
        return jpeg::size(head);
    }
    let size = imagesize::blob_size(head).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// Width and height of a picture that is turned as its metadata says.
fn upright((width, height): (u32, u32), turned: Option<Orientation>) -> (u32, u32) {
    match turned {
        Some(turned) if turned.is_sideways() => (height, width),
        _ => (width, height),
    }
}

fn orientation(format: Format, bytes: &[u8]) -> Option<Orientation> {
    match format {
        Format::Jpeg => jpeg::orientation(bytes),
        Format::Png => png::orientation(bytes),
        Format::Webp => webp::orientation(bytes),
        // An AVIF says how it is turned where it says how large it is.
        Format::Gif | Format::Avif | Format::Svg | Format::Tiff | Format::Opaque(_) => {
            None
        }
    }
}

/// Why a picture can't be published as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It is not what it says to be: what it is, and what is wrong with it.
    Damaged(&'static str, &'static str),
    /// It may hold metadata that can't be taken out: what it is.
    Opaque(&'static str),
}

/// The file without what it tells beside the picture; a file that is no picture stays as it is.
///
/// How a picture is to be turned is the one thing that stays, since it would be shown lying on its side. Where it can't
/// be cleaned it is given back with the reason.
pub fn cleaned(bytes: Vec<u8>) -> Result<Vec<u8>, (Flaw, Vec<u8>)> {
    let Some(format) = Format::of(&bytes) else { return Ok(bytes) };
    let cleaned = match format {
        Format::Jpeg => jpeg::cleaned(&bytes),
        Format::Png => png::cleaned(&bytes),
        Format::Gif => gif::cleaned(&bytes),
        Format::Webp => webp::cleaned(&bytes),
        Format::Tiff => match tiff::cleaned(&bytes) {
            Ok(None) => return Err((Flaw::Opaque(format.name()), bytes)),
            Ok(Some(cleaned)) => Ok(cleaned),
            Err(reason) => Err(reason),
        },
        Format::Svg => return Ok(bytes),
        Format::Avif if avif::is_clean(&bytes) => return Ok(bytes),
        Format::Avif | Format::Opaque(_) => {
            return Err((Flaw::Opaque(format.name()), bytes));
        }
    };
    cleaned.map_err(|reason| (Flaw::Damaged(format.name(), reason), bytes))
}

#[cfg(test)]
mod tests;
