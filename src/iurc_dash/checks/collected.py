"""What is wrong with collected tables before anything is made of them, told where people entered it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from iurc_dash.checks.cells import columns_of, typed_cells
from iurc_dash.language import _
from iurc_dash.problems import Code, Problem
from iurc_dash.sources.collected import unit_of, values
from iurc_dash.sources.collected_tables import COLLECTED_COLUMNS, COLLECTED_KEYS, SOURCE_COLUMNS
from iurc_dash.sources.raw import Origin, RawTables, Row
from iurc_dash.sources.reading import missing

# Tables in which no row may have the key of another; elsewhere rows with one key are merged.
_DISTINCT = ("pairings", "activities", "editions")


def check_collected(raw: RawTables) -> list[Problem]:
    """One Problem for each cell that its column does not allow, each repeated key, each file that is missing."""
    problems = _missing_files(raw)
    for table in COLLECTED_COLUMNS:
        rows, columns = raw.rows(table), _columns(table)
        for (position, title), wrong in typed_cells(rows, columns)[1].items():
            if (table, title) in raw.absent:
                continue
            row = rows[position]
            problems.append(row.origin.problem(column=title, value=row[title], **wrong._asdict()))
        if table in _DISTINCT:
            problems += repeated_keys(rows, COLLECTED_KEYS[table])
    return problems


def title_of(origin: Origin, table: str, column_name: str) -> str:
    """What the person who made a row calls a column of the package; blank when no cell of the row became it."""
    if not origin.entered_as:
        return column_name
    return _titles().get((origin.entered_as, f"{table}.{column_name}"), "")


def as_package_cells(row: Row, table: str) -> dict[str, str]:
    """The cells of a collected row under the names of the columns of the package table that they go into."""
    return {column: row[title] for column, title in _columns_in(row.origin.entered_as, table)}


@cache
def _columns_in(entered_as: str, table: str) -> tuple[tuple[str, str], ...]:
    """Columns of a package table, each with the column of a collected table that goes into it."""
    return tuple(
        (target.partition(".")[2], title)
        for (collected, target), title in _titles().items()
        if collected == entered_as and target.partition(".")[0] == table
    )


def made_from(collected_table: str, title: str = "") -> set[str]:
    """The package tables that a column of a collected table, or any of its columns, goes into."""
    return {
        target.partition(".")[0]
        for (table, target), column in _titles().items()
        if table == collected_table and title in ("", column)
    }


@cache
def _titles() -> dict[tuple[str, str], str]:
    """Collected column by (collected table, table.column of the package)."""
    return {
        (table, target): title
        for table, columns in COLLECTED_COLUMNS.items()
        for title, targets in columns.items()
        for target in targets.split()
        if target != "text"
    }


def _columns(table: str) -> dict[str, Any]:
    """The rules of each column of a collected table: those of what it becomes, or those of any text."""
    found = {}
    for title, targets in COLLECTED_COLUMNS[table].items():
        rule = "sources.read_as" if targets.startswith("text") else targets.split()[0]
        name, _dot, column_name = rule.partition(".")
        found[title] = columns_of(name)[column_name]
    return found


def _missing_files(raw: RawTables) -> list[Problem]:
    """Files without which rows of a unit cannot be understood: told once, and not once more for each such row."""
    problems = []
    for table, lost in (("members", _pairings_without_members(raw)), ("sources", _rows_without_source(raw))):
        names = {f"{unit_of(row)}/{table}.csv" for row in lost} - raw.files
        problems += [missing(name) for name in sorted(names)]
        if names:
            raw.incomplete.add(table)
    return problems


def _pairings_without_members(raw: RawTables) -> list[Row]:
    known = {row["pairing_key"] for row in raw.rows("members")}
    return [row for row in raw.rows("pairings") if row["pairing_key"] not in known]


def _rows_without_source(raw: RawTables) -> list[Row]:
    known = {row["url"] for row in raw.rows("sources")}
    return [
        row
        for rows in raw.tables.values()
        for row in rows
        for column in SOURCE_COLUMNS
        if not known.issuperset(values(row.get(column, "")))
    ]


def repeated_keys(rows: Sequence[Row], columns: Sequence[str]) -> list[Problem]:
    """Rows whose key an earlier row has; the earlier one is not to blame."""
    first: dict[str, Origin] = {}
    problems = []
    for row in rows:
        key = "|".join(row[column] for column in columns)
        earlier = first.setdefault(key, row.origin)
        if earlier is not row.origin:
            place = _("{table}, row {row}").format(table=earlier.file, row=earlier.row)
            what = _("The key stands in {place} already.").format(place=place)
            mend = _("Give the row a key of its own, or take it away.")
            problems.append(row.origin.problem(Code.DUPLICATE_KEY, what, mend, column=columns[-1], value=key))
    return problems
