"""What the reference settles about single rows: the state of an activity, the role of a stakeholder, left-out rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iurc_dash.language import _
from iurc_dash.loaders.collected import Collected, Row
from iurc_dash.loaders.reference import Reference
from iurc_dash.loaders.typed import check_cells, columns_of
from iurc_dash.problems import Problem, shown_value

STATE_COLUMNS = ("state", "step", "joint")
Stakeholder = tuple[str, str, str]

# Reference tables whose values become cells of a package table, with the columns that do.
_CELLS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "activity_states": ("activities", STATE_COLUMNS),
    "stakeholder_roles": ("stakeholders", ("role",)),
}


def with_state(row: Row, states: Mapping[str, Row]) -> Row:
    """An activity as collected with `state`, `step` and `joint`; what the reference says of it comes first."""
    settled = states.get(row["activity_key"], {})
    return {**row, **{column: settled.get(column, row.get(column, "")) for column in STATE_COLUMNS}}


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


def settled_problems(collected: Collected, reference: Reference) -> list[Problem]:
    """Lines that speak of a row that nobody collected, or say what their column does not allow."""
    problems = []
    for name, (table, columns) in _CELLS.items():
        allowed = {column: columns_of(table)[column] for column in columns}
        rows = [(int(row["row"]), row) for row in reference[name]]
        problems += check_cells(f"reference/{name}.csv", rows, allowed)[1]
    return [*problems, *_unknown_rows(collected, reference)]


def _unknown_rows(collected: Collected, reference: Reference) -> Iterator[Problem]:
    activities = set(collected.tables["activities"]["activity_key"])
    for name, columns in (
        ("activity_states", ("activity_key",)),
        ("left_out_activities", ("activity_key",)),
        ("same_events", ("activity_key", "same_as")),
    ):
        for row in reference[name]:
            for column in columns:
                if row[column] not in activities:
                    yield _unknown(name, row, column, _("There is no activity with this key."))
    stakeholders = {stakeholder(row) for row in collected.rows("stakeholders")}
    for row in reference["stakeholder_roles"]:
        if stakeholder(row) not in stakeholders:
            what = _("No collected row on a stakeholder has this subject, kind and note.")
            yield _unknown("stakeholder_roles", row, "note", what)


def _unknown(name: str, row: Row, column: str, what: str) -> Problem:
    return Problem(
        f"reference/{name}.csv",
        row=int(row["row"]),
        column=column,
        value=shown_value(row[column]),
        code="unknown_code",
        what=what,
        mend=_("Correct the line, or take it away."),
    )
