//! What citations in the texts mean: `[@key]`, `@key` in a sentence, `[@2]`.

use super::lookup::Lookup;
use super::names::Miss;
use super::near_keys::NearKeys;
use crate::content::Kind;
use crate::diag::{Diagnostic, Diagnostics, Fix, codes};
use crate::files::Span;
use crate::markdown::{Cite, CiteForm, CiteItem};
use crate::model::nouns::{Item, Link, SourceId};

impl Lookup<'_> {
    pub(super) fn cite(&self, of: Item, cite: &Cite, diags: &mut Diagnostics) -> Link {
        if matches!(cite.form, CiteForm::Bare | CiteForm::Wide) {
            return self.handle(cite, diags);
        }
        let mut sources = Vec::with_capacity(cite.items.len());
        sources.extend(cite.items.iter().filter_map(|item| self.cited(of, item, diags)));
        match sources.len() == cite.items.len() {
            true => Link::Cite(sources.into()),
            false => Link::Text,
        }
    }

    /// What `@word` in the sentence means: a citation only where it is a known key.
    fn handle(&self, cite: &Cite, diags: &mut Diagnostics) -> Link {
        let [item] = &*cite.items else { return Link::Text };
        let key = &item.key;
        match self.resolver.names.find(key, Some(Kind::Source)) {
            Ok(Item::Source(_)) if cite.form == CiteForm::Wide => {
                let message = format!("what cites `{key}` here is no citation");
                diags.push(
                    Diagnostic::new(codes::MALFORMED_CITATION, item.key_span, message)
                        .note("its sign or its bracket is a wide one")
                        .help(format!(
                            "write `@{key}` or `[@{key}]`, with the signs of ASCII"
                        )),
                );
                Link::Text
            }
            Ok(Item::Source(id)) => Link::Cite([id].into()),
            Err(miss @ Miss::Unpublished(..)) => {
                let names = &self.resolver.names;
                names.report(key, item.key_span, Some(Kind::Source), miss, diags);
                Link::Text
            }
            Err(Miss::Unknown) if cite.form == CiteForm::Bare => {
                let keys =
                    || self.site.sources.iter().map(|source| source.names.id.as_str());
                let near = self.near_keys.get_or_init(|| NearKeys::new(keys()));
                if let Some(near) = near.near(key) {
                    report_mistyped(item, near, diags);
                }
                Link::Text
            }
            _ => Link::Text,
        }
    }

    fn cited(
        &self,
        of: Item,
        item: &CiteItem,
        diags: &mut Diagnostics,
    ) -> Option<SourceId> {
        let found = self.resolver.names.find(&item.key, Some(Kind::Source));
        if let Ok(Item::Source(id)) = found {
            return Some(id);
        }
        let listed = self.site.listed_sources(of);
        if let Ok(number) = item.key.parse::<usize>() {
            let source = number.checked_sub(1).and_then(|n| listed.get(n)).copied();
            if source.is_none() {
                let message = format!("there is no source number {number}");
                diags.push(
                    Diagnostic::new(codes::CITATION_NUMBER, item.key_span, message)
                        .note(match listed.len() {
                            0 => "this page lists no sources under `sources:`".to_owned(),
                            1 => "this page lists one source under `sources:`".to_owned(),
                            n => format!("this page lists {n} sources under `sources:`"),
                        })
                        .help("add the source to `sources:`, or cite it by its id"),
                );
            }
            return source;
        }
        if let Err(miss) = found {
            let names = &self.resolver.names;
            if let Some((key, place)) = item.key.split_once(':')
                && matches!(names.find(key, Some(Kind::Source)), Ok(Item::Source(_)))
            {
                report_place_in_key(item, key, place, diags);
                return None;
            }
            names.report(&item.key, item.key_span, Some(Kind::Source), miss, diags);
        }
        None
    }
}

/// `[@key](address)`
pub(super) fn report_link_of_key(key: &str, span: Span, diags: &mut Diagnostics) {
    diags.push(
        Diagnostic::new(codes::MISSED_CITATION, span, "this is a link, and no citation")
            .note(format!("`{key}` is the key of a source"))
            .help(format!(
                "write `[@{key}]`; the address belongs to the source: `url: …`"
            ))
            .help(format!("if the words of the link are meant, write `\\@{key}`")),
    );
}

fn report_mistyped(item: &CiteItem, near: &str, diags: &mut Diagnostics) {
    let message = format!("no source is called `{}`, so this is no citation", item.key);
    diags.push(
        Diagnostic::new(codes::MISSED_CITATION, item.key_span, message)
            .help(format!("did you mean `@{near}`?"))
            .fix(Fix::Word { written: item.key.to_string(), meant: near.to_owned() })
            .help(format!("if it is no citation, write `\\@{}`", item.key)),
    );
}

/// `[@key:words]`: without a space the colon is part of the key.
fn report_place_in_key(item: &CiteItem, key: &str, place: &str, diags: &mut Diagnostics) {
    let message = format!("no source is called `{}`", item.key);
    diags.push(
        Diagnostic::new(codes::UNKNOWN_SOURCE, item.key_span, message)
            .note("a colon without a space behind it is part of the key")
            .help(format!("for a place in `{key}` write a comma: `@{key}, {place}`")),
    );
}
