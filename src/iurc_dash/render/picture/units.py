"""A UnitChart in a picture: every thing a mark, in rows, or in blocks side by side."""

from __future__ import annotations

from iurc_dash.colours import colour
from iurc_dash.describing import say_quantity
from iurc_dash.forms import UnitChart, UnitGroup
from iurc_dash.language import format_entries
from iurc_dash.render.fonts import measured
from iurc_dash.render.ink import ink_on
from iurc_dash.render.picture.legend import legend, mark, sample_entries
from iurc_dash.render.picture.room import BODY, LABEL, NOTE, Room
from iurc_dash.render.picture.shapes import Box, Drawn, Shape, Text, moved, one_below_the_other
from iurc_dash.render.picture.wrapping import (
    LEADING,
    LEVEL,
    lines_drawn,
    lines_level_with,
    widest_line,
    wrapped,
)

GAP, BETWEEN_ROWS, BETWEEN_BLOCKS = 12.0, 12.0, 30.0
# From one mark to the next: the least, the most, what it is where marks go on below, and what lies between two.
LEAST_STEP, MOST_STEP, STEP_OF_LINES, BETWEEN_MARKS = 12.0, 18.0, 15.0, 3.0
BLOCK_STEP, LEAST_BLOCK = 22.0, 118.0
# Blocks are as high as they must be to stand side by side.
BLOCK_HEIGHTS = (6, 8, 10, 14, 20, 30)
MOST_FOR_LABELS, MOST_FOR_ENDS = 0.34, 0.22
CHIP = 26.0


def unit_chart(room: Room, form: UnitChart) -> Drawn:
    """What looks mean, the groups, and which groups have nothing."""
    samples = legend(room, sample_entries(room.theme, form.samples))
    groups = _blocks(room, form) if form.arrangement == "blocks" else _rows(room, form)
    empty = (
        f"{form.empty_label} {format_entries(category.label for category in form.empty)}"
        if form.empty
        else ""
    )
    return one_below_the_other(
        (samples, groups, lines_drawn(wrapped(empty, room.width, NOTE), NOTE, room.ground.muted_text)), 16
    )


def _rows(room: Room, form: UnitChart) -> Drawn:
    """A row a group: its sign and name, its marks, its number."""
    signs = CHIP + 8 if any(group.sign for group in form.groups) else 0
    labels = [wrapped(group.label, room.width * MOST_FOR_LABELS, LABEL, most=3) for group in form.groups]
    left = max((widest_line(lines, LABEL) for lines in labels), default=0) + signs + GAP
    notes = [wrapped(group.note, room.width * MOST_FOR_ENDS, NOTE, most=2) for group in form.groups]
    numbers = [say_quantity(group.total) for group in form.groups]
    ends = max(
        (
            measured(number, LABEL, "strong") + 8 + widest_line(note, NOTE)
            for number, note in zip(numbers, notes, strict=True)
        ),
        default=0,
    )
    for_marks = room.width - left - ends - GAP
    most = max((len(group.units) for group in form.groups), default=1)
    in_one_line = min(MOST_STEP, for_marks / max(1, most))
    step = in_one_line if in_one_line >= LEAST_STEP else STEP_OF_LINES
    a_line = max(1, int((for_marks + BETWEEN_MARKS) // step))
    shapes: list[Shape] = []
    top = 0.0
    for group, label, number, note in zip(form.groups, labels, numbers, notes, strict=True):
        lines = -(-len(group.units) // a_line)
        height = max(lines * step, len(label) * LABEL * LEADING, len(note) * NOTE * LEADING, 20.0)
        middle = top + height / 2
        shapes += _sign(room, group, middle)
        shapes += lines_level_with(middle, label, LABEL, room.ground.text, x=signs)
        shapes += moved(_marks(room, group, a_line, step), left, middle - lines * step / 2)
        end = left + min(len(group.units), a_line) * step + 8
        shapes.append(Text(end, middle + LEVEL * LABEL, number, LABEL, room.ground.text, "strong"))
        end += measured(number, LABEL, "strong") + 8
        shapes += lines_level_with(middle, note, NOTE, room.ground.muted_text, x=end)
        top += height + BETWEEN_ROWS
    return Drawn(tuple(shapes), max(0.0, top - BETWEEN_ROWS))


def _sign(room: Room, group: UnitGroup, middle: float) -> tuple[Shape, ...]:
    """What stands before the name, such as the number of a goal, in its colour."""
    if not group.sign:
        return ()
    fill = colour(group.colour or "neutral", room.theme)
    text = Text(CHIP / 2, middle + LEVEL * NOTE, group.sign, NOTE, ink_on(fill), "strong", "middle")
    return Box(0, middle - 10, CHIP, 20, fill, radius=2), text


def _blocks(room: Room, form: UnitChart) -> Drawn:
    """Blocks side by side, as high as they must be for all to have room; else in lines."""
    for height in BLOCK_HEIGHTS:
        widths = [max(LEAST_BLOCK, -(-len(group.units) // height) * BLOCK_STEP) for group in form.groups]
        if sum(widths) + BETWEEN_BLOCKS * (len(widths) - 1) <= room.width:
            break
    labels = [
        lines_drawn(wrapped(group.label, wide, NOTE, most=3), NOTE, room.ground.text)
        for group, wide in zip(form.groups, widths, strict=True)
    ]
    # So that the marks of all blocks begin on one level.
    level = max((label.height for label in labels), default=0)
    lines: list[list[Drawn]] = [[]]
    x = 0.0
    for group, label, wide in zip(form.groups, labels, widths, strict=True):
        if lines[-1] and x + wide > room.width:
            lines.append([])
            x = 0.0
        block = _block(room, group, Drawn(label.shapes, level), height, min(wide, room.width))
        lines[-1].append(Drawn(moved(block.shapes, x, 0), block.height))
        x += wide + BETWEEN_BLOCKS
    return one_below_the_other(
        (
            Drawn(
                tuple(shape for block in line for shape in block.shapes),
                max((block.height for block in line), default=0),
            )
            for line in lines
        ),
        GAP,
    )


def _block(room: Room, group: UnitGroup, label: Drawn, height: int, wide: float) -> Drawn:
    a_line = max(1, min(-(-len(group.units) // height), int(wide // BLOCK_STEP)))
    marks = -(-len(group.units) // a_line) * BLOCK_STEP
    number = lines_drawn((say_quantity(group.total),), BODY, room.ground.text, face="strong")
    return one_below_the_other((number, label, Drawn(_marks(room, group, a_line, BLOCK_STEP), marks)), 4)


def _marks(room: Room, group: UnitGroup, a_line: int, step: float) -> tuple[Shape, ...]:
    return tuple(
        mark(
            room.theme,
            unit.look,
            (at % a_line + 0.5) * step,
            (at // a_line + 0.5) * step,
            step - BETWEEN_MARKS,
        )
        for at, unit in enumerate(group.units)
    )
