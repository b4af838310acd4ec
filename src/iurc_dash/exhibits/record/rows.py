"""The single rows behind a number: what each is, where it belongs, and the pages it was read from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from iurc_dash.exhibit import Answer, Exhibit
from iurc_dash.exhibits.register import ExhibitError, Parameter, exhibit, make
from iurc_dash.exhibits.sentences import count_in_words, part_of_whole
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number
from iurc_dash.metrics.rows import KEYS, cells_of_row, edition_of_row, subject_of
from iurc_dash.metrics.sources import sources_of_row
from iurc_dash.quantities import Count, Row, Rows, Share, Stated
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View

# What a row of a table shows of itself beside edition and sources: a column of ours and the table's own.
SHOWN: dict[str, dict[str, str]] = {
    "pairings": {"pairing": "pairing_id"},
    "pairing_members": {"pairing": "pairing_id", "place": "place_id"},
    "activities": {"activity": "activity_id"},
    "places": {"place": "place_id", "country": "country_code"},
    "countries": {"country": "country_code"},
    "contributions": {"goal": "goal_id", "agenda": "agenda_id", "basis": "basis", "note": "reason"},
    "stakeholders": {"stakeholder": "kind", "note": "note"},
    "thematic_networks": {"network": "network_id"},
    "network_members": {"place": "place_id", "network": "network_id"},
    "reported_figures": {"indicator": "indicator", "value": "value", "note": "note"},
    "gaps": {"subject": "subject", "note": "note"},
    "themes": {"theme": "theme_id"},
    "thematic_clusters": {"cluster": "cluster_id"},
    "goals": {"goal": "goal_id", "agenda": "agenda_id"},
    "agendas": {"agenda": "agenda_id"},
    "phases": {"phase": "phase_id"},
    "regions": {"region": "region_id"},
    "pairing_themes": {"pairing": "pairing_id", "theme": "theme_id", "note": "label"},
    "activity_themes": {"activity": "activity_id", "theme": "theme_id", "note": "label"},
}
# Columns that name the subject of a row which may belong to several kinds of things.
OF_SUBJECT = {"pairings": "pairing", "activities": "activity", "themes": "theme"}


@exhibit(
    "record/rows",
    N_("Which rows are behind this number?"),
    Parameter("exhibit", required=True),
    Parameter("mark"),
    Parameter("asked"),
)
def rows(view: View, *, exhibit: str, mark: str = "", asked: str = "") -> Answer:
    """The rows behind a mark of an exhibit, by the mark's key; a blank mark is all that the exhibit counts.

    `asked` are the parameters of that exhibit, as a query string: 'goal=sdg-12'.
    """
    shown = make(view, exhibit, **_parsed(asked))
    if mark and mark not in shown.marks and mark not in shown.table_marks:
        raise ExhibitError(_("“{id}” has no mark “{mark}”.").format(id=exhibit, mark=mark))
    found = shown.rows(mark)
    finding = _say_mark(shown, mark)
    if not any(found.values()):
        return nothing_found(finding)
    return listed(finding, rows_table(view, found), Count(found))


def _parsed(asked: str) -> dict[str, str]:
    """Parameters from a query string; raises ExhibitError where it cannot be read or names one twice."""
    try:
        pairs = parse_qsl(asked, strict_parsing=True, keep_blank_values=True) if asked else []
    except ValueError:
        pairs = [("", "")]
    if len(dict(pairs)) < len(pairs) or any(not name for name, _value in pairs):
        raise ExhibitError(
            _("“{asked}” cannot be read; write “name=value”, several joined by “&”.").format(asked=asked)
        )
    return dict(pairs)


def _say_mark(shown: Exhibit, mark: str) -> str:
    """'North America, Phase 1: 16 pairings.'; for all that an exhibit counts its question and how much that is."""
    value = _say_quantity(shown, mark)
    if not mark:
        return _("{question} {value}.").format(question=shown.question, value=value)
    label = {**shown.marks, **shown.table_marks}[mark].label
    return _("{label}: {value}.").format(label=label, value=value)


def _say_quantity(shown: Exhibit, mark: str) -> str:
    quantity = shown.quantity(mark)
    if isinstance(quantity, Share):
        return part_of_whole(quantity)
    if isinstance(quantity, Stated):
        return quantity.value if isinstance(quantity.value, str) else format_number(quantity.value)
    return count_in_words(quantity) if quantity else _("nothing is recorded")


def rows_table(view: View, rows: Rows) -> Table:
    """A line a row: what it is, what it is of, its edition, its sources; a column refers to one table alone.

    A row of a table that is not known here is named by its key.
    """
    keys = tuple(Row(table, key) for table, keys in rows.items() for key in keys)
    by_key = {f"{row.table}/{row.key}": row for row in keys}
    needed = _needed(view, rows)
    # What a row is by itself is seen, such as a phase; beside other rows it is in downloads.
    seen = {column for table in rows for column in SHOWN.get(table, {})}
    columns = [
        replace(column, hidden=column.hidden and column.key not in seen)
        for column in _columns()
        if column.key in needed
    ]
    return Table(columns, tuple(by_key), lambda key: _line(view, by_key[key], needed))


def _needed(view: View, rows: Rows) -> frozenset[str]:
    """Keys of the columns that any of the rows has something for."""
    needed = {"what", "edition", "source", "phase", "region", "sources"}
    for table, keys in rows.items():
        needed.update(SHOWN.get(table, {}))
        if table not in KEYS:
            needed.add("key")
        if table in ("contributions", "stakeholders"):
            subjects = (subject_of(cells_of_row(view.whole, Row(table, key))) for key in keys)
            needed.update(OF_SUBJECT[s.table] for s in subjects if s is not None and s.table in OF_SUBJECT)
    return frozenset(needed)


def _columns() -> list[Column]:
    return [
        Column("what", _("What it is"), "code", "tables"),
        Column("pairing", _("Pairing"), "reference", "pairings"),
        Column("activity", _("Activity"), "reference", "activities"),
        Column("place", _("Place"), "reference", "places"),
        Column("country", _("Country or territory"), "reference", "countries"),
        Column("network", _("Network"), "reference", "thematic_networks"),
        Column("theme", _("Theme"), "reference", "themes"),
        Column("cluster", _("Theme group"), "reference", "thematic_clusters"),
        Column("goal", _("Goal"), "reference", "goals"),
        Column("agenda", _("Agenda"), "reference", "agendas"),
        Column("basis", _("How it is known"), "code", "bases"),
        Column("stakeholder", _("Stakeholder"), "code", "stakeholder_kinds"),
        Column("indicator", _("What was counted"), "code", "indicators"),
        Column("value", _("Total as published"), "number"),
        Column("subject", _("About"), "code", "gap_subjects"),
        Column("key", _("Key")),
        Column("note", _("Note")),
        Column("edition", _("Programme in a region"), "reference", "editions"),
        Column("source", _("First source"), "reference", "sources"),
        Column("phase", _("Phase"), "reference", "phases", hidden=True),
        Column("region", _("Region"), "reference", "regions", hidden=True),
        Column("sources", _("Sources"), "references", "sources", hidden=True),
    ]


def _line(view: View, row: Row, needed: frozenset[str]) -> Line:
    """What cannot be said of a row of its kind is not applicable; what is only not recorded stays blank."""
    sources = sources_of_row(view.whole, row)
    edition = edition_of_row(view, row)
    where = view.where(edition)
    cells: dict[str, Cell] = {column: NOT_APPLICABLE for column in needed}
    cells |= {
        "what": row.table,
        "edition": edition or NOT_APPLICABLE,
        "source": sources[0] if sources else "",
        "phase": where.phase_id or NOT_APPLICABLE,
        "region": where.region_id or NOT_APPLICABLE,
        "sources": sources,
        **_own_cells(view, row),
    }
    return Line(f"{row.table}/{row.key}", cells, row=row)


def _own_cells(view: View, row: Row) -> dict[str, Cell]:
    """What the row itself says, and what it belongs to."""
    if row.table not in KEYS:
        return {"key": row.key}
    said = cells_of_row(view.whole, row)
    cells: dict[str, Cell] = {
        column: _cell(row, column, said[own]) for column, own in SHOWN.get(row.table, {}).items()
    }
    subject = subject_of(said)
    if subject is not None and subject.table in OF_SUBJECT:
        cells[OF_SUBJECT[subject.table]] = subject.key
    return cells


def _cell(row: Row, column: str, value: Any) -> Cell:
    """A number as its row states it; a blank goal is its agenda as a whole, a blank remark no lack."""
    if column == "value":
        return Stated(int(value) if value == int(value) else value, row)
    return str(value) or (NOT_APPLICABLE if column in ("goal", "note") else "")
