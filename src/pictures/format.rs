//! What a file is, by its first bytes: names lie.

use super::svg;

/// A form of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Jpeg,
    Png,
    Gif,
    Webp,
    Avif,
    Svg,
    /// One that browsers don't show, and that readers may be given to keep.
    Tiff,
    /// One that browsers don't show, and that may tell who made it where: what it is called.
    Opaque(&'static str),
}

/// What forms that browsers don't show begin with.
const OPAQUE: [(&[u8], &str); 14] = [
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"8BPS", "Photoshop"),
    (b"FUJIFILMCCD-RAW", "camera raw"),
    (b"IIRO", "camera raw"),
    (b"IIRS", "camera raw"),
    (b"MMOR", "camera raw"),
    (b"IIU\0", "camera raw"),
    (b"\0MRM", "camera raw"),
    (b"gimp xcf", "GIMP"),
];

/// What is said of a picture whose bytes end before it does.
pub(super) const CUT: &str = "it ends before the picture does";

impl Format {
    /// The form of the picture that begins so, if it is one.
    pub(super) fn of(head: &[u8]) -> Option<Format> {
        if head.starts_with(b"\xff\xd8\xff") {
            return Some(Format::Jpeg);
        }
        if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Format::Png);
        }
        if head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a") {
            return Some(Format::Gif);
        }
        if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
            return Some(Format::Webp);
        }
        if head.starts_with(b"II*\0") || head.starts_with(b"MM\0*") {
            return Some(Format::Tiff);
        }
        if let Some(format) = iso_media(head) {
            return Some(format);
        }
        if let Some((_, name)) = OPAQUE.iter().find(|(start, _)| head.starts_with(start))
        {
            return Some(Format::Opaque(name));
        }
        if is_bitmap(head) {
            return Some(Format::Opaque("BMP"));
        }
        svg::is_one(head).then_some(Format::Svg)
    }

    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Format::Jpeg => "JPEG",
            Format::Png => "PNG",
            Format::Gif => "GIF",
            Format::Webp => "WebP",
            Format::Avif => "AVIF",
            Format::Svg => "SVG",
            Format::Tiff => "TIFF",
            Format::Opaque(name) => name,
        }
    }
}

/// What the picture that begins so is called, where it is one that browsers don't show and that metadata can't be
/// taken out of.
pub fn opaque(head: &[u8]) -> Option<&'static str> {
    match Format::of(head)? {
        Format::Opaque(name) => Some(name),
        _ => None,
    }
}

/// The form of a picture in a file of ISO 14496-12, told by the brands of its first box. Films are none.
fn iso_media(head: &[u8]) -> Option<Format> {
    let length = u32::from_be_bytes(*head.first_chunk()?) as usize;
    let file_type = head.get(4..length.min(head.len()))?.strip_prefix(b"ftyp")?;
    let (brands, _) = file_type.as_chunks::<4>();
    let has = |wanted: &[&[u8; 4]]| brands.iter().any(|brand| wanted.contains(&brand));
    if has(&[b"avif", b"avis"]) {
        Some(Format::Avif)
    } else if has(&[
        b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1",
    ]) {
        Some(Format::Opaque("HEIC"))
    } else if has(&[b"crx "]) {
        Some(Format::Opaque("camera raw"))
    } else {
        None
    }
}

/// Whether a bitmap begins so: by the length of its second head too, since words begin with `BM`.
fn is_bitmap(head: &[u8]) -> bool {
    let second = head.get(14..18).and_then(|bytes| bytes.first_chunk());
    let second = second.map(|bytes| u32::from_le_bytes(*bytes));
    head.starts_with(b"BM")
        && second.is_some_and(|size| [12, 40, 52, 56, 64, 108, 124].contains(&size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_first_bytes() {
        for (head, format) in [
            (&b"\xff\xd8\xff\xe0"[..], Some(Format::Jpeg)),
            (b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf", Some(Format::Avif)),
            (b"\0\0\0\x14ftypmif1\0\0\0\0avif", Some(Format::Avif)),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Some(Format::Opaque("HEIC"))),
            (b"\0\0\0\x14ftypisom\0\0\0\0mp42", None),
            (b"II*\0\x08\0\0\0", Some(Format::Tiff)),
            (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", Some(Format::Opaque("BMP"))),
            (b"BMW is a car, and this is a text", None),
            (b"%PDF-1.7", None),
            (b"", None),
            (b"\0\0\0\xffftyp", None),
        ] {
            assert_eq!(Format::of(head), format, "{head:?}");
        }
    }
}
