//! What every item has of its front matter.

use crate::content::kinds::common::{CommonFields, TextFields};
use crate::fields::{Language, Node};
use serde::{Deserialize, Serialize};

/// What items of every kind have, the home page too.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Matter {
    /// The language of the text, where it is not the site's.
    pub lang: Option<String>,
    /// Whether a list of contents is shown, where the writer says so.
    pub toc: Option<bool>,
    /// The writer's own fields.
    pub extra: Option<Node>,
}

impl Matter {
    /// What fields say, as far as there are any.
    pub(in crate::model) fn of(
        common: Option<&CommonFields>,
        text: Option<&TextFields>,
    ) -> Self {
        Matter {
            lang: text.and_then(|text| text.lang.as_ref()).map(Language::to_string),
            toc: text.and_then(|text| text.toc),
            extra: common.and_then(|common| common.extra.clone()),
        }
    }
}
