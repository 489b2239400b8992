//! What each construct becomes.

use super::{Apparatus, Html, RenderOptions, body};
use crate::config::RawHtml;
use crate::content::kinds::claim::ClaimStatus;
use crate::files::{FileId, OutPath};
use crate::markdown;
use crate::model::{
    Address, Cited, Credit, Embed, Figure, Item, Linker, Naming, PictureSize, Shown,
    Target,
};

fn out(path: &str) -> OutPath {
    OutPath::new(path).unwrap()
}

fn with(text: &str, targets: &[Target], options: &RenderOptions) -> String {
    let tree = markdown::parse(text, 0..text.len(), FileId(0));
    let from = out("articles/a.html");
    let to = Linker::relative(&from, Naming::File);
    body(
        &tree,
        text,
        &markdown::headings(&tree, text),
        targets,
        &to,
        options,
        Apparatus::Below,
    )
    .whole()
    .into_string()
}

fn page(text: &str, targets: &[Target]) -> String {
    with(text, targets, &RenderOptions::default())
}

fn cited(number: u32) -> Cited {
    Cited {
        number,
        nth: 1,
        prefix: None,
        locator: None,
        after_colon: false,
        author_words: None,
        credit: None,
    }
}

fn figure() -> Figure {
    Figure {
        path: out("media/sign.jpg"),
        width: Some(400),
        height: Some(300),
        alt: "A sign".into(),
        caption: Some("The sign.".into()),
        credit: Some("AP".into()),
        is_graphic: false,
        edits: Vec::new(),
        source: None,
        license: None,
        sizes: Vec::new(),
    }
}

fn ireland() -> Target {
    let title = "Ireland".into();
    Target::Page { path: out("countries/ie.html"), fragment: Some("x".into()), title }
}

#[test]
fn words_are_marked_at_the_end_of_a_heading_as_in_the_middle() {
    let marks = [Target::Mark { status: ClaimStatus::Reported, claim: None }];
    let ladder = super::ladder(ClaimStatus::Reported);
    let marked = format!(
        "<span class=\"claim-mark\" data-status=\"reported\">the office\
         <small class=\"claim-mark__status\"> {ladder}reported</small></span>"
    );
    for (text, id, level) in [
        ("## He saw [the office]{.reported}", "he-saw-the-office", 2),
        ("## He saw [the office]{.reported} ##", "he-saw-the-office", 2),
        ("## He saw [the office]{.reported} {#seen}", "seen", 2),
        ("He saw [the office]{.reported}  \n---", "he-saw-the-office", 2),
        ("> # He saw [the office]{.reported}\n> x", "he-saw-the-office", 2),
    ] {
        let heading = format!("<h{level} id=\"{id}\">He saw {marked}</h{level}>");
        let page = page(text, &marks);
        assert!(page.contains(&heading), "{text}: {page}");
    }
    assert_eq!(page("## A {#b}", &[]), "<h2 id=\"b\">A</h2>\n");
}

#[test]
fn emphasis_stands_beside_chinese_japanese_and_korean_without_spaces() {
    for (text, html) in [
        ("これは**私の本。**だから", "これは<strong>私の本。</strong>だから"),
        ("**“警察”**是什么。", "<strong>“警察”</strong>是什么。"),
        ("**한국(Korea)**는", "<strong>한국(Korea)</strong>는"),
        ("は***「本」***と", "は<em><strong>「本」</strong></em>と"),
        ("は**_「本」_**と", "は<strong><em>「本」</em></strong>と"),
        ("は~~「本」~~と*「外」*と", "は<del>「本」</del>と<em>「外」</em>と"),
        (
            "は**[本](b)**と**`c`**と",
            "は<strong>本</strong>と<strong><code>c</code></strong>と",
        ),
        ("`は**「本」**`と\\**「x」", "<code>は**「本」**</code>と**「x」"),
        ("名_前_は", "名_前_は"),
    ] {
        assert_eq!(page(text, &[]), format!("<p>{html}</p>\n"));
    }
}

#[test]
fn headings_stand_below_the_title_and_have_ids() {
    assert_eq!(
        page("# One\n\n###### Six", &[]),
        "<h2 id=\"one\">One</h2>\n<h6 id=\"six\">Six</h6>\n"
    );
    // Most authors leave level 1 to the title: theirs begin at level 2 as well.
    assert_eq!(
        page("## Two\n\n### Three", &[]),
        "<h2 id=\"two\">Two</h2>\n<h3 id=\"three\">Three</h3>\n"
    );
    let options = RenderOptions { prefix: "b-".into(), ..RenderOptions::default() };
    assert_eq!(with("# One", &[], &options), "<h2 id=\"b-one\">One</h2>\n");
}

#[test]
fn the_list_of_contents_has_every_heading() {
    let text = "# One [@a]\n\n## *Two*";
    let tree = markdown::parse(text, 0..text.len(), FileId(0));
    let from = out("a.html");
    let to = Linker::relative(&from, Naming::File);
    let headings = markdown::headings(&tree, text);
    let body = body(
        &tree,
        text,
        &headings,
        &[],
        &to,
        &RenderOptions::default(),
        Apparatus::Below,
    );
    let toc: Vec<_> = body.toc.iter().map(|e| (e.level, &*e.id, e.title)).collect();
    assert_eq!(toc, [(2, "one", "One"), (3, "two", "Two")]);
}

#[test]
fn a_cross_reference_shows_its_label_or_the_title() {
    let link = "<a href=\"../countries/ie.html#x\">";
    assert_eq!(page("[[ie]]", &[ireland()]), format!("<p>{link}Ireland</a></p>\n"));
    assert_eq!(
        page("[[ie|*Éire*]]", &[ireland()]),
        format!("<p>{link}<em>Éire</em></a></p>\n")
    );
    assert_eq!(page("![[ie]]", &[ireland()]), format!("<p>{link}Ireland</a></p>\n"));
}

#[test]
fn what_is_no_reference_stays_as_written() {
    let text = "[[a]] @b [@c] [d](javascript:e) ![f](g)";
    assert_eq!(page(text, &[]), "<p>[[a]] @b [@c] d f</p>\n");
}

#[test]
fn a_link_elsewhere_is_checked_and_escaped() {
    let address = Address::new("https://x.org/?a=1&b=\"").unwrap();
    assert_eq!(
        page("[x](https://x.org \"T\")", &[Target::Web(address)]),
        "<p><a href=\"https://x.org/?a=1&amp;b=%22\" title=\"T\">x</a></p>\n"
    );
}

#[test]
fn a_citation_is_a_number_that_leads_to_its_source() {
    let first =
        Cited { prefix: Some("see".into()), locator: Some("p. 12".into()), ..cited(3) };
    assert_eq!(
        page("Closed [see @a, p. 12; @b].", &[Target::Cite(vec![first, cited(4)])]),
        "<p>Closed <span class=\"cites\">[see <a class=\"cite\" id=\"cite-3-1\" href=\"#source-3\">3</a>, \
         p. 12; <span><a class=\"cite\" id=\"cite-4-1\" href=\"#source-4\">4</a>]</span></span>.</p>\n"
    );
    let told = Cited { author_words: Some("RTÉ".into()), ..cited(1) };
    let html = page("As @a says", &[Target::Cite(vec![told])]);
    assert!(html.starts_with("<p>As RTÉ <span class=\"cites\"><span>[<a"), "{html}");
}

#[test]
fn an_image_alone_is_a_figure_and_another_is_not() {
    let img = "<img src=\"../media/sign.jpg\" alt=\"A sign\" width=\"400\" height=\"300\" \
               loading=\"lazy\" decoding=\"async\">";
    assert_eq!(
        page("Words.\n\n![a](sign.jpg)", &[Target::Image(figure().into())]),
        format!(
            "<p>Words.</p>\n<figure>\n{img}\n<figcaption><span class=\"figure__caption\">The sign.</span> \
             <span class=\"figure__credit\">AP</span></figcaption>\n</figure>\n"
        )
    );
    let inline = page("See ![a](sign.jpg)", &[Target::Image(figure().into())]);
    assert_eq!(inline, format!("<p>See {img}</p>\n"));
    let small = page("![[sign.jpg|200]]", &[Target::Image(figure().into())]);
    assert!(small.contains("width=\"200\" height=\"150\""), "{small}");
}

#[test]
fn what_a_text_begins_with_is_fetched_with_the_page() {
    let first = page("![a](sign.jpg)\n\nWords.", &[Target::Image(figure().into())]);
    assert!(!first.contains("loading="), "{first}");
}

#[test]
fn a_picture_is_offered_in_every_width_that_there_is() {
    let size = |width, height, path| PictureSize { width, height, address: out(path) };
    let sizes =
        vec![size(100, 75, "media/a b-100-0.jpg"), size(200, 150, "media/a b-200-0.jpg")];
    let offered =
        || [Target::Image(Box::new(Figure { sizes: sizes.clone(), ..figure() }))];
    let all = "srcset=\"../media/a%20b-100-0.jpg 100w, ../media/a%20b-200-0.jpg 200w, \
               ../media/sign.jpg 400w\" sizes=\"";
    let html = page("![a](sign.jpg)", &offered());
    let column = format!("{all}(min-width: 36rem) 33rem, 100vw\"");
    assert!(html.contains(&column), "{html}");
    let html = page("![[sign.jpg|200]]", &offered());
    let asked = format!("{all}(max-width: 200px) 100vw, 200px\"");
    assert!(html.contains(&asked), "{html}");
}

#[test]
fn a_graphic_image_is_folded_or_a_link_and_words_within_a_link() {
    let graphic = || [Target::Image(Box::new(Figure { is_graphic: true, ..figure() }))];
    let alone = page("![a](sign.jpg)", &graphic());
    let start = "<figure>\n<details class=\"graphic\">\n<summary>Graphic picture: A sign</summary>\n\
                 <img src=\"../media/sign.jpg\"";
    assert!(alone.starts_with(start), "{alone}");
    let link =
        "<a class=\"graphic\" href=\"../media/sign.jpg\">Graphic picture: A sign</a>";
    let inline = page("See ![a](sign.jpg)", &graphic());
    assert_eq!(inline, format!("<p>See {link}</p>\n"));
    let address = Target::Web(Address::new("https://x.org/").unwrap());
    let [image] = graphic();
    // References are numbered in the order in which they begin.
    let linked = page("[![a](sign.jpg)](https://x.org/)", &[address, image]);
    assert!(linked.contains(">Graphic picture: A sign</a>"), "{linked}");
    assert!(!linked.contains("<img") && linked.matches("<a ").count() == 1, "{linked}");
}

#[test]
fn notes_are_listed_in_order_of_reference_with_links_back() {
    let html = page("A[^b] and[^a] B[^b].\n\n[^a]: First.\n[^b]: Second.\n", &[]);
    assert!(html.contains("id=\"noteref-1-1\" href=\"#note-1\""), "{html}");
    assert!(html.contains("id=\"noteref-1-2\""), "{html}");
    let (second, first) = (html.find("Second.").unwrap(), html.find("First.").unwrap());
    assert!(second < first, "{html}");
    assert!(html.contains(
        "<li id=\"note-1\">\n<p>Second. <a class=\"note-back\" href=\"#noteref-1-1\""
    ));
}

/// `text` with what it cites beside it; the sources are told as `<li>1`, `<li>2` and so on.
fn beside(text: &str, targets: &[Target]) -> String {
    let tree = markdown::parse(text, 0..text.len(), FileId(0));
    let from = out("articles/a.html");
    let to = Linker::relative(&from, Naming::File);
    let sources: Vec<Html> =
        (1..=9).map(|n| Html::written(format!("<li>{n}\n"))).collect();
    let headings = markdown::headings(&tree, text);
    let (options, beside) = (RenderOptions::default(), Apparatus::Beside(&sources));
    body(&tree, text, &headings, targets, &to, &options, beside).whole().into_string()
}

#[test]
fn beside_a_block_stand_its_sources_each_once_and_a_number_opens_one() {
    let again = Cited { nth: 2, ..cited(3) };
    let cites = [Target::Cite(vec![cited(3), cited(1)]), Target::Cite(vec![again])];
    let html = beside("A [@a; @b], b [@a].\n\nNothing cited.\n", &cites);
    let button = |id: &str, n: u32| {
        let to = format!("popovertarget=\"source-{n}\"");
        format!("<button class=\"cite\" id=\"{id}\" {to}>{n}</button>")
    };
    assert_eq!(
        html,
        format!(
            "<p>A <span class=\"cites\"><span>[{}</span>; <span>{}]</span></span>, b <span class=\"cites\"><span>[{}]</span></span>.</p>\n\
             <div class=\"rail\">\n<ul class=\"rail__sources\" aria-hidden=\"true\">\n\
             <li>3\n<li>1\n</ul>\n</div>\n<p>Nothing cited.</p>\n",
            button("cite-3-1", 3),
            button("cite-1-1", 1),
            button("cite-3-2", 3)
        )
    );
}

#[test]
fn beside_a_block_stand_its_footnotes_with_what_they_cite_themselves() {
    let cites = [Target::Cite(vec![cited(2)])];
    let html =
        beside("A[^b].\n\nB[^b] c[^a].\n\n[^a]: First.\n[^b]: Second [@x].\n", &cites);
    let of = |n: u32| {
        format!(
            "<sup class=\"note-ref\"><button popovertarget=\"note-{n}\" aria-label=\"Note {n}\">{n}</button></sup>"
        )
    };
    let note = |n: u32| {
        format!(
            "<div class=\"footnote\" role=\"note\" popover id=\"note-{n}\" data-number=\"{n}\">\n"
        )
    };
    assert_eq!(
        html,
        format!(
            "<p>A{one}.</p>\n<div class=\"rail\">\n\
             <ul class=\"rail__sources\" aria-hidden=\"true\">\n<li>2\n</ul>\n\
             {first}<p>Second <span class=\"cites\"><span>[<button class=\"cite\" id=\"cite-2-1\" \
             popovertarget=\"source-2\">2</button>]</span></span>.</p>\n</div>\n</div>\n\
             <p>B{one} c{two}.</p>\n<div class=\"rail\">\n{second}<p>First.</p>\n</div>\n</div>\n",
            one = of(1),
            two = of(2),
            first = note(1),
            second = note(2)
        )
    );
}

#[test]
fn a_note_that_nothing_refers_to_is_not_shown() {
    assert_eq!(page("A.\n\n[^a]: First.\n", &[]), "<p>A.</p>\n");
}

#[test]
fn tables_scroll_and_align_by_class() {
    let html = page("| a | b |\n|---|--:|\n| c | d |\n", &[]);
    assert!(html.starts_with("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>"), "{html}");
    assert!(html.contains("<tbody>\n<tr>\n<td>c</td>\n<td class=\"align-right\">d</td>\n</tr>\n</tbody>\n</table>\n</div>\n"), "{html}");
}

#[test]
fn a_task_is_a_box_labelled_by_its_words() {
    assert_eq!(
        page("- [x] *done*\n  - [ ] open\n", &[]),
        "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> \
         <em>done</em></label>\n<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> \
         open</label></li>\n</ul>\n</li>\n</ul>\n"
    );
}

#[test]
fn alerts_are_named() {
    assert_eq!(
        page("> [!WARNING]\n> Mind.\n", &[]),
        "<aside class=\"alert\" data-kind=\"warning\" aria-label=\"Warning\">\n\
         <p class=\"alert__title\">Warning</p>\n<p>Mind.</p>\n</aside>\n"
    );
}

#[test]
fn alerts_have_titles_of_their_own_and_fold() {
    assert_eq!(
        page("> [!danger]- Mind *this* [gap](x.md)\n> Body.\n>\n> More.\n", &[]),
        "<details class=\"alert\" data-kind=\"caution\">\n\
         <summary class=\"alert__title\">Mind <em>this</em> gap</summary>\n<p>Body.</p>\n<p>More.</p>\n\
         </details>\n"
    );
    assert_eq!(
        page("> [!faq]+\n> - Body.\n\n> [!NOTE] Own\n", &[]),
        "<details class=\"alert\" data-kind=\"neutral\" open>\n\
         <summary class=\"alert__title\">Faq</summary>\n<ul>\n<li>Body.</li>\n</ul>\n</details>\n\
         <aside class=\"alert\" data-kind=\"note\" aria-label=\"Note\">\n\
         <p class=\"alert__title\">Own</p>\n</aside>\n"
    );
    assert_eq!(
        page("> > [!warning]-\n> > Body.\n", &[]),
        "<blockquote>\n<details class=\"alert\" data-kind=\"warning\">\n\
         <summary class=\"alert__title\">Warning</summary>\n<p>Body.</p>\n</details>\n</blockquote>\n"
    );
    assert_eq!(
        page("> [!x](y.md) a\n", &[]),
        "<blockquote>\n<p>!x a</p>\n</blockquote>\n"
    );
}

#[test]
fn raw_html_is_shown_or_let_through_but_comments_never() {
    let text = "<div>x</div>\n\n<!-- ask\nthe lawyer -->\n\na <b>c</b><!-- d -->";
    assert_eq!(
        page(text, &[]),
        "<p>&lt;div&gt;x&lt;/div&gt;</p>\n<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"
    );
    let allow = RenderOptions { raw_html: RawHtml::Allow, ..RenderOptions::default() };
    assert_eq!(with(text, &[], &allow), "<div>x</div>\n<p>a <b>c</b></p>\n");
}

#[test]
fn tags_that_only_mark_words_are_let_through_in_pairs() {
    assert_eq!(
        page(
            "H<SUB>2</SUB>O<br/>a <kbd>b *c</kbd>* <u>d</u> <sub class=\"e\">f</sub> </u><sup>\n",
            &[]
        ),
        "<p>H<sub>2</sub>O<br>a &lt;kbd&gt;b <em>c&lt;/kbd&gt;</em> <u>d</u> \
         &lt;sub class=&quot;e&quot;&gt;f&lt;/sub&gt; &lt;/u&gt;&lt;sup&gt;</p>\n"
    );
    assert_eq!(
        page("- <u>a\n- b</u>\n", &[]),
        "<ul>\n<li>&lt;u&gt;a</li>\n<li>b&lt;/u&gt;</li>\n</ul>\n"
    );
}

#[test]
fn definition_lists_are_lists_of_definitions() {
    let html = page("term\n: meaning\n", &[]);
    assert_eq!(html, "<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>\n");
}

#[test]
fn code_is_coloured_by_classes_where_its_language_is_known() {
    let html = page("```toml\na = 1\n```\n\n```x-y\n<\n```\n", &[]);
    assert!(html.contains("<code class=\"language-toml\"><span class=\"hl-"), "{html}");
    assert!(
        html.contains("<code class=\"language-x-y\">&lt;\n</code></pre>\n"),
        "{html}"
    );
}

#[test]
fn windows_line_ends_mean_the_same() {
    let text = "# A\n\n- b\n- c\n\n```\nd\ne\n```\n\nf\ng\n";
    assert_eq!(page(&text.replace('\n', "\r\n"), &[]), page(text, &[]));
}

fn claim_card() -> Target {
    Target::Embed(Box::new(Embed {
        shown: Shown::Timeline(Item::Home),
        label: None,
        path: out("claims/a.html"),
        title: "A <claim>".into(),
    }))
}

#[test]
fn what_is_shown_in_place_is_a_link_until_it_is_filled() {
    let text = "One.\n\n![[claim:a]]\n![[claim:a]]\n\n> ![[claim:a]]\n";
    let targets = [claim_card(), claim_card(), claim_card()];
    let tree = markdown::parse(text, 0..text.len(), FileId(0));
    let from = out("articles/a.html");
    let to = Linker::relative(&from, Naming::File);
    let headings = markdown::headings(&tree, text);
    let body = body(
        &tree,
        text,
        &headings,
        &targets,
        &to,
        &RenderOptions::default(),
        Apparatus::Below,
    );
    let link = "<p><a href=\"../claims/a.html\">A &lt;claim&gt;</a></p>\n";
    assert_eq!(
        body.html.as_str(),
        format!("<p>One.</p>\n{link}{link}<blockquote>\n{link}</blockquote>\n")
    );
    let shown = ["<b>1</b>", "\n<b>2</b>\n"].map(|html| Html::templated(html.into()));
    assert_eq!(
        body.filled(&shown).html.as_str(),
        format!("<p>One.</p>\n<b>1</b>\n<b>2</b>\n<blockquote>\n{link}</blockquote>\n")
    );
}

#[test]
fn a_quotation_that_ends_in_a_citation_says_whose_words_it_has() {
    let credit = Credit {
        by: Some("A & B".into()),
        title: "Titel".into(),
        lang: Some("de".into()),
        publisher: Some("Zeitung".into()),
        date: Some(("October 2022".into(), Some("2022-10".into()))),
    };
    let mut cite = cited(1);
    cite.credit = Some(credit.into());
    let target = [Target::Cite(vec![cite])];
    let words = "<figure class=\"quote\">\n<blockquote>\n<p>It closed.</p>\n</blockquote>\n\
                 <figcaption>A &amp; B, <cite lang=\"de\">Titel</cite>, Zeitung, \
                 <time datetime=\"2022-10\">October 2022</time> <span class=\"cites\">";
    for text in ["> It closed.\n> [@a]", "> It closed. [@a]", "> It closed.\n>\n> [@a]"] {
        let html = page(text, &target);
        assert!(html.starts_with(words), "{text}: {html}");
        assert!(html.ends_with("</span></figcaption>\n</figure>\n"), "{html}");
        assert_eq!(html.matches("cite-1-1").count(), 1, "{html}");
    }
    let inside = page("> It closed [@a].", &[Target::Cite(vec![cited(1)])]);
    assert!(inside.starts_with("<blockquote>\n<p>It closed <span"), "{inside}");
}
