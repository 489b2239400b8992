//! Free pages, and the home page.

use super::claim::report_order_in;
use super::noun::FromRecord;
use super::{ArticleId, ClaimId, Matter, Names, Noun, NumberOf, Picture, SourceId};
use crate::content::Documents;
use crate::content::kinds::page::{FigureFields, PageFields};
use crate::dates::Edtf;
use crate::diag::Diagnostics;
use crate::files::Span;
use crate::model::resolve::{Record, Resolver};
use serde::{Deserialize, Serialize};

/// A free page: about, methods.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Page {
    /// Its id and addresses.
    pub names: Names,
    /// Where it is written.
    pub place: Span,
    /// The heading.
    pub title: String,
    /// The standfirst.
    pub summary: Option<String>,
    /// When it was first published.
    pub date: Option<Edtf>,
    /// When its text last changed.
    pub updated: Option<Edtf>,
    /// Its sources in the order of its front matter.
    pub sources: Vec<SourceId>,
    /// Its claims in order.
    pub claims: Vec<ClaimId>,
    /// The lead picture.
    pub picture: Option<Picture>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Page {
    fn names(&self) -> Option<&Names> {
        Some(&self.names)
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }
}

/// The home page's own matter; every site has a home page, with or without it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Home {
    /// The heading, where it is not the site's title.
    pub title: Option<String>,
    /// The standfirst.
    pub summary: Option<String>,
    /// The article that leads, where the writer says so.
    pub lead: Option<ArticleId>,
    /// Key figures.
    pub figures: Figures,
    /// Its claims in order.
    pub claims: Vec<ClaimId>,
    /// What is counted of the site's subject as a whole.
    pub numbers: Vec<NumberOf>,
    /// Its sources in the order of its front matter.
    pub sources: Vec<SourceId>,
    /// What it has as every item has.
    pub matter: Matter,
}

impl Noun for Home {
    fn names(&self) -> Option<&Names> {
        None
    }

    fn title(&self) -> &str {
        self.title.as_deref().unwrap_or_default()
    }

    fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    fn numbers(&self) -> &[NumberOf] {
        &self.numbers
    }
}

/// Key figures, in order.
pub type Figures = Vec<KeyFigure>;

/// A figure with what it counts, as of when and on whose word.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyFigure {
    /// The number, as it is to be printed.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// As of when.
    pub date: Option<Edtf>,
    /// On whose word.
    pub sources: Vec<SourceId>,
}

impl FromRecord for Page {
    type Fields = PageFields;

    fn of(
        record: &Record<'_, PageFields>,
        fields: &PageFields,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        if let Some(date) = &fields.date {
            report_order_in(&fields.claims, date, date.span, diags);
        }
        Page {
            names: resolver.names_of(record, fields, diags),
            place: record.place,
            title: fields.title.value.clone(),
            summary: fields.summary.clone(),
            date: fields.date.as_ref().map(|date| date.value.0.clone()),
            updated: fields.updated.as_ref().map(|date| date.value.0.clone()),
            sources: resolver.sources(&fields.sources, diags),
            claims: resolver.claims(&fields.claims, diags),
            picture: fields
                .image
                .as_ref()
                .and_then(|image| resolver.picture(image, diags)),
            matter: record.matter(),
        }
    }
}

impl Home {
    /// The home page, of the file that is written for it, if one is.
    pub(in crate::model) fn of(
        documents: &Documents,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Home {
        let Some(item) = &documents.home else { return Home::default() };
        let common = item.fields.as_ref().map(|fields| &fields.common);
        let matter = Matter::of(common, None);
        let Some(fields) = &item.fields else {
            return Home { matter, ..Home::default() };
        };
        let figure = |written: &FigureFields, diags: &mut Diagnostics| KeyFigure {
            value: written.value.clone(),
            label: written.label.clone(),
            date: written.date.as_ref().map(|date| date.value.clone()),
            sources: resolver.sources(&written.sources, diags),
        };
        Home {
            title: fields.title.as_ref().map(|title| title.value.clone()),
            summary: fields.summary.clone(),
            lead: fields.lead.as_ref().and_then(|lead| resolver.listed(lead, diags)),
            figures: fields
                .figures
                .iter()
                .map(|written| figure(written, diags))
                .collect(),
            claims: resolver.claims(&fields.claims, diags),
            numbers: NumberOf::all(&fields.numbers, resolver, diags),
            sources: resolver.sources(&fields.sources, diags),
            matter,
        }
    }
}
