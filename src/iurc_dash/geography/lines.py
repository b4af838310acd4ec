"""Lines that a map draws between places: great circles, calmer curves where these would leave the map, thinned.

Many lines are worked out at once: arrays of shape (lines, points, 2) hold longitudes and latitudes in degrees.
Longitudes are unwrapped: they run on past 180 or -180 and never jump.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from iurc_dash.geography.points import (
    Path,
    Point,
    degrees_of,
    latitudes_of_mercator,
    mercators,
    unit_vectors,
)

Numbers = NDArray[np.float64]
Ends = tuple[Point, Point]

# Beyond this a Mercator map stretches so far that a line leaves the picture.
LATITUDE_LIMIT = 72.0
# Near-antipodal places: great circles between neighbours part in every direction, so none is worth showing.
OPPOSITE_ANGLE = math.radians(165)
# Points of a line before it is thinned.
FINE_POINTS = 41
# How far a thinned line may lie beside the exact one, in degrees on a Mercator map: a quarter of a pixel on one of
# the world.
TOLERANCE = 0.1


def lines_between(ends: Sequence[Ends], bends: Sequence[float], points: int = FINE_POINTS) -> Numbers:
    """The lines that a map draws between pairs of places, each from the first to the second.

    bends: for each line how far its middle is moved aside, in degrees on a Mercator map, northward when positive
    (eastward for a line that runs due north); it tapers to nothing at both ends. points: positions along a line.
    Raises ValueError for fewer than two points.
    """
    if points < 2:
        raise ValueError("a line needs at least two points")
    starts, finishes = degrees_of([start for start, _end in ends]), degrees_of([end for _start, end in ends])
    lines, angles = great_circles(starts, finishes, points)
    limits = np.maximum(LATITUDE_LIMIT, np.maximum(np.abs(starts[:, 1]), np.abs(finishes[:, 1])))
    # A hair of tolerance: an end on the limit itself must not rule out the line that starts there.
    leaves = (angles >= OPPOSITE_ANGLE) | (np.abs(lines[:, :, 1]).max(axis=1, initial=0) > limits + 1e-9)
    lines[leaves] = _calm_curves(starts[leaves], finishes[leaves], points)
    return _bent(lines, np.asarray(bends, dtype=float), limits)


def great_circles(starts: Numbers, finishes: Numbers, points: int = FINE_POINTS) -> tuple[Numbers, Numbers]:
    """The shortest ways over the globe, and the angles they span from its centre, in radians.

    starts, finishes: (longitude, latitude) in degrees, shape (lines, 2). Between places that lie exactly opposite
    each other, where every way is as short as any other, the line is not to be used.
    """
    first, second = unit_vectors(starts), unit_vectors(finishes)
    # arctan2 stays exact for points that nearly coincide or lie nearly opposite, where arccos does not.
    angles = np.arctan2(np.linalg.norm(np.cross(first, second), axis=1), (first * second).sum(axis=1))
    share = np.linspace(0, 1, points)
    along = np.where(angles < 1e-9, 1.0, angles)[:, None]
    weights = np.sin(np.stack(((1 - share) * along, share * along))) / np.sin(along)
    vectors = weights[0][:, :, None] * first[:, None, :] + weights[1][:, :, None] * second[:, None, :]
    longitudes = np.degrees(np.unwrap(np.arctan2(vectors[:, :, 1], vectors[:, :, 0]), axis=1))
    longitudes += (starts[:, 0] - longitudes[:, 0])[:, None]
    latitudes = np.degrees(np.arctan2(vectors[:, :, 2], np.hypot(vectors[:, :, 0], vectors[:, :, 1])))
    turns = np.round((longitudes[:, -1] - finishes[:, 0]) / 360)
    lines = np.stack((longitudes, latitudes), axis=2)
    lines[:, 0], lines[:, -1] = starts, finishes + np.stack((360 * turns, 0 * turns), axis=1)
    return lines, angles


def thinned(lines: Numbers, tolerance: float = TOLERANCE) -> NDArray[np.bool_]:
    """Which points each line needs to stay within the tolerance (Douglas and Peucker): shape (lines, points)."""
    x, y = lines[:, :, 0], mercators(lines[:, :, 1])
    kept = np.zeros(x.shape, dtype=bool)
    kept[:, [0, -1]] = True
    at = np.arange(x.shape[1])
    line = np.arange(len(lines))
    first, last = np.zeros(len(lines), dtype=int), np.full(len(lines), x.shape[1] - 1)
    while line.size:
        from_x, from_y = x[line, first], y[line, first]
        across, up = x[line, last] - from_x, y[line, last] - from_y
        length = np.hypot(across, up)
        length[length == 0] = 1
        away = np.abs(
            across[:, None] * (from_y[:, None] - y[line]) - (from_x[:, None] - x[line]) * up[:, None]
        )
        away /= length[:, None]
        away[(at <= first[:, None]) | (at >= last[:, None])] = 0
        farthest = away.argmax(axis=1)
        off = away[np.arange(line.size), farthest] > tolerance
        line, first, last, farthest = line[off], first[off], last[off], farthest[off]
        kept[line, farthest] = True
        line = np.concatenate((line, line))
        first, last = np.concatenate((first, farthest)), np.concatenate((farthest, last))
    return kept


def thin_paths(ends: Sequence[Ends], bends: Sequence[float]) -> list[Path]:
    """The lines as paths with as few points as look the same; ends carry two decimals, what lies between one."""
    lines = lines_between(ends, bends)
    kept = thinned(lines)
    paths = []
    for line, needed in zip(lines, kept, strict=True):
        first, *between, last = line[needed].tolist()
        paths.append((_rounded(first, 2), *(_rounded(point, 1) for point in between), _rounded(last, 2)))
    return paths


def walked(joins: Sequence[tuple[int, int]], paths: Sequence[Path]) -> Path:
    """One unbroken line along all joins of a group, from a member with a single join.

    joins: pairs of indices of members, as `joined_members` gives them; paths: one a join, from its first member to
    its second. Where joins branch, the line goes back the way it came. Without joins: an empty path.
    """
    at: dict[int, list[tuple[int, int]]] = {}
    for number, (first, second) in enumerate(joins):
        at.setdefault(first, []).append((number, second))
        at.setdefault(second, []).append((number, first))
    line: list[tuple[float, float]] = []

    def walk(member: int, came_by: int) -> None:
        onward = [(number, other) for number, other in at[member] if number != came_by]
        for place, (number, other) in enumerate(onward):
            began = max(0, len(line) - 1)
            _append(line, paths[number] if joins[number][0] == member else paths[number][::-1])
            walk(other, number)
            if place < len(onward) - 1:
                line.extend(line[began:-1][::-1])

    if at:
        walk(min(at, key=lambda member: (len(at[member]), member)), -1)
    return tuple(line)


def _append(line: list[tuple[float, float]], piece: Path) -> None:
    """Add a piece where the line ends, shifted by whole turns of the globe so that it goes on without a jump."""
    turn = 360 * round((line[-1][0] - piece[0][0]) / 360) if line else 0
    line.extend((round(x + turn, 2), y) for x, y in (piece[1:] if line else piece))


def _rounded(point: Sequence[float], decimals: int) -> tuple[float, float]:
    return round(point[0], decimals), round(point[1], decimals)


def _calm_curves(starts: Numbers, finishes: Numbers, points: int) -> Numbers:
    """Curves that stay on the map where great circles would not.

    Between the hemispheres they are level at both ends, within one they are arched; they prefer the way that does not
    leave over the edge of the map.
    """
    spans = finishes[:, 0] - starts[:, 0]
    spans -= np.where(np.abs(spans) > 210, np.copysign(360.0, spans), 0)
    share = np.linspace(0, 1, points)
    low, high = mercators(starts[:, 1]), mercators(finishes[:, 1])
    heights = low[:, None] + (high - low)[:, None] * (share + (1 - np.cos(math.pi * share)) / 2) / 2
    within_one = low * high > 0
    heights[within_one] += np.sign(low[within_one])[:, None] * _arches(
        np.abs(heights[within_one]), share, np.abs(spans[within_one])
    )
    lines = np.stack((starts[:, :1] + spans[:, None] * share, latitudes_of_mercator(heights)), axis=2)
    lines[:, 0] = starts
    lines[:, -1, 1] = finishes[:, 1]
    return lines


def _arches(heights: Numbers, share: Numbers, spans: Numbers) -> Numbers:
    """How far curves are lifted towards the pole without passing the latitude limit."""
    shape = np.sin(math.pi * share)
    room = (mercators(np.array(LATITUDE_LIMIT)) - heights[:, 1:-1]) / shape[1:-1]
    lift = np.clip(np.minimum(0.25 * spans, room.min(axis=1, initial=math.inf)), 0, None)
    return np.asarray(lift[:, None] * shape)


def _bent(lines: Numbers, bends: Numbers, limits: Numbers) -> Numbers:
    """The lines with their middles moved aside, square to the straight line between their ends on a Mercator map."""
    across = lines[:, -1, 0] - lines[:, 0, 0]
    up = mercators(lines[:, -1, 1]) - mercators(lines[:, 0, 1])
    length = np.hypot(across, up)
    bent = (bends != 0) & (length > 0)
    if not bent.any() or lines.shape[1] < 3:
        return lines
    across, up, length, limit = across[bent], up[bent], length[bent], limits[bent][:, None]
    # A quarter of the length keeps short lines from bulging into loops.
    reach = np.copysign(np.minimum(np.abs(bends[bent]), length / 4), bends[bent])
    upward = np.where((across > 0) | ((across == 0) & (up < 0)), 1, -1)
    offset = reach[:, None] * np.sin(math.pi * np.linspace(0, 1, lines.shape[1]))[1:-1]
    moved = lines[bent]
    moved[:, 1:-1, 0] += (-up / length * upward)[:, None] * offset
    heights = mercators(moved[:, 1:-1, 1]) + (across / length * upward)[:, None] * offset
    moved[:, 1:-1, 1] = np.clip(latitudes_of_mercator(heights), -limit, limit)
    lines[bent] = moved
    return lines
