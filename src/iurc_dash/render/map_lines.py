"""The lines of a map's pairings, thinned to as few points as look the same, and kept for the next time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from iurc_dash.forms import ArcMap, MapPairing, MapPlace
from iurc_dash.geography import Point, arc, spread_bundles

Line = tuple[tuple[float, float], ...]
Join = tuple[Point, Point]

# How far a thinned line may lie beside the exact one, in degrees on a Mercator map: a quarter of a pixel on one of
# the world.
TOLERANCE = 0.1
FINE_POINTS = 41


def pairing_lines(form: ArcMap) -> dict[str, Line]:
    """For each pairing that joins placed members one unbroken line of (longitude, latitude) in degrees.

    Joins that meet are walked one after the other, so that a group is one line; where that needs it, a join is walked
    back. Longitudes run on past 180, never jump: a repeating map draws them whole. Ends carry two decimals, the
    points between them one.
    """
    # Whatever is chosen, the lines are the same: the key leaves it out.
    return dict(_lines(form.places, form.pairings))


@lru_cache(maxsize=16)
def _lines(map_places: tuple[MapPlace, ...], pairings: tuple[MapPairing, ...]) -> Mapping[str, Line]:
    places = {place.key: Point(place.longitude, place.latitude) for place in map_places}
    joins = [
        tuple((places[pairing.members[a]], places[pairing.members[b]]) for a, b in pairing.joins)
        for pairing in pairings
    ]
    bends = iter(spread_bundles([join for of_pairing in joins for join in of_pairing]))
    return {
        pairing.key: _walked(pairing, own, [next(bends) for _join in own])
        for pairing, own in zip(pairings, joins, strict=True)
        if own
    }


def _walked(pairing: MapPairing, ends: Sequence[Join], bends: Sequence[float]) -> Line:
    """The joins of a pairing as one line, walked from a member with a single join."""
    at: dict[int, list[tuple[int, int]]] = {}
    for number, (first, second) in enumerate(pairing.joins):
        at.setdefault(first, []).append((number, second))
        at.setdefault(second, []).append((number, first))
    start = min(at, key=lambda member: (len(at[member]), member))
    line: list[tuple[float, float]] = []

    def walk(member: int, came_by: int) -> None:
        onward = [(number, other) for number, other in at[member] if number != came_by]
        for place, (number, other) in enumerate(onward):
            piece = _thinned(ends[number][0], ends[number][1], bends[number])
            forth = piece if pairing.joins[number][0] == member else piece[::-1]
            _append(line, forth)
            walk(other, number)
            if place < len(onward) - 1:
                _append(line, _way_back(line, forth))

    walk(start, -1)
    return tuple(line)


def _way_back(line: Sequence[tuple[float, float]], forth: Line) -> Line:
    """Everything walked since `forth` began, backwards."""
    since = next(i for i in range(len(line) - 1, -1, -1) if _same(line[i], forth[0]))
    return tuple(line[since:])[::-1]


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] == other[1] and abs((one[0] - other[0]) % 360) < 1e-6


def _append(line: list[tuple[float, float]], piece: Line) -> None:
    """Add a piece where the line ends, shifted by whole turns so that it goes on without a jump."""
    if not line:
        line.extend(piece)
        return
    turn = 360 * round((line[-1][0] - piece[0][0]) / 360)
    line.extend((round(x + turn, 2), y) for x, y in piece[1:])


@lru_cache(maxsize=4096)
def _thinned(start: Point, end: Point, bend: float) -> Line:
    """An arc as one line without points that it can spare."""
    whole: list[tuple[float, float]] = []
    for path in arc(start, end, bend, points=FINE_POINTS).paths:
        # Pieces cut at the antimeridian meet there: joined again, the edge point is needed no more.
        if whole:
            turn = 360 * round((whole[-1][0] - path[0][0]) / 360)
            whole.pop()
            whole.extend((x + turn, y) for x, y in path[1:])
        else:
            whole.extend(path)
    kept = _spared([(x, _mercator(y)) for x, y in whole])
    last = len(whole) - 1
    return tuple(
        (round(x, 2), round(y, 2)) if at in (0, last) else (round(x, 1), round(y, 1))
        for at, (x, y) in enumerate(whole)
        if at in kept
    )


def _mercator(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def coarser(line: Line, tolerance: float) -> Line:
    """A line with fewer points, within `tolerance` degrees on a Mercator map: for lines that are felt, not seen."""
    kept = _spared([(x, _mercator(y)) for x, y in line], tolerance)
    return tuple(point for at, point in enumerate(line) if at in kept)


def _spared(points: Sequence[tuple[float, float]], tolerance: float = TOLERANCE) -> frozenset[int]:
    """The points that are needed for the line to stay within the tolerance (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        off, farthest = 0.0, first
        for at in range(first + 1, last):
            x, y = points[at]
            away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
            if away > off:
                off, farthest = away, at
        if off > tolerance:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return frozenset(kept)
