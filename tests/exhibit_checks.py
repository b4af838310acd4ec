"""What holds for every exhibit, whatever it shows."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pandas as pd

from iurc_dash.cautions import CAUTIONS
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.forms import ArcMap, Bars, Matrix
from iurc_dash.opening import open_package
from iurc_dash.tables import key_columns

# Numbers that name something and count nothing.
NAMING_NUMBERS = re.compile(r"[Pp]hase \d|Goal \d+|“[^”]*”|2030 Agenda|Europe 2020|and \d+ more|\(\d+ more\)")


PACKAGE = Path(__file__).parents[1] / "data" / "package"
# What the parts of a finding are parts of, where the table lists the parts alone.
OUT_OF = re.compile(r"of \d+ pairings with themes recorded")


@lru_cache(maxsize=1)
def recorded_dataset() -> Dataset:
    """The committed package, opened once."""
    return open_package(PACKAGE, trust_hashes=True)


def assert_sound(exhibit: Exhibit, dataset: Dataset) -> None:
    """The exhibit speaks in whole sentences, its links have keys, its rows and sources exist."""
    assert exhibit.finding.endswith("."), exhibit.finding
    assert exhibit.question.endswith("?"), exhibit.question
    assert exhibit.alt.endswith("."), exhibit.alt
    frame = exhibit.table.frame
    for text in (exhibit.finding, exhibit.alt, exhibit.question):
        assert not re.search(r"\bnan\b|None(?! of )|<NA>|\{|\}|  | \.|\.\.", text), text
    for column in exhibit.table.columns:
        assert column.name in frame.columns, column
        assert not column.key_column or column.key_column in frame.columns, column
        assert column.title
    assert not frame.isna().any().any()
    assert set(exhibit.cautions) <= set(CAUTIONS)
    assert len(exhibit.cautions) == len(set(exhibit.cautions))
    assert set(exhibit.sources) <= set(dataset["sources"]["source_id"])
    for table_name, keys in exhibit.rows.items():
        assert set(keys) <= known_keys(dataset, table_name), table_name
        assert len(keys) == len(set(keys))
    assert_finding_agrees_with_table(exhibit)
    if isinstance(exhibit.form, Bars):
        assert_bars_agree_with_table(exhibit.form)
    if isinstance(exhibit.form, Matrix):
        assert_matrix_adds_up(exhibit.form)


@lru_cache(maxsize=256)
def known_keys(dataset: Dataset, table_name: str) -> set[str]:
    """Row keys of a table as row_sources writes them."""
    table = dataset[table_name]
    return set(table[key_columns(table_name)].astype(str).agg("|".join, axis=1)) if len(table) else set()


def assert_finding_agrees_with_table(exhibit: Exhibit) -> None:
    """Every number in the finding is in the table, is the sum of a column, or a count of rows."""
    text = NAMING_NUMBERS.sub("", exhibit.finding)
    if exhibit.key == "circular-economy":
        text = OUT_OF.sub("", text)
    said = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?![\d%])", text)}
    behind = numbers_behind(exhibit)
    assert said <= behind, (exhibit.finding, said - behind)
    # A share is of the table, or of two numbers of the sentence itself.
    for share in map(int, re.findall(r"(\d+)%", text)):
        of_two = {round(100 * part / whole) for part in said for whole in said if whole}
        assert share in behind | of_two, (exhibit.finding, share)


def numbers_behind(exhibit: Exhibit) -> set[int]:
    """Numbers of the table, its sums and lengths, and how many rows were counted."""
    frame = exhibit.table.frame
    known = {
        len(frame),
        *(len(keys) for keys in exhibit.rows.values()),
        sum(len(k) for k in exhibit.rows.values()),
    }
    for column in exhibit.table.columns:
        cells = frame[column.name]
        known |= {len(set(cells)), len(set(cells)) - 1}
        if column.kind == "share":
            known |= {round(100 * cell) for cell in cells}
        elif pd.api.types.is_numeric_dtype(cells):
            known |= {int(cell) for cell in cells} | {int(cells.sum()), int((cells > 0).sum())}
        else:
            counted = cells.astype(str).value_counts()
            known |= set(map(int, counted))
            for cell in cells.astype(str):
                known |= {int(number) for number in re.findall(r"\d+", cell)}
    if isinstance(exhibit.form, ArcMap):
        known |= {len(exhibit.form.places), len(exhibit.form.unplaced)}
    # Regions and phases are counted as columns.
    return known | {len([column for column in exhibit.table.columns if "-" in column.name])}


def assert_bars_agree_with_table(form: Bars) -> None:
    assert form.categories and form.series
    for series in form.series:
        assert len(series.values) == len(form.categories)
        assert not series.value_colours or len(series.value_colours) == len(form.categories)
        assert all(value is None or value >= 0 for value in series.values)
    assert len({category.key for category in form.categories}) == len(form.categories)


def assert_matrix_adds_up(form: Matrix) -> None:
    """A row is the sum of its cells; a column has at most as many as its cells together, at least the largest."""
    assert len(form.values) == len(form.rows)
    for cells, total in zip(form.values, form.row_totals, strict=True):
        assert sum(cell or 0 for cell in cells) == total
    for place, total in enumerate(form.column_totals):
        column = [cells[place] or 0 for cells in form.values]
        assert max(column) <= total <= sum(column)
    assert form.total is None or form.total == sum(form.column_totals)
