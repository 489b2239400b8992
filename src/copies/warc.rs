//! Web archives (WARC, ISO 28500): the pages that they hold, their own sums compared.

use super::headers::Headers;
use super::transcript::{CopyPart, PartPlace, Transcript, Unread};
use super::{charset, html, packed, pdf, sums};

/// The pages of a web archive: where one of them has this address, only that.
pub(super) fn read(bytes: &[u8], address: Option<&str>) -> Result<Transcript, Unread> {
    let mut archive = WebPages::default();
    archive.add(bytes)?;
    Ok(archive.transcript(address))
}

/// What was read of one or several files of an archive.
#[derive(Debug, Default)]
pub(super) struct WebPages {
    pages: Vec<SavedPage>,
    sums: usize,
    /// How many bytes of text there are.
    size: usize,
}

/// A page that was saved.
#[derive(Debug)]
struct SavedPage {
    address: String,
    /// The day on which it was saved.
    saved: Option<String>,
    parts: Vec<CopyPart>,
}

/// So many bytes of text of all pages are kept.
const MOST_TEXT: usize = 64 << 20;

impl WebPages {
    /// Reads one more file of it.
    pub(super) fn add(&mut self, bytes: &[u8]) -> Result<(), Unread> {
        let unpacked;
        let mut rest = bytes;
        if bytes.starts_with(&[0x1f, 0x8b]) {
            unpacked = packed::gunzipped(bytes)?;
            rest = &unpacked;
        }
        let mut is_any = false;
        while let Some(at) = memchr::memmem::find(rest, b"WARC/") {
            // Only line ends may stand between two records.
            if rest[..at].iter().any(|byte| !byte.is_ascii_whitespace()) {
                break;
            }
            is_any = true;
            let line =
                memchr::memchr(b'\n', &rest[at..]).map_or(rest.len(), |n| at + n + 1);
            let (headers, behind) = Headers::split(&rest[line..]);
            let length =
                headers.get("content-length").and_then(|n| n.parse::<usize>().ok());
            let Some(block) = length.and_then(|length| behind.get(..length)) else {
                return Err(Unread::Damaged("a record of it ends too early"));
            };
            rest = &behind[block.len()..];
            self.record(&headers, block)?;
        }
        is_any.then_some(()).ok_or(Unread::Damaged("it holds no record"))
    }

    /// Adds a page that is told in another way than by a record.
    pub(super) fn add_text(&mut self, address: &str, saved: Option<String>, text: &str) {
        let part = CopyPart { place: PartPlace::Whole, text: text.to_owned() };
        self.pages.push(SavedPage {
            address: address.to_owned(),
            saved,
            parts: vec![part],
        });
    }

    /// Counts one more sum that was compared.
    pub(super) fn compare(
        &mut self,
        told: Option<&str>,
        part: &str,
        of: &[&[u8]],
    ) -> Result<(), Unread> {
        let Some(told) = told else { return Ok(()) };
        let found: Vec<bool> =
            of.iter().filter_map(|bytes| sums::agrees(told, bytes)).collect();
        if found.is_empty() {
            return Ok(());
        }
        self.sums += 1;
        let agrees = found.contains(&true);
        agrees.then_some(()).ok_or_else(|| Unread::Tampered(part.to_owned()))
    }

    fn record(&mut self, headers: &Headers, block: &[u8]) -> Result<(), Unread> {
        let address = headers.get("warc-target-uri").unwrap_or_default();
        let address = address.trim_start_matches('<').trim_end_matches('>');
        let name = if address.is_empty() { "a record" } else { address };
        self.compare(headers.get("warc-block-digest"), name, &[block])?;
        let kind = headers.get("warc-type").unwrap_or_default();
        let is_http = headers.content_type().starts_with("application/http");
        let of_payload = headers.get("warc-payload-digest");
        let parts = match kind {
            "response" if is_http => {
                let (http, body) = Headers::split(behind_status(block));
                let joined = is_chunked(&http).then(|| unchunked(body));
                let whole = joined.as_deref().unwrap_or(body);
                // Some programs sum what came over the wire, others what it means.
                self.compare(of_payload, name, &[body, whole])?;
                match is_success(block) {
                    true => parts(&http, whole),
                    false => return Ok(()),
                }
            }
            "resource" | "conversion" | "response" => {
                self.compare(of_payload, name, &[block])?;
                parts(headers, block)
            }
            _ => return Ok(()),
        };
        self.size += parts.iter().map(|part| part.text.len()).sum::<usize>();
        if self.size > MOST_TEXT {
            return Err(Unread::TooLarge);
        }
        if !parts.is_empty() {
            let saved = headers.get("warc-date").and_then(|date| date.get(..10));
            let saved = saved.map(str::to_owned);
            self.pages.push(SavedPage { address: address.to_owned(), saved, parts });
        }
        Ok(())
    }

    /// All pages; where one of them has the address that is asked for, only that.
    pub(super) fn transcript(self, address: Option<&str>) -> Transcript {
        let WebPages { mut pages, sums, .. } = self;
        let is_it = |page: &SavedPage| {
            address.is_some_and(|url| plain(url) == plain(&page.address))
        };
        if pages.iter().any(is_it) {
            pages.retain(is_it);
        }
        let first = pages.first();
        let saved = first.and_then(|page| page.saved.clone());
        let address = first.map(|page| page.address.clone());
        let parts = pages.into_iter().flat_map(|page| page.parts).collect();
        Transcript { parts, saved, address, sums }
    }
}

/// What tells an address from others: without scheme, `www.`, fragment and a slash at its end.
fn plain(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let behind = address.split_once("://").map_or(address, |(_, behind)| behind);
    let behind = behind.strip_prefix("www.").unwrap_or(behind);
    let (host, path) = behind.split_once('/').unwrap_or((behind, ""));
    format!("{}/{}", host.to_ascii_lowercase(), path.trim_end_matches('/'))
}

/// An answer of a server without its first line.
fn behind_status(block: &[u8]) -> &[u8] {
    let line = memchr::memchr(b'\n', block).map_or(block.len(), |at| at + 1);
    &block[line..]
}

/// Whether a server's answer says that all went well.
fn is_success(block: &[u8]) -> bool {
    let line = &block[..block.len().min(64)];
    let line = String::from_utf8_lossy(line);
    line.split_whitespace().nth(1).is_some_and(|code| code.starts_with('2'))
}

fn is_chunked(http: &Headers) -> bool {
    http.get("transfer-encoding")
        .is_some_and(|how| how.to_ascii_lowercase().contains("chunked"))
}

/// A body without the lengths of its chunks (RFC 9112, section 7.1); as it is where it has none.
fn unchunked(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let line = String::from_utf8_lossy(&rest[..end]).into_owned();
        let length = line.split(';').next().unwrap_or_default().trim();
        let Ok(length) = usize::from_str_radix(length, 16) else { break };
        let behind = &rest[end + 1..];
        if length == 0 {
            return out;
        }
        let Some(chunk) = behind.get(..length) else { break };
        out.extend_from_slice(chunk);
        rest = &behind[length..];
        rest = rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.strip_prefix(b"\n"))
            .unwrap_or(rest);
    }
    if out.is_empty() { body.to_vec() } else { out }
}

/// The text of what a server sent, if it is of a form that has one.
fn parts(headers: &Headers, body: &[u8]) -> Vec<CopyPart> {
    let encoding =
        headers.get("content-encoding").unwrap_or_default().trim().to_ascii_lowercase();
    let unpacked = packed::unpacked_body(body, &encoding);
    let body = unpacked.as_deref().unwrap_or(body);
    let told = headers.parameter("charset");
    let text = match &*headers.content_type() {
        "text/html" | "application/xhtml+xml" => html::read(body, told.as_deref()),
        "text/plain" => charset::decode(body, told.as_deref()),
        "application/pdf" => {
            return pdf::read(body).map_or(Vec::new(), |found| found.parts);
        }
        _ => return Vec::new(),
    };
    let text = text.into_iter().filter(|text| !text.trim().is_empty());
    text.map(|text| CopyPart { place: PartPlace::Whole, text }).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::copies) fn record(address: &str, more: &str, body: &str) -> String {
        let block = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{more}\r\n{body}"
        );
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2022-10-27T10:00:00Z\r\n\
             Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    }

    fn texts(warc: &str, address: Option<&str>) -> Vec<String> {
        let found = read(warc.as_bytes(), address).unwrap();
        found.parts.iter().map(|part| part.text.trim().to_owned()).collect()
    }

    #[test]
    fn the_page_of_the_address_is_read() {
        let warc = record("https://a.example/x", "", "<p>One</p>")
            + &record("https://a.example/y", "", "<p>Two</p>");
        assert_eq!(texts(&warc, None), ["One", "Two"]);
        assert_eq!(texts(&warc, Some("http://www.A.example/y/#z")), ["Two"]);
        assert_eq!(texts(&warc, Some("https://b.example/")), ["One", "Two"]);
        let found = read(warc.as_bytes(), None).unwrap();
        assert_eq!(found.saved.as_deref(), Some("2022-10-27"));
    }

    #[test]
    fn chunks_are_joined() {
        let warc = record(
            "https://a.example/",
            "Transfer-Encoding: chunked\r\n",
            "6\r\n<p>One\r\n5\r\n two \r\n0\r\n\r\n",
        );
        assert_eq!(texts(&warc, None), ["One two"]);
    }

    #[test]
    fn a_sum_that_differs_is_told() {
        let body = "<p>One</p>";
        let digest = "sha1:SMEQEDZMOFJ3IHX2KZJ4NHYLJLS4N3PI";
        let with = |digest: &str| {
            record("https://a.example/x", "", body).replace(
                "WARC-Date",
                &format!("WARC-Payload-Digest: {digest}\r\nWARC-Date"),
            )
        };
        let found = read(with(digest).as_bytes(), None);
        let own = sums::agrees(digest, body.as_bytes()) == Some(true);
        assert_eq!(found.is_ok(), own);
        let other = read(with("sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").as_bytes(), None);
        assert_eq!(other, Err(Unread::Tampered("https://a.example/x".into())));
        assert!(read(with("md5:x").as_bytes(), None).is_ok());
    }

    #[test]
    fn what_is_cut_off_is_told() {
        let warc = record("https://a.example/", "", "<p>One</p>");
        assert!(matches!(
            read(&warc.as_bytes()[..warc.len() - 8], None),
            Err(Unread::Damaged(_))
        ));
        assert!(matches!(read(b"", None), Err(Unread::Damaged(_))));
    }
}
