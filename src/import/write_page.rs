//! A text as it is written into the new site: its fields, its old addresses, its words.

use super::files_kept::{FilesKept, TakenFile};
use super::front::LeadPicture;
use super::page::ForeignPage;
use super::setting::Setting;
use super::targets::{Leads, Targets};
use super::yaml::{key, list, quoted, value};
use crate::files::OutPath;
use crate::letters::folded;
use crate::routes::OwnPage;
use foldhash::HashSet;
use std::fmt::Write;

/// The addresses and names that are taken: no two pages may have the same.
pub(super) struct Aliases {
    addresses: HashSet<String>,
    names: HashSet<String>,
}

impl Aliases {
    pub(super) fn new(pages: &[ForeignPage]) -> Self {
        let own = OwnPage::ALL.iter().map(|own| own.path().to_owned());
        let of_pages = pages.iter().filter_map(ForeignPage::address);
        let ids = pages.iter().filter_map(|page| page.id.clone());
        Aliases {
            addresses: own
                .chain(of_pages)
                .map(|address| folded(&address).into_owned())
                .collect(),
            names: ids.map(|id| folded(&id).into_owned()).collect(),
        }
    }

    /// An old address as an alias, if it is free and every file system takes it.
    fn address(&mut self, url: &str) -> Option<String> {
        let url = url.split(['?', '#']).next().unwrap_or_default();
        let inner = url.trim_matches('/');
        let is_file = inner.ends_with(".html");
        let path = if is_file { inner.to_owned() } else { format!("{inner}/index.html") };
        let is_bad = inner.is_empty()
            || inner.contains(|c: char| c.is_control() || "<>:\"|?*\\{}[]#%".contains(c));
        let first = inner.split('/').next().unwrap_or_default();
        let is_ours = super::page::TAKEN.contains(&first);
        let path = OutPath::new(&path).ok()?;
        if is_bad
            || is_ours
            || path.unfit().is_some()
            || path.parts().any(|part| part.starts_with('.'))
        {
            return None;
        }
        let is_free = self.addresses.insert(folded(path.as_str()).into_owned());
        is_free.then(|| if is_file { format!("/{inner}") } else { format!("/{inner}/") })
    }

    fn name(&mut self, name: &str) -> bool {
        let is_bad = name.is_empty()
            || name.contains(['[', ']', '|', '#', ':'])
            || name.contains(char::is_control);
        !is_bad && self.names.insert(folded(name).into_owned())
    }
}

/// A page as it stands in the new site.
pub(super) fn written(
    page: &mut ForeignPage,
    number: usize,
    targets: &Targets<'_>,
    files: &mut FilesKept<'_>,
    aliases: &mut Aliases,
) -> String {
    let is_home = page.id.is_none();
    let mut extra: Vec<(String, String)> =
        page.ours.extra.iter().map(|(name, node)| (name.clone(), value(node))).collect();
    let image = page
        .ours
        .image
        .take()
        .and_then(|image| lead(page, &image, number, targets, files, &mut extra));
    let names = old_names(page, aliases, is_home);
    let ours = &page.ours;
    let mut out = String::from("---\n");
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    };
    line("title", ours.title.as_deref().map(quoted));
    let authors = (!ours.authors.is_empty()).then(|| authors(&ours.authors));
    let tags =
        (!ours.tags.is_empty()).then(|| list(ours.tags.iter().map(String::as_str)));
    let dates = [("date", &ours.date), ("updated", &ours.updated)];
    for (name, date) in dates {
        let date = date.as_deref().map(quoted);
        if is_home {
            extra.extend(date.map(|date| (name.to_owned(), date)));
        } else {
            line(name, date);
        }
    }
    line("summary", ours.summary.as_deref().map(quoted));
    let only_articles = [
        ("authors", authors),
        ("tags", tags),
        ("license", ours.license.as_deref().map(quoted)),
    ];
    for (name, value) in only_articles {
        if page.is_article() {
            line(name, value);
        } else {
            extra.extend(value.map(|value| (name.to_owned(), value)));
        }
    }
    if !is_home {
        line("image", image);
        line("slug", page.slug.as_deref().map(quoted));
        line("lang", ours.lang.as_deref().map(quoted));
        line(
            "aliases",
            (!names.is_empty()).then(|| list(names.iter().map(String::as_str))),
        );
    }
    line("draft", page.held.as_ref().map(|_| "true".to_owned()));
    line("expires", ours.expires.as_deref().map(quoted));
    if !extra.is_empty() {
        out.push_str("extra:\n");
        let mut known: Vec<&str> = Vec::new();
        for (name, value) in &extra {
            if !known.contains(&name.as_str()) {
                let _ = writeln!(out, "  {}: {value}", key(name));
                known.push(name);
            }
        }
    }
    out.push_str("---\n");
    let body = tidy(page.script.text());
    if !body.is_empty() {
        let _ = writeln!(out, "\n{body}");
    }
    out
}

/// A text without white space at the ends of its lines that nothing needs, and with one blank line where several stood
/// outside of code.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut fence, mut blank) = (None::<String>, true);
    for line in text.lines() {
        let words = line.trim_start_matches([' ', '>', '\t']);
        let row: String = words.chars().take_while(|c| matches!(c, '`' | '~')).collect();
        match &fence {
            None if row.len() >= 3 => fence = Some(row),
            Some(open)
                if row.starts_with(open.as_str())
                    && row.len() == words.trim_end().len() =>
            {
                fence = None;
            }
            _ => {}
        }
        let is_blank = line.trim().is_empty();
        if is_blank && blank && fence.is_none() {
            continue;
        }
        blank = is_blank;
        out.push_str(if is_blank && fence.is_none() { "" } else { line });
        out.push('\n');
    }
    out.trim_end().to_owned()
}

fn authors(authors: &[(String, Option<String>)]) -> String {
    let one = |(name, url): &(String, Option<String>)| match url {
        Some(url) => format!("{{name: {}, url: {}}}", quoted(name), quoted(url)),
        None => quoted(name),
    };
    format!("[{}]", authors.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// The picture that a page is shown with; one without a description is kept under `extra`.
fn lead(
    page: &mut ForeignPage,
    image: &LeadPicture,
    number: usize,
    targets: &Targets<'_>,
    files: &mut FilesKept<'_>,
    extra: &mut Vec<(String, String)>,
) -> Option<String> {
    let found = match targets.find(number, &image.src) {
        Leads::Nowhere => {
            targets.find(number, &format!("/{}", image.src.trim_start_matches('/')))
        }
        found => found,
    };
    let taken = match found {
        Leads::File(file) => match files.take(&file) {
            TakenFile::Picture(address) => Ok(address),
            TakenFile::Document(_) => Err("it is no picture that browsers show"),
            TakenFile::Refused(why) => Err(why),
        },
        Leads::Web(_) => Err("it lies elsewhere"),
        _ => Err("there is no such file"),
    };
    let words = image
        .alt
        .as_deref()
        .or(image.caption.as_deref())
        .filter(|words| !words.trim().is_empty());
    let address = match (taken, words, page.id.is_some()) {
        (Ok(address), Some(words), true) => {
            page.notes.mapped("picture");
            let words = super::front::plain(words);
            let caption = image
                .caption
                .as_deref()
                .map(super::front::plain)
                .filter(|caption| *caption != words);
            let caption = caption.map_or(String::new(), |caption| {
                format!(", caption: {}", quoted(&caption))
            });
            return Some(format!(
                "{{src: {}, alt: {}{caption}}}",
                quoted(&address),
                quoted(&words)
            ));
        }
        (Ok(address), ..) => {
            page.notes.lost(
                "picture",
                image.line,
                format!(
                    "nothing says what it shows, so it is under `extra`: {}",
                    image.src
                ),
            );
            address
        }
        (Err(why), ..) => {
            page.notes.lost(
                "picture",
                image.line,
                format!("{why}, so it is under `extra`: {}", image.src),
            );
            image.src.clone()
        }
    };
    extra.push((image.key.clone(), quoted(&address)));
    None
}

/// The old addresses and other names of a page, as far as they are free.
fn old_names(
    page: &mut ForeignPage,
    aliases: &mut Aliases,
    is_home: bool,
) -> Vec<String> {
    if is_home || page.held.is_some() && page.is_failed {
        return Vec::new();
    }
    let mut all = Vec::new();
    let is_address = |name: &str| {
        name.starts_with('/') || name.ends_with('/') || name.ends_with(".html")
    };
    if let Some(url) = page.urls.first().filter(|_| page.has_addresses) {
        all.extend(aliases.address(url));
    }
    for name in std::mem::take(&mut page.ours.aliases) {
        let bare = name
            .rsplit_once("://")
            .and_then(|(_, rest)| rest.split_once('/'))
            .map(|(_, rest)| format!("/{rest}"));
        let name = bare.unwrap_or(name);
        let is_path = is_address(&name) || page.has_addresses;
        let made = match is_path {
            true if name.starts_with('/') || is_address(&name) => aliases.address(&name),
            true => {
                let folder = page.urls.first().map_or("", |url| {
                    url.trim_end_matches('/').rsplit_once('/').map_or("", |(f, _)| f)
                });
                let near = if page.is_relative_alias {
                    format!("{folder}/{name}")
                } else {
                    format!("/{name}")
                };
                aliases.address(&near)
            }
            false => aliases.name(&name).then(|| name.clone()),
        };
        match made {
            Some(made) => {
                page.notes.mapped("alias");
                all.push(made);
            }
            None => page.notes.lost(
                "alias",
                1,
                format!("it can't be kept, or another page has it: {name}"),
            ),
        }
    }
    all
}

/// The configuration of the new site.
pub(super) fn site_toml(setting: &Setting) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: Option<&str>| {
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            let _ = writeln!(out, "{name} = {}", quoted(value));
        }
    };
    line("title", Some(setting.title.as_deref().unwrap_or("My site")));
    let is_web = |url: &&str| {
        let host = url.strip_prefix("https://").or(url.strip_prefix("http://"));
        host.is_some_and(|host| {
            host.starts_with(|c: char| c.is_alphanumeric())
                && !host.contains([' ', '{', '?', '#', '"'])
        })
    };
    let url = setting
        .base_url
        .as_deref()
        .filter(is_web)
        .map(|url| format!("{}/", url.trim_end_matches('/')));
    line("base_url", url.as_deref());
    let is_tag = |tag: &&str| {
        let first = tag.split('-').next().unwrap_or_default();
        (2..=3).contains(&first.len())
            && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    line("lang", setting.lang.as_deref().filter(is_tag));
    line(
        "description",
        setting.description.as_deref().map(super::front::plain).as_deref(),
    );
    out
}
