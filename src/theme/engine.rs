//! The templates of a chain of themes, parsed and joined.

use super::fault::{self, TemplateFiles};
use super::phrases::ThemePhrases;
use super::plans::{Planner, Plans};
use super::{filters, stand_in};
use crate::diag::Diagnostics;
use crate::files::{FileId, TextFiles};
use crate::phrases::{Phrase, Phrases};
use std::sync::Arc;
use tera::Tera;

/// The parsed templates, and where each comes from.
pub(super) struct Engine {
    /// The templates, named `<theme>/pages/article.html`; found without the theme's name too.
    pub(super) tera: Tera,
    /// The file of each.
    pub(super) files: TemplateFiles,
    /// What each does with what it is given.
    pub(super) planner: Planner,
    /// Whether it makes every page from nothing.
    pub(super) is_alone: bool,
    /// What templates say by the filter `phrase`.
    phrases: Arc<ThemePhrases>,
}

impl Engine {
    /// What each template does with what it is given, where that is of use.
    pub(super) fn plans(&self) -> Option<&Plans> {
        if self.is_alone { None } else { self.planner.plans() }
    }

    /// The language of what templates and scripts say.
    pub(super) fn lang(&self) -> &'static str {
        self.phrases.lang()
    }

    /// A phrase that templates and scripts may say.
    pub(super) fn phrase(&self, name: &str) -> Option<&Phrase> {
        self.phrases.find(name).map(|(_, phrase)| phrase)
    }

    /// The name and the text of each template, and of each file of phrases.
    pub(super) fn texts<'t>(
        &'t self,
        texts: &'t TextFiles,
    ) -> impl Iterator<Item = (&'t str, &'t String)> {
        let templates = self.files.iter().map(|(name, file)| (name.as_str(), *file));
        let phrases = self.phrases.files().map(|file| ("phrases", file));
        templates.chain(phrases).map(|(name, file)| (name, &texts.get(file).text))
    }
}

/// The folders of a theme that hold templates, and what stands for them in a template's name.
const FOLDERS: [(&str, &str); 2] = [("templates/", ""), ("components/", "components/")];

/// Parses the templates of the themes `names`, nearest first, or reports every mistake in them.
pub(super) fn build(
    texts: &TextFiles,
    names: &[String],
    phrases: &'static Phrases,
    diags: &mut Diagnostics,
) -> Option<Engine> {
    let mut files = TemplateFiles::new();
    for theme in names {
        for (file, text) in texts.below(&format!("themes/{theme}")) {
            if let Some(name) = template_name(theme, text.path.as_str()) {
                files.insert(name, file);
            }
        }
    }
    let mut tera = Tera::default();
    tera.set_escape_fn(stand_in::escape);
    filters::register(&mut tera);
    let phrases = Arc::new(ThemePhrases::load(texts, names, phrases, diags)?);
    phrases.register(&mut tera);
    let templates = || files.iter().map(|(name, id)| (name, &texts.get(*id).text));
    let owned = templates().map(|(name, text)| (name.clone(), text.clone()));
    let planner = Planner::new(owned.collect(), names, Arc::clone(&phrases));
    let prefixes: Vec<String> = names.iter().map(|name| format!("{name}/")).collect();
    let added = tera
        .set_fallback_prefixes(prefixes)
        .and_then(|()| tera.add_raw_templates(templates()));
    let Err(error) = added else {
        let unknown_kept = fault::unknown_kept(&files, texts, diags);
        let ids: Vec<FileId> = files.values().copied().collect();
        if phrases.check(&ids, names, texts, diags) || unknown_kept {
            return None;
        }
        return Some(Engine { tera, files, planner, is_alone: false, phrases });
    };
    if !report_syntax(templates(), &files, diags) {
        fault::loading(&error, &files, texts, diags);
    }
    None
}

/// Parses each template alone, so that all that can't be parsed are told, and whether any was.
fn report_syntax<'t>(
    templates: impl Iterator<Item = (&'t String, &'t String)>,
    files: &TemplateFiles,
    diags: &mut Diagnostics,
) -> bool {
    let mut any = false;
    for (name, text) in templates {
        let parsed = Tera::default().add_raw_template(name, text);
        let found = parsed.err().and_then(|error| fault::syntax(&error, files));
        any |= found.is_some();
        found.into_iter().for_each(|one| diags.push(one));
    }
    any
}

/// What the engine knows the template at `path` of `theme` by, if it is one.
pub(super) fn template_name(theme: &str, path: &str) -> Option<String> {
    let inside = path.strip_prefix("themes/")?.strip_prefix(theme)?.strip_prefix('/')?;
    let template = inside.ends_with(".html") || inside.ends_with(".xml");
    let (folder, shown) = FOLDERS
        .iter()
        .find(|(folder, _)| inside.starts_with(folder))
        .filter(|_| template)?;
    Some(format!("{theme}/{shown}{}", &inside[folder.len()..]))
}
