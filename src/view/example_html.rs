//! The HTML of examples, as it can stand beside that of others on one page of the style guide.

use crate::theme::ROOT;

/// The HTML of an example with this anchor, on a page that lies `root` from the root. Fragments in it are told from those
/// of other examples; a link to a page of a site leads nowhere, since there is none, and files in `assets/` are there.
pub(super) fn settled(html: &str, anchor: &str, root: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let tag_from = &rest[at..];
        out.push_str(&rest[..at]);
        let is_tag = tag_from[1..].starts_with(|c: char| c.is_ascii_alphabetic());
        let end = if is_tag { end_of_tag(tag_from) } else { 1 };
        let (tag, behind) = tag_from.split_at(end);
        add_tag(tag, anchor, root, &mut out);
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The HTML as a page at the root would have it.
pub(super) fn plain(html: &str) -> String {
    html.replace(ROOT, "").trim().to_owned()
}

/// Where a tag ends; a `>` in quotes does not end it.
fn end_of_tag(tag: &str) -> usize {
    let mut is_quoted = false;
    let end = tag.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.map_or(tag.len(), |end| end + 1)
}

/// Adds a tag with its attributes, whose values stand in `"…"`.
fn add_tag(tag: &str, anchor: &str, root: &str, out: &mut String) {
    let mut rest = tag;
    // A page has one title, and that of an example is none: it counts as a heading below the example's.
    if let Some(behind) = tag.strip_prefix("<h1") {
        out.push_str("<h1 headingoffset=\"3\"");
        rest = behind;
    }
    while let Some(at) = rest.find("=\"") {
        let (before, value) = (&rest[..at], &rest[at + 2..]);
        let name = before.rsplit(|c: char| c.is_ascii_whitespace()).next();
        let (value, behind) = value.split_once('"').unwrap_or((value, ""));
        out.push_str(before);
        out.push_str("=\"");
        out.push_str(&changed(name.unwrap_or_default(), value, anchor, root));
        out.push('"');
        rest = behind;
    }
    out.push_str(rest);
}

/// The value of an attribute.
fn changed(name: &str, value: &str, anchor: &str, root: &str) -> String {
    let own = |fragment: &str| format!("{anchor}-{fragment}");
    match name {
        "id" | "for" | "popovertarget" => own(value),
        "aria-labelledby" | "aria-describedby" | "aria-controls" | "headers" => {
            value.split_whitespace().map(own).collect::<Vec<_>>().join(" ")
        }
        "href" => address(value, anchor, root),
        _ => match value.strip_prefix("url(#") {
            Some(fragment) => format!("url(#{}", own(fragment)),
            None => value.replace(ROOT, root),
        },
    }
}

/// Where a link leads.
fn address(value: &str, anchor: &str, root: &str) -> String {
    if let Some(fragment) = value.strip_prefix('#') {
        return format!("#{anchor}-{fragment}");
    }
    let inside = value.strip_prefix(ROOT).unwrap_or(value);
    if inside.starts_with("assets/") {
        return format!("{root}{inside}");
    }
    match inside.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '#', '?']) => value.to_owned(),
        // A fragment that nothing has leaves the reader where she is.
        _ => format!("#{}", inside.replace('#', "-")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_an_examples_own_and_links_lead_nowhere() {
        let html = format!(
            "<h2 id=\"a\">1 < 2</h2><nav aria-labelledby=\"a b\"><a class=\"x>y\" href=\"{ROOT}p/q.html#r\">q</a> \
             <a href=\"#a\">a</a> <a href=\"mailto:a@b.c\">m</a> <a href=\"p.html\">p</a> \
             <img src=\"{ROOT}assets/i.svg\" alt=\"href\"><path fill=\"url(#a)\"/>"
        );
        let expected = "<h2 id=\"e-1-a\">1 < 2</h2><nav aria-labelledby=\"e-1-a e-1-b\"><a class=\"x>y\" href=\"#p/q.html-r\">q</a> \
             <a href=\"#e-1-a\">a</a> <a href=\"mailto:a@b.c\">m</a> <a href=\"#p.html\">p</a> \
             <img src=\"../assets/i.svg\" alt=\"href\"><path fill=\"url(#e-1-a)\"/>";
        assert_eq!(settled(&html, "e-1", "../"), expected);
    }
}
