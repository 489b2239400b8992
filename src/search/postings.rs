//! Postings: in which documents a word stands, as a line of letters.
//!
//! Findable are told by how far each is from the one before, with how much the word counts in it: most take one
//! letter. A number is written in groups of five bits, the lowest first; the sixth says that there is more.

/// How much a word counts in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WordPlace {
    /// It stands in the text.
    Text,
    /// It stands there several times.
    Often,
    /// It stands in a summary or a heading.
    Head,
    /// It is in a name.
    Name,
}

/// A document's number, with how much a word counts in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting(u32);

impl Posting {
    pub(super) fn new(document: u32, standing: WordPlace) -> Self {
        Posting(document << 2 | standing as u32)
    }

    /// The posting that a number stands for.
    pub(super) fn from_number(number: u32) -> Self {
        Posting(number)
    }

    pub(super) fn number(self) -> u32 {
        self.0
    }

    /// The same of a document that is numbered from another on.
    pub(super) fn behind(self, first: u32) -> Self {
        Posting(self.0 + (first << 2))
    }

    pub(super) fn document(self) -> u32 {
        self.0 >> 2
    }

    /// The same, where it counts at least so much.
    pub(super) fn raised(self, standing: WordPlace) -> Self {
        Posting(self.0 & !3 | (self.0 & 3).max(standing as u32))
    }
}

/// The letters that stand for six bits each.
const LETTERS: &[u8; 64] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes postings down, one behind the other.
#[derive(Debug, Default)]
pub(super) struct PostingWriter {
    /// What is written.
    pub(super) line: String,
    /// The number behind the last document.
    next: u32,
}

impl PostingWriter {
    /// Adds one of a document behind the last.
    pub(super) fn add(&mut self, posting: Posting) {
        let document = posting.document();
        self.number((document - self.next) << 2 | posting.0 & 3);
        self.next = document + 1;
    }

    /// Adds a document without more.
    pub(super) fn add_document(&mut self, document: u32) {
        self.number(document - self.next);
        self.next = document + 1;
    }

    fn number(&mut self, mut rest: u32) {
        while rest >= 32 {
            self.line.push(char::from(LETTERS[(rest & 31 | 32) as usize]));
            rest >>= 5;
        }
        self.line.push(char::from(LETTERS[rest as usize]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_told_by_their_distance() {
        let mut writer = PostingWriter::default();
        writer.add(Posting::new(0, WordPlace::Text));
        writer.add(Posting::new(1, WordPlace::Name));
        writer.add(Posting::new(100, WordPlace::Head));
        assert_eq!(writer.line, "ADqM");
        let mut plain = PostingWriter::default();
        [3, 4, 40].into_iter().for_each(|one| plain.add_document(one));
        assert_eq!(plain.line, "DAjB");
    }

    #[test]
    fn a_word_counts_as_much_as_where_it_counts_most() {
        let posting = Posting::new(7, WordPlace::Often).raised(WordPlace::Name);
        assert_eq!(posting, Posting::new(7, WordPlace::Name));
        assert_eq!(posting.raised(WordPlace::Text), posting);
        assert_eq!(posting.document(), 7);
    }
}
