"""Shares of what each phase has, and which of them moved."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.metrics.chance import differ, may_be_told_as_share
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Share
from iurc_dash.view import View


@dataclass(frozen=True)
class Moves:
    """The two phases that are compared, and the keys whose share rose or fell between them by more than chance."""

    first: str
    last: str
    risen: tuple[str, ...]
    fallen: tuple[str, ...]


def share_in_phase(tally: Tally, key: str, phase: str) -> Share:
    """Of what a tally by (key, phase) has in a phase, the part that has the key."""
    return Share(tally.at(key, phase), tally.at(None, phase))


def moves_between_phases(view: View, tally: Tally) -> Moves | None:
    """What moved in a tally by (key, phase) from the first to the last phase that is over and rests on enough.

    None where there are no two such phases: against a running phase nothing is compared.
    """
    over = [
        phase
        for phase in view.phases
        if not view.runs(phase) and may_be_told_as_share(share_in_phase(tally, "", phase))
    ]
    if len(over) < 2:
        return None
    first, last = over[0], over[-1]
    risen: list[str] = []
    fallen: list[str] = []
    for key in tally.keys(tally.axes[0]):
        before, after = share_in_phase(tally, key, first), share_in_phase(tally, key, last)
        if differ(before, after):
            (risen if (after.value or 0.0) > (before.value or 0.0) else fallen).append(key)
    return Moves(first, last, tuple(risen), tuple(fallen))
