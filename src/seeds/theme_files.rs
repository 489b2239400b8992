//! The files of a site's theme, each with who has it.

use crate::files::{Error, FileId, FilePath, Files, Overlay, TextFiles};
use crate::theme::{self, SiteTheme};

/// A file that pages are made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its path in the theme: `components/claim/claim.html`.
    pub path: String,
    /// The theme that has it: the nearest of those that do.
    pub theme: String,
    /// Where its text is.
    file: FileId,
    /// Whether it lies in the site's own folder, where it can be changed.
    pub is_own: bool,
}

/// What a site's pages are made with.
#[derive(Debug)]
pub struct ThemeShelf {
    texts: TextFiles,
    files: Vec<ThemeFile>,
    /// The theme of the site's own that its files are put into.
    own: String,
}

impl ThemeShelf {
    /// The files of the theme of a site, and of those it extends; `None` where one of them, or `site.toml`, has mistakes.
    pub fn of(site: &dyn Files) -> Result<Option<Self>, Error> {
        let built_in = theme::built_in();
        let files = Overlay { over: site, under: &built_in };
        let Some(SiteTheme { texts, config, theme }) = SiteTheme::of(&files)? else {
            return Ok(None);
        };
        let is_own =
            |path: &str| FilePath::new(path).is_ok_and(|path| site.look(&path).is_some());
        let files = nearest(&texts, theme.names(), is_own);
        Ok(Some(ThemeShelf { files, own: config.theme.value, texts }))
    }

    /// Its templates, components, style sheets, scripts and phrases, in order of path.
    pub fn files(&self) -> &[ThemeFile] {
        &self.files
    }

    /// The file with this path, or the component of this name.
    pub fn find(&self, name: &str) -> Option<&ThemeFile> {
        let component = format!("components/{name}/{name}.html");
        self.files.iter().find(|file| file.path == name || file.path == component)
    }

    /// What stands in a file.
    pub fn text(&self, file: &ThemeFile) -> &str {
        &self.texts.get(file.file).text
    }

    /// Where a file of the site's own lies that takes its place. A site that has no theme of its own puts it where the
    /// compiled-in theme would lie.
    pub fn place(&self, file: &ThemeFile) -> String {
        format!("themes/{}/{}", self.own, file.path)
    }
}

/// Of each path the file of the nearest theme.
fn nearest(
    texts: &TextFiles,
    themes: &[String],
    is_own: impl Fn(&str) -> bool,
) -> Vec<ThemeFile> {
    let mut found = Vec::new();
    for theme in themes {
        let folder = format!("themes/{theme}");
        for file in texts.ids_below(&folder) {
            let whole = texts.path(file).as_str();
            let path = whole[folder.len()..].trim_start_matches('/').to_owned();
            // Beside its folders a theme has its own description.
            if path.contains('/') {
                let (theme, is_own) = (theme.clone(), is_own(whole));
                found.push(ThemeFile { path, theme, file, is_own });
            }
        }
    }
    // Those of one path stay in the order of the themes.
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup_by(|far, near| far.path == near.path);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    fn shelf(files: &[(&str, &str)]) -> ThemeShelf {
        let mut site = Memory::default();
        for (path, text) in files {
            site.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        ThemeShelf::of(&site).unwrap().unwrap()
    }

    #[test]
    fn a_site_without_a_theme_puts_files_where_the_compiled_in_one_would_lie() {
        let shelf = shelf(&[("site.toml", "title = \"A\"\n")]);
        let claim = shelf.find("claim").unwrap();
        assert!(!claim.is_own && claim.theme == "broadsheet");
        assert_eq!(shelf.place(claim), "themes/broadsheet/components/claim/claim.html");
        assert!(shelf.text(claim).contains("claim"));
        assert!(shelf.find("theme.toml").is_none());
    }

    #[test]
    fn a_file_is_the_nearest_themes() {
        let shelf = shelf(&[
            ("site.toml", "title = \"A\"\ntheme = \"own\"\n"),
            ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n"),
            ("themes/own/css/owner.css", "a{}"),
        ]);
        let own = shelf.find("css/owner.css").unwrap();
        assert!(own.is_own && own.theme == "own" && shelf.text(own) == "a{}");
        let claim = shelf.find("components/claim/claim.html").unwrap();
        assert_eq!(shelf.place(claim), "themes/own/components/claim/claim.html");
    }
}
