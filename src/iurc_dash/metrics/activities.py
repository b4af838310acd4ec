"""What happened or came out: each activity once, where it is counted and when it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.editions import edition_places
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.themes import activity_homes

# Kinds that people come together for, and so have a place, a mode and a day.
EVENT_KINDS = ("networking event", "conference", "webinar", "training", "study visit", "bilateral meeting")
OUTPUT_KINDS = ("action plan", "pilot project", "agreement", "call for applications", "other")


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
    pairings: tuple[str, ...]

    @property
    def is_event(self) -> bool:
        """Whether people came together for it."""
        return self.kind in EVENT_KINDS

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


@lru_cache(maxsize=32)
def activity_records(dataset: Dataset) -> tuple[ActivityRecord, ...]:
    """Every activity of the dataset, in the dataset's order.

    An activity is counted under its own edition; where a selection has left that out, under the first chosen
    one that recorded it.
    """
    homes, editions = activity_homes(dataset), edition_places(dataset)
    links = dataset["activity_pairings"]
    pairings: dict[str, tuple[str, ...]] = {}
    for activity, pairing in rows_in(links, "activity_id", "pairing_id"):
        pairings[activity] = (*pairings.get(activity, ()), pairing)
    columns = (
        "activity_id", "kind", "title", "start_date", "end_date", "place_name", "country_codes", "mode",
    )  # fmt: skip
    records = []
    for key, kind, title, start, end, where, countries, mode in rows_in(dataset["activities"], *columns):
        home = homes[key]
        place = editions[home]
        records.append(
            ActivityRecord(
                key, home, place.phase_id, place.region_id, kind, title, start, end, where, countries, mode,
                pairings.get(key, ()),
            )
        )  # fmt: skip
    return tuple(records)


def is_counted_elsewhere(dataset: Dataset) -> bool:
    """Whether an activity is counted under another edition than its own, as a selection left that one out."""
    homes = activity_homes(dataset)
    table = dataset["activities"]
    return any(homes[key] != own for key, own in rows_in(table, "activity_id", "edition_id"))


def is_upcoming(record: ActivityRecord, today: date) -> bool:
    """Whether its last date lies today or later.

    A year or a month alone lies ahead only when all of it does; what has no date does not.
    """
    parts = tuple(int(part) for part in record.last_date.split("-")) if record.is_dated else ()
    if len(parts) == 3:
        return date(*parts) >= today
    return bool(parts) and parts > (today.year, today.month)[: len(parts)]
