//! JPEG (ITU-T T.81): a chain of segments, with compressed pixels behind some of them.

use super::exif::Orientation;
use super::format::CUT;

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;

/// What Exif data begin with in a segment APP1.
const EXIF: &[u8] = b"Exif\0\0";

/// One segment: its marker, what is in it, and the compressed pixels behind it.
struct Segment<'b> {
    marker: u8,
    payload: &'b [u8],
    pixels: &'b [u8],
}

/// The segments of a picture up to its end.
struct Segments<'b> {
    rest: &'b [u8],
}

impl<'b> Segments<'b> {
    /// Those behind the marker that every JPEG begins with.
    fn of(bytes: &'b [u8]) -> Self {
        Segments { rest: bytes.strip_prefix(&[0xff, SOI]).unwrap_or_default() }
    }

    /// The next segment; none at the end of the picture. Bytes between segments are passed over, as decoders do.
    fn next(&mut self) -> Result<Option<Segment<'b>>, &'static str> {
        loop {
            let at = memchr::memchr(0xff, self.rest).ok_or(CUT)?;
            let rest = &self.rest[at..];
            let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
            let marker = *rest.get(fill).ok_or(CUT)?;
            self.rest = &rest[fill + 1..];
            match marker {
                EOI => return Ok(None),
                // No marker, or one without a payload that has no meaning here.
                0x00..=0x01 | 0xd0..=SOI => {}
                _ => return self.segment(marker).map(Some),
            }
        }
    }

    fn segment(&mut self, marker: u8) -> Result<Segment<'b>, &'static str> {
        let length =
            usize::from(u16::from_be_bytes(*self.rest.first_chunk().ok_or(CUT)?));
        if length < 2 {
            return Err("a part of it has an impossible length");
        }
        let payload = self.rest.get(2..length).ok_or(CUT)?;
        self.rest = &self.rest[length..];
        let all = self.rest.len();
        let end = if marker == SOS { end_of_pixels(self.rest).unwrap_or(all) } else { 0 };
        let (pixels, rest) = self.rest.split_at(end);
        self.rest = rest;
        Ok(Segment { marker, payload, pixels })
    }
}

/// Where the next marker stands behind compressed pixels, in which `ff` is followed by 0 or a number of restart.
fn end_of_pixels(bytes: &[u8]) -> Option<usize> {
    memchr::memchr_iter(0xff, bytes)
        .find(|at| !matches!(bytes.get(at + 1), None | Some(0x00 | 0xd0..=0xd7 | 0xff)))
}

/// How the picture is to be turned. `bytes` may be its beginning only.
pub(super) fn orientation(bytes: &[u8]) -> Option<Orientation> {
    let mut segments = Segments::of(bytes);
    while let Ok(Some(segment)) = segments.next() {
        if segment.marker == SOS {
            return None;
        }
        if let Some(tiff) = exif(&segment) {
            return Orientation::read(tiff);
        }
    }
    None
}

/// Width and height as they are stored. `bytes` may be the picture's beginning only.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut segments = Segments::of(bytes);
    loop {
        let segment = segments.next().ok()??;
        if is_frame(segment.marker) {
            // The number of bits comes first.
            let [_, h, i, w, d] = *segment.payload.first_chunk()?;
            let (height, width) =
                (u16::from_be_bytes([h, i]), u16::from_be_bytes([w, d]));
            return (width > 0 && height > 0).then_some((width.into(), height.into()));
        }
    }
}

/// Whether a picture that does not come in passes has a scan for each colour, as few have. `zune-jpeg` (0.5.15) takes
/// the colours of one with fewer pixels for others.
#[cfg(feature = "images")]
pub(super) fn has_scan_for_each_colour(bytes: &[u8]) -> bool {
    let mut segments = Segments::of(bytes);
    let mut in_frame = None;
    while let Ok(Some(segment)) = segments.next() {
        let Segment { marker, payload, .. } = segment;
        match marker {
            // Behind the number of bits, the height and the width.
            0xc0 | 0xc1 => in_frame = payload.get(5).copied(),
            SOS => return in_frame.is_some_and(|all| payload.first() != Some(&all)),
            _ => {}
        }
    }
    false
}

fn exif<'b>(segment: &Segment<'b>) -> Option<&'b [u8]> {
    let payload = (segment.marker == APP1).then_some(segment.payload)?;
    payload.strip_prefix(EXIF)
}

/// The picture without segments that no decoder needs, and without what follows it; of one that is cut off, what
/// is whole from its size on.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xff, SOI]);
    let mut has_jfif = false;
    let mut turned = orientation(bytes);
    let mut segments = Segments::of(bytes);
    let mut has_size = false;
    loop {
        let segment = match segments.next() {
            Ok(Some(segment)) => segment,
            // A decoder shows what is there.
            Err(CUT) if has_size => break,
            Ok(None) => break,
            Err(reason) => return Err(reason),
        };
        has_size |= is_frame(segment.marker);
        match kept(&segment) {
            // A second one would be somebody's own.
            Some(_) if segment.marker == APP0 && has_jfif => {}
            Some(payload) if segment.marker == APP0 => {
                has_jfif = true;
                put(&mut out, APP0, payload);
                // The thumbnail that may follow is left out, so it has no size.
                let end = out.len();
                out[end - 2..].fill(0);
            }
            Some(payload) => {
                if let Some(turned) = turned.take() {
                    put(&mut out, APP1, &[EXIF, &turned.tiff()].concat());
                }
                put(&mut out, segment.marker, payload);
                out.extend(segment.pixels);
            }
            None => {}
        }
    }
    out.extend([0xff, EOI]);
    Ok(out)
}

fn put(out: &mut Vec<u8>, marker: u8, payload: &[u8]) {
    // It is not longer than the segment that it comes from.
    let length = (payload.len() + 2) as u16;
    out.extend([0xff, marker]);
    out.extend(length.to_be_bytes());
    out.extend(payload);
}

/// Whether a segment begins a frame: it says how large the picture is.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

/// What of a segment is needed to show the picture in its colours.
fn kept<'b>(segment: &Segment<'b>) -> Option<&'b [u8]> {
    let payload = segment.payload;
    let start = |name: &[u8], length: usize| {
        payload.starts_with(name).then(|| payload.get(..length))?
    };
    match segment.marker {
        // Tables, frames, scans and restarts.
        0xc0..=0xc7 | 0xc9..=0xcf | SOS..=0xdf => Some(payload),
        APP0 => start(b"JFIF\0", 14),
        APP2 => start(b"ICC_PROFILE\0", payload.len()),
        // How colours are coded, by Adobe's programs.
        APP14 => start(b"Adobe", 12),
        _ => None,
    }
}
