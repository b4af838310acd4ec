"""The projection of the drawn map: Equal Earth, which shows areas in their true proportion."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# The polynomial of Equal Earth (Savric, Patterson and Jenny, 2018).
_COEFFICIENTS = (1.340264, -0.081106, 0.000893, 0.003796)


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Equal Earth on a globe of radius 1: degrees -> x eastward (-2.71 to 2.71), y northward (-1.32 to 1.32)."""
    ((x, y),) = equal_earths(np.array([(longitude, latitude)], dtype=float)).tolist()
    return x, y


def equal_earths(points: Numbers) -> Numbers:
    """Many points at once, as `equal_earth` has them: (longitude, latitude) and (x, y), shape (points, 2)."""
    first, second, third, fourth = _COEFFICIENTS
    angle = np.arcsin(math.sqrt(3) / 2 * np.sin(np.radians(points[:, 1])))
    square = angle * angle
    sixth = square**3
    slope = 9 * fourth * square * sixth + 7 * third * sixth + 3 * second * square + first
    x = 2 / math.sqrt(3) * np.radians(points[:, 0]) * np.cos(angle) / slope
    y = angle * (first + second * square + sixth * (third + fourth * square))
    return np.column_stack((x, y))


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawn map: its width in units, and the latitudes (degrees) at its lower and upper edge."""

    width: float
    latitude_min: float
    latitude_max: float

    @property
    def height(self) -> float:
        """Height in the units of the width."""
        return (self._top - equal_earth(0, self.latitude_min)[1]) * self._scale

    def position(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies in the picture: x from the left, y from the top, as SVG counts."""
        ((x, y),) = self.positions([(longitude, latitude)]).tolist()
        return x, y

    def positions(self, points: Sequence[tuple[float, float]]) -> Numbers:
        """Where many points lie, given by longitude and latitude: shape (points, 2)."""
        flat = equal_earths(np.array(points, dtype=float).reshape(-1, 2))
        return (flat - (-equal_earth(180, 0)[0], self._top)) * (self._scale, -self._scale)

    @property
    def _scale(self) -> float:
        return self.width / (2 * equal_earth(180, 0)[0])

    @property
    def _top(self) -> float:
        return equal_earth(0, self.latitude_max)[1]


# Antarctica and the empty far north are left out of the small map.
PICTURE_FRAME = Frame(width=1000, latitude_min=-57, latitude_max=80)
