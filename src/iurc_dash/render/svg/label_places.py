"""Where names go beside their dots, so that no name covers another, or a dot, or leaves the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from iurc_dash.render.lettering import text_width

Anchor = Literal["start", "middle", "end"]
_Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PlacedLabel:
    """Where a text begins, ends or has its middle (`anchor`), and its base line, in pixels."""

    x: float
    y: float
    anchor: Anchor


def placed_labels(
    dots: Sequence[tuple[float, float]], labels: Sequence[str], frame: tuple[float, float], size: float
) -> list[PlacedLabel]:
    """A place for each label near its dot, in the order of the labels.

    The nearest of several places that is free is taken: beside, above, below, then further off. Where nothing is
    free the one that covers least is taken. dots, frame (width, height), size of the letters: pixels.
    """
    taken: list[_Box] = [(x - 7, y - 7, x + 7, y + 7) for x, y in dots]
    placed: list[PlacedLabel] = []
    for dot, text in zip(dots, labels, strict=True):
        width = text_width(text, size) * 1.06
        choices = [(_box(choice, width, size), choice) for choice in _choices(dot, size)]
        box, choice = min(choices, key=lambda one: _covered(one[0], taken, frame))
        taken.append(box)
        placed.append(choice)
    return placed


def free_labels(
    dots: Sequence[tuple[float, float]],
    labels: Sequence[str],
    frame: tuple[float, float],
    size: float,
    *,
    dot: float,
    most: int,
) -> dict[int, PlacedLabel]:
    """Labels that have a free place close by, at most so many, by their number; the first ones are asked first.

    A free place covers no dot and no other label and lies within the frame; there may be more dots than labels.
    dot: the radius of a dot, in pixels.
    """
    taken = np.array([(x - dot, y - dot, x + dot, y + dot) for x, y in dots], dtype=float).reshape(-1, 4)
    found: dict[int, PlacedLabel] = {}
    for number, text in enumerate(labels):
        width = text_width(text, size) * 1.06
        for choice in _choices(dots[number], size)[:4]:
            box = _box(choice, width, size)
            left, top, right, bottom = box
            within = left >= 4 and top >= 4 and right <= frame[0] - 4 and bottom <= frame[1] - 4
            apart = (
                (taken[:, 0] >= right)
                | (taken[:, 2] <= left)
                | (taken[:, 1] >= bottom)
                | (taken[:, 3] <= top)
            )
            if within and apart.all():
                found[number] = choice
                taken = np.vstack((taken, box))
                break
        if len(found) == most:
            break
    return found


def _choices(dot: tuple[float, float], size: float) -> list[PlacedLabel]:
    """Places to try, the best first."""
    x, y = dot
    level = y + 0.34 * size
    choices = []
    for step in range(6):
        away = step * size * 0.9
        # The first round stands level with the dot; the next ones move up and down from there.
        for shift in (0.0,) if step == 0 else (-away, away):
            choices.append(PlacedLabel(x + 11, level + shift, "start"))
            choices.append(PlacedLabel(x - 11, level + shift, "end"))
        choices.append(PlacedLabel(x, y - 12 - away, "middle"))
        choices.append(PlacedLabel(x, y + 11 + 0.75 * size + away, "middle"))
    return choices


def _box(label: PlacedLabel, width: float, size: float) -> _Box:
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    return left, label.y - 0.85 * size, left + width, label.y + 0.3 * size


def _covered(box: _Box, taken: Sequence[_Box], frame: tuple[float, float]) -> float:
    """Area that the box shares with what is taken, and, counted tenfold, the part outside the frame."""
    area = (box[2] - box[0]) * (box[3] - box[1])
    inside = _shared(box, (4, 4, frame[0] - 4, frame[1] - 4))
    return sum(_shared(box, other) for other in taken) + 10 * (area - inside)


def _shared(one: _Box, other: _Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0
