"""The themes that come up most."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import bars_by_phase, nothing_found, table_by_category
from iurc_dash.exhibits.themes._sentences import say_most_frequent, say_no_theme
from iurc_dash.forms import Axis, Bars, Category
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.search import plain
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import cluster_of_theme, pairings_by_theme
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View

MOST_SHOWN = 15
FURTHER = "further"


@exhibit("themes/ranking", N_("Which themes come up most?"))
def ranking(view: View) -> Answer:
    """The themes with most pairings, by phase; further ones are a line of the table. Of chosen groups, their own."""
    tally = _themes_in_view(view)
    if not tally.whole:
        return nothing_found(say_no_theme(view))
    ranked = tally.ranked("theme", {theme: plain(view.say("themes", theme)) for theme in tally.keys("theme")})
    axis = Axis(
        _("Theme"), tuple(Category(theme, view.say("themes", theme)) for theme in ranked[:MOST_SHOWN])
    )
    form = bars_by_phase(view, tally, axis, _("pairings"))
    return Answer(
        finding=say_most_frequent(view, tally, "themes", ranked),
        form=form,
        table=lambda: _table(view, tally, form, ranked[MOST_SHOWN:]),
        counted=tally.whole,
        cautions=("recorded_only", "several_themes"),
    )


def _themes_in_view(view: View) -> Tally:
    """Pairings by (theme, phase); where theme groups are chosen, by themes of these groups alone."""
    tally, chosen = pairings_by_theme(view).by("theme", "phase"), view.selection.clusters
    groups = cluster_of_theme(view)
    cells = {cell: count for cell, count in tally.cells.items() if not chosen or groups[cell[0]] in chosen}
    return Tally(tally.axes, cells)


def _table(view: View, tally: Tally, form: Bars, further: Sequence[str]) -> Table:
    """A line a theme of the figure, and one of all pairings that work on any further theme."""
    values = {series.key: dict(zip(form.axis.keys, series.values, strict=True)) for series in form.series}
    shown = table_by_category(
        form.axis,
        [
            (shared("cluster"), cluster_of_theme(view).__getitem__),
            *(
                (Column(series.key, series.label, "count", unit=form.unit), values[series.key].__getitem__)
                for series in form.series
            ),
            (Column("total", _("All phases"), "count", unit=form.unit), tally.at),
        ],
        vocabulary="themes",
    )
    if not further:
        return shown

    def together(phase: str | None) -> Count:
        return Count.of(row for theme in further for row in tally.at(theme, phase))

    label = ngettext("{count} further theme", "{count} further themes together", len(further))
    cells: dict[str, Cell] = {
        "category": label.format(count=format_number(len(further))),
        "cluster": NOT_APPLICABLE,
        "total": together(None),
    }
    by_phase = {phase: together(phase) for phase in view.phases}
    return Table.of(shown.columns, [*shown, Line(FURTHER, {**cells, **by_phase})])
