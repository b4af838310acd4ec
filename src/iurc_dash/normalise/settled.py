"""What the reference settles about single rows: the state of an activity, the role of a stakeholder, left-out rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iurc_dash.checks.cells import columns_of, typed_cells
from iurc_dash.language import _
from iurc_dash.normalise.reference import Reference
from iurc_dash.problems import Code, Problem
from iurc_dash.sources.raw import RawTables, Row

STATE_COLUMNS = ("state", "step", "joint")
Stakeholder = tuple[str, str, str]

# Reference tables whose values become cells of a package table, with the columns that do.
_CELLS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "activity_states": ("activities", STATE_COLUMNS),
    "stakeholder_roles": ("stakeholders", ("role",)),
}


def with_state(row: Row, states: Mapping[str, Row]) -> Row:
    """An activity as collected with `state`, `step` and `joint`; what the reference says of it comes first."""
    settled = states.get(row["activity_key"], row)
    return Row({**row, **{column: settled.get(column, "") for column in STATE_COLUMNS}}, row.origin)


def states_by_activity(reference: Reference) -> Mapping[str, Row]:
    """Lines on the state of activities, by activity_key as collected."""
    return {row["activity_key"]: row for row in reference["activity_states"]}


def roles_by_stakeholder(reference: Reference) -> Mapping[Stakeholder, str]:
    """Roles of stakeholders, by the cells that tell a collected row."""
    return {stakeholder(row): row["role"] for row in reference["stakeholder_roles"]}


def stakeholder(row: Row) -> Stakeholder:
    """The cells that tell a row on a stakeholder from all others."""
    return row["subject"], row["stakeholder_kind"], row["note"]


def left_out(reference: Reference) -> Mapping[str, str]:
    """Why an activity as collected is none of the programme, by activity_key."""
    return {row["activity_key"]: row["reason"] for row in reference["left_out_activities"]}


def settled_problems(collected: RawTables, reference: Reference) -> list[Problem]:
    """Lines that speak of a row that nobody collected, or say what their column does not allow."""
    problems = []
    for name, (table, columns) in _CELLS.items():
        rows, allowed = reference[name], {column: columns_of(table)[column] for column in columns}
        problems += [
            rows[position].origin.problem(column=column, value=rows[position][column], **wrong._asdict())
            for (position, column), wrong in typed_cells(rows, allowed)[1].items()
        ]
    return [*problems, *_unknown_rows(collected, reference)]


def _unknown_rows(collected: RawTables, reference: Reference) -> Iterator[Problem]:
    activities = {row["activity_key"] for row in collected.rows("activities")}
    for name, columns in (
        ("activity_states", ("activity_key",)),
        ("left_out_activities", ("activity_key",)),
        ("same_events", ("activity_key", "same_as")),
    ):
        for row in reference[name]:
            for column in columns:
                if row[column] not in activities:
                    yield _unknown(row, column, _("There is no activity with this key."))
    stakeholders = {stakeholder(row) for row in collected.rows("stakeholders")}
    for row in reference["stakeholder_roles"]:
        if stakeholder(row) not in stakeholders:
            what = _("No collected row on a stakeholder has this subject, kind and note.")
            yield _unknown(row, "note", what)


def _unknown(row: Row, column: str, what: str) -> Problem:
    mend = _("Correct the line, or take it away.")
    return row.origin.problem(Code.UNKNOWN_CODE, what, mend, column=column, value=row[column])
