"""Scales of drawn figures: where a value stands as a percentage of the room there is, and the lines that say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# Steps that readers count in.
STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Tick:
    """A line of a scale: where it stands as a percentage, and what it says."""

    at: str
    said: str


def percent(value: float, highest: float) -> str:
    """Where a value stands on a scale from nothing: 3 of 8 -> '37.5%'."""
    return f"{100 * value / highest:.2f}".rstrip("0").rstrip(".") + "%" if highest else "0%"


def round_scale(
    highest: float, say: Callable[[float], str], *, whole: bool = True, most: int = 5
) -> tuple[float, tuple[Tick, ...]]:
    """The end of a scale that takes in the highest value, and its lines; `whole` where values have no parts."""
    wanted = highest / most if highest > 0 else 1.0
    power = 10.0 ** _digits(wanted)
    step = next(step * power for step in STEPS if step * power >= wanted * (1 - 1e-9))
    if whole:
        step = max(1.0, float(-(-step // 1)))
    lines = max(1, -int(-(highest * (1 - 1e-9)) // step))
    top = step * lines
    # Of a share, ten times a tenth is not quite the whole.
    values = [round(step * line, 6) for line in range(lines + 1)]
    return top, tuple(Tick(percent(value, top), say(int(value) if whole else value)) for value in values)


def _digits(value: float) -> int:
    digits = 0
    while value < 10**digits:
        digits -= 1
    while value >= 10 ** (digits + 1):
        digits += 1
    return digits
