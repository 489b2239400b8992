//! Pictures: whether a file is one that browsers show, and how large it is.

/// What the first bytes of a picture tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Width and height in pixels, where they are told.
    pub pixels: Option<(u32, u32)>,
}

/// How many of a file's first bytes are looked at: a JPEG's size may stand behind its metadata.
pub(super) const HEAD: usize = 512 << 10;

/// The picture that begins with these bytes, if they are those of one that browsers show.
pub(super) fn recognise(head: &[u8]) -> Option<Picture> {
    use imagesize::ImageType;
    if is_svg(head) {
        return Some(Picture { pixels: None });
    }
    match imagesize::image_type(head).ok()? {
        ImageType::Png
        | ImageType::Jpeg
        | ImageType::Gif
        | ImageType::Webp
        | ImageType::Heif(imagesize::Compression::Av1) => {
            let size = imagesize::blob_size(head).ok()?;
            let pixels =
                (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
            Some(Picture { pixels: Some(pixels) })
        }
        _ => None,
    }
}

fn is_svg(head: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&head[..head.len().min(1024)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<svg") || (start.starts_with("<?xml") && start.contains("<svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        let gif = b"GIF89a\x02\x00\x03\x00\x00\x00\x00;";
        assert_eq!(recognise(gif).and_then(|p| p.pixels), Some((2, 3)));
        assert!(recognise(b"<?xml version=\"1.0\"?><svg xmlns=\"x\"/>").is_some());
        assert!(recognise(b"not a picture, whatever its name says").is_none());
        assert!(recognise(b"").is_none());
    }
}
