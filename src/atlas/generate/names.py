#!/usr/bin/env python3
"""Writes `../data/translated.rs`: the names of territories in the languages of the interface.

How it is run: as `territories.py`, which tells where the packages come from. It takes

    cldr-localenames-full     names of territories in each language

and the choices among names of `choices.py`, which are made for English: where a language doesn't have the form that
is chosen, its plain one is taken, without a former name in brackets.
"""

import pathlib
import sys

import choices
import packages

OUT = pathlib.Path(__file__).parent.parent / "data" / "translated.rs"

# As the catalogues in `src/phrases/` are called, and as CLDR calls the language.
LANGUAGES = {"es": "es", "fr": "fr", "de": "de", "zh-Hans": "zh", "ar": "ar"}

CONSTANTS = {"es": "SPANISH", "fr": "FRENCH", "de": "GERMAN", "zh-Hans": "SIMPLIFIED_CHINESE", "ar": "ARABIC"}


def names(root, lang, codes):
    data = packages.data(root, "cldr-localenames-full", f"main/{lang}/territories.json")
    cldr = data["main"][lang]["localeDisplayNames"]["territories"]
    return [name(cldr, code) for code in codes]


def name(cldr, code):
    form = choices.NAME_FORMS.get(code, code)
    return cldr[form] if form in cldr else cldr[code].split(" (")[0]


def codes():
    """The codes of the table of territories, in its order."""
    table = (OUT.parent / "territories.rs").read_text()
    upper = table.split('const UPPER: &str = "')[1].split('"')[0]
    return [upper[at:at + 2] for at in range(0, len(upper), 2)]


def main():
    root = pathlib.Path(sys.argv[1])
    all_codes = codes()
    lines = [
        "//! The names of territories in other languages: written by `../generate/names.py`, not by hand.",
        "//!",
        "//! From CLDR 48 (Unicode-3.0); see `LICENSES.md` beside this file.",
        "",
    ]
    for lang, cldr in LANGUAGES.items():
        lines += [
            f"/// `{lang}`, in the order of the codes.",
            f"pub(super) static {CONSTANTS[lang]}: [&str; {len(all_codes)}] = [",
            *(f'    "{name}",' for name in names(root, cldr, all_codes)),
            "];",
            "",
        ]
    OUT.write_text("\n".join(lines[:-1]) + "\n")
    print(f"{OUT}: {len(all_codes)} territories in {len(LANGUAGES)} languages")


if __name__ == "__main__":
    main()
