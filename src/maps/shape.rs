//! The shapes that tell statuses apart: on maps, and before the word in every list.

use crate::config::Tone;

/// How many shapes each tone has. Its words take them in turn.
const EACH: usize = 4;

/// The shape of the word of a vocabulary that is the `nth` of its tone, from 0, as the data of an SVG path: it fills a box from
/// -8 to 8 about, and its holes are holes by the even-odd rule.
///
/// Each tone has a family, so that a reader can tell how grave a status is before the words are known: circles are open
/// questions, diamonds call for care, triangles are grave, squares are settled, bars are plain facts.
pub fn shape(tone: Tone, nth: usize) -> &'static str {
    let family: [&str; EACH] = match tone {
        Tone::Open => [
            concat!(
                "M-7\n0a7\n7\n0\n1\n0\n14\n0a7\n7\n0\n1\n0-14\n0z",
                "M-4\n0a4\n4\n0\n1\n0\n8\n0a4\n4\n0\n1\n0-8\n0z"
            ),
            concat!(
                "M-7\n0a7\n7\n0\n1\n0\n14\n0a7\n7\n0\n1\n0-14\n0z",
                "M-4-2a5\n5\n0\n0\n1\n8\n0zM-4\n2a5\n5\n0\n0\n0\n8\n0z"
            ),
            concat!(
                "M-7\n0a7\n7\n0\n1\n0\n14\n0a7\n7\n0\n1\n0-14\n0z",
                "M-5\n0a5\n5\n0\n1\n0\n10\n0a5\n5\n0\n1\n0-10\n0z",
                "M-2\n0a2\n2\n0\n1\n0\n4\n0a2\n2\n0\n1\n0-4\n0z"
            ),
            "M-2-7A7\n7\n0\n0\n0-2\n7v-3A4\n4\n0\n0\n1-2-4zM2-7A7\n7\n0\n0\n1\n2\n7v-3A4\n4\n0\n0\n0\n2-4z",
        ],
        Tone::Caution => [
            "M0-8l8\n8-8\n8-8-8zM0-4v8l4-4z",
            "M0-8l8\n8-8\n8-8-8zM0-4l4\n4-4\n4-4-4z",
            "M0-8l8\n8-8\n8-8-8zM-4\n0l4\n4\n4-4z",
            "M0-8l8\n8-8\n8-8-8zM0-5l-5\n5\n5\n5\n5-5zM0-2l2\n2-2\n2-2-2z",
        ],
        Tone::Alert => [
            "M0-7l8\n14h-16z",
            "M0-7l8\n14h-16zM0-1l-3\n5h6z",
            "M0\n7l-8-14h16z",
            "M0\n7l-8-14h16zM0\n1l3-5h-6z",
        ],
        Tone::Resolved => [
            "M-6-6h12v12h-12z",
            "M-6-6h12v12h-12zM-4\n3l7-7h-7z",
            "M-6-6h12v12h-12zM-3-3v6h6v-6z",
            "M-6-6h12v12h-12zM-4-4v3h8v-3z",
        ],
        Tone::Neutral => [
            "M-7-2h14v4h-14z",
            "M-7-5h14v3h-14zM-7\n2h14v3h-14z",
            "M-2-7h4v5h5v4h-5v5h-4v-5h-5v-4h5z",
            "M-7-5l2-2\n5\n5\n5-5\n2\n2-5\n5\n5\n5-2\n2-5-5-5\n5-2-2\n5-5z",
        ],
    };
    family[nth % EACH]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 5] =
        [Tone::Neutral, Tone::Open, Tone::Caution, Tone::Alert, Tone::Resolved];

    #[test]
    fn no_two_shapes_are_alike_before_a_tone_begins_again() {
        let mut all: Vec<&str> = TONES
            .iter()
            .flat_map(|tone| (0..EACH).map(|nth| shape(*tone, nth)))
            .collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), TONES.len() * EACH);
        assert_eq!(shape(Tone::Alert, EACH), shape(Tone::Alert, 0));
    }

    #[test]
    fn a_shape_is_no_coordinate() {
        // Numbers that are parted by a space may be read as degrees and minutes.
        for tone in TONES {
            for nth in 0..EACH {
                assert!(!shape(tone, nth).contains([' ', ',', '.']));
            }
        }
    }
}
