//! What names that mean nothing were meant to be: "did you mean", once all that is unknown is known.

use crate::content::Kind;
use crate::diag::{Code, Diagnostic, Diagnostics, Fix, Place};
use crate::files::{FileId, Span};
use foldhash::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// For so many of the unknown names of a site, a near one is looked for. Each is compared with
/// all names that there are, and who has more to mend looks again after the first.
const MOST: usize = 50;

/// A name that means nothing.
#[derive(Debug)]
pub(super) struct Slip {
    /// Where it is written.
    pub(super) place: Span,
    /// What was written.
    pub(super) written: String,
    /// What it may have been meant to be.
    pub(super) among: Among,
    /// The code of what was reported there.
    pub(super) code: Code,
}

/// What a name may have been meant to be. What is near says what to write instead of another
/// help, or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Among {
    /// A name, of this kind if one is given: instead.
    Names(Option<Kind>),
    /// A heading of the text in a file: instead.
    Headings(FileId),
    /// A block of the text in a file: instead.
    Blocks(FileId),
    /// A file of the content: before.
    Files,
    /// A file beside the texts: before.
    Media,
}

/// All slips so far; texts are read side by side, so in no order.
#[derive(Debug, Clone, Default)]
pub(super) struct Slips(Arc<Mutex<Vec<Slip>>>);

impl Slips {
    /// Takes one in.
    pub(super) fn note(&self, slip: Slip) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(slip);
    }

    /// The help for the first slips of a site. `near` is asked once for each name.
    pub(super) fn guess<'n>(
        &self,
        near: impl Fn(&str, Among) -> Option<&'n str>,
    ) -> Guesses {
        let mut slips = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        slips.sort_by_key(|slip| slip.place);
        let mut asked: HashMap<(&str, Among), Option<&'n str>> = HashMap::default();
        let mut guesses = Guesses::default();
        for slip in slips.iter() {
            let name = (slip.written.as_str(), slip.among);
            if asked.len() == MOST && !asked.contains_key(&name) {
                continue;
            }
            let found = *asked.entry(name).or_insert_with(|| near(name.0, name.1));
            if let Some(found) = found {
                let (written, meant) = (slip.written.clone(), found.to_owned());
                let guess = Guess { among: slip.among, written, meant };
                guesses.0.insert((slip.place, slip.code.id()), guess);
            }
        }
        guesses
    }
}

/// What to say instead of, or before, what was said at a place.
#[derive(Debug, Default)]
pub(super) struct Guesses(HashMap<(Span, &'static str), Guess>);

#[derive(Debug)]
struct Guess {
    among: Among,
    written: String,
    meant: String,
}

impl Guesses {
    /// Adds each to what was reported.
    pub(super) fn tell(&self, diags: &mut Diagnostics) {
        if self.0.is_empty() {
            return;
        }
        diags.amend(|found| {
            let Place::Text(span) = found.place else { return };
            if let Some(guess) = self.0.get(&(span, found.code.id())) {
                put(guess, found);
            }
        });
    }
}

fn put(guess: &Guess, found: &mut Diagnostic) {
    let Guess { among, written, meant } = guess;
    let help = format!("did you mean `{meant}`?");
    match among {
        Among::Names(_) | Among::Headings(_) | Among::Blocks(_) => {
            found.help = vec![help];
        }
        Among::Files | Among::Media => found.help.insert(0, help),
    }
    found.fix = Some(Fix::Word { written: written.clone(), meant: meant.clone() });
}
