//! The scripts: what the scripts of a theme's components become.
//!
//! All are one file, which pages load when they are read to their end; those whose name ends in `.early.js` another,
//! which pages wait for: it is for what would be seen to change. Each script is a function of its own, so that
//! no two have to agree on names. The words that scripts show are phrases, and stand at the head of the file.

use super::shorten::shortened;
use crate::files::TextFiles;
use crate::theme::{Theme, said_in, scripts};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// How the name of a script ends that pages wait for.
const EARLY: &str = ".early.js";

/// What fills a phrase: the same that `phrases` does for pages.
const SAY: &str = include_str!("say.js");

/// The scripts of a theme.
#[derive(Debug, Default)]
pub(super) struct Scripts {
    /// What pages wait for; empty where there is nothing.
    pub(super) early: String,
    /// What they don't wait for; empty where there is nothing.
    pub(super) late: String,
}

/// Joins the scripts of a theme's components.
pub(super) fn bundle(texts: &TextFiles, theme: &Theme) -> Scripts {
    let (mut early, mut late) = (String::new(), String::new());
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for (path, (_, text)) in scripts(texts, theme.names()) {
        let to = if path.ends_with(EARLY) { &mut early } else { &mut late };
        if !path.ends_with(EARLY) {
            said.extend(said_in(text));
        }
        to.push_str("(()=>{");
        to.push_str(&shortened(text));
        to.push_str("\n})();");
    }
    if !late.is_empty() {
        late = format!("\"use strict\";{{{}{late}}}", words(theme, &said));
    }
    Scripts { early, late }
}

/// The phrases that scripts say, and what fills them.
fn words(theme: &Theme, said: &BTreeSet<&str>) -> String {
    let phrase = |name: &&str| Some(((*name).to_owned(), theme.scripted(name)?));
    let all: Map<String, Value> = said.iter().filter_map(phrase).collect();
    if all.is_empty() {
        return String::new();
    }
    let (all, lang) = (Value::Object(all), Value::from(theme.lang()));
    let group = theme.scripted("digit-group").unwrap_or_default();
    format!("const phrases={all},lang={lang},group={group};{}", shortened(SAY))
}
