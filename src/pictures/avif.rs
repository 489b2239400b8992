//! AVIF (ISO 23008-12): boxes in boxes. Nothing is taken out of them; it is told whether there is anything to take out.

/// The boxes that a picture needs, at the top and in the box `meta`. What is free, what users add and what programs
/// have of their own is not among them.
const TOP: [&[u8; 4]; 3] = [b"ftyp", b"meta", b"mdat"];
const META: [&[u8; 4]; 8] =
    [b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"iref", b"idat", b"grpl"];

/// The sorts of items that are parts of the picture.
const ITEMS: [&[u8; 4]; 4] = [b"av01", b"grid", b"iden", b"tmap"];

/// Takes the next box off `rest`: its type and what is in it.
fn next<'b>(rest: &mut &'b [u8]) -> Option<(&'b [u8; 4], &'b [u8])> {
    let length = u32::from_be_bytes(*rest.first_chunk()?);
    let name = rest.get(4..)?.first_chunk()?;
    let (head, length) = match length {
        0 => (8, rest.len() as u64),
        1 => (16, u64::from_be_bytes(*rest.get(8..)?.first_chunk()?)),
        length => (8, u64::from(length)),
    };
    let length = usize::try_from(length).ok()?;
    let payload = rest.get(head..length)?;
    *rest = &rest[length..];
    Some((name, payload))
}

/// Whether the file holds a picture and nothing that could tell more: no Exif, XMP, thumbnail or box of another sort.
pub(super) fn is_clean(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let mut has_meta = false;
    while !rest.is_empty() {
        let Some((name, payload)) = next(&mut rest) else { return false };
        let is_meta = name == b"meta";
        has_meta |= is_meta;
        if !TOP.contains(&name) || is_meta && !is_clean_meta(payload) {
            return false;
        }
    }
    has_meta
}

fn is_clean_meta(payload: &[u8]) -> bool {
    // Its version and flags come first.
    let Some(mut rest) = payload.get(4..) else { return false };
    while !rest.is_empty() {
        let Some((name, payload)) = next(&mut rest) else { return false };
        let is_clean = match name {
            b"iinf" => are_parts(payload),
            b"iref" => !has_thumbnail(payload),
            name => META.contains(&name),
        };
        if !is_clean {
            return false;
        }
    }
    true
}

/// Whether every item of a box `iinf` is a part of the picture.
fn are_parts(payload: &[u8]) -> bool {
    let start = if payload.first() == Some(&0) { 6 } else { 8 };
    let Some(mut rest) = payload.get(start..) else { return false };
    while !rest.is_empty() {
        let Some((b"infe", entry)) = next(&mut rest) else { return false };
        let at = match entry.first() {
            Some(2) => 8,
            Some(3) => 10,
            _ => return false,
        };
        let sort = entry.get(at..).and_then(<[u8]>::first_chunk);
        if !sort.is_some_and(|sort| ITEMS.contains(&sort)) {
            return false;
        }
    }
    true
}

fn has_thumbnail(payload: &[u8]) -> bool {
    let Some(mut rest) = payload.get(4..) else { return true };
    while !rest.is_empty() {
        match next(&mut rest) {
            Some((b"thmb", _)) | None => return true,
            Some(_) => {}
        }
    }
    false
}
