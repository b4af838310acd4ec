"""Points and distances, heights on a Mercator map, and a path cut where the map ends."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0088
MERCATOR_LATITUDE_LIMIT = 85.0

Path = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A position on the globe.

    longitude: degrees east, -180 to 180. latitude: degrees north, -90 to 90.
    Raises ValueError when either is outside its range or not a number.
    """

    longitude: float
    latitude: float

    def __post_init__(self) -> None:
        if not -180 <= self.longitude <= 180:
            raise ValueError(f"longitude {self.longitude} is not between -180 and 180")
        if not -90 <= self.latitude <= 90:
            raise ValueError(f"latitude {self.latitude} is not between -90 and 90")


def degrees_of(points: Sequence[Point]) -> NDArray[np.float64]:
    """Longitudes and latitudes in degrees: points -> array of shape (points, 2)."""
    return np.array([(point.longitude, point.latitude) for point in points], dtype=float).reshape(-1, 2)


def unit_vectors(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Directions from the centre of the globe: shape (points, 2) in degrees -> (points, 3)."""
    longitude, latitude = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    return np.column_stack(
        (np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude))
    )


def distance_km(start: Point, end: Point) -> float:
    """Length of the great circle between two points, in kilometres."""
    first, second = unit_vectors(degrees_of((start, end)))
    # atan2 stays exact for points that nearly coincide or lie nearly opposite, where arccos does not.
    angle = math.atan2(float(np.linalg.norm(np.cross(first, second))), float(first @ second))
    return EARTH_RADIUS_KM * angle


def split_at_antimeridian(path: Sequence[tuple[float, float]]) -> list[Path]:
    """Cut a path with unwrapped longitudes into paths that each lie within -180 and 180.

    path: pairs (longitude, latitude) in degrees whose longitudes do not jump. Where it is cut, one path ends exactly
    on 180 (or -180) and the next begins on the other side at the same latitude.
    """
    if len(path) < 2:
        return [tuple((wrapped(longitude), latitude) for longitude, latitude in path)] if path else []
    if all(-180 < longitude < 180 for longitude, _latitude in path):
        return [tuple(path)]
    with_edges = _with_edge_positions(path)
    pieces: list[list[tuple[float, float]]] = []
    turns: list[int] = []
    for before, after in itertools.pairwise(with_edges):
        turn = math.floor(((before[0] + after[0]) / 2 + 180) / 360)
        along_edge = before[0] == after[0] and (before[0] - 180) % 360 == 0
        if along_edge and turns:
            turn = turns[-1]
        if not turns or turn != turns[-1]:
            pieces.append([before])
            turns.append(turn)
        pieces[-1].append(after)
    return [_within(piece, turn) for piece, turn in zip(pieces, turns, strict=True)]


def mercator(latitude: float) -> float:
    """Height of a latitude on a Mercator map, in degrees of longitude at the equator."""
    return float(mercators(np.array(latitude)))


def mercators(latitudes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Heights of latitudes on a Mercator map, in degrees of longitude at the equator."""
    within = np.clip(latitudes, -MERCATOR_LATITUDE_LIMIT, MERCATOR_LATITUDE_LIMIT)
    return np.degrees(np.arcsinh(np.tan(np.radians(within))))


def latitude_of_mercator(height: float) -> float:
    """Latitude in degrees at a height on a Mercator map (see `mercator`)."""
    return float(latitudes_of_mercator(np.array(height)))


def latitudes_of_mercator(heights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Latitudes in degrees at heights on a Mercator map (see `mercators`)."""
    return np.degrees(np.arctan(np.sinh(np.radians(heights))))


def wrapped(longitude: float) -> float:
    """The same longitude between -180 and 180; 180 itself stays 180."""
    if -180 <= longitude <= 180:
        return longitude
    return (longitude + 180) % 360 - 180


def _with_edge_positions(path: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The path with a position added wherever a step crosses the edge of the map."""
    positions = [path[0]]
    for before, after in itertools.pairwise(path):
        low, high = sorted((before[0], after[0]))
        edges = [180.0 + 360 * turn for turn in range(math.floor(low / 360) - 1, math.ceil(high / 360) + 1)]
        crossed = [edge for edge in edges if low < edge < high]
        for edge in crossed if after[0] > before[0] else reversed(crossed):
            share = (edge - before[0]) / (after[0] - before[0])
            positions.append((edge, before[1] + share * (after[1] - before[1])))
        positions.append(after)
    return positions


def _within(piece: Sequence[tuple[float, float]], turn: int) -> Path:
    """The piece moved back by whole turns of the globe; the bounds only guard against rounding."""
    return tuple((max(-180.0, min(180.0, longitude - 360 * turn)), latitude) for longitude, latitude in piece)
