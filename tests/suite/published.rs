//! Files that readers get as they are: what is published of `static/` and of media, and what never is.

use crate::support::{Built, Scratch, SiteTest};
use dateline::files::{FilePath, Memory};

const SITE: &str = "title = \"Example\"\nbase_url = \"https://example.org/\"\n";

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"7\"/>";

const CANARY: &str = "CANARY";

/// A site with an article of these words, and these other files.
fn site(words: &str, files: &[(&str, &[u8])]) -> Built {
    let article = format!("---\ntitle: A\ndate: 2022-10-26\n---\n{words}\n");
    let mut memory = Memory::default();
    let own =
        [("site.toml", SITE.as_bytes()), ("content/articles/a.md", article.as_bytes())];
    for (path, bytes) in own.iter().chain(files) {
        memory.insert(FilePath::new(path).unwrap(), bytes.to_vec());
    }
    SiteTest::of(memory).build()
}

/// A JPEG of 40 × 30 pixels that is to be turned to the right, with a word that is not to be read in each place that
/// takes one.
fn photograph() -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x06\0\0\0\x26\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    tiff.extend(CANARY.as_bytes());
    let mut bytes = vec![0xff, 0xd8];
    for (marker, start) in [
        (0xe1, [b"Exif\0\0", &tiff[..]].concat()),
        (0xe1, b"http://ns.adobe.com/xap/1.0/\0".to_vec()),
        (0xed, b"Photoshop 3.0\0".to_vec()),
        (0xfe, Vec::new()),
    ] {
        let payload = [&start[..], CANARY.as_bytes()].concat();
        bytes.extend([0xff, marker]);
        bytes.extend((payload.len() as u16 + 2).to_be_bytes());
        bytes.extend(payload);
    }
    bytes.extend([0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
    bytes.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0pixels\xff\xd9");
    bytes.extend(CANARY.as_bytes());
    bytes
}

/// Whether any file of the site has the word in it.
fn tells(built: &Built) -> bool {
    let tells = |bytes: &Vec<u8>| bytes.windows(6).any(|six| six == CANARY.as_bytes());
    built.files.values().any(tells)
}

#[test]
fn a_photograph_tells_nothing_but_what_is_to_be_seen() {
    let photograph = photograph();
    let words = "![A door](../media/p.jpg)\n\n![A door](/img/q.jpg)\n\n[x](wrong.png)\n";
    let built = site(
        words,
        &[
            ("content/media/p.jpg", &photograph),
            ("content/articles/wrong.png", &photograph),
            ("static/img/q.jpg", &photograph),
            ("static/press/unnamed.jpg", &photograph),
        ],
    );
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert!(!tells(&built));
    assert!(built.files.contains_key("press/unnamed.jpg"));
    // It is shown upright, and so are width and height.
    let page = built.page("articles/a.html");
    assert!(
        page.contains("src=\"../media/p.jpg\" alt=\"A door\" width=\"30\" height=\"40\"")
    );
    assert!(
        page.contains("src=\"../img/q.jpg\" alt=\"A door\" width=\"30\" height=\"40\"")
    );
    let kept = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06";
    let bytes = &built.files["media/p.jpg"];
    assert!(bytes.windows(kept.len()).any(|some| some == kept));
}

#[test]
fn a_picture_of_which_too_little_is_there_is_not_published() {
    let photograph = photograph();
    for (path, words) in [
        ("content/media/p.jpg", "[A door](p.jpg)"),
        ("content/media/p.pdf", "[A door](p.pdf)"),
        ("static/p.jpg", ""),
    ] {
        let built = site(words, &[(path, &photograph[..20])]);
        assert_eq!(built.codes(), ["E0507"], "{path}: {}", built.diagnostics());
        assert!(built.files.is_empty());
    }
}

#[test]
fn of_a_picture_that_is_cut_off_readers_get_what_is_there() {
    let photograph = photograph();
    let cut = &photograph[..photograph.len() - 2];
    let built = site("![A door](p.jpg)", &[("content/media/p.jpg", cut)]);
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert!(!tells(&built));
    assert!(built.files["media/p.jpg"].ends_with(b"\xff\xd9"));
}

#[test]
fn what_cant_be_cleaned_is_published_from_static_alone_and_with_a_warning() {
    let picture = b"8BPS\0\x01";
    let built = site("[x](../media/p.psd)", &[("content/media/p.psd", picture)]);
    assert_eq!(built.codes(), ["E0506"]);
    // Nothing is published by lying in a folder.
    let built = site("", &[("content/media/p.psd", picture)]);
    assert_eq!(built.codes(), [""; 0]);
    let built = site("[x](/p.psd)", &[("static/p.psd", picture)]);
    assert_eq!(built.codes(), ["W0501"]);
    assert_eq!(built.files["p.psd"], picture);
    // Of these the first bytes don't tell whether they can be cleaned.
    let avif = b"\0\0\0\x10ftypavif\0\0\0\0\0\0\0\x0euuidCANARY";
    let built = site("[x](/p.avif)", &[("static/p.avif", avif)]);
    assert_eq!(built.codes(), ["E0506"], "{}", built.diagnostics());
}

/// A TIFF of one pixel, with a word that is not to be read in the description of its page.
const TIFF: &[u8] = b"MM\0*\0\0\0\x08\0\x06\x01\0\0\x03\0\0\0\x01\0\x01\0\0\x01\x01\0\x03\0\0\0\x01\0\x01\0\0\
    \x01\x06\0\x03\0\0\0\x01\0\x01\0\0\x01\x0e\0\x02\0\0\0\x06\0\0\0\x56\x01\x11\0\x04\0\0\0\x01\0\0\0\x5c\
    \x01\x17\0\x04\0\0\0\x01\0\0\0\x01\0\0\0\0CANARY\x7f";

#[test]
fn a_tiff_is_given_to_readers_without_what_it_tells_and_is_not_shown() {
    for (words, path) in [
        ("[x](p.tif)", "content/media/p.tif"),
        ("[x](/media/p.tif)", "static/media/p.tif"),
    ] {
        let built = site(words, &[(path, TIFF)]);
        assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
        assert!(!tells(&built));
        let bytes = &built.files["media/p.tif"];
        assert!(bytes.starts_with(b"MM\0*") && bytes.contains(&0x7f));
    }
    let built = site("![A door](p.tif)", &[("content/media/p.tif", TIFF)]);
    assert_eq!(built.codes(), ["E0502"], "{}", built.diagnostics());
}

#[test]
fn files_that_run_are_refused_in_content_and_published_from_static() {
    let drawing = SVG.replace("/>", "><script>a()</script></svg>");
    for (name, text) in [
        ("run.svg", drawing.as_str()),
        ("run.html", "<p>x</p>"),
        ("run.xhtml", "<html/>"),
        ("run.js", "a()"),
        ("run.jpg", "<!DOCTYPE html><script>a()</script>"),
        ("run.xml", "<?xml-stylesheet href='a.xsl'?><a/>"),
    ] {
        let path = format!("content/media/{name}");
        let built = site("", &[(&path, text.as_bytes())]);
        assert_eq!(built.codes(), ["E0505"], "{name}: {}", built.diagnostics());
        let path = format!("static/{name}");
        let built = site(&format!("[x](/{name})"), &[(&path, text.as_bytes())]);
        assert_eq!(built.codes(), [""; 0], "{name}: {}", built.diagnostics());
        assert_eq!(built.page(name), text);
        let path = format!("content/vault/{name}");
        let built = site("", &[(&path, text.as_bytes())]);
        assert_eq!(built.codes(), [""; 0], "{name}: {}", built.diagnostics());
        assert!(!built.tree().contains(name));
    }
}

#[test]
fn links_and_pictures_lead_to_files_of_static_however_they_are_written() {
    let words = "\
![top](/img/a.svg) ![name](img/a.svg) ![page](../img/a.svg) ![file](../../static/img/a.svg)
![space](/img/b%20c.svg) ![both](</img/b c.svg>) ![[img/a.svg]]

[top](/files/a.pdf) [page](../files/a.pdf#page=3) [file](../../static/files/a.pdf) [folder](/demo/)
";
    let built = site(
        words,
        &[
            ("static/img/a.svg", SVG.as_bytes()),
            ("static/img/b c.svg", SVG.as_bytes()),
            ("static/files/a.pdf", b"%PDF-1.7"),
            ("static/demo/index.html", b"<p>"),
        ],
    );
    // What is embedded has no words of its own.
    assert_eq!(built.codes(), ["E0503"], "{}", built.diagnostics());
    let built = site(
        &words.replace("![[img/a.svg]]", ""),
        &[
            ("static/img/a.svg", SVG.as_bytes()),
            ("static/img/b c.svg", SVG.as_bytes()),
            ("static/files/a.pdf", b"%PDF-1.7"),
            ("static/demo/index.html", b"<p>"),
        ],
    );
    let page = built.page("articles/a.html");
    assert_eq!(page.matches("src=\"../img/a.svg\"").count(), 4);
    assert_eq!(page.matches("src=\"../img/b%20c.svg\"").count(), 2);
    assert_eq!(page.matches("width=\"9\" height=\"7\"").count(), 6);
    assert_eq!(page.matches("href=\"../files/a.pdf\"").count(), 2);
    assert!(page.contains("href=\"../files/a.pdf#page=3\""));
    assert!(page.contains("href=\"../demo/index.html\""));
}

#[test]
fn a_file_of_static_that_is_misspelt_is_suggested() {
    let files: &[(&str, &[u8])] =
        &[("static/img/sign.svg", SVG.as_bytes()), ("static/a.pdf", b"%PDF-1.7")];
    for (words, help) in [
        ("![x](/img/sing.svg)", "did you mean `sign.svg`?"),
        ("![x](/img/Sign.SVG)", "write `/img/sign.svg`"),
        ("[x](/A.pdf)", "write `/a.pdf`"),
        ("![x](/a.pdf)", "not a picture"),
    ] {
        let built = site(words, files);
        assert_eq!(built.codes().len(), 1, "{}", built.diagnostics());
        assert!(built.diagnostics().contains(help), "{}", built.diagnostics());
    }
}

#[test]
fn no_link_leads_to_what_is_not_published() {
    let vault: (&str, &[u8]) = ("content/vault/v.pdf", CANARY.as_bytes());
    for target in [
        "../vault/v.pdf",
        "/vault/v.pdf",
        "/content/vault/v.pdf",
        "v.pdf",
        "../../site.toml",
        "/site.toml",
        "../../.dateline/documents",
        "../media/p.svg.yaml",
        "../../static/../content/vault/v.pdf",
        "/../content/vault/v.pdf",
        "..%2fvault%2fv.pdf",
    ] {
        for words in [format!("[x]({target})"), format!("![x]({target})")] {
            let built = site(
                &words,
                &[
                    vault,
                    ("content/media/p.svg", SVG.as_bytes()),
                    ("content/media/p.svg.yaml", b"alt: x"),
                    (".dateline/documents", CANARY.as_bytes()),
                    ("static/a.svg", SVG.as_bytes()),
                ],
            );
            assert_eq!(built.codes().len(), 1, "{words}: {}", built.diagnostics());
            assert!(built.files.is_empty());
        }
    }
}

#[test]
fn hidden_files_of_static_stay_but_those_that_servers_ask_for() {
    let built = site(
        "",
        &[
            ("static/.well-known/security.txt", b"x"),
            ("static/.nojekyll", b""),
            ("static/.env", CANARY.as_bytes()),
            ("static/.ssh/a", CANARY.as_bytes()),
            ("static/.ssh/b", CANARY.as_bytes()),
            ("static/.git/config", CANARY.as_bytes()),
            ("static/img/.DS_Store", CANARY.as_bytes()),
            ("static/img/Thumbs.db", CANARY.as_bytes()),
        ],
    );
    assert_eq!(built.codes(), ["W0502", "W0502"], "{}", built.diagnostics());
    assert!(!tells(&built));
    assert!(built.files.contains_key(".well-known/security.txt"));
    assert!(built.files.contains_key(".nojekyll"));
    assert!(!built.tree().contains("Thumbs"));
}

#[test]
fn static_is_no_folder_that_holds_what_is_not_published() {
    for folder in
        ["content", "./Content/", "content/vault", ".dateline", "themes", ".", "public"]
    {
        let toml = format!("{SITE}static = \"{folder}\"\n");
        let built = SiteTest::from_files(&[
            ("site.toml", &toml),
            ("content/articles/a.md", "---\ntitle: A\ndate: 2022\ndraft: true\n---\n"),
            ("content/vault/v.txt", CANARY),
        ])
        .build();
        assert_eq!(built.codes(), ["E0119"], "{folder}");
        assert!(
            built.diagnostics().contains("site.toml:3:10"),
            "{}",
            built.diagnostics()
        );
        assert!(built.files.is_empty());
    }
}

#[test]
fn static_and_the_output_are_not_one() {
    let toml = format!("{SITE}static = \"www\"\n");
    let mut site = SiteTest::from_files(&[("site.toml", &toml), ("www/a.txt", "x")]);
    for (out, codes) in [("www", &["E0119"][..]), ("www/site", &["E0119"]), ("site", &[])]
    {
        site.options.out = FilePath::new(out).ok();
        assert_eq!(site.build().codes(), codes, "{out}");
    }
}

#[cfg(unix)]
#[test]
fn no_link_of_the_file_system_publishes_what_lies_elsewhere() {
    use std::os::unix::fs::symlink;
    let make = |name: &str| {
        let site = Scratch::new(name);
        site.put("site.toml", SITE);
        site.put("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\n");
        site.put("content/vault/v.pdf", CANARY);
        site
    };
    let site = make("static-link");
    symlink("content", site.path().join("static")).unwrap();
    let built = SiteTest::from_root(site.path()).build();
    assert_eq!(built.codes(), ["E0104"], "{}", built.diagnostics());
    let site = make("link-in-static");
    site.put("static/a.txt", "x");
    for (name, to) in [
        ("static/vault", "../content/vault"),
        ("static/v.pdf", "../content/vault/v.pdf"),
        ("content/media.pdf", "vault/v.pdf"),
    ] {
        symlink(to, site.path().join(name)).unwrap();
    }
    let built = SiteTest::from_root(site.path()).build();
    assert_eq!(built.codes(), ["E0104"; 3], "{}", built.diagnostics());
    let site = make("fine-link");
    site.put("static/a.txt", "x");
    symlink("a.txt", site.path().join("static/b.txt")).unwrap();
    let built = SiteTest::from_root(site.path()).build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    assert_eq!(built.page("b.txt"), "x");
}
