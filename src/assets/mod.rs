//! Assets: files that pages use or that lie beside them. Plans what is to be there.
//!
//! A theme's style sheets become one file whose name carries the hash of what is in it, so that
//! it can be kept by browsers for ever, and so do its scripts; a theme's `static/` goes to `assets/`; the site's own
//! `static/` goes to the top. Nothing is written here, and whether two files have the same
//! path is found where all files of a site meet, in `output`. Start at [`plan`].

mod minify;
mod script;
mod shorten;
mod style;

use crate::diag::Diagnostics;
use crate::files::{Error, FilePath, Files, Found, Look, OutPath, TextFiles};
use crate::manifest::Sum;
use crate::maps::WorldMap;
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The files that a site has beside its pages.
#[derive(Debug)]
pub struct Assets {
    /// The path of the style sheet.
    pub style_path: OutPath,
    /// The style sheet.
    pub style: String,
    /// The script that pages wait for, where the theme has any.
    pub early_script: Option<ScriptAsset>,
    /// The script that they don't wait for, where the theme has any.
    pub script: Option<ScriptAsset>,
    /// The site's icon, where the theme or the site has one.
    pub icon: Option<OutPath>,
    /// The picture of all land that maps of the world have in them.
    pub land: &'static str,
    /// Files that are copied as they are, by where they go.
    pub copies: Vec<Copy>,
}

/// A script, with where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptAsset {
    /// Where it goes: its name carries the hash of its text.
    pub path: OutPath,
    /// What is in it.
    pub text: String,
}

/// A file that is copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// Where it lies.
    pub from: FilePath,
    /// How it looks.
    pub look: Look,
    /// Where it goes.
    pub to: OutPath,
}

/// The folder of the output in which a theme's files lie.
const FOLDER: &str = "assets/";

/// Plans the assets of a site that has this theme.
pub fn plan(
    files: &dyn Files,
    texts: &TextFiles,
    theme: &Theme,
    diags: &mut Diagnostics,
) -> Result<Assets, Error> {
    let script::Scripts { early, late } = script::bundle(texts, theme);
    let style = style::bundle(texts, theme.names(), diags);
    let mut copies = theme_files(files, theme)?;
    copies.extend(texts.statics().iter().map(|file| Copy {
        from: file.path.clone(),
        look: file.look,
        to: file.address.clone(),
    }));
    let icons = [format!("{FOLDER}icon.svg"), "favicon.ico".to_owned()];
    let icon = copies.iter().find(|copy| icons.iter().any(|i| i == copy.to.as_str()));
    Ok(Assets {
        style_path: named("site", &style, "css"),
        early_script: script("early", early),
        script: script("site", late),
        icon: icon.map(|copy| copy.to.clone()),
        style,
        land: WorldMap::get().picture(),
        copies,
    })
}

/// A script, if anything is in it.
fn script(name: &str, text: String) -> Option<ScriptAsset> {
    if text.is_empty() {
        return None;
    }
    Some(ScriptAsset { path: named(name, &text, "js"), text })
}

/// The path of a file that is made: its name carries the hash of its text.
fn named(name: &str, text: &str, ending: &str) -> OutPath {
    let sum = Sum::of(text.as_bytes()).short();
    // The folder and the name are literals, and the rest is letters, digits and a dot: it is a path.
    OutPath::new(&format!("{FOLDER}{name}-{sum}.{ending}"))
        .expect("a made file's name is a path")
}

/// Where the picture of all land is, which is the same in every site that has a map of the world.
pub fn land_path() -> &'static OutPath {
    static PATH: OnceLock<OutPath> = OnceLock::new();
    PATH.get_or_init(|| named("land", WorldMap::get().picture(), "svg"))
}

/// The files of `static/` of a theme and of those it extends, the nearest first.
fn theme_files(files: &dyn Files, theme: &Theme) -> Result<Vec<Copy>, Error> {
    let mut copies = BTreeMap::new();
    for name in theme.names() {
        let Ok(folder) = FilePath::new(&format!("themes/{name}/static")) else {
            continue;
        };
        for copy in copies_of(files, &folder, FOLDER)? {
            copies.entry(copy.to.clone()).or_insert(copy);
        }
    }
    Ok(copies.into_values().collect())
}

/// Every file below `folder`, as a copy to the same place after `to`.
fn copies_of(files: &dyn Files, folder: &FilePath, to: &str) -> Result<Vec<Copy>, Error> {
    let mut copies = Vec::new();
    for found in files.walk_all(folder)? {
        let Found::File(from, look) = found else { continue };
        let Some(inside) = from.below(folder.as_str()) else { continue };
        if let Ok(to) = OutPath::new(&format!("{to}{inside}")) {
            copies.push(Copy { from, look, to });
        }
    }
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;
    use crate::files::{Memory, Overlay, Statics, look, scan_found};
    use crate::phrases::Phrases;
    use crate::theme::{built_in, load};

    fn plan_of(own: &[(&str, &str)]) -> (Assets, Vec<&'static str>) {
        let mut over = Memory::default();
        for (path, text) in own {
            over.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        let under = built_in();
        let files = Overlay { over: &over, under: &under };
        let folder = FilePath::new("static").unwrap();
        let statics = Statics {
            folder: folder.to_string(),
            found: files.walk_all(&folder).unwrap(),
        };
        let texts = scan_found(&files, look(&files).unwrap(), statics);
        let mut diags = Diagnostics::default();
        let name = if own.is_empty() { "broadsheet" } else { "own" };
        let theme =
            load(&texts, name, Place::Site, None, Phrases::find("en"), &mut diags)
                .unwrap();
        let assets = plan(&files, &texts, &theme, &mut diags).unwrap();
        let codes = diags.sorted().iter().map(|one| one.code.id()).collect();
        (assets, codes)
    }

    const EXTENDS: (&str, &str) =
        ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n");

    #[test]
    fn the_compiled_in_theme_becomes_one_small_style_sheet() {
        let (assets, codes) = plan_of(&[]);
        assert_eq!(codes, [] as [&str; 0]);
        assert!(assets.style_path.as_str().starts_with("assets/site-"));
        assert!(assets.style.starts_with("@layer reset,tokens,base"));
        assert!(assets.style.contains("@layer components{"));
        assert!(
            !assets.style.contains("url(\"http") && !assets.style.contains("@import")
        );
    }

    #[test]
    fn a_theme_adds_its_own_rules_in_the_last_layer() {
        let rules = ("themes/own/css/owner.css", ".kicker { color: teal; }");
        let (assets, codes) = plan_of(&[EXTENDS, rules]);
        assert_eq!(codes, [] as [&str; 0]);
        assert!(assets.style.contains("@layer owner{.kicker{color:teal}}"));
        assert_ne!(assets.style_path, plan_of(&[]).0.style_path);
    }

    #[test]
    fn a_style_sheet_from_elsewhere_is_refused() {
        let index =
            "@import \"https://fonts.example/a.css\";\n@import \"no.css\" layer(base);\n";
        let (_, codes) = plan_of(&[EXTENDS, ("themes/own/css/index.css", index)]);
        assert_eq!(codes, ["E0607", "E0607"]);
    }

    #[test]
    fn scripts_of_components_become_two_files() {
        let (assets, codes) = plan_of(&[
            ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n"),
            (
                "themes/own/components/theme-switch/theme-switch.js",
                "one(phrase(\"all-articles\", {total: 3}));",
            ),
            ("themes/own/components/two/two.js", "// two\nlet two = 2;\n"),
            ("themes/own/components/two/two.early.js", "early();"),
        ]);
        assert_eq!(codes, [] as [&str; 0]);
        let late = assets.script.unwrap();
        assert!(late.path.as_str().starts_with("assets/site-"), "{late:?}");
        assert!(late.text.starts_with("\"use strict\";{const phrases={"), "{late:?}");
        for part in [
            "\"all-articles\":[\"All \",{\"put\":\"total\"},\" articles\"]",
            "(()=>{one(phrase(\"all-articles\",{total:3}));\n})();",
            "(()=>{let two=2;\n})();",
        ] {
            assert!(late.text.contains(part), "{late:?}");
        }
        let early = assets.early_script.unwrap();
        assert!(early.text.contains("(()=>{early();\n})();"), "{early:?}");
        // A script of the theme that is extended is hidden by one of the same name.
        assert!(
            !late.text.contains("localStorage") && early.text.contains("localStorage")
        );
    }

    #[test]
    fn a_script_says_only_what_is_a_phrase() {
        let script = ("themes/own/components/a/a.js", "phrase(\"al-articles\")");
        let texts = [EXTENDS, script];
        let mut over = Memory::default();
        for (path, text) in texts {
            over.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        let under = built_in();
        let files = Overlay { over: &over, under: &under };
        let texts = scan_found(&files, look(&files).unwrap(), Statics::default());
        let mut diags = Diagnostics::default();
        let phrases = Phrases::find("en");
        assert!(load(&texts, "own", Place::Site, None, phrases, &mut diags).is_none());
        let found = &diags.sorted()[0];
        assert_eq!(found.message, "there is no phrase `al-articles`");
    }

    #[test]
    fn static_files_are_copied_with_their_names() {
        let (assets, _) = plan_of(&[
            EXTENDS,
            ("themes/own/static/icon.svg", "<svg/>"),
            ("static/.well-known/security.txt", "Contact: mailto:a@example.org"),
            ("static/CNAME", "example.org"),
        ]);
        let copies: Vec<(&str, &str)> =
            assets.copies.iter().map(|c| (c.from.as_str(), c.to.as_str())).collect();
        let expected = [
            ("themes/broadsheet/static/home.css", "assets/home.css"),
            ("themes/own/static/icon.svg", "assets/icon.svg"),
            ("themes/broadsheet/static/newsreader-OFL.txt", "assets/newsreader-OFL.txt"),
            ("themes/broadsheet/static/newsreader.woff2", "assets/newsreader.woff2"),
            ("themes/broadsheet/static/print.css", "assets/print.css"),
            ("themes/broadsheet/static/timeline.css", "assets/timeline.css"),
            ("static/.well-known/security.txt", ".well-known/security.txt"),
            ("static/CNAME", "CNAME"),
        ];
        assert_eq!(copies, expected);
        assert_eq!(assets.icon.unwrap().as_str(), "assets/icon.svg");
    }
}
