//! The pixels of a picture: read from a file, made fewer, turned, and written again.

mod decode;
mod encode;
mod resize;

use super::exif::Orientation;

/// A picture as rows of pixels, from the top.
pub(super) struct Pixels {
    width: u32,
    height: u32,
    /// How many bytes a pixel has: grey, grey and alpha, three colours, three colours and alpha.
    channels: usize,
    data: Vec<u8>,
    /// What the colours mean (ICC.1), where the file tells.
    profile: Option<Vec<u8>>,
}

impl Pixels {
    /// The first byte of a pixel.
    #[cfg(test)]
    pub(super) fn first_byte(&self, x: usize, y: usize) -> u8 {
        self.data[(y * self.width as usize + x) * self.channels]
    }

    /// The picture as it is to be seen that is stored so.
    pub(super) fn turned(&self, how: Orientation) -> Pixels {
        let (stored_wide, stored_high) = (self.width as usize, self.height as usize);
        let is_sideways = how.is_sideways();
        let (wide, high) = match is_sideways {
            true => (stored_high, stored_wide),
            false => (stored_wide, stored_high),
        };
        let mut data = Vec::with_capacity(self.data.len());
        for y in 0..high {
            for x in 0..wide {
                let (column, row) = how.stored_at((x, y), (stored_wide, stored_high));
                let at = (row * stored_wide + column) * self.channels;
                data.extend_from_slice(&self.data[at..at + self.channels]);
            }
        }
        Pixels {
            // These are the width and the height of before.
            width: wide as u32,
            height: high as u32,
            channels: self.channels,
            data,
            profile: self.profile.clone(),
        }
    }
}
