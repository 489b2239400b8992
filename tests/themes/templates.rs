//! Random templates of an article's page.
//!
//! A template is read off a tape of numbers: each says which of several things comes next, and where the tape
//! has ended it is the first. So a tape that is shorter, or has smaller numbers, gives a simpler template.

/// The files of a theme: path and text.
pub(crate) type ThemeFiles = Vec<(&'static str, String)>;

/// A theme that extends `broadsheet` with a random page for articles, with components and a file that is included.
pub(crate) fn theme(tape: &[u16]) -> ThemeFiles {
    let mut writer = Writer { tape: tape.iter(), values: VALUES.to_vec(), variables: 0 };
    // First what a short tape is to vary.
    let components = writer.components();
    let main = writer.pair() + &writer.block(0);
    let part = writer.block(2);
    let page = format!(
        "{{% extends \"broadsheet/pages/article.html\" %}}\n\
         {{% block main %}}{main}{{% include \"own/parts/part.html\" %}}{{% endblock main %}}"
    );
    vec![
        ("theme.toml", "name = \"own\"\nextends = \"broadsheet\"\n".to_owned()),
        ("templates/pages/article.html", page),
        ("templates/parts/part.html", part),
        ("components/own/own.html", components),
    ]
}

/// Values of an article that can be written.
const VALUES: [&str; 22] = [
    "title",
    "standfirst",
    "credit",
    "minutes",
    "page.title",
    "page.root",
    "page.kind",
    "page.path",
    "page.section",
    "date.words",
    "date.html",
    "kind.label",
    "methods",
    "citation",
    "span",
    "funding",
    "content_warning",
    "evidence.citations",
    "body_html",
    "related | length",
    "previous.title",
    "next.path",
];

/// Lists, with what can be written of their items.
const LISTS: [(&str, &[&str]); 9] = [
    ("countries", &["title", "path", "html"]),
    ("authors", &["title", "html"]),
    ("tags", &["title", "html", "path"]),
    (
        "related",
        &["title", "path", "standfirst", "sources", "date.html", "countries_in_short"],
    ),
    ("events", &["text", "date.html", "date.words", "anchor"]),
    ("references", &["number", "anchor", "source.title"]),
    ("locations.items", &["name", "path", "sources"]),
    ("backlinks.items", &["html", "kind"]),
    ("page.crumbs", &["title", "html"]),
];

/// Lists that can be written as links.
const LINKS: [&str; 4] = ["countries", "authors", "tags", "page.crumbs"];

/// Lists of cards, with a component for each and what that can write.
const CARDS: [(&str, &str, &[&str]); 5] = [
    (
        "related",
        "own_article",
        &["of.title", "of.path", "of.sources", "of.date.html", "of.countries | links"],
    ),
    ("events", "own_event", &["of.text", "of.anchor", "of.date.words", "of.date.html"]),
    (
        "locations.items",
        "own_location",
        &["of.name", "of.path", "of.sources", "of.country.html"],
    ),
    (
        "references",
        "own_reference",
        &["of.number", "of.source.title", "kept(show=\"own_source\", of=of.source, x=x)"],
    ),
    ("backlinks.items", "own_backlink", &["of.html", "of.kind", "of.sentences | length"]),
];

const FILTERS: [&str; 12] = [
    "upper",
    "length",
    "default(value=\"d\")",
    "str",
    "trim",
    "title",
    "capitalize",
    "safe",
    "truncate(length=5)",
    "wordcount",
    "escape_html",
    "replace(from=\"a\", to=\"b\")",
];

/// Values that differ in little.
const ARGUMENTS: [&str; 8] = [
    "\"1\"",
    "1",
    "1.0",
    "\"<b>\"",
    "\"<b>\" | safe",
    "[\"<b>\"]",
    "[\"<b>\" | safe]",
    "true",
];

struct Writer<'t> {
    tape: std::slice::Iter<'t, u16>,
    /// What can be written here.
    values: Vec<&'static str>,
    variables: usize,
}

impl Writer<'_> {
    fn below(&mut self, many: usize) -> usize {
        usize::from(self.tape.next().copied().unwrap_or_default()) % many
    }

    fn any<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn value(&mut self) -> String {
        let at = self.below(self.values.len());
        self.values[at].to_owned()
    }

    fn condition(&mut self) -> String {
        let (one, other) = (self.value(), self.value());
        match self.below(9) {
            0 => one,
            1 => format!("not {one}"),
            2 => self.any(&LISTS).0.to_owned(),
            3 => format!(
                "{} | length {}",
                self.any(&LISTS).0,
                self.any(&["> 1", "== 0", ">= 2", "!= 1"])
            ),
            4 => format!("({one}) == ({other})"),
            5 => format!("{one} and ({other} or not {one})"),
            6 => format!("{one} is defined"),
            7 => format!("\"e\" in (({one}) | str)"),
            _ => format!("minutes > {}", self.below(4)),
        }
    }

    fn expression(&mut self, depth: usize) -> String {
        let one = self.value();
        match self.below(if depth > 2 { 2 } else { 13 }) {
            0 => one,
            1 => format!("({one}) | str | {}", self.any(&FILTERS)),
            2 => format!("{} | links", self.any(&LINKS)),
            3 => format!("{one} or {}", self.value()),
            4 => format!("{one} if {} else {}", self.condition(), self.value()),
            5 => format!("({one}) ~ ({})", self.value()),
            6 => format!("[{one}, {}] | join(sep=\"-\")", self.value()),
            7 => format!("{one} and {}", self.value()),
            8 => {
                format!("({}) | str | {}", self.expression(depth + 1), self.any(&FILTERS))
            }
            9 => "\"updated-on\" | phrase(date=date.html)".to_owned(),
            10 => self.kept(),
            _ => self.call(),
        }
    }

    fn kept(&mut self) -> String {
        let (list, component, _) = self.any(&CARDS);
        let x = match self.below(3) {
            0 => self.any(&ARGUMENTS).to_owned(),
            1 => self.value(),
            _ => "minutes".to_owned(),
        };
        format!("kept(show=\"{component}\", of={list}, x={x})")
    }

    /// What is easily taken for one another: two calls with arguments that differ in little, and a component that may set
    /// what another one asks for.
    fn pair(&mut self) -> String {
        let (list, component, _) = self.any(&CARDS);
        let (one, other) = self.any(&[
            ("\"<b>\"", "\"<b>\" | safe"),
            ("1", "1.0"),
            ("[\"<b>\"]", "[\"<b>\", \"\"]"),
        ]);
        let kept =
            |x: &str| format!("{{{{ kept(show=\"{component}\", of={list}, x={x}) }}}}");
        let calls = kept(one) + &kept(other);
        let flag = if self.below(2) == 0 { "false".to_owned() } else { self.condition() };
        format!("{calls}{{{{ <own_outer x={{1}} flag={{{flag}}} /> }}}}")
    }

    fn call(&mut self) -> String {
        let x = self.value();
        match self.below(6) {
            0 => format!("<own_text x={{{x}}} />"),
            1 => format!("<own_links of={{{}}} />", self.any(&LINKS)),
            2 | 4 => format!("<own_outer x={{{x}}} flag={{{}}} />", self.condition()),
            3 => format!("<own_list of={{{}}} />", self.any(&LISTS).0),
            _ => format!("<own_text x={} />", self.any(&["\"a\"", "{1}", "{title}"])),
        }
    }

    fn statement(&mut self, depth: usize) -> String {
        match self.below(if depth > 2 { 2 } else { 9 }) {
            0 => format!("{{{{ {} }}}}|", self.value()),
            1 => format!("{{{{ {} }}}}|", self.expression(0)),
            2 => format!("{{{{ {} }}}}", self.kept()),
            3 => format!("{{{{ {} }}}}", self.call()),
            4 => {
                let (condition, then) = (self.condition(), self.block(depth + 1));
                let otherwise = self.any(&["", "{% else %}none"]);
                format!("{{% if {condition} %}}{then}{otherwise}{{% endif %}}")
            }
            5 => self.looped(depth),
            6 => self.set(depth),
            7 => {
                let (x, body) = (self.value(), self.block(depth + 1));
                format!("{{% <own_body x={{{x}}}> %}}{body}{{% </own_body> %}}")
            }
            // What is set under a condition, and what is then asked for.
            _ => {
                let (condition, name) =
                    (self.condition(), self.any(&["page", "title", "y"]));
                let value = self.any(&[
                    "{\"title\": \"x\", \"root\": \"\"}",
                    "previous",
                    "\"z\"",
                ]);
                let word = self.any(&["set", "set_global"]);
                let call = self.call();
                format!(
                    "{{% if {condition} %}}{{% {word} {name} = {value} %}}{{% endif %}}{{{{ {call} }}}}"
                )
            }
        }
    }

    fn looped(&mut self, depth: usize) -> String {
        let (list, fields) = self.any(&LISTS);
        let name = self.any(&["one", "x", "title", "page", "credit"]);
        let (field, other) = (self.any(fields), self.any(fields));
        let shown = match self.below(5) {
            0 => format!("{{{{ {name}.{field} }}}}"),
            1 => format!("{{{{ {name}.{field} | str | {} }}}}", self.any(&FILTERS)),
            2 => format!("{{% if {name}.{field} %}}{{{{ loop.index }}}}{{% endif %}}"),
            3 => format!(
                "{{% set y = {name}.{field} %}}{{{{ y }}}}{{{{ {name}.{other} }}}}"
            ),
            _ => format!("{{{{ <own_text x={{{name}.{field}}} /> }}}}"),
        };
        let stop = self.any(&["", "", "{% if loop.index > 1 %}{% break %}{% endif %}"]);
        let inner = if name == "page" || name == "title" {
            String::new()
        } else {
            self.block(depth + 1)
        };
        let otherwise = match self.below(3) {
            0 => String::new(),
            1 => "{% else %}none".to_owned(),
            _ => format!("{{% else %}}{{{{ {} | str | upper }}}}", self.value()),
        };
        format!(
            "{{% for {name} in {list} %}}{shown}{stop}{inner}{otherwise}{{% endfor %}}"
        )
    }

    fn set(&mut self, depth: usize) -> String {
        let name = match self.below(3) {
            0 => {
                self.variables += 1;
                format!("v{}", self.variables)
            }
            1 => "title".to_owned(),
            _ => "credit".to_owned(),
        };
        if self.below(2) == 1 {
            let block = self.block(depth + 1);
            return format!("{{% set {name} %}}{block}{{% endset %}}{{{{ {name} }}}}");
        }
        let (word, value) = (self.any(&["set", "set_global"]), self.expression(0));
        format!(
            "{{% {word} {name} = {value} %}}{{% if {name} %}}{{{{ {name} }}}}{{% endif %}}"
        )
    }

    fn block(&mut self, depth: usize) -> String {
        let many = 1 + self.below(3);
        (0..many).map(|_| self.statement(depth)).collect()
    }

    /// A component's content that shows these.
    fn content(&mut self, values: &[&'static str]) -> String {
        let many = 1 + self.below(3);
        let one = |writer: &mut Self| {
            let (value, other) = (writer.any(values), writer.any(values));
            match writer.below(6) {
                0 => format!("{{{{ {value} }}}}"),
                1 => format!("{{% if {value} %}}y{{% endif %}}"),
                2 => format!("{{{{ ({value}) | str | {} }}}}", writer.any(&FILTERS)),
                3 => format!("{{% if ({value}) == ({other}) %}}e{{% endif %}}"),
                4 => format!("{{% set q = {value} %}}{{{{ q }}}}"),
                _ => format!("{{{{ {value} or {other} }}}}"),
            }
        };
        (0..many).map(|_| one(self)).collect()
    }

    fn components(&mut self) -> String {
        let mut all = String::new();
        let mut add = |name: &str, parameters: &str, content: String| {
            all.push_str(&format!(
                "{{% component {name}({parameters}) %}}[{content}]{{% endcomponent {name} %}}\n"
            ));
        };
        for (_, name, values) in CARDS {
            let values: Vec<&str> =
                values.iter().chain(&["x", "page.root"]).copied().collect();
            add(name, "of: map, x, @page", self.content(&values) + "{{ x }}");
        }
        add("own_source", "of: map, x", self.content(&["of.title", "x"]));
        let content = self.content(&["x", "page.title", "page.root"]);
        let asked = ["{{ page.title | upper }}", "{{ page.title | length }}", ""];
        add("own_text", "x, @page", format!("{content}{}", self.any(&asked)));
        let links = [
            "{{ of | links }}",
            "{% for y in of %}{{ y.title }}{% endfor %}",
            "{{ of | length }}",
        ];
        add("own_links", "of: array", self.any(&links).to_owned());
        let lists = [
            "{{ of | length }}",
            "{% if of %}y{% endif %}",
            "{% for y in of %}{{ loop.index }}{% if loop.last %}.{% endif %}{% endfor %}",
        ];
        add("own_list", "of: array", self.any(&lists).to_owned());
        let outer = [
            "{% if flag %}{% set page = {\"title\": \"x\", \"root\": \"\"} %}{% endif %}",
            "{% if flag %}{% set x = \"z\" %}{% endif %}",
            "{% if flag %}{% set page %}p{% endset %}{% endif %}",
            "{% for page in [] %}{% else %}{{ <own_text x={1} /> }}{% endfor %}",
            "{% for x in [\"p\", \"q\"] %}{{ <own_text x /> }}{% endfor %}",
            "{% set y = x %}{{ y }}",
            "",
        ];
        add(
            "own_outer",
            "x, flag = false",
            format!("{}{{{{ <own_text x={{x}} /> }}}}", self.any(&outer)),
        );
        let bodies = [
            "",
            "{{ x }}",
            "{% if body %}B{% endif %}",
            "{% if x == \"x\" %}{% else %}{{ x }}{% endif %}",
        ];
        add("own_body", "x", format!("{}{{{{ body }}}}", self.any(&bodies)));
        all
    }
}
