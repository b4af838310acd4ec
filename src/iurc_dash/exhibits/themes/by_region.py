"""The circular economy in each region, phase by phase."""

from __future__ import annotations

from functools import partial

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import Wording, name_few, part_of_whole, say_standing
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found, phase_axis, region_axis
from iurc_dash.exhibits.themes._sentences import say_no_theme
from iurc_dash.forms import Dot, DotPlot, DotRow, Look, Sample
from iurc_dash.language import N_, _, format_entries, format_entry
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import CIRCULAR_ECONOMY, pairings_by_theme
from iurc_dash.quantities import Share
from iurc_dash.view import PROGRAMME_WIDE, View

WORDING = Wording(
    all=(
        N_("The one pairing on the circular economy belongs to {names}."),
        N_("Both pairings on the circular economy belong to {names}."),
        N_("All {whole} pairings on the circular economy belong to {names}."),
    ),
    only=N_("{names} alone has pairings on the circular economy: {share}."),
    once=N_("One pairing on the circular economy each belongs to {names}."),
    even=N_("{count} pairings on the circular economy each belong to {names}."),
    lead=N_("{names} has more pairings on the circular economy than any other region: {share}."),
    most=N_("{share} pairings on the circular economy belong to {names}, before {next}."),
    tie=N_("{names} have the most pairings on the circular economy, each {share}."),
)


@exhibit("themes/circular-economy-by-region", N_("Where is the circular economy worked on?"))
def circular_economy_by_region(view: View) -> Answer:
    """Of the pairings with a theme of each region and phase those on the circular economy; hollow where they are few.

    Where theme groups are chosen, the whole would be the groups themselves, and nothing is said.
    """
    tally = pairings_by_theme(view)
    if not tally.whole:
        return nothing_found(say_no_theme(view))
    if view.selection.clusters:
        return nothing_found(_("The share of the circular economy is told among all theme groups only."))
    of_regions = tally.by("theme", "region")
    regions = [region for region in view.regions if region != PROGRAMME_WIDE]
    on_it = {region: of_regions.at(CIRCULAR_ECONOMY, region) for region in regions}
    whole = tally.at(CIRCULAR_ECONOMY)
    found = standing(on_it, whole)
    if found.kind == "none":
        return nothing_found(_("No pairing that matches works on the circular economy."))
    axis = region_axis(view, of_regions)
    by_phase = Tally(
        ("region", "phase"),
        {
            (region, phase): count
            for (theme, phase, region), count in tally.cells.items()
            if theme == CIRCULAR_ECONOMY
        },
    )
    matrix = matrix_of(by_phase, axis, phase_axis(view), _("pairings"))
    return Answer(
        finding=say_standing(found, WORDING, name_few(partial(view.say, "regions"), "regions")),
        more=_(
            "Numbers are of the pairings with a theme recorded; a hollow dot rests on fewer than 20 of them."
        ),
        form=DotPlot(
            title=axis.title,
            rows=tuple(
                row for category in axis.categories if (row := _row(view, category.key, category.label)).dots
            ),
            unit=_("pairings"),
            samples=tuple(
                Sample(Look(view.colour("phases", phase)), view.say("phases", phase)) for phase in view.phases
            ),
        ),
        table=lambda: matrix_table(matrix, "regions"),
        counted=tally.whole,
        cautions=("recorded_only", "theme_as_named"),
    )


def _row(view: View, region: str, label: str) -> DotRow:
    tally = pairings_by_theme(view)
    shares = {
        phase: share
        for phase in view.phases
        if (share := Share(tally.at(CIRCULAR_ECONOMY, phase, region), tally.at(None, phase, region))).whole
    }
    return DotRow(
        region,
        label,
        tuple(
            Dot(
                phase,
                view.say("phases", phase),
                share,
                Look(view.colour("phases", phase), "solid" if may_be_told_as_share(share) else "outlined"),
            )
            for phase, share in shares.items()
        ),
        note=format_entries(
            format_entry(view.say("phases", phase), part_of_whole(share)) for phase, share in shares.items()
        ),
    )
