//! What is packed: gzip, zlib and raw Deflate, each unpacked up to a bound.

use super::transcript::{LARGEST, Unread};
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::io::Read;

/// What is packed by gzip, all its members one behind the other.
pub(super) fn gunzipped(bytes: &[u8]) -> Result<Vec<u8>, Unread> {
    whole(MultiGzDecoder::new(bytes), "what is packed in it ends too early")
}

/// What is packed by Deflate, without anything around it.
pub(super) fn inflated(bytes: &[u8]) -> Result<Vec<u8>, Unread> {
    whole(DeflateDecoder::new(bytes), "what is packed in it ends too early")
}

/// What is packed by zlib, as far as it can be unpacked: the last bytes of it are often damaged or missing.
pub(super) fn unzipped_as_far(bytes: &[u8], most: usize) -> Vec<u8> {
    let mut out = Vec::new();
    // What was unpacked before the mistake is of use.
    let _ = ZlibDecoder::new(bytes).take(most as u64).read_to_end(&mut out);
    out
}

/// The body of a message that was packed for the way, if it was and can be unpacked.
pub(super) fn unpacked_body(body: &[u8], encoding: &str) -> Option<Vec<u8>> {
    match encoding {
        "gzip" | "x-gzip" => gunzipped(body).ok(),
        "deflate" => match unzipped_as_far(body, LARGEST) {
            found if found.is_empty() => inflated(body).ok(),
            found => Some(found),
        },
        _ => None,
    }
}

fn whole(packed: impl Read, reason: &'static str) -> Result<Vec<u8>, Unread> {
    let mut out = Vec::new();
    let read = packed.take(LARGEST as u64 + 1).read_to_end(&mut out);
    if out.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    read.map(|_| out).map_err(|_| Unread::Damaged(reason))
}
