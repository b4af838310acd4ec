"""Activities: one event entered by several units becomes one activity that keeps what each of them knew."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.language import _
from iurc_dash.loaders.collected import Collected, Row
from iurc_dash.loaders.keys import folded, values
from iurc_dash.loaders.normalise.pairings import NO_THEME, REPEATED_VALUE, unknown_theme
from iurc_dash.loaders.normalise.part import Part, most_exact, unknown, unknown_pairing
from iurc_dash.loaders.normalise.settled import left_out, states_by_activity, with_state
from iurc_dash.loaders.reference import Reference
from iurc_dash.problems import Problem

SAME_EVENT = "the same event entered by another unit"
ActivityIds = Mapping[str, str]

_FILLED = ("mode", "participants", "state", "step", "joint")
_COMPARED = ("kind", "start", "end", "place", "country", "mode", "participants")


def canonical_activities(collected: Collected, reference: Reference) -> tuple[Part, ActivityIds]:
    """The key that each activity is kept under: its own, or that of the event it is the same as.

    Rows that are no activity of the programme have none.
    """
    part = Part()
    known = set(collected.tables["activities"]["activity_key"]) - set(left_out(reference))
    activity_ids = {key: key for key in sorted(known)}
    for row in collected.rows("same_events"):
        for column in ("activity_key", "same_as"):
            if row[column] not in known:
                problem = unknown_activity("same_events", row, column, row[column])
                part.refuse("same_events", row, column, problem)
                break
        else:
            activity_ids[row["activity_key"]] = row["same_as"]
            part.account("same_events", row, kept=1)
    for row in reference["same_events"]:
        activity_ids[row["activity_key"]] = row["same_as"]
    # An event may be the same as one that is itself the same as a third; a ring of them ends at the bound.
    for _step in activity_ids:
        followed = {key: activity_ids[same_as] for key, same_as in activity_ids.items()}
        if followed == activity_ids:
            break
        activity_ids = followed
    return part, activity_ids


def unknown_activity(table: str, row: Row, column: str, value: str) -> Problem:
    """A Problem for the key of an activity that no row has."""
    return unknown(
        table, row, column, value, _("There is no activity with this key."),
        _("Correct the key, or add the activity to activities.csv."),
    )  # fmt: skip


def activities(collected: Collected, reference: Reference, activity_ids: ActivityIds) -> Part:
    """Tables activities, activity_editions, activity_pairings and activity_themes."""
    part = Part()
    groups: dict[str, list[Row]] = {}
    states = states_by_activity(reference)
    for row in collected.rows("activities"):
        activity_id = activity_ids.get(row["activity_key"])
        if activity_id:
            groups.setdefault(activity_id, []).append(with_state(row, states))
        else:
            _leave_out(part, row, left_out(reference)[row["activity_key"]])
    pairing_ids = set(collected.tables["pairings"]["pairing_key"])
    for activity_id, rows in groups.items():
        rows.sort(key=lambda row: row["activity_key"] != activity_id)
        _add_activity(part, activity_id, rows)
        _add_pairings(part, activity_id, rows, pairing_ids)
        _add_themes(part, activity_id, rows, reference)
        for edition_id in dict.fromkeys(row["edition"] for row in rows):
            part.add("activity_editions", activity_id=activity_id, edition_id=edition_id)
    return part


def _leave_out(part: Part, row: Row, reason: str) -> None:
    part.set_aside("activities", row, reason)
    for column in ("pairing_keys", "themes", "source_url"):
        for _value in values(row[column]):
            part.set_aside("activities", row, reason, column)


def _add_activity(part: Part, activity_id: str, rows: list[Row]) -> None:
    """`rows`: the canonical row first, then those merged into it."""
    event = dict(rows[0])
    for row in rows[1:]:
        _fill(event, row)
        part.differences += [
            f"{row['activity_key']} -> {activity_id}: {column} {event[column]!r} kept, {row[column]!r} left"
            for column in _COMPARED if row[column] and not event[column].startswith(row[column])
        ]  # fmt: skip
    part.add(
        "activities", activity_id=activity_id, edition_id=event["edition"], kind=event["kind"],
        title=event["title"], start_date=event["start"], end_date=event["end"], place_name=event["place"],
        country_codes=event["country"], mode=event["mode"], participants=event["participants"],
        state=event["state"], step=event["step"], joint=event["joint"],
    )  # fmt: skip
    for row in rows:
        merged = row is not rows[0]
        part.account("activities", row, kept=not merged, merged=merged, reason=SAME_EVENT if merged else "")
        part.cite("activities", row, "activities", activity_id)


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
                problem = unknown_pairing("activities", row, "pairing_keys", pairing_id)
                part.refuse("activities", row, "pairing_keys", problem, "pairing_keys")
            elif pairing_id in seen:
                part.account("activities", row, "pairing_keys", merged=1, reason=REPEATED_VALUE)
            else:
                seen.add(pairing_id)
                part.add("activity_pairings", activity_id=activity_id, pairing_id=pairing_id)
                part.account("activities", row, "pairing_keys", kept=1)


def _add_themes(part: Part, activity_id: str, rows: list[Row], reference: Reference) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        for label in values(row["themes"]):
            theme_ids = reference.themes_by_label.get(folded(label))
            if theme_ids is None:
                part.refuse("activities", row, "themes", unknown_theme("activities", row, label), "themes")
                continue
            if not theme_ids:
                part.set_aside("activities", row, NO_THEME, "themes")
                continue
            new = [theme_id for theme_id in theme_ids if (theme_id, label) not in seen]
            for theme_id in new:
                seen.add((theme_id, label))
                part.add("activity_themes", activity_id=activity_id, theme_id=theme_id, label=label)
            repeated = len(theme_ids) - len(new)
            part.account("activities", row, "themes", len(new), repeated, REPEATED_VALUE if repeated else "")
