"""Activities by what readers look for: what is to come, what took place, what came out, and the news of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import caution_of_dates, cautions_of
from iurc_dash.exhibits.listing import OwnColumn, activity_table
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_date, format_names, format_number, format_period, ngettext
from iurc_dash.metrics.activities import (
    OUTCOME_KINDS,
    PUBLICATION_KINDS,
    RESULT_KINDS,
    ActivityRecord,
    activity_records,
    count_of,
)
from iurc_dash.metrics.sources import SourceRecord, rows_resting_on, source_records
from iurc_dash.metrics.stakeholders import kinds_taking_part
from iurc_dash.quantities import Count, Row
from iurc_dash.tabular import NOT_APPLICABLE, Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted


class ListWords(NamedTuple):
    """What readers call a list, what it answers, and what is said where it is empty."""

    title: str
    question: str
    none: str


LISTS = {
    "news": ListWords(
        N_("News"), N_("What was written about it, and when?"), N_("No news item tells of what is chosen.")
    ),
    "upcoming": ListWords(
        N_("Events to come"),
        N_("Which events are still to come?"),
        N_("On {day}, the date of the data, no event was known to be still to come."),
    ),
    "past": ListWords(
        N_("Past events"), N_("Which events took place?"), N_("No event is known to have taken place.")
    ),
    "undated": ListWords(
        N_("Events without a date"),
        N_("Of which events is it not known whether they are over?"),
        N_("No event is recorded of which it is not known whether it is over."),
    ),
    "publications": ListWords(
        N_("Publications"), N_("What was published?"), N_("No publication and no case study is recorded.")
    ),
    "results": ListWords(
        N_("Agreements, plans and pilots"),
        N_("What was agreed, planned together and tried?"),
        N_("No agreement, action plan or pilot project is recorded as done."),
    ),
    "planned": ListWords(
        N_("Only planned or proposed"),
        N_("What was only planned or proposed?"),
        N_("Nothing is recorded that was only planned or proposed."),
    ),
    "other": ListWords(
        N_("Calls and other activities"), N_("What else is recorded?"), N_("No other activity is recorded.")
    ),
}

SHOWN = ("when", "kind", "title", "place", "mode", "edition", "pairings", "sources")
# Lists in which it matters whether something is planned or proposed.
WITH_STATE = ("upcoming", "planned")


def list_titles(view: View) -> Mapping[str, str]:
    """What readers call each list, in order."""
    return {key: _(words.title) for key, words in LISTS.items()}


@exhibit(
    "activities/list",
    N_("What is to come, what took place, and what came out?"),
    Parameter("list", list_titles, default="news"),
)
def activity_list(view: View, *, list: str = "news") -> Answer:
    """One list, newest first; what is to come begins with what comes next.

    The date of the release decides what is to come and what is past; what is not dated well enough is neither.
    """
    return _news(view) if list == "news" else _activities(view, list)


def _activities(view: View, name: str) -> Answer:
    day = view.whole.release.date
    chosen = [record for record in activity_records(view) if _stands_in(name, record, day)]
    # What has no date is blank, and so comes last among the newest first.
    chosen.sort(key=lambda record: (record.first_date, record.activity_id), reverse=name != "upcoming")
    table = activity_table(
        view, chosen, (*SHOWN, *(["state"] if name in WITH_STATE else [])), [_others(view)]
    )
    if not chosen:
        return nothing_found(_say_none(view, name), table.columns)
    return listed(
        _say(view, name, chosen),
        table,
        count_of(chosen),
        cautions=(*cautions_of(chosen), *caution_of_dates(chosen)),
        question=_(LISTS[name].question),
    )


def _stands_in(name: str, record: ActivityRecord, day: str) -> bool:
    """Whether an activity stands in a list; a planned event to come is in two, everything else in one."""
    if name == "upcoming":
        return record.is_event and record.state != "proposed" and record.is_upcoming(day)
    if name == "planned" or record.is_ahead:
        return name == "planned" and record.is_ahead
    match name:
        case "past":
            return record.is_event and record.is_past(day)
        case "undated":
            return record.is_event and not (record.is_past(day) or record.is_upcoming(day))
        case "publications":
            return record.kind in PUBLICATION_KINDS
        case "results":
            return record.kind in OUTCOME_KINDS
        case _other:
            return not record.is_event and record.kind not in RESULT_KINDS


def _others(view: View) -> OwnColumn:
    """Who else took part; nobody else is named for most, which says nothing, so no gap is shown."""
    kinds = kinds_taking_part(view, "activities")
    column = Column("others", _("With, besides cities and regions"), "codes", "stakeholder_kinds")
    return column, lambda key: kinds.get(key, NOT_APPLICABLE)


def _say_none(view: View, name: str) -> str:
    """That the list is empty; where nothing is to come also what was last."""
    said = _(LISTS[name].none).format(day=format_date(view.whole.release.date))
    past = [
        record for record in activity_records(view) if _stands_in("past", record, view.whole.release.date)
    ]
    if name != "upcoming" or not past:
        return said
    latest = max(past, key=lambda record: (record.last_date, record.activity_id))
    return _("{said} The latest event recorded is “{title}”, {date}.").format(said=said, **_named(latest))


def _say(view: View, name: str, chosen: Sequence[ActivityRecord]) -> str:
    count, day = len(chosen), view.whole.release.date
    values = {"count": format_number(count), "day": format_date(day), **_named(chosen[0])}
    match name:
        case "upcoming":
            return ngettext(
                "On {day}, the date of the data, {count} event was still to come: “{title}”, {date}.",
                "On {day}, the date of the data, {count} events were still to come; the next is “{title}”, {date}.",
                count,
            ).format(**values)
        case "past":
            return ngettext(
                "By {day}, the date of the data, {count} event was over: “{title}”, {date}.",
                "By {day}, the date of the data, {count} events were over; the latest is “{title}”, {date}.",
                count,
            ).format(**values) + _say_undated_events(view)
        case "undated":
            return ngettext(
                "It is not known whether {count} event is over: no source dates it well enough.",
                "It is not known whether {count} events are over: no source dates them well enough.",
                count,
            ).format(**values)
        case "planned":
            return ngettext(
                "{count} activity is only planned or proposed, and not counted as held or come out: “{title}”.",
                "{count} activities are only planned or proposed, and not counted as held or come out: {what}.",
                count,
            ).format(**values, what=_by_kind(chosen))
        case _what_came_out:
            return _say_recorded(chosen, values) + _say_not_done(view, name)


def _named(record: ActivityRecord) -> dict[str, str]:
    return {"title": record.title, "date": format_period(record.start_date, record.end_date)}


def _by_kind(records: Sequence[ActivityRecord]) -> str:
    """'42 agreements and 12 action plans', most first."""
    kinds = Counter(record.kind for record in records).most_common()
    return format_names([counted("activity_kinds", kind, count) for kind, count in kinds])


def _say_recorded(chosen: Sequence[ActivityRecord], values: Mapping[str, str]) -> str:
    """What is recorded by kind, the latest of it, and how many have no date."""
    count, undated = len(chosen), sum(not record.is_dated for record in chosen)
    if undated == count:
        said = ngettext(
            "{what} is recorded, without a date.", "{what} are recorded, all without a date.", count
        )
        return said.format(what=_by_kind(chosen))
    said = ngettext(
        "{what} is recorded: “{title}”, {date}.",
        "{what} are recorded; the latest is “{title}”, {date}.",
        count,
    ).format(what=_by_kind(chosen), **values)
    if not undated:
        return said
    more = ngettext("{count} of them has no date.", "{count} of them have no date.", undated)
    return f"{said} {more.format(count=format_number(undated))}"


def _say_undated_events(view: View) -> str:
    day = view.whole.release.date
    undated = sum(_stands_in("undated", record, day) for record in activity_records(view))
    if not undated:
        return ""
    return " " + ngettext(
        "Of {count} more it is not known whether it is over.",
        "Of {count} more it is not known whether they are over.",
        undated,
    ).format(count=format_number(undated))


def _say_not_done(view: View, name: str) -> str:
    """How many of the kinds of the list were only planned or proposed."""
    kinds = {"publications": PUBLICATION_KINDS, "results": OUTCOME_KINDS}.get(name, ())
    ahead = sum(record.is_ahead and record.kind in kinds for record in activity_records(view))
    if not ahead:
        return ""
    return " " + ngettext(
        "{count} more is only planned or proposed.", "{count} more are only planned or proposed.", ahead
    ).format(count=format_number(ahead))


def _news(view: View) -> Answer:
    """Dated pages that pairings, activities and what belongs to them rest on."""
    columns = (
        Column("date", _("Published"), "date"),
        Column("title", _("Title"), "reference", "sources"),
        Column("publisher", _("Publisher")),
        Column("supports", _("Rows that rest on it"), "count"),
    )
    dated = [source for source in source_records(view, about_subjects=True) if source.published_date]
    if not dated:
        return nothing_found(_(LISTS["news"].none), columns)
    dated.sort(key=lambda source: (source.published_date, source.source_id), reverse=True)
    by_key = {source.source_id: source for source in dated}
    finding = ngettext(
        "{count} news item tells of what is chosen: “{title}”, {date}.",
        "{count} news items tell of what is chosen; the newest is “{title}”, {date}.",
        len(dated),
    ).format(
        count=format_number(len(dated)),
        title=view.say("sources", dated[0].source_id),
        date=format_date(dated[0].published_date),
    )
    table = Table(columns, tuple(by_key), lambda key: _news_line(view, by_key[key]))
    counted_pages = Count.in_table("sources", by_key)
    return listed(finding, table, counted_pages, question=_(LISTS["news"].question))


def _news_line(view: View, source: SourceRecord) -> Line:
    return Line(
        source.source_id,
        {
            "date": source.published_date,
            "title": source.source_id,
            "publisher": source.publisher,
            "supports": rows_resting_on(view, source.source_id, about_subjects=True),
        },
        Row("sources", source.source_id),
    )
