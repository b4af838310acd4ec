"""What happened or came out: each activity once, where it is counted and when it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from iurc_dash.kept import derived
from iurc_dash.metrics.tally import Cell, Tally
from iurc_dash.quantities import Count
from iurc_dash.reading import cells_by, rows_in
from iurc_dash.view import EVERYTHING, View

# Kinds that people come together for, and so have a place, a mode and a day.
EVENT_KINDS = ("networking event", "conference", "webinar", "training", "study visit", "bilateral meeting")
PUBLICATION_KINDS = ("publication", "case study")
OUTCOME_KINDS = ("agreement", "action plan", "pilot project")
# What comes out and lasts; calls for applications and other entries are neither this nor an event.
RESULT_KINDS = (*OUTCOME_KINDS, *PUBLICATION_KINDS)
# States of what has not come about; it is listed, and never counted among what was done or came out.
NOT_YET = ("planned", "proposed")


@dataclass(frozen=True)
class ActivityRecord:
    """One activity: its own columns, the edition it is counted under, that one's phase and region, its pairings.

    `own_edition_id` is the edition that it belongs to, which the selection may have left out.
    """

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
    step: str
    pairings: tuple[str, ...]
    own_edition_id: str

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
        return bool(self.first_date)

    @property
    def first_date(self) -> str:
        """Its start; its end where no start is known."""
        return self.start_date or self.end_date

    @property
    def quarter(self) -> str:
        """The quarter that it began in, such as '2021-Q3'; blank where no month is known."""
        year, _dash, rest = self.first_date.partition("-")
        return f"{year}-Q{(int(rest[:2]) + 2) // 3}" if rest else ""

    @property
    def last_date(self) -> str:
        """Its end; its start where no end is known."""
        return self.end_date or self.start_date

    @property
    def is_of_another(self) -> bool:
        """Whether it is counted under an edition that only recorded it too, as the selection left out its own."""
        return self.edition_id != self.own_edition_id

    def is_upcoming(self, day: str) -> bool:
        """Whether its last date lies on an ISO day or later; a month or a year alone, only when all of it does."""
        return self.is_dated and self.last_date + "-01-01"[len(self.last_date) - 4 :] >= day

    def is_past(self, day: str) -> bool:
        """Whether its last date lies before an ISO day; a month or a year alone, only when all of it does."""
        return self.is_dated and self.last_date + "-12-31"[len(self.last_date) - 4 :] < day


@derived
def activity_records(view: View) -> tuple[ActivityRecord, ...]:
    """Every activity in view, in the dataset's order, with all that the whole dataset says of it.

    It is counted under the edition that the view counts it under.
    """
    every = every_activity(view)
    if view.selection.is_everything:
        return tuple(every.values())
    return tuple(_counted_under(view, every[key], edition) for key, edition in view.activity_editions.items())


def every_activity(view: View) -> Mapping[str, ActivityRecord]:
    """Every activity of the whole dataset by its key, in the dataset's order, under its own edition."""
    return _records(view.of(EVERYTHING))


@derived
def _records(view: View) -> Mapping[str, ActivityRecord]:
    pairings = cells_by(view["activity_pairings"], "activity_id", "pairing_id")
    columns = (
        "kind",
        "title",
        "start_date",
        "end_date",
        "place_name",
        "country_codes",
        "mode",
        "state",
        "step",
    )
    return {
        key: ActivityRecord(
            activity_id=key,
            edition_id=edition,
            own_edition_id=edition,
            phase_id=view.where(edition).phase_id,
            region_id=view.where(edition).region_id,
            pairings=pairings.get(key, ()),
            **dict(zip(columns, values, strict=True)),
        )
        for key, edition, *values in rows_in(view["activities"], "activity_id", "edition_id", *columns)
    }


def _counted_under(view: View, record: ActivityRecord, edition: str) -> ActivityRecord:
    if edition == record.edition_id:
        return record
    where = view.where(edition)
    return replace(record, edition_id=edition, phase_id=where.phase_id, region_id=where.region_id)


@derived
def counted_activities(view: View) -> tuple[ActivityRecord, ...]:
    """What figures count: every activity in view but what was only planned or proposed."""
    return tuple(record for record in activity_records(view) if not record.is_ahead)


@derived
def activities_ahead(view: View) -> Count:
    """What was only planned or proposed: listed and said, never counted as held or come out."""
    return count_of(record for record in activity_records(view) if record.is_ahead)


@derived
def activities_by_kind(view: View) -> Tally:
    """Counted activities by (kind, phase)."""
    return _tally(("kind", "phase"), counted_activities(view), lambda record: (record.kind, record.phase_id))


@derived
def activities_by_region(view: View) -> Tally:
    """Counted activities by (region, phase) of the edition that they are counted under, wherever they took place."""
    return _tally(
        ("region", "phase"), counted_activities(view), lambda record: (record.region_id, record.phase_id)
    )


@derived
def activities_by_year(view: View) -> Tally:
    """Counted activities that have a date, by (kind, year they began in)."""
    dated = (record for record in counted_activities(view) if record.is_dated)
    return _tally(("kind", "year"), dated, lambda record: (record.kind, record.first_date[:4]))


@derived
def activities_by_quarter(view: View) -> Tally:
    """Counted activities by (quarter they began in, such as '2021-Q3', phase); what no month is known of is in none."""
    exact = (record for record in counted_activities(view) if record.quarter)
    return _tally(("quarter", "phase"), exact, lambda record: (record.quarter, record.phase_id))


@derived
def events_held_by_year(view: View) -> Tally:
    """Events as in `events_held` by (year they began in, mode); either is blank where no source says."""
    held = set(events_held(view).whole.in_rows_of("activities"))
    records = (record for record in counted_activities(view) if record.activity_id in held)
    return _tally(("year", "mode"), records, lambda record: (record.first_date[:4], record.mode))


@derived
def events_held(view: View) -> Tally:
    """Events by (phase, mode; blank where no source says), but what was only planned or lies ahead."""
    day = view.whole.release.date
    held = (record for record in counted_activities(view) if record.is_event and not record.is_upcoming(day))
    return _tally(("phase", "mode"), held, lambda record: (record.phase_id, record.mode))


def count_of(records: Iterable[ActivityRecord]) -> Count:
    """The count of some activities."""
    return Count.in_table("activities", (record.activity_id for record in records))


def _tally(
    axes: tuple[str, ...], records: Iterable[ActivityRecord], cell_of: Callable[[ActivityRecord], Cell]
) -> Tally:
    return Tally.of_table(axes, "activities", ((cell_of(record), record.activity_id) for record in records))
