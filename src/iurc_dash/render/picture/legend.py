"""What colours and looks mean: a sample and its words, side by side as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Look, Sample, Texture
from iurc_dash.render.ink import outline
from iurc_dash.render.picture.room import LABEL, Room
from iurc_dash.render.picture.shapes import Area, Box, Circle, Drawn, Shape, Text, moved
from iurc_dash.render.picture.wrapping import LEADING, LEVEL, widest_line, wrapped

SAMPLE, GAP, APART, STEP = 18.0, 8.0, 26.0, 26.0


@dataclass(frozen=True)
class Entry:
    """A sample, at most as large as SAMPLE, with its middle at (0, 0), and what it means."""

    sample: tuple[Shape, ...]
    label: str


def legend(room: Room, entries: Iterable[Entry]) -> Drawn:
    """Entries in lines; one that is wider than the room is wrapped."""
    shapes: list[Shape] = []
    x = y = 0.0
    for entry in entries:
        words = wrapped(entry.label, room.width - SAMPLE - GAP, LABEL)
        wide = SAMPLE + GAP + widest_line(words, LABEL)
        if x and x + wide > room.width:
            x, y = 0.0, y + STEP
        shapes += moved(entry.sample, x + SAMPLE / 2, y + STEP / 2)
        # The middle of small letters is level with the sample.
        level = y + STEP / 2 + LEVEL * LABEL
        shapes += [
            Text(x + SAMPLE + GAP, level + LEADING * LABEL * at, line, LABEL, room.ground.text)
            for at, line in enumerate(words)
        ]
        x += wide + APART
        y += LEADING * LABEL * (len(words) - 1)
    return Drawn(tuple(shapes), y + STEP if shapes else 0)


def filled(theme: Theme, key: str, texture: Texture = "solid") -> Callable[[float, float, float, float], Box]:
    """A box in a colour key's colour: full, or hollow with an edge that can be seen."""
    if texture == "outlined":
        fill, edge = GROUNDS[theme].background, outline(key, theme)
    else:
        fill = colour(key, theme)
        # Goals can have colours too faint by themselves: their edge carries the contrast.
        edge = outline(key, theme) if outline(key, theme) != fill else ""

    def box(x: float, y: float, width: float, height: float) -> Box:
        if not edge:
            return Box(x, y, width, height, fill)
        inside = 0.75
        return Box(
            x + inside,
            y + inside,
            max(0.5, width - 2 * inside),
            max(0.5, height - 2 * inside),
            fill,
            edge,
            1.5,
        )

    return box


def sample_box(theme: Theme, key: str, texture: Texture = "solid") -> tuple[Shape, ...]:
    """The sample of a colour key."""
    return (filled(theme, key, texture)(-7, -7, 14, 14),)


def mark(theme: Theme, look: Look, x: float, y: float, size: float) -> Shape:
    """A mark with its middle there: a square, or a diamond that is as large, full or hollow."""
    box = filled(theme, look.colour, look.texture)(x - size / 2, y - size / 2, size, size)
    if look.shape == "square":
        return box
    reach = size / 2 * 1.15
    points = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return Area(points, box.fill, box.edge, box.edge_width)


def dot(theme: Theme, look: Look, x: float, y: float) -> Circle:
    """A dot, or a larger ring where it is hollow."""
    box = filled(theme, look.colour, look.texture)(0, 0, 1, 1)
    return Circle(x, y, 6 if look.texture == "outlined" else 5, box.fill, box.edge, box.edge_width)


def sample_entries(theme: Theme, samples: Iterable[Sample], *, as_dots: bool = False) -> list[Entry]:
    """What looks mean, as marks or as dots."""
    return [
        Entry(
            (dot(theme, sample.look, 0, 0) if as_dots else mark(theme, sample.look, 0, 0, 14),), sample.label
        )
        for sample in samples
    ]
