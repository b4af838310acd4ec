"""Exhibit tables from plain records, and the exhibit that says that nothing matches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from iurc_dash.exhibits.exhibit import Column, Exhibit, ExhibitTable


def table_of(
    columns: Sequence[Column], records: Iterable[Mapping[str, Any]], unseen: Sequence[str] = ()
) -> ExhibitTable:
    """A table with one row per record, also of no record.

    The key columns of links are in the frame too, and those in `unseen`: downloads have them, pages do not.
    """
    shown = [column.name for column in columns]
    names = dict.fromkeys([*shown, *(column.key_column for column in columns), *unseen])
    names.pop("", None)
    rows = list(records)
    frame = pd.DataFrame(
        {name: pd.Series([row.get(name, "") for row in rows], dtype=_dtype(rows, name)) for name in names}
    )
    return ExhibitTable(frame, tuple(columns))


def nothing_found(key: str, question: str, finding: str, columns: Sequence[Column]) -> Exhibit:
    """An exhibit without a figure whose finding says that nothing matches; its table keeps its columns."""
    return Exhibit(key, question, finding, None, table_of(columns, ()), finding)


def _dtype(rows: Sequence[Mapping[str, Any]], name: str) -> type:
    """Whole numbers and shares stay numbers; everything else is kept as it is."""
    kinds = {type(row.get(name, "")) for row in rows}
    if kinds == {int}:
        return int
    return float if kinds and kinds <= {int, float} else object
