//! Properties of reading and rendering: they hold for every text, also for hostile ones.

use dateline::content::kinds::claim::ClaimStatus;
use dateline::diag::Diagnostics;
use dateline::files::{FileId, OutPath};
use dateline::markdown::{self, Piece, Tree};
use dateline::model::{
    Address, Cited, Credit, Embed, Figure, FigureSource, Item, Linker, Naming,
    PictureSize, Shown, Target, Withheld,
};
use dateline::render::{Apparatus, Html, RenderOptions, body};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use proptest::prelude::*;
use std::cell::RefCell;

/// Pieces that mean something in Markdown, so that random texts hit on constructs.
const PIECES: [&str; 70] = [
    "\n",
    "\n\n",
    "\r\n",
    "    ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "- [ ] ",
    "- [x] ",
    "# ",
    "### ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "```rust\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "[[",
    "]]",
    "![[",
    "|",
    "\\|",
    "\\",
    "[^1]",
    "\n[^1]: ",
    "[@a]",
    "[see @a, p. 3; @b]",
    "@a [p. 3]",
    "@word",
    "[@",
    "; ",
    "\"",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "<script>",
    "&amp;",
    "&#0;",
    "[a](b)",
    "![a|30](b)",
    "![](b)",
    "\u{feff}",
    "[[a#b|c]]",
    "<https://x.org>",
    "| a | b |\n|:-|-:|\n| c | d |\n",
    "term\n: meaning\n",
    "> [!NOTE]\n> x\n",
    "{#id}",
    "]{.reported}",
    "{.withheld reason=x}",
    "{citation needed}",
    "\n---\n",
    "words",
    "。",
    "は",
    "「",
    "」**",
    "[x]{.reported}\n",
    "é",
    "😀",
    " ",
    ". ",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn page() -> OutPath {
    OutPath::new("articles/a.html").unwrap()
}

/// Targets of every kind, one after the other.
fn targets(count: usize) -> Vec<Target> {
    let cited = Cited {
        number: 3,
        nth: 1,
        prefix: Some("see".into()),
        locator: Some("p. 12".into()),
        after_colon: false,
        author_words: None,
        credit: Some(Box::new(Credit {
            by: Some("<X> & Y".into()),
            title: "A \"title\" <b>".into(),
            lang: Some("ga".into()),
            publisher: None,
            date: Some(("26 October 2022".into(), Some("2022-10-26".into()))),
        })),
    };
    let embed = Embed {
        shown: Shown::Timeline(Item::Home),
        label: None,
        path: page(),
        title: "<a>".into(),
    };
    let figure = Figure {
        path: page(),
        width: Some(30),
        height: Some(20),
        alt: "<sign>".into(),
        caption: Some("A & B".into()),
        credit: None,
        is_graphic: false,
        edits: vec!["a <b>".into()],
        source: Some(FigureSource { title: "<i>".into(), path: Some(page()) }),
        license: Some("\"&".into()),
        sizes: vec![PictureSize { width: 20, height: 13, address: page() }],
    };
    let graphic = Figure { is_graphic: true, ..figure.clone() };
    let title = "Ireland".to_owned();
    let all = [
        Target::Page { path: page(), fragment: None, title },
        Target::Cite(vec![cited]),
        Target::Embed(embed.into()),
        Target::Image(figure.into()),
        Target::Image(graphic.into()),
        Target::File(page()),
        Target::Web(Address::new("https://x.org/").unwrap()),
        Target::Mark { status: ClaimStatus::Reported, claim: Some(page()) },
        Target::Withheld(Withheld::Safety),
        Target::Gap,
        Target::Text,
    ];
    all.into_iter().cycle().take(count).collect()
}

/// The text as a page shows it, with its sources beside it, and as a feed does.
fn rendered(text: &str) -> [String; 2] {
    let tree = markdown::parse(text, 0..text.len(), FileId(0));
    let from = page();
    let to = Linker::relative(&from, Naming::File);
    let targets = targets(tree.references().len());
    let headings = markdown::headings(&tree, text);
    let sources = vec![Html::templated("<li>source</li>\n".into()); 9];
    [Apparatus::Beside(&sources), Apparatus::Below].map(|apparatus| {
        let options = RenderOptions::default();
        let body = body(&tree, text, &headings, &targets, &to, &options, apparatus);
        let shown = Html::templated("<figure>shown</figure>".into());
        let shown = vec![shown; body.slots.len()];
        body.filled(&shown).whole().into_string()
    })
}

/// Checks that every tag is closed in its turn and that nothing in the HTML is an error.
#[derive(Default)]
struct Balance {
    open: RefCell<Vec<String>>,
    faults: RefCell<Vec<String>>,
}

const VOID: [&str; 4] = ["br", "hr", "img", "input"];

impl TokenSink for Balance {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut faults = self.faults.borrow_mut();
        match token {
            Token::TagToken(tag) if VOID.contains(&&*tag.name) || tag.self_closing => {}
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let mut open = self.open.borrow_mut();
                if &*tag.name == "a" && open.iter().any(|name| name == "a") {
                    faults.push("a link in a link".into());
                }
                if &*tag.name == "script" {
                    faults.push("a script".into());
                }
                open.push(tag.name.to_string());
            }
            Token::TagToken(tag) => {
                let open = self.open.borrow_mut().pop();
                if open.as_deref() != Some(&*tag.name) {
                    faults.push(format!("</{}> closes {open:?}", tag.name));
                }
            }
            // Characters that HTML calls errors but every reader of it accepts.
            Token::ParseError(fault) if !fault.starts_with("Bad character") => {
                faults.push(fault.into_owned());
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn faults(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Balance::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut faults = tokenizer.sink.faults.take();
    faults.extend(
        tokenizer.sink.open.take().into_iter().map(|tag| format!("<{tag}> open")),
    );
    faults
}

/// Checks that every position is one in the text, and that nodes lie within each other.
fn sound(tree: &Tree, text: &str, range: std::ops::Range<usize>) -> Result<(), String> {
    let mut ends: Vec<u32> = Vec::new();
    for (index, node) in tree.nodes().iter().enumerate() {
        let (start, end) = (node.start as usize, node.end as usize);
        let within = range.start <= start && start <= end && end <= range.end;
        if !within || text.get(start..end).is_none() {
            return Err(format!("{node:?} lies at no place of the text"));
        }
        while ends.last().is_some_and(|end| *end <= index as u32) {
            ends.pop();
        }
        if node.next <= index as u32 || ends.last().is_some_and(|end| node.next > *end) {
            return Err(format!("{node:?} is not nested"));
        }
        if let markdown::Kind::Text(piece @ Piece::Source(..)) = node.kind
            && tree.text(piece, text).is_empty()
        {
            return Err(format!("{node:?} is empty"));
        }
        ends.push(node.next);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_text_has_a_sound_tree_and_an_outline(before in ".{0,9}", text in texts()) {
        let whole = format!("{before}{text}");
        let range = before.len()..whole.len();
        let tree = markdown::parse(&whole, range.clone(), FileId(0));
        prop_assert_eq!(sound(&tree, &whole, range), Ok(()));
        let outline = markdown::outline(&tree, &whole, &mut Diagnostics::default());
        prop_assert_eq!(outline.refs.len(), tree.references().len());
        for one in &outline.refs {
            let sentence = outline.sentence(one);
            prop_assert!(sentence.text.get(sentence.label).is_some());
            prop_assert!(whole.get(one.span.range()).is_some());
        }
    }

    #[test]
    fn any_text_becomes_whole_html_without_a_script(text in texts()) {
        for html in rendered(&text) {
            prop_assert_eq!(faults(&html), Vec::<String>::new(), "{}", html);
        }
    }
}

#[test]
fn the_target_of_a_wiki_link_lies_in_its_text() {
    for text in
        ["> ![[x]{.reported}\n&amp;]]", "[[x]{.reported}]]", "は**[[「a」#b]]**と"]
    {
        let tree = markdown::parse(text, 0..text.len(), FileId(0));
        assert_eq!(sound(&tree, text, 0..text.len()), Ok(()), "{text}");
        markdown::outline(&tree, text, &mut Diagnostics::default());
    }
}

#[test]
fn hostile_texts_are_read_without_harm() {
    let long = |piece: &str, rest: &str| {
        format!("{}{rest}", piece.repeat(100_000 / piece.len()))
    };
    let nested: String = (0..600).map(|n| format!("{}- a\n", "  ".repeat(n))).collect();
    let texts = [
        long("[", ""),
        long(">", " x"),
        long("*", "a"),
        long("![", "]"),
        long("[[", "]]"),
        long("![[a|", "]]"),
        long("[@a ", ""),
        long("[@a; ", "]"),
        long("@a [", "]"),
        long("[^1]", "\n\n[^1]: x"),
        long("**a *a ", ""),
        long("a`", ""),
        long("<!--", ""),
        long("| a ", "\n|---|\n"),
        long("x. ", "[[a]]"),
        long("[a]{.reported} ", ""),
        format!("{}{}", "[".repeat(9000), "a]{.reported}".repeat(9000)),
        long("[a]: b\n", ""),
        long("# a\n", ""),
        long("- ", "x"),
        nested,
    ];
    for text in texts {
        let tree = markdown::parse(&text, 0..text.len(), FileId(0));
        markdown::outline(&tree, &text, &mut Diagnostics::default());
        let [beside, below] = rendered(&text);
        let found = [faults(&beside), faults(&below)].concat();
        assert!(found.is_empty(), "{:.20}: {:.200}", text, found.join(", "));
    }
}

#[test]
fn a_label_before_a_citation_does_not_reach_into_the_text_behind() {
    for text in [
        "a ![](b)[@x]。",
        "a ![ ](b) [@x]–b",
        "[a [[ ]] [@x]](b)福. 局",
        "a [![](c) [@x]。](b)",
    ] {
        let tree = markdown::parse(text, 0..text.len(), FileId(0));
        let outline = markdown::outline(&tree, text, &mut Diagnostics::default());
        for reference in &outline.refs {
            let sentence = outline.sentence(reference);
            assert!(sentence.text.get(sentence.label.clone()).is_some(), "{text}");
        }
    }
}
