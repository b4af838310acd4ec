"""What a map draws between places: arcs, bundles spread apart, and the links of a group."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from iurc_dash.geography.points import (
    Path,
    Point,
    central_angle,
    distance_km,
    great_circle,
    latitude_of_mercator,
    mercator,
    split_at_antimeridian,
    unit_vectors,
)

# Beyond this a Mercator map stretches so far that an arc leaves the picture.
LATITUDE_LIMIT = 72.0
# Near-antipodal places: great circles between neighbours part in every direction, so none is worth showing.
OPPOSITE_ANGLE = math.radians(165)
BUNDLE_RADIUS_KM = 450.0
BEND_STEP = 1.1
BEND_LIMIT = 4.0


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from one place to another as a map draws it.

    paths: one path, or more where the line is cut at the antimeridian; each holds (longitude, latitude) in
    degrees within -180 and 180. is_great_circle: False where the shortest way would leave the map and a calmer
    curve stands for it.
    """

    paths: tuple[Path, ...]
    is_great_circle: bool


def arc(start: Point, end: Point, bend: float = 0.0, points: int = 32) -> Arc:
    """The line that a map draws from start to end.

    bend: how far the middle is moved aside, in degrees on a Mercator map, northward when positive (eastward for a
    line that runs due north); it tapers to nothing at both ends. points: positions along the line, at least two.
    """
    line: list[tuple[float, float]] = []
    if central_angle(start, end) < OPPOSITE_ANGLE:
        line = great_circle(start, end, points)
    limit = max(LATITUDE_LIMIT, abs(start.latitude), abs(end.latitude))
    # A hair of tolerance: an end on the limit itself must not rule out the line that starts there.
    is_great_circle = bool(line) and max(abs(latitude) for _, latitude in line) <= limit + 1e-9
    if not is_great_circle:
        line = _calm_curve(start, end, points)
    return Arc(_with_exact_ends(split_at_antimeridian(_bent(line, bend, limit)), start, end), is_great_circle)


def spread_bundles(ends: Sequence[tuple[Point, Point]]) -> list[float]:
    """Bends that fan out arcs which run nearly together, one for each pair of ends.

    Arcs run together when both ends lie within 450 km of each other. Within a bundle they keep their natural order
    from north to south, so fanning out crosses no lines; bends are symmetric around zero and at most 4 degrees.
    """
    if not ends:
        return []
    together = _run_together(ends)
    order = _order_from_south(ends)
    above = np.sign(order[:, None] - order[None, :])
    balance = (together * above).sum(axis=1) / 2
    neighbours = together.sum(axis=1) - 1
    step = np.minimum(BEND_STEP, 2 * BEND_LIMIT / np.maximum(neighbours, 1))
    return [float(bend) for bend in np.clip(balance * step, -BEND_LIMIT, BEND_LIMIT)]


def joined_members(points: Sequence[Point]) -> list[tuple[int, int]]:
    """The shortest set of links that joins all members of a group (a minimum spanning tree).

    Returns pairs of indexes, smaller first, one fewer than there are points. Members without a position are the
    caller's to leave out.
    """
    if not points:
        return []
    links: list[tuple[int, int]] = []
    nearest = {index: (distance_km(points[0], points[index]), 0) for index in range(1, len(points))}
    while nearest:
        index = min(nearest, key=lambda candidate: (nearest[candidate], candidate))
        joined_to = nearest.pop(index)[1]
        links.append((min(index, joined_to), max(index, joined_to)))
        for other, known in nearest.items():
            nearest[other] = min(known, (distance_km(points[index], points[other]), index))
    return sorted(links)


def trail(links: Sequence[tuple[int, int]], arcs: Sequence[Arc]) -> Path:
    """One unbroken line along all links of a group, so that a map can pick and highlight the group as one.

    links: as `joined_members` gives them. arcs: one a link, drawn from the link's first member to its second. Where
    the links branch, the line goes back the way it came. Longitudes are unwrapped: beyond 180 where an arc crosses
    the antimeridian, for maps that repeat the world. Without links: an empty path.
    """
    if not links:
        return ()
    ways: dict[int, list[tuple[int, list[tuple[float, float]]]]] = {}
    for (first, second), drawn in zip(links, arcs, strict=True):
        line = [position for path in drawn.paths for position in path]
        ways.setdefault(first, []).append((second, line))
        ways.setdefault(second, []).append((first, line[::-1]))
    # Starting at an end spares the way back over the first branch.
    start = min(ways, key=lambda member: (len(ways[member]), member))
    walked: list[tuple[float, float]] = []
    furthest = _walk(ways, start, None, walked)
    return _unwrapped(walked[:furthest])


def _walk(
    ways: dict[int, list[tuple[int, list[tuple[float, float]]]]],
    member: int,
    came_from: int | None,
    walked: list[tuple[float, float]],
) -> int:
    """Walk all branches beyond a member and back, adding to `walked`; returns how much of it was new ground."""
    reached = len(walked)
    for neighbour, line in ways[member]:
        if neighbour != came_from:
            walked.extend(line)
            reached = max(len(walked), _walk(ways, neighbour, member, walked))
            walked.extend(line[::-1])
    return reached


def _unwrapped(positions: Sequence[tuple[float, float]]) -> Path:
    line: list[tuple[float, float]] = []
    for longitude, latitude in positions:
        turns = round((longitude - line[-1][0]) / 360) if line else 0
        position = (longitude - 360 * turns, latitude)
        if not line or position != line[-1]:
            line.append(position)
    return tuple(line)


def _calm_curve(start: Point, end: Point, points: int) -> list[tuple[float, float]]:
    """A curve that stays on the map where the great circle would not.

    Between the hemispheres it is level at both ends, within one it is arched; it prefers the way that does not leave
    over the edge of the map.
    """
    span = end.longitude - start.longitude
    if abs(span) > 210:
        span -= math.copysign(360, span)
    share = np.linspace(0, 1, points)
    low, high = mercator(start.latitude), mercator(end.latitude)
    level = (share + (1 - np.cos(math.pi * share)) / 2) / 2
    height = low + (high - low) * level
    if low * high > 0:
        height += math.copysign(1, low) * _arch(np.abs(height), share, abs(span))
    line = [
        (start.longitude + span * float(at), latitude_of_mercator(float(y)))
        for at, y in zip(share, height, strict=True)
    ]
    line[0], line[-1] = (start.longitude, start.latitude), (start.longitude + span, end.latitude)
    return line


def _arch(height: NDArray[np.float64], share: NDArray[np.float64], span: float) -> NDArray[np.float64]:
    """How far a curve is lifted towards the pole without passing the latitude limit."""
    shape = np.sin(math.pi * share)
    room = (mercator(LATITUDE_LIMIT) - height[1:-1]) / shape[1:-1]
    lift = max(0.0, min(0.25 * span, float(room.min()))) if room.size else 0.0
    return lift * shape


def _bent(line: list[tuple[float, float]], bend: float, limit: float) -> list[tuple[float, float]]:
    """The line with its middle moved aside, square to the straight line between its ends on a Mercator map."""
    if bend == 0 or len(line) < 3:
        return line
    across, up = line[-1][0] - line[0][0], mercator(line[-1][1]) - mercator(line[0][1])
    length = math.hypot(across, up)
    if length == 0:
        return line
    # A quarter of the length keeps short lines from bulging into loops.
    reach = math.copysign(min(abs(bend), length / 4), bend)
    aside = (-up / length, across / length)
    if aside[1] < 0 or (aside[1] == 0 and aside[0] < 0):
        aside = (-aside[0], -aside[1])
    bent = [line[0]]
    for index, (longitude, latitude) in enumerate(line[1:-1], start=1):
        offset = reach * math.sin(math.pi * index / (len(line) - 1))
        moved = latitude_of_mercator(mercator(latitude) + aside[1] * offset)
        bent.append((longitude + aside[0] * offset, max(-limit, min(limit, moved))))
    return [*bent, line[-1]]


def _with_exact_ends(paths: list[Path], start: Point, end: Point) -> tuple[Path, ...]:
    """Ends as they were given: whole turns of the globe added and taken away leave rounding behind."""
    first, last = paths[0][0], paths[-1][-1]
    if abs(first[0] - start.longitude) < 1e-6:
        paths[0] = ((start.longitude, start.latitude), *paths[0][1:])
    if abs(last[0] - end.longitude) < 1e-6:
        paths[-1] = (*paths[-1][:-1], (end.longitude, end.latitude))
    return tuple(paths)


def _run_together(ends: Sequence[tuple[Point, Point]]) -> NDArray[np.bool_]:
    """Which arcs have both ends near each other's: square matrix, true on the diagonal."""
    near_cosine = math.cos(BUNDLE_RADIUS_KM / 6371.0)
    starts = unit_vectors([start for start, _ in ends])
    finishes = unit_vectors([end for _, end in ends])
    same = (starts @ starts.T >= near_cosine) & (finishes @ finishes.T >= near_cosine)
    turned = (starts @ finishes.T >= near_cosine) & (finishes @ starts.T >= near_cosine)
    together: NDArray[np.bool_] = same | turned | np.eye(len(ends), dtype=bool)
    return together


def _order_from_south(ends: Sequence[tuple[Point, Point]]) -> NDArray[np.int_]:
    """Rank of each arc by the latitude of its middle, then by its ends, then by its place in the list."""

    def middle(index: int) -> tuple[float, tuple[Point, Point], int]:
        start, end = ends[index]
        summed = unit_vectors((start, end)).sum(axis=0)
        latitude = math.degrees(math.atan2(summed[2], math.hypot(summed[0], summed[1])))
        return round(latitude, 6), (min(start, end), max(start, end)), index

    rank = np.empty(len(ends), dtype=int)
    rank[sorted(range(len(ends)), key=middle)] = np.arange(len(ends))
    return rank
