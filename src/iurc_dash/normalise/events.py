"""Activities: one event entered by several units becomes one activity that keeps what each of them knew."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.checks.circles import links_in_circles
from iurc_dash.checks.collected import as_package_cells
from iurc_dash.language import N_, _
from iurc_dash.normalise.pairings import REPEATED_VALUE, add_themes
from iurc_dash.normalise.part import Part, most_exact, unknown_pairing
from iurc_dash.normalise.reference import Reference
from iurc_dash.normalise.settled import left_out, states_by_activity, with_state
from iurc_dash.problems import Code, Problem
from iurc_dash.reading import grouped
from iurc_dash.sources.collected import values
from iurc_dash.sources.raw import RawTables, Row

SAME_EVENT = N_("the same event entered by another unit")
ActivityIds = Mapping[str, str]

_FILLED = ("mode", "participants", "state", "step", "joint")
_COMPARED = ("kind", "start", "end", "place", "country", "mode", "participants")


def canonical_activities(collected: RawTables, reference: Reference) -> tuple[Part, ActivityIds]:
    """The key that each activity is kept under: its own, or that of the event it is the same as.

    Rows that are no activity of the programme have none.
    """
    part = Part()
    known = {row["activity_key"] for row in collected.rows("activities")} - set(left_out(reference))
    links: list[tuple[Row, tuple[str, str]]] = []
    for row in [*collected.rows("same_events"), *reference["same_events"]]:
        strangers = [column for column in ("activity_key", "same_as") if row[column] not in known]
        if not strangers:
            links.append((row, (row["activity_key"], row["same_as"])))
        elif row.origin.entered_as:
            part.refuse("same_events", row, unknown_activity(row, strangers[0], row[strangers[0]]))
    circular = set(links_in_circles([link for _row, link in links]))
    for position, (row, _link) in enumerate(links):
        if position in circular:
            part.refuse("same_events", row, _circular(row))
        elif row.origin.entered_as:
            part.account("same_events", row, kept=1)
    same_as = dict(link for position, (_row, link) in enumerate(links) if position not in circular)
    return part, {key: _last(key, same_as) for key in sorted(known)}


def _last(key: str, same_as: Mapping[str, str]) -> str:
    """An event may be the same as one that is itself the same as a third."""
    while key in same_as:
        key = same_as[key]
    return key


def _circular(row: Row) -> Problem:
    what = _("The event is the same as itself, by way of other rows or at once.")
    mend = _("Keep one event, and say of the others that they are the same as it.")
    return row.origin.problem(Code.CIRCLE, what, mend, column="same_as", value=row["same_as"])


def unknown_activity(row: Row, column: str, value: str) -> Problem:
    """A Problem for the key of an activity that no row has."""
    what = _("There is no activity with this key.")
    mend = _("Correct the key, or add the activity to activities.csv.")
    return row.origin.problem(Code.DANGLING_REFERENCE, what, mend, column=column, value=value)


def activities(collected: RawTables, reference: Reference, activity_ids: ActivityIds) -> Part:
    """Tables activities, activity_editions, activity_pairings and activity_themes."""
    part = Part()
    groups: dict[str, list[Row]] = {}
    states, strangers = states_by_activity(reference), left_out(reference)
    for row in collected.rows("activities"):
        activity_id = activity_ids.get(row["activity_key"])
        if activity_id:
            groups.setdefault(activity_id, []).append(with_state(row, states))
        else:
            _leave_out(part, row, strangers[row["activity_key"]])
    pairing_ids = {row["pairing_key"] for row in collected.rows("pairings")}
    for activity_id, rows in groups.items():
        rows.sort(key=lambda row: row["activity_key"] != activity_id)
        _add_activity(part, activity_id, rows)
        _add_pairings(part, activity_id, rows, pairing_ids)
        add_themes(part, "activity", rows, activity_id, reference)
        for edition_id, recorded in grouped((row["edition"], row.origin) for row in rows).items():
            part.add("activity_editions", recorded[0], activity_id=activity_id, edition_id=edition_id)
    return part


def _leave_out(part: Part, row: Row, reason: str) -> None:
    part.set_aside("activities", row, reason)
    for column in ("pairing_keys", "themes", "source_url"):
        for _value in values(row[column]):
            part.set_aside("activities", row, reason, column)


def _add_activity(part: Part, activity_id: str, rows: list[Row]) -> None:
    """`rows`: the canonical row first, then those merged into it."""
    event = Row(rows[0], rows[0].origin)
    for row in rows[1:]:
        _fill(event, row)
        part.differences += [
            f"{row['activity_key']} -> {activity_id}: {column} {event[column]!r} kept, {row[column]!r} left"
            for column in _COMPARED
            if row[column] and not event[column].startswith(row[column])
        ]
    cells = {**as_package_cells(event, "activities"), "activity_id": activity_id}
    part.add("activities", event.origin, **cells, step=event["step"], joint=event["joint"])
    for row in rows:
        part.keep_or_merge("activities", row, row is rows[0], SAME_EVENT)
        part.cite(row, "activities", activity_id)


def _fill(event: Row, row: Row) -> None:
    """Take what the event does not know from another row about it; never overwrite what it does know."""
    event["start"] = most_exact(event["start"], row["start"])
    end = most_exact(event["end"], row["end"])
    if end and end[: len(event["start"])] >= event["start"][: len(end)]:
        event["end"] = end
    # A country alone may belong to another place, so the two are filled together.
    if not event["place"] and event["country"] in ("", row["country"]):
        event["place"], event["country"] = row["place"], row["country"]
    for column in _FILLED:
        event[column] = event[column] or row[column]


def _add_pairings(part: Part, activity_id: str, rows: list[Row], known: set[str]) -> None:
    seen: set[str] = set()
    for row in rows:
        for pairing_id in values(row["pairing_keys"]):
            if pairing_id not in known:
                problem = unknown_pairing(row, "pairing_keys", pairing_id)
                part.refuse("activities", row, problem, "pairing_keys")
            elif pairing_id in seen:
                part.account("activities", row, "pairing_keys", merged=1, reason=REPEATED_VALUE)
            else:
                seen.add(pairing_id)
                part.add("activity_pairings", row.origin, activity_id=activity_id, pairing_id=pairing_id)
                part.account("activities", row, "pairing_keys", kept=1)
