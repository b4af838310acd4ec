"""Labels one below the other: as near to what they name as they can be without overlap."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], distance: float, top: float, bottom: float) -> list[float]:
    """A place for each label, at least `distance` apart, within top and bottom where there is room for all.

    Those that would overlap stand around the middle of what they wanted; the order is kept, of equals the first is
    above.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    # Runs of labels that touch: where the first stands, and how many there are.
    runs: list[tuple[float, list[int]]] = []
    for at in order:
        runs.append((_within(wanted[at], 1, distance, top, bottom), [at]))
        while len(runs) > 1 and runs[-2][0] + len(runs[-2][1]) * distance > runs[-1][0]:
            labels = runs[-2][1] + runs[-1][1]
            middle = sum(wanted[label] for label in labels) / len(labels)
            first = middle - (len(labels) - 1) * distance / 2
            runs[-2:] = [(_within(first, len(labels), distance, top, bottom), labels)]
    places = [0.0] * len(wanted)
    for first, labels in runs:
        for step, label in enumerate(labels):
            places[label] = first + step * distance
    return places


def _within(first: float, count: int, distance: float, top: float, bottom: float) -> float:
    return max(top, min(first, bottom - (count - 1) * distance))
