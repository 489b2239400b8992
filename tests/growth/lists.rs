//! One record with many of something, and many records that have one thing in common: no page may
//! grow with the site.

use crate::records::{article, each, site_of};
use crate::{Row, Site, row};

/// What there may be many of in and of records.
pub const ROWS: &[Row] = &[
    row("years of one country", 100, years),
    row("references in one sentence", 40, one_sentence),
    row("a reference in each of many long sentences", 40, one_name),
    row("parties of a claim", 60, parties),
    row("steps against one party", 60, steps),
    row("corrections on one day", 60, corrections),
    row("changes of a claim on one day", 60, history),
    row("responses to a claim", 60, responses),
    row("sources of one article", 60, article_sources),
    row("tags of one article", 60, tags),
    row("articles with one tag and one author", 40, one_tag),
    row("authors of one article", 60, authors),
    row("articles that list one source", 80, one_source),
    row("claims on one source", 40, claims_on_one),
    row("claims about the same locations", 20, same_locations),
    row("locations in one country", 40, locations),
    row("entities", 40, entities),
    row("names of one entity", 60, names),
    row("aliases of one article", 40, aliases),
    row("related articles of one", 40, related),
    row("items of the menu", 40, menu),
    row("dated facts with one id", 40, one_event),
    row("numbers of one country", 40, numbers),
    row("statements of one number", 60, statements),
    row("pictures", 40, pictures),
    row("quotations of one source", 60, quotes),
    row("archives of one source", 60, archives),
    row("headings of one text", 60, headings),
    row("claims marked in one article", 40, marked),
    row("unused exceptions of one claim", 40, exceptions),
];

/// A site of one article with these fields and other files.
fn with(fields: &str, mut others: Site) -> Site {
    let one = article(&format!("date: 2024-01-01\n{fields}"), "Words.");
    others.push(("content/articles/a.md".to_owned(), one));
    site_of(others)
}

/// A site of one registry.
fn registry(path: &str, records: String) -> Site {
    with("", vec![(format!("content/{path}.yaml"), records)])
}

/// `n` words in a list, each with its number for `#`.
fn list(n: usize, word: &str) -> String {
    each(n, |n| format!("{}, ", word.replace('#', &n.to_string())))
}

/// A country whose page has these fields.
fn ireland(fields: &str) -> Site {
    with(
        "",
        vec![("content/countries/ie.md".to_owned(), format!("---\n{fields}\n---\n"))],
    )
}

fn years(n: usize) -> Site {
    let facts = each(n, |n| format!("- {{date: {:04}, text: It was so.}}\n", 1000 + n));
    ireland(&format!("dates:\n{facts}"))
}

fn one_sentence(n: usize) -> Site {
    let sources = each(n, |n| format!("source-number-{n}: {{title: S}}\n"));
    let text = each(n, |n| format!("one of them said so [@source-number-{n}], "));
    site_of(vec![
        ("content/sources/s.yaml".to_owned(), sources),
        ("content/articles/a.md".to_owned(), article("date: 2024-01-01", &text)),
    ])
}

fn one_name(n: usize) -> Site {
    let words = "and so on, ".repeat(n);
    let text = each(n.min(40), |_| format!("It is so [@s], {words}it is. "));
    let one =
        |n| (format!("content/articles/a{n}.md"), article("date: 2024-01-01", &text));
    let mut files: Site = (0..4).map(one).collect();
    files.push(("content/sources/s.yaml".to_owned(), "s: {title: S}\n".to_owned()));
    site_of(files)
}

/// A site with one claim that has these fields.
fn claim(fields: &str) -> Site {
    let sources = ("content/sources/s.yaml".to_owned(), "s: {title: S}\n".to_owned());
    let claim = format!(
        "c:\n  text: It is so.\n  made_by: X\n  status: alleged\n  sources: [s]\n{fields}"
    );
    with("claims: [c]", vec![sources, ("content/claims/c.yaml".to_owned(), claim)])
}

fn parties(n: usize) -> Site {
    let step = |n| {
        format!(
            "  - {{party: Defendant {n}, date: 2024-01-01, is: convicted, sources: [s]}}\n  - {{party: Defendant {n}, date: 2024-01-01, is: charged, sources: [s]}}\n"
        )
    };
    claim(&format!("  proceedings:\n{}", each(n, step)))
}

fn steps(n: usize) -> Site {
    let step = |_| {
        "  - {party: A defendant, date: 2024-01-01, is: charged, sources: [s]}\n"
            .to_owned()
    };
    claim(&format!("  proceedings:\n{}", each(n, step)))
}

fn history(n: usize) -> Site {
    let change = |_| "  - {date: 2024-01-01, status: alleged, sources: [s]}\n".to_owned();
    claim(&format!("  history:\n{}", each(n, change)))
}

fn responses(n: usize) -> Site {
    let answer = |n| {
        format!(
            "  - {{by: Somebody {n}, stance: denies, text: It is not so., sources: [s]}}\n"
        )
    };
    claim(&format!("  responses:\n{}", each(n, answer)))
}

fn exceptions(n: usize) -> Site {
    claim(&format!("  allow:\n{}", each(n, |n| format!("    rule-{n}: because\n"))))
}

fn corrections(n: usize) -> Site {
    let one = |n| {
        format!(
            "- {{date: 2024-01-01, kind: update, was: \"{n}\", now: more, why: so}}\n"
        )
    };
    with(&format!("corrections:\n{}", each(n, one)), Vec::new())
}

fn article_sources(n: usize) -> Site {
    with(&format!("sources: [{}]", list(n, "https://example.org/#")), Vec::new())
}

fn tags(n: usize) -> Site {
    with(&format!("tags: [{}]", list(n, "tag-#")), Vec::new())
}

fn authors(n: usize) -> Site {
    with(&format!("authors: [{}]", list(n, "Author #")), Vec::new())
}

/// `n` articles with these fields, and other files.
fn articles_with(n: usize, fields: &str, mut others: Site) -> Site {
    let fields = format!("date: 2024-01-01\n{fields}");
    let one = |n| (format!("content/articles/a{n}.md"), article(&fields, "Words."));
    others.extend((0..n).map(one));
    site_of(others)
}

fn one_tag(n: usize) -> Site {
    articles_with(n, "tags: [one]\nauthors: [One]", Vec::new())
}

fn one_source(n: usize) -> Site {
    let source = ("content/sources/s.yaml".to_owned(), "s: {title: S}\n".to_owned());
    articles_with(n, "sources: [s]", vec![source])
}

/// `n` claims with these fields, and other files.
fn claims_with(n: usize, fields: &str, mut others: Site) -> Site {
    let one = |n| {
        format!(
            "c{n}: {{text: It is so., made_by: X, status: alleged, sources: [s], {fields}}}\n"
        )
    };
    others.push(("content/claims/c.yaml".to_owned(), each(n, one)));
    others.push(("content/sources/s.yaml".to_owned(), "s: {title: S}\n".to_owned()));
    with("", others)
}

fn claims_on_one(n: usize) -> Site {
    claims_with(n, "", Vec::new())
}

const LOCATION: &str = "{name: A place, city: Dublin, country: ie, status: closed}";

/// The claims are as many as the locations that each is about, so the size of what is written grows with their product;
/// so there are always ten locations.
fn same_locations(n: usize) -> Site {
    let locations = each(10, |n| format!("l{n}: {LOCATION}\n"));
    let file = ("content/locations/l.yaml".to_owned(), locations);
    claims_with(n, &format!("about: [{}]", list(10, "l#")), vec![file])
}

fn locations(n: usize) -> Site {
    registry("locations/l", each(n, |n| format!("ie/l{n}: {LOCATION}\n")))
}

fn entities(n: usize) -> Site {
    registry(
        "entities/e",
        each(n, |n| {
            format!("e{n}: {{schema: Company, name: C{n}, privacy: public-body}}\n")
        }),
    )
}

fn names(n: usize) -> Site {
    let others = each(n, |n| format!("    en-x-n{n}: Name {n}\n"));
    registry(
        "entities/e",
        format!(
            "e:\n  schema: Company\n  name: C\n  privacy: public-body\n  names:\n{others}"
        ),
    )
}

fn aliases(n: usize) -> Site {
    with(&format!("aliases: [{}]", list(n, "/old/#/")), Vec::new())
}

fn related(n: usize) -> Site {
    let mut files = articles_with(n, "", Vec::new());
    let fields = format!("date: 2024-01-01\nrelated: [{}]", list(n, "a#"));
    files.push(("content/articles/z.md".to_owned(), article(&fields, "Words.")));
    files
}

fn menu(n: usize) -> Site {
    let mut files = with("", Vec::new());
    let items = each(n, |n| {
        format!("[[menu]]\ntitle = \"Item {n}\"\nlink = \"https://example.org/{n}\"\n")
    });
    for (path, text) in &mut files {
        if path == "site.toml" {
            text.push_str(&items);
        }
    }
    files
}

fn one_event(n: usize) -> Site {
    let fields = "countries: [ie]\ndates:\n- {id: e, date: 2024-01-01, text: It was so.}";
    articles_with(n, fields, Vec::new())
}

fn numbers(n: usize) -> Site {
    let one = |n| format!("  things-{n}: [{{value: \"3\", date: 2024, by: X}}]\n");
    ireland(&format!("numbers:\n{}", each(n, one)))
}

fn statements(n: usize) -> Site {
    let one = |n| format!("  - {{value: \"{n}\", date: 2024, by: Counter {n}}}\n");
    ireland(&format!("numbers:\n  things:\n{}", each(n, one)))
}

fn pictures(n: usize) -> Site {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
    let one = |n| (format!("content/media/p{n}.svg"), svg.to_owned());
    with("", (0..n).map(one).collect())
}

fn quotes(n: usize) -> Site {
    let all = each(n, |n| format!("  - {{exact: It is so {n}.}}\n"));
    registry("sources/s", format!("s:\n  title: S\n  quotes:\n{all}"))
}

fn archives(n: usize) -> Site {
    let copy = "https://web.archive.org/web/2024010100";
    let one = |n| format!("  - {copy}{:02}{:02}/https://example.org/\n", n / 60, n % 60);
    registry(
        "sources/s",
        format!(
            "s:\n  title: S\n  url: https://example.org/\n  archive:\n{}",
            each(n, one)
        ),
    )
}

fn headings(n: usize) -> Site {
    let text = each(n, |n| format!("## Heading {n}\n\nSee [[#Heading {n}]].\n\n"));
    site_of(vec![(
        "content/articles/a.md".to_owned(),
        article("date: 2024-01-01", &text),
    )])
}

fn marked(n: usize) -> Site {
    let text =
        each(n, |n| format!("It is so [@s], and [this]{{claim=c{n} .alleged}} too.\n\n"));
    let mut files = claims_with(n, "", Vec::new());
    files.push(("content/articles/b.md".to_owned(), article("date: 2024-01-01", &text)));
    files
}
