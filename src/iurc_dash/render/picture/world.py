"""An ArcMap in a picture: land, lines that fade in towards the partner, places told apart by form, and names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import ArcMap, MapPlace
from iurc_dash.geography.flat_maps import WIDTH, WORLD
from iurc_dash.language import _, format_names
from iurc_dash.render.picture.legend import Entry, legend, sample_box
from iurc_dash.render.picture.room import NOTE, Room
from iurc_dash.render.picture.shapes import (
    Area,
    Circle,
    Curve,
    Drawn,
    Inset,
    Shape,
    Text,
    one_below_the_other,
)
from iurc_dash.render.picture.wrapping import lines_drawn, wrapped
from iurc_dash.render.svg.flat_drawing import FlatDrawing, Spot, Window
from iurc_dash.render.svg.label_places import free_labels, placed_labels

Kind = Literal["EU", "partner", "network"]
LAND_FILE = Path(__file__).resolve().parents[4] / "data" / "boundaries" / "land-world.json"
GAP = 12.0
# Up to so many places all are named; of more those with most pairings, as many as are free and no more than this.
ALL_NAMED, MOST_NAMED, MOST_OF_A_NAME = 12, 36, 220.0
# Opacity of a line at its EU end and at the partner's; of one between two of one side.
FADES, LEVEL_FADES, FADES_OF_FEW = (0.12, 0.85), (0.5, 0.5), (0.6, 1.0)
# What a name leaves free around a dot.
AROUND_A_DOT = 7.0
# A dot's area grows with its pairings, up to so many.
MOST_COUNTED, SMALLEST, A_PAIRING = 12, 2.6, 2.3


def arc_map(room: Room, form: ArcMap) -> Drawn:
    """The part of the world that holds everything on the map, what its marks mean, and what is not on it."""
    drawing = FlatDrawing(form, WORLD)
    window = drawing.first_window
    scale = room.width / window.width
    height = window.height * scale
    few = len(form.places) <= ALL_NAMED
    land = Inset(0, 0, room.width, height, _land(room.theme, window))
    spots = {
        key: Spot((spot.x - window.left) * scale, (spot.y - window.top) * scale)
        for key, spot in drawing.spots.items()
    }
    unplaced = (
        _("Not on the map: {places}.").format(places=format_names(form.unplaced)) if form.unplaced else ""
    )
    return one_below_the_other(
        (
            Drawn(
                (
                    land,
                    *_lines(room, drawing, window, scale, few=few),
                    *_places(room, form, spots, few=few),
                    *_names(room, form, spots, (room.width, height), few=few),
                ),
                height,
            ),
            legend(room, [*_kinds(room, form), *_colours(room, form)]),
            lines_drawn(wrapped(unplaced, room.width, NOTE), NOTE, room.ground.muted_text),
        ),
        GAP,
    )


@lru_cache(maxsize=1)
def _paths() -> tuple[float, str, str, str]:
    """Units a step of the paths, and those of land, borders and disputed borders. Raises OSError without the file."""
    drawn = json.loads(LAND_FILE.read_text(encoding="utf-8"))
    return 1 / drawn["steps"], drawn["land"], drawn["borders"], drawn["disputed"]


def _land(theme: Theme, window: Window) -> str:
    """Land on the page itself, borders as hairs of ground, disputed ones broken."""
    ground = GROUNDS[theme]
    step, land, borders, disputed = _paths()
    hair = f'fill="none" stroke="{ground.background}" stroke-width="{3.2 * window.width / WIDTH:.2f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{window.box}"><g transform="scale({step:g})">'
        f'<path fill="{ground.page_land}" fill-rule="evenodd" d="{land}"/><path {hair} d="{borders}"/>'
        f'<path {hair} stroke-dasharray="12 8" d="{disputed}"/></g></svg>'
    )


def _lines(room: Room, drawing: FlatDrawing, window: Window, scale: float, *, few: bool) -> Iterator[Shape]:
    def at(spot: Spot) -> tuple[float, float]:
        return (spot.x - window.left) * scale, (spot.y - window.top) * scale

    width = 2.5 if few else 1.4
    for pairing in drawing.form.pairings:
        ink = colour(pairing.colour, room.theme)
        for curve in drawing.curves.get(pairing.key, ()):
            fades = LEVEL_FADES if curve.level else FADES_OF_FEW if few else FADES
            yield Curve(at(curve.start), at(curve.towards), at(curve.end), ink, width, fades)


def _places(room: Room, form: ArcMap, spots: Mapping[str, Spot], *, few: bool) -> Iterator[Shape]:
    """Those in networks below, the EU side above; small ones over large ones."""
    for place in sorted(
        (*form.network_places, *form.places),
        key=lambda one: (bool(one.pairings), one.side == "EU", -one.pairings.value, one.key),
    ):
        size = max(SMALLEST, A_PAIRING * min(place.pairings.value, MOST_COUNTED) ** 0.5)
        yield _mark(room, _kind(place), spots[place.key], _ink(room, form, place), size * (1.6 if few else 1))


def _kind(place: MapPlace) -> Kind:
    if not place.pairings:
        return "network"
    return "EU" if place.side == "EU" else "partner"


def _ink(room: Room, form: ArcMap, place: MapPlace) -> str:
    """A partner has its region's colour where lines have it; a colour never means two things on one map."""
    by_region = all(entry.colour.startswith("region-") for entry in form.legend)
    return colour(place.colour if place.side == "EU" or by_region else "neutral", room.theme)


def _mark(room: Room, kind: Kind, spot: Spot, ink: str, size: float) -> Shape:
    """A dot on the EU side, a ring on the partner's, a diamond for what is in networks only."""
    ground, (x, y) = room.ground.background, spot
    if kind == "network":
        reach = 1.3 * size
        return Area(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), ground, ink, 1.2)
    if kind == "EU":
        return Circle(x, y, size + 0.5, ink, ground, 1)
    return Circle(x, y, size, ground, ink, 1.8)


def _names(
    room: Room, form: ArcMap, spots: Mapping[str, Spot], frame: tuple[float, float], *, few: bool
) -> Iterator[Shape]:
    """Names where they cover no dot and no other name; of few places all, as far off as they must be."""
    places = sorted(form.places, key=lambda place: (-place.pairings.value, place.key))
    # Those in networks are not named, but in the way.
    dots = [(spots[one.key].x, spots[one.key].y) for one in (*places, *form.network_places)]
    most = len(places) if few else MOST_NAMED
    # A name that is very long would find no place at all.
    labels = [
        " ".join(wrapped(place.label, MOST_OF_A_NAME, NOTE, "strong", most=1)) for place in places[: 2 * most]
    ]
    if few:
        placed = dict(enumerate(placed_labels(dots[: len(places)], labels, frame, NOTE)))
    else:
        placed = free_labels(dots, labels, frame, NOTE, dot=AROUND_A_DOT, most=most)
    for number, label in placed.items():
        yield Text(
            label.x,
            label.y,
            labels[number],
            NOTE,
            room.ground.text,
            "strong",
            label.anchor,
            halo=room.ground.background,
        )


def _kinds(room: Room, form: ArcMap) -> Iterator[Entry]:
    """What the forms of places mean, of those that are there."""
    words: Mapping[Kind, str] = {
        "EU": _("place on the EU side"),
        "partner": _("place on the partner side"),
        "network": _("in networks only"),
    }
    found = {_kind(place): place for place in (*form.network_places, *form.places)}
    for kind, said in words.items():
        if kind in found:
            ink = _ink(room, form, found[kind]) if kind == "EU" else colour("neutral", room.theme)
            yield Entry((_mark(room, kind, Spot(0, 0), ink, 4.5),), said)


def _colours(room: Room, form: ArcMap) -> Iterator[Entry]:
    for entry in form.legend:
        yield Entry(sample_box(room.theme, entry.colour), entry.label)
