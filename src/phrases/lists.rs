//! Words in a row: "a, b or c".

use super::Phrases;

impl Phrases {
    /// One of these, whichever it is: "a, b or c".
    pub fn any_of(&self, words: &[String]) -> String {
        let Some((last, before)) = words.split_last() else { return String::new() };
        let Some((first, more)) = before.split_first() else { return last.clone() };
        let list = |list: String, next: &String| self.list_next(&list, next);
        self.list_or(&more.iter().fold(first.clone(), list), last)
    }
}
