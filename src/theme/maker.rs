//! Making HTML from data: with moulds that are known to be right, else by the engine.

use super::fragments::FragmentCache;
use super::mould::{ComponentCall, Meeting, Mould, MouldPart, Moulds};
use super::plans::Plans;
use super::stand_in::place_root;
use super::walker::{CardSource, Filling, ShownCard, Texts, Walked, Walker};
use tera::{Error, Value};

/// What HTML is made with.
#[derive(Clone, Copy)]
pub(super) struct Maker<'m> {
    pub(super) plans: &'m Plans,
    pub(super) fragments: &'m FragmentCache,
    pub(super) cards: &'m dyn CardSource,
}

/// What HTML is made of: data, and a template for it.
pub(super) struct Task<'t, E> {
    /// What the template makes of other data.
    pub(super) moulds: &'t Moulds,
    /// The texts that a page is given beside its data.
    pub(super) texts: Texts<'t>,
    /// What is found in the data, with what stands for its shape where that is asked for; none where the plan says
    /// nothing of it.
    pub(super) walk: &'t dyn Fn(bool) -> Option<Walked>,
    /// What the engine makes of the data.
    pub(super) by_engine: &'t dyn Fn() -> Result<Vec<u8>, E>,
    /// What the engine makes of what stands for its shape, with stand-ins.
    pub(super) cast: &'t dyn Fn(&Value) -> Result<Vec<u8>, Error>,
}

impl Maker<'_> {
    /// The HTML of a task, as the engine makes it.
    pub(super) fn make<E>(self, task: &Task<'_, E>) -> Result<Vec<u8>, E> {
        let Some(walked) = (task.walk)(false) else { return (task.by_engine)() };
        if let Some(mould) = task.moulds.ready(walked.shape) {
            let made = self.fill(mould, &walked, task.texts);
            // Where a card in it has no mould yet, that is made of the card's value.
            let made = made.or_else(|| self.fill(mould, &(task.walk)(true)?, task.texts));
            if let Some(made) = made {
                debug_assert!(
                    (task.by_engine)().is_ok_and(|by_engine| by_engine == made),
                    "a mould makes what the engine makes"
                );
                return Ok(made);
            }
        }
        let made = (task.by_engine)()?;
        if let Meeting::Second(place) = task.moulds.meet(walked.shape) {
            // Another thread may have been first, with a mould of the same shape.
            let _ = place.set(self.mould(task, &made));
        }
        Ok(made)
    }

    /// The mould of a task's shape; none where it makes of the task something else than the engine has.
    fn mould<E>(self, task: &Task<'_, E>, by_engine: &[u8]) -> Option<Mould> {
        let walked = (task.walk)(true)?;
        let cast = (task.cast)(&walked.stand_in).ok()?;
        let mould = Mould::new(&cast, |call| self.fragments.call(call));
        let made = self.fill(&mould, &walked, task.texts)?;
        debug_assert_eq!(
            String::from_utf8_lossy(&made),
            String::from_utf8_lossy(by_engine),
            "a mould makes what the engine makes"
        );
        (made == by_engine).then_some(mould)
    }

    fn fill(self, mould: &Mould, walked: &Walked, texts: Texts<'_>) -> Option<Vec<u8>> {
        let beside: usize = texts.iter().map(|(_, html)| html.len()).sum();
        let room = mould.html().len() + walked.texts.len() + beside;
        let mut made = Vec::with_capacity(room + CARD_LENGTH * walked.cards.len());
        let filler = Filler { maker: self, walked, texts };
        filler.fill(mould, &walked.fillings, &mut made)?;
        Some(made)
    }

    /// What a component makes of the card with this number, for every page.
    fn fragment(self, call: &ComponentCall, number: u64) -> Option<String> {
        let card = self.cards.card(number)?;
        let render =
            |card: &Value| self.fragments.render(call, card).map(String::into_bytes);
        let walk = |makes_stand_in| {
            let plan = self.plans.card(&call.component)?;
            let walker = Walker::new(self.plans, plan, self.cards, None, makes_stand_in);
            walker.walked(card)
        };
        let made = self.make(&Task {
            moulds: &call.moulds,
            texts: &[],
            walk: &walk,
            by_engine: &|| render(&card.value()),
            cast: &render,
        });
        String::from_utf8(made.ok()?).ok()
    }
}

/// Room for a card that a page shows.
const CARD_LENGTH: usize = 512;

/// Fills moulds with what has been found in data. What it can't fill, for want of a mould, it leaves undone.
struct Filler<'f> {
    maker: Maker<'f>,
    walked: &'f Walked,
    texts: Texts<'f>,
}

impl Filler<'_> {
    fn fill(
        &self,
        mould: &Mould,
        fillings: &[Filling],
        page: &mut Vec<u8>,
    ) -> Option<()> {
        let Walked { texts, cards, root, .. } = self.walked;
        for part in mould.parts() {
            match part {
                MouldPart::Html(range) => {
                    page.extend_from_slice(&mould.html()[range.clone()]);
                }
                MouldPart::Root => page.extend_from_slice(root.as_bytes()),
                MouldPart::Text(gap) => match fillings.get(*gap)? {
                    Filling::Text(range) => page.extend_from_slice(&texts[range.clone()]),
                    Filling::Html(range) => {
                        place_root(&texts[range.clone()], root.as_bytes(), page);
                    }
                    Filling::Given(number) => {
                        let (_, html) = self.texts.get(*number)?;
                        page.extend_from_slice(html.as_bytes());
                    }
                    Filling::Cards(_) => return None,
                },
                MouldPart::Cards(gap, call) => {
                    let Filling::Cards(range) = fillings.get(*gap)? else { return None };
                    for card in &cards[range.clone()] {
                        self.card(call, card, page)?;
                    }
                }
            }
        }
        Some(())
    }

    /// Adds what a component makes of a card.
    fn card(
        &self,
        call: &ComponentCall,
        card: &ShownCard,
        page: &mut Vec<u8>,
    ) -> Option<()> {
        match card {
            ShownCard::Open => None,
            ShownCard::Numbered(number) => {
                let place = call.fragments.place(*number)?;
                let fragment = match place.get() {
                    Some(fragment) => fragment,
                    None => {
                        // Two threads may make the same at once; they make the same.
                        let made = self.maker.fragment(call, *number)?;
                        place.get_or_init(|| made)
                    }
                };
                place_root(fragment.as_bytes(), self.walked.root.as_bytes(), page);
                Some(())
            }
            ShownCard::Walked { shape, fillings, values } => {
                let fillings = self.walked.of_cards.get(fillings.clone())?;
                if let Some(mould) = call.moulds.ready(*shape) {
                    return self.fill(mould, fillings, page);
                }
                let (card, stand_in) = values.as_deref()?;
                let from = page.len();
                let render = |card| self.maker.fragments.render(call, card).ok();
                place_root(render(card)?.as_bytes(), self.walked.root.as_bytes(), page);
                if let Meeting::Second(place) = call.moulds.meet(*shape) {
                    let mould = render(stand_in).and_then(|cast| {
                        let mould = Mould::new(cast.as_bytes(), |call| {
                            self.maker.fragments.call(call)
                        });
                        let mut made = Vec::new();
                        self.fill(&mould, fillings, &mut made)?;
                        (made == page[from..]).then_some(mould)
                    });
                    let _ = place.set(mould);
                }
                Some(())
            }
        }
    }
}
