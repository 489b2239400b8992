//! HTML in views: what is the same in every theme, written once rather than by the engine each time.

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

    /// This link, to the place `fragment` on its page; `fragment` is percent-encoded.
    pub(super) fn at(&self, fragment: &str) -> String {
        let link = self.as_str();
        // An address holds no quotation mark, so the first one behind its own ends it.
        let Some(address) = link.strip_prefix(OPEN) else { return link.to_owned() };
        let Some(length) = address.find('"') else { return link.to_owned() };
        let (start, rest) = link.split_at(OPEN.len() + length);
        let mut html = String::with_capacity(link.len() + fragment.len() + 1);
        html.push_str(start);
        html.push('#');
        Html::escape(fragment, &mut html);
        html.push_str(rest);
        html
    }

    fn as_str(&self) -> &str {
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
        tell(self.as_str(), serializer)
    }
}

/// Tells HTML that is made only where it is shown: a template reads it as HTML, and a page that is
/// made without the engine takes its bytes.
pub(super) fn tell<S: Serializer>(html: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        return Value::safe_string(html).serialize(serializer);
    }
    serializer.serialize_bytes(html.as_bytes())
}

/// `title` as a link to `path`, which is from the site's root; `title` alone where there is no page.
pub(super) fn link(title: &str, path: Option<&str>) -> Markup {
    let mut html = String::with_capacity(title.len() + path.map_or(0, str::len) + 24);
    add_link(title, path, &mut html);
    Markup::new(&html)
}

/// What a link begins with.
const OPEN: &str = "<a href=\"";

fn open_link(path: &str, html: &mut String) {
    html.push_str(OPEN);
    html.push_str(ROOT);
    Html::escape(path, html);
    html.push_str("\">");
}

fn add_link(title: &str, path: Option<&str>, html: &mut String) {
    if let Some(path) = path {
        open_link(path, html);
    }
    Html::escape(title, html);
    if path.is_some() {
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

/// A sentence in which the words in the middle are marked, and lead to `path` where there is one; all of
/// it leads there where none are.
pub(super) fn marked(
    before: &str,
    label: &str,
    after: &str,
    path: Option<&str>,
) -> String {
    let words = before.len() + label.len() + after.len();
    let mut html = String::with_capacity(words + path.map_or(0, str::len) + 32);
    if label.is_empty() {
        if let Some(path) = path {
            open_link(path, &mut html);
        }
        Html::escape(before, &mut html);
        Html::escape(after, &mut html);
        if path.is_some() {
            html.push_str("</a>");
        }
        return html;
    }
    Html::escape(before, &mut html);
    html.push_str("<mark>");
    add_link(label, path, &mut html);
    html.push_str("</mark>");
    Html::escape(after, &mut html);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_wherever_it_stands() {
        let html = link("<A> & \"B\"", Some("a&b.html"));
        assert_eq!(
            html.as_str(),
            format!("<a href=\"{ROOT}a&amp;b.html\">&lt;A&gt; &amp; &quot;B&quot;</a>")
        );
        let spot = html.at("c&d");
        assert_eq!(
            spot,
            format!(
                "<a href=\"{ROOT}a&amp;b.html#c&amp;d\">&lt;A&gt; &amp; &quot;B&quot;</a>"
            )
        );
        assert_eq!(link("a<b", None).as_str(), "a&lt;b");
        assert_eq!(link("a\">b", None).at("c"), "a&quot;&gt;b");
        assert_eq!(
            time("May", Some("2022-05")).as_str(),
            "<time datetime=\"2022-05\">May</time>"
        );
        assert_eq!(time("early <2022", None).as_str(), "early &lt;2022");
        assert_eq!(marked("a<", "b&", "c", None), "a&lt;<mark>b&amp;</mark>c");
        let there = format!("<mark><a href=\"{ROOT}x#y\">b</a></mark>");
        assert_eq!(marked("", "b", "", Some("x#y")), there);
        let all = format!("<a href=\"{ROOT}x#y\">a.</a>");
        assert_eq!(marked("a", "", ".", Some("x#y")), all);
    }
}
