//! Maps: which pages have one, what is on it, and that no place is shown more precisely than it may be.

use crate::support::{Built, SiteTest};

const SITE: &str = "title = \"Example\"\n[borders]\nnote = \"Borders express no view.\"\n\
    [responses.inquiry]\nlabel = \"Inquiry\"\ntone = \"caution\"\n\
    [territories.ua]\nhatched = true\n";

fn built(locations: &str) -> Built {
    SiteTest::from_files(&[
        ("site.toml", SITE),
        (
            "content/countries/ie.md",
            "---\ntitle: Ireland\nresponse: {stance: inquiry}\n---\nProse.\n",
        ),
        ("content/countries/hk.md", "---\ntitle: Hong Kong\n---\nProse.\n"),
        ("content/locations/all.yaml", locations),
        (
            "content/articles/a.md",
            "---\ntitle: A\ndate: 2022\nlocations: [ie/dublin]\n---\nText.\n",
        ),
    ])
    .build()
}

const DUBLIN: &str = "ie/dublin:\n  name: Office\n  country: ie\n  city: Dublin\n  lat: 53.3472\n  \
    lon: -6.2689\n  precision: street\n  publish: city\n  status: closed\n";

/// What a page's only map has, from its beginning to its end.
fn map(page: &str) -> &str {
    let from = page.find("<svg class=\"map\"").expect("a map");
    &page[from..from + page[from..].find("</figure>").expect("its end")]
}

#[test]
fn the_world_is_a_picture_with_links_over_it() {
    let built = built(DUBLIN);
    let tree = built.tree();
    let picture = tree.lines().find(|path| path.starts_with("assets/land-"));
    let picture = picture.expect("a picture of all land");
    for (page, root) in [("index.html", ""), ("countries/index.html", "../")] {
        let page = built.page(page);
        let map = map(page);
        assert!(map.contains(&format!("<image href=\"{root}{picture}\"")));
        assert!(map.contains(&format!("<a href=\"{root}countries/ie.html\"><title>Ireland: 1 location; Inquiry</title><path")));
        // What is too small to be drawn is a dot with its name.
        assert!(map.contains("<title>Hong Kong</title><circle"));
        assert!(map.contains(">Hong Kong</text>"));
        assert!(
            map.contains("fill=\"url(#map-caution-0)\"")
                && map.contains("fill=\"url(#map-none)\"")
        );
        assert!(map.contains("<p class=\"map-note\">Borders express no view.</p>"));
        assert!(map.contains("aria-label=\"IE, Ireland: 1 location; Inquiry\""), "tiles");
    }
}

#[test]
fn a_site_without_countries_has_no_map() {
    let built = SiteTest::from_files(&[("site.toml", "title = \"Example\"\n")]).build();
    assert!(!built.page("index.html").contains("<svg class=\"map\""));
    assert!(!built.tree().contains("assets/land-"));
}

#[test]
fn a_country_a_location_and_an_article_have_maps_with_the_same_mark() {
    let built = built(DUBLIN);
    for page in ["countries/ie.html", "locations/ie/dublin.html", "articles/a.html"] {
        let page = built.page(page);
        let map = map(page);
        assert!(map.contains("<title>Office: Closed</title>"));
        assert!(map.contains("locator__ring\"") && !map.contains("locator__ring--vague"));
        assert!(map.contains("tone-resolved"));
        assert!(map.contains("100 km. "));
    }
    let country = built.page("countries/ie.html");
    assert!(
        map(country).contains(">Dublin</text>")
            && map(country).contains(">United Kingdom</text>")
    );
}

#[test]
fn a_place_lies_in_the_middle_of_what_may_be_told_of_it() {
    let other = DUBLIN.replace("53.3472", "53.3391").replace("-6.2689", "-6.2231");
    let (one, other) = (built(DUBLIN), built(&other));
    for page in ["countries/ie.html", "locations/ie/dublin.html", "articles/a.html"] {
        assert_eq!(one.page(page), other.page(page));
    }
}

#[test]
fn a_place_that_is_shown_to_the_region_has_a_dashed_ring_and_one_to_the_country_none() {
    let built = built(
        "ie/west:\n  name: West\n  country: ie\n  lat: 53.3\n  lon: -9.0\n  publish: region\n\
         ie/some:\n  name: Some\n  country: ie\n  lat: 53.3\n  lon: -9.0\n  publish: country\n\
         ie/dublin:\n  name: House\n  country: ie\n  lat: 53.34\n  lon: -6.26\n  precision: building\n",
    );
    let page = built.page("countries/ie.html");
    let on_map = map(page);
    assert_eq!(on_map.matches("locator__ring--vague").count(), 1);
    assert_eq!(
        on_map.matches("<circle").count(),
        1,
        "what may be shown as a point has no ring"
    );
    assert!(!on_map.contains("<title>Some"));
    assert!(page.contains("1 location is not on the map"));
    assert!(!built.page("locations/ie/some.html").contains("<svg class=\"map\""));
}

#[test]
fn a_map_is_no_coordinate_to_the_firewall() {
    // Places all over the world whose coordinates may not be told, each with a map.
    let places: String = dateline::atlas::all()
        .iter()
        .filter_map(|one| {
            let (lat, lon) = dateline::atlas::middle(one.code);
            let inside = matches!(dateline::atlas::position(one.code, lat, lon), dateline::atlas::Position::Inside);
            let code = one.code.lower();
            inside.then(|| format!(
                "{code}/place:\n  name: Place\n  country: {code}\n  lat: {lat:.4}\n  lon: {lon:.4}\n  publish: city\n"
            ))
        })
        .collect();
    let built = built(&(places + DUBLIN));
    // Of other files something may be said; no page with a map is taken for one that tells a place.
    let pages =
        ["`locations/", "`countries/", "`index.html`", "`articles/", "`assets/land"];
    for page in pages {
        assert!(!built.diagnostics().contains(page), "{}", built.diagnostics());
    }
}

#[test]
fn a_hatched_territory_is_hatched_on_every_map() {
    let built = built(&format!(
        "{DUBLIN}ua/kyiv:\n  name: Kyiv\n  country: ua\n  lat: 50.4\n  lon: 30.5\n\
         ro/iasi:\n  name: Iasi\n  country: ro\n  lat: 47.2\n  lon: 27.6\n"
    ));
    for page in ["countries/ua.html", "countries/ro.html"] {
        assert!(built.page(page).contains("class=\"locator__hatched\""), "{page}");
    }
    assert!(built.page("index.html").contains("map-area--hatched"));
}

/// A site whose article has this text, with two locations in Ireland and one in Peru.
fn with_text(text: &str) -> Built {
    let article = format!("---\ntitle: A\ndate: 2022\n---\n{text}\n");
    let places = format!(
        "{DUBLIN}ie/cork:\n  name: Cork house\n  country: ie\n  city: Cork\n  lat: 51.9\n  lon: -8.5\n\
         pe/lima:\n  name: Lima house\n  country: pe\n  city: Lima\n  lat: -12.0\n  lon: -77.0\n"
    );
    SiteTest::from_files(&[
        ("site.toml", SITE),
        ("content/locations/all.yaml", &places),
        ("content/sources/s.yaml", "rte: {title: Report, url: https://rte.example/1}\n"),
        ("content/articles/a.md", &article),
    ])
    .build()
}

#[test]
fn a_text_shows_the_map_of_a_country_of_locations_or_of_the_world() {
    for (embed, marks, has_picture) in [
        ("map:ie", ["Office", "Cork house"].as_slice(), false),
        ("map:ie/cork|Where it stood", &["Cork house"], false),
        ("map:ie/dublin, ie/cork", &["Office", "Cork house"], false),
        ("map:ie/dublin, pe/lima", &["Office", "Lima house"], true),
    ] {
        let built = with_text(&format!("Before.\n\n![[{embed}]]\n\nAfter."));
        assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
        let page = built.page("articles/a.html");
        let map = map(page.split_once("<p>Before.</p>").unwrap().1);
        assert_eq!(map.matches("<title>").count(), marks.len(), "{embed}");
        for mark in marks {
            assert!(map.contains(&format!("<title>{mark}")), "{embed}");
        }
        assert_eq!(map.contains("<image href=\"../assets/land-"), has_picture, "{embed}");
        // The list of the locations stands beside it.
        assert!(page.contains("<ul class=\"location-list location-list--compact\">"));
        assert_eq!(page.contains("Where it stood"), embed.contains('|'));
    }
    let world = with_text("![[map:world]]");
    assert!(world.page("articles/a.html").contains("<figure class=\"world-map\">"));
}

#[test]
fn where_it_is_shown_is_told_on_the_pages_of_all_that_are_on_it() {
    let built = with_text("Here they are:\n\n![[map:ie/dublin, pe/lima]]");
    for page in ["locations/ie/dublin.html", "locations/pe/lima.html"] {
        assert!(built.page(page).contains("articles/a.html"), "{page}");
    }
}

#[test]
fn what_has_no_map_is_told() {
    for (text, code, words) in [
        ("![[map:rte]]", "E0212", "the source `rte` has no map"),
        ("![[map:ie/galway]]", "E0201", "ie/galway"),
        ("![[map:ie/dublin, ie]]", "E0212", "the country `ie` is no location"),
        ("![[map:ie/dublin, ie/galway]]", "E0201", "ie/galway"),
        ("Here ![[map:ie]] it is.", "W0201", "is shown as a link"),
        ("![[mapp:ie]]", "E0201", "did you mean"),
    ] {
        let built = with_text(text);
        assert_eq!(built.codes(), [code], "{text}: {}", built.diagnostics());
        assert!(built.diagnostics().contains(words), "{}", built.diagnostics());
    }
}
