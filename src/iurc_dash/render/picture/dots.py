"""A DotPlot in a picture: the dots of each row on one scale and joined, with what they say beside the outer ones."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.describing import say_quantity
from iurc_dash.forms import Dot, DotPlot, DotRow
from iurc_dash.language import format_number, format_share
from iurc_dash.quantities import amount
from iurc_dash.render.fonts import measured
from iurc_dash.render.html.scales import Tick, round_scale
from iurc_dash.render.picture.legend import dot as drawn_dot
from iurc_dash.render.picture.legend import legend, sample_entries
from iurc_dash.render.picture.room import LABEL, LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Anchor, Drawn, Line, Shape, Text, one_below_the_other
from iurc_dash.render.picture.wrapping import LEADING, LEVEL, lines_level_with, widest_line, wrapped

GAP, ROW, AXIS = 14.0, 34.0, 24.0
MOST_FOR_LABELS, MOST_FOR_NOTES = 0.32, 0.24


def dot_plot(room: Room, form: DotPlot) -> Drawn:
    """What dots mean, then a row for each thing over the lines of the scale."""
    samples = legend(room, sample_entries(room.theme, form.samples, as_dots=True))
    return one_below_the_other((samples, _rows(room, form)), GAP)


def _rows(room: Room, form: DotPlot) -> Drawn:
    dots = [dot for row in form.rows for dot in row.dots]
    say = format_share if form.of_shares else format_number
    top, ticks = round_scale(form.highest, say, whole=not form.of_shares)
    labels = [wrapped(row.label, room.width * MOST_FOR_LABELS, LABEL, most=3) for row in form.rows]
    notes = [wrapped(row.note, room.width * MOST_FOR_NOTES, NOTE, most=3) for row in form.rows]
    said = max((measured(say_quantity(dot.value), NOTE) for dot in dots), default=0) + GAP
    # A value may stand before the first dot, and behind the last one.
    left = max((widest_line(lines, LABEL) for lines in labels), default=0) + GAP + said
    right = room.width - said - max((widest_line(lines, NOTE) + GAP for lines in notes if lines), default=0)
    shapes: list[Shape] = []
    y = 0.0
    for row, label, note in zip(form.rows, labels, notes, strict=True):
        height = max(ROW, len(label) * LABEL * LEADING + 6, len(note) * NOTE * LEADING + 6)
        middle = y + height / 2
        shapes += lines_level_with(middle, label, LABEL, room.ground.text, x=left - said - GAP, anchor="end")
        shapes += _row(room, row, middle, left, (right - left) / top)
        shapes += lines_level_with(middle, note, NOTE, room.ground.muted_text, x=right + said + GAP)
        y += height
    return Drawn((*_grid(room, ticks, left, right, y), *shapes), y + AXIS)


def _grid(room: Room, ticks: tuple[Tick, ...], left: float, right: float, bottom: float) -> Iterator[Shape]:
    for tick in ticks:
        x = left + (right - left) * float(tick.at.rstrip("%")) / 100
        yield Line(((x, 0), (x, bottom)), room.ground.line)
        yield Text(x, bottom + LEAST + 4, tick.said, LEAST, room.ground.muted_text, anchor="middle")


def _row(room: Room, row: DotRow, middle: float, left: float, a_unit: float) -> Iterator[Shape]:
    """Rings first, so that what they surround is seen on them."""
    if not row.dots:
        return
    places = [left + amount(dot.value) * a_unit for dot in row.dots]
    yield Line(((min(places), middle), (max(places), middle)), room.ground.line, 5)
    dots: list[tuple[Dot, float]] = sorted(
        zip(row.dots, places, strict=True), key=lambda found: found[0].look.texture != "outlined"
    )
    for one, x in dots:
        yield drawn_dot(room.theme, one.look, x, middle)
    first, last = min(dots, key=lambda found: found[1]), max(dots, key=lambda found: found[1])
    yield _said(room, last[0], last[1] + 11, middle, at_the_right=True)
    if first[1] < last[1]:
        yield _said(room, first[0], first[1] - 11, middle, at_the_right=False)


def _said(room: Room, dot: Dot, x: float, middle: float, *, at_the_right: bool) -> Text:
    level = middle + LEVEL * NOTE
    anchor: Anchor = "start" if at_the_right else "end"
    return Text(x, level, say_quantity(dot.value), NOTE, room.ground.text, anchor=anchor)
