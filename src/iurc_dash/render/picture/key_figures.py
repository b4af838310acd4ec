"""Key figures in a picture: each number with what it counts, and a small column for each phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iurc_dash.colours import colour
from iurc_dash.describing import say_quantity
from iurc_dash.forms import KeyFigure, KeyFigures
from iurc_dash.language import format_entries, format_entry
from iurc_dash.quantities import amount
from iurc_dash.render.fonts import measured
from iurc_dash.render.picture.room import BODY, LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Box, Drawn, Line, Shape, Text, moved, one_below_the_other
from iurc_dash.render.picture.wrapping import lines_drawn, wrapped

BESIDE, LEAST_WIDTH, GAP = 28.0, 240.0, 10.0
NUMBER, COLUMN_WIDTH, COLUMN_HEIGHT = 46.0, 34.0, 56.0


def key_figures(room: Room, form: KeyFigures) -> Drawn:
    """As many side by side as have room, all rows with as many as the first."""
    most = max(1, int((room.width + BESIDE) // (LEAST_WIDTH + BESIDE)))
    rows = -(-len(form.figures) // most)
    in_row = -(-len(form.figures) // max(1, rows))
    return one_below_the_other(
        (
            _row(room, form, form.figures[start : start + in_row], (room.width + BESIDE) / in_row - BESIDE)
            for start in range(0, len(form.figures), in_row)
        ),
        BESIDE,
    )


def _row(room: Room, form: KeyFigures, figures: Sequence[KeyFigure], wide: float) -> Drawn:
    """Figures side by side; their parts stand on one level."""
    said = [_said(room, figure, wide) for figure in figures]
    parts = [_parts(room, form, figure, wide) for figure in figures]
    level = max(drawn.height for drawn in said) + GAP
    shapes = [
        shape
        for at, (above, below) in enumerate(zip(said, parts, strict=True))
        for shape in moved((*above.shapes, *moved(below.shapes, 0, level)), at * (wide + BESIDE), 0)
    ]
    return Drawn(tuple(shapes), level + max(drawn.height for drawn in parts))


def _said(room: Room, figure: KeyFigure, wide: float) -> Drawn:
    """The number, what it counts, and what is said beside it."""
    ink, muted = room.ground.text, room.ground.muted_text
    number = say_quantity(figure.value)
    # A number with very many digits still fits.
    size = min(NUMBER, NUMBER * wide / measured(number, NUMBER, "heading"))
    return one_below_the_other(
        (
            Drawn((Line(((0, 0), (wide, 0)), ink, 2),), 8),
            lines_drawn((number,), size, ink, face="heading", leading=1.0),
            lines_drawn(wrapped(figure.label, wide, BODY, "strong"), BODY, ink, face="strong"),
            lines_drawn(wrapped(figure.note, wide, NOTE), NOTE, muted),
        ),
        2,
    )


def _parts(room: Room, form: KeyFigures, figure: KeyFigure, wide: float) -> Drawn:
    """The number in each phase; in words where small columns have no room for their names."""
    parts = list(zip(form.phases, figure.parts, strict=bool(figure.parts)))
    slot = min(wide / max(1, len(parts)), 84)
    if any(measured(phase.label, LEAST) + 6 > slot for phase, _part in parts):
        said = format_entries(format_entry(phase.label, say_quantity(part)) for phase, part in parts)
        return lines_drawn(wrapped(said, wide, NOTE), NOTE, room.ground.muted_text)
    highest = max((amount(part) for _phase, part in parts), default=0)
    shapes: list[Shape] = []
    for at, (phase, part) in enumerate(parts):
        tall = COLUMN_HEIGHT * amount(part) / highest if highest else 0
        key = room.exhibit.view.colour("phases", phase.key)
        column = tuple(_column(room, say_quantity(part), phase.label, tall, key))
        shapes += moved(column, slot * at, 0)
    return Drawn(tuple(shapes), COLUMN_HEIGHT + 2 * LEAST + 16 if parts else 0)


def _column(room: Room, said: str, label: str, tall: float, key: str) -> Iterator[Shape]:
    foot = LEAST + 6 + COLUMN_HEIGHT
    yield Text(0, foot - tall - 5, said, LEAST, room.ground.text, "strong")
    if tall:
        yield Box(0, foot - tall, COLUMN_WIDTH, tall, colour(key, room.theme))
    yield Line(((0, foot), (COLUMN_WIDTH, foot)), room.ground.muted_text)
    yield Text(0, foot + LEAST + 4, label, LEAST, room.ground.muted_text)
