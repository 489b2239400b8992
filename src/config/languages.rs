//! The languages of a site: one, or a main one and others, each in a folder of its own.

use super::site_toml::{LanguageWords, SiteToml};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Language, Spanned};
use std::collections::BTreeMap;

/// The languages of a site that has several.
#[derive(Debug, Clone, Default)]
pub struct Languages {
    /// Their tags (BCP 47), the main one first; empty where the site has one language.
    tags: Vec<String>,
    /// What the site says in each of the others.
    words: BTreeMap<String, LanguageWords>,
}

impl Languages {
    pub(super) fn of(
        written: &mut SiteToml,
        main: &str,
        diags: &mut Diagnostics,
    ) -> Self {
        let mut languages = Languages::default();
        let listed = std::mem::take(&mut written.languages);
        for tag in &listed {
            languages.add(tag, main, diags);
        }
        if let (Some(first), [_, ..]) = (listed.first(), &*languages.tags)
            && listed.iter().all(|tag| tag.value.to_string() != main)
        {
            let message =
                format!("`{main}`, the language of the site, is not among them");
            diags.push(
                Diagnostic::new(codes::INVALID_VALUE, first.span, message)
                    .help(format!("write `languages = [\"{main}\", …]`")),
            );
        }
        for (tag, words) in written.language.take().unwrap_or_default() {
            if !languages.tags[1.min(languages.tags.len())..].contains(&tag.value) {
                let message =
                    format!("`{}` is none of the site's other languages", tag.value);
                let found = Diagnostic::new(codes::INVALID_VALUE, tag.span, message);
                let known = languages.tags.iter().skip(1).map(String::as_str);
                diags.push(found.did_you_mean(&tag.value, known));
            }
            languages.words.insert(tag.value, words);
        }
        languages
    }

    fn add(&mut self, tag: &Spanned<Language>, main: &str, diags: &mut Diagnostics) {
        if self.tags.is_empty() {
            self.tags.push(main.to_owned());
        }
        let written = tag.value.to_string();
        let is_known = self.tags[1..].contains(&written);
        if is_known {
            let message = format!("`{written}` stands here twice");
            diags.push(Diagnostic::new(codes::INVALID_VALUE, tag.span, message));
        } else if written != main {
            self.tags.push(written);
        }
    }

    /// The tags (BCP 47), the main one first; empty where the site has one language.
    pub fn tags(&self) -> &[String] {
        match &*self.tags {
            [_] => &[],
            all => all,
        }
    }

    /// The one in which a text stands that is in this language; the main one where it is none of them, or not told.
    pub(super) fn of_text(&self, lang: Option<&str>) -> Option<&String> {
        let primary =
            |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        let same =
            |tag: &&String| lang.is_some_and(|lang| tag.eq_ignore_ascii_case(lang));
        let alike =
            |tag: &&String| lang.is_some_and(|lang| primary(tag) == primary(lang));
        let tags = self.tags();
        tags.iter()
            .find(same)
            .or_else(|| tags.iter().find(alike))
            .or_else(|| tags.first())
    }

    /// What the site says in one of the others.
    pub(super) fn words(&self, lang: &str) -> Option<&LanguageWords> {
        self.words.get(lang)
    }

    /// The folder of the articles that are in this language; none for those at the top.
    pub fn folder_of_text(&self, lang: Option<&str>) -> Option<&str> {
        let tag = self.of_text(lang)?;
        (Some(tag) != self.tags().first()).then_some(tag)
    }
}
