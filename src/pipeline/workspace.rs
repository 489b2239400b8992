//! A workspace: what builds of one site in one process hold for each other.
//!
//! Every build goes through the same stages, the first one too. What a stage made is used again where all
//! that it is made from is the same: the records of a file with the same text; the site, as long as
//! nothing but running words changed; a theme of the same files. What is made of the pages is held by who
//! writes them ([`crate::write::Ledger`]).

use super::inputs::{Inputs, look};
use super::options::{Options, override_base_url, policy, regrade, settings};
use super::read_site::{ReadSite, Resolved, resolved};
use super::stage::{Observer, Stage, run};
use super::{counts, covered};
use crate::assets::{self, Assets};
use crate::check::{self, SinceRelease, Subject, When};
use crate::config::{self, Config};
use crate::content::{self, CacheSink, ParseCache, Parsed};
use crate::diag::{Diagnostic, Diagnostics, Place, Severity};
use crate::files::{
    self, Error, FileId, FilePath, Files, Memory, Overlay, RELEASES, TextFiles,
};
use crate::firewall::{self, Firewall};
use crate::keys::Key;
use crate::model::{self, Directory, Papers, PictureSizes, Publication, Site, Vault};
use crate::needles::Veil;
use crate::output::{self, Output, OutputContext};
use crate::releases::{EditionRecord, Recorder};
use crate::render::status_label;
use crate::search::{WordParts, WordSource};
use crate::theme::{self, Theme};
use crate::view::SharedViews;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What came of a build.
#[derive(Debug)]
pub struct Outcome<R> {
    /// Every text that was read, for showing diagnostics in.
    pub texts: Arc<TextFiles>,
    /// Everything found. Where there are errors, nothing was made.
    pub diagnostics: Diagnostics,
    /// What `finish` made of the artifacts; `None` where there are errors.
    pub finished: Option<R>,
}

/// A site that is built once, or again and again while its files change.
pub struct Workspace {
    built_in: Memory,
    options: Options,
    texts: Arc<TextFiles>,
    parsed: ParseCache,
    resolved: Option<Known>,
    config: Option<Config>,
    theme: Option<(Key, Theme)>,
    /// The words of all that was published.
    words: Arc<WordParts>,
    /// The sizes of all pictures.
    sizes: Arc<PictureSizes>,
    /// Words that no message of this build may show.
    veiled: Vec<String>,
}

/// A site, and when it is still the same.
struct Known {
    /// The key of all that it was made from but running words; `None` where something was said while it was
    /// made, which has to be said again by the next build.
    key: Option<Key>,
    made: Resolved,
}

impl Default for Workspace {
    fn default() -> Self {
        Workspace::new(Options::default())
    }
}

impl Workspace {
    /// A workspace where nothing is built yet.
    pub fn new(options: Options) -> Self {
        Workspace {
            built_in: theme::built_in(),
            options,
            texts: Arc::default(),
            parsed: ParseCache::default(),
            resolved: None,
            config: None,
            theme: None,
            words: Arc::default(),
            sizes: Arc::default(),
            veiled: Vec::new(),
        }
    }

    /// The site of the last build with its configuration, as far as they could be read; `None` where `site.toml`
    /// couldn't be.
    pub fn site(&self) -> Option<(&Site, &Config)> {
        Some((&self.resolved.as_ref()?.made.site, self.config.as_ref()?))
    }

    /// The key of all that the site of the last build was made from but running words; `None` where something was
    /// said while it was made.
    pub fn site_key(&self) -> Option<Key> {
        self.resolved.as_ref()?.key
    }

    /// Builds after some files have changed, or come, or gone. More may be named than did; of the others it is
    /// taken that they are as they were. Otherwise as [`Workspace::build`].
    pub fn rebuild<R>(
        &mut self,
        files: &dyn Files,
        changed: &BTreeSet<FilePath>,
        observer: &mut dyn Observer,
        finish: impl FnOnce(&Output<'_>, &dyn Files) -> R,
    ) -> Result<Outcome<R>, Error> {
        let built_in = self.built_in.clone();
        let all = Overlay { over: files, under: &built_in };
        if let Some(texts) = self.texts.changed(&all, changed) {
            let texts = run(observer, Stage::Scan, counts::texts, || texts);
            return self.build_of(texts, &all, observer, &(), finish);
        }
        let mut inputs = look(files, u64::MAX)?;
        inputs.forget(changed);
        self.build(files, inputs, observer, &(), finish)
    }

    /// Builds the site of files that were looked at, up to its artifacts. Where there is no error, `finish` is
    /// given these ([`Stage::Write`]). The `observer` is told of each stage, and the `keeper` keeps what files
    /// became for another process.
    pub fn build<R>(
        &mut self,
        files: &dyn Files,
        inputs: Inputs,
        observer: &mut dyn Observer,
        keeper: &dyn CacheSink,
        finish: impl FnOnce(&Output<'_>, &dyn Files) -> R,
    ) -> Result<Outcome<R>, Error> {
        let built_in = self.built_in.clone();
        let files = Overlay { over: files, under: &built_in };
        let Inputs { found, statics, documents, words, pictures, .. } = inputs;
        let scan = || files::scan_found(&files, found, statics);
        let mut texts = run(observer, Stage::Scan, counts::texts, scan);
        texts.take_from(&self.texts);
        if !documents.is_empty() {
            self.parsed = ParseCache::read(documents).unwrap_or_default();
        }
        if !words.is_empty() {
            self.words = Arc::new(WordParts::read(&words));
        }
        if !pictures.is_empty() {
            self.sizes = Arc::new(PictureSizes::kept(&pictures));
        }
        self.build_of(texts, &files, observer, keeper, finish)
    }

    /// Builds the site of these texts; the `files` hold the compiled-in theme as well.
    fn build_of<R>(
        &mut self,
        texts: TextFiles,
        files: &dyn Files,
        observer: &mut dyn Observer,
        keeper: &dyn CacheSink,
        finish: impl FnOnce(&Output<'_>, &dyn Files) -> R,
    ) -> Result<Outcome<R>, Error> {
        let last = std::mem::replace(&mut self.texts, Arc::new(texts));
        // To free the list of thousands of files takes a while, and nobody has to wait for it.
        rayon::spawn(|| drop(last));
        let mut diagnostics = Diagnostics::default();
        let finished = self.stages(files, &mut diagnostics, observer, keeper, finish);
        self.cover(&diagnostics);
        Ok(Outcome { texts: Arc::clone(&self.texts), diagnostics, finished: finished? })
    }

    /// Has messages cover what is protected, unless that is done.
    fn cover(&mut self, found: &Diagnostics) {
        if self.texts.is_covered() {
            return;
        }
        let mut veiled = std::mem::take(&mut self.veiled);
        veiled.extend(covered::words(found, &self.texts));
        self.texts.cover(Veil::new(veiled.iter().map(String::as_str)));
    }

    fn stages<R>(
        &mut self,
        files: &dyn Files,
        diags: &mut Diagnostics,
        observer: &mut dyn Observer,
        keeper: &dyn CacheSink,
        finish: impl FnOnce(&Output<'_>, &dyn Files) -> R,
    ) -> Result<Option<R>, Error> {
        let (texts, options) = (Arc::clone(&self.texts), self.options.clone());
        let texts: &TextFiles = &texts;
        let config =
            run(observer, Stage::Config, counts::nothing, || config::load(texts, diags));
        self.config = None;
        let last = std::mem::take(&mut self.parsed);
        let parse = || content::parse(texts, &last, diags);
        let parsed = run(observer, Stage::Parse, counts::parsed, parse);
        drop(last);
        let Some(mut config) = config else {
            let Parsed { records, kept, .. } = parsed;
            keep(&kept, keeper);
            // What is to be said of them is said, whatever is wrong with `site.toml`.
            records.documents(&kept, texts, diags);
            self.parsed = kept;
            return Ok(None);
        };
        override_base_url(&mut config, &options, diags);
        if let Some(out) = &options.out {
            config::report_in_output(&config.static_folder, out, diags);
        }
        let Known { key, made } = run(
            observer,
            Stage::Resolve,
            |found: &Known| counts::site(&found.made.site),
            || self.resolve(texts, parsed, &config, keeper, diags),
        );
        let Resolved { site, held, protected, early } = made;
        if options.is_last {
            // It takes no room beside the pages.
            self.parsed = ParseCache::default();
        }
        if !config.is_read {
            // What is shown, and by which rules, hangs on what couldn't be read.
            return Ok(None);
        }
        let vault = run(observer, Stage::Vault, counts::vault, || {
            Vault::read(files, texts, &site, &config)
        });
        let papers = Papers::read(files, &site);
        // Of a site with mistakes nothing is written.
        let has_sizes = options.smaller_pictures && !diags.has_errors();
        let sizes = run(observer, Stage::Pictures, counts::nothing, || {
            let read = || PictureSizes::read(files, texts, &site, &self.sizes);
            Arc::new(has_sizes.then(read).unwrap_or_default())
        });
        if has_sizes {
            self.sizes = Arc::clone(&sizes);
        }
        let publication = run(observer, Stage::Publish, counts::edition, || {
            model::publish(&site, &vault, &sizes, &config, diags)
        });
        run(observer, Stage::Check, counts::nothing, || {
            let policy = policy(&config, &options);
            let since = SinceRelease::new(&publication, texts);
            let subject = Subject {
                site: &site,
                papers: &papers,
                publication: &publication,
                held: &held,
                texts,
                vault: &vault,
                config: &config,
                since: &since,
                today: policy.as_of.as_ref(),
            };
            let when = match () {
                () if options.thorough => When::OnCheck,
                () if options.release => When::OnRelease,
                () => When::Always,
            };
            check::run(&subject, when, diags);
        });
        let firewall = Firewall::of(&site, &protected, &config, texts);
        self.veiled = firewall.veiled().to_vec();
        if options.thorough {
            firewall::report(&firewall, &config, texts, diags);
        }
        let theme = run(observer, Stage::Theme, counts::themes, || {
            self.load_theme(texts, &config, diags)
        });
        let assets = theme.as_ref().map(|(_, theme)| {
            run(observer, Stage::Assets, counts::copies, || {
                assets::plan(files, texts, theme, diags)
            })
        });
        regrade(&config, &options, diags);
        let finished = match (&theme, assets) {
            (Some((_, theme)), Some(assets)) if !diags.has_errors() => {
                let assets = assets?;
                let shared = SharedViews::new(&publication);
                let settings = settings(texts, &config);
                let directory = Arc::new(publication.directory());
                let words = run(observer, Stage::Index, counts::nothing, || {
                    self.read_words(&publication, &directory, texts, settings)
                });
                self.words = Arc::clone(&words);
                let context = OutputContext {
                    publication: &publication,
                    shared: &shared,
                    directory,
                    words,
                    sizes: Arc::clone(&sizes),
                    early: &early,
                    texts,
                    assets: &assets,
                    theme,
                    settings,
                };
                let languages = config.languages.tags().iter();
                let configs: Vec<Config> =
                    languages.map(|lang| config.for_readers_of(lang)).collect();
                let publications = in_languages(&site, &vault, &sizes, &configs);
                let trees = output::language_trees(&publications);
                let shared_views: Vec<SharedViews<'_>> = publications
                    .iter()
                    .map(|publication| SharedViews::in_tree(publication, &trees))
                    .collect();
                let themes = themes(texts, &configs, diags);
                let planned = plans(files, texts, &themes)?;
                let of_language =
                    |(((publication, shared), theme), assets)| OutputContext {
                        publication,
                        shared,
                        directory: Arc::new(publication.directory()),
                        words: Arc::default(),
                        sizes: Arc::clone(&sizes),
                        early: &early,
                        texts,
                        assets,
                        theme,
                        settings,
                    };
                let all =
                    publications.iter().zip(&shared_views).zip(&themes).zip(&planned);
                let languages: Vec<OutputContext<'_>> = all.map(of_language).collect();
                let emit = || output::emit(&context, &languages, firewall, diags);
                let output = run(observer, Stage::Emit, counts::files, emit);
                let may_write = !diags.has_errors();
                if may_write {
                    self.cover(diags);
                    observer.may_write(diags, &self.texts);
                }
                let write = || finish(&output, files);
                let finished = may_write
                    .then(|| run(observer, Stage::Write, counts::nothing, write));
                if options.is_last {
                    std::mem::forget(output);
                    std::mem::forget(shared);
                }
                finished
            }
            _ => None,
        };
        if options.is_last {
            std::mem::forget((publication, theme));
            std::mem::forget(site);
            return Ok(finished);
        }
        drop(publication);
        self.theme = theme;
        self.config = Some(config);
        let made = Resolved { site, held, protected, early };
        self.resolved = Some(Known { key, made });
        Ok(finished)
    }

    /// The record of the edition, as far as one can be made; `None` where `site.toml` can't be used.
    pub(super) fn record(
        self,
        files: &dyn Files,
        inputs: Inputs,
    ) -> Result<Outcome<EditionRecord>, Error> {
        let Inputs { found, statics, .. } = inputs;
        let texts = Arc::new(files::scan_found(files, found, statics));
        let mut diagnostics = Diagnostics::default();
        let finished = self.record_of(&texts, &mut diagnostics);
        Ok(Outcome { texts, diagnostics, finished })
    }

    fn record_of(
        &self,
        texts: &TextFiles,
        diags: &mut Diagnostics,
    ) -> Option<EditionRecord> {
        let ReadSite { config, site, .. } = ReadSite::of(texts, &self.options, diags)?;
        // What copies hold is no part of the words.
        let vault = Vault::default();
        let sizes = PictureSizes::default();
        let publication = model::publish(&site, &vault, &sizes, &config, diags);
        let pages = output::addresses(&publication);
        Some(Recorder::new(&publication, texts, &pages).record())
    }

    /// The site that what was parsed makes. Where nothing but running words has changed since the last build, it
    /// is the last one's with the texts of now.
    fn resolve(
        &mut self,
        texts: &TextFiles,
        parsed: Parsed,
        config: &Config,
        keeper: &dyn CacheSink,
        diags: &mut Diagnostics,
    ) -> Known {
        let Parsed { records, kept, outward } = parsed;
        let key = outline_key(texts, outward, &self.options);
        let is_the_same = |last: &Known| last.key == Some(key) && diags.is_empty();
        let mut last = self.resolved.take();
        let same = last.take_if(|last| is_the_same(last));
        // To free a site takes a while, and nobody has to wait for it.
        rayon::spawn(|| drop(last));
        let again = same.and_then(|mut last| {
            let (site, held) = (&mut last.made.site, &mut last.made.held);
            let mut found = Diagnostics::default();
            let is_whole = model::renew(site, held, records.read_now(), &mut found);
            diags.append(found);
            is_whole.then_some(last)
        });
        let resolved = again.unwrap_or_else(|| {
            let site = || {
                let documents = records.documents(&kept, texts, diags);
                resolved(documents, &policy(config, &self.options), texts, config, diags)
            };
            // What is kept is written beside the work.
            let made = rayon::join(site, || keep(&kept, keeper)).0;
            Known { key: diags.is_empty().then_some(key), made }
        });
        self.parsed = kept;
        resolved
    }

    /// The words of all that is published, where readers can search the site. Those of the last build serve again.
    fn read_words(
        &self,
        publication: &Publication<'_>,
        directory: &Directory,
        texts: &TextFiles,
        settings: Key,
    ) -> Arc<WordParts> {
        if !publication.config().search {
            return Arc::default();
        }
        let claim_status = status_label;
        let source = WordSource { publication, directory, texts, settings, claim_status };
        Arc::new(WordParts::of(source, &self.words))
    }

    /// The theme, with the key of what it is loaded from; the last build's where that is the same.
    fn load_theme(
        &mut self,
        texts: &TextFiles,
        config: &Config,
        diags: &mut Diagnostics,
    ) -> Option<(Key, Theme)> {
        // The numbers of its files are part of it: a template that fails is told by them.
        let own = texts.ids_below("themes").map(|id| (id.0, texts.get(id).key));
        let own: Vec<(u32, Key)> = own.collect();
        let key = Key::of(&(own, settings(texts, config)));
        if let Some(last) = self.theme.take().filter(|(last, _)| *last == key) {
            return Some(last);
        }
        let before = diags.iter().count();
        let name = &config.theme;
        let (params, named_at) = (config.params.as_ref(), Place::Text(name.span));
        let theme =
            theme::load(texts, &name.value, named_at, params, config.phrases, diags)?;
        // What was said of it has to be said again, so it is loaded again.
        let key = if diags.iter().count() == before { key } else { Key::default() };
        Some((key, theme))
    }
}

/// What the readers of each language are shown. What is to be said of it has been said of the site as a whole.
fn in_languages<'s>(
    site: &'s Site,
    vault: &'s Vault,
    sizes: &'s PictureSizes,
    configs: &'s [Config],
) -> Vec<Publication<'s>> {
    let mut said = Diagnostics::default();
    let publish = |config| model::publish(site, vault, sizes, config, &mut said);
    configs.iter().map(publish).collect()
}

/// The theme in each language. All but mistakes in its words for one of them has been told.
fn themes(texts: &TextFiles, configs: &[Config], diags: &mut Diagnostics) -> Vec<Theme> {
    let mut load = |config: &Config| {
        let (name, params) = (&config.theme, config.params.as_ref());
        let place = Place::Text(name.span);
        let mut found = Diagnostics::default();
        let theme =
            theme::load(texts, &name.value, place, params, config.phrases, &mut found);
        let is_error = |one: &Diagnostic| one.severity == Severity::Error;
        diags.extend(found.sorted().into_iter().filter(is_error));
        theme
    };
    configs.iter().filter_map(&mut load).collect()
}

/// The files beside the pages in each language: scripts have words in them.
fn plans(
    files: &dyn Files,
    texts: &TextFiles,
    themes: &[Theme],
) -> Result<Vec<Assets>, Error> {
    let mut said = Diagnostics::default();
    let plan = |theme| assets::plan(files, texts, theme, &mut said);
    themes.iter().map(plan).collect()
}

/// Keeps what the files became, where it is worth it.
fn keep(parsed: &ParseCache, keeper: &dyn CacheSink) {
    if parsed.has_news() {
        keeper.keep(&|out| parsed.write(out));
    }
}

/// The key of all that a site is made from, but for the running words of its texts: `outward` is that of all
/// else in the files of content.
fn outline_key(texts: &TextFiles, outward: Key, options: &Options) -> Key {
    let is_part = |id: &FileId| {
        let path = texts.path(*id);
        path.below("content").is_none() && path.below(RELEASES).is_none()
    };
    let others = texts.ids().filter(is_part).map(|id| texts.get(id).key);
    let others: Vec<Key> = others.collect();
    let has_releases = texts.ids_below(RELEASES).next().is_some();
    let files = (texts.others(), texts.statics(), texts.hidden(), texts.unusable());
    Key::of(&(outward, others, files, options, has_releases))
}
