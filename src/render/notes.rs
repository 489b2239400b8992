//! Footnotes: numbers in the text, and the notes, beside the block that refers to them or below the text.

use super::Apparatus;
use super::writer::Writer;

impl Writer<'_> {
    /// Writes the number of a footnote, linked to it.
    pub(super) fn note_ref(&mut self, note: u32) {
        let next = self.notes.len() as u32;
        let at = *self.note_places[note as usize].get_or_insert(next) as usize;
        if at == next as usize {
            self.notes.push((note, 0));
        }
        let number = at + 1;
        if self.links > 0 {
            self.out.push_str(&format!("<sup>{number}</sup>"));
            return;
        }
        self.notes[at].1 += 1;
        match self.apparatus {
            Apparatus::Below => self.note_link(at),
            Apparatus::Beside(_) => self.note_button(number),
        }
    }

    /// The number of a footnote that stands beside the text: where there is no room, it opens there.
    fn note_button(&mut self, number: usize) {
        let id = self.id(&note_id(number));
        let label = self.options.phrases.note_number(number);
        self.out.push_str("<sup class=\"note-ref\"><button");
        self.attribute("popovertarget", &id);
        self.attribute("aria-label", &label);
        self.out.push_str(&format!(">{number}</button></sup>"));
    }

    fn note_link(&mut self, at: usize) {
        let number = at + 1;
        let id = self.id(&ref_id(number, self.notes[at].1));
        let href = self.to.here(&self.id(&note_id(number)));
        let label = self.options.phrases.note_number(number);
        self.out.push_str("<sup class=\"note-ref\"><a");
        self.attribute("id", &id);
        self.attribute("href", &href);
        self.attribute("role", "doc-noteref");
        self.attribute("aria-label", &label);
        self.out.push_str(&format!(">{number}</a></sup>"));
    }
}

fn note_id(number: usize) -> String {
    format!("note-{number}")
}

fn ref_id(number: usize, nth: u32) -> String {
    format!("noteref-{number}-{nth}")
}

/// The notes that the text refers to, and those that these refer to.
pub(super) fn section(writer: &mut Writer<'_>) -> String {
    if writer.notes_beside == writer.notes.len() {
        return String::new();
    }
    let slots = writer.slots.len();
    let contents = contents(writer);
    // A slot is a place in the text; in a note the link stays.
    writer.slots.truncate(slots);
    let text = std::mem::take(&mut writer.out);
    writer.out.push_str("<section class=\"notes\" role=\"doc-endnotes\"");
    writer.attribute("aria-label", writer.options.phrases.notes());
    writer.out.push_str(">\n<ol>\n");
    for (n, content) in contents.iter().enumerate() {
        note(writer, n + 1, content);
    }
    writer.out.push_str("</ol>\n</section>\n");
    std::mem::replace(&mut writer.out, text)
}

/// The notes that are referred to and have not been written yet, to stand beside a block.
pub(super) fn beside(writer: &mut Writer<'_>) -> String {
    if writer.notes_beside == writer.notes.len() {
        return String::new();
    }
    let slots = writer.slots.len();
    let text = std::mem::take(&mut writer.out);
    while let Some((note, _)) = writer.notes.get(writer.notes_beside) {
        let definition = writer.tree.notes()[*note as usize].definition;
        writer.notes_beside += 1;
        let number = writer.notes_beside;
        let id = writer.id(&note_id(number));
        writer.block("<div class=\"footnote\" role=\"note\" popover");
        writer.attribute("id", &id);
        writer.out.push_str(&format!(" data-number=\"{number}\">\n"));
        writer.nodes(writer.tree.inside(definition));
        writer.block("</div>\n");
    }
    // A slot is a place in the text; in a note the link stays.
    writer.slots.truncate(slots);
    std::mem::replace(&mut writer.out, text)
}

/// What each note says. A note may refer to further ones, so the list grows meanwhile.
fn contents(writer: &mut Writer<'_>) -> Vec<String> {
    let mut contents = Vec::new();
    while let Some((note, _)) = writer.notes.get(contents.len()) {
        let definition = writer.tree.notes()[*note as usize].definition;
        let text = std::mem::take(&mut writer.out);
        writer.nodes(writer.tree.inside(definition));
        contents.push(std::mem::replace(&mut writer.out, text));
    }
    contents
}

fn note(writer: &mut Writer<'_>, number: usize, content: &str) {
    let id = writer.id(&note_id(number));
    writer.out.push_str("<li");
    writer.attribute("id", &id);
    writer.out.push_str(">\n");
    let uses = writer.notes[number - 1].1;
    match content.strip_suffix("</p>\n") {
        Some(open) => {
            writer.out.push_str(open);
            back_links(writer, number, uses);
            writer.out.push_str("</p>\n");
        }
        None => {
            writer.out.push_str(content);
            writer.block("<p>");
            back_links(writer, number, uses);
            writer.out.push_str("</p>\n");
        }
    }
    writer.out.push_str("</li>\n");
}

fn back_links(writer: &mut Writer<'_>, number: usize, uses: u32) {
    for nth in 1..=uses {
        let href = writer.to.here(&writer.id(&ref_id(number, nth)));
        writer.out.push_str(" <a class=\"note-back\"");
        writer.attribute("href", &href);
        writer.attribute("role", "doc-backlink");
        writer.attribute("aria-label", writer.options.phrases.back_to_text());
        writer.out.push_str(">↩\u{fe0e}");
        if nth > 1 {
            writer.out.push_str(&format!("<sup>{nth}</sup>"));
        }
        writer.out.push_str("</a>");
    }
}
