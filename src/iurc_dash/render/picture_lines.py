"""The geometry of a drawn map: the part of the world that it shows, and its curves as short path data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash.forms import ArcMap, MapPlace
from iurc_dash.geography import PICTURE_FRAME, Point, arc, spread_bundles

# A fitted view never shows less than this share of the world's width: an outline this coarse tells no more.
CLOSEST = 0.12
# Width to height of a fitted view.
ASPECT = 1.5


@dataclass(frozen=True)
class Window:
    """The part of the frame that is shown, in the frame's units."""

    left: float
    top: float
    width: float
    height: float


def short(value: float) -> str:
    """A number in as few characters as two decimals need."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def fitted(form: ArcMap) -> Window:
    """A window in the proportions of a photograph around places and arcs, no closer than the outline bears."""
    world = Window(0, 0, PICTURE_FRAME.width, PICTURE_FRAME.height)
    points = [point for path in curves(form).values() for line in path for point in line]
    points += [position(place) for place in form.places]
    if not points:
        return world
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    # Room for names at both sides and above.
    width = max((right - left) * 1.5, (bottom - top) * 1.35 * ASPECT, CLOSEST * world.width)
    width = min(width, world.width)
    height = min(width / ASPECT, world.height)
    return Window(
        _clamped((left + right - width) / 2, world.width - width),
        _clamped((top + bottom - height) / 2, world.height - height),
        width,
        height,
    )


def _clamped(value: float, most: float) -> float:
    return max(0.0, min(value, most))


def position(place: MapPlace) -> tuple[float, float]:
    """Where a place lies in the frame."""
    return PICTURE_FRAME.position(place.longitude, place.latitude)


def curves(form: ArcMap) -> dict[str, list[list[tuple[float, float]]]]:
    """For each pairing its lines in the frame: (start, handle, end) of quadratic curves one after the other."""
    places = {place.key: place for place in form.places}
    links: list[tuple[Point, Point]] = []
    owners: list[str] = []
    for pairing in form.pairings:
        for first, second in pairing.joins:
            ends = [places[pairing.members[index]] for index in (first, second)]
            links.append(
                (Point(ends[0].longitude, ends[0].latitude), Point(ends[1].longitude, ends[1].latitude))
            )
            owners.append(pairing.key)
    curves: dict[str, list[list[tuple[float, float]]]] = {}
    for key, (start, end), bend in zip(owners, links, spread_bundles(links), strict=True):
        curves.setdefault(key, []).extend(_projected(start, end, bend))
    return curves


@lru_cache(maxsize=4096)
def _projected(start: Point, end: Point, bend: float) -> tuple[list[tuple[float, float]], ...]:
    """An arc in the frame as few points: ends, and a handle for each half or so of the way."""
    lines = []
    for path in arc(start, end, bend, points=7).paths:
        lines.append([PICTURE_FRAME.position(longitude, latitude) for longitude, latitude in path])
    return tuple(lines)


def curve_data(line: Sequence[tuple[float, float]], fine: bool) -> str:
    """A smooth path through the points: quadratic curves from middle to middle with the points as handles."""
    scale = 10 if fine else 1
    dots = [(round(x * scale), round(y * scale)) for x, y in line]
    data, here = f"M{_pair(dots[0], (0, 0), scale)}", dots[0]
    if len(dots) < 3:
        return data + "".join(f"l{_pair(dot, here, scale)}" for dot in dots[1:])
    for number, handle in enumerate(dots[1:-1], start=1):
        after = dots[number + 1]
        is_last = number == len(dots) - 2
        end = after if is_last else ((handle[0] + after[0]) // 2, (handle[1] + after[1]) // 2)
        data += f"q{_pair(handle, here, scale)}{_pair(end, here, scale, follows=True)}"
        here = end
    return data


def _pair(dot: tuple[int, int], origin: tuple[int, int], scale: int, follows: bool = False) -> str:
    """A point counted from another, as short as SVG can write it: a minus sign parts numbers as well as a space."""
    x, y = (short((dot[axis] - origin[axis]) / scale) for axis in (0, 1))
    between = "" if y.startswith("-") else " "
    before = " " if follows and not x.startswith("-") else ""
    return f"{before}{x}{between}{y}"
