"""Totals that the programme itself published."""

from __future__ import annotations

from collections import Counter

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows, where_and_sources
from iurc_dash.exhibits.record._sentences import say_filters_left_out
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.reported import ReportedFigure, reported_figures
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE, Column
from iurc_dash.view import PROGRAMME_WIDE, View


@exhibit("record/reported", N_("Which totals did the programme itself publish?"))
def reported(view: View) -> Answer:
    """Every total as it was published, with its page; beside it what is recorded of the same, where that is counted."""
    figures = {figure.figure_id: figure for figure in reported_figures(view)}
    columns: list[Column | CellOf[ReportedFigure]] = [
        Column("indicator", _("What was counted"), "code", "indicators"),
        (Column("value", _("Total as published"), "number"), lambda figure: figure.value),
        Column("qualifier", _("How exactly"), "code", "qualifiers"),
        Column("as_of", _("As of"), "date"),
        shared("edition"),
        (
            Column("recorded", _("Recorded here"), "count"),
            lambda figure: NOT_APPLICABLE if figure.recorded is None else figure.recorded,
        ),
        (Column("note", _("What it takes in")), lambda figure: figure.note or NOT_APPLICABLE),
        shared("source"),
        *where_and_sources(),
    ]
    table = table_of_rows(view, "reported_figures", figures, columns)
    if not figures:
        return nothing_found(_("No published total was found for what is chosen."), table.columns)
    return listed(
        _say_totals(view),
        table,
        Count.in_table("reported_figures", figures),
        more=join_sentences(_say_several(view), say_filters_left_out(view)),
        cautions=("recorded_only",),
    )


def _say_totals(view: View) -> str:
    """How many totals, and how many of them are of the whole programme."""
    figures = reported_figures(view)
    total = len(figures)
    wide = sum(view.where(figure.edition_id).region_id == PROGRAMME_WIDE for figure in figures)
    values = {"count": format_number(total), "wide": format_number(wide)}
    if wide == total:
        said = ngettext(
            "{count} published total was found; it is of the whole programme.",
            "{count} published totals were found, all of the whole programme.",
            total,
        )
    elif wide:
        said = ngettext(
            "{count} published totals were found, one of them of the whole programme.",
            "{count} published totals were found, {wide} of them of the whole programme.",
            wide,
        )
    else:
        said = ngettext("{count} published total was found.", "{count} published totals were found.", total)
    return said.format(**values)


def _say_several(view: View) -> str:
    """Of how much more than one total was published, none of which is preferred to another; blank where of nothing."""
    totals = Counter((figure.edition_id, figure.indicator) for figure in reported_figures(view))
    several = sum(number > 1 for number in totals.values())
    if not several:
        return ""
    return ngettext(
        "One total was published in more than one version; all are listed.",
        "{count} totals were published in more than one version; all are listed.",
        several,
    ).format(count=format_number(several))
