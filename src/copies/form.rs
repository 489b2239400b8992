//! In which form a copy is: by its first bytes, else by the ending of its name, else by its first words.

/// In which form a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CopyForm {
    Plain,
    Markdown,
    Html,
    Mail,
    Pdf,
    WebArchive,
    PackedArchive,
    Subtitles,
    Pictures,
}

/// Endings of pictures and recordings, which hold no text.
const WITHOUT_TEXT: [&str; 22] = [
    "aac", "avif", "bmp", "flac", "gif", "heic", "jpeg", "jpg", "m4a", "m4v", "mkv",
    "mov", "mp3", "mp4", "ogg", "opus", "png", "svg", "tif", "tiff", "webm", "webp",
];

impl CopyForm {
    pub(super) fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        Self::by_first_bytes(bytes)
            .or_else(|| Self::by_ending(name))
            .or_else(|| Self::by_words(bytes))
    }

    /// A form that its first bytes tell from all others.
    fn by_first_bytes(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'P', b'K', 3, 4, ..] => Some(CopyForm::PackedArchive),
            [0x1f, 0x8b, ..] => Some(CopyForm::WebArchive),
            // Some programs put a line or two before it.
            _ if memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-")
                .is_some() =>
            {
                Some(CopyForm::Pdf)
            }
            _ => bytes.starts_with(b"WARC/").then_some(CopyForm::WebArchive),
        }
    }

    fn by_words(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(1024)];
        let text: String =
            head.iter().map(|byte| byte.to_ascii_lowercase() as char).collect();
        let text = text.trim_start_matches(|c: char| !c.is_ascii_graphic());
        let is_html = text.starts_with("<!doctype html") || text.starts_with("<html");
        is_html.then_some(CopyForm::Html)
    }

    fn by_ending(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let ending = ending.to_ascii_lowercase();
        Some(match &*ending {
            "txt" | "text" | "csv" | "tsv" | "log" => CopyForm::Plain,
            "md" | "markdown" => CopyForm::Markdown,
            "html" | "htm" | "xhtml" => CopyForm::Html,
            "eml" | "mht" | "mhtml" => CopyForm::Mail,
            "srt" | "vtt" | "sbv" => CopyForm::Subtitles,
            other if WITHOUT_TEXT.contains(&other) => CopyForm::Pictures,
            _ => return None,
        })
    }
}
