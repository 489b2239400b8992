//! What machines read of a page: JSON-LD in the words of schema.org, for articles, claims and locations, with
//! the way to the page from the home page.

use super::article::ArticlePage;
use super::claim::ClaimPage;
use super::location::LocationPage;
use super::{
    Card, CorrectionView, DateView, LinkView, Markup, PageHead, Reference, Views,
};
use crate::content::kinds::article::ArticleType;
use serde_json::{Map, Value, json};

impl Views<'_> {
    /// An article with what it cites, corrects and rests on; nothing where the site has no `base_url`, because
    /// addresses here have to be complete.
    pub(super) fn article_data(
        &self,
        view: &ArticlePage<'_>,
        kind: Option<ArticleType>,
        lang: &str,
    ) -> Option<Markup> {
        let url = view.page.canonical.as_ref()?;
        let mut article = thing(schema_of(kind), view.title);
        put(&mut article, "headline", Some(view.title));
        put(&mut article, "description", view.standfirst);
        put(&mut article, "url", Some(url));
        put(&mut article, "mainEntityOfPage", Some(url));
        put(&mut article, "inLanguage", Some(lang));
        put(&mut article, "datePublished", view.date.machine.as_deref());
        put(&mut article, "dateModified", machine(view.updated.as_ref()));
        put(&mut article, "license", view.license);
        list(&mut article, "author", view.authors.iter().map(|one| self.linked(one)));
        list(
            &mut article,
            "contentLocation",
            view.places.iter().map(|one| typed("Place", self.linked(one))),
        );
        list(&mut article, "citation", view.references.iter().map(cited));
        list(&mut article, "correction", view.corrections.iter().map(correction));
        let claims = view.claims.iter().flat_map(|group| &group.claims);
        list(
            &mut article,
            "mentions",
            claims.map(|claim| {
                let mut data = thing("Claim", &claim.text);
                put(&mut data, "url", self.complete(Some(&claim.path)).as_deref());
                Value::Object(data)
            }),
        );
        let publisher = &self.config().publisher;
        if let Some(name) = &publisher.name {
            let mut data = thing("Organization", name);
            put(&mut data, "url", publisher.url.as_ref().map(|url| url.value.as_str()));
            article.insert("publisher".into(), Value::Object(data));
        }
        Some(self.graph(article, &view.page))
    }

    /// A claim with the sources that it appears in.
    pub(super) fn claim_data(&self, view: &ClaimPage<'_>) -> Option<Markup> {
        let url = view.page.canonical.as_ref()?;
        let mut claim = thing("Claim", &view.claim.text);
        put(&mut claim, "text", Some(&view.claim.text));
        put(&mut claim, "url", Some(url));
        let maker = view.claim.made_by.iter().map(|one| self.linked(one));
        list(&mut claim, "author", maker);
        list(&mut claim, "appearance", view.references.iter().map(cited));
        Some(self.graph(claim, &view.page))
    }

    /// A location, as far as it is published.
    pub(super) fn location_data(&self, view: &LocationPage<'_>) -> Option<Markup> {
        let url = view.page.canonical.as_ref()?;
        let mut place = thing("Place", &view.name);
        put(&mut place, "url", Some(url));
        let mut address = typed_map("PostalAddress");
        put(&mut address, "addressLocality", view.city.as_deref());
        put(&mut address, "addressCountry", Some(&view.country.title));
        place.insert("address".into(), Value::Object(address));
        Some(self.graph(place, &view.page))
    }

    /// A thing and the way to its page, as the content of a `<script>`: `<` is written as `\u003c`, so that no
    /// text ends it.
    fn graph(&self, thing: Map<String, Value>, page: &PageHead) -> Markup {
        let crumbs = page.crumbs.iter().enumerate().map(|(n, crumb)| {
            json!({ "@type": "ListItem", "position": n + 1, "name": crumb.title,
                    "item": self.complete(crumb.path.as_ref()) })
        });
        let crumbs: Vec<Value> = crumbs.collect();
        let way = json!({ "@type": "BreadcrumbList", "itemListElement": crumbs });
        let all = json!({ "@context": "https://schema.org", "@graph": [thing, way] });
        Markup::new(&all.to_string().replace('<', "\\u003c"))
    }

    /// The complete address of a page by its path.
    fn complete(&self, path: Option<&String>) -> Option<String> {
        let base = self.config().base_url.as_ref()?;
        Some([base.as_str(), path?].concat())
    }

    /// The name and page of whatever a link leads to; of what sort it is isn't said where nobody wrote it.
    fn linked(&self, link: &Card<LinkView>) -> Value {
        let mut data = Map::new();
        put(&mut data, "name", Some(&link.title));
        put(&mut data, "url", self.complete(link.path.as_ref()).as_deref());
        Value::Object(data)
    }
}

/// schema.org's name for a kind of article (<https://schema.org/NewsArticle>, "More specific Types").
fn schema_of(kind: Option<ArticleType>) -> &'static str {
    match kind {
        Some(ArticleType::Report) => "ReportageNewsArticle",
        Some(ArticleType::Explainer) => "BackgroundNewsArticle",
        Some(ArticleType::Analysis) => "AnalysisNewsArticle",
        Some(ArticleType::Opinion) => "OpinionNewsArticle",
        Some(ArticleType::Brief) | None => "NewsArticle",
    }
}

/// A source as it is cited; of a confidential one its label.
fn cited(reference: &Reference) -> Value {
    let source = &reference.source;
    let mut data = thing("CreativeWork", &source.title);
    put(&mut data, "url", source.url.as_deref());
    put(&mut data, "datePublished", machine(source.date.as_ref()));
    if let Some(publisher) = &source.publisher {
        data.insert("publisher".into(), Value::Object(thing("Organization", publisher)));
    }
    Value::Object(data)
}

fn correction(view: &CorrectionView) -> Value {
    let mut data = typed_map("CorrectionComment");
    put(&mut data, "text", Some(&view.now));
    put(&mut data, "datePublished", view.date.machine.as_deref());
    Value::Object(data)
}

fn machine(date: Option<&Card<DateView>>) -> Option<&str> {
    date.and_then(|date| date.machine.as_deref())
}

fn typed_map(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), Value::from(kind))])
}

fn thing(kind: &str, name: &str) -> Map<String, Value> {
    let mut data = typed_map(kind);
    data.insert("name".into(), name.into());
    data
}

fn typed(kind: &str, of: Value) -> Value {
    let mut data = typed_map(kind);
    data.extend(of.as_object().cloned().unwrap_or_default());
    Value::Object(data)
}

/// Adds a property where it has a value.
fn put(data: &mut Map<String, Value>, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        data.insert(name.into(), value.into());
    }
}

/// Adds a list where it has anything.
fn list(data: &mut Map<String, Value>, name: &str, values: impl Iterator<Item = Value>) {
    let values: Vec<Value> = values.collect();
    if !values.is_empty() {
        data.insert(name.into(), values.into());
    }
}
