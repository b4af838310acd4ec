"""Where everything on a flat map lies: places, the lines between them, and windows on the map."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from iurc_dash.forms import ArcMap, MapPairing, MapPlace
from iurc_dash.geography.flat_maps import HEIGHT, WIDTH, FlatMap

# Places at one point stand around it, so far from it, in units.
APART = 4.5
# A second line between the same two places bends so much more than the first.
MORE_BEND = 0.5
# Room around what a window shows, and the closest that a first view goes, in units.
ROOM = 70.0
CLOSEST = 420.0
# A window nearly as wide as the whole map is the whole map.
NEARLY_ALL = 0.85


class Spot(NamedTuple):
    """A position on the map in units."""

    x: float
    y: float


class Window(NamedTuple):
    """A part of the map, in the map's own proportions."""

    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> str:
        """As the viewBox of an SVG has it."""
        return " ".join(map(short, self))


WHOLE = Window(0, 0, WIDTH, HEIGHT)


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from the EU end to the partner's, drawn towards a third position (a quadratic curve).

    level: both ends are on one side of the programme, so that the line has no direction.
    """

    start: Spot
    towards: Spot
    end: Spot
    level: bool = False

    @property
    def path(self) -> str:
        """The line as SVG path data."""
        numbers = (short(value) for spot in (self.start, self.towards, self.end) for value in spot)
        return "M{} {}Q{} {} {} {}".format(*numbers)

    @property
    def middle(self) -> Spot:
        """The point of the line that stands farthest aside."""
        return Spot(
            (self.start.x + 2 * self.towards.x + self.end.x) / 4,
            (self.start.y + 2 * self.towards.y + self.end.y) / 4,
        )

    @property
    def heading(self) -> str:
        """The quarter that it runs to: 'ne', 'nw', 'se' or 'sw'."""
        return ("n" if self.end.y < self.start.y else "s") + ("e" if self.end.x >= self.start.x else "w")


@dataclass(frozen=True)
class FlatDrawing:
    """An ArcMap laid out on a flat map."""

    form: ArcMap
    flat: FlatMap

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        """Where each place stands, by its key; places at one point stand around it."""
        places = [*self.form.places, *self.form.network_places]
        drawn = self.flat.positions([(place.longitude, place.latitude) for place in places]).tolist()
        at: dict[tuple[int, int], list[tuple[MapPlace, Spot]]] = {}
        for place, (x, y) in zip(places, drawn, strict=True):
            at.setdefault((round(x), round(y)), []).append((place, Spot(x, y)))
        return {key: spot for together in at.values() for key, spot in _apart(together)}

    @cached_property
    def curves(self) -> Mapping[str, tuple[Curve, ...]]:
        """The lines of each pairing that has any, by its key."""
        sides = {place.key: place.side for place in self.form.places}
        between: dict[frozenset[str], int] = {}
        found: dict[str, tuple[Curve, ...]] = {}
        for pairing in sorted(self.form.pairings, key=lambda one: one.key):
            curves = []
            for first, second in _ends(pairing, sides):
                ends = frozenset((first, second))
                before = between[ends] = between.get(ends, -1) + 1
                bend = self.flat.bend * (1 + MORE_BEND * before)
                level = sides[first] == sides[second]
                curves.append(_curve(self.spots[first], self.spots[second], bend, level=level))
            if curves:
                found[pairing.key] = tuple(curves)
        return found

    def window(self, places: Iterable[str], pairings: Iterable[str] = ()) -> Window:
        """The closest window that holds places and lines, with room for names around them."""
        spots = [self.spots[place] for place in places]
        spots += [curve.middle for key in pairings for curve in self.curves.get(key, ())]
        if not spots:
            return WHOLE
        left, right = min(spot.x for spot in spots), max(spot.x for spot in spots)
        top, bottom = min(spot.y for spot in spots), max(spot.y for spot in spots)
        inside = left >= 0 and right <= WIDTH and top >= 0 and bottom <= HEIGHT
        width = max(right - left + 2 * ROOM, (bottom - top + ROOM) * WIDTH / HEIGHT, CLOSEST)
        if inside and width >= NEARLY_ALL * WIDTH:
            return WHOLE
        height = width * HEIGHT / WIDTH
        start = (left + right - width) / 2, (top + bottom - height) / 2
        if inside:
            start = _within(start[0], width, WIDTH), _within(start[1], height, HEIGHT)
        return Window(*start, width, height)

    @cached_property
    def first_window(self) -> Window:
        """What is seen first: everything that the map shows."""
        return self.window(self.spots, self.curves)


def short(value: float) -> str:
    """A number with one decimal, in as few characters as it needs."""
    # Adding nothing turns a negative zero into zero.
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _ends(pairing: MapPairing, sides: Mapping[str, str]) -> list[tuple[str, str]]:
    """The two members that each line of a pairing joins, the EU end first."""
    ends = [(pairing.members[first], pairing.members[second]) for first, second in pairing.joins]
    return [(b, a) if sides[a] != "EU" and sides[b] == "EU" else (a, b) for a, b in ends]


def _apart(together: list[tuple[MapPlace, Spot]]) -> Iterable[tuple[str, Spot]]:
    """Places at one point, side by side around it in the order of their keys."""
    if len(together) == 1:
        return [(place.key, spot) for place, spot in together]
    radius = APART * max(1.0, len(together) / 3)
    return [
        (place.key, Spot(spot.x + radius * math.cos(angle), spot.y + radius * math.sin(angle)))
        for number, (place, spot) in enumerate(sorted(together, key=lambda one: one[0].key))
        for angle in (2 * math.pi * number / len(together),)
    ]


def _curve(start: Spot, end: Spot, bend: float, *, level: bool) -> Curve:
    """A line bent upwards in the picture, or to the left where it runs straight up or down."""
    across, down = end.x - start.x, end.y - start.y
    side = 1 if across > 0 or (across == 0 and down < 0) else -1
    # A quadratic curve reaches half as far as the position that it is drawn towards.
    towards = Spot(
        (start.x + end.x) / 2 + side * 2 * bend * down, (start.y + end.y) / 2 - side * 2 * bend * across
    )
    return Curve(start, towards, end, level)


def _within(start: float, length: float, whole: float) -> float:
    """The start of a stretch moved so that it lies within the whole."""
    return min(max(start, 0.0), whole - length)
