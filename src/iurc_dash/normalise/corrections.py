"""Corrections of collected cells, each with its reason; one whose expected value is gone is an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from iurc_dash.language import _
from iurc_dash.normalise.part import Citation
from iurc_dash.normalise.reference import Reference
from iurc_dash.problems import Code, Problem
from iurc_dash.reading import grouped
from iurc_dash.sources.collected import unit_of
from iurc_dash.sources.collected_tables import COLLECTED_COLUMNS, COLLECTED_KEYS
from iurc_dash.sources.raw import RawTables, Row


@dataclass(frozen=True)
class Corrected:
    """Collected tables with the corrections made, which those are, and what the others did not find."""

    collected: RawTables
    made: list[Row]
    unmet: list[Problem]


def apply_corrections(collected: RawTables, reference: Reference) -> Corrected:
    """Make the corrections of the reference; the tables given are left as they are."""
    tables = dict(collected.tables)
    by_key: dict[str, dict[str, tuple[int, ...]]] = {}
    made, unmet = [], []
    for correction in reference["corrections"]:
        unit, _slash, table = correction["table"].rpartition("/")
        column = correction["column"]
        if column not in COLLECTED_COLUMNS.get(table, ()):
            unmet.append(_unfit(correction, _("There is no such table or column.")))
            continue
        if table not in by_key:
            tables[table] = list(collected.rows(table))
            by_key[table] = _positions_by_key(tables[table], COLLECTED_KEYS[table])
        rows = tables[table]
        fits = [
            position
            for position in by_key[table].get(correction["key"], ())
            if rows[position][column] == correction["expected"] and unit in ("", unit_of(rows[position]))
        ]
        if not fits:
            unmet.append(_unfit(correction, _("No collected row has this key and the expected value.")))
            continue
        for position in fits:
            rows[position] = Row({**rows[position], column: correction["corrected"]}, rows[position].origin)
        made.append(correction)
    return Corrected(replace(collected, tables=tables), made, unmet)


def correction_citations(made: list[Row], activity_ids: Mapping[str, str]) -> list[Citation]:
    """The pages that corrected activities and pairings rest on besides those of their collected rows."""
    found = []
    for correction in made:
        _unit, _slash, table = correction["table"].rpartition("/")
        if table in ("activities", "pairings") and correction["source"]:
            row_id = activity_ids.get(correction["key"], correction["key"])
            found.append(Citation(table, row_id, correction["source"], correction.origin))
    return found


def _positions_by_key(rows: list[Row], columns: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Where the rows of each key stand; the key is the one that was collected, whatever is corrected in it."""
    return grouped(
        ("|".join(row[column] for column in columns), position) for position, row in enumerate(rows)
    )


def _unfit(correction: Row, what: str) -> Problem:
    mend = _("Take it away if the row was mended, or correct its key.")
    return correction.origin.problem(
        Code.CORRECTION_DOES_NOT_FIT, what, mend, column="expected", value=correction["expected"]
    )
