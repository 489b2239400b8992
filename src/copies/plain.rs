//! Markdown as a reader reads it: without its signs.

use crate::files::FileId;
use crate::markdown;

/// The words of a text in Markdown, its blocks in lines of their own.
pub(super) fn markdown(text: &str) -> String {
    let tree = markdown::parse(text, 0..text.len(), FileId(0));
    markdown::words_in_lines(&tree, text)
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn signs_are_no_words() {
        let text = "# The *office*\n\nIt **should** close\nand [cease](https://x.org).\n\n- one\n- `two`\n\n| a | b |\n|---|---|\n| c | d |\n";
        let lines: Vec<String> =
            markdown(text).lines().map(|line| line.trim().to_owned()).collect();
        let lines: Vec<&str> =
            lines.iter().map(String::as_str).filter(|l| !l.is_empty()).collect();
        assert_eq!(
            lines,
            [
                "The office",
                "It should close and cease.",
                "one",
                "two",
                "a",
                "b",
                "c",
                "d"
            ]
        );
    }
}
