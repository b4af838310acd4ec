"""Who stands first among some counts, and whether that may be called a lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from iurc_dash.metrics.chance import leads

# none: nothing is counted. only: one key has everything there is, or is the only one. once: nobody has more than one.
# lead: one key is ahead of all others by more than chance. most: one or some have most, within chance of the next.
# tie: several have the same, most of all.
Kind = Literal["none", "only", "once", "lead", "most", "tie"]


@dataclass(frozen=True)
class Standing:
    """Who stands first: the keys with the highest count, that count, and what may be said of it."""

    kind: Kind
    first: tuple[str, ...]
    count: int
    next_count: int


def leaders(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Keys with the highest count, in the order given; none when every count is zero."""
    highest = max(counts.values(), default=0)
    return tuple(key for key, count in counts.items() if count == highest) if highest > 0 else ()


def standing(counts: Mapping[str, int], whole: int) -> Standing:
    """How the first of some counts stands to the others; `whole` is the number of things that are counted."""
    first = leaders(counts)
    if not first:
        return Standing("none", (), 0, 0)
    most = counts[first[0]]
    following = max((count for count in counts.values() if count < most), default=0)
    if len(first) == 1 and not following:
        kind: Kind = "only"
    elif most == 1:
        kind = "once"
    elif len(first) > 1:
        kind = "tie"
    else:
        kind = "lead" if leads(most, following, whole) else "most"
    return Standing(kind, first, most, following)


def most_often_first(counts: Mapping[str, Mapping[str, int]]) -> tuple[tuple[str, ...], int]:
    """Keys that come first, alone or level with others, in most columns, and in how many: from column -> key -> count.

    Where nobody has more than one, nobody comes first.
    """
    wins: dict[str, int] = {}
    for column in counts.values():
        for key in leaders(column) if max(column.values(), default=0) > 1 else ():
            wins[key] = wins.get(key, 0) + 1
    first = leaders(wins)
    return first, wins[first[0]] if first else 0
