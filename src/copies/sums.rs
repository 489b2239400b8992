//! Sums that web archives hold of their parts: `sha1:` in Base32, `sha256:` in hexadecimal.

use sha1::Sha1;
use sha2::{Digest, Sha256};

/// Whether `bytes` have the sum that is `told`; `None` where it is of a sort that is not known.
pub(super) fn agrees(told: &str, bytes: &[u8]) -> Option<bool> {
    let (kind, value) = told.trim().split_once(':')?;
    let sum: Vec<u8> = match &*kind.to_ascii_lowercase() {
        "sha1" | "sha-1" => Sha1::digest(bytes).to_vec(),
        "sha256" | "sha-256" => Sha256::digest(bytes).to_vec(),
        _ => return None,
    };
    let value = value.trim().trim_end_matches('=');
    let is_hex = value.len() == 2 * sum.len();
    let own = if is_hex { hexadecimal(&sum) } else { base32(&sum) };
    Some(own.eq_ignore_ascii_case(value))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Base32 (RFC 4648, section 6), without padding.
fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut out, mut held, mut bits) = (String::new(), 0u32, 0u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(LETTERS[(held >> bits) as usize & 31]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(char::from(LETTERS[(held << (5 - bits)) as usize & 31]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_standards() {
        // RFC 4648, section 10; FIPS 180-4, example "abc".
        assert_eq!(base32(b"foobar"), "MZXW6YTBOI");
        assert_eq!(agrees("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", b"abc"), Some(true));
        assert_eq!(
            agrees("sha1:a9993e364706816aba3e25717850c26c9cd0d89d", b"abc"),
            Some(true)
        );
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(agrees(&format!("sha-256:{sha256}"), b"abc"), Some(true));
        assert_eq!(agrees(&format!("sha256:{sha256}"), b"abd"), Some(false));
        assert_eq!(agrees("md5:x", b"abc"), None);
        assert_eq!(agrees("sha1:", b"abc"), Some(false));
    }
}
