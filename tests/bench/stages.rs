//! How long each stage takes on a small newsroom in memory: `cargo bench --bench stages`.
//!
//! `tests/bench/run` measures whole builds; here a change to one stage is seen at once.

mod newsroom;

use dateline::assets::Assets;
use dateline::config::Config;
use dateline::content::{Documents, HeldPlaces, ParseCache};
use dateline::diag::{Diagnostics, Place};
use dateline::files::{FileId, Memory, Overlay, TextFile, TextFiles};
use dateline::firewall::Firewall;
use dateline::keys::Key;
use dateline::model::{PictureSizes, Publication, Site, Unpublished, Vault};
use dateline::output::{Output, OutputContext};
use dateline::render::status_label;
use dateline::search::{WordParts, WordSource};
use dateline::theme::Theme;
use dateline::view::SharedViews;
use dateline::write::Progress;
use dateline::{assets, config, content, files, markdown, model, output, theme, write};
use divan::{Bencher, black_box};
use std::sync::Arc;

/// So many articles has the newsroom.
const ARTICLES: usize = 400;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn diags() -> Diagnostics {
    Diagnostics::default()
}

/// What a stage has made lives as long as the program: the next one refers to it.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn site_files() -> &'static Overlay<'static> {
    let (over, under) = (kept(newsroom::newsroom(ARTICLES)), kept(theme::built_in()));
    kept(Overlay { over: over as &Memory, under: under as &Memory })
}

fn texts() -> TextFiles {
    files::scan(site_files()).unwrap()
}

fn settings(texts: &TextFiles) -> Config {
    config::load(texts, &mut diags()).unwrap()
}

fn documents(texts: &TextFiles) -> Documents {
    let mut found = diags();
    let parsed = content::parse(texts, &ParseCache::default(), &mut found);
    let documents = parsed.records.documents(&parsed.kept, texts, &mut found);
    assert!(!found.has_errors(), "the newsroom is without mistakes");
    documents
}

fn site(texts: &TextFiles, config: &Config) -> Site {
    let nothing = Unpublished::default();
    model::resolve(&documents(texts), &nothing, texts, config, &mut diags())
}

fn published(texts: &TextFiles, config: &'static Config) -> Publication<'static> {
    let site = kept(site(texts, config));
    let (vault, sizes) = (kept(Vault::default()), kept(PictureSizes::default()));
    model::publish(site, vault, sizes, config, &mut diags())
}

fn look(texts: &TextFiles, config: &Config) -> Theme {
    let name = &config.theme;
    theme::load(
        texts,
        &name.value,
        Place::Text(name.span),
        None,
        config.phrases,
        &mut diags(),
    )
    .unwrap()
}

fn beside(texts: &TextFiles, theme: &Theme) -> Assets {
    assets::plan(site_files(), texts, theme, &mut diags()).unwrap()
}

fn context() -> OutputContext<'static> {
    let texts = kept(texts());
    let config = kept(settings(texts));
    let theme = kept(look(texts, config));
    let assets = kept(beside(texts, theme));
    let settings = Key::default();
    let publication = kept(published(texts, config));
    let shared = kept(SharedViews::new(publication));
    let directory = Arc::new(publication.directory());
    let source = WordSource {
        publication,
        directory: &directory,
        texts,
        settings,
        claim_status: status_label,
    };
    let words = Arc::new(WordParts::of(source, &WordParts::default()));
    OutputContext {
        publication,
        shared,
        directory,
        words,
        sizes: Arc::default(),
        early: kept(HeldPlaces::default()),
        texts,
        assets,
        theme,
        settings,
    }
}

fn output() -> Output<'static> {
    output::emit(kept(context()), &[], Firewall::default(), &mut diags())
}

#[divan::bench]
fn scan(bencher: Bencher<'_, '_>) {
    let files = site_files();
    bencher.bench(|| files::scan(black_box(files)));
}

/// Markdown alone, which `parse` and `write` both read.
#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let texts = texts();
    let read = |(id, text): (FileId, &TextFile)| {
        let text = &text.text;
        let begins = text.find("\n---\n").map_or(0, |at| at + "\n---\n".len());
        markdown::parse(text, begins..text.len(), id).nodes().len()
    };
    bencher.bench(|| texts.below("content/articles").map(read).sum::<usize>());
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let texts = texts();
    let nothing = ParseCache::default();
    bencher.bench(|| content::parse(black_box(&texts), &nothing, &mut diags()).records);
}

#[divan::bench]
fn resolve(bencher: Bencher<'_, '_>) {
    let texts = texts();
    let config = settings(&texts);
    let all = documents(&texts);
    let nothing = Unpublished::default();
    bencher.bench(|| {
        model::resolve(black_box(&all), &nothing, &texts, &config, &mut diags())
    });
}

#[divan::bench]
fn publish(bencher: Bencher<'_, '_>) {
    let texts = texts();
    let config = settings(&texts);
    let site = site(&texts, &config);
    let (vault, sizes) = (Vault::default(), PictureSizes::default());
    bencher.bench(|| {
        model::publish(black_box(&site), &vault, &sizes, &config, &mut diags())
    });
}

#[divan::bench]
fn load_theme(bencher: Bencher<'_, '_>) {
    let texts = texts();
    let config = settings(&texts);
    bencher.bench(|| look(black_box(&texts), &config));
}

/// The list of files, and the cards that pages share.
#[divan::bench]
fn emit(bencher: Bencher<'_, '_>) {
    let context = context();
    bencher.bench(|| {
        output::emit(black_box(&context), &[], Firewall::default(), &mut diags())
            .artifacts
            .len()
    });
}

/// Views, rendered texts and templates, on all processors; the pages are forgotten.
#[divan::bench]
fn rehearse(bencher: Bencher<'_, '_>) {
    let output = output();
    let progress = Progress::default();
    bencher.bench(|| write::rehearse(black_box(&output), site_files(), &progress));
}

/// The same, and the pages are kept.
#[divan::bench]
fn memory(bencher: Bencher<'_, '_>) {
    let output = output();
    bencher.bench(|| write::memory(black_box(&output), site_files()));
}
