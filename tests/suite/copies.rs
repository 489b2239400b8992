//! Copies in every form: what is quoted is found in each, in the place that is named, and what can't be read is told.

use crate::support::SiteTest;
use dateline::files::{FilePath, Memory};
use dateline::manifest::Sum;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// What is told of a citation like `[@report, …]`, where the copy has this name and these bytes.
fn told(name: &str, bytes: &[u8], cite: &str) -> Vec<&'static str> {
    let source = format!(
        "report: {{title: A, url: 'https://a.example/report', archive: [vault/{name}], sha256: {}}}\n",
        Sum::of(bytes)
    );
    let article = format!("---\ntitle: A\ndate: 2022\n---\nIt [@report, {cite}].\n");
    let mut memory = Memory::default();
    let mut put = |path: &str, bytes: &[u8]| {
        memory.insert(FilePath::new(path).unwrap(), bytes.to_vec());
    };
    put("site.toml", b"title = \"Example\"\n");
    put("content/sources/s.yaml", source.as_bytes());
    put("content/articles/a.md", article.as_bytes());
    put(&format!("content/vault/{name}"), bytes);
    let mut site = SiteTest::of(memory);
    site.options.thorough = true;
    site.build().codes()
}

const FOUND: [&str; 0] = [];
const MISSING: [&str; 1] = ["E0361"];
const UNCHECKED: [&str; 1] = ["W0331"];

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn warc(address: &str, body: &str, digest: &str) -> Vec<u8> {
    let block = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}"
    );
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n{digest}\
         Content-Type: application/http\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    format!("{head}{block}\r\n\r\n").into_bytes()
}

#[test]
fn texts_of_many_forms_are_read() {
    let html = "<!doctype html><p>The office <b>sho</b>uld&nbsp;close<sup>1</sup> at once.</p><script>must close</script>";
    let mail = "Subject: =?utf-8?Q?The_office?=\r\nContent-Type: text/plain; charset=utf-8\r\n\
                Content-Transfer-Encoding: quoted-printable\r\n\r\nIt =E2=80=9Cshould clo=\r\nse=E2=80=9D.\r\n";
    let markdown = "# Office\n\nIt *should*\nclose.\n";
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("It should close.".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (name, bytes) in [
        ("r.html", html.as_bytes()),
        ("no-ending", html.as_bytes()),
        ("r.eml", mail.as_bytes()),
        ("r.md", markdown.as_bytes()),
        ("r.txt", &*wide),
        ("r.TXT", b"It should\r\nclose."),
        ("r.warc", &*warc("https://a.example/report", "<p>It should close.", "")),
        (
            "r.warc.gz",
            &*gzipped(&warc("https://a.example/report", "<p>It should close.", "")),
        ),
    ] {
        assert_eq!(told(name, bytes, "\"should close\""), FOUND, "{name}");
        assert_eq!(told(name, bytes, "\"must close\""), MISSING, "{name}");
    }
}

#[test]
fn of_a_web_archive_the_page_of_the_source_is_read() {
    let both = [
        warc("https://b.example/comments", "<p>must close", ""),
        warc("http://www.a.example/report/", "<p>should close", ""),
    ]
    .concat();
    assert_eq!(told("r.warc", &both, "\"should close\""), FOUND);
    assert_eq!(told("r.warc", &both, "\"must close\""), MISSING);
}

#[test]
fn a_web_archive_that_was_changed_checks_nothing() {
    let payload = "<p>should close";
    let own = format!("WARC-Payload-Digest: sha256:{}\r\n", Sum::of(payload.as_bytes()));
    let page = |digest: &str| warc("https://a.example/report", payload, digest);
    assert_eq!(told("r.warc", &page(&own), "\"should close\""), FOUND);
    let other = format!("WARC-Payload-Digest: sha256:{}\r\n", Sum::of(b"must close"));
    assert_eq!(told("r.warc", &page(&other), "\"should close\""), ["W0331", "E0363"]);
}

#[test]
fn a_time_is_that_of_the_subtitles() {
    let srt = "1\n00:00:01,000 --> 00:00:03,000\nIt should\n\n2\n00:00:03,000 --> 00:00:05,000\nclose.\n\n3\n00:10:00,000 --> 00:10:02,000\nIt moved.\n";
    for (cite, codes) in [
        ("00:00:02, \"should close\"", &FOUND[..]),
        ("\"should close\"", &FOUND),
        ("9:50, \"It moved\"", &FOUND),
        ("9:30, \"It moved\"", &MISSING),
        ("00:10:00, \"should close\"", &MISSING),
        ("p. 3, \"should close\"", &FOUND),
    ] {
        assert_eq!(told("r.srt", srt.as_bytes(), cite), codes, "{cite}");
    }
}

fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 4 + 2 * n)).collect();
    let mut out = format!(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[{kids}]/Resources<</Font<</F 3 0 R>>>>>> endobj\n\
         3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>> endobj\n"
    );
    for (n, text) in pages.iter().enumerate() {
        let program = format!("BT /F 12 Tf 72 700 Td {text} ET");
        out += &format!(
            "{} 0 obj <</Type/Page/Parent 2 0 R/Contents {} 0 R>> endobj\n{} 0 obj <</Length {}>> stream\n{program}\nendstream endobj\n",
            4 + 2 * n,
            5 + 2 * n,
            5 + 2 * n,
            program.len()
        );
    }
    (out + "trailer <</Root 1 0 R>>\n").into_bytes()
}

#[test]
fn a_page_that_is_named_has_to_be_the_page() {
    let bytes = pdf(&[
        "(The office) Tj 0 -14 Td (should clo-) Tj 0 -14 Td (se at) Tj",
        "(once, it said.) Tj 0 -14 Td (17) Tj",
        "(It closed) Tj /F 7 Tf 48 4 Td (2) Tj /F 12 Tf 4 -4 Td ( in May.) Tj",
    ]);
    for (cite, codes) in [
        ("p. 1, \"should close\"", &FOUND[..]),
        ("p. 2, \"should close\"", &MISSING),
        // A passage may go on over the page.
        ("p. 1, \"close at once\"", &FOUND),
        ("pp. 1-2, \"close at once\"", &FOUND),
        // Its printed number is one of a page's names.
        ("p. 17, \"it said\"", &FOUND),
        ("p. 9, \"it said\"", &MISSING),
        ("§ 4, \"it said\"", &FOUND),
        ("p. 3, \"It closed […] in May\"", &FOUND),
    ] {
        assert_eq!(told("r.pdf", &bytes, cite), codes, "{cite}");
    }
}

#[test]
fn what_has_no_text_leaves_a_quotation_unchecked() {
    let locked = String::from_utf8(pdf(&["(x) Tj"]))
        .unwrap()
        .replace("/Root", "/Encrypt 9 0 R /Root");
    for (name, bytes) in [
        ("r.png", &b"\x89PNG\r\n\x1a\n"[..]),
        ("r.pdf", &*pdf(&["q Q"])),
        ("r.pdf", locked.as_bytes()),
        ("r.pdf", b"%PDF-1.4"),
        ("r.docx", b"PK\x03\x04nothing"),
        ("r.warc", b"nothing"),
        ("r.txt", b"a\0b"),
        ("r.xyz", b"should close"),
        ("r.html", b"<script>should close"),
        ("r.mp4", b"should close"),
        ("r.warc.gz", b"\x1f\x8b\x08\0\0"),
    ] {
        assert_eq!(told(name, bytes, "\"should close\""), UNCHECKED, "{name}");
    }
}

#[test]
fn what_is_packed_without_end_is_not_unpacked() {
    let bomb = gzipped(&vec![b' '; 257 << 20]);
    assert!(bomb.len() < 4 << 20);
    assert_eq!(told("r.warc.gz", &bomb, "\"should close\""), UNCHECKED);
}

#[test]
fn a_sidecar_counts_as_well_as_the_record() {
    let site = |fields: &str| {
        let sum = Sum::of(b"It closed.");
        let built = SiteTest::from_files(&[
            ("site.toml", "title = \"Example\"\nas_of = \"2026-11-01\"\n"),
            ("content/sources/s.yaml", &format!("s1: {{title: A record, publisher: Court, role: primary{fields}}}\n")),
            ("content/vault/record.txt", "It closed."),
            ("content/vault/record.txt.yaml", &format!("source: s1\nsha256: {sum}\n")),
            (
                "content/claims/c.yaml",
                "c: {text: It closed., made_by: Watchers, status: confirmed, basis: court-finding, sources: [s1]}\n",
            ),
        ])
        .build();
        let page = built
            .files
            .get("claims/c.html")
            .map(|page| String::from_utf8(page.clone()).unwrap());
        (built.codes(), page.unwrap_or_default())
    };
    let (codes, page) = site("");
    assert_eq!(codes, FOUND);
    assert!(page.contains("1 verified copy, read when this site was made."), "{page}");
    let other = format!(", sha256: {}", "0".repeat(64));
    assert_eq!(site(&other).0, ["E0360"]);
}
