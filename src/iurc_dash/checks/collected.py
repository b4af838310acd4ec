"""What is wrong with collected tables before anything is made of them, told where people entered it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from iurc_dash.checks.cells import columns_of, typed_cells
from iurc_dash.language import _
from iurc_dash.problems import Code, Problem
from iurc_dash.sources.collected import COLLECTED_COLUMNS, SOURCE_COLUMNS, unit_of, values
from iurc_dash.sources.raw import Origin, RawTables, Row
from iurc_dash.sources.reading import missing

# The package column that a collected column becomes; its rules hold for both.
CHECKED_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "pairings": {
        "pairing_key": "pairings.pairing_id",
        "edition": "pairings.edition_id",
        "kind": "pairings.kind",
        "start": "pairings.start_date",
        "end": "pairings.end_date",
        "status": "pairings.status",
    },
    "members": {
        "pairing_key": "pairing_members.pairing_id",
        "place": "places.name",
        "country": "places.country_code",
        "place_kind": "places.kind",
        "side": "pairing_members.side",
    },
    "network": {
        "edition": "network_members.edition_id",
        "place": "places.name",
        "country": "places.country_code",
        "place_kind": "places.kind",
        "side": "network_members.side",
    },
    "sdg": {
        "subject": "contributions.subject_id",
        "subject_kind": "contributions.subject_kind",
        "basis": "contributions.basis",
    },
    "agendas": {
        "subject": "contributions.subject_id",
        "subject_kind": "contributions.subject_kind",
        "agenda": "contributions.agenda_id",
        "basis": "contributions.basis",
    },
    "activities": {
        "activity_key": "activities.activity_id",
        "edition": "activities.edition_id",
        "kind": "activities.kind",
        "title": "activities.title",
        "start": "activities.start_date",
        "end": "activities.end_date",
        "mode": "activities.mode",
        "participants": "activities.participants",
        "state": "activities.state",
    },
    "figures": {
        "edition": "reported_figures.edition_id",
        "indicator": "reported_figures.indicator",
        "value": "reported_figures.value",
        "qualifier": "reported_figures.qualifier",
        "as_of": "reported_figures.as_of",
    },
    "sources": {"url": "sources.url", "published": "sources.published_date"},
    "editions": {
        "edition": "editions.edition_id",
        "start": "editions.start_date",
        "end": "editions.end_date",
        "status": "editions.status",
        "budget_eur": "editions.budget_eur",
    },
    "thematic_networks": {
        "edition": "thematic_networks.edition_id",
        "thematic_network": "thematic_networks.name",
    },
    "stakeholders": {
        "subject": "stakeholders.subject_id",
        "subject_kind": "stakeholders.subject_kind",
        "stakeholder_kind": "stakeholders.kind",
        "role": "stakeholders.role",
    },
}

# Where else a cell goes: columns that become keys by way of the reference, or a row of a table of their own.
FURTHER_COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "pairings": {
        "themes": ("pairing_themes.theme_id", "pairing_themes.label"),
        "summary": ("pairings.summary",),
        "source_urls": ("row_sources.source_id",),
    },
    "members": {"place": ("pairing_members.place_id",), "country": ("countries.country_code",)},
    "network": {
        "place": ("network_members.place_id",),
        "country": ("countries.country_code",),
        "thematic_network": ("network_members.network_id", "thematic_networks.name"),
    },
    "sdg": {
        "goal": ("contributions.goal_id", "contributions.agenda_id"),
        "target": ("contributions.target",),
        "note": ("contributions.reason",),
    },
    "agendas": {
        "goal": ("contributions.goal_id",),
        "target": ("contributions.target",),
        "note": ("contributions.reason",),
    },
    "activities": {
        "activity_key": ("activity_editions.activity_id",),
        "edition": ("activity_editions.edition_id",),
        "place": ("activities.place_name",),
        "country": ("activities.country_codes",),
        "pairing_keys": ("activity_pairings.pairing_id",),
        "themes": ("activity_themes.theme_id", "activity_themes.label"),
    },
    "editions": {
        "region": ("editions.region_id",),
        "phase": ("editions.phase_id",),
        "official_name": ("editions.official_name",),
        "implemented_for": ("editions.implemented_for",),
        "partner_countries": ("edition_countries.country_code",),
        "note": ("editions.collected_note",),
    },
    "thematic_networks": {"description": ("thematic_networks.description",)},
    "stakeholders": {"note": ("stakeholders.note",)},
    "figures": {"note": ("reported_figures.note",)},
    "sources": {
        "title": ("sources.title",),
        "publisher": ("sources.publisher",),
        "read_as": ("sources.read_as",),
        "url": ("row_sources.source_id",),
    },
}

_KEYS = {"pairings": "pairing_key", "activities": "activity_key", "editions": "edition"}


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
        if table in _KEYS:
            problems += _repeated(rows, _KEYS[table])
    return problems


def title_of(origin: Origin, table: str, column_name: str) -> str:
    """What the person who made a row calls a column of the package; blank when no cell of the row became it."""
    if not origin.entered_as:
        return column_name
    return _titles().get((origin.entered_as, f"{table}.{column_name}"), "")


def as_package_cells(row: Row, table: str) -> dict[str, str]:
    """The cells of a collected row under the names of the columns of the package table that they go into."""
    targets = {
        target.partition(".")[2]: title
        for (entered_as, target), title in _titles().items()
        if entered_as == row.origin.entered_as and target.partition(".")[0] == table
    }
    return {column: row[title] for column, title in targets.items()}


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
    further = [
        (table, title, target)
        for table, columns in FURTHER_COLUMNS.items()
        for title, targets in columns.items()
        for target in targets
    ]
    own = [
        (table, title, target)
        for table, columns in CHECKED_COLUMNS.items()
        for title, target in columns.items()
    ]
    return {(table, target): title for table, title, target in [*further, *own]}


def _columns(table: str) -> dict[str, Any]:
    """The rules of each column of a collected table: those of what it becomes, or those of any text."""
    found = {}
    anything = columns_of("sources")["read_as"]
    for title in COLLECTED_COLUMNS[table]:
        name, _dot, column_name = CHECKED_COLUMNS.get(table, {}).get(title, "").partition(".")
        found[title] = columns_of(name)[column_name] if name else anything
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


def _repeated(rows: list[Row], column: str) -> list[Problem]:
    """Rows whose key an earlier row has; the earlier one is not to blame."""
    first: dict[str, Origin] = {}
    problems = []
    for row in rows:
        earlier = first.setdefault(row[column], row.origin)
        if earlier is not row.origin:
            place = _("{table}, row {row}").format(table=earlier.file, row=earlier.row)
            what = _("The key stands in {place} already.").format(place=place)
            mend = _("Give the row a key of its own, or take it away.")
            problems.append(
                row.origin.problem(Code.DUPLICATE_KEY, what, mend, column=column, value=row[column])
            )
    return problems
