//! What a bibliography may ask of its reader. The crate that reads BibTeX follows braces, abbreviations and
//! inherited fields wherever they lead: what has no end, or too far an end, is taken out before.

use super::bibtex::targets;
use crate::diag::{Code, codes};
use biblatex::{Field, Pair, RawBibliography, RawChunk};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How deep braces may nest in a field.
const DEEPEST: usize = 32;

/// How many braces and parts (`a # b`) a field may have.
const MOST_PARTS: usize = 2000;

/// How many bytes abbreviations and inherited fields may make of a file: as many as the
/// largest text has.
const LARGEST: usize = 16 << 20;

/// The names of months, which need no `@string`.
pub(super) const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A part that was taken out.
pub(super) struct Refused {
    pub(super) code: Code,
    pub(super) bytes: Range<usize>,
    pub(super) message: String,
}

/// Takes out what has no end or goes too far.
pub(super) fn bound(raw: &mut RawBibliography<'_>) -> Vec<Refused> {
    let mut refused = Vec::new();
    let lengths = bound_abbreviations(raw, &mut refused);
    let mut budget = LARGEST;
    let mut sizes = BTreeMap::new();
    for entry in &mut raw.entries {
        let mut size = 0;
        entry.v.fields.retain(|pair| {
            let problem = match length(&pair.value.v, &lengths) {
                Err(problem) => problem,
                Ok(length) => {
                    let added = length.saturating_sub(pair.value.span.len());
                    if let Some(left) = budget.checked_sub(added) {
                        (budget, size) = (left, size + length);
                        return true;
                    }
                    Problem::TooLong
                }
            };
            refused.push(problem.of(pair));
            false
        });
        sizes.insert(entry.v.key.v, size);
    }
    for entry in &mut raw.entries {
        entry.v.fields.retain(|pair| {
            let inherited = targets(pair).into_iter().flatten();
            let added = inherited.filter_map(|key| sizes.get(key)).sum();
            let left = budget.checked_sub(added);
            match left {
                Some(left) => budget = left,
                None => refused.push(Problem::TooLong.of(pair)),
            }
            left.is_some()
        });
    }
    refused
}

/// Keeps the abbreviations that are made of those before them, so that none leads back to
/// itself. Their lengths, written out.
fn bound_abbreviations<'s>(
    raw: &mut RawBibliography<'s>,
    refused: &mut Vec<Refused>,
) -> BTreeMap<&'s str, usize> {
    let all: BTreeSet<&str> = raw.abbreviations.iter().map(|pair| pair.key.v).collect();
    let mut lengths = BTreeMap::new();
    raw.abbreviations.retain(|pair| {
        let early = pair.value.v.iter().any(|part| match part.v {
            RawChunk::Abbreviation(name) => {
                let month = MONTHS.contains(&name) && !all.contains(name);
                !lengths.contains_key(name) && !month
            }
            RawChunk::Normal(_) => false,
        });
        let length = match early {
            _ if lengths.contains_key(pair.key.v) => Err(Problem::Again),
            true => Err(Problem::Early),
            false => length(&pair.value.v, &lengths),
        };
        match length {
            Ok(length) => {
                lengths.insert(pair.key.v, length);
                true
            }
            Err(problem) => {
                refused.push(problem.of(pair));
                false
            }
        }
    });
    lengths
}

/// Why a part is taken out.
enum Problem {
    Again,
    Early,
    TooDeep,
    TooMany,
    TooLong,
}

impl Problem {
    fn of(&self, pair: &Pair) -> Refused {
        let name = pair.key.v;
        let (code, message) = match self {
            Problem::Again => {
                (codes::DUPLICATE_KEY, format!("`@string` defines `{name}` twice"))
            }
            Problem::Early => (
                codes::BIBTEX_SYNTAX,
                format!("`{name}` is made of an abbreviation that is not yet defined"),
            ),
            Problem::TooDeep => (
                codes::TOO_DEEP,
                format!("the braces of `{name}` nest deeper than {DEEPEST} levels"),
            ),
            Problem::TooMany => (
                codes::BIBTEX_SYNTAX,
                format!("`{name}` has more than {MOST_PARTS} braces and parts"),
            ),
            Problem::TooLong => (
                codes::BIBTEX_SYNTAX,
                format!(
                    "with `{name}`, abbreviations and inherited fields make more than {} MiB",
                    LARGEST >> 20
                ),
            ),
        };
        Refused { code, bytes: pair.key.span.clone(), message }
    }
}

/// How many bytes a field has when it is written out.
fn length(field: &Field, lengths: &BTreeMap<&str, usize>) -> Result<usize, Problem> {
    let (mut sum, mut parts, mut depth) = (0_usize, field.len(), 0_usize);
    for part in field {
        match part.v {
            RawChunk::Abbreviation(name) => {
                sum =
                    sum.saturating_add(lengths.get(name).copied().unwrap_or(name.len()));
            }
            RawChunk::Normal(text) => {
                sum = sum.saturating_add(text.len());
                for byte in text.bytes() {
                    match byte {
                        b'{' => (depth, parts) = (depth + 1, parts + 1),
                        b'}' => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                    if depth > DEEPEST {
                        return Err(Problem::TooDeep);
                    }
                }
            }
        }
    }
    if parts > MOST_PARTS { Err(Problem::TooMany) } else { Ok(sum) }
}
