//! The build script: checks the catalogue of English phrases, and writes a method of `Phrases` for each.
//!
//! So a phrase that is misspelt in the source, or is given more or less than it has placeholders, does
//! not compile.

#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files")]
// The script uses of `catalogue` only what it writes methods from.
#![allow(dead_code, reason = "half of `catalogue` is for the library")]

#[path = "catalogue.rs"]
mod catalogue;

use catalogue::{Phrase, PhrasePart};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const ENGLISH: &str = "src/phrases/en.ftl";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={ENGLISH}");
    println!("cargo::rerun-if-changed=src/phrases/catalogue.rs");
    let text = fs::read_to_string(ENGLISH)?;
    let phrases = catalogue::read(&text).map_err(|mistakes| told(&text, &mistakes))?;
    let mut methods = "impl Phrases {\n".to_owned();
    for (number, phrase) in phrases.iter().enumerate() {
        write_method(number, phrase, &mut methods)?;
    }
    methods.push_str("}\n");
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("phrases.rs"), methods)?;
    Ok(())
}

fn told(text: &str, mistakes: &[catalogue::Mistake]) -> String {
    let line = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
    let lines = mistakes
        .iter()
        .map(|one| format!("{ENGLISH}:{}: {}", line(one.range.start), one.message));
    lines.collect::<Vec<_>>().join("\n")
}

fn write_method(number: usize, phrase: &Phrase, out: &mut String) -> std::fmt::Result {
    let method = phrase.name.replace('-', "_");
    writeln!(out, "    /// The phrase `{}`.", phrase.name)?;
    if phrase.placeholders.is_empty() {
        return writeln!(
            out,
            "    pub fn {method}(&self) -> &str {{ self.plain({number}) }}"
        );
    }
    let names = phrase.placeholders.iter().map(|one| one.name.replace('-', "_"));
    let names: Vec<String> = names.collect();
    let mut met = Vec::new();
    note_met(&phrase.parts, &mut met);
    let mut parameters = String::new();
    for number in met {
        write!(parameters, ", {}: impl Into<PhraseValue<'g>>", names[number])?;
    }
    let given: Vec<String> = names.iter().map(|name| format!("{name}.into()")).collect();
    let given = given.join(", ");
    writeln!(out, "    pub fn {method}<'g>(&self{parameters}) -> String {{")?;
    writeln!(out, "        self.filled({number}, &[{given}])\n    }}")
}

/// Notes each placeholder where a phrase has it for the first time: in the order of its method's arguments.
fn note_met(parts: &[PhrasePart], met: &mut Vec<usize>) {
    for part in parts {
        if let PhrasePart::Given(number) | PhrasePart::Counted { by: number, .. } = part
            && !met.contains(number)
        {
            met.push(*number);
        }
        if let PhrasePart::Counted { forms, .. } = part {
            forms.iter().for_each(|(_, parts)| note_met(parts, met));
        }
    }
}
