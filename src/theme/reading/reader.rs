//! Reading templates for what they do with what they are given.

use super::library::{Component, Parameter, TemplateLibrary, dotted};
use super::tokens::{TemplateTag, Token, closing, split};
use super::{Plan, Usage};
use Token::{Number, Sign, Text, Word};
use std::collections::BTreeMap;
use std::rc::Rc;

impl<'t> TemplateLibrary<'t> {
    /// What the page template `name` does with the fields of its view; none where that can't be told.
    /// `shows` gives the number of a component's plan.
    pub(in crate::theme) fn page(
        &self,
        name: &str,
        shows: &mut dyn FnMut(&str) -> usize,
    ) -> Option<Plan> {
        let mut reader = UsageReader::new(self, shows);
        let scope = NameScope { view: true, ..NameScope::default() };
        // The way to the root is part of much that a template doesn't write itself.
        let page = reader.field(0, "page");
        let root = reader.field(page, "root");
        reader.uses[root].written = true;
        reader.settle(scope, |reader, scope| reader.template(name, scope, 0))
    }

    /// What the component `name` does with a card it shows.
    pub(in crate::theme) fn card(
        &self,
        name: &str,
        shows: &mut dyn FnMut(&str) -> usize,
    ) -> Option<Plan> {
        let known = self.components(name)?;
        let reader = UsageReader::new(self, shows);
        reader.settle(NameScope::default(), |reader, _| {
            let given = |parameter: Parameter<'_>| match parameter.name {
                "of" => ValueSet::node(0),
                _ => ValueSet::default(),
            };
            known.iter().try_for_each(|one| {
                let parameters = one.parameters.iter().copied();
                let bound = parameters.map(|one| (one.name, given(one))).collect();
                reader.component(
                    one,
                    NameScope { bound, ..NameScope::default() },
                    false,
                    0,
                )
            })
        })
    }
}

/// Why there is no plan.
struct Unknown;

type Read<T> = Result<T, Unknown>;

/// How often a template is read, until what it sets is known everywhere.
const ROUNDS: usize = 5;

/// How deep components may call each other.
const DEPTH: usize = 12;

/// What a name or an expression stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct ValueSet {
    /// Values of the view, any of which it may be.
    nodes: Vec<usize>,
    /// Whether it may be made of texts that are only shown.
    made: bool,
}

impl ValueSet {
    fn node(node: usize) -> Self {
        ValueSet { nodes: vec![node], made: false }
    }

    fn made() -> Self {
        ValueSet { nodes: Vec::new(), made: true }
    }

    fn or(mut self, other: ValueSet) -> Self {
        for node in other.nodes {
            if !self.nodes.contains(&node) {
                self.nodes.push(node);
            }
        }
        self.made |= other.made;
        self
    }
}

/// The names that are known at one place.
#[derive(Debug, Clone, Default)]
struct NameScope<'t> {
    /// Loops' variables and parameters, the innermost last.
    bound: Vec<(&'t str, ValueSet)>,
    /// What is `set` anywhere: it may be seen anywhere, and hides what else has its name only once
    /// it is reached.
    set: BTreeMap<&'t str, ValueSet>,
    /// Whether other names are fields of the view.
    view: bool,
    /// Where the component is called that is read here.
    outer: Option<Rc<NameScope<'t>>>,
}

impl<'t> NameScope<'t> {
    fn bind(&mut self, name: &'t str, known: ValueSet) {
        self.bound.push((name, known));
    }
}

struct UsageReader<'l, 't> {
    library: &'l TemplateLibrary<'t>,
    shows: &'l mut dyn FnMut(&str) -> usize,
    uses: Vec<Usage>,
}

impl<'l, 't> UsageReader<'l, 't> {
    fn new(
        library: &'l TemplateLibrary<'t>,
        shows: &'l mut dyn FnMut(&str) -> usize,
    ) -> Self {
        UsageReader { library, shows, uses: vec![Usage::default()] }
    }

    /// Reads until nothing new is found.
    fn settle(
        mut self,
        mut scope: NameScope<'t>,
        mut read: impl FnMut(&mut Self, &mut NameScope<'t>) -> Read<()>,
    ) -> Option<Plan> {
        for _ in 0..ROUNDS {
            let before = (self.uses.clone(), scope.set.clone());
            read(&mut self, &mut scope).ok()?;
            if before == (self.uses.clone(), scope.set.clone()) {
                return Some(self.plan());
            }
        }
        None
    }

    fn plan(mut self) -> Plan {
        for node in 0..self.uses.len() {
            let one = &self.uses[node];
            let structured = one.counted || one.each.is_some() || !one.fields.is_empty();
            if one.cards.is_some() && (structured || one.links || one.written) {
                self.uses[node].whole = true;
            } else if one.links && structured {
                // What `links` takes of each.
                let each = self.each(node);
                let html = self.field(each, "html");
                self.uses[html].written = true;
                self.uses[node].links = false;
            }
            let one = &mut self.uses[node];
            if one.whole {
                (one.links, one.cards) = (false, None);
            }
        }
        Plan { usages: self.uses }
    }

    fn new_use(&mut self) -> usize {
        self.uses.push(Usage::default());
        self.uses.len() - 1
    }

    fn field(&mut self, of: usize, name: &str) -> usize {
        let fields = &self.uses[of].fields;
        if let Some((_, known)) = fields.iter().find(|(known, _)| **known == *name) {
            return *known;
        }
        let new = self.new_use();
        self.uses[of].fields.push((name.into(), new));
        new
    }

    fn each(&mut self, of: usize) -> usize {
        if let Some(each) = self.uses[of].each {
            return each;
        }
        let new = self.new_use();
        self.uses[of].each = Some(new);
        new
    }

    /// A template with those it extends; what these have is read first.
    fn template(
        &mut self,
        name: &str,
        scope: &mut NameScope<'t>,
        depth: usize,
    ) -> Read<()> {
        if depth > DEPTH {
            return Err(Unknown);
        }
        let library = self.library;
        let tags = library.template(name).ok_or(Unknown)?;
        if let Some([Word("extends"), Text(parent)]) =
            tags.first().map(|tag| &*tag.tokens)
        {
            self.template(parent, scope, depth + 1)?;
        }
        self.tags(tags, scope, depth)
    }

    fn tags(
        &mut self,
        tags: &[TemplateTag<'t>],
        scope: &mut NameScope<'t>,
        depth: usize,
    ) -> Read<()> {
        let outside = scope.bound.len();
        // The tags that are open: for a loop, how many names were bound before it.
        let mut open: Vec<Option<usize>> = Vec::new();
        for tag in tags {
            if tag.writes {
                let known = self.value(&tag.tokens, scope, depth)?;
                self.write(&known);
                continue;
            }
            match &*tag.tokens {
                [Word(word @ ("if" | "elif")), condition @ ..] => {
                    self.test(condition, scope)?;
                    if *word == "if" {
                        open.push(None);
                    }
                }
                [Word("for"), Word(item), Word("in"), list @ ..] => {
                    let list = self.value(list, scope, depth)?;
                    if list.made {
                        return Err(Unknown);
                    }
                    open.push(Some(scope.bound.len()));
                    let nodes = list.nodes.iter().map(|node| self.each(*node)).collect();
                    scope.bind(item, ValueSet { nodes, made: false });
                }
                [
                    Word("for"),
                    Word(key),
                    Sign(","),
                    Word(value),
                    Word("in"),
                    map @ ..,
                ] => {
                    self.whole(map, scope)?;
                    open.push(Some(scope.bound.len()));
                    scope.bind(key, ValueSet::default());
                    scope.bind(value, ValueSet::default());
                }
                // A loop that has had no turn has no variables in its `else`.
                [Word("else")] => {
                    let outer = open.last().ok_or(Unknown)?;
                    scope.bound.truncate(outer.unwrap_or(scope.bound.len()));
                }
                [Word("endif" | "endfor")] => {
                    let outer = open.pop().ok_or(Unknown)?;
                    scope.bound.truncate(outer.unwrap_or(scope.bound.len()));
                }
                [Word("set" | "set_global"), Word(name), Sign("="), value @ ..] => {
                    let known = self.value(value, scope, depth)?;
                    let before = scope.set.remove(name).unwrap_or_default();
                    scope.set.insert(name, before.or(known));
                }
                [Word("set" | "set_global"), Word(name)] => {
                    let before = scope.set.remove(name).unwrap_or_default();
                    scope.set.insert(name, before.or(ValueSet::made()));
                }
                [Word("include"), Text(name)] => self.template(name, scope, depth + 1)?,
                [Sign("<"), call @ ..] => self.call(call, true, scope, depth)?,
                [Word("block" | "endblock" | "extends"), ..]
                | [Word("endset" | "break" | "continue")]
                | [Sign("</"), ..] => {}
                _ => return Err(Unknown),
            }
        }
        scope.bound.truncate(outside);
        Ok(())
    }

    /// What an expression stands for. What is looked at in it is noted, but for the value itself.
    fn value(
        &mut self,
        tokens: &[Token<'t>],
        scope: &NameScope<'t>,
        depth: usize,
    ) -> Read<ValueSet> {
        let is_word = |word: &'static str| move |token: &Token<'_>| *token == Word(word);
        let otherwise = split(tokens, is_word("else"));
        if let [first, rest] = &*otherwise {
            let conditional = split(first, is_word("if"));
            let [then, condition] = &*conditional else { return Err(Unknown) };
            self.test(condition, scope)?;
            let then = self.value(then, scope, depth)?;
            return Ok(then.or(self.value(rest, scope, depth)?));
        }
        let choices = split(tokens, is_word("or"));
        if choices.len() > 1 {
            let mut known = ValueSet::default();
            for choice in choices {
                known = known.or(self.value(choice, scope, depth)?);
            }
            return Ok(known);
        }
        match tokens {
            [Text(_) | Number] | [Sign("-"), Number] => return Ok(ValueSet::default()),
            [Word("true" | "false" | "none" | "null" | "None" | "True" | "False")] => {
                return Ok(ValueSet::default());
            }
            [path @ .., Sign("|"), Word("links")] => {
                let known = self.path(path, scope)?.ok_or(Unknown)?;
                if known.made {
                    return Err(Unknown);
                }
                known.nodes.iter().for_each(|node| self.uses[*node].links = true);
                return Ok(ValueSet::made());
            }
            [Text(_), Sign("|"), Word("phrase")] => return Ok(ValueSet::default()),
            [
                Text(name),
                Sign("|"),
                Word("phrase"),
                Sign("("),
                inside @ ..,
                Sign(")"),
            ] if closing(&tokens[4..], "(", ")") == Some(inside.len()) => {
                return self.phrase(name, inside, scope, depth);
            }
            [Word("kept"), Sign("("), inside @ .., Sign(")")] => {
                return self.kept(inside, scope, depth);
            }
            [Word("super"), Sign("("), Sign(")")] => return Ok(ValueSet::made()),
            [Sign("<"), call @ ..] => {
                self.call(call, false, scope, depth)?;
                return Ok(ValueSet::made());
            }
            _ => {}
        }
        if let Some(known) = self.path(tokens, scope)? {
            return Ok(known);
        }
        self.whole(tokens, scope)?;
        Ok(ValueSet::default())
    }

    fn write(&mut self, known: &ValueSet) {
        known.nodes.iter().for_each(|node| self.uses[*node].written = true);
    }

    /// A condition: of a value that stands in it by itself, only whether it is there matters.
    fn test(&mut self, tokens: &[Token<'t>], scope: &NameScope<'t>) -> Read<()> {
        let joins = |token: &Token<'_>| matches!(token, Word("and" | "or"));
        let parts = split(tokens, joins);
        if parts.len() > 1 {
            return parts.into_iter().try_for_each(|part| self.test(part, scope));
        }
        match tokens {
            [Word("not"), rest @ ..] => return self.test(rest, scope),
            [Sign("("), inside @ .., Sign(")")]
                if closing(&tokens[1..], "(", ")") == Some(tokens.len() - 2) =>
            {
                return self.test(inside, scope);
            }
            [
                path @ ..,
                Sign("|"),
                Word("length"),
                Sign(">" | "<" | ">=" | "<=" | "==" | "!="),
                Number,
            ]
            | [path @ .., Sign("|"), Word("length")] => {
                if let Some(known) = self.path(path, scope)? {
                    if known.made {
                        return Err(Unknown);
                    }
                    known.nodes.iter().for_each(|node| self.uses[*node].counted = true);
                    return Ok(());
                }
            }
            _ => {}
        }
        // A value that is there has a place in the plan, and whether it is empty is in the shape.
        match self.path(tokens, scope)? {
            Some(_) => Ok(()),
            None => self.whole(tokens, scope),
        }
    }

    /// The value at `a.b.c`; none where the tokens are no such path.
    fn path(
        &mut self,
        tokens: &[Token<'t>],
        scope: &NameScope<'t>,
    ) -> Read<Option<ValueSet>> {
        let [Word(first), rest @ ..] = tokens else { return Ok(None) };
        let steps = rest.chunks(2).map(|step| match step {
            [Sign("." | "?."), Word(name)] => Some(*name),
            _ => None,
        });
        let Some(steps) = steps.collect::<Option<Vec<&str>>>() else { return Ok(None) };
        let mut known = self.name(first, scope)?;
        if known.made && !steps.is_empty() {
            return Err(Unknown);
        }
        for step in steps {
            for node in &mut known.nodes {
                *node = self.field(*node, step);
            }
        }
        Ok(Some(known))
    }

    fn name(&mut self, name: &str, scope: &NameScope<'t>) -> Read<ValueSet> {
        if name.starts_with("__tera") {
            return Err(Unknown);
        }
        let bound = scope.bound.iter().rev().find(|(known, _)| *known == name);
        let known = match bound {
            Some((_, known)) => known.clone(),
            // The site is the same on every page, and the turn of a loop follows from the list.
            None if !scope.view || matches!(name, "site" | "loop") => ValueSet::default(),
            None => ValueSet::node(self.field(0, name)),
        };
        // A condition may have kept a `set` from being reached.
        Ok(known.or(scope.set.get(name).cloned().unwrap_or_default()))
    }

    /// What a component takes that asks for a name where it is called. The engine looks for it there, and
    /// where it is undefined in what calls that, and so on: it may be any of them.
    fn implicit(&mut self, name: &str, scope: &NameScope<'t>) -> Read<ValueSet> {
        let mut known = self.name(name, scope)?;
        let mut outer = scope.outer.as_deref();
        while let Some(scope) = outer {
            known = known.or(self.name(name, scope)?);
            outer = scope.outer.as_deref();
        }
        Ok(known)
    }

    /// Notes that every value in an expression is looked at.
    fn whole(&mut self, tokens: &[Token<'t>], scope: &NameScope<'t>) -> Read<()> {
        let mut at = 0;
        while at < tokens.len() {
            let before = at.checked_sub(1).map(|before| tokens[before]);
            let next = tokens.get(at + 1);
            match tokens[at] {
                // Where no value stands before it, `<` calls a component.
                Sign("<")
                    if !matches!(
                        before,
                        Some(Word(_) | Number | Text(_) | Sign(")" | "]" | "}"))
                    ) =>
                {
                    return Err(Unknown);
                }
                Word("range" | "throw") if next == Some(&Sign("(")) => {}
                Word(_) if before == Some(Sign("|")) => {}
                Word(_) if next == Some(&Sign("(")) && before != Some(Word("is")) => {
                    return Err(Unknown);
                }
                // TemplateNames of arguments.
                Word(_) if next == Some(&Sign("=")) => {}
                Word(_) => {
                    let mut end = at + 1;
                    while let [Sign("." | "?."), Word(_)] =
                        &tokens[end..tokens.len().min(end + 2)]
                    {
                        end += 2;
                    }
                    if let Some(known) = self.path(&tokens[at..end], scope)? {
                        self.look(&known)?;
                    }
                    at = end - 1;
                }
                _ => {}
            }
            at += 1;
        }
        Ok(())
    }

    fn look(&mut self, known: &ValueSet) -> Read<()> {
        if known.made {
            return Err(Unknown);
        }
        known.nodes.iter().for_each(|node| self.uses[*node].whole = true);
        Ok(())
    }

    /// `kept(show="…", of=…)`, without its name and brackets.
    fn kept(
        &mut self,
        inside: &[Token<'t>],
        scope: &NameScope<'t>,
        depth: usize,
    ) -> Read<ValueSet> {
        let (mut show, mut of) = (None, None);
        for argument in split(inside, |token| *token == Sign(",")) {
            match argument {
                [] => {}
                [Word("show"), Sign("="), Text(name)] => show = Some(*name),
                [Word("of"), Sign("="), value @ ..] => {
                    of = Some(self.value(value, scope, depth)?);
                }
                [Word(_), Sign("="), value @ ..] => {
                    let known = self.value(value, scope, depth)?;
                    self.look(&known)?;
                }
                _ => return Err(Unknown),
            }
        }
        let (Some(show), Some(of)) = (show, of) else { return Err(Unknown) };
        if of.made {
            return Err(Unknown);
        }
        if of.nodes.is_empty() {
            return Ok(ValueSet::made());
        }
        let plan = (self.shows)(show);
        for node in of.nodes {
            let one = &mut self.uses[node];
            match one.cards {
                Some(other) if other != plan => one.whole = true,
                _ => one.cards = Some(plan),
            }
        }
        Ok(ValueSet::made())
    }

    /// What `"name" | phrase(…)` says, from its first argument on: what is given is written, but for numbers
    /// by which the phrase has another form.
    fn phrase(
        &mut self,
        name: &str,
        inside: &[Token<'t>],
        scope: &NameScope<'t>,
        depth: usize,
    ) -> Read<ValueSet> {
        for argument in split(inside, |token| *token == Sign(",")) {
            match argument {
                [] => {}
                [Word(placeholder), Sign("="), value @ ..] => {
                    let counted = (self.library.is_counted)(name, placeholder);
                    match value {
                        [.., Sign("|"), Word("length")] => self.test(value, scope)?,
                        value => {
                            let known = self.value(value, scope, depth)?;
                            if counted { self.look(&known)? } else { self.write(&known) }
                        }
                    }
                }
                _ => return Err(Unknown),
            }
        }
        Ok(ValueSet::made())
    }

    /// A call of a component, from its name on.
    fn call(
        &mut self,
        call: &[Token<'t>],
        has_body: bool,
        scope: &NameScope<'t>,
        depth: usize,
    ) -> Read<()> {
        if depth > DEPTH {
            return Err(Unknown);
        }
        let call = match call {
            [call @ .., Sign("/>")] if !has_body => call,
            [call @ .., Sign(">")] if has_body => call,
            _ => return Err(Unknown),
        };
        let path =
            |at: &usize| matches!(call.get(*at), Some(Sign("."))) && call.len() > at + 1;
        let mut name_ends = 1;
        while path(&name_ends) {
            name_ends += 2;
        }
        let name = call.get(..name_ends).and_then(dotted).ok_or(Unknown)?;
        let mut given: BTreeMap<&'t str, ValueSet> = BTreeMap::new();
        let mut rest = &call[name_ends..];
        while let [Word(argument), after @ ..] = rest {
            let (known, after) = match after {
                [Sign("="), Text(_), after @ ..] => (ValueSet::default(), after),
                [Sign("="), Sign("{"), inside @ ..] => {
                    let end = closing(inside, "{", "}").ok_or(Unknown)?;
                    (self.value(&inside[..end], scope, depth)?, &inside[end + 1..])
                }
                [Sign("="), ..] => return Err(Unknown),
                after => (self.name(argument, scope)?, after),
            };
            known.nodes.iter().for_each(|node| self.uses[*node].given = true);
            given.insert(argument, known);
            rest = after;
        }
        if !rest.is_empty() {
            return Err(Unknown);
        }
        let library = self.library;
        let outer = Rc::new(scope.clone());
        for component in library.components(&name).ok_or(Unknown)? {
            let mut inner =
                NameScope { outer: Some(Rc::clone(&outer)), ..NameScope::default() };
            for Parameter { name, implicit } in component.parameters.iter().copied() {
                let known = match given.get(name) {
                    Some(known) => known.clone(),
                    None if implicit => self.implicit(name, scope)?,
                    None => ValueSet::default(),
                };
                inner.bind(name, known);
            }
            self.component(component, inner, has_body, depth + 1)?;
        }
        Ok(())
    }

    /// A component, with what it is given in `scope`. What it sets is set in it alone.
    fn component(
        &mut self,
        component: &Component<'t>,
        mut scope: NameScope<'t>,
        has_body: bool,
        depth: usize,
    ) -> Read<()> {
        scope.bind("body", ValueSet { made: has_body, ..ValueSet::default() });
        for _ in 0..ROUNDS {
            let before = scope.set.clone();
            self.tags(&component.tags, &mut scope, depth)?;
            if scope.set == before {
                return Ok(());
            }
        }
        Err(Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In these tests, a placeholder by which a phrase has another form is called `count`.
    fn is_count(_: &str, placeholder: &str) -> bool {
        placeholder == "count"
    }

    /// What a page template does with its view, a line to each value that something is done with;
    /// `parts` are other files.
    fn plan(page: &str, parts: &[(&str, &str)]) -> Option<Vec<String>> {
        let themes = ["own".to_owned(), "under".to_owned()];
        let page = [("own/pages/page.html", page)];
        let texts = page.iter().chain(parts).copied();
        let library = TemplateLibrary::new(texts, &themes, &is_count)?;
        let mut shown: Vec<String> = Vec::new();
        let plan = library.page("pages/page.html", &mut |name| {
            let known = shown.iter().position(|shown| shown == name);
            known.unwrap_or_else(|| {
                shown.push(name.to_owned());
                shown.len() - 1
            })
        });
        let plan = plan?;
        let mut lines = Vec::new();
        told(&plan, plan.root(), "", &shown, &mut lines);
        lines.retain(|line| line != "page.root: written");
        lines.sort();
        Some(lines)
    }

    fn told(
        plan: &Plan,
        node: &Usage,
        path: &str,
        shown: &[String],
        lines: &mut Vec<String>,
    ) {
        let cards = node.cards.map(|number| format!("cards of {}", shown[number]));
        let flags = [
            (node.whole, "whole"),
            (node.written, "written"),
            (node.counted, "counted"),
            (node.links, "links"),
        ];
        let flags =
            flags.iter().filter(|(is, _)| *is).map(|(_, word)| (*word).to_owned());
        let words: Vec<String> = flags.chain(cards).collect();
        if !words.is_empty() {
            lines.push(format!("{path}: {}", words.join(", ")));
        }
        for (name, field) in &node.fields {
            let path =
                if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
            told(plan, &plan.usages[*field], &path, shown, lines);
        }
        if let Some(each) = node.each {
            told(plan, &plan.usages[each], &format!("{path}[]"), shown, lines);
        }
    }

    fn lines(page: &str) -> Vec<String> {
        plan(page, &[]).unwrap()
    }

    const NONE: [&str; 0] = [];

    #[test]
    fn what_is_written_or_asked_for_is_only_shown() {
        assert_eq!(lines("{{ title }} {{ a.b }}"), ["a.b: written", "title: written"]);
        assert_eq!(lines("{% if a and not (b or c.d) %}{% elif e %}x{% endif %}"), NONE);
        assert_eq!(lines("{{ a or \"\" }}{{ b if c else d }}").len(), 3);
    }

    #[test]
    fn what_is_looked_at_is_whole() {
        for page in [
            "{{ a | upper }}",
            "{{ a ~ \"b\" }}",
            "{{ [a] }}",
            "{% if a == \"b\" %}{% endif %}",
            "{% if a is defined %}{% endif %}",
            "{% if \"b\" in a %}{% endif %}",
            "{% if a > 1 %}{% endif %}",
            "{{ x[a] }}",
            "{% for k, v in a %}{{ v }}{% endfor %}",
            "{% set b = a | upper %}{{ b }}",
            "{{ throw(message=a) }}",
            "{{ (a | links) ~ b }}",
            "{{ kept(show=\"c\", of=cards, level=a) }}",
            "{{ \"b\" if a == 1 else \"c\" }}",
        ] {
            assert!(
                lines(page).contains(&"a: whole".to_owned()),
                "{page}: {:?}",
                lines(page)
            );
        }
    }

    #[test]
    fn names_follow_loops_and_what_is_set() {
        let page = "{% for one in list %}{{ one.title }}{% for in in one.inner %}{{ in }}{% endfor %}{% endfor %}{{ one }}";
        let expected =
            ["list[].inner[]: written", "list[].title: written", "one: written"];
        assert_eq!(lines(page), expected);
        // What is set may hide a field of the view, or not.
        let page = "{% if x %}{% set y = a %}{% endif %}{{ y | lower }}{{ loop.index }}";
        assert_eq!(lines(page), ["a: whole", "y: whole"]);
        // It is seen before it is set, in the next turn of a loop or in a block of another file.
        assert_eq!(
            lines("{{ y | lower }}{% set_global y = a %}"),
            ["a: whole", "y: whole"]
        );
        // A loop has no variable where it has had no turn.
        let page = "{% for y in a %}{% else %}{{ y | lower }}{% endfor %}";
        assert_eq!(lines(page), ["y: whole"]);
    }

    #[test]
    fn lists_are_counted_linked_or_shown() {
        assert_eq!(
            lines("{% if a | length > 1 %}{{ b | links }}{% endif %}"),
            ["a: counted", "b: links"]
        );
        assert_eq!(
            lines("{{ kept(show=\"c\", of=a.items, n=1) }}"),
            ["a.items: cards of c"]
        );
        // One that is more than that is gone through as it is.
        assert_eq!(
            lines("{{ a | links }}{% for one in a %}{{ one.title }}{% endfor %}"),
            ["a[].html: written", "a[].title: written"]
        );
        let page = "{{ kept(show=\"c\", of=a) }}{{ kept(show=\"d\", of=a) }}";
        assert_eq!(lines(page), ["a: whole"]);
        assert_eq!(
            lines("{{ kept(show=\"c\", of=a) }}{{ a.title }}"),
            ["a.title: written", "a: whole"]
        );
    }

    const PARTS: (&str, &str) = (
        "own/components/a.html",
        "{% component part(of: map, word: string = \"w\", @page) %}{{ of.x }}{{ page.lang | upper }}{{ word }}{% endcomponent part %}\
         {% component outer(inner: map) %}{{ <part of={inner} /> }}{{ body }}{% endcomponent outer %}\
         {% component kept.one(of: map, @page) %}{{ of.y }}{{ page.root }}{% endcomponent kept.one %}",
    );

    #[test]
    fn names_follow_the_parameters_of_components() {
        let seen = plan("{{ <part of={a.b} word={c} /> }}", &[PARTS]).unwrap();
        assert_eq!(seen, ["a.b.x: written", "c: written", "page.lang: whole"]);
        // `@page` is looked for where the caller was called.
        let page = "{% <outer inner={d}> %}{{ e }}{% </outer> %}";
        let seen = plan(page, &[PARTS]).unwrap();
        assert_eq!(seen, ["d.x: written", "e: written", "page.lang: whole"]);
        let shorthand = plan("{{ <part of /> }}", &[PARTS]).unwrap();
        assert_eq!(shorthand, ["of.x: written", "page.lang: whole"]);
    }

    #[test]
    fn what_a_component_asks_for_may_be_hidden_or_not() {
        let parts = (
            "own/components/b.html",
            "{% component inner(@page) %}{{ page.title | upper }}{% endcomponent inner %}\
             {% component outer(x) %}{% if x %}{% set page = x.y %}{% endif %}{{ <inner /> }}{% endcomponent outer %}\
             {% component looped(x) %}{% for page in x %}{{ <inner /> }}{% endfor %}{% endcomponent looped %}\
             {% component caught(x) %}{% if x %}{% set page %}a{% endset %}{% endif %}{{ <inner /> }}{% endcomponent caught %}",
        );
        let seen = plan("{{ <outer x={a} /> }}", &[parts]).unwrap();
        assert_eq!(seen, ["a.y.title: whole", "page.title: whole"]);
        let seen = plan("{{ <looped x={a} /> }}", &[parts]).unwrap();
        assert_eq!(seen, ["a[].title: whole", "page.title: whole"]);
        assert_eq!(plan("{{ <caught x={a} /> }}", &[parts]), None);
    }

    #[test]
    fn files_are_read_where_they_are_named() {
        let under = ("under/base.html", "{{ a | upper }}{% block b %}{% endblock %}");
        let page = "{% extends \"base.html\" %}{% block b %}{{ super() }}{% include \"x.html\" %}{% endblock b %}";
        let seen = plan(page, &[under, ("own/x.html", "{{ c }}")]).unwrap();
        assert_eq!(seen, ["a: whole", "c: written"]);
        assert_eq!(plan(page, &[under]), None);
    }

    #[test]
    fn nothing_is_known_where_shown_texts_are_used_further() {
        for page in [
            "{% set x %}{{ a }}{% endset %}{{ x | upper }}",
            "{% filter upper %}{{ a }}{% endfilter %}",
            "{{ kept(show=\"c\", of=a) | upper }}",
            "{{ <part of={a} /> | upper }}",
            "{{ \"b\" ~ <part of={a} /> }}",
            "{% set x = a | links %}{% if x == \"\" %}{% endif %}",
            "{{ kept(show=a, of=b) }}",
            "{{ kept(show=\"c\", of=a, d=<part of={b} />) }}",
            "{{ __tera_context }}",
            "{{ something_new(a=1) }}",
            "{% brandnew a %}",
            "{{ <part {...a} /> }}",
            "{% component rest(...others) %}{% endcomponent %}{{ <rest a={b} /> }}",
        ] {
            assert_eq!(plan(page, &[PARTS]), None, "{page}");
        }
    }

    #[test]
    fn components_that_call_themselves_are_not_followed_for_ever() {
        let part = "{% component a(of) %}{{ <a of={of.inner} /> }}{% endcomponent a %}";
        assert_eq!(plan("{{ <a of={b} /> }}", &[("own/a.html", part)]), None);
    }

    #[test]
    fn what_a_phrase_is_given_is_written_and_what_chooses_its_form_is_looked_at() {
        assert_eq!(lines("{{ \"articles\" | phrase }}"), NONE);
        let page = "{{ \"all-articles\" | phrase(total=a.b) }}{{ \"by-authors\" | phrase(authors=c | links) }}";
        assert_eq!(lines(page), ["a.b: written", "c: links"]);
        assert_eq!(lines("{{ \"sources-counted\" | phrase(count=a) }}"), ["a: whole"]);
        let page = "{{ \"sources-named\" | phrase(count=a | length, sources=b.html) }}";
        assert_eq!(lines(page), ["a: counted", "b.html: written"]);
        // What a component makes is put in as it is.
        let page = "{{ \"updated-on\" | phrase(date=<part of={a} />) }}";
        assert_eq!(plan(page, &[PARTS]).unwrap(), ["a.x: written", "page.lang: whole"]);
        // Where what it says is used further, so is what it is given.
        let page = "{{ \"updated-on\" | phrase(date=a) | upper }}";
        assert_eq!(lines(page), ["a: whole"]);
        let page = "{{ \"updated-on\" | phrase(date=<part of={a} />) | upper }}";
        assert_eq!(plan(page, &[PARTS]), None);
    }

    #[test]
    fn a_component_that_shows_cards_has_a_plan_of_its_own() {
        let library = TemplateLibrary::new([PARTS].into_iter(), &[], &is_count).unwrap();
        let plan = library.card("kept.one", &mut |_| 0).unwrap();
        let mut lines = Vec::new();
        told(&plan, plan.root(), "of", &[], &mut lines);
        assert_eq!(lines, ["of.y: written"]);
    }
}
