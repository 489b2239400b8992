//! What lies in a theme and nothing uses: a component file without its component, a component that no template
//! shows, a template of no page, a style sheet that is not imported.
//!
//! The theme that is compiled in is not judged: what it has is there for others to use. Where a template
//! isn't understood, nothing is said of templates, for what is used might seem not to be.

use super::engine::template_name;
use super::fault::TemplateFiles;
use super::plans::rendered;
use super::reading::{TemplateNames, names};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::files::{FileId, Span, TextFiles};
use std::collections::BTreeSet;

/// The theme that is compiled in. It has a template for each kind of page.
const BUILT_IN: &str = "broadsheet";

/// Reports what the themes `themes`, nearest first, have and nothing uses. `files` are their templates.
pub(super) fn report(
    texts: &TextFiles,
    themes: &[String],
    files: &TemplateFiles,
    diags: &mut Diagnostics,
) {
    let own: Vec<&str> =
        themes.iter().map(String::as_str).filter(|theme| *theme != BUILT_IN).collect();
    if own.is_empty() {
        return;
    }
    let all = files.iter().map(|(name, file)| Template::read(name, *file, texts));
    if let Some(all) = all.collect::<Option<Vec<Template<'_>>>>() {
        let used = Used::of(&all, themes, texts);
        for template in all.iter().filter(|one| own.contains(&one.theme)) {
            template.report_components(&used, texts, diags);
            template.report_unused(&used, texts, diags);
        }
    }
    let imported = imported(texts, themes);
    for theme in own {
        report_others(theme, &imported, texts, diags);
    }
}

/// A template, with the names in it.
struct Template<'t> {
    theme: &'t str,
    /// Its path below `templates/`, or with `components/` before it.
    short: &'t str,
    file: FileId,
    names: TemplateNames<'t>,
}

impl<'t> Template<'t> {
    fn read(name: &'t str, file: FileId, texts: &'t TextFiles) -> Option<Self> {
        let (theme, short) = name.split_once('/')?;
        Some(Template { theme, short, file, names: names(&texts.get(file).text)? })
    }

    /// The name of the component that a file of `components/` is for.
    fn component(&self) -> Option<String> {
        let inside = self.short.strip_prefix("components/")?;
        let file = inside.rsplit('/').next().unwrap_or(inside);
        Some(file.split('.').next().unwrap_or(file).replace('-', "_"))
    }

    /// Reports that it lacks its component, or else the components of it that nothing shows.
    fn report_components(
        &self,
        used: &Used<'_>,
        texts: &TextFiles,
        diags: &mut Diagnostics,
    ) {
        let defined = &self.names.components;
        let unused = defined.iter().filter(|name| !used.components.contains(&***name));
        let unused: Vec<&String> = unused.collect();
        let lacks = self.component().filter(|name| !defined.contains(name));
        let is_of_no_use = unused.len() == defined.len();
        let hides = |name: &String| used.in_files.contains(&(self.short, name.as_str()));
        if let Some(name) = lacks.filter(|name| is_of_no_use || hides(name)) {
            let path = texts.path(self.file);
            let message = format!("`{path}` has no component `{name}`");
            let has: Vec<String> = defined.iter().map(|one| format!("`{one}`")).collect();
            let note = match &has[..] {
                [] => "pages show nothing of it".to_owned(),
                has if is_of_no_use => {
                    format!("it has {}, which nothing shows", has.join(", "))
                }
                has => format!("it has {}", has.join(", ")),
            };
            let found = at(codes::COMPONENT_FILE_WITHOUT_COMPONENT, self.file, message);
            diags.push(found.note(note).help(format!(
                "write `{{% component {name}(…) %}}…{{% endcomponent {name} %}}`, or name the file after its component"
            )));
            return;
        }
        if used.any_component {
            return;
        }
        for name in unused {
            let message = format!("no template shows the component `{name}`");
            let place = place_of(name, self.file, texts);
            diags.push(
                Diagnostic::new(codes::UNUSED_COMPONENT, place, message)
                    .did_you_mean(name, used.components.iter().copied())
                    .help(format!("show it: `{{{{ <{name} /> }}}}`, or take it out")),
            );
        }
    }

    /// Reports that no page is made with it and no other template names it.
    fn report_unused(&self, used: &Used<'_>, texts: &TextFiles, diags: &mut Diagnostics) {
        let is_used = !self.names.components.is_empty()
            || self.short.starts_with("components/")
            || used.kinds.contains(self.short)
            || used.templates.contains(&(self.theme, self.short));
        if is_used {
            return;
        }
        let path = texts.path(self.file);
        let found = if rendered(&format!("{}/{}", self.theme, self.short)).is_some() {
            let message = format!("no page is made with the template `{path}`");
            at(codes::UNUSED_TEMPLATE, self.file, message)
                .did_you_mean(self.short, used.kinds.iter().copied())
                .help("name it after a kind of page, as `docs/theming.md` lists them")
        } else {
            let message = format!("no template extends or includes `{path}`");
            at(codes::UNUSED_TEMPLATE, self.file, message).help(format!(
                "write `{{% include \"{}\" %}}` where it belongs, or take it out",
                self.short
            ))
        };
        diags.push(found);
    }
}

/// What templates use.
struct Used<'t> {
    components: BTreeSet<&'t str>,
    /// Whether a template shows a component whose name isn't written there: it may be any.
    any_component: bool,
    /// Templates that others extend or include, each with its theme.
    templates: BTreeSet<(&'t str, &'t str)>,
    /// The templates that are rendered by themselves.
    kinds: BTreeSet<&'t str>,
    /// The files of components, by their paths in any theme, each with a component that it has there.
    in_files: BTreeSet<(&'t str, &'t str)>,
}

impl<'t> Used<'t> {
    fn of(all: &'t [Template<'t>], themes: &'t [String], texts: &'t TextFiles) -> Self {
        let there: BTreeSet<(&str, &str)> =
            all.iter().map(|one| (one.theme, one.short)).collect();
        let mut used = Used {
            components: BTreeSet::new(),
            any_component: false,
            templates: BTreeSet::new(),
            kinds: kinds(texts),
            in_files: BTreeSet::new(),
        };
        for one in all {
            let components = one.names.components.iter();
            used.in_files.extend(components.map(|name| (one.short, name.as_str())));
        }
        for TemplateNames { shown, named, any_component, .. } in
            all.iter().map(|one| &one.names)
        {
            used.components.extend(shown.iter().map(String::as_str));
            used.any_component |= any_component;
            for name in named {
                let full = name.split_once('/').filter(|full| there.contains(full));
                let nearest = || themes.iter().map(|theme| (theme.as_str(), *name));
                let nearest = || nearest().find(|full| there.contains(full));
                used.templates.extend(full.or_else(nearest));
            }
        }
        used
    }
}

/// The templates that are rendered by themselves: those that the compiled-in theme has.
fn kinds(texts: &TextFiles) -> BTreeSet<&str> {
    let folder = format!("themes/{BUILT_IN}/templates");
    let all = texts.ids_below(&folder).map(|id| texts.path(id));
    let short = all.filter_map(|path| path.as_str().strip_prefix(&folder)?.get(1..));
    short.filter(|short| rendered(&format!("{BUILT_IN}/{short}")).is_some()).collect()
}

/// The style sheets that the nearest `css/index.css` imports, by their paths inside `css/`.
fn imported<'t>(texts: &'t TextFiles, themes: &[String]) -> BTreeSet<&'t str> {
    let index = |theme: &String| texts.find(&format!("themes/{theme}/css/index.css"));
    let Some((_, index)) = themes.iter().find_map(index) else { return BTreeSet::new() };
    let imports = index.text.split("@import").skip(1);
    imports.filter_map(|import| import.split('"').nth(1)).collect()
}

/// Reports the style sheets of a theme that are not imported, and files in folders where they mean nothing.
fn report_others(
    theme: &str,
    imported: &BTreeSet<&str>,
    texts: &TextFiles,
    diags: &mut Diagnostics,
) {
    let folder = format!("themes/{theme}");
    for file in texts.ids_below(&folder) {
        let path = texts.path(file);
        let inside = path.below(&folder).unwrap_or_default();
        let (top, rest) = inside.split_once('/').unwrap_or(("", inside));
        match (top, &*path.ending()) {
            ("static", _) => {}
            ("css", "css") if rest == "index.css" || imported.contains(rest) => {}
            ("css", "css") => {
                let message = format!("no style sheet imports `{path}`");
                diags.push(
                    at(codes::UNUSED_STYLE_SHEET, file, message).help(format!(
                        "write its rules in `css/owner.css`, or `@import \"{rest}\" layer(owner);` in `css/index.css`"
                    )),
                );
            }
            ("components", "css") => {}
            ("guide", "css") if rest == "style-guide.css" => {}
            (_, "css") => {
                let message = format!("`{path}` lies where no style sheets are read");
                diags.push(
                    at(codes::UNUSED_STYLE_SHEET, file, message)
                        .did_you_mean(top, ["css", "components", "static"])
                        .help("a theme's style sheets lie in `css/`, a component's in its folder"),
                );
            }
            ("components", "js") => {}
            (_, "js") => {
                let message = format!("`{path}` lies where no scripts are read");
                diags.push(
                    at(codes::UNUSED_SCRIPT, file, message)
                        .did_you_mean(top, ["components", "static"])
                        .help("a component's script lies in its folder, and one that a template names itself in `static/`"),
                );
            }
            (_, "html" | "xml") if template_name(theme, path.as_str()).is_none() => {
                let message = format!("`{path}` lies where no templates are read");
                diags.push(
                    at(codes::UNUSED_TEMPLATE, file, message)
                        .did_you_mean(top, ["templates", "components", "static"])
                        .help("a theme's templates lie in `templates/`, its components in `components/`"),
                );
            }
            _ => {}
        }
    }
}

fn at(code: Code, file: FileId, message: String) -> Diagnostic {
    Diagnostic::new(code, Span::start_of(file), message)
}

/// Where a component's name is written first.
pub(super) fn place_of(component: &str, file: FileId, texts: &TextFiles) -> Place {
    let text = &texts.get(file).text;
    let found = text.find(&format!("component {component}"));
    Place::Text(found.map_or(Span::start_of(file), |at| {
        let start = at + "component ".len();
        Span::new(file, start, start + component.len())
    }))
}
