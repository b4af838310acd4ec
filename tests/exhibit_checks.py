"""What holds for every exhibit, whatever it shows: it is evident, and it speaks in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from iurc_dash.cautions import CAUTIONS
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import Entry, entries, make
from iurc_dash.forms import Bars, Matrix
from iurc_dash.kept import derived
from iurc_dash.quantities import Count, Quantity, Share, Stated
from iurc_dash.tables.keys import key_columns
from iurc_dash.tables.models import TABLES
from iurc_dash.view import View

# What to ask where not any text will do though no choices are offered; every mark is asked for in test_rows.py.
EXAMPLES = {
    ("record/rows", "exhibit"): ("overview/regions", "goals/by-region"),
    ("record/rows", "mark"): ("",),
    ("record/rows", "asked"): ("",),
}
# A finding is a title: so many words at most.
LONGEST_FINDING = 25
PACKAGE = Path(__file__).parents[1] / "data" / "package"
# What no reader may see: a value of the machine, a gap that was not filled, a sign that stands twice.
MACHINE_WORDS = re.compile(r"\bnan\b|\w None\b|<NA>|[{}]|  | \.|\.\.|““|””|\(\)")


@lru_cache(maxsize=1)
def recorded_dataset() -> Dataset:
    """The committed package, opened once."""
    from iurc_dash.opening import open_package

    return open_package(PACKAGE, trust_hashes=True)


def exhibits_of(view: View) -> Iterable[Exhibit]:
    """Every registered exhibit, with each parameter that must be given taken at its first and last choice."""
    for entry in entries().values():
        for parameters in some_parameters(entry, view):
            yield make(view, entry.id, **parameters)


def some_parameters(entry: Entry, view: View) -> list[dict[str, str]]:
    """A few ways to ask for an exhibit; none where something that is required offers no choice."""
    asked: list[dict[str, str]] = [{}]
    for parameter in entry.parameters:
        examples = EXAMPLES.get((entry.id, parameter.name), ("artificial",))
        offered = list(parameter.choices(view)) if parameter.choices else list(examples)
        values = dict.fromkeys([*offered[:1], *offered[-1:]])
        if parameter.required:
            asked = [{**one, parameter.name: value} for one in asked for value in values]
        else:
            asked += [{**asked[0], parameter.name: value} for value in values] if asked else []
    return asked


def said(exhibit: Exhibit) -> str:
    """All that is said of an exhibit: its finding, and what stands beside it."""
    return f"{exhibit.finding} {exhibit.more}".strip()


def assert_sound(exhibit: Exhibit) -> None:
    """Everything that holds for every exhibit."""
    assert_speaks(exhibit)
    assert_evident(exhibit)
    assert set(exhibit.cautions) <= set(CAUTIONS), exhibit.id
    assert set(exhibit.sources()) <= known_keys(exhibit.view.whole, "sources")


def assert_speaks(exhibit: Exhibit) -> None:
    """Whole sentences, without words of the machine."""
    assert exhibit.finding.endswith((".", ".”")), exhibit.finding
    assert len(exhibit.finding.split()) <= LONGEST_FINDING, (exhibit.id, exhibit.finding)
    assert not exhibit.more or (exhibit.more.endswith(".") and exhibit.more[0] != " "), exhibit.more
    assert exhibit.question.endswith("?"), exhibit.question
    assert exhibit.alt.endswith((".", "”")), exhibit.alt
    for text in (exhibit.finding, exhibit.more, exhibit.alt, exhibit.question):
        assert not MACHINE_WORDS.search(text), (exhibit.id, text)
    for column in exhibit.table.columns:
        assert column.title and not MACHINE_WORDS.search(column.title), (exhibit.id, column)


def assert_evident(exhibit: Exhibit) -> None:
    """Every mark is a count of the rows it opens, a share of such counts, or a value that its row states."""
    dataset = exhibit.view.whole
    for key, mark in {**exhibit.marks, **exhibit.table_marks}.items():
        assert mark.label, (exhibit.id, key)
        if mark.quantity is not None:
            assert_quantity(mark.quantity, dataset, (exhibit.id, key))
            assert exhibit.rows(key) == mark.quantity.rows
    assert_quantity(exhibit.answer.counted, dataset, (exhibit.id, "whole"))
    assert_distinct_totals(exhibit)
    for line in exhibit.table:
        assert set(line.cells) <= {column.key for column in exhibit.table.columns}, (exhibit.id, line.key)
        if line.row is not None:
            assert line.row.key in known_keys(dataset, line.row.table), (exhibit.id, line.row)
    if exhibit.form is None:
        assert not len(exhibit.table) and not exhibit.answer.counted, exhibit.id


def assert_quantity(quantity: Quantity, dataset: Dataset, where: Any) -> None:
    """The number is its rows, and its rows are there."""
    for table, keys in quantity.rows.items():
        assert len(set(keys)) == len(keys), where
        assert set(keys) <= known_keys(dataset, table), (where, table)
    match quantity:
        case Count():
            assert quantity.value == sum(len(keys) for keys in quantity.rows.values()), where
        case Share():
            assert set(quantity.part) <= set(quantity.whole), where
            whole = quantity.whole.value
            assert quantity.value == (quantity.part.value / whole if whole else None), where
            assert_quantity(quantity.whole, dataset, where)
        case Stated():
            assert str(quantity.value) in cells_of(dataset, quantity.row.table, quantity.row.key), (
                where,
                quantity.value,
            )


def assert_distinct_totals(exhibit: Exhibit) -> None:
    """A total is the distinct rows of what it is a total of: no sum, and nothing that no cell shows."""
    form = exhibit.form
    if isinstance(form, Bars) and form.totals:
        for place, total in enumerate(form.totals):
            parts = [series.values[place] for series in form.series]
            assert set(total) == {row for part in parts if isinstance(part, Count) for row in part}, (
                exhibit.id
            )
    if isinstance(form, Matrix):
        for values, total in zip(form.values, form.row_totals, strict=True):
            assert set(total) == {row for value in values if value is not None for row in value}, exhibit.id
        for place, total in enumerate(form.column_totals):
            column = [values[place] for values in form.values]
            assert set(total) == {row for value in column if value is not None for row in value}, exhibit.id
        assert set(form.total) == {row for total in form.row_totals for row in total}, exhibit.id


@derived
def known_keys(dataset: Dataset, table: str) -> frozenset[str]:
    """Keys of a table's rows, the columns of a longer one joined by '|'."""
    return frozenset(_rows_by_key(dataset, table))


def cells_of(dataset: Dataset, table: str, key: str) -> set[str]:
    """What a row says, cell by cell, as text."""
    return {_text(cell) for cell in _rows_by_key(dataset, table)[key]}


def _text(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


@derived
def _rows_by_key(dataset: Dataset, table: str) -> dict[str, tuple[Any, ...]]:
    rows = dataset[table]
    assert table in TABLES
    places = [rows.columns.get_loc(column) for column in key_columns(table)]
    return {
        "|".join(str(row[place]) for place in places): row for row in rows.itertuples(index=False, name=None)
    }
