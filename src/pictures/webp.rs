//! WebP (RFC 9649): chunks in a file of RIFF.

use super::exif::Orientation;
use super::format::CUT;

/// Bits of the first byte of a chunk `VP8X`: which other chunks there are.
const HAS_XMP: u8 = 0x04;
const HAS_EXIF: u8 = 0x08;

/// How many bytes a chunk `ANMF` has before the chunks of its frame.
const FRAME: usize = 16;

/// One chunk: its type and what is in it.
struct Chunk<'b> {
    name: &'b [u8; 4],
    payload: &'b [u8],
}

/// Takes the next chunk off `rest`.
fn next<'b>(rest: &mut &'b [u8]) -> Result<Chunk<'b>, &'static str> {
    let name = rest.first_chunk().ok_or(CUT)?;
    let length =
        u32::from_le_bytes(*rest.get(4..).and_then(<[u8]>::first_chunk).ok_or(CUT)?);
    let length = length as usize;
    let end = length.checked_add(8).ok_or(CUT)?;
    let payload = rest.get(8..end).ok_or(CUT)?;
    // Some programs leave out the byte that makes the last length even.
    *rest = rest.get(end + length % 2..).unwrap_or_default();
    Ok(Chunk { name, payload })
}

/// The chunks of the file, as far as it says that it goes, or to its end where it is cut off.
fn chunks(bytes: &[u8]) -> Result<&[u8], &'static str> {
    let length =
        u32::from_le_bytes(*bytes.get(4..).and_then(<[u8]>::first_chunk).ok_or(CUT)?);
    let end = (length as usize).checked_add(8).ok_or(CUT)?;
    bytes.get(12..end.min(bytes.len())).ok_or(CUT)
}

/// How the picture is to be turned.
pub(super) fn orientation(bytes: &[u8]) -> Option<Orientation> {
    let mut rest = chunks(bytes).ok()?;
    // A picture without this chunk has no other but its pixels.
    if next(&mut rest).ok()?.name != b"VP8X" {
        return None;
    }
    while let Ok(chunk) = next(&mut rest) {
        if chunk.name == b"EXIF" {
            return Orientation::read(chunk.payload);
        }
    }
    None
}

/// The picture without chunks that no browser needs, and without what follows it.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(b"RIFF\0\0\0\0WEBP");
    let mut turned = None;
    let mut rest = chunks(bytes)?;
    let mut has_any = false;
    while !rest.is_empty() {
        let chunk = match next(&mut rest) {
            // A decoder shows what is there.
            Err(_) if has_any => break,
            found => found?,
        };
        has_any = true;
        match chunk.name {
            b"VP8X" if chunk.payload.len() >= 10 => {
                turned = orientation(bytes);
                let mut head = chunk.payload[..10].to_vec();
                head[0] &= !(HAS_XMP | HAS_EXIF);
                head[0] |= turned.map_or(0, |_| HAS_EXIF);
                put(&mut out, b"VP8X", &head);
            }
            b"ANMF" => put(&mut out, b"ANMF", &frame(chunk.payload)?),
            b"VP8 " | b"VP8L" | b"ICCP" | b"ANIM" | b"ALPH" => {
                put(&mut out, chunk.name, chunk.payload);
            }
            _ => {}
        }
    }
    if let Some(turned) = turned {
        put(&mut out, b"EXIF", &turned.tiff());
    }
    let length = u32::try_from(out.len() - 8).map_err(|_| "it is too large")?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    Ok(out)
}

/// A frame of a moving picture without chunks that no browser needs.
fn frame(payload: &[u8]) -> Result<Vec<u8>, &'static str> {
    let (head, mut rest) = payload.split_at_checked(FRAME).ok_or(CUT)?;
    let mut out = head.to_vec();
    while !rest.is_empty() {
        let chunk = next(&mut rest)?;
        if [b"ALPH", b"VP8 ", b"VP8L"].contains(&chunk.name) {
            put(&mut out, chunk.name, chunk.payload);
        }
    }
    Ok(out)
}

fn put(out: &mut Vec<u8>, name: &[u8; 4], payload: &[u8]) {
    out.extend(name);
    out.extend((payload.len() as u32).to_le_bytes());
    out.extend(payload);
    out.extend(&[0][..payload.len() % 2]);
}
