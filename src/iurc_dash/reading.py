"""Rows of a table as plain values: many times quicker than going through a column's own iterator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def rows_in(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The given columns of each row, in the table's order."""
    return zip(*(table[column].tolist() for column in columns), strict=True)
