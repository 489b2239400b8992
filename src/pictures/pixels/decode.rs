//! From a file to pixels. What can't be decoded, or not as its colours are meant, is no picture here.

use super::Pixels;
use crate::pictures::format::Format;
use crate::pictures::jpeg::has_scan_for_each_colour;
use image_webp::WebPDecoder;
use png::{BitDepth, ColorType, Transformations};
use std::io::Cursor;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// So much room a decoder may take beside the pixels.
const MOST_ROOM: usize = 512 << 20;

/// The gamma of sRGB, as a PNG tells it.
const GAMMA_OF_SRGB: u32 = 45_455;

impl Pixels {
    /// The pixels of a file that is a still picture of this form.
    pub(in crate::pictures) fn decode(format: Format, file: &[u8]) -> Option<Pixels> {
        let pixels = match format {
            Format::Jpeg => jpeg(file),
            Format::Png => png(file),
            Format::Webp => webp(file),
            Format::Gif
            | Format::Avif
            | Format::Svg
            | Format::Tiff
            | Format::Opaque(_) => None,
        }?;
        let expected = pixels.width as usize * pixels.height as usize * pixels.channels;
        let fits = pixels.profile.as_deref().is_none_or(|profile| {
            // The colours of a printer are not those that were decoded.
            let is_grey = pixels.channels < 3;
            profile.get(16..20) == Some(if is_grey { b"GRAY" } else { b"RGB " })
        });
        (fits && expected > 0 && pixels.data.len() == expected).then_some(pixels)
    }
}

fn jpeg(file: &[u8]) -> Option<Pixels> {
    if has_scan_for_each_colour(file) {
        return None;
    }
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().ok()?;
    let (colours, channels) = match decoder.input_colorspace()? {
        ColorSpace::Luma => (ColorSpace::Luma, 1),
        ColorSpace::YCbCr | ColorSpace::RGB => (ColorSpace::RGB, 3),
        _ => return None,
    };
    decoder.set_options(options.jpeg_set_out_colorspace(colours));
    let data = decoder.decode().ok()?;
    let info = decoder.info()?;
    Some(Pixels {
        width: u32::from(info.width),
        height: u32::from(info.height),
        channels,
        data,
        profile: decoder.icc_profile(),
    })
}

fn png(file: &[u8]) -> Option<Pixels> {
    let limits = png::Limits { bytes: MOST_ROOM };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().ok()?;
    let info = reader.info();
    let profile = info.icc_profile.as_deref().map(<[u8]>::to_vec);
    let gamma = info.source_gamma.map(png::ScaledFloat::into_scaled);
    let is_srgb = info.srgb.is_some() || gamma.is_none_or(|one| one == GAMMA_OF_SRGB);
    let moves = info.animation_control.is_some();
    if moves
        || info.coding_independent_code_points.is_some()
        || profile.is_none() && !is_srgb
    {
        return None;
    }
    let (width, height) = info.size();
    let channels = match reader.output_color_type() {
        (ColorType::Grayscale, BitDepth::Eight) => 1,
        (ColorType::GrayscaleAlpha, BitDepth::Eight) => 2,
        (ColorType::Rgb, BitDepth::Eight) => 3,
        (ColorType::Rgba, BitDepth::Eight) => 4,
        _ => return None,
    };
    let mut data = vec![0; reader.output_buffer_size()?];
    reader.next_frame(&mut data).ok()?;
    Some(Pixels { width, height, channels, data, profile })
}

fn webp(file: &[u8]) -> Option<Pixels> {
    let mut decoder = WebPDecoder::new(Cursor::new(file)).ok()?;
    decoder.set_memory_limit(MOST_ROOM);
    if decoder.is_animated() || decoder.is_lossy() {
        return None;
    }
    let (width, height) = decoder.dimensions();
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut data = vec![0; decoder.output_buffer_size()?];
    decoder.read_image(&mut data).ok()?;
    let profile = decoder.icc_profile().ok()?;
    Some(Pixels { width, height, channels, data, profile })
}
