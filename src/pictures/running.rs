//! What a file of XML would do beside being shown.

use super::address::{is_inside, squeezed};
use super::css;
use super::svg::Text;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

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

/// What a file would do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Active {
    /// What is in it that would be run or fetched, as the end of a sentence: `it has a handler …`.
    pub what: String,
    /// In which line, from 1, where it is one of XML.
    pub line: Option<u32>,
}

impl Active {
    pub(super) fn new(what: impl Into<String>, line: Option<u32>) -> Self {
        Active { what: what.into(), line }
    }
}

/// What a file of XML would do beside being shown, if anything.
pub(super) fn running(bytes: &[u8]) -> Option<Active> {
    let text = Text::of(bytes);
    let Text::Readable(readable) = &text else {
        let what = "its characters can't be told apart: it is not UTF-8";
        return Some(Active::new(what, None));
    };
    let mut reader = NsReader::from_str(readable.trim_start());
    let mut reading = XmlReading::default();
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
struct XmlReading {
    /// How many elements are open.
    depth: usize,
    /// The rules of the style element that is open.
    style: Option<String>,
}

impl XmlReading {
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
