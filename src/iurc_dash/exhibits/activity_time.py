"""What happened when: activities on a time line, as exact as their dates are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.activity_exhibit import activity_exhibit, most_first
from iurc_dash.exhibits.activity_words import kind_name, kind_names
from iurc_dash.exhibits.exhibit import Column, Exhibit, ExhibitTable
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import counted_names
from iurc_dash.forms import Band, Category, Span, Timeline
from iurc_dash.language import _, format_names, format_number, ngettext
from iurc_dash.metrics.activities import ActivityRecord, activity_records
from iurc_dash.metrics.editions import phases_shown
from iurc_dash.metrics.ranking import leaders
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection


def activities_over_time(dataset: Dataset, selection: Selection) -> Exhibit:
    """Every dated activity on a time line, one lane a kind, as exact as its date is known."""
    question = _("What happened when?")
    narrowed = narrow(dataset, selection)
    records = activity_records(narrowed)
    if not records:
        return nothing_found("activities_over_time", question, _("No activity matches."), _time_columns())
    dated = [record for record in records if record.is_dated]
    finding = _time_finding(dated, len(records))
    kinds = Counter(record.kind for record in records)
    lanes = counted_names((kind_names(kind), count) for kind, count in most_first(kinds))
    cautions = ["recorded_only"]
    if any(len(record.first_date) < len("2022-05-04") for record in dated):
        cautions.append("year_only")
    if len(dated) < len(records):
        cautions.append("undated")
    return activity_exhibit(
        dataset,
        narrowed,
        records,
        key="activities_over_time",
        question=question,
        finding=finding,
        form=_timeline(narrowed, dated) if dated else None,
        table=_time_table(dataset, records),
        alt=_("{finding} By kind, with those without a date: {kinds}.").format(finding=finding, kinds=lanes),
        cautions=cautions,
    )


def _timeline(narrowed: Dataset, dated: Sequence[ActivityRecord]) -> Timeline:
    kinds = most_first(Counter(record.kind for record in dated))
    years = [int(date[:4]) for record in dated for date in (record.first_date, record.last_date)]
    phases, shown = narrowed["phases"], phases_shown(narrowed)
    bands = []
    columns = [phases[name].tolist() for name in ("phase_id", "short_label", "start_year", "end_year")]
    for phase, label, start, end in zip(*columns, strict=True):
        if phase in shown:
            # A phase that still runs reaches as far as anything recorded does.
            last = max(*years, int(start)) if pd.isna(end) else int(end)
            bands.append(Band(label, int(start), last + 1))
    return Timeline(
        lanes=tuple(Category(kind, kind_names(kind)) for kind, _count in kinds),
        spans=tuple(
            Span(
                key=record.activity_id,
                lane=record.kind,
                label=record.title,
                start=record.first_date,
                end=record.end_date if record.end_date != record.first_date else "",
                colour=f"phase-{record.phase_id}",
            )
            for record in sorted(dated, key=lambda record: (record.first_date, record.activity_id))
        ),
        bands=tuple(bands),
    )


def _time_finding(dated: Sequence[ActivityRecord], total: int) -> str:
    if not dated:
        return ngettext(
            "The one activity recorded has no date.",
            "None of the {count} activities recorded has a date.",
            total,
        ).format(count=format_number(total))
    years = Counter(record.first_date[:4] for record in dated)
    if len(dated) == 1:
        said = _("The one dated activity falls in {year}").format(year=dated[0].first_date[:4])
    elif len(years) == 1:
        said = _("All {count} dated activities fall in {year}").format(
            count=format_number(len(dated)), year=dated[0].first_date[:4]
        )
    else:
        first = leaders(dict(sorted(years.items())))
        each = _("{years} had more activities than any other year: {count} of {total} dated")
        if len(first) > 1:
            each = _("{years} had most activities: {count} each of {total} dated")
        said = each.format(
            years=format_names(first), count=format_number(years[first[0]]), total=format_number(len(dated))
        )
    undated = total - len(dated)
    more = ngettext("{said}; {count} more has no date.", "{said}; {count} more have no date.", undated)
    return more.format(said=said, count=format_number(undated)) if undated else f"{said}."


def _time_columns() -> list[Column]:
    return [
        Column("title", _("Title")),
        Column("kind", _("Kind")),
        Column("start_date", _("Start"), "date"),
        Column("end_date", _("End"), "date"),
        Column("place_name", _("Where, as written")),
        Column("edition", _("Edition"), "edition", key_column="edition_id"),
    ]


def _time_table(dataset: Dataset, records: Sequence[ActivityRecord]) -> ExhibitTable:
    names = dataset.names.editions
    ordered = sorted(records, key=lambda record: (not record.is_dated, record.first_date, record.activity_id))
    return table_of(
        _time_columns(),
        (
            {
                "title": record.title,
                "kind": kind_name(record.kind),
                "start_date": record.start_date,
                "end_date": record.end_date,
                "place_name": record.place_name,
                "edition": names[record.edition_id],
                "edition_id": record.edition_id,
                "activity_id": record.activity_id,
            }
            for record in ordered
        ),
        unseen=("activity_id",),
    )
