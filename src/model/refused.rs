//! What is said of an address that is not linked.

use super::target::{Refused, scheme};
use crate::diag::{Diagnostic, codes};
use crate::files::Span;

/// The endings of names that are files rather than hosts.
const FILES: [&str; 12] = [
    "md", "markdown", "html", "htm", "pdf", "png", "jpg", "jpeg", "svg", "yaml", "json",
    "txt",
];

/// Reports an address that is not linked, unless it is one that can run a program: the text's own
/// reading has told that.
pub fn refused_address(written: &str, why: &Refused, span: Span) -> Option<Diagnostic> {
    let found = |message: String| Diagnostic::new(codes::UNLINKED_ADDRESS, span, message);
    Some(match why {
        Refused::Dangerous(_) => return None,
        Refused::NoScheme => found(format!("`{written}` is no address")),
        Refused::NoHost(scheme) => {
            let rest = written.split_once(':').map_or("", |(_, rest)| rest);
            let rest = rest.trim_start_matches(['/', '\\']);
            let one = found(format!("the address `{written}` names no host"));
            match rest.is_empty() {
                true => {
                    one.help(format!("write the whole of it: `{scheme}://example.org/`"))
                }
                false => one.help(format!("write `{scheme}://{rest}`")),
            }
        }
        Refused::Empty(scheme) => {
            found(format!("nothing follows `{scheme}:` in this address"))
                .help("write the whole of it, or take the link out")
        }
        Refused::Unknown(scheme) => {
            let one = found(format!("`{scheme}:` is no scheme that is linked"));
            match whole(written) {
                Some(whole) => one.help(format!("write `{whole}`")),
                None => one
                    .note("a page could lead its readers into any program by such an address")
                    .help("link an `https://` address, or write the address as plain words"),
            }
        }
    })
}

/// The whole address of what is written as people say it: `www.example.org/page`,
/// `me@example.org`, `example.org:8080`.
pub fn whole(written: &str) -> Option<String> {
    let host = written.split(['/', '?', '#']).next().unwrap_or_default();
    let rest = &written[host.len()..];
    let host = match host.split_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        Some(_) => return None,
        None => host,
    };
    if let Some((user, mail)) = host.split_once('@') {
        return (rest.is_empty() && !user.is_empty() && is_host(mail))
            .then(|| format!("mailto:{written}"));
    }
    let is_known = scheme(written).is_none_or(|scheme| scheme.contains('.'));
    (is_host(host) && is_known).then(|| format!("https://{written}"))
}

/// Whether a text looks like the name of a host, and not like that of a file.
fn is_host(text: &str) -> bool {
    let Some((front, last)) = text.rsplit_once('.') else { return false };
    let is_label =
        |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.' || !c.is_ascii();
    let is_last = last.len() >= 2 && last.chars().all(|c| c.is_alphabetic());
    !front.is_empty()
        && !front.starts_with('.')
        && front.chars().all(is_label)
        && is_last
        && !FILES.contains(&&*last.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_say_for_an_address_is_made_whole() {
        let made = |text| whole(text);
        assert_eq!(made("www.example.org").as_deref(), Some("https://www.example.org"));
        assert_eq!(made("example.org/a?b").as_deref(), Some("https://example.org/a?b"));
        assert_eq!(made("example.org:80/a").as_deref(), Some("https://example.org:80/a"));
        assert_eq!(made("me@example.org").as_deref(), Some("mailto:me@example.org"));
        for other in
            ["a.md", "people/jane.roe", "foo:bar", "../x.org", "a", "source:x", "1.5"]
        {
            assert_eq!(made(other), None, "{other}");
        }
    }
}
