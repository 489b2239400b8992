//! Smaller versions of a picture, for screens that have no use for all of it.

#[cfg(feature = "images")]
use super::format::Format;
#[cfg(feature = "images")]
use super::pixels::Pixels;

/// A picture with fewer pixels, turned upright, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallerPicture {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The file, of the same form as the original.
    pub bytes: Vec<u8>,
}

/// How wide smaller versions are: for a phone, for a phone with a fine screen or a column of text, and for such a column
/// on a fine screen.
#[cfg(feature = "images")]
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// A picture of more pixels is not made smaller: a file of some kilobytes can hold one that takes all memory.
#[cfg(feature = "images")]
const MOST_PIXELS: u64 = 64_000_000;

/// The smaller versions of the picture in the file `original`, the narrowest first. The file has to be
/// [cleaned](super::cleaned).
///
/// They are of the form of the original: JPEG, PNG and lossless WebP. A version that is not smaller in bytes than the
/// original and than the next wider is left out. So there may be none, and there is none of other forms, of moving
/// pictures, of lossy WebP (written without loss it would only grow), of pictures in the colours of printers, of a JPEG with
/// a scan for each colour, of those with more than 64 million pixels, and of what can't be decoded. Every machine makes
/// the same bytes.
#[cfg(feature = "images")]
pub fn smaller(original: &[u8]) -> Vec<SmallerPicture> {
    Format::of(original).and_then(|format| versions(format, original)).unwrap_or_default()
}

/// Nothing: this program is built without the feature `images`.
#[cfg(not(feature = "images"))]
pub fn smaller(_: &[u8]) -> Vec<SmallerPicture> {
    Vec::new()
}

#[cfg(feature = "images")]
fn versions(format: Format, original: &[u8]) -> Option<Vec<SmallerPicture>> {
    let stored = super::stored(format, original)?;
    let turned = super::orientation(format, original);
    let (width, height) = super::upright(stored, turned);
    let (wide, high) = (u64::from(width), u64::from(height));
    // One that is hardly narrower would be a file more for nothing.
    let narrower = |to: &u32| u64::from(*to) * 10 <= wide * 9;
    let widths: Vec<u32> = WIDTHS.into_iter().filter(narrower).rev().collect();
    if widths.is_empty() || wide * high > MOST_PIXELS {
        return None;
    }
    let mut pixels = Pixels::decode(format, original)?;
    let (mut made, mut most) = (Vec::new(), original.len());
    for width in widths {
        let height = (u64::from(width) * high + wide / 2) / wide;
        // It is less than that of the original.
        let height = height.max(1) as u32;
        let (across, down) = super::upright((width, height), turned);
        // Each is made of the next wider, which has far fewer pixels than the original.
        pixels = pixels.resized(across, down);
        let bytes = match turned {
            Some(turned) => pixels.turned(turned).encode(format)?,
            None => pixels.encode(format)?,
        };
        if bytes.len() < most {
            most = bytes.len();
            made.push(SmallerPicture { width, height, bytes });
        }
    }
    made.reverse();
    Some(made)
}

#[cfg(all(test, feature = "images"))]
mod tests {
    use super::super::{cleaned, recognise};
    use super::*;
    use sha2::{Digest, Sha256};

    /// A picture that no form can pack into nothing, its first quarter dark.
    fn noise(width: usize, height: usize) -> Vec<u8> {
        let mut state = 7_u32;
        let mut data = Vec::with_capacity(width * height * 3);
        for place in 0..width * height {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let is_first = place % width < width / 2 && place / width < height / 2;
            let light = if is_first { 20 } else { 200 };
            let grain = (state >> 27) as u8;
            data.extend([light + grain, light, light + grain / 2]);
        }
        data
    }

    /// A JPEG that says that it is to be turned so, and where it was taken.
    fn jpeg(width: u16, height: u16, turned: u8) -> Vec<u8> {
        let mut tiff =
            b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0CANARY"
                .to_vec();
        tiff[19] = turned;
        let mut file = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
        encoder.add_exif_metadata(&tiff).unwrap();
        let data = noise(width.into(), height.into());
        encoder.encode(&data, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
        file
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&noise(width as usize, height as usize)).unwrap();
        writer.finish().unwrap();
        file
    }

    fn webp(width: u32, height: u32) -> Vec<u8> {
        let mut file = Vec::new();
        let data = noise(width as usize, height as usize);
        image_webp::WebPEncoder::new(&mut file)
            .encode(&data, width, height, image_webp::ColorType::Rgb8)
            .unwrap();
        file
    }

    fn sizes(made: &[SmallerPicture]) -> Vec<(u32, u32)> {
        made.iter().map(|one| (one.width, one.height)).collect()
    }

    #[test]
    fn each_form_becomes_smaller_files_of_its_own() {
        for (file, name) in [
            (jpeg(1200, 100, 1), "JPEG"),
            (png(1200, 100), "PNG"),
            (webp(1200, 100), "WebP"),
        ] {
            let made = smaller(&file);
            assert_eq!(sizes(&made), [(480, 40), (960, 80)], "{name}");
            for one in &made {
                let found = recognise(&one.bytes).unwrap();
                assert_eq!(Format::of(&one.bytes).unwrap().name(), name);
                assert_eq!(found.pixels, Some((one.width, one.height)), "{name}");
                // There is nothing to take out of it.
                assert!(memchr::memmem::find(&one.bytes, b"Exif").is_none(), "{name}");
            }
            assert!(made[0].bytes.len() < made[1].bytes.len());
            assert!(made[1].bytes.len() < file.len());
        }
    }

    #[test]
    fn a_picture_is_turned_upright_and_says_no_more_how() {
        // The corner of the dark part as it is shown: at the right, at the foot.
        let corners = [
            (false, false),
            (true, false),
            (true, true),
            (false, true),
            (false, false),
            (true, false),
            (true, true),
            (false, true),
        ];
        for (turned, (is_right, is_low)) in (1..=8).zip(corners) {
            let file =
                if turned < 5 { jpeg(600, 80, turned) } else { jpeg(80, 600, turned) };
            let made = smaller(&cleaned(file).unwrap());
            assert_eq!(sizes(&made), [(480, 64)], "{turned}");
            assert!(memchr::memmem::find(&made[0].bytes, b"Exif").is_none());
            let pixels = Pixels::decode(Format::Jpeg, &made[0].bytes).unwrap();
            for (x, y) in [(false, false), (true, false), (false, true), (true, true)] {
                let at = |is_far: bool, size: usize| if is_far { size - 10 } else { 10 };
                let light = pixels.first_byte(at(x, 480), at(y, 64));
                let is_dark = (x, y) == (is_right, is_low);
                assert_eq!(light < 120, is_dark, "{turned} {x} {y}: {light}");
            }
        }
    }

    #[test]
    fn what_has_no_smaller_version_has_none() {
        for file in
            [jpeg(500, 20, 1), png(480, 20), Vec::new(), b"\xff\xd8\xff\xe0".to_vec()]
        {
            assert_eq!(smaller(&file), []);
        }
        // A JPEG with a scan for each colour.
        let mut parted = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut parted, 95);
        encoder.set_optimized_huffman_tables(true);
        encoder.encode(&noise(600, 20), 600, 20, jpeg_encoder::ColorType::Rgb).unwrap();
        assert_eq!(smaller(&parted), []);
        // Of one colour it is but a few bytes, and would be no smaller with fewer pixels.
        let mut flat = Vec::new();
        let mut encoder = png::Encoder::new(&mut flat, 1200, 2);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[0; 300]).unwrap();
        writer.finish().unwrap();
        assert_eq!(smaller(&flat), []);
    }

    #[test]
    fn a_picture_that_would_take_all_memory_is_left() {
        let mut huge = png(1200, 4);
        // Its head says that it is 100,000 × 100,000 pixels large.
        huge[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
        assert_eq!(smaller(&huge), []);
    }

    #[test]
    fn damaged_files_are_no_trouble() {
        for file in [jpeg(600, 20, 6), png(600, 20), webp(600, 20)] {
            for end in (0..file.len()).step_by(97) {
                smaller(&file[..end]);
            }
            for at in (0..file.len()).step_by(53) {
                let mut damaged = file.clone();
                damaged[at] ^= 0x41;
                smaller(&damaged);
            }
        }
    }

    #[test]
    fn every_machine_makes_the_same_bytes() {
        let made = [jpeg(1200, 100, 1), png(1200, 100), webp(1200, 100)].map(|file| {
            let sum = Sha256::digest(&smaller(&file).remove(0).bytes);
            format!(
                "{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}",
                sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]
            )
        });
        assert_eq!(made, ["ca2716f9c6b9", "b3c40746f14c", "6bee5c0926a5"]);
    }
}
