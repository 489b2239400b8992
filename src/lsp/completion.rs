//! What may be written at the cursor.

use super::cursor::{self, Writing};
use super::fields::{FieldPlace, elements, field, mapped, named_kinds, record};
use super::known::{KnownItem, KnownSite};
use super::layout::Layout;
use super::lines::EditorLines;
use crate::atlas;
use crate::content::Kind;
use crate::content::kinds::claim::ClaimStatus;
use crate::fields::{Choice, Shape};
use crate::files::{FilePath, TextFiles};
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit,
    Documentation, MarkupContent, MarkupKind, TextEdit,
};
use std::ops::Range;

/// So many are offered at once; the editor asks again as more is written.
const MOST: usize = 100;

/// What is asked about.
pub(super) struct AtCursor<'a> {
    pub(super) file: &'a FilePath,
    pub(super) text: &'a str,
    pub(super) lines: &'a EditorLines<'a>,
    pub(super) known: &'a KnownSite,
    pub(super) texts: &'a TextFiles,
}

/// What may be written at a byte of the text.
pub(super) fn at(asked: &AtCursor<'_>, byte: usize) -> Option<CompletionList> {
    let layout = Layout::of(asked.file, asked.text)?;
    let is_prose = layout
        .prose
        .as_ref()
        .is_some_and(|prose| byte >= prose.start && !prose.is_empty());
    let writing = match is_prose {
        true => cursor::in_prose(asked.text, byte)?,
        false => {
            cursor::in_fields(asked.text, layout.fields.clone(), layout.syntax, byte)?
        }
    };
    let mut offers = Offers { asked, items: Vec::new(), is_incomplete: false };
    match writing {
        Writing::Citation(word) => offers.items_of(&[Kind::Source], word),
        Writing::Wiki(word) => offers.wiki(word),
        Writing::Claim(word) => offers.items_of(&[Kind::Claim], word),
        Writing::Status(word) => offers.words(ClaimStatus::CHOICES, &word),
        Writing::Link(word) => offers.files(&word),
        Writing::Name { above, written } => {
            let (shape, place) = descend(&layout.shape, &above)?;
            // In a list that is written line by line an element stands where a name could.
            if let Some(place) = place {
                offers.values(place, &elements(&shape), written.clone());
            }
            if let Some(table) = record(&shape) {
                offers.fields(table, &written);
            }
        }
        Writing::Value { above, written } => {
            let (shape, place) = descend(&layout.shape, &above)?;
            offers.values(place?, &elements(&shape), written);
        }
    }
    Some(CompletionList { is_incomplete: offers.is_incomplete, items: offers.items })
}

/// What is taken below these fields, and the field that it stands in.
fn descend(shape: &Shape, above: &[String]) -> Option<(Shape, Option<FieldPlace>)> {
    let (mut shape, mut place) = (shape.clone(), None);
    for name in above {
        shape = match (record(&shape), mapped(&shape)) {
            (Some(table), _) => {
                let field = field(table, name)?;
                place = Some(FieldPlace { table, field });
                (field.shape)()
            }
            (None, Some(inner)) => inner.clone(),
            (None, None) => return None,
        };
    }
    Some((shape, place))
}

struct Offers<'a> {
    asked: &'a AtCursor<'a>,
    items: Vec<CompletionItem>,
    is_incomplete: bool,
}

impl Offers<'_> {
    /// Offers `new` in the place of the bytes `word`.
    fn offer(
        &mut self,
        new: String,
        label: &str,
        word: &Range<usize>,
        item: CompletionItem,
    ) {
        let edit = TextEdit::new(self.asked.lines.range(word.clone()), new);
        let text_edit = Some(CompletionTextEdit::Edit(edit));
        self.items.push(CompletionItem { label: label.to_owned(), text_edit, ..item });
    }

    fn items_of(&mut self, kinds: &[Kind], word: Range<usize>) {
        let written = &self.asked.text[word.clone()];
        let (found, has_more) = self.asked.known.search(written, kinds, MOST);
        self.is_incomplete |= has_more;
        for (at, item) in found.into_iter().enumerate() {
            self.item(item, at, item.id.clone(), &word);
        }
    }

    fn item(&mut self, item: &KnownItem, at: usize, new: String, word: &Range<usize>) {
        let detail = match item.detail.is_empty() {
            true => item.kind.word().to_owned(),
            false => format!("{}, {}", item.kind.word(), item.detail),
        };
        let kind = Some(CompletionItemKind::REFERENCE);
        let documentation = Some(markdown(super::hover::card(item)));
        let filter_text = Some(format!("{new} {}", item.title));
        let sort_text = Some(format!("{at:04}"));
        let offered = CompletionItem {
            kind,
            detail: Some(detail),
            documentation,
            filter_text,
            sort_text,
            ..CompletionItem::default()
        };
        self.offer(new, &item.id, word, offered);
    }

    /// `[[…]]` names anything; behind `kind:` one of that kind.
    fn wiki(&mut self, word: Range<usize>) {
        let written = &self.asked.text[word.clone()];
        match written.split_once(':').and_then(|(kind, _)| Kind::of_word(kind)) {
            Some(kind) => {
                let from = word.start + kind.word().len() + 1;
                self.items_of(&[kind], from..word.end);
            }
            None => self.items_of(&[], word),
        }
    }

    fn fields(&mut self, table: &'static crate::fields::Table, word: &Range<usize>) {
        for (at, one) in table.all().enumerate() {
            let shape = (one.shape)();
            let detail = match one.required {
                true => format!("{} (required)", shape.words()),
                false => shape.words(),
            };
            let example = format!("```yaml\n{}: {}\n```", one.name, one.example);
            let item = CompletionItem {
                kind: Some(CompletionItemKind::FIELD),
                detail: Some(detail),
                documentation: Some(markdown(format!(
                    "{}\n\n{example}",
                    one.note.trim()
                ))),
                // Behind all values.
                sort_text: Some(format!("~{}{at:03}", u8::from(!one.required))),
                ..CompletionItem::default()
            };
            let sign = if self.asked.file.as_str() == "site.toml" { " = " } else { ": " };
            self.offer(format!("{}{sign}", one.name), one.name, word, item);
        }
    }

    /// What a field of this shape takes.
    fn values(&mut self, place: FieldPlace, takes: &Shape, word: Range<usize>) {
        let kinds = named_kinds(place, takes);
        if kinds.contains(&Kind::Country) {
            self.countries(&word);
        }
        let others: Vec<Kind> =
            kinds.into_iter().filter(|kind| *kind != Kind::Country).collect();
        if !others.is_empty() {
            self.items_of(&others, word.clone());
        }
        if let Some(vocabulary) =
            self.asked.known.vocabulary(place.table.kind, place.field.name)
        {
            for term in vocabulary.terms() {
                let item = CompletionItem {
                    kind: Some(CompletionItemKind::ENUM_MEMBER),
                    detail: Some(term.label.clone()),
                    documentation: term.definition.clone().map(markdown),
                    ..CompletionItem::default()
                };
                self.offer(term.word.clone(), &term.word, &word, item);
            }
        }
        self.choices(takes, &word);
    }

    fn choices(&mut self, takes: &Shape, word: &Range<usize>) {
        match takes {
            Shape::Words(choices) => self.words(choices, word),
            Shape::Either(shapes) => {
                shapes.iter().for_each(|shape| self.choices(shape, word));
            }
            _ => {}
        }
    }

    fn words(&mut self, choices: &[Choice], word: &Range<usize>) {
        for (at, choice) in choices.iter().enumerate() {
            let item = CompletionItem {
                kind: Some(CompletionItemKind::ENUM_MEMBER),
                detail: Some(choice.note.trim().to_owned()),
                sort_text: Some(format!("{at:03}")),
                ..CompletionItem::default()
            };
            self.offer(choice.word.to_owned(), choice.word, word, item);
        }
    }

    fn countries(&mut self, word: &Range<usize>) {
        for territory in atlas::all() {
            let code = territory.code.lower();
            let name = territory.name;
            let item = CompletionItem {
                kind: Some(CompletionItemKind::VALUE),
                detail: Some(name.to_owned()),
                filter_text: Some(format!("{code} {name}")),
                ..CompletionItem::default()
            };
            self.offer(code.to_owned(), code, word, item);
        }
    }

    /// Texts of the content, by their paths below it.
    fn files(&mut self, word: &Range<usize>) {
        let written =
            self.asked.text[word.clone()].trim_start_matches(['.', '/']).to_owned();
        let texts = self.asked.texts;
        let all = texts.ids_below("content").map(|id| texts.path(id));
        let inside = all.filter_map(|path| path.below("content"));
        let mut fitting =
            inside.filter(|path| path.ends_with(".md") && path.contains(&written));
        let found: Vec<String> =
            fitting.by_ref().take(MOST).map(|path| format!("/{path}")).collect();
        self.is_incomplete |= fitting.next().is_some();
        for path in found {
            let item = CompletionItem {
                kind: Some(CompletionItemKind::FILE),
                filter_text: Some(format!("{} {path}", &self.asked.text[word.clone()])),
                ..CompletionItem::default()
            };
            self.offer(path.clone(), &path, word, item);
        }
    }
}

fn markdown(value: String) -> Documentation {
    Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value })
}
