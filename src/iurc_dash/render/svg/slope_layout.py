"""Where the lines of a slope and their labels stand, in pixels from the top."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.forms import Slope
from iurc_dash.render.svg.spreading import spread

LABEL_DISTANCE = 19.0
HEAD = 12.0
# So high for each line, and no lower than this.
ROW, LEAST = 31.0, 200.0


@dataclass(frozen=True)
class SlopeLayout:
    """The height in all; for each line the ends of it (first, last) and the middles of its labels (first, last)."""

    height: float
    ends: tuple[tuple[float, float], ...]
    labels: tuple[tuple[float, float], ...]


def slope_layout(form: Slope) -> SlopeLayout:
    """The layout of a slope; the scale runs from the lowest to the highest share that it shows."""
    height = max(LEAST, ROW * len(form.lines))
    values = [(line.first.value or 0.0, line.last.value or 0.0) for line in form.lines]
    lowest = min((min(pair) for pair in values), default=0.0)
    highest = max((max(pair) for pair in values), default=1.0)
    span = (highest - lowest) or 1.0

    def place(value: float) -> float:
        return HEAD + (highest - value) / span * (height - 2 * HEAD)

    ends = tuple((place(first), place(last)) for first, last in values)
    sides = [spread([pair[side] for pair in ends], LABEL_DISTANCE, HEAD, height - HEAD) for side in (0, 1)]
    return SlopeLayout(height, ends, tuple(zip(*sides, strict=True)))
