//! Markdown for a terminal: headings in bold, code in colour, text in lines of a width that can be read.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// So many characters wide is a line of text.
const WIDTH: usize = 88;

const BOLD: &str = "\u{1b}[1m";
const COLOUR: &str = "\u{1b}[36m";
const PLAIN: &str = "\u{1b}[0m";

/// The text as a terminal shows it.
pub(super) fn styled(markdown: &str) -> String {
    let mut page = TerminalPage::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        page.take(event);
    }
    page.out.trim_start_matches('\n').to_owned()
}

/// What was shown so far, and the paragraph that is being read.
#[derive(Default)]
struct TerminalPage {
    out: String,
    /// Words of the paragraph, each with its style and whether a space stands before it.
    words: Vec<(String, &'static str, bool)>,
    style: &'static str,
    /// The lists that are open, each with its next number if it has any.
    lists: Vec<Option<u64>>,
    /// What stands before the next line of text.
    mark: String,
    is_code: bool,
    is_joined: bool,
}

impl TerminalPage {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => self.code(&text),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                let code = (text.into_string(), COLOUR, !self.is_joined);
                self.words.push(code);
                self.is_joined = true;
            }
            Event::SoftBreak | Event::HardBreak => self.is_joined = false,
            Event::Rule => self.out.push_str("\n----\n"),
            Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::Strong => self.style = BOLD,
            Tag::CodeBlock(kind) => {
                self.flush();
                self.is_code = true;
                self.out.push('\n');
                if let CodeBlockKind::Fenced(info) = kind
                    && let Some(file) = info.split_once("file=").map(|(_, file)| file)
                {
                    let file = file.split_whitespace().next().unwrap_or_default();
                    self.out.push_str(&format!("    {BOLD}{file}{PLAIN}\n"));
                }
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.flush();
                self.mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
            }
            Tag::TableCell => self.is_joined = false,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.style = "";
                self.flush();
            }
            TagEnd::Strong => self.style = "",
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead => {
                self.flush();
            }
            TagEnd::TableCell => self.words.push(("|".to_owned(), "", true)),
            TagEnd::CodeBlock => self.is_code = false,
            TagEnd::List(_) => {
                self.lists.pop();
            }
            _ => {}
        }
    }

    fn code(&mut self, text: &str) {
        for line in text.lines() {
            self.out.push_str(format!("    {COLOUR}{line}{PLAIN}").trim_end());
            self.out.push('\n');
        }
    }

    fn text(&mut self, text: &str) {
        if text.starts_with(char::is_whitespace) {
            self.is_joined = false;
        }
        for word in text.split_whitespace() {
            self.words.push((word.to_owned(), self.style, !self.is_joined));
            self.is_joined = false;
        }
        self.is_joined = !text.ends_with(char::is_whitespace) && !text.is_empty();
    }

    /// Writes the paragraph in lines.
    fn flush(&mut self) {
        self.is_joined = false;
        if self.words.is_empty() {
            return;
        }
        if self.lists.is_empty() || self.mark.is_empty() {
            self.out.push('\n');
        }
        let mark = std::mem::take(&mut self.mark);
        let margin = " ".repeat(2 * self.lists.len().saturating_sub(1));
        let hanging = " ".repeat(margin.len() + mark.chars().count());
        self.out.push_str(&format!("{margin}{mark}"));
        let mut column = hanging.len();
        for (nth, (word, style, is_apart)) in self.words.drain(..).enumerate() {
            let length = word.chars().count();
            let is_apart = is_apart && nth > 0;
            if is_apart && column + 1 + length > WIDTH {
                self.out.push_str(&format!("\n{hanging}"));
                column = hanging.len();
            } else if is_apart {
                self.out.push(' ');
                column += 1;
            }
            match style {
                "" => self.out.push_str(&word),
                style => self.out.push_str(&format!("{style}{word}{PLAIN}")),
            }
            column += length;
        }
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same with its styles told apart by signs.
    fn shown(markdown: &str) -> String {
        styled(markdown).replace(BOLD, "*").replace(COLOUR, "`").replace(PLAIN, "^")
    }

    #[test]
    fn headings_code_and_words_look_different() {
        let text = "# E0105: unknown-field\n\nWrite `title`, not **that**.\n";
        let expected = "*E0105:^ *unknown-field^\n\nWrite `title^, not *that^.\n";
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn lists_hang_and_code_stands_in() {
        let text = "Do:\n\n- one\n- two\n\n```yaml file=a.md\na: 1\n\nb: 2\n```\n";
        let expected =
            "Do:\n- one\n- two\n\n    *a.md^\n    `a: 1^\n    `^\n    `b: 2^\n";
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn no_line_of_text_is_wider_than_can_be_read() {
        let text = "word ".repeat(100);
        assert!(styled(&text).lines().all(|line| line.chars().count() <= WIDTH));
    }
}
