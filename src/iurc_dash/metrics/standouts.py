"""What may be worth saying first: who came back, which share moved, what sources state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import events_held
from iurc_dash.metrics.chance import differ, may_be_told_as_share
from iurc_dash.metrics.goals import counted_links
from iurc_dash.metrics.overview import counted_by_phase, pairings_by_region
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import CIRCULAR_ECONOMY, pairings_by_theme
from iurc_dash.quantities import Count, Share
from iurc_dash.reading import rows_in
from iurc_dash.view import PROGRAMME_WIDE, View, Where

# A part of a whole by phase, earliest first; only phases that have any of the whole.
Shares = Mapping[str, Share]

# none: there are no two phases that are over. too few: fewer than two of them rest on enough. same: the first and the
# last that do differ by no more than chance. higher, lower: the last differs from the first, and no step goes the
# other way. mixed: it went up and down.
Movement = Literal["none", "too few", "same", "higher", "lower", "mixed"]


@dataclass(frozen=True)
class Move:
    """How a share moved, and the first and last phase that were compared; blank where none were."""

    kind: Movement
    first: str = ""
    last: str = ""


def movement(shares: Shares, phases: Iterable[str]) -> Move:
    """How a share moved over phases that are over and may be compared."""
    over = [phase for phase in phases if phase in shares]
    if len(over) < 2:
        return Move("none")
    enough = [phase for phase in over if may_be_told_as_share(shares[phase])]
    if len(enough) < 2:
        return Move("too few")
    steps = {_direction(shares[one], shares[next_one]) for one, next_one in pairwise(enough)}
    whole = _direction(shares[enough[0]], shares[enough[-1]])
    kind: Movement = "higher" if whole > 0 else "lower"
    if not whole:
        kind = "mixed" if steps != {0} else "same"
    elif -whole in steps:
        kind = "mixed"
    return Move(kind, enough[0], enough[-1])


def _direction(first: Share, second: Share) -> int:
    """1 where the second is higher by more than chance, -1 where lower, else 0."""
    if not differ(first, second):
        return 0
    return 1 if (second.value or 0.0) > (first.value or 0.0) else -1


def phases_over(view: View) -> tuple[str, ...]:
    """Phases in view of which nothing chosen still runs."""
    return tuple(phase for phase in view.phases if not view.runs(phase))


@derived
def phases_of_places(view: View) -> Mapping[str, tuple[str, ...]]:
    """For each place in a pairing the phases of its pairings, earliest first."""
    places = counted_by_phase(view)["places"]
    phases: dict[str, tuple[str, ...]] = {}
    for phase in view.phases:
        for place in places.at(phase).in_rows_of("places"):
            phases[place] = (*phases.get(place, ()), phase)
    return phases


@derived
def circular_economy_shares(view: View) -> Shares:
    """The pairings on the circular economy among those that have a theme recorded."""
    tally = pairings_by_theme(view)
    return _shares(
        {phase: (tally.at(CIRCULAR_ECONOMY, phase), tally.at(None, phase)) for phase in view.phases}
    )


@derived
def online_shares(view: View) -> Shares:
    """The online events among those held of which a source says how."""
    held = events_held(view)
    modes = [mode for mode in held.keys("mode") if mode]
    return _shares(
        {
            phase: (held.at(phase, "online"), Count.union(held.at(phase, mode) for mode in modes))
            for phase in view.phases
        },
    )


@derived
def region_shares(view: View) -> Mapping[str, Shares]:
    """For each region with a pairing its pairings among all of a phase; the whole programme is no region.

    Of phases that are over all are named in which the region had an edition, of others those with a pairing of it.
    """
    tally = pairings_by_region(view)
    existing = set(view.editions.values())
    return {
        region: _shares(
            {
                phase: (tally.at(region, phase), tally.at(None, phase))
                for phase in view.phases
                if tally.at(region, phase) or ((phase, region) in existing and not view.runs(phase))
            },
        )
        for region in view.regions
        if region != PROGRAMME_WIDE and tally.at(region)
    }


@derived
def phases_after_mergers(view: View) -> Mapping[str, tuple[str, ...]]:
    """For each region the phases in view that are over and may be compared, earliest first.

    Where an edition took over one of another region, what was before it is another thing.
    """
    merged = {
        edition
        for edition, before in rows_in(
            view.whole["edition_predecessors"], "edition_id", "previous_edition_id"
        )
        if view.where(edition).region_id != view.where(before).region_id
    }
    edition_of = {where: edition for edition, where in view.editions.items()}
    found = {}
    for region in view.regions:
        phases: tuple[str, ...] = ()
        for phase in phases_over(view):
            is_merged = edition_of.get(Where(phase, region)) in merged
            phases = (phase,) if is_merged else (*phases, phase)
        found[region] = phases
    return found


def _shares(by_phase: Mapping[str, tuple[Count, Count]]) -> Shares:
    return {phase: Share(part, whole) for phase, (part, whole) in by_phase.items() if whole}


@derived
def links_by_basis(view: View) -> Tally:
    """Links of pairings and activities to Sustainable Development Goals by (kind of subject, basis).

    A link is the row that says it: of several that say the same, the first that states it, else the first.
    """
    basis_of = dict(rows_in(view["contributions"], "contribution_id", "basis"))
    return Tally.of_table(
        ("subject", "basis"),
        "contributions",
        (
            (
                (link.subject_kind, link.basis),
                next(key for key in link.contributions if basis_of[key] == link.basis),
            )
            for link in counted_links(view)
        ),
    )
