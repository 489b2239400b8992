//! Style rules in a picture: whether they would fetch anything.

use super::address::is_inside;
use std::borrow::Cow;

/// Why the rules `css`, of a picture, would fetch something, if they would.
pub(super) fn fetches(css: &str) -> Option<&'static str> {
    if !css.contains(['(', '@', '\\']) {
        return None;
    }
    let css = unescaped(css).to_ascii_lowercase();
    if css.contains("@import") {
        return Some("its style imports rules from elsewhere");
    }
    if css.contains("image-set(") || css.contains("src(") {
        return Some("its style names a file elsewhere");
    }
    let addresses = css.match_indices("url(").map(|(at, start)| &css[at + start.len()..]);
    for rest in addresses {
        let address = rest.split(')').next().unwrap_or_default();
        let address = address.trim().trim_matches(['"', '\'']);
        if !is_inside(address) {
            return Some("its style names a file elsewhere");
        }
    }
    None
}

/// The rules with each escape as the character that it stands for (CSS Syntax, section 4.3.7).
fn unescaped(css: &str) -> Cow<'_, str> {
    if !css.contains('\\') {
        return Cow::Borrowed(css);
    }
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let mut number = String::new();
        while number.len() < 6
            && let Some(digit) = rest.next_if(char::is_ascii_hexdigit)
        {
            number.push(digit);
        }
        match u32::from_str_radix(&number, 16) {
            Ok(number) => {
                rest.next_if(|c| c.is_ascii_whitespace());
                out.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            Err(_) => out.extend(rest.next()),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::fetches;

    #[test]
    fn rules_that_stay_inside_the_picture_are_fine() {
        for css in [
            "",
            ".a{fill:#f00;transform:rotate(3deg)}",
            "fill:url(#g)",
            "fill: url( '#g' )",
            "@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}",
            "content:'\\201C'",
            "@media (min-width:3px){a{fill:red}}",
        ] {
            assert_eq!(fetches(css), None, "{css}");
        }
    }

    #[test]
    fn rules_that_fetch_are_found_however_they_are_written() {
        for css in [
            "@import 'a.css'",
            "@IMPORT url(//x.example/a.css)",
            "fill:url(https://x.example/#g)",
            "fill:url(#a) url(b.svg#c)",
            "fill:\\75rl(https://x.example)",
            "fill:u\\000072 l('//x.example/a')",
            "@\\69mport 'a.css'",
            "background:image-set('https://x.example/a.png' 1x)",
            "fill:url(data:image/svg+xml;base64,AAAA)",
            "fill:url(",
            "fill:url(https://x",
        ] {
            // An address that is cut off and empty fetches nothing.
            assert_eq!(fetches(css).is_some(), css != "fill:url(", "{css}");
        }
    }
}
