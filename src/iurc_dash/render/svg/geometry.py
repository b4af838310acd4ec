"""The geometry of a drawn map: the part of the world that it shows, and its lines as short path data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from iurc_dash.forms import ArcMap, MapPairing, MapPlace
from iurc_dash.geography import PICTURE_FRAME, split_at_antimeridian

# A fitted view never shows less than this share of the world's width: an outline this coarse tells no more.
CLOSEST = 0.12
# Width to height of a fitted view.
ASPECT = 1.5

Position = tuple[float, float]


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
    points = [point for pairing in form.pairings for line in lines_of(pairing) for point in line]
    points += [position(place) for place in form.places]
    if not points:
        return WORLD
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
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


def position(place: MapPlace) -> Position:
    """Where a place lies in the frame."""
    return PICTURE_FRAME.position(place.longitude, place.latitude)


def lines_of(pairing: MapPairing) -> list[list[Position]]:
    """A pairing's line in the frame, cut where it leaves over the edge of the map."""
    return [
        [PICTURE_FRAME.position(longitude, latitude) for longitude, latitude in path]
        for path in split_at_antimeridian(pairing.line)
    ]


def path_data(pairings: Iterable[MapPairing], decimals: int) -> str:
    """Lines of pairings as path data, with so many decimals."""
    return "".join(_line_data(line, 10**decimals) for pairing in pairings for line in lines_of(pairing))


def _line_data(line: Sequence[Position], scale: int) -> str:
    """A path through the points, each counted from the one before: a minus sign parts numbers as a space does."""
    dots = list(dict.fromkeys((round(x * scale), round(y * scale)) for x, y in line))
    here, data = (0, 0), ""
    for dot in dots:
        across, down = (short((there - before) / scale) for there, before in zip(dot, here, strict=True))
        sign = "M" if not data else "l"
        data += f"{sign}{across}{'' if down.startswith('-') else ' '}{down}"
        here = dot
    return data


def short(value: float) -> str:
    """A number in as few characters as two decimals need."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _clamped(value: float, most: float) -> float:
    return max(0.0, min(value, most))
