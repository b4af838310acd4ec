"""Chains that come back to where they began: an edition before itself, an event the same as itself."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence


def links_in_circles(links: Sequence[tuple[str, str]]) -> list[int]:
    """Positions of the links (from, to) that lie on a circle, or between two."""
    left = set(range(len(links)))
    # Whatever leads nowhere, and whatever nothing leads to, is on no circle; taking it away may free the next.
    for start, end in ((0, 1), (1, 0)):
        starting: dict[str, list[int]] = defaultdict(list)
        ending: dict[str, list[int]] = defaultdict(list)
        for position in left:
            starting[links[position][start]].append(position)
            ending[links[position][end]].append(position)
        open_links = {key: len(positions) for key, positions in starting.items()}
        free = deque(key for key in ending if key not in open_links)
        while free:
            for position in ending[free.popleft()]:
                left.discard(position)
                key = links[position][start]
                open_links[key] -= 1
                if not open_links[key]:
                    free.append(key)
    return sorted(left)
