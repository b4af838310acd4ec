"""What the programme's words mean, settled by hand: phases, editions, themes, goals, corrections."""

from __future__ import annotations

from collections.abc import Mapping
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

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"

REFERENCE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "phases": (
        "phase_id", "name", "programme_name", "short_label", "start_year", "end_year", "description",
    ),
    "regions": ("region_id", "name", "short_name", "order", "description"),
    "editions": (
        "edition_id", "region_id", "phase_id", "short_name", "order", "official_name", "previous_edition_ids",
        "note",
    ),
    "countries": ("country_code", "name", "side_note", "is_eu_member", "eu_member_phase_1"),
    "places": (
        "place", "country", "name", "kind", "seat", "seat_geonameid", "latitude", "longitude", "exactness",
        "reason",
    ),
    "place_relations": ("place_name", "country", "related_name", "related_country", "relation", "reason"),
    "thematic_clusters": ("cluster_id", "name", "description", "order"),
    "themes": ("theme_id", "name", "cluster_id", "description"),
    "theme_labels": ("label", "theme_id", "note"),
    "agendas": ("agenda_id", "name", "short_name", "url", "description"),
    "goals": ("goal_id", "agenda_id", "number", "name", "short_name", "colour", "order"),
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

# How many columns identify a row, the first ones of its table; elsewhere rows may say the same.
_KEYED = {
    **dict.fromkeys(("phases", "regions", "editions", "countries", "thematic_clusters", "themes"), 1),
    **dict.fromkeys(("agendas", "goals", "activity_states", "left_out_activities", "same_events"), 1),
    **dict.fromkeys(("goal_labels", "network_names"), 2),
    "stakeholder_roles": 3,
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
    for table, columns in REFERENCE_COLUMNS.items():
        name = f"reference/{table}.csv"
        sheet = read_sheet(read_file(folder / f"{table}.csv", name), name, columns)
        tables[table] = [
            Row(((column, cell.strip()) for column, cell in row.items()), row.origin) for row in sheet.rows
        ]
        problems += sheet.problems
        if table in _KEYED:
            problems += repeated_keys(tables[table], columns[: _KEYED[table]])
    if problems:
        raise DatasetError(problems)
    return Reference(tables)
