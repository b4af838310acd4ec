"""Bars in a picture: stacked or side by side, their values beside or inside them."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.colours import colour
from iurc_dash.describing import say_quantity
from iurc_dash.forms import Bars, Series
from iurc_dash.quantities import Quantity
from iurc_dash.render.fonts import Face, measured
from iurc_dash.render.ink import ink_on
from iurc_dash.render.picture.legend import Entry, filled, legend, sample_box
from iurc_dash.render.picture.room import LABEL, NOTE, Room
from iurc_dash.render.picture.shapes import Drawn, Line, Shape, Text, one_below_the_other
from iurc_dash.render.picture.wrapping import LEADING, LEVEL, lines_level_with, widest_line, wrapped

BAR, BETWEEN_BARS, BETWEEN_ROWS, GAP = 24.0, 3.0, 12.0, 12.0
# The part of the width that labels may take, and the lines that they may have.
MOST_FOR_LABELS, MOST_LINES = 0.34, 4


def bars(room: Room, form: Bars) -> Drawn:
    """One row a category, from the top; what the colours mean stands above, where there is more than one."""
    entries = [
        Entry(sample_box(room.theme, series.sample_colour, series.texture), series.label)
        for series in form.series
    ]
    shown = legend(room, entries if len(entries) > 1 else ())
    return one_below_the_other((shown, _rows(room, form)), GAP)


def _rows(room: Room, form: Bars) -> Drawn:
    most = room.width * MOST_FOR_LABELS
    labels = [wrapped(category.label, most, LABEL, most=MOST_LINES) for category in form.axis.categories]
    left = max((widest_line(lines, LABEL) for lines in labels), default=0) + GAP
    ends = max((measured(say_quantity(value), LABEL, "strong") for value in _at_ends(form)), default=0)
    a_unit = (room.width - left - ends - GAP) / (form.longest or 1)
    bars_of_row = 1 if form.stacked else max(1, len(form.series))
    shapes: list[Shape] = []
    top = 0.0
    for at, lines in enumerate(labels):
        thick = bars_of_row * (BAR + BETWEEN_BARS) - BETWEEN_BARS
        height = max(thick, len(lines) * LABEL * LEADING)
        middle = top + height / 2
        shapes += lines_level_with(middle, lines, LABEL, room.ground.text, x=left - GAP, anchor="end")
        shapes += _row(room, form, at, left, middle - thick / 2, a_unit)
        top += height + BETWEEN_ROWS
    edge = Line(((left, 0), (left, max(0.0, top - BETWEEN_ROWS))), room.ground.muted_text)
    return Drawn((*shapes, edge), max(0.0, top - BETWEEN_ROWS))


def _row(room: Room, form: Bars, at: int, left: float, top: float, a_unit: float) -> Iterator[Shape]:
    """The bars of a category, one after the other or one below the other, and the values at their ends."""
    x, y = left, top
    for series in form.series:
        value = series.values[at]
        length, key = series.amount(at) * a_unit, series.colour_at(at)
        if length:
            yield filled(room.theme, key, series.texture)(x, y, length, BAR)
        if form.stacked:
            is_whole = series.amount(at) == form.length(at)
            yield from () if is_whole else _inside(room, series, key, value, (x, y, length))
            x += length
        else:
            yield _at_end(room, say_quantity(value), left + length, y + BAR / 2, "text")
            y += BAR + BETWEEN_BARS
    if form.stacked:
        yield _at_end(room, say_quantity(form.totals[at]), x, top + BAR / 2, "strong")


def _inside(
    room: Room, series: Series, key: str, value: Quantity | None, place: tuple[float, float, float]
) -> Iterator[Shape]:
    """The value within its segment, where it fits; a total stands at the end in any case."""
    x, y, length = place
    said = say_quantity(value)
    if length and measured(said, NOTE) + 8 <= length:
        ink = room.ground.text if series.texture == "outlined" else ink_on(colour(key, room.theme))
        yield Text(x + length / 2, y + BAR / 2 + LEVEL * NOTE, said, NOTE, ink, anchor="middle")


def _at_end(room: Room, said: str, x: float, middle: float, face: Face) -> Text:
    return Text(x + 8, middle + LEVEL * LABEL, said, LABEL, room.ground.text, face)


def _at_ends(form: Bars) -> Iterator[Quantity | None]:
    yield from form.totals or (value for series in form.series for value in series.values)
