"""The two flat maps that readers look at, and where places lie on them.

**World** is Equal Earth with 10 degrees east in the middle. **Europe enlarged** is Briesemeister's oblique Hammer
projection seen through a lens: distances from a point in the middle of Europe are raised to the power of 0.62, so that
the many places there stand apart and the rest of the world lies around them (Hägerstrand 1957, Snyder 1987).

Both have the same width and height in units, so that a picture can change from one to the other in its place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from iurc_dash.geography.points import unit_vectors
from iurc_dash.geography.projection import equal_earths

Numbers = NDArray[np.float64]
MapName = Literal["world", "europe"]

# Units of both maps; a picture of 1400 pixels shows one unit a pixel.
WIDTH, HEIGHT = 1400, 750
# South of this lies Antarctica alone.
SOUTH_END = -60.0

_MIDDLE_OF_WORLD = 10.0
# Where Briesemeister's projection is centred, in degrees.
_CENTRE_EAST, _CENTRE_NORTH = 12.0, 44.0
# What the lens enlarges, on the plane of the projection: about 9 degrees east, 45.6 north, the mean place of the EU
# side when the map was made. It stays where it is, or every place on the map would move with each release.
_LENS_MIDDLE = (-0.0343, 0.0370)
# Beyond this distance on the plane the lens makes smaller, within it larger.
_LENS_REACH = 2.2
_LENS_POWER = 0.62


@dataclass(frozen=True, slots=True)
class FlatMap:
    """A projection and the window on it.

    project: (longitude, latitude) in degrees -> (x, y) on the plane, y northward, both of shape (points, 2).
    left, top: the window's corner on the plane; scale: units a step on the plane. cut: the meridian along which the
    map is torn open. bend: how far the middle of a line stands aside, as a share of its length.
    """

    name: MapName
    project: Callable[[Numbers], Numbers]
    left: float
    top: float
    scale: float
    cut: float
    bend: float

    def positions(self, points: Sequence[tuple[float, float]] | Numbers) -> Numbers:
        """Where points lie, given by longitude and latitude: x from the left, y from the top, in units."""
        degrees = np.array(points, dtype=float).reshape(-1, 2)
        return (self.project(degrees) - (self.left, self.top)) * (self.scale, -self.scale)


def equal_earth_around_ten(degrees: Numbers) -> Numbers:
    """Equal Earth with 10 degrees east in the middle."""
    east = (degrees[:, 0] - _MIDDLE_OF_WORLD + 180) % 360 - 180
    # The edge itself can be meant from either side: 190 degrees is the right one, -170 the left one.
    east[(east == -180) & (degrees[:, 0] > 0)] = 180
    return equal_earths(np.column_stack((east, degrees[:, 1])))


def briesemeister(degrees: Numbers) -> Numbers:
    """Hammer's projection of the globe turned with 12 degrees east, 44 north in its middle, widened."""
    turned = unit_vectors(degrees - (_CENTRE_EAST, 0.0))
    sine, cosine = math.sin(math.radians(_CENTRE_NORTH)), math.cos(math.radians(_CENTRE_NORTH))
    ahead = turned[:, 0] * cosine + turned[:, 2] * sine
    up = turned[:, 2] * cosine - turned[:, 0] * sine
    east, level = np.arctan2(turned[:, 1], ahead), np.sqrt(np.maximum(0, 1 - up * up))
    away = np.sqrt(2 / (1 + level * np.cos(east / 2)))
    return np.column_stack((1.75 * away * level * np.sin(east / 2), away * up))


def europe_enlarged(degrees: Numbers) -> Numbers:
    """Briesemeister's projection through the lens."""
    from_middle = briesemeister(degrees) - _LENS_MIDDLE
    distance = np.hypot(from_middle[:, 0], from_middle[:, 1])
    near = np.maximum(distance, 1e-9) / _LENS_REACH
    return _LENS_MIDDLE + from_middle * (near ** (_LENS_POWER - 1))[:, None]


WORLD = FlatMap("world", equal_earth_around_ten, left=-1.95, top=1.24, scale=321.8, cut=-170.0, bend=0.11)
EUROPE = FlatMap("europe", europe_enlarged, left=-2.04, top=1.40, scale=304.0, cut=-168.0, bend=0.06)
FLAT_MAPS = (WORLD, EUROPE)
