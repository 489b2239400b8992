//! What a PDF tells beside what its pages show: who made it, where on whose disk it lay, and text that nobody sees.

use super::document::PdfFile;
use super::object::PdfValue;
use super::{MOST_PAGES, cmap};
use crate::copies::aside::Aside;
use crate::copies::transcript::Unread;
use std::collections::BTreeSet;

/// How paths on the disk of whoever made a file begin.
const PATHS: [&str; 6] =
    ["/users/", "/home/", ":\\users\\", ":/users/", "file://", "\\\\"];

/// What a PDF tells beside its pages.
pub(in crate::copies) fn told(bytes: &[u8]) -> Result<BTreeSet<Aside>, Unread> {
    let document = PdfFile::open(bytes)?;
    let mut told = BTreeSet::new();
    for record in document.records() {
        let entries = record.0.iter().filter_map(|(name, value)| {
            let PdfValue::Text(text) = document.at(value) else { return None };
            Some((name.as_slice(), words(text)))
        });
        for (name, text) in entries {
            let is_author = matches!(name, b"Author" | b"Manager" | b"Company");
            if is_author && !text.trim().is_empty() {
                told.insert(Aside::Author);
            }
            note_paths(&text, &mut told);
        }
        // Who wrote a comment (ISO 32000-1, 12.5.6.2).
        let is_comment =
            record.is("Annot") && record.get("Subtype").name() != Some(b"Widget");
        if is_comment && *record.get("T") != PdfValue::Null {
            told.insert(Aside::Author);
        }
    }
    for (record, source) in document.streams() {
        if record.is("Metadata")
            && let Some(packet) = document.unpacked(record, source)
        {
            note_packet(&String::from_utf8_lossy(&packet), &mut told);
        }
    }
    for page in document.pages(MOST_PAGES) {
        let contents = page.page.record().map(|page| document.get(page, "Contents"));
        for stream in contents.into_iter().flat_map(|one| match one.list() {
            [] => vec![one],
            list => list.iter().map(|one| document.at(one)).collect(),
        }) {
            let PdfValue::Stream(record, source) = stream else { continue };
            let drawn = document.unpacked(record, source).unwrap_or_default();
            if hides(&drawn) {
                told.insert(Aside::HiddenText);
            }
        }
    }
    if document.is_spent() { Err(Unread::TooLarge) } else { Ok(told) }
}

/// A text of a record: UTF-16 behind its mark, else one byte a letter.
fn words(text: &[u8]) -> String {
    match text {
        [0xfe, 0xff, rest @ ..] => cmap::utf16(rest),
        _ => text.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn note_paths(text: &str, told: &mut BTreeSet<Aside>) {
    let text = text.to_lowercase();
    if PATHS.iter().any(|path| text.contains(path)) {
        told.insert(Aside::PathOnDisk);
    }
}

/// What a packet of XMP (ISO 16684-1) tells.
fn note_packet(packet: &str, told: &mut BTreeSet<Aside>) {
    let names = |element: &str| {
        let (_, behind) = packet.split_once(&format!("<{element}"))?;
        let inside = behind.split(&format!("</{element}")).next()?;
        Some(
            inside
                .split('<')
                .filter_map(|part| part.split_once('>'))
                .any(|(_, words)| words.contains(char::is_alphanumeric)),
        )
    };
    if ["dc:creator", "pdf:Author", "photoshop:AuthorsPosition"]
        .into_iter()
        .any(|element| names(element) == Some(true))
    {
        told.insert(Aside::Author);
    }
    note_paths(packet, told);
}

/// Whether a page draws text in the mode that shows none (ISO 32000-1, 9.3.6).
fn hides(drawn: &[u8]) -> bool {
    memchr::memmem::find_iter(drawn, b"3 Tr").any(|at| {
        let before = at.checked_sub(1).map_or(b' ', |before| drawn[before]);
        let behind = drawn.get(at + 4).copied().unwrap_or(b' ');
        before.is_ascii_whitespace() && behind.is_ascii_whitespace()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of one page that draws `drawn`, with another object.
    fn pdf(drawn: &str, object: &str) -> Vec<u8> {
        format!(
            "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n\
             2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n\
             3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj\n\
             4 0 obj << /Length {} >> stream\n{drawn}\nendstream endobj\n\
             5 0 obj {object} endobj\ntrailer << /Root 1 0 R /Info 5 0 R >>\n%%EOF\n",
            drawn.len(),
        )
        .into_bytes()
    }

    fn of(drawn: &str, object: &str) -> Vec<Aside> {
        told(&pdf(drawn, object)).unwrap().into_iter().collect()
    }

    #[test]
    fn who_made_it_is_told_in_each_form() {
        for object in [
            "<< /Author (Jane Doe) >>",
            "<< /Author <4A616E65> >>",
            "<< /Author <FEFF004A0061006E0065> >>",
            "<< /Type /Annot /Subtype /Text /T (Jane Doe) >>",
            "<< /Type /Metadata /Length 89 >> stream\n<x><dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator></x>           \nendstream",
        ] {
            assert_eq!(of("", object), [Aside::Author], "{object}");
        }
    }

    #[test]
    fn a_path_and_hidden_text_are_told() {
        for path in [
            "C:\\\\Users\\\\jane\\\\a.doc",
            "file:///Users/jane/a.doc",
            "/home/jane/a.tex",
        ] {
            assert_eq!(
                of("", &format!("<< /Title ({path}) >>")),
                [Aside::PathOnDisk],
                "{path}"
            );
        }
        assert_eq!(of("BT 3 Tr (seen by nobody) Tj ET", "<< >>"), [Aside::HiddenText]);
    }

    #[test]
    fn what_tells_nothing_more_is_let_pass() {
        for object in [
            "<< >>",
            "<< /Title (On the office) /Producer (A program 3.1) >>",
            "<< /Author () >>",
            "<< /Type /Annot /Subtype /Widget /T (field1) >>",
            "<< /Type /Metadata /Length 41 >> stream\n<x><dc:creator><rdf:Seq/></dc:creator></x>\nendstream",
        ] {
            assert_eq!(of("BT 0 Tr 13 Tr (shown) Tj ET", object), [], "{object}");
        }
        assert!(told(b"%PDF-1.4\n").is_err());
    }
}
