"""Activities by what readers look for: what is to come, what took place, what came out, and the news of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import caution_of_dates, cautions_of
from iurc_dash.exhibits.columns import CellOf
from iurc_dash.exhibits.listing import activity_table, source_table
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_ahead, say_places_matched
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
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE, Column
from iurc_dash.view import View
from iurc_dash.vocabulary import counted


class ListWords(NamedTuple):
    """What readers call a list, what it answers, and what is said where it is empty."""

    title: str
    question: str
    none: str


LISTS = {
    "news": ListWords(
        N_("News"), N_("What was written about it, and when?"), N_("No dated page tells of what is chosen.")
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

SHOWN = ("when", "kind", "title", "place", "others", "state", "pairings", "mode", "edition", "sources")
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
    shown = [key for key in SHOWN if key != "state" or name in WITH_STATE]
    table = activity_table(view, chosen, shown, [_others(view)])
    if not chosen:
        said = _(LISTS[name].none).format(day=format_date(day))
        return nothing_found(said, table.columns, more=_say_beside_none(view, name))
    return listed(
        _say(name, chosen, day),
        table,
        count_of(chosen),
        more=_say_beside(view, name, chosen),
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


def _others(view: View) -> CellOf[ActivityRecord]:
    """Who else took part; nobody else is named for most, which says nothing, so no gap is shown."""
    kinds = kinds_taking_part(view, "activities")
    column = Column("others", _("With, besides cities and regions"), "codes", "stakeholder_kinds")
    return column, lambda record: kinds.get(record.activity_id, NOT_APPLICABLE)


def _say_beside_none(view: View, name: str) -> str:
    """Where nothing is to come what was last, and by what activities match."""
    day = view.whole.release.date
    past = [record for record in activity_records(view) if _stands_in("past", record, day)]
    latest = ""
    if name == "upcoming" and past:
        last = max(past, key=lambda record: (record.last_date, record.activity_id))
        latest = _say_one(_("The latest event recorded is “{title}”, {date}."), last)
    return join_sentences(latest, say_places_matched(view))


def _say(name: str, chosen: Sequence[ActivityRecord], day: str) -> str:
    """How many there are, of which kinds where that is what the list is of."""
    count, what = len(chosen), _by_kind(chosen)
    match name:
        case "upcoming":
            said = ngettext(
                "On {day}, the date of the data, {count} event was still to come.",
                "On {day}, the date of the data, {count} events were still to come.",
                count,
            )
        case "past":
            said = ngettext(
                "By {day}, the date of the data, {count} event was over.",
                "By {day}, the date of the data, {count} events were over.",
                count,
            )
        case "undated":
            said = ngettext(
                "It is not known whether {count} event is over: no source dates it well enough.",
                "It is not known whether {count} events are over: no source dates them well enough.",
                count,
            )
        case "planned":
            if len({record.kind for record in chosen}) > 1:
                what = counted("tables", "activities", count)
            said = ngettext(
                "{what} is only planned or proposed, and not counted as held or come out.",
                "{what} are only planned or proposed, and not counted as held or come out.",
                count,
            )
        case _what_came_out:
            said = ngettext("{what} is recorded.", "{what} are recorded.", count)
    return said.format(count=format_number(count), day=format_date(day), what=what)


def _say_beside(view: View, name: str, chosen: Sequence[ActivityRecord]) -> str:
    """Which comes first, what has no date, what else of the kind there is, and by what activities match."""
    said = []
    if chosen[0].is_dated and name != "undated":
        message = (
            _("The next is “{title}”, {date}.")
            if name == "upcoming"
            else _("The latest is “{title}”, {date}.")
        )
        said.append(_say_one(message, chosen[0]))
    undated = sum(not record.is_dated for record in chosen)
    if undated == len(chosen) and name != "undated":
        said.append(ngettext("It has no date.", "None of them has a date.", undated))
    elif undated and name != "undated":
        said.append(
            ngettext("{count} of them has no date.", "{count} of them have no date.", undated).format(
                count=format_number(undated)
            )
        )
    if name == "planned" and len({record.kind for record in chosen}) > 1:
        said.append(_("They are {what}.").format(what=_by_kind(chosen)))
    if name == "past":
        said.append(_say_undated_events(view))
    kinds = {"publications": PUBLICATION_KINDS, "results": OUTCOME_KINDS}.get(name, ())
    ahead = sum(record.is_ahead and record.kind in kinds for record in activity_records(view))
    return join_sentences(*said, say_ahead(ahead), say_places_matched(view))


def _say_one(message: str, record: ActivityRecord) -> str:
    """A message with the {title} and {date} of an activity."""
    return message.format(title=record.title, date=format_period(record.start_date, record.end_date))


def _by_kind(records: Sequence[ActivityRecord]) -> str:
    """'42 agreements and 12 action plans', most first."""
    kinds = Counter(record.kind for record in records).most_common()
    return format_names([counted("activity_kinds", kind, count) for kind, count in kinds])


def _say_undated_events(view: View) -> str:
    day = view.whole.release.date
    undated = sum(_stands_in("undated", record, day) for record in activity_records(view))
    if not undated:
        return ""
    return ngettext(
        "Of {count} more it is not known whether it is over.",
        "Of {count} more it is not known whether they are over.",
        undated,
    ).format(count=format_number(undated))


def _news(view: View) -> Answer:
    """Dated pages that pairings, activities and what belongs to them rest on."""
    dated = [source for source in source_records(view, about_subjects=True) if source.published_date]
    dated.sort(key=lambda source: (source.published_date, source.source_id), reverse=True)
    supports: CellOf[SourceRecord] = (
        Column("supports", _("Rows that rest on it"), "count"),
        lambda source: rows_resting_on(view, source.source_id, about_subjects=True),
    )
    table = source_table(view, dated, ("published", "source", "publisher", "supports"), [supports])
    if not dated:
        return nothing_found(_(LISTS["news"].none), table.columns)
    finding = ngettext(
        "{count} dated page tells of what is chosen.",
        "{count} dated pages tell of what is chosen.",
        len(dated),
    ).format(count=format_number(len(dated)))
    newest = _("The newest is “{title}”, {date}.").format(
        title=view.say("sources", dated[0].source_id), date=format_date(dated[0].published_date)
    )
    counted_pages = Count.in_table("sources", table.keys)
    return listed(finding, table, counted_pages, more=newest, question=_(LISTS["news"].question))
