//! Whatever the files hold, an import ends, writes only into the new site, and does the same again.

use super::{Generator, Mappings, import};
use crate::files::{FilePath, Memory};
use proptest::prelude::*;

/// Pieces of what other generators write, cut anywhere.
const PIECES: [&str; 40] = [
    "---\n",
    "+++\n",
    "title: x\n",
    "date: 2020-01-02\n",
    "{{< figure src=\"",
    "{{% note %}}",
    "{{% /note %}}",
    "{% if x %}",
    "{% endif %}",
    "{{ x | y }}",
    "{% raw %}",
    "<div id=a>",
    "</div>",
    "<details><summary>",
    "</summary>",
    "<table><tr><td>",
    "<!--",
    "-->",
    "%%",
    ":::note\n",
    ":::\n",
    "!!! tip\n    ",
    "=== \"A\"\n\n    ",
    "[[",
    "]]",
    "![[a.png|x]]",
    "[a](../b/)",
    "](",
    "[x]: /y\n",
    "```\n",
    "`",
    "$$",
    "==",
    "{: .c}",
    "^[",
    "\u{e9}\u{301}",
    "> ",
    "\n\n",
    "<Tab label={`",
    "{/* ",
];

fn text() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        2 => "[ -~]{0,6}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_that_is_read_stops_an_import_or_leads_it_out(
        texts in prop::collection::vec(text(), 6),
        number in 0..Generator::ALL.len(),
    ) {
        let names = [
            "content/posts/2020-01-02-a.md", "docs/a/index.md", "_posts/2020-01-02-b.md", "b c.mdx", "config.toml", "mkdocs.yml",
        ];
        let mut files = Memory::default();
        let mut paths: Vec<FilePath> = Vec::new();
        for (name, bytes) in names.iter().zip(texts) {
            let path = FilePath::new(name).unwrap();
            files.insert(path.clone(), bytes);
            paths.push(path);
        }
        paths.sort();
        let (_, generator) = Generator::ALL[number];
        let made = import(generator, &paths, &files, &Mappings::new());
        let again = import(generator, &paths, &files, &Mappings::new());
        prop_assert_eq!(&made.texts, &again.texts);
        prop_assert_eq!(made.report.text(), again.report.text());
        prop_assert_eq!(made.report.fates.len(), paths.len());
    }
}
