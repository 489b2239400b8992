//! The words of a text that stand between quotation marks.

/// What stands in quotation marks in `text`, outermost marks only, in order. An apostrophe is no mark, so single
/// marks count only where they are curved or angled.
pub fn marked(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c| closing(c).is_some()) {
        let Some(open) = rest[at..].chars().next() else { break };
        let inside = &rest[at + open.len_utf8()..];
        let ends = closing(open).unwrap_or_default();
        match inside.find(ends) {
            Some(length) => {
                let words = &inside[..length];
                found.push(words);
                let behind = &inside[length..];
                rest = behind
                    .get(behind.chars().next().map_or(0, char::len_utf8)..)
                    .unwrap_or_default();
            }
            None => rest = inside,
        }
    }
    found
}

/// The marks that close what a mark opens.
fn closing(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' => &['"'],
        '“' => &['”'],
        '„' => &['“', '”'],
        '«' => &['»'],
        '»' => &['«'],
        '「' => &['」'],
        '『' => &['』'],
        '＂' => &['＂'],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_many_languages_are_known() {
        assert_eq!(marked("He said “no” and \"not now\"."), ["no", "not now"]);
        assert_eq!(marked("„Nein“, »nie«, « non »"), ["Nein", "nie", " non "]);
        assert_eq!(marked("他说「不」"), ["不"]);
        assert_eq!(marked("It's the minister's 'word'"), [""; 0]);
        assert_eq!(marked("an unclosed “mark and \"this\""), ["this"]);
        assert_eq!(marked("“”"), [""]);
    }
}
