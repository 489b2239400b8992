//! What every item has.

use super::{Correction, Names, NumberOf, Picture, SourceId};
use crate::content::KindFields;
use crate::diag::Diagnostics;
use crate::model::resolve::{Record, Resolver, each};

/// What the site has to know of an item, whatever its kind.
pub(in crate::model) trait Noun {
    /// Its id and addresses; the home page has none to be referred to by.
    fn names(&self) -> Option<&Names>;

    /// What readers may call it.
    fn title(&self) -> &str;

    /// The sources of its front matter, in order: `[@1]` is the first.
    fn sources(&self) -> &[SourceId];

    /// Its lead picture.
    fn picture(&self) -> Option<&Picture> {
        None
    }

    /// What was wrong about it, newest first.
    fn corrections(&self) -> &[Correction] {
        &[]
    }

    /// What is counted of it.
    fn numbers(&self) -> &[NumberOf] {
        &[]
    }

    /// Whether it may be shown. Of a confidential source nothing is but a label, of an entity that may not be
    /// named nothing at all.
    fn is_shown(&self) -> bool {
        true
    }
}

/// A noun that is made of records of its kind.
pub(in crate::model) trait FromRecord: Noun + Sized + Send {
    /// The fields of such a record.
    type Fields: KindFields + Sync;

    /// The noun of one record.
    fn of(
        record: &Record<'_, Self::Fields>,
        fields: &Self::Fields,
        resolver: &Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Self;

    /// All nouns of the kind, from the usable records in the order of their ids.
    fn all(
        records: &[&Record<'_, Self::Fields>],
        resolver: &mut Resolver<'_>,
        diags: &mut Diagnostics,
    ) -> Vec<Self> {
        let usable = usable(records);
        let nouns = each(&usable, diags, |(record, fields), diags| {
            Self::of(record, fields, resolver, diags)
        });
        claim_own(&usable, &nouns, resolver);
        nouns
    }
}

/// A record with its fields.
pub(super) type Usable<'r, 'd, F> = (&'r Record<'d, F>, &'r F);

/// The records of which nouns are made, in their order.
pub(super) fn usable<'r, 'd, F: KindFields>(
    records: &[&'r Record<'d, F>],
) -> Vec<Usable<'r, 'd, F>> {
    records.iter().filter_map(|record| Some((*record, record.written()?))).collect()
}

/// Asks for the addresses of the nouns that were made of these records.
pub(super) fn claim_own<F: KindFields, N: Noun>(
    usable: &[Usable<'_, '_, F>],
    nouns: &[N],
    resolver: &mut Resolver<'_>,
) {
    for ((record, fields), noun) in usable.iter().zip(nouns) {
        if let Some(names) = noun.names() {
            let place = Some(record.named());
            resolver.claim_own(F::KIND, names, place, fields.aliases());
        }
    }
}
