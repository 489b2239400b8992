//! One page as a browser reads it: its ids, its links, what it loads, and what is wrong with it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::collections::BTreeSet;

/// What a page holds.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) ids: BTreeSet<String>,
    /// Addresses that a reader may follow.
    pub(crate) links: Vec<String>,
    /// Addresses that the page loads by itself.
    pub(crate) loads: Vec<String>,
    /// What the page may not have.
    pub(crate) faults: Vec<String>,
    /// Whether links are read from another place than the page's own.
    pub(crate) has_base: bool,
    /// Whether the page only leads to another one.
    pub(crate) is_redirect: bool,
    pub(crate) main_headings: usize,
    pub(crate) title: String,
}

impl Page {
    pub(crate) fn read(html: &str) -> Page {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let errors = dom.errors.borrow();
        let mut page = Page::default();
        page.faults.extend(errors.iter().map(|error| format!("HTML: {error}")));
        page.node(&dom.document);
        page
    }

    fn node(&mut self, node: &Handle) {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attrs: Vec<(String, String)> = attrs
                .borrow()
                .iter()
                .map(|one| (one.name.local.to_string(), one.value.to_string()))
                .collect();
            self.element(&name.local, &attrs, node);
        }
        for child in node.children.borrow().iter() {
            self.node(child);
        }
    }

    fn element(&mut self, name: &str, attrs: &[(String, String)], node: &Handle) {
        let get =
            |key: &str| attrs.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
        if let Some(id) = get("id")
            && !self.ids.insert(id.to_owned())
        {
            self.faults.push(format!("the id {id} stands twice"));
        }
        for (key, _) in attrs {
            if key == "style" || key.starts_with("on") {
                self.faults.push(format!("an attribute {key} on <{name}>"));
            }
        }
        match name {
            "h1" => self.main_headings += 1,
            "title" => self.title = inner_text(node),
            "style" | "iframe" | "object" | "embed" => {
                self.faults.push(format!("an element <{name}>"));
            }
            "script" => match (get("src"), get("type")) {
                (Some(src), _) => self.loads.push(src.to_owned()),
                (None, Some("application/ld+json")) => {}
                (None, _) => self.faults.push("an inline script".into()),
            },
            "base" => self.has_base = true,
            "a" | "area" => self.links.extend(get("href").map(str::to_owned)),
            "link" => match get("rel") {
                Some("canonical") => {}
                Some("alternate" | "prev" | "next") => {
                    self.links.extend(get("href").map(str::to_owned));
                }
                _ => self.loads.extend(get("href").map(str::to_owned)),
            },
            "img" | "source" | "video" | "audio" | "track" | "input" => {
                self.loads.extend(get("src").map(str::to_owned));
                self.loads.extend(get("poster").map(str::to_owned));
                if name == "img" && get("alt").is_none() {
                    self.faults.push("an image without alt".into());
                }
            }
            "html" if get("lang").is_none_or(str::is_empty) => {
                self.faults.push("no language".into());
            }
            "form" => self.faults.push("a form".into()),
            _ => {}
        }
        if let Some((_, sources)) = attrs.iter().find(|(key, _)| key == "srcset") {
            let urls = sources.split(',').filter_map(|one| one.split_whitespace().next());
            self.loads.extend(urls.map(str::to_owned));
        }
        if get("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh")) {
            self.is_redirect = true;
            let target = get("content").and_then(|content| content.split_once("url="));
            self.links.extend(target.map(|(_, url)| url.to_owned()));
        }
    }
}

fn inner_text(node: &Handle) -> String {
    let children = node.children.borrow();
    let texts = children.iter().filter_map(|child| match &child.data {
        NodeData::Text { contents } => Some(contents.borrow().to_string()),
        _ => None,
    });
    texts.collect()
}
