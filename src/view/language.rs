//! The names of languages.

use crate::phrases::Phrases;

/// The name of the language of a BCP 47 tag, of which the first part counts; the tag itself where it has none here.
/// Those that have one are the languages in which sources are likely to be.
pub(super) fn name<'n>(tag: &'n str, phrases: &'n Phrases) -> &'n str {
    match tag.split('-').next().unwrap_or(tag) {
        "ar" => phrases.language_ar(),
        "be" => phrases.language_be(),
        "bg" => phrases.language_bg(),
        "bn" => phrases.language_bn(),
        "bo" => phrases.language_bo(),
        "ca" => phrases.language_ca(),
        "cs" => phrases.language_cs(),
        "da" => phrases.language_da(),
        "de" => phrases.language_de(),
        "el" => phrases.language_el(),
        "en" => phrases.language_en(),
        "es" => phrases.language_es(),
        "et" => phrases.language_et(),
        "eu" => phrases.language_eu(),
        "fa" => phrases.language_fa(),
        "fi" => phrases.language_fi(),
        "fr" => phrases.language_fr(),
        "ga" => phrases.language_ga(),
        "he" => phrases.language_he(),
        "hi" => phrases.language_hi(),
        "hr" => phrases.language_hr(),
        "hu" => phrases.language_hu(),
        "id" => phrases.language_id(),
        "is" => phrases.language_is(),
        "it" => phrases.language_it(),
        "ja" => phrases.language_ja(),
        "kk" => phrases.language_kk(),
        "km" => phrases.language_km(),
        "ko" => phrases.language_ko(),
        "lo" => phrases.language_lo(),
        "lt" => phrases.language_lt(),
        "lv" => phrases.language_lv(),
        "mn" => phrases.language_mn(),
        "ms" => phrases.language_ms(),
        "my" => phrases.language_my(),
        "nl" => phrases.language_nl(),
        "no" => phrases.language_no(),
        "pl" => phrases.language_pl(),
        "pt" => phrases.language_pt(),
        "ro" => phrases.language_ro(),
        "ru" => phrases.language_ru(),
        "sk" => phrases.language_sk(),
        "sl" => phrases.language_sl(),
        "sr" => phrases.language_sr(),
        "sv" => phrases.language_sv(),
        "sw" => phrases.language_sw(),
        "th" => phrases.language_th(),
        "tr" => phrases.language_tr(),
        "ug" => phrases.language_ug(),
        "uk" => phrases.language_uk(),
        "vi" => phrases.language_vi(),
        "zh" => phrases.language_zh(),
        _ => tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_found_by_their_tag() {
        let named = |tag: &'static str, of| name(tag, Phrases::find(of));
        assert_eq!(named("zh-Hant", "en"), "Chinese");
        assert_eq!(named("pt-BR", "es"), "portugués");
        assert_eq!(named("tlh", "en"), "tlh");
    }
}
