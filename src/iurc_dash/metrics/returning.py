"""Which places come back: of each phase who took part before, who is new, and who is not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from iurc_dash.kept import derived
from iurc_dash.metrics.overview import counted_by_phase
from iurc_dash.metrics.pairings import pairing_records
from iurc_dash.metrics.tally import Tally
from iurc_dash.view import View

# What a place is in a phase, seen from those before it: it took part before, it did not, or it took part before only.
AGAIN, NEW, AWAY = "again", "new", "away"
ROLES = (AGAIN, NEW, AWAY)


@derived
def phases_with_places(view: View) -> tuple[str, ...]:
    """Phases in view in which any place takes part, in a pairing or a network, earliest first."""
    places = counted_by_phase(view)["places_with_networks"]
    return tuple(phase for phase in view.phases if places.at(phase))


@derived
def places_by_role(view: View) -> Tally:
    """Places by (phase, role); in each phase all that were seen up to it have one."""
    return Tally.of_table(
        ("phase", "role"),
        "places",
        ((step, place) for place, steps in _paths(view) for step in steps),
    )


@derived
def places_by_step(view: View) -> Tally:
    """Places by (phase, role, next phase, role in it)."""
    return Tally.of_table(
        ("phase", "role", "next", "next role"),
        "places",
        (((*first, *second), place) for place, steps in _paths(view) for first, second in pairwise(steps)),
    )


@derived
def couples_by_phase(view: View) -> Mapping[str, frozenset[tuple[str, str]]]:
    """The couples of an EU place and a partner that are paired with each other in each phase in view."""
    found: dict[str, set[tuple[str, str]]] = {}
    for record in pairing_records(view).values():
        sides = {
            wanted: [place for place, side in record.members if side == wanted]
            for wanted in ("EU", "partner")
        }
        found.setdefault(record.phase_id, set()).update(product(sides["EU"], sides["partner"]))
    return {phase: frozenset(couples) for phase, couples in found.items()}


def _paths(view: View) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each place with its (phase, role) from the phase on in which it is first seen."""
    taking_part = counted_by_phase(view)["places_with_networks"]
    present = {phase: set(taking_part.at(phase).in_rows_of("places")) for phase in phases_with_places(view)}
    for place in taking_part.whole.in_rows_of("places"):
        steps: list[tuple[str, str]] = []
        for phase, places in present.items():
            if place in places:
                steps.append((phase, AGAIN if steps else NEW))
            elif steps:
                steps.append((phase, AWAY))
        yield place, steps
