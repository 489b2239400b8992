//! What references come to mean, and what of it is shown.

use super::*;
use crate::config::Config;
use crate::content::{self, Policy};
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::{FilePath, Memory, TextFiles, scan};
use crate::keys::Key;

/// A site made of these files, with what was found in it.
pub(super) struct Small {
    texts: TextFiles,
    config: Config,
    pub(super) site: Site,
    vault: Vault,
    sizes: PictureSizes,
    found: Vec<Diagnostic>,
}

pub(super) fn site(files: &[(&str, &str)]) -> Small {
    let mut memory = Memory::default();
    let toml = ("site.toml", "title = \"Small\"\nas_of = \"2026-01-01\"\n");
    for (path, text) in [toml].iter().chain(files) {
        memory.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    let texts = scan(&memory).unwrap();
    let mut diags = Diagnostics::default();
    let config = crate::config::load(&texts, &mut diags).unwrap();
    let nothing = content::ParseCache::default();
    let parsed = content::parse(&texts, &nothing, &mut diags);
    let documents = parsed.records.documents(&parsed.kept, &texts, &mut diags);
    let policy = Policy { as_of: config.as_of.clone(), ..Policy::default() };
    let unpublished = survey(&documents, &policy, &texts, &config, &mut diags);
    let documents = documents.published(&policy);
    let site = resolve(&documents, &unpublished, &texts, &config, &mut diags);
    let vault = Vault::read(&memory, &texts, &site, &config);
    let sizes = PictureSizes::default();
    Small { texts, config, site, vault, sizes, found: diags.sorted() }
}

impl Small {
    fn codes(&self) -> Vec<&'static str> {
        self.found.iter().map(|one| one.code.id()).collect()
    }

    pub(super) fn published(&self, diags: &mut Diagnostics) -> Publication<'_> {
        publish(&self.site, &self.vault, &self.sizes, &self.config, diags)
    }

    fn article(&self, id: &str) -> ArticleId {
        let at = self.site.articles.iter().position(|a| a.names.id.as_str() == id);
        ArticleId(at.unwrap() as u32)
    }
}

/// An article of two fixed fields, more front matter, and a text.
fn article(more: &str, text: &str) -> String {
    format!("---\ntitle: One\ndate: 2022-10-27\n{more}\n---\n{text}\n")
}

fn one(more: &str, text: &str) -> Small {
    site(&[("content/articles/one.md", &article(more, text))])
}

#[test]
fn a_bare_url_is_one_source_wherever_it_stands() {
    let more =
        "sources: [https://www.example.org/news/1, https://www.example.org/news/1/]";
    let small = one(more, "It closed [@1].");
    assert!(small.found.is_empty(), "{:?}", small.found);
    assert_eq!(small.site.sources.len(), 1);
    assert_eq!(small.site.sources[0].names.id.as_str(), "example.org-news-1");
    assert_eq!(small.site.prose(Item::Article(ArticleId(0))).unwrap().links.len(), 1);
}

#[test]
fn a_url_that_a_registry_knows_is_that_source() {
    let small = site(&[
        ("content/sources/s.yaml", "rte:\n  title: T\n  url: https://rte.ie/1\n"),
        ("content/articles/one.md", &article("sources: [https://rte.ie/1]", "")),
    ]);
    assert_eq!(small.site.sources.len(), 1);
    assert_eq!(small.site.articles[0].sources, [SourceId(0)]);
}

#[test]
fn a_text_names_a_place() {
    let more = "locations: ['Dublin, IE', 'Dublin, Ireland']";
    let small = one(more, "In [[ie/dublin|Dublin]].");
    assert!(small.found.is_empty(), "{:?}", small.found);
    let dublin = &small.site.locations[0];
    assert_eq!((small.site.locations.len(), dublin.published().name), (1, "Dublin"));
    let countries = &small.site.articles[0].countries;
    assert_eq!(small.site[countries[0]].names.id.as_str(), "ie");
}

#[test]
fn a_reference_to_nothing_suggests_what_is_near() {
    let small = one("", "See [[onee]] and [@nobody].");
    assert_eq!(small.codes(), ["E0201", "E0203"]);
    assert_eq!(small.found[0].help, ["did you mean `one`?"]);
}

#[test]
fn a_reference_that_means_two_things_asks_which() {
    let two = [
        ("content/articles/dublin.md", article("", "See [[dublin]], [[page:dublin]].")),
        ("content/pages/dublin.md", "---\ntitle: Dublin\n---\n".to_owned()),
    ];
    let small = site(&[(two[0].0, &two[0].1), (two[1].0, &two[1].1)]);
    assert_eq!(small.codes(), ["E0202"]);
    assert_eq!(small.found[0].help, ["write `article:dublin` or `page:dublin`"]);
}

#[test]
fn a_broken_record_is_known_so_that_references_to_it_are_not_reported_too() {
    let small = site(&[
        ("content/articles/one.md", &article("", "See [[two]].")),
        ("content/articles/two.md", "---\ntitle: Two\ndate: 10/11/2022\n---\n"),
    ]);
    assert_eq!(small.codes(), ["E0116"]);
}

#[test]
fn the_same_id_twice_names_both_places() {
    let small = site(&[
        ("content/sources/a.yaml", "rte: {title: A}\n"),
        ("content/sources/b.yaml", "rte: {title: B}\n"),
    ]);
    assert_eq!(small.codes(), ["E0205"]);
    assert_eq!(small.found[0].also.len(), 1);
}

#[test]
fn aliases_lead_to_their_item_but_not_in_a_circle() {
    let small = site(&[
        ("content/articles/one.md", &article("aliases: [old, /2019/old/]", "")),
        ("content/articles/two.md", &article("", "[[old]]").replace("One", "Two")),
    ]);
    assert!(small.found.is_empty(), "{:?}", small.found);
    let old: Vec<&str> =
        small.site.articles[0].names.redirects.iter().map(|path| path.as_str()).collect();
    assert_eq!(old, ["articles/old.html", "2019/old/index.html"]);
    let circle = site(&[
        ("content/articles/one.md", &article("aliases: [two]", "")),
        ("content/articles/two.md", &article("aliases: [one]", "").replace("One", "Two")),
    ]);
    assert!(circle.codes().contains(&"E0206"), "{:?}", circle.codes());
}

#[test]
fn a_handle_is_a_citation_only_where_it_is_a_known_key() {
    let sources = ("content/sources/s.yaml", "rte: {title: T, by: [A. Byrne]}\n");
    let small = site(&[
        sources,
        ("content/articles/one.md", &article("", "As @rte says; follow @nobody.")),
    ]);
    assert!(small.found.is_empty());
    let links = &small.site.prose(Item::Article(ArticleId(0))).unwrap().links;
    assert_eq!(links.as_slice(), [Link::Cite([SourceId(0)].into()), Link::Text]);
}

#[test]
fn numbers_count_in_order_of_appearance() {
    let sources = "a: {title: A}\nb: {title: B}\nc: {title: C}\n";
    let small = site(&[
        ("content/sources/s.yaml", sources),
        (
            "content/articles/one.md",
            &article("sources: [a, b, c]", "X [@b]. Y [@a; @b]."),
        ),
    ]);
    let mut diags = Diagnostics::default();
    let published = small.published(&mut diags);
    let edition = published.edition();
    let reading = edition.reading(Item::Article(small.article("one")));
    let numbered: Vec<(u32, u32)> =
        reading.sources.iter().map(|one| (one.source.0, one.uses)).collect();
    assert_eq!(numbered, [(1, 2), (0, 1), (2, 0)]);
    let Target::Cite(second) = &reading.targets[1] else { panic!("no citation") };
    let shown: Vec<(u32, u32)> = second.iter().map(|one| (one.number, one.nth)).collect();
    assert_eq!(shown, [(2, 1), (1, 2)]);
}

#[test]
fn a_fact_told_twice_under_one_id_is_one_fact() {
    let fact = |date: &str| {
        format!("dates: [{{id: capel, date: {date}, text: It closed, countries: [ie]}}]")
    };
    let two = article(&fact("2022-10-26"), "").replace("One", "Two");
    let small = site(&[
        ("content/articles/one.md", &article(&fact("2022-10-26"), "")),
        ("content/articles/two.md", &two),
    ]);
    assert!(small.found.is_empty());
    assert_eq!(small.site.events.len(), 1);
    assert_eq!(small.site.events[0].tellers.len(), 2);
    let small = site(&[
        ("content/articles/one.md", &article(&fact("2022-10-25"), "")),
        ("content/articles/two.md", &two),
    ]);
    assert_eq!(small.codes(), ["E0211"]);
}

#[test]
fn drafts_and_embargoes_hold_and_links_to_them_are_told() {
    let small = site(&[
        ("content/articles/one.md", &article("", "See [[two]], [[three]].")),
        (
            "content/articles/two.md",
            &article("draft: true", "[[one]]").replace("One", "Two"),
        ),
        (
            "content/articles/three.md",
            &article("embargo: 2027-01-01", "").replace("One", "Three"),
        ),
    ]);
    assert_eq!(small.codes(), ["E0210", "E0210"]);
    let published = small.published(&mut Diagnostics::default());
    let edition = published.edition();
    assert_eq!(edition.articles().len(), 1);
    assert!(edition.mentions(Item::Article(small.article("one"))).is_empty());
}

#[test]
fn nothing_of_a_confidential_source_is_shown_but_that_there_is_one() {
    let source = "inside:\n  title: CANARY\n  by: [CANARY]\n  access: confidential\n  note: CANARY\n";
    let small = site(&[
        ("content/sources/s.yaml", source),
        (
            "content/articles/one.md",
            &article("sources: [inside]", "It closed [@inside]."),
        ),
    ]);
    let mut diags = Diagnostics::default();
    let published = small.published(&mut diags);
    let edition = published.edition();
    assert!(diags.is_empty());
    assert!(edition.sources().is_empty());
    let reading = edition.reading(Item::Article(small.article("one")));
    let shown = edition.source(reading.sources[0].source);
    assert_eq!(shown.label().title, "Confidential source");
    assert!(!format!("{shown:?} {:?}", reading.targets).contains("CANARY"));
    assert!(!format!("{shown:?}").contains("inside"));
}

#[test]
fn nothing_of_an_entity_that_may_not_be_named_passes_the_door() {
    let entity = "---\nname: CANARY\nnames: {ga: CANARY}\naliases: [canary-once]\nschema: Person\nprivacy: protected\ncountry: ie\nrole: CANARY\nnote: CANARY\nsources: [s]\nnumbers: {posts: [{value: 7, sources: [s]}]}\n---\n## CANARY\n\nCANARY told it [@s].\n";
    let public = "name: Public\nschema: Organization\nprivacy: public-body\nsources: [s]\nnumbers: {posts: [{value: 7, sources: [s]}]}";
    let more = "entities: [canary]\nclaims: [{id: c, text: It closed., status: reported, sources: [s], about: [canary], made_by: canary}]\ndates: [{date: 2022, text: It closed., entities: [canary]}]";
    let small = site(&[
        ("content/sources/s.yaml", "s: {title: S}\n"),
        ("content/entities/canary.md", entity),
        ("content/entities/public.md", &format!("---\n{public}\n---\nText [@s].\n")),
        ("content/articles/one.md", &article(more, "See [[canary|somebody]].")),
    ]);
    assert!(small.found.is_empty(), "{:?}", small.found);
    let id_of = |name: &str| {
        let at = small.site.entities.iter().position(|one| one.name == name);
        EntityId(at.unwrap() as u32)
    };
    let published = small.published(&mut Diagnostics::default());
    let edition = published.edition();
    let told = |id: EntityId| {
        let item = Item::Entity(id);
        let entity = edition.named(id).map(|named| {
            (format!("{:?}", edition.entity(named)), edition.of_entity(named))
        });
        let of = (edition.prose(item).is_some(), edition.source_count(item), entity);
        let lists = (edition.listed_sources(item), edition.cited_by(item));
        let reading = edition.reading(item);
        let more = (edition.numbers(item), edition.corrections_of(item), reading);
        let names = (edition.title(item), edition.address(item), edition.id_of(item));
        let who = (edition.who(&Who::Entity(id)), edition.lang(item));
        format!(
            "{names:?} {who:?} {of:?} {lists:?} {more:?} {:?}",
            edition.events_of(item)
        )
    };
    let article = edition.reading(Item::Article(small.article("one")));
    let all = (edition.entities().len(), edition.redirects(), edition.find("canary"));
    let of_all = format!("{article:?} {all:?}").to_lowercase();
    assert!(!of_all.contains("canary"), "{of_all}");
    let phrases = small.config.phrases;
    let (home, unnamed) = (edition.address(Item::Home), phrases.a_person());
    let nothing = format!(
        "({unnamed:?}, {home:?}, None) ({unnamed:?}, None) (false, 0, None) ([], []) \
         ([], [], Reading {{ targets: [], sources: [], passages: [] }}) []"
    );
    assert_eq!(told(id_of("CANARY")), nothing);
    let public = told(id_of("Public"));
    for shown in ["\"Public\"", "entities/public", "(true, 1, Some(", "posts"] {
        assert!(public.contains(shown), "{shown}: {public}");
    }
}

#[test]
fn no_place_is_shown_finer_than_it_may_be() {
    let place = |publish: &str| {
        format!(
            "p:\n  name: P\n  country: ie\n  lat: 53.3498\n  lon: -6.2603\n  precision: exact\n{publish}"
        )
    };
    let shown = |publish: &str| {
        let text = place(publish);
        let small = site(&[("content/locations/l.yaml", &text)]);
        assert!(small.found.is_empty(), "{:?}", small.found);
        small.site.locations[0].published().point
    };
    let exact = shown("").unwrap();
    assert!((exact.lat - 53.3498).abs() < 0.0001);
    let city = shown("  publish: city\n").unwrap();
    assert!((city.lat - 53.3498).abs() > 0.005 || (city.lon + 6.2603).abs() > 0.005);
    assert_eq!(city, shown("  publish: city\n").unwrap());
    assert!(shown("  publish: country\n").is_none());
}

#[test]
fn swapped_coordinates_are_recognised() {
    let text = "p: {name: P, country: ie, lat: -6.26, lon: 53.35}\n";
    let small = site(&[("content/locations/l.yaml", text)]);
    assert_eq!(small.codes(), ["E0123"]);
    assert!(small.found[0].help[0].contains("swapped"), "{:?}", small.found[0].help);
}

#[test]
fn pages_whose_paths_differ_in_case_alone_collide() {
    let small = site(&[
        ("content/articles/Dublin.md", &article("", "")),
        ("content/articles/dublin.md", &article("", "").replace("One", "Two")),
    ]);
    assert_eq!(small.codes(), ["E0701"]);
    assert_eq!(small.texts.ids().count(), 3);
}

#[test]
fn a_backlink_carries_the_sentence_that_links() {
    let small = site(&[
        (
            "content/articles/one.md",
            &article("", "First. The office in [[two|Dublin]] closed."),
        ),
        ("content/articles/two.md", &article("", "").replace("One", "Two")),
    ]);
    let mut diags = Diagnostics::default();
    let published = small.published(&mut diags);
    let edition = published.edition();
    let mentions = edition.mentions(Item::Article(small.article("two")));
    let sentence = mentions[0].sentence().unwrap();
    assert_eq!(sentence, ("The office in ", Named::Words("Dublin"), " closed."));
}

#[test]
fn what_shares_sources_is_offered_next() {
    let sources = "a: {title: A}\nb: {title: B}\n";
    let dated = |title: &str, day: u32, more: &str| {
        format!("---\ntitle: {title}\ndate: 2022-10-{day}\n{more}\n---\n")
    };
    let small = site(&[
        ("content/sources/s.yaml", sources),
        ("content/articles/one.md", &dated("One", 10, "sources: [a, b]")),
        ("content/articles/two.md", &dated("Two", 11, "sources: [b]")),
        ("content/articles/three.md", &dated("Three", 12, "sources: [a, b]")),
        ("content/articles/four.md", &dated("Four", 13, "")),
    ]);
    let mut diags = Diagnostics::default();
    let published = small.published(&mut diags);
    let edition = published.edition();
    let related = edition.related(small.article("one"));
    assert_eq!(related, [small.article("three"), small.article("two")]);
    assert_eq!(edition.next(small.article("one")), Some(small.article("two")));
    assert_eq!(edition.previous(small.article("one")), None);
}

#[test]
fn links_in_markdown_find_files_pages_and_headings() {
    let text = "[a](two.md#end) [b](/articles/two.html) [c](#here) [d](https://x.org/) \
                [e](../media/report.pdf) [f](/timeline.html) [g](nowhere.md)\n\n## Here\n";
    let small = site(&[
        ("content/articles/one.md", &article("", text)),
        ("content/articles/two.md", &article("", "## End").replace("One", "Two")),
        ("content/media/report.pdf", "%PDF"),
    ]);
    assert_eq!(small.codes(), ["E0209"]);
    let two = Item::Article(small.article("two"));
    let links = &small.site.prose(Item::Article(small.article("one"))).unwrap().links;
    assert_eq!(links[0], Link::Item(two, Some("end".into())));
    assert_eq!(links[1], Link::Item(two, None));
    assert_eq!(links[2], Link::Heading("here".into()));
    assert_eq!(links[3], Link::Web("https://x.org/".into()));
    assert_eq!(links[4], Link::Media(MediaId(0)));
    assert!(
        matches!(&links[5], Link::Path(list) if list.0.as_str() == "timeline.html" && list.1.is_none())
    );
    assert_eq!(links[6], Link::Text);
}

/// The key of what `read` reads of a site of two articles, the first with this text.
fn key_of(front: &str, text: &str, read: fn(&Edition<'_>, &Small)) -> Key {
    let small = site(&[
        ("content/articles/one.md", &article(front, text)),
        ("content/articles/two.md", &article("", "").replace("One", "Two")),
    ]);
    let published = small.published(&mut Diagnostics::default());
    let mut notes = Notes::default();
    read(&published.noting(&notes), &small);
    let reads = notes.take_reads();
    let directory = published.directory();
    Key::of(&reads.iter().map(|read| directory.keys[read.index()]).collect::<Vec<_>>())
}

#[test]
fn what_is_read_of_an_item_is_the_same_while_only_words_of_its_text_change() {
    let record = |edition: &Edition<'_>, small: &Small| {
        edition.article(small.article("one"));
    };
    let first = key_of("", "They told it.", record);
    assert_eq!(key_of("", "\n\nThey said [[two]].", record), first);
    assert_ne!(key_of("summary: S", "They told it.", record), first);
    let name = |edition: &Edition<'_>, small: &Small| {
        edition.title(Item::Article(small.article("one")));
    };
    assert_eq!(key_of("summary: S", "", name), key_of("", "", name));
    let text = |edition: &Edition<'_>, small: &Small| {
        edition.prose(Item::Article(small.article("one")));
    };
    assert_ne!(key_of("", "They told it.", text), key_of("", "They said it.", text));
}

#[test]
fn what_is_read_has_the_same_name_and_key_when_other_articles_come() {
    let all = [
        ("content/articles/b.md", article("sources: [{id: s, title: S}]", "[@s]")),
        ("content/articles/a.md", article("", "").replace("One", "Two")),
    ];
    let read = |files: &[(&str, String)]| {
        let files: Vec<_> =
            files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let small = site(&files);
        let published = small.published(&mut Diagnostics::default());
        let mut notes = Notes::default();
        let edition = published.noting(&notes);
        let id = small.article("b");
        edition.article(id);
        edition.reading(Item::Article(id));
        edition.independence(&edition.article(id).sources);
        let Directory { names, keys } = published.directory();
        let reads = notes.take_reads().into_iter().map(|read| read.index());
        reads.map(|at| (names[at], keys[at])).collect::<Vec<_>>()
    };
    assert_eq!(read(&all[..1]), read(&all));
}

#[test]
fn the_sentences_that_name_an_item_have_a_key() {
    let key = |text: &str| {
        let of = |read: fn(&Edition<'_>, &Small)| key_of("", text, read);
        let one = of(|edition, small| {
            edition.mentions(Item::Article(small.article("one")));
        });
        let two = of(|edition, small| {
            edition.mentions(Item::Article(small.article("two")));
        });
        (one, two)
    };
    let first = key("They told [[two]]. No more.");
    assert_eq!(key("They told [[two]]. Much more."), first);
    assert_eq!(key("At first.\n\nThey told [[two]]. No more."), first);
    for other in ["They said [[two]].", "They told it ([[two]]).", "No more."] {
        assert_ne!(key(other).1, first.1, "{other}");
        assert_eq!(key(other).0, first.0, "{other}");
    }
}

/// Where each dated fact of a site is, by its text: its countries and its locations.
fn places(files: &[(&str, &str)]) -> Vec<(String, Vec<String>)> {
    let small = site(files);
    assert!(small.found.is_empty(), "{:?}", small.found);
    let place = |event: &super::Event| {
        let countries = event.countries.iter().copied().map(Item::Country);
        let all = countries.chain(event.locations.iter().copied().map(Item::Location));
        let ids = all.filter_map(|item| small.site.names(item));
        (event.text.clone(), ids.map(|names| names.id.to_string()).collect())
    };
    small.site.events.iter().map(place).collect()
}

#[test]
fn a_fact_without_a_place_is_where_its_article_is() {
    let facts = "countries: [es]\nlocations: ['Dublin, IE']\ndates:\n\
                 - {date: 2021, text: nowhere}\n\
                 - {date: 2022, text: country, countries: [fr]}\n\
                 - {date: 2023, text: location, locations: ['Rome, IT']}\n";
    let found = places(&[("content/articles/one.md", &article(facts, ""))]);
    let expected: [(&str, &[&str]); 3] = [
        ("nowhere", &["es", "ie", "ie/dublin"]),
        ("country", &["fr"]),
        ("location", &["it", "it/rome"]),
    ];
    let found: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|(text, ids)| (text.as_str(), ids.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(found, expected.map(|(text, ids)| (text, ids.to_vec())));
}

#[test]
fn a_fact_of_a_location_or_a_country_is_there_and_one_of_a_claim_where_that_is() {
    let found = places(&[
        (
            "content/locations/l.yaml",
            "ie/l: {name: L, country: ie, dates: [{date: 2021, text: location, countries: [fr]}]}\n",
        ),
        ("content/countries/es.md", "---\ndates: [{date: 2022, text: country}]\n---\n"),
        (
            "content/claims/c.yaml",
            "c: {text: C, about: [ie/l, pt], status: alleged, made_by: X, \
             dates: [{date: 2023, text: claim}]}\n",
        ),
    ]);
    let expected = [
        ("location", vec!["fr", "ie", "ie/l"]),
        ("country", vec!["es"]),
        ("claim", vec!["ie", "pt", "ie/l"]),
    ];
    for ((text, ids), expected) in found.iter().zip(expected) {
        assert_eq!((text.as_str(), ids.iter().map(String::as_str).collect()), expected);
    }
}

#[test]
fn a_fact_that_one_of_its_tellers_places_is_nowhere_else() {
    let fact = |place: &str| {
        format!("countries: [es]\ndates: [{{id: f, date: 2021, text: told{place}}}]\n")
    };
    let found = places(&[
        ("content/articles/one.md", &article(&fact(", countries: [fr]"), "")),
        ("content/articles/two.md", &article(&fact(""), "").replace("One", "Two")),
    ]);
    assert_eq!(found, [("told".to_owned(), vec!["fr".to_owned()])]);
}
