//! What is put into a page: the script that hears of news, and a mark where readers don't see it yet.

use super::address::OWN;
use super::ansi::escaped;
use crate::content::HeldBy;
use crate::keys::Key;
use memchr::memmem;

/// The key of a page, as its script tells it.
pub(super) fn key(page: &[u8]) -> String {
    format!("{:016x}", Key::of(page).number())
}

/// What is said of a page that readers don't see yet; `None` where they do, or are told of it.
pub(super) fn mark(by: &HeldBy) -> Option<String> {
    match by {
        HeldBy::Draft => Some("Draft".to_owned()),
        HeldBy::Embargo(day) => Some(format!("Embargo until {}", day.written())),
        HeldBy::Withdrawn(..) | HeldBy::Expiry(_) => None,
    }
}

/// A page of the site with the script, and with the mark if it has one. `made` is its key.
pub(super) fn live(page: &[u8], made: &str, mark: Option<&str>) -> Vec<u8> {
    let mut html = Vec::with_capacity(page.len() + 512);
    let head_ends = memmem::find(page, b"</head>").unwrap_or(0);
    let (head, rest) = page.split_at(head_ends);
    html.extend(head);
    html.extend(head_lines(made).as_bytes());
    let body = memmem::find(rest, b"<body").and_then(|at| {
        let end = memchr::memchr(b'>', &rest[at..])?;
        Some(at + end + 1)
    });
    let (opening, rest) = rest.split_at(body.unwrap_or(0));
    html.extend(opening);
    if let Some(mark) = mark {
        let note = format!(
            "<p class=\"dateline-early\"><strong>{}</strong> Readers don’t see this page yet.</p>",
            escaped(mark)
        );
        html.extend(note.as_bytes());
    }
    html.extend(rest);
    html
}

/// The page for what is not there, as it is seen at any depth of this address: its links count from the top.
pub(super) fn at_the_top(page: &[u8]) -> Vec<u8> {
    let base = b"<base href=\"";
    let ends_at = |from: usize| memchr::memchr(b'"', &page[from..]).map(|end| from + end);
    match memmem::find(page, base).map(|at| at + base.len()) {
        Some(from) => {
            let end = ends_at(from).unwrap_or(from);
            [&page[..from], b"/", &page[end..]].concat()
        }
        None => {
            let head = b"<head>";
            let at = memmem::find(page, head).map_or(0, |at| at + head.len());
            [&page[..at], b"<base href=\"/\">", &page[at..]].concat()
        }
    }
}

/// A page that has a mistake to show, and nothing else.
pub(super) fn of_fault(fault: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not shown yet</title>\
         <meta name=\"viewport\" content=\"width=device-width\">{}</head>\
         <body class=\"dateline-alone\"><main class=\"dateline-fault\">{fault}</main></body></html>\n",
        head_lines("")
    )
}

fn head_lines(made: &str) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{OWN}live.css\">\
         <script defer src=\"{OWN}live.js\" data-made=\"{made}\"></script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Edtf;

    const PAGE: &str = "<!doctype html><html><head><title>A</title></head><body class=\"x\"><h1>A</h1></body></html>";

    fn shown(mark: Option<&str>) -> String {
        String::from_utf8(live(PAGE.as_bytes(), "0f", mark)).unwrap()
    }

    #[test]
    fn the_script_is_a_file_and_knows_what_page_it_is_in() {
        let html = shown(None);
        let script =
            "<script defer src=\"/.dateline/live.js\" data-made=\"0f\"></script></head>";
        assert!(html.contains(script), "{html}");
        assert!(html.ends_with("<body class=\"x\"><h1>A</h1></body></html>"), "{html}");
    }

    #[test]
    fn what_readers_do_not_see_says_so_before_anything_else() {
        let html = shown(Some("Draft"));
        let note = "<body class=\"x\"><p class=\"dateline-early\"><strong>Draft</strong>";
        assert!(html.contains(note), "{html}");
    }

    #[test]
    fn drafts_and_embargoes_are_marked_and_what_readers_were_told_is_not() {
        let day = Edtf::parse("2026-12-01").unwrap();
        assert_eq!(mark(&HeldBy::Draft).as_deref(), Some("Draft"));
        let embargo = mark(&HeldBy::Embargo(day.clone()));
        assert_eq!(embargo.as_deref(), Some("Embargo until 2026-12-01"));
        assert_eq!(mark(&HeldBy::Withdrawn(day, "Wrong.".into())), None);
    }

    #[test]
    fn links_of_the_page_for_what_is_not_there_count_from_the_top() {
        let with = "<head><base href=\"/investigations/\"></head>";
        assert_eq!(at_the_top(with.as_bytes()), b"<head><base href=\"/\"></head>");
        let without = "<head><title>A</title></head>";
        let expected = b"<head><base href=\"/\"><title>A</title></head>";
        assert_eq!(at_the_top(without.as_bytes()), expected);
    }

    #[test]
    fn what_is_no_whole_page_is_left_as_it_is() {
        let html = live(b"<p>A", "0f", Some("Draft"));
        assert!(html.ends_with(b"<p>A"));
    }
}
