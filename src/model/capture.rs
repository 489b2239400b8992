//! What the address of a saved copy says: which archive keeps it, when it was made, and of which page.
//!
//! Archives that keep pages by time write both into the address. The Wayback Machine and all who run
//! its software have `/web/20221026101112/https://…`, with two letters behind the time where the copy
//! is asked for in another form (`id_`, `if_`); archive.today has `/2022.10.26-101112/https://…` or
//! the same without punctuation. Others (Perma.cc, Ghostarchive) give a copy a name that says nothing.

use crate::content::values::WebUrl;
use crate::dates::Edtf;

/// The address of a copy, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture<'u> {
    /// Who keeps it, by name; none where the host is no archive that is known.
    pub archive: Option<&'static str>,
    /// When it was made.
    pub made: Made<'u>,
    /// The page that it is a copy of, where the address names it.
    pub page: Option<&'u str>,
}

/// When a copy was made, as its address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made<'u> {
    /// On this day, or in this month or year.
    On(Edtf),
    /// At a time that no calendar has.
    Never(&'u str),
    /// The address leads to a list of copies or to the newest one, and so to none.
    NoCopy,
    /// The address doesn't say.
    Unsaid,
}

/// How an archive writes its addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `/…/20221026101112/https://…`, where each copy has such an address.
    Wayback,
    /// `/2022.10.26-101112/https://…`, or a short name.
    Today,
    /// A name alone.
    Name,
}

/// The archives that are known: their hosts, without `www.`, and how they write addresses. The national
/// ones are members of the International Internet Preservation Consortium that run the software
/// of the Wayback Machine (OpenWayback, pywb).
const ARCHIVES: &[(&str, &str, Form)] = &[
    ("web.archive.org", "Wayback Machine", Form::Wayback),
    ("wayback.archive.org", "Wayback Machine", Form::Wayback),
    ("web-beta.archive.org", "Wayback Machine", Form::Wayback),
    ("archive.org", "Internet Archive", Form::Name),
    ("archive.today", "archive.today", Form::Today),
    ("archive.ph", "archive.today", Form::Today),
    ("archive.is", "archive.today", Form::Today),
    ("archive.li", "archive.today", Form::Today),
    ("archive.md", "archive.today", Form::Today),
    ("archive.fo", "archive.today", Form::Today),
    ("archive.vn", "archive.today", Form::Today),
    ("perma.cc", "Perma.cc", Form::Name),
    ("ghostarchive.org", "Ghostarchive", Form::Name),
    ("webcitation.org", "WebCite", Form::Name),
    ("megalodon.jp", "Megalodon", Form::Name),
    ("wayback.archive-it.org", "Archive-It", Form::Wayback),
    ("arquivo.pt", "Arquivo.pt", Form::Wayback),
    ("webarchive.nationalarchives.gov.uk", "UK Government Web Archive", Form::Wayback),
    ("webarchive.org.uk", "UK Web Archive", Form::Wayback),
    ("webarchive.parliament.uk", "UK Parliament Web Archive", Form::Wayback),
    ("webarchive.loc.gov", "Library of Congress", Form::Wayback),
    ("webarchive.nla.gov.au", "Australian Web Archive", Form::Wayback),
    ("vefsafn.is", "Vefsafn", Form::Wayback),
    ("wayback.vefsafn.is", "Vefsafn", Form::Wayback),
    ("wayback.webarchiv.cz", "Webarchiv", Form::Wayback),
    ("swap.stanford.edu", "Stanford Web Archive Portal", Form::Wayback),
    ("web.archive.bibalex.org", "Bibliotheca Alexandrina", Form::Wayback),
];

impl<'u> Capture<'u> {
    /// Reads the address of a copy. Total: an address of no known archive says nothing.
    pub fn read(address: &'u WebUrl) -> Self {
        let host = address.host().to_ascii_lowercase();
        let host = host.split(':').next().unwrap_or_default();
        let known = ARCHIVES.iter().find(|(of, ..)| *of == host);
        let Some((_, archive, form)) = known else {
            return Capture { archive: None, made: Made::Unsaid, page: None };
        };
        let (_, rest) = address.as_str().split_once("://").unwrap_or_default();
        let path = rest.split_once('/').map_or("", |(_, path)| path);
        let (made, page) = match form {
            Form::Name => (Made::Unsaid, None),
            Form::Wayback => from_wayback(path),
            Form::Today => from_today(path),
        };
        Capture { archive: Some(archive), made, page }
    }
}

/// The part of a path that says when, and the page behind it: the first part that begins with a
/// digit, a `*` or the page itself.
fn from_wayback(path: &str) -> (Made<'_>, Option<&str>) {
    let mut rest = path;
    while let Some((part, behind)) = rest.split_once('/') {
        if is_page(rest) {
            return (Made::NoCopy, Some(rest));
        }
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '_');
        let is_time =
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_time {
            return (made(digits), Some(behind).filter(|page| !page.is_empty()));
        }
        if part.contains('*') {
            return (Made::NoCopy, Some(behind).filter(|page| !page.is_empty()));
        }
        rest = behind;
    }
    (Made::NoCopy, None)
}

/// The same of archive.today, where a path without a time is the short name of a copy.
fn from_today(path: &str) -> (Made<'_>, Option<&str>) {
    let path = path
        .strip_prefix("o/")
        .map_or(path, |path| path.split_once('/').map_or(path, |(_short, page)| page));
    if is_page(path) {
        return (Made::NoCopy, Some(path));
    }
    match path.split_once('/') {
        Some(("newest" | "oldest" | "timegate" | "timemap", page)) => {
            (Made::NoCopy, Some(page))
        }
        Some((time, page))
            if time.starts_with(|c: char| c.is_ascii_digit()) && is_page(page) =>
        {
            (made(time), Some(page))
        }
        _ => (Made::Unsaid, None),
    }
}

/// Whether a path goes on with the address of a page.
fn is_page(path: &str) -> bool {
    ["http://", "https://", "http:/", "https:/"].iter().any(|scheme| {
        path.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    })
}

/// The time `20221026101112`, or its first parts; punctuation is passed over.
fn made(written: &str) -> Made<'_> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let part = |range: std::ops::Range<usize>| digits.get(range).unwrap_or_default();
    let at_most = |range: std::ops::Range<usize>, most: u8| {
        part(range).parse::<u8>().map_or(true, |value| value <= most)
    };
    let is_time = matches!(digits.len(), 4 | 6 | 8 | 10 | 12 | 14)
        && at_most(8..10, 23)
        && at_most(10..12, 59)
        && at_most(12..14, 59);
    let day = match digits.len() {
        4 => part(0..4).to_owned(),
        6 => format!("{}-{}", part(0..4), part(4..6)),
        _ => format!("{}-{}-{}", part(0..4), part(4..6), part(6..8)),
    };
    // The month of EDTF may be a season, which no archive writes.
    let is_month = digits.len() < 6 || at_most(4..6, 12);
    match Edtf::parse(&day) {
        Ok(day) if is_time && is_month => Made::On(day),
        _ => Made::Never(written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> (Option<&'static str>, String, Option<String>) {
        let url = WebUrl::new(address).unwrap();
        let capture = Capture::read(&url);
        let made = match capture.made {
            Made::On(day) => day.as_edtf(),
            Made::Never(what) => format!("never {what}"),
            Made::NoCopy => "no copy".into(),
            Made::Unsaid => "unsaid".into(),
        };
        (capture.archive, made, capture.page.map(str::to_owned))
    }

    fn told(address: &str) -> (String, Option<String>) {
        let (_, made, page) = read(address);
        (made, page)
    }

    #[test]
    fn the_wayback_machine_tells_day_and_page() {
        let page = Some("https://x.org/a?b=/c/".to_owned());
        let copy = "https://web.archive.org/web/20221026101112/https://x.org/a?b=/c/";
        assert_eq!(
            read(copy),
            (Some("Wayback Machine"), "2022-10-26".into(), page.clone())
        );
        let raw =
            "http://WWW.Wayback.Archive.org/web/20221026101112id_/https://x.org/a?b=/c/";
        assert_eq!(told(raw), ("2022-10-26".into(), page));
        let partial = "https://web.archive.org/web/2022/x.org";
        assert_eq!(told(partial), ("2022".into(), Some("x.org".into())));
        let month = "https://web.archive.org:443/web/202210/http://x.org/";
        assert_eq!(told(month), ("2022-10".into(), Some("http://x.org/".into())));
    }

    #[test]
    fn national_archives_write_the_same() {
        let copy = "https://webarchive.nationalarchives.gov.uk/ukgwa/20230606000000/https://gov.uk/a";
        assert_eq!(told(copy), ("2023-06-06".into(), Some("https://gov.uk/a".into())));
        let copy = "https://arquivo.pt/wayback/20230606000000mp_/https://gov.pt/a";
        assert_eq!(told(copy), ("2023-06-06".into(), Some("https://gov.pt/a".into())));
    }

    #[test]
    fn archive_today_tells_them_in_its_long_form() {
        let page = Some("https://x.org/".to_owned());
        let long = "https://archive.ph/20290101000000/https://x.org/";
        assert_eq!(told(long), ("2029-01-01".into(), page.clone()));
        let dotted = "https://archive.is/2029.01.01-102030/https://x.org/";
        assert_eq!(told(dotted), ("2029-01-01".into(), page.clone()));
        assert_eq!(told("https://archive.today/AbC12"), ("unsaid".into(), None));
        assert_eq!(
            told("https://archive.today/newest/https://x.org/"),
            ("no copy".into(), page)
        );
    }

    #[test]
    fn what_leads_to_no_copy_is_told() {
        for address in [
            "https://web.archive.org/web/*/https://x.org/",
            "https://web.archive.org/web/2022*/https://x.org/",
            "https://web.archive.org/web/https://x.org/",
            "https://web.archive.org/save/https://x.org/",
            "https://web.archive.org/",
        ] {
            assert_eq!(told(address).0, "no copy", "{address}");
        }
    }

    #[test]
    fn a_time_that_no_calendar_has_is_told() {
        for time in [
            "20229945",
            "20221399",
            "202213",
            "20220230000000",
            "20221026256000",
            "202",
            "202221",
        ] {
            let address = format!("https://web.archive.org/web/{time}/https://x.org/");
            assert_eq!(told(&address).0, format!("never {time}"));
        }
    }

    #[test]
    fn an_unknown_host_says_nothing() {
        let copy = "https://a.org/web/20221026101112/https://x.org/";
        assert_eq!(read(copy), (None, "unsaid".into(), None));
    }
}
