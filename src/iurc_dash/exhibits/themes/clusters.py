"""Theme groups by phase and by region."""

from __future__ import annotations

from collections.abc import Callable

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, quote, say_by_phase
from iurc_dash.exhibits.shaping import (
    matrix_of,
    matrix_table,
    nothing_found,
    phase_axis,
    region_axis,
    table_by_category,
)
from iurc_dash.exhibits.themes._sentences import say_most_frequent, say_no_theme
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _, format_number
from iurc_dash.metrics.chance import differ, may_be_told_as_share
from iurc_dash.metrics.ranking import leaders, standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import clusters_in_order, pairings_by_cluster
from iurc_dash.quantities import Share
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Table
from iurc_dash.view import PROGRAMME_WIDE, View


@exhibit("themes/clusters", N_("What do pairings work on, and how has it moved?"))
def clusters(view: View) -> Answer:
    """Pairings by theme group and phase, with their share of the phase's pairings that have a theme."""
    tally = pairings_by_cluster(view).by("cluster", "phase")
    if not tally.whole:
        return nothing_found(say_no_theme(view))
    axis = _cluster_axis(view)
    return Answer(
        finding=_say_standing(view, tally) + _say_moves(view, tally),
        form=matrix_of(
            tally, axis, phase_axis(view), _("pairings"), total_labels=(_("Any theme group"), _("All phases"))
        ),
        table=lambda: _table_with_shares(view, tally, axis),
        counted=tally.whole,
        cautions=("recorded_only", "several_themes"),
    )


@exhibit("themes/clusters-by-region", N_("What do the regions work on?"))
def clusters_by_region(view: View) -> Answer:
    """Pairings by theme group and region."""
    tally = pairings_by_cluster(view).by("cluster", "region")
    if not tally.whole:
        return nothing_found(say_no_theme(view))
    form = matrix_of(
        tally,
        _cluster_axis(view),
        region_axis(view, tally),
        _("pairings"),
        total_labels=(_("Any theme group"), _("All regions")),
    )
    return Answer(
        finding=_say_regions(view, tally),
        form=form,
        table=lambda: matrix_table(form, "thematic_clusters"),
        counted=tally.whole,
        cautions=("recorded_only", "several_themes"),
    )


def _cluster_axis(view: View) -> Axis:
    categories = tuple(Category(key, view.say("thematic_clusters", key)) for key in clusters_in_order(view))
    return Axis(_("Theme group"), categories, "clusters")


def _table_with_shares(view: View, tally: Tally, axis: Axis) -> Table:
    """For each phase the count and its share of the phase's pairings with a theme; no share where there are too few."""
    columns: list[tuple[Column, Callable[[str], Cell]]] = []
    totals: dict[str, Cell] = {"total": tally.whole}
    for phase in view.phases:
        label = view.say("phases", phase)
        columns.append((Column(phase, label, "count", unit=_("pairings")), _counts_in(tally, phase)))
        columns.append(
            (
                Column(f"{phase}-share", _("{phase}, share").format(phase=label), "share"),
                _shares_in(tally, phase),
            )
        )
        totals |= {phase: tally.at(None, phase), f"{phase}-share": NOT_APPLICABLE}
    columns.append((Column("total", _("All phases"), "count", unit=_("pairings")), tally.at))
    return table_by_category(
        axis, columns, totals, total_label=_("Any theme group"), vocabulary="thematic_clusters"
    )


def _counts_in(tally: Tally, phase: str) -> Callable[[str], Cell]:
    return lambda cluster: tally.at(cluster, phase)


def _shares_in(tally: Tally, phase: str) -> Callable[[str], Cell]:
    def share(cluster: str) -> Cell:
        found = _share(tally, cluster, phase)
        return found if may_be_told_as_share(found) else NOT_APPLICABLE

    return share


def _share(tally: Tally, cluster: str, phase: str) -> Share:
    return Share(tally.at(cluster, phase), tally.at(None, phase))


def _say_standing(view: View, tally: Tally) -> str:
    counts = {cluster: tally.at(cluster).value for cluster in clusters_in_order(view)}
    found = standing(counts, tally.whole.value)
    names = [view.say("thematic_clusters", cluster) for cluster in found.first]
    return say_most_frequent(found, names, tally.at(found.first[0]), tally.whole)


def _say_moves(view: View, tally: Tally) -> str:
    """A further sentence on what moved between the first and the last phase that is over and has enough; or none.

    Where a theme group is chosen the base would be the group itself, so nothing is said.
    """
    over = [
        phase
        for phase in view.phases
        if not view.runs(phase) and may_be_told_as_share(Share(tally.at(None, phase), tally.at(None, phase)))
    ]
    if len(over) < 2 or view.selection.clusters:
        return ""
    first, last = over[0], over[-1]
    moved = [
        cluster
        for cluster in clusters_in_order(view)
        if differ(_share(tally, cluster, first), _share(tally, cluster, last))
    ]
    if not moved:
        return " " + _("Each group's share is about the same in {first} and {last}.").format(
            first=view.say("phases", first), last=view.say("phases", last)
        )
    said = [_say_move(view, tally, cluster) for cluster in moved]
    return " " + " ".join(said)


def _say_move(view: View, tally: Tally, cluster: str) -> str:
    """'“Mobility and transport” moved: Phase 1: 30 of 75; Phase 2: 10 of 65; Phase 3 so far: 1 of 6.'"""
    parts = (
        (
            phase,
            _("{part} of {whole}").format(
                part=format_number(tally.at(cluster, phase).value),
                whole=format_number(tally.at(None, phase).value),
            ),
        )
        for phase in view.phases
    )
    return _("{name} moved ({counts}).").format(
        name=quote(view.say("thematic_clusters", cluster)), counts=say_by_phase(view, parts)
    )


def _say_regions(view: View, tally: Tally) -> str:
    """Which theme group leads, or shares the lead, in most regions."""
    regions = [region for region in tally.keys("region") if region != PROGRAMME_WIDE]
    if len(regions) < 2:
        return _say_standing(view, tally)
    ahead = {
        region: leaders({cluster: tally.at(cluster, region).value for cluster in clusters_in_order(view)})
        for region in regions
    }
    wins = {cluster: sum(cluster in first for first in ahead.values()) for cluster in clusters_in_order(view)}
    best = leaders(wins)
    values = {
        "names": join_names([view.say("thematic_clusters", cluster) for cluster in best], in_quotes=True),
        "count": format_number(wins[best[0]]),
        "total": format_number(len(regions)),
    }
    if wins[best[0]] == 1:
        return _("No theme group leads in more than one of {total} regions.").format(**values)
    if len(best) > 1:
        return _("{names} each lead or share the lead in {count} of {total} regions.").format(**values)
    return _("{names} leads or shares the lead in {count} of {total} regions.").format(**values)
