"""Tally: what a metric counts, cell by cell, each with the rows that were counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from iurc_dash.kept import Kept
from iurc_dash.quantities import NOTHING, Count, Row

Cell = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Tally:
    """Counts by cell; a cell is a key on each axis, such as (theme, phase).

    A total is the count of the distinct rows of its cells, never their sum.
    """

    axes: tuple[str, ...]
    cells: Mapping[Cell, Count]
    kept: Kept = field(default_factory=Kept, repr=False)

    @classmethod
    def of(cls, axes: tuple[str, ...], counted: Iterable[tuple[Cell, Row]]) -> Tally:
        """The tally of (cell, row) pairs; a row counts once in a cell and may stand in several."""
        cells: dict[Cell, dict[str, dict[str, None]]] = {}
        for cell, (table, key) in counted:
            cells.setdefault(cell, {}).setdefault(table, {})[key] = None
        return cls(
            axes,
            {
                cell: Count({table: tuple(keys) for table, keys in tables.items()})
                for cell, tables in cells.items()
            },
        )

    @classmethod
    def of_table(cls, axes: tuple[str, ...], table: str, counted: Iterable[tuple[Cell, str]]) -> Tally:
        """The tally of rows of one table, given as (cell, key) pairs."""
        cells: dict[Cell, dict[str, None]] = {}
        for cell, key in counted:
            cells.setdefault(cell, {})[key] = None
        return cls(axes, {cell: Count({table: tuple(keys)}) for cell, keys in cells.items()})

    def at(self, *where: str | None) -> Count:
        """The count at a key on each axis; None, and axes not named, stand for any key there."""
        wanted = (*where, *(None for _axis in self.axes[len(where) :]))
        if None not in wanted:
            return self.cells.get(wanted, NOTHING)  # type: ignore[arg-type]  # no None is left
        asked = tuple(place for place, key in enumerate(wanted) if key is not None)
        margins = self.kept.once(asked, lambda: self._gathered(asked))
        return margins.get(tuple(key for key in wanted if key is not None), NOTHING)

    def by(self, *axes: str) -> Tally:
        """The same rows by fewer axes, or by the same in another order."""
        return Tally(axes, self._gathered(tuple(self.axes.index(axis) for axis in axes)))

    @property
    def whole(self) -> Count:
        """Everything that is counted in any cell."""
        return self.at()

    def keys(self, axis: str) -> tuple[str, ...]:
        """Keys on an axis that have anything, in order of first appearance."""
        place = self.axes.index(axis)
        return tuple(dict.fromkeys(cell[place] for cell in self.cells))

    def ranked(self, axis: str, order: Mapping[str, object] | None = None) -> tuple[str, ...]:
        """Keys on an axis, most first; among equals by `order` (key -> something to sort by), else by key."""
        place = self.axes.index(axis)

        def count(key: str) -> int:
            return self.at(*(key if position == place else None for position in range(len(self.axes)))).value

        return tuple(sorted(self.keys(axis), key=lambda key: (-count(key), order[key] if order else key)))

    def _gathered(self, asked: tuple[int, ...]) -> dict[Cell, Count]:
        """The counts of all cells that have the same keys on the axes asked for."""
        gathered: dict[Cell, list[Count]] = {}
        for cell, count in self.cells.items():
            gathered.setdefault(tuple(cell[place] for place in asked), []).append(count)
        return {
            key: counts[0] if len(counts) == 1 else Count.union(counts) for key, counts in gathered.items()
        }
