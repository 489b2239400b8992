//! What nouns are made with: all names, the addresses given out, and what references mean.

use super::addresses::{self, Addresses, Alias, Owner, with_slug};
use super::gather::{self, Gathered, Record};
use super::media::Catalogue;
use super::names::{Miss, Names};
use super::once::each_once;
use super::shared::{Authors, Tags};
use super::unpublished::Unpublished;
use crate::atlas;
use crate::config::{Config, Vocabulary};
use crate::content::kinds::article::ArticleFields;
use crate::content::kinds::claim::ClaimEntry;
use crate::content::kinds::location::LocationEntry;
use crate::content::kinds::source::SourceEntry;
use crate::content::values::{AuthorRecord, Image, Reference};
use crate::content::{self, HeldPlaces, Kind, KindFields};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Language, Spanned};
use crate::files::{FileId, OutPath, Span};
use crate::model::nouns::{
    self, AuthorId, ClaimId, CountryId, Item, ItemId, LocationId, Picture, SourceId,
    TagId, Who,
};
use crate::routes::of_language;
use rayon::prelude::*;

/// Of which documents a site is made.
#[derive(Clone, Copy)]
pub(super) enum Scope<'d> {
    /// Of those that are published.
    Published(&'d Unpublished),
    /// Of all, for what is to be said of what is held back, which stands there.
    HeldBack(&'d HeldPlaces),
}

impl<'d> Scope<'d> {
    /// What is held back and no part of this site.
    pub(super) fn unpublished(self) -> Option<&'d Unpublished> {
        match self {
            Scope::Published(unpublished) => Some(unpublished),
            Scope::HeldBack(_) => None,
        }
    }

    /// Whether it matters what the text of this file refers to.
    pub(super) fn concerns(self, file: FileId) -> bool {
        match self {
            Scope::Published(_) => true,
            Scope::HeldBack(places) => places.by(Span::start_of(file)).is_some(),
        }
    }
}

/// What the parts of this stage share: the names of everything and the addresses given out.
pub(in crate::model) struct Resolver<'d> {
    pub(in crate::model) config: &'d Config,
    pub(super) gathered: &'d Gathered<'d>,
    pub(super) scope: Scope<'d>,
    pub(super) names: Names<'d>,
    /// The country of each location, by its number.
    pub(super) countries: Vec<CountryId>,
    /// The name of each entity that may be named, by its number.
    pub(super) entity_names: Vec<Option<&'d str>>,
    pub(super) addresses: Addresses,
    pub(super) authors: Authors,
    pub(super) tags: Tags,
    pub(super) media: Catalogue,
}

impl Resolver<'_> {
    /// What a reference means; that it is held back is reported as well.
    pub(in crate::model) fn meant<I: ItemId>(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<I> {
        I::of(self.names.field(reference, I::KIND, diags)?)
    }

    /// What a reference means; what is held back is left out.
    pub(in crate::model) fn listed<I: ItemId>(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<I> {
        I::of(self.names.listed(&reference.value, reference.span, I::KIND, diags)?)
    }

    /// What references [mean](Self::meant), each once.
    pub(in crate::model) fn all_meant<I: ItemId>(
        &self,
        references: &[Reference],
        diags: &mut Diagnostics,
    ) -> Vec<I> {
        each_once(references.iter().filter_map(|one| self.meant(one, diags)))
    }

    /// What references [mean](Self::listed), each once.
    pub(in crate::model) fn all_listed<I: ItemId>(
        &self,
        references: &[Reference],
        diags: &mut Diagnostics,
    ) -> Vec<I> {
        each_once(references.iter().filter_map(|one| self.listed(one, diags)))
    }

    /// The sources that entries name or define, each once.
    pub(in crate::model) fn sources(
        &self,
        entries: &[SourceEntry],
        diags: &mut Diagnostics,
    ) -> Vec<SourceId> {
        each_once(entries.iter().filter_map(|entry| {
            let (id, span) = self.gathered.source_id(entry)?;
            SourceId::of(self.names.written(&id, span, Kind::Source, diags)?)
        }))
    }

    /// The locations that entries name or define, each once; what is held back is left out.
    pub(in crate::model) fn locations(
        &self,
        entries: &[LocationEntry],
        diags: &mut Diagnostics,
    ) -> Vec<LocationId> {
        each_once(entries.iter().filter_map(|entry| {
            let (id, span) = gather::location_id(entry)?;
            LocationId::of(self.names.listed(&id, span, Kind::Location, diags)?)
        }))
    }

    /// The claims that entries name or define, each once; what is held back is left out.
    pub(in crate::model) fn claims(
        &self,
        entries: &[ClaimEntry],
        diags: &mut Diagnostics,
    ) -> Vec<ClaimId> {
        each_once(entries.iter().filter_map(|entry| {
            let (id, span) = gather::claim_id(entry)?;
            ClaimId::of(self.names.listed(&id, span, Kind::Claim, diags)?)
        }))
    }

    /// The lead picture of an item.
    pub(in crate::model) fn picture(
        &self,
        image: &Image,
        diags: &mut Diagnostics,
    ) -> Option<Picture> {
        self.media.lead(image, diags)
    }

    /// Whatever is meant; what is held back is left out.
    pub(in crate::model) fn any(
        &self,
        reference: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<Item> {
        match self.names.find(reference, None) {
            Ok(item) => Some(item),
            Err(Miss::Unpublished(..)) => None,
            Err(miss) => {
                self.names.report(&reference.value, reference.span, None, miss, diags);
                None
            }
        }
    }

    /// Whoever a reference names. What looks like an id must be one; anything else is words.
    pub(in crate::model) fn who(
        &self,
        written: &Reference,
        diags: &mut Diagnostics,
    ) -> Option<Who> {
        let found = self.names.find(written, Some(Kind::Entity));
        let is_id = looks_like_id(written);
        match found {
            Ok(Item::Entity(id)) => Some(Who::Entity(id)),
            Err(Miss::Unknown | Miss::WrongKind(_)) if !is_id => {
                Some(Who::Words(written.value.clone()))
            }
            Ok(_) => None,
            Err(miss) => {
                self.names.report(
                    &written.value,
                    written.span,
                    Some(Kind::Entity),
                    miss,
                    diags,
                );
                None
            }
        }
    }

    /// The name of whoever stands behind a source: that of an entity where its id is written.
    pub(in crate::model) fn maker(&self, written: &str) -> String {
        let found =
            looks_like_id(written).then(|| self.names.find(written, Some(Kind::Entity)));
        let name = match found {
            Some(Ok(Item::Entity(id))) => self.entity_names[id.index()],
            _ => None,
        };
        name.unwrap_or(written).to_owned()
    }

    /// The author of this name.
    pub(in crate::model) fn author(
        &mut self,
        record: &Spanned<AuthorRecord>,
        diags: &mut Diagnostics,
    ) -> AuthorId {
        self.authors.add(record, self.config.urls, diags)
    }

    /// The tag of this name.
    pub(in crate::model) fn tag(
        &mut self,
        name: &Spanned<String>,
        diags: &mut Diagnostics,
    ) -> TagId {
        self.tags.add(name, self.config.urls, diags)
    }

    /// Asks for the addresses of authors and tags, each where it is first named.
    pub(in crate::model) fn claim_shared(&mut self) {
        for author in &self.authors.list {
            self.addresses.claim(&author.address, Owner::Author(author.place));
        }
        for tag in &self.tags.list {
            self.addresses.claim(&tag.address, Owner::Tag(tag.place));
        }
    }

    /// The country that a location lies in.
    pub(in crate::model) fn country_of(&self, id: LocationId) -> CountryId {
        self.countries[id.index()]
    }

    /// Reports a word that a closed vocabulary of `site.toml` lacks.
    pub(in crate::model) fn word(
        &self,
        word: &Spanned<String>,
        vocabulary: &Vocabulary,
        table: &str,
        diags: &mut Diagnostics,
    ) -> String {
        if !vocabulary.allows(word) {
            let message = format!("`{}` is no word of `[{table}]`", word.value);
            let known = vocabulary.terms().iter().map(|term| term.word.as_str());
            let found = Diagnostic::new(codes::UNKNOWN_WORD, word.span, message);
            let found = found.did_you_mean(word, known);
            let define = format!(
                "or define it in `site.toml`: `[{table}.{}]` with a label",
                word.value
            );
            diags.push(found.help(define));
        }
        word.value.clone()
    }

    /// A territory's name on this site.
    pub(in crate::model) fn territory_name(&self, code: atlas::Code) -> String {
        let own = self.config.territories.get(&code).and_then(|own| own.name.clone());
        own.unwrap_or_else(|| {
            atlas::territory(code).name_in(&self.config.lang).to_owned()
        })
    }

    /// The names of the item of a record.
    pub(in crate::model) fn names_of<F: KindFields>(
        &self,
        record: &Record<'_, F>,
        fields: &F,
        diags: &mut Diagnostics,
    ) -> nouns::Names {
        let path = with_slug(&record.id, fields.slug());
        self.names(F::KIND, &record.id, &path, fields.aliases(), diags)
    }

    /// The names of an item of a kind: its address, and those of its aliases that are old
    /// addresses or, for items whose kind has ids in its addresses, old ids.
    /// The names of an article, whose page is in the folder of its language.
    pub(in crate::model) fn article_names(
        &self,
        record: &Record<'_, ArticleFields>,
        fields: &ArticleFields,
        diags: &mut Diagnostics,
    ) -> nouns::Names {
        let mut names = self.names_of(record, fields, diags);
        let lang = fields.text.lang.as_ref().map(Language::to_string);
        if let Some(folder) = self.config.languages.folder_of_text(lang.as_deref()) {
            names.address = of_language(folder, &names.address);
        }
        names
    }

    pub(in crate::model) fn names(
        &self,
        kind: Kind,
        id: &content::Id,
        path: &str,
        aliases: &[Spanned<String>],
        diags: &mut Diagnostics,
    ) -> nouns::Names {
        let address = addresses::of(kind, path, self.config.urls);
        let redirects = self.redirects(kind, &address, aliases, diags);
        let redirects = redirects.into_iter().map(|(from, _)| from).collect();
        // What is wrong with an alias has been reported with its redirect.
        let unheard = &mut Diagnostics::default();
        let name = |alias| match addresses::alias(alias, self.config.urls, unheard) {
            Some(Alias::Name(name)) => Some(name.to_owned()),
            Some(Alias::Address(_)) | None => None,
        };
        let others = aliases.iter().filter_map(name).collect();
        let first = first_id(id, aliases);
        nouns::Names { first, others, id: id.clone(), address, redirects }
    }

    /// Where pages that lead to `address` are, and where each is written.
    fn redirects(
        &self,
        kind: Kind,
        address: &OutPath,
        aliases: &[Spanned<String>],
        diags: &mut Diagnostics,
    ) -> Vec<(OutPath, Span)> {
        let urls = self.config.urls;
        let mut redirects: Vec<(OutPath, Span)> = Vec::new();
        for written in aliases {
            let from = match addresses::alias(written, urls, diags) {
                Some(Alias::Address(path)) => path,
                Some(Alias::Name(name)) => addresses::of(kind, name, urls),
                None => continue,
            };
            if from != *address && !redirects.iter().any(|(other, _)| *other == from) {
                redirects.push((from, written.span));
            }
        }
        redirects
    }

    /// Asks for the addresses of an item of a kind, which are decided on at `place`, and of its aliases. Every site has
    /// an item that is written nowhere.
    pub(in crate::model) fn claim_own(
        &mut self,
        kind: Kind,
        names: &nouns::Names,
        place: Option<Span>,
        aliases: &[Spanned<String>],
    ) {
        let owner = match kind {
            Kind::Article | Kind::Page => Owner::Page,
            _ => Owner::Record,
        };
        self.addresses.claim(&names.address, place.map_or(Owner::Site, owner));
        // What is wrong with an alias has been reported when the names were made.
        let unheard = &mut Diagnostics::default();
        for (from, span) in self.redirects(kind, &names.address, aliases, unheard) {
            if !self.names.is_refused(span) {
                self.addresses.claim(&from, Owner::Alias(span));
            }
        }
    }
}

/// The first of the aliases that may have been an id, which is the oldest, because writers add to the end of
/// the list; else the id. A former address is none, nor is a name in words.
fn first_id(id: &content::Id, aliases: &[Spanned<String>]) -> content::Id {
    let may_be_id = |alias: &&Spanned<String>| {
        !addresses::is_address(alias)
            && !alias.trim().contains(|c: char| c.is_whitespace() || c.is_uppercase())
    };
    let first = aliases.iter().find(may_be_id);
    first.and_then(|alias| content::Id::new(alias)).unwrap_or_else(|| id.clone())
}

/// Makes a noun of each record, side by side. What is reported stays in their order.
pub(in crate::model) fn each<R: Sync, N: Send>(
    records: &[R],
    diags: &mut Diagnostics,
    noun: impl Fn(&R, &mut Diagnostics) -> N + Sync,
) -> Vec<N> {
    let (mut nouns, mut found) = (Vec::new(), Vec::new());
    let made = records.par_iter().map(|record| {
        let mut own = Diagnostics::default();
        (noun(record, &mut own), own)
    });
    made.unzip_into_vecs(&mut nouns, &mut found);
    found.into_iter().for_each(|own| diags.append(own));
    nouns
}

/// Whether somebody is told by an id and not in words. Words have a space or a capital. Scripts without spaces and
/// without capitals have neither, so a single word of theirs is taken for words.
fn looks_like_id(written: &str) -> bool {
    let has_no_case = |c: char| c.is_alphabetic() && !c.is_lowercase();
    !written.contains(|c: char| c.is_whitespace() || has_no_case(c))
}

#[cfg(test)]
mod tests {
    use super::looks_like_id;

    #[test]
    fn what_looks_like_an_id_has_neither_space_nor_capital_nor_a_script_without_them() {
        for id in ["ministry", "fuzhou-psb", "straße", "110-station"] {
            assert!(looks_like_id(id), "{id}");
        }
        for words in ["The ministry", "Ministry", "外交部", "الوزارة", "משרד", "กระทรวง"]
        {
            assert!(!looks_like_id(words), "{words}");
        }
    }
}
