"""Which regions have another share of the pairings than before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, quote, say_moves
from iurc_dash.exhibits.shaping import (
    bars_by_phase,
    matrix_by_region,
    matrix_table,
    nothing_found,
    region_axis,
)
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.overview import pairings_by_region
from iurc_dash.metrics.phase_shares import Move, comparable_phases, movement
from iurc_dash.metrics.standouts import region_shares
from iurc_dash.view import View


@exhibit("standouts/regions", N_("Which regions have another share of the pairings than before?"))
def regions(view: View) -> Answer:
    """Pairings of each region by phase, beside all of the phase."""
    tally = pairings_by_region(view)
    if not tally.whole:
        return nothing_found(_("No pairing matches."))
    shares = region_shares(view)
    if len(shares) < 2 or len(tally.keys("phase")) < 2:
        return nothing_found(
            _("Regions are compared where pairings of several regions and phases are looked at.")
        )
    names = {region: quote(view.say("regions", region)) for region in shares}
    moves = {
        region: movement(of_region, comparable_phases(view, [region]), among=len(shares))
        for region, of_region in shares.items()
    }
    moved = [region for region, move in moves.items() if move.kind in ("higher", "lower", "mixed")]
    return Answer(
        finding=_say_moved(moves, [view.say("regions", region) for region in moved]),
        more=say_moves(view, shares, moves, names) if moved else "",
        form=bars_by_phase(view, tally, region_axis(view, tally), _("pairings")),
        table=lambda: matrix_table(
            matrix_by_region(view, tally, _("pairings"), total_label=_("All phases")),
            "regions",
            lambda region, phase: shares.get(region, {}).get(phase),
        ),
        counted=tally.whole,
        cautions=("recorded_only", "phases_differ"),
    )


def _say_moved(moves: Mapping[str, Move], moved: Sequence[str]) -> str:
    """The names of regions whose share differs between phases that are over and may be compared."""
    if moved:
        return ngettext(
            "One region has another share of the recorded pairings than before: {names}.",
            "{count} regions have another share of the recorded pairings than before: {names}.",
            len(moved),
        ).format(count=format_number(len(moved)), names=join_names(moved, in_quotes=True))
    if any(move.kind == "same" for move in moves.values()):
        return _("No region's share of the recorded pairings differs by more than chance from before.")
    return _("No region has enough pairings in two phases that are over to speak of a change.")
