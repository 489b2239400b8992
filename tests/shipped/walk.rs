//! Every page is valid, loads nothing from elsewhere, and links to what is there.

use crate::page::Page;
use crate::{SITE, pages, text};
use std::collections::BTreeMap;

/// The pages as browsers read them.
fn read() -> BTreeMap<&'static str, Page> {
    pages().map(|(path, html)| (path, Page::read(html))).collect()
}

/// Fails with all findings, the first of them in full.
fn assert_none(findings: &[String]) {
    let shown = findings.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
    assert!(findings.is_empty(), "{} findings:\n{shown}", findings.len());
}

#[test]
fn every_page_is_html_without_inline_script_or_style() {
    let mut findings = Vec::new();
    for (path, page) in read() {
        findings.extend(page.faults.iter().map(|fault| format!("{path}: {fault}")));
        // A server shows the page for what is missing at any address, so it alone says where
        // its links start.
        if page.has_base && path != "404.html" {
            findings.push(format!("{path}: an element <base>"));
        }
        if page.main_headings != 1 && !page.is_redirect {
            findings.push(format!("{path}: {} main headings", page.main_headings));
        }
        if page.title.trim().is_empty() {
            findings.push(format!("{path}: no title"));
        }
    }
    assert_none(&findings);
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    let pages = read();
    let mut findings = Vec::new();
    for (path, page) in &pages {
        for link in page.links.iter().chain(&page.loads) {
            if let Some(problem) = follow(path, link, &pages) {
                findings.push(format!("{path}: {link}: {problem}"));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn no_page_loads_anything_from_elsewhere() {
    let mut findings = Vec::new();
    for (path, page) in read() {
        let elsewhere =
            page.loads.iter().filter(|load| load.contains(':') || load.starts_with("//"));
        findings.extend(elsewhere.map(|load| format!("{path}: {load}")));
    }
    for path in SITE.keys().filter(|path| path.ends_with(".css")) {
        let css = text(path);
        for sign in ["@import", "url(http", "url(\"http", "url('http", "url(//"] {
            if css.contains(sign) {
                findings.push(format!("{path}: {sign}"));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn every_page_can_be_reached_from_the_home_page() {
    let pages = read();
    let mut reached = vec!["index.html".to_owned()];
    let mut at = 0;
    while at < reached.len() {
        let from = reached[at].clone();
        at += 1;
        let Some(page) = pages.get(from.as_str()) else { continue };
        for link in &page.links {
            let Ok(to) = target(&from, link) else { continue };
            if pages.contains_key(to.0.as_str()) && !reached.contains(&to.0) {
                reached.push(to.0);
            }
        }
    }
    let lost = pages.iter().filter(|(_, page)| !page.is_redirect).map(|(path, _)| path);
    let lost = lost.filter(|path| !reached.iter().any(|one| one == **path));
    let lost: Vec<String> =
        lost.filter(|path| **path != "404.html").map(|p| (*p).into()).collect();
    assert_none(&lost);
}

#[test]
fn every_xml_file_is_well_formed() {
    let mut count = 0;
    for path in SITE.keys().filter(|path| path.ends_with(".xml")) {
        let mut reader = quick_xml::Reader::from_str(text(path));
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{path}: {error}"),
            }
        }
        count += 1;
    }
    assert!(count > 2, "the site has feeds and a sitemap");
}

/// The file and fragment that a link on the page `from` leads to; an error for links out of
/// the site.
fn target(from: &str, link: &str) -> Result<(String, String), ()> {
    let scheme = link.split(['/', '?', '#']).next().unwrap_or_default();
    if scheme.contains(':') {
        return Err(());
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let path = decode(path);
    if path.is_empty() {
        return Ok((from.to_owned(), decode(fragment)));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Ok((parts.join("/"), decode(fragment)))
}

/// What is wrong with a link.
fn follow(from: &str, link: &str, pages: &BTreeMap<&str, Page>) -> Option<String> {
    if link.starts_with('/') {
        return Some("is absolute".into());
    }
    if !link.is_ascii() || link.contains([' ', '"', '<']) {
        return Some("is not encoded".into());
    }
    let Ok((path, fragment)) = target(from, link) else {
        let safe =
            ["https://", "http://", "mailto:"].iter().any(|one| link.starts_with(one));
        return (!safe).then(|| "has an unsafe scheme".into());
    };
    if !SITE.contains_key(&path) {
        return Some(format!("there is no {path}"));
    }
    let page = pages.get(path.as_str())?;
    let dead = !fragment.is_empty() && !page.ids.contains(&fragment);
    dead.then(|| format!("{path} has no #{fragment}"))
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}
