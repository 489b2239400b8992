//! A theme's options: what `theme.toml` declares and `[params]` of `site.toml` sets.

use crate::support::{Built, SiteTest};

/// A site whose theme `child` has options of its own and those of `base`, with this in `site.toml` and
/// this at the foot of every page.
fn with_params(params: &str, foot: &str) -> Built {
    let site = format!("title = \"Example\"\ntheme = \"child\"\n{params}");
    SiteTest::from_files(&[
        ("site.toml", site.as_str()),
        (
            "themes/base/theme.toml",
            "name = \"base\"\nextends = \"broadsheet\"\n[params]\ncolour = \"red\"\nlinks = []\n",
        ),
        (
            "themes/child/theme.toml",
            "name = \"child\"\nextends = \"base\"\n[params]\nsize = 2\nwide = false\n\
             social = {place = \"Fediverse\", handle = \"@x\"}\n",
        ),
        ("themes/child/templates/partials/extend-footer.html", foot),
        ("content/articles/a.md", "---\ntitle: A\ndate: 2022\n---\nText.\n"),
    ])
    .build()
}

#[test]
fn templates_read_the_options_of_a_theme_as_the_site_sets_them() {
    let foot = "<p>{{ site.params.colour }} {{ site.params.size + 1 }}{% if site.params.wide %} wide{% endif %} \
                {{ site.params.social.place }}{% for one in site.params.links %} {{ one.title }}{% endfor %}</p>";
    let by_default = with_params("", foot);
    assert!(
        by_default.page("index.html").contains("<p>red 3 Fediverse</p>"),
        "{}",
        by_default.diagnostics()
    );
    let set = "[params]\ncolour = \"a & b\"\nsize = 4\nwide = true\nlinks = [{title = \"L\"}, {title = \"M\"}]\n\
               [params.social]\nplace = \"Here\"\n";
    let set = with_params(set, foot);
    assert!(
        set.page("index.html").contains("<p>a &amp; b 5 wide Here L M</p>"),
        "{}",
        set.diagnostics()
    );
}

#[test]
fn an_option_that_the_theme_does_not_have_is_an_error() {
    let built = with_params("[params]\ncolor = \"red\"\nsize = \"2\"\n", "");
    assert_eq!(built.codes(), ["E0105", "E0107"], "{}", built.diagnostics());
    assert!(
        built.diagnostics().contains("did you mean `colour`?"),
        "{}",
        built.diagnostics()
    );
    let unknown = with_params("", "{{ site.params.shape }}");
    assert_eq!(unknown.codes(), ["E0605"], "{}", unknown.diagnostics());
}
