//! Diagnostics: what is wrong, where, why, and what to write instead.
//!
//! A stage that finds an author's mistake adds a [`Diagnostic`] to its [`Diagnostics`] and carries on,
//! so that all mistakes of a run are told at once. Each has a [`Code`] of the table in
//! [`codes`], which has a page in `docs/codes/`.

pub mod codes;
pub mod render;

mod limited;
mod list;
mod nearest;
mod severity;
mod unfit;

pub use codes::Code;
pub use limited::{Limited, More, limited};
pub use list::Diagnostics;
pub use nearest::nearest;
pub use severity::Severity;
pub use unfit::unfit_path;

use crate::files::Span;

/// Where a diagnostic points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Bytes of a text of the site.
    Text(Span),
    /// A file that is not text or could not be read, with the line where one is known: its path.
    Path(String, Option<u32>),
    /// The site as a whole.
    Site,
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place::Text(span)
    }
}

/// Another place that explains a diagnostic: "first defined here".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Also {
    /// The place.
    pub place: Place,
    /// What is to be seen there.
    pub text: String,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule is broken.
    pub code: Code,
    /// How grave it is, here and now: `site.toml` and `--release` may differ from the code's own.
    pub severity: Severity,
    /// What is wrong, in one line: lower case, no full stop, the user's text in backticks.
    pub message: String,
    /// Where.
    pub place: Place,
    /// A few words beneath the underlined span.
    pub label: Option<String>,
    /// Other places that explain it.
    pub also: Vec<Also>,
    /// Why it is wrong.
    pub notes: Vec<String>,
    /// What to write instead.
    pub help: Vec<String>,
    /// The same where a program can do it: an editor offers it.
    pub fix: Option<Fix>,
}

/// A change to the text at a diagnostic's place that an author would make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// The word `written`, which stands in the place, is taken for another.
    Word {
        /// As it stands there.
        written: String,
        /// What was probably meant.
        meant: String,
    },
    /// A field is added to the record that begins at the place.
    Field(String),
}

impl Diagnostic {
    /// A diagnostic of `code` at `place`, as grave as the code is by itself.
    pub fn new(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            place: place.into(),
            label: None,
            also: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fix: None,
        }
    }

    /// With a few words beneath the underlined span.
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label = Some(text.into());
        self
    }

    /// With another place that explains it.
    pub fn also(mut self, place: impl Into<Place>, text: impl Into<String>) -> Self {
        self.also.push(Also { place: place.into(), text: text.into() });
        self
    }

    /// With a reason.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// With what to write instead.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// With "did you mean `…`" where a known name is near to `written`.
    pub fn did_you_mean<'a>(
        self,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        self.did_you_mean_as(written, known, str::to_owned)
    }

    /// As [`Diagnostic::did_you_mean`], with the name as `form` writes it.
    pub fn did_you_mean_as<'a>(
        self,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
        form: impl FnOnce(&str) -> String,
    ) -> Self {
        let Some(name) = nearest(written, known) else { return self };
        let fix = Fix::Word { written: written.to_owned(), meant: name.to_owned() };
        self.help(format!("did you mean `{}`?", form(name))).fix(fix)
    }

    /// With a change that an editor may make.
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}
