//! Markdown: one text becomes a [`Tree`] with places, and an [`Outline`] of what it refers to.
//!
//! A [`Manuscript`] is a text without what is no part of it; [`parse()`] reads it, [`outline()`] tells
//! other stages what it refers to and what is wrong with it. The tree is kept [`Packed`] until the text is rendered. This room knows no other file and resolves nothing: a reference here is
//! what the author wrote.

mod parse;
mod tree;

mod alerts;
mod anchors;
mod brackets;
mod cite;
mod danger;
mod foreign;
mod headings;
mod html;
mod manuscript;
mod marks;
mod markup;
mod outline;
mod packed;
mod prose;
mod quotes;
mod refs;
mod sentences;
mod spacers;
mod tables;
mod told;
mod wiki;

pub use anchors::{Anchor, anchors};
pub use cite::is_citation_key;
pub use danger::is_dangerous;
pub use foreign::{Containers, containers, is_alert, is_element};
pub use headings::{Heading, headings, slug};
pub use html::{HtmlBlock, tags};
pub use manuscript::Manuscript;
pub use markup::anchor_id;
pub(crate) use outline::report_danger;
pub use outline::{Outline, outline};
pub use packed::Packed;
pub use parse::{DEEPEST, parse};
pub use prose::words_in_lines;
pub use quotes::Closing;
pub use refs::{
    Attribute, Cite, CiteItem, HtmlAddress, Image, Link, Locator, LocatorLabel, Mark,
    Quote, Ref, RefKind, Sentence, Standing, Wiki,
};
pub(crate) use sentences::sentences;
pub use told::{Told, told};
pub use tree::{
    Alert, Align, CiteForm, Fold, Form, Kind, Node, Note, Piece, Reference, Size, Step,
    Tree, Walk,
};

use crate::diag::Diagnostics;
use crate::files::FileId;

/// Reads a text of `file`: its tree, and its outline, of which the places are those in the file. What
/// is wrong with it goes to `diags`.
pub fn read(
    text: &Manuscript<'_>,
    file: FileId,
    diags: &mut Diagnostics,
) -> (Tree, Outline) {
    let tree = parse(text.text(), text.range(), file);
    let mut own = Diagnostics::default();
    let mut outline = outline(&tree, text.text(), &mut own);
    foreign::leftovers(&tree, text, &mut own);
    if text.is_edited() {
        text.moved(&mut own);
        outline.each_place(|place| *place = text.span(*place));
    }
    foreign::report(text, file, &mut own);
    diags.append(own);
    (tree, outline)
}

/// The language that the words behind a fence name: the first word, attributes cut off.
pub fn language(info: &str) -> Option<&str> {
    let first = info.split([' ', ',', '{', '\t']).next().unwrap_or_default();
    Some(first).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Tree, Outline, Vec<&'static str>) {
        let tree = parse(text, 0..text.len(), FileId(0));
        let mut diags = Diagnostics::default();
        let outline = outline(&tree, text, &mut diags);
        let codes = diags.sorted().iter().map(|one| one.code.id()).collect();
        (tree, outline, codes)
    }

    fn wiki(text: &str) -> Wiki {
        let (_, outline, _) = read(text);
        match &outline.refs[0].kind {
            RefKind::Wiki(wiki) => (**wiki).clone(),
            other => panic!("{other:?}"),
        }
    }

    fn sentence(text: &str) -> (String, String) {
        let (_, outline, _) = read(text);
        let Sentence { text, label } = outline.sentence(&outline.refs[0]);
        (text.to_owned(), text[label].to_owned())
    }

    fn cite(text: &str) -> Cite {
        let (_, outline, _) = read(text);
        match &outline.refs[0].kind {
            RefKind::Cite(cite) => cite.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_wiki_link_names_target_heading_and_label() {
        let link = wiki("See [[ article-id#What is known | *the* article ]].");
        assert_eq!(&*link.target, "article-id");
        assert_eq!(link.heading.as_deref(), Some("What is known"));
        assert_eq!(link.label.as_deref(), Some("the article"));
        assert_eq!(&*wiki("[[#history]]").target, "");
        let embed = wiki("![[photo.jpg|300x200]]");
        assert_eq!(embed.embed, Some(Standing::Alone));
        assert_eq!(embed.size, Some(Size { width: 300, height: Some(200) }));
    }

    #[test]
    fn an_embed_stands_alone_or_among_words() {
        let alone = [
            "![[claim:a]]",
            "> ![[claim:a]]",
            "- x\n\n  ![[claim:a]]",
            "![[claim:a]]\n![b](c.png)",
        ];
        for text in alone {
            assert_eq!(wiki(text).embed, Some(Standing::Alone), "{text}");
        }
        let in_text = [
            "x ![[claim:a]]",
            "- ![[claim:a]]",
            "*![[claim:a]]*",
            "| ![[claim:a]] |\n|---|\n",
            "x[^1]\n\n[^1]: ![[claim:a]]",
            "## ![[claim:a]]",
        ];
        for text in in_text {
            assert_eq!(wiki(text).embed, Some(Standing::InText), "{text}");
        }
        assert_eq!(wiki("[[claim:a]]").embed, None);
    }

    #[test]
    fn a_wiki_link_works_in_a_table() {
        let link = wiki("| a |\n|---|\n| [[ie\\|Ireland]] |\n");
        assert_eq!((&*link.target, link.label.as_deref()), ("ie", Some("Ireland")));
        assert_eq!(&*wiki("| a |\n|---|\n| [[ie]] |\n").target, "ie");
    }

    #[test]
    fn a_citation_is_read_whole() {
        let cite = cite("It closed [see @rte, pp. 3-4, \"should\nclose\"; -@b].");
        assert_eq!(cite.form, CiteForm::Group);
        let first = &cite.items[0];
        assert_eq!((&*first.key, first.prefix.as_deref()), ("rte", Some("see")));
        assert_eq!(&*first.locator.as_ref().unwrap().shown, "pp. 3–4");
        assert_eq!(&*first.quote.as_ref().unwrap().text, "should close");
        assert!(cite.items[1].suppress_author && !first.suppress_author);
    }

    #[test]
    fn a_citation_may_run_over_two_lines_of_a_quotation() {
        let cite = cite("> It closed [@rte,\n> p. 12].");
        assert_eq!(&*cite.items[0].locator.as_ref().unwrap().shown, "p. 12");
    }

    #[test]
    fn code_addresses_and_links_hold_no_citations() {
        let text = "`[@a]` me@rte.ie <me@rte.ie> [@a label](x.md) \\@a\n\n    @b\n\n```\n@c\n```\n";
        let (_, outline, _) = read(text);
        let kinds: Vec<bool> =
            outline.refs.iter().map(|one| matches!(one.kind, RefKind::Cite(_))).collect();
        assert_eq!(kinds, [false, false]);
    }

    #[test]
    fn the_sentence_of_a_reference_is_told() {
        let text = "One. Mr. X closed the [*old* office](x.md) [@rte, p. 3]. Three.";
        let (all, label) = sentence(text);
        assert_eq!((&*all, &*label), ("Mr. X closed the old office.", "old office"));
        let (all, label) = sentence("First.\nIt is in [[ie]],\nthey say. Third.");
        assert_eq!((&*all, &*label), ("It is in ie, they say.", "ie"));
        let (all, label) = sentence("It closed. [@rte] It reopened.");
        assert_eq!((&*all, &*label), ("It closed.", ""));
        let (all, label) = sentence("As @rte [p. 3] says, it closed.");
        assert_eq!((&*all, &*label), ("As @rte says, it closed.", "@rte"));
    }

    #[test]
    fn a_reference_knows_its_heading() {
        let (_, outline, _) = read("[[a]]\n\n# One\n\n[[b]]\n\n## Two [[c]]\n");
        let under: Vec<_> = outline.refs.iter().map(|one| one.heading).collect();
        assert_eq!(under, [None, Some(0), Some(1)]);
    }

    #[test]
    fn the_outline_counts_the_words_outside_code() {
        let (_, outline, _) =
            read("# T\n\nThe *lead* [@a].\n\nMore.\n\n```rust\nfn x() {}\n```\n");
        assert_eq!(outline.words, 4);
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(read("[@]").2, ["E0401"]);
        assert_eq!(read("[see @a, p. ]").2, ["E0401"]);
        assert_eq!(read("[x]( java\tscript:alert(1) )").2, [""; 0]);
        assert_eq!(read("[x](JavaScript:alert(1))").2, ["E0402"]);
        assert_eq!(read("[x](&#106;avascript:alert(1))").2, ["E0402"]);
        assert_eq!(read("# A {#a}\n\n# B {#a}").2, ["E0403"]);
        assert_eq!(read("x[^1]").2, ["W0401"]);
        assert_eq!(read("x\n\n[^1]: y").2, ["W0402"]);
        assert_eq!(read("x[^A]\n\n[^a]: y").2, [""; 0]);
        assert_eq!(read(&">".repeat(500)).2, ["E0114"]);
    }

    fn mark(text: &str) -> Mark {
        let (_, outline, _) = read(text);
        match &outline.refs[0].kind {
            RefKind::Mark(mark) => (**mark).clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn words_are_marked_with_a_class_and_attributes() {
        let text = "So [Police *visited* [each](x.md)]{.reported claim=us/nyc}.";
        let mark = mark(text);
        assert_eq!(mark.class, "reported");
        assert_eq!(&text[mark.class_span.range()], "reported");
        let attribute = &mark.attributes[0];
        assert_eq!((&*attribute.name, &*attribute.value), ("claim", "us/nyc"));
        let (all, label) = sentence(text);
        assert_eq!((&*all, &*label), ("So Police visited each.", "Police visited each"));
    }

    #[test]
    fn a_gap_is_no_word_of_its_sentence() {
        let text = "They were [told to leave]{.alleged} {citation needed}. Then.";
        let (_, outline, codes) = read(text);
        assert_eq!(codes, ["W0412"]);
        assert_eq!(outline.refs[1].kind, RefKind::Gap);
        let sentence = outline.sentence(&outline.refs[1]);
        assert_eq!(sentence.text, "They were told to leave.");
    }

    #[test]
    fn what_is_escaped_or_code_is_no_mark() {
        for text in [
            "\\[a]{.reported}",
            "[a\\]{.reported}",
            "`[a]{.reported}`",
            "\\{citation needed}",
            "[a\n\n]{.reported}",
            "*[a*]{.reported}",
            "[a]\\{.reported}",
            "[a]{two words}",
            "    {citation needed}",
        ] {
            assert!(read(text).1.refs.is_empty(), "{text}");
        }
    }

    #[test]
    fn marks_are_nested_only_so_deep() {
        for depth in [8, 9, 100] {
            let text = format!("{}a{}", "[".repeat(depth), "]{.reported}".repeat(depth));
            assert_eq!(read(&text).1.refs.len(), 8, "{depth}");
        }
    }

    #[test]
    fn what_is_meant_as_a_mark_is_one_without_a_class_or_is_told() {
        for text in ["[a]{claim=c}", "[a]{reported}", "[a]{}", "[a]{.}", "[a]{#b}"] {
            assert_eq!(mark(text).class, "", "{text}");
        }
        assert_eq!(mark("[a]{ .reported }").class, "reported");
        for text in
            ["[a] {.reported}", "[[a]]{.reported}", "*[a*]{.reported}", "[@a]{.b}"]
        {
            assert_eq!(read(text).2, ["E0414"], "{text}");
        }
        assert_eq!(read("## a {.reported}").2, ["W0407"]);
        assert_eq!(read("## a {#reported}").2, [""; 0]);
    }

    #[test]
    fn marks_may_hold_marks_and_citations() {
        let text = "[So [A *b*]{.withheld reason=court} left [@x]]{.reported} [[ie]]";
        let (tree, outline, _) = read(text);
        let kinds: Vec<&str> = outline
            .refs
            .iter()
            .map(|one| match &one.kind {
                RefKind::Mark(mark) => mark.class.as_str(),
                RefKind::Cite(_) => "cite",
                _ => "other",
            })
            .collect();
        assert_eq!(kinds, ["reported", "withheld", "cite", "other"]);
        assert_eq!(outline.refs.len(), tree.references().len());
    }
}
