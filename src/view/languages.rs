//! A page in each language of a site that has several.

use super::{AlternateView, LanguageLink, Views, language};
use crate::files::OutPath;
use crate::model::{ArticleId, LanguageTree, Linker};
use crate::phrases::Phrases;

impl Views<'_> {
    /// The way to each language: to the page that `page` names among those of that language, else to its home page.
    pub(super) fn language_links(
        &self,
        page: impl Fn(&LanguageTree) -> Option<OutPath>,
    ) -> Vec<LanguageLink> {
        let link = |tree: &LanguageTree| {
            let to = page(tree).unwrap_or_else(|| self.shared.home.clone());
            let linker = Linker::relative(&self.shared.home, self.shared.naming);
            let name = language::name(&tree.lang, Phrases::find(&tree.lang));
            LanguageLink {
                lang: tree.lang.clone(),
                name: name.to_owned(),
                spoken: self.spoken(name, Some(&tree.lang)),
                path: linker.within(Some(tree)).href(&to, None),
                current: tree.lang == self.config().lang,
            }
        };
        self.shared.trees.iter().map(link).collect()
    }

    /// The same for an article: its translation into each language.
    pub(super) fn translation_links(&self, id: ArticleId) -> Vec<LanguageLink> {
        let mut all: Vec<ArticleId> = self.edition.translations(id).collect();
        all.push(id);
        let languages = &self.config().languages;
        self.language_links(|tree| {
            let is_of = |id: &&ArticleId| {
                let lang = self.edition.article(**id).matter.lang.as_deref();
                languages.folder_of_text(lang) == tree.folder.as_deref()
            };
            let found = all.iter().find(is_of)?;
            Some(self.edition.article(*found).names.address.clone())
        })
    }

    /// The complete address of a page in each language that has it, where the site has a `base_url`.
    pub(super) fn same_in_languages(&self, path: &OutPath) -> Vec<AlternateView> {
        let trees = self.shared.trees.iter().filter(|tree| tree.pages.contains(path));
        let view = |tree: &LanguageTree| {
            let base = self.config().base_url.as_ref()?;
            let linker =
                Linker::absolute(&self.shared.home, base.as_str(), self.shared.naming);
            let url = linker.within(Some(tree)).href(path, None);
            Some(AlternateView { lang: tree.lang.clone(), url })
        };
        let all: Vec<AlternateView> = trees.filter_map(view).collect();
        if all.len() > 1 { all } else { Vec::new() }
    }
}
