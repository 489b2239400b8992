//! Text for a terminal as HTML: its colours become classes.

/// The text as HTML. What it says is escaped; of the terminal's sequences those that colour become elements, and
/// all others are left out.
pub(super) fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut pieces = text.split('\u{1b}');
    push(pieces.next().unwrap_or_default(), "", &mut html);
    let mut style = TextStyle::default();
    for piece in pieces {
        let Some((codes, words)) = sequence(piece) else {
            push(piece, &style.classes(), &mut html);
            continue;
        };
        for code in codes.split(';') {
            style.take(code);
        }
        push(words, &style.classes(), &mut html);
    }
    html
}

/// The numbers of a sequence that colours, and the text behind it.
fn sequence(piece: &str) -> Option<(&str, &str)> {
    let rest = piece.strip_prefix('[')?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ';'))?;
    let (codes, rest) = rest.split_at(end);
    rest.strip_prefix('m').map(|words| (codes, words))
}

/// How the text looks from here on.
#[derive(Debug, Clone, Copy, Default)]
struct TextStyle {
    is_bold: bool,
    colour: Option<&'static str>,
}

/// The colours by their numbers from 30 on, which are the same from 90 on.
const COLOURS: [&str; 8] =
    ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

impl TextStyle {
    fn take(&mut self, code: &str) {
        match code.parse::<usize>() {
            Ok(0) | Err(_) => *self = TextStyle::default(),
            Ok(1) => self.is_bold = true,
            Ok(22) => self.is_bold = false,
            Ok(39) => self.colour = None,
            Ok(n @ 30..=37) => self.colour = Some(COLOURS[n - 30]),
            Ok(n @ 90..=97) => self.colour = Some(COLOURS[n - 90]),
            Ok(_) => {}
        }
    }

    fn classes(self) -> String {
        let bold = self.is_bold.then_some("bold");
        let all: Vec<&str> = bold.into_iter().chain(self.colour).collect();
        all.join(" ")
    }
}

/// Adds words in this style.
fn push(words: &str, classes: &str, html: &mut String) {
    if words.is_empty() {
        return;
    }
    let escaped = escaped(words);
    match classes {
        "" => html.push_str(&escaped),
        _ => html.push_str(&format!("<span class=\"{classes}\">{escaped}</span>")),
    }
}

/// Words as text of HTML, or as the value of an attribute.
pub(super) fn escaped(words: &str) -> String {
    let mut html = String::with_capacity(words.len());
    crate::render::Html::escape(words, &mut html);
    html.replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_become_classes() {
        let text = "\u{1b}[1m\u{1b}[91merror[E0105]\u{1b}[0m: it\u{1b}[94m|\u{1b}[0m";
        let expected = "<span class=\"bold red\">error[E0105]</span>: it<span class=\"blue\">|</span>";
        assert_eq!(html(text), expected);
    }

    #[test]
    fn what_is_said_is_escaped() {
        let text = "\u{1b}[31m<img src=x onerror='alert(1)'>\u{1b}[0m & \"";
        let expected = "<span class=\"red\">&lt;img src=x onerror=&#39;alert(1)&#39;&gt;</span> &amp; &quot;";
        assert_eq!(html(text), expected);
    }

    #[test]
    fn what_colours_nothing_leaves_the_text_alone() {
        assert_eq!(html("\u{1b}[2Ja \u{1b}]b \u{1b}"), "[2Ja ]b ");
        assert_eq!(html("\u{1b}[38;5;9999999999999999999mx"), "x");
        assert_eq!(html("plain"), "plain");
    }
}
