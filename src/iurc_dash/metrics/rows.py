"""Single rows of any table by their key: their cells, what they belong to, the edition that they are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import rows_in
from iurc_dash.tables.keys import KEYS, SUBJECT_TABLES
from iurc_dash.view import View


@derived
def rows_of_table(dataset: Dataset, table: str) -> Count:
    """All rows of a table."""
    return Count.in_table(table, _keys(dataset, table))


@derived
def rows_by_key(dataset: Dataset, table: str) -> Mapping[str, tuple[Any, ...]]:
    """The cells of each row by its key, in the order of the table's columns."""
    rows = dataset[table]
    return dict(zip(_keys(dataset, table), rows_in(rows, *rows.columns), strict=True))


def _keys(dataset: Dataset, table: str) -> Iterator[str]:
    return map("|".join, rows_in(dataset[table], *KEYS[table]))


def cells_of_row(dataset: Dataset, row: Row) -> dict[str, Any]:
    """The cells of a row by column; an unknown key raises KeyError."""
    return dict(zip(dataset[row.table].columns, rows_by_key(dataset, row.table)[row.key], strict=True))


def edition_of_row(view: View, row: Row) -> str:
    """The edition that a row is of; blank where there is none. An activity is of the one that it is counted under."""
    if row.table == "editions":
        return row.key
    if row.table == "activities" and row.key in view.activity_editions:
        return view.activity_editions[row.key]
    cells = cells_of_row(view.whole, row) if row.table in KEYS else {}
    if "edition_id" in cells:
        return str(cells["edition_id"])
    subject = subject_of(cells)
    return edition_of_row(view, subject) if subject is not None else ""


def subject_of(cells: Mapping[str, Any]) -> Row | None:
    """What a row belongs to, from its cells: a pairing, an activity, an edition, a theme; None for other rows."""
    if "subject_kind" in cells:
        table = SUBJECT_TABLES.get(cells["subject_kind"])
        return Row(table, cells["subject_id"]) if table else None
    for table, column in (("pairings", "pairing_id"), ("activities", "activity_id")):
        if column in cells:
            return Row(table, cells[column])
    return None
