//! What the pages of a PDF are called: `i`, `ii`, `1`, `A-3` (ISO 32000, section 12.4.2).

use super::cmap::utf16;
use super::document::PdfFile;
use super::object::{PdfRecord, PdfValue};
use std::collections::BTreeMap;

/// So many nodes of the tree of labels are looked at.
const MOST: usize = 10_000;

/// So many pages are called by one rule.
const MOST_PAGES: usize = 20_000;

/// What pages are called, by their place from 0, where the file says it.
pub(super) fn of(document: &PdfFile<'_>) -> BTreeMap<usize, String> {
    let rules = rules(document);
    let mut labels = BTreeMap::new();
    let mut rules = rules.iter().peekable();
    while let Some((first, rule)) = rules.next() {
        let end = rules.peek().map_or(first + MOST_PAGES, |(next, _)| **next);
        let start = rule.get("St").index().unwrap_or(1);
        let prefix = match document.get(rule, "P") {
            PdfValue::Text(text) => match text.strip_prefix(b"\xfe\xff") {
                Some(wide) => utf16(wide),
                None => text.iter().map(|byte| char::from(*byte)).collect(),
            },
            _ => String::new(),
        };
        for page in *first..end.min(first + MOST_PAGES) {
            let number = start + (page - first);
            let own = numbered(rule.get("S").name().unwrap_or_default(), number);
            labels.insert(page, format!("{prefix}{own}"));
        }
    }
    labels.retain(|_, label| !label.is_empty());
    labels
}

/// The rules by the page from which on they hold.
fn rules(document: &PdfFile<'_>) -> BTreeMap<usize, PdfRecord> {
    let mut rules = BTreeMap::new();
    let tree = document.catalog().map(|catalog| catalog.get("PageLabels"));
    let mut open: Vec<&PdfValue> = tree.into_iter().collect();
    for _ in 0..MOST {
        let Some(node) = open.pop().and_then(|node| document.at(node).record()) else {
            break;
        };
        open.extend(document.get(node, "Kids").list());
        let numbers = document.get(node, "Nums").list();
        for pair in numbers.chunks_exact(2) {
            let page = document.at(&pair[0]).index();
            if let Some((page, rule)) = page.zip(document.at(&pair[1]).record()) {
                rules.insert(page, rule.clone());
            }
        }
    }
    rules
}

/// A number as a rule writes it.
fn numbered(style: &[u8], number: usize) -> String {
    match style {
        b"D" => number.to_string(),
        b"r" => roman(number).to_lowercase(),
        b"R" => roman(number),
        b"a" => letters(number).to_lowercase(),
        b"A" => letters(number),
        _ => String::new(),
    }
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let (mut rest, mut out) = (number.min(4000), String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

/// A to Z, then AA to ZZ.
fn letters(number: usize) -> String {
    let Some(place) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'A' + (place % 26) as u8);
    std::iter::repeat_n(letter, (place / 26 + 1).min(40)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_each_style() {
        assert_eq!(numbered(b"r", 14), "xiv");
        assert_eq!(numbered(b"A", 28), "BB");
        assert_eq!(numbered(b"D", 12), "12");
        assert_eq!(numbered(b"", 12), "");
    }
}
