"""What is counted on the first page, by phase, and of how much of it the record knows what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import ActivityRecord, activity_records, count_of, counted_activities
from iurc_dash.metrics.pairings import PairingRecord, pairing_records
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Share
from iurc_dash.reading import rows_in
from iurc_dash.view import PROGRAMME_WIDE, View


@derived
def pairings_by_region(view: View) -> Tally:
    """Pairings by (region, phase)."""
    counted = ((view.where(edition), pairing) for pairing, edition in view.pairing_editions.items())
    return Tally.of_table(
        ("region", "phase"),
        "pairings",
        (((where.region_id, where.phase_id), pairing) for where, pairing in counted),
    )


@derived
def counted_by_phase(view: View) -> Mapping[str, Tally]:
    """What readers count, by phase: pairings, places, countries, activities, programmes in a region; parts of them.

    Places and countries are those of members of pairings, "with networks" those of participants too. `undated` are
    some of the activities; `ahead`, which were only planned or proposed, are none of them. One place can stand in
    several phases.
    """
    pairings = [(view.where(edition).phase_id, key) for key, edition in view.pairing_editions.items()]
    phase_of = {key: phase for phase, key in pairings}
    sizes = Counter(view["pairing_members"]["pairing_id"].tolist())
    regional = {key for key, kind in rows_in(view["pairings"], "pairing_id", "kind") if kind == "region"}
    sided = [
        (phase_of[key], place, side)
        for key, place, side in rows_in(view["pairing_members"], "pairing_id", "place_id", "side")
    ]
    members = [(phase, place) for phase, place, _side in sided]
    participants = [(view.where(edition).phase_id, place) for edition, place in _participants(view)]
    activities = counted_activities(view)
    return {
        "pairings": _by_phase("pairings", pairings),
        "groups": _by_phase("pairings", ((phase, key) for phase, key in pairings if sizes[key] > 2)),
        "between_regions": _by_phase(
            "pairings", ((phase, key) for phase, key in pairings if key in regional)
        ),
        "places": _by_phase("places", members),
        "eu_places": _by_phase("places", ((phase, place) for phase, place, side in sided if side == "EU")),
        "partners": _by_phase("places", ((phase, place) for phase, place, side in sided if side != "EU")),
        "places_with_networks": _by_phase("places", [*members, *participants]),
        "countries": _by_phase("countries", _countries(view, members)),
        "countries_with_networks": _by_phase("countries", _countries(view, [*members, *participants])),
        "activities": _activities(activities),
        "undated": _activities(record for record in activities if not record.is_dated),
        "ahead": _activities(record for record in activity_records(view) if record.is_ahead),
        "editions": _by_phase("editions", _editions_with_anything(view)),
    }


def _by_phase(table: str, counted: Iterable[tuple[str, str]]) -> Tally:
    return Tally.of_table(("phase",), table, (((phase,), key) for phase, key in counted))


def _participants(view: View) -> list[tuple[str, str]]:
    """(edition, place) of the participants of networks; none where what is chosen cannot be said of them."""
    chosen = view.selection
    if chosen.clusters or chosen.themes or chosen.goals or chosen.kinds or chosen.statuses:
        return []
    return list(rows_in(view["network_members"], "edition_id", "place_id"))


def _activities(records: Iterable[ActivityRecord]) -> Tally:
    return _by_phase("activities", ((record.phase_id, record.activity_id) for record in records))


def _countries(view: View, places: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    of_place = view.words.countries_of_places
    return ((phase, of_place[place]) for phase, place in places if of_place.get(place))


def _editions_with_anything(view: View) -> Iterable[tuple[str, str]]:
    """(phase, edition) of programmes in a region with a pairing, an activity or a participant in view."""
    recorded = {
        *view.pairing_editions.values(),
        *view["activity_editions"]["edition_id"].tolist(),
        *(edition for edition, _place in _participants(view)),
    }
    return (
        (view.where(edition).phase_id, edition)
        for edition in view["editions"]["edition_id"]
        if edition in recorded and view.where(edition).region_id != PROGRAMME_WIDE
    )


@dataclass(frozen=True, eq=False)
class Completeness:
    """Of how many pairings and activities in view something is recorded; goals are Sustainable Development Goals."""

    themes: Share
    starts: Share
    goals: Share
    stated_goals: Share
    dates: Share


@derived
def completeness(view: View) -> Completeness:
    """How many pairings have a theme, a start, a goal, one that a source states; how many activities have a date."""
    pairings, activities = tuple(pairing_records(view).values()), counted_activities(view)
    every = _count(pairings)
    return Completeness(
        themes=Share(_count(record for record in pairings if record.themes), every),
        starts=Share(_count(record for record in pairings if record.start_date), every),
        goals=Share(
            _count(
                record
                for record in pairings
                if record.stated_goals or (record.inferred_goals and not view.selection.stated_only)
            ),
            every,
        ),
        stated_goals=Share(_count(record for record in pairings if record.stated_goals), every),
        dates=Share(count_of(record for record in activities if record.is_dated), count_of(activities)),
    )


def _count(records: Iterable[PairingRecord]) -> Count:
    return Count.in_table("pairings", (record.pairing_id for record in records))
