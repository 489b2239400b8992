//! A theme's own options: what `theme.toml` declares, and what `site.toml` sets.

use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::fields::{Entry, Node, Text, Value as Written};
use tera::{Map, Value};

/// The options of a theme with those of the themes it extends, nearest first; what `site` sets takes the
/// place of a default of its type. Everything else that it sets is reported.
pub(super) fn settle(
    declared: &[Option<Node>],
    site: Option<&Node>,
    diags: &mut Diagnostics,
) -> Value {
    let mut all = Map::new();
    let mut known: Vec<&Entry> = Vec::new();
    // From the far end: a nearer theme has the last word on the defaults.
    for theme in declared.iter().rev().flatten() {
        for option in theme.entries().unwrap_or_default() {
            let name = &*option.key;
            match known.iter_mut().find(|other| &*other.key == name) {
                Some(other) if !fits(&other.value, &option.value) => {
                    diags.push(other_type(option, &other.value));
                    continue;
                }
                Some(other) => *other = option,
                None => known.push(option),
            }
            all.insert(name.to_owned().into(), value(&option.value));
        }
    }
    for set in site.and_then(Node::entries).unwrap_or_default() {
        match known.iter().find(|option| option.key == set.key) {
            Some(option) if fits(&option.value, &set.value) => {
                let settled = merged(&option.value, set, diags);
                all.insert((*set.key).to_owned().into(), settled);
            }
            Some(option) => diags.push(other_type(set, &option.value)),
            None => diags.push(unknown(set, known.iter().map(|option| &*option.key))),
        }
    }
    Value::from(all)
}

/// What is set for an option; a table keeps the defaults that are not set.
fn merged(default: &Node, set: &Entry, diags: &mut Diagnostics) -> Value {
    match (&default.value, &set.value.value) {
        (Written::Map(defaults), Written::Map(_)) if !defaults.is_empty() => {
            settle(&[Some(default.clone())], Some(&set.value), diags)
        }
        _ => value(&set.value),
    }
}

/// The type of a value, in a word for a message.
pub(super) fn kind(node: &Node) -> &'static str {
    match &node.value {
        Written::Text(Text { text, plain: true }) => match number(text) {
            Some(_) => "a number",
            None if matches!(&**text, "true" | "false") => "`true` or `false`",
            None => "a date",
        },
        Written::Text(_) => "a text",
        Written::List(_) => "a list",
        Written::Map(_) => "a table",
        Written::Null | Written::Unread => "nothing",
    }
}

fn fits(default: &Node, set: &Node) -> bool {
    kind(default) == kind(set)
}

fn number(text: &str) -> Option<Value> {
    let digits = text.replace('_', "");
    let whole = match digits.get(..2) {
        Some("0x") => i64::from_str_radix(&digits[2..], 16),
        Some("0o") => i64::from_str_radix(&digits[2..], 8),
        Some("0b") => i64::from_str_radix(&digits[2..], 2),
        _ => digits.parse(),
    };
    let whole = whole.ok().map(Value::from);
    let is_float = digits.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c));
    whole.or_else(|| digits.parse::<f64>().ok().filter(|_| is_float).map(Value::from))
}

/// A value as templates read it.
pub(super) fn value(node: &Node) -> Value {
    match &node.value {
        Written::Text(Text { text, plain: true }) => match &**text {
            "true" => Value::from(true),
            "false" => Value::from(false),
            text => number(text).unwrap_or_else(|| Value::from(text)),
        },
        Written::Text(text) => Value::from(&*text.text),
        Written::List(items) => Value::from(items.iter().map(value).collect::<Vec<_>>()),
        Written::Map(entries) => {
            let pairs = entries.iter();
            let map: Map = pairs
                .map(|entry| ((*entry.key).to_owned().into(), value(&entry.value)))
                .collect();
            Value::from(map)
        }
        Written::Null | Written::Unread => Value::none(),
    }
}

fn other_type(set: &Entry, default: &Node) -> Diagnostic {
    let message =
        format!("`{}` has to be {}, and is {}", set.key, kind(default), kind(&set.value));
    Diagnostic::new(codes::WRONG_SHAPE, set.value.span, message)
        .also(default.span, "this is its default")
}

fn unknown<'k>(set: &Entry, known: impl Iterator<Item = &'k str>) -> Diagnostic {
    let message = format!("the theme has no option `{}`", set.key);
    let found = Diagnostic::new(codes::UNKNOWN_FIELD, set.key_span, message);
    let known: Vec<&str> = known.collect();
    let found = found.did_you_mean(&set.key, known.iter().copied());
    if !found.help.is_empty() {
        return found;
    }
    match known.as_slice() {
        [] => found.help(
            "declare it with its default under `[params]` of your theme's `theme.toml`",
        ),
        known => found.help(format!("its options are `{}`", known.join("`, `"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::toml;
    use crate::files::FileId;

    fn read(text: &str) -> Node {
        let found =
            toml::read(text, 0..text.len(), FileId(0), &mut Diagnostics::default());
        found.unwrap()
    }

    /// What templates read, or what is said of what `site` sets.
    fn settled(themes: &[&str], site: &str) -> Result<Value, Vec<String>> {
        let declared: Vec<Option<Node>> =
            themes.iter().map(|theme| Some(read(theme))).collect();
        let mut diags = Diagnostics::default();
        let value = settle(&declared, Some(&read(site)), &mut diags);
        let said: Vec<String> = diags.iter().map(|found| found.message.clone()).collect();
        if said.is_empty() { Ok(value) } else { Err(said) }
    }

    #[test]
    fn an_option_has_the_type_of_its_default() {
        let theme = "colour = 'red'\nsize = 1\nwide = false\nlinks = []\nsocial = {a = 'x', b = 'y'}\n";
        let site = "colour = 'blue'\nsize = 1.5\nwide = true\nlinks = ['x', 2]\n[social]\na = 'z'\n";
        let found = settled(&[theme], site).unwrap();
        let at = |path: &str| found.get_from_path(path).cloned().unwrap();
        assert_eq!(at("colour"), Value::from("blue"));
        assert_eq!(at("size"), Value::from(1.5));
        assert_eq!(at("wide"), Value::from(true));
        assert_eq!(at("links").len(), Some(2));
        assert_eq!(
            (at("social.a"), at("social.b")),
            (Value::from("z"), Value::from("y"))
        );
    }

    #[test]
    fn another_type_and_another_name_are_reported() {
        let theme = "colour = 'red'\nsize = 1\nsocial = {a = 'x'}\n";
        let site = "colour = 3\nsice = 2\nsocial = {c = 'x'}\n";
        let expected = [
            "`colour` has to be a text, and is a number",
            "the theme has no option `sice`",
            "the theme has no option `c`",
        ];
        assert_eq!(settled(&[theme], site), Err(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn a_nearer_theme_changes_defaults_and_adds_options() {
        let themes = ["size = 2\nnew = true\n", "size = 1\ncolour = 'red'\n"];
        let found = settled(&themes, "").unwrap();
        let at = |path: &str| found.get_from_path(path).cloned();
        assert_eq!(at("size"), Some(Value::from(2)));
        assert_eq!(at("new"), Some(Value::from(true)));
        assert_eq!(at("colour"), Some(Value::from("red")));
        assert!(settled(&["size = 'x'\n", "size = 1\n"], "").is_err());
    }
}
