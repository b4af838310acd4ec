"""What the programme's words mean, settled by hand: phases, editions, themes, goals, corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from iurc_dash.checks.collected import repeated_keys
from iurc_dash.normalise.keys import folded
from iurc_dash.problems import DatasetError, Problem
from iurc_dash.reading import grouped
from iurc_dash.sources.csv_text import read_sheet
from iurc_dash.sources.raw import Row
from iurc_dash.sources.reading import read_file
from iurc_dash.tables.keys import key_columns
from iurc_dash.tables.models import SETTLED_TABLES, TABLES

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"

# Columns of what is not itself a table of the package; those that are have the columns of their model.
REFERENCE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "editions": (
        "edition_id", "region_id", "phase_id", "short_name", "order", "official_name", "previous_edition_ids",
        "note",
    ),
    "places": (
        "place", "country", "name", "kind", "seat", "seat_geonameid", "latitude", "longitude", "exactness",
        "reason",
    ),
    "place_relations": ("place_name", "country", "related_name", "related_country", "relation", "reason"),
    "theme_labels": ("label", "theme_id", "note"),
    "goal_labels": ("agenda", "label", "goal_id"),
    "corrections": ("table", "key", "column", "expected", "corrected", "reason", "source"),
    "activity_states": ("activity_key", "state", "step", "joint", "reason"),
    "left_out_activities": ("activity_key", "reason"),
    "network_names": ("edition", "label", "name", "reason"),
    "same_events": ("activity_key", "same_as", "reason"),
    "stakeholder_roles": ("subject", "stakeholder_kind", "note", "role", "reason"),
    "gaps": (
        "unit", "section", "note_number", "starts_with", "edition_ids", "subject", "kind", "note",
        "pairing_ids",
    ),
    "release": ("version", "date", "title"),
}  # fmt: skip

# Columns that identify a row, where some do; elsewhere rows may say the same.
_KEYS: Mapping[str, Sequence[str]] = {
    **{name: key_columns(name) for name in SETTLED_TABLES},
    "editions": ("edition_id",),
    "goal_labels": ("agenda", "label"),
    "activity_states": ("activity_key",),
    "left_out_activities": ("activity_key",),
    "network_names": ("edition", "label"),
    "same_events": ("activity_key",),
    "stakeholder_roles": ("subject", "stakeholder_kind", "note"),
}


@dataclass(frozen=True)
class Reference:
    """All reference tables as rows of text."""

    tables: Mapping[str, list[Row]]

    def __getitem__(self, table: str) -> list[Row]:
        return self.tables[table]

    @cached_property
    def themes_by_label(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the themes that a label means, by folded label; none for a label that names no theme."""
        found = grouped((folded(row["label"]), row["theme_id"]) for row in self["theme_labels"])
        return {label: tuple(filter(None, theme_ids)) for label, theme_ids in found.items()}

    @cached_property
    def goal_by_label(self) -> Mapping[tuple[str, str], str]:
        """Key of the goal that an agenda's label means, by (agenda in lower case, folded label)."""
        return {(row["agenda"].lower(), folded(row["label"])): row["goal_id"] for row in self["goal_labels"]}


def read_reference(folder: Path = REFERENCE) -> Reference:
    """Read the reference tables; raises DatasetError with every Problem found."""
    problems: list[Problem] = []
    tables: dict[str, list[Row]] = {}
    settled = {name: tuple(TABLES[name].to_schema().columns) for name in SETTLED_TABLES}
    for table, columns in {**settled, **REFERENCE_COLUMNS}.items():
        name = f"reference/{table}.csv"
        sheet = read_sheet(read_file(folder / f"{table}.csv", name), name, columns)
        tables[table] = [
            Row(((column, cell.strip()) for column, cell in row.items()), row.origin) for row in sheet.rows
        ]
        problems += sheet.problems
        if table in _KEYS:
            problems += repeated_keys(tables[table], _KEYS[table])
    if problems:
        raise DatasetError(problems)
    return Reference(tables)
