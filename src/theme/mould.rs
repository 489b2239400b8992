//! Moulds: what a template makes of all data of one shape, with gaps for texts and cards.
//!
//! The engine makes a mould of a shape when it is met for the second time, from data in which stand-ins
//! stand for all that the template only shows. That is compared then with what the engine makes of the data
//! itself. Where both are the same, whatever comes later in this shape is copied together from the mould and the
//! texts. Where they are not, the engine makes all of this shape: the template was not understood
//! (`reading`), which costs time, and no page is wrong.

use super::shelf::Shelf;
use super::stand_in::{self, StandIn};
use crate::keys::Key;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use tera::Value;

/// What a template makes of data of one shape.
pub(super) struct Mould {
    html: Vec<u8>,
    parts: Vec<MouldPart>,
}

/// What comes next in what is made.
pub(super) enum MouldPart {
    /// HTML of the template's own, where it stands in the mould.
    Html(Range<usize>),
    /// The way to the root.
    Root,
    /// The text in this gap.
    Text(usize),
    /// The cards in this gap, as this call shows them.
    Cards(usize, Arc<ComponentCall>),
}

impl Mould {
    /// The mould of what the engine has made with stand-ins for gaps; `call` finds a call of `kept` by its
    /// signature.
    pub(super) fn new(
        made: &[u8],
        call_of: impl Fn(Key) -> Option<Arc<ComponentCall>>,
    ) -> Self {
        let (mut html, mut parts) = (Vec::with_capacity(made.len()), Vec::new());
        stand_in::parts(made, |some, stand_in| {
            let from = html.len();
            html.extend_from_slice(some);
            match parts.last_mut() {
                Some(MouldPart::Html(range)) => range.end = html.len(),
                _ if some.is_empty() => {}
                _ => parts.push(MouldPart::Html(from..html.len())),
            }
            parts.extend(stand_in.and_then(|stand_in| match stand_in {
                StandIn::Root => Some(MouldPart::Root),
                StandIn::Text(gap) => Some(MouldPart::Text(gap)),
                StandIn::Cards { gap, call } => {
                    Some(MouldPart::Cards(gap, call_of(call)?))
                }
            }));
        });
        Mould { html, parts }
    }

    /// How to make what it is a mould of; HTML stands in [`Mould::html`].
    pub(super) fn parts(&self) -> &[MouldPart] {
        &self.parts
    }

    /// The HTML of the template's own.
    pub(super) fn html(&self) -> &[u8] {
        &self.html
    }
}

/// What one component makes of cards, with the same other arguments.
pub(super) struct ComponentCall {
    /// The component.
    pub(super) component: String,
    /// The other arguments.
    pub(super) arguments: Vec<(String, Value)>,
    /// What it makes of each card, by the card's number.
    pub(super) fragments: Shelf<String>,
    /// What it makes of cards of each shape.
    pub(super) moulds: Moulds,
}

/// The moulds of one template, by shape. Threads read and add to them without waiting for each
/// other.
#[derive(Default)]
pub(super) struct Moulds {
    buckets: [ShapeBucket; BUCKETS],
    count: AtomicUsize,
}

type ShapeBucket = OnceLock<Box<ShapeEntry>>;

struct ShapeEntry {
    shape: Key,
    /// None where the one that was made is not right.
    mould: OnceLock<Option<Mould>>,
    next: ShapeBucket,
}

/// How often a shape has been met.
pub(super) enum Meeting<'m> {
    /// Never before, or there are too many shapes to remember.
    First,
    /// Once: its mould is to be made now, and kept here.
    Second(&'m OnceLock<Option<Mould>>),
    /// Its mould has been made.
    Later,
}

const BUCKETS: usize = 32;

/// How many shapes of one template are remembered: where there are more, one that is met for the first time is
/// hardly met again.
const MOST: usize = 1024;

impl Moulds {
    /// The mould of a shape, if it has been made and is right.
    pub(super) fn ready(&self, shape: Key) -> Option<&Mould> {
        let mut bucket = self.bucket(shape);
        while let Some(entry) = bucket.get() {
            if entry.shape == shape {
                return entry.mould.get()?.as_ref();
            }
            bucket = &entry.next;
        }
        None
    }

    /// Notes that a shape has been met.
    pub(super) fn meet(&self, shape: Key) -> Meeting<'_> {
        let mut bucket = self.bucket(shape);
        loop {
            let mut is_new = false;
            if bucket.get().is_none() && self.count.load(Ordering::Relaxed) >= MOST {
                return Meeting::First;
            }
            let entry = bucket.get_or_init(|| {
                is_new = true;
                self.count.fetch_add(1, Ordering::Relaxed);
                Box::new(ShapeEntry {
                    shape,
                    mould: OnceLock::new(),
                    next: OnceLock::new(),
                })
            });
            if entry.shape != shape {
                bucket = &entry.next;
            } else if is_new {
                return Meeting::First;
            } else if entry.mould.get().is_some() {
                return Meeting::Later;
            } else {
                return Meeting::Second(&entry.mould);
            }
        }
    }

    fn bucket(&self, shape: Key) -> &ShapeBucket {
        &self.buckets[(shape.number() % BUCKETS as u64) as usize]
    }
}
