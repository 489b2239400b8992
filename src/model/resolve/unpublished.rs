//! What is known of what is held back: its names, so that a reference to it can be told from one to nothing, and
//! its texts, so that their mistakes are told.

use crate::content::{HeldBy, HeldPlaces, Kind, Policy};
use crate::diag::{Diagnostic, codes};
use crate::files::{OutPath, Span};
use crate::letters::{composed, folded};
use crate::model::nouns::{Prose, Tombstone};
use crate::model::secret::Protected;
use foldhash::{HashMap, HashSet};

/// What is held back, as far as what is published has to know of it.
#[derive(Debug, Default)]
pub struct Unpublished {
    /// What holds it.
    pub(super) policy: Policy,
    /// Where it stands.
    pub(super) places: HeldPlaces,
    /// Whatever is called so.
    pub(super) names: HashMap<String, Vec<(Kind, HeldBy)>>,
    /// What would have its page there, with its id.
    pub(super) addresses: HashMap<OutPath, (Kind, String, HeldBy)>,
    /// Where the published records stand that something refers to, held back or not.
    pub(super) referred: HashSet<Span>,
    /// Its texts.
    pub texts: Vec<Prose>,
    /// What would tell of it.
    pub protected: Vec<Protected>,
    /// What of it was withdrawn.
    pub(super) tombstones: Vec<Tombstone>,
}

impl Unpublished {
    /// What has this name, of this kind if one is given.
    pub(super) fn called(
        &self,
        name: &str,
        kind: Option<Kind>,
    ) -> Option<&(Kind, HeldBy)> {
        if self.names.is_empty() {
            return None;
        }
        let name = &*composed(name);
        let all = self.names.get(name).or_else(|| self.names.get(&*folded(name)));
        all?.iter().find(|(own, _)| kind.is_none_or(|kind| kind == *own))
    }

    /// What would have its page at this address: its kind, its id and what holds it.
    pub(super) fn at(&self, address: &OutPath) -> Option<(Kind, &str, &HeldBy)> {
        let (kind, id, by) = self.addresses.get(address)?;
        Some((*kind, id, by))
    }
}

/// Tells that something published refers to what is held back.
pub(super) fn unpublished(kind: &str, name: &str, by: &HeldBy, span: Span) -> Diagnostic {
    let message = format!("the {kind} `{name}` is not published");
    let remedy = match by.option() {
        Some(option) => {
            format!("publish it, take the reference out, or build with `{option}`")
        }
        None => {
            "take the reference out: what was withdrawn is told by its own page alone"
                .to_owned()
        }
    };
    Diagnostic::new(codes::UNPUBLISHED_REFERENCE, span, message)
        .note(format!("it {}, so nothing that is published may refer to it", by.words()))
        .help(remedy)
}
