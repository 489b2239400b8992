//! Numbers as statements, by what they count.

use super::{SourceId, Who};
use crate::content::kinds::number::{NumberFields, Rank};
use crate::dates::Edtf;
use crate::diag::Diagnostics;
use crate::fields::Spanned;
use crate::files::Span;
use crate::model::resolve::Resolver;
use foldhash::HashMap;
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
    /// What is said now: the statements that nobody has withdrawn, of each who counts the latest. Where it isn't
    /// told who counts, it is the same where the sources are the same.
    pub fn standing(&self) -> Vec<&Number> {
        let counts = |one: &Number| match &one.by {
            Some(who) => Some((Some(who.clone()), Vec::new())),
            None => (!one.sources.is_empty()).then(|| (None, one.sources.clone())),
        };
        let standing = self.statements.iter().filter(|one| one.rank != Rank::Deprecated);
        // They are in the order of their dates, so that the last is the latest.
        let latest: HashMap<_, Option<&Edtf>> = standing
            .clone()
            .filter_map(|one| Some((counts(one)?, one.date.as_ref())))
            .collect();
        let is_latest = |one: &&Number| {
            counts(one).is_none_or(|who| latest.get(&who) == Some(&one.date.as_ref()))
        };
        standing.filter(is_latest).collect()
    }

    /// Whether what is said now differs.
    pub fn is_disagreement(&self) -> bool {
        let standing = self.standing();
        standing.windows(2).any(|pair| pair[0].value != pair[1].value)
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
