//! The style guide of a theme: a small site that shows each component as its examples have it.
//!
//! It is made with the theme of a site, its style sheet and its scripts, of nothing that the site says: all that is shown
//! stands in the theme. Start at [`StyleGuide::of`].

use crate::assets::{self, Assets};
use crate::config::Config;
use crate::content::{self, ParseCache, Policy};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::files::{FilePath, Files, Memory, OutPath, Overlay, TextFiles};
use crate::model::{self, Notes, PictureSizes, Vault};
use crate::output::{Artifact, Body, Original};
use crate::theme::{self, GuideFolder, SiteTheme, Theme};
use crate::view::{Card, SharedViews, SiteView, Views};
use crate::write::Failure;

/// A picture for examples that show one.
const SAMPLE: &str = include_str!("sample.svg");

/// What the style sheet of the guide is called, in a theme's folder `guide/` and in `assets/`.
const SHEET: &str = "style-guide.css";

/// The files of a style guide.
#[derive(Debug)]
pub struct StyleGuide {
    /// The theme that it shows.
    pub theme: String,
    /// How many components it shows.
    pub components: usize,
    /// How many examples they have.
    pub examples: usize,
    /// The examples that can't be shown, each with the reason.
    pub failed: Vec<String>,
    /// The files, in order of path; some are copies of the theme's.
    pub files: Vec<Artifact<'static>>,
}

impl StyleGuide {
    /// The style guide of a site's theme; `None` where that, or `site.toml`, has mistakes. It fails where a template of the guide
    /// itself does.
    pub fn of(site: &dyn Files) -> Result<Option<Self>, Failure> {
        let built_in = theme::built_in();
        let files = Overlay { over: site, under: &built_in };
        let Some(SiteTheme { texts, config, theme }) = SiteTheme::of(&files)? else {
            return Ok(None);
        };
        let mut unheard = Diagnostics::default();
        let assets = assets::plan(&files, &texts, &theme, &mut unheard)?;
        let folders = theme.guide(&texts);
        let pages = pages(&config, &theme, &assets, &folders).map_err(|found| {
            let mut failed = Diagnostics::default();
            failed.push(*found);
            Failure::Content(failed)
        })?;
        let mut guide = StyleGuide::counted(&config.theme.value, &folders);
        guide.files = pages;
        guide.files.extend(beside(&texts, &theme, &assets));
        guide.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Some(guide))
    }

    fn counted(theme: &str, folders: &[GuideFolder]) -> Self {
        let components = || folders.iter().flat_map(|folder| &folder.components);
        let examples = || {
            components()
                .flat_map(|one| one.examples.iter().map(move |example| (one, example)))
        };
        let failed = examples().filter_map(|(component, example)| {
            let why = example.html.as_ref().err()?;
            Some(format!("{}, “{}”: {why}", component.name, example.title))
        });
        StyleGuide {
            theme: theme.to_owned(),
            components: components().count(),
            examples: examples().count(),
            failed: failed.collect(),
            files: Vec::new(),
        }
    }
}

/// The pages, made with the theme as those of a site are that says nothing.
fn pages(
    config: &Config,
    theme: &Theme,
    assets: &Assets,
    folders: &[GuideFolder],
) -> Result<Vec<Artifact<'static>>, Box<Diagnostic>> {
    let (empty, mut unheard) = (TextFiles::default(), Diagnostics::default());
    let parsed = content::parse(&empty, &ParseCache::default(), &mut unheard);
    let documents = parsed.records.documents(&parsed.kept, &empty, &mut unheard);
    let policy = Policy::default();
    let held = model::survey(&documents, &policy, &empty, config, &mut unheard);
    let documents = documents.published(&policy);
    let site = model::resolve(&documents, &held, &empty, config, &mut unheard);
    let (vault, sizes) = (Vault::default(), PictureSizes::default());
    let publication = model::publish(&site, &vault, &sizes, config, &mut unheard);
    let (shared, notes) = (SharedViews::new(&publication), Notes::default());
    let views = Views::new(publication.noting(&notes), &shared, &[]);
    // It has no pages that a menu could lead to.
    let site = SiteView {
        search: None,
        menu: Vec::new(),
        footer: Vec::new(),
        publisher: None,
        feeds: Vec::new(),
        base_url: None,
        base_path: None,
        ..views.site(assets, theme.params())
    };
    let pages = theme.pages(Card::new(site).value().clone());
    let name = theme.names().first().map_or("", String::as_str);
    let made = views.style_guide(name, folders).into_iter().map(|(path, view)| {
        let bytes = view.render(&pages, &[], &shared)?;
        Ok(Artifact { path, from: Place::Site, body: Body::Bytes(bytes) })
    });
    made.collect()
}

/// The files beside the pages: what every site with this theme has, and what the guide alone has.
fn beside(texts: &TextFiles, theme: &Theme, assets: &Assets) -> Vec<Artifact<'static>> {
    let bytes = |path: OutPath, text: &str| Artifact {
        path,
        from: Place::Site,
        body: Body::Bytes(text.as_bytes().to_vec()),
    };
    let scripts = assets.early_script.iter().chain(&assets.script);
    let mut files: Vec<Artifact<'static>> =
        scripts.map(|script| bytes(script.path.clone(), &script.text)).collect();
    files.push(bytes(assets.style_path.clone(), &assets.style));
    let sheet = theme.names().iter().find_map(|name| {
        let (_, sheet) = texts.find(&format!("themes/{name}/guide/{SHEET}"))?;
        Some(&sheet.text)
    });
    let own = [
        (SHEET, sheet.map_or("", String::as_str)),
        ("sample.svg", SAMPLE),
        ("land.svg", assets.land),
    ];
    for (name, text) in own {
        if let Ok(path) = OutPath::new(&format!("assets/{name}")) {
            files.push(bytes(path, text));
        }
    }
    // What lies in the site's own `static/` is no part of the theme.
    let of_theme =
        assets.copies.iter().filter(|copy| copy.from.below("themes").is_some());
    files.extend(of_theme.map(|copy| Artifact {
        path: copy.to.clone(),
        from: Place::Path(copy.from.to_string(), None),
        body: Body::Copy(Original {
            from: copy.from.clone(),
            look: copy.look,
            may_be_opaque: true,
        }),
    }));
    files
}

/// A site without anything but the compiled-in theme: what a guide is made of where there is none.
pub fn without_a_site() -> Memory {
    let mut files = Memory::default();
    // It is a path, so this is always so.
    if let Ok(path) = FilePath::new("site.toml") {
        files.insert(path, b"title = \"broadsheet\"\n".as_slice());
    }
    files
}
