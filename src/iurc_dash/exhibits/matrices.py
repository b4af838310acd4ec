"""Matrices of counts with their totals, and the tables behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, ExhibitTable
from iurc_dash.exhibits.tabulation import table_of
from iurc_dash.forms import Category, Matrix
from iurc_dash.language import _
from iurc_dash.metrics.editions import PROGRAMME_WIDE, existing_editions, phases_shown, regions_shown

CANNOT_BE = "–"


def counts_matrix(
    rows: Sequence[Category],
    columns: Sequence[Category],
    counts: Mapping[tuple[str, str], int],
    titles: tuple[str, str],
    unit: tuple[str, str],
    possible: frozenset[tuple[str, str]] | None = None,
) -> Matrix:
    """Counts by (row key, column key), each thing counted in one cell; `titles` are of rows and columns.

    `unit` is what is counted, as a table of the dataset and in words.

    A combination that is not in `possible` is None where nothing is counted in it.
    """
    values = tuple(
        tuple(
            None
            if possible is not None
            and (row.key, column.key) not in possible
            and not counts.get((row.key, column.key))
            else counts.get((row.key, column.key), 0)
            for column in columns
        )
        for row in rows
    )
    return Matrix(
        rows=tuple(rows),
        columns=tuple(columns),
        values=values,
        row_title=titles[0],
        column_title=titles[1],
        unit=unit[1],
        row_totals=tuple(sum(value or 0 for value in row) for row in values),
        column_totals=tuple(sum(row[position] or 0 for row in values) for position in range(len(columns))),
        total=sum(value or 0 for row in values for value in row),
        unit_key=unit[0],
    )


def matrix_table(matrix: Matrix) -> ExhibitTable:
    """The matrix as a table: a row's label, its counts by column, its total; a last row of totals.

    Columns: key, label, one `count_<key>` a column of the matrix, total.
    """
    names = [f"count_{column.key}" for column in matrix.columns]
    records = [
        {
            "key": row.key,
            "label": row.label,
            "total": total,
            **dict(zip(names, map(_cell, values), strict=True)),
        }
        for row, values, total in zip(matrix.rows, matrix.values, matrix.row_totals, strict=True)
    ]
    if len(matrix.rows) > 1:
        totals = dict(zip(names, matrix.column_totals, strict=True))
        records.append({"key": "", "label": _("All"), "total": matrix.total or 0, **totals})
    numbers = [
        Column(name, column.label, "number") for name, column in zip(names, matrix.columns, strict=True)
    ]
    return table_of(
        [Column("label", matrix.row_title), *numbers, Column("total", _("All"), "number")], records
    )


def _cell(value: int | None) -> int | str:
    return CANNOT_BE if value is None else value


def phase_categories(narrowed: Dataset) -> list[Category]:
    """The phases that the dataset has, as places of a figure."""
    return [Category(phase, narrowed.names.phases[phase]) for phase in phases_shown(narrowed)]


def by_region_and_phase(
    dataset: Dataset, narrowed: Dataset, counts: Mapping[tuple[str, str], int], unit: tuple[str, str]
) -> Matrix:
    """Counts by (region key, phase key); the whole programme is a row only where it has any."""
    names = narrowed.names.regions
    counted_regions = {region for (region, _phase), count in counts.items() if count}
    rows = [
        Category(region, names[region])
        for region in regions_shown(narrowed)
        if region != PROGRAMME_WIDE or region in counted_regions
    ]
    columns = phase_categories(narrowed)
    return counts_matrix(rows, columns, counts, (_("Region"), _("Phase")), unit, existing_editions(dataset))
