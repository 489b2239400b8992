//! The published examples of levels 0 and 1, read from `tests/official/`.

use jiff::civil::Date;

use super::Edtf;
use crate::phrases::Phrases;

const EXAMPLES: &str = include_str!("../../tests/official/edtf-levels-0-1.txt");

/// The columns of each example.
fn examples() -> impl Iterator<Item = Vec<&'static str>> {
    let lines =
        EXAMPLES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('|').map(str::trim).collect())
}

fn bound(day: Option<Date>, date: &Edtf) -> String {
    match day {
        Some(day) => day.to_string(),
        None if date.year().abs() > 9999 => "beyond".to_owned(),
        None => "-".to_owned(),
    }
}

#[test]
fn every_published_example_means_what_the_list_says() {
    for columns in examples() {
        let date = Edtf::parse_moment(columns[0]).expect(columns[0]);
        let found = [
            bound(date.earliest(), &date),
            bound(date.latest(), &date),
            format!("{:?}", date.extent()).to_lowercase(),
            format!("{:?}", date.certainty()).to_lowercase(),
            format!("{:?}", date.precision()).to_lowercase(),
        ];
        assert_eq!(found[..], columns[2..], "{}", columns[0]);
    }
}

#[test]
fn every_published_example_is_its_own_canonical_form() {
    for columns in examples() {
        let date = Edtf::parse_moment(columns[0]).unwrap();
        // A shift in hours alone is written with its minutes, as HTML and RFC 3339 want it.
        let canonical = columns[0].replace("30-04", "30-04:00");
        assert_eq!(date.as_edtf(), canonical);
        assert!(!date.words(Phrases::find("en")).is_empty());
    }
}

#[test]
fn the_list_is_whole() {
    let levels: Vec<&str> = examples().map(|columns| columns[1]).collect();
    assert_eq!(levels.iter().filter(|level| **level == "0").count(), 13);
    assert_eq!(levels.iter().filter(|level| **level == "1").count(), 24);
}

#[test]
fn the_one_of_sets_of_level_2_are_read() {
    for (text, words) in [
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
        ("[..1760-12-03]", "before 4 December 1760"),
        ("[1760-12..]", "after November 1760"),
        (
            "[1760-01,1760-02,1760-12..]",
            "January 1760, February 1760 or after November 1760",
        ),
        ("[1667,1760-12]", "1667 or December 1760"),
        ("[..1984]", "before 1985"),
    ] {
        let date = Edtf::parse(text).expect(text);
        assert_eq!(
            (date.as_edtf().as_str(), date.words(Phrases::find("en")).as_str()),
            (text, words)
        );
    }
}

#[test]
fn the_rest_of_level_2_is_refused_with_a_remedy() {
    for text in [
        "Y-17E7",
        "1950S2",
        "Y171010000S3",
        "2001-34",
        "{1960,1961-12}",
        "2004-06~-11",
        "?2004-06-~11",
        "156X-12-25",
        "XXXX-12-XX",
        "1XXX-XX",
        "1984-1X",
        "2004-06-~01/2004-06-~20",
    ] {
        let error = Edtf::parse(text).expect_err(text);
        assert!(error.help.starts_with("write") || error.help.contains('`'), "{text}");
    }
}
