//! Every component of the compiled-in theme has examples, or is shown by one that has, and each can be shown.

use dateline::diag::{Diagnostics, Place};
use dateline::files::scan;
use dateline::phrases::Phrases;
use dateline::theme::{self, GuideComponent};
use std::collections::BTreeSet;

/// The components of `broadsheet`.
fn components() -> Vec<GuideComponent> {
    let texts = scan(&theme::built_in()).unwrap();
    let mut diags = Diagnostics::default();
    let phrases = Phrases::find("en");
    let theme = theme::load(&texts, "broadsheet", Place::Site, None, phrases, &mut diags);
    let folders = theme.unwrap().guide(&texts);
    for folder in &folders {
        let has_own = folder.components.iter().any(|one| !one.examples.is_empty());
        assert!(has_own, "components/{}/examples.toml is missing", folder.name);
    }
    folders.into_iter().flat_map(|folder| folder.components).collect()
}

#[test]
fn every_component_has_an_example_or_is_seen_in_one() {
    let components = components();
    let own = components.iter().filter(|one| !one.examples.is_empty());
    let mut seen: BTreeSet<&str> = own.map(|one| one.name.as_str()).collect();
    loop {
        let is_new = |one: &&GuideComponent| {
            !seen.contains(&*one.name)
                && one.shown_in.iter().any(|by| seen.contains(&**by))
        };
        let new: Vec<&str> =
            components.iter().filter(is_new).map(|one| one.name.as_str()).collect();
        if new.is_empty() {
            break;
        }
        seen.extend(new);
    }
    let all = components.iter().map(|one| one.name.as_str());
    let unseen: Vec<&str> = all.filter(|name| !seen.contains(name)).collect();
    assert_eq!(unseen, [""; 0], "give these an example in their folder's examples.toml");
}

#[test]
fn every_example_can_be_shown() {
    let components = components();
    let examples = components
        .iter()
        .flat_map(|component| component.examples.iter().map(move |one| (component, one)));
    let failed: Vec<String> = examples
        .filter_map(|(component, one)| {
            let why = one.html.as_ref().err()?;
            Some(format!("{}, “{}”: {why}", component.name, one.title))
        })
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn an_example_says_in_sentences_when_a_component_is_used() {
    for component in components() {
        for one in component.examples {
            let (name, when) = (&component.name, &one.when);
            assert!(when.ends_with('.') && when.len() > 12, "{name}: {when}");
            assert!(!one.title.ends_with('.'), "{name}: {}", one.title);
            assert!(one.source.starts_with(&format!("[[{name}]]")), "{}", one.source);
        }
    }
}
