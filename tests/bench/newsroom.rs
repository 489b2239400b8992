//! A newsroom in memory, the same each time: articles that cite, link and date, their sources and
//! locations. `corpus.py` makes larger ones on disk.

use dateline::files::{FilePath, Memory};
use std::fmt::Write;

const WORDS: [&str; 24] = [
    "station",
    "police",
    "report",
    "country",
    "ministry",
    "investigation",
    "overseas",
    "service",
    "bureau",
    "public",
    "community",
    "pressure",
    "statement",
    "foreign",
    "embassy",
    "consulate",
    "documents",
    "licence",
    "evidence",
    "witness",
    "court",
    "network",
    "published",
    "confirmed",
];
const COUNTRIES: [&str; 5] = ["IE", "CA", "NL", "NO", "ES"];

/// A newsroom of so many articles, half as many sources and a quarter as many locations.
pub fn newsroom(articles: usize) -> Memory {
    let (sources, locations) = (articles / 2 + 1, articles / 4 + 1);
    let mut files = Memory::default();
    let mut put = |path: &str, text: String| {
        // The names are letters and numbers, so each is a path.
        files.insert(FilePath::new(path).unwrap(), text.into_bytes());
    };
    put(
        "site.toml",
        "title = \"Newsroom\"\nbase_url = \"https://example.org/\"\n".into(),
    );
    put("content/sources/all.yaml", (0..sources).map(source).collect());
    put("content/locations/all.yaml", (0..locations).map(location).collect());
    for n in 0..articles {
        let path = format!("content/articles/a{n}.md");
        put(&path, article(n, articles, sources, locations));
    }
    files
}

fn source(n: usize) -> String {
    format!(
        "s{n}:\n  title: Source {n}\n  type: article-newspaper\n  in: Daily {}\n  \
         date: {}\n  url: https://example.org/{n}\n",
        n % 40,
        day(n)
    )
}

fn location(n: usize) -> String {
    let country = COUNTRIES[n % COUNTRIES.len()];
    format!(
        "p{n}:\n  name: Office {n}\n  country: {country}\n  status: reported\n  \
         sources: [s{n}]\n"
    )
}

fn article(n: usize, articles: usize, sources: usize, locations: usize) -> String {
    let source = |k: usize| (n * 7 + k * 3) % sources;
    let (one, two) = (COUNTRIES[n % 5], COUNTRIES[(n + 2) % 5]);
    let place = n % locations;
    let mut text = format!(
        "---\ntitle: \"Article {n}\"\ndate: {}\nsummary: {}\ncountries: [{one}, {two}]\n\
         sources: [s{}, s{}]\nlocations: [p{place}]\ndates:\n  - date: {}\n    text: {}\n    \
         locations: [p{place}]\n    sources: [s{}]\n---\n\n",
        day(n),
        sentence(n),
        source(0),
        source(1),
        day(n + 3),
        sentence(n + 1),
        source(0),
    );
    for k in 0..5 {
        let (link, cited) = ((n * 11 + k * 17) % articles, source(k % 2));
        // Writing to a string can't fail.
        let _ = write!(
            text,
            "## Part {k}\n\n{} See [[a{link}|article {link}]] for details [@s{cited}]. {}\n\n\
             {} As **reported** by *officials* [@s{cited}]. {}\n\n- {}\n- {}\n\n",
            sentence(n + k),
            sentence(n + 2 * k),
            sentence(n + 3 * k),
            sentence(n + 5 * k),
            sentence(k),
            sentence(k + 1),
        );
    }
    text
}

fn day(n: usize) -> String {
    format!("20{:02}-{:02}-{:02}", 10 + n % 14, 1 + n % 12, 1 + n % 28)
}

/// Twelve words, in an order that depends on `seed`.
fn sentence(seed: usize) -> String {
    let word = |k: usize| WORDS[(seed * 5 + k * (7 + seed % 5)) % WORDS.len()];
    let words: Vec<&str> = (0..12).map(word).collect();
    format!("It {}.", words.join(" "))
}
