"""Where pairings were made."""

from __future__ import annotations

from functools import partial

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import Wording, name_few, say_standing
from iurc_dash.exhibits.shaping import matrix_by_region, matrix_table, nothing_found
from iurc_dash.language import N_, _
from iurc_dash.metrics.overview import pairings_by_region
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.view import PROGRAMME_WIDE, View

WORDING = Wording(
    all=(
        N_("The one pairing belongs to {names}."),
        N_("Both pairings belong to {names}."),
        N_("All {whole} pairings belong to {names}."),
    ),
    only=N_("{names} alone has pairings of its own: {share}."),
    once=N_("One pairing each belongs to {names}."),
    even=N_("{count} pairings each belong to {names}."),
    lead=N_("{names} has more recorded pairings than any other region: {share}."),
    most=N_("{share} recorded pairings belong to {names}, before {next}."),
    tie=N_("{names} have the most recorded pairings, each {share}."),
)


@exhibit("overview/regions", N_("To which region do pairings belong, and to which phase?"))
def regions(view: View) -> Answer:
    """Pairings by the programme's regions and phases; a region has no count in a phase that it had no part in."""
    tally = pairings_by_region(view)
    if not tally.whole:
        return nothing_found(_("No pairing matches."))
    form = matrix_by_region(view, tally, _("pairings"))
    return Answer(
        finding=_say_regions(view, tally),
        form=form,
        table=lambda: matrix_table(form, "regions"),
        counted=tally.whole,
        cautions=("recorded_only",),
    )


def _say_regions(view: View, tally: Tally) -> str:
    """Which region has most of the pairings; the whole programme is no region."""
    keys = [region for region in view.regions if region != PROGRAMME_WIDE]
    found = standing({region: tally.at(region) for region in keys}, tally.whole)
    if found.kind == "none":
        found = standing({PROGRAMME_WIDE: tally.whole}, tally.whole)
        return say_standing(found, WORDING, lambda _keys: _("the programme as a whole"))
    return say_standing(found, WORDING, name_few(partial(view.say, "regions"), "regions"))
