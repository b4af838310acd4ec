"""A place in short, beside the map on which it was chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.places.map import say_partners
from iurc_dash.exhibits.places.profile import PLACE
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import facts_of_row
from iurc_dash.language import N_, _
from iurc_dash.metrics.map import at_the_point_of, from_left
from iurc_dash.metrics.pairings import PairingRecord, pairing_records
from iurc_dash.metrics.places import networks_of_places
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.sources import sources_of_rows
from iurc_dash.quantities import Count, Row
from iurc_dash.tabular import Cell, Column
from iurc_dash.view import View

# So many themes and goals are named on a card; its page has them all.
MOST_NAMED = 4


@exhibit("places/card", N_("Who are its partners, and what do they work on?"), PLACE)
def card(view: View, *, place: str) -> Answer:
    """Its partners in the order of the map, and what its pairings in view work on."""
    records = [record for record in pairing_records(view).values() if place in record.places]
    networks = networks_of_places(view.rows).get(place, ())
    rank = from_left(view.whole)
    partners = sorted(
        {one for record in records for one in record.places if one != place}, key=rank.__getitem__
    )
    here = tuple(one for one in at_the_point_of(view.whole, place) if one != place)
    phases = {record.phase_id for record in records}
    phases |= {view.where(one.edition_id).phase_id for one in networks}
    pairings = tuple(record.pairing_id for record in records)
    rows = {"pairings": pairings, "network_members": tuple(one.member_id for one in networks)}
    terms: list[tuple[Column, Cell]] = [
        (shared("country"), cells_of_row(view.whole, Row("places", place))["country_code"]),
        (
            Column("phases", _("Phases"), "references", "phases"),
            tuple(phase for phase in view.words.in_order("phases") if phase in phases),
        ),
        (
            Column("partners", _("Partners, left to right"), "references", "places", hidden=not partners),
            tuple(partners),
        ),
        (Column("here", _("At the same point"), "references", "places", hidden=not here), here),
        (Column("pairings", _("Pairings"), "count"), Count.in_table("pairings", pairings)),
        (
            Column("networks", _("Networks"), "count", hidden=not networks),
            Count.in_table("network_members", rows["network_members"]),
        ),
        *about(records),
        (
            Column("sources", _("Sources"), "count"),
            Count.in_table("sources", sources_of_rows(view.whole, rows)),
        ),
    ]
    return facts_of_row(_say_place(view, place, partners), Row("places", place), terms)


def about(records: Sequence[PairingRecord]) -> list[tuple[Column, Cell]]:
    """What pairings work on, towards which goals, and how many activities came of it; what comes most often first."""
    stated = _by_frequency(goal for record in records for goal in record.stated_goals)
    inferred = _by_frequency(goal for record in records for goal in record.inferred_goals)
    found = [
        ("themes", _by_frequency(theme for record in records for theme in record.themes)),
        ("stated_goals", stated),
        ("inferred_goals", tuple(goal for goal in inferred if goal not in stated)),
    ]
    activities = dict.fromkeys(activity for record in records for activity in record.activities)
    return [
        *((replace(shared(key, hidden=not keys), most=MOST_NAMED), keys) for key, keys in found),
        (Column("activities", _("Activities"), "count"), Count.in_table("activities", activities)),
    ]


def _by_frequency(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key, _count in Counter(keys).most_common())


def _say_place(view: View, place: str, partners: Sequence[str]) -> str:
    if partners:
        return say_partners(view, place, partners)
    if networks_of_places(view.rows).get(place):
        return _("{place} takes part through networks.").format(place=view.say("places", place))
    return _("{place} is not part of what is shown.").format(place=view.say("places", place))
