"""What happened in one pairing and what came out of it, along time and in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.profiles import source_lines
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import count_of_activities, counted_names, recorded
from iurc_dash.forms import Band, Category, Span, Timeline
from iurc_dash.language import _, format_number, format_period, ngettext
from iurc_dash.metrics.pairings import PairingRecord, pairing_records

PAIRING_LANE = "pairing"


def pairing_activities(dataset: Dataset, pairing_id: str) -> Exhibit:
    """What happened in one pairing and what came out of it, along time and in a list, oldest first."""
    question = _("What happened in this pairing?")
    record = pairing_records(dataset).get(pairing_id)
    if record is None or not record.activities:
        finding = (
            _("No pairing matches.") if record is None else _("No activity of this pairing is recorded.")
        )
        return nothing_found("pairing-activities", question, finding, _activity_columns())
    activities = _activities(dataset, record)
    rows = rows_of(activities=(activity["activity_id"] for activity in activities))
    form = _timeline(dataset, record, activities)
    undated = sum(not activity["start"] for activity in activities)
    cautions = ["recorded_only"]
    cautions += ["undated"] if undated else []
    cautions += ["year_only"] if any(0 < len(activity["start"]) < 10 for activity in activities) else []
    kinds = counted_names(
        (lane.label, _of_kind(activities, lane.key)) for lane in form.lanes if lane.key != PAIRING_LANE
    )
    alt = _("Time line of {activities}. {kinds}.").format(
        activities=count_of_activities(len(activities)), kinds=kinds
    )
    return Exhibit(
        "pairing-activities", question, _activities_in_words(activities, undated), form,
        table_of(_activity_columns(), activities), alt, rows, tuple(cautions), sources_behind(dataset, rows),
    )  # fmt: skip


def _activities(dataset: Dataset, record: PairingRecord) -> list[dict[str, Any]]:
    """Activities of the pairing in order of time, undated ones last, with their first source."""
    table = dataset["activities"]
    table = table[table["activity_id"].isin(record.activities)]
    found = []
    for row in table.to_dict("records"):
        lines = source_lines(dataset, sources_behind(dataset, {"activities": (str(row["activity_id"]),)})[:1])
        found.append(
            {
                "activity_id": row["activity_id"],
                "start": row["start_date"],
                "end": row["end_date"],
                "when": format_period(row["start_date"], row["end_date"]),
                "kind_key": row["kind"],
                "kind": _(row["kind"]),
                "title": row["title"],
                "where": recorded(row["place_name"]),
                "source": lines[0].title if lines else "",
                "source_url": lines[0].url if lines else "",
            }
        )
    return sorted(found, key=lambda activity: (not activity["start"], activity["start"], activity["title"]))


def _activity_columns() -> tuple[Column, ...]:
    return (
        Column("when", _("When")),
        Column("kind", _("Kind")),
        Column("title", _("What")),
        Column("where", _("Where")),
        Column("source", _("Source"), "link", "source_url"),
    )


def _of_kind(activities: Sequence[Mapping[str, Any]], kind: str) -> int:
    return sum(activity["kind_key"] == kind for activity in activities)


def _timeline(dataset: Dataset, record: PairingRecord, activities: Sequence[Mapping[str, Any]]) -> Timeline:
    """The pairing's own time in the first lane, then a lane for each kind, most first."""
    kinds = {activity["kind_key"]: activity["kind"] for activity in activities}
    ranked = sorted(kinds, key=lambda kind: (-_of_kind(activities, kind), kind))
    lanes = (Category(PAIRING_LANE, _("the pairing")), *(Category(kind, kinds[kind]) for kind in ranked))
    colour = f"phase-{record.phase_id}"
    band, running = _phase_band(dataset, record.phase_id)
    assumed = not record.start_date
    own = Span(
        PAIRING_LANE, PAIRING_LANE, dataset.names.pairings[record.pairing_id],
        record.start_date or str(band.start_year), record.end_date or (str(band.end_year - 1) if assumed else ""),
        open_end=not record.end_date and not (assumed and not running), assumed=assumed, colour=colour,
    )  # fmt: skip
    spans = [
        Span(
            activity["activity_id"], activity["kind_key"], activity["title"], activity["start"], activity["end"],
            colour=colour,
        )
        for activity in activities if activity["start"]
    ]  # fmt: skip
    return Timeline(lanes, (own, *spans), (band,))


def _phase_band(dataset: Dataset, phase_id: str) -> tuple[Band, bool]:
    """The years of a phase, and whether it still runs; then it is shown up to the year of the data."""
    phases = dataset["phases"]
    columns = (phases[name] for name in ("phase_id", "short_label", "start_year"))
    last_years = dict(zip(phases["phase_id"], phases["end_year"].fillna(0), strict=True))
    label, first = next(
        (label, first) for phase, label, first in zip(*columns, strict=True) if phase == phase_id
    )
    last = int(last_years[phase_id]) or int(dataset.date[:4])
    return Band(str(label), int(first), last + 1), not last_years[phase_id]


def _activities_in_words(activities: Sequence[Mapping[str, Any]], undated: int) -> str:
    count = count_of_activities(len(activities))
    dated = [activity["start"] for activity in activities if activity["start"]]
    if not dated:
        return ngettext(
            "{activities} is recorded, without a date.",
            "{activities} are recorded, none with a date.",
            len(activities),
        ).format(activities=count)
    when = format_period(min(dated), max(dated))
    if undated:
        return _("{activities}: {when}, and {undated} without a date.").format(
            activities=count, when=when, undated=format_number(undated)
        )
    return _("{activities}: {when}.").format(activities=count, when=when)
