"""The geometry of a drawn map: the part of the world that it shows, and its lines as short path data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from iurc_dash.forms import ArcMap, MapPairing, MapPlace
from iurc_dash.geography.points import split_at_antimeridian
from iurc_dash.geography.projection import PICTURE_FRAME

# A fitted view never shows less than this share of the world's width: an outline this coarse tells no more.
CLOSEST = 0.12
# Width to height of a fitted view.
ASPECT = 1.5

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Window:
    """The part of the frame that is shown, in the frame's units."""

    left: float
    top: float
    width: float
    height: float


WORLD = Window(0, 0, PICTURE_FRAME.width, PICTURE_FRAME.height)


def fitted(form: ArcMap) -> Window:
    """A window in the proportions of a photograph around places and lines, no closer than the outline bears."""
    points = np.concatenate([*lines_of(form.pairings), positions(form.places)])
    if not points.size:
        return WORLD
    left, top = points.min(axis=0).tolist()
    right, bottom = points.max(axis=0).tolist()
    # Room for names at both sides and above.
    width = max((right - left) * 1.5, (bottom - top) * 1.35 * ASPECT, CLOSEST * WORLD.width)
    width = min(width, WORLD.width)
    height = min(width / ASPECT, WORLD.height)
    return Window(
        _clamped((left + right - width) / 2, WORLD.width - width),
        _clamped((top + bottom - height) / 2, WORLD.height - height),
        width,
        height,
    )


def positions(places: Iterable[MapPlace]) -> Numbers:
    """Where places lie in the frame: shape (places, 2)."""
    return PICTURE_FRAME.positions([(place.longitude, place.latitude) for place in places])


def lines_of(pairings: Iterable[MapPairing]) -> list[Numbers]:
    """The lines of pairings in the frame, cut where they leave over the edge of the map; all are projected at once."""
    paths = [path for pairing in pairings for path in split_at_antimeridian(pairing.line)]
    ends = np.cumsum([len(path) for path in paths])
    return np.split(PICTURE_FRAME.positions(list(chain.from_iterable(paths))), ends[:-1]) if paths else []


def path_data(pairings: Iterable[MapPairing], decimals: int) -> str:
    """Lines of pairings as path data, with so many decimals."""
    scale = 10**decimals
    return "".join(
        _line_data(np.rint(line * scale).astype(int).tolist(), scale) for line in lines_of(pairings)
    )


def _line_data(line: Iterable[Sequence[int]], scale: int) -> str:
    """A path through the points, each counted from the one before: a minus sign parts numbers as a space does."""
    x = y = 0
    sign, data = "M", []
    for there_x, there_y in dict.fromkeys(map(tuple, line)):
        across, down = _number(there_x - x, scale), _number(there_y - y, scale)
        data.append(f"{sign}{across}{down}" if down[0] == "-" else f"{sign}{across} {down}")
        x, y, sign = there_x, there_y, "l"
    return "".join(data)


def _number(value: int, scale: int) -> str:
    return str(value) if scale == 1 else short(value / scale)


def short(value: float) -> str:
    """A number in as few characters as two decimals need."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _clamped(value: float, most: float) -> float:
    return max(0.0, min(value, most))
