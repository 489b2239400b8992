//! Numbers as statements, by what they count.

use super::{SourceId, Who};
use crate::content::kinds::number::{NumberFields, Rank};
use crate::dates::Edtf;
use crate::diag::Diagnostics;
use crate::fields::Spanned;
use crate::files::Span;
use crate::model::resolve::Resolver;
use serde::{Deserialize, Serialize};

/// What is counted of a subject, with everything that is said of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NumberOf {
    /// What is counted: a word of the site's own ("stations").
    pub property: String,
    /// The statements, by date.
    pub statements: Vec<Number>,
}

/// A number that somebody gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Number {
    /// The number, as it is to be printed.
    pub value: String,
    /// Where it is written.
    pub place: Span,
    /// As of when.
    pub date: Option<Edtf>,
    /// Who counted.
    pub by: Option<Who>,
    /// On whose word.
    pub sources: Vec<SourceId>,
    /// How it stands to the others.
    pub rank: Rank,
    /// What has to be added.
    pub note: Option<String>,
}

impl NumberOf {
    /// Whether those that nobody has withdrawn differ.
    pub fn is_disagreement(&self) -> bool {
        let mut standing =
            self.statements.iter().filter(|one| one.rank != Rank::Deprecated);
        let first = standing.next();
        first.is_some_and(|first| standing.any(|one| one.value != first.value))
    }
}

impl NumberOf {
    /// What is counted of a subject.
    pub(in crate::model) fn all(
        written: &Option<Vec<(Spanned<String>, Vec<NumberFields>)>>,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Vec<Self> {
        let of = |(property, fields): &(Spanned<String>, Vec<NumberFields>),
                  diags: &mut Diagnostics| {
            let mut statements: Vec<Number> =
                fields.iter().map(|one| Number::of(one, resolver, diags)).collect();
            statements.sort_by_key(|one| one.date.as_ref().map(|date| date.sort_key()));
            NumberOf { property: property.value.clone(), statements }
        };
        written.iter().flatten().map(|one| of(one, diags)).collect()
    }
}

impl Number {
    fn of(
        fields: &NumberFields,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self {
        Number {
            value: fields.value.value.clone(),
            place: fields.value.span,
            date: fields.date.as_ref().map(|date| date.value.clone()),
            by: fields.by.as_ref().and_then(|by| resolver.who(by, diags)),
            sources: resolver.sources(&fields.sources, diags),
            rank: fields.rank.unwrap_or(Rank::Normal),
            note: fields.note.clone(),
        }
    }
}
