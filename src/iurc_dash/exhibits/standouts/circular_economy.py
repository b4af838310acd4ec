"""The circular economy among the work: did its share move?"""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import (
    join_sentences,
    say_circular_economy,
    say_move,
    say_shares_by_phase,
)
from iurc_dash.exhibits.shaping import nothing_found, told_share
from iurc_dash.forms import Axis, Bars, Category, Series
from iurc_dash.language import N_, _
from iurc_dash.metrics.phase_shares import Shares, comparable_phases, movement
from iurc_dash.metrics.standouts import circular_economy_shares
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import Column, Line, Table
from iurc_dash.view import View


@exhibit("standouts/circular-economy", N_("How much of the work is on the circular economy?"))
def circular_economy(view: View) -> Answer:
    """Pairings on the circular economy among those that have a theme recorded, by phase.

    Bars are counts: a share of few is no bar of its own. Where theme groups are chosen, the whole would be the groups
    themselves, and nothing is said.
    """
    shares = circular_economy_shares(view)
    if not shares:
        return nothing_found(_("No theme is recorded for the pairings that match."))
    if view.selection.clusters:
        return nothing_found(_("The share of the circular economy is told among all theme groups only."))
    categories = tuple(Category(phase, view.say("phases", phase)) for phase in shares)
    whole = Count.union(share.whole for share in shares.values())
    return Answer(
        finding=say_circular_economy(
            view, Share(Count.union(share.part for share in shares.values()), whole)
        ),
        more=_say_phases(view, shares),
        form=Bars(
            axis=Axis(_("Phase"), categories, "phases"),
            series=(
                Series(
                    "part",
                    _("On the circular economy"),
                    tuple(share.part for share in shares.values()),
                    "accent",
                ),
                Series("rest", _("On other themes only"), tuple(share.rest for share in shares.values())),
            ),
            unit=_("pairings"),
            totals=tuple(share.whole for share in shares.values()),
        ),
        table=lambda: _table(shares),
        counted=whole,
        cautions=("recorded_only", "theme_as_named"),
    )


def _say_phases(view: View, shares: Shares) -> str:
    """The share in each phase where there are several, and whether it moved."""
    if len(shares) < 2 or not any(share.part for share in shares.values()):
        return ""
    said = _("That is {shares}.").format(shares=say_shares_by_phase(view, shares))
    return join_sentences(said, say_move(view, movement(shares, comparable_phases(view))))


def _table(shares: Shares) -> Table:
    columns = [
        shared("phase"),
        Column("part", _("On the circular economy"), "count", unit=_("pairings")),
        Column("whole", _("With a theme"), "count", unit=_("pairings")),
        shared("share"),
    ]
    return Table.of(
        columns,
        [
            Line(
                phase,
                {"phase": phase, "part": share.part, "whole": share.whole, "share": told_share(share)},
            )
            for phase, share in shares.items()
        ],
    )
