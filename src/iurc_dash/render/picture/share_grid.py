"""A ShareGrid in a picture: cells shaded, or with a bar, by their share, and what the share is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iurc_dash.describing import say_part
from iurc_dash.forms import ShareGrid, Texture
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.quantities import Share
from iurc_dash.render.html.share_grid import shade_of, tint_of
from iurc_dash.render.ink import tint
from iurc_dash.render.picture.legend import filled
from iurc_dash.render.picture.room import LABEL, LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Box, Drawn, Shape, Text, one_below_the_other
from iurc_dash.render.picture.wrapping import (
    LEADING,
    LEVEL,
    lines_drawn,
    lines_level_with,
    widest_line,
    wrapped,
)

CELL, BAR, BETWEEN, GAP = 34.0, 10.0, 3.0, 16.0
LEAST_COLUMN, MOST_FOR_LABELS = 92.0, 0.3


def share_grid(room: Room, form: ShareGrid) -> Drawn:
    """Rows by columns; columns that have no room stand below, with the names of the rows again."""
    labels = [wrapped(row.label, room.width * MOST_FOR_LABELS, LABEL) for row in form.rows.categories]
    left = max((widest_line(lines, LABEL) for lines in labels), default=0) + GAP
    at_once = max(1, int((room.width - left) // LEAST_COLUMN))
    wide = (room.width - left) / max(1, min(len(form.columns.keys), at_once))
    places = range(len(form.columns.keys))
    parts = [places[at : at + at_once] for at in places[::at_once]]
    return one_below_the_other((_part(room, form, labels, part, (left, wide)) for part in parts), 2 * GAP)


def _part(
    room: Room,
    form: ShareGrid,
    labels: Sequence[tuple[str, ...]],
    places: Sequence[int],
    across: tuple[float, float],
) -> Drawn:
    """The rows with some of the columns. across: pixels for the labels, and for each column."""
    left, wide = across
    heads = [wrapped(form.columns.categories[place].label, wide - 10, NOTE, "strong") for place in places]
    top = max(map(len, heads), default=0) * NOTE * LEADING + 8
    ink = room.ground.muted_text
    shapes: list[Shape] = [
        shape
        for at, lines in enumerate(heads)
        for shape in lines_drawn(lines, NOTE, ink, face="strong", x=left + wide * at).shapes
    ]
    for lines, values in zip(labels, form.values, strict=True):
        height = max(CELL, len(lines) * LABEL * LEADING + 6)
        shapes += lines_level_with(top + height / 2, lines, LABEL, room.ground.text)
        for at, place in enumerate(places):
            value = values[place]
            if value is not None:
                box = Box(left + wide * at, top, wide - BETWEEN, height, "")
                shapes += _cell(room, form, place, value, box)
        top += height + BETWEEN
    return Drawn(tuple(shapes), top)


def _cell(room: Room, form: ShareGrid, place: int, share: Share, box: Box) -> Iterator[Shape]:
    said = Text(box.x, box.y, say_part(share), LEAST, room.ground.text)
    if form.drawn == "shades":
        shade = shade_of(share)
        fill = tint(tint_of(shade), room.theme) if shade else room.ground.background
        yield Box(
            box.x, box.y, box.width, box.height, fill, "" if shade else room.ground.line, 0 if shade else 1
        )
        middle = box.y + box.height / 2 + LEVEL * LEAST
        yield Text(box.x + box.width / 2, middle, said.text, LEAST, said.ink, anchor="middle")
        return
    colour = form.colours[place] if form.colours else "accent"
    long = (box.width - GAP) * (share.value or 0.0) / (form.highest or 1)
    if long:
        texture: Texture = "solid" if may_be_told_as_share(share) else "outlined"
        yield filled(room.theme, colour, texture)(box.x, box.y + 4, long, BAR)
    yield Text(box.x, box.y + 4 + BAR + LEAST + 1, said.text, LEAST, said.ink)
