//! What the files of the crate name: every path in them, said from the root of the crate.
//!
//! A file is read as tokens, so comments and strings name nothing, and code in macros does.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// Segments of a path: `["model", "site", "Site"]`.
pub type Segments = Vec<String>;

/// One module: a file, or a `mod` with its own braces inside one.
#[derive(Default)]
struct Module {
    /// Below the root's folder.
    file: String,
    /// Whether it is compiled for tests only.
    is_test: bool,
    /// Names that `use` brings in, with what they stand for.
    imports: BTreeMap<String, Segments>,
    /// What is imported whole, as in `use super::*`.
    globs: Vec<(Segments, bool)>,
    /// What is defined here.
    items: BTreeSet<String>,
    /// Every path that is written here, with whether it is only handed on, by `pub use`.
    named: BTreeSet<(Segments, bool)>,
    /// The types and traits among what is defined here, each as often as it is.
    types: Vec<String>,
}

/// Something that a module names.
pub struct Use<'c> {
    /// The module that names it.
    pub by: &'c [String],
    /// Whether it is only handed on, by `pub use`.
    pub is_handed_on: bool,
    /// What is named, from the root of the crate, where it is defined and not where it is
    /// handed on.
    pub path: Segments,
    /// How many of the segments are modules.
    pub modules: usize,
}

impl fmt::Display for Use<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "`{}` uses `{}`", self.by.join("::"), self.path.join("::"))
    }
}

/// All modules of a crate.
#[derive(Default)]
pub struct Crate {
    modules: BTreeMap<Segments, Module>,
}

impl Crate {
    /// The crate of these files, as paths from its root's folder and texts.
    pub fn of<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut whole = Self::default();
        for (file, text) in files {
            let tokens = text.parse().unwrap_or_else(|e| panic!("{file}: {e}"));
            whole.walk(module_of(Path::new(file)), file, tokens);
        }
        whole.spread_tests();
        whole
    }

    /// A module in a module that is for tests only is so too.
    fn spread_tests(&mut self) {
        let tests: Vec<Segments> = (self.modules.iter())
            .filter(|(_, module)| module.is_test)
            .map(|(path, _)| path.clone())
            .collect();
        for (path, module) in &mut self.modules {
            module.is_test |= tests.iter().any(|test| path.starts_with(test));
        }
    }

    /// Adds a module and those that stand in it.
    fn walk(&mut self, path: Segments, file: &str, tokens: TokenStream) {
        let module = self.modules.entry(path.clone()).or_default();
        file.clone_into(&mut module.file);
        let mut reader = Reader::default();
        reader.read(tokens, true);
        let Reader { found, inner, macros } = reader;
        module.imports.extend(found.imports);
        module.globs.extend(found.globs);
        module.items.extend(found.items);
        module.named.extend(found.named);
        module.types.extend(found.types);
        for name in macros {
            let mut to = vec!["crate".to_owned()];
            to.extend(path.iter().cloned().chain([name.clone()]));
            self.modules.entry(Segments::new()).or_default().imports.insert(name, to);
        }
        for (name, is_test, body) in inner {
            let mut below = path.clone();
            below.push(name);
            self.modules.entry(below.clone()).or_default().is_test |= is_test;
            if let Some(body) = body {
                self.walk(below, file, body.stream());
            }
        }
    }

    /// Everything that any module names.
    pub fn uses(&self) -> impl Iterator<Item = Use<'_>> {
        self.modules.iter().flat_map(move |(by, module)| {
            let globs = module.globs.iter().chain(&module.named);
            globs.filter_map(move |(named, is_handed_on)| {
                let path = self.absolute(by, named, DEEPEST)?;
                let (path, modules) = self.settle(&path, DEEPEST)?;
                // A module by itself is no value, so a word alone that is its name is another thing's.
                if named.len() == 1 && modules == path.len() {
                    return None;
                }
                Some(Use { by, is_handed_on: *is_handed_on, path, modules })
            })
        })
    }

    /// The file that a module stands in.
    pub fn file(&self, module: &[String]) -> &str {
        &self.modules[module].file
    }

    /// The module that the file of a module is.
    pub fn module_of_file<'m>(&self, module: &'m [String]) -> &'m [String] {
        let file = self.file(module);
        let outer = |depth: &usize| {
            self.modules.get(&module[..*depth]).is_some_and(|outer| outer.file == file)
        };
        &module[..(0..=module.len()).find(outer).unwrap_or(module.len())]
    }

    /// Whether a module is compiled for tests only.
    pub fn is_test(&self, module: &[String]) -> bool {
        self.modules[module].is_test
    }

    /// Every type and trait that is defined outside of tests, with its file.
    pub fn types(&self) -> impl Iterator<Item = (&str, &str)> {
        let modules = self.modules.values().filter(|module| !module.is_test);
        modules.flat_map(|module| {
            module.types.iter().map(|name| (name.as_str(), module.file.as_str()))
        })
    }

    /// A path as said from the root; nothing of what is not of this crate.
    fn absolute(&self, by: &[String], path: &[String], most: usize) -> Option<Segments> {
        let (first, rest) = path.split_first()?;
        let mut start = by.to_vec();
        let rest = match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => rest,
            "super" => {
                let ups = path.iter().take_while(|segment| *segment == "super").count();
                start.truncate(start.len().checked_sub(ups)?);
                &path[ups..]
            }
            name => {
                start.push(name.to_owned());
                if !self.modules.contains_key(&start) {
                    start = self.look_up(by, name, most.checked_sub(1)?)?;
                }
                rest
            }
        };
        start.extend_from_slice(rest);
        Some(start)
    }

    /// What a name stands for that a module imports, by itself or with all of another.
    fn look_up(&self, by: &[String], name: &str, most: usize) -> Option<Segments> {
        let module = self.modules.get(by)?;
        if let Some(to) = module.imports.get(name) {
            return self.absolute(by, to, most);
        }
        if module.items.contains(name) {
            return None;
        }
        module.globs.iter().find_map(|(glob, _)| {
            let of = self.absolute(by, glob, most.checked_sub(1)?)?;
            let (of, _) = self.settle(&of, most.checked_sub(1)?)?;
            let known = self.modules.get(&of)?;
            let mut whole = of.clone();
            whole.push(name.to_owned());
            if known.items.contains(name) || self.modules.contains_key(&whole) {
                return Some(whole);
            }
            self.look_up(&of, name, most - 1)
        })
    }

    /// A path followed through what hands it on to where it is defined, with how many of its
    /// segments are modules.
    fn settle(&self, path: &[String], most: usize) -> Option<(Segments, usize)> {
        let most = most.checked_sub(1)?;
        let mut at = Segments::new();
        for (depth, segment) in path.iter().enumerate() {
            at.push(segment.clone());
            if self.modules.contains_key(&at) {
                continue;
            }
            at.pop();
            if let Some(mut to) = self.look_up(&at, segment, most) {
                to.extend_from_slice(&path[depth + 1..]);
                return self.settle(&to, most);
            }
            return Some((path.to_vec(), depth));
        }
        Some((path.to_vec(), path.len()))
    }
}

/// How many names may stand for one another before it is taken for a circle of names.
const DEEPEST: usize = 24;

/// The module of a file: `model/mod.rs` is `model`, `lib.rs` the root.
fn module_of(file: &Path) -> Segments {
    let mut path: Segments = (file.with_extension("").components())
        .map(|part| part.as_os_str().to_str().unwrap().to_owned())
        .collect();
    if matches!(path.last().map(String::as_str), Some("mod")) || path == ["lib"] {
        path.pop();
    }
    path
}

/// What is read of one module.
#[derive(Default)]
struct Reader {
    found: Module,
    /// The modules in it, with whether they are for tests only, and their bodies.
    inner: Vec<(String, bool, Option<Group>)>,
    /// Macros that the root of the crate hands on.
    macros: Vec<String>,
}

impl Reader {
    /// Reads tokens; `holds_items` where functions among them can be named from outside.
    fn read(&mut self, tokens: TokenStream, holds_items: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut attributes = String::new();
        let mut is_handed_on = false;
        let mut at = 0;
        while at < tokens.len() {
            let rest = &tokens[at..];
            let word = word(rest, 0);
            at += match (&rest[0], word.as_deref()) {
                (TokenTree::Punct(punct), _) if punct.as_char() == '#' => {
                    let mark = 1 + usize::from(is_punct(rest, 1, '!'));
                    attributes +=
                        &rest.get(mark).map(ToString::to_string).unwrap_or_default();
                    at += mark + 1;
                    continue;
                }
                (_, Some("pub")) => {
                    is_handed_on = true;
                    at +=
                        1 + usize::from(group(rest, 1, Delimiter::Parenthesis).is_some());
                    continue;
                }
                (_, Some("use")) if !is_punct(rest, 1, '<') => {
                    let end = (0..rest.len()).find(|end| is_punct(rest, *end, ';'));
                    let end = end.unwrap_or(rest.len());
                    self.import(&[], &rest[1..end], is_handed_on);
                    end
                }
                (_, Some("mod")) => {
                    let is_test = attributes.contains("cfg (test)");
                    if let Some(name) = self::word(rest, 1) {
                        let body = group(rest, 2, Delimiter::Brace).cloned();
                        self.inner.push((name, is_test, body));
                    }
                    3
                }
                (_, Some("macro_rules")) if is_punct(rest, 1, '!') => {
                    if attributes.contains("macro_export") {
                        self.macros.extend(self::word(rest, 2));
                    }
                    3
                }
                (_, Some("struct" | "enum" | "trait")) => {
                    let name = self::word(rest, 1);
                    self.found.items.extend(name.clone());
                    self.found.types.extend(name);
                    2
                }
                (_, Some("fn" | "const" | "static" | "type")) if holds_items => {
                    self.found.items.extend(self::word(rest, 1));
                    1
                }
                (_, Some(_)) => self.path(&tokens, at),
                (TokenTree::Group(body), _) => {
                    let is_macro = (1..=2).any(|back| {
                        at.checked_sub(back).is_some_and(|at| is_punct(&tokens, at, '!'))
                    });
                    self.read(body.stream(), holds_items && is_macro);
                    1
                }
                _ => 1,
            };
            attributes.clear();
            is_handed_on = false;
        }
    }

    /// Notes the path that begins at a place, if one does, and returns how long it is.
    fn path(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let is_behind =
            |mark| at.checked_sub(1).is_some_and(|at| is_punct(tokens, at, mark));
        let is_range = at.checked_sub(2).is_some_and(|at| is_punct(tokens, at, '.'));
        let goes_on = is_colons(tokens, at.wrapping_sub(2));
        let begins = !goes_on && (!is_behind('.') || is_range);
        let mut path: Segments = word(tokens, at).into_iter().collect();
        let mut end = at + 1;
        while is_colons(tokens, end) {
            let Some(next) = word(tokens, end + 2) else { break };
            path.push(next);
            end += 3;
        }
        if begins {
            self.found.named.insert((path, false));
        }
        end - at
    }

    /// Notes what a tree of `use` brings in.
    fn import(&mut self, of: &[String], tree: &[TokenTree], is_handed_on: bool) {
        if is_colons(tree, 0) {
            return;
        }
        let mut path = of.to_vec();
        let mut name = None;
        for (at, token) in tree.iter().enumerate() {
            match token {
                TokenTree::Ident(word) if word == "as" => {
                    name = self::word(tree, at + 1);
                    break;
                }
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    for part in
                        inner.split(|token| is_punct(std::slice::from_ref(token), 0, ','))
                    {
                        self.import(&path, part, is_handed_on);
                    }
                    return;
                }
                TokenTree::Punct(punct) if punct.as_char() == '*' => {
                    self.found.globs.push((path, is_handed_on));
                    return;
                }
                _ => {}
            }
        }
        if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
            path.pop();
        }
        let Some(last) = path.last() else { return };
        let name = name.unwrap_or_else(|| last.clone());
        self.found.named.insert((path.clone(), is_handed_on));
        self.found.imports.insert(name, path);
    }
}

fn word(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

fn is_punct(tokens: &[TokenTree], at: usize, mark: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let is_joint = matches!(tokens.get(at),
        Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint);
    is_joint && is_punct(tokens, at, ':') && is_punct(tokens, at + 1, ':')
}

fn group(tokens: &[TokenTree], at: usize, form: Delimiter) -> Option<&Group> {
    match tokens.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == form => Some(group),
        _ => None,
    }
}
