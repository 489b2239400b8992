//! Where a quotation stands in a text.

use super::folding::{Dash, Folded, is_unspaced};
use super::quotation::Quotation;
use std::ops::Range;

/// So many bytes of a folded text at most may be left out at one `[…]`: some three hundred words. Words from
/// further apart are no passage.
pub const LONGEST_GAP: usize = 2000;

/// So many places of one piece are looked at.
const MOST_PLACES: usize = 1 << 18;

/// Where the quotation stands in `text`, beginning in `within`.
pub fn find(
    quotation: &Quotation,
    text: &Folded,
    within: &Range<usize>,
) -> Option<Range<usize>> {
    quotation.readings.iter().find_map(|pieces| find_pieces(pieces, text, within))
}

/// Where these pieces stand one behind the other, none too far from the one before it.
fn find_pieces(
    pieces: &[Folded],
    text: &Folded,
    within: &Range<usize>,
) -> Option<Range<usize>> {
    let (first, rest) = pieces.split_first()?;
    // Where the quotation may begin, with where the piece that was found last ends; in order of both.
    let mut found: Vec<Range<usize>> = places(first, text, within.clone())
        .filter(|place| place.start < within.end)
        .collect();
    for piece in rest {
        let (from, until) = (found.first()?.end, found.last()?.end + LONGEST_GAP);
        let behind = from..until.saturating_add(piece.len()).min(text.len());
        found = chained(&found, places(piece, text, behind));
    }
    found.into_iter().next()
}

/// What goes on from a passage that was found, with where that begins.
fn chained(
    found: &[Range<usize>],
    next: impl Iterator<Item = Range<usize>>,
) -> Vec<Range<usize>> {
    let mut nearest = 0;
    let next = next.filter_map(|place| {
        while found.get(nearest + 1).is_some_and(|one| one.end <= place.start) {
            nearest += 1;
        }
        let before = &found[nearest];
        let gap = place.start.checked_sub(before.end)?;
        (gap <= LONGEST_GAP).then_some(before.start..place.end)
    });
    next.collect()
}

/// The places of a piece that begin in `range`, whole words each.
fn places<'t>(
    piece: &'t Folded,
    text: &'t Folded,
    range: Range<usize>,
) -> impl Iterator<Item = Range<usize>> + 't {
    let finder = memchr::memmem::Finder::new(piece.bare.as_bytes()).into_owned();
    let mut from = range.start;
    let end = range.end.saturating_add(piece.bare.len()).min(text.bare.len());
    let all = std::iter::from_fn(move || {
        let start = from + finder.find(text.bare.as_bytes().get(from..end)?)?;
        from = text.bare.ceil_char_boundary(start + 1);
        Some(start..start + piece.bare.len())
    });
    let is_whole = move |place: &Range<usize>| {
        has_dashes(piece, text, place)
            && begins(piece, text, place.start)
            && ends(text, place.end)
    };
    all.take(MOST_PLACES).filter(is_whole)
}

/// Whether the dashes of the text at a place are those of the piece.
fn has_dashes(piece: &Folded, text: &Folded, place: &Range<usize>) -> bool {
    let mut own = piece.dashes.iter().map(|(at, _)| *at + place.start).peekable();
    for (at, dash) in text.dashes_in(place) {
        let is_own = own.next_if_eq(&at).is_some();
        let is_edge = at == place.start || at == place.end;
        if !is_own && !is_edge && dash != Dash::LineEnd {
            return false;
        }
    }
    own.next().is_none()
}

/// Whether a word of the text begins at a place.
fn begins(piece: &Folded, text: &Folded, at: usize) -> bool {
    let mut before = text.bare[..at].chars().rev();
    let (Some(last), next) = (before.next(), text.bare[at..].chars().next()) else {
        return is_no_minus(piece, text, at, None);
    };
    let is_digit = next.is_some_and(|c| c.is_ascii_digit());
    if is_digit && matches!(last, '.' | ',') {
        return !before.next().is_some_and(|c| c.is_ascii_digit());
    }
    parts(last, next, text.dash_at(at)) && is_no_minus(piece, text, at, Some(last))
}

/// Whether a number that begins at a place has no minus before it that the piece lacks.
fn is_no_minus(piece: &Folded, text: &Folded, at: usize, last: Option<char>) -> bool {
    let is_digit = text.bare[at..].starts_with(|c: char| c.is_ascii_digit());
    let is_open = last.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
    let has_own = piece.dashes.first().is_some_and(|(at, _)| *at == 0);
    !(is_digit && is_open && !has_own && text.dash_at(at).is_some())
}

/// Whether a word of the text ends at a place.
fn ends(text: &Folded, at: usize) -> bool {
    let mut behind = text.bare[at..].chars();
    let (Some(last), Some(next)) = (text.bare[..at].chars().next_back(), behind.next())
    else {
        return true;
    };
    let after = behind.next();
    match next {
        '.' | ',' if last.is_ascii_digit() => !after.is_some_and(|c| c.is_ascii_digit()),
        // `can` is no word of `can't`.
        '\'' if last.is_alphanumeric() => !after.is_some_and(char::is_alphabetic),
        _ => parts(last, Some(next), text.dash_at(at)),
    }
}

/// Whether two characters with this dash between them belong to two words.
fn parts(last: char, next: Option<char>, dash: Option<Dash>) -> bool {
    let Some(next) = next else { return true };
    let is_one_word = last.is_alphanumeric()
        && next.is_alphanumeric()
        && !is_unspaced(last)
        && !is_unspaced(next);
    !is_one_word || dash == Some(Dash::Long)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(quoted: &str, text: &str) -> bool {
        let text = Folded::of(text);
        let quotation = Quotation::new(quoted).unwrap();
        find(&quotation, &text, &(0..text.len())).is_some()
    }

    #[test]
    fn words_stand_where_they_are_written() {
        let text = "The Department said the office “should close and cease oper-\nations”, \
                    a well-\nknown demand: the embassy’s non-violent reply fell by 3.5%.";
        for quoted in [
            "should close and cease operations",
            "should close and cease operations.",
            "the office 'should close",
            "well-known demand",
            "wellknown demand",
            "The Department […] should close",
            "[T]he office",
            "[t]he Department said",
            "the office [in Dublin] \"should close",
            "embassy's non-violent reply",
            "fell by 3.5",
        ] {
            assert!(stands(quoted, text), "{quoted}");
        }
    }

    #[test]
    fn what_is_not_written_stands_nowhere() {
        let text = "The Department said the office should close and cease operations. \
                    It can't be non-violent; it fell by 3.5 to -7, of 1,500 in 2022-10.";
        for quoted in [
            "should Close",
            "close should",
            "should close cease operations",
            "cease operation",
            "hould close",
            "operations […] should close",
            "It can",
            "violent",
            "it fell by 3",
            "5 to",
            "7, of",
            "500 in",
            "non-",
            "[A]he office",
            "should close [not] cease",
        ] {
            assert!(!stands(quoted, text), "{quoted}");
        }
    }

    #[test]
    fn other_scripts_are_looked_for_too() {
        assert!(stands("警方走了", "据报道，警方\n走了。"));
        assert!(stands("应当关闭", "爱尔兰说，“海外站”应当关闭并停止运作。"));
        assert!(stands("должен закрыть", "Ирландия: он «должен закрыть» его"));
        assert!(!stands("закры", "Ирландия: он «должен закрыть» его"));
        assert!(stands("يجب أن يغلق", "قال إنه \u{202b}يجب أن يغلق\u{202c}."));
        assert!(stands("서울에 있다", "사무소는 서울에 있다."));
    }

    #[test]
    fn what_is_left_out_is_not_long() {
        let far = format!("It was closed. {} In May.", "word ".repeat(500));
        assert!(stands(
            "It was closed […] In May",
            "It was closed. It was quiet. In May."
        ));
        assert!(!stands("It was closed […] In May", &far));
        let twice = format!("{far} It was closed. In May.");
        assert!(stands("It was closed […] In May", &twice));
        let between = format!("a b {} a c b d", "x ".repeat(1200));
        assert!(stands("a […] b […] d", &between));
    }

    #[test]
    fn a_passage_begins_where_it_is_asked_for() {
        let text = Folded::of("one two one two");
        let quotation = Quotation::new("one two").unwrap();
        assert_eq!(find(&quotation, &text, &(1..9)), Some(8..15));
        assert_eq!(find(&quotation, &text, &(1..8)), None);
    }

    #[test]
    fn the_same_again_and_again_takes_no_longer() {
        let text = Folded::of(&"a".repeat(200_000));
        let quotation = Quotation::new(&"a".repeat(2000)).unwrap();
        assert_eq!(find(&quotation, &text, &(0..text.len())), None);
    }
}
