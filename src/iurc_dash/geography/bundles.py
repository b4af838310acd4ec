"""Lines that run nearly together, spread apart."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from iurc_dash.geography.points import EARTH_RADIUS_KM, Point, degrees_of, unit_vectors

BUNDLE_RADIUS_KM = 450.0
BEND_STEP = 1.1
BEND_LIMIT = 4.0
# Of lines that may run together with some others, so many are looked at, evenly from south to north: beyond that the
# place of a line among them is known well enough.
MOST_LOOKED_AT = 512

_ANGLE = BUNDLE_RADIUS_KM / EARTH_RADIUS_KM
# Width of the cells of a grid in space: two points that are near each other lie in neighbouring ones.
_CELL = 2 * math.sin(_ANGLE / 2)

Vectors = NDArray[np.float64]
Cell = tuple[int, int, int]


def spread_bundles(ends: Sequence[tuple[Point, Point]]) -> list[float]:
    """Bends that fan out lines which run nearly together, one for each pair of ends, in hundredths of a degree.

    Lines run together when both ends lie within 450 km of each other. Within a bundle they keep their natural order
    from north to south, so fanning out crosses no lines; bends are symmetric around zero and at most 4 degrees, so
    that many lines between the same two places share some.
    """
    if not ends:
        return []
    degrees = (degrees_of([start for start, _end in ends]), degrees_of([end for _start, end in ends]))
    starts, finishes = (unit_vectors(of_side) for of_side in degrees)
    rank = _rank_from_south(*degrees, starts + finishes)
    blocks = _blocks(starts, finishes, rank)
    near = _near_cells({cell for block in blocks for cell in block})
    balance, neighbours = np.zeros(len(ends)), np.zeros(len(ends))
    for block, lines in blocks.items():
        others = _others(blocks, near, block, rank)
        looked_at = others[:: math.ceil(len(others) / MOST_LOOKED_AT)]
        together = _run_together(starts, finishes, lines, looked_at)
        together &= lines[:, None] != looked_at[None, :]
        weight = len(others) / len(looked_at)
        above = np.sign(rank[lines][:, None] - rank[looked_at][None, :])
        balance[lines] = weight * (together * above).sum(axis=1) / 2
        neighbours[lines] = weight * together.sum(axis=1)
    step = np.minimum(BEND_STEP, 2 * BEND_LIMIT / np.maximum(neighbours, 1))
    return np.round(np.clip(balance * step, -BEND_LIMIT, BEND_LIMIT), 2).tolist()  # type: ignore[no-any-return]


def _blocks(
    starts: Vectors, finishes: Vectors, rank: NDArray[np.int_]
) -> dict[tuple[Cell, Cell], NDArray[np.int_]]:
    """Lines by the cells of their two ends, each block from south to north."""
    cells = [
        list(map(tuple, np.floor(vectors / _CELL).astype(int).tolist())) for vectors in (starts, finishes)
    ]
    found: dict[tuple[Cell, Cell], list[int]] = {}
    for line in np.argsort(rank).tolist():
        found.setdefault((cells[0][line], cells[1][line]), []).append(line)
    return {block: np.array(lines) for block, lines in found.items()}


def _near_cells(cells: set[Cell]) -> dict[Cell, list[Cell]]:
    """For each occupied cell itself and the occupied ones around it."""
    around = list(itertools.product((-1, 0, 1), repeat=3))
    return {
        (x, y, z): [near for dx, dy, dz in around if (near := (x + dx, y + dy, z + dz)) in cells]
        for x, y, z in cells
    }


def _others(
    blocks: dict[tuple[Cell, Cell], NDArray[np.int_]],
    near: dict[Cell, list[Cell]],
    block: tuple[Cell, Cell],
    rank: NDArray[np.int_],
) -> NDArray[np.int_]:
    """Lines that may run together with those of a block, either way round, from south to north."""
    pairs = itertools.product(near[block[0]], near[block[1]])
    asked = dict.fromkeys(found for one, other in pairs for found in ((one, other), (other, one)))
    lines = np.concatenate([blocks[found] for found in asked if found in blocks])
    return lines[np.argsort(rank[lines])]


def _run_together(
    starts: Vectors, finishes: Vectors, lines: NDArray[np.int_], others: NDArray[np.int_]
) -> NDArray[np.bool_]:
    """Which lines have both ends near those of which others: shape (lines, others)."""

    def near(first: Vectors, second: Vectors) -> NDArray[np.bool_]:
        return np.asarray(first[lines] @ second[others].T >= math.cos(_ANGLE))

    same = near(starts, starts) & near(finishes, finishes)
    return same | (near(starts, finishes) & near(finishes, starts))


def _rank_from_south(starts: Vectors, finishes: Vectors, middles: Vectors) -> NDArray[np.int_]:
    """Rank of each line by the latitude of its middle, then by its ends, then by its place in the list."""
    latitudes = np.degrees(np.arctan2(middles[:, 2], np.hypot(middles[:, 0], middles[:, 1])))
    turned = (starts[:, 0] > finishes[:, 0]) | (
        (starts[:, 0] == finishes[:, 0]) & (starts[:, 1] > finishes[:, 1])
    )
    low, high = np.where(turned[:, None], finishes, starts), np.where(turned[:, None], starts, finishes)
    rank = np.empty(len(starts), dtype=int)
    rank[np.lexsort((high[:, 1], high[:, 0], low[:, 1], low[:, 0], latitudes.round(6)))] = np.arange(
        len(starts)
    )
    return rank
