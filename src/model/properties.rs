//! What holds for every graph of sources: independence never grows by repetition.

use super::tests::site;
use super::*;
use crate::diag::Diagnostics;
use proptest::collection::vec;
use proptest::prelude::*;

/// Sources, by number.
type Graph = Vec<Source>;

/// What a source says of itself.
#[derive(Debug, Clone, Default)]
struct Source {
    /// What it repeats.
    below: Vec<usize>,
    /// Whether it is its own work; that of one that repeats others is not asked.
    is_original: bool,
    /// Who wrote it, of few; none where that isn't told.
    author: Option<u16>,
}

impl Source {
    /// A source that repeats these, and says no more.
    fn repeating(below: Vec<usize>) -> Self {
        Source { below, ..Source::default() }
    }
}

/// A graph without a circle: each repeats only those before it.
fn graph() -> impl Strategy<Value = Graph> {
    vec((any::<u16>(), any::<bool>(), any::<u16>()), 1..10).prop_map(|all| {
        let source = |(n, (mask, is_original, author)): (usize, &(u16, bool, u16))| {
            // Every second one repeats nobody.
            let mask = if author & 64 == 0 { 0 } else { *mask };
            Source {
                below: (0..n).filter(|other| mask & (1 << other) != 0).collect(),
                is_original: *is_original,
                author: Some(author % 4).filter(|author| *author != 0),
            }
        };
        all.iter().enumerate().map(source).collect()
    })
}

/// A graph, some of its sources in any order, and some of those again.
fn cited() -> impl Strategy<Value = (Graph, Vec<usize>, Vec<usize>)> {
    graph().prop_flat_map(|graph| {
        let all: Vec<usize> = (0..graph.len()).collect();
        let count = graph.len();
        let some = proptest::sample::subsequence(all, 1..=count).prop_shuffle();
        some.prop_flat_map(move |some| {
            let few = proptest::sample::subsequence(some.clone(), 1..=some.len());
            (Just(graph.clone()), Just(some), few)
        })
    })
}

/// The site of a graph, with a claim and an article for each list of sources. Names are
/// given backwards, so that what is repeated is not what comes first. `publishers` are so
/// many that some sources share one.
fn built(graph: &Graph, lists: &[&[usize]], publishers: usize) -> tests::Small {
    built_of(graph, lists, publishers, None)
}

/// As [`built`], where the last source stands at the address of the source `same`.
fn built_of(
    graph: &Graph,
    lists: &[&[usize]],
    publishers: usize,
    same: Option<usize>,
) -> tests::Small {
    let name = |n: &usize| format!("s{}", 99 - n);
    let names = |list: &[usize]| list.iter().map(name).collect::<Vec<_>>().join(", ");
    let source = |(n, source): (usize, &Source)| {
        let (id, publisher, below) = (name(&n), n * 7 % publishers, names(&source.below));
        let says = match source.is_original && source.below.is_empty() {
            true => "original: true, ",
            false => "",
        };
        let by = source.author.map(|author| format!("by: [A{author}], "));
        let says = format!("{says}{}", by.unwrap_or_default());
        let page = same.filter(|_| n + 1 == graph.len()).unwrap_or(n);
        let url = format!("https://h{page}.example/p");
        format!(
            "{id}: {{title: {id}, publisher: P{publisher}, url: \"{url}\", {says}based_on: [{below}]}}\n"
        )
    };
    let sources: String = graph.iter().enumerate().map(source).collect();
    let claim = |(n, list): (usize, &&[usize])| {
        let list = names(list);
        format!("c{n}: {{text: It is so., status: reported, sources: [{list}]}}\n")
    };
    let claims: String = lists.iter().enumerate().map(claim).collect();
    let mut files = vec![
        ("content/sources/all.yaml".to_owned(), sources),
        ("content/claims/all.yaml".to_owned(), claims),
    ];
    files.extend(lists.iter().enumerate().map(|(n, list)| {
        let text =
            format!("---\ntitle: A\ndate: 2022\nsources: [{}]\n---\n", names(list));
        (format!("content/articles/a{n}.md"), text)
    }));
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (&**p, &**t)).collect();
    site(&files)
}

/// What the claim and the article of each list rest on, and whether the claim is corroborated.
fn rests(small: &tests::Small) -> Vec<(Independence, bool)> {
    let published = small.published(&mut Diagnostics::default());
    let edition = published.edition();
    let lists = small.site.claims.iter().zip(&small.site.articles);
    let rests = lists.map(|(claim, article)| {
        let of_claim = edition.independence(&claim.sources);
        assert_eq!(of_claim, edition.independence(&article.sources));
        (of_claim, edition.origins().corroborate(&claim.sources, None))
    });
    rests.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_only_repeats_what_is_cited_adds_no_origin(
        (mut graph, some, few) in cited(),
        publishers in 1..6_usize,
    ) {
        let more = [&some[..], &[graph.len()]].concat();
        graph.push(Source::repeating(few));
        let small = built(&graph, &[&some, &more], publishers);
        let [(before, was), (after, is)] = &rests(&small)[..] else { panic!("two claims") };
        prop_assert_eq!(before.origins, after.origins);
        prop_assert_eq!(&before.traced, &after.traced);
        prop_assert_eq!(&before.untraced, &after.untraced);
        prop_assert_eq!(after.sources, before.sources + 1);
        prop_assert!(!is || *was, "{:?}", graph);
    }

    #[test]
    fn what_repeats_anything_cited_corroborates_nothing_by_itself(
        (mut graph, some, few) in cited(),
        others in any::<u16>(),
        publishers in 1..6_usize,
    ) {
        let mut below = few;
        below.extend((0..graph.len()).filter(|n| others & (1 << n) != 0));
        let more = [&some[..], &[graph.len()]].concat();
        let one = [graph.len()];
        graph.push(Source::repeating(below));
        let small = built(&graph, &[&some, &more, &one], publishers);
        let found = rests(&small);
        prop_assert!(!found[1].1 || found[0].1, "{:?}", graph);
        // What it adds are its own origins and nothing else.
        for origin in &found[1].0.traced {
            prop_assert!(found[0].0.traced.contains(origin) || found[2].0.traced.contains(origin));
        }
    }

    #[test]
    fn the_same_page_under_another_id_and_publisher_adds_nothing(
        (mut graph, some, few) in cited(),
        publishers in 1..6_usize,
    ) {
        let more = [&some[..], &[graph.len()]].concat();
        graph.push(Source::default());
        let small = built_of(&graph, &[&some, &more], publishers, few.first().copied());
        let [(before, was), (after, is)] = &rests(&small)[..] else { panic!("two claims") };
        prop_assert!(after.origins <= before.origins);
        prop_assert_eq!(after.sources, before.sources);
        prop_assert!(after.publishers <= before.publishers);
        prop_assert!(!is || *was, "{:?}", graph);
    }

    #[test]
    fn the_order_of_citation_and_citing_twice_change_nothing((graph, some, few) in cited()) {
        let mut backwards = [&few[..], &some[..]].concat();
        backwards.reverse();
        let small = built(&graph, &[&some, &backwards], 3);
        let found = rests(&small);
        prop_assert_eq!(&found[0], &found[1]);
    }

    #[test]
    fn an_origin_repeats_nobody_and_every_source_has_one((graph, some, _) in cited()) {
        let small = built(&graph, &[&some], 3);
        let rests = &rests(&small)[0].0;
        let origins = [&rests.traced[..], &rests.untraced].concat();
        prop_assert!(!origins.is_empty());
        prop_assert!(origins.iter().all(|id| small.site[*id].based_on.is_empty()));
        prop_assert!(rests.traced.iter().all(|id| small.site[*id].is_traced()));
        prop_assert!(!rests.untraced.iter().any(|id| small.site[*id].is_traced()));
        prop_assert_eq!(rests.origins == 0, rests.traced.is_empty());
        prop_assert!(rests.origins <= rests.traced.len());
        prop_assert!(Origins::of(&small.site).circles().is_empty());
    }

    #[test]
    fn what_is_left_out_makes_no_count_larger((graph, some, few) in cited()) {
        let small = built(&graph, &[&some, &few], 3);
        let [(all, is), (less, was)] = &rests(&small)[..] else { panic!("two claims") };
        prop_assert!(less.origins <= all.origins);
        prop_assert!(less.sources <= all.sources);
        prop_assert!(less.publishers <= all.publishers);
        prop_assert!(!was || *is);
    }

    #[test]
    fn dropping_a_source_raises_no_count(
        (graph, some, few) in cited(),
        publishers in 1..6_usize,
    ) {
        let mut small = built(&graph, &[&some], publishers);
        let [(before, was)] = &rests(&small)[..] else { panic!("one claim") };
        // Names are given backwards, and ids are in their order.
        let dropped = few.iter().map(|n| SourceId((graph.len() - 1 - n) as u32)).collect();
        let fallen = small.site.fallen(&dropped);
        prop_assert!(fallen.is_superset(&dropped));
        small.site.drop_sources(&fallen);
        let sources = small.site.claims[0].sources.clone();
        prop_assert!(sources.iter().all(|id| !fallen.contains(id)));
        let published = small.published(&mut Diagnostics::default());
        let after = published.edition().independence(&sources);
        prop_assert!(after.origins <= before.origins);
        prop_assert!(after.sources < before.sources);
        prop_assert!(after.publishers <= before.publishers);
        prop_assert!(*was || !published.edition().origins().corroborate(&sources, None));
    }

    #[test]
    fn what_is_corroborated_has_two_origins((graph, some, _) in cited(), publishers in 1..6_usize) {
        let small = built(&graph, &[&some], publishers);
        let (rests, is_corroborated) = &rests(&small)[0];
        prop_assert!(!is_corroborated || rests.origins >= 2);
    }

    #[test]
    fn every_circle_is_found_whatever_else_there_is(
        mut graph in graph(),
        length in 1..6_usize,
        into in any::<u16>(),
    ) {
        // Of those before the circle some repeat a source in it; it repeats one of them never.
        let first = graph.len();
        for (n, source) in graph.iter_mut().enumerate() {
            if into & (1 << n) != 0 {
                source.below.push(first + n % length);
            }
        }
        graph.extend((0..length).map(|n| Source::repeating(vec![first + (n + 1) % length])));
        let small = built(&graph, &[&[first]], 3);
        let origins = Origins::of(&small.site);
        prop_assert_eq!(origins.circles().len(), 1);
        prop_assert_eq!(origins.circles()[0].length, length);
    }
}
