//! Where a location is: what is recorded of it, and what of that may be published.

use crate::atlas::sort_key;
use crate::content::kinds::location::{Grade, Precision};
use crate::letters::is_unparted;
use serde::{Deserialize, Serialize};

/// A point on the earth, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// North of the equator.
    pub lat: f64,
    /// East of Greenwich.
    pub lon: f64,
}

/// All that is recorded of where a location is. Nothing outside of the model may read it: what
/// may be shown is its [`PublishedPlace`].
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::model) struct RecordedPlace {
    pub(in crate::model) name: String,
    pub(in crate::model) public_name: Option<String>,
    pub(in crate::model) city: Option<String>,
    pub(in crate::model) area: Option<String>,
    pub(in crate::model) point: Option<Point>,
    pub(in crate::model) precision: Option<Precision>,
    pub(in crate::model) publish: Option<Precision>,
}

/// What may be shown of where a location is: nothing in it is finer than the record's `publish`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PublishedPlace<'p> {
    /// What it is called: its `public_name`, if it has one.
    pub name: &'p str,
    /// The city it lies in, unless `publish` is coarser than a city.
    pub city: Option<&'p str>,
    /// The part of the city, or the region, unless `publish` is coarser than that.
    pub area: Option<&'p str>,
    /// The middle of its cell in a fixed grid, whose step is the published precision. The grid
    /// never moves, so that repeated builds can't be averaged into something finer. None
    /// where no point is known, or it may be shown to the country only.
    pub point: Option<Point>,
    /// The coarser of how precisely the place is known and how precisely it may be shown, in
    /// metres; none where the record says neither.
    pub precision: Option<f64>,
}

/// Metres in a degree of latitude (a mean: 40,007.86 km of meridian in 360 degrees).
const METRES_IN_A_DEGREE: f64 = 111_132.9;

impl RecordedPlace {
    pub(in crate::model) fn published(&self) -> PublishedPlace<'_> {
        // A place whose precision nobody gave counts as known to the city.
        let known = self.precision.unwrap_or(Precision::Grade(Grade::City)).metres();
        let metres = self.publish.map_or(known, |publish| publish.metres().max(known));
        let precision = self.precision.or(self.publish).map(|_| metres);
        let city = self.city.as_deref().filter(|_| self.shows(self.city_metres()));
        let area = self.area.as_deref().filter(|_| self.shows(self.area_metres()));
        let point = self.point.and_then(|point| cell(point, metres));
        PublishedPlace { name: self.published_name(), city, area, point, precision }
    }

    pub(in crate::model) fn published_name(&self) -> &str {
        self.public_name.as_deref().unwrap_or(&self.name)
    }

    /// Whether `publish` lets be shown what tells the place to so many metres.
    pub(in crate::model) fn shows(&self, metres: f64) -> bool {
        self.publish.is_none_or(|publish| publish.metres() <= metres)
    }

    /// How finely the `city` tells the place.
    fn city_metres(&self) -> f64 {
        words_metres(self.city.as_deref().unwrap_or_default(), Grade::City)
    }

    /// How finely the `area` tells the place. Beside a city it is a part of that, a quarter or a
    /// street; alone it may be a region, if the place is known no better.
    fn area_metres(&self) -> f64 {
        let street =
            words_metres(self.area.as_deref().unwrap_or_default(), Grade::Street);
        let has_number = street < Precision::Grade(Grade::Street).metres();
        match (&self.city, self.precision) {
            (None, Some(precision)) if !has_number => precision.metres().max(street),
            _ => street,
        }
    }
}

/// How finely words tell a place that are of this grade, unless there is a house number in them.
fn words_metres(words: &str, grade: Grade) -> f64 {
    let grade = if has_house_number(words) { Grade::Building } else { grade };
    Precision::Grade(grade).metres()
}

/// The middle of the cell that hides a point within so many metres; none where that is a country's
/// size.
fn cell(point: Point, metres: f64) -> Option<Point> {
    if metres >= 500_000.0 {
        return None;
    }
    // A cell as wide as the precision's radius hides the place within that radius.
    let step = grid_step(metres / METRES_IN_A_DEGREE);
    let middle = |degrees: f64| ((degrees / step).floor() + 0.5) * step;
    let decimals = |degrees: f64| (degrees * 1e6).round() / 1e6;
    Some(Point {
        lat: decimals(middle(point.lat)).clamp(-90.0, 90.0),
        lon: decimals(middle(point.lon)).clamp(-180.0, 180.0),
    })
}

/// The next coarser step of a fixed ladder (1, 2, 5 times a power of ten), so that places of
/// one precision share one grid.
fn grid_step(degrees: f64) -> f64 {
    const LADDER: [f64; 14] = [
        0.000_01, 0.000_05, 0.000_1, 0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1,
        0.5, 1.0, 5.0,
    ];
    LADDER.into_iter().find(|step| *step >= degrees).unwrap_or(10.0)
}

/// What a location's `publish` keeps from readers, to be looked for in what they read.
#[derive(Debug)]
pub struct HeldBack {
    publish: Precision,
    /// The fields that are not shown.
    fields: Vec<HiddenField>,
    has_public_name: bool,
    /// Whether a house's number is finer than may be shown.
    has_house_numbers: bool,
    /// What is shown of the place, folded, where it is known better than that and a street is finer; else nothing.
    shown: Option<Vec<String>>,
}

/// A field that is not shown.
#[derive(Debug)]
struct HiddenField {
    name: &'static str,
    /// What of it is looked for as a whole, folded.
    phrases: Vec<String>,
    /// What of it is looked for word by word in what is short, folded.
    words: Vec<String>,
}

/// Why a text is finer than `publish`.
#[derive(Debug, PartialEq, Eq)]
pub enum Finer {
    /// It says these words of a field that is not shown.
    Says(&'static str, String),
    /// It has the number of a house.
    HouseNumber,
    /// It has the name of a street.
    Street(String),
}

impl RecordedPlace {
    /// What `publish` withholds; none where it withholds nothing. A word that is in what is shown tells
    /// no more for being said again.
    pub(in crate::model) fn held_back(&self, country: &str) -> Option<HeldBack> {
        let publish = self.publish?;
        let shown = self.published();
        let open = [Some(country), shown.city, shown.area];
        let open: Vec<String> = open.into_iter().flatten().map(sort_key).collect();
        let public = self.public_name.as_deref().map(sort_key);
        let is_open = |word: &str| open.iter().any(|text| says(text, word));
        let is_public =
            |word: &str| is_open(word) || public.iter().any(|text| says(text, word));
        let hidden = |name, text: &Option<String>, is_shown: bool| {
            let text = text.as_deref().filter(|_| !is_shown)?;
            Some(HiddenField::new(name, text, is_open))
        };
        let name =
            public.as_ref().map(|_| HiddenField::new("name", &self.name, is_public));
        // Who says that no more than this is known has said that the words are no finer.
        let is_coarser =
            self.precision.is_none_or(|known| publish.metres() > known.metres());
        let fields = [
            hidden("area", &self.area, shown.area.is_some()),
            hidden("city", &self.city, shown.city.is_some()),
            name,
        ];
        let held_back = HeldBack {
            publish,
            fields: fields.into_iter().flatten().filter(|_| is_coarser).collect(),
            has_public_name: self.public_name.is_some(),
            has_house_numbers: !self.shows(Precision::Grade(Grade::Building).metres()),
            shown: (is_coarser && !self.shows(Precision::Grade(Grade::Street).metres()))
                .then_some(open),
        };
        let is_some = !held_back.fields.is_empty()
            || held_back.has_house_numbers
            || held_back.shown.is_some();
        is_some.then_some(held_back)
    }
}

impl HeldBack {
    /// How precisely the place may be shown, as it is written.
    pub fn publish(&self) -> Precision {
        self.publish
    }

    /// Whether readers are given a `public_name`.
    pub fn has_public_name(&self) -> bool {
        self.has_public_name
    }

    /// Whether a name, an id or an address is finer than may be shown. In so few words a single
    /// one of the withheld tells where the place is.
    pub fn in_name(&self, name: &str) -> Option<Finer> {
        let folded = sort_key(name);
        let said = self.fields.iter().find_map(|field| {
            let mut looked_for = field.phrases.iter().chain(&field.words);
            let said = looked_for.find(|words| says(&folded, words))?;
            Some(Finer::Says(field.name, said.clone()))
        });
        said.or_else(|| {
            let number = self.has_house_numbers && has_house_number(name);
            number.then_some(Finer::HouseNumber)
        })
        .or_else(|| {
            let shown = self.shown.as_ref()?;
            let street =
                street_in(&folded, |word| shown.iter().any(|text| says(text, word)))?;
            Some(Finer::Street(street))
        })
    }

    /// Whether a running text says what may not be shown, word for word.
    pub fn in_text(&self, text: &str) -> Option<Finer> {
        if self.fields.is_empty() {
            return None;
        }
        let folded = sort_key(text);
        self.fields.iter().find_map(|field| {
            let said = field.phrases.iter().find(|words| says(&folded, words))?;
            Some(Finer::Says(field.name, said.clone()))
        })
    }
}

impl HiddenField {
    fn new(name: &'static str, text: &str, is_open: impl Fn(&str) -> bool) -> Self {
        let (mut phrases, mut words) = (Vec::new(), Vec::new());
        for part in text.split(',').map(sort_key) {
            let own = |word: &&str| is_distinct(word) && !is_open(word);
            let rest: Vec<&str> =
                part.split(' ').filter(|word| !is_number(word)).collect();
            let is_distinct = rest.iter().any(own);
            // A city may have a short name; a short word of an area is in many texts.
            if is_distinct || part.contains(' ') || name == "city" {
                phrases.push(part.clone());
            }
            if is_distinct {
                phrases.push(rest.join(" "));
            }
            // A city is one name: "San José" is not told by "San".
            if name != "city" {
                words.extend(rest.iter().copied().filter(own).map(str::to_owned));
            }
        }
        phrases.retain(|phrase| !is_open(phrase));
        phrases.dedup();
        HiddenField { name, phrases, words }
    }
}

/// Whether folded text has folded words in it, as whole words where its script parts them.
fn says(text: &str, words: &str) -> bool {
    if words.is_empty() {
        return false;
    }
    if words.chars().any(is_unparted) {
        return text.contains(words);
    }
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words).any(|(at, found)| {
        is_edge(text[..at].chars().next_back())
            && is_edge(text[at + found.len()..].chars().next())
    })
}

/// Whether a folded word tells one place from others.
fn is_distinct(word: &str) -> bool {
    let length = word.chars().count();
    let is_long = length >= 4 || (length >= 2 && word.chars().any(is_unparted));
    is_long && !is_number(word) && !is_street(word) && !COMMON.contains(&word)
}

/// Words that stand in the names of many places.
const COMMON: [&str; 35] = [
    "above", "area", "below", "beside", "central", "centre", "center", "city", "county",
    "district", "east", "eastern", "from", "greater", "inner", "lower", "near", "north",
    "northern", "office", "opposite", "outer", "over", "part", "premises", "quarter",
    "region", "shop", "south", "southern", "station", "town", "upper", "ward", "west",
];

/// Whether a text has the number of a house, a flat or a floor in it: a number near a word for
/// a street or for a part of a house.
pub(in crate::model) fn has_house_number(text: &str) -> bool {
    /// How many words lie between the two at most: "45 Upper Fitzwilliam Street".
    const NEAR: usize = 4;
    if !text.contains(char::is_numeric) {
        return false;
    }
    let folded = sort_key(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let numbers = words.iter().enumerate().filter(|(_, word)| is_number(word));
    let is_near = |(at, _): (usize, &&str)| {
        let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(words.len());
        words[near].iter().any(|word| is_street(word))
    };
    numbers.into_iter().any(is_near) || has_chinese_number(&folded)
}

/// Whether a folded word is a number of at most four digits, with a letter at most: `45`, `221b`.
fn is_number(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = word.get(digits..).unwrap_or_default();
    (1..=4).contains(&digits)
        && rest.len() <= 1
        && rest.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether digits stand before the word for a house's number in Chinese and Japanese: 45号.
fn has_chinese_number(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let is_number =
            before.is_numeric() && matches!(c, '号' | '號' | '番' | '弄' | '室');
        before = c;
        is_number
    })
}

/// Whether a folded word is one for a street or for a part of a house.
fn is_street(word: &str) -> bool {
    let has_ending = |ending: &&str| word.len() > ending.len() && word.ends_with(*ending);
    STREETS.contains(&word) || STREET_ENDINGS.iter().any(has_ending)
}

/// The name of a street in a folded text: a word for one, beside a word that tells it from others and is not shown.
fn street_in(folded: &str, is_shown: impl Fn(&str) -> bool) -> Option<String> {
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    words.windows(2).find_map(|pair| {
        let &[one, other] = pair else { return None };
        let is_own = |word: &str| is_distinct(word) && !is_shown(word);
        let is_name = (BEHIND_THE_NAME.contains(&other) && is_own(one))
            || (BEFORE_THE_NAME.contains(&one) && is_own(other));
        is_name.then(|| pair.join(" "))
    })
}

/// Words for streets that stand behind the name of one, and before it.
const BEHIND_THE_NAME: [&str; 9] =
    ["alley", "avenue", "boulevard", "lane", "rd", "road", "street", "terrace", "улица"];
const BEFORE_THE_NAME: [&str; 8] =
    ["avenida", "calle", "carrer", "rua", "rue", "ulica", "ulitsa", "улица"];

/// Words for streets and for parts of houses in the languages that most addresses are written in.
const STREETS: [&str; 70] = [
    "alley",
    "allee",
    "apartment",
    "apt",
    "ave",
    "avenida",
    "avenue",
    "avda",
    "block",
    "boulevard",
    "building",
    "blvd",
    "calle",
    "carrer",
    "carretera",
    "chaussee",
    "corso",
    "crescent",
    "damm",
    "etage",
    "flat",
    "floor",
    "gade",
    "gasse",
    "gata",
    "gatan",
    "gracht",
    "highway",
    "house",
    "impasse",
    "kade",
    "laan",
    "lane",
    "largo",
    "mews",
    "no",
    "nr",
    "number",
    "parkway",
    "paseo",
    "piazza",
    "piso",
    "plaza",
    "platz",
    "praca",
    "prospekt",
    "quai",
    "quay",
    "rd",
    "road",
    "room",
    "rua",
    "rue",
    "square",
    "st",
    "str",
    "straat",
    "strasse",
    "street",
    "suite",
    "terrace",
    "travessa",
    "ul",
    "ulica",
    "ulitsa",
    "utca",
    "via",
    "viale",
    "дом",
    "улица",
];

/// How words for streets end where they are joined to the name.
const STREET_ENDINGS: [&str; 12] = [
    "gade", "gasse", "gatan", "gracht", "kade", "laan", "platz", "straat", "strasse",
    "utca", "vagen", "weg",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn place(area: &str, publish: &str) -> RecordedPlace {
        let grade = match publish {
            "street" => Grade::Street,
            "city" => Grade::City,
            _ => Grade::Country,
        };
        RecordedPlace {
            name: "An office".into(),
            city: Some("San José".into()),
            area: Some(area.into()),
            precision: Some(Precision::Grade(Grade::Exact)),
            publish: Some(Precision::Grade(grade)),
            ..RecordedPlace::default()
        }
    }

    fn words(place: &RecordedPlace) -> (Option<&str>, Option<&str>) {
        let PublishedPlace { city, area, .. } = place.published();
        (city, area)
    }

    #[test]
    fn words_are_shown_as_finely_as_the_place_may_be() {
        let (city, area) = (Some("San José"), Some("Mill Lane"));
        assert_eq!(words(&place("Mill Lane", "street")), (city, area));
        assert_eq!(words(&place("Mill Lane", "city")), (city, None));
        assert_eq!(words(&place("Mill Lane", "country")), (None, None));
        assert_eq!(words(&place("12 Mill Lane", "street")), (city, None));
    }

    #[test]
    fn an_area_without_a_city_is_as_coarse_as_the_place_is_known() {
        let region = RecordedPlace {
            city: None,
            precision: Some(Precision::Grade(Grade::Region)),
            publish: Some(Precision::Grade(Grade::Region)),
            ..place("Connemara", "city")
        };
        assert_eq!(words(&region), (None, Some("Connemara")));
        let street = RecordedPlace { city: None, ..place("Mill Lane", "city") };
        assert_eq!(words(&street), (None, None));
    }

    #[test]
    fn a_radius_counts_as_a_grade_does() {
        let within = |metres| {
            let publish = Some(Precision::Metres(metres));
            RecordedPlace { publish, ..place("Mill Lane", "city") }
        };
        assert_eq!(words(&within(200.0)), (Some("San José"), Some("Mill Lane")));
        assert_eq!(words(&within(5_000.0)), (Some("San José"), None));
        assert_eq!(words(&within(20_000.0)), (None, None));
    }

    #[test]
    fn a_name_is_finer_where_it_says_a_word_that_is_withheld() {
        let held_back = place("Mill Lane", "city").held_back("Costa Rica").unwrap();
        let says = |name| held_back.in_name(name);
        let mill = || Some(Finer::Says("area", "mill".into()));
        assert_eq!(says("cr/mill-house"), mill());
        assert_eq!(
            says("Office, Mill Lane"),
            Some(Finer::Says("area", "mill lane".into()))
        );
        assert_eq!(says("A lane in San José"), None);
        assert_eq!(says("San José Avenue"), None);
        let street = |name: &str| Some(Finer::Street(name.into()));
        assert_eq!(says("cr/capel-street"), street("capel street"));
        assert_eq!(says("Oficina en la Calle Mayor"), street("calle mayor"));
        assert_eq!(says("House on Lake Road 12"), Some(Finer::HouseNumber));
        assert_eq!(says("Station 110"), None);
    }

    #[test]
    fn a_city_that_is_withheld_is_told_by_its_whole_name() {
        let held_back = place("Mill Lane", "country").held_back("Costa Rica").unwrap();
        assert_eq!(held_back.in_name("san-francisco"), None);
        let city = Some(Finer::Says("city", "san jose".into()));
        assert_eq!(held_back.in_name("cr/san-jose-office"), city);
        assert_eq!(held_back.in_text("Police in San Jose\u{301} said so."), city);
    }

    #[test]
    fn a_name_is_withheld_where_there_is_one_for_readers() {
        let named = RecordedPlace {
            name: "Capel premises".into(),
            public_name: Some("Office in San José".into()),
            area: None,
            ..place("", "city")
        };
        assert_eq!(named.published().name, "Office in San José");
        let held_back = named.held_back("Costa Rica").unwrap();
        let told = Some(Finer::Says("name", "capel".into()));
        assert_eq!(held_back.in_name("cr/capel"), told);
        assert_eq!(held_back.in_name("cr/office-in-san-jose"), None);
    }

    #[test]
    fn what_is_known_no_better_than_it_may_be_shown_withholds_no_words() {
        let known = RecordedPlace {
            precision: Some(Precision::Grade(Grade::City)),
            ..place("Mill Lane", "city")
        };
        let held_back = known.held_back("Costa Rica").unwrap();
        assert_eq!(held_back.in_name("Office in Mill Lane"), None);
        assert_eq!(held_back.in_name("12 Mill Lane"), Some(Finer::HouseNumber));
    }

    #[test]
    fn house_numbers_are_known_in_several_languages() {
        for address in [
            "45 Capel Street, flat 3",
            "221b Baker St.",
            "Calle Mayor 12",
            "12 rue de la Paix",
            "Hauptstraße 5",
            "flat-3",
            "工业路45号",
            "улица Ленина 7",
        ] {
            assert!(has_house_number(address), "{address}");
        }
        for name in ["8th district", "Unit 61398", "110 Overseas", "Capel Street"] {
            assert!(!has_house_number(name), "{name}");
        }
    }

    #[test]
    fn words_without_spaces_are_found_inside() {
        let held_back = place("台江区", "city").held_back("China").unwrap();
        let told = Some(Finer::Says("area", "台江区".into()));
        assert_eq!(held_back.in_name("福州台江区服务站"), told);
    }
}
