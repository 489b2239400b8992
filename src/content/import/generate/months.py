"""Writes ../months.rs from CLDR's names of months.

    npm pack cldr-dates-full@48.2.0 && tar xzf cldr-dates-full-48.2.0.tgz
    python3 months.py package > ../months.rs
"""

import collections
import json
import sys
import unicodedata

LOCALES = "af be bg ca cs da de el en es et fi fr gl hr hu id is it lt lv ms nb nl nn pl pt ro ru sk sl sr-Latn sv tr uk"

# English beside CLDR, and what is a season as well.
MORE = {"sept": 9}
LEFT_OUT = {"kesä"}

SEASONS = {
    1: "spring frühling frühjahr printemps primavera lente voorjaar vår våren forår foråret kevät wiosna jaro весна",
    2: "summer sommer été verano verão estate zomer sommar sommaren sommeren lato léto лето літо",
    3: "autumn fall herbst automne otoño outono autunno herfst höst hösten høst høsten efterår efteråret syksy jesień "
    "podzim осень осінь",
    4: "winter hiver invierno inverno vinter vintern vinteren talvi zima зима",
}

HEAD = """//! The names of months in the languages of Europe, and in Indonesian, Malay and Turkish, in small letters and without full stops.
//!
//! From the Unicode Common Locale Data Repository (CLDR 48.2.0, `ca-gregorian`, "wide" and "abbreviated", within dates and
//! standing alone; npm `cldr-dates-full`), © Unicode, Inc., Unicode License v3 (its text: `atlas/data/LICENSES.md`), for the
//! locales LOCALES.
//! Names with a preposition (`d’abril`) are there without it. Seasons are not in CLDR; theirs are the words of dictionaries.
//! `kesä` is in neither table: it is June and summer in Finnish. Written by `generate/months.py`.
"""


def names(package):
    """Each name, with the months that it stands for."""
    found = collections.defaultdict(set)
    for locale in LOCALES.split():
        with open(f"{package}/main/{locale}/ca-gregorian.json", encoding="utf-8") as file:
            dates = json.load(file)["main"][locale]["dates"]
        months = dates["calendars"]["gregorian"]["months"]
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    name = unicodedata.normalize("NFC", name).lower().replace(".", "").strip()
                    for preposition in ("de ", "d’"):
                        name = name.removeprefix(preposition)
                    if len(name) > 1 and name.isalpha() and name not in LEFT_OUT:
                        found[name].add(int(number))
    for name, number in MORE.items():
        found[name].add(number)
    return found


def table(name, rows):
    """A constant, its rows filled up to the width of a line."""
    lines, line = [], "   "
    for word, number in sorted(rows, key=lambda row: row[0].encode()):
        entry = f' ("{word}", {number}),'
        if len(line) + len(entry) > 110:
            lines.append(line)
            line = "   "
        line += entry
    lines.append(line)
    return "\n".join(["#[rustfmt::skip]", f"pub(super) const {name}: [(&str, u8); {len(rows)}] = [", *lines, "];\n"])


def main():
    found = names(sys.argv[1])
    one = [(name, *months) for name, months in found.items() if len(months) == 1]
    two = sorted((name, *sorted(months)) for name, months in found.items() if len(months) == 2)
    seasons = [(word, number) for number, words in SEASONS.items() for word in words.split()]
    print(HEAD.replace("LOCALES", LOCALES))
    print("/// Each name with its month, in order.")
    print(table("MONTHS", one))
    print("/// Names that are one month in one language and another in a second.")
    print(f"pub(super) const TWO_MONTHS: [(&str, [u8; 2]); {len(two)}] = [")
    for name, first, second in two:
        print(f'    ("{name}", [{first}, {second}]),')
    print("];\n")
    print("/// The names of seasons, spring to winter as 1 to 4, in order.")
    print(table("SEASONS", seasons), end="")


main()
