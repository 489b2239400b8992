//! Where another generator puts the page of a file.

use super::days;
use super::front::{Front, OurFields};
use super::setting::{Generator, Setting, TextRoot, join};
use crate::fields::{Node, Value};

/// A file whose address is asked for.
pub(super) struct Addressed<'p> {
    /// Its path in its folder of texts, without its ending.
    pub(super) inner: &'p str,
    pub(super) root: &'p TextRoot,
    pub(super) front: &'p Front,
    pub(super) ours: &'p OurFields,
}

/// The addresses of a file from the site's root, the likeliest first.
pub(super) fn addresses(of: &Addressed<'_>, setting: &Setting) -> Vec<String> {
    let own = of.ours.address.as_deref().map(|own| absolute(own, &of.root.url));
    let own = own.filter(|own| !own.contains(':'));
    let mut all: Vec<String> = own.into_iter().collect();
    all.extend(match setting.generator {
        Generator::Hugo => hugo(of, setting),
        Generator::Jekyll => jekyll(of, setting),
        Generator::Zola => zola(of, setting),
        Generator::Obsidian => vec![format!("/{}", folder_of(of.inner, &["index"]))],
        Generator::Docusaurus => docusaurus(of),
        Generator::MkDocs => mkdocs(of, setting),
    });
    let tidy = |address: String| {
        let mut address = address.replace("//", "/");
        while address.contains("//") {
            address = address.replace("//", "/");
        }
        address
    };
    all.into_iter().map(tidy).collect()
}

fn absolute(path: &str, base: &str) -> String {
    match path.starts_with('/') {
        true => path.to_owned(),
        false => format!("{base}/{path}"),
    }
}

/// Folder and name of a path.
fn parts(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// A path, or its folder where its name is one of those of a folder's own page.
fn folder_of<'p>(path: &'p str, names: &[&str]) -> &'p str {
    let (folder, name) = parts(path);
    if names.iter().any(|one| one.eq_ignore_ascii_case(name)) { folder } else { path }
}

/// A word as most generators put it into an address.
fn worded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_alphanumeric() || matches!(c, '_' | '.' | '/') => out.push(c),
            _ if !out.ends_with(['-', '/']) && !out.is_empty() => out.push('-'),
            _ => {}
        }
    }
    out.trim_matches('-').to_owned()
}

/// The name of a language at the end of a name: `about.fr`.
fn without_language<'n>(name: &'n str, setting: &Setting) -> (&'n str, Option<&'n str>) {
    match name.rsplit_once('.') {
        Some((name, lang)) if setting.languages.contains(lang) => (name, Some(lang)),
        _ => (name, None),
    }
}

fn hugo(of: &Addressed<'_>, setting: &Setting) -> Vec<String> {
    let (inner, lang) = without_language(of.inner, setting);
    let base = lang.map_or(of.root.url.clone(), |lang| format!("/{lang}"));
    let (folder, name) = parts(inner);
    if name == "_index" {
        return vec![format!("{base}/{}/", worded(folder))];
    }
    let (folder, name) = if name == "index" { parts(folder) } else { (folder, name) };
    let section = folder.split('/').next().unwrap_or_default();
    let slug = of.ours.slug.as_deref().unwrap_or(name);
    let usual = format!("{base}/{}/{}/", worded(folder), worded(slug));
    let pattern = setting
        .patterns
        .get(section)
        .or_else(|| setting.patterns.get(&format!("/{section}/")));
    let made =
        pattern.map(|pattern| format!("{base}{}", filled(pattern, of, folder, name)));
    let ugly =
        (!setting.is_pretty).then(|| format!("{}.html", usual.trim_end_matches('/')));
    made.into_iter().chain(ugly).chain([usual]).collect()
}

/// A pattern of an address, filled in.
fn filled(pattern: &str, of: &Addressed<'_>, folder: &str, name: &str) -> String {
    let date =
        of.ours.date.clone().or_else(|| days::in_folders(of.inner)).unwrap_or_default();
    let digits: String =
        date.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect();
    let mut parts = digits.split('-');
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let (year, month, day) = (part(), part(), part());
    let bare = days::in_name(name).map_or(name, |(_, rest)| rest);
    let title = of.ours.title.as_deref().unwrap_or(bare);
    let slug = of.ours.slug.as_deref();
    let section = folder.split('/').next().unwrap_or_default();
    let short = year.get(2..).unwrap_or_default();
    let categories = categories(of).join("/");
    let values = [
        (":short_year", short.to_owned()),
        (":year", year.clone()),
        (":i_month", month.trim_start_matches('0').to_owned()),
        (":month", month.clone()),
        (":i_day", day.trim_start_matches('0').to_owned()),
        (":day", day.clone()),
        (":slugorcontentbasename", worded(slug.unwrap_or(name))),
        (":slugorfilename", worded(slug.unwrap_or(name))),
        (
            ":slug",
            worded(slug.unwrap_or(
                if of.root.url.is_empty() && section.starts_with('_') {
                    bare
                } else {
                    title
                },
            )),
        ),
        (":contentbasename", worded(name)),
        (":filename", worded(name)),
        (
            ":title",
            worded(if section.starts_with('_') || folder.contains("_posts") {
                slug.unwrap_or(bare)
            } else {
                title
            }),
        ),
        (":sections[1:]", worded(folder.split_once('/').map_or("", |(_, rest)| rest))),
        (":sections", worded(folder)),
        (":section", worded(section)),
        (":categories", categories),
        (":collection", section.trim_start_matches('_').to_owned()),
        (":basename", bare.to_owned()),
        (":name", bare.to_owned()),
        (":path", join(folder.split_once('/').map_or("", |(_, rest)| rest), bare)),
        (":output_ext", ".html".to_owned()),
    ];
    values
        .iter()
        .fold(pattern.to_owned(), |text, (token, value)| text.replace(token, value))
}

/// The categories of a post of Jekyll: those of its folders, then its own.
fn categories(of: &Addressed<'_>) -> Vec<String> {
    let before = of.inner.split("_posts").next().unwrap_or_default();
    let folders = before.split('/').filter(|part| !part.is_empty()).map(str::to_owned);
    let mut all: Vec<String> =
        if of.inner.contains("_posts") { folders.collect() } else { Vec::new() };
    for entry in &of.front.entries {
        let words: Vec<String> = match (&*entry.key, &entry.value.value) {
            ("category", Value::Text(text)) => vec![text.text.to_string()],
            ("categories", Value::Text(text)) => {
                text.text.split_whitespace().map(str::to_owned).collect()
            }
            ("categories", Value::List(items)) => {
                items.iter().filter_map(Node::text).map(str::to_owned).collect()
            }
            _ => continue,
        };
        all.extend(words.iter().map(|word| worded(word)));
    }
    all
}

fn jekyll(of: &Addressed<'_>, setting: &Setting) -> Vec<String> {
    let (folder, name) = parts(of.inner);
    let own = of.ours.address.as_deref().filter(|own| own.contains(':'));
    let is_post = format!("{folder}/").contains("_posts/");
    let pattern_of = |of: &str| setting.patterns.get(of).map(String::as_str);
    if is_post {
        let pattern = own.or(pattern_of("posts")).unwrap_or("date");
        let pattern = match pattern {
            "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "none" => "/:categories/:title.html",
            pattern => pattern,
        };
        let pretty = "/:categories/:year/:month/:day/:title/";
        return [pattern, pretty]
            .iter()
            .map(|pattern| filled(pattern, of, folder, name))
            .collect();
    }
    let first = of.inner.split('/').next().unwrap_or_default();
    if let Some(collection) = first.strip_prefix('_') {
        let rest = of.inner.split_once('/').map_or("", |(_, rest)| rest);
        let usual = format!("/{collection}/{rest}.html");
        let pattern = own.or(pattern_of(collection)).map(|pattern| match pattern {
            "pretty" => format!("/{collection}/{rest}/"),
            pattern => filled(pattern, of, folder, name),
        });
        return pattern.into_iter().chain([usual]).collect();
    }
    if matches!(name, "index" | "README") {
        return vec![format!("/{folder}/")];
    }
    let (page, pretty) = (format!("/{}.html", of.inner), format!("/{}/", of.inner));
    let is_pretty = pattern_of("posts")
        .is_some_and(|pattern| pattern == "pretty" || pattern.ends_with('/'));
    if is_pretty { vec![pretty, page] } else { vec![page, pretty] }
}

fn zola(of: &Addressed<'_>, setting: &Setting) -> Vec<String> {
    let (inner, lang) = without_language(of.inner, setting);
    let base = lang.map_or(String::new(), |lang| format!("/{lang}"));
    let (folder, name) = parts(inner);
    if name == "_index" {
        return vec![format!("{base}/{}/", worded(folder))];
    }
    let (folder, name) = if name == "index" { parts(folder) } else { (folder, name) };
    let bare = days::in_name(name)
        .map_or(name, |(_, rest)| if rest.is_empty() { name } else { rest });
    let slug = of.ours.slug.as_deref().unwrap_or(bare);
    vec![format!("{base}/{}/{}/", worded(folder), worded(slug))]
}

/// A name without the number that orders it: `01-intro`.
fn unnumbered(part: &str) -> &str {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let rest = part[digits..].trim_start_matches(' ');
    let rest = rest
        .strip_prefix(['-', '_', '.'])
        .map(|rest| rest.trim_start_matches([' ', '-', '_']));
    // A day is no number.
    let is_day = days::in_name(part).is_some();
    rest.filter(|rest| digits > 0 && !rest.is_empty() && !is_day).unwrap_or(part)
}

fn docusaurus(of: &Addressed<'_>) -> Vec<String> {
    let inner: Vec<&str> = of.inner.split('/').map(unnumbered).collect();
    let inner = inner.join("/");
    let (mut folder, mut name) = parts(&inner);
    if matches!(name, "index" | "README" | "Index")
        || folder.ends_with(&format!("/{name}"))
        || folder == name
    {
        (folder, name) = parts(folder);
    }
    let base = &of.root.url;
    let given = |key: &str| {
        of.front
            .entries
            .iter()
            .find(|entry| &*entry.key == key)
            .and_then(|entry| entry.value.text())
    };
    if let Some(slug) = given("slug") {
        return vec![match slug.strip_prefix('/') {
            Some(rest) => format!("{base}/{rest}"),
            None => format!("{base}/{folder}/{slug}"),
        }];
    }
    if let Some((date, rest)) = days::in_name(name) {
        return vec![format!("{base}/{folder}/{}/{rest}", date.replace('-', "/"))];
    }
    let usual = format!("{base}/{folder}/{name}");
    let by_id = given("id").map(|id| format!("{base}/{folder}/{id}"));
    by_id.into_iter().chain([usual]).collect()
}

fn mkdocs(of: &Addressed<'_>, setting: &Setting) -> Vec<String> {
    let page = folder_of(of.inner, &["index", "README"]);
    if page != of.inner {
        return vec![format!("{}/{page}/", of.root.url)];
    }
    let pretty = format!("{}/{page}/", of.root.url);
    let plain = format!("{}/{page}.html", of.root.url);
    if setting.is_pretty { vec![pretty] } else { vec![plain, pretty] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;
    use std::collections::BTreeMap;

    fn first(
        generator: Generator,
        inner: &str,
        front: &str,
        patterns: &[(&str, &str)],
    ) -> String {
        let mut setting = Setting::read(generator, &[], &Memory::default());
        setting.patterns =
            patterns.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let text = format!("---\n{front}\n---\n");
        let mut notes = super::super::notes::FileNotes::default();
        let front = super::super::front::read(&text, &mut notes);
        let ours = super::super::front::ours(&front, &text, &BTreeMap::new(), &mut notes);
        let root = TextRoot {
            url: if generator == Generator::Docusaurus {
                "/docs".into()
            } else {
                String::new()
            },
            ..TextRoot::default()
        };
        addresses(&Addressed { inner, root: &root, front: &front, ours: &ours }, &setting)
            .remove(0)
    }

    #[test]
    fn addresses_are_those_of_each_generator() {
        let pattern = [("posts", "/:year/:month/:slug/")];
        assert_eq!(
            first(Generator::Hugo, "posts/My Post", "title: A b", &[]),
            "/posts/my-post/"
        );
        assert_eq!(
            first(
                Generator::Hugo,
                "posts/x/index",
                "{title: A b, date: 2020-01-02}",
                &pattern
            ),
            "/2020/01/a-b/"
        );
        assert_eq!(first(Generator::Hugo, "docs/_index", "url: /x/", &[]), "/x/");
        assert_eq!(
            first(Generator::Jekyll, "_posts/2020-01-02-a-b", "category: News", &[]),
            "/news/2020/01/02/a-b.html"
        );
        assert_eq!(
            first(
                Generator::Jekyll,
                "_guides/x",
                "",
                &[("guides", "/:collection/:name/")]
            ),
            "/guides/x/"
        );
        assert_eq!(first(Generator::Jekyll, "about", "permalink: /me/", &[]), "/me/");
        assert_eq!(first(Generator::Zola, "blog/2020-01-02-a-b", "", &[]), "/blog/a-b/");
        assert_eq!(
            first(Generator::Docusaurus, "01-start/02-run", "", &[]),
            "/docs/start/run"
        );
        assert_eq!(
            first(Generator::Docusaurus, "start/index", "slug: /go", &[]),
            "/docs/go"
        );
        assert_eq!(first(Generator::MkDocs, "a/index", "", &[]), "/a/");
    }
}
