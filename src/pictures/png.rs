//! PNG (W3C, third edition): a chain of chunks, each with its length, type and checksum.

use super::exif::Orientation;
use super::format::CUT;

/// What every PNG begins with.
const SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that are needed to show the picture in its colours, and to move it.
const KEPT: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT",
    b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"acTL", b"fcTL", b"fdAT",
];

/// One chunk: its type, what is in it, and the whole of it.
struct Chunk<'b> {
    name: &'b [u8; 4],
    payload: &'b [u8],
    whole: &'b [u8],
}

/// Takes the next chunk off `rest`.
fn next<'b>(rest: &mut &'b [u8]) -> Result<Chunk<'b>, &'static str> {
    let length = u32::from_be_bytes(*rest.first_chunk().ok_or(CUT)?) as usize;
    let end = length.checked_add(12).filter(|end| *end <= rest.len()).ok_or(CUT)?;
    let (whole, behind) = rest.split_at(end);
    let name = whole[4..].first_chunk().ok_or(CUT)?;
    *rest = behind;
    Ok(Chunk { name, payload: &whole[8..end - 4], whole })
}

fn chunks(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(SIGNATURE).unwrap_or_default()
}

/// How the picture is to be turned, where that is said before its pixels. `bytes` may be its beginning only.
pub(super) fn orientation(bytes: &[u8]) -> Option<Orientation> {
    let mut rest = chunks(bytes);
    while let Ok(chunk) = next(&mut rest) {
        match chunk.name {
            b"eXIf" => return Orientation::read(chunk.payload),
            b"IDAT" => return None,
            _ => {}
        }
    }
    None
}

/// The picture without chunks that no browser needs, and without what follows it; of one that is cut off, the
/// chunks that are whole.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(SIGNATURE);
    let mut rest = chunks(bytes);
    let first = next(&mut rest)?;
    if first.name != b"IHDR" {
        return Err("it does not begin with its size");
    }
    out.extend(first.whole);
    if let Some(turned) = orientation(bytes) {
        put(&mut out, b"eXIf", &turned.tiff());
    }
    while let Ok(chunk) = next(&mut rest) {
        if KEPT.contains(&chunk.name) && chunk.name != b"IHDR" {
            out.extend(chunk.whole);
        }
        if chunk.name == b"IEND" {
            return Ok(out);
        }
    }
    put(&mut out, b"IEND", b"");
    Ok(out)
}

fn put(out: &mut Vec<u8>, name: &[u8; 4], payload: &[u8]) {
    out.extend((payload.len() as u32).to_be_bytes());
    let start = out.len();
    out.extend(name);
    out.extend(payload);
    let sum = checksum(&out[start..]);
    out.extend(sum.to_be_bytes());
}

/// The checksum of a chunk's type and payload: CRC-32 of ISO 3309.
fn checksum(bytes: &[u8]) -> u32 {
    let one = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    };
    !bytes.iter().fold(u32::MAX, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
    }
}
