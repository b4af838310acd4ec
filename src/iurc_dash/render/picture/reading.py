"""What is read in a picture rather than looked at: facts, paragraphs, and the first rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from iurc_dash.forms import Facts, Listing, Prose
from iurc_dash.language import format_number, ngettext
from iurc_dash.render.fonts import Face, measured
from iurc_dash.render.picture.room import BODY, LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Drawn, Shape, moved, one_below_the_other
from iurc_dash.render.picture.shapes import Line as Rule
from iurc_dash.render.picture.wrapping import lines_drawn, widest_line, wrapped
from iurc_dash.render.words import is_blank, say_cell
from iurc_dash.tabular import NOT_APPLICABLE, Column, Line

GAP, BESIDE = 10.0, 20.0
MOST_FOR_TERMS, MOST_LINES_OF_A_FACT = 0.3, 8
MOST_ROWS, MOST_LINES_OF_A_CELL = 12, 3
# The most that one column asks for, and the least that it is given.
WIDEST_COLUMN, NARROWEST_COLUMN = 380.0, 72.0
NUMBERS = ("count", "share", "number")


def facts(room: Room, form: Facts) -> Drawn:
    """Terms and what is known of them, a line between each."""
    shown = [(column, cell) for column, cell in form.terms if not column.hidden]
    heads = [wrapped(column.title, room.width * MOST_FOR_TERMS, BODY) for column, _cell in shown]
    left = max((widest_line(lines, BODY) for lines in heads), default=0) + 2 * BESIDE
    parts = []
    for (column, cell), head in zip(shown, heads, strict=True):
        said = wrapped(
            say_cell(room.exhibit.view, column, cell), room.width - left, BODY, most=MOST_LINES_OF_A_FACT
        )
        term = lines_drawn(head, BODY, room.ground.muted_text)
        value = lines_drawn(said, BODY, room.ground.text)
        height = max(term.height, value.height)
        rule = Rule(((0, height + GAP), (room.width, height + GAP)), room.ground.line)
        parts.append(Drawn((*term.shapes, *moved(value.shapes, left, 0), rule), height + GAP))
    return one_below_the_other(parts, GAP)


def prose(room: Room, form: Prose) -> Drawn:
    """Paragraphs, in lines no longer than one reads well."""
    width = min(room.width, 46 * BODY)
    return one_below_the_other(
        (
            lines_drawn(wrapped(paragraph, width, BODY), BODY, room.ground.text, leading=1.5)
            for paragraph in form.texts
        ),
        BODY,
    )


def listing(room: Room, _form: Listing) -> Drawn:
    """The first rows of the table, and how many it has in all."""
    table = room.exhibit.table
    columns = [column for column in table.columns if not column.hidden]
    columns = columns[: max(1, int((room.width + BESIDE) // (NARROWEST_COLUMN + BESIDE)))]
    lines = [_said(room, columns, line) for line in islice(table, MOST_ROWS)]
    widths = _widths(columns, lines, room.width)
    heads = [_Said(column.title, room.ground.muted_text, "strong", LEAST) for column in columns]
    head = _row(room, columns, widths, heads, room.ground.text)
    rows = [_row(room, columns, widths, cells, room.ground.line) for cells in lines]
    left_out = len(table) - len(lines)
    said = (
        ngettext(
            "The first {shown} of {count} row; the table that goes with this picture has all.",
            "The first {shown} of {count} rows; the table that goes with this picture has all.",
            len(table),
        ).format(shown=format_number(len(lines)), count=format_number(len(table)))
        if left_out
        else ""
    )
    note = lines_drawn(wrapped(said, room.width, NOTE), NOTE, room.ground.muted_text)
    return one_below_the_other((head, *rows, note), GAP)


@dataclass(frozen=True)
class _Said:
    """What stands in a cell, and how it is set."""

    text: str
    ink: str
    face: Face = "text"
    size: float = NOTE


def _said(room: Room, columns: Iterable[Column], line: Line) -> list[_Said]:
    """What a line says; what is not known is of lesser weight."""
    ground = room.ground
    return [
        _Said(
            say_cell(room.exhibit.view, column, cell := line[column.key]),
            ground.muted_text if cell is NOT_APPLICABLE or is_blank(cell) else ground.text,
        )
        for column in columns
    ]


def _row(
    room: Room, columns: Sequence[Column], widths: Sequence[float], cells: Sequence[_Said], rule: str
) -> Drawn:
    """Cells side by side, and a line below; numbers stand at the right of their column. rule: ink of the line."""
    shapes: list[Shape] = []
    height = x = 0.0
    for column, width, cell in zip(columns, widths, cells, strict=True):
        at_the_right = column.kind in NUMBERS
        drawn = lines_drawn(
            wrapped(cell.text, width, cell.size, cell.face, MOST_LINES_OF_A_CELL),
            cell.size,
            cell.ink,
            face=cell.face,
            x=x + width if at_the_right else x,
            anchor="end" if at_the_right else "start",
        )
        shapes += drawn.shapes
        height = max(height, drawn.height)
        x += width + BESIDE
    level = height + GAP
    return Drawn((*shapes, Rule(((0, level), (room.width, level)), rule)), level)


def _widths(columns: Sequence[Column], lines: Sequence[Sequence[_Said]], width: float) -> list[float]:
    """What each column asks for, the widest cut to one measure until all fit; what is left over is shared."""
    asked = [
        min(
            WIDEST_COLUMN,
            max(
                measured(_longest_word(column.title), LEAST, "strong"),
                *(measured(cells[at].text[:80], NOTE) for cells in lines),
                NARROWEST_COLUMN,
            ),
        )
        for at, column in enumerate(columns)
    ]
    room = width - BESIDE * (len(columns) - 1)
    least, most = 0.0, max(asked)
    for _step in range(24):
        middle = (least + most) / 2
        least, most = (middle, most) if sum(min(middle, one) for one in asked) <= room else (least, middle)
    cut = [min(one, most if sum(asked) > room else one) for one in asked]
    return [one * room / sum(cut) for one in cut] if sum(asked) > room else cut


def _longest_word(text: str) -> str:
    return max(text.split(), key=len, default="")
