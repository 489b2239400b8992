//! What a build is asked for, and what that changes of what `site.toml` says.

use crate::config::{BaseUrl, Config, RawHtml, RuleLevel};
use crate::content::Policy;
use crate::dates::Edtf;
use crate::diag::{Diagnostic, Diagnostics, Place, Severity, codes};
use crate::files::{FilePath, TextFiles};
use crate::keys::Key;

/// What a build is asked for beside what `site.toml` says.
#[derive(Debug, Clone, Default, Hash)]
pub struct Options {
    /// Whether drafts are taken in.
    pub drafts: bool,
    /// Whether the site is shown to those who write it: with drafts and what is under embargo, and a list of these
    /// ([`crate::output::Output::early`]).
    pub preview: bool,
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
    /// Whether smaller versions of pictures are made and offered. Who only looks at the site does not wait for them.
    pub smaller_pictures: bool,
    /// Whether the process ends with the build. What the build held is then left to the system,
    /// which takes all of it back at once: giving it back piece by piece takes a twentieth of the
    /// build's time.
    pub is_last: bool,
}

/// The key of the site's settings: `site.toml`, and what is given in its place.
pub(super) fn settings(texts: &TextFiles, config: &Config) -> Key {
    let written = texts.find("site.toml").map(|(_, text)| text.key);
    Key::of(&(written, config.base_url.as_ref().map(BaseUrl::as_str)))
}

pub(super) fn override_base_url(
    config: &mut Config,
    options: &Options,
    diags: &mut Diagnostics,
) {
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

pub(super) fn policy(config: &Config, options: &Options) -> Policy {
    // A day of the calendar in ISO form is a date.
    let given = options.as_of.and_then(|day| Edtf::parse(&day.to_string()).ok());
    let as_of = given.or_else(|| config.as_of.clone());
    Policy {
        drafts: options.drafts || options.preview,
        embargoed: options.preview,
        as_of,
    }
}

/// Makes each warning as grave as `[rules]` and `--release` say.
pub(super) fn regrade(config: &Config, options: &Options, diags: &mut Diagnostics) {
    let lets_html_through = config.raw_html == RawHtml::Allow;
    diags.regrade(|found| match config.rules.get(found.code.name()) {
        _ if lets_html_through && found.code == codes::RAW_HTML => None,
        Some(RuleLevel::Off) => None,
        Some(RuleLevel::Error) => Some(Severity::Error),
        Some(RuleLevel::Warning) => Some(Severity::Warning),
        None if options.release && found.code.matters() => Some(Severity::Error),
        None if found.code.is_eased() && !options.release && !options.thorough => {
            Some(Severity::Warning)
        }
        None => Some(found.severity),
    });
}
