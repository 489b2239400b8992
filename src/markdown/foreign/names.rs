//! The names that alerts, tags and shortcodes go by.

use crate::markdown::Alert;

/// The kinds of callouts of Obsidian, and of admonitions of MkDocs, Docusaurus, VitePress and MyST, with
/// that of ours which says the same to a reader.
const LOOKS: [(&str, Alert); 38] = [
    ("abstract", Alert::Neutral),
    ("attention", Alert::Warning),
    ("bug", Alert::Caution),
    ("caution", Alert::Caution),
    ("check", Alert::Tip),
    ("cite", Alert::Neutral),
    ("danger", Alert::Caution),
    ("details", Alert::Neutral),
    ("done", Alert::Tip),
    ("error", Alert::Caution),
    ("example", Alert::Neutral),
    ("fail", Alert::Caution),
    ("failure", Alert::Caution),
    ("faq", Alert::Neutral),
    ("help", Alert::Neutral),
    ("hint", Alert::Tip),
    ("important", Alert::Important),
    ("info", Alert::Note),
    ("information", Alert::Note),
    ("missing", Alert::Caution),
    ("note", Alert::Note),
    ("notice", Alert::Note),
    ("admonition", Alert::Note),
    ("question", Alert::Neutral),
    ("quote", Alert::Neutral),
    ("secondary", Alert::Neutral),
    ("seealso", Alert::Neutral),
    ("success", Alert::Tip),
    ("summary", Alert::Neutral),
    ("tip", Alert::Tip),
    ("tldr", Alert::Neutral),
    ("todo", Alert::Neutral),
    ("warn", Alert::Warning),
    ("warning", Alert::Warning),
    ("alert", Alert::Warning),
    ("critical", Alert::Caution),
    ("important-note", Alert::Important),
    ("callout", Alert::Neutral),
];

/// How an alert called `name` looks, in any case of letters; none where nobody knows it.
pub(in crate::markdown) fn look(name: &str) -> Option<Alert> {
    let known = LOOKS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    known.map(|(_, alert)| *alert)
}

/// Whether somebody knows an alert that is called `name`.
pub fn is_alert(name: &str) -> bool {
    look(name).is_some()
}

/// Whether what a pair of tags or shortcodes of this name holds is a note to oneself.
pub(super) fn is_note(name: &str) -> bool {
    ["comment", "comments", "blockcomment"].contains(&name)
}

/// Whether the name of a pair says that readers are not to see what it holds.
pub(super) fn is_withheld(name: &str) -> bool {
    const NAMES: [&str; 10] = [
        "draft",
        "embargo",
        "hidden",
        "hide",
        "ignore",
        "internal",
        "private",
        "secret",
        "todo",
        "unpublished",
    ];
    NAMES.contains(&name)
}

/// Whether `name` is an element of HTML, which no component may be called.
pub fn is_element(name: &str) -> bool {
    const NAMES: &str = " a abbr acronym address applet area article aside audio b base bdi bdo \
        big blockquote body br button canvas caption center cite code col colgroup data datalist dd del \
        details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame \
        frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li \
        link main map mark marquee menu meta meter nav nobr noframes noscript object ol optgroup option \
        output p param picture pre progress q rp rt ruby s samp script search section select slot small \
        source span strike strong style sub summary sup svg table tbody td template textarea tfoot th \
        thead time title tr track tt u ul var video wbr xmp ";
    let name = format!(" {} ", name.to_ascii_lowercase());
    NAMES.contains(&name)
}
