//! Territories: codes, names, regions, neighbours, and which point lies in which.
//!
//! A territory is what ISO 3166-1 has a code for, and Kosovo: states, dependent and disputed
//! areas alike, without a word on which is which. All of it is data kept in this folder and
//! written by the scripts in `generate/`; the functions are pure. What a site calls a
//! territory may differ (`site.toml`): that is laid over this later.
//!
//! Start at [`find`] (an author's word to a [`Code`]), [`Code::territory`] and [`position`].

mod borders;
mod code;
mod names;
mod order;
mod place;
mod region;
#[rustfmt::skip]
#[path = "data/territories.rs"]
mod table;
mod territory;
#[rustfmt::skip]
#[path = "data/translated.rs"]
mod translated;

pub use borders::{BorderScale, Frontiers, Land, LandOutline, LineRef};
pub use code::Code;
pub use names::{find, names, sort_key};
pub use order::order_key;
pub use place::{Position, locate, middle, position, swapped};
pub use region::Region;
pub use territory::Territory;

/// What is known of the territory of a code.
pub fn territory(code: Code) -> &'static Territory {
    code.territory()
}

/// Every territory, in the order of the codes.
pub fn all() -> &'static [Territory] {
    &table::TERRITORIES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn neighbours(code: &str) -> Vec<&'static str> {
        let code = Code::parse(code).unwrap();
        territory(code).neighbours.iter().map(|code| code.upper()).collect()
    }

    #[test]
    fn there_are_249_of_iso_and_kosovo() {
        assert_eq!(all().len(), 250);
        assert_eq!(all().iter().filter(|one| one.numeric.is_none()).count(), 1);
        for (place, one) in all().iter().enumerate() {
            assert_eq!(one.code.place(), place);
            assert_eq!(Code::parse(one.code.upper()), Some(one.code));
            assert_eq!(Code::parse(one.code.lower()), Some(one.code));
            assert_eq!(one.code.upper().to_lowercase(), one.code.lower());
            assert_eq!(one.alpha3.len(), 3, "{}", one.name);
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in ["", "i", "zz", "EU", "uk", "irl", "é", "\u{0}\u{0}"] {
            assert_eq!(Code::parse(text), None, "{text}");
        }
    }

    #[test]
    fn names_are_those_in_use() {
        for (code, name) in [
            ("TW", "Taiwan"),
            ("HK", "Hong Kong"),
            ("MO", "Macao"),
            ("PS", "Palestine"),
            ("XK", "Kosovo"),
            ("MM", "Myanmar"),
            ("CZ", "Czechia"),
            ("KR", "South Korea"),
            ("BA", "Bosnia and Herzegovina"),
            ("CD", "Congo (DRC)"),
            ("RU", "Russia"),
        ] {
            assert_eq!(find(code).unwrap().territory().name, name);
        }
        for one in all() {
            assert!(!one.name.contains([',', '&']), "{}", one.name);
            assert!(!one.name.contains("China") || one.name == "China", "{}", one.name);
        }
    }

    #[test]
    fn names_are_those_in_use_in_each_language() {
        for (lang, names) in [
            ("en", ["Ireland", "China", "Hong Kong", "Palestine", "Myanmar", "Kosovo"]),
            ("tlh", ["Ireland", "China", "Hong Kong", "Palestine", "Myanmar", "Kosovo"]),
            (
                "es-MX",
                ["Irlanda", "China", "Hong Kong", "Palestina", "Myanmar", "Kosovo"],
            ),
            ("fr", ["Irlande", "Chine", "Hong Kong", "Palestine", "Myanmar", "Kosovo"]),
            ("de", ["Irland", "China", "Hongkong", "Palästina", "Myanmar", "Kosovo"]),
            ("zh-Hans", ["爱尔兰", "中国", "香港", "巴勒斯坦", "缅甸", "科索沃"]),
            ("ar", ["أيرلندا", "الصين", "هونغ كونغ", "فلسطين", "ميانمار", "كوسوفو"]),
        ] {
            let codes = ["IE", "CN", "HK", "PS", "MM", "XK"];
            let said = codes.map(|code| find(code).unwrap().territory().name_in(lang));
            assert_eq!(said, names, "{lang}");
        }
    }

    #[test]
    fn some_names_take_an_article_in_sentences() {
        let written = |code| Code::parse(code).unwrap().territory().in_sentence();
        assert_eq!(written("nl"), "the Netherlands");
        assert_eq!(written("gb"), "the United Kingdom");
        assert_eq!(written("ie"), "Ireland");
    }

    #[test]
    fn land_borders_are_those_on_the_ground() {
        assert_eq!(neighbours("IE"), ["GB"]);
        assert_eq!(neighbours("GB"), ["IE"]);
        assert_eq!(neighbours("XK"), ["AL", "ME", "MK", "RS"]);
        assert_eq!(neighbours("TL"), ["ID"]);
        assert_eq!(neighbours("ES"), ["AD", "FR", "GI", "MA", "PT"]);
        assert_eq!(neighbours("EH"), ["DZ", "MA", "MR"]);
        assert_eq!(neighbours("HK"), ["CN"]);
        assert_eq!(neighbours("CY"), [""; 0]);
        assert_eq!(neighbours("TW"), [""; 0]);
        assert_eq!(neighbours("CN").len(), 16);
    }

    #[test]
    fn borders_are_sorted_and_have_two_sides() {
        for one in all() {
            assert!(one.neighbours.is_sorted(), "{}", one.name);
            for other in one.neighbours {
                assert!(other.territory().neighbours.contains(&one.code), "{}", one.name);
            }
        }
    }

    #[test]
    fn every_region_has_its_territories() {
        let count = |region| all().iter().filter(|one| one.region == region).count();
        let counts: Vec<usize> = Region::ALL.into_iter().map(count).collect();
        // M49's own numbers, Taiwan added to Asia and Kosovo to Europe.
        assert_eq!(counts, [60, 51, 52, 52, 5, 29, 1]);
        for (code, region) in [
            ("CA", Region::NorthAmerica),
            ("MX", Region::LatinAmerica),
            ("IL", Region::Asia),
            ("RU", Region::Europe),
            ("TW", Region::Asia),
        ] {
            assert_eq!(find(code).unwrap().territory().region, region, "{code}");
        }
    }
}
