"""Corrections of collected cells, each with its reason; one whose expected value is gone is an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from iurc_dash.language import _
from iurc_dash.loaders.collected import COLLECTED_COLUMNS, Collected, Row
from iurc_dash.loaders.normalise.part import Citation
from iurc_dash.loaders.reference import Reference
from iurc_dash.problems import Problem, shown_value

# Columns that name a row in corrections.csv, their values joined by '|'.
CORRECTION_KEYS: Mapping[str, tuple[str, ...]] = {
    "pairings": ("pairing_key",),
    "members": ("pairing_key", "place", "country"),
    "network": ("edition", "place", "country", "thematic_network"),
    "sdg": ("subject", "goal", "target"),
    "agendas": ("subject", "agenda", "goal"),
    "activities": ("activity_key",),
    "figures": ("edition", "indicator", "as_of"),
    "sources": ("url",),
    "editions": ("edition",),
    "thematic_networks": ("edition", "thematic_network"),
    "stakeholders": ("subject", "stakeholder_kind"),
    "same_events": ("activity_key",),
}


@dataclass(frozen=True)
class Corrected:
    """Collected tables with the corrections made, how many, and the corrections that did not fit."""

    collected: Collected
    count: int
    problems: list[Problem]


def apply_corrections(collected: Collected, reference: Reference) -> Corrected:
    """Make the corrections of the reference; the tables given are left as they are."""
    tables = {name: frame.copy() for name, frame in collected.tables.items()}
    problems = []
    count = 0
    for correction in reference["corrections"]:
        unit, _slash, table = correction["table"].rpartition("/")
        if table not in tables or correction["column"] not in COLLECTED_COLUMNS[table]:
            problems.append(_problem(correction, _("There is no such table or column.")))
            continue
        fits = _fits(tables[table], table, unit, correction)
        if not fits.any():
            problems.append(_problem(correction, _("No collected row has this key and the expected value.")))
            continue
        tables[table].loc[fits, correction["column"]] = correction["corrected"]
        count += 1
    return Corrected(Collected(tables, collected.gap_texts), count, problems)


def correction_citations(reference: Reference, activity_ids: Mapping[str, str]) -> list[Citation]:
    """The pages that corrected activities and pairings rest on besides those of their collected rows."""
    found = []
    for correction in reference["corrections"]:
        _unit, _slash, table = correction["table"].rpartition("/")
        if table in ("activities", "pairings") and correction["source"]:
            row_id = activity_ids.get(correction["key"], correction["key"])
            found.append(Citation(table, row_id, correction["source"]))
    return found


def _fits(frame: pd.DataFrame, table: str, unit: str, correction: Row) -> pd.Series:
    columns = CORRECTION_KEYS[table]
    keys = frame[list(columns)].agg("|".join, axis=1)
    fits = (keys == correction["key"]) & (frame[correction["column"]] == correction["expected"])
    return fits & (frame["unit"] == unit) if unit else fits


def _problem(correction: Row, what: str) -> Problem:
    return Problem(
        "reference/corrections.csv", int(correction["row"]), "expected", shown_value(correction["expected"]),
        "correction_does_not_fit", what, _("Take it away if the row was mended, or correct its key."),
    )  # fmt: skip
