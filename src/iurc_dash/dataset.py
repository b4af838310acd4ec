"""All tables of the package together: whole, frozen, shared by every session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import pandas as pd

from iurc_dash.kept import Kept
from iurc_dash.problems import Problem

# Texts are strings of Python's own: a cell that is read is not made anew, and what is made of tables shares them.
TEXT = pd.StringDtype("python", na_value=np.nan)


@dataclass(frozen=True)
class Release:
    """Which data this is: its version, its date, and a short fingerprint of what its tables hold.

    Every address that can be kept names the fingerprint, so that it means the same rows for ever.
    """

    version: str
    date: str
    fingerprint: str


@dataclass(frozen=True, eq=False)
class Dataset:
    """Every table by its name, and the release they are.

    Nobody writes to a table: a Dataset is shared by all sessions, or belongs to one. Text cells are strings and
    blank is the empty string; numbers are missing where not known. Two Datasets are equal only when they are
    the same object. What is derived from it is in `kept` and dies with it.
    """

    tables: Mapping[str, pd.DataFrame]
    release: Release
    # What a reader must be told of the data, such as that a file is not the one that was published.
    warnings: tuple[Problem, ...] = ()
    kept: Kept = field(default_factory=Kept, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", MappingProxyType(_with_shared_texts(self.tables)))

    def __getitem__(self, table_name: str) -> pd.DataFrame:
        return self.tables[table_name]

    def with_tables(self, **tables: pd.DataFrame) -> Dataset:
        """The same release with some tables replaced, such as by narrower ones."""
        unknown = set(tables) - set(self.tables)
        if unknown:
            raise KeyError(f"No such table: {', '.join(sorted(unknown))}")
        return Dataset({**self.tables, **tables}, self.release, self.warnings)


def _with_shared_texts(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables with each text in memory once, however many cells hold it; a table that has it so is left as it is."""
    known: dict[str, str] = {}

    def shared(column: pd.Series) -> pd.Series:
        cells = np.array([known.setdefault(cell, cell) for cell in column.tolist()], dtype=object)
        return pd.Series(cells, index=column.index, dtype=TEXT)

    found = {}
    for name, table in tables.items():
        foreign = [
            str(column)
            for column, dtype in table.dtypes.items()
            if isinstance(dtype, pd.StringDtype) and dtype.storage != TEXT.storage
        ]
        found[name] = (
            table.assign(**{str(column): shared(table[column]) for column in foreign}) if foreign else table
        )
    return found
