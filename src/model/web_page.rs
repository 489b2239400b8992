//! Which page of the web an address means: addresses that are written differently and lead to one page
//! have one key.
//!
//! What is passed over: the scheme, `www.` and the hosts and paths that newspapers give to phones
//! (`m.`, `amp.`, `/amp`), the usual port, user names, the fragment, parameters that only tell who
//! sent the reader, a slash at the end, the way letters are percent-encoded; and the archive
//! around an address of a copy. What is left may still be two addresses of one page: only its server knows.

use super::capture::Capture;
use super::percent::percent_decoded;
use crate::content::values::WebUrl;

/// A word that is the same for addresses of one page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebPage(String);

/// Parameters that tell who sent the reader: names, and beginnings of names where `_` is last.
const TRACKING: &[&str] = &[
    "utm_",
    "at_",
    "mc_",
    "pk_",
    "hsa_",
    "_hs",
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "dclid",
    "msclkid",
    "yclid",
    "igshid",
    "igsh",
    "twclid",
    "ttclid",
    "srsltid",
    "ref_src",
    "ref_url",
    "cmpid",
    "ito",
    "smid",
    "spm",
    "_ga",
    "_gl",
    "ns_mchannel",
    "ns_source",
    "ns_campaign",
    "amp",
    "outputtype",
];

/// How many archives may stand around each other: a copy of a copy of a page.
const DEEPEST: usize = 4;

impl WebPage {
    /// The page at an address; of a copy, the page that it was made of, where the address names that.
    pub fn at(address: &WebUrl) -> Self {
        let mut page = address.clone();
        for _ in 0..DEEPEST {
            let Some(inner) = Capture::read(&page).page.and_then(inner) else { break };
            page = inner;
        }
        WebPage(key(page.as_str()))
    }
}

/// The address inside that of a copy, which may lack its scheme or have it percent-encoded.
fn inner(page: &str) -> Option<WebUrl> {
    let decoded = percent_decoded(page);
    let whole = |page: &str| match page.split_once(":/") {
        Some((scheme, rest)) if scheme.len() <= 5 => {
            format!("{scheme}://{}", rest.trim_start_matches('/'))
        }
        _ => format!("https://{page}"),
    };
    WebUrl::new(&whole(page)).or_else(|_| WebUrl::new(&whole(&decoded))).ok()
}

fn key(address: &str) -> String {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = place.split_once('/').unwrap_or((place, ""));
    let mut key = host(authority);
    let path = percent_decoded(path);
    for part in path.split('/').filter(|part| !part.is_empty() && *part != "amp") {
        key.push('/');
        key.push_str(part.strip_suffix(".amp").unwrap_or(part));
    }
    let mut parameters: Vec<&str> = query
        .split(['&', ';'])
        .filter(|one| !one.is_empty() && !is_tracking(one))
        .collect();
    parameters.sort_unstable();
    for (sign, one) in std::iter::once('?').chain(std::iter::repeat('&')).zip(parameters)
    {
        key.push(sign);
        key.push_str(&percent_decoded(one));
    }
    // `#!` is part of the address of pages that are made by scripts.
    if fragment.starts_with('!') {
        key.push('#');
        key.push_str(fragment);
    }
    key
}

/// A host as it is compared: without user, usual port, and the names that phones are sent to.
fn host(authority: &str) -> String {
    let host = authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let host = host.strip_suffix(":80").or(host.strip_suffix(":443")).unwrap_or(&host);
    let mut host = host.trim_end_matches('.');
    while let Some((first, rest)) = host.split_once('.')
        && matches!(first, "www" | "m" | "mobile" | "amp")
        && rest.contains('.')
    {
        host = rest;
    }
    host.to_owned()
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    TRACKING.iter().any(|known| match known.ends_with('_') {
        true => name.starts_with(known),
        false => name == *known,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(address: &str) -> WebPage {
        WebPage::at(&WebUrl::new(address).unwrap())
    }

    #[test]
    fn addresses_of_one_page_are_one() {
        let original = page("https://example.org/news/caf%C3%A9?id=1&b=2");
        for other in [
            "http://www.example.org/news/café/?id=1&b=2",
            "HTTPS://Example.ORG:443/news/caf%c3%a9?b=2&id=1#top",
            "https://m.example.org/news/café/amp/?id=1&b=2&amp=1",
            "https://user@example.org/news//café?utm_source=x&id=1&fbclid=y&b=2",
            "https://web.archive.org/web/20221026101112/https://example.org/news/café?id=1&b=2",
            "https://web.archive.org/web/20221026101112id_/http:/www.example.org/news/café?id=1&b=2",
            "https://archive.ph/20221026101112/https://example.org/news/caf%C3%A9?id=1&b=2",
            "https://archive.ph/20221026101112/https://web.archive.org/web/2022/https://example.org/news/café?id=1&b=2",
        ] {
            assert_eq!(page(other), original, "{other}");
        }
    }

    #[test]
    fn addresses_of_two_pages_are_two() {
        let original = page("https://example.org/news?id=1");
        for other in [
            "https://example.org/news?id=2",
            "https://example.org/News?id=1",
            "https://example.org/news/1?id=1",
            "https://news.example.org/news?id=1",
            "https://example.com/news?id=1",
            "https://web.archive.org/web/2022/https://example.org/other?id=1",
            "https://archive.today/abcde",
        ] {
            assert_ne!(page(other), original, "{other}");
        }
        assert_ne!(
            page("https://archive.today/abcde"),
            page("https://archive.today/fghij")
        );
    }

    #[test]
    fn a_site_of_two_parts_keeps_its_name() {
        assert_eq!(page("https://m.org/"), WebPage("m.org".into()));
    }
}
