"""What happened when: activities on a time line, as exact as their dates are known, many of them by quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import (
    caution_of_dates,
    cautions_of,
    say_none,
)
from iurc_dash.exhibits.listing import activity_table
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import (
    Wording,
    join_names,
    join_sentences,
    say_ahead,
    say_all,
    say_places_matched,
    say_standing,
    say_undated,
)
from iurc_dash.exhibits.shaping import activity_span, nothing_found
from iurc_dash.forms import Apart, Axis, Band, Category, Form, Series, TimeColumns, Timeline
from iurc_dash.language import N_, _, format_number, format_quarter, ngettext
from iurc_dash.metrics.activities import (
    ActivityRecord,
    activities_ahead,
    activities_by_quarter,
    activities_by_year,
    count_of,
    counted_activities,
)
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.reading import rows_in
from iurc_dash.view import View
from iurc_dash.vocabulary import plural_word

# As many marks can be told apart on a line; more are counted by quarter.
MOST_SPANS = 60


WORDING = Wording(
    all=(
        N_("The one dated activity falls in {names}."),
        N_("Both dated activities fall in {names}."),
        N_("All {whole} dated activities fall in {names}."),
    ),
    once=N_("The {whole} dated activities fall in {whole} different years."),
    even=N_("{names} had {count} dated activities each."),
    lead=N_("{names} had more activities than any other year: {share} dated."),
    most=N_("{share} dated activities fall in {names}, before {next}."),
    tie=N_("{names} had the most activities, each {share} dated."),
)


@exhibit("activities/over-time", N_("What happened when?"))
def over_time(view: View) -> Answer:
    """Dated activities: few of them on a time line, one lane a kind, as exact as their dates; many by quarter.

    What was only planned is left out and said; what has no date, or is too rough for a quarter, is opened apart.
    """
    records, tally = counted_activities(view), activities_by_year(view)
    if not records:
        return nothing_found(say_none(view), more=say_places_matched(view))
    undated = len(records) - tally.whole.value
    beside = join_sentences(say_ahead(activities_ahead(view).value), say_places_matched(view))
    if not tally.whole:
        return nothing_found(_say_undated(undated), more=beside)
    dated = [record for record in records if record.is_dated]
    return Answer(
        finding=_say_years(tally),
        more=join_sentences(_say_rough(dated), say_undated(undated), beside),
        form=_form(view, tally, dated),
        table=lambda: activity_table(
            view, sorted(records, key=_time), ("when", "kind", "title", "place", "edition")
        ),
        counted=count_of(records),
        cautions=(
            *cautions_of(records),
            *caution_of_dates(records),
            *(["undated"] if undated else []),
        ),
    )


def _form(view: View, tally: Tally, dated: Sequence[ActivityRecord]) -> Form:
    if len(dated) > MOST_SPANS:
        return _columns(view, tally, dated)
    kinds = tuple(Category(kind, plural_word("activity_kinds", kind)) for kind in tally.ranked("kind"))
    spans = (
        activity_span(record, record.kind, view.colour("phases", record.phase_id))
        for record in sorted(dated, key=_time)
    )
    return Timeline(lanes=kinds, spans=tuple(spans), bands=_bands(view, tally, view.words.short("phases")))


def _columns(view: View, by_year: Tally, dated: Sequence[ActivityRecord]) -> TimeColumns:
    """Activities by quarter and phase; what is dated to a year alone belongs to none."""
    tally = activities_by_quarter(view)
    years = range(int(min(by_year.keys("year"))), int(max(by_year.keys("year"))) + 1)
    quarters = tuple(
        Category(f"{year}-Q{quarter}", format_quarter(year, quarter))
        for year in years
        for quarter in range(1, 5)
    )
    rough = count_of(record for record in dated if not record.quarter)
    undated = count_of(record for record in counted_activities(view) if not record.is_dated)
    apart = (
        Apart("year", _("Only a year is known"), rough),
        Apart("undated", _("No date is recorded"), undated),
    )
    return TimeColumns(
        axis=Axis(_("Quarter"), quarters),
        first_year=years[0],
        parts=4,
        series=tuple(
            Series(
                phase,
                view.say("phases", phase),
                tuple(tally.at(quarter.key, phase) for quarter in quarters),
                view.colour("phases", phase),
            )
            for phase in view.phases
            if tally.at(None, phase)
        ),
        totals=tuple(tally.at(quarter.key) for quarter in quarters),
        unit=_("activities"),
        bands=_bands(view, by_year, view.words.names("phases")),
        apart=tuple(one for one in apart if one.count),
    )


def _time(record: ActivityRecord) -> tuple[bool, str, str]:
    """Earliest first, what has no date last."""
    return not record.is_dated, record.first_date, record.activity_id


def _bands(view: View, tally: Tally, labels: Mapping[str, str]) -> tuple[Band, ...]:
    """The phases in view; one that still runs reaches as far as anything recorded does."""
    columns = ("phase_id", "start_year", "end_year")
    latest = max(int(year) for year in tally.keys("year"))
    return tuple(
        Band(labels[phase], int(start), (max(latest, int(start)) if pd.isna(end) else int(end)) + 1)
        for phase, start, end in rows_in(view.whole["phases"], *columns)
        if phase in view.phases
    )


def _say_years(tally: Tally) -> str:
    """Which year had most."""
    years = {year: tally.at(None, year) for year in sorted(tally.keys("year"))}
    return say_standing(standing(years, tally.whole), WORDING, join_names)


def _say_rough(dated: Sequence[ActivityRecord]) -> str:
    """How many are dated too roughly for a quarter, where quarters are shown."""
    rough = sum(not record.quarter for record in dated)
    if not rough or len(dated) <= MOST_SPANS:
        return ""
    return ngettext(
        "For {count} of them only the year is known, and it stands in no quarter.",
        "For {count} of them only the year is known, and they stand in no quarter.",
        rough,
    ).format(count=format_number(rough))


def _say_undated(undated: int) -> str:
    messages = (
        N_("The one activity recorded has no date."),
        N_("Neither of the two activities recorded has a date."),
        N_("None of the {count} activities recorded has a date."),
    )
    return say_all(undated, messages)
