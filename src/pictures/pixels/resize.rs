//! Fewer pixels for the same picture, by the cubic of Catmull and Rom over as many pixels as become one.
//!
//! It reckons in whole numbers, and makes its weights by sums and products alone, so that every machine makes the same.
//! (`fast_image_resize` is no faster where decoding takes most of the time, and 18 seconds longer to compile.)

use super::Pixels;
use rayon::prelude::*;

/// Weights are whole numbers whose sum is this.
const ONE: i32 = 1 << BITS;
const BITS: u32 = 14;

/// Of what pixels one is made.
struct Taps {
    /// The first of them.
    from: usize,
    /// What each counts.
    weights: Vec<i32>,
}

impl Pixels {
    /// The picture with so many pixels, which are not more than before.
    pub(in crate::pictures) fn resized(&self, width: u32, height: u32) -> Pixels {
        let (before, row) = (self.width as usize, self.width as usize * self.channels);
        let has_alpha = self.channels.is_multiple_of(2);
        let weighted = has_alpha.then(|| weighted(&self.data, self.channels));
        let data = weighted.as_deref().unwrap_or(&self.data);
        let down = down(data, row, &taps(self.height, height));
        let across = taps(before as u32, width);
        let mut data = match self.channels {
            1 => along::<1>(&down, before, &across),
            2 => along::<2>(&down, before, &across),
            3 => along::<3>(&down, before, &across),
            _ => along::<4>(&down, before, &across),
        };
        if has_alpha {
            unweight(&mut data, self.channels);
        }
        let (channels, profile) = (self.channels, self.profile.clone());
        Pixels { width, height, channels, data, profile }
    }
}

/// What each of `to` pixels is made of, of `from`.
fn taps(from: u32, to: u32) -> Vec<Taps> {
    let scale = f64::from(from) / f64::from(to);
    let tap = |place: u32| {
        let middle = (f64::from(place) + 0.5) * scale;
        let first = (middle - 2.0 * scale).floor().max(0.0) as u32;
        let end = ((middle + 2.0 * scale).ceil() as u32).min(from);
        let far = |at: u32| (f64::from(at) + 0.5 - middle) / scale;
        let weights: Vec<f64> = (first..end).map(|at| cubic(far(at).abs())).collect();
        let sum: f64 = weights.iter().sum();
        let mut rest = ONE;
        let mut whole: Vec<i32> = weights
            .iter()
            .map(|weight| (weight / sum * f64::from(ONE)).round() as i32)
            .inspect(|weight| rest -= weight)
            .collect();
        // What rounding took or gave goes to the middle, where it counts least.
        let middle = whole.len() / 2;
        whole[middle] += rest;
        Taps { from: first as usize, weights: whole }
    };
    (0..to).map(tap).collect()
}

/// The cubic of Catmull and Rom at this distance, which is not negative.
fn cubic(far: f64) -> f64 {
    if far < 1.0 {
        (1.5 * far - 2.5) * far * far + 1.0
    } else if far < 2.0 {
        ((-0.5 * far + 2.5) * far - 4.0) * far + 2.0
    } else {
        0.0
    }
}

fn rounded(sum: i32) -> u8 {
    // It is between these.
    ((sum + ONE / 2) >> BITS).clamp(0, 255) as u8
}

/// Rows made of rows, each of so many bytes.
fn down(data: &[u8], row: usize, taps: &[Taps]) -> Vec<u8> {
    let mut out = vec![0; row * taps.len()];
    out.par_chunks_mut(row).zip(taps).for_each(|(out, taps)| {
        let mut sums = vec![0; row];
        let rows = data[taps.from * row..].chunks_exact(row);
        for (row, weight) in rows.zip(&taps.weights) {
            for (sum, byte) in sums.iter_mut().zip(row) {
                *sum += weight * i32::from(*byte);
            }
        }
        for (out, sum) in out.iter_mut().zip(sums) {
            *out = rounded(sum);
        }
    });
    out
}

/// In each row of so many pixels, pixels of `N` bytes made of pixels.
fn along<const N: usize>(data: &[u8], pixels: usize, taps: &[Taps]) -> Vec<u8> {
    let rows = data.len() / (pixels * N);
    let mut out = vec![0; rows * taps.len() * N];
    let all = out.par_chunks_mut(taps.len() * N).zip(data.par_chunks(pixels * N));
    all.for_each(|(out, row)| {
        let (pixels, _) = row.as_chunks::<N>();
        for (out, taps) in out.as_chunks_mut::<N>().0.iter_mut().zip(taps) {
            let mut sums = [0; N];
            for (pixel, weight) in pixels[taps.from..].iter().zip(&taps.weights) {
                for (sum, byte) in sums.iter_mut().zip(pixel) {
                    *sum += weight * i32::from(*byte);
                }
            }
            *out = sums.map(rounded);
        }
    });
    out
}

/// Pixels whose colours count as much as they cover.
fn weighted(data: &[u8], channels: usize) -> Vec<u8> {
    let mut data = data.to_vec();
    for pixel in data.chunks_exact_mut(channels) {
        if let Some((alpha, colours)) = pixel.split_last_mut() {
            for colour in colours {
                // It is not more than before.
                *colour = ((u32::from(*colour) * u32::from(*alpha) + 127) / 255) as u8;
            }
        }
    }
    data
}

/// Takes [`weighted`] back.
fn unweight(data: &mut [u8], channels: usize) {
    for pixel in data.chunks_exact_mut(channels) {
        if let Some((alpha, colours)) = pixel.split_last_mut() {
            for colour in colours {
                let full = (u32::from(*colour) * 255 + u32::from(*alpha) / 2)
                    .checked_div(u32::from(*alpha));
                *colour = full.unwrap_or(0).min(255) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(width: u32, height: u32, channels: usize, data: Vec<u8>) -> Pixels {
        Pixels { width, height, channels, data, profile: None }
    }

    #[test]
    fn a_picture_of_one_colour_stays_of_that_colour() {
        for channels in 1..=4 {
            let colour = &[200, 30, 7, 255][4 - channels..];
            let before = pixels(101, 67, channels, colour.repeat(101 * 67));
            let after = before.resized(48, 31);
            assert_eq!(after.data, colour.repeat(48 * 31), "{channels}");
        }
    }

    #[test]
    fn what_is_not_to_be_seen_colours_nothing() {
        // Red that covers all beside green that covers nothing.
        let row = [[255, 0, 0, 255], [0, 255, 0, 0]].concat();
        let after = pixels(64, 32, 4, row.repeat(32 * 32)).resized(32, 16);
        for pixel in after.data.chunks(4) {
            assert_eq!(&pixel[..3], [255, 0, 0], "{pixel:?}");
        }
    }

    #[test]
    fn weights_sum_to_one_at_edges_too() {
        for (from, to) in [(4000, 480), (481, 480), (5, 5), (3, 1), (1, 1), (2, 1)] {
            for taps in taps(from, to) {
                assert_eq!(taps.weights.iter().sum::<i32>(), ONE, "{from} {to}");
                assert!(taps.from + taps.weights.len() <= from as usize);
            }
        }
    }
}
