//! The whole build on one page: the order of the stages, and nothing else.

mod counts;
mod stage;

pub use stage::{Count, Observer, Stage};

use crate::check::stats::Coverage;
use crate::check::{self, Subject, When};
use crate::config::{self, BaseUrl, Config, RuleLevel};
use crate::content::{self, Documents, Keeper, Kept, Parsed};
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, Place, Severity, codes};
use crate::files::{
    self, Error, FileId, FilePath, Files, Found, Overlay, Seen, TextFiles,
};
use crate::keys::Key;
use crate::model::Policy;
use crate::output::{Artifact, Press};
use crate::{assets, model, output, theme};
use stage::run;

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
    /// Whether the process ends with the build. What the build held is then left to the system,
    /// which takes all of it back at once: giving it back piece by piece takes a twentieth of the
    /// build's time.
    pub is_last: bool,
}

/// What came of a build.
#[derive(Debug)]
pub struct Outcome<R> {
    /// Every text that was read, for showing diagnostics in.
    pub texts: TextFiles,
    /// Everything found. Where there are errors, nothing was made.
    pub diagnostics: Diagnostics,
    /// What `finish` made of the artifacts; `None` where there are errors.
    pub finished: Option<R>,
}

/// Builds the site up to its artifacts and, where there is no error, hands these to `finish`, which
/// writes them ([`crate::write::disk`]), keeps them or only makes them. The `files` that `finish` is
/// given hold the compiled-in theme as well.
pub fn build<R>(
    files: &dyn Files,
    options: &Options,
    finish: impl FnOnce(&[Artifact<'_>], &dyn Files) -> R,
) -> Result<Outcome<R>, Error> {
    // Nothing is kept, so nothing has to be told from what was.
    observed(files, look(files, 0)?, options, &mut (), &(), finish)
}

/// As [`build`], of files that were looked at, with someone who is told of each stage, and someone
/// who keeps what files became for the next build. `finish` is [`Stage::Write`].
pub fn observed<R>(
    files: &dyn Files,
    inputs: Inputs,
    options: &Options,
    observer: &mut dyn Observer,
    keeper: &dyn Keeper,
    finish: impl FnOnce(&[Artifact<'_>], &dyn Files) -> R,
) -> Result<Outcome<R>, Error> {
    let built_in = theme::built_in();
    let files = Overlay { over: files, under: &built_in };
    let Inputs { found, kept, .. } = inputs;
    let scan = || files::scan_found(&files, found);
    let texts = run(observer, Stage::Scan, counts::texts, scan);
    let mut diags = Diagnostics::default();
    let before = Before { kept, keeper };
    let finished = stages(&files, &texts, options, &mut diags, observer, before, finish)?;
    Ok(Outcome { texts, diagnostics: diags, finished })
}

/// All that a build reads, looked at and not read.
#[derive(Debug)]
pub struct Inputs {
    found: Vec<Found>,
    /// What the files of the last build became, for [`Kept::read`]; empty where that isn't known.
    pub kept: Vec<u8>,
    /// How all of it looks; none where that can't be told, or where `site.toml` can't be used.
    pub seen: Option<Key>,
}

/// Looks at all that a build reads. How a file looks tells it from others only where its last change
/// was before `settled`, in nanoseconds since 1970: what is changed twice within a tick of the
/// system's clock looks the same. That has to be some time before now.
pub fn look(files: &dyn Files, settled: u64) -> Result<Inputs, Error> {
    let built_in = theme::built_in();
    let files = Overlay { over: files, under: &built_in };
    let mut found = files::look(&files)?;
    for one in &mut found {
        if let Found::File(_, look) = one {
            *look = look.settled(settled);
        }
    }
    let (texts, mut seen) = (files::scan_config(&files), None);
    if let Some(config) = config::load(&texts, &mut Diagnostics::default())
        && let Ok(folder) = FilePath::new(config.static_folder.as_str())
    {
        let copied = files.walk_all(&folder)?;
        let all = Seen::all(&found).zip(Seen::all(&copied));
        seen = all.filter(|(_, copied)| copied.newest < settled);
    }
    let seen = seen.map(|(read, copied)| Key::of(&(read.key, copied.key)));
    Ok(Inputs { found, kept: Vec::new(), seen })
}

/// What the site has of each country; `None` where `site.toml` can't be used.
pub fn coverage(
    files: &dyn Files,
    options: &Options,
) -> Result<Option<Vec<Coverage>>, Error> {
    let texts = files::scan(files)?;
    let mut diags = Diagnostics::default();
    let Some(config) = config::load(&texts, &mut diags) else { return Ok(None) };
    let nothing = Before { kept: Vec::new(), keeper: &() };
    let documents = parse(&texts, nothing, &mut diags).0;
    let site = model::resolve(documents, &texts, &config, &mut diags);
    let edition = model::publish(&site, &config, &policy(&config, options), &mut diags);
    Ok(Some(check::stats::coverage(&edition)))
}

fn stages<R>(
    files: &dyn Files,
    texts: &TextFiles,
    options: &Options,
    diags: &mut Diagnostics,
    observer: &mut dyn Observer,
    before: Before<'_>,
    finish: impl FnOnce(&[Artifact<'_>], &dyn Files) -> R,
) -> Result<Option<R>, Error> {
    let config =
        run(observer, Stage::Config, counts::nothing, || config::load(texts, diags));
    let (documents, faces) =
        run(observer, Stage::Parse, counts::documents, || parse(texts, before, diags));
    let Some(mut config) = config else { return Ok(None) };
    override_base_url(&mut config, options, diags);
    let site = run(observer, Stage::Resolve, counts::site, || {
        model::resolve(documents, texts, &config, diags)
    });
    let policy = policy(&config, options);
    let edition = run(observer, Stage::Publish, counts::edition, || {
        model::publish(&site, &config, &policy, diags)
    });
    run(observer, Stage::Check, counts::nothing, || {
        let today = policy.as_of.as_ref();
        let subject = Subject { site: &site, edition: &edition, texts, today };
        let when = if options.thorough { When::OnCheck } else { When::Always };
        check::run(&subject, when, diags);
    });
    let theme = run(observer, Stage::Theme, counts::themes, || {
        let name = &config.theme;
        theme::load(texts, &name.value, Place::Text(name.span), diags)
    });
    regrade(&config, options, diags);
    let Some(theme) = theme.filter(|_| !diags.has_errors()) else { return Ok(None) };
    let assets = run(observer, Stage::Assets, counts::copies, || {
        assets::plan(files, texts, &theme, Some(&config.static_folder), diags)
    })?;
    let ground = ground(texts, faces, options);
    let press =
        Press { edition: &edition, texts, assets: &assets, theme: &theme, ground };
    let artifacts =
        run(observer, Stage::Emit, counts::files, || output::emit(&press, diags));
    let write = || finish(&artifacts, files);
    let may_write = !diags.has_errors();
    let finished = may_write.then(|| run(observer, Stage::Write, counts::nothing, write));
    if options.is_last {
        std::mem::forget(artifacts);
        std::mem::forget((theme, assets));
        std::mem::forget(edition);
        std::mem::forget(site);
    }
    Ok(finished)
}

/// What the last build kept, and who keeps what this one does.
struct Before<'k> {
    kept: Vec<u8>,
    keeper: &'k dyn Keeper,
}

/// Parses what has changed since the last build. What is kept for the next is written at once and
/// given up, so that it takes no room beside the pages. With the documents comes the key of all that
/// a page shows of files that are not its own.
fn parse(
    texts: &TextFiles,
    before: Before<'_>,
    diags: &mut Diagnostics,
) -> (Documents, Key) {
    let last = Kept::read(&before.kept).unwrap_or_default();
    let Parsed { documents, kept, faces } = content::parse(texts, &last, diags);
    if kept.has_news() {
        before.keeper.keep(&kept);
    }
    (documents, faces)
}

/// The key of all that the pages of a site are made from, but for the running text of each. All that
/// comes between is made from this alone, so nothing of it has to be named here.
fn ground(texts: &TextFiles, faces: Key, options: &Options) -> Key {
    let is_content = |id: &FileId| texts.path(*id).below("content").is_some();
    let others = texts.ids().filter(|id| !is_content(id)).map(|id| texts.get(id).key);
    let others: Vec<Key> = others.collect();
    Key::of(&(faces, others, texts.others(), texts.unusable(), options))
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
    diags.regrade(|found| match config.rules.get(found.code.name()) {
        Some(RuleLevel::Off) => None,
        Some(RuleLevel::Error) => Some(Severity::Error),
        Some(RuleLevel::Warning) => Some(Severity::Warning),
        None if options.release && codes::MATTERING.contains(&found.code) => {
            Some(Severity::Error)
        }
        None => Some(found.severity),
    });
}
