//! The names of people in BibTeX: `von Last, Jr, First and First von Last and others`.

use super::tex;
use crate::content::import::{Person, is_others, spoken};

/// The words that may stand between a family's and a given name in commas.
const SUFFIXES: [&str; 19] = [
    "jr", "jnr", "junior", "sr", "snr", "senior", "i", "ii", "iii", "iv", "v", "vi",
    "2nd", "3rd", "4th", "phd", "md", "esq", "filho",
];

/// A name as it is written, with the byte at which it begins.
type Written<'t> = (usize, &'t str);

/// Why a name can't be read.
pub(super) enum Fault {
    /// Nothing stands where a name should.
    Empty,
    /// More commas, or others, than a name has.
    Commas,
    /// A `;`, which divides nothing here.
    Semicolon,
}

/// The names in a field, each with the byte where it begins.
pub(super) fn people(raw: &str) -> Vec<(usize, Result<Person, Fault>)> {
    split(raw).into_iter().map(|(at, name)| (at, person(name))).collect()
}

/// The parts between one `and` and the next that no brace holds.
fn split(raw: &str) -> Vec<Written<'_>> {
    let mut names = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, byte) in raw.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'a' | b'A' if depth == 0 && at >= start && is_and(raw, at) => {
                names.push((start, &raw[start..at]));
                start = at + "and".len();
            }
            _ => {}
        }
    }
    names.push((start, &raw[start..]));
    names
}

/// Whether the word "and" stands alone at this byte.
fn is_and(raw: &str, at: usize) -> bool {
    let space = |c: char| c.is_whitespace() || c == '~';
    let word = raw.get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case("and"));
    word && raw[..at].chars().next_back().is_none_or(space)
        && raw[at + 3..].chars().next().is_none_or(space)
}

fn person(written: &str) -> Result<Person, Fault> {
    let said = tex::line(written).text;
    if said.is_empty() {
        return Err(Fault::Empty);
    }
    if is_others(&said) {
        return Ok(Person::Others);
    }
    let gap = [' ', '~', ',', '\n'];
    let mut named = written.trim_end();
    while let Some(first) = named.strip_suffix("et al.").or(named.strip_suffix("et al"))
        && first.ends_with(gap)
    {
        named = first.trim_end_matches(gap);
    }
    let name = name(named)?;
    match named.len() == written.trim_end().len() {
        true => Ok(Person::Named(name)),
        false => Ok(Person::AndOthers(name)),
    }
}

fn name(written: &str) -> Result<String, Fault> {
    if outside_braces(written, ';').len() > 1 {
        return Err(Fault::Semicolon);
    }
    let parts = outside_braces(written, ',');
    let texts: Vec<String> = parts.iter().map(|part| tex::line(part).text).collect();
    if let Some(named) = by_parts(&texts) {
        return named;
    }
    let name = match &texts[..] {
        [_] => in_order(written),
        [family, given] => spoken(&[given.as_str()], family, ""),
        [family, suffix, given] if is_suffix(suffix) => {
            spoken(&[given.as_str()], family, suffix)
        }
        // `King, Martin Luther, Jr.`, as many write it.
        [family, given, suffix] if is_suffix(suffix) => {
            spoken(&[given.as_str()], family, suffix)
        }
        _ => return Err(Fault::Commas),
    };
    if name.is_empty() { Err(Fault::Empty) } else { Ok(name) }
}

/// A name as it is said: given names first, but in Chinese, Japanese and Korean.
fn in_order(written: &str) -> String {
    let words = outside_braces_by(written, |c| c.is_whitespace() || c == '~');
    let words = words.iter().map(|word| tex::line(word).text);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    match &words[..] {
        [given, family] => spoken(&[given.as_str()], family, ""),
        _ => words.join(" "),
    }
}

/// BibLaTeX's names by their parts: `given=Jan, prefix=van, family=Dam`.
fn by_parts(texts: &[String]) -> Option<Result<String, Fault>> {
    let mut parts = [""; 4];
    for text in texts {
        let (key, value) = text.split_once('=')?;
        let place = match key.trim() {
            "given" => 0,
            "prefix" => 1,
            "family" => 2,
            "suffix" => 3,
            "given-i" | "family-i" | "prefix-i" | "suffix-i" | "useprefix" | "id"
            | "hash" => {
                continue;
            }
            _ => return None,
        };
        parts[place] = value.trim().trim_matches('"');
    }
    let [given, prefix, family, suffix] = parts;
    let name = spoken(&[given, prefix], family, suffix);
    Some(if name.is_empty() { Err(Fault::Empty) } else { Ok(name) })
}

fn is_suffix(text: &str) -> bool {
    let word: String = text.chars().filter(|c| *c != '.').collect();
    text.is_empty() || SUFFIXES.contains(&word.to_lowercase().as_str())
}

/// The parts between marks that no brace holds.
fn outside_braces(text: &str, mark: char) -> Vec<&str> {
    outside_braces_by(text, |c| c == mark)
}

fn outside_braces_by(text: &str, is_mark: impl Fn(char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut is_escaped) = (0_usize, 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if depth == 0 && !is_escaped && is_mark(c) => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
        is_escaped = c == '\\';
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(raw: &str) -> Vec<String> {
        let said = |(_, name)| match name {
            Ok(Person::Named(name)) => name,
            Ok(Person::AndOthers(name)) => format!("{name} +"),
            Ok(Person::Others) => "+".to_owned(),
            Err(Fault::Empty) => "empty".to_owned(),
            Err(Fault::Commas) => "commas".to_owned(),
            Err(Fault::Semicolon) => "semicolon".to_owned(),
        };
        people(raw).into_iter().map(said).collect()
    }

    #[test]
    fn names_are_given_in_the_order_in_which_they_are_said() {
        for (raw, names) in [
            (
                "Roe, Richard and Ann van der Berg",
                &["Richard Roe", "Ann van der Berg"][..],
            ),
            ("van der Berg, Ann", &["Ann van der Berg"]),
            ("Roe, Jr., Richard", &["Richard Roe Jr."]),
            ("Roe, Richard, III", &["Richard Roe III"]),
            ("{Band and Sons, Ltd.}", &["Band and Sons, Ltd."]),
            (
                "{Ministry of Examples} AND M{\\\"u}ller, J.~K.",
                &["Ministry of Examples", "J. K. Müller"],
            ),
            ("given=Jan, prefix=van, family=Dam", &["Jan van Dam"]),
            ("王, 靖渝 and 王 靖渝", &["王靖渝", "靖渝王"]),
            ("Anderson, Andy", &["Andy Anderson"]),
            ("S\\'{\\i} och\\'ana", &["Sí ochána"]),
        ] {
            assert_eq!(said(raw), names, "{raw}");
        }
    }

    #[test]
    fn others_are_no_person_and_nothing_is_no_name() {
        for (raw, names) in [
            ("Roe, R. and others", &["R. Roe", "+"][..]),
            ("Roe, R. and {others}", &["R. Roe", "+"]),
            ("Roe, R. and {et al.}", &["R. Roe", "+"]),
            ("Roe, R. et al.", &["R. Roe +"]),
            ("R. Roe et al.", &["R. Roe +"]),
            ("others", &["+"]),
            (" and ", &["empty", "empty"]),
            ("{}", &["empty"]),
            ("A and and B", &["A", "empty", "B"]),
            (", ", &["empty"]),
            ("Jane Roe, John Roe, Max Roe", &["commas"]),
            ("Roe, J.; Poe, K.", &["semicolon"]),
        ] {
            assert_eq!(said(raw), names, "{raw}");
        }
    }
}
