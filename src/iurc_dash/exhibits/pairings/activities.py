"""What happened in one pairing and what came out of it, along time and in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.listing import activity_table
from iurc_dash.exhibits.pairings._pairing import PAIRING
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_ahead, say_none_done, say_undated
from iurc_dash.exhibits.shaping import activity_span, nothing_found
from iurc_dash.forms import Band, Category, Span, Timeline
from iurc_dash.language import N_, _, format_number, format_period, ngettext
from iurc_dash.metrics.activities import ActivityRecord, activity_records
from iurc_dash.metrics.pairings import PairingRecord, every_pairing
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import rows_in
from iurc_dash.view import EVERYTHING, View

PAIRING_LANE = "pairing"
AHEAD_LANE = "ahead"


@exhibit("pairings/activities", N_("What happened in this pairing?"), PAIRING)
def activities(view: View, *, pairing: str) -> Answer:
    """What happened in one pairing and what came out of it, oldest first; what is only planned is told apart."""
    record = every_pairing(view)[pairing]
    found = _activities(view, record)
    table = activity_table(view, found, ("when", "kind", "title", "place", "sources", *_state(record)))
    if not found:
        return nothing_found(_("No activity of this pairing is recorded."), table.columns)
    dates = [activity.first_date for activity in found]
    done = [activity for activity in found if not activity.is_ahead]
    ahead = len(found) - len(done)
    return Answer(
        finding=_say_done(done) if done else say_none_done(ahead),
        more=_say_beside(done, ahead),
        form=_timeline(view, record, found),
        table=lambda: table,
        counted=Count.in_table("activities", (activity.activity_id for activity in found)),
        cautions=(
            "recorded_only",
            *(("undated",) if not all(dates) else ()),
            *(("year_only",) if any(0 < len(date) < len("2022-11-28") for date in dates) else ()),
        ),
    )


def _state(record: PairingRecord) -> tuple[str, ...]:
    return ("state",) if record.ahead else ()


def _activities(view: View, record: PairingRecord) -> list[ActivityRecord]:
    """Activities of the pairing in order of time, undated ones last."""
    wanted = {*record.activities, *record.ahead}
    found = [activity for activity in activity_records(view.of(EVERYTHING)) if activity.activity_id in wanted]
    return sorted(found, key=lambda activity: (not activity.is_dated, activity.first_date, activity.title))


def _timeline(view: View, record: PairingRecord, found: Sequence[ActivityRecord]) -> Timeline:
    """The pairing's own time in the first lane, then a lane for each kind, most first; what is ahead comes last."""
    kinds = Counter(activity.kind for activity in found if not activity.is_ahead)
    ranked = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    lanes = [Category(PAIRING_LANE, _("The pairing"))]
    lanes += [Category(f"kind-{kind}", view.say("activity_kinds", kind)) for kind in ranked]
    if record.ahead:
        lanes.append(Category(AHEAD_LANE, _("Only planned or proposed")))
    colour, band = view.colour("phases", record.phase_id), _phase_band(view, record)
    spans = (
        activity_span(activity, AHEAD_LANE if activity.is_ahead else f"kind-{activity.kind}", colour)
        for activity in found
        if activity.is_dated
    )
    return Timeline(tuple(lanes), (_own_span(view, record, band, colour), *spans), (band,))


def _own_span(view: View, record: PairingRecord, band: Band, colour: str) -> Span:
    """The time of the pairing; where no source dates its start, the years of its phase stand in."""
    assumed = not record.start_date
    is_over = record.edition_id not in view.running_editions
    return Span(
        key=PAIRING_LANE,
        lane=PAIRING_LANE,
        label=view.say("pairings", record.pairing_id),
        start=record.start_date or str(band.start_year),
        row=Row("phases", record.phase_id) if assumed else Row("pairings", record.pairing_id),
        end=record.end_date or (str(band.end_year - 1) if assumed and is_over else ""),
        open_end=not record.end_date and not (assumed and is_over),
        assumed=assumed,
        colour=colour,
    )


def _phase_band(view: View, record: PairingRecord) -> Band:
    """The years of a phase; one that has no last year is shown up to the year of the data."""
    phases = rows_in(view.whole["phases"], "phase_id", "start_year", "end_year")
    first, last = next((first, last) for phase, first, last in phases if phase == record.phase_id)
    last_year = int(view.whole.release.date[:4]) if pd.isna(last) else int(last)
    return Band(view.say("phases", record.phase_id), int(first), max(last_year, int(first)) + 1)


def _say_done(done: Sequence[ActivityRecord]) -> str:
    """How many activities there are that have a date, and from when to when."""
    dated = [activity for activity in done if activity.is_dated]
    if not dated:
        return ngettext(
            "One activity is recorded, without a date.",
            "{count} activities are recorded, none with a date.",
            len(done),
        ).format(count=format_number(len(done)))
    first = min(activity.first_date for activity in dated)
    last = max(activity.last_date for activity in dated)
    # A year has no way to a day of it.
    when = format_period(first, "" if last.startswith(first) else last)
    return ngettext(
        "One dated activity is recorded: {when}.",
        "{count} dated activities are recorded: {when}.",
        len(dated),
    ).format(count=format_number(len(dated)), when=when)


def _say_beside(done: Sequence[ActivityRecord], ahead: int) -> str:
    """How many more have no date, and how many are only planned or proposed."""
    undated = sum(not activity.is_dated for activity in done)
    if undated == len(done):
        undated = 0
    return join_sentences(say_undated(undated), say_ahead(ahead)) if done else ""
