//! The style guide of a theme: its components, and how they look.

use super::{AnyView, Card, LinkView, Markup, PageHead, View, Views, example_html};
use crate::files::OutPath;
use crate::render::coloured_code;
use crate::routes::OwnPage;
use crate::theme::{GuideComponent, GuideExample, GuideFolder, GuideParameter};
use serde::Serialize;

/// `pages/style-guide.html`: the components of a theme, by their folders. No site has this page: `dateline theme guide`
/// makes it.
#[derive(Debug, Clone, Serialize)]
pub struct StyleGuidePage {
    /// What every page has.
    pub page: PageHead,
    /// The theme.
    pub theme: String,
    /// Its folders of components, by name.
    pub folders: Vec<GuideFolderView>,
}

impl View for StyleGuidePage {
    const TEMPLATE: &'static str = "pages/style-guide.html";
}

/// `pages/style-guide-components.html`: the components of one folder, with their examples.
#[derive(Debug, Clone, Serialize)]
pub struct StyleGuideComponentsPage {
    /// What every page has.
    pub page: PageHead,
    /// The theme.
    pub theme: String,
    /// The components.
    pub components: Vec<ComponentView>,
    /// The folder before this one.
    pub previous: Option<Card<LinkView>>,
    /// The folder behind it.
    pub next: Option<Card<LinkView>>,
}

impl View for StyleGuideComponentsPage {
    const TEMPLATE: &'static str = "pages/style-guide-components.html";
}

/// A folder of components in the list of them.
#[derive(Debug, Clone, Serialize)]
pub struct GuideFolderView {
    /// Its name: `status`.
    pub name: String,
    /// The path of its page.
    pub path: String,
    /// Its components, each a link to its place on that page.
    pub components: Vec<LinkView>,
    /// How many examples they have.
    pub examples: usize,
    /// Whether a component of it is the site's own, in the place of one that it extends.
    pub is_own: bool,
}

/// A component of a theme.
#[derive(Debug, Clone, Serialize)]
pub struct ComponentView {
    /// Its name: `status_counts`.
    pub name: String,
    /// Its fragment on the page.
    pub anchor: String,
    /// Whether it is the theme's own, in the place of one that it extends.
    pub is_own: bool,
    /// What it takes.
    pub parameters: Vec<ParameterView>,
    /// The components that show it, each a link to its place in the style guide.
    pub shown_in: Vec<LinkView>,
    /// How it is used.
    pub examples: Vec<ExampleView>,
}

/// What a component takes.
#[derive(Debug, Clone, Serialize)]
pub struct ParameterView {
    /// Its name.
    pub name: String,
    /// Its type, in the template engine's word: `map`.
    pub kind: Option<&'static str>,
    /// What it is where it isn't given.
    pub default: Option<String>,
    /// Whether it is taken from the page that shows the component: `@page`.
    pub is_from_page: bool,
}

/// An example of a component.
#[derive(Debug, Clone, Serialize)]
pub struct ExampleView {
    /// What it shows.
    pub title: String,
    /// Its fragment on the page.
    pub anchor: String,
    /// When the component is used so.
    pub when: String,
    /// What the component makes of it; none where it can't, or where readers see nothing of it. Its fragments are told
    /// from those of other examples, and links to pages lead nowhere.
    pub shown_html: Option<Markup>,
    /// Why the component can't show it, where it can't.
    pub failure: Option<String>,
    /// The example as the theme has it, with the classes of highlighted code.
    pub source_html: Markup,
    /// What the component made, to be read, with the same classes.
    pub made_html: Option<Markup>,
}

/// Where the page of a folder is; none where its name can't be that of a page.
fn page_of(folder: &str) -> Option<OutPath> {
    OutPath::new(&format!("components/{folder}.html")).ok()
}

/// The pages of a style guide, with their paths.
type GuidePages = Vec<(OutPath, Box<dyn AnyView>)>;

impl Views<'_> {
    /// The pages of the style guide of `theme`, whose components these are. The first is the home page.
    pub fn style_guide(&self, theme: &str, folders: &[GuideFolder]) -> GuidePages {
        let home = OwnPage::Home.address();
        let row = |folder| self.guide_folder(folder, folders);
        let index = StyleGuidePage {
            page: self.guide_head(
                "style-guide",
                self.shared.phrases.style_guide(),
                &home,
            ),
            theme: theme.to_owned(),
            folders: folders.iter().filter_map(row).collect(),
        };
        let mut pages: GuidePages = vec![(home, Box::new(index))];
        for (nth, folder) in folders.iter().enumerate() {
            let Some(at) = page_of(&folder.name) else { continue };
            let component = |one| self.component(one, folders, &at);
            let page = StyleGuideComponentsPage {
                page: self.guide_head("style-guide-components", &folder.name, &at),
                theme: theme.to_owned(),
                components: folder.components.iter().map(component).collect(),
                previous: self.folder_link(folders[..nth].last()),
                next: self.folder_link(folders.get(nth + 1)),
            };
            pages.push((at, Box::new(page)));
        }
        pages
    }

    fn guide_head(&self, kind: &'static str, title: &str, path: &OutPath) -> PageHead {
        let mut page = self.head(kind, "", title, path, &[]);
        page.noindex = true;
        page.canonical = None;
        // What would be called the home page is the list of components.
        if !page.crumbs.is_empty() {
            let home = self.path(&OwnPage::Home.address(), None);
            let title = self.shared.phrases.style_guide().to_owned();
            page.crumbs = vec![Card::new(LinkView::new(title, Some(home)))];
        }
        page
    }

    fn folder_link(&self, folder: Option<&GuideFolder>) -> Option<Card<LinkView>> {
        let name = &folder?.name;
        let path = self.path(&page_of(name)?, None);
        Some(Card::new(LinkView::new(name.clone(), Some(path))))
    }

    fn guide_folder(
        &self,
        folder: &GuideFolder,
        all: &[GuideFolder],
    ) -> Option<GuideFolderView> {
        let at = page_of(&folder.name)?;
        let link = |one: &GuideComponent| {
            LinkView::new(one.name.clone(), Some(self.path(&at, Some(&one.name))))
        };
        Some(GuideFolderView {
            name: folder.name.clone(),
            path: self.path(&at, None),
            components: folder.components.iter().map(link).collect(),
            examples: folder.components.iter().map(|one| one.examples.len()).sum(),
            is_own: folder.components.iter().any(|one| is_own(one, all)),
        })
    }

    fn component(
        &self,
        of: &GuideComponent,
        folders: &[GuideFolder],
        page: &OutPath,
    ) -> ComponentView {
        let root = "../".repeat(page.as_str().matches('/').count());
        let example = |(nth, one): (usize, &GuideExample)| {
            example(one, &format!("{}-{}", of.name, nth + 1), &root)
        };
        ComponentView {
            name: of.name.clone(),
            anchor: of.name.clone(),
            is_own: is_own(of, folders),
            parameters: of.parameters.iter().map(parameter).collect(),
            shown_in: of
                .shown_in
                .iter()
                .filter_map(|by| self.component_link(by, folders))
                .collect(),
            examples: of.examples.iter().enumerate().map(example).collect(),
        }
    }

    fn component_link(&self, name: &str, folders: &[GuideFolder]) -> Option<LinkView> {
        let has =
            |folder: &&GuideFolder| folder.components.iter().any(|one| one.name == name);
        let folder = folders.iter().find(has)?;
        let path = self.path(&page_of(&folder.name)?, Some(name));
        Some(LinkView::new(name.to_owned(), Some(path)))
    }
}

/// Whether a component is that of the nearest of several themes.
fn is_own(of: &GuideComponent, folders: &[GuideFolder]) -> bool {
    let mut all = folders.iter().flat_map(|folder| &folder.components);
    of.is_own && all.any(|one| !one.is_own)
}

fn parameter(of: &GuideParameter) -> ParameterView {
    ParameterView {
        name: of.name.clone(),
        kind: of.kind,
        default: of.default.clone(),
        is_from_page: of.is_from_page,
    }
}

/// An example on a page that lies `root` from the root.
fn example(of: &GuideExample, anchor: &str, root: &str) -> ExampleView {
    let code = |text: &str, language| Markup::new(coloured_code(text, language).as_str());
    let shown = of.html.as_ref().ok().filter(|_| !of.source_only);
    ExampleView {
        title: of.title.clone(),
        anchor: anchor.to_owned(),
        when: of.when.clone(),
        shown_html: shown
            .map(|html| Markup::new(&example_html::settled(html, anchor, root))),
        failure: of.html.as_ref().err().cloned(),
        source_html: code(&of.source, "toml"),
        made_html: of
            .html
            .as_ref()
            .ok()
            .map(|html| code(&example_html::plain(html), "html")),
    }
}
