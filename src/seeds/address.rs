//! What the address of a source tells, without asking anybody.

use super::KnownRecords;
use crate::content::kinds::source::SourceType;
use crate::content::values::WebUrl;
use crate::dates::Edtf;
use crate::letters;
use crate::model::Capture;

/// What is told by an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldByAddress {
    /// Values of the fields of a source, by name.
    pub values: Vec<(&'static str, Vec<String>)>,
    /// Words to make an id of.
    pub words: String,
}

/// Hosts at which there is one sort of thing, by the end of their names.
const TYPES: &[(&str, SourceType)] = &[
    ("youtube.com", SourceType::MotionPicture),
    ("youtu.be", SourceType::MotionPicture),
    ("vimeo.com", SourceType::MotionPicture),
    ("tiktok.com", SourceType::MotionPicture),
    ("twitter.com", SourceType::Post),
    ("x.com", SourceType::Post),
    ("bsky.app", SourceType::Post),
    ("facebook.com", SourceType::Post),
    ("instagram.com", SourceType::Post),
    ("reddit.com", SourceType::Post),
    ("t.me", SourceType::Post),
    ("vk.com", SourceType::Post),
    ("weibo.com", SourceType::Post),
    ("mp.weixin.qq.com", SourceType::Post),
    ("mastodon.social", SourceType::Post),
    ("medium.com", SourceType::PostWeblog),
    ("substack.com", SourceType::PostWeblog),
    ("wordpress.com", SourceType::PostWeblog),
    ("blogspot.com", SourceType::PostWeblog),
    ("wikipedia.org", SourceType::EntryEncyclopedia),
    ("britannica.com", SourceType::EntryEncyclopedia),
    ("doi.org", SourceType::ArticleJournal),
    ("jstor.org", SourceType::ArticleJournal),
    ("arxiv.org", SourceType::Article),
    ("github.com", SourceType::Software),
    ("gitlab.com", SourceType::Software),
    ("legislation.gov.uk", SourceType::Legislation),
    ("irishstatutebook.ie", SourceType::Legislation),
    ("eur-lex.europa.eu", SourceType::Legislation),
    ("congress.gov", SourceType::Bill),
    ("courtlistener.com", SourceType::LegalCase),
    ("bailii.org", SourceType::LegalCase),
    ("openstreetmap.org", SourceType::Map),
    ("zenodo.org", SourceType::Dataset),
];

/// Words in the names of hosts of newspapers.
const PRESS: [&str; 16] = [
    "news",
    "times",
    "post",
    "herald",
    "guardian",
    "tribune",
    "telegraph",
    "gazette",
    "zeitung",
    "zeit",
    "presse",
    "monde",
    "figaro",
    "elpais",
    "reuters",
    "bbc",
];

/// What an address tells of a source; `None` where it is none. An address of a saved copy is
/// that of its page, with the copy.
pub fn told(address: &str, known: &KnownRecords) -> Option<ToldByAddress> {
    let given = WebUrl::new(address).ok()?;
    let capture = Capture::read(&given);
    let page = capture.page.and_then(|page| WebUrl::new(&whole(page)).ok());
    let archive = page.as_ref().map(|_| given.as_str().to_owned());
    let page = page.unwrap_or(given);
    let host = bare(page.host());
    let path = path(&page);
    let mut values = Vec::new();
    let mut say = |name, value: String| values.push((name, vec![value]));
    if let Some(sort) = sort(&host, path) {
        say("type", sort.word().to_owned());
    }
    let publisher = known.publisher(&host).map_or_else(|| host.clone(), str::to_owned);
    say("publisher", publisher);
    if let Some(date) = date(path) {
        say("date", date.written().to_owned());
    }
    say("url", page.as_str().to_owned());
    if let Some(archive) = archive {
        say("archive", archive);
    }
    Some(ToldByAddress { values, words: words(&host, path) })
}

/// A host without what is in front of most.
pub(super) fn bare(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    let host = host.split(':').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// The address of a page within that of its copy: some archives leave out a slash.
fn whole(page: &str) -> String {
    for scheme in ["https:/", "http:/"] {
        if let Some(rest) = page.strip_prefix(scheme)
            && !rest.starts_with('/')
        {
            return format!("{scheme}/{rest}");
        }
    }
    page.to_owned()
}

/// What follows the host.
fn path(address: &WebUrl) -> &str {
    let (_, rest) = address.as_str().split_once("://").unwrap_or_default();
    rest.find('/').map_or("", |at| &rest[at..])
}

fn sort(host: &str, path: &str) -> Option<SourceType> {
    let is_at = |end: &str| {
        host.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let listed = TYPES.iter().find(|(end, _)| is_at(end)).map(|(_, sort)| *sort);
    let is_press =
        || PRESS.iter().any(|word| host.contains(word)) && host.split('.').count() < 4;
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    match listed {
        Some(sort) => Some(sort),
        None if bare.to_ascii_lowercase().ends_with(".pdf") => Some(SourceType::Document),
        None if is_press() => Some(SourceType::ArticleNewspaper),
        None => None,
    }
}

/// The date that a path names: `/2022/10/26/`, `/2022/oct/26/`, `2022-10-26`, `20221026`, or a month.
fn date(path: &str) -> Option<Edtf> {
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    let words: Vec<&str> = bare
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let day = words.windows(3).find_map(|of| dated(&[of[0], of[1], of[2]]));
    let joined = || {
        words.iter().find_map(|word| match word.len() {
            8 if word.bytes().all(|byte| byte.is_ascii_digit()) => {
                dated(&[&word[..4], &word[4..6], &word[6..]])
            }
            _ => None,
        })
    };
    let month = || words.windows(2).find_map(|of| dated(&[of[0], of[1]]));
    day.or_else(joined).or_else(month)
}

/// A year, a month and perhaps a day, if they are that.
fn dated(parts: &[&str]) -> Option<Edtf> {
    let (year, rest) = parts.split_first()?;
    let (month, days) = rest.split_first()?;
    let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = year.len() == 4
        && is_number(year)
        && (year.starts_with("19") || year.starts_with("20"));
    if !is_year || !days.iter().all(|day| is_number(day) && day.len() <= 2) {
        return None;
    }
    let month = match is_number(month) && month.len() <= 2 {
        true => month.parse().ok()?,
        false => named(month)?,
    };
    let days: String = days
        .iter()
        .filter_map(|day| day.parse().ok())
        .map(|day: u8| format!("-{day:02}"))
        .collect();
    Edtf::parse(&format!("{year}-{month:02}{days}")).ok()
}

/// The number of a month that is named by its first three letters.
fn named(word: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
        "dec",
    ];
    let place = MONTHS.iter().position(|month| word.eq_ignore_ascii_case(month))?;
    Some(place + 1)
}

/// The name of the host, and the part of the path that has the most letters: `rte office told to close`.
fn words(host: &str, path: &str) -> String {
    let labels: Vec<&str> = host.split('.').collect();
    // `bbc.co.uk`: what stands before the last, or before a short word before that.
    let before = labels.len().saturating_sub(2);
    let at = match labels.get(before) {
        Some(label) if label.len() <= 3 && before > 0 => before - 1,
        _ => before,
    };
    let name = labels.get(at).copied().unwrap_or_default();
    let letters_of = |part: &&str| part.chars().filter(|c| c.is_alphabetic()).count();
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    let part = bare.split('/').max_by_key(letters_of).unwrap_or_default();
    let part = part.rsplit_once('.').map_or(part, |(stem, _)| stem);
    letters::slug(&format!("{name} {part}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(address: &str, name: &str) -> Option<String> {
        let told = told(address, &KnownRecords::default()).unwrap();
        let found = told.values.into_iter().find(|(of, _)| *of == name);
        found.map(|(_, values)| values.join(" "))
    }

    #[test]
    fn the_host_tells_what_sort_of_thing_it_is() {
        for (address, expected) in [
            ("https://www.youtube.com/watch?v=1", Some("motion_picture")),
            ("https://en.wikipedia.org/wiki/A", Some("entry-encyclopedia")),
            ("https://netflix.com/a", None),
            ("https://ministry.example/answer.PDF?x=1", Some("document")),
            ("https://www.irishtimes.com/a", Some("article-newspaper")),
            ("https://example.org/a", None),
        ] {
            assert_eq!(value(address, "type").as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn a_path_tells_the_date() {
        for (path, expected) in [
            ("2022/10/26/a", Some("2022-10-26")),
            ("world/2022/oct/26/a", Some("2022-10-26")),
            ("a-2022-10-26-b", Some("2022-10-26")),
            ("a/20221026/b", Some("2022-10-26")),
            ("2022/1026/1331461-x", None),
            ("2022/10/a", Some("2022-10")),
            ("2022/13/a", None),
            ("2022/2/30/a", Some("2022-02")),
            ("a/12345678", None),
            ("a?d=2022-10-26", None),
        ] {
            let address = format!("https://example.org/{path}");
            assert_eq!(value(&address, "date").as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn a_saved_copy_is_that_of_its_page() {
        let copy =
            "https://web.archive.org/web/20221027080000/https://www.rte.ie/news/a/";
        assert_eq!(value(copy, "url").as_deref(), Some("https://www.rte.ie/news/a/"));
        assert_eq!(value(copy, "archive").as_deref(), Some(copy));
        assert_eq!(value(copy, "publisher").as_deref(), Some("rte.ie"));
        assert_eq!(value(copy, "date"), None);
    }

    #[test]
    fn an_id_is_made_of_the_host_and_the_longest_words() {
        let words = |address| told(address, &KnownRecords::default()).unwrap().words;
        assert_eq!(
            words("https://www.bbc.co.uk/news/world-asia-12"),
            "bbc-world-asia-12"
        );
        assert_eq!(words("https://rte.ie/2022/office-told.html?a=b"), "rte-office-told");
        assert_eq!(words("https://example.org"), "example");
    }

    #[test]
    fn what_is_no_address_tells_nothing() {
        for text in ["An office", "javascript:alert(1)", "ftp://a/b", ""] {
            assert_eq!(told(text, &KnownRecords::default()), None, "{text}");
        }
    }
}
