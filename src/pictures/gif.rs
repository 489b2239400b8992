//! GIF (CompuServe, 1989): blocks, most of them in pieces of at most 255 bytes.

use super::format::CUT;

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2c;
const END: u8 = 0x3b;
/// How long the next image is shown, and what of it is transparent.
const CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;

/// The applications whose blocks say how often a moving picture is repeated, which every browser obeys.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// Takes `length` bytes off `rest`.
fn take<'b>(rest: &mut &'b [u8], length: usize) -> Result<&'b [u8], &'static str> {
    let (taken, behind) = rest.split_at_checked(length).ok_or(CUT)?;
    *rest = behind;
    Ok(taken)
}

/// Takes a byte off `rest`.
fn byte(rest: &mut &[u8]) -> Result<u8, &'static str> {
    take(rest, 1).map(|taken| taken[0])
}

/// Takes the pieces of a block off `rest`, the empty one at their end included: what is in each, and all of it.
fn pieces<'b>(rest: &mut &'b [u8]) -> Result<(Vec<&'b [u8]>, &'b [u8]), &'static str> {
    let whole = *rest;
    let mut found = Vec::new();
    loop {
        let length = usize::from(byte(rest)?);
        if length == 0 {
            return Ok((found, &whole[..whole.len() - rest.len()]));
        }
        found.push(take(rest, length)?);
    }
}

/// How many bytes the table of colours has that a block with these flags says it has.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}

/// The picture without comments and what applications wrote, and without what follows it; of one that is cut
/// off, the blocks that are whole.
pub(super) fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    let head = take(&mut rest, 13)?;
    out.extend(head);
    out.extend(take(&mut rest, colours(head[10]))?);
    // Of a picture that is cut off, a browser shows what is there.
    loop {
        match block(&mut rest, &mut out) {
            Ok(true) => {}
            Ok(false) | Err(CUT) => break,
            Err(reason) => return Err(reason),
        }
    }
    out.push(END);
    Ok(out)
}

/// Copies a block, if browsers need it; tells whether another may follow. Nothing is copied of one that is cut off.
fn block(rest: &mut &[u8], out: &mut Vec<u8>) -> Result<bool, &'static str> {
    match byte(rest)? {
        END => return Ok(false),
        IMAGE => {
            let place = take(rest, 9)?;
            let colours = take(rest, colours(place[8]))?;
            let (size, (_, pixels)) = (byte(rest)?, pieces(rest)?);
            out.push(IMAGE);
            out.extend(place);
            out.extend(colours);
            out.push(size);
            out.extend(pixels);
        }
        EXTENSION => extension(rest, out)?,
        // Some programs end a block twice.
        0 => {}
        _ => return Err("a part of it is of no known sort"),
    }
    Ok(true)
}

/// Copies an extension that browsers need.
fn extension(rest: &mut &[u8], out: &mut Vec<u8>) -> Result<(), &'static str> {
    let label = byte(rest)?;
    let (found, _) = pieces(rest)?;
    match (label, found.as_slice()) {
        (CONTROL, [control, ..]) if control.len() >= 4 => {
            out.extend([EXTENSION, CONTROL, 4]);
            out.extend(&control[..4]);
            out.push(0);
        }
        (APPLICATION, [name, data @ ..]) if LOOPS.contains(name) => {
            let count = data.iter().find(|piece| piece.len() >= 3 && piece[0] == 1);
            if let Some(count) = count {
                out.extend([EXTENSION, APPLICATION, 11]);
                out.extend(*name);
                out.push(3);
                out.extend(&count[..3]);
                out.push(0);
            }
        }
        _ => {}
    }
    Ok(())
}
