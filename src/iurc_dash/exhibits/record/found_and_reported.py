"""What was found beside what the programme reported, one row a programme in a region and measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.record._sentences import say_filters_left_out
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_all
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Dot, DotPlot, DotRow, Look, Sample
from iurc_dash.language import N_, _, format_date, format_entries, format_number, format_parts, ngettext
from iurc_dash.metrics.reported import ReportedFigure, recorded_by_edition, reported_figures
from iurc_dash.quantities import Count, Row
from iurc_dash.selection import Selection
from iurc_dash.tabular import Cell, Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import VOCABULARIES, word

# What may be asked for.
SUBJECTS = ("pairings", "places", "countries", "activities")
FOUND, PUBLISHED = Look("accent"), Look("neutral", "outlined")


class Compared(NamedTuple):
    """A programme in a region and a measure, what is found of it, and the totals published of it, earliest first."""

    edition: str
    measure: str
    found: Count
    totals: tuple[ReportedFigure, ...]


def _subjects(view: View) -> Mapping[str, str]:
    titles = (_("Pairings"), _("Places"), _("Countries and territories"), _("Activities and networks"))
    return dict(zip(SUBJECTS, titles, strict=True))


@exhibit(
    "record/found-and-reported",
    N_("How much of what the programme reported is recorded here?"),
    Parameter("subject", _subjects, default="pairings"),
)
def found_and_reported(view: View, *, subject: str) -> Answer:
    """What is counted here of each programme in a region, beside each total that it published of the same.

    What it is compared with stands in the table comparisons. Where totals differ all are shown, none is preferred;
    programmes with pairings of which none was published are shown as well.
    """
    rows = _compared(view, subject)
    told = [row for row in rows if row.totals]
    if not told:
        return nothing_found(_("No published total was found that can be compared for what is chosen."))
    counted = Count.union([*(row.found for row in rows), Count.of(_rows_of(told))])
    return Answer(
        finding=_say_fewer(subject, told),
        more=join_sentences(_say_silent(len(rows) - len(told)), say_filters_left_out(view)),
        form=DotPlot(
            title=_("Programme in a region"),
            rows=tuple(_row(view, row) for row in rows),
            unit=_subjects(view)[subject],
            samples=(Sample(FOUND, _("Recorded here")), Sample(PUBLISHED, _("Published by the programme"))),
        ),
        table=lambda: _table(view, rows),
        counted=counted,
        cautions=("recorded_only",),
    )


def _compared(view: View, subject: str) -> list[Compared]:
    """In the order of the programmes and of the measures; of pairings also where none was published."""
    recorded = recorded_by_edition(view.of(Selection()))
    totals: dict[tuple[str, str], list[ReportedFigure]] = {}
    for figure in reported_figures(view):
        if _subject_of(figure.measure) == subject:
            totals.setdefault((figure.edition_id, figure.measure), []).append(figure)
    editions = view["editions"].sort_values("order")["edition_id"].tolist()
    found = []
    for edition in editions:
        measures = [measure for measure in VOCABULARIES["measures"] if (edition, measure) in totals]
        if not measures and subject == "pairings" and recorded.at(edition, "pairings"):
            measures = ["pairings"]
        for measure in measures:
            published = sorted(totals.get((edition, measure), ()), key=lambda figure: figure.as_of)
            found.append(Compared(edition, measure, recorded.at(edition, measure), tuple(published)))
    return found


def _subject_of(measure: str) -> str:
    """What a measure belongs to; blank where it is none."""
    if "pairings" in measure.split(" ")[-1:] and measure != "cities in pairings":
        return "pairings"
    kind = measure.split(" ", maxsplit=1)[0]
    return {
        "": "",
        "countries": "countries",
        "places": "places",
        "cities": "places",
        "regions": "places",
    }.get(kind, "activities")


def _rows_of(told: Sequence[Compared]) -> list[Row]:
    return [figure.value.row for row in told for figure in row.totals]


def _row(view: View, row: Compared) -> DotRow:
    edition = view.say("editions", row.edition)
    return DotRow(
        key=f"{row.edition}.{row.measure.replace(' ', '-')}",
        label=edition
        if row.measure == "pairings"
        else format_parts((edition, word("measures", row.measure))),
        dots=(
            Dot("found", _("Recorded here"), row.found, FOUND),
            *(Dot(one.figure_id, _say_when(one), one.value, PUBLISHED) for one in row.totals),
        ),
        note=format_entries(map(_say_total, row.totals)) if row.totals else _("no total published"),
    )


def _say_total(figure: ReportedFigure) -> str:
    """'20 (January 2020)', 'at least 80 (December 2020)'."""
    number = format_number(figure.value.value) if isinstance(figure.value.value, int | float) else ""
    message = {"at least": _("at least {number}"), "about": _("about {number}")}.get(
        figure.qualifier, "{number}"
    )
    said = message.format(number=number)
    return _("{total} ({date})").format(total=said, date=format_date(figure.as_of)) if figure.as_of else said


def _say_when(figure: ReportedFigure) -> str:
    if not figure.as_of:
        return _("Published, date not recorded")
    return _("Published for {date}").format(date=format_date(figure.as_of))


def _say_fewer(subject: str, told: Sequence[Compared]) -> str:
    """In how many cases fewer are recorded than the latest total says."""
    fewer = sum(row.found.value < _latest(row) for row in told)
    if not fewer:
        messages = (
            N_(
                "In the one case that can be compared as many or more are recorded here as were last published."
            ),
            N_(
                "In both cases that can be compared as many or more are recorded here as were last published."
            ),
            N_(
                "In all {count} cases that can be compared as many or more are recorded here as last published."
            ),
        )
        return say_all(len(told), messages)
    message = {
        "pairings": _("Fewer pairings are recorded here than were last published in {fewer} of {all} cases."),
        "places": _("Fewer places are recorded here than were last published in {fewer} of {all} cases."),
        "countries": _(
            "Fewer countries are recorded here than were last published in {fewer} of {all} cases."
        ),
        "activities": _(
            "Fewer activities are recorded here than were last published in {fewer} of {all} cases."
        ),
    }[subject]
    return message.format(fewer=format_number(fewer), all=format_number(len(told)))


def _latest(row: Compared) -> float:
    value = row.totals[-1].value.value
    return float(value)


def _say_silent(silent: int) -> str:
    """How many programmes have pairings recorded and no total published."""
    if not silent:
        return ""
    return ngettext(
        "For {count} more with pairings recorded no total was found.",
        "For {count} more with pairings recorded no total was found.",
        silent,
    ).format(count=format_number(silent))


def _table(view: View, rows: Sequence[Compared]) -> Table:
    """A line for each total, and for each programme that published none."""
    columns = [
        Column("edition", _("Programme in a region"), "reference", "editions"),
        Column("measure", _("What is compared"), "code", "measures"),
        Column("found", _("Recorded here"), "count"),
        Column("total", _("Total as published"), "number"),
        Column("qualifier", _("How exactly"), "code", "qualifiers"),
        Column("as_of", _("As of"), "date"),
        Column("note", _("What it takes in")),
    ]
    lines = []
    for row in rows:
        for figure in row.totals or (None,):
            cells: dict[str, Cell] = {"edition": row.edition, "measure": row.measure, "found": row.found}
            if figure is not None:
                cells |= {
                    "total": figure.value,
                    "qualifier": figure.qualifier,
                    "as_of": figure.as_of,
                    "note": figure.note,
                }
            key = figure.figure_id if figure else row.edition
            lines.append(Line(key, cells, label=view.say("editions", row.edition)))
    return Table.of(columns, lines)
