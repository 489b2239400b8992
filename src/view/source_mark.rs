//! What readers should see of a source at once: a shape for each, with a word.

use super::Markup;
use crate::content::kinds::source::{Outlet, ReadAs, Role};
use crate::model::Source;
use crate::phrases::Phrases;
use serde::Serialize;

/// What sort of source it is, or in which form it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Primary,
    NewsAgency,
    StateMedia,
    Copy,
    Reported,
}

/// A shape that tells something of a source, and the word for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceMark {
    /// What it tells: `Primary source`, `Copy: the original was not seen`.
    pub word: String,
    /// The shape, as SVG with the word as its title.
    pub shape: Markup,
}

/// What is to be seen of a source, in the order in which it is shown.
pub(super) fn marks(source: &Source, phrases: &Phrases) -> Vec<SourceMark> {
    if source.is_confidential() {
        return Vec::new();
    }
    let role = (source.role == Some(Role::Primary)).then_some(Sort::Primary);
    let outlet = source.outlet_sort.map(|outlet| match outlet {
        Outlet::NewsAgency => Sort::NewsAgency,
        Outlet::StateMedia => Sort::StateMedia,
    });
    let seen = match source.seen {
        None | Some(ReadAs::Original) => None,
        Some(ReadAs::Copy) => Some(Sort::Copy),
        Some(ReadAs::Reported) => Some(Sort::Reported),
    };
    let sorts = [role, outlet, seen].into_iter().flatten();
    sorts.map(|sort| mark(sort, phrases)).collect()
}

fn mark(sort: Sort, phrases: &Phrases) -> SourceMark {
    let word = match sort {
        Sort::Primary => phrases.primary_source(),
        Sort::NewsAgency => phrases.news_agency(),
        Sort::StateMedia => phrases.state_media(),
        Sort::Copy => phrases.read_in_a_copy(),
        Sort::Reported => phrases.known_through_others(),
    };
    let shape = format!(
        "<svg class=\"mark\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><title>{}</title><path d=\"{}\"/></svg>",
        crate::render::Html::text(word),
        path(sort)
    );
    SourceMark { word: word.to_owned(), shape: Markup::new(&shape) }
}

/// The outline of a shape in a square of 12 units; what lies inside twice stays empty (even-odd rule), so that
/// each is told from the others in one colour.
fn path(sort: Sort) -> &'static str {
    match sort {
        // A full diamond.
        Sort::Primary => "M6 0 12 6 6 12 0 6z",
        // A ring with a point in it: a mast that sends.
        Sort::NewsAgency => {
            "M6 0a6 6 0 1 1 0 12A6 6 0 1 1 6 0zm0 2a4 4 0 1 0 0 8 4 4 0 1 0 0-8zm0 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 1 1 0-3z"
        }
        // A flag.
        Sort::StateMedia => "M1 0h1.7v1H12L9.5 4 12 7H2.7v5H1z",
        // Two sheets.
        Sort::Copy => "M0 0h8.5v2H12v10H3.5v-2H0zm1.5 1.5v7h2V2H7v-.5zM5 3.5v7h5.5v-7z",
        // An empty sheet, broken.
        Sort::Reported => {
            "M0 0h4v1.5H1.5V4H0zm8 0h4v4h-1.5V1.5H8zM0 8h1.5v2.5H4V12H0zm10.5 0H12v4H8v-1.5h2.5z"
        }
    }
}
