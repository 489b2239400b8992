#!/usr/bin/env python3
"""Writes `../data/shapes.txt`: which points lie in which territory.

Run like `territories.py`, which explains how the packages are fetched:

    python3 PATH/TO/src/atlas/generate/shapes.py .

The shapes are those of country-coder: exact on land borders, generous at sea, so a harbour
or a beach lies inside. They are for testing points, not for drawing. Coordinates are rounded
to a thousandth of a degree (110 m), and written as the differences of one ring's points in
the "encoded polyline" form: six letters for an ordinary point.

One line is one ring: the code, a space, and the ring, its last point (the first again) left
out. Rings of one code count together: a point that lies in an even number of them is
outside, so holes need no mark. A line that begins with `+` is an area added to its
territory though it is drawn as another's, and stands by itself.
"""

import pathlib
import sys

import choices
import packages

OUT = pathlib.Path(__file__).parent.parent / "data" / "shapes.txt"
SCALE = 1000


def owners(properties, codes):
    """The codes of the territories that a feature belongs to."""
    own = choices.FEATURE_OWNER.get(properties["nameEn"])
    if own:
        return own
    candidates = [properties.get("iso1A2"), *properties.get("groups", [])]
    return [c for c in candidates if c in codes][:1] or [properties["country"]]


def features(root, codes):
    """Each shape of country-coder as (owners, polygons of rings of points (lon, lat))."""
    for feature in packages.data(root, "country-coder", "src/data/borders.json")["features"]:
        if not feature["geometry"]:
            continue
        polygons = [
            [[tuple(point) for point in ring] for ring in polygon]
            for polygon in feature["geometry"]["coordinates"]
        ]
        yield owners(feature["properties"], codes), polygons


def cut(ring, north, keep_north):
    """The part of a closed ring on one side of a parallel (Sutherland and Hodgman)."""
    inside = (lambda p: p[1] >= north) if keep_north else (lambda p: p[1] < north)
    kept = []
    for a, b in zip(ring, ring[1:]):
        if inside(a):
            kept.append(a)
        if inside(a) != inside(b):
            kept.append((a[0] + (b[0] - a[0]) * (north - a[1]) / (b[1] - a[1]), north))
    return kept + kept[:1]


def rings(root, codes):
    """Every ring as (code, points), Western Sahara set right."""
    for of, polygons in features(root, codes):
        for code in of:
            for ring in (ring for polygon in polygons for ring in polygon):
                if code != "MA":
                    yield code, ring
                    continue
                parallel = choices.WESTERN_SAHARA_NORTH
                for part, keep_north in (("MA", True), ("EH", False)):
                    yield part, cut(ring, parallel, keep_north)


def whole(ring):
    """The ring in whole thousandths, without repeated points and without the last."""
    points = []
    for lon, lat in ring[:-1]:
        point = (round(lon * SCALE), round(lat * SCALE))
        if not points or points[-1] != point:
            points.append(point)
    return points


def letters(difference):
    value = ~(difference << 1) if difference < 0 else difference << 1
    text = ""
    while value >= 32:
        text += chr((32 | value & 31) + 63)
        value >>= 5
    return text + chr(value + 63)


def encoded(points):
    text, last = "", (0, 0)
    for point in points:
        text += letters(point[1] - last[1]) + letters(point[0] - last[0])
        last = point
    return text


def main():
    root = pathlib.Path(sys.argv[1])
    codes = set(packages.iso_rows(root)) | {"XK"}
    lines = [
        f"{code} {encoded(points)}"
        for code, ring in rings(root, codes)
        if len(points := whole(ring)) > 2
    ]
    lines += [
        f"+{code} {encoded([(round(lon * SCALE), round(lat * SCALE)) for lat, lon in area])}"
        for code, areas in choices.ALSO_INSIDE.items()
        for area in areas
    ]
    lines.sort(key=lambda line: (line.lstrip("+"), line))
    header = [
        "# Written by ../generate/shapes.py from country-coder 5.6 (ISC; see LICENSES.md).",
        "# One line is one ring: code, space, encoded polyline in thousandths of a degree.",
    ]
    OUT.write_text("\n".join(header + lines) + "\n")
    missing = sorted(codes - {line.lstrip("+")[:2] for line in lines})
    print(f"{OUT}: {len(lines)} rings, {OUT.stat().st_size} bytes, no shape: {missing}")


if __name__ == "__main__":
    main()
