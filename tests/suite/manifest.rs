//! The manifest of a site, and what `dateline verify` says of a copy of it.

#![allow(clippy::disallowed_methods, reason = "tests look at what was written")]

use crate::support::{Scratch, SiteTest};
use dateline::manifest::{FileSum, SiteManifest};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const SITE: [(&str, &str); 3] = [
    ("site.toml", "title = \"Example\"\n"),
    ("content/articles/a.md", "---\ntitle: A\ndate: 2022-10-26\n---\n\nText.\n"),
    ("static/press/map.txt", "A map"),
];

/// A key pair that was made by minisign for this test alone; it signs nothing else.
const PUBLIC_KEY: &str = include_str!("../fixtures/signed/minisign.pub");

fn dateline(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(words).output().unwrap()
}

/// What `dateline verify` says of a folder, and how it ends.
fn verify(folder: &Path, words: &[&str]) -> (String, Option<i32>) {
    let mut all = vec!["verify", folder.to_str().unwrap()];
    all.extend(words);
    let done = dateline(&all);
    let said = [done.stdout, done.stderr].concat();
    (String::from_utf8(said).unwrap(), done.status.code())
}

/// A site that was built to `public`.
fn built(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    SITE.iter().for_each(|(path, text)| scratch.put(path, text));
    build(&scratch);
    scratch
}

fn build(scratch: &Scratch) {
    let done = dateline(&["build", "--root", scratch.path().to_str().unwrap()]);
    assert!(done.status.success(), "{done:?}");
}

#[test]
fn the_manifest_has_every_other_file_of_the_site() {
    let built = SiteTest::from_files(&SITE).build();
    let manifest = SiteManifest::read(built.files["manifest.json"].as_slice()).unwrap();
    let listed: Vec<(String, FileSum)> =
        manifest.files().map(|(path, sum)| (path.to_string(), sum)).collect();
    let files = built.files.iter().filter(|(path, _)| *path != "manifest.json");
    let expected: Vec<(String, FileSum)> =
        files.map(|(path, bytes)| (path.clone(), FileSum::of(bytes))).collect();
    assert_eq!(listed, expected);
    assert!(listed.iter().any(|(path, _)| path == "press/map.txt"));
}

#[test]
fn a_build_that_goes_on_has_the_manifest_of_a_new_one() {
    let scratch = built("manifest-goes-on");
    let manifest = scratch.path().join("public/manifest.json");
    let first = fs::read_to_string(&manifest).unwrap();
    build(&scratch);
    assert_eq!(fs::read_to_string(&manifest).unwrap(), first);
    scratch.put("content/articles/b.md", "---\ntitle: B\ndate: 2023\n---\n");
    build(&scratch);
    let second = fs::read_to_string(&manifest).unwrap();
    assert_ne!(second, first);
    assert_eq!(verify(&scratch.path().join("public"), &[]).1, Some(0));
    fs::remove_file(scratch.path().join("content/articles/b.md")).unwrap();
    build(&scratch);
    assert_eq!(fs::read_to_string(&manifest).unwrap(), first);
}

#[test]
fn a_file_of_the_sites_own_may_not_be_the_manifest() {
    let mut files = SITE.to_vec();
    files.push(("static/manifest.json", "{}"));
    let built = SiteTest::from_files(&files).build();
    assert_eq!(built.codes(), ["E0701"], "{}", built.diagnostics());
    files.pop();
    files.push(("static/manifest.json.minisig", "sig"));
    assert_eq!(SiteTest::from_files(&files).build().codes(), ["E0701"]);
}

#[test]
fn a_whole_copy_is_verified() {
    let scratch = built("verify-whole");
    let (said, exit) = verify(&scratch.path().join("public"), &[]);
    assert!(said.contains("files are as `manifest.json` says"), "{said}");
    assert!(said.contains("signature: none"), "{said}");
    assert_eq!(exit, Some(0), "{said}");
}

#[test]
fn every_file_that_differs_is_missing_or_was_added_is_named() {
    let scratch = built("verify-differs");
    let public = scratch.path().join("public");
    let text = fs::read_to_string(public.join("articles/a.html")).unwrap();
    // The same size, one letter.
    fs::write(public.join("articles/a.html"), text.replace("Text.", "Test.")).unwrap();
    fs::remove_file(public.join("404.html")).unwrap();
    scratch.put("public/.hidden/x", "");
    let (said, exit) = verify(&public, &[]);
    assert_eq!(exit, Some(1), "{said}");
    for line in
        ["differs  articles/a.html\n", "missing  404.html\n", "added    .hidden/x\n"]
    {
        assert!(said.contains(line), "{line} in\n{said}");
    }
    assert!(said.contains("1 differs, 1 missing, 1 added"), "{said}");
    let (said, exit) = verify(&public, &["--json"]);
    assert_eq!(exit, Some(1));
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(json["differs"], serde_json::json!(["articles/a.html"]));
    assert_eq!(json["missing"], serde_json::json!(["404.html"]));
    assert_eq!(json["added"], serde_json::json!([".hidden/x"]));
}

#[test]
fn a_manifest_that_was_edited_with_the_files_is_told_by_its_root() {
    let scratch = built("verify-root");
    let public = scratch.path().join("public");
    let text = fs::read(public.join("manifest.json")).unwrap();
    let root = SiteManifest::read(&text).unwrap().root().to_string();
    assert_eq!(verify(&public, &["--sum", &root]).1, Some(0));
    scratch.put("content/articles/a.md", "---\ntitle: A\ndate: 2022-10-26\n---\n\nNo.\n");
    build(&scratch);
    assert_eq!(verify(&public, &[]).1, Some(0));
    let (said, exit) = verify(&public, &["--sum", &root]);
    assert!(said.contains("not the one you gave"), "{said}");
    assert_eq!(exit, Some(1), "{said}");
}

#[test]
fn what_is_no_site_or_has_no_manifest_to_trust_is_told() {
    let scratch = Scratch::new("verify-nothing");
    let (said, exit) = verify(scratch.path(), &[]);
    assert!(said.contains("there is no `manifest.json` in it"), "{said}");
    assert_eq!(exit, Some(1));
    for bytes in
        [&b"{}"[..], b"\xff\xfe", b"[[[[", b"{\"format\":\"dateline manifest 9\"}"]
    {
        scratch.put("manifest.json", bytes);
        let (said, exit) = verify(scratch.path(), &[]);
        assert!(said.contains("can't be used"), "{said}");
        assert_eq!(exit, Some(1));
    }
    assert_eq!(verify(&scratch.path().join("none"), &[]).1, Some(1));
}

#[test]
fn a_signature_is_of_one_manifest_and_one_key() {
    let scratch = Scratch::new("verify-signed");
    let from = crate::support::tests().join("fixtures/signed/site");
    for entry in walkdir::WalkDir::new(&from).into_iter().flatten() {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&from).unwrap().to_str().unwrap();
            scratch.put(path, fs::read(entry.path()).unwrap());
        }
    }
    let key = PUBLIC_KEY.lines().last().unwrap();
    let (said, exit) = verify(scratch.path(), &["--public-key", key]);
    assert!(said.contains("signature: good"), "{said}");
    assert_eq!(exit, Some(0), "{said}");
    let file = crate::support::tests().join("fixtures/signed/minisign.pub");
    assert_eq!(
        verify(scratch.path(), &["--public-key", file.to_str().unwrap()]).1,
        Some(0)
    );
    assert!(verify(scratch.path(), &[]).0.contains("not checked"));

    let another = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    let (said, exit) = verify(scratch.path(), &["--public-key", another]);
    assert!(said.contains("signature: BAD"), "{said}");
    assert_eq!(exit, Some(1));
    assert_eq!(verify(scratch.path(), &["--public-key", "RWnonsense"]).1, Some(2));

    let signature =
        fs::read_to_string(scratch.path().join("manifest.json.minisig")).unwrap();
    for bad in [String::new(), "x".repeat(500), signature.replace("root:", "root;")] {
        scratch.put("manifest.json.minisig", bad);
        let (said, exit) = verify(scratch.path(), &["--public-key", key]);
        assert_eq!(exit, Some(1), "{said}");
    }
    scratch.put("manifest.json.minisig", signature);
    // Another manifest that agrees with its files.
    scratch.put("index.html", "other words\n");
    let files = [("index.html", "other words\n")];
    let files = files.map(|(path, text)| {
        (dateline::files::OutPath::new(path).unwrap(), FileSum::of(text.as_bytes()))
    });
    scratch.put("manifest.json", SiteManifest::of(files).text());
    assert_eq!(verify(scratch.path(), &[]).1, Some(0));
    let (said, exit) = verify(scratch.path(), &["--public-key", key]);
    assert!(said.contains("signature: BAD"), "{said}");
    assert_eq!(exit, Some(1), "{said}");
    fs::remove_file(scratch.path().join("manifest.json.minisig")).unwrap();
    assert_eq!(verify(scratch.path(), &["--public-key", key]).1, Some(1));
}

#[cfg(feature = "sign")]
#[test]
fn what_is_signed_is_verified_until_a_file_differs() {
    let scratch = built("sign");
    let public = scratch.path().join("public");
    let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let secret = pair.sk.to_box(None).unwrap().into_string();
    scratch.put("secret.key", secret.clone());
    let sign = |file: &str| {
        let file = scratch.path().join(file);
        let words = ["sign", public.to_str().unwrap(), "--key", file.to_str().unwrap()];
        let done = dateline(&words);
        let said = [done.stdout, done.stderr].concat();
        (String::from_utf8(said).unwrap(), done.status.code())
    };
    let key = pair.pk.to_base64();
    let (said, exit) = sign("secret.key");
    assert_eq!(exit, Some(0), "{said}");
    assert!(said.contains(&key), "{said}");
    let (said, exit) = verify(&public, &["--public-key", &key]);
    assert!(said.contains("signature: good"), "{said}");
    assert_eq!(exit, Some(0), "{said}");

    let secret = secret.lines().last().unwrap_or_default();
    for (file, text) in
        [("no.key", None), ("bad.key", Some("x")), ("half.key", Some(secret))]
    {
        text.into_iter().for_each(|text| scratch.put(file, text));
        let (said, exit) = sign(file);
        assert_eq!(exit, Some(2), "{said}");
        assert!(!said.contains(secret), "{said}");
    }
    // A folder that is not what its manifest says is not signed.
    scratch.put("public/index.html", "other words");
    let (said, exit) = sign("secret.key");
    assert_eq!(exit, Some(1), "{said}");
    assert_eq!(verify(&public, &["--public-key", &key]).1, Some(1));
}

#[cfg(not(feature = "sign"))]
#[test]
fn a_program_without_signing_says_how_to_sign() {
    let scratch = built("sign-without");
    let public = scratch.path().join("public");
    let done = dateline(&["sign", public.to_str().unwrap(), "--key", "secret.key"]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("minisign -S -s secret.key -m "), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_counts_as_what_it_leads_to() {
    use std::os::unix::fs::symlink;
    let scratch = built("verify-links");
    let public = scratch.path().join("public");
    fs::rename(public.join("404.html"), scratch.path().join("elsewhere.html")).unwrap();
    symlink(scratch.path().join("elsewhere.html"), public.join("404.html")).unwrap();
    assert_eq!(verify(&public, &[]).1, Some(0));
    fs::remove_file(public.join("404.html")).unwrap();
    symlink("nowhere", public.join("404.html")).unwrap();
    symlink(".", public.join("loop")).unwrap();
    let (said, exit) = verify(&public, &[]);
    assert!(said.contains("differs  404.html\nadded    loop\n"), "{said}");
    assert_eq!(exit, Some(1));
}

#[cfg(not(feature = "sign"))]
#[test]
fn without_signing_the_command_to_use_is_told() {
    let done = dateline(&["sign", "public", "--key", "minisign.key"]);
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(
        said.contains("minisign -S -s minisign.key -m public/manifest.json"),
        "{said}"
    );
    assert_eq!(done.status.code(), Some(2));
}
