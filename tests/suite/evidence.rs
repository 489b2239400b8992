//! What a status asks of the sources that a claim rests on: each hole with its honest twin.

use crate::support::SiteTest;

/// The SHA-256 of "hello world".
const SUM: &str = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

/// The codes found on a site that has a claim of a status, which rests on `s1` and, where it is there, `s2`.
fn codes_of(claim: &str, sources: &str) -> Vec<&'static str> {
    let claim =
        format!("c: {{text: An office was there., made_by: Watchers, {claim}}}\n");
    let files = [
        ("site.toml", "title = \"Example\"\nas_of = \"2026-11-01\"\n"),
        ("content/claims/c.yaml", claim.as_str()),
        ("content/sources/s.yaml", sources),
        ("content/vault/record.txt", "hello world"),
    ];
    SiteTest::from_files(&files).build().codes()
}

/// The codes found where a claim is confirmed by one record that has these fields.
fn confirmed_by(fields: &str) -> Vec<&'static str> {
    codes_of(
        "status: confirmed, basis: court-finding, sources: [s1]",
        &format!("s1: {{title: A record, publisher: Court, role: primary, {fields}}}\n"),
    )
}

const NONE: [&str; 0] = [];

#[test]
fn a_copy_in_the_vault_is_read() {
    assert_eq!(
        confirmed_by(&format!("archive: [vault/record.txt], sha256: {SUM}")),
        NONE
    );
    let upper = SUM.to_uppercase();
    assert_eq!(
        confirmed_by(&format!("archive: [vault/record.txt], sha256: {upper}")),
        NONE
    );
}

#[test]
fn a_copy_that_is_not_what_was_saved_confirms_nothing() {
    let zeros = "0".repeat(64);
    let other = format!("archive: [vault/record.txt], sha256: {zeros}");
    assert_eq!(confirmed_by(&other), ["E0305", "E0360"]);
    assert_eq!(confirmed_by("archive: [vault/record.txt]"), ["E0305", "E0360"]);
    let missing = format!("archive: [vault/other.txt], sha256: {SUM}");
    assert_eq!(confirmed_by(&missing), ["E0305", "E0359"]);
}

#[test]
fn a_copy_elsewhere_on_the_disk_is_none() {
    for place in [
        "I have it at home",
        "../../../etc/passwd",
        "/etc/passwd",
        "articles/a.md",
        "vault/../../site.toml",
    ] {
        let found = confirmed_by(&format!("archive: [{place}], sha256: {SUM}"));
        // That the claim lacks a copy follows from it.
        assert_eq!(found, ["E0119"], "{place}");
    }
}

#[test]
fn two_archives_of_the_page_keep_it() {
    let url = "url: \"https://court.example/a\"";
    let two = "\"https://web.archive.org/web/20230101000000/http://court.example/a/\", \"https://archive.today/abcde\"";
    assert_eq!(confirmed_by(&format!("{url}, archive: [{two}]")), NONE);
}

#[test]
fn one_archive_or_one_page_twice_is_one_copy() {
    let url = "url: \"https://court.example/a\"";
    for (archives, found) in [
        (
            "\"https://court.example/a\", \"https://court.example/a\"",
            &["E0305", "W0313"][..],
        ),
        (
            "\"http://www.court.example/a/?utm_source=x\", \"https://copies.example/a\"",
            &["E0305", "W0313", "W0313"],
        ),
        ("\"https://archive.ph/abcde\", \"https://archive.today/abcde\"", &["E0305"]),
        (
            "\"https://web.archive.org/web/20230101/https://court.example/a\", \"https://web.archive.org/web/20240101/https://court.example/a\"",
            &["E0305"],
        ),
        (
            "\"https://web.archive.org/web/20230101/https://court.example/other\", \"https://archive.today/abcde\"",
            &["E0305", "W0313"],
        ),
    ] {
        assert_eq!(
            confirmed_by(&format!("{url}, archive: [{archives}]")),
            found,
            "{archives}"
        );
    }
}

#[test]
fn a_copy_out_of_time_is_none() {
    let other = "\"https://archive.today/abcde\"";
    for copy in [
        "https://Web.Archive.org/web/20290110000000/https://a.org/x",
        "https://wayback.archive.org/web/20290110000000/https://a.org/x",
        "https://web.archive.org/web/2029/https://a.org/x",
        "https://web.archive.org/web/*/https://a.org/x",
        "https://web.archive.org/web/https://a.org/x",
        "https://web.archive.org/web/20229945/https://a.org/x",
        "https://web.archive.org/web/20220101000000id_/https://a.org/x",
        "https://archive.ph/20290101000000/https://a.org/x",
        "https://archive.is/2029.01.01-000000/https://a.org/x",
    ] {
        let found =
            confirmed_by(&format!("date: 2023-01-15, archive: [\"{copy}\", {other}]"));
        assert_eq!(found, ["E0305", "E0358"], "{copy}");
    }
}

#[test]
fn a_source_of_a_day_to_come_is_told() {
    let sources = "s1: {title: A, date: 2031, accessed: 2030-01-01}\ns2: {title: B, date: 2026-11-01}\n";
    assert_eq!(
        codes_of("status: alleged, sources: [s1, s2]", sources),
        ["E0358", "E0358"]
    );
}

/// The codes found where a claim is corroborated by two sources that have these fields.
fn corroborated_by(one: &str, two: &str) -> Vec<&'static str> {
    let sources = format!("s1: {{title: X, {one}}}\ns2: {{title: Y, {two}}}\n");
    codes_of("status: corroborated, sources: [s1, s2]", &sources)
}

#[test]
fn two_who_know_of_each_other_nothing_corroborate() {
    assert_eq!(
        corroborated_by("publisher: A, by: [Jo Roe]", "publisher: B, by: [Al Doe]"),
        NONE
    );
    assert_eq!(
        corroborated_by("url: \"https://a.example/1\"", "url: \"https://b.example/1\""),
        NONE
    );
}

#[test]
fn who_makes_a_claim_corroborates_and_confirms_nothing() {
    let watchers = "by: [Watchers], publisher: A";
    assert_eq!(corroborated_by(watchers, "by: [Watchers], publisher: B"), ["E0303"]);
    assert_eq!(corroborated_by("publisher: Watchers", "publisher: B"), ["E0303"]);
    let sources = format!(
        "s1: {{title: X, {watchers}, role: primary, archive: [vault/record.txt], sha256: {SUM}}}\n"
    );
    let claim = "status: confirmed, basis: official-record, sources: [s1]";
    assert_eq!(codes_of(claim, &sources), ["E0302"]);
    assert_eq!(codes_of("status: alleged, sources: [s1]", &sources), NONE);
}

#[test]
fn one_author_is_one_origin() {
    let one = "publisher: A, by: [Jo Roe]";
    assert_eq!(corroborated_by(one, "publisher: B, by: [jo roe, Al Doe]"), ["E0303"]);
    assert_eq!(corroborated_by(one, "publisher: Jo Roe"), ["E0303"]);
}

#[test]
fn one_page_copy_or_file_is_one_origin() {
    let sum = format!("archive: [vault/record.txt], sha256: {SUM}");
    for (one, two) in [
        ("url: \"https://a.org/x\"", "url: \"http://www.a.org/x/?utm_source=y#top\""),
        (
            "url: \"https://a.org/x\"",
            "url: \"https://web.archive.org/web/2023/https://a.org/x\"",
        ),
        (
            "archive: [\"https://archive.today/1\"]",
            "archive: [\"http://archive.today/1\"]",
        ),
        (sum.as_str(), sum.as_str()),
    ] {
        let found = corroborated_by(
            &format!("publisher: A, {one}"),
            &format!("publisher: B, {two}"),
        );
        assert_eq!(found, ["E0303"], "{one} and {two}");
    }
}

#[test]
fn a_source_of_nobody_counts_for_nothing() {
    assert_eq!(corroborated_by("publisher: A", "note: found in a drawer"), ["E0303"]);
}
