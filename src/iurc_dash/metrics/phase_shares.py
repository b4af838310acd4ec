"""Shares of what each phase has, and whether they moved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from iurc_dash.metrics.chance import differ, may_be_told_as_share
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Share
from iurc_dash.reading import rows_in
from iurc_dash.view import View

# A part of a whole by phase, earliest first; only phases that have any of the whole.
Shares = Mapping[str, Share]

# none: there are no two phases that may be compared. too few: fewer than two of them rest on enough. same: the first
# and the last that do differ by no more than chance. higher, lower: the last differs from the first, and no step goes
# the other way. mixed: it went up and down.
Movement = Literal["none", "too few", "same", "higher", "lower", "mixed"]


@dataclass(frozen=True)
class Move:
    """How a share moved, and the first and last phase that were compared; blank where none were."""

    kind: Movement
    first: str = ""
    last: str = ""


def shares_by_phase(parts: Mapping[str, tuple[Count, Count]]) -> Shares:
    """Shares from (part, whole) by phase; a phase without a whole has none."""
    return {phase: Share(part, whole) for phase, (part, whole) in parts.items() if whole}


def share_in_phase(tally: Tally, key: str, phase: str) -> Share:
    """Of what a tally by (key, phase) has in a phase, the part that has the key."""
    return Share(tally.at(key, phase), tally.at(None, phase))


def shares_of_keys(view: View, tally: Tally) -> Mapping[str, Shares]:
    """For each key of a tally by (key, phase) its share of each phase in view."""
    return {
        key: shares_by_phase({phase: (tally.at(key, phase), tally.at(None, phase)) for phase in view.phases})
        for key in tally.keys(tally.axes[0])
    }


def movement(shares: Shares, phases: Collection[str], among: int = 1) -> Move:
    """How a share moved over phases that may be compared; `among` is how many shares are looked at for a move."""
    compared = [phase for phase in phases if phase in shares]
    if len(compared) < 2:
        return Move("none")
    enough = [phase for phase in compared if may_be_told_as_share(shares[phase])]
    if len(enough) < 2:
        return Move("too few")
    # Every step, and the first against the last where these are not a step: whatever may be told of any of them.
    among *= len(enough) if len(enough) > 2 else 1
    steps = {_direction(shares[one], shares[following], among) for one, following in pairwise(enough)}
    whole = _direction(shares[enough[0]], shares[enough[-1]], among)
    kind: Movement = "higher" if whole > 0 else "lower"
    if not whole:
        kind = "mixed" if steps != {0} else "same"
    elif -whole in steps:
        kind = "mixed"
    return Move(kind, enough[0], enough[-1])


def movements(shares: Mapping[str, Shares], phases: Collection[str]) -> Mapping[str, Move]:
    """How each of several shares moved over phases, held together so that chance seldom moves any of them."""
    return {key: movement(of_key, phases, among=len(shares)) for key, of_key in shares.items()}


def _direction(first: Share, second: Share, among: int) -> int:
    """1 where the second is higher by more than chance, -1 where lower, else 0."""
    if not differ(first, second, among):
        return 0
    return 1 if (second.value or 0.0) > (first.value or 0.0) else -1


def comparable_phases(view: View) -> tuple[str, ...]:
    """Phases in view that are over and in which the chosen programmes together may be compared, earliest first.

    Where one of them took over from another region, or another from one of them, what was before is another thing.
    """
    regions = {view.where(edition).region_id for edition in view["editions"]["edition_id"]}
    cut = [
        view.where(edition).phase_id
        for edition, before in rows_in(
            view.whole["edition_predecessors"], "edition_id", "previous_edition_id"
        )
        if (view.where(edition).region_id in regions) != (view.where(before).region_id in regions)
    ]
    over = [phase for phase in view.phases if not view.runs(phase)]
    order = view.whole["phases"]["phase_id"].tolist()
    latest = max(map(order.index, cut), default=0)
    return tuple(phase for phase in over if order.index(phase) >= latest)
