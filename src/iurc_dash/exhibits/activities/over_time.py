"""What happened when: activities on a time line, as exact as their dates are known."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import (
    caution_of_dates,
    cautions_of,
    say_ahead,
    say_all,
    say_none,
)
from iurc_dash.exhibits.listing import activity_table
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, part_of_whole
from iurc_dash.exhibits.shaping import matrix_of, nothing_found
from iurc_dash.forms import Axis, Band, Category, Form, Span, Timeline
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.activities import ActivityRecord, activities_by_year, count_of, counted_activities
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Row, Share
from iurc_dash.reading import rows_in
from iurc_dash.view import View
from iurc_dash.vocabulary import plural_word

# As many marks can be told apart on a line; more are counted by kind and year.
MOST_SPANS = 2_000


@exhibit("activities/over-time", N_("What happened when?"))
def over_time(view: View) -> Answer:
    """Every dated activity on a time line, one lane a kind, as exact as its date is known.

    What was only planned is left out and said; what has no date is listed and said. Many are counted by year.
    """
    records, tally = counted_activities(view), activities_by_year(view)
    if not records:
        return nothing_found(say_none(view))
    undated = len(records) - tally.whole.value
    finding = _say_years(tally, undated) + say_ahead(view)
    if not tally.whole:
        return nothing_found(finding)
    return Answer(
        finding=finding,
        form=_form(view, tally, [record for record in records if record.is_dated]),
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
    kinds = tuple(Category(kind, plural_word("activity_kinds", kind)) for kind in tally.ranked("kind"))
    if len(dated) > MOST_SPANS:
        years = tuple(Category(year, year) for year in sorted(tally.keys("year")))
        return matrix_of(tally, Axis(_("Kind"), kinds), Axis(_("Year"), years), _("activities"))
    spans = tuple(_span(view, record) for record in sorted(dated, key=_time))
    return Timeline(lanes=kinds, spans=spans, bands=_bands(view, tally))


def _time(record: ActivityRecord) -> tuple[bool, str, str]:
    """Earliest first, what has no date last."""
    return not record.is_dated, record.first_date, record.activity_id


def _span(view: View, record: ActivityRecord) -> Span:
    return Span(
        key=record.activity_id,
        lane=record.kind,
        label=record.title,
        start=record.first_date,
        row=Row("activities", record.activity_id),
        end=record.end_date if record.end_date != record.first_date else "",
        colour=view.colour("phases", record.phase_id),
    )


def _bands(view: View, tally: Tally) -> tuple[Band, ...]:
    """The phases in view; one that still runs reaches as far as anything recorded does."""
    columns, labels = ("phase_id", "start_year", "end_year"), view.words.short("phases")
    latest = max(int(year) for year in tally.keys("year"))
    return tuple(
        Band(labels[phase], int(start), (max(latest, int(start)) if pd.isna(end) else int(end)) + 1)
        for phase, start, end in rows_in(view.whole["phases"], *columns)
        if phase in view.phases
    )


def _say_years(tally: Tally, undated: int) -> str:
    """Which year had most; then how many have no date."""
    total = tally.whole.value
    if not total:
        return say_all(
            undated,
            _("The one activity recorded has no date."),
            _("Neither of the two activities recorded has a date."),
            _("None of the {count} activities recorded has a date."),
        ).format(count=format_number(undated))
    said = _say_busiest(tally)
    if not undated:
        return said
    more = ngettext("{count} more has no date.", "{count} more have no date.", undated)
    return f"{said} {more.format(count=format_number(undated))}"


def _say_busiest(tally: Tally) -> str:
    total = tally.whole.value
    found = standing({year: tally.at(None, year).value for year in sorted(tally.keys("year"))}, total)
    values = {
        "count": format_number(total),
        "years": join_names(found.first),
        "share": part_of_whole(Share(tally.at(None, found.first[0]), tally.whole)),
        "next": format_number(found.next_count),
    }
    match found.kind:
        case "only":
            return say_all(
                total,
                _("The one dated activity falls in {years}."),
                _("Both dated activities fall in {years}."),
                _("All {count} dated activities fall in {years}."),
            ).format(**values)
        case "once":
            return _("The {count} dated activities fall in {count} different years.").format(**values)
        case "lead":
            return _("{years} had more activities than any other year: {share} dated.").format(**values)
        case "most":
            return _(
                "{years} had the most activities: {share} dated, before {next} in the next year."
            ).format(**values)
        case _tie:
            return _("{years} had the most activities, each {share} dated.").format(**values)
