"""The rows of a map's layers: what a browser reads of lines, dots and names.

Rows carry as little as the map reads, under short names. Of a line: `k` key of the pairing, `c` which colour,
`m` its members by their place in `places_in_order`, `p` longitudes and latitudes in turn. Of a dot: `k` key of a place,
the first of those at its point, `t` what a pointer is told, `x` and `y` position, `e` 1 for an EU end, `n` number of
pairings. Of a name: `t`, `x`, `y`, `r` rank.

Rows stand in the order of their keys, whatever colours them and whatever is chosen: what a reader has chosen is kept by
the number of its row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from iurc_dash.forms import ArcMap, MapPairing, MapPlace
from iurc_dash.language import format_entries, format_parts
from iurc_dash.render.lettering import shortened

Row = dict[str, Any]

# Kinds of rows; the layers 'lines' and 'pairings' draw the same.
LAYER_IDS = ("pairings", "places", "names")
TOLD_LENGTH = 70
# Names for all points; on a far larger map, for those with most pairings.
MOST_NAMES = 400
# A dot grows with the number of its pairings up to this.
MOST_COUNTED = 7


def layer_rows(form: ArcMap) -> dict[str, list[Row]]:
    """Rows by kind, as LAYER_IDS names them."""
    return {
        "pairings": _line_rows(form),
        "places": [_dot_row(places) for places in _by_point(form)],
        "names": _name_rows(form),
    }


def rows_key(form: ArcMap) -> str:
    """A word that changes when other rows are drawn, for the key of the chart that shows them.

    What is chosen on a chart is kept by the number of a row; a chart of other rows must be another chart.
    """
    keys = sorted([*(pairing.key for pairing in form.pairings), "", *(place.key for place in form.places)])
    return f"{crc32('|'.join(keys).encode(errors='replace')):08x}"


def colours_in_order(form: ArcMap) -> list[str]:
    """The colour keys that `c` counts."""
    return sorted({pairing.colour for pairing in form.pairings})


def places_in_order(form: ArcMap) -> list[str]:
    """The keys of places that `m` counts."""
    return sorted(place.key for place in form.places)


def _line_rows(form: ArcMap) -> list[Row]:
    inks = {key: number for number, key in enumerate(colours_in_order(form))}
    members = {key: number for number, key in enumerate(places_in_order(form))}
    return [
        {
            "k": pairing.key,
            "c": inks[pairing.colour],
            "m": [members[key] for key in pairing.members if key in members],
            "p": [_lean(value) for point in pairing.line for value in point],
        }
        for pairing in sorted(form.pairings, key=_key)
        if pairing.line
    ]


def _by_point(form: ArcMap) -> list[list[MapPlace]]:
    """Places by the point at which they stand: in order of key; within a point those with most pairings first."""
    found: dict[tuple[float, float], list[MapPlace]] = {}
    for place in sorted(form.places, key=_key):
        found.setdefault((place.longitude, place.latitude), []).append(place)
    return [sorted(places, key=lambda place: (-place.pairings.value, place.key)) for places in found.values()]


def _dot_row(places: Sequence[MapPlace]) -> Row:
    first = places[0]
    told = [place.description or place.label for place in places]
    return {
        "k": first.key,
        "t": shortened(format_entries(told), TOLD_LENGTH),
        **_position(first),
        "e": int(first.side == "EU"),
        "n": min(first.pairings.value, MOST_COUNTED),
    }


def _name_rows(form: ArcMap) -> list[Row]:
    """Names of the points with most pairings; `r` is their rank, no two alike, since ties would let names overlap."""
    named = sorted(_by_point(form), key=lambda places: (-places[0].pairings.value, places[0].key))[
        :MOST_NAMES
    ]
    return [
        {"t": format_parts(place.label for place in places), **_position(places[0]), "r": MOST_NAMES - rank}
        for rank, places in enumerate(named)
    ]


def _key(thing: MapPlace | MapPairing) -> str:
    return thing.key


def _position(place: MapPlace) -> Row:
    return {"x": _lean(round(place.longitude, 2)), "y": _lean(round(place.latitude, 2))}


def _lean(value: float) -> float | int:
    """A whole number without its '.0'."""
    return int(value) if value == int(value) else value
