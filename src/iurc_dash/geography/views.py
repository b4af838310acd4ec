"""The view that shows a set of points on a Mercator map."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from iurc_dash.geography.points import Point, latitude_of_mercator, mercator, wrapped

# A Mercator world is this many pixels wide at zoom 0, for deck.gl and for MapLibre alike.
WORLD_PIXELS = 512
ZOOM_LIMIT = 6.0
WORLD = (-180.0, -56.0, 180.0, 72.0)


@dataclass(frozen=True, slots=True)
class Extent:
    """What a map shows.

    Bounds in degrees; longitude_max is above 180 when the view spans the antimeridian. center: the middle of the
    view on a Mercator map. zoom: as MapLibre and deck.gl count it (the world is 512 pixels wide at zoom 0).
    """

    longitude_min: float
    latitude_min: float
    longitude_max: float
    latitude_max: float
    center: Point
    zoom: float


def extent(points: Sequence[Point], width: int = 1000, height: int = 560, padding: int = 48) -> Extent:
    """The closest view that holds all points, across the antimeridian when that is narrower.

    width, height, padding: pixels. Without points: the inhabited world. A single point is shown at zoom 6.
    """
    if not points:
        west, south, east, north = WORLD
    else:
        west, east = _narrowest_span([point.longitude for point in points])
        south, north = min(point.latitude for point in points), max(point.latitude for point in points)
    low, high = mercator(south), mercator(north)
    across = _zoom_for(east - west, max(1, width - 2 * padding))
    upward = _zoom_for(high - low, max(1, height - 2 * padding))
    center = Point(wrapped((west + east) / 2), latitude_of_mercator((low + high) / 2))
    return Extent(west, south, east, north, center, round(min(across, upward, ZOOM_LIMIT), 3))


def _narrowest_span(longitudes: Sequence[float]) -> tuple[float, float]:
    """West and east of the narrowest band that holds all longitudes; east may be above 180."""
    ordered = sorted(set(longitudes))
    gaps = [after - before for before, after in itertools.pairwise(ordered)]
    across_edge = ordered[0] + 360 - ordered[-1]
    if not gaps or across_edge >= max(gaps):
        return ordered[0], ordered[-1]
    index = gaps.index(max(gaps))
    return ordered[index + 1], ordered[index] + 360


def _zoom_for(degrees: float, pixels: int) -> float:
    return math.log2(pixels / WORLD_PIXELS * 360 / degrees) if degrees > 0 else ZOOM_LIMIT
