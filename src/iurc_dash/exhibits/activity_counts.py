"""Activities counted by kind, by region and phase, and by how they were held."""

from __future__ import annotations

from collections import Counter

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.activity_exhibit import activity_exhibit, most_first
from iurc_dash.exhibits.activity_words import kind_name, kind_names, mode_name, within_sentence
from iurc_dash.exhibits.exhibit import Column, Exhibit
from iurc_dash.exhibits.matrices import by_region_and_phase, counts_matrix, matrix_table, phase_categories
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import counted_names, names_in_words
from iurc_dash.forms import Bars, Category, Matrix, Series
from iurc_dash.language import _, format_names, format_number, format_share, ngettext
from iurc_dash.metrics.activities import activity_records
from iurc_dash.metrics.editions import PROGRAMME_WIDE
from iurc_dash.metrics.ranking import leaders
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

MODES = ("in person", "hybrid", "online", "")


def activities_by_kind_and_phase(dataset: Dataset, selection: Selection) -> Exhibit:
    """Activities of each kind in each phase; kinds with most first, none without any."""
    question = _("What kinds of activity are there, and in which phase?")
    narrowed = narrow(dataset, selection)
    records = activity_records(narrowed)
    kinds = most_first(Counter(record.kind for record in records))
    matrix = counts_matrix(
        [Category(kind, kind_names(kind)) for kind, _count in kinds],
        phase_categories(narrowed),
        Counter((record.kind, record.phase_id) for record in records),
        (_("Kind"), _("Phase")),
        ("activities", _("activities")),
    )
    table = matrix_table(matrix)
    if not records:
        return nothing_found(
            "activities_by_kind_and_phase", question, _("No activity matches."), table.columns
        )
    finding = _kind_finding(matrix)
    return activity_exhibit(
        dataset,
        narrowed,
        records,
        key="activities_by_kind_and_phase",
        question=question,
        finding=finding,
        form=matrix,
        table=table,
        alt=_alt(finding, matrix),
        cautions=["recorded_only"],
    )


def _kind_finding(matrix: Matrix) -> str:
    total = matrix.total or 0
    counts = {row.label: count for row, count in zip(matrix.rows, matrix.row_totals, strict=True)}
    first = leaders(counts)
    most = counts[first[0]]
    if most == total:
        return ngettext("The one activity is of the kind “{kind}”.", "All {count} activities are of the kind “{kind}”.",
                        total).format(count=format_number(total), kind=kind_name(matrix.rows[0].key))  # fmt: skip
    said = _("{kinds} are most frequent: {count} of {total} activities.")
    if len(first) > 1:
        said = _("{kinds} are most frequent: {count} each of {total} activities.")
    return said.format(
        kinds=format_names(within_sentence(list(first))),
        count=format_number(most),
        total=format_number(total),
    )


def _alt(finding: str, matrix: Matrix) -> str:
    rows = counted_names(
        (row.label, total) for row, total in zip(matrix.rows, matrix.row_totals, strict=True)
    )
    columns = counted_names(
        (c.label, total) for c, total in zip(matrix.columns, matrix.column_totals, strict=True)
    )
    return _("{finding} {rows}. {columns}.").format(finding=finding, rows=rows, columns=columns)


def activities_by_region_and_phase(dataset: Dataset, selection: Selection) -> Exhibit:
    """Activities by the programme's regions and phases; those of the whole programme are a row of their own."""
    question = _("Where did activities belong, and in which phase?")
    narrowed = narrow(dataset, selection)
    records = activity_records(narrowed)
    counts = Counter((record.region_id, record.phase_id) for record in records)
    matrix = by_region_and_phase(dataset, narrowed, counts, ("activities", _("activities")))
    table = matrix_table(matrix)
    if not records:
        return nothing_found(
            "activities_by_region_and_phase", question, _("No activity matches."), table.columns
        )
    finding = _region_finding(matrix)
    return activity_exhibit(
        dataset,
        narrowed,
        records,
        key="activities_by_region_and_phase",
        question=question,
        finding=finding,
        form=matrix,
        table=table,
        alt=_alt(finding, matrix),
        cautions=["recorded_only"],
    )


def _region_finding(matrix: Matrix) -> str:
    total = matrix.total or 0
    wide = sum(
        count for row, count in zip(matrix.rows, matrix.row_totals, strict=True) if row.key == PROGRAMME_WIDE
    )
    counts = {
        row.label: count
        for row, count in zip(matrix.rows, matrix.row_totals, strict=True)
        if row.key != PROGRAMME_WIDE
    }
    first = leaders(counts)
    if not first:
        return ngettext(
            "The one activity belongs to the whole programme.",
            "All {count} activities belong to the whole programme.",
            total,
        ).format(count=format_number(total))
    most = counts[first[0]]
    if most == total:
        said = ngettext(
            "The one activity is in {region}", "All {count} activities are in {region}", total
        ).format(count=format_number(total), region=first[0])
    elif len(first) == 1:
        said = _("{region} has most activities: {count} of {total}").format(
            region=first[0], count=format_number(most), total=format_number(total)
        )
    else:
        said = _("{regions} have most activities: {count} each of {total}").format(
            regions=names_in_words(first), count=format_number(most), total=format_number(total)
        )
    more = ngettext(
        "{said}; {count} belongs to the whole programme.",
        "{said}; {count} belong to the whole programme.",
        wide,
    )
    return more.format(said=said, count=format_number(wide)) if wide else f"{said}."


def in_person_and_online(dataset: Dataset, selection: Selection) -> Exhibit:
    """How events were held, by phase; those of which no source says are a series of their own."""
    question = _("Did people meet in person or online?")
    narrowed = narrow(dataset, selection)
    events = [record for record in activity_records(narrowed) if record.is_event]
    columns = [
        Column("phase", _("Phase")),
        *(Column(_mode_column(mode), mode_name(mode), "number") for mode in MODES),
        Column("total", _("All"), "number"),
    ]
    if not events:
        return nothing_found("in_person_and_online", question, _("No event matches."), columns)
    counts = Counter((record.phase_id, record.mode) for record in events)
    phases = [phase for phase in phase_categories(narrowed) if any(counts[phase.key, mode] for mode in MODES)]
    modes = Counter(record.mode for record in events)
    finding = _mode_finding(modes)
    by_mode = counted_names((mode_name(mode), modes[mode]) for mode in MODES if modes[mode])
    bars = Bars(
        categories=tuple(phases),
        series=tuple(
            Series(
                key=mode or "not recorded",
                label=mode_name(mode),
                values=tuple(counts[phase.key, mode] for phase in phases),
                colour=f"mode-{mode or 'not recorded'}",
            )
            for mode in MODES
            if modes[mode]
        ),
        unit=_("events"),
    )
    records = [
        {
            "phase": phase.label,
            **{_mode_column(mode): counts[phase.key, mode] for mode in MODES},
            "total": sum(counts[phase.key, mode] for mode in MODES),
        }
        for phase in phases
    ]
    if len(phases) > 1:
        totals = {_mode_column(mode): modes[mode] for mode in MODES}
        records.append({"phase": _("All"), **totals, "total": len(events)})
    return activity_exhibit(
        dataset,
        narrowed,
        events,
        key="in_person_and_online",
        question=question,
        finding=finding,
        form=bars,
        table=table_of(columns, records),
        alt=_("{finding} {modes}.").format(finding=finding, modes=by_mode),
        cautions=["recorded_only"],
    )


def _mode_column(mode: str) -> str:
    return f"count_{(mode or 'not recorded').replace(' ', '_')}"


def _mode_finding(modes: Counter[str]) -> str:
    total, unknown = modes.total(), modes[""]
    known = total - unknown
    if not known:
        return ngettext(
            "Of the one event recorded no source says how it was held.",
            "Of the {count} events recorded no source says how they were held.",
            total,
        ).format(count=format_number(total))
    said = _online_of(modes["online"], known)
    more = ngettext(
        "{said}; for {count} more no source says.", "{said}; for {count} more no source says.", unknown
    )
    return more.format(said=said, count=format_number(unknown)) if unknown else f"{said}."


def _online_of(online: int, known: int) -> str:
    """How many of the events whose form is recorded were online: none, all or some with their share."""
    if online in (0, known):
        all_online = ngettext(
            "The one event whose form is recorded was online",
            "All {known} events whose form is recorded were online",
            known,
        )
        none_online = ngettext(
            "The one event whose form is recorded was not online",
            "None of the {known} events whose form is recorded was online",
            known,
        )
        return (all_online if online else none_online).format(known=format_number(known))
    return ngettext(
        "Of {known} events whose form is recorded, {online} was online ({share})",
        "Of {known} events whose form is recorded, {online} were online ({share})",
        online,
    ).format(known=format_number(known), online=format_number(online), share=format_share(online / known))
