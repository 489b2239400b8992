//! The whole build on one page: the order of the stages, and nothing else.

mod counts;
mod stage;
mod workspace;

pub use stage::{Count, Observer, Stage};
pub use workspace::Workspace;

use crate::check;
use crate::check::stats::Coverage;
use crate::config::{self, BaseUrl, Config, RawHtml, RuleLevel};
use crate::content::{self, Documents, ParseCache, Policy};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, Place, Severity, codes};
use crate::files::{
    self, Error, FilePath, Files, Found, Overlay, Seen, Statics, TextFiles,
};
use crate::keys::Key;
use crate::model::{Prose, Site};
use crate::output::Output;
use crate::{model, theme};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a build is asked for beside what `site.toml` says.
#[derive(Debug, Clone, Default, Hash)]
pub struct Options {
    /// Whether drafts are taken in.
    pub drafts: bool,
    /// Whether warnings that matter to readers are errors.
    pub release: bool,
    /// Whether the rules are asked that only `dateline check` asks.
    pub thorough: bool,
    /// The day that relative checks take for today, instead of `site.toml`'s.
    pub as_of: Option<jiff::civil::Date>,
    /// The site's address, instead of `site.toml`'s.
    pub base_url: Option<String>,
    /// The folder that the site is written to, where it lies in the site's own.
    pub out: Option<FilePath>,
    /// Whether the process ends with the build. What the build held is then left to the system,
    /// which takes all of it back at once: giving it back piece by piece takes a twentieth of the
    /// build's time.
    pub is_last: bool,
}

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

/// Builds the site up to its artifacts and, where there is no error, hands these to `finish`, which
/// writes them ([`crate::write::disk`]), keeps them or only makes them. The `files` that `finish` is
/// given hold the compiled-in theme as well. It is a [`Workspace`] that is used once.
pub fn build<R>(
    files: &dyn Files,
    options: &Options,
    finish: impl FnOnce(&Output<'_>, &dyn Files) -> R,
) -> Result<Outcome<R>, Error> {
    // Nothing is kept, so nothing has to be told from what was.
    let inputs = look(files, 0)?;
    Workspace::new(options.clone()).build(files, inputs, &mut (), &(), finish)
}

/// All that a build reads, looked at and not read.
#[derive(Debug)]
pub struct Inputs {
    found: Vec<Found>,
    statics: Statics,
    /// What the last build has kept of its files, for [`ParseCache::read`]; empty where there was none.
    pub documents: Vec<u8>,
    /// How all of it looks; none where that can't be told, or where `site.toml` can't be used.
    pub seen: Option<Key>,
}

impl Inputs {
    /// Has these files read, however they look.
    fn forget(&mut self, changed: &BTreeSet<FilePath>) {
        for one in &mut self.found {
            if let Found::File(path, look) = one
                && changed.contains(path)
            {
                *look = look.settled(0);
            }
        }
    }
}

/// Looks at all that a build reads. How a file looks tells it from others only where its last change
/// was before `settled`, in nanoseconds since 1970: what is changed twice within a tick of the
/// system's clock looks the same. That has to be some time before now.
pub fn look(files: &dyn Files, settled: u64) -> Result<Inputs, Error> {
    let built_in = theme::built_in();
    let files = Overlay { over: files, under: &built_in };
    let settle = |found: &mut Vec<Found>| {
        for one in found {
            if let Found::File(_, look) = one {
                *look = look.settled(settled);
            }
        }
    };
    let mut found = files::look(&files)?;
    settle(&mut found);
    let texts = files::scan_config(&files);
    let (mut statics, mut seen) = (Statics::default(), None);
    if let Some(config) = config::load(&texts, &mut Diagnostics::default()) {
        let folder = &config.static_folder.value;
        let mut copied = files.walk_all(folder)?;
        settle(&mut copied);
        seen = Seen::all(&found).zip(Seen::all(&copied));
        statics = Statics { folder: folder.to_string(), found: copied };
    }
    let seen = seen.map(|(read, copied)| Key::of(&(read.key, copied.key)));
    Ok(Inputs { found, statics, documents: Vec::new(), seen })
}

/// What the site has of each country; `None` where `site.toml` can't be used.
pub fn coverage(
    files: &dyn Files,
    options: &Options,
) -> Result<Option<Vec<Coverage>>, Error> {
    let Inputs { found, statics, .. } = look(files, 0)?;
    let texts = files::scan_found(files, found, statics);
    let mut diags = Diagnostics::default();
    let config = config::load(&texts, &mut diags).filter(|config| config.is_read);
    let Some(config) = config else { return Ok(None) };
    let parsed = content::parse(&texts, &ParseCache::default(), &mut diags);
    let documents = parsed.records.documents(&parsed.kept, &texts, &mut diags);
    let policy = policy(&config, options);
    let (site, _) = resolved(documents, &policy, &texts, &config, &mut diags);
    let publication = model::publish(&site, &config, &mut diags);
    Ok(Some(check::stats::coverage(&publication.edition())))
}

/// The site that the published documents make, and the texts that are held back.
fn resolved(
    documents: Documents,
    policy: &Policy,
    texts: &TextFiles,
    config: &Config,
    diags: &mut Diagnostics,
) -> (Site, Vec<Prose>) {
    let unpublished = model::survey(&documents, policy, texts, config, diags);
    let documents = documents.published(policy);
    let site = model::resolve(&documents, &unpublished, texts, config, diags);
    // To free thousands of records takes a while, and nobody has to wait for it.
    rayon::spawn(|| drop(documents));
    (site, unpublished.texts)
}

/// The key of the site's settings: `site.toml`, and what is given in its place.
fn settings(texts: &TextFiles, config: &Config) -> Key {
    let written = texts.find("site.toml").map(|(_, text)| text.key);
    Key::of(&(written, config.base_url.as_ref().map(BaseUrl::as_str)))
}

fn override_base_url(config: &mut Config, options: &Options, diags: &mut Diagnostics) {
    let Some(text) = &options.base_url else { return };
    match BaseUrl::new(text) {
        Ok(url) => config.base_url = Some(url),
        Err(reason) => {
            let message = format!("`{text}` can't be a site's address");
            let found = Diagnostic::new(codes::INVALID_BASE_URL, Place::Site, message);
            diags.push(found.note(reason).help("give `--base-url https://example.org/`"));
        }
    }
}

fn policy(config: &Config, options: &Options) -> Policy {
    // A day of the calendar in ISO form is a date.
    let given = options.as_of.and_then(|day| Edtf::parse(&day.to_string()).ok());
    Policy { drafts: options.drafts, as_of: given.or_else(|| config.as_of.clone()) }
}

/// Makes each warning as grave as `[rules]` and `--release` say.
fn regrade(config: &Config, options: &Options, diags: &mut Diagnostics) {
    let lets_html_through = config.raw_html == RawHtml::Allow;
    diags.regrade(|found| match config.rules.get(found.code.name()) {
        _ if lets_html_through && found.code == codes::RAW_HTML => None,
        Some(RuleLevel::Off) => None,
        Some(RuleLevel::Error) => Some(Severity::Error),
        Some(RuleLevel::Warning) => Some(Severity::Warning),
        None if options.release && found.code.matters() => Some(Severity::Error),
        None => Some(found.severity),
    });
}
