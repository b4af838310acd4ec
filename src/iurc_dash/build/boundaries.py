"""Country boundaries as lines that neighbours share, and the areas and borders made from them.

Used when the project is built, never when a page is shown.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

DISPUTED_PREFIX = "X"

Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Topology:
    """Boundaries as lines that neighbours share.

    arcs: one line per shared stretch, in degrees. countries: id and polygons; a polygon is a list of rings, a ring
    a list of numbered arcs (a negative number is that arc turned round). lakes: the same without ids.
    """

    arcs: tuple[Ring, ...]
    countries: tuple[tuple[str, list[list[list[int]]]], ...]
    lakes: tuple[list[list[list[int]]], ...]


def read_topology(path: Path) -> Topology:
    """Read a TopoJSON file with the layers `countries` and `lakes`."""
    document = json.loads(path.read_text(encoding="utf-8"))
    (across, up), (west, south) = document["transform"]["scale"], document["transform"]["translate"]
    arcs: list[Ring] = []
    for deltas in document["arcs"]:
        x = y = 0
        arc: Ring = []
        for step_x, step_y in deltas:
            x, y = x + step_x, y + step_y
            arc.append((x * across + west, y * up + south))
        arcs.append(arc)
    layers = document["objects"]
    countries = tuple((shape["id"], _polygons(shape)) for shape in layers["countries"]["geometries"])
    return Topology(
        tuple(arcs), countries, tuple(_polygons(shape) for shape in layers["lakes"]["geometries"])
    )


def country_shapes(topology: Topology) -> dict[str, BaseGeometry]:
    """Each country's area by its code, valid and cut at the antimeridian; a code that occurs twice is one area."""
    parts: dict[str, list[BaseGeometry]] = {}
    for code, polygons in topology.countries:
        parts.setdefault(code, []).extend(polygon_shape(topology.arcs, polygon) for polygon in polygons)
    return {code: shapely.union_all(shapes) for code, shapes in parts.items()}


def border_lines(topology: Topology) -> tuple[BaseGeometry, BaseGeometry]:
    """Lines between two countries, and those of disputed areas: an arc that two codes use is a border."""
    users: dict[int, set[str]] = {}
    for code, polygons in topology.countries:
        for number in (number for polygon in polygons for ring in polygon for number in ring):
            users.setdefault(number if number >= 0 else ~number, set()).add(code)
    lines: dict[bool, list[LineString]] = {False: [], True: []}
    for number, codes in sorted(users.items()):
        if len(codes) > 1 and len(set(topology.arcs[number])) > 1:
            disputed = any(code.startswith(DISPUTED_PREFIX) for code in codes)
            lines[disputed].append(LineString(topology.arcs[number]))
    return shapely.line_merge(MultiLineString(lines[False])), shapely.line_merge(MultiLineString(lines[True]))


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    polygons: list[list[list[int]]] = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return polygons


def _ring(arcs: tuple[Ring, ...], numbers: Iterable[int]) -> Ring:
    """The closed ring of some arcs, its longitudes unwrapped so that none jumps at the antimeridian."""
    ring: Ring = []
    for number in numbers:
        positions = arcs[number] if number >= 0 else arcs[~number][::-1]
        for longitude, latitude in positions[1:] if ring else positions:
            turn = round((longitude - ring[-1][0]) / 360) if ring else 0
            ring.append((longitude - 360 * turn, latitude))
    return ring


def polygon_shape(arcs: tuple[Ring, ...], numbered: list[list[int]]) -> BaseGeometry:
    """One polygon with its holes, valid, every part of it within -180 and 180."""
    shell, *holes = (_ring(arcs, ring) for ring in numbered)
    if len(set(shell)) < 3:
        return Polygon()
    middle = shell[0][0]
    level = [
        [(x - 360 * round((hole[0][0] - middle) / 360), y) for x, y in hole]
        for hole in holes
        if len(set(hole)) >= 3
    ]
    whole = shapely.make_valid(Polygon(shell, level))
    west, _, east, _ = whole.bounds
    if west >= -180 and east <= 180:
        return _area(whole)
    turns = range(math.floor((west + 180) / 360), math.ceil((east - 180) / 360) + 1)
    pieces = [whole.intersection(box(360 * turn - 180, -90, 360 * turn + 180, 90)) for turn in turns]
    moved = [translate(piece, -360 * turn) for turn, piece in zip(turns, pieces, strict=True)]
    return _area(shapely.union_all(moved))


def _area(shape: BaseGeometry) -> BaseGeometry:
    """Only the polygons of a shape: mending can leave stray lines and points."""
    return MultiPolygon(list(polygon_parts(shape)))


def polygon_parts(shape: BaseGeometry) -> Iterator[Polygon]:
    """The polygons of a shape, however deep they lie; lines and points are passed over."""
    for part in shapely.get_parts(shape):
        if isinstance(part, Polygon):
            if not part.is_empty:
                yield part
        elif hasattr(part, "geoms"):
            yield from polygon_parts(part)
