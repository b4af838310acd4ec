"""Theme groups by phase and by region."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import name_few, quote, say_first_in_regions, say_moves
from iurc_dash.exhibits.shaping import (
    matrix_of,
    matrix_table,
    nothing_found,
    phase_axis,
    region_axis,
)
from iurc_dash.exhibits.themes._sentences import say_most_frequent, say_no_theme
from iurc_dash.forms import Axis, Category, Matrix, ShareGrid
from iurc_dash.language import N_, _, format_parts
from iurc_dash.metrics.chance import FEWEST_FOR_SHARE
from iurc_dash.metrics.phase_shares import comparable_phases, movements, share_in_phase, shares_of_keys
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import clusters_in_order, pairings_by_cluster
from iurc_dash.quantities import Share
from iurc_dash.view import View
from iurc_dash.vocabulary import counted


@exhibit("themes/clusters", N_("What do pairings work on, and how has it moved?"))
def clusters(view: View) -> Answer:
    """Pairings by theme group and phase, with their share of the phase's pairings that have a theme."""
    tally = pairings_by_cluster(view).by("cluster", "phase")
    if not tally.whole:
        return nothing_found(say_no_theme(view))
    form = matrix_by_phase(view, tally)
    return Answer(
        finding=_say_standing(view, tally),
        more=_say_moves(view, tally),
        form=form,
        table=lambda: matrix_table(form, "thematic_clusters", partial(share_in_phase, tally)),
        counted=tally.whole,
        cautions=("recorded_only", "several_themes"),
    )


@exhibit("themes/clusters-by-region", N_("What do the regions work on?"))
def clusters_by_region(view: View) -> Answer:
    """Theme groups as shares of each region's pairings with a theme, on one scale; hollow where these are few."""
    tally = pairings_by_cluster(view).by("cluster", "region")
    if not tally.whole:
        return nothing_found(say_no_theme(view))
    form = matrix_of(
        tally,
        cluster_axis(view),
        region_axis(view, tally),
        _("pairings"),
        total_labels=(_("Any theme group"), _("All regions")),
    )
    return Answer(
        finding=_say_regions(view, tally),
        more=_say_few(tally, form.columns.keys),
        form=_shares(view, tally, form.rows, form.columns),
        table=lambda: matrix_table(form, "thematic_clusters"),
        counted=tally.whole,
        cautions=("recorded_only", "several_themes"),
    )


def _shares(view: View, tally: Tally, clusters: Axis, regions: Axis) -> ShareGrid:
    columns = (
        Category(
            region.key,
            format_parts((region.label, counted("tables", "pairings", tally.at(None, region.key).value))),
        )
        for region in regions.categories
        if tally.at(None, region.key)
    )
    axis = Axis(regions.title, tuple(columns), regions.facet)
    return ShareGrid(
        rows=clusters,
        columns=axis,
        values=tuple(
            tuple(Share(tally.at(cluster, region), tally.at(None, region)) for region in axis.keys)
            for cluster in clusters.keys
        ),
        unit=_("pairings"),
        drawn="bars",
        colours=tuple(view.colour("regions", region) for region in axis.keys),
    )


def _say_few(tally: Tally, regions: Iterable[str]) -> str:
    """That some bars rest on few, where some do."""
    if all(tally.at(None, region).value >= FEWEST_FOR_SHARE for region in regions):
        return ""
    return _("Bars are shares of a region’s pairings with a theme; hollow ones rest on fewer than 20.")


def matrix_by_phase(view: View, tally: Tally) -> Matrix:
    """Theme groups by phase, from pairings by (cluster, phase)."""
    return matrix_of(
        tally,
        cluster_axis(view),
        phase_axis(view),
        _("pairings"),
        total_labels=(_("Any theme group"), _("All phases")),
    )


def cluster_axis(view: View) -> Axis:
    """All theme groups in their order."""
    categories = tuple(Category(key, view.say("thematic_clusters", key)) for key in clusters_in_order(view))
    return Axis(_("Theme group"), categories, "clusters")


def _say_standing(view: View, tally: Tally) -> str:
    return say_most_frequent(view, tally, "thematic_clusters", clusters_in_order(view))


def _say_moves(view: View, tally: Tally) -> str:
    """How the shares of the groups moved; where one is chosen it would be their base: nothing."""
    if view.selection.clusters:
        return ""
    names = {key: quote(view.say("thematic_clusters", key)) for key in clusters_in_order(view)}
    shares = shares_of_keys(view, tally)
    return say_moves(view, shares, movements(shares, comparable_phases(view)), names)


def _say_regions(view: View, tally: Tally) -> str:
    """Which theme group comes first in most regions; where groups are chosen, what comes up beside them."""
    if view.selection.clusters:
        return _say_standing(view, tally)
    said = say_first_in_regions(
        tally,
        clusters_in_order(view),
        name_few(partial(view.say, "thematic_clusters"), "thematic_clusters", in_quotes=True),
        nobody=_("No theme group comes first in more than one of {count} regions."),
    )
    return said or _say_standing(view, tally)
