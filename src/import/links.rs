//! The links and pictures of a text, rewritten to lead where they led: those of Markdown, of Obsidian, and addresses of references.

use super::files_kept::{FilesKept, TakenFile};
use super::notes::FileNotes;
use super::quiet::{Quiet, line_end};
use super::script::{Change, Script};
use super::shortcodes::{NAMED, encoded};
use super::targets::{Leads, Targets};
use foldhash::{HashMap, HashSet};
use std::ops::Range;

/// A link or picture as it is written.
#[derive(Debug, Clone)]
struct WrittenLink {
    /// All of it, with the `!` of a picture.
    whole: Range<usize>,
    label: Range<usize>,
    /// The address, in brackets `<…>` if it has some.
    address: Range<usize>,
    title: Option<Range<usize>>,
    /// Whether it stands in the label of another link.
    is_inner: bool,
}

/// Rewrites the links of the text of `page`.
pub(super) fn rewrite(
    script: &mut Script,
    page: usize,
    targets: &Targets<'_>,
    files: &mut FilesKept<'_>,
    notes: &mut FileNotes,
) {
    let text = script.text();
    let quiet = Quiet::of(text);
    let mut rewriter = LinkRewriter {
        script,
        text,
        page,
        targets,
        files,
        notes,
        changes: Vec::new(),
        gone: HashSet::default(),
        labels: HashMap::default(),
    };
    rewriter.definitions(&quiet);
    rewriter.all(&quiet);
    let changes = rewriter.changes;
    script.change(changes);
    drop_named(script, notes);
}

/// Takes away what still names a page as the tags of a generator do: no link stood around it.
fn drop_named(script: &mut Script, notes: &mut FileNotes) {
    let text = script.text();
    let mut changes: Vec<Change> = Vec::new();
    for (at, _) in text.match_indices(NAMED) {
        let rest = &text[at..];
        let end = rest.find([' ', '\n', ')', '>', '"', '\'']).unwrap_or(rest.len());
        notes.lost(
            "link",
            script.line(at),
            format!("no link stands around it: {}", &rest[NAMED.len()..end]),
        );
        changes.push((at..at + end, String::new()));
    }
    script.change(changes);
}

struct LinkRewriter<'a, 'f> {
    script: &'a Script,
    text: &'a str,
    page: usize,
    targets: &'a Targets<'a>,
    files: &'a mut FilesKept<'f>,
    notes: &'a mut FileNotes,
    changes: Vec<Change>,
    /// Labels of addresses that lead nowhere, in small letters.
    gone: HashSet<String>,
    /// Addresses by their labels in small letters.
    labels: HashMap<String, String>,
}

/// What becomes of the address of a link.
enum NewAddress {
    To(String),
    /// None, for this reason.
    Gone(&'static str),
}

impl LinkRewriter<'_, '_> {
    /// The new address of what an old one means.
    fn address(&mut self, address: &str, line: u32) -> NewAddress {
        match self.targets.find(self.page, address) {
            Leads::Web(address) => NewAddress::To(address.replace("%%", "%25%")),
            Leads::Own(path) => NewAddress::To(path.to_owned()),
            Leads::Here(fragment) if matches!(&*fragment, "" | "top" | "__top") => {
                NewAddress::Gone("it leads to the top of the page")
            }
            Leads::Here(fragment) => match self.targets.anchor(self.page, &fragment) {
                Some(id) => NewAddress::To(format!("#{id}")),
                None => NewAddress::Gone("the page has no such heading"),
            },
            Leads::Page(to, _) if self.targets.pages[to].is_held => {
                NewAddress::Gone("it leads to what is held back")
            }
            Leads::Page(to, fragment) => {
                let path = relative(
                    &self.targets.pages[self.page].out,
                    &self.targets.pages[to].out,
                );
                let Some(fragment) = fragment else { return NewAddress::To(path) };
                match self.targets.anchor(to, &fragment) {
                    Some(id) => NewAddress::To(format!("{path}#{id}")),
                    None => {
                        let words = format!(
                            "that page has no heading `#{fragment}`: the link leads to its beginning"
                        );
                        self.notes.tell("link", line, words);
                        NewAddress::To(path)
                    }
                }
            }
            Leads::File(file) => match self.files.take(&file) {
                TakenFile::Picture(address) | TakenFile::Document(address) => {
                    NewAddress::To(address)
                }
                TakenFile::Refused(why) => NewAddress::Gone(why),
            },
            Leads::Nowhere => NewAddress::Gone("it leads nowhere"),
        }
    }

    /// `[label]: address`
    fn definitions(&mut self, quiet: &Quiet) {
        let mut at = 0;
        while at < self.text.len() {
            let end = line_end(self.text, at);
            if quiet.end(at).is_none() {
                self.definition(at, end);
            }
            at = end + 1;
        }
    }

    fn definition(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let words = line.trim_start_matches([' ', '>', '\t']);
        if !words.starts_with('[') || words.starts_with("[^") {
            return;
        }
        let Some(close) = words.find("]:") else { return };
        let label = &words[1..close];
        let rest = words[close + 2..].trim_start();
        let address = rest.split_whitespace().next().unwrap_or_default();
        if label.contains(['[', ']']) || address.is_empty() {
            return;
        }
        let from = start + (line.len() - rest.len());
        let bare = address.trim_start_matches('<').trim_end_matches('>');
        self.labels.insert(label.to_lowercase(), bare.to_owned());
        match self.address(bare, self.script.line(start)) {
            NewAddress::To(new) if new == bare => {}
            NewAddress::To(new) => {
                self.notes.mapped("link");
                self.changes.push((from..from + address.len(), written(&new)));
            }
            NewAddress::Gone(why) => {
                self.notes.lost(
                    "link",
                    self.script.line(start),
                    format!("{why}: {bare}"),
                );
                self.gone.insert(label.to_lowercase());
                self.changes.push((start..end, String::new()));
            }
        }
    }

    /// Goes through the brackets of the text.
    fn all(&mut self, quiet: &Quiet) {
        let mut open: Vec<(usize, bool)> = Vec::new();
        let mut at = 0;
        while let Some(found) = quiet.next(self.text, at, b"[]<\n") {
            at = found + 1;
            let bytes = self.text.as_bytes();
            match bytes[found] {
                b'\n' => {
                    let next = &self.text[at..line_end(self.text, at)];
                    if next.trim().is_empty() {
                        open.clear();
                    }
                }
                b'<' => at = self.bare(found),
                b'[' if bytes.get(found + 1) == Some(&b'[') => match self.wiki(found) {
                    Some(end) => at = end,
                    None => open.push((found, false)),
                },
                b'[' => open.push((found, found > 0 && bytes[found - 1] == b'!')),
                _ => {
                    let Some((begin, is_picture)) = open.pop() else { continue };
                    let is_inner = open.last().is_some_and(|(last, _)| {
                        *last + 1 + usize::from(is_picture) >= begin && is_picture
                    });
                    at = self.bracket(begin, found, is_picture, is_inner).unwrap_or(at);
                }
            }
        }
    }

    /// `<scheme:…>`: an address that is not linked here is shown as code. Gives the byte to go on at.
    fn bare(&mut self, at: usize) -> usize {
        let line = &self.text[at + 1..line_end(self.text, at)];
        let Some(address) = line.split('>').next().filter(|it| it.len() < line.len())
        else {
            return at + 1;
        };
        let is_address = address.contains(':')
            && !address.contains([' ', '<', '"', '['])
            && !address.contains("x-page:");
        let scheme = address.split(':').next().unwrap_or_default();
        let is_scheme = scheme.len() > 1
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
        if !is_address || !is_scheme || self.text[..at].ends_with("](") {
            return at + 1;
        }
        let end = at + address.len() + 2;
        if self.targets.find(self.page, address) == Leads::Nowhere {
            self.changes.push((at..end, format!("`{address}`")));
        }
        end
    }

    /// Takes what ends with a bracket; gives the byte behind it where that is a link.
    fn bracket(
        &mut self,
        begin: usize,
        close: usize,
        is_picture: bool,
        is_inner: bool,
    ) -> Option<usize> {
        let start = begin - usize::from(is_picture);
        let label = begin + 1..close;
        let rest = &self.text[close + 1..];
        if rest.starts_with('(') {
            let (address, title, end) = destination(self.text, close + 2)?;
            let link = WrittenLink { whole: start..end, label, address, title, is_inner };
            match is_picture {
                true => self.picture(&link),
                false => self.link(&link),
            }
            return Some(end);
        }
        let (name, end) = match rest
            .strip_prefix('[')
            .and_then(|rest| rest.find(']').map(|end| &rest[..end]))
        {
            Some("") => (&self.text[label.clone()], close + 3),
            Some(name) => (name, close + 3 + name.len()),
            None => (&self.text[label.clone()], close + 1),
        };
        let key = name.to_lowercase();
        if let Some(address) = self.labels.get(&key).filter(|_| is_picture).cloned() {
            let line = self.script.line(start);
            let alt = self.text[label].trim();
            let put = self.pictured(&address, alt, None, line, is_inner);
            self.changes.push((start..end, put));
            return Some(end);
        }
        if self.gone.contains(&key) && !rest.starts_with(':') {
            self.changes.push((start..label.start, String::new()));
            self.changes.push((close..end, String::new()));
            return Some(end);
        }
        // The second pair of brackets may begin a link of its own.
        let is_link = self.text[end..].starts_with('(');
        Some(if is_link { close + 1 } else { end })
    }

    fn written_address(&self, link: &WrittenLink) -> String {
        let address = self.text[link.address.clone()].trim();
        let inner = address.strip_prefix('<').and_then(|inner| inner.strip_suffix('>'));
        inner.unwrap_or(address).to_owned()
    }

    fn link(&mut self, link: &WrittenLink) {
        let address = self.written_address(link);
        let line = self.script.line(link.whole.start);
        match self.address(&address, line) {
            NewAddress::To(new) => {
                self.notes.mapped("link");
                let label = &self.text[link.label.clone()];
                if label.trim().is_empty() {
                    let name = new
                        .rsplit(['/', '#'])
                        .find(|part| !part.is_empty())
                        .unwrap_or("link");
                    self.changes.push((link.label.clone(), name.replace(['[', ']'], "")));
                }
                let bare = self.text[link.address.clone()].trim();
                if written(&new) != bare {
                    self.changes.push((link.address.clone(), written(&new)));
                }
            }
            NewAddress::Gone(why) => {
                if !why.contains("the top") {
                    self.notes.lost(
                        "link",
                        line,
                        format!("{why}, so its words stand alone: {address}"),
                    );
                }
                self.changes.push((link.whole.start..link.label.start, String::new()));
                self.changes.push((link.label.end..link.whole.end, String::new()));
            }
        }
    }

    fn picture(&mut self, link: &WrittenLink) {
        let address = self.written_address(link);
        let line = self.script.line(link.whole.start);
        let alt = self.text[link.label.clone()].trim();
        // Obsidian writes the width behind the words, or nothing but the width.
        let is_size = |words: &str| {
            !words.is_empty() && words.chars().all(|c| c.is_ascii_digit() || c == 'x')
        };
        let alt = alt
            .rsplit_once('|')
            .filter(|(_, size)| is_size(size.trim()))
            .map_or(alt, |(alt, _)| alt.trim());
        let alt = if is_size(alt) { "" } else { alt };
        let title = link.title.clone().map(|title| self.text[title].to_owned());
        let put = self.pictured(&address, alt, title.as_deref(), line, link.is_inner);
        self.changes.push((link.whole.clone(), put));
    }

    /// What stands in the place of a picture.
    fn pictured(
        &mut self,
        address: &str,
        alt: &str,
        title: Option<&str>,
        line: u32,
        is_inner: bool,
    ) -> String {
        let (address, _) = address.split_once('#').unwrap_or((address, ""));
        let found = self.targets.find(self.page, address);
        let name = address.rsplit('/').find(|part| !part.is_empty()).unwrap_or("picture");
        let name = name.split('?').next().unwrap_or(name);
        let name =
            super::targets::decoded(name).replace(['[', ']', '*', '`', '<', '>'], "");
        let words = if alt.is_empty() { title.unwrap_or_default() } else { alt };
        let label = if words.is_empty() { name.as_str() } else { words };
        let linked = |to: &str| match is_inner {
            true => label.to_owned(),
            false => format!("[{label}]({})", written(to)),
        };
        match found {
            Leads::File(file) => match self.files.take(&file) {
                TakenFile::Picture(to) if words.trim().is_empty() => {
                    self.notes.lost(
                        "picture",
                        line,
                        format!("nothing says what it shows, so it is a link: {address}"),
                    );
                    linked(&to)
                }
                TakenFile::Picture(to) => {
                    self.notes.mapped("picture");
                    let title =
                        title.filter(|title| *title != words && !title.trim().is_empty());
                    let title = title.map_or(String::new(), |title| {
                        format!(" \"{}\"", title.replace('"', "'"))
                    });
                    format!("![{words}]({}{title})", written(&to))
                }
                TakenFile::Document(to) => {
                    self.notes.lost("picture", line, format!("it is no picture that browsers show, so it is a link: {address}"));
                    linked(&to)
                }
                TakenFile::Refused(why) => {
                    self.notes.lost("picture", line, format!("{why}: {address}"));
                    words.to_owned()
                }
            },
            Leads::Web(to) => {
                self.notes.lost(
                    "picture",
                    line,
                    format!("it lies elsewhere, so it is a link: {address}"),
                );
                linked(&to)
            }
            _ => {
                self.notes.lost(
                    "picture",
                    line,
                    format!("there is no such file: {address}"),
                );
                words.to_owned()
            }
        }
    }

    /// `[[target#heading|label]]` and `![[…]]`; gives the byte behind it.
    fn wiki(&mut self, at: usize) -> Option<usize> {
        let line_end = line_end(self.text, at);
        let inside = &self.text[at + 2..line_end];
        let inside = &inside[..inside.find("]]")?];
        if inside.trim().is_empty() || inside.starts_with('[') {
            return None;
        }
        let is_embed = at > 0 && self.text.as_bytes()[at - 1] == b'!';
        let whole = at - usize::from(is_embed)..at + 4 + inside.len();
        let line = self.script.line(at);
        let (target, label) = inside
            .split_once("\\|")
            .or_else(|| inside.split_once('|'))
            .unwrap_or((inside, ""));
        let (target, label) = (target.trim().trim_end_matches('\\'), label.trim());
        let put = match is_embed {
            true => self.embedded(target, label, line),
            false => self.wiki_link(target, label, line),
        };
        let end = whole.end;
        self.changes.push((whole, put));
        Some(end)
    }

    fn wiki_link(&mut self, target: &str, label: &str, line: u32) -> String {
        let (name, heading) = target.split_once('#').unwrap_or((target, ""));
        let shown = match (label.is_empty(), name.is_empty()) {
            (false, _) => label.to_owned(),
            (true, true) => heading.trim_start_matches('^').to_owned(),
            (true, false) => target.replace('#', " > ").replace(" > ^", " > "),
        };
        let shown = shown.replace(['[', ']'], "");
        let found = self.targets.named(self.page, target);
        let to = match found {
            Leads::Page(to, _) if self.targets.pages[to].is_held => {
                Err("it leads to what is held back")
            }
            Leads::Page(to, fragment) => {
                let path = relative(
                    &self.targets.pages[self.page].out,
                    &self.targets.pages[to].out,
                );
                let id = fragment
                    .as_deref()
                    .and_then(|fragment| self.targets.anchor(to, fragment));
                if let (Some(fragment), None) = (&fragment, id) {
                    self.notes.tell(
                        "link",
                        line,
                        format!("that page has no `#{fragment}`: [[{target}]]"),
                    );
                }
                Ok(id.map_or(path.clone(), |id| format!("{path}#{id}")))
            }
            Leads::Here(fragment) => match self.targets.anchor(self.page, &fragment) {
                Some(id) => Ok(format!("#{id}")),
                None => Err("the page has no such heading"),
            },
            Leads::File(file) => match self.files.take(&file) {
                TakenFile::Picture(to) | TakenFile::Document(to) => Ok(to),
                TakenFile::Refused(why) => Err(why),
            },
            _ => Err("no page is called so"),
        };
        match to {
            Ok(to) => {
                self.notes.mapped("wiki link");
                format!("[{shown}]({})", written(&to))
            }
            Err(why) => {
                self.notes.lost(
                    "wiki link",
                    line,
                    format!("{why}, so its words stand alone: [[{target}]]"),
                );
                shown
            }
        }
    }

    fn embedded(&mut self, target: &str, label: &str, line: u32) -> String {
        let is_size =
            !label.is_empty() && label.chars().all(|c| c.is_ascii_digit() || c == 'x');
        let alt = if is_size {
            ""
        } else {
            label.rsplit_once('|').map_or(label, |(alt, _)| alt)
        };
        if let Leads::File(file) =
            self.targets.named(self.page, target.split('#').next().unwrap_or(target))
        {
            let address = format!("{NAMED}{}", encoded(&file));
            let is_picture = matches!(self.files.take(&file), TakenFile::Picture(_));
            if is_picture {
                let name = target.rsplit('/').next().unwrap_or(target);
                let put = self.pictured(&address, alt, None, line, false);
                return put.replace(
                    &format!("[{}]", address.rsplit('/').next().unwrap_or_default()),
                    &format!("[{name}]"),
                );
            }
            return self.wiki_link(target, alt, line);
        }
        let words = format!("what it showed in place is a link now: ![[{target}]]");
        self.notes.lost("embed", line, words);
        self.wiki_link(target, alt, line)
    }
}

/// The address behind `](`, its title, and the byte behind the bracket that ends it.
fn destination(
    text: &str,
    from: usize,
) -> Option<(Range<usize>, Option<Range<usize>>, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    let skip = |mut at: usize| {
        while bytes.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\n' | b'\t')) {
            at += 1;
        }
        at
    };
    at = skip(at);
    let start = at;
    if bytes.get(at) == Some(&b'<') {
        let end = text[at..line_end(text, at)].find('>')?;
        at += end + 1;
    } else {
        let mut depth = 0_usize;
        loop {
            match bytes.get(at)? {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b'\\' => at += 1,
                b' ' | b'\n' | b'\t' => break,
                _ => {}
            }
            at += 1;
        }
    }
    let address = start..at.min(text.len());
    at = skip(at);
    let title = match bytes.get(at)? {
        b')' => None,
        mark @ (b'"' | b'\'' | b'(') => {
            let close = if *mark == b'(' { b')' } else { *mark };
            let end = memchr::memchr_iter(close, bytes.get(at + 1..)?)
                .map(|n| at + 1 + n)
                .take_while(|end| !text[at..*end].contains("\n\n"))
                .find(|end| {
                    bytes.get(skip(end + 1)) == Some(&b')') && bytes[end - 1] != b'\\'
                })?;
            let title = at + 1..end;
            at = skip(end + 1);
            Some(title)
        }
        _ => return unquoted(text, address, at),
    };
    (bytes.get(at) == Some(&b')')).then_some((address, title, at + 1))
}

/// An address with spaces in it, as some generators let them stand: all up to the bracket, where that is on this line.
fn unquoted(
    text: &str,
    address: Range<usize>,
    at: usize,
) -> Option<(Range<usize>, Option<Range<usize>>, usize)> {
    let end = at + text[at..line_end(text, at)].find(')')?;
    let words = &text[address.start..end];
    let is_file = words.rsplit_once('.').is_some_and(|(_, ending)| ending.len() < 5)
        && !words.contains(['"', '(']);
    is_file.then_some((address.start..end, None, end + 1))
}

/// An address as it stands in brackets.
fn written(address: &str) -> String {
    let is_bare = !address.contains([' ', '(', ')', '<', '>']);
    if is_bare {
        address.to_owned()
    } else {
        encoded(address).replace('<', "%3C").replace('>', "%3E")
    }
}

/// The path from one file to another.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let most = from.len().saturating_sub(1).min(to.len().saturating_sub(1));
    let common = (0..most).take_while(|n| from[*n] == to[*n]).count();
    let ups = from.len() - 1 - common;
    let path = format!("{}{}", "../".repeat(ups), to[common..].join("/"));
    // What stands for itself in an address has to be said otherwise.
    path.replace('%', "%25").replace('#', "%23").replace('?', "%3F")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_file_to_file() {
        assert_eq!(
            relative("content/articles/a.md", "content/pages/b c.md"),
            "../pages/b c.md"
        );
        assert_eq!(
            relative("content/index.md", "content/articles/x/y.md"),
            "articles/x/y.md"
        );
        assert_eq!(relative("content/a/x.md", "content/a/y.md"), "y.md");
    }

    #[test]
    fn addresses_may_have_brackets_titles_and_spaces() {
        let read = |text: &str| {
            let (address, title, end) = destination(text, 0)?;
            Some((
                text[address].to_owned(),
                title.map(|title| text[title].to_owned()),
                end,
            ))
        };
        assert_eq!(read("a(b)c \"T\") x"), Some(("a(b)c".into(), Some("T".into()), 10)));
        assert_eq!(read("<a b>)"), Some(("<a b>".into(), None, 6)));
        assert_eq!(read("my file.md)"), Some(("my file.md".into(), None, 11)));
        assert_eq!(read("a b"), None);
    }
}
