//! What streams are packed by, undone.

use super::lexer::{digit, is_space};
use super::object::{PdfRecord, PdfValue};
use crate::copies::packed;

/// The bytes of a stream as they were before they were packed; nothing where that is done in a way that no text is
/// packed by.
pub(super) fn unpacked(
    record: &PdfRecord,
    packed: &[u8],
    most: usize,
) -> Option<Vec<u8>> {
    let filter = match record.get("Filter") {
        PdfValue::Null => record.get("F"),
        filter => filter,
    };
    let names: Vec<&[u8]> = match filter {
        PdfValue::Name(name) => vec![name],
        other => other.list().iter().filter_map(PdfValue::name).collect(),
    };
    let mut bytes = packed.to_vec();
    for name in names.into_iter().take(4) {
        bytes = match name {
            b"FlateDecode" | b"Fl" => packed::unzipped_as_far(&bytes, most),
            b"ASCIIHexDecode" | b"AHx" => hexadecimal(&bytes),
            b"ASCII85Decode" | b"A85" => base85(&bytes),
            b"LZWDecode" | b"LZW" => lzw(&bytes, most),
            b"RunLengthDecode" | b"RL" => runs(&bytes, most),
            _ => return None,
        };
    }
    Some(unpredicted(record, bytes))
}

/// Undoes the PNG predictor, by which tables are packed.
fn unpredicted(record: &PdfRecord, bytes: Vec<u8>) -> Vec<u8> {
    let of = match record.get("DecodeParms") {
        PdfValue::List(list) => list.last().and_then(PdfValue::record),
        other => other.record(),
    };
    let Some(of) = of.filter(|of| of.get("Predictor").index().is_some_and(|n| n >= 10))
    else {
        return bytes;
    };
    let colours = of.get("Colors").index().unwrap_or(1).clamp(1, 32);
    let bits = of.get("BitsPerComponent").index().unwrap_or(8).clamp(1, 16);
    let columns = of.get("Columns").index().unwrap_or(1).clamp(1, 1 << 20);
    let pixel = (colours * bits).div_ceil(8);
    let width = (colours * bits * columns).div_ceil(8);
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0u8; width];
    for row in bytes.chunks(width + 1) {
        let (kind, row) = (row[0], &row[1..]);
        let mut line = vec![0u8; width];
        for (n, byte) in row.iter().enumerate() {
            let left = n.checked_sub(pixel).map_or(0, |n| line[n]);
            let corner = n.checked_sub(pixel).map_or(0, |n| above[n]);
            let guess = match kind {
                1 => left,
                2 => above[n],
                3 => ((u16::from(left) + u16::from(above[n])) / 2) as u8,
                4 => paeth(left, above[n], corner),
                _ => 0,
            };
            line[n] = byte.wrapping_add(guess);
        }
        out.extend_from_slice(&line[..row.len()]);
        above = line;
    }
    out
}

/// The predictor of PNG (section 9.4).
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(above), i16::from(corner));
    let guess = a + b - c;
    let (to_a, to_b, to_c) = ((guess - a).abs(), (guess - b).abs(), (guess - c).abs());
    if to_a <= to_b && to_a <= to_c {
        left
    } else if to_b <= to_c {
        above
    } else {
        corner
    }
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits =
        bytes.iter().take_while(|byte| **byte != b'>').filter_map(|byte| digit(*byte));
    let digits: Vec<u8> = digits.collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
}

fn base85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 5 * 4);
    let mut group: Vec<u32> = Vec::with_capacity(5);
    let bytes = bytes.strip_prefix(b"<~").unwrap_or(bytes);
    for byte in bytes.iter().filter(|byte| !is_space(**byte)) {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => break,
        }
        if group.len() == 5 {
            push_group(&group, 4, &mut out);
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        push_group(&group, kept, &mut out);
    }
    out
}

fn push_group(group: &[u32], kept: usize, out: &mut Vec<u8>) {
    let number =
        group.iter().fold(0u32, |n, digit| n.wrapping_mul(85).wrapping_add(*digit));
    out.extend_from_slice(&number.to_be_bytes()[..kept.min(4)]);
}

/// LZW as in TIFF, with codes of 9 to 12 bits that grow early.
fn lzw(bytes: &[u8], most: usize) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    // Each entry is bytes of what was written: where they begin, and how many.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let (mut held, mut bits, mut width) = (0u32, 0u32, 9u32);
    let mut last: Option<(usize, usize)> = None;
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits) as usize & ((1 << width) - 1);
        held &= (1 << bits) - 1;
        if code == 257 || out.len() > most {
            break;
        }
        if code == 256 {
            table.clear();
            (width, last) = (9, None);
            continue;
        }
        let start = out.len();
        match (code, last) {
            (..256, _) => out.push(code as u8),
            (_, Some((from, length))) if code == 258 + table.len() => {
                out.extend_from_within(from..from + length);
                out.extend_from_within(from..from + 1);
            }
            _ => match table.get(code - 258).copied() {
                Some((from, length)) => out.extend_from_within(from..from + length),
                None => break,
            },
        }
        if let Some((from, length)) = last {
            // The entry is the last one and the first byte of this, which stands right behind it.
            table.push((from, length + 1));
        }
        last = Some((start, out.len() - start));
        width = match table.len() + 259 {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
    out
}

fn runs(bytes: &[u8], most: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some((length, behind)) = rest.split_first() {
        match length {
            128 => break,
            ..128 => {
                let run = &behind[..behind.len().min(usize::from(*length) + 1)];
                out.extend_from_slice(run);
                rest = &behind[run.len()..];
            }
            _ => {
                let Some((byte, next)) = behind.split_first() else { break };
                out.extend(std::iter::repeat_n(*byte, 257 - usize::from(*length)));
                rest = next;
            }
        }
        if out.len() > most {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked() {
        assert_eq!(hexadecimal(b"48 65 6c6C 6F>"), b"Hello");
        assert_eq!(base85(b"<~87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(
            runs(&[4, b'H', b'e', b'l', b'l', b'o', 255, b'!', 128, 9], 100),
            b"Hello!!"
        );
        // The example of the standard, section 7.4.4.2.
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw(&packed, 100), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }

    #[test]
    fn rows_are_as_they_were_before_they_were_predicted() {
        let parms = PdfRecord(vec![
            (b"Predictor".to_vec(), PdfValue::Number(12.0)),
            (b"Columns".to_vec(), PdfValue::Number(2.0)),
        ]);
        let record = PdfRecord(vec![(b"DecodeParms".to_vec(), PdfValue::Record(parms))]);
        assert_eq!(
            unpredicted(&record, vec![0, 1, 2, 2, 1, 1, 1, 5, 1]),
            [1, 2, 2, 3, 5, 6]
        );
    }
}
