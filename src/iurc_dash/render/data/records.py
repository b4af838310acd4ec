"""An exhibit's parts as plain values, for programs."""

from __future__ import annotations

from typing import Any

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Bars, Matrix
from iurc_dash.language import _
from iurc_dash.quantities import Count, Quantity, Rows, Share, Stated
from iurc_dash.render.citing import CitedSource
from iurc_dash.render.data.columns import plain_value
from iurc_dash.tabular import Cell, NotApplicable, Table
from iurc_dash.vocabulary import plural_word

# What a number is, by the kind of its quantity.
KINDS = {Count: "count", Share: "share", Stated: "stated"}


def mark_records(exhibit: Exhibit) -> list[dict[str, Any]]:
    """Every mark that shows a quantity: those of the figure, then the cells of the table."""
    units = {column.key: column.unit for column in exhibit.table.columns}
    of_form = exhibit.form.unit if isinstance(exhibit.form, Bars | Matrix) else ""
    figure = [(mark, of_form) for mark in exhibit.marks.values()]
    cells = [(mark, units.get(key.rpartition("/")[2], "")) for key, mark in exhibit.table_marks.items()]
    keys = [*exhibit.marks, *exhibit.table_marks]
    return [
        {"key": key, "label": mark.label, **_quantity_record(mark.quantity, unit)}
        for key, (mark, unit) in zip(keys, [*figure, *cells], strict=True)
        if mark.quantity is not None
    ]


def table_record(table: Table) -> dict[str, Any]:
    """Columns with what their cells are, and lines with their values."""
    return {
        "columns": [
            {
                "key": column.key,
                "title": column.title,
                "kind": column.kind,
                "unit": column.unit,
                "vocabulary": column.vocabulary,
            }
            for column in table.columns
        ],
        "rows": [
            {
                "key": line.key,
                "is_total": line.is_total,
                "row": {"table": line.row.table, "key": line.row.key} if line.row else None,
                "cells": {column.key: _cell_record(line[column.key]) for column in table.columns},
            }
            for line in table
        ],
    }


def source_record(source: CitedSource) -> dict[str, str]:
    """What is said of a source."""
    return {
        "key": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.address,
    }


def _quantity_record(quantity: Quantity, unit: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "kind": KINDS[type(quantity)],
        "value": plain_value(quantity),
        "unit": unit or _unit_of(quantity),
        "rows": _rows_record(quantity.rows),
    }
    return record | {"of": _rows_record(quantity.whole.rows)} if isinstance(quantity, Share) else record


def _unit_of(quantity: Quantity) -> str:
    """What is counted, by the tables of its rows; blank where more than one is, or where none is counted."""
    tables = list(quantity.rows) if isinstance(quantity, Count) else []
    return plural_word("tables", tables[0]) if len(tables) == 1 else ""


def _rows_record(rows: Rows) -> dict[str, list[str]]:
    return {table: list(keys) for table, keys in rows.items()}


def _cell_record(cell: Cell) -> Any:
    if isinstance(cell, NotApplicable):
        return {"not_applicable": True}
    value = plain_value(cell)
    return list(value) if isinstance(value, tuple) else value
