"""Finds what the two scripts read among the unpacked packages."""

import json
import re


def folder(root, stem):
    found = sorted(root.glob(f"*{stem}-[0-9]*/package.json"))
    assert found, f"no unpacked {stem} in {root}"
    return found[-1].parent


def data(root, stem, path):
    return json.loads((folder(root, stem) / path).read_text())


def iso_rows(root):
    """alpha-2 -> (alpha-3, numeric, short name) of every assigned code."""
    text = (folder(root, "iso-3166") / "1.js").read_text()
    entry = re.compile(
        r"""name: (?:'((?:[^'\\]|\\.)*)'|"([^"]*)"),\s+state: 'assigned',"""
        r"""\s+alpha2: '(\w\w)',\s+alpha3: '(\w{3})',\s+numeric: '(\d{3})'"""
    )
    rows = {c: (a3, n, one or two) for one, two, c, a3, n in entry.findall(text)}
    assert len(rows) == 249, len(rows)
    return rows
