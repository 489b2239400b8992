//! The numbers of a text, and what of them may be a coordinate.

/// A number as it is written, without its sign.
#[derive(Debug, Clone, Copy, PartialEq)]
struct PlainNumber {
    value: f64,
    /// How many digits stand behind its point.
    decimals: usize,
    start: usize,
    end: usize,
}

/// A number of degrees: written as such, or with minutes and seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WrittenDegrees {
    /// How many, without the sign.
    pub(super) value: f64,
    /// The step between two that can be told apart when they are written so.
    pub(super) step: f64,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// So many bytes stand between degrees, minutes and seconds at most: `&deg; `.
const BETWEEN: usize = 6;

/// A number with more digits than this before its point is none of degrees.
const DIGITS: usize = 3;

/// All that may be degrees in a text, in order of where it begins.
pub(super) fn degrees(text: &str) -> Vec<WrittenDegrees> {
    let numbers = numbers(text);
    let mut all = Vec::new();
    for (n, first) in numbers.iter().enumerate() {
        if first.value >= 360.0 {
            continue;
        }
        if first.decimals > 0 {
            let step = 0.1_f64.powi(first.decimals.min(12) as i32);
            let PlainNumber { value, start, end, .. } = *first;
            all.push(WrittenDegrees { value, step, start, end });
            continue;
        }
        let is_part = |before: &PlainNumber, one: &PlainNumber| {
            let between = text.get(before.end..one.start).unwrap_or_default();
            one.value < 60.0
                && one.start - before.end <= BETWEEN
                && !between.contains(|c: char| c.is_alphabetic() || "\n,;.-".contains(c))
        };
        let Some(minutes) = numbers.get(n + 1).filter(|it| is_part(first, it)) else {
            continue;
        };
        let step = 0.1_f64.powi(minutes.decimals.min(12) as i32) / 60.0;
        let value = first.value + minutes.value / 60.0;
        all.push(WrittenDegrees { value, step, start: first.start, end: minutes.end });
        let seconds = numbers.get(n + 2).filter(|it| is_part(minutes, it));
        if let Some(seconds) = seconds.filter(|_| minutes.decimals == 0) {
            let step = 0.1_f64.powi(seconds.decimals.min(12) as i32) / 3600.0;
            let value = value + seconds.value / 3600.0;
            all.push(WrittenDegrees {
                value,
                step,
                start: first.start,
                end: seconds.end,
            });
        }
    }
    all
}

/// Numbers with a point or a comma before their decimals.
fn numbers(text: &str) -> Vec<PlainNumber> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut all = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let whole = digits(at);
        if whole == 0 {
            at += 1;
            continue;
        }
        let mut end = at + whole;
        let has_point = matches!(bytes.get(end), Some(b'.' | b','));
        let decimals = if has_point { digits(end + 1) } else { 0 };
        let before = text[at..end].parse::<f64>().unwrap_or(f64::MAX);
        let mut value = before;
        if decimals > 0 {
            let fraction = &text[end + 1..end + 1 + decimals];
            value += format!("0.{fraction}").parse::<f64>().unwrap_or_default();
            end += 1 + decimals;
        }
        if whole <= DIGITS {
            all.push(PlainNumber { value, decimals, start: at, end });
        }
        at = end;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let all = degrees(text);
        all.iter()
            .map(|it| (format!("{:.5}", it.value), format!("{:.5}", it.step)))
            .collect()
    }

    fn one(value: &str, step: &str) -> (String, String) {
        (value.to_owned(), step.to_owned())
    }

    #[test]
    fn degrees_are_read_in_every_form() {
        let precise = one("53.34981", "0.00028");
        for text in ["53°20'59.3\"N", "53° 20′ 59.3″", "53 20 59.3 N", "53:20:59,3"]
        {
            assert!(
                found(text).iter().any(|it| it.0 == precise.0),
                "{text} {:?}",
                found(text)
            );
        }
        assert_eq!(
            found("@53.3498,-6.26"),
            [one("53.34980", "0.00010"), one("6.26000", "0.01000")]
        );
        assert_eq!(found("geo:53.3498,-6.2603;u=5")[0], one("53.34980", "0.00010"));
        assert_eq!(found("53,3498° N"), [one("53.34980", "0.00010")]);
        assert!(found("N 53 20.988").contains(&one("53.34980", "0.00002")));
        assert_eq!(found("page 12, in 2022"), []);
        assert_eq!(found("1984.55 and 1234567.1"), []);
    }
}
