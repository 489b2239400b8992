//! Growth: twice as much of anything makes twice as much work, and no more.
//!
//! Each row of [`ROWS`] makes a site that has `n` of something. It is built with `n`, `2n` and `4n`, and
//! [`work::Work`] is counted: what is allocated, what is written, what is said, and how far loops go that say
//! so ([`dateline::steps`]). What the second doubling adds may be at most [`MOST`] times what the first adds:
//! a linear build gives 2, a quadratic 4, whatever the machine, and whatever a build costs that has
//! nothing to do.
//!
//! What it can't see: a loop that allocates nothing, writes nothing and doesn't count its steps; work in
//! crates that allocates nothing; and growth that begins beyond `4n`. So `n` is taken as large as the
//! time of the test allows, and a row is added for whatever was once found to grow.

#![allow(
    clippy::disallowed_methods,
    reason = "which rows are asked for is told by the environment"
)]

#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "other tests need more of it")]
mod support;

mod lists;
mod mistakes;
mod quotations;
mod records;
mod texts;
mod work;

use work::{Work, work};

/// The files of a site: path and text.
type Site = Vec<(String, String)>;

/// Something that there may be many of.
struct Row {
    /// What there is `n` of.
    name: &'static str,
    /// How many there are in the smallest of the three sites.
    n: usize,
    /// The site with so many.
    site: fn(usize) -> Site,
}

/// A row of a table.
const fn row(name: &'static str, n: usize, site: fn(usize) -> Site) -> Row {
    Row { name, n, site }
}

/// The second doubling may add so many times what the first adds.
const MOST: f64 = 2.3;

/// What is added beyond that is no growth below so much of each kind of work: hash tables and lists
/// are made larger in steps, and a list of many pages begins one more.
const SLACK: Work =
    Work { calls: 2_000, bytes: 400_000, steps: 20_000, output: 12_000, messages: 4_000 };

/// In which of its measures a row grows too fast. All of them are printed, for who asks for them.
fn faults(row: &Row) -> Vec<String> {
    let measures = |times: usize| work(&(row.site)(times * row.n)).measures();
    // What a process makes when it first needs it is no part of any of the three.
    measures(1);
    let (once, twice, four_times) = (measures(1), measures(2), measures(4));
    let mut faults = Vec::new();
    for (at, (what, slack)) in SLACK.measures().into_iter().enumerate() {
        let counted = [once[at].1, twice[at].1, four_times[at].1];
        let first = counted[1].saturating_sub(counted[0]);
        let second = counted[2].saturating_sub(counted[1]);
        let told = format!("{}: {what}: {counted:?}", row.name);
        println!("{told}");
        if second as f64 > first as f64 * MOST + slack as f64 {
            faults.push(told);
        }
    }
    faults
}

#[test]
fn twice_as_much_makes_twice_the_work() {
    let records = records::ROWS.iter().chain(lists::ROWS).chain(quotations::ROWS);
    let rows = records.chain(mistakes::ROWS).chain(texts::ROWS);
    // `GROWTH=tags cargo test --test growth -- --nocapture` shows what is counted of such rows alone.
    let asked = std::env::var("GROWTH").unwrap_or_default();
    let rows = rows.filter(|row| row.name.contains(&asked));
    let faults: Vec<String> = rows.flat_map(faults).collect();
    assert!(faults.is_empty(), "these grow too fast:\n{}", faults.join("\n"));
}

#[test]
fn work_that_grows_with_the_square_is_seen() {
    fn site(n: usize) -> Site {
        let links: String =
            (0..n).map(|n| format!("[words](https://example.org/{n}) ")).collect();
        let article = |_| format!("---\ntitle: A\ndate: 2024-01-01\n---\n{links}\n");
        let path = |n| format!("content/articles/a{n}.md");
        records::site_of((0..n).map(|n| (path(n), article(n))).collect())
    }
    let row = row("n links in each of n texts", 20, site);
    let found = faults(&row);
    assert!(found.iter().any(|fault| fault.contains("output")), "{found:?}");
}
