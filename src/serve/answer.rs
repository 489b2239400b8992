//! What is sent: a status, a type and the bytes.

use super::guard::Refusal;
use super::page;
use crate::files::OutPath;
use hyper::body::Bytes;

/// The script that pages are given.
const SCRIPT: &str = include_str!("live.js");

/// Its style sheet.
const STYLE: &str = include_str!("live.css");

/// An answer that is whole when it is sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WebAnswer {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    /// Where it leads to, if it does.
    pub(super) to: Option<String>,
    pub(super) body: Bytes,
}

impl WebAnswer {
    fn new(status: u16, kind: &'static str, body: impl Into<Bytes>) -> Self {
        WebAnswer { status, kind, to: None, body: body.into() }
    }

    /// Why there is none.
    pub(super) fn refused(refusal: Refusal) -> Self {
        WebAnswer::new(refusal.status(), TEXT, refusal.reason())
    }

    /// There is nothing at this address.
    pub(super) fn nothing() -> Self {
        WebAnswer::new(404, TEXT, "There is nothing at this address.\n")
    }

    /// The same address with a `/` behind it, as links on that page count from there.
    pub(super) fn folder(path: &str) -> Self {
        WebAnswer { to: Some(format!("{path}/")), ..WebAnswer::new(308, TEXT, "") }
    }

    /// A file of the site.
    pub(super) fn file(path: &OutPath, bytes: Bytes, mark: Option<&str>) -> Self {
        match kind(path) {
            HTML => {
                WebAnswer::new(200, HTML, page::live(&bytes, &page::key(&bytes), mark))
            }
            kind => WebAnswer::new(200, kind, bytes),
        }
    }

    /// The site's own page for what is not there.
    pub(super) fn not_found(bytes: &[u8]) -> Self {
        let shown = page::live(&page::at_the_top(bytes), &page::key(bytes), None);
        WebAnswer::new(404, HTML, shown)
    }

    /// A mistake, where there is no page to show it on.
    pub(super) fn fault(fault: &str) -> Self {
        WebAnswer::new(500, HTML, page::of_fault(fault))
    }

    /// The script that pages are given.
    pub(super) fn script() -> Self {
        WebAnswer::new(200, SCRIPTED, SCRIPT)
    }

    /// Its style sheet.
    pub(super) fn style() -> Self {
        WebAnswer::new(200, "text/css; charset=utf-8", STYLE)
    }

    /// Data for the script.
    pub(super) fn data(json: String) -> Self {
        WebAnswer::new(200, JSON, json)
    }
}

const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const SCRIPTED: &str = "text/javascript; charset=utf-8";
const JSON: &str = "application/json";

/// What a file is, by the end of its name.
fn kind(path: &OutPath) -> &'static str {
    match path.ending().as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => SCRIPTED,
        "json" | "map" => JSON,
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" | "md" | "csv" | "vtt" => TEXT,
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> OutPath {
        OutPath::new(path).unwrap()
    }

    #[test]
    fn only_pages_are_given_the_script() {
        let page = WebAnswer::file(&path("a.html"), "<head></head>".into(), None);
        assert!(page.body.starts_with(b"<head><link"), "{page:?}");
        let picture = WebAnswer::file(&path("a.SVG"), "<head></head>".into(), None);
        let expected = ("image/svg+xml", Bytes::from("<head></head>"));
        assert_eq!((picture.kind, picture.body), expected);
    }

    #[test]
    fn what_is_unknown_is_not_guessed() {
        let file = WebAnswer::file(&path("CNAME"), "<script>".into(), None);
        assert_eq!(file.kind, "application/octet-stream");
    }

    #[test]
    fn the_page_for_what_is_not_there_has_its_own_key() {
        let page = WebAnswer::not_found(b"<head></head>");
        let made = format!("data-made=\"{}\"", page::key(b"<head></head>"));
        let text = String::from_utf8(page.body.to_vec()).unwrap();
        assert!(page.status == 404 && text.contains(&made), "{text}");
    }
}
