"""Activities by what readers look for: what is to come, what took place, what came out, and the news of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, get_args

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.activity_words import kind_name, mode_name
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.source_words import SupportWords
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import STAKEHOLDERS, in_words
from iurc_dash.language import _, format_date, format_names, format_number, format_period, ngettext
from iurc_dash.metrics.activities import OUTPUT_KINDS, ActivityRecord, activity_records, is_upcoming
from iurc_dash.metrics.sources import SourceRecord, first_pages, source_records
from iurc_dash.metrics.stakeholders import stakeholder_kinds
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

ActivityGroup = Literal["upcoming", "past", "publications", "case studies", "other outputs", "news"]
ACTIVITY_GROUPS: tuple[ActivityGroup, ...] = get_args(ActivityGroup)
GROUP_KINDS = {
    "publications": ("publication",),
    "case studies": ("case study",),
    "other outputs": OUTPUT_KINDS,
}


def group_name(group: ActivityGroup) -> str:
    """What readers call the list."""
    return {
        "upcoming": _("Upcoming events"),
        "past": _("Past events"),
        "publications": _("Publications"),
        "case studies": _("Case studies"),
        "other outputs": _("Other outputs"),
        "news": _("News"),
    }[group]


def activity_list(dataset: Dataset, selection: Selection, group: ActivityGroup, today: date) -> Exhibit:
    """The list of one group, newest first; what is to come begins with what comes next.

    Events are those that people came together for; they are past when their last date is. News are dated
    pages that rows of the selection rest on.
    """
    narrowed = narrow(dataset, selection)
    if group == "news":
        return _news(dataset, narrowed)
    records = activity_records(narrowed)
    chosen = _chosen(records, group, today)
    key = f"activity_list_{group.replace(' ', '_')}"
    question = _question(group)
    if not chosen:
        finding = _none_upcoming(dataset, records) if group == "upcoming" else _none(group)
        return nothing_found(key, question, finding, _columns())
    rows = rows_of(activities=(record.activity_id for record in chosen))
    finding = _finding(chosen, group)
    dated_as_year = any(record.is_dated and len(record.first_date) < len("2022-05-04") for record in chosen)
    return Exhibit(
        key=key,
        question=question,
        finding=finding,
        form=None,
        table=table_of(_columns(), _lines(dataset, chosen), ("activity_id", "start_date", "end_date")),
        alt=finding,
        rows=rows,
        cautions=("recorded_only", *(["year_only"] if dated_as_year else [])),
        sources=sources_behind(dataset, rows),
    )


def _question(group: ActivityGroup) -> str:
    return {
        "upcoming": _("Which events are still to come?"),
        "past": _("Which events took place?"),
        "publications": _("What was published?"),
        "case studies": _("Which case studies came out?"),
        "other outputs": _("What else came out?"),
        "news": _("What was written about it, and when?"),
    }[group]


def _chosen(records: Sequence[ActivityRecord], group: ActivityGroup, today: date) -> list[ActivityRecord]:
    if group == "upcoming":
        ahead = [record for record in records if record.is_event and is_upcoming(record, today)]
        return sorted(ahead, key=lambda record: (record.first_date, record.activity_id))
    if group == "past":
        chosen = [record for record in records if record.is_event and not is_upcoming(record, today)]
    else:
        chosen = [record for record in records if record.kind in GROUP_KINDS[group]]
    # Undated ones are blank and so come last.
    return sorted(chosen, key=lambda record: (record.first_date, record.activity_id), reverse=True)


def _columns() -> list[Column]:
    return [
        Column("date", _("Date"), "date"),
        Column("kind", _("Kind")),
        Column("title", _("Title")),
        Column("place_name", _("Where")),
        Column("mode", _("Held")),
        Column("edition", _("Edition"), "edition", key_column="edition_id"),
        Column("pairings", _("Pairings"), "pairing", key_column="pairing_ids"),
        Column("source", _("Source"), "link", key_column="source_url"),
    ]


def _lines(dataset: Dataset, records: Sequence[ActivityRecord]) -> list[dict[str, Any]]:
    names, pages = dataset.names, first_pages(dataset, "activities")
    others = stakeholder_kinds(dataset, "activity")
    lines = []
    for record in records:
        page = pages.get(record.activity_id)
        lines.append(
            {
                "date": format_period(record.start_date, record.end_date),
                "kind": kind_name(record.kind),
                "title": _with_others(record.title, others.get(record.activity_id, ())),
                "place_name": record.place_name or _("not recorded"),
                "mode": mode_name(record.mode) if record.mode else _("not recorded"),
                "edition": names.editions[record.edition_id],
                "edition_id": record.edition_id,
                # Many activities belong to an edition and to no pairing: nothing is missing there.
                "pairings": tuple(names.pairings[pairing] for pairing in record.pairings) or "–",
                "pairing_ids": record.pairings or "",
                "source": page.title if page else "",
                "source_url": page.url if page else "",
                "activity_id": record.activity_id,
                "start_date": record.start_date,
                "end_date": record.end_date,
            }
        )
    return lines


def _with_others(title: str, kinds: Sequence[str]) -> str:
    """The title and, where it is recorded, who took part besides cities and regions."""
    if not kinds:
        return title
    return _("{title} (with {kinds})").format(
        title=title, kinds=format_names([in_words(STAKEHOLDERS, kind) for kind in kinds])
    )


def _finding(chosen: Sequence[ActivityRecord], group: ActivityGroup) -> str:
    count = len(chosen)
    said = {
        "upcoming": lambda: ngettext(
            "{count} event is still to come", "{count} events are still to come", count
        ),
        "past": lambda: ngettext("{count} past event is recorded", "{count} past events are recorded", count),
        "publications": lambda: ngettext(
            "{count} publication is recorded", "{count} publications are recorded", count
        ),
        "case studies": lambda: ngettext(
            "{count} case study is recorded", "{count} case studies are recorded", count
        ),
        "other outputs": lambda: ngettext(
            "{count} action plan, pilot, agreement or other output is recorded",
            "{count} action plans, pilots, agreements and other outputs are recorded",
            count,
        ),
    }[group]().format(count=format_number(count))
    undated = sum(not record.is_dated for record in chosen)
    if undated == count:
        return ngettext("{said}, without a date.", "{said}, all without a date.", count).format(said=said)
    if undated:
        said = _("{said}, {undated} of them without a date").format(said=said, undated=format_number(undated))
    one = (
        _("{said}; the next is “{title}”, {date}.")
        if group == "upcoming"
        else _("{said}; the latest is “{title}”, {date}.")
    )
    if count == 1:
        one = _("{said}: “{title}”, {date}.")
    first = chosen[0]
    return one.format(said=said, title=first.title, date=format_period(first.start_date, first.end_date))


def _none(group: ActivityGroup) -> str:
    return {
        "past": _("No past event is recorded."),
        "publications": _("No publication is recorded."),
        "case studies": _("No case study is recorded."),
        "other outputs": _("No other output is recorded."),
    }[group]


def _none_upcoming(dataset: Dataset, records: Sequence[ActivityRecord]) -> str:
    """That nothing is to come, as of when, and what was last."""
    said = _("No upcoming event is recorded in the data of {date}.").format(date=format_date(dataset.date))
    dated = [record for record in records if record.is_event and record.is_dated]
    if not dated:
        return said
    latest = max(dated, key=lambda record: (record.last_date, record.activity_id))
    return _("{said} The latest event recorded is “{title}”, {date}.").format(
        said=said, title=latest.title, date=format_period(latest.start_date, latest.end_date)
    )


def _news(dataset: Dataset, narrowed: Dataset) -> Exhibit:
    question = _question("news")
    columns = [
        Column("date", _("Published"), "date"),
        Column("title", _("Title"), "link", key_column="url"),
        Column("publisher", _("Publisher")),
        Column("supports", _("What it supports")),
    ]
    dated = [source for source in source_records(narrowed) if source.published_date]
    if not dated:
        return nothing_found("activity_list_news", question, _("No dated page matches."), columns)
    dated.sort(key=lambda source: (source.published_date, source.source_id), reverse=True)
    newest, words = dated[0], SupportWords()
    finding = ngettext(
        "{count} dated page tells of what is shown: “{title}”, {date}.",
        "{count} dated pages tell of what is shown; the newest is “{title}”, {date}.",
        len(dated),
    ).format(
        count=format_number(len(dated)),
        title=newest.title or newest.url,
        date=format_date(newest.published_date),
    )
    return Exhibit(
        key="activity_list_news",
        question=question,
        finding=finding,
        form=None,
        table=table_of(columns, (_news_line(source, words) for source in dated), ("source_id",)),
        alt=finding,
        rows=rows_of(sources=(source.source_id for source in dated)),
        sources=tuple(source.source_id for source in dated),
    )


def _news_line(source: SourceRecord, words: SupportWords) -> dict[str, str]:
    return {
        "date": source.published_date,
        "title": source.title or source.url,
        "url": source.url,
        "publisher": source.publisher or _("not recorded"),
        "supports": words.of(source),
        "source_id": source.source_id,
    }
