"""Rows of a table as plain values: many times quicker than going through a column's own iterator; and in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import pandas as pd

K = TypeVar("K")
V = TypeVar("V")


def rows_in(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The given columns of each row, in the table's order."""
    return zip(*(table[column].tolist() for column in columns), strict=True)


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """The values of each key, each once, in order of first appearance."""
    found: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def cells_by(table: pd.DataFrame, key: str, column: str) -> dict[str, tuple[str, ...]]:
    """The cells of a column of text by those of another, each once, in the table's order."""
    return grouped(rows_in(table, key, column))
