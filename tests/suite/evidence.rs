//! What a status asks of the sources that a claim rests on: each hole with its honest twin.

use crate::support::SiteTest;

/// The SHA-256 of "hello world".
const SUM: &str = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

/// The codes found on a site that has a claim of a status, which rests on `s1` and, where it is there, `s2`.
fn codes_of(claim: &str, sources: &str) -> Vec<&'static str> {
    codes_of_maker(claim, sources, "Watchers")
}

/// The same where the claim is made by `maker`.
fn codes_of_maker(claim: &str, sources: &str, maker: &str) -> Vec<&'static str> {
    let claim = format!("c: {{text: An office was there., made_by: {maker}, {claim}}}\n");
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

/// The codes found where a claim is corroborated by two sources that have these fields, and are each its own
/// work.
fn corroborated_by(one: &str, two: &str) -> Vec<&'static str> {
    let sources = format!(
        "s1: {{title: X, original: true, {one}}}\ns2: {{title: Y, original: true, {two}}}\n"
    );
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
fn what_is_silent_about_itself_corroborates_nothing() {
    let claim = "status: corroborated, sources: [s1, s2]";
    let found = |one: &str, two: &str| {
        let third = "agency: {title: Z, publisher: C}\n";
        codes_of(
            claim,
            &format!(
                "s1: {{title: X, publisher: A, {one}}}\ns2: {{title: Y, publisher: B, {two}}}\n{third}"
            ),
        )
    };
    assert_eq!(found("original: true", "role: primary"), NONE);
    for silent in ["role: secondary", "original: false", "based_on: [agency]"] {
        assert_eq!(found("original: true", silent), ["E0303"], "{silent}");
    }
}

#[test]
fn what_is_partly_from_the_silent_corroborates_nothing_whatever_else_is_cited() {
    let found = |sources: &str, based_on: &str| {
        codes_of(
            &format!("status: corroborated, sources: [{sources}]"),
            &format!(
                "s1: {{title: X, publisher: A, original: true}}\ns2: {{title: Y, publisher: B, based_on: [{based_on}]}}\nrecord: {{title: Z, publisher: D, role: primary}}\nagency: {{title: W, publisher: C}}\n"
            ),
        )
    };
    assert_eq!(found("s1, s2", "record"), NONE);
    for sources in ["s1, s2", "s1, agency", "s1, agency, s2", "agency, s2, s1"] {
        assert_eq!(found(sources, "record, agency"), ["E0303"], "{sources}");
    }
}

#[test]
fn reports_confirm_where_they_corroborate() {
    let claim = "status: confirmed, basis: independent-reports, sources: [s1, s2]";
    let found = |two: &str| {
        let kept = format!("role: primary, archive: [vault/record.txt], sha256: {SUM}");
        codes_of(
            claim,
            &format!(
                "s1: {{title: X, publisher: A, {kept}}}\ns2: {{title: Y, publisher: B, {two}}}\n"
            ),
        )
    };
    assert_eq!(found("original: true"), NONE);
    assert_eq!(found("based_on: [s1]"), ["E0303"]);
    assert_eq!(found("lang: en"), ["E0303"]);
}

/// The codes found where a claim of the ministry has this status and these two sources.
fn of_the_ministry(status: &str, one: &str, two: &str) -> Vec<&'static str> {
    let entities = "ministry: {name: Ministry of Foreign Affairs, names: {zh-Hans: 外交部}, aliases: [MFA], \
         schema: PublicBody, privacy: public-body, part_of: state}\n\
         minister: {name: Jo Roe, schema: Person, privacy: public-figure, part_of: ministry}\n\
         police: {name: The Police, schema: PublicBody, privacy: public-body}\n\
         state: {name: The State, schema: PublicBody, privacy: public-body}\n";
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/entities/e.yaml", entities),
        (
            "content/sources/s.yaml",
            &format!("s1: {{title: X, original: true, {one}}}\ns2: {{title: Y, original: true, {two}}}\n"),
        ),
        (
            "content/claims/c.yaml",
            &format!("c: {{text: It is so., made_by: ministry, status: {status}, sources: [s1, s2]}}\n"),
        ),
    ])
    .build();
    built.codes()
}

#[test]
fn a_maker_is_one_under_each_of_its_names_and_with_all_its_parts() {
    let other = "publisher: The Example Times";
    assert_eq!(of_the_ministry("reported", "publisher: MFA", other), NONE);
    for name in [
        "publisher: MFA",
        "by: [外交部]",
        "in: The Ministry of Foreign Affairs",
        "publisher: ministry",
        "by: [\"JO ROE\"]",
        "publisher: minister",
        "publisher: State",
    ] {
        assert_eq!(
            of_the_ministry("reported", "publisher: MFA", name),
            ["E0302"],
            "{name}"
        );
        let found = of_the_ministry("corroborated", name, other);
        assert_eq!(found, ["E0303"], "{name}");
    }
    assert_eq!(of_the_ministry("corroborated", "publisher: Police", other), NONE);
}

#[test]
fn a_maker_without_an_entity_is_one_however_the_name_is_written() {
    let made_by = |name: &str| {
        codes_of_maker(
            "status: reported, sources: [s1]",
            &format!("s1: {{title: X, publisher: \"{name}\"}}\n"),
            "Daily Planet",
        )
    };
    for name in ["Daily Planet", "The Daily Planet", "DAILY PLANET, Ltd.", "Daily-Planet"]
    {
        assert_eq!(made_by(name), ["E0302"], "{name}");
    }
    for name in ["Daily Planets", "The Planet", "Weekly Planet"] {
        assert_eq!(made_by(name), NONE, "{name}");
    }
}

#[test]
fn who_may_not_be_named_is_no_author_by_an_id() {
    let entities = "jo: {name: Jo Roe, schema: Person, privacy: protected}\n";
    let found = |source: &str| {
        SiteTest::from_files(&[
            ("site.toml", "title = \"Example\"\n"),
            ("content/entities/e.yaml", entities),
            ("content/sources/s.yaml", &format!("s: {{title: X, {source}}}\n")),
        ])
        .build()
        .codes()
    };
    for field in ["by: [jo]", "publisher: jo", "in: jo"] {
        assert_eq!(found(field), ["E0357"], "{field}");
        assert_eq!(found(&format!("{field}, access: confidential")), NONE, "{field}");
    }
    assert_eq!(found("by: [joanna]"), NONE);
}

#[test]
fn an_entity_that_publishes_is_shown_by_its_name() {
    let built = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/entities/e.yaml",
            "police: {name: The Example Police, schema: PublicBody, privacy: public-body}\n",
        ),
        ("content/sources/s.yaml", "s: {title: X, publisher: police}\n"),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\nIt is so [@s].\n"),
    ])
    .build();
    assert!(built.page("sources/s.html").contains("The Example Police"));
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

/// The codes found where a claim is disputed by a source that has these fields, beside those of the claim.
fn disputed_by(fields: &str, claim: &str) -> Vec<&'static str> {
    let sources = format!(
        "s1: {{title: X, publisher: A, url: \"https://a.example/1\"}}\n\
         s2: {{title: Y, publisher: B, {fields}}}\n\
         ruling: {{title: Z, publisher: Court, date: 2024-12-18}}\n"
    );
    codes_of(&format!("status: disputed, sources: [s1], contrary: [s2]{claim}"), &sources)
}

#[test]
fn a_source_is_for_a_claim_or_against_it() {
    assert_eq!(disputed_by("url: \"https://b.example/1\"", ""), NONE);
    assert_eq!(disputed_by("url: \"http://m.a.example/1?fbclid=x\"", ""), ["W0316"]);
    let sources = "s1: {title: X, publisher: A}\n";
    let both = "status: disputed, sources: [s1], contrary: [s1]";
    assert_eq!(codes_of(both, sources), ["W0316"]);
}

#[test]
fn what_is_against_a_claim_knew_of_what_was_found() {
    let findings = [
        ", finding: [ruling]",
        ", proceedings: [{party: a person, date: 2024-12-18, is: convicted, sources: [ruling]}]",
        ", history: [{date: 2024-12-18, status: unsubstantiated, sources: [ruling]}, {date: 2025-01, status: disputed}]",
    ];
    for finding in findings {
        assert_eq!(disputed_by("date: 2022-11", finding), ["W0317"], "{finding}");
        assert_eq!(disputed_by("date: 2024-12", finding), NONE, "{finding}");
        assert_eq!(disputed_by("lang: en", finding), NONE, "{finding}");
    }
    let begun = ", proceedings: [{party: a person, date: 2024-12-18, is: charged, sources: [ruling]}]";
    assert_eq!(disputed_by("date: 2022-11", begun), NONE);
}

#[test]
fn opinion_alone_disputes_nothing() {
    assert_eq!(disputed_by("type: opinion", ""), ["W0318"]);
    assert_eq!(disputed_by("type: review", ""), ["W0318"]);
    assert_eq!(disputed_by("type: report", ""), NONE);
}

/// The codes that `dateline check` finds for two sources that a claim rests on.
fn checked(one: &str, two: &str) -> Vec<&'static str> {
    let kept =
        "archive: [\"https://web.archive.org/web/20250101000000/https://KEY.example/1\"]";
    let source = |key: &str, fields: &str| {
        format!("{key}: {{{}, {fields}}}\n", kept.replace("KEY", key))
    };
    let sources = [source("s1", one), source("s2", two)].concat();
    let mut site = SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        (
            "content/claims/c.yaml",
            "c: {text: It is so., made_by: X, status: reported, sources: [s1, s2]}\n",
        ),
        ("content/sources/s.yaml", sources.as_str()),
    ]);
    site.options.thorough = true;
    site.build().codes()
}

#[test]
fn an_agency_report_under_two_publishers_is_told() {
    let one = "title: Police close the station, date: 2022-10-26, original: true";
    let of = |publisher: &str, more: &str| format!("publisher: {publisher}, {one}{more}");
    assert_eq!(checked(&of("A", ""), &of("B", "")), ["W0319"]);
    let small =
        of("B", "").replace("Police close the station", "“police close – the Station”");
    assert_eq!(checked(&of("A", ""), &small), ["W0319"]);
    assert_eq!(checked(&of("A", ""), &of("The A", "")), NONE);
    let copy = of("B", "").replace("original: true", "based_on: [s1]");
    assert_eq!(checked(&of("A", ""), &copy), NONE);
    let later = of("B", "").replace("10-26", "10-27");
    assert_eq!(checked(&of("A", ""), &later), NONE);
    let common = "title: Editorial, date: 2022-10-26, original: true, publisher";
    assert_eq!(checked(&format!("{common}: A"), &format!("{common}: B")), NONE);
}

#[test]
fn one_text_that_is_recorded_twice_is_told() {
    let of = |url: &str, title: &str| {
        format!("title: {title}, original: true, url: \"{url}\"")
    };
    for (one, two) in [
        ("https://a.org/x", "http://www.a.org/x/?utm_source=y#top"),
        ("https://doi.org/10.1000/182", "https://journal.example/doi/full/10.1000/182"),
        ("https://a.org/x", "https://www.google.com/amp/s/a.org/x"),
    ] {
        assert!(checked(&of(one, "X"), &of(two, "Y")).contains(&"W0320"), "{one}, {two}");
    }
    let doi = "title: X, original: true, doi: 10.1000/182, url: \"https://a.org/1\"";
    let other = doi.replace("a.org", "b.org").replace("10.1000", "doi:10.1000");
    assert!(checked(doi, &other).contains(&"W0320"));
    assert_eq!(checked(doi, &other.replace("/182", "/183")), ["W0313", "W0313"]);
}

#[test]
fn sources_that_do_not_say_where_they_have_it_from_are_told_once_for_the_site() {
    assert_eq!(checked("title: X, publisher: A", "title: Y, publisher: B"), ["W0315"]);
    assert_eq!(checked("title: X, original: true", "title: Y, based_on: [s1]"), NONE);
    assert_eq!(checked("title: X", "title: Y, based_on: [s1]"), ["W0315"]);
}

#[test]
fn what_one_counts_at_different_times_is_no_disagreement() {
    let found = |statements: &str| {
        let entity = format!(
            "ngo: {{name: N, schema: Organization, privacy: public-body, numbers: {{stations: [{statements}]}}}}\n"
        );
        let mut site = SiteTest::from_files(&[
            ("site.toml", "title = \"Example\"\n"),
            ("content/entities/e.yaml", &entity),
            (
                "content/sources/s.yaml",
                "s1: {title: X, archive: [vault/a]}\ns2: {title: Y, archive: [vault/a]}\n",
            ),
        ]);
        site.options.thorough = true;
        site.build().codes().contains(&"W0304")
    };
    assert!(!found(
        "{value: 54, date: 2022-09, by: ngo}, {value: 102, date: 2022-12, by: ngo}"
    ));
    assert!(!found(
        "{value: 54, date: 2022-09, sources: [s1]}, {value: 102, date: 2022-12, sources: [s1]}"
    ));
    assert!(found(
        "{value: 54, date: 2022-09, by: ngo}, {value: 102, date: 2022-12, by: The State}"
    ));
    assert!(found(
        "{value: 54, date: 2022-09, by: ngo}, {value: 55, date: 2022-09, by: ngo}"
    ));
    assert!(found("{value: 54, date: 2022-09}, {value: 102, date: 2022-12}"));
    assert!(found(
        "{value: 54, date: 2022-09, sources: [s1]}, {value: 102, date: 2022-12, sources: [s2]}"
    ));
}

/// The codes found on a site with these claims, sources and entities.
fn found_on(claim: &str, sources: &str, entities: &str) -> Vec<&'static str> {
    SiteTest::from_files(&[
        ("site.toml", "title = \"Example\"\n"),
        ("content/claims/c.yaml", claim),
        ("content/sources/s.yaml", sources),
        ("content/entities/e.yaml", entities),
    ])
    .build()
    .codes()
}

#[test]
fn one_mistake_in_a_record_is_one_message() {
    let source = "s1: {title: X, publisher: A}\n";
    let entity = "ngo: {name: N, schema: Organization, privacy: public-body}\n";
    let claim = "c: {text: It is so., made_by: ngo, status: alleged, sources: [s1]}\n";
    assert_eq!(found_on(claim, source, entity), NONE);
    let without = entity.replace(", privacy: public-body", "");
    assert_eq!(found_on(claim, source, &without), ["E0106"]);
    let party = "c: {text: It is so., made_by: ngo, status: alleged, sources: [s1], parties: [ngo], responses: [RESPONSE]}\n";
    let answered =
        |response: &str| found_on(&party.replace("RESPONSE", response), source, entity);
    assert_eq!(answered("{by: ngo, stance: denies, sources: [s1]}"), NONE);
    assert_eq!(answered("{by: ngo, stance: denies, sources: [s9]}"), ["E0203"]);
    assert_eq!(answered("{by: cn-mfa, stance: denies, sources: [s1]}"), ["E0201"]);
    assert_eq!(answered("{by: ngo, stance: deny, sources: [s1]}"), ["E0118"]);
}
