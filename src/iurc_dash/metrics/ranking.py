"""Who stands first among some counts, and whether that may be called a lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from iurc_dash.metrics.chance import leads
from iurc_dash.quantities import NOTHING, Count

# none: nothing is counted. all: one key, or several, have everything there is. only: nobody else has any. even: all
# that have any have as many. lead: one is ahead of all others by more than chance. most: one has most, within chance of
# another. tie: several have the same, most of all.
Kind = Literal["none", "all", "only", "even", "lead", "most", "tie"]


@dataclass(frozen=True, eq=False)
class Standing:
    """Who stands first, with what of the whole, who comes next, and what may be said of it."""

    kind: Kind
    first: tuple[str, ...]
    count: Count
    next: tuple[str, ...]
    next_count: int
    whole: Count


def leaders(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Keys with the highest count, in the order given; none when every count is zero."""
    highest = max(counts.values(), default=0)
    return tuple(key for key, count in counts.items() if count == highest) if highest > 0 else ()


def standing(counts: Mapping[str, Count], whole: Count) -> Standing:
    """How the first of some counts stands to the others; `whole` are the things that are counted."""
    numbers = {key: count.value for key, count in counts.items()}
    first = leaders(numbers)
    following = leaders({key: number for key, number in numbers.items() if key not in first})
    most = counts[first[0]] if first else NOTHING
    next_count = numbers[following[0]] if following else 0
    if not first:
        kind: Kind = "none"
    elif most.value == whole.value:
        kind = "all"
    elif not following:
        kind = "only" if len(first) == 1 else "even"
    elif len(first) > 1:
        kind = "tie"
    else:
        others = [count for key, count in counts.items() if key != first[0]]
        kind = "lead" if all(leads(most, other, whole) for other in others) else "most"
    return Standing(kind, first, most, following, next_count, whole)


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
