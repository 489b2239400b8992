//! A small site, and the edits that are tried on it.

use super::fields::{self, Edited};
use dateline::diag::codes;
use dateline::manifest::Sum;
use proptest::prelude::*;

/// What somebody does to the site, its output or its cache. Numbers choose which and how.
#[derive(Debug, Clone)]
pub enum Edit {
    Words(u8, u8),
    /// Other words in the same sentences.
    Aside(u8, u8),
    Title(u8, u8),
    Date(u8, u8),
    Sources(u8, u8),
    Countries(u8, u8),
    Tags(u8, u8),
    Extra(u8, u8),
    Draft(u8),
    Embargo(u8),
    /// Records that stand in an article, and a fact that others tell too.
    Inline(u8, u8),
    Remove(u8),
    Rename(u8, u8),
    Fact(u8, u8),
    Source(u8, u8),
    BasedOn(u8, u8),
    Location(u8, u8),
    Claim(u8, u8),
    Entity(u8),
    Page(u8),
    Country(u8),
    Picture(u8),
    SiteTitle(u8),
    Paginate(u8),
    FullFeeds,
    BaseUrl(u8),
    Urls,
    RawHtml,
    Menu(u8),
    Theme(u8),
    Style(u8),
    /// Files beside the pages: of the site, and of its theme.
    Static(u8),
    /// A bibliography beside the registry of sources.
    Bibliography(u8),
    /// A copy of a source in the vault, with what is noted of it.
    Vault(u8),
    /// A field of a record is given a value, or taken away.
    Field(u16, u16),
    /// All such fields are as they were.
    Undo,
    DeleteOutput(u8),
    ChangeOutput(u8),
    LoseCache,
    BreakCache(u8),
}

/// Any edit; words and titles change more often than the rest.
pub fn edit() -> impl Strategy<Value = Edit> {
    let rest = (0..50_u8, 0..12_u8, 0..12_u8, any::<u8>()).prop_map(of_number);
    let field = (0..fields::count(), any::<u16>()).prop_map(|(a, b)| Edit::Field(a, b));
    prop_oneof![3 => rest, 1 => field]
}

fn of_number((kind, a, b, any): (u8, u8, u8, u8)) -> Edit {
    match kind {
        0 => Edit::Title(a, b),
        1 => Edit::Date(a, b),
        2 => Edit::Sources(a, b),
        3 => Edit::Countries(a, b),
        4 => Edit::Tags(a, b),
        5 => Edit::Extra(a, b),
        6 => Edit::Draft(a),
        7 => Edit::Remove(a),
        8 => Edit::Rename(a, b),
        9 => Edit::Fact(a, b),
        10 => Edit::Source(a, b),
        11 => Edit::BasedOn(a, b),
        12 => Edit::Location(a, b),
        13 => Edit::Claim(a, b),
        14 => Edit::Entity(a),
        15 => Edit::Page(a),
        16 => Edit::Country(a),
        17 => Edit::Picture(a),
        18 => Edit::SiteTitle(a),
        19 => Edit::Paginate(a),
        20 => Edit::FullFeeds,
        21 => Edit::BaseUrl(a),
        22 => Edit::Urls,
        23 => Edit::RawHtml,
        24 => Edit::Menu(a),
        25 => Edit::Theme(a),
        26 => Edit::Style(a),
        27 => Edit::DeleteOutput(any),
        28 => Edit::ChangeOutput(any),
        29 => Edit::LoseCache,
        30 => Edit::BreakCache(any),
        31 => Edit::Title(b, a),
        32..=37 => Edit::Aside(a, b),
        42 | 43 => Edit::Inline(a, b),
        44 => Edit::Embargo(a),
        45 => Edit::Draft(b),
        46 => Edit::Static(a),
        47 => Edit::Bibliography(a),
        48 | 49 => Edit::Vault(a),
        41 => Edit::Undo,
        _ => Edit::Words(a, b),
    }
}

#[derive(Debug, Clone, Default)]
struct Article {
    is_gone: bool,
    name: u8,
    words: u8,
    aside: u8,
    title: u8,
    date: u8,
    sources: u8,
    countries: u8,
    tags: u8,
    extra: u8,
    draft: bool,
    embargo: bool,
    inline: u8,
    fact: u8,
}

/// The site, as the choices it is made from.
#[derive(Debug, Clone, Default)]
pub struct Site {
    articles: [Article; 4],
    sources: [u8; 3],
    based_on: [u8; 3],
    locations: [u8; 2],
    claims: [u8; 2],
    entity: u8,
    page: u8,
    country: u8,
    picture: u8,
    title: u8,
    paginate: u8,
    full_feeds: bool,
    base_url: u8,
    urls: bool,
    raw_html: bool,
    menu: u8,
    theme: u8,
    style: u8,
    statics: u8,
    bibliography: u8,
    vault: u8,
    fields: Edited,
}

impl Site {
    /// Does an edit; those of the output and the cache change nothing here.
    pub fn apply(&mut self, edit: &Edit) {
        let Site { articles, sources, based_on, locations, claims, .. } = self;
        let article = |n: &u8| usize::from(*n) % 4;
        match edit {
            Edit::Words(a, n) => articles[article(a)].words = *n,
            Edit::Aside(a, n) => articles[article(a)].aside = *n,
            Edit::Title(a, n) => articles[article(a)].title = *n,
            Edit::Date(a, n) => articles[article(a)].date = *n,
            Edit::Sources(a, n) => articles[article(a)].sources = *n,
            Edit::Countries(a, n) => articles[article(a)].countries = *n,
            Edit::Tags(a, n) => articles[article(a)].tags = *n,
            Edit::Extra(a, n) => articles[article(a)].extra = *n,
            Edit::Draft(a) => articles[article(a)].draft ^= true,
            Edit::Embargo(a) => articles[article(a)].embargo ^= true,
            Edit::Inline(a, n) => articles[article(a)].inline = *n,
            Edit::Remove(a) => articles[article(a)].is_gone ^= true,
            Edit::Rename(a, n) => articles[article(a)].name = *n % 3,
            Edit::Fact(a, n) => articles[article(a)].fact = *n,
            Edit::Source(a, n) => sources[usize::from(*a) % 3] = *n,
            Edit::BasedOn(a, n) => based_on[usize::from(*a) % 3] = *n,
            Edit::Location(a, n) => locations[usize::from(*a) % 2] = *n,
            Edit::Claim(a, n) => claims[usize::from(*a) % 2] = *n,
            Edit::Entity(n) => self.entity = *n,
            Edit::Page(n) => self.page = *n,
            Edit::Country(n) => self.country = *n,
            Edit::Picture(n) => self.picture = *n,
            Edit::SiteTitle(n) => self.title = *n,
            Edit::Paginate(n) => self.paginate = *n,
            Edit::FullFeeds => self.full_feeds ^= true,
            Edit::BaseUrl(n) => self.base_url = *n,
            Edit::Urls => self.urls ^= true,
            Edit::RawHtml => self.raw_html ^= true,
            Edit::Menu(n) => self.menu = *n,
            Edit::Theme(n) => self.theme = *n,
            Edit::Style(n) => self.style = *n,
            Edit::Static(n) => self.statics = *n,
            Edit::Bibliography(n) => self.bibliography = *n,
            Edit::Vault(n) => self.vault = *n,
            Edit::Field(place, value) => self.fields.set(*place, *value),
            Edit::Undo => self.fields = Edited::default(),
            Edit::DeleteOutput(_)
            | Edit::ChangeOutput(_)
            | Edit::LoseCache
            | Edit::BreakCache(_) => {}
        }
    }

    /// The files of the site: path and bytes.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        let mut add = |path: String, text: String| files.push((path, text.into_bytes()));
        add("site.toml".into(), self.site_toml());
        for (n, article) in self.articles.iter().enumerate() {
            if !article.is_gone {
                let name = ["", "-b", "-c"][usize::from(article.name)];
                let path = format!("content/articles/a{n}{name}.md");
                add(path, article.text(n, self.picture));
            }
        }
        add("content/sources/all.yaml".into(), self.source_registry());
        add("content/locations/all.yaml".into(), self.location_registry());
        add("content/claims/all.yaml".into(), self.claim_registry());
        let entity = format!(
            "bureau: {{name: Bureau {}, schema: PublicBody, privacy: public-body}}\n\
             someone: {{name: Someone, schema: Person, privacy: public-figure}}\n",
            self.entity
        );
        add("content/entities/all.yaml".into(), entity);
        if !self.page.is_multiple_of(3) {
            let text =
                format!("---\ntitle: About {}\n---\nSee [[ie/dublin]].\n", self.page);
            add("content/pages/about.md".into(), text);
        }
        if self.country % 2 == 1 {
            let text =
                format!("---\ntitle: Ireland\n---\nWords {}. [@s1]\n", self.country);
            add("content/countries/ie.md".into(), text);
        }
        if !self.theme.is_multiple_of(4) {
            add(
                "themes/own/theme.toml".into(),
                "name = \"own\"\nextends = \"broadsheet\"\n[params]\ncolour = \"red\"\n"
                    .into(),
            );
        }
        match self.theme % 4 {
            2 => add(
                "themes/own/templates/pages/tag.html".into(),
                format!("<!doctype html><title>{{{{ name }}}} {}</title>", self.theme),
            ),
            3 => add(
                "themes/own/components/date/date.html".into(),
                "{% component date(of: map) -%}\n<b>{{ of.words }}</b>\n\
                 {%- endcomponent date %}"
                    .into(),
            ),
            _ => {}
        }
        if !self.theme.is_multiple_of(4) && self.style % 2 == 1 {
            let style = format!(":root {{ --measure: {}rem; }}\n", 30 + self.style);
            add("themes/own/css/owner.css".into(), style);
        }
        if self.page % 4 != 3 {
            add("content/index.md".into(), "---\n{}\n---\nHome.\n".into());
        }
        if self.statics % 2 == 1 {
            add("static/notes.txt".into(), format!("Notes {}\n", self.statics));
        }
        if !self.theme.is_multiple_of(4) && self.statics % 3 == 1 {
            add("themes/own/static/sign.txt".into(), format!("Sign {}\n", self.statics));
        }
        if !self.bibliography.is_multiple_of(3) {
            let n = self.bibliography;
            let text = format!(
                "[{{\"id\": \"s2-b\", \"type\": \"book\", \"title\": \"A book {n}\", \
                 \"note\": \"Seen {n}.\"}}]\n"
            );
            add("content/sources/books.json".into(), text);
        }
        if !self.vault.is_multiple_of(3) {
            // The sum of the second is that of the examples in the reference.
            let copy = match self.vault % 5 {
                1 => "test".to_owned(),
                n => format!("The copy says {n}.\n"),
            };
            let (sum, day) = (Sum::of(copy.as_bytes()), 1 + self.vault % 9);
            add(
                "content/vault/copy.txt.yaml".into(),
                format!("{{source: s1, saved: 2022-11-0{day}, sha256: {sum}}}\n"),
            );
            add("content/vault/copy.txt".into(), copy);
        }
        if !self.picture.is_multiple_of(3) {
            add("content/media/map.gif.yaml".into(), "{alt: A map}\n".into());
            files.push(("content/media/map.gif".into(), gif(self.picture)));
        }
        self.fields.apply(&mut files);
        files
    }

    fn site_toml(&self) -> String {
        let mut text = format!("title = \"Site {}\"\n", self.title);
        if !self.base_url.is_multiple_of(3) {
            text += &format!("base_url = \"https://{}.example/\"\n", self.base_url % 3);
        }
        if self.title % 3 == 1 {
            text += "languages = [\"en\", \"ar\"]\n";
        }
        text +=
            &format!("paginate = {}\n", [50, 1, 2, 3][usize::from(self.paginate) % 4]);
        if !self.theme.is_multiple_of(4) {
            text += "theme = \"own\"\n";
        }
        if self.urls {
            text += "urls = \"directory\"\n";
        }
        if self.raw_html {
            text += "raw_html = \"allow\"\n";
        }
        if self.full_feeds {
            text += "[feeds]\nfull = true\n";
        }
        if !self.menu.is_multiple_of(3) {
            let link =
                ["articles", "a0", "https://m.example/"][usize::from(self.menu) % 3];
            text += &format!("[[menu]]\ntitle = \"M\"\nlink = \"{link}\"\n");
        }
        for status in ["alleged", "closed", "confirmed"] {
            let label = format!("{status} {}", self.title % 2);
            text += &format!("[statuses.{status}]\nlabel = \"{label}\"\n");
        }
        // Facts change from lane to lane, and in some sites there are none.
        let lanes = [["official", "reported"], ["answer", "official"], ["", ""]];
        let lanes = lanes[usize::from(self.title / 2) % 3];
        for (kind, lane) in ["meeting", "sighting"].into_iter().zip(lanes) {
            text += &format!("[event_kinds.{kind}]\nlabel = \"{kind}\"\n");
            if !lane.is_empty() {
                text += &format!("lane = \"{lane}\"\n");
            }
        }
        // What breaks a rule can be built, so that fields are not edited in vain.
        text += "[rules]\n";
        for code in codes::ALL.iter().filter(|code| !code.is_fixed()) {
            text += &format!("{} = \"warning\"\n", code.name());
        }
        text
    }

    fn source_registry(&self) -> String {
        let mut text = String::new();
        for (n, version) in self.sources.iter().enumerate() {
            let on = usize::from(self.based_on[n]) % 6;
            let based_on =
                if on < 3 && on < n { format!(", based_on: [s{on}]") } else { "".into() };
            let access = match version % 6 {
                4 => ", access: paywalled",
                5 => ", access: confidential",
                _ => "",
            };
            // What is confidential has no address.
            let url = match version % 6 {
                5 => "".into(),
                _ => format!(", url: https://s{n}.example/{version}"),
            };
            // By these it stands in groups: its letter, its kind and its language.
            let maker = ["P", "Q", "Écho "][usize::from(version / 2) % 3];
            let kind =
                ["", ", type: report", ", type: book"][usize::from(version / 3) % 3];
            let lang = ["", ", lang: ga"][usize::from(version / 4) % 2];
            text += &format!(
                "s{n}: {{title: Source {n} {version}, publisher: {maker}{n}, date: \
                 2022-0{}{url}{based_on}{access}{kind}{lang}}}\n",
                1 + version % 9
            );
        }
        text
    }

    fn location_registry(&self) -> String {
        let status = |n: u8| ["alleged", "closed", "confirmed"][usize::from(n) % 3];
        let [dublin, madrid] = self.locations;
        format!(
            "ie/dublin: {{name: Office {dublin}, country: ie, city: Dublin, status: {}, \
             lat: 53.3, lon: -6.2, publish: city, sources: [s0]}}\n\
             es/madrid: {{name: Centre {madrid}, country: es, city: Madrid, status: {}, \
             sources: [s1, s2]}}\n",
            status(dublin),
            status(madrid)
        )
    }

    fn claim_registry(&self) -> String {
        let status = |n: u8| ["alleged", "disputed", "reported"][usize::from(n) % 3];
        let [one, two] = self.claims;
        format!(
            "ie/one: {{text: Claim one {one}., about: [ie/dublin], made_by: bureau, \
             status: {}, sources: [s0, s1]}}\n\
             es/two: {{text: Claim two {two}., about: [es/madrid], made_by: bureau, \
             status: {}, sources: [s2]}}\n",
            status(one),
            status(two)
        )
    }
}

impl Article {
    fn text(&self, n: usize, picture: u8) -> String {
        let mut head = format!("title: Article {n} {}\n", self.title);
        let year = if self.date % 4 == 3 { 2021 } else { 2022 };
        head += &format!("date: {year}-10-{:02}\n", 1 + (n as u8) * 3 + self.date);
        head += &format!("summary: Summary of {n}.\n");
        let countries = [&["ie"][..], &["es"], &["ie", "es"], &["fr"]];
        head += &format!(
            "countries: [{}]\n",
            countries[usize::from(self.countries) % 4].join(", ")
        );
        let locations = ["ie/dublin", "es/madrid", "ie/dublin, es/madrid", ""];
        head += &format!("locations: [{}]\n", locations[usize::from(self.countries) % 4]);
        let sources = ["s0", "s1, s2", "s2, s0", ""];
        head += &format!("sources: [{}]\n", sources[usize::from(self.sources) % 4]);
        let tags = ["one", "two", "one, two", ""];
        head += &format!("tags: [{}]\n", tags[usize::from(self.tags) % 4]);
        if !self.extra.is_multiple_of(3) {
            head += &format!("extra: {{mood: {}}}\n", self.extra);
        }
        if self.draft {
            head += "draft: true\n";
        }
        if self.embargo {
            head += "embargo: 2030-01-01\n";
        }
        let inline = self.inline;
        if !inline.is_multiple_of(3) {
            head += &format!(
                "claims: [{{id: own{n}, text: Own claim {inline}., about: [fr], made_by: bureau, \
                 status: alleged, sources: [{{id: own-source{n}, title: Own {inline}}}, \
                 'https://own.example/{inline}']}}]\n"
            );
        }
        if !(self.fact.is_multiple_of(3) && inline.is_multiple_of(3)) {
            head += "dates:\n";
        }
        if !inline.is_multiple_of(3) {
            head += &format!(
                "  - {{date: 2020-05, id: shared, text: Told by {n}., note: Note {inline}.}}\n"
            );
        }
        if !self.fact.is_multiple_of(3) {
            let kind = ["", "kind: meeting, ", "kind: sighting, "];
            let kind = kind[usize::from(self.fact / 2) % 3];
            let span = ["", "/2024-02", "-11"][usize::from(self.fact / 4) % 3];
            head += &format!(
                "  - {{date: 202{}-05{span}, text: Fact {}., {kind}locations: [ie/dublin], \
                 sources: [s0]}}\n",
                self.fact % 4,
                self.fact
            );
        }
        format!("---\n{head}---\n{}", self.body(n, picture))
    }

    fn body(&self, n: usize, picture: u8) -> String {
        let next = (n + 1) % 4;
        let (words, aside) = (self.words, self.aside);
        match words % 6 {
            0 => format!(
                "## Part {n}\n\nIt is said, {aside}, [@s0, p. {words}]. No more.\n"
            ),
            1 => {
                format!(
                    "See [[a{next}]] for it {words} {aside} [@s1, \"copy says {}\"].\n\n## A\n\n## B\n\n## C\n",
                    words % 5
                )
            }
            2 => format!("Words {words} {aside}.\n\n![[claim:ie/one]]\n"),
            3 => {
                format!("A <b>bold</b> word {words} {aside}; [[ie/dublin|the office]].\n")
            }
            4 if !picture.is_multiple_of(3) => format!("![A map {words}](map.gif)\n"),
            4 => format!("> Quoted {words} {aside}.\n> [@s2]\n"),
            _ => {
                format!(
                    "Plain words, number {words} {aside}, and [more](https://x.example/).\n"
                )
            }
        }
    }
}

/// A picture of one pixel.
fn gif(version: u8) -> Vec<u8> {
    let mut bytes =
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00".to_vec();
    bytes.extend(b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b");
    bytes.push(version);
    bytes
}
