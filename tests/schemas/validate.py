"""Whether all content of some sites is valid by Dateline's schemas, as an independent validator says.

validate.py SCHEMAS SITE…: the folder that `dateline schema --out` has written, and folders of sites.
"""

import json
import sys
import tomllib
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

REGISTRIES = {"sources", "locations", "claims", "entities"}
FOLDERS = {
    "articles": "article",
    "countries": "country",
    "locations": "location",
    "sources": "source",
    "entities": "entity",
    "claims": "claim",
    "pages": "page",
}


class Loader(yaml.SafeLoader):
    """YAML 1.2: dates are texts, and `no` is a country."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":bool"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", __import__("re").compile("^(?:true|false)$"), list("tf")
)


def schema_of(path):
    """The name of the schema of a file below `content/`, if it has one."""
    folder = path.parts[0]
    if path.name == "index.md" and len(path.parts) == 1:
        return "home"
    if path.suffix == ".md":
        return FOLDERS.get(folder)
    if path.suffix in (".yaml", ".yml"):
        if folder == "media" or "." in path.stem:
            return "media" if folder != "vault" else "copy"
        return folder if folder in REGISTRIES else None
    return None


def value_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".md":
        return yaml.load(text, Loader)
    if not text.startswith("---\n"):
        return None
    return yaml.load(text[4:].split("\n---", 1)[0], Loader)


def main():
    folder, *sites = map(Path, sys.argv[1:])
    validators = {}
    for file in folder.glob("*.json"):
        schema = json.loads(file.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validators[file.stem] = Draft202012Validator(schema)
    looked_at, wrong = 0, 0

    def look(name, value, where):
        nonlocal looked_at, wrong
        looked_at += 1
        for error in validators[name].iter_errors(value):
            wrong += 1
            print(f"{where}: {error.json_path}: {error.message[:200]}")

    for site in sites:
        look("site", tomllib.loads((site / "site.toml").read_text(encoding="utf-8")), site / "site.toml")
        for file in sorted((site / "content").rglob("*")):
            name = schema_of(file.relative_to(site / "content")) if file.is_file() else None
            if name:
                look(name, value_of(file), file)
    # A validator that takes everything would say nothing either.
    for name, value in [("article", {"titel": "A"}), ("claim", {"text": "A", "status": "sure"}), ("sources", {"a": 1})]:
        if validators[name].is_valid(value):
            wrong += 1
            print(f"{name} takes {value}")
    print(f"{looked_at} files, {wrong} mistakes")
    sys.exit(1 if wrong or not looked_at else 0)


main()
