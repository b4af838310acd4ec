"""Which regions have another share of the pairings than before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, quote, say_moves
from iurc_dash.exhibits.shaping import bars_by_phase, nothing_found, region_axis, table_by_category
from iurc_dash.forms import Axis
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.metrics.overview import pairings_by_region
from iurc_dash.metrics.phase_shares import Move, comparable_phases, movement
from iurc_dash.metrics.standouts import region_shares
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Table
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
    axis = region_axis(view, tally)
    names = {region: quote(view.say("regions", region)) for region in shares}
    moves = {
        region: movement(of_region, comparable_phases(view, [region]), among=len(shares))
        for region, of_region in shares.items()
    }
    moved = [region for region, move in moves.items() if move.kind in ("higher", "lower", "mixed")]
    return Answer(
        finding=_say_moved(moves, [names[region] for region in moved]),
        more=say_moves(view, shares, moves, names) if moved else "",
        form=bars_by_phase(view, tally, axis, _("pairings")),
        table=lambda: _table(view, axis),
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
        ).format(count=format_number(len(moved)), names=join_names(moved))
    if any(move.kind == "same" for move in moves.values()):
        return _("No region's share of the recorded pairings differs by more than chance from before.")
    return _("No region has enough pairings in two phases that are over to speak of a change.")


def _table(view: View, axis: Axis) -> Table:
    """For each phase the region's pairings, and their share of the phase's where these are enough."""
    columns: list[tuple[Column, Callable[[str], Cell]]] = []
    tally = pairings_by_region(view)
    totals: dict[str, Cell] = {"total": tally.whole}
    for phase in view.phases:
        name = view.say("phases", phase)
        columns.append((Column(phase, name, "count", unit=_("pairings")), _count_in(view, phase)))
        columns.append(
            (
                Column(f"{phase}-share", _("{phase}, share").format(phase=name), "share"),
                _share_in(view, phase),
            )
        )
        totals |= {phase: tally.at(None, phase), f"{phase}-share": NOT_APPLICABLE}
    columns.append((Column("total", _("All phases"), "count", unit=_("pairings")), tally.at))
    return table_by_category(axis, columns, totals, vocabulary="regions")


def _count_in(view: View, phase: str) -> Callable[[str], Cell]:
    existing = set(view.editions.values())

    def count(region: str) -> Cell:
        found = pairings_by_region(view).at(region, phase)
        return found if found or (phase, region) in existing else NOT_APPLICABLE

    return count


def _share_in(view: View, phase: str) -> Callable[[str], Cell]:
    def share(region: str) -> Cell:
        found = region_shares(view).get(region, {}).get(phase)
        return found if found is not None and may_be_told_as_share(found) else NOT_APPLICABLE

    return share
