"""Tables of the package as typed frames, with the origin of every row, as the checks go over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from iurc_dash.checks.collected import title_of
from iurc_dash.problems import Code, Problem, nearest
from iurc_dash.reading import grouped
from iurc_dash.sources.raw import Origin
from iurc_dash.tables.keys import key_columns

# Looking for the nearest of many keys takes a moment each time.
MOST_SUGGESTIONS = 100


class Finding(NamedTuple):
    """Something wrong with one row: its table, its position there, and what a person is told."""

    table: str
    position: int
    problem: Problem


@dataclass
class Typed:
    """Every table numbered from 0, the origin of each row, and the tables that lost rows when they were read."""

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    origins: dict[str, list[Origin]] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    suggestions: int = MOST_SUGGESTIONS

    def whole(self, table: str) -> bool:
        """Whether all rows of the table are there, so that a key it lacks is one that nobody has."""
        return table not in self.incomplete

    def keys(self, table: str) -> set[str]:
        """The keys of the table, of whose columns there is one."""
        return set(self.texts(table, key_columns(table)[0]))

    def texts(self, table: str, column: str) -> list[str]:
        """The cells of a column of text, as plain strings: a series hands them out one by one, slowly."""
        cells: list[str] = self.frames[table][column].to_numpy(dtype=object).tolist()
        return cells

    def strangers(self, table: str, column: str, known: Collection[str]) -> list[tuple[int, str]]:
        """Cells of a column that are not blank and none of those known, each with its position."""
        return [(i, cell) for i, cell in enumerate(self.texts(table, column)) if cell and cell not in known]

    def finding(
        self,
        table: str,
        position: object,
        code: Code,
        what: str,
        mend: str,
        *,
        column: str = "",
        value: object = "",
        suggestion: str = "",
        among: Collection[str] = (),
    ) -> Finding:
        """Something wrong with a row, told at the file, row and column that the person has.

        `among` are the values that were possible: the nearest is suggested, for as many findings as anybody reads.
        """
        number = int(str(position))
        origin = self.origins[table][number]
        title = title_of(origin, table, column) if column else ""
        if among and self.suggestions:
            self.suggestions -= 1
            suggestion = nearest(str(value), among)
        problem = origin.problem(code, what, mend, column=title, value=value, suggestion=suggestion)
        return Finding(table, number, problem)

    def without(self, rows: Iterable[tuple[str, int]]) -> Typed:
        """The same tables without some rows."""
        frames, origins = dict(self.frames), dict(self.origins)
        for table, positions in grouped(rows).items():
            frames[table] = frames[table].drop(index=list(positions)).reset_index(drop=True)
            gone = set(positions)
            origins[table] = [origin for i, origin in enumerate(origins[table]) if i not in gone]
        return Typed(frames, origins)
