#!/usr/bin/env python3
"""Edits of a newsroom that corpus.py has made for Dateline: what happens between two builds.

    edits.py theme SITE
    edits.py EDIT SITE NUMBER

theme: gives the site a theme of its own, which `css_rule` needs.
EDIT, one of EDITS: changes one file and prints its path in SITE. Another NUMBER edits another article or source.
"""
import json
import pathlib
import re
import sys

THEME = pathlib.Path("themes/bench")


def theme(site):
    """A theme of the site's own: `broadsheet` with a style sheet for rules of the site."""
    (site / THEME / "css").mkdir(parents=True)
    (site / THEME / "theme.toml").write_text('name = "bench"\nextends = "broadsheet"\n')
    (site / THEME / "css" / "owner.css").write_text("/* Rules of this site. */\n")
    config = site / "site.toml"
    config.write_text('theme = "bench"\n' + config.read_text())


def word(site, number):
    """The last word of an article's text."""
    return edited(article(site, number), lambda text: f"{text.rsplit(' ', 1)[0]} edited{number}.\n")


def title(site, number):
    """The title of an article."""
    return edited(article(site, number), lambda text: with_value(text, "title: ", f"Edited title {number}"))


def summary(site, number):
    """The summary of an article."""
    return edited(article(site, number), lambda text: with_value(text, "summary: ", f"Edited summary {number}."))


def dated_fact(site, number):
    """What an article's dated fact says."""
    return edited(article(site, number), lambda text: with_value(text, "    text: ", f"Edited fact {number}."))


def source_title(site, number):
    """The title of a source."""

    def retitled(text):
        sources = re.findall(r"^s\d+:$", text, re.M)
        return with_value(text, f"{sources[number * 37 % len(sources)]}\n  title: ", f"Edited source {number}")

    return edited(site / "content" / "sources" / "sources.yaml", retitled)


def new_article(site, number):
    """One article more, with references of its own."""
    text = article(site, number).read_text()
    path = site / "content" / "articles" / f"new-{number}.md"
    path.write_text(with_value(text, "title: ", f"New article {number}"))
    return path


def css_rule(site, number):
    """One rule more in the style sheet."""
    return edited(site / THEME / "css" / "owner.css", lambda text: f"{text}.edited-{number} {{ margin: 0; }}\n")


EDITS = {edit.__name__: edit for edit in (word, title, summary, dated_fact, source_title, new_article, css_rule)}


def article(site, number):
    """A file that corpus.py has made."""
    articles = sorted((site / "content" / "articles").glob("a*.md"))
    return articles[number * 37 % len(articles)]


def edited(path, edit):
    path.write_text(edit(path.read_text()))
    return path


def with_value(text, key, value):
    """`text` with another value behind the first `key` that begins a line."""
    return re.sub(f"^{key}.*$", lambda _: key + json.dumps(value), text, count=1, flags=re.M)


def main():
    match sys.argv[1:]:
        case ["theme", site]:
            theme(pathlib.Path(site))
        case [name, site, number] if name in EDITS and number.isdigit():
            print(EDITS[name](pathlib.Path(site), int(number)).relative_to(site))
        case _:
            sys.exit(f"{__doc__}\nEDITS: {', '.join(EDITS)}")


if __name__ == "__main__":
    main()
