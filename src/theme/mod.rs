//! Themes: how pages look. Finds a theme and those it extends, and renders with their templates.
//!
//! A theme is a folder below `themes/` with `theme.toml`, `templates/`, `components/`, `css/` and
//! `static/`. One that says `extends = "broadsheet"` holds only the files it changes: a
//! template, a component or a style sheet is looked for in the theme itself first, then in those
//! it extends. The theme `broadsheet` is compiled in ([`built_in`]) and lies under the site's own
//! files, so that nothing here knows the difference. What a template is given is no
//! concern of this room: that is `view`'s. Start at [`load`].

mod assembly;
mod built_in;
mod chain;
mod engine;
mod fault;
mod filters;
mod keep;
mod manifest;
mod mould;
mod params;
mod phrases;
mod plans;
mod reading;
mod shape;
mod shelf;
mod unused;

pub use assembly::ROOT;
pub use built_in::built_in;
pub use keep::CARD;
pub use manifest::Manifest;
pub use shape::{Shown, Walker, hand_over, is_wanted};

use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::fields::Node;
use crate::files::{FileId, TextFiles};
use crate::keys::Key;
use crate::phrases::Phrases;
use assembly::{Parts, text_mark};
use engine::Engine;
use mould::Moulds;
use serde::Serialize;
use std::cell::Cell;
use std::collections::BTreeMap;
use tera::{Context, Value};

/// A theme that is ready to render.
pub struct Theme {
    names: Vec<String>,
    params: Value,
    engine: Engine,
    key: Key,
}

/// Loads the theme `name`, which `named_at` asks for, with its options as `params` of `site.toml` sets
/// them, and with `phrases` for what its templates say. Every mistake in its files is reported; there is no theme where one keeps it from rendering.
pub fn load(
    texts: &TextFiles,
    name: &str,
    named_at: Place,
    params: Option<&Node>,
    phrases: &'static Phrases,
    diags: &mut Diagnostics,
) -> Option<Theme> {
    let (names, declared) = chain::find(texts, name, named_at, diags)?;
    let params = params::settle(&declared, params, diags);
    let engine = engine::build(texts, &names, phrases, diags)?;
    unused::report(texts, &names, &engine.files, diags);
    let key = Key::of(&engine.texts(texts).collect::<Vec<_>>());
    Some(Theme { names, params, engine, key })
}

impl Theme {
    /// The theme's name, then those it extends, nearest first.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Its options as the site sets them, for templates.
    pub fn params(&self) -> &Value {
        &self.params
    }

    /// The key of its templates.
    pub fn key(&self) -> Key {
        self.key
    }

    /// Says that so many pages will be rendered: it is worth it then to read at once what the templates do.
    pub fn expect(&self, pages: usize) {
        self.engine.planner.expect(pages);
    }

    /// The theme, ready to render the pages of a site. `site` is what every page reads by that name.
    pub fn pages(&self, site: Value) -> Pages<'_> {
        let names = self.engine.planner.rendered();
        let moulds = names.map(|name| (name.to_owned(), Moulds::default())).collect();
        Pages { theme: self, site, moulds }
    }

    /// What the engine makes of the template `name` with these variables, and with `texts`, which
    /// it is given as marks.
    fn render(
        &self,
        name: &str,
        mut context: Context,
        texts: Texts<'_>,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        for (number, (variable, html)) in texts.iter().enumerate() {
            let mark = if html.is_empty() { String::new() } else { text_mark(number) };
            context.insert_value(*variable, Value::safe_string(&mark));
        }
        let parts = Parts::begin();
        let mut made = SCRATCH.take();
        made.clear();
        let rendered = self.engine.tera.render_to(name, &context, &mut made);
        rendered.map_err(|error| {
            let inner = keep::inner_error();
            fault::rendering(&error, inner.as_ref(), &self.engine.files)
        })?;
        let page = context.get("page");
        let root = page.and_then(|page| page.get_from_path("root")?.as_str());
        let mut html = Vec::new();
        parts.place(&made, root.unwrap_or_default(), texts, &mut html);
        SCRATCH.set(made);
        Ok(html)
    }
}

/// HTML that a page is given beside its view, each by the name of a variable. It is put into the page
/// when that is whole: to the template each is a short text that stands for it, and one that is empty is
/// empty.
pub type Texts<'t> = &'t [(&'static str, &'t str)];

/// A theme that renders the pages of one site.
pub struct Pages<'t> {
    theme: &'t Theme,
    site: Value,
    /// What each template makes of views of each shape.
    moulds: BTreeMap<String, Moulds>,
}

impl Pages<'_> {
    /// Renders the template `name` with the fields of `view` as its variables, and with `texts`; or
    /// tells where in the theme it fails.
    pub fn render(
        &self,
        name: &str,
        view: &impl Serialize,
        texts: Texts<'_>,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Some(html) = self.moulded(name, view, texts) else {
            return self.plainly(name, view, texts);
        };
        debug_assert_eq!(
            Ok(String::from_utf8_lossy(&html)),
            self.plainly(name, view, texts).as_deref().map(String::from_utf8_lossy),
            "a mould of `{name}` is as the engine makes it"
        );
        Ok(html)
    }

    /// What the engine makes of a view, without a mould.
    fn plainly(
        &self,
        name: &str,
        view: &impl Serialize,
        texts: Texts<'_>,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let context = self.context(Value::from_serializable(view));
        self.theme.render(name, context, texts)
    }

    /// What the mould of its shape makes of a view.
    fn moulded(
        &self,
        name: &str,
        view: &impl Serialize,
        texts: Texts<'_>,
    ) -> Option<Vec<u8>> {
        let plans = self.theme.engine.planner.plans()?;
        let moulds = self.moulds.get(name)?;
        let walker = || Some(Walker::new(plans.cards(), plans.page(name)?, texts));
        let mut by_struct = walker()?;
        by_struct.page(view);
        let walked = by_struct.end()?;
        let cast = || {
            let mut by_value = walker()?;
            let stand_in = by_value.page_value(&Value::from_serializable(view));
            by_value.end().filter(|other| other.shape == walked.shape)?;
            let context = self.context(stand_in);
            keep::cast(|| {
                let mut made = Vec::new();
                self.theme.engine.tera.render_to(name, &context, &mut made)?;
                Ok(made)
            })
        };
        let mould = moulds.mould(walked.shape, cast)?;
        mould.made(&walked, texts, &walked.root, &self.theme.engine.keeper)
    }

    /// The variables of a template: the fields of a view, and the site.
    fn context(&self, view: Value) -> Context {
        let mut context = Context::new();
        for (name, value) in view.into_map().unwrap_or_default() {
            context.insert_value(name.to_string(), value);
        }
        context.insert_value("site", self.site.clone());
        context
    }
}

thread_local! {
    /// What the engine has made of the last page, for its memory: that is had once.
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("names", &self.names).finish_non_exhaustive()
    }
}

/// Where each template comes from, by the name the engine knows it by.
type TemplateFiles = BTreeMap<String, FileId>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;
    use crate::files::{FilePath, Memory, Overlay, scan};

    /// Loads the theme `own` from these files, over the compiled-in ones.
    fn load_own(files: &[(&str, &str)]) -> (Option<Theme>, Vec<Diagnostic>, TextFiles) {
        let mut own = Memory::default();
        for (path, text) in files {
            own.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        let texts = scan(&Overlay { over: &own, under: &built_in() }).unwrap();
        let mut diags = Diagnostics::default();
        let theme =
            load(&texts, "own", Place::Site, None, Phrases::find("en"), &mut diags);
        (theme, diags.sorted(), texts)
    }

    const EXTENDS: (&str, &str) =
        ("themes/own/theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n");

    fn told(found: &[Diagnostic], texts: &TextFiles) -> Vec<(&'static str, String)> {
        let shown = |one: &Diagnostic| match &one.place {
            Place::Text(span) => texts.slice(*span).to_owned(),
            Place::Path(path, _) => path.clone(),
            Place::Site => String::new(),
        };
        found.iter().map(|one| (one.code.id(), shown(one))).collect()
    }

    #[test]
    fn the_compiled_in_theme_loads() {
        let texts = scan(&built_in()).unwrap();
        let mut diags = Diagnostics::default();
        let theme = load(
            &texts,
            "broadsheet",
            Place::Site,
            None,
            Phrases::find("en"),
            &mut diags,
        );
        assert_eq!(diags.sorted(), []);
        assert_eq!(theme.unwrap().names(), ["broadsheet"]);
    }

    #[test]
    fn a_theme_that_is_not_there_is_named_with_the_nearest() {
        let texts = scan(&built_in()).unwrap();
        let mut diags = Diagnostics::default();
        assert!(
            load(&texts, "broadshet", Place::Site, None, Phrases::find("en"), &mut diags)
                .is_none()
        );
        let found = diags.sorted();
        assert_eq!(found[0].code, codes::UNKNOWN_THEME);
        assert_eq!(found[0].help, ["did you mean `broadsheet`?"]);
    }

    #[test]
    fn a_file_of_a_theme_hides_the_one_it_extends() {
        let child =
            "{% extends \"broadsheet/base.html\" %}{% block main %}ours{% endblock %}";
        let (theme, found, _) =
            load_own(&[EXTENDS, ("themes/own/templates/pages/not-found.html", child)]);
        assert_eq!(found, []);
        let theme = theme.unwrap();
        assert_eq!(theme.names(), ["own", "broadsheet"]);
        let error =
            theme.render("pages/not-found.html", tera::Context::new(), &[]).unwrap_err();
        assert_eq!(error.code, codes::TEMPLATE_FAILED);
    }

    #[test]
    fn themes_that_extend_each_other_are_reported() {
        let (theme, found, texts) = load_own(&[
            ("themes/own/theme.toml", "name = \"own\"\nextends = \"two\"\n"),
            ("themes/two/theme.toml", "name = \"two\"\nextends = \"own\"\n"),
        ]);
        assert!(theme.is_none());
        assert_eq!(told(&found, &texts), [("E0602", "\"own\"".to_owned())]);
    }

    #[test]
    fn every_template_with_a_syntax_error_is_reported() {
        let (theme, found, texts) = load_own(&[
            EXTENDS,
            ("themes/own/templates/pages/tag.html", "a\n{% if %}"),
            ("themes/own/templates/pages/tags.html", "b\n{{ name "),
        ]);
        assert!(theme.is_none());
        let codes: Vec<&str> = found.iter().map(|one| one.code.id()).collect();
        assert_eq!(codes, ["E0603", "E0603"]);
        assert_eq!(told(&found, &texts)[0].1, "%}");
    }

    #[test]
    fn every_unknown_name_in_a_template_is_reported_at_its_place() {
        let page = "{{ title | shout }}\n{{ <no_such_thing /> }}\n";
        let (theme, found, texts) =
            load_own(&[EXTENDS, ("themes/own/templates/pages/tag.html", page)]);
        assert!(theme.is_none());
        let expected = [
            ("E0604", "shout".to_owned()),
            ("E0604", "{{ <no_such_thing /> }}"[2..].to_owned()),
        ];
        let found = told(&found, &texts);
        assert_eq!(found[0], expected[0]);
        assert_eq!(found[1].0, "E0604");
        assert!(expected[1].1.contains(found[1].1.trim()), "{found:?}");
    }

    #[test]
    fn an_undefined_variable_is_an_error_at_its_place() {
        let (theme, _, texts) = load_own(&[
            EXTENDS,
            ("themes/own/templates/pages/tag.html", "x\n{{ titel }}"),
        ]);
        let error = theme
            .unwrap()
            .render("pages/tag.html", tera::Context::new(), &[])
            .unwrap_err();
        assert_eq!(told(&[*error], &texts), [("E0605", "titel".to_owned())]);
    }

    const TAG: &str = "themes/own/templates/pages/tag.html";
    const NAME: &str = "{% component name(of: map, mark: string, @page) %}{{ mark }} \
                        {{ page.root }}{{ of.name }};{% endcomponent name %}";

    fn card(name: &str, number: Option<u64>) -> tera::Value {
        let mut card = tera::Map::new();
        number.map(|number| card.insert(CARD.into(), tera::Value::from(number)));
        card.insert("name".into(), tera::Value::from(name));
        tera::Value::from(card)
    }

    fn shown(theme: &Theme, cards: Vec<tera::Value>, root: &str) -> String {
        let mut context = tera::Context::new();
        context.insert_value("items", tera::Value::from(cards));
        let page = tera::Map::from_iter([("root".into(), tera::Value::from(root))]);
        context.insert_value("page", tera::Value::from(page));
        let html = theme.render("pages/tag.html", context, &[]).unwrap();
        String::from_utf8(html).unwrap()
    }

    #[test]
    fn a_card_is_rendered_once_and_shown_from_any_folder() {
        let page = "{{ kept(show=\"name\", of=items, mark=\"-\") }}";
        let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", NAME)];
        let theme = load_own(&files).0.unwrap();
        let of = |cards| shown(&theme, cards, "../");
        assert_eq!(of(vec![card("a", Some(1)), card("b", Some(2))]), "- ../a;- ../b;");
        // A card is known by its number; what has none is rendered each time.
        assert_eq!(of(vec![card("c", Some(1)), card("d", None)]), "- ../a;- ../d;");
        assert_eq!(shown(&theme, vec![card("a", Some(1))], "../../"), "- ../../a;");
    }

    #[test]
    fn what_is_kept_is_shown_only_where_all_arguments_are_the_same() {
        let part = "{% component name(of: map, x) %}{{ x }} {{ x is string }} {{ x is number }};{% endcomponent name %}";
        let arguments = [
            ("\"<b>\" | safe", "<b> true false"),
            ("\"<b>\"", "&lt;b&gt; true false"),
            ("1", "1 false true"),
            ("\"1\"", "1 true false"),
            ("1.0", "1.0 false true"),
            ("[\"a\", \"b\"]", "[&quot;a&quot;, &quot;b&quot;] false false"),
            ("[\"a, b\"]", "[&quot;a, b&quot;] false false"),
            ("{\"a\": 1, \"b\": 2}", "{&quot;a&quot;: 1, &quot;b&quot;: 2} false false"),
            ("{\"b\": 2, \"a\": 1}", "{&quot;b&quot;: 2, &quot;a&quot;: 1} false false"),
        ];
        let call = |(x, _): &(&str, &str)| {
            format!("{{{{ kept(show=\"name\", of=item, x={x}) }}}}")
        };
        let page: String = arguments.iter().map(call).collect();
        let files = [EXTENDS, (TAG, &*page), ("themes/own/components/n/n.html", part)];
        let theme = load_own(&files).0.unwrap();
        let mut context = tera::Context::new();
        context.insert_value("item", card("a", Some(1)));
        let html = theme.render("pages/tag.html", context, &[]).unwrap();
        let expected: String =
            arguments.iter().map(|(_, html)| format!("{html};")).collect();
        assert_eq!(String::from_utf8(html).unwrap(), expected);
    }

    #[test]
    fn a_text_stands_where_the_template_writes_it() {
        let page =
            "{% if text %}<div>{{ text }}</div>{% endif %}{% if none %}!{% endif %}";
        let theme = load_own(&[EXTENDS, (TAG, page)]).0.unwrap();
        let texts = [("text", "<p>&amp;</p>"), ("none", "")];
        let html = theme.render("pages/tag.html", tera::Context::new(), &texts).unwrap();
        assert_eq!(String::from_utf8(html).unwrap(), "<div><p>&amp;</p></div>");
    }

    #[test]
    fn what_an_author_writes_is_never_taken_for_a_mark() {
        let part = "{% component name(of: map, said: string) %}{{ of.name }}{{ said }};{% endcomponent name %}";
        let page = "{{ said }}{{ kept(show=\"name\", of=item, said=said) }}";
        let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", part)];
        let theme = load_own(&files).0.unwrap();
        let mut context = tera::Context::new();
        context.insert_value("said", tera::Value::from("\0#0;\0/<"));
        context.insert_value("item", card("\0=0;", Some(1)));
        let html = theme.render("pages/tag.html", context, &[("text", "TEXT")]).unwrap();
        let said = "\u{fffd}#0;\u{fffd}/&lt;";
        assert_eq!(String::from_utf8(html).unwrap(), format!("{said}\u{fffd}=0;{said};"));
    }

    #[test]
    fn a_kept_component_may_show_others() {
        let parts = "{% component inner(of: map, @page) %}<{{ page.root }}{{ of.name }}>{% endcomponent inner %}\
                     {% component outer(of: map, said: string) %}[{{ kept(show=\"inner\", of=of) }}{{ said }}]{% endcomponent outer %}";
        let page = "{% set said = kept(show=\"inner\", of=one) %}{{ kept(show=\"outer\", of=items, said=said) }}";
        let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", parts)];
        let theme = load_own(&files).0.unwrap();
        let mut context = tera::Context::new();
        context.insert_value("one", card("x", Some(3)));
        let items = vec![card("a", Some(1)), card("b", Some(2))];
        context.insert_value("items", tera::Value::from(items));
        let root = tera::Map::from_iter([("root".into(), tera::Value::from("../"))]);
        context.insert_value("page", tera::Value::from(root));
        let html = theme.render("pages/tag.html", context, &[]).unwrap();
        assert_eq!(String::from_utf8(html).unwrap(), "[<../a><../x>][<../b><../x>]");
    }

    #[test]
    fn a_mistake_in_a_kept_component_is_told_at_its_place() {
        let part = "{% component name(of: map) %}{{ of.nmae.x }}{% endcomponent name %}";
        let page = "{{ kept(show=\"name\", of=items) }}";
        let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", part)];
        let (theme, _, texts) = load_own(&files);
        let mut context = tera::Context::new();
        context.insert_value("items", card("a", Some(1)));
        let error = theme.unwrap().render("pages/tag.html", context, &[]).unwrap_err();
        let (code, words) = told(&[*error], &texts).remove(0);
        assert_eq!(code, "E0605");
        assert!(words.contains("nmae"), "{words}");
    }

    #[derive(Serialize, Clone)]
    struct Head {
        root: &'static str,
        lang: &'static str,
    }

    #[derive(Serialize, Clone)]
    struct Link {
        title: &'static str,
        html: Html,
    }

    /// A text of HTML as views have it.
    #[derive(Clone)]
    struct Html(String);

    impl Serialize for Html {
        fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            if to.is_human_readable() {
                return Value::safe_string(&self.0).serialize(to);
            }
            to.serialize_bytes(self.0.as_bytes())
        }
    }

    #[derive(Serialize, Clone)]
    struct View {
        page: Head,
        title: String,
        note: Option<String>,
        count: usize,
        links: Vec<Link>,
        items: Vec<Item>,
        body_html: &'static str,
    }

    #[derive(Serialize, Clone)]
    struct Item {
        name: String,
        link: Option<Link>,
        inner: Vec<Item>,
    }

    fn link(title: &'static str) -> Link {
        Link { title, html: Html(format!("<a href=\"{ROOT}x\">{title}</a>")) }
    }

    fn item(name: &str) -> Item {
        let inner = Item { name: format!("{name}.1"), link: None, inner: Vec::new() };
        Item { name: name.to_owned(), link: Some(link("in")), inner: vec![inner] }
    }

    fn views() -> Vec<View> {
        let first = View {
            page: Head { root: "../", lang: "en" },
            title: "A & <B>".to_owned(),
            note: None,
            count: 2,
            links: vec![link("one"), link("two")],
            items: vec![item("a"), item("b")],
            body_html: "",
        };
        let note = View { note: Some("\0=0;'".to_owned()), ..first.clone() };
        let empty = View { links: vec![], items: vec![], count: 0, ..first.clone() };
        let lang = View { page: Head { root: "", lang: "de" }, ..note.clone() };
        let long = View { items: vec![item("c"); 5], count: 17, ..lang.clone() };
        [first, note, empty, lang, long]
            .iter()
            .flat_map(|one| [one.clone(), one.clone(), one.clone()])
            .collect()
    }

    /// Renders the views by this template, and tells how many of them came from moulds. That they
    /// are as the engine makes them is asserted wherever a page is rendered.
    fn moulded(page: &str, parts: &str) -> usize {
        let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", parts)];
        let theme = load_own(&files).0.unwrap();
        let pages = theme.pages(Value::from("site"));
        let texts = [("body_html", "<p>text</p>")];
        let made = |view: &View| pages.moulded("pages/tag.html", view, &texts);
        // The first pages of a site are made without moulds.
        while theme.engine.planner.plans().is_none() {}
        let views = views();
        views
            .iter()
            .filter(|view| {
                pages.render("pages/tag.html", view, &texts).unwrap();
                made(view).is_some()
            })
            .count()
    }

    #[test]
    fn pages_of_one_shape_come_from_a_mould() {
        let parts = "{% component item(of: map, mark: string, @page) %}<li>{{ mark }}{{ of.name }}{% if of.link %}{{ of.link.html }}{{ page.root }}{% endif %}\
                     {{ kept(show=\"item\", of=of.inner, mark=\"-\") }}</li>{% endcomponent item %}\
                     {% component list(items: array) %}{{ kept(show=\"item\", of=items, mark=\"+\") }}{% endcomponent list %}";
        let page = "<html lang=\"{{ page.lang }}\"><a href=\"{{ page.root }}\">{{ title }}</a>{% if note %}{{ note }}{% else %}none{% endif %}\
                    {{ body_html }}{{ count }}{% if links | length > 1 %}s{% endif %}{{ links | links }}{{ <list items={items} /> }}{{ site }}";
        assert_eq!(moulded(page, parts), views().len());
    }

    #[test]
    fn what_a_template_looks_at_is_right_in_every_page() {
        let parts = "{% component item(of: map, @page) %}<li>{{ of.name | upper }}</li>{% endcomponent item %}";
        for page in [
            "{{ title | upper }}{{ note or \"x\" }}",
            "{% if page.lang == \"de\" %}Deutsch{% else %}{{ title }}{% endif %}",
            "{% for one in items %}{{ loop.index }}{{ one.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "{{ count + 1 }}{% if count > 3 %}many{% endif %}",
            "{{ note if count > 3 else title | upper }}{{ note or title | upper }}",
            "{% set name = title %}{% if name %}{{ name }}{% endif %}",
            "{{ kept(show=\"item\", of=items) }}",
            "{% for one in links %}{{ one.title | lower }}{{ one.html }}{% endfor %}",
            "{{ items | length }}{{ items | first | get(key=\"name\") if items else \"\" }}",
        ] {
            assert!(moulded(page, parts) > 0, "{page}");
        }
    }

    #[test]
    fn a_text_that_is_kept_is_never_taken_from_a_mould() {
        let parts = "{% component item(of: map, text: string) %}<li>{{ of.name }}{{ text }}</li>{% endcomponent item %}";
        let page =
            "{{ title }}{{ note }}{{ kept(show=\"item\", of=items, text=body_html) }}";
        assert_eq!(moulded(page, parts), 0);
    }

    #[test]
    fn a_page_that_fails_fails_in_its_mould_as_without() {
        let theme = load_own(&[EXTENDS, (TAG, "{{ title }}{{ note.x }}")]).0.unwrap();
        let pages = theme.pages(Value::none());
        for view in views() {
            let error = pages.render("pages/tag.html", &view, &[]).unwrap_err();
            assert_eq!(error.code, codes::TEMPLATE_FAILED);
        }
    }

    #[test]
    fn a_parent_that_is_not_there_is_reported() {
        let (theme, found, _) = load_own(&[
            EXTENDS,
            ("themes/own/templates/pages/tag.html", "{% extends \"bas.html\" %}"),
        ]);
        assert!(theme.is_none());
        assert_eq!(found[0].code, codes::UNKNOWN_IN_TEMPLATE);
    }
}
