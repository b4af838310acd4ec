"""How the members of a group are joined."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.geography.points import Point, distance_km


def joined_members(points: Sequence[Point]) -> list[tuple[int, int]]:
    """The shortest set of links that joins all members of a group (a minimum spanning tree).

    Returns pairs of indices, smaller first, one fewer than there are points. Members without a position are the
    caller's to leave out.
    """
    links: list[tuple[int, int]] = []
    nearest = {index: (distance_km(points[0], points[index]), 0) for index in range(1, len(points))}
    while nearest:
        index = min(nearest, key=lambda candidate: (nearest[candidate], candidate))
        joined_to = nearest.pop(index)[1]
        links.append((min(index, joined_to), max(index, joined_to)))
        for other, known in nearest.items():
            nearest[other] = min(known, (distance_km(points[index], points[other]), index))
    return sorted(links)
