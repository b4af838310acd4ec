"""What may be worth saying first: who came back, which share moved, what sources state."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.kept import derived
from iurc_dash.metrics.goals import counted_links
from iurc_dash.metrics.overview import counted_by_phase, pairings_by_region
from iurc_dash.metrics.phase_shares import Shares, shares_by_phase
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import CIRCULAR_ECONOMY, pairings_by_theme
from iurc_dash.reading import rows_in
from iurc_dash.view import PROGRAMME_WIDE, View


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
    return shares_by_phase(
        {phase: (tally.at(CIRCULAR_ECONOMY, phase), tally.at(None, phase)) for phase in view.phases}
    )


@derived
def region_shares(view: View) -> Mapping[str, Shares]:
    """For each region with a pairing its pairings among all of a phase; the whole programme is no region.

    Of phases that are over all are named in which the region had an edition, of others those with a pairing of it.
    """
    tally = pairings_by_region(view)
    existing = set(view.editions.values())
    return {
        region: shares_by_phase(
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
