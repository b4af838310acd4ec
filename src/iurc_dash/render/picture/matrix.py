"""A Matrix in a picture: numbers on quiet shades, totals set off by a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iurc_dash.describing import say_quantity
from iurc_dash.forms import Matrix
from iurc_dash.quantities import Count
from iurc_dash.render.ink import tint, tint_step
from iurc_dash.render.picture.room import LABEL, NOTE, Room
from iurc_dash.render.picture.shapes import Box, Drawn, Line, Shape, Text, one_below_the_other
from iurc_dash.render.picture.wrapping import LEADING, LEVEL, lines_level_with, widest_line, wrapped

CELL, BETWEEN, GAP = 34.0, 2.0, 16.0
LEAST_COLUMN, MOST_COLUMN = 74.0, 150.0
# The part of the width that the names of rows may take.
MOST_FOR_LABELS = 0.32


@dataclass(frozen=True)
class _Column:
    """A column: its head, a count a row, then that of the last row, and whether it is a total."""

    head: str
    counts: tuple[Count | None, ...]
    is_total: bool = False


def matrix(room: Room, form: Matrix) -> Drawn:
    """Rows by columns; columns that have no room stand below, with the names of the rows again."""
    columns = [
        _Column(category.label, (*(row[at] for row in form.values), form.column_totals[at]))
        for at, category in enumerate(form.columns.categories)
    ]
    columns.append(_Column(form.column_total_label, (*form.row_totals, form.total), is_total=True))
    names = [*(category.label for category in form.rows.categories), form.row_total_label]
    labels = [
        wrapped(name, room.width * MOST_FOR_LABELS, LABEL, "strong" if at == len(names) - 1 else "text")
        for at, name in enumerate(names)
    ]
    left = max(widest_line(lines, LABEL, "strong") for lines in labels) + GAP
    side_by_side = max(1, int((room.width - left) // LEAST_COLUMN))
    wide = min(MOST_COLUMN, (room.width - left) / min(len(columns), side_by_side))
    parts = [columns[at : at + side_by_side] for at in range(0, len(columns), side_by_side)]
    return one_below_the_other(
        (_part(room, labels, part, (left, wide), form.highest) for part in parts), 2 * GAP
    )


def _part(
    room: Room,
    labels: Sequence[tuple[str, ...]],
    columns: Sequence[_Column],
    across: tuple[float, float],
    highest: float,
) -> Drawn:
    """The rows with some of the columns. across: pixels for the labels, and for each column."""
    left, wide = across
    heads = [wrapped(column.head, wide - 10, NOTE, "strong") for column in columns]
    head = max(len(lines) for lines in heads) * NOTE * LEADING + 10
    shapes: list[Shape] = []
    for place, lines in enumerate(heads):
        first = head - 10 - (len(lines) - 1) * NOTE * LEADING - 4
        middle = left + wide * (place + 0.5)
        shapes += [
            Text(middle, first + at * NOTE * LEADING, line, NOTE, room.ground.muted_text, "strong", "middle")
            for at, line in enumerate(lines)
        ]
    top = head
    right = left + wide * len(columns)
    for at, lines in enumerate(labels):
        is_last = at == len(labels) - 1
        height = max(CELL, len(lines) * LABEL * LEADING + 6)
        if is_last:
            top += 2 * BETWEEN
            shapes.append(Line(((0, top - BETWEEN), (right, top - BETWEEN)), room.ground.text))
        shapes += lines_level_with(
            top + height / 2, lines, LABEL, room.ground.text, face="strong" if is_last else "text"
        )
        for place, column in enumerate(columns):
            box = Box(left + wide * place, top, wide - BETWEEN, height, "")
            shapes += _cell(room, column.counts[at], box, highest, is_total=is_last or column.is_total)
        top += height + BETWEEN
    return Drawn(tuple(shapes), top)


def _cell(room: Room, count: Count | None, box: Box, highest: float, *, is_total: bool) -> Iterator[Shape]:
    step = 0 if is_total else tint_step(count.value if count else 0, highest)
    if step:
        yield Box(box.x, box.y, box.width, box.height, tint(step, room.theme))
    yield Text(
        box.x + box.width / 2,
        box.y + box.height / 2 + LEVEL * LABEL,
        say_quantity(count),
        LABEL,
        room.ground.muted_text if count is None else room.ground.text,
        "strong" if is_total else "text",
        "middle",
    )
