//! Which item a name means: ids, aliases, titles, countries.

use super::lost::Lost;
use super::slips::{Among, Slip, Slips};
use super::unpublished::{Unpublished, unpublished};
use crate::atlas;
use crate::content::values::{Reference, unknown_country};
use crate::content::{HeldBy, Kind};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::files::{FileId, Span};
use crate::letters::{composed, folded};
use crate::model::nouns::Item;
use foldhash::{HashMap, HashSet};
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::iter::once;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

/// A thing that has a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub(super) kind: Kind,
    /// `None` where its record has mistakes, which have been reported: it is known and no more.
    pub(super) item: Option<Item>,
    /// Where the name is given.
    pub(super) place: Span,
    /// How it came by the name.
    pub(super) by: By,
}

/// How an item came by a name; the first is the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    Id,
    Alias,
    Title,
}

/// Every name of the site.
#[derive(Debug, Default)]
pub(super) struct Names<'d> {
    named: HashMap<Cow<'d, str>, Bearers>,
    /// Where aliases stand that another item has; they have been reported.
    refused: HashSet<Span>,
    /// The files of items whose mistakes have been reported.
    broken: HashSet<FileId>,
    /// The files whose names show the same letters as another's.
    twins: HashSet<FileId>,
    /// Names with capitals by what they are in small letters; none where two are the same. Made when the
    /// first name is not found.
    folded: OnceLock<HashMap<String, Option<String>>>,
    /// What was asked for and is no name.
    pub(super) slips: Slips,
    /// Every name in order, with whose it is: made when the first name is not found.
    sorted: OnceLock<Vec<(String, Vec<Kind>)>>,
    /// The names of what is held back, where that is not known as well.
    unpublished: Option<&'d Unpublished>,
    /// What could not be read.
    lost: Lost,
}

/// All that have one name; nearly always one.
#[derive(Debug)]
struct Bearers {
    first: Named,
    others: Vec<Named>,
    /// The territory that is called so too, once somebody has asked.
    territory: OnceLock<Option<atlas::Code>>,
    /// The kinds of those that somebody has asked for and got, a bit for each.
    asked: AtomicU8,
}

impl Bearers {
    fn new(first: Named) -> Self {
        let (others, territory) = (Vec::new(), OnceLock::new());
        Bearers { first, others, territory, asked: AtomicU8::new(0) }
    }

    /// One of them, for somebody who asks.
    fn get(&self, one: &Named) -> Result<Item, Miss> {
        let bit = 1 << one.kind as u8;
        // Nearly everything is asked for again, and to write slows down all who read.
        if self.asked.load(Ordering::Relaxed) & bit == 0 {
            self.asked.fetch_or(bit, Ordering::Relaxed);
        }
        one.item.ok_or(Miss::Known)
    }

    fn all(&self) -> impl Iterator<Item = &Named> + Clone {
        once(&self.first).chain(&self.others)
    }
}

/// Why a name means nothing.
pub(super) enum Miss {
    /// It has been reported already.
    Known,
    /// Nothing has this name.
    Unknown,
    /// It is of another kind than the place takes.
    WrongKind(Vec<Named>),
    /// More than one item has it.
    Ambiguous(Vec<Named>),
    /// What has it is held back.
    Unpublished(Kind, HeldBy),
}

impl<'d> Names<'d> {
    /// No names yet, beside those of what is held back. The names of the files `twins` show the same letters as
    /// another's. What is asked for and is none is noted among `slips`, but for what may be `lost`.
    pub(super) fn new(
        unpublished: Option<&'d Unpublished>,
        twins: HashSet<FileId>,
        slips: Slips,
        lost: Lost,
    ) -> Self {
        Names { unpublished, twins, slips, lost, ..Names::default() }
    }

    /// Makes room for so many names.
    pub(super) fn reserve(&mut self, count: usize) {
        self.named.reserve(count);
    }

    /// Adds a name; reports an id that its kind has already, and an alias that is taken.
    pub(super) fn add(
        &mut self,
        name: impl Into<Cow<'d, str>>,
        new: Named,
        diags: &mut Diagnostics,
    ) {
        (self.sorted, self.folded) = (OnceLock::new(), OnceLock::new());
        if new.item.is_none() {
            self.broken.insert(new.place.file);
        }
        let mut name = name.into();
        if let Cow::Owned(composed) = composed(&name) {
            name = composed.into();
        }
        let mut entry = match self.named.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(Bearers::new(new));
                return;
            }
            Entry::Occupied(entry) => entry,
        };
        let taken = entry.get().all().copied().find(|old| {
            old.kind == new.kind && old.by != By::Title && new.by != By::Title
        });
        match taken {
            Some(old) if old.item.is_some() && old.item == new.item => {}
            Some(old)
                if [old, new].iter().all(|one| self.twins.contains(&one.place.file)) =>
            {
                diags.push(twins(entry.key(), old, new));
            }
            Some(old) => {
                diags.push(duplicate(entry.key(), old, new));
                if new.by == By::Alias {
                    self.refused.insert(new.place);
                }
            }
            None => entry.get_mut().others.push(new),
        }
    }

    /// Whether something may be called so where nothing could be made of what is written.
    pub(super) fn may_be_lost(&self, name: &str) -> bool {
        self.lost.may_hold(name, None)
    }

    /// Whether a file holds an item whose mistakes have been reported.
    pub(super) fn is_broken(&self, file: FileId) -> bool {
        self.broken.contains(&file)
    }

    /// Whether the alias that stands there has been reported as another item's name.
    pub(super) fn is_refused(&self, place: Span) -> bool {
        self.refused.contains(&place)
    }

    /// The item that `text` means, of kind `only` if one is given: an id, `kind:id`, an alias, a
    /// title, or a country's code or name.
    pub(super) fn find(&self, text: &str, only: Option<Kind>) -> Result<Item, Miss> {
        let (given, name) = Kind::before_name(text);
        let kind = given.filter(|kind| only.is_none_or(|o| o == *kind)).or(only);
        let (all, territory) = self.called(name);
        // Nearly every name is one thing's.
        if let (Some(bearers), None) = (all, territory)
            && bearers.others.is_empty()
            && kind.is_none_or(|kind| kind == bearers.first.kind)
        {
            return bearers.get(&bearers.first);
        }
        let found = all.into_iter().flat_map(Bearers::all).copied().chain(territory);
        let fitting =
            found.clone().filter(|one| kind.is_none_or(|kind| kind == one.kind));
        let strongest = fitting.clone().map(|one| one.by).min();
        let mut fitting = fitting.filter(|one| Some(one.by) == strongest);
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => match all {
                Some(bearers) => bearers.get(&one),
                None => one.item.ok_or(Miss::Known),
            },
            (None, _) => Err(self.unpublished(name, kind).unwrap_or_else(|| {
                // A short key may be a country's code by chance: that is no slip of kind.
                match found.clone().all(|one| one.kind == Kind::Country) {
                    true => Miss::Unknown,
                    false => Miss::WrongKind(found.collect()),
                }
            })),
            (Some(one), Some(other)) => {
                Err(Miss::Ambiguous([one, other].into_iter().chain(fitting).collect()))
            }
        }
    }

    /// What is held back and has this name.
    fn unpublished(&self, name: &str, kind: Option<Kind>) -> Option<Miss> {
        let (kind, by) = self.unpublished?.called(name, kind)?;
        Some(Miss::Unpublished(*kind, by.clone()))
    }

    /// What has this name, and the territory that has it too.
    fn called(&self, name: &str) -> (Option<&Bearers>, Option<Named>) {
        let name = &*composed(name);
        let exact = self.named.get(name);
        let code = match exact {
            Some(all) => *all.territory.get_or_init(|| atlas::find(name)),
            None => atlas::find(name),
        };
        let all = exact.or_else(|| self.in_other_case(name));
        let none = Span::start_of(FileId(0));
        let territory = code.map(|code| Named {
            kind: Kind::Country,
            item: Some(Item::Country(code.into())),
            place: all.map_or(none, |all| all.first.place),
            by: By::Id,
        });
        (all, territory)
    }

    /// What has a name that differs from this one in the case of letters only; none where two have
    /// names that do.
    fn in_other_case(&self, name: &str) -> Option<&Bearers> {
        let wanted = folded(name);
        if let Some(all) = self.named.get(&*wanted) {
            return Some(all);
        }
        let folded = self.folded.get_or_init(|| self.fold());
        folded.get(&*wanted)?.as_ref().and_then(|name| self.named.get(name.as_str()))
    }

    fn fold(&self) -> HashMap<String, Option<String>> {
        let mut all: HashMap<String, Option<String>> = HashMap::default();
        #[expect(clippy::iter_over_hash_type, reason = "it makes no difference to a map")]
        for name in self.named.keys() {
            let Cow::Owned(small) = folded(name) else { continue };
            let same = all.entry(small).and_modify(|same| *same = None);
            same.or_insert_with(|| Some(name.to_string()));
        }
        all
    }

    /// The item that a field's reference means; what is wrong with it is reported.
    pub(super) fn field(
        &self,
        reference: &Reference,
        only: Kind,
        diags: &mut Diagnostics,
    ) -> Option<Item> {
        self.written(&reference.value, reference.span, only, diags)
    }

    /// As [`Names::field`], of a name that is written at `span`.
    pub(super) fn written(
        &self,
        name: &str,
        span: Span,
        only: Kind,
        diags: &mut Diagnostics,
    ) -> Option<Item> {
        match self.find(name, Some(only)) {
            Ok(item) => Some(item),
            Err(miss) => {
                self.report(name, span, Some(only), miss, diags);
                None
            }
        }
    }

    /// As [`Names::written`], in a list of what belongs together: what is held back will be there when it is
    /// published, and lacks until then.
    pub(super) fn listed(
        &self,
        name: &str,
        span: Span,
        only: Kind,
        diags: &mut Diagnostics,
    ) -> Option<Item> {
        match self.find(name, Some(only)) {
            Ok(item) => Some(item),
            Err(Miss::Unpublished(..)) => None,
            Err(miss) => {
                self.report(name, span, Some(only), miss, diags);
                None
            }
        }
    }

    /// Every name, with those who have it.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &Named)> {
        let all = self.named.iter();
        all.flat_map(|(name, all)| all.all().map(move |one| (name.as_ref(), one)))
    }

    /// The items that somebody has asked for.
    pub(super) fn asked(&self) -> HashSet<Item> {
        let mut asked = HashSet::default();
        #[expect(clippy::iter_over_hash_type, reason = "a set has no order")]
        for bearers in self.named.values() {
            let kinds = bearers.asked.load(Ordering::Relaxed);
            let got = bearers.all().filter(|one| kinds & (1 << one.kind as u8) != 0);
            asked.extend(got.filter_map(|one| one.item));
        }
        asked
    }

    /// Reports a name that means nothing, or not one thing.
    pub(super) fn report(
        &self,
        text: &str,
        span: Span,
        only: Option<Kind>,
        miss: Miss,
        diags: &mut Diagnostics,
    ) {
        let (given, name) = Kind::before_name(text);
        let (only, text) = (given.or(only), name);
        let wanted = only.map_or("page", Kind::word);
        let found = match miss {
            Miss::Known => return diags.hold_back(span),
            Miss::Unknown if only == Some(Kind::Country) => unknown_country(text, span),
            Miss::Unknown if only == Some(Kind::Location) && text.contains(',') => {
                let country = text.rsplit(',').next().unwrap_or_default().trim();
                unknown_country(country, span)
                    .note(format!("`{text}` is read as a place and its country"))
            }
            Miss::Unknown if self.lost.may_hold(text, only) => {
                return diags.hold_back(span);
            }
            Miss::Unknown => {
                let code = if only == Some(Kind::Source) {
                    codes::UNKNOWN_SOURCE
                } else {
                    codes::UNKNOWN_REFERENCE
                };
                self.slips.note(Slip {
                    place: span,
                    code,
                    written: text.to_owned(),
                    among: Among::Names(only),
                });
                let message = format!("no {wanted} is called `{text}`");
                Diagnostic::new(code, span, message).help(how_to_define(text, only))
            }
            Miss::WrongKind(others) => {
                let kinds: Vec<&str> = others.iter().map(|one| one.kind.word()).collect();
                let message =
                    format!("`{text}` is no {wanted}, but a {}", kinds.join(" and a "));
                let found = Diagnostic::new(codes::WRONG_KIND, span, message)
                    .label(format!("this has to be of the kind `{wanted}`"));
                match (given, kinds.as_slice()) {
                    (Some(_), [kind]) => found.help(format!("write `{kind}:{text}`")),
                    _ => found,
                }
            }
            Miss::Ambiguous(all) => ambiguous(text, span, &all),
            Miss::Unpublished(kind, by) => unpublished(kind.word(), text, &by, span),
        };
        diags.push(found);
    }

    /// The names to choose from in "did you mean", in order.
    pub(super) fn known<'n>(
        &'n self,
        only: Option<Kind>,
    ) -> impl Iterator<Item = &'n str> {
        let fits = move |kinds: &[Kind]| only.is_none_or(|kind| kinds.contains(&kind));
        let sorted = self.sorted.get_or_init(|| self.sort());
        let known = sorted.iter().filter(move |(_, kinds)| fits(kinds));
        let territories = only.is_none().then(atlas::names).into_iter().flatten();
        known
            .map(|(name, _)| name.as_str())
            .chain(territories.map(|name| -> &'n str { name }))
    }

    fn sort(&self) -> Vec<(String, Vec<Kind>)> {
        let mut names = Vec::with_capacity(self.named.len());
        #[expect(clippy::iter_over_hash_type, reason = "sorted before it is used")]
        for (name, all) in &self.named {
            names.push((name.to_string(), all.all().map(|one| one.kind).collect()));
        }
        names.sort_unstable();
        names
    }
}

fn duplicate(name: &str, old: Named, new: Named) -> Diagnostic {
    let kind = new.kind.word();
    let help = match new.kind {
        Kind::Article | Kind::Page => "rename one of the files".to_owned(),
        _ => {
            format!("give one of the two another id; `{name}` alone refers to the first")
        }
    };
    if new.by == By::Alias || old.by == By::Alias {
        let message = format!("the alias `{name}` is the name of another {kind}");
        return Diagnostic::new(codes::ALIAS_TAKEN, new.place, message)
            .also(old.place, "it is this one's")
            .note("an alias has to lead to one place; two items that name each other lead in a circle")
            .help("take the alias away from one of the two");
    }
    Diagnostic::new(
        codes::DUPLICATE_ID,
        new.place,
        format!("the {kind} `{name}` is defined twice"),
    )
    .label("second")
    .also(old.place, "first defined here")
    .help(help)
}

/// Why two names that show the same letters can't both stay.
pub(super) const SAME_LETTERS: &str = "the letters are stored in two ways, with their accents and apart from them; many file systems and all readers take both for one";

/// Reports an item whose file's name shows the same letters as another's.
fn twins(name: &str, old: Named, new: Named) -> Diagnostic {
    let message = format!("the names of two files show the same letters: `{name}`");
    Diagnostic::new(codes::PATH_COLLISION, new.place, message)
        .also(old.place, "the other is this one")
        .note(SAME_LETTERS)
        .help("rename one of the files, or remove it")
}

fn ambiguous(text: &str, span: Span, all: &[Named]) -> Diagnostic {
    let mut found = Diagnostic::new(
        codes::AMBIGUOUS_REFERENCE,
        span,
        format!("`{text}` means more than one thing"),
    );
    for one in all {
        if one.kind != Kind::Country {
            found = found.also(one.place, format!("the {} `{text}`", one.kind.word()));
        }
    }
    let choices: Vec<String> =
        all.iter().map(|one| format!("`{}:{text}`", one.kind.word())).collect();
    if choices.windows(2).any(|pair| pair[0] == pair[1]) {
        return found.help("write the id of the one that is meant");
    }
    found.help(format!("write {}", choices.join(" or ")))
}

fn how_to_define(text: &str, only: Option<Kind>) -> String {
    match only {
        Some(Kind::Source) => {
            format!(
                "define `{text}` in `content/sources/`, or list its URL under `sources:`"
            )
        }
        Some(Kind::Location) => {
            format!(
                "define it in `content/locations/`, or write `{text}, IE` with the country's code"
            )
        }
        Some(Kind::Entity) => format!(
            "define it in `content/entities/`, or write words instead of the id `{text}`"
        ),
        Some(Kind::Claim) => format!("define `{text}` in `content/claims/`"),
        Some(Kind::Country) | None => {
            "check the spelling, or write the page it should lead to".into()
        }
        Some(kind) => format!("write `content/{}/{text}.md`", kind.folder()),
    }
}
