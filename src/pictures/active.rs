//! Files that a browser would run, or a server, rather than show.

use super::format::Format;
use super::running::{Active, running};
use super::svg;

/// Endings by which browsers are told to run a file, whatever is in it.
const RUN: [&str; 18] = [
    "html", "htm", "xhtml", "xht", "xhtm", "shtml", "shtm", "mht", "mhtml", "hta", "htc",
    "js", "mjs", "cjs", "xsl", "xslt", "swf", "svgz",
];

/// Endings by which servers are told to run a file.
const RUN_BY_SERVERS: [&str; 7] = ["php", "phtml", "phar", "asp", "aspx", "jsp", "cgi"];

/// Endings of texts that browsers show letter by letter, whatever they look like.
const TEXTS: [&str; 12] = [
    "txt", "text", "csv", "tsv", "json", "log", "ics", "vcf", "srt", "vtt", "diff", "eml",
];

/// What pages begin with, as browsers guess it (WHATWG, MIME Sniffing, section 7.1).
const PAGES: [&str; 17] = [
    "<!doctype html",
    "<html",
    "<head",
    "<script",
    "<iframe",
    "<h1",
    "<div",
    "<font",
    "<table",
    "<a",
    "<style",
    "<title",
    "<b",
    "<body",
    "<br",
    "<p",
    "<meta",
];

/// What the file with these bytes would do beside being shown, if anything. `ending` is its name's, in small letters.
pub fn active(ending: &str, bytes: &[u8]) -> Option<Active> {
    if RUN.contains(&ending) {
        let what = format!("browsers run a file that is called `.{ending}`");
        return Some(Active::new(what, None));
    }
    if RUN_BY_SERVERS.contains(&ending) {
        let what = format!("some servers run a file that is called `.{ending}`");
        return Some(Active::new(what, None));
    }
    if !is_markup(ending, bytes) {
        return None;
    }
    if !is_xml(ending, bytes) && is_page(bytes) {
        return Some(Active::new("it is a page, whatever its name says", None));
    }
    running(bytes)
}

/// Whether a file has to be looked at whole.
pub(super) fn is_markup(ending: &str, head: &[u8]) -> bool {
    if TEXTS.contains(&ending) {
        return false;
    }
    match Format::of(head) {
        Some(Format::Svg) => true,
        Some(_) => false,
        None => is_xml(ending, head) || is_page(head),
    }
}

/// Whether a file is XML by its name or its first line.
fn is_xml(ending: &str, head: &[u8]) -> bool {
    let is_named = matches!(ending, "svg" | "xml" | "rss" | "atom" | "rdf");
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    is_named || head.trim_ascii_start().starts_with(b"<?xml") || svg::is_one(head)
}

/// Whether a page begins so, behind comments.
fn is_page(head: &[u8]) -> bool {
    let head =
        String::from_utf8_lossy(&head[..head.len().min(4096)]).to_ascii_lowercase();
    let mut rest = head.trim_start_matches('\u{feff}').trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment.split_once("-->").map_or("", |(_, behind)| behind.trim_start());
    }
    PAGES.iter().any(|start| {
        let behind = rest.strip_prefix(start);
        behind.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with([' ', '>', '\n', '\t', '\r', '/'])
        })
    })
}
