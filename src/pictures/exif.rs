//! How a picture is to be turned, as Exif (CIPA DC-008) says it: the one thing of it that is kept.

/// How a picture is to be turned or mirrored before it is shown: 2 to 8, as TIFF 6.0 numbers them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation(u8);

/// The number of the tag, and of the type of its value.
const TAG: u16 = 0x0112;
const SHORT: u16 = 3;

impl Orientation {
    /// What the TIFF structure `tiff` says; nothing where it says that the picture stands upright.
    pub(super) fn read(tiff: &[u8]) -> Option<Self> {
        // In a WebP some programs repeat what only a JPEG needs.
        let tiff = tiff.strip_prefix(b"Exif\0\0").unwrap_or(tiff);
        let is_little = match tiff.first_chunk()? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let short = |at: usize| {
            let bytes = *tiff.get(at..)?.first_chunk()?;
            Some(if is_little {
                u16::from_le_bytes(bytes)
            } else {
                u16::from_be_bytes(bytes)
            })
        };
        let bytes = *tiff.get(4..)?.first_chunk()?;
        let table =
            if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        let table = table as usize;
        let count = usize::from(short(table)?);
        let entries = (0..count).map(|nth| table.saturating_add(2 + nth * 12));
        let entry = entries
            .take_while(|at| at.saturating_add(12) <= tiff.len())
            .find(|at| short(*at) == Some(TAG) && short(at + 2) == Some(SHORT))?;
        match short(entry + 8)? {
            turned @ 2..=8 => Some(Orientation(turned as u8)),
            _ => None,
        }
    }

    /// Whether what is stored as width is the height of what is shown.
    pub(super) fn is_sideways(self) -> bool {
        self.0 >= 5
    }

    /// Where the pixel that is shown at a column and a row is stored, in a picture that is stored with this width and
    /// height.
    #[cfg(feature = "images")]
    pub(super) fn stored_at(
        self,
        (x, y): (usize, usize),
        (wide, high): (usize, usize),
    ) -> (usize, usize) {
        match self.0 {
            2 => (wide - 1 - x, y),
            3 => (wide - 1 - x, high - 1 - y),
            4 => (x, high - 1 - y),
            5 => (y, x),
            6 => (y, high - 1 - x),
            7 => (wide - 1 - y, high - 1 - x),
            8 => (wide - 1 - y, x),
            _ => (x, y),
        }
    }

    /// The TIFF structure that says this and nothing else.
    pub(super) fn tiff(self) -> [u8; 26] {
        let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
        tiff[19] = self.0;
        tiff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for number in 2..=8 {
            let turned = Orientation(number);
            assert_eq!(Orientation::read(&turned.tiff()), Some(turned));
        }
        assert_eq!(Orientation::read(&Orientation(1).tiff()), None);
        assert_eq!(Orientation::read(&Orientation(9).tiff()), None);
    }

    #[test]
    fn the_other_order_of_bytes_is_read_too() {
        let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(Orientation::read(tiff), Some(Orientation(6)));
        let long = [b"Exif\0\0", &tiff[..]].concat();
        assert_eq!(Orientation::read(&long), Some(Orientation(6)));
    }

    #[test]
    fn what_is_cut_or_lies_says_nothing() {
        let tiff = Orientation(6).tiff();
        for end in 0..18 {
            assert_eq!(Orientation::read(&tiff[..end]), None, "{end}");
        }
        let mut far = tiff;
        far[4..8].copy_from_slice(&[0xff; 4]);
        assert_eq!(Orientation::read(&far), None);
        let mut many = tiff;
        many[8..12].copy_from_slice(&[0xff; 4]);
        assert_eq!(Orientation::read(&many), None);
    }
}
