//! Letters above and below the line, as far as Unicode has them: `CO₂`, `x²`.

const ABOVE: [(char, char); 16] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('(', '⁽'),
    (')', '⁾'),
    ('n', 'ⁿ'),
];

const BELOW: [(char, char); 15] = [
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('-', '₋'),
    ('−', '₋'),
    ('(', '₍'),
    (')', '₎'),
];

/// A text above the line, where every letter of it has such a form; else the text.
pub(super) fn above(text: &str) -> String {
    set(text, &ABOVE)
}

/// A text below the line, where every letter of it has such a form; else the text.
pub(super) fn below(text: &str) -> String {
    set(text, &BELOW)
}

fn set(text: &str, forms: &[(char, char)]) -> String {
    let form = |c: char| forms.iter().find(|(plain, _)| *plain == c).map(|(_, set)| *set);
    let found: Option<String> = text.trim().chars().map(form).collect();
    found.unwrap_or_else(|| text.to_owned())
}
