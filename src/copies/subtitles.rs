//! Subtitles (SubRip, WebVTT): what is said, and when.

use super::html;
use super::transcript::{CopyPart, PartPlace, Transcript};

/// The cues of a file of subtitles.
pub(super) fn read(text: &str) -> Transcript {
    let mut parts: Vec<CopyPart> = Vec::new();
    let mut is_cue = false;
    for line in text.lines().map(str::trim) {
        if let Some((from, until)) = times(line) {
            parts.push(CopyPart {
                place: PartPlace::Cue { from, until },
                text: String::new(),
            });
            is_cue = true;
        } else if line.is_empty() {
            is_cue = false;
        } else if let Some(part) = parts.last_mut().filter(|_| is_cue) {
            part.text.push_str(html::text_of(line).trim());
            part.text.push('\n');
        }
    }
    // Subtitles that roll repeat the line before.
    let mut last = String::new();
    for part in &mut parts {
        let whole = part.text.clone();
        if let Some(rest) = whole.strip_prefix(&last).filter(|_| !last.is_empty()) {
            part.text = rest.to_owned();
        }
        last = whole.lines().last().map_or(String::new(), |line| format!("{line}\n"));
    }
    parts.retain(|part| !part.text.trim().is_empty());
    Transcript { parts, ..Transcript::default() }
}

/// The times of a line like `00:03:15,000 --> 00:03:17.500 align:start`.
fn times(line: &str) -> Option<(u64, u64)> {
    let (from, until) = line.split_once("-->").or_else(|| line.split_once(','))?;
    let until = until.split_whitespace().next()?;
    Some((milliseconds(from)?, milliseconds(until)?))
}

/// A point in time (`3:15`, `00:03:15.500`) in milliseconds.
pub(super) fn milliseconds(time: &str) -> Option<u64> {
    let (clock, rest) = match time.trim().split_once(['.', ',']) {
        Some((clock, rest)) => (clock, rest),
        None => (time.trim(), "0"),
    };
    let mut seconds: u64 = 0;
    let parts: Vec<&str> = clock.split(':').collect();
    if !(2..=3).contains(&parts.len()) || rest.is_empty() {
        return None;
    }
    for part in parts {
        let is_number =
            (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        seconds = seconds * 60 + part.parse::<u64>().ok().filter(|_| is_number)?;
    }
    let thousandths: String = rest.chars().chain("000".chars()).take(3).collect();
    Some(seconds * 1000 + thousandths.parse::<u64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_have_their_times() {
        let srt = "1\n00:00:01,000 --> 00:00:02,500\n<i>The office</i>\nis closed.\n\n2\n00:03:15,000 --> 00:03:17,000\nIt moved.\n";
        let vtt = "WEBVTT - x\n\nNOTE no\n\nintro\n00:01.000 --> 00:02.500 align:start\n<v Ann>The office\nis closed.\n\n03:15.000 --> 03:17.000\nIt moved.\n";
        for text in [srt, vtt] {
            let found = read(text);
            let shown: Vec<(PartPlace, &str)> =
                found.parts.iter().map(|p| (p.place.clone(), p.text.as_str())).collect();
            assert_eq!(
                shown,
                [
                    (
                        PartPlace::Cue { from: 1000, until: 2500 },
                        "The office\nis closed.\n"
                    ),
                    (PartPlace::Cue { from: 195_000, until: 197_000 }, "It moved.\n"),
                ]
            );
        }
    }

    #[test]
    fn lines_that_roll_are_said_once() {
        let vtt = "WEBVTT\n\n00:01.0 --> 00:02.0\none\n\n00:02.0 --> 00:03.0\none\ntwo\n\n00:03.0 --> 00:04.0\ntwo\n";
        let texts: Vec<String> =
            read(vtt).parts.into_iter().map(|part| part.text).collect();
        assert_eq!(texts, ["one\n", "two\n"]);
    }

    #[test]
    fn times_are_read_strictly() {
        assert_eq!(milliseconds("1:02:03.4"), Some(3_723_400));
        for text in ["", "5", "a:b", "1:2:3:4", "1:", "99999:00", "1:00."] {
            assert_eq!(milliseconds(text), None, "{text}");
        }
    }
}
