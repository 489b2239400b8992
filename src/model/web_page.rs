//! Which page of the web an address means: addresses that are written differently and lead to one page
//! have one key.
//!
//! What is passed over: the scheme, `www.` and the hosts and paths that newspapers give to phones
//! (`m.`, `amp.`, `/amp`), the usual port, user names, the fragment, parameters that only tell who
//! sent the reader, a slash at the end, the way letters are percent-encoded; the archive around an address of a
//! copy; and whoever stands between the reader and the page (Google's copies of newspapers' pages for phones, its
//! translations, links that are counted). What has a DOI is found by that, on whichever server.
//! What is left may still be two addresses of one page: only its server knows.

use super::capture::Capture;
use super::percent::percent_decoded;
use crate::content::doi::Doi;
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
    "_x_tr_",
];

/// How many archives may stand around each other: a copy of a copy of a page.
const DEEPEST: usize = 4;

impl WebPage {
    /// The page at an address; of a copy, the page that it was made of, where the address names that.
    pub fn at(address: &WebUrl) -> Self {
        let mut page = address.clone();
        for _ in 0..DEEPEST {
            let of_copy = Capture::read(&page).page.and_then(inner);
            let Some(inner) = of_copy.or_else(|| passed_on(page.as_str())) else { break };
            page = inner;
        }
        let doi = doi(page.as_str());
        WebPage(doi.unwrap_or_else(|| key(page.as_str())))
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

/// The page that somebody between the reader and the page passes on, where the address names it.
fn passed_on(address: &str) -> Option<WebUrl> {
    let (_, rest) = address.split_once("://")?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host(authority);
    let parameter = |names: &[&str]| {
        let (_, query) = path.split_once('?')?;
        let query = query.split('#').next().unwrap_or_default();
        let mut given = query.split('&').filter_map(|one| one.split_once('='));
        let (_, page) = given.find(|(name, _)| names.contains(name))?;
        inner(&percent_decoded(page))
    };
    let is_google = host.starts_with("google.");
    match host.as_str() {
        // `/c/s/www.example.org/page`: `s` where the page is fetched by https.
        _ if host.ends_with("cdn.ampproject.org") => {
            let (_, page) = path.split_once('/')?;
            inner(page.strip_prefix("s/").unwrap_or(page))
        }
        _ if is_google && path.starts_with("amp/") => {
            let page = path.strip_prefix("amp/")?;
            inner(page.strip_prefix("s/").unwrap_or(page))
        }
        _ if is_google && path.starts_with("url?") => parameter(&["q", "url"]),
        "translate.google.com" => parameter(&["u"]),
        "l.facebook.com" | "lm.facebook.com" => parameter(&["u"]),
        _ => {
            // `www-example-org.translate.goog`: a dot is `-`, and a `-` is `--`.
            let name = host.strip_suffix(".translate.goog")?;
            let name = name.replace("--", "\0").replace('-', ".").replace('\0', "-");
            inner(&format!("{name}/{path}"))
        }
    }
}

/// The DOI that an address has in it: at the resolver's host, or behind `/doi/` at a publisher's.
fn doi(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let rest = rest.split(['?', '#']).next()?;
    let (authority, path) = rest.split_once('/')?;
    let named = match host(authority).as_str() {
        "doi.org" | "dx.doi.org" => path,
        _ => {
            let (_, behind) = path.split_once("doi/")?;
            // `/doi/full/10.1000/182`: in which form it is shown.
            match behind.starts_with("10.") {
                true => behind,
                false => behind.split_once('/')?.1,
            }
        }
    };
    let named = percent_decoded(named.trim_end_matches('/'));
    let is_named = named.starts_with("10.");
    // DOIs don't tell small letters from capitals (DOI Handbook, 2.4).
    is_named
        .then(|| Doi::find(&named))
        .flatten()
        .map(|doi| doi.address().as_str().to_lowercase())
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
    let mut labels: Vec<&str> = host.trim_end_matches('.').split('.').collect();
    let mut at = 0;
    while labels.len() - at > own_labels(&labels) {
        match matches!(labels[at], "www" | "m" | "mobile" | "amp") {
            true => _ = labels.remove(at),
            false => at += 1,
        }
    }
    labels.join(".")
}

/// How many labels at the end of a host are the name that was registered: two, or three behind `co.uk` and the
/// like.
fn own_labels(labels: &[&str]) -> usize {
    let is_country = |label: &str| label.len() == 2;
    let is_general = |label: &str| {
        matches!(
            label,
            "ac" | "co"
                | "com"
                | "edu"
                | "go"
                | "gob"
                | "gov"
                | "gv"
                | "net"
                | "or"
                | "org"
        )
    };
    match labels {
        [.., general, country] if is_country(country) && is_general(general) => 3,
        _ => 2,
    }
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
            "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/café?id=1&b=2",
            "https://www.google.com/amp/s/example.org/amp/news/café?id=1&b=2",
            "https://www.google.ie/url?sa=t&url=https%3A%2F%2Fexample.org%2Fnews%2Fcaf%25C3%25A9%3Fid%3D1%26b%3D2",
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fnews%2Fcaf%C3%A9%3Fid%3D1%26b%3D2&h=AT0",
            "https://example-org.translate.goog/news/café?id=1&b=2&_x_tr_sl=de&_x_tr_tl=en",
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
        assert_eq!(page("https://amp.co.uk/"), WebPage("amp.co.uk".into()));
        assert_eq!(page("https://m.bbc.co.uk/"), page("https://www.bbc.co.uk/"));
        assert_eq!(
            page("https://en.m.wikipedia.org/"),
            page("https://en.wikipedia.org/")
        );
        assert_ne!(
            page("https://de.m.wikipedia.org/"),
            page("https://en.wikipedia.org/")
        );
        assert_eq!(
            page("https://news-site-example.translate.goog/x"),
            page("https://news.site.example/x")
        );
        assert_eq!(
            page("https://news--site-example.translate.goog/x"),
            page("https://news-site.example/x")
        );
    }

    #[test]
    fn what_has_a_doi_is_found_by_it() {
        let original = page("https://doi.org/10.1177/0263276420960444");
        for other in [
            "http://dx.doi.org/10.1177/0263276420960444",
            "https://journals.example.com/doi/10.1177/0263276420960444",
            "https://journals.example.com/doi/full/10.1177/0263276420960444?casa_token=x",
            "https://www.journals.example.com/doi/pdf/10.1177%2F0263276420960444#page=2",
        ] {
            assert_eq!(page(other), original, "{other}");
        }
        assert_eq!(
            page("https://doi.org/10.1000/ABC"),
            page("https://doi.org/10.1000/abc")
        );
        assert_ne!(page("https://doi.org/10.1000/1"), page("https://doi.org/10.1000/2"));
        assert_ne!(
            page("https://example.org/doi/help"),
            page("https://example.org/doi/")
        );
    }
}
