//! Who is answered: a browser of this machine that was led here by nobody else.
//!
//! What is shown is unpublished. A page of another site, open in the same browser, may send requests to this
//! machine, and may have a name of its own that suddenly means it (DNS rebinding). So the `Host` has
//! to be the loopback address; what a browser says of where a request comes from has to be this site, or nobody;
//! and no answer may be read, framed or embedded elsewhere ([`HEADERS`]).

/// What of a request says who asks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asker<'r> {
    pub(super) method: &'r str,
    /// The header `Host`.
    pub(super) host: Option<&'r str>,
    /// The header `Origin`.
    pub(super) origin: Option<&'r str>,
    /// The header `Sec-Fetch-Site`.
    pub(super) from: Option<&'r str>,
}

/// Why a request is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It wants something done.
    Method,
    /// It is meant for another host.
    Host,
    /// It comes from another site.
    Stranger,
}

impl Refusal {
    /// The status of the answer.
    pub(super) fn status(self) -> u16 {
        match self {
            Refusal::Method => 405,
            Refusal::Host => 421,
            Refusal::Stranger => 403,
        }
    }

    /// The reason, for a person who has come by accident.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Refusal::Method => "Pages can be read here, and nothing else.",
            Refusal::Host => "This is no address of the site that is shown here.",
            Refusal::Stranger => {
                "A page of another site led here, which is not let in. Open the address yourself."
            }
        }
    }
}

/// Why the one who asks gets no answer on this port; `None` where they do.
pub(super) fn refusal(asker: &Asker<'_>, port: u16) -> Option<Refusal> {
    if !matches!(asker.method, "GET" | "HEAD") {
        return Some(Refusal::Method);
    }
    let is_here = |host: &str| {
        let own = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        own.iter().any(|own| host.eq_ignore_ascii_case(own))
    };
    if !asker.host.is_some_and(is_here) {
        return Some(Refusal::Host);
    }
    let is_own = |origin: &str| origin.strip_prefix("http://").is_some_and(is_here);
    let is_stranger = asker.origin.is_some_and(|origin| !is_own(origin))
        || asker.from.is_some_and(|from| !matches!(from, "same-origin" | "none"));
    is_stranger.then_some(Refusal::Stranger)
}

/// Headers of every answer. The policy is the one that pages of a site keep, with what the script of this room
/// needs: to ask for news where it comes from.
pub(super) const HEADERS: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; \
         font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-robots-tag", "noindex"),
    ("cache-control", "no-store"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const PORT: u16 = 4400;

    /// Somebody who typed the address.
    const SOMEBODY: Asker<'_> = Asker {
        method: "GET",
        host: Some("127.0.0.1:4400"),
        origin: None,
        from: Some("none"),
    };

    #[test]
    fn who_types_the_address_or_follows_a_link_of_the_site_is_answered() {
        let link = Asker { from: Some("same-origin"), ..SOMEBODY };
        let script = Asker { origin: Some("http://127.0.0.1:4400"), ..link };
        let by_name = Asker { host: Some("LocalHost:4400"), ..SOMEBODY };
        let command = Asker { from: None, ..SOMEBODY };
        let head = Asker { method: "HEAD", ..SOMEBODY };
        for asker in [SOMEBODY, link, script, by_name, command, head] {
            assert_eq!(refusal(&asker, PORT), None, "{asker:?}");
        }
    }

    #[test]
    fn a_name_that_means_this_machine_only_now_is_refused() {
        let hosts = [
            "evil.example:4400",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.0.0.1:44000",
            "localhost.evil.example:4400",
            "127.0.0.1:4400.evil.example",
            "0.0.0.0:4400",
            "",
        ];
        for host in hosts {
            let asker = Asker { host: Some(host), ..SOMEBODY };
            assert_eq!(refusal(&asker, PORT), Some(Refusal::Host), "{host}");
        }
        let none = Asker { host: None, ..SOMEBODY };
        assert_eq!(refusal(&none, PORT), Some(Refusal::Host));
    }

    #[test]
    fn a_page_of_another_site_is_refused() {
        for from in ["cross-site", "same-site", "", "anything"] {
            let asker = Asker { from: Some(from), ..SOMEBODY };
            assert_eq!(refusal(&asker, PORT), Some(Refusal::Stranger), "{from}");
        }
        for origin in ["https://evil.example", "http://localhost:3000", "null"] {
            let asker = Asker { from: None, origin: Some(origin), ..SOMEBODY };
            assert_eq!(refusal(&asker, PORT), Some(Refusal::Stranger), "{origin}");
        }
    }

    #[test]
    fn nothing_can_be_done_here_but_reading() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get"] {
            let asker = Asker { method, ..SOMEBODY };
            assert_eq!(refusal(&asker, PORT), Some(Refusal::Method), "{method}");
        }
    }

    #[test]
    fn no_answer_is_for_another_site() {
        let is_cors = |(name, _): &(&str, &str)| name.starts_with("access-control-");
        assert!(!HEADERS.iter().any(is_cors));
        assert!(!HEADERS[0].1.contains("unsafe"));
    }
}
