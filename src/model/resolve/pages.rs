//! Free pages and the home page from their records.

use super::addresses::with_slug;
use super::register::Order;
use super::{Desk, claims, each};
use crate::content::kinds::page::PageFields;
use crate::content::{self, Documents, KindFields};
use crate::diag::Diagnostics;
use crate::model::nouns::{Home, KeyFigure, Matter, Page};

pub(super) fn pages(
    order: &Order<'_>,
    desk: &mut Desk<'_>,
    diags: &mut Diagnostics,
) -> Vec<Page> {
    let written =
        order.pages.iter().filter_map(|item| Some((*item, item.fields.as_deref()?)));
    let written: Vec<_> = written.collect();
    let pages =
        each(&written, diags, |(item, fields), diags| page(item, fields, desk, diags));
    desk.claim_addresses("", &order.pages, pages.iter().map(|one| &one.names));
    pages
}

fn page(
    item: &content::Item<PageFields>,
    fields: &PageFields,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Page {
    let path = with_slug(&item.id, fields.slug.as_ref());
    if let Some(date) = &fields.date {
        claims::report_order_in(&fields.claims, date, date.span, diags);
    }
    Page {
        names: desk.names("", &item.id, &path, fields.aliases(), diags),
        place: item.place,
        title: fields.title.value.clone(),
        summary: fields.summary.clone(),
        date: fields.date.as_ref().map(|date| date.value.0.clone()),
        updated: fields.updated.as_ref().map(|date| date.value.0.clone()),
        sources: desk.sources(&fields.sources, diags),
        claims: desk.claims(&fields.claims, diags),
        picture: fields.image.as_ref().and_then(|image| desk.picture(image, diags)),
        matter: Matter::of(
            Some(&fields.item().common),
            fields.text(),
            item.prose.as_ref(),
        ),
    }
}

pub(super) fn home(
    documents: &Documents,
    desk: &Desk<'_>,
    diags: &mut Diagnostics,
) -> Home {
    let Some(item) = &documents.home else { return Home::default() };
    let common = item.fields.as_ref().map(|fields| &fields.common);
    let matter = Matter::of(common, None, item.prose.as_ref());
    let Some(fields) = &item.fields else { return Home { matter, ..Home::default() } };
    let figure = |written: &content::kinds::page::FigureFields,
                  diags: &mut Diagnostics| KeyFigure {
        value: written.value.clone(),
        label: written.label.clone(),
        date: written.date.as_ref().map(|date| date.value.clone()),
        sources: desk.sources(&written.sources, diags),
    };
    Home {
        title: fields.title.as_ref().map(|title| title.value.clone()),
        summary: fields.summary.clone(),
        lead: fields.lead.as_ref().and_then(|lead| desk.article(lead, diags)),
        figures: fields.figures.iter().map(|written| figure(written, diags)).collect(),
        claims: desk.claims(&fields.claims, diags),
        numbers: desk.numbers(&fields.numbers, diags),
        sources: desk.sources(&fields.sources, diags),
        matter,
    }
}
