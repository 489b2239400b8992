//! What becomes of tags of other generators: pictures, links, alerts, headings, code; what is unknown is kept in a comment.

use super::notes::FileNotes;
use super::quiet::{Quiet, line_end, line_start};
use super::script::{Change, Script};
use super::tag::{ForeignTag, TagFamily, tags};
use crate::markdown::is_alert;
use std::collections::BTreeMap;
use std::ops::Range;

/// What becomes of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mapping {
    /// What it holds stands alone.
    Unwrap,
    /// It goes, with all that it holds.
    Drop,
    /// An alert of this kind, or of the one that the tag names.
    Alert(String),
    /// Words that unfold.
    Fold,
    /// A quotation.
    Quote,
    /// A block of code in this language, or in the one that the tag names.
    Fence(String),
    /// What it holds stands below a heading.
    Heading,
    /// A picture.
    Picture,
    /// A link to this address, in which `{}` stands for the first value of the tag; to the address it names where it is empty.
    Link(String),
    /// A link's address, as that of the page it names.
    Address,
    /// These words, in which `{}` stands for the first value of the tag.
    Words(String),
}

impl Mapping {
    /// A mapping as its writer writes it: `unwrap`, `alert:note`, `link:https://example.org/{}`.
    pub fn read(text: &str) -> Option<Self> {
        let (name, of) = text.split_once(':').unwrap_or((text, ""));
        let of = of.trim().to_owned();
        Some(match name.trim() {
            "unwrap" => Mapping::Unwrap,
            "drop" => Mapping::Drop,
            "alert" => Mapping::Alert(of),
            "fold" => Mapping::Fold,
            "quote" => Mapping::Quote,
            "fence" | "code" => Mapping::Fence(of),
            "heading" => Mapping::Heading,
            "picture" | "figure" => Mapping::Picture,
            "link" => Mapping::Link(of),
            "ref" => Mapping::Address,
            "text" => Mapping::Words(of),
            _ => return None,
        })
    }
}

/// What the writer says becomes of tags, by their names.
pub type Mappings = BTreeMap<String, Mapping>;

/// What a page knows that its tags may ask for.
pub(super) struct TagContext<'c> {
    pub(super) mappings: &'c Mappings,
    /// The value of a variable.
    pub(super) variable: &'c dyn Fn(&str) -> Option<String>,
}

/// The scheme of an address that names a page as the tags of a generator do, until links are rewritten.
pub(super) const NAMED: &str = "x-page:";

/// Rewrites the tags of a text.
pub(super) fn rewrite(
    script: &mut Script,
    context: &TagContext<'_>,
    notes: &mut FileNotes,
) {
    let text = script.text();
    let quiet = Quiet::of(text);
    let found = tags(text, &quiet);
    let mut rewriter = TagRewriter { script, text, context, notes, changes: Vec::new() };
    let mut gone = 0;
    for tag in &found {
        if tag.at.start >= gone && rewriter.take(tag) {
            gone = tag.whole().end;
        }
    }
    let changes = rewriter.changes;
    script.change(changes);
}

struct TagRewriter<'a> {
    script: &'a Script,
    text: &'a str,
    context: &'a TagContext<'a>,
    notes: &'a mut FileNotes,
    changes: Vec<Change>,
}

impl TagRewriter<'_> {
    /// Rewrites a tag; whether what it holds is done with.
    fn take(&mut self, tag: &ForeignTag) -> bool {
        let sort = sort(tag.family);
        if tag.name.starts_with('/') || tag.name == "/" {
            self.changes.push((tag.at.clone(), String::new()));
            return false;
        }
        if tag.family == TagFamily::Output && !tag.inside.contains('(') {
            return self.variable(tag);
        }
        let mapping =
            self.context.mappings.get(&tag.name).cloned().or_else(|| usual(tag));
        let done = mapping.and_then(|mapping| self.map(tag, &mapping));
        if let Some(is_whole) = done {
            self.notes.mapped(sort);
            return is_whole;
        }
        self.keep(tag, sort)
    }

    fn variable(&mut self, tag: &ForeignTag) -> bool {
        let value = variable(&tag.inside, self.context.variable);
        match value {
            Some(value) => {
                self.notes.mapped("variable");
                self.changes.push((tag.at.clone(), value));
            }
            None => {
                self.keep(tag, "variable");
            }
        }
        false
    }

    /// What is not understood stays for its writer, in a comment. Of what chooses or repeats its words nobody knows which
    /// stand, so these are kept with it.
    fn keep(&mut self, tag: &ForeignTag, sort: &'static str) -> bool {
        let is_control = tag.family == TagFamily::Statement
            && CONTROL.contains(&tag.name.as_str())
            && tag.end.is_some();
        let holds_choice = |content: Range<usize>| {
            tag.name != "if" && tag.name != "unless"
                || self.text[content].contains("{% els")
        };
        let is_whole = is_control && tag.content().is_some_and(holds_choice);
        let at = if is_whole { tag.whole() } else { tag.at.clone() };
        let line = self.script.line(tag.at.start);
        self.notes.lost(
            sort,
            line,
            format!("kept in a comment: {}", &self.text[at.clone()]),
        );
        self.changes.extend(in_comment(self.text, &at));
        if !is_whole && let Some(end) = &tag.end {
            self.changes.push((end.clone(), String::new()));
        }
        is_whole
    }

    /// Makes what a mapping says of a tag; none where the tag lacks what that needs.
    fn map(&mut self, tag: &ForeignTag, mapping: &Mapping) -> Option<bool> {
        match mapping {
            Mapping::Unwrap => self.unwrap(tag),
            Mapping::Drop => {
                let line = self.script.line(tag.at.start);
                if tag.end.is_some() {
                    self.notes.tell("left out", line, &self.text[tag.whole()]);
                }
                self.changes.push((tag.whole(), String::new()));
                return Some(true);
            }
            Mapping::Alert(kind) => return self.alert(tag, kind),
            Mapping::Fold => {
                let title = self.title(tag).unwrap_or_default();
                self.quoted(tag, &format!("[!details]- {title}"))?;
            }
            Mapping::Quote => self.quoted(tag, "")?,
            Mapping::Fence(language) => {
                let content = tag.content()?;
                let named =
                    tag.named(&["lang", "language"]).or(tag.nth(0)).unwrap_or_default();
                let language = if language.is_empty() { named } else { language };
                let code = fenced(&self.text[content], language);
                self.changes.push((tag.whole(), code));
                return Some(true);
            }
            Mapping::Heading => {
                let title = self.title(tag).or(tag.named(&["value", "id"]))?;
                self.changes.push((tag.at.clone(), format!("\n\n#### {title}\n\n")));
                self.close(tag, "\n\n");
            }
            Mapping::Picture => {
                let picture = picture(tag)?;
                self.changes.push((tag.at.clone(), picture));
                self.close(tag, "");
            }
            Mapping::Link(address) => return self.link(tag, address),
            Mapping::Address => {
                let of = tag.named(&["path", "to", "page"]).or(tag.nth(0))?;
                let of = if tag.name == "post_url" {
                    format!("post/{of}")
                } else {
                    of.to_owned()
                };
                self.changes.push((tag.at.clone(), format!("{NAMED}{}", encoded(&of))));
            }
            Mapping::Words(words) => {
                let first =
                    tag.nth(0).or(tag.values.first().map(|(_, value)| value.as_str()));
                let words = words.replace("{}", first.unwrap_or_default());
                self.changes.push((tag.at.clone(), words));
                self.close(tag, "");
            }
        }
        Some(false)
    }

    fn close(&mut self, tag: &ForeignTag, put: &str) {
        if let Some(end) = &tag.end {
            self.changes.push((end.clone(), put.to_owned()));
        }
    }

    fn unwrap(&mut self, tag: &ForeignTag) {
        self.changes.push((tag.at.clone(), String::new()));
        self.close(tag, "");
    }

    fn title<'t>(&self, tag: &'t ForeignTag) -> Option<&'t str> {
        tag.named(&["title", "header", "label", "summary", "name", "heading", "tabName"])
            .or(tag.nth(0))
    }

    /// An alert: of the kind that the mapping names, the tag names, or the tag is called.
    fn alert(&mut self, tag: &ForeignTag, kind: &str) -> Option<bool> {
        let named = tag.named(&[
            "type", "style", "kind", "variant", "context", "color", "level", "class",
        ]);
        let first = tag.nth(0).filter(|word| is_alert(word));
        let own = (!kind.is_empty()).then_some(kind);
        let kind =
            own.or(named.filter(|word| is_alert(word))).or(first).unwrap_or("note");
        let title = tag.named(&["title", "header", "heading"]).or_else(|| {
            let unnamed = tag.nth(usize::from(first.is_some()));
            unnamed.filter(|words| !words.contains('<') && own != Some(*words))
        });
        let head = format!("[!{kind}] {}", title.unwrap_or_default());
        if tag.end.is_some() {
            self.quoted(tag, head.trim_end())?;
            return Some(false);
        }
        let words = tag.named(&["content", "text", "body", "message"])?;
        let words = words.replace('\n', "\n> ");
        self.changes
            .push((tag.at.clone(), format!("\n\n> {}\n> {words}\n\n", head.trim_end())));
        Some(true)
    }

    /// What a tag holds with `> ` before each line, below a first line.
    fn quoted(&mut self, tag: &ForeignTag, head: &str) -> Option<()> {
        let (content, end) = (tag.content()?, tag.end.clone()?);
        self.changes.extend(in_quotation(self.text, &tag.at, &content, &end, head));
        Some(())
    }

    fn link(&mut self, tag: &ForeignTag, address: &str) -> Option<bool> {
        let id = tag
            .named(&["id", "url", "href", "to", "link", "src", "path", "video"])
            .or(tag.nth(0))?;
        let is_address = id.contains("://") || id.starts_with(['/', '.', '#']);
        let second = tag.named(&["user", "username"]).map(|user| (user, id));
        let address = match (is_address || address.is_empty(), second) {
            (true, _) => id.to_owned(),
            (false, Some((user, id))) => {
                address.replace("{user}", user).replace("{}", id)
            }
            (false, None) => {
                let two = tag.nth(1).filter(|_| address.contains("{user}"));
                let (user, id) = two.map_or(("i/web", id), |second| (id, second));
                address.replace("{user}", user).replace("{}", id)
            }
        };
        let title = tag.named(&["title", "label", "text", "name", "caption"]);
        if let Some(content) =
            tag.content().filter(|it| !self.text[it.clone()].trim().is_empty())
        {
            let is_inline = !self.text[content].contains("\n\n");
            let (open, close) = match is_inline {
                true => ("[".to_owned(), format!("](<{address}>)")),
                false => (
                    String::new(),
                    format!("\n\n[{}](<{address}>)\n\n", title.unwrap_or(&address)),
                ),
            };
            self.changes.push((tag.at.clone(), open));
            self.close(tag, &close);
            return Some(false);
        }
        let label = title.map_or_else(|| format!("{}: {id}", tag.name), str::to_owned);
        self.changes.push((
            tag.whole(),
            format!("[{}](<{address}>)", label.replace(['[', ']'], "")),
        ));
        Some(true)
    }
}

/// The changes by which what stands between two tags becomes a quotation with a first line.
pub(super) fn in_quotation(
    text: &str,
    open: &Range<usize>,
    content: &Range<usize>,
    end: &Range<usize>,
    head: &str,
) -> Vec<Change> {
    let start = line_start(text, open.start);
    let before = &text[start..open.start];
    let lead: String = before.chars().map(|c| if c == '>' { '>' } else { ' ' }).collect();
    let is_alone = before.trim_matches(['>', ' ', '\t']).is_empty();
    let lead = if is_alone { before } else { &lead };
    let mut first = if is_alone { String::new() } else { format!("\n\n{lead}") };
    let behind = &text[open.end..line_end(text, open.end).min(content.end)];
    if !head.is_empty() {
        first.push_str(&format!("> {head}"));
    }
    if !behind.trim().is_empty() {
        first.push_str(if head.is_empty() { "> " } else { "\n" });
        if !head.is_empty() {
            first.push_str(&format!("{lead}> "));
        }
    }
    let mut changes = vec![(open.clone(), first)];
    let mut at = line_end(text, open.end) + 1;
    while at < content.end {
        let line = &text[at..line_end(text, at)];
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let own = lead.len().min(indent);
        let is_quoted = lead.contains('>') && line.starts_with(lead);
        let own = if is_quoted { lead.len() } else { own };
        let put = at + own;
        if put <= content.end {
            // White space before the tag that ends it would make code of nothing.
            changes.push((put..put, "> ".to_owned()));
        }
        at = line_end(text, at) + 1;
    }
    changes.push((end.clone(), "\n\n".to_owned()));
    changes
}

/// Tags that choose, repeat or set something.
const CONTROL: [&str; 12] = [
    "for",
    "if",
    "unless",
    "case",
    "capture",
    "tablerow",
    "macro",
    "block",
    "set",
    "call",
    "filter",
    "ifchanged",
];

fn sort(family: TagFamily) -> &'static str {
    match family {
        TagFamily::Shortcode | TagFamily::Output => "shortcode",
        TagFamily::Statement => "tag",
        TagFamily::Component => "component",
    }
}

/// A comment that holds what its writer should see, on one line, with nothing in it that would end it or begin another.
pub(super) fn comment(text: &str) -> String {
    let signs = [
        ("--", "- -"),
        ("{{", "{ {"),
        ("}}", "} }"),
        ("{%", "{ %"),
        ("%%", "% %"),
        ("{/*", "{ /*"),
        ("{#", "{ #"),
        ("<%", "< %"),
    ];
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words =
        signs.iter().fold(words, |words, (sign, apart)| words.replace(sign, apart));
    format!("<!-- {words} -->")
}

/// The changes by which a part of a text is kept in a comment. Where a line begins with one, Markdown takes all of it for HTML, so
/// it stands behind the words then.
pub(super) fn in_comment(text: &str, at: &Range<usize>) -> Vec<Change> {
    let words = comment(&text[at.clone()]);
    let before = &text[line_start(text, at.start)..at.start];
    let end = line_end(text, at.end);
    let is_first = before.chars().all(|c| !c.is_alphanumeric() || c.is_ascii_digit());
    let is_table = before.contains('|');
    match is_first && !is_table && !text[at.end..end].trim().is_empty() {
        true => vec![(at.clone(), String::new()), (end..end, format!(" {words}"))],
        false => vec![(at.clone(), words)],
    }
}

/// An address without what would end it.
pub(super) fn encoded(address: &str) -> String {
    address
        .replace(' ', "%20")
        .replace('(', "%28")
        .replace(')', "%29")
        .replace('"', "%22")
}

/// A block of code.
pub(super) fn fenced(code: &str, language: &str) -> String {
    let code = code.trim_matches('\n').trim_end();
    let rows = code
        .lines()
        .map(|line| line.trim_start().bytes().take_while(|b| *b == b'`').count());
    let width = rows.max().unwrap_or_default().max(2) + 1;
    let fence = "`".repeat(width);
    let language = language.split([' ', ',', '{']).next().unwrap_or_default();
    format!("\n{fence}{language}\n{code}\n{fence}\n")
}

fn picture(tag: &ForeignTag) -> Option<String> {
    let names = [
        "src",
        "url",
        "image_path",
        "path",
        "file",
        "image",
        "img",
        "filename",
        "imageName",
        "light",
        "srcset",
    ];
    let unnamed = || tag.nth(usize::from(tag.name.starts_with("include")));
    let address = tag.named(&names).or_else(unnamed)?;
    let caption = tag.named(&["caption", "title"]);
    let alt = tag.named(&["alt"]).or(caption).unwrap_or_default();
    let alt = plain(alt);
    let title = caption.map(plain).filter(|title| *title != alt);
    let title =
        title.map_or(String::new(), |title| format!(" \"{}\"", title.replace('"', "'")));
    Some(format!("![{alt}](<{}>{title})", address.replace(['<', '>'], "")))
}

/// Words without marks, in one line.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(['[', ']', '*', '`'], "")
}

/// What is usually meant by a tag of this name.
fn usual(tag: &ForeignTag) -> Option<Mapping> {
    let name = match tag.name.as_str() {
        // What is included is called as the tags are that do the same.
        "include" | "include_cached" | "include_relative" => {
            let file = tag.nth(0)?.rsplit('/').next().unwrap_or_default();
            file.split('.').next().unwrap_or_default().to_owned()
        }
        name => name.rsplit(['/', ':']).next().unwrap_or(name).to_owned(),
    };
    let key: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let link = |address: &str| Some(Mapping::Link(address.to_owned()));
    Some(match key.as_str() {
        "figure" | "img" | "image" | "picture" | "assetimg" | "photo" | "lightbox"
        | "imgproc" | "resizeimage" | "themedimage" | "figuregroup"
        | "responsiveimage" | "imagecaption" => Mapping::Picture,
        "ref" | "relref" | "posturl" | "geturl" | "internallink" | "xref" => {
            Mapping::Address
        }
        "link" if tag.family == TagFamily::Statement => Mapping::Address,
        "link" | "button" | "btn" | "card" | "linkcard" | "doccard" | "cta"
        | "linkbutton" => Mapping::Link(String::new()),
        "youtube" | "youtubelite" | "liteyoutube" | "yt" => {
            return link("https://www.youtube.com/watch?v={}");
        }
        "vimeo" => return link("https://vimeo.com/{}"),
        "tweet" | "twitter" | "x" | "twittersimple" | "xsimple" => {
            return link("https://x.com/{user}/status/{}");
        }
        "gist" => return link("https://gist.github.com/{user}/{}"),
        "instagram" | "instagramsimple" => {
            return link("https://www.instagram.com/p/{}/");
        }
        "codepen" => return link("https://codepen.io/{user}/pen/{}"),
        "asciinema" => return link("https://asciinema.org/a/{}"),
        "video" | "audio" | "iframe" | "embed" | "mp4" | "soundcloud" | "spotify"
        | "bilibili" | "pdf" => Mapping::Link(String::new()),
        "highlight" | "codeblock" | "code" | "sourcecode" => {
            Mapping::Fence(String::new())
        }
        "mermaid" => Mapping::Fence("mermaid".to_owned()),
        "katex" | "math" | "latex" | "tex" => Mapping::Fence("math".to_owned()),
        "hint" | "alert" | "callout" | "admonition" | "notice" | "notification"
        | "message" | "infobox" | "alertbox" | "aside" | "pageinfo" => {
            Mapping::Alert(String::new())
        }
        "details" | "expand" | "collapse" | "collapsible" | "accordion"
        | "accordionitem" | "spoiler" | "toggle" => Mapping::Fold,
        "quote" | "blockquote" | "pullquote" | "epigraph" => Mapping::Quote,
        "tab" | "tabitem" | "codetab" | "tabpanel" => Mapping::Heading,
        "tabs" | "tabpane" | "tabgroup" | "codetabs" | "raw" | "rawhtml" | "html"
        | "verbatim" | "columns" | "column" | "col" | "row" | "grid" | "div"
        | "section" | "center" | "cards" | "cardgroup" | "steps" | "step"
        | "fragment" | "span" | "block" | "blocks" | "wrapper" | "lead" | "cardpane"
        | "markdown" | "md" | "" => Mapping::Unwrap,
        "toc" | "toctree" | "clear" | "clearfix" | "adsense" | "ads" | "br" | "break"
        | "pagebreak" | "tocinline" | "hr" => Mapping::Drop,
        // Of notes to oneself the quiet parts of a text know.
        "comment" | "hidden" | "private" | "draft" | "internal" | "ignore"
        | "unpublished"
            if tag.end.is_some() =>
        {
            Mapping::Drop
        }
        key if is_alert(key) => Mapping::Alert(key.to_owned()),
        _ => return None,
    })
}

/// The value of `site.title | filter`, or of a word in quotes.
fn variable(inside: &str, of: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut parts = inside.split('|').map(str::trim);
    let first = parts.next()?;
    let literal = first.len() > 1
        && (first.starts_with('"') && first.ends_with('"')
            || first.starts_with('\'') && first.ends_with('\''));
    let mut value = match literal {
        true => first[1..first.len() - 1].to_owned(),
        false => of(first)?,
    };
    for filter in parts {
        let name = filter.split([':', ' ', '(']).next().unwrap_or_default();
        match name {
            "relative_url" | "absolute_url" | "relURL" | "absURL" | "escape"
            | "xml_escape" | "safe" | "url" => {}
            "prepend" | "append" => {
                let of = filter.split_once(':')?.1.trim();
                let other = variable(of, &|name| match name {
                    "site.baseurl" | "site.url" => Some(String::new()),
                    _ => None,
                })?;
                value = if name == "append" { value + &other } else { other + &value };
            }
            "upcase" => value = value.to_uppercase(),
            "downcase" => value = value.to_lowercase(),
            _ => return None,
        }
    }
    Some(value)
}

/// Takes what generators do with code before the Markdown is read: `{% raw %}`, `{% highlight %}`, and shortcodes that are
/// shown and not run.
pub(super) fn verbatim(script: &mut Script, notes: &mut FileNotes) {
    let mut changes: Vec<Change> = Vec::new();
    let text = script.text();
    let quiet = Quiet::of(text);
    let mut at = 0;
    while let Some(found) =
        memchr::memchr(b'{', text.as_bytes().get(at..).unwrap_or_default())
    {
        let start = at + found;
        let rest = &text[start..];
        at = start + 1;
        let Some(close) = rest.find('}').map(|end| start + end + 1) else { break };
        if let Some(shown) =
            ["{{</*", "{{%/*"].iter().find(|sign| rest.starts_with(**sign))
        {
            let sign = shown.as_bytes()[2] as char;
            let end = if sign == '<' { "*/>}}" } else { "*/%}}" };
            let Some(end_at) = rest.find(end) else { continue };
            let tag = rest[shown.len()..end_at].trim();
            let other = if sign == '<' { '>' } else { '%' };
            let shown = format!("{{{{{sign} {tag} {other}}}}}");
            let is_code = quiet.end(start).is_some();
            let shown = if is_code { shown } else { format!("`{shown}`") };
            changes.push((start..start + end_at + end.len(), shown));
            at = start + end_at + end.len();
            continue;
        }
        let inside = text[start..close].trim_matches(['{', '}', '%', '-', '<', '>', ' ']);
        let name = inside.split_whitespace().next().unwrap_or_default();
        let end = match (rest.as_bytes().get(1), name) {
            (Some(b'%'), "raw" | "highlight" | "verbatim" | "codeblock") => {
                format!("end{name}")
            }
            (Some(b'{'), "highlight") => "/highlight".to_owned(),
            _ => continue,
        };
        let Some((inner, behind)) = end_of(text, close, &end) else { continue };
        // A tag of Hugo's ends with two braces.
        let open_end = close + usize::from(text[close..].starts_with('}'));
        if name == "raw" || name == "verbatim" {
            changes.push((start..open_end, String::new()));
            changes.push((inner..behind, String::new()));
            let mut from = open_end;
            while let Some(brace) =
                quiet.next(text, from, b"{").filter(|brace| *brace < inner)
            {
                changes.push((brace..brace, "\\".to_owned()));
                from = brace + 1;
            }
        } else {
            let language = inside.split_whitespace().nth(1).unwrap_or_default();
            let code = text.get(open_end..inner).unwrap_or_default();
            changes
                .push((start..behind, fenced(code, language.trim_matches(['"', '\'']))));
        }
        notes.mapped("code");
        at = behind;
    }
    script.change(changes);
}

/// Where the tag `end` stands behind `from`: its first byte, and the byte behind it.
fn end_of(text: &str, from: usize, end: &str) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let found =
            at + memchr::memmem::find(text.as_bytes().get(at..)?, end.as_bytes())?;
        let before = text[from..found].trim_end_matches(['-', ' ', '<']);
        let before = before.strip_suffix('%').unwrap_or(before);
        let open = from + before.len();
        at = found + end.len();
        let open = open - before.bytes().rev().take_while(|byte| *byte == b'{').count();
        let close = text[at..].find('}').map(|n| at + n + 1)?;
        if text[open..].starts_with('{') && text[at..close].len() < 8 {
            return Some((open, close + usize::from(text[close..].starts_with('}'))));
        }
    }
}
