//! Dated facts: the entries of `dates:`.

use crate::content::hold::{Held, Hold};
use crate::content::id::Id;
use crate::content::kinds::location::LocationEntry;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::Reference;
use crate::dates::Edtf;
use crate::fields::{Node, Spanned};
use crate::record;

record! {
    /// A dated fact.
    pub struct EventFields: "dated fact" {
        /// Its id; facts of two articles with the same one are merged.
        id: Optional<Spanned<Id>> = "capel-closing";
        /// When.
        date: Required<Spanned<Edtf>> = "2022-10-26";
        /// What, in a sentence.
        text: Required<Spanned<String>> = "Ireland's foreign ministry tells the embassy that the office must close";
        /// Where, by code or English name; the countries of its locations are added. Without `countries` and `locations` a fact is where the article or the claim is that tells it.
        countries: List<Reference> = "[ie]";
        /// Where exactly; a fact of a location is there too.
        locations: List<LocationEntry> = "[ie/dublin-capel-street]";
        /// The people and organisations in it.
        entities: List<Reference> = "[fuzhou-psb]";
        /// The claims it bears on.
        claims: List<Reference> = "[us/nyc-station]";
        /// Who says so.
        sources: List<SourceEntry> = "[rte-capel]";
        /// Of what sort: a word of the site's own, labelled in `site.toml`.
        kind: Optional<Spanned<String>> = "order-to-close";
        /// What has to be added.
        note: Optional<String> = "The embassy says that activity had ceased.";
        /// Notes for the newsroom, which never leave the build.
        private: Optional<Node> = "{phone: see the safe}";
        ..hold: Hold
    }
}

impl Held for EventFields {
    fn hold(&self) -> &Hold {
        &self.hold
    }

    fn hold_mut(&mut self) -> &mut Hold {
        &mut self.hold
    }
}
