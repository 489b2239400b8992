//! Themes: loading, and what they make of data.

use super::*;
use crate::diag::{Diagnostic, codes};
use crate::files::{FilePath, Memory, Overlay, scan};
use serde::Serialize;

fn load_named(texts: &TextFiles, name: &str, diags: &mut Diagnostics) -> Option<Theme> {
    load(texts, name, Place::Site, None, Phrases::find("en"), diags)
}

/// Loads the theme `own` from these files, over the compiled-in ones.
fn load_own(files: &[(&str, &str)]) -> (Option<Theme>, Vec<Diagnostic>, TextFiles) {
    let mut own = Memory::default();
    for (path, text) in files {
        own.insert(FilePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    let texts = scan(&Overlay { over: &own, under: &built_in() }).unwrap();
    let mut diags = Diagnostics::default();
    let theme = load_named(&texts, "own", &mut diags);
    (theme, diags.sorted(), texts)
}

struct NoCards;

impl CardSource for NoCards {
    fn card(&self, _: u64) -> Option<&dyn TemplateData> {
        None
    }
}

type Rendered = Result<String, Box<Diagnostic>>;

fn render(pages: &Pages<'_>, data: &dyn TemplateData, texts: Texts<'_>) -> Rendered {
    let html = pages.render("pages/tag.html", data, texts, &NoCards)?;
    Ok(String::from_utf8(html).unwrap())
}

/// What the theme's page of a tag is with these variables.
fn tag(theme: &Theme, variables: &[(&'static str, Value)], texts: Texts<'_>) -> Rendered {
    render(&theme.pages(Value::none()), &map(variables), texts)
}

fn map(fields: &[(&'static str, Value)]) -> Value {
    let fields = fields.iter().map(|(name, value)| ((*name).into(), value.clone()));
    Value::from(tera::Map::from_iter(fields))
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
    let theme = load_named(&texts, "broadsheet", &mut diags);
    assert_eq!(diags.sorted(), []);
    assert_eq!(theme.unwrap().names(), ["broadsheet"]);
}

#[test]
fn a_theme_that_is_not_there_is_named_with_the_nearest() {
    let texts = scan(&built_in()).unwrap();
    let mut diags = Diagnostics::default();
    assert!(load_named(&texts, "broadshet", &mut diags).is_none());
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
    let data = Value::from(tera::Map::new());
    let pages = theme.pages(Value::none());
    let error = pages.render("pages/not-found.html", &data, &[], &NoCards).unwrap_err();
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
    let (theme, _, texts) =
        load_own(&[EXTENDS, ("themes/own/templates/pages/tag.html", "x\n{{ titel }}")]);
    let error = tag(&theme.unwrap(), &[], &[]).unwrap_err();
    assert_eq!(told(&[*error], &texts), [("E0605", "titel".to_owned())]);
}

const TAG: &str = "themes/own/templates/pages/tag.html";
const NAME: &str = "{% component name(of: map, mark: string, @page) %}{{ mark }} \
                    {{ page.root }}{{ of.name }};{% endcomponent name %}";

fn card(name: &str, number: Option<u64>) -> Value {
    let number = number.map(|number| (CARD, Value::from(number)));
    map(&Vec::from_iter(number.into_iter().chain([("name", Value::from(name))])))
}

fn page(root: &str) -> (&'static str, Value) {
    ("page", map(&[("root", Value::from(root))]))
}

#[test]
fn a_card_is_rendered_once_and_shown_from_any_folder() {
    let template = "{{ kept(show=\"name\", of=items, mark=\"-\") }}";
    let files = [EXTENDS, (TAG, template), ("themes/own/components/n/n.html", NAME)];
    let theme = load_own(&files).0.unwrap();
    let pages = theme.pages(Value::none());
    let shown = |cards: Vec<Value>, root| {
        render(&pages, &map(&[page(root), ("items", Value::from(cards))]), &[]).unwrap()
    };
    let both = vec![card("a", Some(1)), card("b", Some(2))];
    assert_eq!(shown(both, "../"), "- ../a;- ../b;");
    // A card is known by its number; what has none is rendered each time.
    let others = vec![card("c", Some(1)), card("d", None)];
    assert_eq!(shown(others.clone(), "../"), "- ../a;- ../d;");
    assert_eq!(shown(vec![card("a", Some(1))], "../../"), "- ../../a;");
    // The pages of another site know nothing of it.
    let items = ("items", Value::from(others));
    assert_eq!(tag(&theme, &[page(""), items], &[]).unwrap(), "- c;- d;");
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
    let call =
        |(x, _): &(&str, &str)| format!("{{{{ kept(show=\"name\", of=item, x={x}) }}}}");
    let page: String = arguments.iter().map(call).collect();
    let files = [EXTENDS, (TAG, &*page), ("themes/own/components/n/n.html", part)];
    let theme = load_own(&files).0.unwrap();
    let expected: String = arguments.iter().map(|(_, html)| format!("{html};")).collect();
    assert_eq!(tag(&theme, &[("item", card("a", Some(1)))], &[]).unwrap(), expected);
}

#[test]
fn a_text_stands_where_the_template_writes_it() {
    let page = "{% if text %}<div>{{ text }}</div>{% endif %}{% if none %}!{% endif %}";
    let theme = load_own(&[EXTENDS, (TAG, page)]).0.unwrap();
    let texts = [("text", "<p>&amp;</p>"), ("none", "")];
    assert_eq!(tag(&theme, &[], &texts).unwrap(), "<div><p>&amp;</p></div>");
}

#[test]
fn what_an_author_writes_is_never_taken_for_a_stand_in() {
    let part = "{% component name(of: map, said: string) %}{{ of.name }}{{ said }};{% endcomponent name %}";
    let page = "{{ said }}{{ kept(show=\"name\", of=item, said=said) }}";
    let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", part)];
    let theme = load_own(&files).0.unwrap();
    let said = ("said", Value::from("\0=0;\0/<"));
    let item = ("item", card("\0=0;", Some(1)));
    let html = tag(&theme, &[said, item], &[("text", "TEXT")]).unwrap();
    let said = "\u{fffd}=0;\u{fffd}/&lt;";
    assert_eq!(html, format!("{said}\u{fffd}=0;{said};"));
}

#[test]
fn a_kept_component_may_show_others() {
    let parts = "{% component inner(of: map, @page) %}<{{ page.root }}{{ of.name }}>{% endcomponent inner %}\
                 {% component outer(of: map, said: string) %}[{{ kept(show=\"inner\", of=of) }}{{ said }}]{% endcomponent outer %}";
    let page = "{% set said = kept(show=\"inner\", of=one) %}{{ kept(show=\"outer\", of=items, said=said) }}";
    let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", parts)];
    let theme = load_own(&files).0.unwrap();
    let one = ("one", card("x", Some(3)));
    let items = vec![card("a", Some(1)), card("b", Some(2))];
    let html = tag(&theme, &[one, ("items", Value::from(items)), self::page("../")], &[]);
    assert_eq!(html.unwrap(), "[<../a><../x>][<../b><../x>]");
}

#[test]
fn a_mistake_in_a_kept_component_is_told_at_its_place() {
    let part = "{% component name(of: map) %}{{ of.nmae.x }}{% endcomponent name %}";
    let page = "{{ kept(show=\"name\", of=items) }}";
    let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", part)];
    let (theme, _, texts) = load_own(&files);
    let error = tag(&theme.unwrap(), &[("items", card("a", Some(1)))], &[]).unwrap_err();
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

/// Renders the views by this template, and tells of how many of them there are moulds then. That moulds make what the
/// engine makes is asserted wherever a page is rendered.
fn moulded(page: &str, parts: &str) -> usize {
    let files = [EXTENDS, (TAG, page), ("themes/own/components/n/n.html", parts)];
    let theme = load_own(&files).0.unwrap();
    let pages = theme.pages(Value::from("site"));
    let texts = [("body_html", "<p>text</p>")];
    // The first pages of a site are made without moulds.
    while theme.engine.plans().is_none() {}
    let plans = theme.engine.plans().unwrap();
    let views = views();
    for view in &views {
        render(&pages, view, &texts).unwrap();
    }
    let has_mould = |view: &View| {
        let plan = plans.page("pages/tag.html")?;
        let walker = Walker::new(plans, plan, &NoCards, Some(&texts), false);
        pages.moulds["pages/tag.html"].ready(walker.walked(view)?.shape)
    };
    views.iter().filter(|view| has_mould(view).is_some()).count()
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
    let page = "{{ title }}{{ note }}{{ kept(show=\"item\", of=items, text=body_html) }}";
    assert_eq!(moulded(page, parts), 0);
}

#[test]
fn a_page_that_fails_fails_in_its_mould_as_without() {
    let theme = load_own(&[EXTENDS, (TAG, "{{ title }}{{ note.x }}")]).0.unwrap();
    let pages = theme.pages(Value::none());
    for view in views() {
        let error = render(&pages, &view, &[]).unwrap_err();
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
