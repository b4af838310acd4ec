"""What happened or came out: each activity once, where it is counted and when it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from iurc_dash.kept import derived
from iurc_dash.reading import rows_in
from iurc_dash.view import View

# Kinds that people come together for, and so have a place, a mode and a day.
EVENT_KINDS = ("networking event", "conference", "webinar", "training", "study visit", "bilateral meeting")
# What comes out and lasts; calls for applications and other entries are neither.
RESULT_KINDS = ("agreement", "action plan", "pilot project", "publication", "case study")
# States of what has not come about; it is listed, and never counted among what was done or came out.
NOT_YET = ("planned", "proposed")


@dataclass(frozen=True)
class ActivityRecord:
    """One activity: its own columns, the edition it is counted under, that one's phase and region, its pairings."""

    activity_id: str
    edition_id: str
    phase_id: str
    region_id: str
    kind: str
    title: str
    start_date: str
    end_date: str
    place_name: str
    country_codes: str
    mode: str
    state: str
    pairings: tuple[str, ...]

    @property
    def is_event(self) -> bool:
        """Whether people came together for it."""
        return self.kind in EVENT_KINDS

    @property
    def is_ahead(self) -> bool:
        """Whether it was only planned or proposed, so that nothing took place or came out yet."""
        return self.state in NOT_YET

    @property
    def is_dated(self) -> bool:
        """Whether a source gives any date."""
        return bool(self.start_date or self.end_date)

    @property
    def first_date(self) -> str:
        """Its start; its end where no start is known."""
        return self.start_date or self.end_date

    @property
    def last_date(self) -> str:
        """Its end; its start where no end is known."""
        return self.end_date or self.start_date


@derived
def activity_records(view: View) -> tuple[ActivityRecord, ...]:
    """Every activity in view, in the dataset's order; counted under the edition that the view counts it under."""
    pairings: dict[str, list[str]] = {}
    for activity, pairing in rows_in(view["activity_pairings"], "activity_id", "pairing_id"):
        pairings.setdefault(activity, []).append(pairing)
    columns = (
        "activity_id",
        "kind",
        "title",
        "start_date",
        "end_date",
        "place_name",
        "country_codes",
        "mode",
        "state",
    )
    records = []
    for key, *values in rows_in(view["activities"], *columns):
        edition = view.activity_editions[key]
        where = view.where(edition)
        records.append(
            ActivityRecord(
                key, edition, where.phase_id, where.region_id, *values, tuple(pairings.get(key, ()))
            )
        )
    return tuple(records)


def is_counted_elsewhere(view: View) -> bool:
    """Whether an activity is counted under another edition than its own, as the selection left that one out."""
    rows = rows_in(view["activities"], "activity_id", "edition_id")
    return any(view.activity_editions[key] != own for key, own in rows)


def is_upcoming(record: ActivityRecord, today: date) -> bool:
    """Whether its last date lies today or later.

    A year or a month alone lies ahead only when all of it does; what has no date does not.
    """
    parts = tuple(int(part) for part in record.last_date.split("-")) if record.is_dated else ()
    if len(parts) == 3:
        return date(*parts) >= today
    return bool(parts) and parts > (today.year, today.month)[: len(parts)]
