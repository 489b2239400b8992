//! A small site, of which a test can make the pages of articles with any theme.

use dateline::assets;
use dateline::config::{self, Config};
use dateline::content::{self, HeldPlaces, ParseCache, Policy};
use dateline::diag::{Diagnostic, Diagnostics, Place};
use dateline::files::{FilePath, Memory, Overlay, TextFiles, scan};
use dateline::firewall::Firewall;
use dateline::keys::Key;
use dateline::model::{self, PictureSizes, Publication, Site, Vault};
use dateline::output::{self, Body, OutputContext};
use dateline::theme::{self, Theme};
use dateline::view::SharedViews;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What each page has become: its bytes, or what keeps it from being made.
pub(crate) type Pages = BTreeMap<String, Result<String, Box<Diagnostic>>>;

/// A site, up to what is published of it.
pub(crate) struct Published {
    files: Memory,
    texts: TextFiles,
    config: Config,
    site: Site,
    vault: Vault,
    sizes: PictureSizes,
}

fn memory(files: impl IntoIterator<Item = (String, String)>) -> Memory {
    let mut memory = Memory::default();
    for (path, text) in files {
        memory.insert(FilePath::new(&path).unwrap(), text.into_bytes());
    }
    memory
}

/// The theme `own` of these files; none where it has mistakes.
pub(crate) fn load(files: &[(&str, String)]) -> Option<Theme> {
    let path = |path: &str| format!("themes/own/{path}");
    let own = memory(files.iter().map(|(name, text)| (path(name), text.clone())));
    let texts = scan(&Overlay { over: &own, under: &theme::built_in() }).unwrap();
    let phrases = dateline::phrases::Phrases::find("en");
    theme::load(&texts, "own", Place::Site, None, phrases, &mut Diagnostics::default())
}

impl Published {
    /// The site of these files of content.
    pub(crate) fn new(content: impl IntoIterator<Item = (String, String)>) -> Self {
        let files = memory(content);
        let (texts, mut diags) = (scan(&files).unwrap(), Diagnostics::default());
        let config = config::load(&texts, &mut diags).unwrap();
        let parsed = content::parse(&texts, &ParseCache::default(), &mut diags);
        let documents = parsed.records.documents(&parsed.kept, &texts, &mut diags);
        let policy = Policy { drafts: true, ..Policy::default() };
        let held = model::survey(&documents, &policy, &texts, &config, &mut diags);
        let documents = documents.published(&policy);
        let site = model::resolve(&documents, &held, &texts, &config, &mut diags);
        assert!(!diags.has_errors(), "{:#?}", diags.sorted());
        let (vault, sizes) = (Vault::default(), PictureSizes::default());
        Published { files, texts, config, site, vault, sizes }
    }

    fn publication(&self) -> Publication<'_> {
        let (vault, sizes) = (&self.vault, &self.sizes);
        model::publish(
            &self.site,
            vault,
            sizes,
            &self.config,
            &mut Diagnostics::default(),
        )
    }

    /// The pages of articles, by path.
    pub(crate) fn articles(&self, theme: &Theme) -> Pages {
        let mut diags = Diagnostics::default();
        let publication = self.publication();
        let shared = SharedViews::new(&publication);
        let assets = assets::plan(&self.files, &self.texts, theme, &mut diags).unwrap();
        let context = OutputContext {
            publication: &publication,
            shared: &shared,
            directory: Arc::new(publication.directory()),
            words: Arc::default(),
            sizes: Arc::default(),
            early: &HeldPlaces::default(),
            texts: &self.texts,
            assets: &assets,
            theme,
            settings: Key::default(),
        };
        let output = output::emit(&context, &[], Firewall::default(), &mut diags);
        let pages = output.artifacts.iter().filter_map(|artifact| {
            let path = artifact.path.as_str();
            let Body::Job(_, job) = &artifact.body else { return None };
            let made = || job().map(|made| String::from_utf8(made.bytes).unwrap());
            path.starts_with("articles/a").then_some((path.to_owned(), made))
        });
        let pages: Vec<_> = pages.collect();
        let made = || pages.iter().map(|(path, made)| (path.clone(), made())).collect();
        let first: Pages = made();
        // Each shape has a mould then.
        assert_eq!(first, made());
        first
    }
}
