//! Where a location is, told no finer than its `publish` allows.

use crate::support::{Built, SiteTest};

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\n";

/// A record known to the metre, with words and numbers that no reader may see.
fn location(publish: &str) -> String {
    format!(
        "ie/office:\n  name: SECRETNAME\n  public_name: An office\n  city: SECRETCITY\n  \
         area: SECRETAREA\n  country: ie\n  lat: 53.349812\n  lon: -6.260312\n  \
         precision: exact\n  publish: {publish}\n  status: closed\n  \
         operator: watchers\n  sources: [s]\n  history:\n    \
         - {{date: 2022, status: closed, sources: [s]}}\n  dates:\n    \
         - {{date: 2022, text: It closed., sources: [s]}}\n"
    )
}

/// A site that shows the location in every way that there is.
fn everywhere(publish: &str) -> Built {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/sources/s.yaml", "s: {title: S, url: 'https://example.com/'}\n"),
        (
            "content/entities/e.yaml",
            "watchers: {schema: Organization, name: Watchers, privacy: public-body}\n",
        ),
        ("content/locations/l.yaml", &location(publish)),
        (
            "content/locations/ie/other.md",
            "---\nname: Another\ncountry: ie\nprecision: country\n---\nNot [[ie/office]].\n",
        ),
        (
            "content/claims/c.yaml",
            "ie/station: {text: It was a station., about: [ie/office], status: alleged, \
             made_by: watchers, sources: [s]}\n",
        ),
        ("content/index.md", "---\ntitle: Example\n---\nSee [[ie/office]].\n"),
        ("content/countries/ie.md", "---\ntitle: Ireland\n---\n![[timeline:ie]]\n"),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022-10-27\nlocations: [ie/office]\nclaims: [ie/station]\n\
             dates:\n  - {date: 2022-10, text: It was told., locations: [ie/office]}\n---\n\
             The police closed [[ie/office]] [@s].\n\n![[location:ie/office]]\n\n\
             ![[timeline:ie/office]]\n",
        ),
        (
            "content/articles/b.md",
            "---\ntitle: B\ndate: 2022-10-28\ndates:\n  - date: 2022-11\n    \
             text: It was told again.\n    locations:\n      \
             - {name: SECRETNAME, public_name: A house, city: SECRETCITY, area: SECRETAREA, \
             country: ie, precision: exact, publish: country}\n---\nText.\n",
        ),
    ])
    .build();
    assert!(!built.files.is_empty(), "{}", built.diagnostics());
    built
}

/// The files of the site that say `words`, in their text or their path.
fn telling<'b>(built: &'b Built, words: &str) -> Vec<&'b str> {
    let tells = |path: &str, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        text.contains(words) || path.contains(words)
    };
    let all = built.files.iter().filter(|(path, bytes)| tells(path, bytes));
    all.map(|(path, _)| path.as_str()).collect()
}

#[test]
fn nothing_of_a_place_is_written_finer_than_it_may_be_shown() {
    for publish in ["country", "region", "{metres: 20000}"] {
        let built = everywhere(publish);
        for secret in ["secretname", "secretcity", "secretarea", "53.349", "6.2603"] {
            assert_eq!(telling(&built, secret), [""; 0], "{publish}");
        }
        assert!(built.page("locations/ie/office.html").contains("An office"));
    }
}

#[test]
fn a_city_is_shown_where_the_place_may_be_shown_to_the_city() {
    for publish in ["city", "{metres: 2000}"] {
        let built = everywhere(publish);
        assert!(telling(&built, "secretcity").len() > 3, "{publish}");
        assert_eq!(telling(&built, "secretarea"), [""; 0], "{publish}");
        assert_eq!(telling(&built, "secretname"), [""; 0], "{publish}");
    }
}

#[test]
fn a_street_is_shown_where_the_place_may_be_shown_to_the_street() {
    let built = everywhere("street");
    // Its page tells it, and who searches for it finds that.
    let telling = telling(&built, "secretarea");
    assert_eq!(telling, ["assets/search/words-0.js", "locations/ie/office.html"]);
}

#[test]
fn a_place_without_publish_is_shown_as_it_is_written() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\nlocations: ['Capel Street 4, IE', {name: Shop, \
             city: Dublin, area: Mill Lane 3, country: ie, precision: exact}]\n---\nText.\n",
        ),
    ])
    .build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert!(built.page("locations/ie/shop.html").contains("Dublin, Mill Lane 3"));
    assert!(built.page("articles/a.html").contains("Capel Street 4"));
}

#[test]
fn what_is_told_of_a_place_by_others_may_say_what_another_place_shows() {
    let built = SiteTest::from_files(&[
        ("site.toml", SITE),
        (
            "content/locations/l.yaml",
            "ie/flat: {name: A flat, city: Dublin, country: ie, precision: exact, publish: country}\n\
             ie/embassy: {name: The embassy, city: Dublin, country: ie}\n",
        ),
        (
            "content/articles/a.md",
            "---\ntitle: Dublin\ndate: 2022\nlocations: [ie/flat, ie/embassy]\n---\nText.\n",
        ),
        (
            "content/articles/b.md",
            "---\ntitle: Cork\ndate: 2022\nsummary: In Dublin.\nlocations: [ie/flat]\n---\nText.\n",
        ),
    ])
    .build();
    assert_eq!(built.codes(), ["W0311"], "{}", built.diagnostics());
    assert!(built.diagnostics().contains("the summary says `dublin`"));
}
