"""The single rows behind a number: what each is, where it belongs, and the pages it was read from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from iurc_dash.exhibit import Answer, Exhibit
from iurc_dash.exhibits.columns import said_of_row, shared, where_and_sources
from iurc_dash.exhibits.register import ExhibitError, Parameter, exhibit, make
from iurc_dash.exhibits.sentences import count_in_words, part_of_whole
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number
from iurc_dash.metrics.rows import cells_of_row, subject_of
from iurc_dash.quantities import Count, Row, Rows, Share, Stated
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View

# What a row shows of itself beside edition and sources: a column of any table, and ours for it.
SHOWN = {
    "pairing_id": "pairing",
    "activity_id": "activity",
    "place_id": "place",
    "country_code": "country",
    "network_id": "network",
    "theme_id": "theme",
    "cluster_id": "cluster",
    "goal_id": "goal",
    "agenda_id": "agenda",
    "source_id": "source",
    "phase_id": "phase",
    "region_id": "region",
    "basis": "basis",
    "indicator": "indicator",
    "value": "value",
    "subject": "subject",
    "label": "note",
    "note": "note",
    "reason": "note",
}
# The column that names the subject of a row which may belong to several kinds of things.
OF_SUBJECT = {"pairings": "pairing", "activities": "activity", "themes": "theme"}
ALWAYS = {"what", "edition", "source", "phase", "region", "sources"}


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
    shown = make(view, exhibit, **asked_parameters(asked))
    if mark and mark not in shown.marks and mark not in shown.table_marks:
        raise ExhibitError(_("“{id}” has no mark “{mark}”.").format(id=exhibit, mark=mark))
    found = shown.rows(mark)
    finding = _say_mark(shown, mark)
    if not any(found.values()):
        return nothing_found(finding)
    return listed(finding, rows_table(view, found), Count(found), question=shown.question)


def asked_parameters(asked: str) -> dict[str, str]:
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
    """'North America, Phase 1: 16 pairings.'; for all that an exhibit counts how much that is."""
    value = _say_quantity(shown, mark)
    if not mark:
        return _("In all: {value}.").format(value=value)
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
    """A line a row: what it is, what it is of, its edition, its sources; a column refers to one table alone."""
    by_key = {f"{table}/{key}": Row(table, key) for table, keys in rows.items() for key in keys}
    # What a row is by itself is seen, such as a phase; beside other rows it is in downloads.
    seen = {column for table in rows for column in _shown(view, table).values()}
    needed = seen | _subjects(view, rows)
    columns = [
        replace(column, hidden=column.hidden and column.key not in seen)
        for column in _columns()
        if column.key in needed | ALWAYS
    ]
    return Table(columns, tuple(by_key), lambda key: _line(view, by_key[key], needed))


def _shown(view: View, table: str) -> dict[str, str]:
    """Columns of a table of the dataset, each with the column here that shows it."""
    if table == "editions":
        return {}  # the column of the edition names it
    if table == "stakeholders":
        return {"kind": "stakeholder", "note": "note"}
    return {own: SHOWN[own] for own in view.whole[table].columns if own in SHOWN}


def _subjects(view: View, rows: Rows) -> set[str]:
    """Keys of the columns that name the subjects of the rows."""
    subjects = (
        subject_of(cells_of_row(view.whole, Row(table, key)))
        for table, keys in rows.items()
        if "subject_kind" in view.whole[table].columns
        for key in keys
    )
    return {OF_SUBJECT[one.table] for one in subjects if one is not None and one.table in OF_SUBJECT}


def _columns() -> list[Column]:
    return [
        Column("what", _("What it is"), "code", "tables"),
        *map(
            shared,
            ("pairing", "activity", "place", "country", "network", "theme", "cluster", "goal", "agenda"),
        ),
        shared("basis"),
        Column("stakeholder", _("Stakeholder"), "code", "stakeholder_kinds"),
        Column("indicator", _("What was counted"), "code", "indicators"),
        Column("value", _("Total as published"), "number"),
        Column("subject", _("About"), "code", "gap_subjects"),
        shared("note"),
        shared("edition"),
        Column("source", _("First source"), "reference", "sources"),
        *where_and_sources(),
    ]


def _line(view: View, row: Row, needed: set[str]) -> Line:
    """What cannot be said of a row of its kind is not applicable; what is only not recorded stays blank."""
    said = said_of_row(view, row)
    cells: dict[str, Cell] = {column: NOT_APPLICABLE for column in needed}
    cells |= {"what": row.table, "source": said["source"], "sources": said["sources"]}
    cells |= {column: said[column] or NOT_APPLICABLE for column in ("edition", "phase", "region")}
    cells |= {column: _cell(row, column, said[own]) for own, column in _shown(view, row.table).items()}
    subject = subject_of(said)
    if subject is not None and subject.table in OF_SUBJECT:
        cells[OF_SUBJECT[subject.table]] = subject.key
    return Line(f"{row.table}/{row.key}", cells, row=row)


def _cell(row: Row, column: str, value: Any) -> Cell:
    """A number as its row states it; a blank goal is its agenda as a whole, a blank remark no lack."""
    if column == "value":
        return Stated(int(value) if value == int(value) else value, row)
    return str(value) or (NOT_APPLICABLE if column in ("goal", "note") else "")
