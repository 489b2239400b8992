//! HTML in views: what is the same in every theme, written once rather than by the engine each time.

use crate::letters::Direction;
use crate::render::Html;
use crate::theme::ROOT;
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};
use tera::Value;

/// HTML that a template writes as it is.
#[derive(Debug, Clone)]
pub struct Markup(Value);

impl Markup {
    pub(super) fn new(html: &str) -> Self {
        Markup(Value::safe_string(html))
    }

    /// Adds this link, to the place `fragment` on its page; `fragment` is percent-encoded.
    pub(super) fn push_at(&self, fragment: &str, html: &mut String) {
        let link = self.as_str();
        // An address holds no quotation mark, so the first one behind its own ends it.
        let address = link.strip_prefix(OPEN).and_then(|address| address.find('"'));
        let Some(length) = address else { return html.push_str(link) };
        let (start, rest) = link.split_at(OPEN.len() + length);
        html.push_str(start);
        html.push('#');
        Html::escape(fragment, html);
        html.push_str(rest);
    }

    /// The HTML.
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

impl Default for Markup {
    /// Nothing.
    fn default() -> Self {
        Markup::new("")
    }
}

impl PartialEq for Markup {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Markup {}

impl Hash for Markup {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for Markup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return self.0.serialize(serializer);
        }
        serialize_html(self.as_str(), serializer)
    }
}

/// The capacity of HTML that is made only to be serialized; little of it is longer.
const ROOM: usize = 256;

/// Serializes HTML that `make` adds to an empty text. It is called only where a template shows the value, so
/// HTML that nobody shows is never made.
pub(super) fn serialize_made<S: Serializer>(
    serializer: S,
    make: impl FnOnce(&mut String),
) -> Result<S::Ok, S::Error> {
    let mut html = String::with_capacity(ROOM);
    make(&mut html);
    serialize_html(&html, serializer)
}

/// Serializes HTML: as a safe string for the template engine, and as bytes for a page that is filled without it
/// (`theme/walker/`).
fn serialize_html<S: Serializer>(html: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return Value::safe_string(html).serialize(serializer);
    }
    serializer.serialize_bytes(html.as_bytes())
}

/// `title` as a link to `path`, which is from the site's root; `title` alone where there is no page. The
/// attributes of `spoken` stand on the element that holds the title.
pub(super) fn link(title: &str, path: Option<&str>, spoken: &Markup) -> Markup {
    let mut html = String::with_capacity(title.len() + path.map_or(0, str::len) + 24);
    let is_spoken = !spoken.as_str().is_empty();
    match path {
        Some(page) => {
            open_link(Spot { page, fragment: None }, spoken.as_str(), &mut html);
        }
        None if is_spoken => {
            html.push_str("<span");
            html.push_str(spoken.as_str());
            html.push('>');
        }
        None => {}
    }
    Html::escape(title, &mut html);
    match path {
        Some(_) => html.push_str("</a>"),
        None if is_spoken => html.push_str("</span>"),
        None => {}
    }
    Markup::new(&html)
}

/// What a link begins with.
const OPEN: &str = "<a href=\"";

/// A page, by its path from the site's root, and a place on it, percent-encoded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'p> {
    pub(super) page: &'p str,
    pub(super) fragment: Option<&'p str>,
}

fn open_link(to: Spot<'_>, attributes: &str, html: &mut String) {
    html.push_str(OPEN);
    html.push_str(ROOT);
    Html::escape(to.page, html);
    if let Some(fragment) = to.fragment {
        html.push('#');
        Html::escape(fragment, html);
    }
    html.push('"');
    html.push_str(attributes);
    html.push('>');
}

fn add_link(title: &str, to: Option<Spot<'_>>, html: &mut String) {
    if let Some(to) = to {
        open_link(to, "", html);
    }
    let is_apart = Direction::of_text(title) == Some(Direction::RightToLeft);
    html.push_str(if is_apart { "<bdi>" } else { "" });
    Html::escape(title, html);
    html.push_str(if is_apart { "</bdi>" } else { "" });
    if to.is_some() {
        html.push_str("</a>");
    }
}

/// A date as `<time>` where machines can read it, else its words.
pub(super) fn time(words: &str, machine: Option<&str>) -> Markup {
    let mut html = String::with_capacity(words.len() + 40);
    if let Some(machine) = machine {
        html.push_str("<time datetime=\"");
        Html::escape(machine, &mut html);
        html.push_str("\">");
    }
    Html::escape(words, &mut html);
    if machine.is_some() {
        html.push_str("</time>");
    }
    Markup::new(&html)
}

/// Adds a sentence in which the words in the middle are marked, and lead `to` where there is such a place; all
/// of it leads there where none are.
pub(super) fn push_marked(
    [before, label, after]: [&str; 3],
    to: Option<Spot<'_>>,
    html: &mut String,
) {
    if label.is_empty() {
        if let Some(to) = to {
            open_link(to, "", html);
        }
        Html::escape(before, html);
        Html::escape(after, html);
        if to.is_some() {
            html.push_str("</a>");
        }
        return;
    }
    Html::escape(before, html);
    html.push_str("<mark>");
    add_link(label, to, html);
    html.push_str("</mark>");
    Html::escape(after, html);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_wherever_it_stands() {
        let html = link("<A> & \"B\"", Some("a&b.html"), &Markup::default());
        assert_eq!(
            html.as_str(),
            format!("<a href=\"{ROOT}a&amp;b.html\">&lt;A&gt; &amp; &quot;B&quot;</a>")
        );
        let made = |make: &dyn Fn(&mut String)| {
            let mut html = String::new();
            make(&mut html);
            html
        };
        let at = |link: Markup, fragment| made(&|html| link.push_at(fragment, html));
        let there = format!(
            "<a href=\"{ROOT}a&amp;b.html#c&amp;d\">&lt;A&gt; &amp; &quot;B&quot;</a>"
        );
        assert_eq!(at(html, "c&d"), there);
        assert_eq!(link("a<b", None, &Markup::default()).as_str(), "a&lt;b");
        assert_eq!(at(link("a\">b", None, &Markup::default()), "c"), "a&quot;&gt;b");
        assert_eq!(
            time("May", Some("2022-05")).as_str(),
            "<time datetime=\"2022-05\">May</time>"
        );
        assert_eq!(time("early <2022", None).as_str(), "early &lt;2022");
        let marked = |parts, to| made(&|html| push_marked(parts, to, html));
        let there = Some(Spot { page: "x", fragment: Some("y") });
        assert_eq!(marked(["a<", "b&", "c"], None), "a&lt;<mark>b&amp;</mark>c");
        let link = format!("<mark><a href=\"{ROOT}x#y\">b</a></mark>");
        assert_eq!(marked(["", "b", ""], there), link);
        let all = format!("<a href=\"{ROOT}x#y\">a.</a>");
        assert_eq!(marked(["a", "", "."], there), all);
    }
}
