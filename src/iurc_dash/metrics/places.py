"""What is recorded of places: the networks they are in, the places they belong to, what took place there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.metrics.search import plain
from iurc_dash.reading import grouped, rows_in


@dataclass(frozen=True)
class NetworkMember:
    """One participant of a network, or of the networks of an edition where none is named (`network_id` is blank)."""

    member_id: str
    edition_id: str
    network_id: str
    place_id: str
    side: str


@derived
def network_members(dataset: Dataset) -> tuple[NetworkMember, ...]:
    """Every participant of a network, in the dataset's order."""
    columns = ("member_id", "edition_id", "network_id", "place_id", "side")
    return tuple(NetworkMember(*values) for values in rows_in(dataset["network_members"], *columns))


@derived
def networks_of_places(dataset: Dataset) -> Mapping[str, tuple[NetworkMember, ...]]:
    """The participations of each place in networks."""
    return grouped((member.place_id, member) for member in network_members(dataset))


@derived
def places_of_networks(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """The participants of each network that is named."""
    return grouped(
        (member.network_id, member.place_id) for member in network_members(dataset) if member.network_id
    )


@derived
def activities_held_in(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Activities that took place in each place, as their sources name it.

    A name counts as the place's where it is its own or one that sources write for it, and the activity took place in
    its country or territory. Where no country is recorded nothing is assumed.
    """
    country_of = dict(rows_in(dataset["places"], "place_id", "country_code"))
    called = grouped(
        ((country_of[place], plain(name)), place)
        for table in ("places", "place_names")
        for place, name in rows_in(dataset[table], "place_id", "name")
    )
    held = rows_in(dataset["activities"], "activity_id", "place_name", "country_codes")
    return grouped(
        (place, activity)
        for activity, where, countries in held
        for name in (where.split(";") if where else ())
        for country in countries.split("; ")
        for place in called.get((country, plain(name)), ())
    )


@derived
def relations_of_places(dataset: Dataset) -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    """For each place its related ones: (other place, what the one is to the other, whether this place is the one)."""
    rows = rows_in(dataset["place_relations"], "place_id", "related_place_id", "relation")
    return grouped(
        pair
        for place, other, relation in rows
        for pair in ((place, (other, relation, True)), (other, (place, relation, False)))
    )
