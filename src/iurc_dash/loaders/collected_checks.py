"""What is wrong with single cells of collected tables, told where people entered them."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.language import _
from iurc_dash.loaders.collected import Collected, Row
from iurc_dash.loaders.typed import check_cells, columns_of
from iurc_dash.problems import Problem, shown_value

# The package column that a collected column becomes; its rules hold for both.
CHECKED_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "pairings": {
        "pairing_key": "pairings.pairing_id", "edition": "pairings.edition_id", "kind": "pairings.kind",
        "start": "pairings.start_date", "end": "pairings.end_date", "status": "pairings.status",
    },
    "members": {
        "pairing_key": "pairing_members.pairing_id", "place": "places.name", "country": "places.country_code",
        "place_kind": "places.kind", "side": "pairing_members.side",
    },
    "network": {
        "edition": "network_members.edition_id", "place": "places.name", "country": "places.country_code",
        "place_kind": "places.kind", "side": "network_members.side",
    },
    "sdg": {
        "subject": "contributions.subject_id", "subject_kind": "contributions.subject_kind",
        "basis": "contributions.basis",
    },
    "agendas": {
        "subject": "contributions.subject_id", "subject_kind": "contributions.subject_kind",
        "agenda": "contributions.agenda_id", "basis": "contributions.basis",
    },
    "activities": {
        "activity_key": "activities.activity_id", "edition": "activities.edition_id",
        "kind": "activities.kind", "title": "activities.title",
        "start": "activities.start_date", "end": "activities.end_date", "mode": "activities.mode",
        "participants": "activities.participants", "state": "activities.state",
    },
    "figures": {
        "edition": "reported_figures.edition_id", "indicator": "reported_figures.indicator",
        "value": "reported_figures.value", "qualifier": "reported_figures.qualifier",
        "as_of": "reported_figures.as_of",
    },
    "sources": {"url": "sources.url", "published": "sources.published_date"},
    "editions": {
        "edition": "editions.edition_id", "start": "editions.start_date", "end": "editions.end_date",
        "status": "editions.status", "budget_eur": "editions.budget_eur",
    },
    "thematic_networks": {
        "edition": "thematic_networks.edition_id", "thematic_network": "thematic_networks.name",
    },
    "stakeholders": {
        "subject": "stakeholders.subject_id", "subject_kind": "stakeholders.subject_kind",
        "stakeholder_kind": "stakeholders.kind", "role": "stakeholders.role",
    },
}  # fmt: skip

_KEYS = {"pairings": "pairing_key", "activities": "activity_key", "editions": "edition"}


def collected_problems(collected: Collected) -> list[Problem]:
    """One Problem for each cell that its column does not allow, and for each key that stands twice."""
    problems = []
    for table, mapping in CHECKED_COLUMNS.items():
        columns = {}
        for title, package_column in mapping.items():
            package_table, _dot, name = package_column.partition(".")
            columns[title] = columns_of(package_table)[name]
        units: dict[str, list[tuple[int, Row]]] = {}
        for row in collected.rows(table):
            units.setdefault(row["unit"], []).append((int(row["row"]), row))
        for unit, rows in units.items():
            problems += check_cells(f"{unit}/{table}.csv", rows, columns)[1]
        if table in _KEYS:
            problems += _repeated(collected, table, _KEYS[table])
    return problems


def _repeated(collected: Collected, table: str, column: str) -> list[Problem]:
    first: dict[str, str] = {}
    problems = []
    for row in collected.rows(table):
        place = f"{row['unit']}/{table}.csv"
        if row[column] in first:
            problems.append(
                Problem(
                    place, int(row["row"]), column, shown_value(row[column]), "duplicate_key",
                    _("The key stands in {place} already.").format(place=first[row[column]]),
                    _("Give the row a key of its own, or take it away."),
                )
            )  # fmt: skip
        first.setdefault(row[column], _("{table}, row {row}").format(table=place, row=row["row"]))
    return problems
