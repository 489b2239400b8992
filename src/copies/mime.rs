//! Mail and pages saved as one file (`.eml`, `.mht`): their parts, decoded (RFC 2045 to 2047).

use super::headers::Headers;
use super::transcript::{CopyPart, PartPlace, Transcript, Unread};
use super::{charset, html, pdf};

/// Parts may lie in parts so deep.
const DEEPEST: usize = 12;

/// So many parts of a message are read.
const MOST_PARTS: usize = 2000;

/// The texts of a message.
pub(super) fn read(bytes: &[u8]) -> Result<Transcript, Unread> {
    let (headers, body) = Headers::split(bytes);
    let mut found = Transcript {
        address: headers.get("snapshot-content-location").map(str::to_owned),
        ..Transcript::default()
    };
    // Of mail, the date is that of the message; of a saved page, the day on which it was saved.
    if found.address.is_some() {
        found.saved = headers.get("date").and_then(day);
    }
    let subject = headers.get("subject").map(encoded_words);
    found.parts.extend(subject.map(whole));
    let mut open = vec![(headers, body, 0)];
    let mut count = 0;
    while let Some((headers, body, depth)) = open.pop() {
        count += 1;
        if count > MOST_PARTS {
            return Err(Unread::TooLarge);
        }
        let kind = headers.content_type();
        let boundary =
            headers.parameter("boundary").filter(|_| kind.starts_with("multipart/"));
        match boundary {
            Some(boundary) if depth < DEEPEST => {
                let parts = parts(body, &boundary);
                // The first is to be taken out first.
                open.extend(parts.into_iter().rev().map(|part| {
                    let (headers, body) = Headers::split(part);
                    (headers, body, depth + 1)
                }));
            }
            Some(_) => return Err(Unread::Damaged("its parts lie in parts too deep")),
            None => add(&headers, body, &kind, &mut found.parts)?,
        }
    }
    Ok(found)
}

fn whole(text: String) -> CopyPart {
    CopyPart { place: PartPlace::Whole, text }
}

/// Adds the text of one part, if it has any.
fn add(
    headers: &Headers,
    body: &[u8],
    kind: &str,
    parts: &mut Vec<CopyPart>,
) -> Result<(), Unread> {
    let encoding = headers.get("content-transfer-encoding").unwrap_or_default();
    let body = match &*encoding.trim().to_ascii_lowercase() {
        "base64" => base64(body),
        "quoted-printable" => quoted_printable(body),
        _ => body.to_vec(),
    };
    let told = headers.parameter("charset");
    match kind {
        "text/html" | "application/xhtml+xml" => {
            parts.push(whole(html::read(&body, told.as_deref())?));
        }
        "application/pdf" => {
            parts.extend(pdf::read(&body).map(|found| found.parts).unwrap_or_default());
        }
        "" | "text/plain" => parts.push(whole(charset::decode(&body, told.as_deref())?)),
        _ => {}
    }
    Ok(())
}

/// What stands between the boundaries of a body.
fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let line = [b"--", boundary.as_bytes()].concat();
    let mut found = Vec::new();
    let mut start = None;
    for at in memchr::memmem::find_iter(body, &line) {
        let begins_line = at == 0 || body[at - 1] == b'\n';
        let next = body.get(at + line.len());
        let is_whole = next.is_none_or(|next| b" \t\r\n-".contains(next));
        if boundary.is_empty() || !begins_line || !is_whole {
            continue;
        }
        if let Some(start) = start {
            found.push(body.get(start..at).unwrap_or_default());
        }
        let behind = at + line.len();
        if body[behind..].starts_with(b"--") {
            return found;
        }
        let end = memchr::memchr(b'\n', &body[behind..]);
        start = Some(end.map_or(body.len(), |end| behind + end + 1));
    }
    // One that ends too early has a last part without a boundary behind it.
    found.extend(start.and_then(|start| body.get(start..)));
    found
}

/// Quoted-printable (RFC 2045, section 6.7); what is none of it is kept as it is.
fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if *first != b'=' {
            out.push(*first);
            continue;
        }
        if let Some(next) =
            behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n"))
        {
            rest = next;
        } else if let [high, low, next @ ..] = behind
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            out.push(high << 4 | low);
            rest = next;
        } else {
            out.push(b'=');
        }
    }
    out
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// Base64 (RFC 2045, section 6.8); what is none of it is passed over.
fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0u32, 0u32);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        held = (held << 6 | u32::from(value)) & 0x3fff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
        }
    }
    out
}

/// A header with its encoded words (`=?utf-8?B?…?=`) as text.
fn encoded_words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(at) = rest.find("=?") {
        let (before, word) = rest.split_at(at);
        let Some((text, behind)) = encoded_word(word) else {
            out.push_str(before);
            out.push_str("=?");
            rest = &word[2..];
            continue;
        };
        if !before.trim().is_empty() || out.is_empty() {
            out.push_str(before);
        }
        out.push_str(&text);
        rest = behind;
    }
    out + rest
}

fn encoded_word(word: &str) -> Option<(String, &str)> {
    let (set, rest) = word.strip_prefix("=?")?.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (text, behind) = rest.split_once("?=")?;
    let bytes = match encoding {
        "B" | "b" => base64(text.as_bytes()),
        "Q" | "q" => quoted_printable(text.replace('_', " ").as_bytes()),
        _ => return None,
    };
    let text = charset::decode(&bytes, Some(set)).ok()?;
    Some((text, behind))
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day of a date like `Tue, 18 Oct 2022 11:05:00 +0200`, as it is written there.
fn day(value: &str) -> Option<String> {
    let mut words = value.split([' ', ',']).filter(|word| !word.is_empty());
    let day = words
        .find_map(|word| word.parse::<u8>().ok())
        .filter(|day| (1..=31).contains(day))?;
    let month = words.next()?.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|one| *one == month)? + 1;
    let year =
        words.next()?.parse::<u16>().ok().filter(|year| (1970..=9999).contains(year))?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "From: a@example.org\r\nSubject: =?utf-8?B?8J+YgCBPZmZpY2U=?=\r\n =?utf-8?Q?_closed?=\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary=\"xx\"\r\n\r\nnot this\r\n--xx\r\n\
        Content-Type: multipart/alternative; boundary=yy\r\n\r\n--yy\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 is clo=\r\nsed.\r\n--yy\r\n\
        Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VGhlIGNhZsOpIGlz\r\nIGNsb3NlZC48L3A+\r\n--yy--\r\n\
        --xx\r\nContent-Type: image/png\r\n\r\nno\r\n--xx--\r\n";

    #[test]
    fn parts_are_decoded() {
        let found = read(MAIL.as_bytes()).unwrap();
        let texts: Vec<&str> = found.parts.iter().map(|part| part.text.trim()).collect();
        assert_eq!(
            texts,
            ["😀 Office closed", "The café is closed.", "The café is closed."]
        );
        assert_eq!(found.saved, None);
    }

    #[test]
    fn a_saved_page_tells_its_address_and_day() {
        let page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/x\r\nSubject: X\r\n\
            Date: Tue, 18 Oct 2022 11:05:00 +0200\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n\
            Content-Type: text/html\r\n\r\n<p>Closed</p>\r\n--b--\r\n";
        let found = read(page.as_bytes()).unwrap();
        assert_eq!(found.saved.as_deref(), Some("2022-10-18"));
        assert_eq!(found.address.as_deref(), Some("https://a.example/x"));
        assert_eq!(found.parts[1].text.trim(), "Closed");
    }

    #[test]
    fn what_is_cut_off_is_read_as_far_as_it_goes() {
        let cut = &MAIL[..MAIL.find("sed.").unwrap()];
        assert_eq!(read(cut.as_bytes()).unwrap().parts[1].text.trim(), "The café is clo");
        let mut deep = String::new();
        for n in 0..30 {
            deep.push_str(&format!(
                "Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"
            ));
        }
        assert!(matches!(read(deep.as_bytes()), Err(Unread::Damaged(_))));
    }
}
