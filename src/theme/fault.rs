//! What the template engine complains of, as diagnostics.

use super::TemplateFiles;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::files::{FileId, Span, TextFiles};
use tera::{Error, ErrorKind, ReportError};

/// A syntax error at its place; `None` for an error of another kind.
pub(super) fn syntax(error: &Error, files: &TemplateFiles) -> Option<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            Some(at_report(codes::TEMPLATE_SYNTAX, report, files))
        }
        _ => None,
    }
}

/// An error while a page was rendered, at its place in the theme.
pub(super) fn rendering(error: &Error, files: &TemplateFiles) -> Diagnostic {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            with_variables(at_report(codes::TEMPLATE_FAILED, report, files))
                .help("`docs/theming.md` lists the variables of each page")
        }
        ErrorKind::TemplateNotFound(name) => Diagnostic::new(
            codes::MISSING_TEMPLATE,
            Place::Site,
            format!("the theme has no template `{name}`"),
        )
        .help("write it, or let the theme say `extends = \"broadsheet\"`"),
        other => Diagnostic::new(
            codes::TEMPLATE_FAILED,
            Place::Site,
            lowered(&other.to_string()),
        ),
    }
}

/// The engine lists the variables behind the message: the nearest is the one meant.
fn with_variables(mut found: Diagnostic) -> Diagnostic {
    let message = found.message.clone();
    let Some((problem, known)) = message.split_once(". Available variables: ") else {
        return found;
    };
    problem.clone_into(&mut found.message);
    let name = problem.split('`').nth(1).unwrap_or_default();
    found
        .note(format!("the variables here are {known}"))
        .did_you_mean(name, known.split(", "))
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
            diags.push(
                Diagnostic::new(code, top_of(current, files), message)
                    .did_you_mean(parent, files.keys().map(String::as_str)),
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
    let found = Diagnostic::new(codes::UNKNOWN_IN_TEMPLATE, span, lowered(message));
    Some(found)
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
