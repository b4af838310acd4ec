"""Pairings, their members and themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from iurc_dash.checks.collected import as_package_cells
from iurc_dash.language import N_, _
from iurc_dash.normalise.keys import folded
from iurc_dash.normalise.part import Part, unknown, unknown_pairing
from iurc_dash.normalise.places import PlaceIds
from iurc_dash.normalise.reference import Reference
from iurc_dash.problems import Problem
from iurc_dash.sources.collected import values
from iurc_dash.sources.raw import RawTables, Row
from iurc_dash.tables.keys import SUBJECT_TABLES

NO_THEME = N_("the label names no theme")
REPEATED_VALUE = N_("the value stands in the cell or the merged rows already")


def pairings(collected: RawTables, reference: Reference, place_ids: PlaceIds) -> Part:
    """Tables pairings, pairing_themes and pairing_members."""
    part = Part()
    for row in collected.rows("pairings"):
        part.add("pairings", row.origin, **as_package_cells(row, "pairings"))
        part.account("pairings", row, kept=1)
        part.cite(row, "pairings", row["pairing_key"])
        add_themes(part, "pairing", [row], row["pairing_key"], reference)
    _add_members(part, collected, place_ids)
    return part


def add_themes(part: Part, of: str, rows: Sequence[Row], subject_id: str, reference: Reference) -> None:
    """Rows of pairing_themes or activity_themes from the labels of the rows of one pairing or activity."""
    collected = SUBJECT_TABLES[of]
    seen: set[tuple[str, str]] = set()
    for row in rows:
        for label in values(row["themes"]):
            theme_ids = reference.themes_by_label.get(folded(label))
            if theme_ids is None:
                part.refuse(collected, row, unknown_theme(row, label), "themes")
                continue
            if not theme_ids:
                part.set_aside(collected, row, NO_THEME, "themes")
                continue
            new = [theme_id for theme_id in theme_ids if (theme_id, label) not in seen]
            for theme_id in new:
                seen.add((theme_id, label))
                cells = {f"{of}_id": subject_id, "theme_id": theme_id, "label": label}
                part.add(f"{of}_themes", row.origin, **cells)
            repeated = len(theme_ids) - len(new)
            part.account(collected, row, "themes", len(new), repeated, REPEATED_VALUE if repeated else "")


def unknown_theme(row: Row, label: str, column: str = "themes") -> Problem:
    """A Problem for a theme label that no theme is known for."""
    what = _("No theme is known for this label.")
    mend = _("Add the label with its theme to theme_labels.csv.")
    return unknown(row, column, label, what, mend)


def _add_members(part: Part, collected: RawTables, place_ids: PlaceIds) -> None:
    known = {row["pairing_key"] for row in collected.rows("pairings")}
    places: dict[str, list[str]] = defaultdict(list)
    for row in collected.rows("members"):
        pairing_id, place_id = row["pairing_key"], place_ids[row["place"], row["country"]]
        if pairing_id not in known:
            part.refuse("members", row, unknown_pairing(row, "pairing_key", pairing_id))
            continue
        row_id = f"{pairing_id}|{place_id}"
        part.cite(row, "pairing_members", row_id)
        is_new = place_id not in places[pairing_id]
        part.keep_or_merge("members", row, is_new, N_("the place is a member of the pairing already"))
        if is_new:
            places[pairing_id].append(place_id)
            cells = {"place_id": place_id, "order": str(len(places[pairing_id]))}
            part.add("pairing_members", row.origin, **{**as_package_cells(row, "pairing_members"), **cells})
