//! Smaller versions of pictures: which files there are, what pages say of them, and what is made again.

#![allow(clippy::disallowed_methods, reason = "tests read what was written")]

use crate::support::{Built, Scratch, SiteTest};
use dateline::files::{FilePath, Memory};
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::time::SystemTime;

const ARTICLE: &str = "---
title: The sign
date: 2022-10-25
image: {src: media/sign.jpg, alt: A sign}
---
![Another](media/wide.png)

Words.

![A sign](media/sign.jpg)

![[sign.jpg|300]]

![Small](media/small.png)
";

/// Pixels that no form can pack into nothing.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 26) as u8 + 90
    };
    (0..count).map(|_| next()).collect()
}

/// A JPEG that lies on its side and tells where it was taken.
fn jpeg() -> Vec<u8> {
    let mut tiff =
        b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    tiff.extend(b"GPS CANARY");
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
    encoder.add_exif_metadata(&tiff).unwrap();
    encoder.encode(&noise(100 * 1000), 100, 1000, jpeg_encoder::ColorType::Luma).unwrap();
    file
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&noise((width * height * 3) as usize)).unwrap();
    writer.finish().unwrap();
    file
}

fn files() -> BTreeMap<&'static str, Vec<u8>> {
    BTreeMap::from([
        ("site.toml", b"title = \"Example\"\n".to_vec()),
        ("content/articles/sign.md", ARTICLE.into()),
        ("content/articles/draft.md", b"---\ntitle: Later\ndate: 2022-10-26\ndraft: true\nimage: {src: media/later.png, alt: Later}\n---\n".to_vec()),
        ("content/media/sign.jpg", jpeg()),
        ("content/media/sign.jpg.yaml", b"alt: A sign\n".to_vec()),
        ("content/media/wide.png", png(600, 30)),
        ("content/media/small.png", png(40, 30)),
        ("content/media/later.png", png(600, 30)),
    ])
}

fn built(smaller_pictures: bool) -> Built {
    let mut memory = Memory::default();
    for (path, bytes) in files() {
        memory.insert(FilePath::new(path).unwrap(), bytes);
    }
    let mut site = SiteTest::of(memory);
    site.options.smaller_pictures = smaller_pictures;
    site.build()
}

/// The files beside the originals.
fn versions(paths: impl IntoIterator<Item = String>) -> Vec<String> {
    let is_version = |path: &String| path.starts_with("media/") && path.contains('-');
    paths.into_iter().filter(is_version).collect()
}

#[test]
fn a_large_picture_is_offered_in_the_sizes_that_there_are() {
    let built = built(true);
    let versions = versions(built.files.keys().cloned());
    // None of what is small, and none of what is not published.
    let [sign, wide] = &versions[..] else { panic!("{versions:?}") };
    assert!(sign.starts_with("media/sign-480-") && sign.ends_with(".jpg"), "{sign}");
    assert!(wide.starts_with("media/wide-480-") && wide.ends_with(".png"), "{wide}");
    let page = built.page("articles/sign.html");
    let column = "(min-width: 36rem) 33rem, 100vw";
    for (file, version, width, shown, count) in [
        ("sign.jpg", sign, 1000, column, 2),
        ("sign.jpg", sign, 1000, "(max-width: 300px) 100vw, 300px", 1),
        ("wide.png", wide, 600, column, 1),
    ] {
        let image = format!(
            "<img src=\"../media/{file}\" srcset=\"../{version} 480w, \
             ../media/{file} {width}w\" sizes=\"{shown}\" alt="
        );
        assert_eq!(page.matches(&image).count(), count, "{image} in {page}");
    }
    assert!(page.contains("<img src=\"../media/small.png\" alt="), "{page}");
    // What stands first is fetched with the page, and the rest when it is near.
    assert_eq!(page.matches("loading=\"lazy\"").count(), 3, "{page}");
}

#[test]
fn a_version_is_upright_and_tells_nothing_beside_what_is_to_be_seen() {
    let built = built(true);
    for path in versions(built.files.keys().cloned()) {
        let bytes = &built.files[&path];
        let size = imagesize(bytes);
        assert_eq!(size, if path.contains("sign") { (480, 48) } else { (480, 24) });
        for word in ["Exif", "CANARY", "eXIf"] {
            let found = bytes.windows(word.len()).any(|part| part == word.as_bytes());
            assert!(!found, "{word} in {path}");
        }
    }
}

/// Width and height as the file's own head has them.
fn imagesize(bytes: &[u8]) -> (u32, u32) {
    dateline::pictures::recognise(bytes).unwrap().pixels.unwrap()
}

#[test]
fn a_build_that_makes_none_offers_none() {
    let built = built(false);
    assert_eq!(versions(built.files.keys().cloned()), [""; 0]);
    assert!(!built.page("articles/sign.html").contains("srcset"));
}

/// The site on the disk, built by the program.
struct Desk(Scratch);

impl Desk {
    fn build(&self, out: &str, arguments: &[&str]) -> Vec<String> {
        let run = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(["build", "--root"])
            .arg(self.0.path())
            .arg("--out")
            .arg(self.0.path().join(out))
            .args(arguments)
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let media = fs::read_dir(self.0.path().join(out).join("media")).unwrap();
        let names = media.map(|one| one.unwrap().file_name().into_string().unwrap());
        let mut names = versions(names.map(|name| format!("media/{name}")));
        names.sort();
        names
    }

    /// When each of these files was written, and what is in it.
    fn state(&self, out: &str, paths: &[String]) -> Vec<(SystemTime, Vec<u8>)> {
        let place = |path: &String| self.0.path().join(out).join(path);
        let state = |path: &String| {
            let time = fs::metadata(place(path)).unwrap().modified().unwrap();
            (time, fs::read(place(path)).unwrap())
        };
        paths.iter().map(state).collect()
    }
}

#[test]
fn versions_are_made_once_and_go_with_their_picture() {
    let desk = Desk(Scratch::new("sizes"));
    files().into_iter().for_each(|(path, bytes)| desk.0.put(path, bytes));
    let first = desk.build("out", &[]);
    assert_eq!(first.len(), 2);
    let before = desk.state("out", &first);
    // The article is another, its pictures are not.
    desk.0.put("content/articles/sign.md", format!("{ARTICLE}More.\n"));
    assert_eq!(desk.build("out", &[]), first);
    assert_eq!(desk.state("out", &first), before);
    // What one build made after the other is what a build from nothing makes.
    let bytes = |state: Vec<(SystemTime, Vec<u8>)>| {
        state.into_iter().map(|one| one.1).collect::<Vec<_>>()
    };
    assert_eq!(desk.build("clean", &["--clean"]), first);
    assert_eq!(bytes(desk.state("clean", &first)), bytes(before));
    // Another picture under the same name has versions of other names.
    desk.0.put("content/media/wide.png", png(700, 30));
    let second = desk.build("out", &[]);
    assert_eq!((&second[0], second.len()), (&first[0], 2));
    assert_ne!(second[1], first[1]);
    let page = desk.0.path().join("out/articles/sign.html");
    assert!(fs::read_to_string(page).unwrap().contains(&second[1]));
    desk.0
        .put("content/articles/sign.md", "---\ntitle: The sign\ndate: 2022-10-25\n---\n");
    desk.0.put("content/articles/other.md", "---\ntitle: Other\ndate: 2022-10-25\nimage: {src: media/small.png, alt: Small}\n---\n");
    assert_eq!(desk.build("out", &[]), [""; 0]);
}

#[test]
fn a_picture_whose_name_has_no_room_for_more_is_offered_as_it_is() {
    let name = "a".repeat(230);
    let article =
        format!("---\ntitle: A\ndate: 2022-10-25\n---\n![Wide](../media/{name}.png)\n");
    let mut memory = Memory::default();
    for (path, bytes) in [
        ("site.toml".to_owned(), b"title = \"Example\"\n".to_vec()),
        ("content/articles/a.md".to_owned(), article.into_bytes()),
        (format!("content/media/{name}.png"), png(600, 30)),
    ] {
        memory.insert(FilePath::new(&path).unwrap(), bytes);
    }
    let mut site = SiteTest::of(memory);
    site.options.smaller_pictures = true;
    let built = site.build();
    assert_eq!(built.codes(), [""; 0], "{}", built.diagnostics());
    let page = built.page("articles/a.html");
    assert!(page.contains(&name) && !page.contains("srcset"), "{page}");
}
