"""The land of the flat maps, as short SVG paths: worked out when the project is built, never when a page is shown."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from iurc_dash.build.boundaries import Topology, border_lines, country_shapes, polygon_parts
from iurc_dash.geography.flat_maps import FLAT_MAPS, SOUTH_END, FlatMap

# Coordinates are written as whole quarters of a unit: a pixel at the closest zoom of a wide map.
STEPS_PER_UNIT = 4
# A straight edge on the globe is bent by a projection: no piece of one is longer than this.
PIECE_DEGREES = 0.5
# How far a simplified line may lie beside the exact one, and the smallest island, in units and square units.
COAST_TOLERANCE, BORDER_TOLERANCE = 0.45, 0.7
SMALLEST_ISLAND = 1.1


def land_documents(topology: Topology) -> dict[str, dict[str, Any]]:
    """For each flat map, by the name of its file: land, borders and disputed borders as SVG paths.

    `steps` says how many steps of a path's coordinates make a unit of the map.
    """
    land = shapely.union_all(list(country_shapes(topology).values()))
    borders, disputed = border_lines(topology)
    return {
        f"land-{flat.name}.json": {
            "steps": STEPS_PER_UNIT,
            "land": _land_path(flat, land),
            "borders": _lines_path(flat, borders),
            "disputed": _lines_path(flat, disputed),
        }
        for flat in FLAT_MAPS
    }


def _land_path(flat: FlatMap, land: BaseGeometry) -> str:
    """The land, each polygon with its holes; islands too small to be seen are left out."""
    rings: list[str] = []
    for piece in _torn_open(flat, land):
        for polygon in polygon_parts(piece):
            drawn = shapely.make_valid(shapely.transform(polygon, flat.positions))
            for part in polygon_parts(drawn.simplify(COAST_TOLERANCE)):
                rings.extend(
                    _path(ring, closed=True)
                    for ring in (part.exterior, *part.interiors)
                    if Polygon(ring).area >= SMALLEST_ISLAND
                )
    return "".join(sorted(rings))


def _lines_path(flat: FlatMap, lines: BaseGeometry) -> str:
    drawn = [
        shapely.transform(part, flat.positions).simplify(BORDER_TOLERANCE)
        for piece in _torn_open(flat, lines)
        for part in _line_parts(piece)
    ]
    return "".join(sorted(_path(line, closed=False) for line in drawn if line.length >= 1))


def _torn_open(flat: FlatMap, shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The shape in the pieces that lie within the map, its longitudes from the cut eastward."""
    # A hair's breadth of room, for a point on the cut itself belongs to both sides.
    west = box(-180, SOUTH_END, flat.cut - 1e-6, 90)
    east = box(flat.cut + 1e-6, SOUTH_END, 180, 90)
    for window, turn in ((west, 360), (east, 0)):
        piece = shape.intersection(window)
        if not piece.is_empty:
            yield shapely.segmentize(translate(piece, turn), PIECE_DEGREES)


def _line_parts(shape: BaseGeometry) -> Iterator[LineString]:
    for part in shapely.get_parts(shape):
        if isinstance(part, LineString):
            yield part


def _path(line: BaseGeometry, *, closed: bool) -> str:
    """An SVG path in relative whole steps, the shortest way to write it; blank for what has shrunk to a point."""
    steps = [(round(x * STEPS_PER_UNIT), round(y * STEPS_PER_UNIT)) for x, y in line.coords]
    steps = [step for step, _same in itertools.groupby(steps)]
    if closed:
        steps = steps[:-1]
    if len(steps) < (3 if closed else 2):
        return ""
    start = f"M{steps[0][0]} {steps[0][1]}l"
    moves = " ".join(
        f"{after[0] - before[0]} {after[1] - before[1]}" for before, after in itertools.pairwise(steps)
    )
    return (start + moves + ("z" if closed else "")).replace(" -", "-")
