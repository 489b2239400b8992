//! Reading a catalogue: a file of phrases in the syntax of Project Fluent.
//!
//! The build script reads the catalogues by this file too, so it uses nothing of the crate.
//! Of Fluent's syntax a phrase has text, placeholders and plural forms:
//!
//! ```text
//! all-articles = All { $total } articles
//! sources-counted = { $count ->
//!     [one] { $count } source
//!    *[other] { $count } sources
//! }
//! ```

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::ops::Range;

/// One phrase of a catalogue.
#[derive(Debug)]
pub struct Phrase {
    /// What it is called: `all-articles`.
    pub name: Box<str>,
    /// Where that stands in the catalogue.
    pub at: usize,
    /// What it has places for, by name: so they have the same numbers in every language.
    pub placeholders: Vec<Placeholder>,
    pub(super) parts: Box<[PhrasePart]>,
}

/// What is put into a phrase where it is used.
#[derive(Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// What it is called: `total`.
    pub name: Box<str>,
    /// Whether the form of the phrase depends on it, which is then a number.
    pub is_counted: bool,
}

/// A part of a phrase.
#[derive(Debug)]
pub(super) enum PhrasePart {
    /// It stands in each use.
    Text(Box<str>),
    /// What is given for the placeholder with this number.
    Given(usize),
    /// One of these, by the number that is given for a placeholder.
    Counted { by: usize, forms: Box<[(Plural, Box<[PhrasePart]>)]> },
}

/// The form that a language has for a number, by the names of the Unicode Consortium (CLDR).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plural {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`: the one that stands for any number without a form of its own.
    Other,
}

/// Something in a catalogue that can't be used.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it is.
    pub message: String,
}

/// How deep braces may stand in each other. Plural forms that hold a placeholder take two.
const DEPTH: usize = 8;

/// The phrases of a catalogue in their order, or every mistake in it.
pub(super) fn read(text: &str) -> Result<Vec<Phrase>, Vec<Mistake>> {
    if let Some(at) = too_deep(text) {
        let message = "braces stand too deep in each other".to_owned();
        return Err(vec![Mistake { range: at..at + 1, message }]);
    }
    let mut reader = CatalogueReader { text, mistakes: Vec::new() };
    let parsed = fluent_syntax::parser::parse(text);
    let (resource, errors) =
        parsed.map_or_else(|(some, errors)| (some, errors), |all| (all, Vec::new()));
    for error in errors {
        let message = error.kind.to_string();
        reader
            .mistakes
            .push(Mistake { range: error.pos, message: in_our_words(&message) });
    }
    let mut phrases: Vec<Phrase> = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name;
                if phrases.iter().any(|other| *other.name == *name) {
                    reader.wrong(name, format!("the phrase `{name}` stands here twice"));
                }
                if let Some(attribute) = message.attributes.first() {
                    reader.unused(attribute.id.name);
                }
                let mut placeholders = Vec::new();
                let value = message.value.as_ref();
                let parts = value.map(|value| reader.parts(value, &mut placeholders));
                let mut parts = parts.unwrap_or_default();
                sort(&mut placeholders, &mut parts);
                let at = reader.offset(name);
                phrases.push(Phrase { name: name.into(), at, placeholders, parts });
            }
            Entry::Term(term) => reader.unused(term.id.name),
            // What can't be parsed has been told as an error.
            Entry::Junk { .. }
            | Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_) => {}
        }
    }
    if reader.mistakes.is_empty() { Ok(phrases) } else { Err(reader.mistakes) }
}

/// Puts the placeholders in the order of their names.
fn sort(placeholders: &mut [Placeholder], parts: &mut [PhrasePart]) {
    let met: Vec<Box<str>> = placeholders.iter().map(|one| one.name.clone()).collect();
    placeholders.sort_by(|one, other| one.name.cmp(&other.name));
    let at = |name: &str| placeholders.iter().position(|one| *one.name == *name);
    // Each is where it was met, at another place.
    let numbers: Vec<usize> = met.iter().filter_map(|name| at(name)).collect();
    renumber(parts, &numbers);
}

fn renumber(parts: &mut [PhrasePart], numbers: &[usize]) {
    for part in parts {
        match part {
            PhrasePart::Text(_) => {}
            PhrasePart::Given(number) => *number = numbers[*number],
            PhrasePart::Counted { by, forms } => {
                *by = numbers[*by];
                forms.iter_mut().for_each(|(_, parts)| renumber(parts, numbers));
            }
        }
    }
}

/// Where more braces are open than a phrase needs: the parser goes down by itself, as deep as they stand.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEPTH
    })
}

/// A message of the parser's as ours are: lower case, no full stop, what is written in backticks.
fn in_our_words(message: &str) -> String {
    let message = message.trim_end_matches('.').replace('"', "`");
    let mut letters = message.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

struct CatalogueReader<'t> {
    text: &'t str,
    mistakes: Vec<Mistake>,
}

impl CatalogueReader<'_> {
    /// Where `part` stands, which is a part of the text.
    fn offset(&self, part: &str) -> usize {
        part.as_ptr() as usize - self.text.as_ptr() as usize
    }

    /// Notes a mistake at a part of the text.
    fn wrong(&mut self, part: &str, message: String) {
        let start = self.offset(part);
        self.mistakes.push(Mistake { range: start..start + part.len(), message });
    }

    fn unused(&mut self, part: &str) {
        let message =
            format!("`{part}`: a phrase has text, placeholders and plural forms only");
        self.wrong(part, message);
    }

    fn parts(
        &mut self,
        pattern: &Pattern<&str>,
        placeholders: &mut Vec<Placeholder>,
    ) -> Box<[PhrasePart]> {
        let mut parts: Vec<PhrasePart> = Vec::with_capacity(pattern.elements.len());
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    parts.push(PhrasePart::Text((*value).into()));
                }
                PatternElement::Placeable { expression } => {
                    parts.extend(self.part(expression, placeholders));
                }
            }
        }
        parts.into()
    }

    fn part(
        &mut self,
        expression: &Expression<&str>,
        placeholders: &mut Vec<Placeholder>,
    ) -> Option<PhrasePart> {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                Some(PhrasePart::Text(unescape_unicode_to_string(value).into()))
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                Some(PhrasePart::Given(placeholder(id.name, placeholders)))
            }
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                let by = placeholder(id.name, placeholders);
                placeholders[by].is_counted = true;
                let forms = variants.iter().map(|one| self.form(one, placeholders));
                Some(PhrasePart::Counted { by, forms: forms.collect() })
            }
            Expression::Select { variants, .. } => {
                let key = variants.first().map(|one| key(&one.key));
                self.unused(key.unwrap_or(self.text));
                None
            }
            Expression::Inline(other) => {
                self.unused(written(other).unwrap_or(self.text));
                None
            }
        }
    }

    fn form(
        &mut self,
        variant: &Variant<&str>,
        placeholders: &mut Vec<Placeholder>,
    ) -> (Plural, Box<[PhrasePart]>) {
        let name = key(&variant.key);
        let plural = Plural::named(name);
        if plural.is_none() {
            let known = "zero, one, two, few, many, other";
            self.wrong(name, format!("`{name}` is no plural form: they are {known}"));
        } else if variant.default && plural != Some(Plural::Other) {
            self.wrong(name, "the form that begins with `*` is `other`".to_owned());
        }
        (plural.unwrap_or(Plural::Other), self.parts(&variant.value, placeholders))
    }
}

impl Plural {
    fn named(name: &str) -> Option<Self> {
        match name {
            "zero" => Some(Plural::Zero),
            "one" => Some(Plural::One),
            "two" => Some(Plural::Two),
            "few" => Some(Plural::Few),
            "many" => Some(Plural::Many),
            "other" => Some(Plural::Other),
            _ => None,
        }
    }
}

/// The number of the placeholder `name`, which is added where it is met for the first time.
fn placeholder(name: &str, placeholders: &mut Vec<Placeholder>) -> usize {
    let known = placeholders.iter().position(|one| *one.name == *name);
    known.unwrap_or_else(|| {
        placeholders.push(Placeholder { name: name.into(), is_counted: false });
        placeholders.len() - 1
    })
}

fn key<'t>(key: &VariantKey<&'t str>) -> &'t str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// The part of the text by which an expression is known.
fn written<'t>(expression: &InlineExpression<&'t str>) -> Option<&'t str> {
    match expression {
        InlineExpression::NumberLiteral { value }
        | InlineExpression::StringLiteral { value } => Some(value),
        InlineExpression::FunctionReference { id, .. }
        | InlineExpression::MessageReference { id, .. }
        | InlineExpression::TermReference { id, .. }
        | InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::Placeable { .. } => None,
    }
}
