"""Collected rows as people entered them: every cell is text and nothing is mended here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from iurc_dash.language import _
from iurc_dash.loaders.csv_text import bounded_bytes, read_sheet
from iurc_dash.problems import DatasetError, Problem

# Columns of each collected table, as the template for a spreadsheet has them.
COLLECTED_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "pairings": (
        "pairing_key", "edition", "kind", "start", "end", "status", "themes", "summary", "source_urls",
    ),
    "members": ("pairing_key", "place", "country", "place_kind", "side", "source_url"),
    "network": ("edition", "place", "country", "place_kind", "side", "thematic_network", "source_url"),
    "sdg": ("subject", "subject_kind", "goal", "target", "basis", "note", "source_url"),
    "agendas": ("subject", "subject_kind", "agenda", "goal", "target", "basis", "note", "source_url"),
    "activities": (
        "activity_key", "edition", "kind", "title", "start", "end", "place", "country", "mode",
        "pairing_keys", "themes", "participants", "source_url", "state",
    ),
    "figures": ("edition", "indicator", "value", "qualifier", "as_of", "source_url", "note"),
    "sources": ("url", "title", "publisher", "published", "read_as"),
    "editions": (
        "edition", "region", "phase", "official_name", "start", "end", "status", "budget_eur",
        "partner_countries", "implemented_for", "source_urls", "note",
    ),
    "thematic_networks": ("edition", "thematic_network", "description", "source_url"),
    "stakeholders": ("subject", "subject_kind", "stakeholder_kind", "note", "source_url", "role"),
    "same_events": ("activity_key", "same_as"),
}  # fmt: skip

# Columns that came later: a file without them is whole, and their cells are blank.
LATER_COLUMNS: Mapping[str, tuple[str, ...]] = {"activities": ("state",), "stakeholders": ("role",)}

GAP_FILE = "gaps.md"
SOURCE_COLUMNS = ("source_url", "source_urls")

Row = dict[str, str]


@dataclass(frozen=True)
class Collected:
    """All collected tables, each with the columns `unit` and `row` (as a spreadsheet counts) and its own.

    `gap_texts` holds the text of each unit's gap file.
    """

    tables: Mapping[str, pd.DataFrame]
    gap_texts: Mapping[str, str]

    def rows(self, table: str) -> list[Row]:
        """Rows of a collected table as plain dictionaries of text, in order of unit and row."""
        return [{str(k): str(v) for k, v in row.items()} for row in self.tables[table].to_dict("records")]


def read_collected(folder: Path) -> Collected:
    """Read `<folder>/<unit>/*.csv` and gap files; raises DatasetError with every Problem found."""
    units = sorted(entry for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []
    problems: list[Problem] = []
    if not units:
        problems.append(_no_units(folder))
    found: dict[str, list[Row]] = {table: [] for table in COLLECTED_COLUMNS}
    gap_texts: dict[str, str] = {}
    for unit in units:
        for path in sorted(unit.iterdir()):
            if path.name.startswith("."):
                continue
            name = f"{unit.name}/{path.name}"
            if path.name == GAP_FILE:
                gap_texts[unit.name] = bounded_bytes(path).decode("utf-8", errors="replace")
            elif path.suffix == ".csv" and path.stem in COLLECTED_COLUMNS:
                sheet, wrong = read_sheet(
                    bounded_bytes(path), name, COLLECTED_COLUMNS[path.stem], LATER_COLUMNS.get(path.stem, ())
                )
                problems += wrong
                found[path.stem] += [
                    {"unit": unit.name, "row": str(number), **_trimmed(row)} for number, row in sheet.rows
                ]
            else:
                problems.append(_unknown_file(name))
    if problems:
        raise DatasetError(problems)
    return Collected({table: _frame(table, rows) for table, rows in found.items()}, gap_texts)


def where(table: str, row: Row) -> tuple[str, int]:
    """Name of the file and the spreadsheet row, as a Problem tells them."""
    return f"{row['unit']}/{table}.csv", int(row["row"])


def _frame(table: str, rows: list[Row]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit", "row", *COLLECTED_COLUMNS[table]], dtype=str)


def _trimmed(row: Row) -> Row:
    return {column: cell.strip() for column, cell in row.items()}


def _no_units(folder: Path) -> Problem:
    return Problem(
        folder.name, code="missing_file", what=_("There is no folder with collected tables in it."),
        mend=_("Put the tables of each unit in a folder of its own."),
    )  # fmt: skip


def _unknown_file(name: str) -> Problem:
    return Problem(
        name, code="unknown_file", what=_("There is no collected table of this name."),
        mend=_("Correct the name of the file, or take it away."),
    )  # fmt: skip
