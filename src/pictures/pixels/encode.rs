//! From pixels to a file. Of metadata it has nothing but what the colours mean.

use super::Pixels;
use crate::pictures::format::Format;
use image_webp::WebPEncoder;
use jpeg_encoder::SamplingFactor;
use std::borrow::Cow;

/// The quality of a JPEG, of 100: beyond it the bytes grow faster than anybody sees.
const QUALITY: u8 = 80;

impl Pixels {
    /// The picture as a file of this form.
    pub(in crate::pictures) fn encode(&self, format: Format) -> Option<Vec<u8>> {
        match format {
            Format::Jpeg => self.jpeg(),
            Format::Png => self.png(),
            Format::Webp => self.webp(),
            Format::Gif
            | Format::Avif
            | Format::Svg
            | Format::Tiff
            | Format::Opaque(_) => None,
        }
    }

    fn jpeg(&self) -> Option<Vec<u8>> {
        let colours = match self.channels {
            1 => jpeg_encoder::ColorType::Luma,
            3 => jpeg_encoder::ColorType::Rgb,
            _ => return None,
        };
        let width = u16::try_from(self.width).ok()?;
        let height = u16::try_from(self.height).ok()?;
        let mut file = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut file, QUALITY);
        encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
        if let Some(profile) = &self.profile {
            encoder.add_icc_profile(profile).ok()?;
        }
        encoder.encode(&self.data, width, height, colours).ok()?;
        Some(file)
    }

    fn png(&self) -> Option<Vec<u8>> {
        let mut info = png::Info::with_size(self.width, self.height);
        info.bit_depth = png::BitDepth::Eight;
        info.color_type = match self.channels {
            1 => png::ColorType::Grayscale,
            2 => png::ColorType::GrayscaleAlpha,
            3 => png::ColorType::Rgb,
            4 => png::ColorType::Rgba,
            _ => return None,
        };
        info.icc_profile = self.profile.as_deref().map(Cow::Borrowed);
        let mut file = Vec::new();
        let mut encoder = png::Encoder::with_info(&mut file, info).ok()?;
        encoder.set_compression(png::Compression::Balanced);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&self.data).ok()?;
        writer.finish().ok()?;
        Some(file)
    }

    fn webp(&self) -> Option<Vec<u8>> {
        let colours = match self.channels {
            3 => image_webp::ColorType::Rgb8,
            4 => image_webp::ColorType::Rgba8,
            _ => return None,
        };
        let mut file = Vec::new();
        let mut encoder = WebPEncoder::new(&mut file);
        if let Some(profile) = &self.profile {
            encoder.set_icc_profile(profile.clone());
        }
        encoder.encode(&self.data, self.width, self.height, colours).ok()?;
        Some(file)
    }
}
