"""TimeColumns in a picture: columns along time, upwards and downwards from one line, phases behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iurc_dash.describing import say_quantity
from iurc_dash.forms import Series, TimeColumns
from iurc_dash.language import format_entries, format_entry, format_number
from iurc_dash.render.fonts import measured
from iurc_dash.render.html.scales import round_scale
from iurc_dash.render.picture.legend import Entry, filled, legend, sample_box
from iurc_dash.render.picture.room import LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Box, Drawn, Line, Shape, Text, one_below_the_other
from iurc_dash.render.picture.wrapping import LEADING, LEVEL, lines_drawn, wrapped

GAP, SCALE, AXIS = 14.0, 300.0, 26.0
# Of the width of a stretch its column takes so much; a value at its end so much room.
FILLED, VALUE = 0.8, 20.0


def time_columns(room: Room, form: TimeColumns) -> Drawn:
    """What colours mean, the columns, and what is in none of them."""
    series = (*form.series, *form.below)
    entries = [Entry(sample_box(room.theme, one.colour, one.texture), one.label) for one in series]
    apart = format_entries(format_entry(one.label, say_quantity(one.count)) for one in form.apart)
    return one_below_the_other(
        (
            legend(room, entries if len(entries) > 1 else ()),
            _columns(room, form),
            lines_drawn(wrapped(apart, room.width, NOTE), NOTE, room.ground.muted_text),
        ),
        GAP,
    )


def _columns(room: Room, form: TimeColumns) -> Drawn:
    places = range(len(form.totals))
    up, down = form.highest
    top, ticks = round_scale(max(up, down), format_number, most=4)
    left = max(measured(tick.said, LEAST) for tick in ticks) + 10
    stretch = (room.width - left) / max(1, len(form.totals))
    head, bands = _bands(room, form, left, stretch)
    a_unit = SCALE / ((up + down) or 1)
    line = head + VALUE + a_unit * up
    bottom = line + a_unit * down + (VALUE if down else 0)
    shapes: list[Shape] = [Box(x, 0, wide, bottom, room.ground.second_background) for x, wide in bands[0]]
    shapes += bands[1]
    for tick in ticks[1:]:
        value = top * float(tick.at.rstrip("%")) / 100
        for sign, most in ((-1, up), (1, down)):
            if value <= most:
                y = line + sign * value * a_unit
                shapes.append(Line(((left, y), (room.width, y)), room.ground.line))
                said = Text(
                    left - 8, y + LEVEL * LEAST, tick.said, LEAST, room.ground.muted_text, anchor="end"
                )
                shapes.append(said)
    for at in places:
        x = left + stretch * (at + (1 - FILLED) / 2)
        shapes += _column(room, form.series, at, (x, line, stretch), -a_unit)
        shapes += _column(room, form.below, at, (x, line, stretch), a_unit)
    shapes.append(Line(((left, line), (room.width, line)), room.ground.text))
    shapes += _years(room, form, left, stretch, bottom)
    return Drawn(tuple(shapes), bottom + AXIS)


def _column(
    room: Room, stack: Sequence[Series], at: int, place: tuple[float, float, float], a_unit: float
) -> Iterator[Shape]:
    """The parts of a column from the line on, and its value at its end, where it has room."""
    x, line, stretch = place
    y, count = line, 0.0
    for series in stack:
        value = series.amount(at)
        if value:
            long = value * a_unit
            box = filled(room.theme, series.colour, series.texture)
            yield box(x, min(y, y + long), stretch * FILLED, abs(long))
            y += long
            count += value
    said = format_number(count)
    if count and measured(said, LEAST) + 4 <= stretch:
        level = y - 5 if a_unit < 0 else y + LEAST + 2
        yield Text(x + stretch * FILLED / 2, level, said, LEAST, room.ground.text, anchor="middle")


def _bands(
    room: Room, form: TimeColumns, left: float, stretch: float
) -> tuple[float, tuple[list[tuple[float, float]], list[Shape]]]:
    """The height of their names; where every other band lies, and the names."""
    grounds: list[tuple[float, float]] = []
    names: list[tuple[float, tuple[str, ...]]] = []
    for number, (band, start, end) in enumerate(form.bands_within()):
        x, wide = left + start * stretch, (end - start) * stretch
        names.append((x, wrapped(band.label, wide - 8, LEAST, most=3)))
        if number % 2 == 0:
            grounds.append((x, wide))
    head = max((len(lines) for _x, lines in names), default=0) * LEAST * LEADING + (4 if names else 0)
    drawn = [
        shape
        for x, lines in names
        for shape in lines_drawn(lines, LEAST, room.ground.muted_text, x=x + 4).shapes
    ]
    return head, (grounds, drawn)


def _years(room: Room, form: TimeColumns, left: float, stretch: float, bottom: float) -> Iterator[Shape]:
    """Each year below its middle; every other one where there is no room for all."""
    a_year = stretch * form.parts
    every = -(-int(measured("2000", LEAST) + 10) // max(1, int(a_year)))
    for at in range(0, -(-len(form.totals) // form.parts), every):
        year, middle = str(form.first_year + at), left + a_year * (at + 0.5)
        yield Text(middle, bottom + AXIS - 8, year, LEAST, room.ground.muted_text, anchor="middle")
