"""A TwoSides in a picture: names at the ends of a line, on it where and when."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.colours import colour
from iurc_dash.forms import SidePlace, TwoSides
from iurc_dash.render.ink import outline
from iurc_dash.render.picture.room import BODY, NOTE, Room
from iurc_dash.render.picture.shapes import (
    Anchor,
    Circle,
    Drawn,
    Line,
    Point,
    Shape,
    moved,
    one_below_the_other,
)
from iurc_dash.render.picture.wrapping import lines_drawn, wrapped

NAME = 24.0
# Parts of the width that names take on each side; a place is so far from the next.
FOR_NAMES, GAP, APART, RADIUS = 0.34, 18.0, 14.0, 7.0
# Points of a line that bends towards the middle.
STEPS = 32


def two_sides(room: Room, form: TwoSides) -> Drawn:
    """The first side at the left, the second at the right."""
    width = room.width * FOR_NAMES
    left, right = (
        [_place(room, one, width - GAP, anchor) for one in side]
        for side, anchor in zip(form.sides, _ANCHORS, strict=True)
    )
    above, below = _between(room, form, 0.7 * (room.width - 2 * width))
    height = max(_height(left), _height(right), 2 * max(above.height, below.height) + 2 * GAP)
    middle = height / 2
    shapes: list[Shape] = []
    for places, x, across in (
        (left, width, width - GAP),
        (right, room.width - width, room.width - width + GAP),
    ):
        top = (height - _height(places)) / 2
        for place in places:
            level = top + place.height / 2
            shapes += _line(room, form, (x, level), (room.width / 2, middle))
            shapes += moved(place.shapes, across, top)
            top += place.height + APART
    lines = [shape for shape in shapes if isinstance(shape, Line)]
    ink, edge = colour(form.colour, room.theme), outline(form.colour, room.theme)
    for at, line in enumerate(lines):
        fill = ink if at < len(left) else room.ground.background
        shapes.append(Circle(*line.points[0], RADIUS, fill, edge, 3))
    shapes += moved(above.shapes, room.width / 2, middle - GAP / 2 - above.height)
    shapes += moved(below.shapes, room.width / 2, middle + GAP / 2)
    return Drawn(tuple(shapes), height)


_ANCHORS: tuple[Anchor, Anchor] = ("end", "start")


def _place(room: Room, one: SidePlace, width: float, anchor: Anchor) -> Drawn:
    name = lines_drawn(
        wrapped(one.label, width, NAME, "heading"), NAME, room.ground.text, face="heading", anchor=anchor
    )
    notes = [note for note in (*one.notes, one.others_label) if note]
    said = [
        lines_drawn(wrapped(note, width, NOTE), NOTE, room.ground.muted_text, anchor=anchor) for note in notes
    ]
    return one_below_the_other((name, *said), 2)


def _between(room: Room, form: TwoSides, width: float) -> tuple[Drawn, Drawn]:
    above = lines_drawn(
        wrapped(form.label, width, BODY, "strong"), BODY, room.ground.text, face="strong", anchor="middle"
    )
    below = [
        lines_drawn(wrapped(note, width, NOTE), NOTE, room.ground.muted_text, anchor="middle")
        for note in form.notes
    ]
    return above, one_below_the_other(below, 2)


def _height(places: list[Drawn]) -> float:
    return sum(place.height for place in places) + APART * max(0, len(places) - 1)


def _line(room: Room, form: TwoSides, start: Point, end: Point) -> Iterator[Shape]:
    """From a place to the middle, level at both ends."""
    points = []
    for step in range(STEPS + 1):
        way = step / STEPS
        # Bent at its beginning, so that words have room along the rest.
        bend = min(1, 4 * way)
        bend *= bend * (3 - 2 * bend)
        points.append((start[0] + (end[0] - start[0]) * way, start[1] + (end[1] - start[1]) * bend))
    yield Line(tuple(points), colour(form.colour, room.theme), 3)
