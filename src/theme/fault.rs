//! What the template engine complains of, as diagnostics.

use super::reading::names;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::files::{FileId, Span, TextFiles};
use std::collections::{BTreeMap, BTreeSet};
use tera::{Error, ErrorKind, ReportError};

/// Where each template comes from, by the name the engine knows it by.
pub(super) type TemplateFiles = BTreeMap<String, FileId>;

/// A syntax error at its place; `None` for an error of another kind.
pub(super) fn syntax(error: &Error, files: &TemplateFiles) -> Option<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            Some(at_report(codes::TEMPLATE_SYNTAX, report, files))
        }
        _ => None,
    }
}

/// An error while a page was rendered, at its place in the theme. `inner` is that of the component that `kept`
/// was to show, if it was there: it says more, and may not know where.
pub(super) fn rendering(
    error: &Error,
    inner: Option<&Error>,
    files: &TemplateFiles,
) -> Diagnostic {
    let outer = rendering_one(error, files);
    let Some(inner) = inner.map(|inner| rendering_one(inner, files)) else {
        return outer;
    };
    match inner.place {
        Place::Site => Diagnostic { place: outer.place, ..inner },
        Place::Text(_) | Place::Path(..) => inner,
    }
}

fn rendering_one(error: &Error, files: &TemplateFiles) -> Diagnostic {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            let found = at_report(codes::TEMPLATE_FAILED, report, files);
            with_parameters(with_known(found))
                .help("`docs/theming.md` lists the variables of each page")
        }
        ErrorKind::TemplateNotFound(name) => Diagnostic::new(
            codes::MISSING_TEMPLATE,
            Place::Site,
            format!("the theme has no template `{name}`"),
        )
        .help("write it, or let the theme say `extends = \"broadsheet\"`"),
        other => with_parameters(Diagnostic::new(
            codes::TEMPLATE_FAILED,
            Place::Site,
            lowered(&other.to_string()).replace('\'', "`"),
        )),
    }
}

/// The engine lists the variables, or the fields, behind the message: the nearest is the one meant.
fn with_known(mut found: Diagnostic) -> Diagnostic {
    let message = found.message.clone();
    let listed = ["variables", "fields"].into_iter().find_map(|kind| {
        let (problem, known) = message.split_once(&format!(". Available {kind}: "))?;
        Some((kind, problem, known))
    });
    let Some((kind, problem, known)) = listed else { return found };
    problem.clone_into(&mut found.message);
    let name = problem.split('`').nth(1).unwrap_or_default();
    found
        .note(format!("the {kind} here are {known}"))
        .did_you_mean(name, known.split(", "))
}

/// The engine names the arguments that a component has no parameter for in any order.
fn with_parameters(mut found: Diagnostic) -> Diagnostic {
    let listed = || {
        let rest = found.message.strip_prefix("unknown argument(s) ")?;
        rest.split_once(" in component call")
    };
    let Some((unknown, behind)) = listed() else { return found };
    let sorted = |list: &str| {
        let mut list: Vec<&str> = list.split(", ").collect();
        list.sort_unstable();
        list.join(", ")
    };
    let known = behind.strip_prefix(". Possible argument(s) are: ").map(sorted);
    found.message = format!("the component has no parameter {}", sorted(unknown));
    match known {
        Some(known) => found.note(format!("it has {known}")),
        None => found.note("it has none"),
    }
}

/// Reports what keeps the templates from being joined: names that nothing has.
pub(super) fn loading(
    error: &Error,
    files: &TemplateFiles,
    texts: &TextFiles,
    diags: &mut Diagnostics,
) {
    let code = codes::UNKNOWN_IN_TEMPLATE;
    match error.kind() {
        ErrorKind::Msg(reports) => {
            let mut any = false;
            for report in reports.split("error: ").filter(|report| !report.is_empty()) {
                if let Some(found) = in_words(report, files, texts) {
                    diags.push(found);
                    any = true;
                }
            }
            if !any {
                diags.push(Diagnostic::new(code, Place::Site, lowered(reports)));
            }
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("there is no template `{parent}` to extend");
            let known: Vec<String> =
                files.keys().filter_map(|name| short(name)).collect();
            let known = files.keys().chain(&known).map(String::as_str);
            diags.push(
                Diagnostic::new(code, top_of(current, files), message)
                    .did_you_mean(parent, known),
            );
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            let message = format!("the template `{tpl}` leads back to itself");
            diags.push(
                Diagnostic::new(code, top_of(tpl, files), message)
                    .note(format!("by way of: {}", chain.join(", "))),
            );
        }
        other => {
            diags.push(Diagnostic::new(code, Place::Site, lowered(&other.to_string())));
        }
    }
}

fn at_report(code: Code, report: &ReportError, files: &TemplateFiles) -> Diagnostic {
    let place = match files.get(report.filename()) {
        Some(file) => {
            let range = &report.span().range;
            Place::Text(Span::new(*file, range.start, range.end))
        }
        None => Place::Site,
    };
    Diagnostic::new(code, place, lowered(report.message()))
}

/// Reads one report of the engine's: a line of words, then `--> name:line:column`, then the
/// line of source, underlined. It has them in no other form.
fn in_words(
    report: &str,
    files: &TemplateFiles,
    texts: &TextFiles,
) -> Option<Diagnostic> {
    let (message, rest) = report.split_once('\n')?;
    let (at, rest) = rest.trim_start().strip_prefix("--> ")?.split_once('\n')?;
    let mut parts = at.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let file = *files.get(parts.next()?)?;
    let width = rest.chars().filter(|c| *c == '^').count();
    let span = underlined(file, &texts.get(file).text, line, column, width);
    let message = lowered(message);
    let known: Vec<String> = match message.split_once(" `") {
        Some(("unknown component", _)) => components(files, texts),
        Some(("unknown template", _)) => {
            files.keys().filter_map(|name| short(name)).collect()
        }
        _ => Vec::new(),
    };
    let name = message.split('`').nth(1).unwrap_or_default().to_owned();
    let found = Diagnostic::new(codes::UNKNOWN_IN_TEMPLATE, span, message);
    Some(found.did_you_mean(&name, known.iter().map(String::as_str)))
}

/// Reports what `kept` is to show and is no component, and says whether there was any: the engine would tell only
/// where a page has something for it to show.
pub(super) fn unknown_kept(
    files: &TemplateFiles,
    texts: &TextFiles,
    diags: &mut Diagnostics,
) -> bool {
    let all = files.values().map(|file| (*file, &texts.get(*file).text));
    let all = all.filter_map(|(file, text)| Some((file, text, names(text)?)));
    let all: Vec<_> = all.collect();
    let known: BTreeSet<&str> = all
        .iter()
        .flat_map(|(.., names)| &names.components)
        .map(String::as_str)
        .collect();
    // A template that isn't understood may have any.
    if all.len() < files.len() {
        return false;
    }
    let mut any = false;
    for (file, text, names) in &all {
        for name in names.kept.iter().filter(|name| !known.contains(**name)) {
            let quoted = ['"', '\'', '`'].map(|quote| format!("{quote}{name}{quote}"));
            let at = quoted.iter().find_map(|quoted| text.find(quoted.as_str()));
            let span = at.map_or(Span::start_of(*file), |at| {
                Span::new(*file, at + 1, at + 1 + name.len())
            });
            let message = format!("unknown component `{name}`");
            diags.push(
                Diagnostic::new(codes::UNKNOWN_IN_TEMPLATE, span, message)
                    .did_you_mean(name, known.iter().copied()),
            );
            any = true;
        }
    }
    any
}

/// The components that the templates have.
fn components(files: &TemplateFiles, texts: &TextFiles) -> Vec<String> {
    let all = files.values().filter_map(|file| names(&texts.get(*file).text));
    all.flat_map(|names| names.components).collect()
}

/// The name of a template without its theme's.
fn short(name: &str) -> Option<String> {
    name.split_once('/').map(|(_, short)| short.to_owned())
}

/// The bytes of `width` characters from a line and a column, both counted from 1.
fn underlined(
    file: FileId,
    text: &str,
    line: usize,
    column: usize,
    width: usize,
) -> Span {
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    let byte = |n: usize| rest.char_indices().nth(n).map_or(rest.len(), |(at, _)| at);
    Span::new(file, before + byte(column - 1), before + byte(column - 1 + width))
}

fn top_of(name: &str, files: &TemplateFiles) -> Place {
    files.get(name).map_or(Place::Site, |file| Place::Text(Span::start_of(*file)))
}

/// A message of the engine's in the words of ours: one line, lower case, no full stop.
fn lowered(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let mut letters = line.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
