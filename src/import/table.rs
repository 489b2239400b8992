//! A table of HTML written as one of Markdown.

/// A table, as Markdown has them.
pub(super) struct MadeTable {
    pub(super) text: String,
    /// Whether a cell of it spanned several rows or columns.
    pub(super) is_torn: bool,
}

/// The table with these rows; the first is its head. `words` makes words in one line of a cell.
pub(super) fn table(html: &str, words: fn(&str) -> String) -> MadeTable {
    let is_torn = html.contains("rowspan") || html.contains("colspan");
    let rows: Vec<Vec<String>> =
        parts(html, &["tr"]).map(|row| cells(row, words)).collect();
    let rows: Vec<&Vec<String>> = rows.iter().filter(|row| !row.is_empty()).collect();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        text.push('|');
        for column in 0..width {
            let cell = row.get(column).map_or("", String::as_str);
            text.push_str(&format!(" {cell} |"));
        }
        text.push('\n');
        if number == 0 {
            text.push_str(&format!("|{}\n", " --- |".repeat(width)));
        }
    }
    MadeTable { text, is_torn }
}

fn cells(row: &str, words: fn(&str) -> String) -> Vec<String> {
    parts(row, &["td", "th"]).map(|cell| words(cell).replace('|', "\\|")).collect()
}

/// What stands between the tags of these names, one behind the other. An end that is missing is where the next begins.
fn parts<'h>(html: &'h str, names: &'h [&'h str]) -> impl Iterator<Item = &'h str> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let is = |name: &&str| {
            rest.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name))
                && rest[name.len()..].starts_with(['>', ' ', '\n', '\t'])
        };
        if names.iter().any(is)
            && let Some(end) = rest.find('>')
        {
            starts.push((at, at + 1 + end + 1));
        }
    }
    let ends: Vec<usize> =
        starts.iter().skip(1).map(|(at, _)| *at).chain([html.len()]).collect();
    starts.into_iter().zip(ends).map(move |((_, from), end)| {
        let part = &html[from..end];
        let lower = part.to_ascii_lowercase();
        let close =
            names.iter().filter_map(|name| lower.find(&format!("</{name}"))).min();
        &part[..close.unwrap_or(part.len())]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_cells_become_lines_and_columns() {
        let html = "<thead><tr><th>A<th>B</tr></thead><tr><td>1 <b>x</b></td><td>\n2|3\n</td></tr>";
        let words = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let made = table(html, words);
        assert_eq!(made.text, "| A | B |\n| --- | --- |\n| 1 <b>x</b> | 2\\|3 |\n");
        assert!(!made.is_torn && table("<tr><td colspan=2>x", words).is_torn);
    }
}
