//! Languages as bibliographies name them: `english`, `ngerman`, `en-US`.

use crate::fields::Language;

/// English and babel's names of languages, with their tags.
const NAMES: [(&str, &str); 38] = [
    ("american", "en-US"),
    ("arabic", "ar"),
    ("australian", "en-AU"),
    ("brazilian", "pt-BR"),
    ("british", "en-GB"),
    ("bulgarian", "bg"),
    ("canadian", "en-CA"),
    ("catalan", "ca"),
    ("chinese", "zh"),
    ("croatian", "hr"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("estonian", "et"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hungarian", "hu"),
    ("irish", "ga"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("ngerman", "de"),
    ("norwegian", "no"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("slovak", "sk"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("usenglish", "en-US"),
];

/// The tag of a language by its name or its tag; `None` where the text is neither.
pub(super) fn tag(text: &str) -> Option<String> {
    let text = text.trim();
    let name = text.to_lowercase();
    if let Ok(at) = NAMES.binary_search_by(|(known, _)| (*known).cmp(&name)) {
        return Some(NAMES[at].1.to_owned());
    }
    let tag = text.replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    let valid = matches!(primary.len(), 2 | 3) && Language::new(&tag).is_some();
    valid.then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_tags_are_told_from_other_words() {
        assert!(NAMES.is_sorted());
        assert_eq!(tag("English").as_deref(), Some("en"));
        assert_eq!(tag("en_US").as_deref(), Some("en-US"));
        assert_eq!(tag("zh-Hans").as_deref(), Some("zh-Hans"));
        assert_eq!(tag("various"), None);
        assert_eq!(tag(""), None);
    }
}
