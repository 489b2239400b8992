//! Phrases as data, for scripts to fill.

use super::catalogue::{Phrase, PhrasePart, Plural};
use serde_json::{Map, Value, json};

/// A phrase as a script has it: a text, or its parts in a list. Of these, a text stands as it is, `{"put": name}` is
/// what is given for a placeholder, and `{"by": name, "forms": {"one": [parts], …}}` are plural forms.
pub fn scripted(phrase: &Phrase) -> Value {
    match &*phrase.parts {
        [PhrasePart::Text(text)] => json!(text),
        parts => parts_of(phrase, parts),
    }
}

fn parts_of(phrase: &Phrase, parts: &[PhrasePart]) -> Value {
    let name = |number: usize| phrase.placeholders.get(number).map(|one| &*one.name);
    let part = |part: &PhrasePart| match part {
        PhrasePart::Text(text) => json!(text),
        PhrasePart::Given(number) => json!({"put": name(*number)}),
        PhrasePart::Counted { by, forms } => {
            let form = |(plural, parts): &(Plural, Box<[PhrasePart]>)| {
                (word(*plural).to_owned(), parts_of(phrase, parts))
            };
            let forms: Map<String, Value> = forms.iter().map(form).collect();
            json!({"by": name(*by), "forms": forms})
        }
    };
    parts.iter().map(part).collect()
}

/// What CLDR calls a plural form, and `Intl.PluralRules` too.
fn word(plural: Plural) -> &'static str {
    match plural {
        Plural::Zero => "zero",
        Plural::One => "one",
        Plural::Two => "two",
        Plural::Few => "few",
        Plural::Many => "many",
        Plural::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Phrases;

    #[test]
    fn a_phrase_is_a_text_or_its_parts() {
        let phrases = Phrases::find("en");
        let shown = |name| scripted(phrases.get(name).unwrap()).to_string();
        assert_eq!(shown("articles"), "\"Articles\"");
        assert_eq!(shown("all-articles"), r#"["All ",{"put":"total"}," articles"]"#);
        assert_eq!(
            shown("sources-counted"),
            r#"[{"by":"count","forms":{"one":[{"put":"count"}," source"],"other":[{"put":"count"}," sources"]}}]"#
        );
    }
}
