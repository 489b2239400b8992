//! Containers of other generators written as ours: what somebody needs who rewrites a text for good.

use super::finding::{Edit, What};
use super::scan::scan;
use std::ops::Range;

/// How the containers of a text are written here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Containers {
    /// What is to stand in the place of some bytes; in order, and none in another.
    pub changes: Vec<(Range<usize>, String)>,
    /// What means nothing here and goes: where it stands, and what it is.
    pub lost: Vec<(Range<usize>, &'static str)>,
}

/// Admonitions, containers, tabs and modules of MDX in a text. What may stand within a line is none of them, and stays.
pub fn containers(text: &str) -> Containers {
    let (edits, findings) = scan(text, 0..text.len());
    let lost = findings.iter().filter_map(|one| Some((one.at.clone(), lost(&one.what)?)));
    let tabs: Vec<usize> = findings
        .iter()
        .filter(|one| one.what == What::Tab)
        .map(|one| one.at.start)
        .collect();
    let mut changes = Vec::new();
    let mut in_tab = false;
    for edit in edits.iter().filter(|edit| is_of_container(edit, text)) {
        let mut put = edit.put.to_string();
        if tabs.binary_search(&edit.out.start).is_ok() && put.ends_with("**") {
            put = format!("{}#### ", &put[..put.len() - 2]);
            in_tab = true;
        } else if in_tab && let Some(rest) = put.strip_prefix("**") {
            put = rest.to_owned();
            in_tab = false;
        }
        changes.push((edit.out.clone(), put));
    }
    Containers { changes, lost: lost.collect() }
}

/// What stands within a line begins with one of these.
const WITHIN: [char; 5] = ['{', '<', '%', '[', '!'];

fn is_of_container(edit: &Edit, text: &str) -> bool {
    if edit.out.is_empty() {
        return edit.put != "\\";
    }
    let out = &text[edit.out.clone()];
    let is_admonition = out.starts_with("!!!");
    is_admonition
        || !edit.put.is_empty()
        || !(out.starts_with(WITHIN) || out.starts_with("]("))
}

fn lost(what: &What) -> Option<&'static str> {
    Some(match what {
        What::Module => "a line of a program",
        What::Container(_) => "a container whose words stand alone now",
        What::OpenContainer(_) => "a container that never ends",
        What::StrayEnd => "the end of a container that doesn't begin",
        What::Include => "another file that was included here",
        What::Break => "a line that parts blocks",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for (range, put) in containers(text).changes {
            out.push_str(&text[from..range.start]);
            out.push_str(&put);
            from = range.end;
        }
        out + &text[from..]
    }

    #[test]
    fn admonitions_become_alerts_and_tabs_headings() {
        assert_eq!(
            rewritten("!!! note \"Mind\"\n    A {{ x }}.\n\nB\n"),
            "> [!note] Mind\n> A {{ x }}.\n\nB\n"
        );
        assert_eq!(
            rewritten(":::tip\nA\n:::\n\nB <C/>\n"),
            "> [!tip] \n> A\n> \n\nB <C/>\n"
        );
        assert_eq!(rewritten("=== \"One\"\n    A\n"), "#### One\n\nA\n");
    }

    #[test]
    fn what_goes_is_told() {
        let found = containers("import A from 'a'\n\n:::zoo\nA\n:::\n");
        let lost: Vec<_> = found.lost.iter().map(|(_, what)| *what).collect();
        assert_eq!(
            lost,
            ["a line of a program", "a container whose words stand alone now"]
        );
    }
}
