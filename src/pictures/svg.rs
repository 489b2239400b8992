//! SVG: whether a text is one, and how large it is shown.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// Whether an SVG begins so: behind what may stand before the first element.
pub(super) fn is_one(head: &[u8]) -> bool {
    // Most files that are asked about are photographs and films.
    let start = head.trim_ascii_start();
    let may_be = matches!(start.first(), Some(b'<' | 0xef | 0xfe | 0xff));
    may_be && root(head).is_some_and(|root| root.local_name().as_ref() == "svg")
}

/// The start tag of the first element.
fn root(head: &[u8]) -> Option<BytesStart<'static>> {
    let text = Text::of(head);
    let text = text.readable();
    let mut reader = Reader::from_str(text.trim_start());
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => return Some(start.into_owned()),
            Event::Text(text) if text.trim().is_empty() => {}
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            _ => return None,
        }
    }
}

/// Width and height in pixels, where it says both: as lengths, or by the part of the plane that it shows (SVG 2,
/// section 8.2).
pub(super) fn size(head: &[u8]) -> Option<(u32, u32)> {
    let root = root(head)?;
    let value = |name: &str| {
        let found = root.try_get_attribute(name).ok()??;
        Some(found.normalized_value(XmlVersion::Explicit1_0).ok()?.into_owned())
    };
    let box_size = value("viewBox").and_then(|text| {
        let numbers =
            text.split([' ', ',', '\n', '\t', '\r']).filter(|one| !one.is_empty());
        let numbers: Vec<f64> = numbers.map_while(|one| one.parse().ok()).collect();
        match numbers[..] {
            [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
            _ => None,
        }
    });
    let given = |name| value(name).and_then(|text| length(&text));
    let (width, height) = match (given("width"), given("height"), box_size) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(size)) => size,
        _ => return None,
    };
    let whole = |length: f64| {
        let rounded = length.round().max(1.0);
        (rounded <= f64::from(u16::MAX)).then_some(rounded as u32)
    };
    Some((whole(width)?, whole(height)?))
}

/// A length in pixels (CSS Values, section 6.2); none where it depends on what is around the picture.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let end =
        text.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let pixels = match unit.to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "q" => 96.0 / 101.6,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    let number: f64 = number.trim().parse().ok()?;
    (number.is_finite() && number > 0.0).then_some(number * pixels)
}

/// The text of a file that may be XML.
pub(super) enum Text<'b> {
    /// As it is read, encoded as it should be.
    Readable(Cow<'b, str>),
    /// What of it can be read; browsers might read something else.
    Doubtful(Cow<'b, str>),
}

impl<'b> Text<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
            return Text::utf8(rest);
        }
        let little = bytes.strip_prefix(b"\xff\xfe").map(|rest| (rest, true));
        let big = || bytes.strip_prefix(b"\xfe\xff").map(|rest| (rest, false));
        if let Some((rest, is_little)) = little.or_else(big) {
            return Text::utf16(rest, is_little);
        }
        match declared(bytes).as_deref() {
            None | Some("utf-8" | "utf8") => Text::utf8(bytes),
            Some(name) if is_like_ascii(name) => {
                Text::Readable(bytes.iter().map(|byte| char::from(*byte)).collect())
            }
            Some(_) => Text::Doubtful(String::from_utf8_lossy(bytes)),
        }
    }

    fn utf8(bytes: &'b [u8]) -> Self {
        match String::from_utf8_lossy(bytes) {
            Cow::Borrowed(text) => Text::Readable(Cow::Borrowed(text)),
            lossy => Text::Doubtful(lossy),
        }
    }

    fn utf16(bytes: &[u8], is_little: bool) -> Self {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let unit = |pair: &[u8; 2]| match is_little {
            true => u16::from_le_bytes(*pair),
            false => u16::from_be_bytes(*pair),
        };
        let units: Vec<u16> = pairs.iter().map(unit).collect();
        match String::from_utf16(&units) {
            Ok(text) if rest.is_empty() => Text::Readable(text.into()),
            _ => Text::Doubtful(String::from_utf16_lossy(&units).into()),
        }
    }

    fn readable(&self) -> &str {
        let (Text::Readable(text) | Text::Doubtful(text)) = self;
        text
    }
}

/// The encoding that the first line of a file of XML names, in small letters.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(256)];
    let text = String::from_utf8_lossy(head);
    let mut reader = Reader::from_str(&text);
    match reader.read_event().ok()? {
        Event::Decl(declaration) => {
            Some(declaration.encoding()?.ok()?.trim().to_ascii_lowercase())
        }
        _ => None,
    }
}

/// Whether in an encoding every byte of ASCII is that of ASCII and nothing else.
fn is_like_ascii(name: &str) -> bool {
    name == "us-ascii"
        || name == "ascii"
        || name.starts_with("iso-8859-")
        || name.starts_with("windows-125")
}
