//! SVG: whether a text is one, how large it is shown, and whether it would do more than be seen.

use super::active::Active;
use super::css;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, Reader, XmlVersion};
use std::borrow::Cow;

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// Elements that run, or that hold what isn't a picture. Names of XML are compared without regard to case, since a file
/// may be served as HTML.
const RUNNING: [&str; 10] = [
    "script",
    "foreignobject",
    "handler",
    "listener",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
];

/// Attributes that hold the address of something.
const ADDRESSES: [&str; 4] = ["href", "src", "data", "ping"];

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

/// Whether an address leads to a part of the same picture, or holds a picture or a font itself.
pub(super) fn is_inside(address: &str) -> bool {
    let address = squeezed(address);
    let embedded = [
        "data:image/png",
        "data:image/jpeg",
        "data:image/jpg",
        "data:image/gif",
        "data:image/webp",
        "data:font/",
        "data:application/font",
        "data:application/x-font",
        "data:application/vnd.ms-fontobject",
    ];
    address.is_empty()
        || address.starts_with('#')
        || embedded.iter().any(|start| address.starts_with(start))
}

/// An address as browsers read it: without white space and control characters, the letters small.
fn squeezed(address: &str) -> String {
    let is_read = |c: &char| !c.is_whitespace() && !c.is_control();
    address.chars().filter(is_read).map(|c| c.to_ascii_lowercase()).collect()
}

/// The text of a file that may be XML.
enum Text<'b> {
    /// As it is read, encoded as it should be.
    Readable(Cow<'b, str>),
    /// What of it can be read; browsers might read something else.
    Doubtful(Cow<'b, str>),
}

impl<'b> Text<'b> {
    fn of(bytes: &'b [u8]) -> Self {
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

/// What a file of XML would do beside being shown, if anything.
pub(super) fn running(bytes: &[u8]) -> Option<Active> {
    let text = Text::of(bytes);
    let Text::Readable(readable) = &text else {
        let what = "its characters can't be told apart: it is not UTF-8";
        return Some(Active::new(what, None));
    };
    let mut reader = NsReader::from_str(readable.trim_start());
    let mut reading = Reading::default();
    loop {
        let at = reader.buffer_position() as usize;
        let found = match reader.read_resolved_event() {
            Ok((_, Event::Eof)) if reading.depth == 0 => return None,
            Err(_) | Ok((_, Event::Eof)) => Some("it is not well-formed XML".to_owned()),
            Ok((space, event)) => reading.event(&space, event),
        };
        if let Some(what) = found {
            let before = readable.len() - readable.trim_start().len() + at;
            let before = readable.as_bytes().get(..before).unwrap_or_default();
            let line = 1 + memchr::memchr_iter(b'\n', before).count() as u32;
            return Some(Active::new(what, Some(line)));
        }
    }
}

/// What has been read of a file of XML.
#[derive(Default)]
struct Reading {
    /// How many elements are open.
    depth: usize,
    /// The rules of the style element that is open.
    style: Option<String>,
}

impl Reading {
    /// What the next part of the file would do.
    fn event(&mut self, space: &ResolveResult<'_>, event: Event<'_>) -> Option<String> {
        match event {
            Event::Start(start) => {
                self.depth += 1;
                if is_style(start.local_name().as_ref()) {
                    self.style = Some(String::new());
                }
                element(space, &start)
            }
            Event::Empty(start) => element(space, &start),
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                let ends = is_style(end.local_name().as_ref());
                let rules = ends.then(|| self.style.take())??;
                css::fetches(&rules).map(str::to_owned)
            }
            Event::Text(text) => self.words(&text),
            Event::CData(text) => self.words(&text),
            Event::GeneralRef(entity) => match character(&entity) {
                Some(c) => self.words(c.encode_utf8(&mut [0; 4])),
                None => Some("it uses an entity".to_owned()),
            },
            Event::PI(instruction) => (instruction.target() == "xml-stylesheet")
                .then(|| "it names a style sheet".to_owned()),
            Event::DocType(doctype) => doctype
                .contains(['[', '<', '>'])
                .then(|| "its document type declares entities".to_owned()),
            Event::Decl(_) | Event::Comment(_) | Event::Eof => None,
        }
    }

    fn words(&mut self, words: &str) -> Option<String> {
        if let Some(style) = &mut self.style {
            style.push_str(words);
        }
        None
    }
}

fn is_style(name: &str) -> bool {
    name.eq_ignore_ascii_case("style")
}

/// The character of a reference that XML itself knows.
fn character(entity: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match &**entity {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => entity.resolve_char_ref().ok().flatten(),
    }
}

/// What one element would do.
fn element(space: &ResolveResult<'_>, start: &BytesStart<'_>) -> Option<String> {
    let name = start.local_name();
    let name = name.as_ref();
    let small = name.to_ascii_lowercase();
    if start.contains('<') {
        return Some("it is not well-formed XML".to_owned());
    }
    if RUNNING.contains(&small.as_str()) {
        return Some(format!("it has an element `{name}`"));
    }
    let is_picture = match space {
        ResolveResult::Bound(Namespace(XHTML | MATHML)) => {
            return Some(format!("it has an element `{name}` of a page"));
        }
        ResolveResult::Bound(Namespace(space)) => *space == SVG,
        ResolveResult::Unbound | ResolveResult::Unknown(_) => true,
    };
    for attribute in start.attributes() {
        let value = attribute.as_ref().ok().and_then(|attribute| {
            attribute.normalized_value(XmlVersion::Explicit1_0).ok()
        });
        let (Ok(attribute), Some(value)) = (attribute, value) else {
            return Some(format!("the element `{name}` is not well-formed"));
        };
        let found =
            attribute_of(&small, attribute.key.local_name().as_ref(), &value, is_picture);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// What an attribute of the element `element` would do.
fn attribute_of(
    element: &str,
    name: &str,
    value: &str,
    is_picture: bool,
) -> Option<String> {
    let small = name.to_ascii_lowercase();
    if small.starts_with("on") {
        return Some(format!("it has a handler `{name}`"));
    }
    let address = squeezed(value);
    if address.starts_with("javascript:") || address.starts_with("vbscript:") {
        return Some(format!("`{name}` holds a script"));
    }
    if small == "attributename" {
        // An animation may set what the file itself must not have.
        let set = address.rsplit(':').next().unwrap_or_default();
        return (set == "href" || set.starts_with("on"))
            .then(|| format!("an animation sets `{value}`"));
    }
    if small == "base" {
        return Some("it says that it lies elsewhere (`xml:base`)".to_owned());
    }
    if is_picture && ADDRESSES.contains(&small.as_str()) && !is_inside(value) {
        let is_link = element == "a" && small == "href" && !address.starts_with("data:");
        return (!is_link).then(|| format!("`{name}` of `{element}` names another file"));
    }
    css::fetches(value).map(str::to_owned)
}
