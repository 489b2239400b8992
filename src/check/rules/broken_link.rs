//! `broken-link`: a link to a list leads to a page that there is.
//!
//! # What it does
//! A Markdown link leads to a list, a further page of one, a year, a tag, an author or a feed that the site does not
//! have. A link to anything else is looked up when texts are read.
//!
//! # Why
//! The link would lead nowhere.
//!
//! # Example
//! ```markdown
//! [Earlier articles](/articles/page-9.html)
//! ```
//!
//! # Use instead
//! Link to the first page of the list: it is there however long the list is.

use crate::check::{Findings, Rule, Sought, Subject, When};
use crate::diag::{Diagnostic, codes};
use crate::files::OutPath;
use crate::model::Link;
use crate::output;
use crate::routes::OwnPage;
use foldhash::HashSet;
use std::cell::LazyCell;

pub(super) const RULE: Rule = Rule {
    code: codes::BROKEN_LINK,
    when: When::Always,
    seeks: Sought::Contradiction,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let all = LazyCell::new(|| {
        let mut all = output::addresses(subject.publication);
        all.extend(subject.texts.statics().iter().map(|file| file.address.clone()));
        all
    });
    for item in subject.site.items().filter(|item| subject.edition().is_shown(*item)) {
        let Some(prose) = subject.site.prose(item) else { continue };
        for (nth, link) in prose.links.iter().enumerate() {
            let Link::Path(list) = link else { continue };
            if is_missing(&list.0, &all) {
                let message = format!("the link to `{}` leads nowhere", list.0);
                findings.push(
                    Diagnostic::new(codes::BROKEN_LINK, prose.span(nth), message)
                        .note("the site has no such page")
                        .help("link to the first page of the list, or to what is on it"),
                );
            }
        }
    }
}

/// Whether the site has no page at a path; of most there is no need to look.
fn is_missing(
    path: &OutPath,
    all: &LazyCell<HashSet<OutPath>, impl FnOnce() -> HashSet<OutPath>>,
) -> bool {
    OwnPage::at(path.as_str()).is_none() && !all.contains(path)
}
