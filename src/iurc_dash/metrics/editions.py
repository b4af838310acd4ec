"""Editions: which there are, which one to begin with, the rows of one, and what is counted of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import PUBLICATION_KINDS, count_of, counted_activities
from iurc_dash.metrics.goals import counted_links
from iurc_dash.quantities import Count
from iurc_dash.reading import cells_by, rows_in
from iurc_dash.selection import Selection
from iurc_dash.view import PROGRAMME_WIDE, View


def view_of_edition(view: View, edition_id: str) -> View:
    """The View of one whole edition, whatever else is chosen; an unknown key raises KeyError."""
    where = view.editions[edition_id]
    return view.of(Selection(phases=(where.phase_id,), regions=(where.region_id,)))


@derived
def editions_in_order(view: View) -> tuple[str, ...]:
    """Every edition of the whole dataset: by region, latest phase first; those of the programme as a whole last."""
    phases, regions = view.words.in_order("phases"), view.words.in_order("regions")

    def place(edition: str) -> tuple[bool, int, int]:
        where = view.where(edition)
        is_wide = where.region_id == PROGRAMME_WIDE
        return is_wide, regions.index(where.region_id), -phases.index(where.phase_id)

    return tuple(sorted(view.editions, key=place))


@derived
def default_edition(view: View) -> str:
    """The edition to begin with: of the latest phase the first that anything is recorded of; blank where there is none.

    Those that the filters leave come before all others, those of the programme as a whole last.
    """
    phases = view.whole["phases"]["phase_id"].tolist()
    left = set(view["editions"]["edition_id"].tolist())
    of_regions = [key for key in editions_in_order(view) if view.where(key).region_id != PROGRAMME_WIDE]
    editions = of_regions or list(editions_in_order(view))
    latest_first = sorted(
        editions, key=lambda edition: (edition not in left, -phases.index(view.where(edition).phase_id))
    )
    recorded = _editions_with_rows(view)
    return next((edition for edition in latest_first if edition in recorded), next(iter(latest_first), ""))


def regions_beside_phases(view: View) -> Mapping[str, tuple[str, ...]]:
    """Chosen regions without an edition in the chosen phases, and the regions that their countries belong to there."""
    phases, regions = view.selection.phases, view.selection.regions
    there = {
        view.where(edition).region_id for edition in view.editions if view.where(edition).phase_id in phases
    }
    countries = cells_by(view.whole["edition_countries"], "edition_id", "country_code")
    found: dict[str, tuple[str, ...]] = {}
    for region in (region for region in regions if phases and region not in there):
        own = {
            code
            for edition, where in view.editions.items()
            if where.region_id == region
            for code in countries.get(edition, ())
        }
        found[region] = tuple(
            dict.fromkeys(
                where.region_id
                for edition, where in view.editions.items()
                if where.phase_id in phases and own.intersection(countries.get(edition, ()))
            )
        )
    return found


def predecessors(view: View, edition_id: str) -> tuple[str, ...]:
    """Editions of the phase before that an edition built on."""
    rows = rows_in(view.whole["edition_predecessors"], "edition_id", "previous_edition_id")
    return tuple(previous for edition, previous in rows if edition == edition_id)


def _editions_with_rows(view: View) -> frozenset[str]:
    tables = ("pairings", "activities", "network_members", "thematic_networks")
    return frozenset(edition for table in tables for edition in view.whole[table]["edition_id"].tolist())


@derived
def edition_counts(view: View) -> Mapping[str, Count]:
    """What is counted of the view of an edition, by what it is.

    Places are those in pairings, in networks, or taking part beside them; groups are pairings of three or more;
    what was only planned is no activity; `with_goal` are pairings and activities linked to a Sustainable Development
    Goal, each once.
    """
    members = view["pairing_members"]
    sizes = Counter(members["pairing_id"].tolist())
    activities = counted_activities(view)
    return {
        "pairings": Count.in_table("pairings", view["pairings"]["pairing_id"].tolist()),
        "groups": Count.in_table("pairings", (pairing for pairing, size in sizes.items() if size > 2)),
        "places": Count.in_table(
            "places", [*members["place_id"].tolist(), *view["network_members"]["place_id"].tolist()]
        ),
        "activities": count_of(activities),
        "publications": count_of(record for record in activities if record.kind in PUBLICATION_KINDS),
        "with_goal": Count.of(link.subject for link in counted_links(view)),
    }


@derived
def participants_of_networks(view: View) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Place keys by side, by network; under '' those of whom no network is named. Each place once, in order of key."""
    columns = ("network_id", "side", "place_id")
    found: dict[str, dict[str, list[str]]] = {}
    for network, side, place in sorted(set(rows_in(view["network_members"], *columns))):
        found.setdefault(network, {}).setdefault(side, []).append(place)
    return {
        network: {side: tuple(places) for side, places in sides.items()} for network, sides in found.items()
    }
