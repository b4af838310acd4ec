"""Who leads: the largest of some counts, with ties told as ties."""

from __future__ import annotations

from collections.abc import Mapping


def leaders(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Keys with the highest count, in the order given; none when every count is zero."""
    highest = max(counts.values(), default=0)
    return tuple(key for key, count in counts.items() if count == highest) if highest > 0 else ()
