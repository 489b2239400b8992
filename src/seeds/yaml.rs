//! Values as they are written in YAML: quoted where another program might read them as something else.

use crate::fields::Shape;

/// The values that were given for a field, in the form that its shape takes. What begins with a bracket is
/// taken as it is, where the field takes a list or a record.
pub(super) fn written(shape: &Shape, values: &[String]) -> String {
    let is_flow = |value: &String| value.starts_with(['[', '{']);
    match (shape, values) {
        (Shape::ListOf(_) | Shape::MapOf(_) | Shape::Record(_), [value])
            if is_flow(value) =>
        {
            value.clone()
        }
        (Shape::ListOf(inner), values) => {
            let items = values.iter().map(|value| one(inner, value));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        (shape, values) => one(shape, values.last().map_or("", String::as_str)),
    }
}

fn one(shape: &Shape, value: &str) -> String {
    let takes_record = match shape {
        Shape::Record(_) | Shape::MapOf(_) => true,
        Shape::Either(shapes) => {
            shapes.iter().any(|shape| matches!(shape, Shape::Record(_)))
        }
        Shape::Named(_) | Shape::Words(_) | Shape::ListOf(_) => false,
    };
    let is_plain = matches!(
        shape,
        Shape::Words(_)
            | Shape::Named("number" | "whole number" | "date" | "date or date-time")
    );
    match () {
        () if takes_record && value.starts_with('{') => value.to_owned(),
        () if is_plain && value.chars().all(is_harmless) => value.to_owned(),
        () => scalar(value),
    }
}

/// What stands for nothing else in a value of YAML.
fn is_harmless(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ' ' | '~' | '+')
}

/// A text as a value. It is quoted where it begins or goes on with a sign that means something, and where an
/// older reader takes it for a truth value, a number or nothing (`no` is a country).
pub(super) fn scalar(text: &str) -> String {
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let is_sign = |c: char| {
        c.is_control() || matches!(c, '#' | '"' | '\\' | '[' | ']' | '{' | '}' | ',')
    };
    let is_split = text.contains(": ") || text.ends_with(':') || text.ends_with(' ');
    let other =
        ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "inf", "nan"];
    let is_other = other.iter().any(|word| text.eq_ignore_ascii_case(word));
    if begins && !text.contains(is_sign) && !is_split && !is_other {
        return text.to_owned();
    }
    // What is a text in JSON is the same text in YAML.
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_reader_takes_for_something_else_is_quoted() {
        for (text, expected) in [
            ("Dublin", "Dublin"),
            ("An office on Capel Street", "An office on Capel Street"),
            ("https://example.org/a?b=1", "https://example.org/a?b=1"),
            ("Dublin: the office", "\"Dublin: the office\""),
            ("no", "\"no\""),
            ("NO", "\"NO\""),
            ("2022", "\"2022\""),
            ("- a", "\"- a\""),
            ("@key", "\"@key\""),
            ("", "\"\""),
            ("a # b", "\"a # b\""),
            ("say \"a\"", "\"say \\\"a\\\"\""),
            ("警务站", "警务站"),
        ] {
            assert_eq!(scalar(text), expected, "{text}");
            let read: serde_yaml::Value = serde_yaml::from_str(&scalar(text)).unwrap();
            assert_eq!(read.as_str(), Some(text), "{text}");
        }
    }

    #[test]
    fn a_list_holds_each_value_and_a_record_is_taken_as_it_is() {
        let list = Shape::ListOf(Box::new(Shape::Named("id")));
        let values = ["ie".to_owned(), "no".to_owned()];
        assert_eq!(written(&list, &values), "[ie, \"no\"]");
        assert_eq!(written(&list, &["[ie, gb]".to_owned()]), "[ie, gb]");
        assert_eq!(written(&Shape::Named("date"), &["2022-10".to_owned()]), "2022-10");
    }
}
