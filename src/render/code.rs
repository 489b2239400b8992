//! Blocks of code, their words told apart by classes.

use super::html::{Html, escape};
use super::writer::Writer;
use crate::markdown::{Kind, Piece, language};
use std::sync::LazyLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

/// Longer blocks are shown without colours: a line of code costs a thousand times a line of text.
const LONGEST_BLOCK: usize = 64 << 10;

/// Longer lines are shown without colours, with all that follow: they are not for reading,
/// and some grammars take their square.
const LONGEST_LINE: usize = 2 << 10;

/// The classes, each with the scopes (as TextMate grammars name them) that get it. The
/// first that fits the innermost scope is taken; a scope without one has its parent's.
const CLASSES: [(&str, &str); 30] = [
    ("comment", "hl-comment"),
    ("punctuation.definition.comment", "hl-comment"),
    ("constant.character.escape", "hl-escape"),
    ("constant.other.placeholder", "hl-escape"),
    ("string", "hl-string"),
    ("punctuation.definition.string", "hl-string"),
    ("constant.numeric", "hl-number"),
    ("constant", "hl-constant"),
    ("keyword.operator", "hl-operator"),
    ("keyword", "hl-keyword"),
    ("storage", "hl-keyword"),
    ("variable.language", "hl-keyword"),
    ("entity.name.function", "hl-function"),
    ("support.function", "hl-function"),
    ("support.macro", "hl-function"),
    ("entity.name.tag", "hl-tag"),
    ("entity.other.attribute-name", "hl-attribute"),
    ("meta.mapping.key", "hl-attribute"),
    ("entity.name.section", "hl-tag"),
    ("entity.name", "hl-type"),
    ("support.type.property-name", "hl-attribute"),
    ("support.type", "hl-type"),
    ("support.class", "hl-type"),
    ("variable.parameter", "hl-variable"),
    ("variable.other.readwrite", "hl-variable"),
    ("markup.heading", "hl-tag"),
    ("markup.inserted", "hl-inserted"),
    ("markup.deleted", "hl-deleted"),
    ("markup.raw", "hl-string"),
    ("source.regexp", "hl-string"),
];

static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

static SCOPES: LazyLock<Vec<(Scope, &str)>> = LazyLock::new(|| {
    let known = CLASSES.iter();
    known.filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect()
});

/// Writes a block of code.
pub(super) fn block(writer: &mut Writer<'_>, index: u32, info: Option<Piece>) {
    let mut code = String::new();
    for node in writer.tree.inside(index) {
        if let Kind::Text(piece) = writer.tree.nodes()[node as usize].kind {
            code.push_str(writer.tree.text(piece, writer.text));
        }
    }
    let name = info.and_then(|info| language(writer.tree.text(info, writer.text)));
    if writer.is_plain() {
        writer.block("<pre><code");
    } else {
        writer.block("<pre class=\"code\" tabindex=\"0\" role=\"region\"");
        writer.attribute("aria-label", writer.options.phrases.code_block());
        writer.out.push_str("><code");
    }
    if let Some(name) = name {
        writer.attribute("class", &format!("language-{name}"));
    }
    writer.out.push('>');
    // The parser of HTML drops a line break right behind `<pre>`, but not behind `<code>`.
    match name.filter(|_| !writer.is_plain()).and_then(|name| coloured(&code, name)) {
        Some(html) => writer.out.push_str(&html),
        None => writer.words(&code),
    }
    writer.out.push_str("</code></pre>\n");
}

/// What stands in a block of code of this language, with classes where it is known and not too long.
pub fn coloured_code(code: &str, language: &str) -> Html {
    coloured(code, language).map_or_else(|| Html::text(code), Html::templated)
}

/// `code` with classes, where its language is known and it is not too long.
fn coloured(code: &str, name: &str) -> Option<String> {
    if code.len() > LONGEST_BLOCK {
        return None;
    }
    let grammar = grammar(name)?;
    let mut state = ParseState::new(grammar);
    let mut scopes = ScopeStack::new();
    let mut html = Spans::default();
    for line in code.split_inclusive('\n') {
        if line.len() > LONGEST_LINE {
            return None;
        }
        let steps = state.parse_line(line, &GRAMMARS).ok()?;
        let mut from = 0;
        for (at, step) in &steps {
            html.push(&line[from..*at], class(&scopes));
            from = *at;
            scopes.apply(step).ok()?;
        }
        html.push(&line[from..], class(&scopes));
    }
    Some(html.finish())
}

/// The grammar of a language by its name or the ending of its files.
fn grammar(name: &str) -> Option<&'static SyntaxReference> {
    let found = GRAMMARS.find_syntax_by_token(name)?;
    (found.name != "Plain Text").then_some(found)
}

fn class(scopes: &ScopeStack) -> Option<&'static str> {
    scopes.as_slice().iter().rev().find_map(|scope| {
        let known = SCOPES.iter().find(|(known, _)| known.is_prefix_of(*scope));
        known.map(|(_, class)| *class)
    })
}

/// HTML in which neighbours of one class share a `<span>`.
#[derive(Default)]
struct Spans {
    html: String,
    open: Option<&'static str>,
}

impl Spans {
    fn push(&mut self, text: &str, class: Option<&'static str>) {
        if text.is_empty() {
            return;
        }
        // White space looks the same in every class, so it starts none.
        let class = if text.trim().is_empty() { self.open } else { class };
        if class != self.open {
            self.close();
            if let Some(class) = class {
                self.html.push_str("<span class=\"");
                self.html.push_str(class);
                self.html.push_str("\">");
            }
            self.open = class;
        }
        escape(text, &mut self.html);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_known_language_get_classes() {
        let html = coloured("fn x() { \"a<b\" } // 1\n", "rust").unwrap();
        for part in [
            "<span class=\"hl-keyword\">fn",
            "<span class=\"hl-string\">&quot;a&lt;b&quot;",
            "<span class=\"hl-comment\">// 1",
        ] {
            assert!(html.contains(part), "{html}");
        }
    }

    #[test]
    fn toml_and_typescript_are_known_and_an_unknown_language_is_not() {
        assert!(coloured("a = 1\n", "toml").unwrap().contains("hl-number"));
        assert!(coloured("let a: number = 1;\n", "ts").unwrap().contains("hl-keyword"));
        assert_eq!(coloured("x", "no-such-language"), None);
        assert_eq!(coloured("x", "text"), None);
    }

    #[test]
    fn a_block_too_long_is_left_plain() {
        assert_eq!(coloured(&"a = 1\n".repeat(20_000), "toml"), None);
        assert_eq!(coloured(&"a".repeat(3000), "toml"), None);
    }
}
