"""A Slope in a picture: shares at two times joined by lines, each named at both ends."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.describing import say_quantity
from iurc_dash.forms import Slope, SlopeLine
from iurc_dash.quantities import Share
from iurc_dash.render.fonts import Face, measured
from iurc_dash.render.picture.room import LABEL, NOTE, Room
from iurc_dash.render.picture.shapes import (
    Anchor,
    Circle,
    Drawn,
    Line,
    Shape,
    Text,
    moved,
    one_below_the_other,
)
from iurc_dash.render.picture.wrapping import LEVEL, lines_drawn, wrapped
from iurc_dash.render.svg.slope_layout import slope_layout

# The part of the width that the names at each side have, and from a name to the end of its line.
FOR_NAMES, LEAD, GAP = 0.3, 22.0, 8.0


def slope(room: Room, form: Slope) -> Drawn:
    """What moved stands out from what may have moved by chance alone."""
    side = room.width * FOR_NAMES
    left, right = side + LEAD, room.width - side - LEAD
    layout = slope_layout(form)
    shapes: list[Shape] = []
    # What moved is drawn over what did not.
    for line, ends, labels in sorted(
        zip(form.lines, layout.ends, layout.labels, strict=True), key=lambda found: found[0].moved
    ):
        ink = room.ground.accent if line.moved else room.ground.muted_text
        for x, towards, end, label in ((left, -1, ends[0], labels[0]), (right, 1, ends[1], labels[1])):
            shapes.append(Line(((x, end), (x + towards * (LEAD - GAP), label)), room.ground.line))
            shapes.append(Circle(x, end, 5 if line.moved else 3.5, ink))
        shapes.append(Line(((left, ends[0]), (right, ends[1])), ink, 3 if line.moved else 1.25))
        shapes += _name(room, line, line.first, (side, labels[0]), "end")
        shapes += _name(room, line, line.last, (room.width - side, labels[1]), "start")
    return one_below_the_other((_heads(room, form, side), Drawn(tuple(shapes), layout.height)), GAP)


def _heads(room: Room, form: Slope, side: float) -> Drawn:
    """What each end is, and of how many its shares are."""
    shapes: list[Shape] = []
    height = 0.0
    for end, whole, x, anchor in zip(
        form.ends, form.wholes, (side, room.width - side), _ANCHORS, strict=True
    ):
        said = f"{say_quantity(whole)} {form.unit}"
        head = one_below_the_other(
            (
                lines_drawn(
                    wrapped(end.label, side, LABEL, "strong"),
                    LABEL,
                    room.ground.text,
                    face="strong",
                    x=x,
                    anchor=anchor,
                ),
                lines_drawn(wrapped(said, side, NOTE), NOTE, room.ground.muted_text, x=x, anchor=anchor),
            ),
            0,
        )
        shapes += moved(head.shapes, 0, 0)
        height = max(height, head.height)
    return Drawn(tuple(shapes), height)


_ANCHORS: tuple[Anchor, Anchor] = ("end", "start")


def _name(
    room: Room, line: SlopeLine, share: Share, place: tuple[float, float], anchor: Anchor
) -> Iterator[Shape]:
    """The share next to the line, the name beyond it."""
    x, middle = place
    level, said = middle + LEVEL * LABEL, say_quantity(share)
    ink = room.ground.accent if line.moved else room.ground.muted_text
    face: Face = "strong" if line.moved else "text"
    beyond = measured(said, LABEL, "strong") + GAP
    yield Text(x, level, said, LABEL, ink, "strong", anchor)
    for name in wrapped(line.label, room.width * FOR_NAMES - beyond, LABEL, face, most=1):
        yield Text(x - beyond if anchor == "end" else x + beyond, level, name, LABEL, ink, face, anchor)
