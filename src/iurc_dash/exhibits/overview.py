"""The whole at a glance: key figures, pairings by region and phase, how complete the record is."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.completeness import completeness_in_words
from iurc_dash.exhibits.exhibit import Column, Exhibit, ExhibitTable, rows_of, sources_behind
from iurc_dash.exhibits.matrices import by_region_and_phase, matrix_table
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import count_of_activities, count_of_pairings, counted_names, names_in_words
from iurc_dash.forms import KeyFigure, KeyFigures, Matrix, Part
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.editions import PROGRAMME_WIDE, phases_shown, previous_phase
from iurc_dash.metrics.overview import (
    COUNTED,
    Counted,
    counted,
    pairing_kinds,
    places_in_networks_only,
)
from iurc_dash.metrics.overview import (
    pairings_by_region_and_phase as pairing_counts,
)
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.reading import rows_in
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

__all__ = [
    "completeness_in_words",
    "key_figures",
    "leading_region",
    "pairings_by_region_and_phase",
    "parts_by_phase",
    "totals_by_row",
]

LABELS = {
    "pairings": N_("Pairings"),
    "places": N_("Places in pairings"),
    "countries": N_("Countries and territories"),
    "activities": N_("Activities"),
    "editions": N_("Editions"),
}


def key_figures(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings, places, countries and territories, activities and editions, each by phase."""
    question = _("What did the programme bring about, and how did it change from phase to phase?")
    narrowed = narrow(dataset, selection)
    found = counted(narrowed)
    if not found["pairings"].keys and not found["activities"].keys:
        return nothing_found(
            "key_figures", question, _("No pairing and no activity matches."), _columns(narrowed)
        )
    notes = _notes(narrowed)
    figures = tuple(
        KeyFigure(
            what, _(LABELS[what]), len(found[what].keys), parts_by_phase(narrowed, found[what]), notes[what]
        )
        for what in COUNTED
    )
    rows = rows_of(**{what: found[what].keys for what in COUNTED})
    finding = _key_finding(found)
    phases = phases_shown(narrowed)
    return Exhibit(
        key="key_figures",
        question=question,
        finding=finding,
        form=KeyFigures(figures),
        table=_key_table(narrowed, figures),
        alt=_("{finding} By phase: {figures}").format(finding=finding, figures=_in_phases(figures)),
        rows=rows,
        cautions=("recorded_only", "programme_wide", *(["phase_running"] if "3" in phases else [])),
        sources=sources_behind(dataset, rows),
    )


def parts_by_phase(narrowed: Dataset, found: Counted) -> tuple[Part, ...]:
    """What was counted in each phase, and its change from the phase before where that one is looked at too."""
    phases = phases_shown(narrowed)
    parts = []
    for phase in phases:
        before = previous_phase(narrowed, phase)
        change = found.in_phase(phase) - found.in_phase(before) if before in phases else None
        parts.append(Part(narrowed.names.phases[phase], found.in_phase(phase), change))
    return tuple(parts)


def _notes(narrowed: Dataset) -> dict[str, str]:
    """A sentence for each key figure; blank where there is nothing to say."""
    kinds = pairing_kinds(narrowed)
    only = len(places_in_networks_only(narrowed))
    of_pairings = [
        ngettext("{count} trio or larger group", "{count} trios and larger groups", kinds.groups).format(
            count=format_number(kinds.groups)
        )
        if kinds.groups
        else "",
        _("{count} between regions").format(count=format_number(kinds.regions)) if kinds.regions else "",
    ]
    dates = rows_in(narrowed["activities"], "start_date", "end_date")
    undated = sum(not start and not end for start, end in dates)
    several = len(phases_shown(narrowed)) > 1
    return {
        "pairings": ", ".join(part for part in of_pairings if part),
        "places": ngettext("{count} more in networks only", "{count} more in networks only", only).format(
            count=format_number(only)
        )
        if only
        else "",
        "countries": _("counted in each phase they had a part in") if several else "",
        "activities": ngettext(
            "{count} of them without a date", "{count} of them without a date", undated
        ).format(count=format_number(undated))
        if undated
        else "",
        "editions": _("one region's run of a phase"),
    }


def _key_finding(found: Mapping[str, Counted]) -> str:
    pairings, places = len(found["pairings"].keys), len(found["places"].keys)
    activities, countries = len(found["activities"].keys), len(found["countries"].keys)
    recorded = ngettext("{activities} is recorded", "{activities} are recorded", activities).format(
        activities=count_of_activities(activities)
    )
    if not pairings:
        return _("No pairing matches; {recorded}.").format(recorded=recorded)
    joined = ngettext(
        "{pairings} joins {places} in {countries}", "{pairings} join {places} in {countries}", pairings
    )
    joined = joined.format(
        pairings=count_of_pairings(pairings),
        places=ngettext("{count} place", "{count} places", places).format(count=format_number(places)),
        countries=ngettext(
            "{count} country or territory", "{count} countries and territories", countries
        ).format(count=format_number(countries)),
    )
    return _("{joined}; {recorded}.").format(joined=joined, recorded=recorded)


def _columns(narrowed: Dataset) -> list[Column]:
    phases = [
        Column(f"phase_{phase}", narrowed.names.phases[phase], "number") for phase in phases_shown(narrowed)
    ]
    return [
        Column("label", _("What is counted")),
        Column("total", _("All"), "number"),
        *phases,
        Column("note", _("Note")),
    ]


def _key_table(narrowed: Dataset, figures: tuple[KeyFigure, ...]) -> ExhibitTable:
    phases = [f"phase_{phase}" for phase in phases_shown(narrowed)]
    return table_of(
        _columns(narrowed),
        (
            {
                "label": figure.label,
                "total": figure.value,
                "note": figure.note or CANNOT_SAY,
                **dict(zip(phases, (part.value for part in figure.parts), strict=True)),
            }
            for figure in figures
        ),
    )


# A figure without a note has nothing missing: blank would read "not recorded".
CANNOT_SAY = "–"


def _in_phases(figures: tuple[KeyFigure, ...]) -> str:
    described = []
    for figure in figures:
        parts = counted_names((part.label, part.value or 0) for part in figure.parts)
        described.append(_("{label}, {parts}").format(label=figure.label, parts=parts))
    return "; ".join(described) + "."


def pairings_by_region_and_phase(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings by the programme's regions and phases, with totals."""
    question = _("Where were pairings made, and in which phase?")
    narrowed = narrow(dataset, selection)
    counts = pairing_counts(narrowed)
    matrix = by_region_and_phase(dataset, narrowed, counts, ("pairings", _("pairings")))
    table = matrix_table(matrix)
    key = "pairings_by_region_and_phase"
    if not matrix.total:
        return nothing_found(key, question, _("No pairing matches."), table.columns)
    finding = leading_region(matrix)
    rows = rows_of(pairings=narrowed["pairings"]["pairing_id"].tolist())
    return Exhibit(
        key=key,
        question=question,
        finding=finding,
        form=matrix,
        table=table,
        alt=_("{finding} By region: {counts}.").format(finding=finding, counts=totals_by_row(matrix)),
        rows=rows,
        cautions=("recorded_only", *(["phase_running"] if "3" in phases_shown(narrowed) else [])),
        sources=sources_behind(dataset, rows),
    )


def totals_by_row(matrix: Matrix) -> str:
    """'North America: 40, Japan: 12', for the words that stand in for a matrix."""
    return counted_names(
        (row.label, total) for row, total in zip(matrix.rows, matrix.row_totals, strict=True)
    )


def leading_region(matrix: Matrix) -> str:
    """Which region has most pairings, ties told as ties; the whole programme is no region."""
    total = matrix.total or 0
    counts = {
        row.label: count
        for row, count in zip(matrix.rows, matrix.row_totals, strict=True)
        if row.key != PROGRAMME_WIDE
    }
    first = leaders(counts)
    if not first:
        return _("No region has a pairing of its own among {pairings}.").format(
            pairings=count_of_pairings(total)
        )
    most = counts[first[0]]
    if most == total:
        return ngettext(
            "The one pairing is in {region}.", "All {count} pairings are in {region}.", total
        ).format(count=format_number(total), region=first[0])
    if len(first) == 1:
        return _("{region} has most pairings: {count} of {total}.").format(
            region=first[0], count=format_number(most), total=format_number(total)
        )
    return _("{regions} have most pairings: {count} each of {total}.").format(
        regions=names_in_words(first), count=format_number(most), total=format_number(total)
    )
